"""Variables of a panel on what concerns a state: situations, referrals, contested places, United States law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from ..answer import Answer
from ..dates import BEGINNING, Day, day_before
from ..limbs.us_facts import UsFacts, read_us_facts
from ..record.names import Names
from ..record.record import Record
from ..rules.united_states import bounds_of, days_of_change, rule_of
from ..timelines.law import Law
from ..timelines.line import Line
from ..timelines.measures import first_day
from ..timelines.places import Ground
from .panel_variables import Steps, Variable, day_of_act, merged, of_family, of_line

__all__ = ["agreement_line", "concern_variables"]


def concern_variables(record: Record) -> list[Variable]:
    """What is asked of a state beside the treaties."""
    return [*court(), *united_states(record)]


BEGUN = {"examination-opened": "examination", "investigation-opened": "investigation"}
ENDED = ("closed", "concluded", "not-opened", "merged")


def stages(law: Law, code: str) -> Steps:
    """The stage of a situation over time: examination, investigation, or None; with a question mark where only the month
    or year of the beginning is known and has begun."""
    found: list[tuple[Day, Any]] = []
    for step in law.record.situations[code].steps:
        stage = BEGUN.get(step.step)
        if stage is None and step.step not in ENDED:
            continue
        if step.day is not None and law.counts(step.day):
            found.append((step.day, stage))
        elif step.day is None and step.day_text:
            first, last = bounds(step.day_text)
            unsure = stage or (found[-1][1] if found else None)
            found += [(first, f"{unsure}?" if unsure else None)] if law.counts(first) else []
            found += [(last, stage)] if law.counts(last) else []
    return merged(found)


def bounds(text: str) -> tuple[Day, Day]:
    """The first and last day of a year or month: on the last, what began in it has begun.

    >>> [str(day) for day in bounds("2004-06")]
    ['2004-06-01', '2004-06-30']
    """
    year, _, month = text.partition("-")
    if not month:
        return Day(int(year), 1, 1), Day(int(year), 12, 31)
    number = int(month)
    return Day(int(year), number, 1), day_before(Day(int(year) + number // 12, number % 12 + 1, 1))


def together(law: Law, state: str) -> list[tuple[Day, dict[str, str]]]:
    """The situations that concern a state over time, each with its stage."""
    lines = {code: stages(law, code) for code, row in law.record.situations.items() if state in row.states}
    found = []
    for begin in sorted({BEGINNING, *(day for steps in lines.values() for day, _ in steps)}):
        held = {code: [value for day, value in steps if day <= begin][-1] for code, steps in lines.items()}
        found.append((begin, {code: stage for code, stage in sorted(held.items()) if stage}))
    return found


def in_stage(stage: str) -> Callable[[Law, str], Steps]:
    """Whether some situation that concerns the state is in that stage."""

    def steps(law: Law, state: str) -> Steps:
        found: Steps = []
        for begin, held in together(law, state):
            sure, perhaps = stage in held.values(), f"{stage}?" in held.values()
            found.append((begin, Answer.YES if sure else Answer.OPEN if perhaps else Answer.NO))
        return found

    return steps


def situations(law: Law, state: str) -> Steps:
    """The situations that concern the state in words."""
    held = together(law, state)
    return [(begin, ";".join(f"{code}:{stage}" for code, stage in found.items()) or None) for begin, found in held]


def opened_on(stage: str) -> Callable[[Law, str], Steps]:
    """The first day of the latest such stage, where the day is known."""

    def steps(law: Law, state: str) -> Steps:
        days = [
            step.day
            for row in law.record.situations.values()
            if state in row.states
            for step in row.steps
            if BEGUN.get(step.step) == stage and step.day and law.counts(step.day)
        ]
        return merged((one, one) for one in days)

    return steps


def referrals(law: Law, state: str) -> list[Day]:
    """The days on which the Council referred a situation on the state's territory, or a part of it."""
    return [
        row.day
        for row in law.record.council.values()
        if row.kind == "referral" and row.outcome == "adopted" and law.counts(row.day)
        and state in {place.partition(":")[0] for place in row.places}
    ]  # fmt: skip


def court() -> list[Variable]:
    """Variables on situations before the Court and referrals by the Council."""
    says = "a situation that names the state among those concerned (by territory or by nationals) "
    return [
        Variable("examination", "Preliminary examination under way", says + "is under preliminary examination; open within "
                 "the year or month where only that is known", "15; 53(1)", "answer", in_stage("examination")),
        Variable("investigation", "Investigation open", says + "is under investigation; no once it was concluded, though "
                 "trials may go on", "13-15; 53(1)", "answer", in_stage("investigation")),
        Variable("situations", "Situations that concern the state", says + "is before the Court: its code and stage", "13-15",
                 "text", situations),
        day_of_act("examination_on", "Latest examination opened on", "once opened", "15", opened_on("examination")),
        day_of_act("investigation_on", "Latest investigation opened on", "once opened", "53(1)", opened_on("investigation")),
        Variable("council_referral", "Referred by the Security Council", "the Council has referred a situation on the state's "
                 "territory or a part of it", "13(b)", "answer",
                 lambda law, state: merged([(one, Answer.YES) for one in referrals(law, state)], Answer.NO)),
        day_of_act("council_referral_on", "Day of the Council's referral", "once adopted", "13(b)",
            lambda law, state: merged((one, one) for one in referrals(law, state))),
        Variable("contested_places", "Contested places that are its ground", "places of data/places of which the record "
                 "treats the state as holder; with a question mark where that is open", "12(2)(a)", "text", held_places),
    ]  # fmt: skip


def held_places(law: Law, state: str) -> Steps:
    """The contested places that count as ground of the state."""
    lines = {
        code: law.line("territory_of", Ground("disputed", code), state)
        for code, row in law.record.places.items()
        if any(holder.state == state for holder in row.holders)
    }
    found: Steps = []
    for begin in sorted({BEGINNING, *(one for line in lines.values() for one in line.days)}):
        held = {code: line.at(begin).answer for code, line in sorted(lines.items())}
        words = [code + ("?" if sure is Answer.OPEN else "") for code, sure in held.items() if sure is not Answer.NO]
        found.append((begin, ";".join(words) or None))
    return found


def united_states(record: Record) -> list[Variable]:
    """Variables on agreements with the United States and what its law lets it give the state."""
    aid = "what United States law says of it with nothing else told: yes where nothing bars it, open where it hangs on more"
    found = [
        Variable("us_agreement_signed", "Non-surrender agreement with the US signed", "yes from a day that a document or a "
                 "checked list gives; open where only unchecked days or reports are at hand", "98(2)", "answer",
                 agreement_signed),
        day_of_act("us_agreement_signed_on", "Agreement with the US signed on", "once signed; checked days only", "98(2)",
            lambda law, state: agreement_days(law, state, "signed")),
        Variable("us_agreement", "Non-surrender agreement with the US in force", "yes from a checked day; open where one is "
                 "reported in force on days that nobody checked", "98(2)", "answer", agreement_in_force),
        day_of_act("us_agreement_in_force_on", "Agreement with the US in force on", "once in force; checked days only", "98(2)",
            lambda law, state: agreement_days(law, state, "effective")),
        Variable("us_agreement_weak", "How sure the record of that agreement is", "the mark of the agreement's row where it "
                 "falls short (data/README.md); missing where a document was read, or there is none", "", "text",
                 agreement_weak),
        of_family("us_ally", "US ally that the statutes name", "belongs to an alliance of data/united-states/"
                  "alliances, on the days given there", "", "allied_with"),
    ]  # fmt: skip
    for name, activity, label in (
        ("us_military_aid", "military-aid-to-party", "US law permits military aid"),
        ("us_economic_support", "economic-support-funds", "US law permits Economic Support Funds"),
    ):
        if activity in record.lawbook.activities:
            found.append(Variable(name, label, aid, "22 U.S.C. 7426; riders", "answer", aid_steps(activity)))
    return found


def agreement_days(law: Law, state: str, field: Literal["signed", "effective"]) -> Steps:
    """A checked day of the agreement with a state."""
    rows = [row for row in law.record.lawbook.agreements.values() if row.state == state]
    days = [one for row in rows if (one := getattr(row, field)) and law.counts(one)]
    return merged((one, one) for one in days)


def agreement_signed(law: Law, state: str) -> Steps:
    """Whether an agreement was signed."""
    found: list[tuple[Day, Any]] = []
    for row in law.record.lawbook.agreements.values():
        if row.state == state and not (row.signed and law.counts(row.signed)):
            found.append((first_day(row), Answer.OPEN))
    sure = [(one, Answer.YES) for one, _ in agreement_days(law, state, "signed")[1:]]
    return merged([*found, *sure], Answer.NO)


def agreement_weak(law: Law, state: str) -> Steps:
    """The mark of the agreement with a state."""
    marks = [row.weak for row in law.record.lawbook.agreements.values() if row.state == state]
    return [(BEGINNING, marks[0] if marks else None)]


def agreement_line(law: Law, state: str) -> Line:
    """Whether an agreement with the state is in force: open where one is reported on days that nobody checked."""
    claimed = law.line("agreement_claimed", state) & Line.always(Answer.OPEN)
    return law.line("agreed_with", state) | claimed


def agreement_in_force(law: Law, state: str) -> Steps:
    """The same as steps."""
    return of_line(agreement_line(law, state))


def aid_steps(activity: str) -> Callable[[Law, str], Steps]:
    """Whether United States law permits that aid to the state; missing for the United States themselves."""

    def steps(law: Law, state: str) -> Steps:
        if state == law.record.lawbook.home:
            return []
        names: Names = law.keep(("panel-names",), lambda: Names(law.record))
        facts = UsFacts(activity=activity, on=law.asked_on.isoformat(), beneficiary=f"state:{state}")
        conduct = read_us_facts(law.record, names, facts, law.asked_on)
        rule = rule_of(law, activity, "permitted", conduct.actor)
        found: Steps = []
        for begin in (BEGINNING, *days_of_change(rule, law, conduct)):
            low, high = bounds_of(rule.root, law, conduct, begin)
            found.append((begin, low if low == high else Answer.OPEN))
        return found

    return steps
