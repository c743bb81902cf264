"""Finding: an answer with its reasons, ready to be printed, replayed, cited and defended."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from ..answer import Answer, OpenKind
from ..dates import BEGINNING, Day, day_before
from ..limbs.conduct import Charge, Link
from ..limbs.facts import UNKNOWN, Asked, Facts, read_facts
from ..record import supposing
from ..record.court import Dispute
from ..record.names import Names
from ..record.record import Record
from ..rules.jurisdiction import JURISDICTION
from ..rules.walk import Leaf, Reason, Reasons, walk
from ..timelines.law import Law
from . import report
from .missing import Missing, missing_facts, presumed_facts
from .question import Part, Question, joined_parts

__all__ = ["Alternative", "Finding", "Turn", "jurisdiction"]


class Alternative(NamedTuple):
    """One of the answers that are possible while facts are missing: which values lead to it, and what decides it then."""

    answer: Answer
    chosen: dict[str, str]
    leaves: tuple[Leaf, ...]


class Turn(NamedTuple):
    """Days with one answer, and the keys of the acts that brought it."""

    part: Part
    because: tuple[str, ...]


class Finding:
    """The answer of a rule to one set of facts.

    ``answer`` is the highest of ``parts``; ``kind`` says of an open answer which of the three it is. ``leaves`` are the limbs
    that decide it on ``day``, the first day on which that answer holds. ``by_charge`` has the answer for each crime charged.
    """

    def __init__(self, facts: Facts, asked: Asked, law: Law, questions: list[Question]) -> None:
        self.facts, self.asked, self.law, self.questions = facts, asked, law, questions
        self.parts = highest([question.parts for question in questions])
        best = max(self.parts, key=lambda part: part.answer)
        self.answer: Answer = best.answer
        self.kind: OpenKind | None = best.kind
        if isinstance(asked.first, str) and len({part.answer for part in self.parts}) > 1:
            self.answer, self.kind = Answer.OPEN, OpenKind.FACT  # the day is not known, and it decides
        unknown_and_never = asked.first == UNKNOWN and best.answer is Answer.NO
        self.day: Day = asked.asked_on if unknown_and_never else best.first
        self.question = next(q for q in questions if any(self.matches(part, best) for part in q.parts))

    @staticmethod
    def matches(part: Part, best: Part) -> bool:
        """Whether a charge's part gives the best answer on the day it begins."""
        return part.answer is best.answer and part.kind is best.kind and part.first <= best.first <= part.last

    @property
    def record(self) -> Record:
        """The record that answered."""
        return self.law.record

    @property
    def by_charge(self) -> list[tuple[Charge | None, Answer]]:
        """Each crime charged with its own highest answer."""
        return [(q.charge, max(part.answer for part in q.parts)) for q in self.questions]

    @cached_property
    def alternatives(self) -> list[Alternative]:
        """The answers that are possible on ``day``, highest first; one where nothing missing makes a difference."""
        found: dict[Answer, Alternative] = {}
        for outcome in self.question.outcomes(self.day):
            if outcome.answer not in found:
                leaves = self.question.decide(outcome.conduct, self.day)[1]
                found[outcome.answer] = Alternative(outcome.answer, outcome.chosen, reasons_only(leaves))
        return sorted(found.values(), key=lambda alternative: -alternative.answer)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The limbs that decide the answer."""
        return tuple(dict.fromkeys(leaf for alternative in self.alternatives for leaf in alternative.leaves))

    def leaves_on(self, day: Day) -> tuple[Leaf, ...]:
        """The limbs that decide the answer for conduct on ``day``, for the charge whose answer is highest then."""
        found = [(question.outcomes(day)[0], question) for question in self.questions]
        outcome, question = max(found, key=lambda pair: pair[0].answer)
        return reasons_only(question.decide(outcome.conduct, day)[1])

    def days_alike(self, part: Part) -> list[tuple[Day, Day]]:
        """The days of a part by what decides on them, first and last both included; undivided where facts are missing."""
        if any(question.whole is None for question in self.questions):
            return [(part.first, part.last)]
        changes = sorted({day for question in self.questions for day in question.changes()})
        starts: list[tuple[Day, object]] = []
        for day in (part.first, *(day for day in changes if part.first < day <= part.last)):
            alike = {(leaf.limb.name, leaf.link, leaf.answer) for leaf in self.leaves_on(day)}
            if not starts or starts[-1][1] != alike:
                starts.append((day, alike))
        days = [day for day, _ in starts]
        return list(zip(days, [*(day_before(day) for day in days[1:]), part.last], strict=True))

    @cached_property
    def tree(self) -> Reason:
        """The whole tree of reasons on ``day``, for the first way in which the facts may be completed."""
        conduct = self.question.outcomes(self.day)[0].conduct
        return walk(self.question.rule, Reasons(self.law, conduct, self.day), conduct.links)

    @cached_property
    def missing(self) -> list[Missing]:
        """Every fact not given: what it could change, or that it cannot."""
        rows = missing_facts(self.question, self.day)
        return rows if self.asked.first != UNKNOWN else [day_row(self.parts), *rows]

    @property
    def presumed(self) -> dict[str, str]:
        """What was presumed for facts not given."""
        return presumed_facts(self.asked)

    @property
    def articles(self) -> list[str]:
        """The articles of the deciding limbs, each once; article 12(2) where the answer is no for want of a link."""
        found = [article for leaf in self.leaves for article in leaf.articles]
        if self.answer is Answer.NO and any(leaf.link for leaf in self.leaves):
            found.insert(0, "12(2)")
        return list(dict.fromkeys(found))

    @property
    def because(self) -> list[str]:
        """Keys of the acts, rulings and other rows that caused the deciding steps, each once."""
        return list(dict.fromkeys(key for leaf in self.leaves for key in leaf.step.because))

    @property
    def contested(self) -> list[Dispute]:
        """The contested points on which deciding limbs are open."""
        leaves = [leaf for part in self.parts for leaf in self.leaves_on(part.first)] if len(self.parts) > 1 else []
        points = dict.fromkeys(
            point
            for leaf in (*self.leaves, *leaves)
            if leaf.answer is Answer.OPEN
            for point in points_of(self.record, leaf)
        )
        return [self.record.disputes[point] for point in points]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that the facts give."""
        return self.question.outcomes(self.day)[0].conduct.links

    @cached_property
    def timeline(self) -> list[Turn]:
        """The answer for conduct of every day there is, all else being as it was told, with what made it change."""
        parts = highest([question.split(BEGINNING, Day.max) for question in self.questions])
        return [Turn(part, self.turned_by(part.first)) for part in parts]

    def turned_by(self, day: Day) -> tuple[str, ...]:
        """Keys of the acts whose step falls on ``day`` among those that decide the answer on it or on the day before."""
        if day == BEGINNING:
            return ()
        keys: dict[str, None] = {}
        for question in self.questions:
            for near in (day, day_before(day)):
                conduct = question.outcomes(near)[0].conduct
                for leaf in question.decide(conduct, near)[1]:
                    step = leaf.limb.line(self.law, conduct, leaf.link).at(day)
                    if step.day == day:
                        keys.update(dict.fromkeys(step.because))
        return tuple(keys)

    def text(self, *, tree: bool = True, width: int = 100) -> str:
        """The finding for a terminal of that many columns, with the whole tree of reasons or without it."""
        return report.as_text(self, tree=tree, width=width)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return report.as_html(self)

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain JSON."""
        return report.as_dict(self)

    def __repr__(self) -> str:
        return f"<Finding: {self.answer}{f' ({self.kind})' if self.kind else ''} on {self.day}>"


def day_row(parts: list[Part]) -> Missing:
    """The day as a missing fact: the days that lead to each answer, as periods that a question takes."""
    if len({part.answer for part in parts}) == 1:
        return Missing("on", "", {})
    could: dict[Answer, list[str]] = {}
    for part in parts:
        could.setdefault(part.answer, []).append(f"{part.first.isoformat()}/{part.last.isoformat()}")
    return Missing("on", "", could)


def points_of(record: Record, leaf: Leaf) -> list[str]:
    """The contested points on which an open leaf hangs: that of its step, or all that the holder of a place names."""
    found = [leaf.step.point] if leaf.step.point else []
    for key in leaf.step.because:
        if key.startswith("place:"):
            _, place, number = key.split(":")
            found += record.places[place].holders[int(number)].disputes
    return list(dict.fromkeys(found))


def reasons_only(leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """The leaves that are reasons; those that only sort the question, or behind which nothing stands, are left out."""
    kept = tuple(leaf for leaf in leaves if is_reason(leaf))
    return kept or leaves


def is_reason(leaf: Leaf) -> bool:
    """Whether a deciding leaf is worth saying."""
    step = leaf.step
    return not leaf.limb.gate and not (leaf.limb.quiet and not (step.because or step.point or step.note))


def highest(parts: list[list[Part]]) -> list[Part]:
    """The parts of several charges joined: day by day the highest answer."""
    if len(parts) == 1:
        return parts[0]
    starts = sorted({part.first for one in parts for part in one})
    ends = sorted({part.last for one in parts for part in one})
    found = []
    for start in starts:
        end = next(day for day in ends if day >= start)
        held = [part for one in parts for part in one if part.first <= start <= part.last]
        best = max(held, key=lambda part: part.answer)
        found.append(Part(start, end, best.answer, best.kind))
    return joined_parts(found)


def jurisdiction(
    facts: Facts,
    record: Record | None = None,
    *,
    asked_on: Day | None = None,
    law: Law | None = None,
    suppose: Iterable[str] = (),
) -> Finding:
    """Whether the International Criminal Court has jurisdiction over the facts, with the reasons.

    The law is asked as it was understood on the day that the facts name as ``asked_on``; where they name none, on
    ``asked_on``, or else on the day of the record. ``suppose`` adds acts and rulings, each in words, to a copy of the record;
    they count whatever their day. Raises :class:`~ratione.errors.FactError` for a fact that cannot be read.

    >>> from ratione import Facts, jurisdiction
    >>> jurisdiction(Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"))
    <Finding: yes on 2022-03-04>
    """
    record = record or (law.record if law else Record.embedded())
    supposed = supposing.suppose(record, names_of(record), suppose)
    record = supposed.record
    names = names_of(record)
    asked = read_facts(record, names, facts, asked_on or (law.asked_on if law else record.day))
    if law is None or law.record is not record or law.asked_on != asked.asked_on:
        law = Law(record, asked.asked_on, supposed.keys)
    charges: tuple[Charge | None, ...] = (None,) if isinstance(asked.charges, str) else asked.charges
    return Finding(facts, asked, law, [Question(JURISDICTION, law, asked, charge) for charge in charges])


def names_of(record: Record) -> Names:
    """The names of a record, worked out once."""
    kept = record.__dict__
    if "names" not in kept:
        kept["names"] = Names(record)
    names: Names = kept["names"]
    return names


def weak_rows(record: Record, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Of these keys, those whose row carries a weak mark, with the mark."""
    found = [(key, record.row(key)) for key in keys]
    return [(key, row.weak) for key, row in found if row is not None and row.weak]


def sources_of(record: Record, keys: Iterable[str]) -> dict[str, list[str]]:
    """The sources of the rows behind these keys: key of the row to ids of sources, with their passages."""
    return {key: list(row.sources) for key in keys if (row := record.row(key)) is not None}
