"""Spine: the units of a panel, by ISO 3166, Gleditsch and Ward, or Correlates of War, on the days on which they exist there.

>>> law = Law(Record.embedded(), Day(2026, 11, 21))
>>> [(unit.code, str(unit.start)) for unit in units(law, "gw") if unit.state == "MNE"]
[('341', '2006-06-03')]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..dates import Day
from ..errors import FactError, near
from ..record.record import Record
from ..timelines.law import Law
from .crosswalk import Codes

__all__ = ["SPINES", "Unit", "code_steps", "spine_named", "units"]

SPINES = {"iso": "iso-alpha-3", "gw": "gw", "cow": "cow"}
"""Spines by the word of a command, each with the scheme of country codes that it is made of."""


class Unit(NamedTuple):
    """A unit of a panel, from ``start`` to before ``until``; None where the spine gives no such day.

    ``state`` is the code of the one whose acts count, empty where the record knows none that could act; ``place`` its land
    as a question writes it.
    """

    code: str
    name: str
    state: str
    place: str
    start: Day | None
    until: Day | None


def spine_named(word: str) -> str:
    """A spine by its word, or an error with the nearest."""
    found = word.strip().casefold()
    if found not in SPINES:
        expected = "iso (ISO 3166-1), gw (Gleditsch and Ward) or cow (Correlates of War)"
        raise FactError("spine", word, expected, hint=near(word, SPINES))
    return found


def units(law: Law, spine: str, states: Iterable[str] = ()) -> list[Unit]:
    """The units of a spine in order of their codes, all of them or those that mean some states."""
    book = Codes(law.record)
    found = iso_units(law.record, book) if spine == "iso" else coded_units(law.record, book, SPINES[spine])
    wanted = {wanted_place(book, word) for word in states}
    return [unit for unit in found if not wanted or unit.place in wanted or unit.state in wanted]


def wanted_place(book: Codes, word: str) -> str:
    """The place that a word of ``states`` means."""
    found = book.place(word)
    if found is None:
        raise FactError(
            "states", word, "a state of the record, by name or ISO code", hint=near(word, book.names.states)
        )
    return found


def iso_units(record: Record, book: Codes) -> list[Unit]:
    """Every state or other entity that can act under the treaties, from the end of its predecessors or, where Gleditsch and
    Ward date its independence, from then."""
    found = []
    for code in sorted(record.states):
        state = record.states[code]
        place = book.place(code) or code
        ends = [row.until for row in state.predecessors]
        found.append(Unit(code, state.name, code, place, max(ends) if ends else first_tenure(book, place), None))
    return found


def first_tenure(book: Codes, place: str) -> Day | None:
    """The first day that Gleditsch and Ward give a place; None where it has none, or they do not list it."""
    starts = [row.start for row in book.schemes["gw"].codes if row.means == place]
    return None if None in starts else min((day for day in starts if day), default=None)


def coded_units(record: Record, book: Codes, scheme: str) -> list[Unit]:
    """Every number of a scheme with its tenure, in order of the numbers."""
    rows = [row for row in book.schemes[scheme].codes if row.means]
    return [
        Unit(row.code, row.name, acting(record, row.means), row.means, row.start, row.until)
        for row in sorted(rows, key=lambda row: (int(row.code), row.start or Day.min))
    ]


def acting(record: Record, place: str) -> str:
    """The code of the one that acts for a place: itself, or for a contested place the entity with one of its codes."""
    if place in record.states:
        return place
    row = record.places.get(place.removeprefix("disputed:"))
    return next((code for code in (row.codes if row else ()) if code in record.states), "")


def code_steps(book: Codes, scheme: str, place: str) -> list[tuple[Day, str | None]]:
    """The code of a place in a scheme over time; of two that mean it on one day, the one that lasts longer.

    >>> book = Codes(Record.embedded())
    >>> [(str(day), code) for day, code in code_steps(book, "gw", "DEU")][-1]
    ('1949-09-21', '260')
    """
    rows = [row for row in book.schemes[scheme].codes if row.means == place]
    steps: list[tuple[Day, str | None]] = []
    for day in sorted({day for row in rows for day in (row.start or Day.min, row.until) if day}):
        held = [row for row in rows if (row.start or Day.min) <= day and (row.until is None or day < row.until)]
        code = max(held, key=lambda row: row.until or Day.max).code if held else None
        if not steps or steps[-1][1] != code:
            steps.append((day, code))
    return steps
