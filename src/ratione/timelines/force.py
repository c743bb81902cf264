"""Entry into force: of an instrument itself, and of each deposit (art. 126; art. 121(4) and (5); Agreement art. 35)."""

from typing import NamedTuple

from ..answer import Answer
from ..dates import Day, days_after, first_of_month_after, years_after
from ..record.act import AnyAct, Deposit, InstrumentWithdrawal
from ..record.instrument import EntryIntoForce, Instrument
from .law import Law, family
from .line import Line, Step

__all__ = ["Consent", "Start", "consents", "counted", "in_force", "start_of", "taken_back"]


class Consent(NamedTuple):
    """An instrument of consent: when it was deposited, when it was taken back (if it was), and its act."""

    state: str
    key: str
    act: Deposit
    taken_back: Day | None
    back_key: str


class Start(NamedTuple):
    """The step by which an instrument enters into force, and the day of the deposit that completed the number."""

    step: Step
    completed: Day


def counted(rule: EntryIntoForce, day: Day) -> Day:
    """The day of effect that the treaty's own way of counting gives for a deposit on ``day``."""
    if rule.counting == "month-after-day":
        return first_of_month_after(day, rule.days)
    if rule.counting == "days-after":
        return days_after(day, rule.days)
    return years_after(day, rule.years)


def consents(law: Law, instrument: str) -> list[Consent]:
    """Every instrument of consent that counts, in order of deposit; successions are no deposits of their own."""
    return law.keep(("consents", instrument), lambda: gathered(law, instrument))  # type: ignore[no-any-return]


def gathered(law: Law, instrument: str) -> list[Consent]:
    found = []
    for state in law.record.states:
        acts = law.acts(state, instrument)
        for key, act in acts:
            if isinstance(act, Deposit) and act.kind != "succession":
                back = taken_back(acts, act)
                found.append(Consent(state, key, act, *back))
    return sorted(found, key=lambda consent: (consent.act.deposited, consent.state))


def taken_back(acts: list[tuple[str, AnyAct]], deposit: Deposit) -> tuple[Day | None, str]:
    """The day on which a deposit was taken back before it entered into force, with the key of that act."""
    for key, act in acts:
        if isinstance(act, InstrumentWithdrawal) and act.received >= deposit.deposited:
            return act.received, key
    return None, ""


def start_of(law: Law, instrument: str) -> Start | None:
    """How the instrument itself enters into force, or None while too few have consented or it waits for no number.

    Those who deposit on the day on which the number is completed belong to the same batch: nobody is "the sixtieth".
    """
    return law.keep(("start", instrument), lambda: found_start(law, instrument))  # type: ignore[no-any-return]


def found_start(law: Law, code: str) -> Start | None:
    instrument = law.record.instruments[code]
    rule = instrument.force
    deposits = consents(law, code)
    if rule.counting == "all-at-once":
        return reached_fraction(law, instrument, deposits)
    if rule.instruments == 0 or len(deposits) < rule.instruments:
        return None
    last = deposits[rule.instruments - 1]
    day = last.act.deposited
    batch = tuple(consent.key for consent in deposits if consent.act.deposited == day)
    return Start(Step(counted(rule, day), Answer.YES, batch, rule.article_first), day)


def reached_fraction(law: Law, instrument: Instrument, deposits: list[Consent]) -> Start | None:
    """Art. 121(4): for all parties at once, so long after the given share of them has accepted."""
    rule = instrument.force
    share, whole = rule.fraction or (1, 1)
    for count, consent in enumerate(deposits, start=1):
        day = consent.act.deposited
        if count * whole >= share * parties_on(law, instrument.amends, day):
            return Start(Step(counted(rule, day), Answer.YES, (consent.key,), rule.article), day)
    return None


def parties_on(law: Law, instrument: str, day: Day) -> int:
    """How many parties the instrument had on ``day``."""
    return sum(law.line("party", state, instrument).at(day).answer is Answer.YES for state in law.record.states)


@family
def in_force(law: Law, instrument: str) -> Line:
    """Whether the instrument itself is in force; an amendment of single acceptors is, once it binds the first."""
    rule = law.record.instruments[instrument].force
    article = rule.article_first or rule.article
    start = start_of(law, instrument)
    steps = [start.step] if start else []
    if rule.counting == "years-after":
        steps = [
            Step(counted(rule, consent.act.deposited), Answer.YES, (consent.key,), rule.article)
            for consent in consents(law, instrument)[:1]
        ]
    return Line.stepping(Answer.NO, steps, article=article)
