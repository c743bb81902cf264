"""What would change an answer under United States law: which act, and who may do it.

Powers that nobody used are tried out, so are the end of each ban that stands and of each measure that is relied on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from ..answer import Answer
from ..limbs.us_facts import UsConduct, UsFacts, read_us_facts
from ..record.measure import Lawbook, Measure, When
from ..record.names import Names
from ..record.record import Record
from ..rules.united_states import bounds_of, rule_of
from ..timelines.law import Law
from .us_shown import Change
from .us_suppose import without

__all__ = ["changes"]

UNDOES = {
    "congress": "Congress and the President, by repeal or amendment",
    "president": "the President, by revocation",
    "state-department": "the Secretary of State",
    "treasury": "the Secretary of the Treasury",
    "justice": "the Attorney General, by another opinion",
    "court": "the court that made it, or one above it",
    "custom": "the practice of states",
}


class Try(NamedTuple):
    """Something to try: the act in words, who may do it, where that stands, and the answer it gives."""

    act: str
    who: str
    under: str
    low: Answer
    high: Answer


def changes(
    record: Record, facts: UsFacts, conduct: UsConduct, given: Any, question: str, keys: tuple[str, ...]
) -> tuple[Change, ...]:
    """Every act that would turn the answer, the nearest at hand first."""
    tries = [*used_powers(record, facts, conduct, given, question), *ends(record, conduct, given, question)]
    before = given.answer
    found: dict[tuple[str, str], Change] = {}
    for one in tries:
        answer = one.low if one.low == one.high else Answer.OPEN
        kind = "" if answer is not Answer.OPEN else "conditional" if one.high is Answer.YES else "unsettled"
        if answer is before:
            continue
        change = Change(act=one.act, who=one.who, under=one.under, gives=str(answer), open_kind=kind)  # type: ignore[arg-type]
        found.setdefault((one.act, str(answer)), change)
    return tuple(found.values())


def used_powers(record: Record, facts: UsFacts, conduct: UsConduct, given: Any, question: str) -> Iterator[Try]:
    """The powers of measures in force that lift what decides, tried one table at a time."""
    book = record.lawbook
    powers = {code.code: code for group in book.conditions.values() for code in group.codes if code.power}
    law = Law(record, conduct.asked_on)
    for code, measure in book.measures.items():
        wanted = set(measure.lifts) & set(given.deciding) or code in given.deciding
        if not wanted or conduct.activity not in measure.activities:
            continue
        if law.line("measure_in_force", code).at(conduct.on).answer is Answer.NO:
            continue
        for table in (*measure.when, *measure.limits):
            for used in powers_of(table, conduct, set(powers)):
                told = [word for word in (facts.conditions, *used) if word]
                low, high = tried(record, replace(facts, conditions=";".join(told)), conduct, question)
                says = "; ".join(powers[one].says.rstrip(".") for one in used)
                yield Try(says, powers[used[0]].power, measure.citation, low, high)


def powers_of(table: When, conduct: UsConduct, powers: set[str]) -> Iterator[tuple[str, ...]]:
    """The powers that a table asks for, where nobody told that they were used."""
    if table.activities and conduct.activity not in table.activities:
        return
    must = tuple(code for code in table.said if code in powers and code not in conduct.told.given)
    for code in table.said_one:
        if code in powers and code not in conduct.told.given:
            yield (*must, code)
    if must and not table.said_one:
        yield must


def tried(record: Record, facts: UsFacts, conduct: UsConduct, question: str) -> tuple[Answer, Answer]:
    """The lowest and highest answer to a question as changed."""
    law = Law(record, conduct.asked_on)
    other = read_us_facts(record, Names(record), facts, conduct.asked_on)
    return bounds_of(rule_of(law, other.activity, question, other.actor).root, law, other, other.on)


def ends(record: Record, conduct: UsConduct, given: Any, question: str) -> Iterator[Try]:
    """The end of each measure that decides; where no single end is enough, of all that decide together."""
    book = record.lawbook
    deciding = [book.measures[code] for code in given.deciding]
    turned = False
    for measure in deciding:
        low, high = ended(record, book, (measure,), conduct, question)
        turned = turned or (low if low == high else Answer.OPEN) is not given.answer
        yield Try(f"the end of {measure.citation}", UNDOES[measure.maker], measure.citation, low, high)
    bans = [measure for measure in deciding if measure.effect in ("forbids", "sanctions") or measure.bars]
    if not turned and len(bans) > 1 and given.answer is not Answer.YES:
        low, high = ended(record, book, tuple(bans), conduct, question)
        who = "; ".join(dict.fromkeys(UNDOES[measure.maker] for measure in bans))
        yield Try("the end of " + " and ".join(one.citation for one in bans), who, "", low, high)


def ended(
    record: Record, book: Lawbook, measures: tuple[Measure, ...], conduct: UsConduct, question: str
) -> tuple[Answer, Answer]:
    """The lowest and highest answer as if these measures had ended before the day."""
    changed = record.with_lawbook(without(book, tuple(measure.code for measure in measures)))
    law = Law(changed, conduct.asked_on)
    return bounds_of(rule_of(law, conduct.activity, question, conduct.actor).root, law, conduct, conduct.on)
