"""The history of the relationship in order of days, with those who held office on each day.

>>> from ratione.record.record import Record
>>> rows = us_timeline(Record.embedded(), kind="sanction", start="2025-06-01", until="2025-07-01")
>>> [row.date for row in rows]
['2025-06-05', '2025-06-05']
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from ..dates import Day, read_day
from ..errors import FactError
from ..record.names import one_of
from ..record.record import Record
from ..record.relations import Event, Office, Statement

__all__ = ["HistoryRow", "history_text", "in_office", "profile_text", "us_timeline"]

ADMINISTRATIONS = ("clinton", "bush", "obama", "trump-1", "biden", "trump-2")
STANCES = ("supportive", "restrictive", "neutral", "mixed")
KINDS = (
    "statute", "bill", "executive-order", "sanction", "court-decision", "un-vote", "treaty-act", "agreement",
    "cooperation", "institution", "statement", "report", "visit", "other",
)  # fmt: skip
SHOWN_OFFICES = ("President", "Secretary of State", "Ambassador-at-Large", "Prosecutor")


class HistoryRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened or was said, with the sources for it and those in office on the day."""

    code: str
    date: str
    title: str
    summary: str
    actor: str
    kind: str
    administration: str
    stance: str
    in_office: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    weak: str = ""
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found


def us_timeline(
    record: Record,
    *,
    administration: str = "",
    kind: str = "",
    actor: str = "",
    stance: str = "",
    start: str = "",
    until: str = "",
    statements: bool = False,
) -> list[HistoryRow]:
    """Events in order of days; ``start`` is the first day, ``until`` the first day left out.

    ``statements`` adds what was said. A :class:`~ratione.errors.FactError` names a filter that is not known.

    >>> from ratione import Record, us_timeline
    >>> us_timeline(Record.embedded(), start="2025-02-06")[0].date
    '2025-02-06'
    """
    if administration:
        one_of(administration, ADMINISTRATIONS, field="administration", expected="one of " + ", ".join(ADMINISTRATIONS))
    if kind:
        one_of(kind, KINDS, field="kind", expected="one of " + ", ".join(KINDS))
    if stance:
        one_of(stance, STANCES, field="stance", expected="one of " + ", ".join(STANCES))
    first = read_day(start, field="from") if start else date.min
    last = read_day(until, field="until") if until else date.max
    if last <= first:
        raise FactError(
            "until", until, f"a day after {start or first.isoformat()}, from which the history is asked for"
        )
    rows = [event_row(record, one) for one in record.history.events.values() if first <= one.day < last]
    if statements:
        said = record.history.statements.values()
        rows += [statement_row(record, one) for one in said if first <= one.day < last]
    wanted = (("administration", administration), ("kind", kind), ("stance", stance))
    kept = [row for row in rows if all(not value or getattr(row, name) == value for name, value in wanted)]
    if actor:
        kept = [row for row in kept if actor.casefold() in row.actor.casefold()]
    return sorted(kept, key=lambda row: (row.date, row.code))


def in_office(record: Record, day: Day, offices: tuple[str, ...] = ()) -> list[tuple[str, Office]]:
    """Who held which office on a day; on the day of a transition, the one who comes in.

    >>> from ratione.record.record import Record
    >>> from ratione.dates import Day
    >>> [who for who, held in in_office(Record.embedded(), Day(2021, 1, 20), ("President",)) if held.body == "United States"]
    ['Joe Biden']
    """
    found = []
    for person in record.history.people.values():
        for held in person.offices:
            named = not offices or any(held.office.startswith(name) for name in offices)
            if named and held.start <= day and (held.until is None or day < held.until):
                found.append((person.name, held))
    return sorted(found, key=lambda pair: (pair[1].office, pair[0]))


def holders(record: Record, day: Day, precision: str) -> tuple[str, ...]:
    """Those who held the chief offices on the day, in words; nobody where the day is not known."""
    if precision != "day":
        return ()
    found = in_office(record, day, SHOWN_OFFICES)
    return tuple(f"{who}, {held.office}" + (f" [weak: {held.weak}]" if held.weak else "") for who, held in found)


def event_row(record: Record, one: Event) -> HistoryRow:
    """An event as a row."""
    return HistoryRow(
        code=one.code, date=one.date_text, title=one.title, summary=one.summary, actor=one.actor, kind=one.kind,
        administration=one.administration, stance=one.stance, in_office=holders(record, one.day, one.precision),
        sources=one.sources, addresses=addresses(record, one.sources), weak=one.weak or "", note=one.note,
    )  # fmt: skip


def statement_row(record: Record, one: Statement) -> HistoryRow:
    """A statement as a row."""
    parts = [part for part in (one.speaker, one.office, one.body) if part]
    text = one.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[one.precision]]
    said = f"{one.says} \u201c{one.quote}\u201d" if one.quote else one.says
    return HistoryRow(
        code=one.code, date=text, title=f"Statement of {one.speaker}", summary=said, actor=", ".join(parts),
        kind="statement", administration=administration_on(record, one.day), stance=one.stance,
        in_office=holders(record, one.day, one.precision), sources=one.sources,
        addresses=addresses(record, one.sources), weak=one.weak or "", note=one.note,
    )  # fmt: skip


def administration_on(record: Record, day: Day) -> str:
    """The administration of a day: that of the events next before it."""
    before = [one for one in record.history.events.values() if one.day <= day]
    return max(before, key=lambda one: one.day).administration if before else ""


def addresses(record: Record, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses that were read, of the sources named."""
    rows = (record.sources[code.partition(":")[0]] for code in sources)
    return tuple(row.read for row in rows if row.read)


def history_text(rows: list[HistoryRow]) -> str:
    """Rows as text, one paragraph each.

    >>> from ratione import Record, history_text, us_timeline
    >>> history_text(us_timeline(Record.embedded(), administration="obama")).splitlines()[0]
    '2009-01-29  Rice speaks of the ICC as important and credible'
    """
    lines = []
    for row in rows:
        weak = f" [weak: {row.weak}]" if row.weak else ""
        lines.append(f"{row.date}  {row.title}{weak}")
        lines.append(f"            {row.summary}")
        lines.append(f"            {row.actor}; {row.kind}, {row.stance}; {row.administration}")
        if row.in_office:
            lines.append(f"            in office: {'; '.join(row.in_office)}")
        lines.append(f"            sources: {', '.join(row.sources) or 'none; rests on memory'}")
        if row.note:
            lines.append(f"            {row.note}")
    return "\n".join([*lines, "", f"{len(rows)} rows."]) + "\n"


def profile_text(record: Record, administration: str) -> str:
    """The page of prose on an administration, each sentence with what it rests on.

    >>> from ratione import Record, profile_text
    >>> profile_text(Record.embedded(), "obama").splitlines()[0]
    'The Obama administration and the Court'
    """
    one_of(administration, ADMINISTRATIONS, field="administration", expected="one of " + ", ".join(ADMINISTRATIONS))
    page = record.history.profiles[administration]
    lines = [page.title, ""]
    for sentence in page.sentences:
        lines += [sentence.text, *(f"  {basis(record, code)}" for code in sentence.cites)]
    return "\n".join(lines) + "\n"


def basis(record: Record, code: str) -> str:
    """What a citation stands for, in words."""
    event = record.history.events.get(code)
    if event is None:
        source = record.sources[code.removeprefix("source:").strip()]
        return f"{source.title}, {source.publisher}"
    weak = f" [weak: {event.weak}]" if event.weak else ""
    return f"{event.date_text} {event.title}; sources: {', '.join(event.sources) or 'none'}{weak}"
