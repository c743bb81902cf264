"""Declarations: acceptance for a time (art. 12(3)), the seven years of article 124, the opt-out of article 15 bis(4)."""

from __future__ import annotations

from typing import Literal

from ..answer import Answer
from ..dates import Day, years_after
from ..record.act import Declaration12_3, Declaration15bis4, Declaration124, Declaration124Withdrawal, Deposit
from .law import Acts, Law, family
from .line import Line, Step
from .participation import bound_from

__all__ = ["By", "accepted_by_declaration", "opted_out", "shielded", "speaks_of_one_half"]

By = Literal["place", "passport"]
"""How a state gives its link: by a place that is its territory, or by a passport of its own."""

NO_DECLARATION = Line.always(Answer.NO, article="12(3)")
NO_SHIELD = Line.always(Answer.NO, article="124")


@family
def accepted_by_declaration(law: Law, state: str, by: By, code: str) -> Line:
    """Whether a declaration of the state covers conduct of the day (art. 12(3)); its own words bound its reach."""
    line = NO_DECLARATION
    for key, act in law.acts(state, code):
        if not isinstance(act, Declaration12_3) or act.confirms or (act.reach == "territory" and by == "passport"):
            continue
        line |= window(law, act.start, act.until, key, "12(3)", act.dispute)
    return line


def window(law: Law, start: Day | None, until: Day | None, key: str, article: str, dispute: str) -> Line:
    """A declaration's line: yes in its window, or what the contested point says on which its validity hangs."""
    inside = Line.always(Answer.YES)
    if dispute:
        inside = law.line("point", dispute)
    open_day = start or Day.min
    steps = [inside.steps[0]._replace(day=open_day, because=(key, *inside.steps[0].because), article=article)]
    if until is not None:
        steps.append(Step(until, Answer.NO, (key,), article))
    return Line.stepping(Answer.NO, steps, article=article)


@family
def shielded(law: Law, state: str, by: By, home: bool, code: str) -> Line:
    """Whether a declaration under article 124 shuts out war crimes over this state's link.

    ``home`` is true where the accused is a national of the state *and* the conduct is on its territory: then either
    half of the declaration covers both links.
    """
    line = NO_SHIELD
    acts = law.acts(state, code)
    half = "territory" if by == "place" else "nationals"
    for key, act in acts:
        if isinstance(act, Declaration124) and (half in act.shields or home):
            start = start_of_shield(law, state, code)
            if start is not None:
                until, end_key = end_of_shield(acts, years_after(start, act.years))
                line |= window(law, start, until, key, "124", act.dispute)
                line = with_end(line, until, end_key)
    return line


def speaks_of_one_half(law: Law, state: str, code: str) -> bool:
    """Whether a declaration of the state under article 124 speaks of its nationals only, or of its territory only.

    Only then does it matter whether the accused is a national of the state on whose territory the conduct is.
    """
    acts = law.acts(state, code)
    return any(isinstance(act, Declaration124) and len(set(act.shields)) == 1 for _, act in acts)


def start_of_shield(law: Law, state: str, code: str) -> Day | None:
    """The day on which the Statute enters into force for the declaring state: the seven years run from it."""
    instrument = law.record.instruments[code]
    for key, act in law.acts(state, code):
        if isinstance(act, Deposit):
            step = bound_from(law, instrument, key, act)
            return step.day if step else None
    return None


def end_of_shield(acts: Acts, until: Day) -> tuple[Day, str]:
    """The day on which the shield ends: by its own terms, or earlier by withdrawal of the declaration."""
    for key, act in acts:
        if isinstance(act, Declaration124Withdrawal):
            return min(until, act.effective or act.received), key
    return until, ""


def with_end(line: Line, until: Day, key: str) -> Line:
    """The line whose step on ``until`` names the act that ended it."""
    return Line(step._replace(because=(key,)) if key and step.day == until else step for step in line.steps)


@family
def opted_out(law: Law, state: str, code: str) -> Line:
    """Whether the state had declared that it does not accept jurisdiction over its own aggression (art. 15 bis(4))."""
    steps = [
        Step(act.received, Answer.YES, (key,), "15bis(4)")
        for key, act in law.acts(state, code)
        if isinstance(act, Declaration15bis4)
    ]
    return Line.stepping(Answer.NO, steps, article="15bis(4)")
