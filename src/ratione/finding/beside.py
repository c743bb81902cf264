"""Beside: what a lawyer wants to know next to an answer though it does not change it."""

from typing import TYPE_CHECKING, NamedTuple

from ..answer import Answer
from ..timelines.participation import leavings, pending
from ..timelines.places import covers
from ..words import Words, said_day

if TYPE_CHECKING:
    from .finding import Finding

__all__ = ["Beside", "beside"]


class Beside(NamedTuple):
    """A thing beside the answer: its kind, a sentence, and the keys of the rows behind it."""

    kind: str
    says: str
    because: tuple[str, ...] = ()


def beside(finding: "Finding") -> list[Beside]:
    """Deferrals that ran when the law was asked, withdrawals still to come, situations that cover the conduct, and the
    judgements that only the Court can make."""
    return [
        *still_to_come(finding),
        *deferrals(finding),
        *coming_withdrawals(finding),
        *notices_taken_back(finding),
        *situations(finding),
        *judgements(finding),
    ]


def still_to_come(finding: "Finding") -> list[Beside]:
    """Conduct of a day that is still to come: what the acts known by the day asked on say of it."""
    last = finding.asked.last
    if isinstance(last, str) or last <= finding.asked.asked_on:
        return []
    says = f"{said_day(last)} is still to come: acts and rulings after {said_day(finding.asked.asked_on)} may change the answer"
    return [Beside("future", says)]


def deferrals(finding: "Finding") -> list[Beside]:
    """Art. 16 stays the exercise of jurisdiction; whether such a deferral was lawful is a point of its own."""
    step = finding.law.line("deferred").at(finding.asked.asked_on)
    if step.answer is not Answer.YES:
        return []
    words = Words(finding.record)
    what = "; ".join(words.because(key) for key in step.because)
    return [
        Beside(
            "deferral",
            f"a deferral under article 16 ran on the day asked on ({what}); see resolution-1422",
            step.because,
        )
    ]


def coming_withdrawals(finding: "Finding") -> list[Beside]:
    """Notices of withdrawal that have not taken effect yet, of the states that give a link."""
    words, found = Words(finding.record), []
    states = {leaf.link.state for leaf in finding.leaves if leaf.link and leaf.link.state}
    for state in sorted(states):
        for leaving in pending(finding.law, state, "rome-statute", finding.asked.asked_on):
            says = f"{words.act(state, finding.record.acts[leaving.key][1])}; it takes effect on {said_day(leaving.step.day)}"
            found.append(Beside("pending-withdrawal", says, (leaving.key,)))
    return found


def notices_taken_back(finding: "Finding") -> list[Beside]:
    """Notices of withdrawal that were taken back, of the states that give a link, where the conduct is after the notice."""
    words, found = Words(finding.record), []
    states = {leaf.link.state for leaf in finding.leaves if leaf.link and leaf.link.state}
    for state in sorted(states):
        for leaving in leavings(finding.law, state, "rome-statute"):
            if leaving.rescinded is not None and finding.day >= leaving.received:
                notice, back = (
                    words.act(state, finding.record.acts[key][1]) for key in (leaving.key, leaving.rescission)
                )
                says = f"{notice}; {back}: without the second it would have left on {said_day(leaving.step.day)}"
                found.append(Beside("rescinded-withdrawal", says, (leaving.key, leaving.rescission)))
    return found


def situations(finding: "Finding") -> list[Beside]:
    """Situations and examinations that cover the place and the day."""
    grounds = {leaf.link.ground for leaf in finding.leaves if leaf.link and leaf.link.ground}
    found = []
    for code, row in finding.record.situations.items():
        known = [step for step in row.steps if step.day and finding.law.counts(step.day)]
        inside = (row.start is None or row.start <= finding.day) and (row.until is None or finding.day < row.until)
        at = any(covers(finding.law, place, ground) is Answer.YES for place in row.places for ground in grounds)
        if known and inside and at:
            last = known[-1]
            what = last.subject if last.step == "other" else last.step.replace("-", " ")
            says = f"situation {row.name} ({code}): {what}, {said_day(last.day)}" if last.day else row.name
            found.append(Beside("situation", says, (f"situation:{code}",)))
    return found


def judgements(finding: "Finding") -> list[Beside]:
    """What is never worked out here."""
    if finding.answer is Answer.NO:
        return []
    says = (
        "not worked out, because only the Court can judge it: complementarity and gravity (art. 17), the interests of "
        "justice (art. 53); immunities and surrender (art. 27, 98) are no matter of jurisdiction"
    )
    return [Beside("judgement", says)]
