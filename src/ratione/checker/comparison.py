"""Comparison: one claim beside the record, on today's clock and on the document's own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import timedelta

import msgspec

from ..answer import Answer
from ..dates import Day, Span
from ..record.act import Deposit
from ..timelines.line import Line, Step
from . import (
    comparison_acts,
    comparison_court,
    comparison_events,
    comparison_law,
    comparison_leaving,
    comparison_offices,
    comparison_votes,
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
    """Claims that the closed list of predicates does not name."""
    if "signatories" in claim.how:
        return signatories(claim, beside)
    if "tally" in claim.how:
        return comparison_votes.counted(claim, beside)
    if "delisted" in claim.how:
        return comparison_law.delisted(claim, beside)
    if "office" in claim.how:
        return comparison_offices.held(claim, beside)
    if "rescission" in claim.how:
        return comparison_leaving.rescinded(claim, beside)
    if "ordinal" in claim.how:
        return ordinal(claim, beside)
    for how, compared in comparison_events.OF.items():
        if how in claim.how:
            return compared(claim, beside)
    return comparison_court.stepped(claim, beside)


def spans(line: Line) -> list[Span]:
    """The spans in which the answer is yes."""
    return [Span(step.day, until) for step, until in line.spans() if step.answer is Answer.YES]


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


def count_on(beside: Beside, instrument: str, day: Day) -> int:
    """How many parties there were on a day."""
    return int(beside.law.keep(("count", instrument, day), lambda: counted_on(beside, instrument, day)))


def counted_on(beside: Beside, instrument: str, day: Day) -> int:
    return sum(beside.party(code, instrument, day) is Answer.YES for code in beside.record.states)


def fits(count: int, number: int, how: tuple[str, ...]) -> bool:
    """Whether a count bears out what is said of it: so many, more than, about, nearly."""
    above = ROUND if number % ROUND == 0 else NEAR
    if "more" in how:
        return number < count <= number + above
    if "least" in how:
        return number <= count <= number + above
    if "fewer" in how:
        return count < number
    if "nearly" in how:
        return number - 6 <= count <= number
    if "about" in how:
        return abs(count - number) <= 5
    return count == number


ROUND, NEAR = 50, 15
"""How far above a number more than so many may be: over 100 is said up to 150, over 110 up to 125."""
OF_DEPOSITS = re.compile(r"(?i)ratif|acced|accession|deposit|instrument")
"""Words of a count that may mean deposits, of which there are more than parties until the Statute is in force for each."""


def deposits_by(beside: Beside, instrument: str, day: Day) -> int:
    """The parties on a day, with the states that had deposited an instrument by then and became parties of it."""
    soon = day + timedelta(days=SOON)
    early = [
        code
        for code in beside.record.states
        if any(act.day <= day for _, act in beside.acts(code, instrument, Deposit))
        and beside.party(code, instrument, day) is Answer.NO
        and beside.party(code, instrument, soon) is Answer.YES
    ]
    return counted_on(beside, instrument, day) + len(early)


SOON = 100
"""Days after which the Statute is in force for a state that deposits its instrument, at most (article 126(2))."""


def counted(claim: Claim, beside: Beside) -> Judged:
    """So many parties: on the day named, else today, else on the day of the document."""
    number, instrument = int(claim.object), claim.about or "rome-statute"
    if claim.date:
        first, last = readings(claim)[0]
        last = min(last, beside.today)
        force = next(
            (step.day for step in beside.law.line("in_force", instrument).steps if step.answer is Answer.YES), None
        )
        if force is None or last < force:
            return deposits_counted(claim, beside, instrument, last)
        counts = {count_on(beside, instrument, day) for day in change_days(beside, instrument, first, last)}
        text = f"The record counts {' to '.join(map(str, sorted({min(counts), max(counts)})))} parties then."
        if any(fits(count, number, claim.how) for count in counts):
            return beside.judged(claim, "agrees", text)
        given = deposits_by(beside, instrument, last)
        if OF_DEPOSITS.search(claim.sentence) and fits(given, number, claim.how):
            return beside.judged(claim, "agrees", f"{text} {given} had deposited an instrument by {day_text(last)}.")
        return beside.judged(claim, "contradicts", text, fault="wrong-count", should_be=one_count(counts))
    count = count_on(beside, instrument, beside.today)
    text = f"The record counts {count} parties on {day_text(beside.today)}."
    if fits(count, number, claim.how) and claim.tense != "past":
        had = count_on(beside, instrument, beside.written) if beside.written else count
        if fits(had, number, claim.how):
            return beside.judged(claim, "agrees", text)
        assert beside.written is not None
        text += f" It is right by chance: on the day of the document, {day_text(beside.written)}, it was {had}."
        return beside.judged(claim, "agrees", text, then="contradicts", fault="right-by-chance")
    if beside.written:
        had = count_on(beside, instrument, beside.written)
        text += f" On the day of the document, {day_text(beside.written)}, it was {had}."
        given = deposits_by(beside, instrument, beside.written)
        if OF_DEPOSITS.search(claim.sentence) and not fits(had, number, claim.how) and fits(given, number, claim.how):
            had, text = given, f"{text} {given} had deposited an instrument."
        if fits(had, number, claim.how) and claim.tense == "past":
            return beside.judged(claim, "agrees", text, then="agrees")
        if fits(had, number, claim.how):
            return beside.judged(claim, "outdated", text, then="agrees", fault="stale-count", should_be=str(count))
        return beside.judged(claim, "contradicts", text, then="contradicts", fault="wrong-count", should_be=str(count))
    changes = change_days(beside, instrument, beside.earliest, beside.today)
    if any(fits(count_on(beside, instrument, day), number, claim.how) for day in changes):
        verdict: Verdict = "agrees" if claim.tense == "past" else "outdated"
        return beside.judged(
            claim, verdict, text, fault="stale-count" if verdict == "outdated" else "", should_be=str(count)
        )
    return beside.judged(claim, "contradicts", text, fault="wrong-count", should_be=str(count))


def one_count(counts: set[int]) -> str:
    """What a wrong count should be, where the time told knew but one."""
    return str(max(counts)) if len(counts) == 1 else ""


def deposits_counted(claim: Claim, beside: Beside, instrument: str, day: Day) -> Judged:
    """So many ratifications before there was a party: the deposits made by then are counted."""
    states = [beside.acts(code, instrument, Deposit) for code in beside.record.states]
    count = sum(any(act.day <= day for _, act in acts) for acts in states)
    text = f"The treaty was not yet in force; {count} instruments had been deposited by {day_text(day)}."
    if fits(count, int(claim.object), claim.how):
        return beside.judged(claim, "agrees", text)
    return beside.judged(claim, "contradicts", text, fault="wrong-count", should_be=str(count))


def change_days(beside: Beside, instrument: str, first: Day, last: Day) -> list[Day]:
    """The first day, and each later day up to the last on which the number changed."""
    changes = beside.law.keep(("changes", instrument), lambda: all_changes(beside, instrument))
    return [first, *changes[bisect_right(changes, first) : bisect_right(changes, last)]]


def all_changes(beside: Beside, instrument: str) -> list[Day]:
    """Every day on which a state became or ceased to be a party."""
    return sorted({day for code in beside.record.states for day in beside.law.line("party", code, instrument).days})


def ordinal(claim: Claim, beside: Beside) -> Judged:
    """The how-manieth party a state is: by entry into force, or by the order in which instruments were deposited."""
    number, instrument = int(claim.object.rsplit(" ", 1)[-1]), claim.about
    since, deposit = beside.since(claim.subject, instrument), beside.deposit(claim.subject, instrument)
    if not since or deposit is None:
        return beside.judged(claim, "not-in-record", f"{beside.name(claim.subject)} is no party.")
    low, high = count_on(beside, instrument, since[0] - timedelta(days=1)) + 1, count_on(beside, instrument, since[0])
    given = sorted(act.day for code in beside.record.states for _, act in beside.acts(code, instrument, Deposit)[:1])
    first, last = bisect_left(given, deposit[1].day) + 1, bisect_right(given, deposit[1].day)
    name = beside.name(claim.subject)
    because = f"With {name} the record counts {high} parties on {day_text(since[0])}; its instrument was number {last}."
    if low <= number <= high or first <= number <= last:
        return beside.judged(claim, "agrees", because, acts=(deposit[0],))
    return beside.judged(
        claim, "contradicts", because, fault="wrong-count", should_be=ordinal_word(high), acts=(deposit[0],)
    )


def ordinal_word(number: int) -> str:
    """A number as an ordinal.

    >>> [ordinal_word(number) for number in (1, 102, 111, 123)]
    ['1st', '102nd', '111th', '123rd']
    """
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def signatories(claim: Claim, beside: Beside) -> Judged:
    """So many have signed."""
    instrument = claim.about or "rome-statute"
    day = readings(claim)[0][1] if claim.date else beside.today
    count = sum(
        beside.law.line("signed", code, instrument).at(day).answer is Answer.YES for code in beside.record.states
    )
    text = f"The record counts {count} signatures."
    if fits(count, int(claim.object), claim.how):
        return beside.judged(claim, "agrees", text)
    return beside.judged(claim, "contradicts", text, fault="wrong-count", should_be=str(count))


JUDGES: dict[str, Callable[[Claim, Beside], Judged]] = {
    "is-party": status,
    "is-not-party": status,
    "number-of-parties": counted,
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
