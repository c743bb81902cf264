"""A situation as text: its trigger, window, ground and carve-outs, where it stands, and what jurisdiction rests on.

>>> from ratione.record.record import Record
>>> situation_named(Record.embedded(), "Darfur")
'SDN'
"""

from __future__ import annotations

from collections.abc import Iterator

from ..answer import Answer
from ..dates import Day
from ..errors import FactError, near
from ..record.act import Declaration12_3
from ..record.names import folded
from ..record.record import Record
from ..timelines.law import Law
from ..timelines.line import Step
from .court_pages import SituationPage

__all__ = ["rests_on", "situation_named", "situation_text", "without_effect"]


def situation_named(record: Record, word: str) -> str:
    """The code of the situation that a code, name, other name or case number names, or an error with the nearest.

    >>> from ratione import Record, situation_named
    >>> situation_named(Record.embedded(), "Darfur")
    'SDN'
    """
    known = {
        folded(name): code
        for code, row in record.situations.items()
        for name in (code, row.name, row.case_number, *row.also)
        if name
    }
    found = known.get(folded(word))
    if found is None:
        raise FactError("situation", word, "a situation of the record", hint=near(word, known))
    return found


def rests_on(law: Law, code: str, on: Day) -> list[str]:
    """What jurisdiction in a situation rests on: a resolution, parties, declarations under article 12(3) that have effect.

    Those that were left without effect are in :func:`without_effect`.

    >>> from ratione import Day, Law, Record, rests_on
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> rests_on(law, "UKR", Day(2026, 11, 21))[0]
    'Ukraine, a party from 2025-01-01'
    """
    record, row = law.record, law.record.situations[code]
    found = []
    for referral in row.referrals:
        resolution = record.council.get(referral.resolution)
        if resolution is not None:
            found.append(f"{resolution.document} (art. 13(b)), whoever is a party")
    for state in row.states:
        name = record.states[state].name
        line = law.line("party", state, "rome-statute")
        for step, until in line.spans():
            if step.answer is Answer.YES:
                found.append(f"{name}, a party from {step.day}" + (f" until {until}" if until else ""))
        for says, act in declarations(law, state):
            effect = effect_of(law, act)
            if effect is not None and effect.answer is Answer.OPEN:
                says += f"; whether it has effect is open [{act.dispute}]"
            if effect is None or effect.answer is not Answer.NO:
                found.append(says)
    return found


def without_effect(law: Law, code: str) -> list[str]:
    """The declarations of a situation's states that were left without effect, each with what was said of it.

    >>> from ratione import Day, Law, Record, without_effect
    >>> [line.partition(" for")[0] for line in without_effect(Law(Record.embedded(), Day(2026, 11, 21)), "PSE")]
    ['State of Palestine, declaration under article 12(3) of 2009-01-22']
    """
    found = []
    for state in law.record.situations[code].states:
        for says, act in declarations(law, state):
            effect = effect_of(law, act)
            if effect is not None and effect.answer is Answer.NO:
                why = f": {effect.note}" if effect.note else ""
                found.append(f"{says}{why} [{act.dispute}]")
    return found


def declarations(law: Law, state: str) -> Iterator[tuple[str, Declaration12_3]]:
    """The declarations of a state under article 12(3), each in words."""
    for key, act in law.acts(state, "rome-statute"):
        if isinstance(act, Declaration12_3):
            window = f" for conduct from {act.start or 'any day'}" + (f" until {act.until}" if act.until else "")
            yield f"{law.record.states[state].name}, declaration under article 12(3) of {act.day}{window} [{key}]", act


def effect_of(law: Law, act: Declaration12_3) -> Step | None:
    """What is answered on the contested point on which a declaration hangs; None where it hangs on none."""
    return law.line("point", act.dispute).steps[0] if act.dispute else None


def carve_outs(record: Record, code: str) -> list[str]:
    """The clauses for personnel of contributing states that are no parties."""
    found = []
    for referral in record.situations[code].referrals:
        resolution = record.council.get(referral.resolution)
        if resolution is not None and resolution.carve_out:
            question = record.disputes[resolution.carve_out].question
            found.append(f"{resolution.document}: {question} [{resolution.carve_out}]")
    return found


def situation_text(law: Law, page: SituationPage, on: Day) -> str:
    """A situation as text.

    >>> from ratione import Day, Law, Record, situation_page, situation_text
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> print(situation_text(law, situation_page(law.record, "UKR"), Day(2026, 11, 21)).splitlines()[0])
    Ukraine (UKR), situation, ICC-01/22
    """
    return "\n".join(lines_of(law, page, on)) + "\n"


def lines_of(law: Law, page: SituationPage, on: Day) -> Iterator[str]:
    weak = f" [weak: {page.weak}]" if page.weak else ""
    yield f"{page.name} ({page.code}), {page.kind}{', ' + page.case_number if page.case_number else ''}{weak}"
    yield f"Trigger: {page.trigger}"
    for referral in page.referrals:
        who = referral.resolution or ", ".join(state.name for state in referral.states)
        yield f"  referred by {who} on {referral.day or referral.day_text}" + (
            f"; {referral.outcome}" if referral.outcome else ""
        )
    window = f"from {page.conduct_from or 'any day'}" + (f" until {page.conduct_until}" if page.conduct_until else "")
    yield f"Conduct: {window}" + (f"; only {', '.join(page.crimes)}" if page.crimes else "")
    yield f"Ground: {', '.join(page.places) or 'none named'}"
    if page.nationals:
        yield f"Nationals of: {', '.join(state.name for state in page.nationals)}"
    for clause in carve_outs(law.record, page.code):
        yield f"Carve-out: {clause}"
    for basis in rests_on(law, page.code, on):
        yield f"Rests on: {basis}"
    for declaration in without_effect(law, page.code):
        yield f"Left without effect: {declaration}"
    done = [step for step in page.steps if step.day is None or step.day <= on]
    for step in done:
        mark = f" [weak: {step.weak}]" if step.weak else ""
        yield f"  {step.day or step.day_text or 'no day'}: {step.step}{': ' + step.subject if step.subject else ''}{mark}"
    known = [step.step for step in done if step.step != "other"]
    if known:
        yield f"State on {on}: {known[-1]}"
    if page.note:
        yield page.note
    for source in page.sources:
        yield f"Source: {source.title}, {source.publisher}. {source.read or source.cites or 'no address kept'}"
    yield f"Record {page.record_version}."
