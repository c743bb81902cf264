"""Participation: who has signed, deposited, is a party, has left (art. 125 to 127; Agreement art. 34 to 35)."""

from typing import NamedTuple

from ..answer import Answer, OpenKind
from ..dates import Day, years_after
from ..record.act import (
    AnyAct,
    Deposit,
    FinalActSignature,
    InstrumentWithdrawal,
    IntentionNotToRatify,
    Signature,
    Succession,
    WithdrawalNotice,
    WithdrawalRescission,
)
from ..record.instrument import Instrument
from .force import counted, start_of, taken_back
from .law import Law, family
from .line import Line, Step

__all__ = ["Leaving", "bound_from", "good_faith", "leavings", "observer", "party", "pending", "signed"]

Acts = list[tuple[str, AnyAct]]


class Leaving(NamedTuple):
    """A notice of withdrawal: its key, the day it was received, the step it leads to, and its rescission, if any."""

    key: str
    received: Day
    step: Step
    rescinded: Day | None
    rescission: str


def bound_from(law: Law, instrument: Instrument, key: str, act: Deposit) -> Step | None:
    """The step by which a deposit binds its state, or None while the instrument itself cannot enter into force."""
    rule = instrument.force
    if act.effective is not None:
        return Step(act.effective, Answer.YES, (key,), act.overrides)
    start = start_of(law, instrument.code)
    if start is None:
        return None
    if act.deposited <= start.completed:
        return Step(start.step.day, Answer.YES, (key,), rule.article_first)
    return Step(counted(rule, act.deposited), Answer.YES, (key,), rule.article)


def leavings(law: Law, state: str, code: str) -> list[Leaving]:
    """Every notice of withdrawal that counts: one year after receipt, or the later day it names (art. 127(1))."""
    instrument = law.record.instruments[code]
    rule = instrument.withdrawal
    acts = law.acts(state, code)
    found = []
    for key, act in acts:
        if rule is None or not isinstance(act, WithdrawalNotice):
            continue
        effect = max(years_after(act.received, rule.years), act.names or act.received)
        answer, kind = (Answer.OPEN, OpenKind.WEAK) if act.unverified else (Answer.NO, None)
        step = Step(effect, answer, (key,), rule.article, kind, note=act.unverified)
        rescinded, rescission = rescission_of(acts, act, effect)
        found.append(Leaving(key, act.received, step, rescinded, rescission))
    return found


def rescission_of(acts: Acts, notice: WithdrawalNotice, effect: Day) -> tuple[Day | None, str]:
    """The day on which a notice was taken back before it took effect, with the key of that act."""
    for key, act in acts:
        if isinstance(act, WithdrawalRescission) and notice.received <= act.received < effect:
            return act.received, key
    return None, ""


@family
def party(law: Law, state: str, code: str) -> Line:
    """Whether the state is bound by the treaty."""
    instrument = law.record.instruments[code]
    acts = law.acts(state, code)
    steps = []
    for key, act in acts:
        if not isinstance(act, Deposit):
            continue
        step = bound_from(law, instrument, key, act)
        back, _ = taken_back(acts, act)
        if step is not None and (back is None or step.day <= back):
            steps.append(step)
    steps += [leaving.step for leaving in leavings(law, state, code) if leaving.rescinded is None]
    return Line.stepping(Answer.NO, steps, article=instrument.force.article)


@family
def signed(law: Law, state: str, code: str) -> Line:
    """Whether the state has signed; nothing that the treaty knows takes a signature away."""
    steps = [
        Step(act.done, Answer.YES, (key,), law.record.instruments[code].signature_article)
        for key, act in law.acts(state, code)
        if isinstance(act, Signature) and not isinstance(act, FinalActSignature)
    ]
    return Line.stepping(Answer.NO, steps[:1])


@family
def good_faith(law: Law, state: str, code: str) -> Line:
    """Whether the signatory's duty not to defeat object and purpose runs (VCLT art. 18, as custom).

    From signature until the state is a party or makes clear that it will not become one; and from deposit until entry
    into force.
    """
    acts = law.acts(state, code)
    bound = law.line("party", state, code)
    steps = []
    for key, act in acts:
        if isinstance(act, FinalActSignature | Succession):
            continue
        if isinstance(act, Signature | Deposit) and bound.at(act.day).answer is Answer.NO:
            steps.append(Step(act.day, Answer.YES, (key,), "VCLT 18"))
        elif isinstance(act, InstrumentWithdrawal) and law.line("signed", state, code).at(act.day).answer is Answer.NO:
            steps.append(Step(act.received, Answer.NO, (key,), "VCLT 18(b)"))
        elif isinstance(act, IntentionNotToRatify):
            steps.append(Step(act.received, Answer.NO, (key,), "VCLT 18(a)"))
    steps += [Step(step.day, Answer.NO, step.because, "VCLT 26") for step in bound.steps if step.answer is Answer.YES]
    return Line.stepping(Answer.NO, steps, article="VCLT 18")


@family
def observer(law: Law, state: str, code: str) -> Line:
    """Whether the state may sit in the Assembly as observer (art. 112(1)): signed the treaty or the Final Act, no party."""
    signatures = [
        Step(act.day, Answer.YES, (key,), "112(1)") for key, act in law.acts(state, code) if isinstance(act, Signature)
    ]
    adopted = law.record.instruments[code].adopted
    not_read = "whether it signed the Final Act is not known: the list was not read"
    if signatures:
        may = Line.stepping(Answer.NO, signatures, article="112(1)")
    elif any(row.until > adopted for row in law.record.states[state].predecessors):
        may = Line.always(Answer.NO, article="112(1)", note="it became a state after the Final Act was signed")
    else:
        may = Line.always(Answer.OPEN, kind=OpenKind.WEAK, article="112(1)", note=not_read)
    return may & ~law.line("party", state, code)


def pending(law: Law, state: str, code: str, day: Day) -> list[Leaving]:
    """Notices received by ``day`` and not taken back by then, whose effect is still to come."""
    return [
        leaving
        for leaving in leavings(law, state, code)
        if leaving.received <= day < leaving.step.day and (leaving.rescinded is None or leaving.rescinded > day)
    ]
