"""Tables: a fold made ready to be asked by whole columns of cell and epoch numbers.

Signatures of all courses in an era make a class. Classes join two by two (the OR of their signatures); each join and each
class's answers are worked out when first met and looked up ever after.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, NamedTuple

from ..answer import Answer
from ..dates import Day
from ..rules.tried import unpacked
from ..rules.walk import Answers, walk
from .cells import UNKNOWN_CELL, Group
from .extras import np
from .fold import Fold, Folder, day_of, signature_row

__all__ = ["ASIDE", "NOT_YET", "Column", "Tables", "answer_of", "bit"]

NOT_YET = 255
"""Stands in a table of answers where nothing was worked out yet."""

NEVER_MET = -2
"""Stands in a table of classes for a group that no row has named yet; -1 stands for one that is not covered."""

ASIDE = NOT_YET - 1
"""Stands in a table of answers where it has none: such rows are answered otherwise."""


class Column(NamedTuple):
    """A column of answers: what it assumes (courses), and how it joins them.

    ``same``: the answer that all courses share, else open for want of a fact; ``highest``: the highest. ``stateless``
    columns take the accused for a person without nationality, so that they never depend on one.
    """

    name: str
    courses: tuple[int, ...]
    how: Literal["same", "highest"] = "same"
    stateless: bool = False


def bit(answer: Answer) -> int:
    """The bit of an answer in a set of possible answers."""
    return 1 << answer


def answer_of(possible: int) -> Answer:
    """The answer where these are possible: where there are several it is open, for want of a fact."""
    return Answer(possible.bit_length() - 1) if possible & (possible - 1) == 0 else Answer.OPEN


class Tables:
    """The tables of one fold for one set of columns."""

    def __init__(self, folder: Folder, fold: Fold, columns: tuple[Column, ...]) -> None:
        self.folder, self.fold, self.columns = folder, fold, columns
        self.epochs = len(fold.days)
        self.patterns: list[tuple[int, ...]] = []
        self.known: dict[tuple[int, ...], int] = {}
        self.walked: dict[tuple[int, int, int], Answer] = {}
        self.members: dict[Any, Any] = {}
        self.place_classes = self.classes(fold.place_signatures)
        self.passport_classes = self.classes(fold.passport_signatures)
        self.room = 0
        self.joins: Any = np.zeros((0, 0), np.intp)
        self.answers: Any = np.zeros((len(columns), 0), np.uint8)
        self.paired: Any = np.zeros((len(columns), 0), np.uint8)
        self.grow()

    def classes(self, signatures: Any) -> Any:
        """The class of each cell in each epoch, by signatures of courses, cells and epochs."""
        eras = np.broadcast_to(self.fold.eras, signatures.shape[1:])
        mixed = np.zeros(signatures.shape[1:], np.int64)
        parts = [np.unique(part, return_inverse=True) for part in (eras, *signatures)]
        for values, places in parts:
            mixed = mixed * len(values) + places.reshape(mixed.shape)
        _, first, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        flat = [np.ravel(part)[first].tolist() for part in (eras, *signatures)]
        numbers = np.array([self.number(pattern) for pattern in zip(*flat, strict=True)], np.int16)
        return numbers[inverse].reshape(mixed.shape)

    def number(self, pattern: tuple[int, ...]) -> int:
        """The class of a pattern: its era and its signature for each course."""
        number = self.known.get(pattern)
        if number is None:
            number = self.known[pattern] = len(self.patterns)
            self.patterns.append(pattern)
        return number

    def grow(self) -> None:
        """Makes room for joins and answers of classes that came up since."""
        room = max(64, self.room)
        while room < len(self.patterns):
            room *= 2
        if room != self.room:
            joins = np.full((room, room), -1, np.intp)
            joins[: self.room, : self.room] = self.joins
            answers = np.full((len(self.columns), room), NOT_YET, np.uint8)
            answers[:, : self.room] = self.answers
            self.room, self.joins, self.answers = room, joins, answers
            self.paired = np.full((len(self.columns), room * room), NOT_YET, np.uint8)

    def ready(self, kind: Literal["place", "passport"], numbers: Any) -> Any:
        """The classes of places or people in each epoch, with those of these numbers worked out."""
        table = self.place_classes if kind == "place" else self.passport_classes
        highest = int(numbers.max(initial=0))
        if highest >= len(table):
            empty = np.full((highest + 1 - len(table), self.epochs), NEVER_MET, np.int16)
            table = np.concatenate([table, empty])
        fresh = np.unique(numbers[table[numbers, 0] == NEVER_MET]).tolist()
        if fresh:
            groups = (self.folder.cells.places if kind == "place" else self.folder.cells.people).groups
            table[fresh] = np.stack([self.of_group(kind, groups[number]) for number in fresh])
            self.grow()
        if kind == "place":
            self.place_classes = table
        else:
            self.passport_classes = table
        return table

    def of_group(self, kind: Literal["place", "passport"], group: Group) -> Any:
        """The class of a group in each epoch; -1 where a member is not known, or changes on a day that begins no epoch."""
        members, home = group
        if len(members) > 1 and any(number == UNKNOWN_CELL for number, _ in members):
            return np.full(self.epochs, -1, np.int16)
        together = None
        for number, part in members:
            row = self.of_member(kind, number, part, home)
            if row is None:
                return np.full(self.epochs, -1, np.int16)
            together = row if together is None else together | row
        assert together is not None
        return self.classes(together[:, None, :])[0]

    def of_member(self, kind: Literal["place", "passport"], number: int, part: int, home: frozenset[str]) -> Any:
        """The signatures of one member by course and epoch, None where they change on a day that begins no epoch."""
        fold = self.fold.place_signatures if kind == "place" else self.fold.passport_signatures
        if not home and not part and number < fold.shape[1]:
            return fold[:, number]
        place = (kind, number, part, home)
        if place not in self.members:
            cell = self.folder.place(number, part, home) if kind == "place" else self.folder.passport(number, home)
            known = all(day in self.starts for day in cell.days)
            self.members[place] = signature_row(cell, self.calendar) if known else None
        return self.members[place]

    @cached_property
    def starts(self) -> frozenset[Day]:
        """The days on which an epoch begins."""
        return frozenset(self.calendar)

    @cached_property
    def calendar(self) -> list[Day]:
        """The first days of the epochs as dates."""
        return [day_of(int(day)) for day in self.fold.days]

    def join(self, one: Any, other: Any) -> Any:
        """Classes joined pair by pair."""
        places = one.astype(np.intp) * self.room + other
        found = self.joins.ravel().take(places)
        while len(found) and found.min() < 0:
            for place in np.unique(places[found < 0]).tolist():
                self.learn(*divmod(place, self.room))
            room = self.room
            self.grow()
            if room != self.room:
                places = one.astype(np.intp) * self.room + other
            found = self.joins.ravel().take(places)
        return found

    def learn(self, one: int, other: int) -> None:
        """Works out the join of two classes; both are of one era."""
        a, b = self.patterns[one], self.patterns[other]
        assert a[0] == b[0], "classes of two eras"
        joined = (a[0], *(x | y for x, y in zip(a[1:], b[1:], strict=True)))
        number = self.number(joined)
        self.joins[one, other] = self.joins[other, one] = number

    def worth(self, column: int, classes: Any) -> Any:
        """The answers of a column for classes."""
        found = self.answers[column].take(classes)
        if len(found) and found.max() == NOT_YET:
            for number in np.unique(classes[found == NOT_YET]).tolist():
                self.answers[column, number] = self.answer(self.columns[column], self.patterns[number])
            found = self.answers[column].take(classes)
        return found

    def of_pairs(self, column: int, pair: tuple[Any, Any]) -> Any:
        """The answers of a column for classes pair by pair: one look-up where the pair was met before."""
        one, other = pair
        pairs = one.astype(np.intp) * self.room + other
        found = self.paired[column].take(pairs)
        if len(found) and found.max() == NOT_YET:
            fresh = np.unique(pairs[found == NOT_YET])
            room = self.room
            answers = self.worth(column, self.join(fresh // room, fresh % room))
            if room != self.room:
                return self.of_pairs(column, pair)
            self.paired[column][fresh] = answers
            found = self.paired[column].take(pairs)
        return found

    def answer(self, column: Column, pattern: tuple[int, ...]) -> Answer:
        """The answer of a column for a pattern."""
        answers = [self.course_answer(course, pattern[0], pattern[1 + course]) for course in column.courses]
        if column.how == "highest":
            return max(answers)
        return answer_of(sum({bit(answer) for answer in answers}))

    def course_answer(self, course: int, era: int, signature: int) -> Answer:
        """The rule's answer for one course where its quantified nodes are worth this much."""
        place = (course, era, signature)
        found = self.walked.get(place)
        if found is None:
            reading = Answers(self.folder.law, self.folder.courses[course], self.fold.era_days[era])
            for node, value in zip(self.folder.nodes, unpacked(self.folder.nodes, signature), strict=True):
                reading.known[id(node), 0] = value
            found = self.walked[place] = walk(self.folder.rule, reading, ())
        return found
