"""Cells: every place and every passport that a row may name, numbered once for a record.

The numbers are the same for everybody who holds the same record, so that a key made on one machine is read on another.
"""

from __future__ import annotations

from functools import cached_property

from ..limbs.conduct import Passport, Site
from ..record.record import Record
from ..timelines.places import Ground

__all__ = ["PARTS", "STATELESS", "UNKNOWN_CELL", "Cells"]

UNKNOWN_CELL = 0
"""The number of what is not known, of places and of passports."""

STATELESS = 1
"""The number of the passport that is none."""

PARTS = ("conduct", "element", "effects")
"""How a place may be one of the crime, as :class:`~ratione.limbs.conduct.Site` says it."""


Member = tuple[int, int]
"""A number of a ground with how it is a place of the crime, or of a passport with 0."""

Group = tuple[tuple[Member, ...], frozenset[str]]
"""What a row names: several members, and the states in which the accused acted at home, where that matters."""


class Registry:
    """Numbers for groups of places or passports; a single one keeps its own number."""

    def __init__(self, singles: int) -> None:
        self.groups: list[Group] = [(((number, 0),), frozenset()) for number in range(singles)]
        self.known = {group: number for number, group in enumerate(self.groups)}
        self.singles = singles

    def number(self, members: tuple[Member, ...], home: frozenset[str] = frozenset()) -> int:
        """The number of a group; of none, that of the unknown."""
        group = (tuple(dict.fromkeys(members)), home)
        if not group[0]:
            return UNKNOWN_CELL
        if group not in self.known:
            self.known[group] = len(self.groups)
            self.groups.append(group)
        return self.known[group]


class Cells:
    """The places and passports of a record by number.

    >>> cells = Cells(Record.embedded())
    >>> str(cells.grounds[cells.place("UKR")]), cells.passports[cells.passport("UKR")]
    ('UKR', 'UKR')
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        plain = [Ground("land", code) for code in (*record.states, *record.territories)]
        regions = [Ground("land", code, row.code) for code, state in record.states.items() for row in state.regions]
        disputed = [Ground("disputed", code) for code in record.places]
        afloat = [Ground(kind, ground.code) for kind in ("vessel", "aircraft", "eez") for ground in plain]
        self.grounds: tuple[Ground | None, ...] = (None, Ground("highseas"), *plain, *regions, *disputed, *afloat)
        self.ashore = 2 + len(plain) + len(regions) + len(disputed)
        """Grounds up to here are folded at once; ships, aircraft and zones when a row names one."""
        self.passports: tuple[str | None, ...] = (None, "", *record.states)
        self.places = Registry(len(self.grounds))
        self.people = Registry(len(self.passports))

    @cached_property
    def by_ground(self) -> dict[Ground | None, int]:
        """The number of each ground."""
        return {ground: number for number, ground in enumerate(self.grounds)}

    @cached_property
    def by_code(self) -> dict[str | None, int]:
        """The number of each passport by the code of its state."""
        return {code: number for number, code in enumerate(self.passports)}

    def place(self, word: str) -> int:
        """The number of a ground as a question writes it: ``UKR``, ``SDN:darfur``, ``disputed:crimea``."""
        kind, colon, code = word.partition(":")
        if colon and kind in ("disputed", "vessel", "aircraft", "eez"):
            return self.by_ground[Ground(kind, code)]
        if word == "highseas":
            return self.by_ground[Ground("highseas")]
        return self.by_ground[Ground("land", kind, code)]

    def passport(self, code: str) -> int:
        """The number of a passport."""
        return self.by_code[code]

    def site(self, number: int, part: int = 0) -> Site:
        """The place with a number, as a part of the crime."""
        ground = self.grounds[number]
        assert ground is not None
        return Site(ground, PARTS[part])  # type: ignore[arg-type]

    def held(self, number: int) -> Passport:
        """The passport with a number."""
        return Passport(self.passports[number] or "")

    def said_place(self, number: int) -> str:
        """A place or group of places as a question writes it: the first, then after a stroke a second with how it is one.

        One that is not known is an empty word.
        """
        members, _ = self.places.groups[number]
        words = [f"{'effect:' if part == 2 else ''}{self.grounds[one] or ''}" for one, part in members]
        return "/".join(words)

    def said_people(self, number: int) -> str:
        """Passports as a question writes them; empty where they are not known."""
        members, _ = self.people.groups[number]
        return ";".join(self.passports[one] or "stateless" for one, _ in members if one != UNKNOWN_CELL)
