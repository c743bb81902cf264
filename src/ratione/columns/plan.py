"""Plan: what is asked of each row of a table, and what is presumed where the table does not say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..answer import Answer
from ..dates import Day
from ..errors import FactError, near
from ..limbs.conduct import Charge, Conduct
from ..limbs.facts import UNKNOWN, Facts, read_facts
from ..record.names import Names
from ..record.record import Record
from ..timelines.law import Law
from .events import Mapped
from .placing import PLACES, Places
from .tables import Column

__all__ = ["CRIMES", "OTHER_FACTS", "Asking", "Plan", "Presume", "Want", "asking", "conduct_of", "wants"]

Presume = Literal["none", "territory", "actor"]
"""Whose nationality is presumed where the table gives none: nobody's, that of the territory, that of the actor."""

CRIMES = ("genocide+crimes-against-humanity", "war-crimes", "aggression")
"""What is asked by default. War crimes stand apart, because article 124 once shielded them in whole countries."""

OTHER_FACTS = ("crime", "specific_crime", "conflict", "age", "trigger", "referred_by", "begin", "operation")
"""Facts beside day, places and nationality that a column of the table may give."""

SINGULAR = {
    "genocide": "genocide",
    "crimes-against-humanity": "crime_against_humanity",
    "war-crimes": "war_crime",
    "aggression": "aggression",
}


class Want(NamedTuple):
    """A column of answers: its name, the facts it assumes (several where any of them may be meant), how they are joined."""

    name: str
    facts: tuple[Facts, ...]
    how: Literal["same", "highest"] = "same"
    stateless: bool = False


class Plan(NamedTuple):
    """All that decides what a row's answers are, but for the record."""

    mapping: dict[str, Mapped]
    wants: tuple[Want, ...]
    presume: Presume
    asked_on: Day
    layout: str = ""
    places: Places = "finer"


class Asking(NamedTuple):
    """The wants of rows that share other facts, ready to be folded: courses and columns, or None where they cannot be."""

    wants: tuple[Want, ...]
    courses: tuple[Conduct, ...] | None
    columns: tuple[Column, ...]


def wants(record: Record, crimes: Iterable[str], *, trigger: str = "", coded: bool = False) -> tuple[Want, ...]:
    """The columns for some crimes, and those that tell what the place alone gives for each of them.

    The first of these is called ``by_territory``, the others after their crime, such as ``by_territory_if_war_crime``.

    A crime is written ``war-crimes``, several that may be meant with a plus, a specific one ``war-crimes:starvation``, perhaps
    in a kind of conflict, ``war-crimes:starvation:niac``. Where the table gives the crime (``coded``) there is one column.
    """
    found = [Want("if_as_coded", (Facts(trigger=trigger),))] if coded else [want(word, trigger) for word in crimes]
    alone = [[replaced(facts, nationality="stateless") for facts in one.facts] for one in found]
    names = ["by_territory", *(f"by_territory_{one.name}" for one in found[1:])]
    referrals = [code for code, row in record.council.items() if row.kind == "referral" and row.outcome == "adopted"]
    by_council = tuple(
        replaced(facts, trigger="security-council", referred_by=code) for facts in alone[0] for code in referrals
    )
    by_territory = (Want(name, tuple(facts), "same", True) for name, facts in zip(names, alone, strict=True))
    return (*found, *by_territory, Want("by_council", by_council, "highest", True))


def want(word: str, trigger: str) -> Want:
    """The column for one crime as it is written in a command."""
    facts, names = [], []
    for part in word.split("+"):
        crime, _, rest = part.strip().partition(":")
        specific, _, conflict = rest.partition(":")
        facts.append(Facts(crime=crime, specific_crime=specific, conflict=conflict, trigger=trigger))
        names.append((specific or SINGULAR.get(crime, crime)).replace("-", "_") + (f"_{conflict}" if conflict else ""))
    return Want("if_" + "_or_".join(names), tuple(facts))


def replaced(facts: Facts, **changed: str) -> Facts:
    """The same facts with some of them changed."""
    given = {name: getattr(facts, name) for name in facts.__struct_fields__}
    return Facts(**(given | changed))


def with_facts(one: Want, other: dict[str, str]) -> Want:
    """A want for rows that give these other facts; a column that fixes how the Court was set in motion keeps that."""
    kept = {name: value for name, value in other.items() if value}
    fixed = ("trigger", "referred_by") if any(facts.trigger == "security-council" for facts in one.facts) else ()
    changed = {name: value for name, value in kept.items() if name not in fixed}
    return one._replace(facts=tuple(dict.fromkeys(replaced(facts, **changed) for facts in one.facts)))


def asking(law: Law, names: Names, plan: Plan, other: dict[str, str]) -> Asking:
    """The courses and columns for rows that give these other facts."""
    given = tuple(with_facts(one, other) for one in plan.wants)
    if any(other.get(field) for field in ("begin", "operation")):
        return Asking(given, None, ())
    courses: list[Conduct] = []
    columns = []
    for one in given:
        numbers = []
        for facts in one.facts:
            conduct = conduct_of(law, names, facts)
            if conduct is None:
                return Asking(given, None, ())
            if conduct not in courses:
                courses.append(conduct)
            numbers.append(courses.index(conduct))
        columns.append(Column(one.name, tuple(dict.fromkeys(numbers)), one.how, one.stateless))
    return Asking(given, tuple(courses), tuple(columns))


def conduct_of(law: Law, names: Names, facts: Facts) -> Conduct | None:
    """The conduct that the facts make apart from day, places and passports; None where one of them is not known.

    A referral by states, one by the Council where an operation may play a part, and the time of a deferral are left to the
    finding.
    """
    asked = read_facts(law.record, names, replaced(facts, nationality="", asked_on=""), law.asked_on)
    if isinstance(asked.charges, str) or len(asked.charges) != 1 or isinstance(asked.age, str):
        return None
    charge: Charge = asked.charges[0]
    if UNKNOWN in (charge.specific, charge.conflict, asked.resolution):
        return None
    stateless = facts.nationality == "stateless"
    if asked.trigger == "security-council" and not stateless:
        return None
    if asked.trigger not in ("none", "proprio-motu", "security-council"):
        return None
    if law.line("deferred").at(law.asked_on).answer is Answer.YES and asked.trigger != "none":
        return None
    return Conduct(charge, asked.age, asked.trigger, (), asked.resolution, "", None, ())


def check_places(word: str) -> Places:
    """Which of a table's place and its coordinates counts, as a word of a command."""
    if word not in PLACES:
        raise FactError("places", word, "one of " + ", ".join(PLACES), hint=near(word, PLACES))
    return word  # type: ignore[return-value]


def check_presume(word: str) -> Presume:
    """What is presumed of nationality, as a word of a command."""
    if word not in ("none", "territory", "actor"):
        raise FactError("presume", word, "nationality=none, nationality=territory or nationality=actor")
    return word  # type: ignore[return-value]
