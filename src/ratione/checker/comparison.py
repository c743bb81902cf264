"""Comparison: one claim beside the record, on today's clock and on the document's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import msgspec

from ..answer import Answer
from ..dates import Day
from ..timelines.line import Line, Step
from . import (
    comparison_acts,
    comparison_counts,
    comparison_court,
    comparison_events,
    comparison_law,
    comparison_leaving,
    comparison_offices,
    comparison_votes,
    days,
)
from .beside import Beside, in_form, readings, within
from .claim import Claim, Judged, Verdict, day_text

__all__ = ["judge"]


def judge(claim: Claim, beside: Beside) -> Judged:
    """The verdict on a claim."""
    if claim.date and not possible(claim):
        return beside.judged(claim, "out-of-scope", f"{claim.date} is no day that can be compared.")
    if claim.subject in beside.record.territories:
        parent = beside.record.territories[claim.subject].parent
        return beside.judged(
            claim, "out-of-scope", f"a territory of {beside.name(parent)} acts under no treaty for itself."
        )
    judged = JUDGES[claim.predicate](claim, beside)
    if judged.fault == "day-of-withdrawal-notice" and not CONSENT.search(claim.sentence):
        return comparison_leaving.withdrew(
            msgspec.structs.replace(claim, predicate="withdrew", how=("notice",)), beside
        )
    if judged.verdict == "contradicts" and "guessed-year" in claim.how and claim.date[:4] != judged.should_be[-4:]:
        same = judged.fault == "wrong-year"
        because = f"{judged.because} The sentence tells no year; {claim.date[:4]} was taken from the text around it."
        return msgspec.structs.replace(judged, verdict="agrees" if same else "open", because=because, should_be="")
    if judged.verdict == "contradicts" and claim.date and RELATIVE.search(claim.sentence):
        undated = JUDGES[claim.predicate](msgspec.structs.replace(claim, date="", other_date=""), beside)
        if undated.verdict == "agrees":
            because = f"{undated.because} The words tell its day by that of the page, and one of the two is wrong."
            return msgspec.structs.replace(undated, claim=claim, verdict="open", because=because)
    return judged


CONSENT = re.compile(r"(?i)ratif|acced|access|accept|approv|joined|sign")
"""Words that say that papers handed in are those of a state that joins; others may be those of one that leaves."""
RELATIVE = re.compile(
    r"^(?!.*\b(?:19|20)\d\d\b).*\b(?:last (?:week|month)|this (?:week|month)|yesterday|days ago|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",  # noqa: E501 - a grammar or list that reads best in one piece
    re.S | re.I,
)
"""A sentence that tells days by the day of the page alone."""


def possible(claim: Claim) -> bool:
    try:
        return bool(readings(claim))
    except ValueError:
        return False


def other(claim: Claim, beside: Beside) -> Judged:
    """Claims that the closed list of predicates does not name, by the shade that their pattern gave them."""
    for how, compared in OTHERS.items():
        if how in claim.how:
            return compared(claim, beside)
    return comparison_court.stepped(claim, beside)


def status(claim: Claim, beside: Beside) -> Judged:
    """Is, was, or is not a party."""
    if claim.subject not in beside.record.states:
        return beside.judged(claim, "not-in-record", f"{claim.subject} is no state that the record knows.")
    if "not-signed" in claim.how:
        return comparison_acts.not_signed(claim, beside)
    wanted = Answer.YES if claim.predicate == "is-party" else Answer.NO
    line = beside.law.line("party", claim.subject, claim.about)
    if claim.date:
        return dated_status(claim, beside, line, wanted)
    if claim.tense == "past":
        return past_status(claim, beside, line, wanted)
    judged = present_status(claim, beside, line, wanted)
    if "spoken-of" in claim.how and judged.verdict in ("contradicts", "outdated"):
        because = f"{judged.because} The words may speak of a membership that is wanted or feared."
        return beside.judged(claim, "not-in-record", because)
    return judged


def told(beside: Beside, claim: Claim, step: Step, day: Day) -> str:
    """What the record says of a state on a day."""
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    if step.answer is Answer.OPEN:
        return f"Whether {name} is a party to {treaty} is open: {step.note or 'the record cannot say'}."
    if step.answer is Answer.YES:
        return f"{name} has been a party to {treaty} since {day_text(step.day)} (art. {step.article})."
    deposit = beside.deposit(claim.subject, claim.about)
    if step.because and step.day > Day.min:
        return f"{name} ceased to be a party to {treaty} on {day_text(step.day)} (art. {step.article})."
    if deposit:
        back = comparison_acts.taken_back(claim, beside)
        return (
            f"{beside.spoken(claim.subject, *deposit)}, but {treaty} was not in force for it on {day_text(day)}.{back}"
        )
    sign = beside.signature(claim.subject, claim.about)
    return (
        f"{beside.spoken(claim.subject, *sign)} and has deposited no instrument of ratification."
        if sign
        else (f"{name} has neither signed {treaty} nor deposited an instrument.")
    )


def present_status(claim: Claim, beside: Beside, line: Line, wanted: Answer) -> Judged:
    """A status said of now: wrong today, it is outdated where it was so on the day of the document."""
    step = line.at(beside.today)
    because = told(beside, claim, step, beside.today)
    then = on_its_day(line, wanted, beside)
    if step.answer is Answer.OPEN:
        return beside.judged(claim, "open", because, then=then, acts=step.because, article=step.article)
    deposit = beside.deposit(claim.subject, claim.about)
    stands = deposit and not comparison_acts.taken_back(claim, beside)
    if "not-ratified" in claim.how and stands and step.answer is Answer.NO:
        return deposited(claim, beside, because)
    if step.answer is wanted:
        return beside.judged(
            claim, "agrees", because, then=then, acts=acts_of(beside, claim, step), article=step.article
        )
    verdict: Verdict = "outdated" if then == "agrees" else "contradicts"
    should = "State Party" if wanted is Answer.NO else "not a State Party"
    return beside.judged(
        claim,
        verdict,
        because,
        then=then,
        fault="stale-status" if verdict == "outdated" else "wrong-status",
        should_be=should,
        acts=step.because,
        article=step.article,
    )


def deposited(claim: Claim, beside: Beside, because: str) -> Judged:
    """``Has not ratified`` said of one that did and left, or whose treaty is not yet in force for it."""
    deposit = beside.deposit(claim.subject, claim.about)
    assert deposit is not None
    then: Verdict | None = None
    if beside.written:
        then = "agrees" if beside.written < deposit[1].day else "contradicts"
    was = then == "agrees" or (then is None and beside.earliest < deposit[1].day)
    verdict: Verdict = "outdated" if was else "contradicts"
    return beside.judged(
        claim,
        verdict,
        f"{beside.spoken(claim.subject, *deposit)}. {because}",
        then=then,
        fault="wrong-status",
        acts=(deposit[0],),
    )


def acts_of(beside: Beside, claim: Claim, step: Step) -> tuple[str, ...]:
    if step.because:
        return step.because
    sign = beside.signature(claim.subject, claim.about)
    return (sign[0],) if sign else ()


def on_its_day(line: Line, wanted: Answer, beside: Beside) -> Verdict | None:
    """The verdict on the day of the document; where that is not known, whether it can have been right at all."""
    if beside.written is not None:
        return "agrees" if line.at(beside.written).answer is wanted else "contradicts"
    if any(step.answer is wanted for step in line.within(beside.earliest, beside.today)):
        return "agrees"
    return None


def past_status(claim: Claim, beside: Beside, line: Line, wanted: Answer) -> Judged:
    """A status said of some past day."""
    since = beside.record.instruments[claim.about].adopted
    held = [step for step in line.within(since, beside.today) if step.answer is wanted]
    step = held[-1] if held else line.at(beside.today)
    later = [one.day for one in line.within(since, beside.today) if one.day > step.day]
    because = told(beside, claim, step, later[0] - timedelta(days=1) if later else beside.today)
    if held:
        return beside.judged(claim, "agrees", because, acts=step.because, article=step.article)
    return beside.judged(claim, "contradicts", because, fault="wrong-status", acts=step.because, article=step.article)


def dated_status(claim: Claim, beside: Beside, line: Line, wanted: Answer) -> Judged:
    """A status since, on, or as of a day."""
    first, last = readings(claim)[0]
    begins = {"since", "from", "became", "in force since", "effective", "with effect from"} & set(claim.how)
    begins -= {"became"} if {"by", "as of", "as at", "until", "at"} & set(claim.how) else set()
    if begins and wanted is Answer.YES:
        return began(claim, beside, line)
    if "until" in claim.how:
        first = last = first - timedelta(days=1)
    last = min(last, beside.today) if first <= beside.today else last
    held = line.within(first, last)
    step = next((one for one in held if one.answer is wanted), held[0])
    because = told(beside, claim, line.at(last), last)
    if step.answer is wanted:
        return beside.judged(claim, "agrees", because, acts=step.because, article=step.article)
    if step.answer is Answer.OPEN:
        return beside.judged(claim, "open", because, acts=step.because)
    return beside.judged(claim, "contradicts", because, fault="wrong-status", acts=step.because, article=step.article)


def spent(claim: Claim, beside: Beside, line: Line, since: Day) -> Judged:
    """A party from a day to a day: the second is compared with the one on which it ceased to be one."""
    stop = next((step for step in line.steps if step.day > since and step.answer is Answer.NO), None)
    first, last = days.bounds(claim.date.partition("/")[2])
    if stop and (first <= stop.day <= last or first <= stop.day - timedelta(days=1) <= last):
        because = told(beside, claim, stop, stop.day)
        return beside.judged(claim, "agrees", because, acts=stop.because, article=stop.article)
    step = line.at(last)
    because = told(beside, claim, step, last)
    return beside.judged(claim, "contradicts", because, fault="wrong-status", acts=step.because, article=step.article)


def began(claim: Claim, beside: Beside, line: Line) -> Judged:
    """A party since a day, or become one on it."""
    starts = [step for step in line.steps if step.answer is Answer.YES]
    deposit = beside.deposit(claim.subject, claim.about)
    if not starts:
        return beside.judged(
            claim, "contradicts", told(beside, claim, line.at(beside.today), beside.today), fault="wrong-status"
        )
    step = next((one for one in starts if within(claim, one.day)), starts[0])
    because = told(beside, claim, step, step.day)
    ended = line.at(beside.today).answer is not Answer.YES
    if within(claim, step.day) and "/" in claim.date and "from" in claim.how:
        return spent(claim, beside, line, step.day)
    if within(claim, step.day):
        if ended and claim.tense == "present":
            then = on_its_day(line, Answer.YES, beside)
            late = told(beside, claim, line.at(beside.today), beside.today)
            return beside.judged(
                claim,
                "outdated" if then == "agrees" else "contradicts",
                late,
                then=then,
                fault="stale-status",
                acts=step.because,
            )
        return beside.judged(claim, "agrees", because, acts=step.because, article=step.article)
    if deposit and within(claim, deposit[1].day):
        joined = "join" in claim.sentence.lower() or len(claim.date) < 10
        return beside.judged(
            claim,
            "agrees" if "join" in claim.sentence.lower() and joined else "imprecise",
            f"{beside.spoken(claim.subject, *deposit)}; {because}",
            fault="deposit-for-force",
            should_be=in_form(claim, step.day),
            acts=step.because,
            article=step.article,
        )
    return comparison_acts.wrong_day(claim, beside, step.day, step.because, because, step.article)


OTHERS: dict[str, Callable[[Claim, Beside], Judged]] = {
    "signatories": comparison_counts.signatories,
    "tally": comparison_votes.counted,
    "delisted": comparison_law.delisted,
    "office": comparison_offices.held,
    "rescission": comparison_leaving.rescinded,
    "ordinal": comparison_counts.ordinal,
    **comparison_events.OF,
}
"""Which comparison judges a claim of kind ``other``; one of a step of the Court has no shade here."""

JUDGES: dict[str, Callable[[Claim, Beside], Judged]] = {
    "is-party": status,
    "is-not-party": status,
    "number-of-parties": comparison_counts.counted,
    "signed": comparison_acts.signed,
    "ratified": comparison_acts.consented,
    "acceded": comparison_acts.consented,
    "succeeded": comparison_acts.consented,
    "entered-into-force": comparison_acts.in_force,
    "withdrew": comparison_leaving.withdrew,
    "unsigned": comparison_leaving.unsigned,
    "declared-12-3": comparison_acts.declared,
    "referred": comparison_court.referred,
    "voted": comparison_votes.voted,
    "enacted": comparison_law.enacted,
    "revoked": comparison_law.revoked,
    "sanctioned": comparison_law.sanctioned,
    "other": other,
}
"""Which comparison judges a claim of each kind."""
