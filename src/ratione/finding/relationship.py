"""What stands beside participation on a state's page: votes in the Council, positions, statements, agreements, aid law,
organisations.

For the state whose law the record holds: rewards, cooperation, and the lists kept on that day. Each line is sourced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from ..answer import Answer
from ..dates import Day
from ..record.measure import Waiver
from ..record.names import folded
from ..timelines.law import Law
from ..words import said_day
from .us_history import us_timeline
from .us_lists import sanctions

__all__ = ["RelationRow", "relationship", "relationship_dict", "relationship_text"]


class RelationRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact: under which heading, on which day, what, on whose word; ``at`` is the thing it leads to, as ``debate:CODE``."""

    heading: str
    day: str
    says: str
    sources: tuple[str, ...] = ()
    weak: str = ""
    at: str = ""


def relationship(law: Law, state: str, on: Day) -> list[RelationRow]:
    """The facts beside participation, as known on a day.

    >>> from ratione import Law, Record
    >>> from ratione.dates import Day
    >>> rows = relationship(Law(Record.embedded(), Day(2026, 11, 21)), "USA", Day(2026, 11, 21))
    >>> [row.says for row in rows if row.heading == "Votes in the Security Council" and row.day == "2005-03-31"]
    ['abstained on S/RES/1593 (2005), Darfur, Sudan (adopted)']
    """
    found = [*votes(law, state, on), *positions(law, state, on), *said(law, state, on), *agreement_rows(law, state, on)]
    if state == law.record.lawbook.home:
        found += [*own_law(law, on), *own_lists(law, on), *cooperation(law, on)]
    return [*found, *organisations(law, state)]


VOTES = {"yes": "voted for", "no": "voted against", "abstain": "abstained on"}


def votes(law: Law, state: str, on: Day) -> Iterator[RelationRow]:
    """How the state voted in the Council."""
    rows = sorted(law.record.council.values(), key=lambda row: row.day)
    for row in rows:
        vote = row.votes.by_state.get(state) if row.votes else None
        if vote and row.day <= on and law.counts(row.day):
            yield RelationRow(
                heading="Votes in the Security Council", day=row.day.isoformat(),
                says=f"{VOTES[vote]} {row.document}, {row.subject} ({row.outcome})", sources=row.sources,
                weak=row.weak or "",
            )  # fmt: skip


def positions(law: Law, state: str, on: Day) -> Iterator[RelationRow]:
    """What the state holds on contested points, with what others hold counted beside it."""
    for code, dispute in law.record.disputes.items():
        for row in dispute.positions:
            if state in row.states and (row.dated is None or row.dated <= on):
                others = len(dispute.positions) - 1
                yield RelationRow(
                    heading="Positions on contested points", day=row.dated.isoformat() if row.dated else "",
                    says=f"{dispute.question} {row.answer}: {row.says} ({others} other positions; {code})",
                    sources=row.sources, weak=row.weak or "", at=f"debate:{code}",
                )  # fmt: skip


def said(law: Law, state: str, on: Day) -> Iterator[RelationRow]:
    """What was said of the Court for the state: in its name, or by an organ of the state whose law the record holds."""
    row = law.record.states[state]
    names = {folded(name) for name in (row.name, row.said, *row.also) if name}
    home = law.record.lawbook.home
    organs = set(law.record.lawbook.subject[home].organs) if state == home else set()
    for one in sorted(law.record.history.statements.values(), key=lambda one: (one.day, one.code)):
        parts = (folded(part) for text in (one.body, one.speaker) for part in re.split(r", | and ", text))
        spoken = {part.rpartition(" of ")[2] for part in parts}
        if one.day <= on and law.counts(one.day) and (one.body in organs or names & spoken):
            yield RelationRow(
                heading="Statements", day=one.date_text,
                says=": ".join(filter(None, (", ".join(filter(None, (one.speaker, one.office))), one.says))),
                sources=one.sources, weak=one.weak or "", at=f"statement:{one.code}",
            )  # fmt: skip


def agreement_rows(law: Law, state: str, on: Day) -> Iterator[RelationRow]:
    """The state's non-surrender agreement, and waivers of aid law for it."""
    for row in law.record.lawbook.agreements.values():
        if row.state == state:
            day = row.signed or row.effective
            yield RelationRow(
                heading="Non-surrender agreement", day=day.isoformat() if day else "",
                says=f"{row.reported_as}; {row.form}", sources=row.sources, weak=row.weak or "",
                at=f"agreement:{row.code}",
            )  # fmt: skip
    for waiver in law.record.lawbook.waivers.values():
        if state in waiver.states and waiver.made <= on:
            yield RelationRow(
                heading="Waivers of aid law", day=waiver.made.isoformat(),
                says=law.record.lawbook.measures[waiver.power].name + lasting(waiver), sources=waiver.sources,
                weak=waiver.weak or "", at=f"measure:{waiver.power}",
            )  # fmt: skip


def lasting(waiver: Waiver) -> str:
    """What a waiver is bound to: the aid it frees alone, and how long it lasts."""
    only = f", for {' and '.join(one.replace('-', ' ') for one in waiver.only)} only" if waiver.only else ""
    until = f", to before {said_day(waiver.until)}" if waiver.until else f", {waiver.lasts}" if waiver.lasts else ""
    return only + until


def own_law(law: Law, on: Day) -> Iterator[RelationRow]:
    """Authorities for rewards in force on the day."""
    for code, row in law.record.lawbook.measures.items():
        if row.activities == ("rewards",) and row.effect == "permits":
            if law.line("measure_in_force", code).at(on).answer is Answer.NO:
                continue
            yield RelationRow(
                heading="Rewards", day=row.start.isoformat(), says=f"{row.citation}: {row.says}", sources=row.sources,
                weak=row.weak or "", at=f"measure:{code}",
            )  # fmt: skip


def own_lists(law: Law, on: Day) -> Iterator[RelationRow]:
    """Who is listed on the day, in number."""
    found = sanctions(law.record, on, asked_on=law.asked_on)
    if found.listed:
        last = found.listed[-1]
        yield RelationRow(
            heading="Sanctions", day=last.designated,
            says=f"{len(found.listed)} listed under {last.order}, the last {last.name}", sources=last.sources,
            at=f"measure:{last.measure}",
        )  # fmt: skip


def cooperation(law: Law, on: Day) -> Iterator[RelationRow]:
    """Cooperation in cases and transfers, to the day."""
    for row in us_timeline(law.record, kind="cooperation"):
        if row.date <= on.isoformat():
            yield RelationRow(
                heading="Cooperation", day=row.date, says=row.title, sources=row.sources, weak=row.weak,
                at=f"event:{row.code}",
            )  # fmt: skip


def organisations(law: Law, state: str) -> Iterator[RelationRow]:
    """Organisations of the state that work on the Court."""
    for row in law.record.history.organisations.values():
        if row.country == state:
            yield RelationRow(
                heading="Organisations", day=row.founded_text, says=f"{row.name}: {row.role}", sources=row.sources,
                weak=row.weak or "", at=f"organisation:{row.code}",
            )  # fmt: skip


def relationship_text(law: Law, state: str, on: Day) -> str:
    """The facts as text, under their headings; empty where there are none.

    >>> from ratione import Day, Law, Record, relationship_text
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> relationship_text(law, "USA", Day(2026, 11, 21)).splitlines()[1]
    '  Votes in the Security Council'
    """
    lines, heading = [], ""
    for row in relationship(law, state, on):
        if row.heading != heading:
            heading = row.heading
            lines += ["", f"  {heading}"]
        mark = f" [weak: {row.weak}]" if row.weak else ""
        lines.append(f"    {row.day or 'no day':10}  {row.says}{mark}")
        lines.append(f"                sources: {', '.join(row.sources) or 'none; rests on memory'}")
    return "\n".join(lines) + "\n" if lines else ""


def relationship_dict(law: Law, state: str, on: Day) -> list[dict[str, Any]]:
    """The facts as plain values.

    >>> from ratione import Day, Law, Record, relationship_dict
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> len(relationship_dict(law, "USA", Day(2026, 11, 21))) > 0
    True
    """
    found: list[dict[str, Any]] = msgspec.to_builtins(relationship(law, state, on))
    return found
