"""Table: the same question for every row of a table, each row answered or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..answer import Answer
from ..dates import Day
from ..errors import FactError, InputError
from ..limbs.facts import FACTS, Facts
from ..record.record import Record
from ..timelines.law import Law
from .finding import Finding, jurisdiction
from .report import reasons

__all__ = ["COLUMNS", "answer_table", "facts_of_row"]

COLUMNS = ("id", "answer", "parts", "deciding_articles", "reason", "record_version")
"""The columns of an answered table."""

OTHER_NAMES = {"referring_state": "referred_by"}
NAMES = {kind.name for kind in FACTS} | {"conduct_from", "conduct_to", *OTHER_NAMES}


def facts_of_row(row: Mapping[str, str]) -> Facts:
    """The facts in a row of a table; columns that are no facts are not read."""
    told = {name: (value or "").strip() for name, value in row.items() if name in NAMES}
    first, last = told.pop("conduct_from", ""), told.pop("conduct_to", "")
    if first or last:
        told["on"] = first if not last or first == last else f"{first}/{last}"
    for name, ours in OTHER_NAMES.items():
        if name in told:
            told[ours] = told.pop(name)
    return Facts(**told)


def answer_table(
    rows: Iterable[Mapping[str, str]], record: Record, *, asked_on: Day, suppose: Iterable[str] = ()
) -> Iterator[dict[str, str]]:
    """Each row with its answer, as a row of :data:`COLUMNS`; ``answer`` is ``error`` where a row cannot be read.

    ``rows`` have the names of facts as columns (``conduct_from``, ``conduct_to`` and ``referring_state`` are understood too)
    and an ``id``, or the number of the row is taken. ``asked_on`` holds for rows that name no day of their own.

    >>> from ratione import Day, Record, answer_table
    >>> rows = [{"id": "paris", "on": "2015-11-13", "territory": "FRA", "age": "17"}, {"id": "typo", "on": "soon"}]
    >>> [(row["id"], row["answer"]) for row in answer_table(rows, Record.embedded(), asked_on=Day(2026, 11, 21))]
    [('paris', 'no'), ('typo', 'error')]
    """
    laws: dict[Day, Law] = {}
    suppositions = list(suppose)
    for number, row in enumerate(rows, start=1):
        name = row.get("id") or str(number)
        try:
            if row.get(""):
                raise InputError(row[""])
            facts = facts_of_row(row)
            found = one(facts, record, asked_on, laws, suppositions)
        except (FactError, InputError) as fault:
            yield {"id": name, "answer": "error", "parts": "", "deciding_articles": "", "reason": str(fault),
                   "record_version": record.version}  # fmt: skip
            continue
        yield answered(name, found)


def one(facts: Facts, record: Record, asked_on: Day, laws: dict[Day, Law], suppositions: list[str]) -> Finding:
    """The finding for one row, under a law that rows asked on the same day share."""
    if suppositions:
        return jurisdiction(facts, record, asked_on=asked_on, suppose=suppositions)
    day = Day.fromisoformat(facts.asked_on) if is_day(facts.asked_on) else asked_on
    law = laws.setdefault(day, Law(record, day))
    return jurisdiction(facts, record, asked_on=asked_on, law=law)


def is_day(text: str) -> bool:
    """Whether the text is a plain day; whatever else it is, the reading of the facts will say."""
    return (
        len(text) == 10
        and text[:4].isdigit()
        and text[4] == text[7] == "-"
        and text[5:7].isdigit()
        and text[8:].isdigit()
    )


def answered(name: str, finding: Finding) -> dict[str, str]:
    """A row of the answered table."""
    says = [sentence for _, sentence, _ in reasons(finding, finding.leaves)]
    if finding.answer is Answer.OPEN and finding.kind:
        says.insert(0, f"open: {finding.kind}")
    return {
        "id": name,
        "answer": str(finding.answer),
        "parts": ";".join(f"{part.first}/{part.last}={part.answer}" for part in finding.parts),
        "deciding_articles": ";".join(finding.articles),
        "reason": "; ".join(says),
        "record_version": finding.record.version,
    }
