"""Rows: whole columns of days, places and people put to the tables of one fold.

Everything here works on arrays of numbers; rows that no table covers come out marked, for :mod:`.explain` to ask one by one.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from ..limbs.conduct import states_of
from ..timelines.law import Law
from ..timelines.places import claimants
from .cells import STATELESS, UNKNOWN_CELL, Cells
from .extras import np
from .fold import Fold, Folder, fold
from .plan import Asking
from .tables import Tables
from .unknown import Unknowns

__all__ = ["NO_DAY", "Answers", "Rows", "Span", "hashed"]

NO_DAY = -(2**31)
"""Stands for a day that is not known."""

STEPS = 1 << 10
CHUNK = 1 << 15
SLOW_KEY = 1 << 61


def hashed(*words: str) -> int:
    """A key made from words: large, so that it is none of those made from numbers."""
    return int.from_bytes(sha256("|".join(words).encode()).digest()[:8]) & (SLOW_KEY - 1) | SLOW_KEY


class Span(NamedTuple):
    """First and last days of rows as numbers, and the epochs they fall in."""

    first: Any
    last: Any
    start: Any
    end: Any


class Answers(NamedTuple):
    """Answers by column and row, keys into the findings, the code of the link that gives the first answer, and the rows
    that no table covers."""

    answers: Any
    keys: Any
    links: Any
    uncovered: Any


class Rows:
    """The tables for rows that share all facts but day, places and people."""

    def __init__(self, law: Law, cells: Cells, asking: Asking, folded: Fold | None = None) -> None:
        assert asking.courses is not None
        self.law, self.cells, self.asking = law, cells, asking
        self.folder = Folder(law, asking.courses)
        self.folder.cells = cells
        self.fold = folded or fold(self.folder)
        self.tables = Tables(self.folder, self.fold, asking.columns)
        self.unknowns = Unknowns(self.tables)
        self.epochs = self.tables.epochs
        self.keep_places = np.array([self.keeps_place(number) for number in range(len(cells.grounds))], bool)
        self.keep_people = np.array([self.keeps_person(number) for number in range(len(cells.passports))], bool)
        keepers = np.flatnonzero(self.keep_people)
        self.keep_first = int(keepers[0]) if len(keepers) == 1 else None
        self.day_table, self.first_day = self.calendar()
        self.alone_for = 0
        self.alone_answers: dict[int, Any] = {}

    def calendar(self) -> tuple[Any, int]:
        """The epoch of each day from the day before the first change to the last change."""
        days = self.fold.days[1:]
        first = int(days[0]) - 1
        table = np.searchsorted(self.fold.days, np.arange(first, int(days[-1]) + 1), side="right") - 1
        return table.astype(np.intp), first

    def epoch(self, days: Any) -> Any:
        """The epochs of days."""
        return self.day_table.take(days - np.int32(self.first_day), mode="clip")

    def keeps_place(self, number: int) -> bool:
        """Whether a national of a state that claims the place may be at home there in a way that matters."""
        ground = self.cells.grounds[number]
        return ground is not None and not self.fold.keepers.isdisjoint(claimants(self.law, ground))

    def keeps_person(self, number: int) -> bool:
        """Whether a passport is one of a state for which acting at home matters."""
        return not self.fold.keepers.isdisjoint(states_of(self.law, self.cells.passports[number] or ""))

    def answer(self, span: Span, places: Any, people: Any, *, more: bool = True) -> Answers:
        """The answers of rows by their epochs and the numbers of their places and people; ``more`` for keys and links.

        So many rows are worked on at a time as a processor's own memory holds.
        """
        parts = []
        for start in range(0, len(places), CHUNK):
            rows = slice(start, start + CHUNK)
            begun = span.start[rows]
            ended = begun if span.end is span.start else span.end[rows]
            one = Span(span.first[rows], span.last[rows], begun, ended)
            parts.append(self.chunk(one, places[rows], people[rows], more))
        if len(parts) == 1:
            return parts[0]
        return Answers(*(np.concatenate(columns, axis=-1) for columns in zip(*parts, strict=True)))

    def chunk(self, span: Span, places: Any, people: Any, more: bool) -> Answers:
        """The answers of a chunk of rows."""
        tables = self.tables
        uncovered = self.not_covered(span, places, people)
        unknown = people == UNKNOWN_CELL
        all_unknown = bool(unknown.all())
        epochs = np.where(uncovered, 0, span.start) if uncovered.any() else span.start
        at_places = places * self.epochs + epochs
        site = self.classes("place", places, at_places)
        uncovered |= site < 0
        answers = np.zeros((len(tables.columns), len(places)), np.uint8)
        pairs = None
        stateless = any(column.stateless for column in tables.columns)
        alone = self.alone() if stateless else {}
        if not all_unknown:
            pair_site, person = self.at_home(places, people, epochs, site)
            uncovered |= person < 0
            if uncovered.any():
                pair_site, person = np.where(uncovered, 0, pair_site), np.where(uncovered, 0, person)
            pairs = pair_site, person
        for number, column in enumerate(tables.columns):
            if column.stateless:
                answers[number] = alone[number].take(at_places)
            else:
                answers[number] = self.of_people(number, pairs, unknown, places, epochs)
        if not more:
            nothing = np.zeros(0, np.int64)
            return Answers(answers, nothing, nothing, uncovered)
        keys = self.keys(places, people, epochs, at_places, unknown)
        given = self.links(places, people, epochs)
        return Answers(answers, keys, given, uncovered)

    def not_covered(self, span: Span, places: Any, people: Any) -> Any:
        """Rows without a day or a place, over several epochs, or with several places and nobody known."""
        found = (places == UNKNOWN_CELL) | (span.first == NO_DAY)
        if span.end is not span.start:
            found |= span.end != span.start
        singles = self.cells.places.singles
        if places.max(initial=0) >= singles:
            found |= (people == UNKNOWN_CELL) & (places >= singles)
        return found

    def classes(self, kind: Any, numbers: Any, at: Any) -> Any:
        """The classes of places or people at their epochs."""
        self.tables.ready(kind, int(numbers.max(initial=0)) + 1)
        table = self.tables.place_classes if kind == "place" else self.tables.passport_classes
        return table.ravel().take(at)

    def at_home(self, places: Any, people: Any, epochs: Any, site: Any) -> tuple[Any, Any]:
        """The classes of places and people, where somebody who acted at home counts as such."""
        person = self.classes("passport", people, people * self.epochs + epochs)
        rows = np.flatnonzero(self.may_keep(people, self.cells.people, self.keep_people, self.keep_first))
        rows = rows[self.may_keep(places[rows], self.cells.places, self.keep_places, None)]
        if len(rows) == 0:
            return site, person
        site, person = site.copy(), person.copy()
        pairs = places[rows].astype(np.int64) << 32 | people[rows]
        for pair in np.unique(pairs).tolist():
            where = rows[pairs == pair]
            variants = self.variants(pair >> 32, pair & 0xFFFFFFFF)
            for kind, number, target in zip(("place", "passport"), variants, (site, person), strict=True):
                at = number * self.epochs + epochs[where]
                target[where] = self.classes(kind, np.array([number]), at)
        return site, person

    def may_keep(self, numbers: Any, registry: Any, singles: Any, only: int | None) -> Any:
        """Rows whose place or person may be one of those for whom acting at home matters; groups are looked at closely.

        ``only`` is the number of the one single for which it does, where there is just one.
        """
        if only is not None and numbers.max(initial=0) < registry.singles:
            return numbers == only
        if numbers.max(initial=0) < registry.singles:
            return singles.take(numbers)
        return singles.take(np.minimum(numbers, registry.singles - 1)) | (numbers >= registry.singles)

    def variants(self, place: int, person: int) -> tuple[int, int]:
        """The groups that a place and a person are together, with the states in which the person acted at home."""
        sites, _ = self.cells.places.groups[place]
        passports, _ = self.cells.people.groups[person]
        claims = {
            state for number, _ in sites if number for state in claimants(self.law, self.cells.site(number).ground)
        }
        codes = {state for number, _ in passports for state in states_of(self.law, self.cells.passports[number] or "")}
        home = frozenset(claims & codes) & self.fold.keepers
        return self.cells.places.number(sites, home), self.cells.people.number(passports, home)

    def alone(self) -> dict[int, Any]:
        """For each column that depends on nobody's nationality, its answers by place and epoch."""
        table = self.tables.place_classes
        if self.alone_for != len(table):
            count = len(table)
            classes = np.maximum(table, 0).ravel()
            nobody = np.tile(self.tables.passport_classes[STATELESS], count)
            fits = self.tables.same_era(classes, nobody)
            joined = self.tables.join(np.where(fits, classes, 0), np.where(fits, nobody, 0))
            numbers = [number for number, column in enumerate(self.tables.columns) if column.stateless]
            self.alone_answers = {number: self.tables.worth(number, joined) for number in numbers}
            self.alone_for = count
        return self.alone_answers

    def of_people(self, column: int, pairs: Any, unknown: Any, places: Any, epochs: Any) -> Any:
        """The answers of a column that depends on nationality."""
        if pairs is None:
            return self.unknowns.at(column, self.single(places), epochs)
        answers = self.tables.of_pairs(column, pairs)
        rows = np.flatnonzero(unknown)
        if len(rows):
            answers[rows] = self.unknowns.at(column, self.single(places[rows]), epochs[rows])
        return answers

    def single(self, places: Any) -> Any:
        """Places by number, those that are no single known place as the high seas (their answers are asked elsewhere)."""
        return np.where((places == UNKNOWN_CELL) | (places >= self.cells.places.singles), 1, places)

    def keys(self, places: Any, people: Any, epochs: Any, at_places: Any, unknown: Any) -> Any:
        """The key of each row into the findings: its place and person, each with the step it is in."""
        singles = len(self.fold.place_steps)
        if places.max(initial=0) < singles and people.max(initial=0) < self.cells.people.singles:
            steps = self.fold.place_steps.ravel().take(at_places)
            if unknown.all():
                steps = self.unknowns.steps.ravel().take(at_places)
                return (places.astype(np.int64) * STEPS + steps) << 31
            own = self.fold.passport_steps.ravel().take(people * self.epochs + epochs)
            if unknown.any():
                steps = np.where(unknown, self.unknowns.steps.ravel().take(at_places), steps)
                own = np.where(unknown, 0, own)
            return (places.astype(np.int64) * STEPS + steps) << 31 | (people.astype(np.int64) * STEPS + own)
        mixed = places.astype(np.int64) << 40 | people.astype(np.int64) << 16 | epochs
        values, inverse = np.unique(mixed, return_inverse=True)
        named = [self.named_key(value >> 40, value >> 16 & 0xFFFFFF, value & 0xFFFF) for value in values.tolist()]
        return np.array(named, np.int64)[inverse]

    def named_key(self, place: int, person: int, epoch: int) -> int:
        """The key of several places or people, which have no number of their own: the same on every machine."""
        members = (self.cells.said_place(place), self.cells.said_people(person), str(self.tables.calendar[epoch]))
        return hashed(*members)

    def links(self, places: Any, people: Any, epochs: Any) -> Any:
        """The state that gives the best link of each row and how: 0 none, else twice its number, one more by passport."""
        count = len(self.fold.place_steps)
        if places.max(initial=0) >= count:
            places = np.where(places < count, places, UNKNOWN_CELL)
        if people.max(initial=0) >= self.cells.people.singles:
            people = np.where(people < self.cells.people.singles, people, UNKNOWN_CELL)
        site = self.place_links.take(places * self.epochs + epochs)
        if not people.any():
            return site >> 2
        person = self.person_links.take(people * self.epochs + epochs)
        return np.where((person & 3) > (site & 3), person, site) >> 2

    @cached_property
    def place_links(self) -> Any:
        """For each place and epoch, the code of the link it gives above two bits that say how well; 0 for none."""
        course = self.tables.columns[0].courses[0]
        ties, givers = self.fold.place_ties[course], self.fold.place_givers[course]
        return np.where(ties > 0, givers.astype(np.uint16) * 2 << 2 | ties, 0).astype(np.uint16).ravel()

    @cached_property
    def person_links(self) -> Any:
        """The same for passports."""
        ties = self.fold.passport_ties[self.tables.columns[0].courses[0]]
        codes = np.arange(len(ties), dtype=np.uint16)[:, None] * 2 + 1
        return np.where(ties > 0, codes << 2 | ties, 0).astype(np.uint16).ravel()
