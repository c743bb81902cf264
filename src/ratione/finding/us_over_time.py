"""Over time: what each activity met under United States law on every day, nothing but the activity being told."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..dates import Day
from ..limbs.us_facts import UsFacts, read_us_facts
from ..record.names import Names
from ..record.record import Record
from ..rules.united_states import rule_of
from ..timelines.law import Law
from .us_law import timeline, us_law_under
from .us_shown import Stretch

__all__ = ["ActivityOverTime", "us_over_time"]


class ActivityOverTime(Struct, frozen=True, kw_only=True):
    """An activity: the word of the day asked on with its reason, and the answers of all days."""

    code: str
    name: str
    says: str
    word: str
    reason: str
    timeline: tuple[Stretch, ...]


def us_over_time(
    record: Record, asked_on: Day, activities: Iterable[str] = (), beneficiary: str = ""
) -> list[ActivityOverTime]:
    """Every activity over time, or those named, as the law is known on a day; ``beneficiary`` is whom it helps, if told.

    >>> from ratione import Day, Record, us_over_time
    >>> [row.code for row in us_over_time(Record.embedded(), Day(2026, 11, 21), ["rewards"])]
    ['rewards']
    """
    found, law = [], Law(record, asked_on)
    for code in activities or record.lawbook.activities:
        row = record.lawbook.activities[code]
        facts = UsFacts(activity=code, on=asked_on.isoformat(), beneficiary=beneficiary)
        conduct = read_us_facts(record, Names(record), facts, asked_on)
        days = timeline(law, rule_of(law, code, "permitted"), conduct, "permitted")
        said = us_law_under(law, facts, brief=True)
        found.append(
            ActivityOverTime(code=code, name=row.name, says=row.says, word=said.word, reason=said.reason, timeline=days)
        )
    return found
