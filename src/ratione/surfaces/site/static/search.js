"use strict";
// Finds things by name, however they are spelled. Works from disk: the names come as a script, nothing is fetched.
(function () {
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\u2019/g, "'").toLowerCase().trim();
  const grams = (word) => {
    const found = new Set();
    const padded = " " + word + " ";
    for (let i = 0; i < padded.length - 1; i++) found.add(padded.slice(i, i + 2));
    return found;
  };
  const alike = (one, other) => {
    let both = 0;
    for (const gram of one) if (other.has(gram)) both += 1;
    return (2 * both) / (one.size + other.size);
  };
  const rows = window.RATIONE.map(([kind, code, name, also, about, address]) => ({
    kind, name, about, address,
    names: [code, name, ...also].map(fold),
  }));
  const score = (wanted, pairs, row) => {
    let best = 0;
    for (const name of row.names) {
      if (name === wanted) return 2;
      if (name.startsWith(wanted)) best = Math.max(best, 0.9);
      else if (name.includes(" " + wanted)) best = Math.max(best, 0.8);
      else if (wanted.length > 3 && Math.abs(name.length - wanted.length) < 5) best = Math.max(best, alike(pairs, grams(name)) * 0.9);
      else if (wanted.length > 3) for (const word of name.split(" ")) if (Math.abs(word.length - wanted.length) < 4) best = Math.max(best, alike(pairs, grams(word)) * 0.8);
    }
    return best;
  };
  const input = document.getElementById("sq");
  const list = document.getElementById("found");
  const none = document.getElementById("none");
  const show = () => {
    const wanted = fold(input.value);
    list.replaceChildren();
    none.hidden = true;
    if (wanted.length < 2) return;
    const pairs = grams(wanted);
    const found = rows.map((row, place) => [score(wanted, pairs, row), place, row]).filter((one) => one[0] > 0.5);
    found.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    for (const [, , row] of found.slice(0, 30)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = row.address;
      link.textContent = row.name;
      const small = document.createElement("small");
      small.textContent = " " + row.kind + (row.about ? " \u00b7 " + row.about.slice(0, 90) : "");
      item.append(link, small);
      list.append(item);
    }
    none.hidden = found.length > 0;
  };
  input.addEventListener("input", show);
  document.getElementById("static-search").addEventListener("submit", (event) => event.preventDefault());
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    show();
  }
})();
