"use strict";
// Finds things by name, however they are spelled. Works from disk: the names come as a script, nothing is fetched.
(function () {
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\u2019/g, "'").toLowerCase().trim().replace(/^the /, "");
  // How alike two words are: letters wrong, wanting or too many, and neighbours that changed places, count one each.
  const alike = (one, other) => {
    const longest = Math.max(one.length, other.length);
    if (Math.abs(one.length - other.length) > Math.max(2, longest / 3)) return 0;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return 1 - last[other.length] / longest;
  };
  const rows = window.RATIONE.map(([kind, code, name, also, about, address], place) => ({
    kind, name, about, address, place,
    names: [code, name, ...also].map((one) => ({ text: fold(one), words: fold(one).split(/\s+/) })),
  }));
  const likeness = (wanted, parts, name) => {
    if (name.text === wanted) return 1;
    if (name.text.startsWith(wanted)) return 0.9;
    if (parts.every((part) => name.words.some((word) => word.startsWith(part)))) return 0.8;
    if (wanted.length < 4 || name.words.length > 24) return 0;
    let sum = 0;
    for (const part of parts) {
      let best = 0;
      for (const word of name.words) best = Math.max(best, alike(part, word));
      sum += best;
    }
    const near = Math.max(alike(wanted, name.text), sum / parts.length - 0.08);
    return near >= 0.66 ? near * 0.85 : 0;
  };
  const input = document.getElementById("sq");
  const list = document.getElementById("found");
  const none = document.getElementById("none");
  const show = () => {
    const wanted = fold(input.value), parts = wanted.split(/\s+/);
    list.replaceChildren();
    none.hidden = true;
    if (wanted.length < 2) return;
    const found = rows.map((row) => [Math.max(...row.names.map((name) => likeness(wanted, parts, name))), row]).filter((one) => one[0] > 0.5);
    found.sort((a, b) => b[0] - a[0] || a[1].place - b[1].place);
    for (const [, row] of found.slice(0, 30)) {
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
