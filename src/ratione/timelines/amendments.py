"""Amendments: for whom they are in force (art. 121(4) and (5)), and since when the Court may act on aggression."""

from __future__ import annotations

from ..answer import Answer
from ..dates import years_after
from ..record.act import Deposit
from .force import consents, counted
from .law import Law, family
from .line import Line, Step

__all__ = ["activated", "amendment_binds", "joined_after_amendment"]


@family
def amendment_binds(law: Law, state: str, code: str) -> Line:
    """Whether the amendment is in force for the state, by its own acceptance or, where the article says so, for all."""
    amendment = law.record.instruments[code]
    rule = amendment.force
    member = law.line("party", state, amendment.amends)
    if rule.counting == "all-at-once":
        return law.line("in_force", code) & member
    steps = [
        Step(counted(rule, act.deposited), Answer.YES, (key,), rule.article)
        for key, act in law.acts(state, code)
        if isinstance(act, Deposit)
    ]
    return Line.stepping(Answer.NO, steps[:1], article=rule.article) & member


@family
def joined_after_amendment(law: Law, state: str, code: str) -> Line:
    """Whether the state became a party after the amendment had entered into force for others (VCLT art. 40(5))."""
    amendment = law.record.instruments[code]
    first = next((step for step in law.line("in_force", code).steps if step.answer is Answer.YES), None)
    steps = [
        step._replace(article="VCLT 40(5)")
        if step.answer is not Answer.YES or (first is not None and first.day <= step.day)
        else step._replace(answer=Answer.NO, article="VCLT 40(5)")
        for step in law.line("party", state, amendment.amends).steps
    ]
    return Line(steps)


@family
def activated(law: Law, code: str) -> Line:
    """Whether the Court may act on the crime: enough acceptances for long enough, and the Assembly's decision."""
    rule = law.record.instruments[code].activation
    if rule is None:
        return Line.always(Answer.YES)
    accepted = consents(law, code)
    enough, decided = [], []
    if len(accepted) >= rule.acceptances:
        last = accepted[rule.acceptances - 1]
        enough.append(Step(years_after(last.act.deposited, rule.years), Answer.YES, (last.key,), rule.article))
    if law.counts(rule.decided):
        decided.append(Step(rule.effective, Answer.YES, (f"instrument:{code}",), rule.article))
    return Line.stepping(Answer.NO, enough, article=rule.article) & Line.stepping(
        Answer.NO, decided, article=rule.article
    )
