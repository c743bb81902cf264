"""Status: everything about a state's participation on a day, and who is a party on it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import Any, NamedTuple

from ..answer import Answer
from ..dates import Day
from ..record.act import (
    Announcement,
    AnyAct,
    Declaration12_3,
    Declaration15bis4,
    Declaration124,
    Declaration124Withdrawal,
    OtherDeclaration,
    TerritorialClause,
)
from ..timelines.law import Law
from ..timelines.participation import Leaving, pending
from ..timelines.spans import SpanRow, spans_of
from ..words import WEAK_MARKS, Words, said_day

__all__ = ["InstrumentStatus", "StateStatus", "parties", "status"]

DECLARATIONS = (
    Declaration12_3, Declaration15bis4, Declaration124, Declaration124Withdrawal, OtherDeclaration, TerritorialClause,
)  # fmt: skip


class InstrumentStatus(NamedTuple):
    """How a state stands under one instrument on a day: the span that holds, if any, and the one that comes next."""

    code: str
    now: SpanRow | None
    coming: SpanRow | None


class StateStatus(NamedTuple):
    """Everything about a state's participation on a day.

    ``acts`` are declarations and clauses made by then; ``announcements`` were no acts under a treaty and change nothing;
    ``pending`` are withdrawals notified and not yet in effect, with their instrument.
    """

    state: str
    on: Day
    asked_on: Day
    instruments: list[InstrumentStatus]
    acts: list[tuple[str, AnyAct]]
    announcements: list[tuple[str, Announcement]]
    pending: list[tuple[str, Leaving]]
    good_faith: Answer
    observer: Answer
    observer_note: str
    situations: list[str]


def status(law: Law, state: str, on: Day) -> StateStatus:
    """The participation of a state on a day, as far as known on the day on which the law is asked.

    >>> from ratione import Day, Law, Record, status
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> found = status(law, "BDI", Day(2017, 10, 27))
    >>> found.instruments[0].now.status
    'former-party'
    """
    record = law.record
    order = sorted(record.instruments.values(), key=lambda row: (row.kind != "treaty", row.adopted, row.code))
    instruments = [under(law, state, row.code, on) for row in order]
    acts = [pair for code in record.instruments for pair in law.acts(state, code) if pair[1].day <= on]
    observer = law.line("observer", state, "rome-statute").at(on)
    return StateStatus(
        state,
        on,
        law.asked_on,
        instruments,
        [pair for pair in acts if isinstance(pair[1], DECLARATIONS) or pair[1].kind in NOTES],
        [(key, act) for key, act in acts if isinstance(act, Announcement)],
        [(code, leaving) for code in record.instruments for leaving in pending(law, state, code, on)],
        law.line("good_faith", state, "rome-statute").at(on).answer,
        observer.answer,
        observer.note,
        [code for code, row in record.situations.items() if state in row.states],
    )


NOTES = ("intention-not-to-ratify", "withdrawal-notice", "withdrawal-rescission", "instrument-withdrawal")
"""Kinds of acts that are shown beside a status."""


def under(law: Law, state: str, code: str, on: Day) -> InstrumentStatus:
    """How the state stands under one instrument on the day."""
    rows = spans_of(law, state, code)
    now = next((row for row in rows if row.start <= on and (row.until is None or on < row.until)), None)
    coming = next((row for row in rows if row.start > on), None)
    return InstrumentStatus(code, now, coming)


def parties(law: Law, instrument: str, on: Day, group: str = "") -> list[tuple[str, SpanRow]]:
    """Every state that is a party to (or bound by) the instrument on the day, with the span that says so.

    States whose status is open are listed too; their span says so.

    >>> from ratione import Day, Law, Record, parties
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> len(parties(law, "rome-statute", Day(2017, 10, 26))), len(parties(law, "rome-statute", Day(2017, 10, 27)))
    (124, 123)
    """
    wanted = "bound" if law.record.instruments[instrument].kind == "amendment" else "party"
    found = []
    for code, state in sorted(law.record.states.items(), key=lambda pair: pair[1].name):
        if group and state.group != group:
            continue
        for row in spans_of(law, code, instrument):
            if row.status == wanted and row.start <= on and (row.until is None or on < row.until):
                found.append((code, row))
    return found


def status_text(law: Law, found: StateStatus, width: int = 100) -> str:
    """A status for the terminal.

    >>> from ratione import Day, Law, Record, status, status_text
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> print(status_text(law, status(law, "BDI", Day(2017, 10, 27))).splitlines()[0])
    Burundi (BDI) on 27 October 2017
    """
    return "\n".join(status_lines(law, found, width)) + "\n"


def status_lines(law: Law, found: StateStatus, width: int) -> Iterator[str]:
    record, words = law.record, Words(law.record)
    state = record.states[found.state]
    yield f"{state.name} ({found.state}) on {said_day(found.on)}"
    yield f"  as known on {said_day(found.asked_on)}; record {record.version}"
    yield ""
    for row in found.instruments:
        short = record.instruments[row.code].short
        said = (
            said_status(words, row.now)
            if row.now or not law.acts(found.state, row.code)
            else "no status; see the acts below"
        )
        yield fill(f"{short}: {said}", width, initial_indent="  ", subsequent_indent="      ")
        if row.now:
            yield from source_lines(law, row.now.because, width)
        if row.coming:
            yield f"      next: {said_status(words, row.coming)}"
    yield from leaving_lines(words, found, width)
    yield ""
    yield f"  signatory's duty of good faith (VCLT 18): {found.good_faith}"
    note = f" ({found.observer_note})" if found.observer_note else ""
    yield f"  observer at the Assembly (art. 112(1)): {found.observer}{note}"
    yield from act_lines(law, "Declarations, notices and clauses", found.acts, width)
    yield from act_lines(law, "Announced, without an act under a treaty", found.announcements, width)
    if found.situations:
        yield ""
        yield "  Situations: " + ", ".join(f"{record.situations[code].name} ({code})" for code in found.situations)


def leaving_lines(words: Words, found: StateStatus, width: int) -> Iterator[str]:
    """Withdrawals notified and not yet in effect."""
    for code, leaving in found.pending:
        short = words.record.instruments[code].short
        weak = mark(words.record.row(leaving.key))
        line = (
            f"pending withdrawal from the {short}: notice received {said_day(leaving.received)}; takes effect on "
            f"{said_day(leaving.step.day)} unless taken back (art. {leaving.step.article}){weak}"
        )
        yield ""
        yield fill(line, width, initial_indent="  ", subsequent_indent="      ")


def act_lines(law: Law, title: str, acts: Any, width: int) -> Iterator[str]:
    """A list of acts with their marks, notes and sources."""
    if acts:
        yield ""
        yield f"  {title}"
    for key, act in acts:
        words = Words(law.record)
        said = words.act(law.record.acts[key][0], act).partition(": ")[2]
        note = f" -- {act.note}" if act.note else ""
        yield fill(f"{said}{window(act)}{mark(act)}{note}", width, initial_indent="    ", subsequent_indent="      ")
        yield from source_lines(law, (key,), width)


def window(act: AnyAct) -> str:
    """The conduct that a declaration covers, in words."""
    if not isinstance(act, Declaration12_3) or act.confirms:
        return ""
    start = f" from {said_day(act.start)}" if act.start else ""
    end = f" to before {said_day(act.until)}" if act.until else ", open-ended"
    return f", for conduct{start}{end}" + (f"; contested: {act.dispute}" if act.dispute else "")


def mark(row: Any) -> str:
    """The weak mark of a row, in words."""
    return f" [weak: {WEAK_MARKS[row.weak]}]" if row is not None and row.weak else ""


def said_status(words: Words, row: SpanRow | None) -> str:
    """A span in words."""
    if row is None:
        return "no act"
    until = f" to before {said_day(row.until)}" if row.until else ""
    because = "; ".join(words.reasons(row.because)).replace(f"{words.state(row.iso3)}: ", "")
    weak = f" [weak: {WEAK_MARKS[row.weak]}]" if row.weak else ""
    article = f", art. {row.article}" if row.article and row.article[0].isdigit() else ""
    if row.answer is Answer.OPEN:
        still = f"whether it is still {row.status.replace('-', ' ')} is open since {said_day(row.start)}"
        return f"{still}: {row.note} ({because}){weak}"
    return f"{row.status.replace('-', ' ')} since {said_day(row.start)}{until} ({because}{article}){weak}"


def source_lines(law: Law, keys: tuple[str, ...], width: int) -> Iterator[str]:
    """The publishers and titles behind rows."""
    references = [one for key in keys if (row := law.record.row(key)) is not None for one in row.sources]
    for reference in dict.fromkeys(references):
        code, _, passage = reference.partition(":")
        source = law.record.sources[code]
        at = f", {passage.strip()}" if passage else ""
        yield fill(f"[{source.publisher}: {source.title}{at}{mark(source)}]", width, initial_indent="        ",
                   subsequent_indent="         ")  # fmt: skip


def status_dict(law: Law, found: StateStatus) -> dict[str, Any]:
    """A status as plain JSON.

    >>> from ratione import Day, Law, Record, status, status_dict
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> status_dict(law, status(law, "BDI", Day(2017, 10, 27)))["name"]
    'Burundi'
    """
    record = law.record
    return {
        "state": found.state,
        "name": record.states[found.state].name,
        "on": found.on.isoformat(),
        "asked_on": found.asked_on.isoformat(),
        "record_version": record.version,
        "instruments": [
            {"instrument": row.code, "now": span_dict(law, row.now), "next": span_dict(law, row.coming)}
            for row in found.instruments
        ],
        "acts": [act_dict(key, act) for key, act in found.acts],
        "announcements": [act_dict(key, act) for key, act in found.announcements],
        "pending_withdrawals": [
            {"instrument": code, "received": leaving.received.isoformat(), "effect": leaving.step.day.isoformat(),
             "act": leaving.key, "weak": weak_of(record.row(leaving.key))}
            for code, leaving in found.pending
        ],
        "good_faith": str(found.good_faith),
        "observer": str(found.observer),
        "observer_note": found.observer_note,
        "situations": found.situations,
    }  # fmt: skip


def weak_of(row: Any) -> str | None:
    """The weak mark of a row."""
    return row.weak if row is not None else None


def act_dict(key: str, act: AnyAct) -> dict[str, Any]:
    """An act as plain JSON."""
    return {
        "act": key,
        "kind": act.kind,
        "instrument": act.instrument,
        "day": act.day.isoformat(),
        "weak": act.weak,
        "note": act.note,
        "sources": list(act.sources),
    }


def span_dict(law: Law, row: SpanRow | None) -> dict[str, Any] | None:
    """A span as plain JSON, half-open."""
    if row is None:
        return None
    return {
        "status": row.status,
        "from": row.start.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "answer": str(row.answer),
        "because": list(row.because),
        "article": row.article,
        "weak": row.weak or None,
        "sources": [one for key in row.because if (found := law.record.row(key)) for one in found.sources],
    }
