"""Counts beside the record: how many are parties or signed, on which clock, and the how-manieth a state was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta

from ..answer import Answer
from ..dates import Day
from ..record.act import Deposit
from .beside import Beside, readings
from .claim import Claim, Judged, Verdict, day_text

__all__ = ["counted", "ordinal", "signatories"]


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
    if instrument != "rome-statute":
        return of_another(claim, beside, instrument)
    if claim.date:
        first, last = readings(claim)[0]
        last = min(last, beside.today)
        force = next(
            (step.day for step in beside.law.line("in_force", instrument).steps if step.answer is Answer.YES), None
        )
        if force is None or last < force:
            return deposits_counted(claim, beside, instrument, last)
        counts = {count_on(beside, instrument, day) for day in change_days(beside, instrument, first, last)}
        text = f"The record counts {spread(counts)} parties then."
        if any(fits(count, number, claim.how) for count in counts):
            return beside.judged(claim, "agrees", text)
        given = deposits_by(beside, instrument, last)
        if OF_DEPOSITS.search(claim.sentence) and fits(given, number, claim.how):
            return beside.judged(claim, "agrees", f"{text} {given} had deposited an instrument by {day_text(last)}.")
        if fits(given, number, claim.how):
            text += f" {given} had deposited an instrument by {day_text(last)}, not all of them parties yet."
            return beside.judged(claim, "imprecise", text, fault="deposits-counted", should_be=one_count(counts))
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
    if claim.tense == "past" and YEAR.search(claim.sentence) and once(beside, instrument, number, claim.how):
        text += " It was so many on some day before; the day of the claim was not read."
        return beside.judged(claim, "open", text)
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


YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year in the sentence of a count, which is not known to be that of the count."""


def once(beside: Beside, instrument: str, number: int, how: tuple[str, ...]) -> bool:
    """Whether so many had joined on some day, from the sixty of the entry into force on, though not on that of the document."""
    written = beside.written or beside.today
    if any(fits(count(beside, instrument, written), number, how) for count in (count_on, deposits_by)):
        return False
    changes = all_changes(beside, instrument)
    most = beside.law.keep(("most", instrument), lambda: max(counted_on(beside, instrument, day) for day in changes))
    return any(fits(count, number, how) for count in range(60, most + 1))


def of_another(claim: Claim, beside: Beside, instrument: str) -> Judged:
    """So many parties to the Agreement or an amendment, or so many ratifications of it: whichever the number fits."""
    number = int(claim.object)
    deposits = sorted(act.day for code in beside.record.states for _, act in beside.acts(code, instrument, Deposit)[:1])

    def counts(first: Day, last: Day) -> set[int]:
        days = [
            first,
            *(day for day in (*deposits, *change_days(beside, instrument, first, last)) if first < day <= last),
        ]
        return {one for day in days for one in (bisect_right(deposits, day), count_on(beside, instrument, day)) if one}

    now = counts(beside.today, beside.today)
    text = f"The record counts {spread(now)} who ratified it or are parties, by {day_text(beside.today)}."
    if claim.date:
        first, last = readings(claim)[0]
        had = counts(first, min(last, beside.today))
        text = f"The record counts {spread(had)} who had ratified it or were parties then."
    else:
        had = counts(beside.written or beside.earliest, beside.written or beside.today)
        if any(fits(count, number, claim.how) for count in now):
            return beside.judged(claim, "agrees", text)
    if not any(fits(count, number, claim.how) for count in had):
        return beside.judged(claim, "contradicts", text, fault="wrong-count")
    if claim.date or claim.tense == "past":
        return beside.judged(claim, "agrees", text)
    return beside.judged(claim, "outdated", text, then="agrees", fault="stale-count", should_be=str(max(now)))


def spread(counts: set[int]) -> str:
    """Counts in words: one, or the least and the greatest."""
    return " to ".join(map(str, sorted({min(counts, default=0), max(counts, default=0)})))


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
