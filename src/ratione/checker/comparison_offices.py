"""Offices beside the record: who was Prosecutor, Registrar or President of the Court, and from when to when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from .beside import Beside, in_form, readings, within
from .claim import Claim, Judged, Verdict, day_text

__all__ = ["held"]

NEAR = timedelta(days=45)
"""Between election, oath and first day in office lie some weeks: a day so near is neither right nor wrong."""


def held(claim: Claim, beside: Beside) -> Judged:
    """A person holds, held, took up or left an office of the Court."""
    person = beside.record.history.people.get(claim.about)
    name = next((one.removeprefix("office:") for one in claim.how if one.startswith("office:")), "")
    terms = [one for one in (person.offices if person else ()) if one.office == name and "Criminal Court" in one.body]
    if person is None or not terms:
        return beside.judged(claim, "not-in-record", f"The record does not hold this office of {claim.object}.")
    said = f"{person.name} was {name} " + ", ".join(told(one) for one in terms) + "."
    if "took-office" in claim.how or "left-office" in claim.how:
        return bounded(claim, beside, terms, said)
    if claim.date:
        first, last = readings(claim)[0]
        fits = any(one.start <= last and (one.until is None or first <= one.until) for one in terms)
        return beside.judged(claim, "agrees" if fits else "contradicts", said, fault="" if fits else "wrong-term")
    now = any(one.start <= beside.today and (one.until is None or beside.today < one.until) for one in terms)
    if now or "now" not in claim.how:
        return beside.judged(claim, "agrees", said)
    since = beside.written or beside.earliest
    verdict: Verdict = "outdated" if any(one.until is None or since < one.until for one in terms) else "contradicts"
    return beside.judged(claim, verdict, said, fault="stale-office")


def told(term: Any) -> str:
    """A term in words."""
    until = f"to {day_text(term.until)}" if term.until else "on"
    return f"from {day_text(term.start)} {until}"


def bounded(claim: Claim, beside: Beside, terms: list[Any], said: str) -> Judged:
    """The first or last day of a term."""
    given = [one.start if "took-office" in claim.how else one.until for one in terms]
    edges = [day for day in given if day is not None]
    if not claim.date or any(within(claim, day) for day in edges):
        return beside.judged(claim, "agrees" if edges else "not-in-record", said)
    first, last = readings(claim)[0]
    if not edges or any(first - NEAR <= day <= last + NEAR for day in edges):
        return beside.judged(claim, "not-in-record", f"{said} The day given lies near it.")
    return beside.judged(claim, "contradicts", said, fault="wrong-term", should_be=in_form(claim, edges[0]))
