"""Aftermath: what is left of the Court's reach over a state that has withdrawn (art. 127(2))."""

from __future__ import annotations

from ..answer import Answer
from ..dates import Day
from ..record.court import Situation, SituationStep
from .law import Law, family
from .line import Line, Step
from .participation import Leaving, leavings
from .places import Ground, covers

__all__ = ["survived_withdrawal", "withdrawn"]


STILL_COUNTS = Line.always(Answer.YES, article="127(2)")
NOT_GONE = Line.always(Answer.NO, article="127(1)")


def gone(law: Law, state: str, code: str) -> Leaving | None:
    """The withdrawal that has taken effect by the day asked on, if any."""
    return law.keep(("gone", state, code), lambda: found_gone(law, state, code))  # type: ignore[no-any-return]


def found_gone(law: Law, state: str, code: str) -> Leaving | None:
    for leaving in leavings(law, state, code):
        if leaving.rescinded is None and law.counts(leaving.step.day):
            return leaving
    return None


@family
def withdrawn(law: Law, state: str, code: str) -> Line:
    """Whether the state has left: from the day its notice takes effect on, also where that day is still to come."""
    steps = [one.step._replace(answer=Answer.YES) for one in leavings(law, state, code) if one.rescinded is None]
    return Line.stepping(Answer.NO, steps, article="127(1)")


@family
def survived_withdrawal(law: Law, state: str, ground: Ground | None, crime: str, code: str) -> Line:
    """Whether the state's membership on the day of the conduct still counts after its withdrawal took effect.

    Yes where an investigation was open before; where only an examination was, or nothing, two contested points.
    ``ground`` is where the conduct took place, None for a link by passport; ``crime`` the crime charged.
    """
    leaving = gone(law, state, code)
    if leaving is None:
        return STILL_COUNTS
    nothing = law.line("point", "withdrawal-nothing-pending").steps[0]
    line = Line([nothing._replace(because=(leaving.key, *nothing.because), article="127(2)")])
    for key, situation in law.record.situations.items():
        begun = begun_before(law, situation, leaving.step.day)
        if begun is None or not in_scope(law, situation, state, ground, crime):
            continue
        if begun.step == "investigation-opened":
            reached = Step(Day.min, Answer.YES, (f"situation:{key}", leaving.key), "127(2)")
        else:
            reached = law.line("point", "withdrawal-pending").steps[0]._replace(article="127(2)")
            reached = reached._replace(because=(f"situation:{key}", leaving.key, *reached.because))
        steps = [reached._replace(day=situation.start or Day.min)]
        steps += [Step(situation.until, Answer.NO, (), "127(2)")] if situation.until else []
        line |= Line.stepping(Answer.NO, steps, article="127(2)")
    return line


def begun_before(law: Law, situation: Situation, day: Day) -> SituationStep | None:
    """The step that had gone furthest before ``day``: an investigation opened, else an examination; None for neither."""
    done = [step for step in situation.steps if step.day and step.day < day and law.counts(step.day)]
    for wanted in ("investigation-opened", "examination-opened"):
        for step in done:
            if step.step == wanted:
                return step
    return None


def in_scope(law: Law, situation: Situation, state: str, ground: Ground | None, crime: str) -> bool:
    """Whether the situation looks at such conduct: at the ground, or at nationals of the state wherever they act."""
    if situation.crimes and crime not in situation.crimes:
        return False
    if state in situation.nationals:
        return True
    return ground is not None and any(covers(law, place, ground) is Answer.YES for place in situation.places)
