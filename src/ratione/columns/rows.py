"""Rows: whole columns of days, places and people put to the tables of one fold.

Everything here works on arrays of numbers. Most rows are answered by :class:`~.lookups.Lookups`; those with several places
or passports, on a ship, or where somebody acted at home, are joined here. Rows that no table covers come out marked, for
:mod:`.explain` to ask one by one.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, NamedTuple

from ..limbs.conduct import states_of
from ..rules.jurisdiction import JURISDICTION
from ..rules.tree import Node
from ..timelines.law import Law
from ..timelines.places import claimants
from .cells import STATELESS, UNKNOWN_CELL, Cells, Registry
from .extras import np
from .fold import Fold, Folder, fold
from .keys import Keys
from .lookups import NO_DAY, Lookups
from .plan import Asking
from .tables import ASIDE, Tables
from .unknown import Unknowns

__all__ = ["NO_DAY", "Answers", "Rows", "Span"]


class Span(NamedTuple):
    """First and last days of rows as numbers; where no row has a last day of its own, the same array twice."""

    first: Any
    last: Any


class Answers(NamedTuple):
    """Answers by column and row; keys into the findings (see :mod:`.keys`) and codes of the links that give the first answer,
    None where they are not asked for; and which rows no table covers."""

    answers: Any
    keys: Any
    links: Any
    uncovered: Any


class Rows:
    """The tables for rows that share all facts but day, places and people."""

    def __init__(
        self, law: Law, cells: Cells, asking: Asking, folded: Fold | None = None, rule: Node = JURISDICTION
    ) -> None:
        assert asking.courses is not None
        self.law, self.cells, self.asking = law, cells, asking
        self.folder = Folder(law, asking.courses, rule)
        self.folder.cells = cells
        self.fold = folded or fold(self.folder)
        self.tables = Tables(self.folder, self.fold, asking.columns)
        self.unknowns = Unknowns(self.tables)
        self.epochs = self.tables.epochs
        self.keys = Keys(cells, self.fold, self.unknowns)
        self.keep_places = np.array([self.keeps_place(number) for number in range(len(cells.grounds))], bool)
        self.keep_people = np.array([self.keeps_person(number) for number in range(len(cells.passports))], bool)
        self.lookups = Lookups(self)

    def epoch(self, days: Any) -> Any:
        """The epochs of days."""
        return self.lookups.epoch(days)

    def keeps_place(self, number: int) -> bool:
        """Whether a national of a state that claims the place may be at home there in a way that matters."""
        ground = self.cells.grounds[number]
        return ground is not None and not self.fold.keepers.isdisjoint(claimants(self.law, ground))

    def keeps_person(self, number: int) -> bool:
        """Whether a passport is one of a state for which acting at home matters."""
        return not self.fold.keepers.isdisjoint(states_of(self.law, self.cells.passports[number] or ""))

    def answer(self, span: Span, places: Any, people: Any, *, keys: bool = True, links: bool = True) -> Answers:
        """The answers of rows by their days and the numbers of their places and people."""
        key = np.empty((2, len(places)), np.int32) if keys else None
        link = np.empty(len(places), np.uint16) if links else None
        answers = self.lookups.answer(span.first, span.last, places, people, key, link)
        first = answers[self.lookups.asked[0]]
        rest = np.flatnonzero(first >= ASIDE) if first.max(initial=0) >= ASIDE else np.zeros(0, np.intp)
        if len(rest):
            begun = span.first[rest]
            days = Span(begun, begun if span.last is span.first else span.last[rest])
            other = self.others(days, places[rest].astype(np.intp), people[rest].astype(np.intp))
            answers[:, rest] = other.answers
            if key is not None:
                key[:, rest] = other.keys
            if link is not None:
                link[rest] = other.links
            rest = rest[other.uncovered]
        return Answers(answers, key, link, rest)

    def others(self, span: Span, places: Any, people: Any) -> Answers:
        """The answers of rows that look-ups leave aside; ``uncovered`` marks each row."""
        tables, start = self.tables, self.epoch(span.first)
        uncovered = (places == UNKNOWN_CELL) | (span.first == NO_DAY)
        if span.last is not span.first:
            uncovered |= self.epoch(span.last) != start
        uncovered |= (people == UNKNOWN_CELL) & (places >= self.cells.places.singles)
        epochs = np.where(uncovered, 0, start)
        site = self.classes("place", places, epochs)
        uncovered |= site < 0
        pair_site, person = self.at_home(places, people, epochs, site)
        uncovered |= person < 0
        unknown = people == UNKNOWN_CELL
        pair_site, person, site, epochs = (np.where(uncovered, 0, one) for one in (pair_site, person, site, epochs))
        answers = np.zeros((len(tables.columns), len(places)), np.uint8)
        for number, column in enumerate(tables.columns):
            if column.stateless:
                answers[number] = self.alone(number, site, epochs)
            else:
                answers[number] = self.of_people(number, (pair_site, person), unknown, places, epochs)
        keys, covered = np.zeros((2, len(places)), np.int32), np.flatnonzero(~uncovered)
        keys[:, covered] = self.keys.of(places[covered], people[covered], epochs[covered])
        return Answers(answers, keys, self.links(places, people, epochs), uncovered)

    def classes(self, kind: Literal["place", "passport"], numbers: Any, epochs: Any) -> Any:
        """The classes of places or people in epochs."""
        return self.tables.ready(kind, numbers).ravel().take(numbers * self.epochs + epochs)

    def at_home(self, places: Any, people: Any, epochs: Any, site: Any) -> tuple[Any, Any]:
        """The classes of places and people, where somebody who acted at home counts as such."""
        person = self.classes("passport", people, epochs)
        rows = np.flatnonzero(self.may_keep(people, self.cells.people, self.keep_people))
        rows = rows[self.may_keep(places[rows], self.cells.places, self.keep_places)]
        if len(rows) == 0:
            return site, person
        site, person = site.copy(), person.copy()
        pairs = places[rows].astype(np.int64) << 32 | people[rows]
        for pair in np.unique(pairs).tolist():
            where = rows[pairs == pair]
            variants = self.variants(pair >> 32, pair & 0xFFFFFFFF)
            site[where] = self.classes("place", np.array([variants[0]]), epochs[where])
            person[where] = self.classes("passport", np.array([variants[1]]), epochs[where])
        return site, person

    def may_keep(self, numbers: Any, registry: Registry, singles: Any) -> Any:
        """Rows whose place or person may be one of those for whom acting at home matters; groups are looked at closely."""
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

    def alone(self, column: int, site: Any, epochs: Any) -> Any:
        """The answers of a column for somebody without nationality."""
        return self.tables.of_pairs(column, (site, self.tables.passport_classes[STATELESS].take(epochs)))

    def of_people(self, column: int, pairs: Any, unknown: Any, places: Any, epochs: Any) -> Any:
        """The answers of a column that depends on nationality."""
        answers = self.tables.of_pairs(column, pairs)
        rows = np.flatnonzero(unknown)
        if len(rows):
            answers[rows] = self.unknowns.at(column, self.single(places[rows]), epochs[rows])
        return answers

    def single(self, places: Any) -> Any:
        """Places by number, those that are no single known place as the high seas (their answers are asked elsewhere)."""
        return np.where((places == UNKNOWN_CELL) | (places >= self.cells.places.singles), 1, places)

    def links(self, places: Any, people: Any, epochs: Any) -> Any:
        """The state that gives the best link of each row and how: 0 none, else twice its number, one more by passport."""
        places = np.where(places < len(self.fold.place_steps), places, UNKNOWN_CELL)
        people = np.where(people < self.cells.people.singles, people, UNKNOWN_CELL)
        of_place = self.place_links.take(places * self.epochs + epochs)
        of_person = self.person_links.take(people * self.epochs + epochs)
        return np.where((of_person & 3) > (of_place & 3), of_person, of_place) >> 2

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
