"""Unknown: which answers are possible where a row does not say of whom it speaks.

Every class of nationalities is tried beside the place, as the finding does it: all sets of strangers, together with all
sets of those who are at home there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations
from typing import Any

from ..limbs.conduct import states_of
from ..rules.tried import closure
from ..timelines.places import claimants
from .cells import UNKNOWN_CELL
from .extras import np
from .fold import signature_row
from .tables import ASIDE, NOT_YET, Tables, answer_of, bit

__all__ = ["Unknowns"]


class Unknowns:
    """Answers by place and epoch for the accused whose nationality is not known, worked out place by place."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.folder, self.fold = tables, tables.folder, tables.fold
        self.possible: dict[int, Any] = {}
        self.sets: dict[frozenset[int], frozenset[int]] = {}
        self.worth: dict[Any, int] = {}
        self.bearers: dict[str, list[str]] = {}
        self.variants: dict[tuple[str, int, frozenset[str]], Any] = {}
        law = self.folder.law
        for code in law.record.states:
            for state in states_of(law, code):
                self.bearers.setdefault(state, []).append(code)
        self.everyone = [self.strangers(course) for course in range(len(self.folder.courses))]
        self.alike = [numbered(map(frozenset, epochs)) for epochs in self.everyone]
        """For each course the epochs in which strangers may have the same signatures, by number."""
        shape = (len(tables.columns), len(self.folder.cells.grounds) * tables.epochs)
        self.answers = np.full(shape, NOT_YET, np.uint8)
        self.answers[:, : tables.epochs] = ASIDE
        self.steps = np.zeros((len(self.folder.cells.grounds), tables.epochs), np.uint16)

    def strangers(self, course: int) -> list[Counter[int]]:
        """For each epoch the signatures that passports give, with how many give each."""
        signatures = self.fold.passport_signatures[course, UNKNOWN_CELL + 1 :]
        return [Counter(column.tolist()) for column in signatures.T]

    def at(self, column: int, places: Any, epochs: Any) -> Any:
        """The answers of a column for places in epochs."""
        self.prepare(places)
        return self.answers[column].take(places * self.tables.epochs + epochs)

    def prepare(self, places: Any) -> None:
        """Works out the places that are not there yet."""
        fresh = np.flatnonzero(np.bincount(places, minlength=1))
        for place in fresh.tolist():
            if place not in self.possible:
                self.enter(place)

    def enter(self, place: int) -> None:
        """Works out one place in every epoch, for every column."""
        count = self.tables.epochs
        found = np.stack([self.of_place(place, course) for course in range(len(self.folder.courses))])
        self.possible[place] = found
        rows = []
        for number, column in enumerate(self.tables.columns):
            together = np.bitwise_or.reduce(found[list(column.courses)], axis=0)
            row = np.array([answer_of(bits) for bits in range(1, 8)], np.uint8)[together - 1]
            self.answers[number, place * count : (place + 1) * count] = row
            rows.append(row)
        about = [self.fold.eras, *rows, *self.fold.place_steps[place : place + 1]]
        moved = np.any([np.diff(row, prepend=row[:1]) != 0 for row in about], axis=0)
        self.steps[place] = np.cumsum(moved)

    def of_place(self, place: int, course: int) -> Any:
        """For each epoch the answers that are possible at a place, as bits."""
        law = self.folder.law
        ground = self.folder.cells.grounds[place]
        assert ground is not None
        claims = claimants(law, ground)
        keepers = [state for state in claims if state in self.fold.keepers]
        natives = list(dict.fromkeys(code for state in keepers for code in self.bearers.get(state, ())))
        if not natives:
            return self.of_strangers(place, course)
        homes = {code: frozenset(states_of(law, code)) & frozenset(claims) for code in natives}
        sets = [chosen for count in range(len(natives) + 1) for chosen in combinations(natives, count)]
        bases = [self.base(place, chosen, homes, course) for chosen in sets]
        numbers = self.folder.cells.by_code
        away = [self.fold.passport_signatures[course, numbers[code]].tolist() for code in natives]
        columns = list(zip(*bases, strict=True))
        found = [
            self.epoch(course, epoch, columns[epoch], tuple(row[epoch] for row in away))
            for epoch in range(self.tables.epochs)
        ]
        return np.array(found, np.uint8)

    def of_strangers(self, place: int, course: int) -> Any:
        """The same for a place where it makes no difference whether somebody acted at home."""
        if place < self.fold.place_signatures.shape[1]:
            return self.ashore[course][place]
        return self.of_signatures(self.signatures("place", place, frozenset())[course], course)

    @cached_property
    def ashore(self) -> list[Any]:
        """For each course the answers that are possible by place and epoch, had the place no natives."""
        return [self.of_signatures(rows, course) for course, rows in enumerate(self.fold.place_signatures)]

    def of_signatures(self, base: Any, course: int) -> Any:
        """The answers that are possible with these signatures of places by epoch, each kind worked out once."""
        alike = self.alike[course]
        mixed = (base.astype(np.int64) * len(alike) + alike) * len(self.fold.era_days) + self.fold.eras
        _, first, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        flat = base.ravel()
        found = [self.epoch(course, place % len(alike), (int(flat[place]),), ()) for place in first.tolist()]
        return np.array(found, np.uint8)[inverse].reshape(base.shape)

    def base(self, place: int, chosen: tuple[str, ...], homes: dict[str, frozenset[str]], course: int) -> list[int]:
        """The signature of a place with these natives, by epoch."""
        keepers = self.fold.keepers
        at_home = frozenset(state for code in chosen for state in homes[code]) & keepers
        found = self.signatures("place", place, at_home)[course]
        for code in chosen:
            found = found | self.signatures("passport", self.folder.cells.by_code[code], homes[code] & keepers)[course]
        return found.tolist()  # type: ignore[no-any-return]

    def signatures(self, kind: str, number: int, home: frozenset[str]) -> Any:
        """The signatures of a cell, by course and epoch."""
        table = self.fold.place_signatures if kind == "place" else self.fold.passport_signatures
        if not home and number < table.shape[1]:
            return table[:, number]
        key = (kind, number, home)
        if key not in self.variants:
            cell = self.folder.place(number, 0, home) if kind == "place" else self.folder.passport(number, home)
            self.variants[key] = signature_row(cell, self.tables.calendar)
        return self.variants[key]

    def epoch(self, course: int, epoch: int, bases: tuple[int, ...], away: tuple[int, ...]) -> int:
        """The answers possible in an epoch: ``bases`` with no native and with each set of them, ``away`` as strangers."""
        everyone = self.everyone[course][epoch]
        mine = Counter(away)
        apart = frozenset(signature for signature, count in everyone.items() if count > mine[signature])
        key = (course, self.fold.eras[epoch], bases, apart)
        found = self.worth.get(key)
        if found is None:
            found = self.worth[key] = self.tried(course, int(self.fold.eras[epoch]), bases, apart)
        return found

    def tried(self, course: int, era: int, bases: tuple[int, ...], apart: frozenset[int]) -> int:
        """The answers possible with any set of strangers beside any set of natives, as bits."""
        strangers = self.sets.get(apart)
        if strangers is None:
            strangers = self.sets[apart] = frozenset(closure(dict.fromkeys(apart, "")))
        signatures = {base | stranger for base in bases for stranger in strangers} | set(bases[1:])
        return sum({bit(self.tables.course_answer(course, era, signature)) for signature in signatures})


def numbered(things: Iterable[Any]) -> Any:
    """The same number for things that are alike, in the order in which they come."""
    known: dict[Any, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], np.int64)
