"""Beside: the record as one document is compared with it: the law of today, the day of the document, and ways to say why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ..answer import Answer
from ..dates import Day
from ..record.act import Act, AnyAct, Deposit, FinalActSignature, Signature
from ..timelines.law import Law
from . import days
from .claim import Claim, Judged, Verdict, day_text

__all__ = ["VERBS", "Beside"]

VERBS = {
    "signature": "signed",
    "ratification": "ratified",
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "succession": "succeeded",
    "withdrawal-notice": "notified its withdrawal",
    "withdrawal-rescission": "took its notice of withdrawal back",
    "intention-not-to-ratify": "said that it does not intend to become a party",
    "declaration-12-3": "lodged a declaration under article 12(3)",
    "announcement": "announced",
    "instrument-withdrawal": "took its instrument back",
    "declaration-124": "declared under article 124",
    "declaration-15bis-4": "declared under article 15 bis(4)",
    "other-declaration": "made a declaration",
}


class Beside:
    """What every comparison needs: the record, today's law, and the day of the document or the earliest it can be."""

    def __init__(
        self, law: Law, written: Day | None, earliest: Day, law_rows: dict[str, tuple[str, ...]] | None = None
    ) -> None:
        self.law = law
        self.record = law.record
        self.today = law.asked_on
        self.written = written
        self.earliest = earliest
        self.law_rows = law_rows or {}

    def acts(self, state: str, instrument: str, *kinds: type[Act]) -> list[tuple[str, Any]]:
        """The acts of a state of these kinds, with their keys, in order; the final act is no signature of the treaty."""
        return [
            (key, act)
            for key, act in self.law.acts(state, instrument)
            if not kinds or (isinstance(act, kinds) and not isinstance(act, FinalActSignature))
        ]

    def signature(self, state: str, instrument: str) -> tuple[str, Any] | None:
        return next(iter(self.acts(state, instrument, Signature)), None)

    def deposit(self, state: str, instrument: str) -> tuple[str, Any] | None:
        """The last deposit of an instrument of consent."""
        return next(reversed(self.acts(state, instrument, Deposit)), None)

    def party(self, state: str, instrument: str, day: Day) -> Answer:
        return self.law.line("party", state, instrument).at(day).answer

    def since(self, state: str, instrument: str) -> list[Day]:
        """The days on which the state became a party."""
        return [step.day for step in self.law.line("party", state, instrument).steps if step.answer is Answer.YES]

    def name(self, code: str) -> str:
        """The state as a sentence names it."""
        state = self.record.states.get(code)
        return short_name(state.name, state.also) if state else code

    def treaty(self, code: str) -> str:
        instrument = self.record.instruments.get(code)
        return f"the {instrument.short}" if instrument else code

    def sources(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The sources of the acts named, each once."""
        found: list[str] = []
        for key in keys:
            row = self.row(key)
            found += [source for source in (row.sources if row else ()) if source not in found]
        return tuple(found)

    def row(self, key: str) -> Any:
        """The row behind a key."""
        act = self.record.acts.get(key)
        if act:
            return act[1]
        kind, _, code = key.partition(":")
        book = self.record.lawbook
        room = {
            "measure": book.measures,
            "listing": book.listings,
            "agreement": book.agreements,
            "event": self.record.history.events,
            "ruling": self.record.rulings,
            "situation": self.record.situations,
            "instrument": self.record.instruments,
            "council": self.record.council,
        }.get(kind)
        return room.get(code) if room else None  # type: ignore[attr-defined]

    def judged(
        self,
        claim: Claim,
        verdict: Verdict,
        because: str,
        *,
        then: Verdict | None = None,
        fault: str = "",
        should_be: str = "",
        acts: tuple[str, ...] = (),
        article: str = "",
    ) -> Judged:
        """A verdict with what it rests on; where the rows it rests on are poor, a contradiction is only disputed."""
        weak = next((str(row.weak) for key in acts if (row := self.row(key)) is not None and row.weak), "")
        if weak == "low" and verdict in ("contradicts", "imprecise"):
            verdict, because = "disputed", f"{because} The record's own sources differ here."
        return Judged(
            claim=claim,
            verdict=verdict,
            because=because,
            then=then,
            fault=fault,
            should_be=should_be,
            acts=acts,
            sources=self.sources(acts),
            article=article,
            weak=weak,
        )

    def spoken(self, state: str, key: str, act: AnyAct) -> str:
        """An act as a clause: ``Burundi ratified on 21 September 2004``."""
        return f"{self.name(state)} {VERBS.get(act.kind, act.kind)} on {day_text(act.day)}"


def short_name(name: str, also: tuple[str, ...]) -> str:
    """The name in use: ``United States`` for ``United States of America``."""
    shorter = [one for one in also if len(one) > 4 and name.startswith((f"{one} of", f"{one} ("))]
    return min(shorter, key=len) if shorter and len(name) > 20 else name


def within(claim: Claim, day: Day) -> bool:
    """Whether the claimed day, month or year, in one of its readings, holds the day."""
    return any(first <= day <= last for first, last in readings(claim))


def readings(claim: Claim) -> list[tuple[Day, Day]]:
    return [days.bounds(iso) for iso in (claim.date, claim.other_date) if iso]


def precision(claim: Claim) -> int:
    """10 for a day, 7 for a month, 4 for a year."""
    return len(claim.date.partition("/")[0])


def in_form(claim: Claim, day: Day) -> str:
    """A day as exact as the claim, in words."""
    size = precision(claim)
    return day_text(day) if size == 10 or not claim.date else f"{day:%B} {day.year}" if size == 7 else str(day.year)


def one_day(claim: Claim, day: Day) -> str:
    """``one-day-early`` or ``one-day-late`` where the claimed day lies beside the right one."""
    if precision(claim) != 10 or "/" in claim.date:
        return ""
    for first, _ in readings(claim):
        if first + timedelta(days=1) == day:
            return "one-day-early"
        if first - timedelta(days=1) == day:
            return "one-day-late"
    return ""


def slips(claim: Claim, day: Day) -> tuple[str, str]:
    """The kind of slip between the claimed and the right day, and how it is told."""
    beside = one_day(claim, day)
    if beside == "one-day-early":
        return beside, "It is one day early, as happens when midnight in one time zone is shown in another."
    if beside == "one-day-late":
        return beside, "It is one day late."
    if precision(claim) == 10 and "/" not in claim.date:
        first = readings(claim)[0][0]
        if (first.month, first.day) == (day.day, day.month) and first.year == day.year:
            return "day-month-swapped", "Day and month changed places."
        if (first.month, first.day) == (day.month, day.day):
            return "wrong-year", "Day and month are right, the year is not."
        if (first.year, first.day) == (day.year, day.day):
            return "wrong-month", "Day and year are right, the month is not."
        if (first.year, first.month) == (day.year, day.month):
            return "wrong-day", "Month and year are right, the day is not."
    return "wrong-date", ""
