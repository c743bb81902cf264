"""Gazetteer: every name of a state, body, person, treaty or law that a sentence may hold, found by its first word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from ..record.record import Record

__all__ = ["KINDS", "Gazetteer", "Mention", "folded"]

KINDS = [
    "state",
    "adjective",
    "person",
    "region",
    "treaty",
    "word",
    "other",
    "body",
    "measure",
    "resolution",
    "day",
    "number",
    "country",
    "none",
    "listed",
    "officer",
    "agreement",
    "licence",
]
"""What a mention can be. ``agreement``: one by which a state promises the United States not to surrender anybody to the Court.
``licence``: a general licence of the Treasury. ``officer``: who holds or held an office of the Court.
``adjective``: Burundian. ``region``: Darfur. ``word``: the treaty. ``other``: another treaty.
``country``: it, the country."""

WORD = re.compile(r"[^\W_]+")


class Mention(NamedTuple):
    """A name in a sentence: what it is, whom or what it means, and where it stands."""

    kind: str
    value: str
    start: int
    end: int


class Name(NamedTuple):
    text: str
    kind: str
    value: str
    exact: str
    """The only spelling that counts, for names that are words in small letters: US."""


class Signs(dict[int, str]):
    """Every sign as it is compared, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = sign(chr(code))
        return found


SIGNS = Signs()


def sign(one: str) -> str:
    """One sign as it is compared: without its accent, small, with one kind of dash and apostrophe."""
    if one in "’‘ʼ`´":
        return "'"
    if one in "‐‑–−":
        return "-"
    plain = "".join(part for part in normalize("NFKD", one) if not combining(part)).lower()
    return plain if len(plain) == 1 else one


def folded(text: str) -> str:
    """The text as it is compared; every sign keeps its place.

    >>> folded("Côte d'Ivoire")
    "cote d'ivoire"
    """
    return text.lower() if text.isascii() else text.translate(SIGNS)


class Gazetteer:
    """The names of a record and of the pattern files."""

    def __init__(self, record: Record, names: dict[str, Any]) -> None:
        self.by_word: dict[str, list[Name]] = {}
        self.by_pair: dict[tuple[str, str], list[Name]] = {}
        for code, state in record.states.items():
            self.add("state", code, (state.name, *state.also))
            self.add("adjective", code, state.adjective)
            self.add("person", code, [f"{one}s" for one in state.adjective if one.endswith(("an", "i"))])
            for region in state.regions:
                self.add("region", code, (region.name, *region.also))
        for code, place in record.places.items():
            self.add("region", f"place:{code}", (place.name, *place.also))
        for code, instrument in record.instruments.items():
            self.add("treaty", code, (instrument.name, instrument.short, *strong(instrument.also)))
        for code, row in record.council.items():
            self.add("resolution", code, (row.document, *(one for one in row.also if not one.isdigit())))
        self.people(record)
        for code, listing in record.lawbook.listings.items():
            if listing.name not in ("International Criminal Court",):
                last = listing.name.rsplit(" ", 1)[-1]
                self.add(
                    "listed",
                    code,
                    (
                        listing.name,
                        *listing.also,
                        *(shortened(listing.name) if listing.kind == "person" else ()),
                        *((f"Prosecutor {last}", f"Judge {last}") if listing.kind == "person" else ()),
                    ),
                )
        for kind, table in (
            ("state", "states"),
            ("body", "bodies"),
            ("treaty", "treaties"),
            ("measure", "laws"),
            ("person", "people"),
            ("listed", "listed"),
            ("agreement", "agreements"),
            ("person", "capitals"),
        ):
            for code, spelled in names.get(table, {}).items():
                self.add(kind, code, spelled)
        for kind, spelled in names.get("words", {}).items():
            self.add("word" if kind == "treaty" else kind, "", spelled)
        self.add("none", "", names.get("not", {}).get("names", ()))
        for first, found in self.by_word.items():
            found.sort(key=lambda name: (-len(name.text), KINDS.index(name.kind)))
            self.pair(first, found)

    def pair(self, first: str, found: list[Name]) -> None:
        """Enters the names of a first word under each second word too; those of one word stand under none."""
        seconds = {name: second(name.text) for name in found}
        for word in {*seconds.values(), ""}:
            self.by_pair[first, word] = [name for name in found if seconds[name] in (word, "")]

    def people(self, record: Record) -> None:
        """People who held office for a state act for it."""
        for person in record.history.people.values():
            bodies = {office.body for office in person.offices}
            if "International Criminal Court" in bodies:
                self.add("officer", person.code, (person.name,))
            for code, state in record.states.items():
                if bodies & {state.name, *state.also}:
                    last = person.name.rsplit(" ", 1)[-1]
                    self.add(
                        "person", code, (person.name, f"President {last}", f"Ambassador {last}", f"Secretary {last}")
                    )

    def add(self, kind: str, value: str, spelled: Iterable[str]) -> None:
        """Enters names under their first word."""
        for one in spelled:
            fold = folded(one).removeprefix("the ") if kind in ("state", "treaty", "region") else folded(one)
            first = WORD.search(fold)
            if not first or first.start():
                continue
            letters = [letter for letter in one if letter.isalpha()]
            exact = one if len(letters) <= 4 and all(map(str.isupper, letters)) else ""
            name = Name(fold, kind, value, exact)
            if name not in self.by_word.setdefault(first.group(), []):
                self.by_word[first.group()].append(name)

    def find(self, text: str, fold: str, plain: str, words: list[str]) -> list[Mention]:
        """Every name in ``text``, the longest first, none inside another.

        ``fold`` is its folded form, ``plain`` that form with blanks for all other signs than letters, ``words`` its words.
        """
        found: list[Mention] = []
        past = reached = 0
        by_word, by_pair = self.by_word, self.by_pair
        padded = f" {plain} "
        last = len(words) - 1
        for place, first in enumerate(words):
            if first not in by_word:
                continue
            start = padded.find(f" {first} ", reached)
            reached = start + len(first)
            if start < past:
                continue
            names = by_pair.get((first, words[place + 1] if place < last else ""))
            for name in by_pair[first, ""] if names is None else names:
                end = start + len(name.text)
                if (
                    fold.startswith(name.text, start)
                    and stands_alone(fold, start, end, name.text)
                    and cased(text, start, name)
                ):
                    if name.text.startswith("the ") and self.longer(fold, start + 4, end):
                        break
                    past = end
                    found.append(Mention(name.kind, name.value, start, end))
                    break
        return found

    def longer(self, fold: str, start: int, end: int) -> bool:
        """Whether a name that begins after ``the`` reaches further: the Council, but the Council of Europe."""
        word = WORD.match(fold, start)
        names = self.by_word.get(word.group(), ()) if word else ()
        return any(
            start + len(name.text) > end
            and fold.startswith(name.text, start)
            and stands_alone(fold, start, start + len(name.text), name.text)
            for name in names
        )


def shortened(name: str) -> list[str]:
    """First and last name of a person with more than two; and the last two, where two make up the family name.

    >>> shortened("Karim Asad Ahmad Khan")
    ['Karim Khan', 'Karim A. A. Khan', 'Karim A.A. Khan']
    """
    words = name.split()
    if len(words) < 3:
        return []
    initials = [f"{word[0]}." for word in words[1:-1]]
    return [
        f"{words[0]} {words[-1]}",
        f"{words[0]} {' '.join(initials)} {words[-1]}",
        f"{words[0]} {''.join(initials)} {words[-1]}",
    ]


def second(name: str) -> str:
    """The second word of a name, if it has two."""
    words = WORD.findall(name)
    return words[1] if len(words) > 1 else ""


def strong(names: tuple[str, ...]) -> list[str]:
    """Names of an instrument that mean it wherever they stand: ``the Statute`` and ``the Agreement`` do not."""
    return [name for name in names if " " in name.removeprefix("the ") or name.isupper()]


def stands_alone(fold: str, start: int, end: int, name: str) -> bool:
    """Whether the name is no part of a longer word, and no part of an address or a hyphened one."""
    before = fold[start - 1] if start else " "
    after = fold[end] if end < len(fold) else " "
    if (after.isalnum() and name[-1].isalnum()) or before.isalnum() or before in "_/@":
        return False
    return not (after == "-" and end + 1 < len(fold) and fold[end + 1].isalpha() and name not in ("icc", "us", "u.s."))


def cased(text: str, start: int, name: Name) -> bool:
    """Whether capital letters stand where the name has them."""
    if name.exact:
        return text.startswith(name.exact, start)
    if name.kind in ("word", "country", "measure", "agreement"):
        return True
    if name.kind == "body" and name.text.startswith("the "):
        return text[start + 4].isupper()
    return text[start].isupper() or name.kind in ("treaty", "none") or name.text[0].isdigit()
