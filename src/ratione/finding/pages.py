"""Pages: everything the record says of one state or one instrument on a day, and how the whole world stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ..answer import Answer
from ..dates import Day
from ..record.act import AnyAct
from ..record.record import Record
from ..timelines.law import Law
from ..timelines.participation import pending
from ..timelines.places import Ground
from ..timelines.spans import SpanRow, spans_of
from .shown import ActShown, NamedThing, SourceRef, SpanShown, act_shown, row_sources, span_shown
from .status import parties, status

__all__ = [
    "InstrumentPage",
    "PendingShown",
    "Standing",
    "StatePage",
    "UnderShown",
    "Unit",
    "instrument_page",
    "standings",
    "state_page",
    "world_on",
]  # fmt: skip


class UnderShown(Struct, frozen=True, kw_only=True):
    """How a state stands under one instrument on the day, with every span it ever had there."""

    instrument: str
    instrument_name: str
    now: SpanShown | None
    next: SpanShown | None
    spans: tuple[SpanShown, ...]


class PendingShown(Struct, frozen=True, kw_only=True):
    """A notice of withdrawal whose effect is still to come."""

    instrument: str
    instrument_name: str
    received: date
    effect: date
    article: str
    act: ActShown


class StatePage(Struct, frozen=True, kw_only=True):
    """Everything about a state: the day it holds for, its standing, acts, territories, situations, contested points."""

    code: str
    name: str
    also: tuple[str, ...]
    group: str
    united_nations: str
    united_nations_since: date | None
    on: date
    asked_on: date
    record_version: str
    under: tuple[UnderShown, ...]
    acts: tuple[ActShown, ...]
    announcements: tuple[ActShown, ...]
    pending: tuple[PendingShown, ...]
    good_faith: str
    observer: str
    observer_note: str
    territories: tuple[NamedThing, ...]
    places: tuple[NamedThing, ...]
    situations: tuple[NamedThing, ...]
    disputes: tuple[NamedThing, ...]
    weak_rows: int
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class Standing(Struct, frozen=True, kw_only=True):
    """One state's standing under one instrument on a day: the span that holds, and since when."""

    code: str
    name: str
    group: str
    status: str
    answer: str
    since: date | None
    weak: str = ""
    pending_effect: date | None = None
    next_status: str = ""
    next_from: date | None = None


class Unit(Struct, frozen=True, kw_only=True):
    """A state, territory or contested place on the map of a day; ``parent`` is whose lot a territory shares."""

    code: str
    name: str
    kind: str
    status: str
    parent: str = ""
    since: date | None = None
    why: str = ""
    weak: str = ""


class InstrumentPage(Struct, frozen=True, kw_only=True):
    """An instrument: its clauses on entry into force and withdrawal as the record holds them, and who stands how."""

    code: str
    name: str
    short: str
    kind: str
    amends: str
    adopted: date
    signature_opened: date | None
    signature_closed: date | None
    depositary: str
    citation: str
    on: date
    record_version: str
    in_force: str
    in_force_from: date | None
    in_force_article: str
    counting: str
    parties: int
    open: int
    signatures: int
    standings: tuple[Standing, ...]
    acts: tuple[ActShown, ...]
    sources: tuple[SourceRef, ...]
    note: str = ""


def state_page(law: Law, code: str, on: Day) -> StatePage:
    """The page of a state on a day.

    >>> from ratione import Day, Law, Record, state_page
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> state_page(law, "BDI", Day(2026, 11, 21)).name
    'Burundi'
    """
    record, row = law.record, law.record.states[code]
    found = status(law, code, on)
    acts = [act_shown(record, key, code, act) for key, act in every_act(law, code)]
    admitted = row.united_nations
    return StatePage(
        code=code,
        name=row.name,
        also=row.also,
        group=row.group,
        united_nations=admitted.kind if admitted else "",
        united_nations_since=admitted.since if admitted else None,
        on=on,
        asked_on=law.asked_on,
        record_version=record.version,
        under=tuple(under(law, code, one.code, on) for one in found.instruments),
        acts=tuple(act for act in acts if act.kind != "announcement"),
        announcements=tuple(act for act in acts if act.kind == "announcement"),
        pending=tuple(pending_shown(law, code, on)),
        good_faith=str(found.good_faith),
        observer=str(found.observer),
        observer_note=found.observer_note,
        territories=tuple(
            NamedThing(code=one.code, name=one.name) for one in record.territories.values() if one.parent == code
        ),
        places=tuple(
            NamedThing(code=one.code, name=one.name)
            for one in record.places.values()
            if any(holder.state == code for holder in one.holders)
        ),
        situations=tuple(NamedThing(code=one, name=record.situations[one].name) for one in found.situations),
        disputes=tuple(disputes_of(record, code)),
        weak_rows=sum(bool(act.weak) for act in acts),
        note=row.note,
        sources=row_sources(record, row.sources),
    )


def every_act(law: Law, code: str) -> Iterator[tuple[str, AnyAct]]:
    """Every act of a state that counts, in order of day."""
    pairs = [pair for instrument in law.record.instruments for pair in law.acts(code, instrument)]
    yield from sorted(pairs, key=lambda pair: (pair[1].day, pair[0]))


def under(law: Law, state: str, code: str, on: Day) -> UnderShown:
    """A state under one instrument."""
    rows = [span_shown(law, row) for row in spans_of(law, state, code)]
    return UnderShown(
        instrument=code,
        instrument_name=law.record.instruments[code].short,
        now=next((row for row in rows if row.start <= on and (row.until is None or on < row.until)), None),
        next=next((row for row in rows if row.start > on), None),
        spans=tuple(rows),
    )


def pending_shown(law: Law, state: str, on: Day) -> Iterator[PendingShown]:
    """The notices of withdrawal of a state whose effect is still to come."""
    record = law.record
    for code, row in record.instruments.items():
        for leaving in pending(law, state, code, on):
            act = act_shown(record, leaving.key, state, record.acts[leaving.key][1])
            yield PendingShown(
                instrument=code,
                instrument_name=row.short,
                received=leaving.received,
                effect=leaving.step.day,
                article=leaving.step.article,
                act=act,
            )


def disputes_of(record: Record, state: str) -> Iterator[NamedThing]:
    """The contested points that bear on a state: by its acts, its places, its positions, its situations."""
    found = [dispute for act in record.states[state].acts if (dispute := getattr(act, "dispute", ""))]
    for place in record.places.values():
        for holder in place.holders:
            if holder.state == state:
                found += holder.disputes
    for code, dispute in record.disputes.items():
        if any(state in position.states for position in dispute.positions):
            found.append(code)
    yield from (NamedThing(code=code, name=record.disputes[code].question) for code in dict.fromkeys(found))


def standings(law: Law, instrument: str, on: Day) -> list[Standing]:
    """How every state stands under the instrument on the day, in order of name; no act at all is an empty status.

    >>> from ratione import Day, Law, Record, standings
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> standings(law, "rome-statute", Day(2026, 11, 21))[0].status
    'party'
    """
    found = []
    for code, state in sorted(law.record.states.items(), key=lambda pair: pair[1].name):
        now, coming = around(spans_of(law, code, instrument), on)
        leaving = next(iter(pending(law, code, instrument, on)), None)
        found.append(
            Standing(
                code=code,
                name=state.name,
                group=state.group,
                status=now.status if now else "",
                answer=str(now.answer) if now else "no",
                since=now.start if now else None,
                weak=now.weak if now else "",
                pending_effect=leaving.step.day if leaving else None,
                next_status=coming.status if coming else "",
                next_from=coming.start if coming else None,
            )
        )
    return found


def around(rows: list[SpanRow], on: Day) -> tuple[SpanRow | None, SpanRow | None]:
    """The span that holds on the day, and the next to come."""
    now = next((row for row in rows if row.start <= on and (row.until is None or on < row.until)), None)
    return now, next((row for row in rows if row.start > on), None)


def world_on(law: Law, instrument: str, on: Day) -> list[Unit]:
    """Every unit of the map on the day: states by their standing, territories by their parent's, contested places.

    >>> from ratione import Day, Law, Record, world_on
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> [unit.status for unit in world_on(law, "rome-statute", Day(2026, 11, 21)) if unit.code == "BDI"]
    ['former-party']
    """
    by_state = {row.code: row for row in standings(law, instrument, on)}
    found = [state_unit(row) for row in by_state.values()]
    for code, territory in law.record.territories.items():
        parent = by_state[territory.parent]
        line = law.line("extends_to", Ground("land", code), territory.parent, instrument)
        extends = line.at(on)
        unit = state_unit(parent)
        status = unit.status
        if status in ("party", "bound"):
            status = {Answer.YES: status, Answer.OPEN: "contested", Answer.NO: "not-covered"}[extends.answer]
        found.append(
            Unit(
                code=code,
                name=territory.name,
                kind="territory",
                status=status,
                parent=territory.parent,
                since=unit.since,
                why=extends.note,
                weak=unit.weak,
            )
        )
    for code, place in law.record.places.items():
        names = [law.record.states[holder.state].name for holder in place.holders]
        found.append(
            Unit(
                code=code,
                name=place.name,
                kind="place",
                status="contested",
                parent=place.holders[0].state,
                why="counted as " + ", ".join(dict.fromkeys(names)),
            )
        )
    return found


def state_unit(row: Standing) -> Unit:
    """A state on the map: its status, open ones and pending withdrawals apart."""
    status_word = row.status
    if row.status and row.answer == "open":
        status_word = "contested"
    elif row.status in ("party", "bound") and row.pending_effect:
        status_word = "leaving"
    return Unit(code=row.code, name=row.name, kind="state", status=status_word, since=row.since, weak=row.weak)


def instrument_page(law: Law, code: str, on: Day) -> InstrumentPage:
    """The page of an instrument on a day.

    >>> from ratione import Day, Law, Record, instrument_page
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> page = instrument_page(law, "apic", Day(2026, 11, 21))
    >>> page.short, page.in_force_from
    ('Agreement on Privileges and Immunities', datetime.date(2004, 7, 22))
    """
    record, row = law.record, law.record.instruments[code]
    force = law.line("in_force", code)
    start = next((step for step in force.steps if step.answer is Answer.YES), None)
    now = parties(law, code, on)
    acts = sorted(
        ((key, state, act) for state in record.states for key, act in law.acts(state, code)),
        key=lambda one: (one[2].day, one[0]),
    )
    signed = sum(law.line("signed", state, code).at(on).answer is Answer.YES for state in record.states)
    return InstrumentPage(
        code=code,
        name=row.name,
        short=row.short,
        kind=row.kind,
        amends=row.amends,
        adopted=row.adopted,
        signature_opened=row.signature_opened,
        signature_closed=row.signature_closed,
        depositary=row.depositary,
        citation=row.citation,
        on=on,
        record_version=record.version,
        in_force=str(force.at(on).answer),
        in_force_from=start.day if start else None,
        in_force_article=row.force.article_first or row.force.article,
        counting=row.force.counting,
        parties=sum(span.answer is Answer.YES for _, span in now),
        open=sum(span.answer is Answer.OPEN for _, span in now),
        signatures=signed,
        standings=tuple(standings(law, code, on)),
        acts=tuple(act_shown(record, key, state, act) for key, state, act in acts),
        sources=row_sources(record, row.sources),
        note=row.note,
    )
