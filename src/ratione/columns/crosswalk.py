"""Codes: which place a country code or spelling means on a day, by the record's own dated crosswalk.

>>> book = Codes(Record.embedded())
>>> book.place("345", "gw", Day(2004, 5, 1)), book.place("Yemen (North Yemen)", "ucdp"), book.place("IZ", "fips")
('SRB', 'YEM', 'IRQ')
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..dates import Day
from ..errors import FactError, near
from ..record.country_code import CountryCode, Scheme
from ..record.names import Names, folded
from ..record.record import Record

__all__ = ["Codes", "Sense", "codes"]

FALL_BACK = {"ucdp": ("names", "former"), "acled": ("names", "former", "ucdp"), "cameo": ("iso-alpha-3",)}
"""Where a scheme holds only what is peculiar to it, the schemes that are asked next."""

PLAIN = ("names", "former", "ucdp", "acled", "iso-alpha-2")
"""The schemes that are asked, in this order, where none is named; never one of numbers, which would be a guess."""


class Sense(NamedTuple):
    """A place that a code means, from ``start`` to before ``until``; None where it has no end."""

    place: str
    start: Day | None = None
    until: Day | None = None


class Codes:
    """The crosswalk of a record."""

    def __init__(self, record: Record) -> None:
        self.record, self.names = record, Names(record)
        self.schemes: dict[str, Scheme] = record.codebook.codes
        self.called = {folded(name): code for code, row in self.schemes.items() for name in (code, *row.also)}
        self.called["names"] = "names"
        self.rows: dict[str, dict[str, list[CountryCode]]] = {}

    def scheme(self, word: str) -> str:
        """The code of the scheme that a word names; empty for none."""
        if not word:
            return ""
        code = self.called.get(folded(word))
        if code is None:
            expected = "a scheme of country codes: " + ", ".join(["names", *self.schemes])
            raise FactError("scheme", word, expected, hint=near(word, self.called))
        return code

    def senses(self, word: str, scheme: str = "") -> tuple[Sense, ...]:
        """Every place that a code means in the course of time; none where it is not known, or is no place."""
        asked = (scheme, *FALL_BACK.get(scheme, ())) if scheme else PLAIN
        for one in asked:
            found = self.named(word) if one == "names" else self.listed(word, one)
            if found is not None:
                return found
        return ()

    def named(self, word: str) -> tuple[Sense, ...] | None:
        """The place of that name or code in the record, perhaps with its region."""
        try:
            kind, colon, code = word.partition(":")
            if colon and folded(kind) == "disputed":
                return (Sense(f"disputed:{self.names.places[folded(code)]}"),)
            if colon and folded(kind) in ("vessel", "aircraft", "eez"):
                what, found = self.names.entity(code, field="place")
                return (Sense(f"{folded(kind)}:{self.names.state(code) if what == 'place' else found}"),)
            if folded(word).replace(" ", "") == "highseas":
                return (Sense("highseas"),)
            what, found = self.names.entity(kind if colon else word, field="place")
        except (FactError, KeyError):
            return None
        if colon and what == "state" and any(row.code == code for row in self.record.states[found].regions):
            return (Sense(f"{found}:{code}"),)
        return (Sense(f"disputed:{found}" if what == "place" else found),)

    def listed(self, word: str, scheme: str) -> tuple[Sense, ...] | None:
        """What a scheme lists under a code."""
        table = self.rows.get(scheme)
        if table is None:
            table = self.rows[scheme] = {}
            for row in self.schemes[scheme].codes:
                table.setdefault(self.key(row.code, scheme), []).append(row)
        rows = table.get(self.key(word, scheme))
        return None if rows is None else tuple(Sense(row.means, row.start, row.until) for row in rows if row.means)

    def key(self, word: str, scheme: str) -> str:
        """A code as it is compared: numbers without leading zeros or a decimal point."""
        if self.schemes[scheme].kind == "number":
            return word.strip().removesuffix(".0").lstrip("0") or "0"
        return folded(word)

    def place(self, word: str, scheme: str = "", day: Day | None = None) -> str | None:
        """The one place that a code means on a day; None where it is unknown, or where the day would decide and is not given.

        A code that never meant another place means it on every day.
        """
        senses = self.senses(word, self.scheme(scheme))
        if len({sense.place for sense in senses}) == 1:
            return senses[0].place
        fits = [sense.place for sense in senses if day is not None and holds(sense, day)]
        return fits[0] if fits else None


def holds(sense: Sense, day: Day) -> bool:
    """Whether the code has that sense on the day."""
    return (sense.start is None or sense.start <= day) and (sense.until is None or day < sense.until)


def codes(
    record: Record, word: str = "", scheme: str = "", place: str = ""
) -> Iterator[tuple[str, CountryCode, Scheme]]:
    """The rows of the crosswalk, those of one scheme, for one code, or for one place."""
    book = Codes(record)
    wanted = book.scheme(scheme)
    means = book.place(place) if place else None
    if place and means is None:
        raise FactError("place", place, "a state, territory or contested place", hint=near(place, book.names.states))
    for code, row in book.schemes.items():
        if wanted and code != wanted:
            continue
        for entry in row.codes:
            if means is not None and entry.means != means:
                continue
            if word and book.key(word, code) not in (book.key(entry.code, code), folded(entry.name)):
                continue
            yield code, entry, row
