"""The same question on United States law for every row of a table, each row answered or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from ..dates import Day, read_day
from ..errors import FactError, InputError
from ..limbs.us_facts import UsFacts
from ..record.record import Record
from ..timelines.law import Law
from .us_law import Question, us_law_under
from .us_shown import UsFinding
from .us_suppose import supposed_record

__all__ = ["US_COLUMNS", "US_FACTS", "us_table"]

US_COLUMNS = ("id", "answer", "open_kind", "deciding_measures", "reason", "record_version")
"""The columns of an answered table."""

ALMOST = 0.87
"""How much alike two names are where one is a slip of the pen for the other."""

US_FACTS = UsFacts.__struct_fields__
"""The columns that are facts; others are not read."""


def us_table(
    rows: Iterable[Mapping[str, str]],
    record: Record,
    *,
    asked_on: Day,
    question: Question = "permitted",
    suppose: Iterable[str] = (),
) -> Iterator[dict[str, str]]:
    """Each row with its answer, as a row of :data:`US_COLUMNS`; ``answer`` is ``error`` where a row cannot be read.

    >>> from ratione.record.record import Record
    >>> from ratione.dates import Day
    >>> asked = [{"id": "a", "on": "2015-06-01", "activity": "direct-funding", "beneficiary": "icc"}]
    >>> [row["answer"] for row in us_table(asked, Record.embedded(), asked_on=Day(2026, 11, 21))]
    ['no']
    """
    acts = tuple(suppose)
    supposed, keys = supposed_record(record, acts)
    laws: dict[Day, Law] = {}
    for number, row in enumerate(rows, start=1):
        name = row.get("id") or str(number)
        told = {field: (row.get(field) or "").strip() for field in US_FACTS}
        try:
            if row.get(""):
                raise InputError(row[""])
            no_slips(row)
            day = read_day(told["asked_on"], field="asked_on") if told["asked_on"] else asked_on
            law = laws.get(day) or laws.setdefault(day, Law(supposed, day, keys))
            found = us_law_under(law, UsFacts(**told), question=question, said=acts, brief=True)
        except InputError as fault:
            yield dict(zip(US_COLUMNS, (name, "error", "", "", str(fault), record.version), strict=True))
            continue
        yield answered(name, found)


def no_slips(row: Mapping[str, str]) -> None:
    """Raises where the name of a column is almost that of a fact: a fact that is not read would change the answer."""
    left = [name for name in US_FACTS if name not in row]
    for name in filter(None, row):
        meant = get_close_matches(name, left, n=1, cutoff=ALMOST) if name not in US_FACTS else []
        if meant:
            raise FactError("columns", name, "the name of a fact", hint=meant[0])


def answered(name: str, found: UsFinding) -> dict[str, str]:
    """One row of the table."""
    values = (
        name, found.answer, found.open_kind, ";".join(found.deciding_measures), found.reason, found.record_version,
    )  # fmt: skip
    return dict(zip(US_COLUMNS, values, strict=True))
