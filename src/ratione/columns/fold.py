"""Fold: what the rule needs to know of each link, worked out once for every place, every passport and every epoch.

The days on which anything changes cut time into epochs. In an epoch a link is worth its signature: two bits for each "any
link" and "every link" of the rule. The signatures of several links combine by OR, whatever their number and kind, so that
a row costs a few look-ups however many limbs the rule has. Nothing here knows a limb: the lines come out of one walk of the
same rule that answers single questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..answer import Answer
from ..dates import BEGINNING, Day
from ..limbs.conduct import Conduct, Link, links_of_passport, links_of_site
from ..limbs.limb import Limb
from ..rules.jurisdiction import JURISDICTION
from ..rules.tree import AnyLink, Node, limbs_of, quantifiers_of
from ..rules.tried import packed
from ..rules.walk import Lines, walk
from ..timelines.law import Law
from ..timelines.line import Line
from .cells import Cells
from .extras import np

__all__ = ["Fold", "Folder", "day_of", "fold", "keepers_of", "ordinal"]

EPOCH_DAY = Day(1970, 1, 1).toordinal()


def ordinal(day: Day) -> int:
    """A day as tables hold it: the number of days since 1 January 1970."""
    return day.toordinal() - EPOCH_DAY


def day_of(number: int) -> Day:
    """The day that a table holds as this number; the beginning for all that lies before the calendar."""
    return Day.fromordinal(max(1, number + EPOCH_DAY))


@dataclass
class Fold:
    """The tables of a fold, by number of course, cell and epoch.

    ``days`` are the first days of the epochs, the first being the beginning; ``eras`` number, for each epoch, the answers of
    limbs that are asked of no link, and ``era_days`` have a day in each. ``steps`` count, for each cell, the epochs in
    which anything about it changes, its reasons included. ``ties`` say how well a cell gives a link, ``givers`` by which state.
    """

    days: Any
    eras: Any
    era_days: list[Day]
    place_signatures: Any
    place_steps: Any
    place_ties: Any
    place_givers: Any
    passport_signatures: Any
    passport_steps: Any
    passport_ties: Any
    keepers: frozenset[str]
    """States for which it matters whether a national of theirs acted at home."""


class Cell(NamedTuple):
    """One place or passport over time, for each course: signatures by day, how well it ties, and which state it ties to."""

    signatures: list[list[tuple[Day, int]]]
    ties: list[list[tuple[Day, Answer, str]]]
    days: list[Day]


Shape = tuple[tuple[tuple[Day, Answer], ...], ...]
"""The days and answers of several lines."""

NEVER = Line.always(Answer.NO)


def shape_of(line: Line) -> tuple[tuple[Day, Answer], ...]:
    """The days and answers of a line, without its reasons."""
    return tuple((step.day, step.answer) for step in line.steps)


class Folder:
    """Works out cells of a rule, for a law and some courses (facts without day, place and passport)."""

    def __init__(self, law: Law, courses: tuple[Conduct, ...], rule: Node = JURISDICTION) -> None:
        self.law, self.courses, self.rule = law, courses, rule
        self.cells = Cells(law.record)
        self.nodes = quantifiers_of(rule)
        self.limbs = limbs_of(rule)
        self.of_links = [limb for limb in self.limbs if limb.links != "none"]
        plain = [limb for limb in self.limbs if limb.links == "none"]
        self.common: list[Shape] = [
            tuple(shape_of(limb.line(law, course, None)) for limb in plain) for course in self.courses
        ]
        self.tie = next((node for node in self.nodes if type(node) is AnyLink and node.parts[0].name == "link"), None)

    def cell(self, links: Iterable[Link]) -> Cell:
        """A cell that gives these links."""
        held, days = tuple(links), {BEGINNING}
        signatures, ties = [], []
        for course, common in zip(self.courses, self.common, strict=True):
            shapes = [self.shape(course, link) for link in held]
            lines = [self.lines(course, link, (common, shape)) for link, shape in zip(held, shapes, strict=True)]
            own = sorted({BEGINNING, *(day for shape in shapes for steps in shape for day, _ in steps)})
            days.update(own)
            signatures.append([(day, self.signature(lines, day)) for day in own])
            ties.append([(day, *self.best(held, lines, day)) for day in own])
        return Cell(signatures, ties, sorted(days))

    def shape(self, course: Conduct, link: Link) -> Shape:
        """The days and answers of every limb that is asked of the link: links of one shape behave alike."""
        asked = (limb.line(self.law, course, link) if limb.applies(link) else NEVER for limb in self.of_links)
        return tuple(shape_of(line) for line in asked)

    def lines(self, course: Conduct, link: Link, shape: tuple[Shape, Shape]) -> list[Line]:
        """What each quantified node says of links of this shape, over time."""
        known: dict[Any, list[Line]] = self.law.keep(("shapes", id(self.rule)), dict)
        if shape not in known:
            algebra = Lines(self.law, course)
            known[shape] = [walk(node.parts[0], algebra, (), link) for node in self.nodes]
        return known[shape]

    def signature(self, lines: list[list[Line]], day: Day) -> int:
        """The signature of several links on a day."""
        found = 0
        for of_link in lines:
            found |= packed(self.nodes, (line.at(day).answer for line in of_link))
        return found

    def best(self, links: tuple[Link, ...], lines: list[list[Line]], day: Day) -> tuple[Answer, str]:
        """How well the links tie the conduct to a state on a day, and the state of the best of them."""
        if self.tie is None:
            return Answer.NO, ""
        at = self.nodes.index(self.tie)
        worth = [(of_link[at].at(day).answer, link.state) for of_link, link in zip(lines, links, strict=True)]
        return max(worth, key=lambda pair: pair[0], default=(Answer.NO, ""))

    def common_days(self) -> set[Day]:
        """The days on which limbs change that are asked of no link."""
        return {day for shape in self.common for steps in shape for day, _ in steps}

    def place(self, number: int, part: int, home: frozenset[str] = frozenset()) -> Cell:
        """The cell of a place, where the accused is a national of the states in ``home``."""
        links = links_of_site(self.law, self.cells.site(number, part), ())
        return self.cell(link._replace(home=link.state in home) for link in links)

    def passport(self, number: int, home: frozenset[str] = frozenset()) -> Cell:
        """The cell of a passport, where the conduct is on territory of the states in ``home``."""
        links = links_of_passport(self.law, self.cells.held(number), ())
        return self.cell(link._replace(home=link.state in home) for link in links)


def keepers_of(folder: Folder) -> frozenset[str]:
    """States for which it matters whether a national acts at home: where some limb then reads another line."""
    asked = [limb for limb in folder.limbs if "home" in limb.picks]
    return frozenset(state for state in folder.law.record.states if any(differs(folder, limb, state) for limb in asked))


def differs(folder: Folder, limb: Limb, state: str) -> bool:
    """Whether the limb reads another line of this state for its nationals at home."""
    for by in ("place", "passport"):
        away = Link(state, by)
        if limb.applies(away):
            for course in folder.courses:
                at_home = limb.line(folder.law, course, away._replace(home=True))
                if at_home != limb.line(folder.law, course, away):
                    return True
    return False


def fold(folder: Folder) -> Fold:
    """The tables for every place on land and every passport."""
    count = folder.cells.ashore
    places = [folder.cell(()), *(folder.place(number, 0) for number in range(1, count))]
    passports = [folder.cell(()), *(folder.passport(number) for number in range(1, len(folder.cells.passports)))]
    days = sorted({day for cell in (*places, *passports) for day in cell.days} | folder.common_days())
    numbers = {code: number for number, code in enumerate(folder.cells.passports)}
    eras, era_days = eras_of(folder, days)
    return Fold(
        days=np.array([ordinal(day) for day in days], np.int32),
        eras=eras,
        era_days=era_days,
        place_signatures=np.stack([signature_row(cell, days) for cell in places], axis=1),
        place_steps=np.stack([step_row(cell, days) for cell in places]),
        place_ties=np.stack([tie_row(cell, days) for cell in places], axis=1),
        place_givers=np.stack([giver_row(cell, days, numbers) for cell in places], axis=1),
        passport_signatures=np.stack([signature_row(cell, days) for cell in passports], axis=1),
        passport_steps=np.stack([step_row(cell, days) for cell in passports]),
        passport_ties=np.stack([tie_row(cell, days) for cell in passports], axis=1),
        keepers=keepers_of(folder),
    )


def eras_of(folder: Folder, days: list[Day]) -> tuple[Any, list[Day]]:
    """The number of the era of each epoch, and a day in each era."""
    known: dict[tuple[Answer, ...], tuple[int, Day]] = {}
    found = []
    for day in days:
        worth = tuple(answer_at(steps, day) for shape in folder.common for steps in shape)
        found.append(known.setdefault(worth, (len(known), day))[0])
    return np.array(found, np.uint16), [day for _, day in known.values()]


def answer_at(steps: tuple[tuple[Day, Answer], ...], day: Day) -> Answer:
    """The answer of a line's days and answers on a day."""
    return next(answer for start, answer in reversed(steps) if start <= day)


def over(steps: list[Any], days: list[Day]) -> Any:
    """For each epoch the place of the last step that has begun; steps are tuples that begin with their day."""
    starts = [step[0].toordinal() for step in steps]
    return np.searchsorted(starts, [day.toordinal() for day in days], side="right") - 1


def signature_row(cell: Cell, days: list[Day]) -> Any:
    """A cell's signatures by course and epoch."""
    rows = [np.array([step[1] for step in steps], np.uint32)[over(steps, days)] for steps in cell.signatures]
    return np.stack(rows)


def tie_row(cell: Cell, days: list[Day]) -> Any:
    """How well a cell gives a link, by course and epoch."""
    return np.stack([np.array([int(step[1]) for step in steps], np.uint8)[over(steps, days)] for steps in cell.ties])


def giver_row(cell: Cell, days: list[Day], numbers: dict[str | None, int]) -> Any:
    """The number of the state by which a cell gives a link, by course and epoch."""
    rows = [np.array([numbers[step[2]] for step in steps], np.uint16)[over(steps, days)] for steps in cell.ties]
    return np.stack(rows)


def step_row(cell: Cell, days: list[Day]) -> Any:
    """How many changes a cell has seen by each epoch."""
    return over([(day,) for day in cell.days], days).astype(np.uint16)
