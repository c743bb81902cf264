"""Look-ups: what most rows cost - one known place on land, at most one passport, one day.

The day gives an epoch; place and passport give a class each in that epoch; the two classes give the answers. Tables are
small enough to stay in a processor's own memory, and are filled from :class:`~.rows.Rows` when a pair of classes is first
met. Whatever is not answered here comes out marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .cells import STATELESS, UNKNOWN_CELL
from .extras import np
from .tables import ASIDE, NOT_YET

if TYPE_CHECKING:
    from .rows import Rows

__all__ = ["CHUNK", "NO_DAY", "Lookups"]

NO_DAY = -(2**31)
"""Stands for a day that is not known."""

CHUNK = 1 << 15
"""So many rows are worked on at a time as a processor's own memory holds."""


class Lookups:
    """The tables of look-ups for one set of rows, and room for what comes between: making it anew would cost most."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.tables, self.unknowns = rows, rows.tables, rows.unknowns
        self.epochs = rows.epochs
        self.ashore, self.singles = len(rows.fold.place_steps), len(rows.fold.passport_steps)
        self.asked = [number for number, column in enumerate(self.tables.columns) if not column.stateless]
        self.alone = [number for number, column in enumerate(self.tables.columns) if column.stateless]
        days = rows.fold.days
        self.first_day, last = (int(days[1]) - 1, int(days[-1])) if len(days) > 1 else (0, 0)
        calendar = np.searchsorted(days, np.arange(self.first_day, last + 1), side="right") - 1
        self.day_table = calendar.astype(np.intp)
        self.place_keys, self.person_keys = rows.keys.places.ravel(), rows.keys.people.ravel()
        self.build()
        self.of_place = {number: self.stateless(number) for number in self.alone}
        self.numbers = np.empty((4, CHUNK), np.intp)
        self.codes = np.empty((2, CHUNK), self.sites.dtype)
        self.ties = np.empty((3, CHUNK), np.uint16)

    def build(self) -> None:
        """Makes the tables of classes, numbered for this use, and of the answers of pairs of them.

        Where acting at home matters both for the place and for the person, the pair is left aside.
        """
        sites, self.site_classes, home = marked(self.tables.place_classes[: self.ashore], self.rows.keep_places)
        people, self.person_classes, own = marked(self.tables.passport_classes[: self.singles], self.rows.keep_people)
        self.width = len(self.person_classes)
        pairs = np.full((len(self.tables.columns), len(self.site_classes), self.width), NOT_YET, np.uint8)
        pairs[:, home[:, None] & own] = ASIDE
        pairs[:, self.site_classes < 0] = pairs[:, :, self.person_classes < 0] = ASIDE
        self.pairs = pairs.reshape(len(self.tables.columns), -1)
        kind = np.uint16 if self.pairs.shape[1] <= 1 << 16 else np.int32
        self.sites, self.people = (sites * self.width).astype(kind).ravel(), people.astype(kind).ravel()

    def stateless(self, column: int) -> Any:
        """The answers of a column for somebody without nationality, by place and epoch."""
        classes = self.tables.place_classes[1 : self.ashore]
        nobody = np.broadcast_to(self.tables.passport_classes[STATELESS], classes.shape)
        found = self.tables.worth(column, self.tables.join(classes.ravel(), nobody.ravel()))
        return np.concatenate([np.full(self.epochs, ASIDE, np.uint8), found.astype(np.uint8)])

    def epoch(self, days: Any) -> Any:
        """The epochs of days."""
        return self.day_table.take(days - np.int32(self.first_day), mode="clip")

    def answer(self, first: Any, last: Any, places: Any, people: Any, keys: Any, links: Any) -> Any:
        """The answers of rows by column; enters their keys and links, where arrays for these are given."""
        answers = np.empty((len(self.tables.columns), len(places)), np.uint8)
        for start in range(0, len(places), CHUNK):
            part = slice(start, start + CHUNK)
            site, person, nobody = self.places_of(first, last, places, people, part)
            self.answered(answers[:, part], site, person, nobody)
            if keys is not None:
                self.keyed(keys[:, part], site, person, nobody)
            if links is not None:
                self.linked(site, person, links[part])
        return answers

    def places_of(self, first: Any, last: Any, places: Any, people: Any, part: slice) -> tuple[Any, Any, Any]:
        """Where a chunk's rows stand in the tables of places and of people, and which name nobody: None where all do so.

        Rows to be left aside stand at the beginning.
        """
        days, place, person = first[part], places[part], people[part]
        epochs, site, whose, since = (room[: len(days)] for room in self.numbers)
        self.day_table.take(np.subtract(days, self.first_day, out=since), mode="clip", out=epochs)
        np.add(np.multiply(place, self.epochs, out=site), epochs, out=site)
        np.add(np.multiply(person, self.epochs, out=whose), epochs, out=whose)
        if days.min() == NO_DAY:
            site[days == NO_DAY] = 0
        if last is not first:
            site[self.epoch(last[part]) != epochs] = 0
        if place.max() >= self.ashore:
            site[place >= self.ashore] = 0
        lowest, highest = person.min(), person.max()
        if highest >= self.singles:
            several = person >= self.singles
            site[several] = whose[several] = 0
        if highest == UNKNOWN_CELL:
            return site, whose, None
        return site, whose, np.flatnonzero(person == UNKNOWN_CELL) if lowest == UNKNOWN_CELL else person[:0]

    def answered(self, answers: Any, site: Any, person: Any, nobody: Any) -> None:
        """Enters the answers of a chunk."""
        for column in self.alone:
            self.of_place[column].take(site, mode="clip", out=answers[column])
        if nobody is None:
            self.of_nobody(answers, None, site)
            return
        of_place, of_person = (room[: len(site)] for room in self.codes)
        self.sites.take(site, mode="clip", out=of_place)
        self.people.take(person, mode="clip", out=of_person)
        pairs = np.add(of_place, of_person, out=self.numbers[3, : len(site)])
        first = answers[self.asked[0]]
        self.pairs[self.asked[0]].take(pairs, mode="clip", out=first)
        if first.max() == NOT_YET:
            self.learn(np.unique(pairs[first == NOT_YET]))
            self.pairs[self.asked[0]].take(pairs, mode="clip", out=first)
        for column in self.asked[1:]:
            self.pairs[column].take(pairs, mode="clip", out=answers[column])
        if len(nobody):
            self.of_nobody(answers, nobody, site[nobody])

    def learn(self, fresh: Any) -> None:
        """Works out the answers of pairs of classes."""
        pair = self.site_classes[fresh // self.width], self.person_classes[fresh % self.width]
        for column in self.asked:
            self.pairs[column][fresh] = self.tables.of_pairs(column, pair)

    def of_nobody(self, answers: Any, rows: Any, site: Any) -> None:
        """Enters the answers of rows that do not say of whom they speak; ``rows`` is None for all of them."""
        for column in self.asked:
            table = self.unknowns.answers[column]
            found = table.take(site, mode="clip", out=answers[column] if rows is None else None)
            if found.max(initial=0) == NOT_YET:
                self.unknowns.prepare(np.unique(site[found == NOT_YET] // self.epochs))
                found = table.take(site, mode="clip", out=answers[column] if rows is None else None)
            if rows is not None:
                answers[column, rows] = found

    def keyed(self, keys: Any, site: Any, person: Any, nobody: Any) -> None:
        """Enters the keys of a chunk."""
        if nobody is None:
            self.rows.keys.nobody.take(site, mode="clip", out=keys[0])
            keys[1] = 0
            return
        self.place_keys.take(site, mode="clip", out=keys[0])
        self.person_keys.take(person, mode="clip", out=keys[1])
        if len(nobody):
            keys[0, nobody] = self.rows.keys.nobody.take(site[nobody])
            keys[1, nobody] = 0

    def linked(self, site: Any, person: Any, out: Any) -> Any:
        """Enters the codes of links: 0 none, else twice the number of the state, one more by passport."""
        of_place, of_person, worth = (room[: len(site)] for room in self.ties)
        self.rows.place_links.take(site, mode="clip", out=of_place)
        self.rows.person_links.take(person, mode="clip", out=of_person)
        better = np.bitwise_and(of_person, 3, out=worth) > np.bitwise_and(of_place, 3, out=out)
        np.copyto(of_place, of_person, where=better)
        np.right_shift(of_place, 2, out=out)


def marked(classes: Any, kept: Any) -> tuple[Any, Any, Any]:
    """Classes of singles as numbers from 0; for each number its class, and whether acting at home matters for it.

    What is not known or not covered has a number whose class is -1.
    """
    found = classes.astype(np.int32) * 2 + kept[: len(classes), None]
    found[classes < 0] = found[UNKNOWN_CELL] = -1
    values, numbers = np.unique(found, return_inverse=True)
    return numbers.reshape(classes.shape).astype(np.int32), values >> 1, (values & 1).astype(bool) & (values >= 0)
