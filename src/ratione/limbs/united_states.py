"""Limbs of United States law: one question each of a measure, of the facts, or of a list kept under a measure.

Each limb is made from the record: its family answers, its picks name the facts and, after ``=``, the measure or code.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ..answer import Answer, OpenKind
from ..dates import Day
from ..record.measure import Measure
from ..record.names import folded
from ..timelines.law import Law, family
from ..timelines.line import Line
from .limb import Limb, picker
from .us_facts import Beneficiary, Told
from .us_names import tokens

__all__ = ["asked_of", "wanted_fact"]

YES, NO = Line.always(Answer.YES), Line.always(Answer.NO)


def answered(truth: bool) -> Line:
    return YES if truth else NO


def wanting(fact: str) -> Line:
    """Open for want of a named fact."""
    return Line.always(Answer.OPEN, kind=OpenKind.FACT, note=fact)


def asked_of(measure: Measure, name: str, question: str, family_name: str, picks: str) -> Limb:
    """A limb about a measure, or about facts that a measure turns on."""
    words = tuple(picks.split())
    return Limb(f"{measure.code}/{name}", question, measure.citation, family_name, words, pick=picker(words))


def wanted_fact(limb: Limb, note: str) -> str:
    """The fact for want of which a limb is open."""
    return note or limb.name.rpartition("/")[2]


@family
def us_bound(law: Law, actor: str, code: str) -> Line:
    """Whether a measure binds the actor; what binds the federal government binds the President in it."""
    binds = law.record.lawbook.measures[code].binds
    return answered(actor in binds or (actor == "president" and "federal-government" in binds))


@family
def us_demanded(law: Law, code: str) -> Line:
    """Whether a duty demands the activity itself: not that it be kept from, nor something beside it."""
    return answered(law.record.lawbook.measures[code].demands == "activity")


@family
def us_actor(law: Law, actor: str, actors: str) -> Line:
    """Whether the act is that of one of these."""
    return answered(actor in actors.split(";"))


@family
def us_accused(law: Law, status: str, nationality: str, wanted: str, strict: str) -> Line:
    """Whether the accused, held or protected person is of the kind that is wanted."""
    at_home = nationality == law.record.lawbook.home
    if wanted == "not-us":
        return answered(not (status == "us-person" or (not status and at_home)))
    if not status and not nationality:
        return NO if strict else wanting("accused_nationality")
    if wanted == "allied":
        if status:
            return answered(status == "allied-person")
        return NO if at_home else law.line("allied_with", nationality)
    us = status == "us-person" or (not status and at_home)
    if wanted == "citizen":
        return answered(us and (not nationality or at_home))
    return answered(us if wanted == "us" else not us)


@family
def us_crime(law: Law, crimes: tuple[str, ...], wanted: str, strict: str) -> Line:
    """Whether one of these crimes is charged."""
    if not crimes:
        return NO if strict else wanting("accused_of")
    return answered(bool(set(crimes) & set(wanted.split(";"))))


@family
def us_situation(law: Law, situation: str, wanted: str) -> Line:
    """Whether it belongs to one of these situations; one that was not told is none."""
    return answered(situation in wanted.split(";"))


@family
def us_beneficiary(law: Law, beneficiary: Beneficiary, wanted: str, strict: str) -> Line:
    """Whether it benefits one of these."""
    kinds = wanted.split(";")
    if beneficiary.kind == "none" and "none" not in kinds:
        return NO if strict else wanting("beneficiary")
    return answered(beneficiary.kind in kinds or f"{beneficiary.kind}:{beneficiary.name}" in kinds)


def has(told: Told, code: str) -> Answer:
    """Whether a condition is given or denied; open where it was not told."""
    if code.endswith(":*"):
        return Answer.YES if code[:-1] in told.given else Answer.OPEN
    if code in told.given or code in told.presumed:
        return Answer.YES
    prefix, colon, word = code.partition(":")
    if colon and folded(told.word(prefix + ":")).replace(" ", "-") == word:
        return Answer.YES
    if code in told.denied or prefix + ":" in told.denied:
        return Answer.NO
    if code.startswith("no-") and code[3:] in told.denied:
        return Answer.YES
    return Answer.OPEN


@family
def us_given(law: Law, told: Told, code: str) -> Line:
    """Whether a condition is given; open where it was not told."""
    answer = has(told, code)
    return wanting(code) if answer is Answer.OPEN else answered(answer is Answer.YES)


@family
def us_one_given(law: Law, told: Told, codes: str) -> Line:
    """Whether one of these conditions is given; open while some were not told and none is given."""
    answers = [has(told, code) for code in codes.split(";")]
    best = max(answers)
    return wanting(codes.replace(";", " or ")) if best is Answer.OPEN else answered(best is Answer.YES)


@family
def us_unsaid(law: Law, told: Told, codes: str) -> Line:
    """Whether none of these conditions was told."""
    return ~law.line("us_said", told, codes)


@family
def us_lacking(law: Law, told: Told, code: str) -> Line:
    """Whether a condition is not there; open where it was not told."""
    answer = has(told, code)
    return wanting(code) if answer is Answer.OPEN else answered(answer is Answer.NO)


@family
def us_said(law: Law, told: Told, codes: str) -> Line:
    """Whether one of these conditions was told; what was not told is not so."""
    return answered(any(has(told._replace(presumed=frozenset()), code) is Answer.YES for code in codes.split(";")))


@family
def us_state(law: Law, beneficiary: Beneficiary, told: Told, nationality: str, what: str, power: str) -> Line:
    """What is so of the state that benefits, on each day."""
    state = beneficiary.name if beneficiary.kind == "state" else ""
    if what == "party":
        return party(law, state, told, "icc-party")
    if what == "home-party":
        return law.line("party", law.record.lawbook.home, law.record.lawbook.statute)
    if what == "ally-no-party":
        return ~party(law, nationality, told, "ally-is-party")
    if not state:
        return NO
    if what == "ally":
        return law.line("allied_with", state)
    if what == "waived":
        return law.line("waived_for", state, power, ";".join(sorted(told.given & {"imet", "fmf"})))
    return law.line("agreed_with" if what == "agreement" else "agreement_claimed", state)


def party(law: Law, state: str, told: Told, code: str) -> Line:
    """Whether a state is a party: as told, else as the record has it."""
    answer = has(told, code)
    if answer is not Answer.OPEN:
        return answered(answer is Answer.YES)
    return law.line("party", state, law.record.lawbook.statute) if state else wanting(code)


@family
def us_listed(law: Law, beneficiary: Beneficiary, told: Told, measures: str, strict: str) -> Line:
    """Whether the beneficiary is listed under one of the measures."""
    if has(told, "no-listed-person") is Answer.YES:
        return NO
    if beneficiary.kind == "none":
        return NO if strict or not listings_of(law, measures) else law.line("anybody_listed", measures)
    return law.line("listed_under", beneficiary.listing, measures)


def listings_of(law: Law, measures: str) -> list[str]:
    """The codes of those listed under the measures."""
    return [code for code, row in law.record.lawbook.listings.items() if row.measure in measures.split(";")]


@family
def anybody_listed(law: Law, measures: str) -> Line:
    """Open, on days on which somebody is listed, for want of who it is."""
    line = NO
    for code in listings_of(law, measures):
        line |= law.line("listed_under", code, measures)
    return Line(
        step._replace(answer=Answer.OPEN, kind=OpenKind.FACT, note="beneficiary") if step.answer is Answer.YES else step
        for step in line.steps
    )


@family
def us_covered(law: Law, beneficiary: Beneficiary, code: str) -> Line:
    """Whether the measure covers the beneficiary."""
    covers = law.record.lawbook.measures[code].covers
    return answered(not covers or beneficiary.listing in covers)


@family
def us_holder(law: Law, told: Told, code: str) -> Line:
    """Whether the actor may rely on the measure: named as one of its holders, or as protected in its case."""
    measure = law.record.lawbook.measures[code]
    case = tokens(f"{code} {measure.citation} {measure.name} {' '.join(measure.holders)}")
    named = tokens(told.word("injunction:"))
    actor = tokens(told.word("actor:"))
    holders = [tokens(f"{holder} {code}") for holder in measure.holders]
    return answered(bool(named and named <= case) or bool(actor and any(actor <= holder for holder in holders)))


@family
def us_conduct_before(law: Law, told: Told, first: str) -> Line:
    """Whether the conduct was before ``first``; where no day was told it is taken not to be."""
    return ~law.line("us_conduct_from", told, first, "")


@family
def us_conduct_from(law: Law, told: Told, first: str, strict: str) -> Line:
    """Whether the conduct was on ``first`` or later; where no day was told it is taken to be so."""
    word = told.word("conduct-date:")
    if not word:
        return answered(not strict)
    start, end = days_of(word)
    wanted = date.fromisoformat(first)
    if start >= wanted:
        return YES
    return NO if end < wanted else wanting("conduct-date:")


def days_of(word: str) -> tuple[Day, Day]:
    """The first and last day that a year, a month or a day names."""
    parts = [int(part) for part in word.split("-")]
    first = date(parts[0], *[*parts[1:], 1, 1][:2]) if len(parts) > 1 else date(parts[0], 1, 1)
    if len(parts) == 3:
        return first, first
    if len(parts) == 2:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, date.fromordinal(following.toordinal() - 1)
    return first, date(first.year, 12, 31)


@family
def us_argued(law: Law, *keys: Any) -> Line:
    """Open: it is argued, and no contested point of the record covers it."""
    return Line.always(Answer.OPEN, kind=OpenKind.CONTESTED)


@family
def us_unread(law: Law, *keys: Any) -> Line:
    """Open: the text on which it rests was not read."""
    return Line.always(Answer.OPEN, kind=OpenKind.WEAK)
