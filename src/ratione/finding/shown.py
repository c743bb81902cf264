"""Shown: rows of the record in the words and shapes in which every surface shows them, with sources and weak marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from ..record.act import AnyAct, Declaration12_3, Declaration124, WithdrawalNotice
from ..record.record import Record
from ..timelines.law import Law
from ..timelines.spans import SpanRow
from ..words import WEAK_MARKS, Words, said_day

__all__ = [
    "ActShown", "NamedThing", "SourceRef", "SpanShown", "act_shown", "named_state", "row_sources", "source_ref", "span_shown",
    "weak_meaning",
]  # fmt: skip


class SourceRef(Struct, frozen=True, kw_only=True):
    """A source that a row names, with the passage: ``read`` is what was read, ``cites`` what that text reports."""

    id: str
    publisher: str
    title: str
    passage: str = ""
    read: str = ""
    cites: str = ""
    weak: str = ""


class NamedThing(Struct, frozen=True, kw_only=True):
    """A thing of the record by code and name."""

    code: str
    name: str


class ActShown(Struct, frozen=True, kw_only=True):
    """An act: what it says, its day, and on whose word."""

    key: str
    state: str
    state_name: str
    kind: str
    says: str
    day: date
    instrument: str
    instrument_name: str
    note: str = ""
    window: str = ""
    dispute: str = ""
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


class SpanShown(Struct, frozen=True, kw_only=True):
    """A derived span, half-open: ``until`` is the first day on which it no longer holds, null while it lasts."""

    instrument: str
    instrument_name: str
    status: str
    start: date = msgspec.field(name="from")
    until: date | None = None
    answer: str
    article: str = ""
    because: tuple[str, ...] = ()
    says: str = ""
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


def weak_meaning(mark: str) -> str:
    """What a weak mark means, in words; empty for none.

    >>> weak_meaning("recalled")
    'from memory, no document read gives it'
    """
    return WEAK_MARKS.get(mark, "")


def source_ref(record: Record, reference: str) -> SourceRef:
    """A source as a row names it: id, perhaps a passage after a colon."""
    code, _, passage = reference.partition(":")
    row = record.sources[code]
    return SourceRef(
        id=code, publisher=row.publisher, title=row.title, passage=passage.strip(), read=row.read, cites=row.cites,
        weak=row.weak or "",
    )  # fmt: skip


def row_sources(record: Record, references: Iterable[str]) -> tuple[SourceRef, ...]:
    """The sources that a row names, each once."""
    return tuple(source_ref(record, one) for one in dict.fromkeys(references))


def named_state(record: Record, code: str) -> NamedThing:
    """A state or territory by code and name."""
    row = record.states.get(code) or record.territories.get(code)
    return NamedThing(code=code, name=row.name if row else code)


def act_shown(record: Record, key: str, state: str, act: AnyAct) -> ActShown:
    """An act in words."""
    said = Words(record).act(state, act).partition(": ")[2]
    return ActShown(
        key=key, state=state, state_name=record.states[state].name, kind=act.kind, says=said, day=act.day,
        instrument=act.instrument, instrument_name=record.instruments[act.instrument].short, note=act.note,
        window=window(act), dispute=getattr(act, "dispute", ""), weak=act.weak or "",
        sources=row_sources(record, act.sources),
    )  # fmt: skip


def window(act: AnyAct) -> str:
    """What a declaration or notice covers or names, in words."""
    if isinstance(act, Declaration12_3) and not act.confirms:
        start = f" from {said_day(act.start)}" if act.start else ""
        end = f" to before {said_day(act.until)}" if act.until else ", open-ended"
        return f"conduct{start}{end}" + ("; territory only" if act.reach == "territory" else "")
    if isinstance(act, Declaration124):
        return f"war crimes, {' and '.join(act.shields)}, {act.years} years from entry into force"
    if isinstance(act, WithdrawalNotice) and act.names:
        return f"names {said_day(act.names)} as day of effect"
    return ""


def span_shown(law: Law, row: SpanRow) -> SpanShown:
    """A span in words."""
    record = law.record
    words = Words(record)
    rows = (record.row(key) for key in row.because)
    references = [one for found in rows if found is not None for one in found.sources]
    said = "; ".join(words.reasons(row.because)).replace(f"{words.state(row.iso3)}: ", "")
    return SpanShown(
        instrument=row.instrument, instrument_name=record.instruments[row.instrument].short, status=row.status,
        start=row.start, until=row.until, answer=str(row.answer), article=row.article, because=row.because, says=said,
        weak=row.weak, sources=row_sources(record, references),
    )  # fmt: skip
