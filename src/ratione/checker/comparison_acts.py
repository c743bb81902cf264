"""Acts beside the record: signature, ratification, accession, entry into force, withdrawal, notes and declarations."""

from __future__ import annotations

from typing import Any

from ..answer import Answer
from ..dates import Day
from ..record.act import (
    Declaration12_3,
    Deposit,
    InstrumentWithdrawal,
)
from ..record.record import Record
from .beside import VERBS, Beside, in_form, precision, readings, slips, within
from .claim import Claim, Judged, Verdict, day_text

__all__ = [
    "consented",
    "declared",
    "first_of",
    "in_force",
    "not_signed",
    "signed",
    "taken_back",
    "unknown",
    "wrong_day",
]

LIKE_RATIFICATION = ("ratification", "acceptance", "approval")
KIND_WANTED = {"ratified": LIKE_RATIFICATION, "acceded": ("accession",), "succeeded": ("succession",)}


def unknown(claim: Claim, beside: Beside) -> Judged | None:
    """Out of scope for what is no state, or no instrument, of the record."""
    if claim.subject not in beside.record.states or claim.about not in beside.record.instruments:
        return beside.judged(
            claim, "not-in-record", f"the record holds no acts of {claim.subject} under {claim.about or 'it'}."
        )
    return None


def wrong_day(claim: Claim, beside: Beside, day: Day, keys: tuple[str, ...], because: str, article: str = "") -> Judged:
    """A contradiction on the day, with the kind of slip that would explain it."""
    fault, said = slips(claim, day)
    if fault in ("wrong-date", "wrong-day", "wrong-month"):
        other = other_act(claim, beside, day)
        if other:
            fault, said = other
        elif (swapped := swapped_state(claim, beside)) is not None:
            fault, said = swapped
    verdict: Verdict = "imprecise" if claim.date and precision(claim) == 10 and fault == "" else "contradicts"
    return beside.judged(
        claim,
        verdict,
        " ".join(one for one in (because, said) if one),
        fault=fault,
        should_be=in_form(claim, day),
        acts=keys,
        article=article,
    )


def other_act(claim: Claim, beside: Beside, day: Day) -> tuple[str, str] | None:
    """Whether the claimed day is that of another act of the same state, or of its entry into force."""
    if precision(claim) != 10:
        return None
    for _, act in beside.acts(claim.subject, claim.about):
        if within(claim, act.day) and act.day != day:
            return f"day-of-{act.kind}", f"The day given is the one on which it {VERBS.get(act.kind, act.kind)}."
    if any(within(claim, start) and start != day for start in beside.since(claim.subject, claim.about)):
        return "day-of-entry-into-force", "The day given is that of entry into force."
    return None


def days_of_acts(record: Record, instrument: str) -> dict[str, list[tuple[Day, str]]]:
    """The days on which acts of each kind were done under an instrument, each with the state."""
    found: dict[str, list[tuple[Day, str]]] = {}
    for state, act in record.acts.values():
        if act.instrument == instrument:
            found.setdefault(act.kind, []).append((act.day, state))
    return found


def swapped_state(claim: Claim, beside: Beside) -> tuple[str, str] | None:
    """Whether exactly one other state did this on the claimed day: a row of a table may have slipped."""
    if precision(claim) != 10:
        return None
    kinds: dict[str, tuple[str, ...]] = {"signed": ("signature",), **KIND_WANTED}
    wanted = kinds.get(claim.predicate, ())
    done = beside.law.keep(("days of acts", claim.about), lambda: days_of_acts(beside.record, claim.about))
    spans = readings(claim)
    states = {
        state
        for kind in wanted
        for day, state in done.get(kind, ())
        if any(first <= day <= last for first, last in spans) and state != claim.subject
    }
    if len(states) == 1:
        return "swapped-state", f"On the day given it was {beside.name(states.pop())} that did so."
    return None


def signed(claim: Claim, beside: Beside) -> Judged:
    """A state signed; as a flag also: signed and not ratified."""
    if out := unknown(claim, beside):
        return out
    sign, deposit = beside.signature(claim.subject, claim.about), beside.deposit(claim.subject, claim.about)
    if "flag" in claim.how:
        return flagged(claim, beside, sign, deposit)
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    if sign is None:
        said = f"{name} did not sign {treaty}"
        closed = beside.record.instruments[claim.about].signature_closed
        if deposit:
            said += f": {beside.spoken(claim.subject, *deposit)}"
            if claim.date and within(claim, deposit[1].day):
                return beside.judged(
                    claim,
                    "contradicts",
                    f"{said}.",
                    fault="wrong-verb",
                    should_be=VERBS[deposit[1].kind],
                    acts=(deposit[0],),
                )
        elif closed:
            said += f"; it was open for signature until {day_text(closed)}"
        if claim.about != "rome-statute":
            return beside.judged(claim, "not-in-record", f"The record holds no signature of {treaty} by {name}.")
        return beside.judged(
            claim, "contradicts", f"{said}.", fault="no-such-act", acts=(deposit[0],) if deposit else ()
        )
    because = f"{beside.spoken(claim.subject, *sign)}."
    if not claim.date or within(claim, sign[1].day):
        return beside.judged(claim, "agrees", because, acts=(sign[0],), article="125(1)")
    if deposit and within(claim, deposit[1].day) and precision(claim) == 10:
        because = f"On that day {name} {VERBS[deposit[1].kind]}; it signed on {day_text(sign[1].day)}."
        return beside.judged(
            claim,
            "contradicts",
            because,
            fault="wrong-verb",
            should_be=day_text(sign[1].day),
            acts=(sign[0], deposit[0]),
        )
    return wrong_day(claim, beside, sign[1].day, (sign[0],), because, "125(1)")


def flagged(claim: Claim, beside: Beside, sign: tuple[str, Any] | None, deposit: tuple[str, Any] | None) -> Judged:
    """The flag ``signed but not ratified``."""
    if sign and not deposit:
        return beside.judged(
            claim, "agrees", f"{beside.spoken(claim.subject, *sign)} and has not deposited since.", acts=(sign[0],)
        )
    if not sign:
        return beside.judged(claim, "contradicts", f"{beside.name(claim.subject)} did not sign.", fault="no-such-act")
    assert deposit is not None
    because = f"{beside.spoken(claim.subject, *deposit)}."
    then_so = beside.written < deposit[1].day if beside.written else beside.earliest < deposit[1].day
    if then_so:
        return beside.judged(
            claim, "outdated", because, then="agrees", fault="stale-status", should_be="false", acts=(deposit[0],)
        )
    return beside.judged(claim, "contradicts", because, fault="wrong-status", should_be="false", acts=(deposit[0],))


def not_signed(claim: Claim, beside: Beside) -> Judged:
    """``Has not signed``."""
    sign, deposit = beside.signature(claim.subject, claim.about), beside.deposit(claim.subject, claim.about)
    if sign is None and deposit:
        said = f"{beside.name(claim.subject)} did not sign; {beside.spoken(claim.subject, *deposit)}."
        return beside.judged(claim, "agrees", said, acts=(deposit[0],))
    for one in (sign, deposit):
        if one:
            return beside.judged(
                claim, "contradicts", f"{beside.spoken(claim.subject, *one)}.", fault="wrong-status", acts=(one[0],)
            )
    return beside.judged(
        claim, "agrees", f"{beside.name(claim.subject)} has neither signed nor deposited an instrument."
    )


def consented(claim: Claim, beside: Beside) -> Judged:
    """A state ratified, acceded, succeeded."""
    if out := unknown(claim, beside):
        return out
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    deposits = beside.acts(claim.subject, claim.about, Deposit)
    if not deposits:
        return never_consented(claim, beside)
    hit = next((one for one in deposits if not claim.date or within(claim, one[1].day)), deposits[-1])
    key, act = hit
    because = f"{name} {VERBS[act.kind]} on {day_text(act.day)}.{taken_back(claim, beside)}"
    effective = act.effective is not None and claim.date and within(claim, act.effective)
    if claim.date and not within(claim, act.day) and not effective:
        return wrong_day(claim, beside, act.day, (key,), because)
    if "either" in claim.how or act.kind in KIND_WANTED[claim.predicate]:
        return beside.judged(claim, "agrees", because, acts=(key,))
    said = f"{because} The verb is wrong: it {VERBS[act.kind]} and did not succeed to {treaty}."
    if claim.predicate == "acceded":
        said = f"{because} The verb is wrong: a signatory ratifies; it did not accede to {treaty}."
    elif claim.predicate == "ratified":
        said = f"{because} The verb is wrong: it had not signed, so it {VERBS[act.kind]} and did not ratify {treaty}."
    return beside.judged(claim, "imprecise", said, fault="wrong-verb", should_be=VERBS[act.kind], acts=(key,))


def taken_back(claim: Claim, beside: Beside) -> str:
    """That the instrument was withdrawn before the treaty bound the state, as a sentence more."""
    back = next(iter(beside.acts(claim.subject, claim.about, InstrumentWithdrawal)), None)
    return f" It withdrew the instrument on {day_text(back[1].day)}." if back else ""


def never_consented(claim: Claim, beside: Beside) -> Judged:
    """A consent of which the record has no act: wrong for the Statute, of which it has all; else not known."""
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    if claim.about != "rome-statute":
        return beside.judged(claim, "not-in-record", f"The record holds no instrument of {name} for {treaty}.")
    sign = beside.signature(claim.subject, claim.about)
    if sign and claim.date and within(claim, sign[1].day):
        said = f"On that day {name} signed; it has deposited no instrument of ratification."
        return beside.judged(claim, "contradicts", said, fault="wrong-verb", should_be="signed", acts=(sign[0],))
    said = f"{beside.spoken(claim.subject, *sign)} and has" if sign else f"{name} has neither signed nor"
    return beside.judged(
        claim,
        "contradicts",
        f"{said} deposited no instrument under {treaty}."
        if sign
        else f"{said} deposited an instrument under {treaty}.",
        fault="no-such-act",
        acts=(sign[0],) if sign else (),
    )


def in_force(claim: Claim, beside: Beside) -> Judged:
    """The Statute entered into force, for a state or at all."""
    about = claim.about or "rome-statute"
    if claim.subject not in beside.record.states:
        return in_force_at_all(claim, beside, about)
    line = beside.law.line("party", claim.subject, about)
    starts = [step for step in line.steps if step.answer is Answer.YES]
    if not starts:
        sure = about == "rome-statute"
        return beside.judged(
            claim,
            "contradicts" if sure else "not-in-record",
            f"{beside.treaty(about).capitalize()} has not entered into force for {beside.name(claim.subject)}."
            if sure
            else f"The record holds no instrument of {beside.name(claim.subject)} for {beside.treaty(about)}.",
            fault="no-such-act" if sure else "",
        )
    step = next((one for one in starts if not claim.date or within(claim, one.day)), starts[-1])
    because = f"It entered into force for {beside.name(claim.subject)} on {day_text(step.day)} (art. {step.article})."
    if not claim.date or within(claim, step.day):
        return beside.judged(claim, "agrees", because, acts=step.because, article=step.article)
    if "jurisdiction" in claim.how:
        for key, act in beside.acts(claim.subject, about, Declaration12_3):
            if act.start and within(claim, act.start):
                said = f"Its declaration under article 12(3) reaches back to {day_text(act.start)}."
                return beside.judged(claim, "agrees", said, acts=(key,), article="12(3)")
    return wrong_day(claim, beside, step.day, step.because, because, step.article)


def in_force_at_all(claim: Claim, beside: Beside, about: str) -> Judged:
    """The treaty itself entered into force, or the Court was set up by it."""
    if about not in beside.record.instruments:
        return beside.judged(claim, "not-in-record", "the record does not hold that instrument.")
    step = next((one for one in beside.law.line("in_force", about).steps if one.answer is Answer.YES), None)
    instrument = beside.record.instruments[about]
    if step is None:
        return beside.judged(claim, "contradicts", f"{beside.treaty(about)} is not in force.", fault="no-such-act")
    because = f"The {instrument.short} entered into force on {day_text(step.day)} (art. {step.article})."
    if not claim.date or within(claim, step.day):
        return beside.judged(claim, "agrees", because, acts=(f"instrument:{about}",), article=step.article)
    if within(claim, instrument.adopted):
        said = f"{because} It was adopted on {day_text(instrument.adopted)}."
        return beside.judged(
            claim,
            "imprecise",
            said,
            fault="day-of-adoption",
            should_be=in_form(claim, step.day),
            acts=(f"instrument:{about}",),
        )
    return wrong_day(claim, beside, step.day, (f"instrument:{about}",), because, step.article)


def declared(claim: Claim, beside: Beside) -> Judged:
    """A state accepted the Court's jurisdiction by a declaration under article 12(3)."""
    if claim.subject not in beside.record.states:
        return beside.judged(claim, "not-in-record", f"the record holds no acts of {claim.subject}.")
    found = beside.acts(claim.subject, "rome-statute", Declaration12_3)
    name = beside.name(claim.subject)
    if not found:
        said = f"The record holds no declaration under article 12(3) by {name}."
        if beside.since(claim.subject, "rome-statute"):
            return beside.judged(claim, "not-in-record", f"{said} It accepted jurisdiction by becoming a party.")
        return beside.judged(claim, "contradicts", said, fault="no-such-act")
    for key, act in found:
        dates = [day for day in (act.received, act.dated, act.notified) if day]
        if not claim.date or any(within(claim, day) for day in dates):
            said = f"{beside.spoken(claim.subject, key, act)}."
            if claim.date and not within(claim, act.day):
                word, day = next(
                    (word, day)
                    for word, day in (
                        ("dated", act.dated),
                        ("received on", act.received),
                        ("notified on", act.notified),
                    )
                    if day and within(claim, day)
                )
                said += f" It was {word} {day_text(day)}."
            return beside.judged(claim, "agrees", said, acts=(key,), article="12(3)")
    days_given = ", ".join(day_text(act.day) for _, act in found)
    key, act = min(found, key=lambda one: abs((one[1].day - first_of(claim)).days))
    return wrong_day(
        claim,
        beside,
        act.day,
        (key,),
        f"{name} lodged {'a declaration' if len(found) == 1 else 'declarations'} under article 12(3) on {days_given}.",
        "12(3)",
    )


def first_of(claim: Claim) -> Day:
    year, month, day = (*(int(part) for part in claim.date.partition("/")[0].split("-")), 1, 1)[:3]
    return Day(year, month, day)
