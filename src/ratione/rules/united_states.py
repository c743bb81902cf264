"""The rule of an activity under United States law, assembled ban by ban from the measures of the record.

An act is permitted where no ban stands: a ban stands while it is in force, binds the actor, reaches the facts and nothing
lifts it. What lifts one ban never lifts another. What is closed needs an authority besides. The same tree is walked for
the answer, the reasons and the timeline; no limb of it is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from ..answer import Answer, OpenKind
from ..dates import Day
from ..limbs.conduct import Conduct, Link
from ..limbs.limb import Limb
from ..limbs.united_states import asked_of
from ..limbs.us_facts import UsConduct
from ..record.measure import Activity, Lawbook, Measure, When
from ..timelines.law import Law
from .tree import All, Any_, Ask, Node, Not, limbs_of, named
from .walk import Reading, Reason, Reasons, walk

__all__ = ["Bounds", "UsRule", "bounds_of", "days_of_change", "permitted", "reasons", "required", "rule_of"]

BANS = ("forbids", "sanctions")

PERSONS = {
    "us": "a citizen or permanent resident",
    "not-us": "anybody but a citizen or permanent resident",
    "citizen": "a citizen",
    "foreign": "a foreigner",
    "allied": "of an ally",
}
"""Who may be accused, held or protected, in words."""

STATES = {
    "party": "Is the state a party to the Statute?",
    "ally": "Is the state an ally that the statutes name?",
    "agreement": "Is an agreement with the state in force?",
    "agreement-claimed": "Is an agreement with the state reported?",
    "waived": "Was the power used for the state?",
    "ally-no-party": "Is the ally no party to the Statute?",
    "home-party": "Has the state whose law it is become a party?",
}
"""What may be so of a state, as a question."""


class UsRule(NamedTuple):
    """The tree of an activity, with the bans and the authorities that stand in it, by the codes of their measures."""

    root: Node
    bans: dict[str, Node]
    authorities: dict[str, Node]


def rule_of(law: Law, activity: str, question: str = "permitted", actor: str = "") -> UsRule:
    """The rule that says whether an activity is permitted, or required; for one actor, only what can bind it."""
    build = permitted if question == "permitted" else required
    return law.keep(("us-rule", question, activity, actor), lambda: build(law.record.lawbook, activity, actor))  # type: ignore[no-any-return]


def may_bind(measure: Measure, actor: str) -> bool:
    """Whether a measure can bind an actor; where none is named, it can."""
    return not actor or actor in measure.binds or (actor == "president" and "federal-government" in measure.binds)


def permitted(book: Lawbook, activity: str, actor: str = "") -> UsRule:
    """Default, and every ban: free unless forbidden, closed unless authorised."""
    row = book.activities[activity]
    here = [measure for measure in book.measures.values() if activity in measure.activities]
    bans = {one.code: ban(book, one, activity) for one in here if bars(one) and may_bind(one, actor)}
    found = {code: node for code, node in bans.items() if node is not None}
    parts: list[Node] = list(found.values())
    authorities: dict[str, Node] = {}
    if row.default == "closed":
        for measure in here:
            node = standing(book, measure, activity, "authority") if authorises(measure) else None
            if node is not None:
                authorities[measure.code] = named(f"authority {measure.code}", node)
        parts.insert(0, authorised(row, authorities))
    return UsRule(named(f"permitted {activity}", All(tuple(parts))), found, authorities)


def required(book: Lawbook, activity: str, actor: str = "") -> UsRule:
    """Every duty: one that is in force, binds the actor, reaches, is not lifted and demands the activity itself is enough."""
    duties: dict[str, Node] = {}
    for measure in book.measures.values():
        if activity in measure.activities and measure.effect == "requires" and may_bind(measure, actor):
            node = standing(book, measure, activity, "duty", bound=True)
            if node is not None:
                duties[measure.code] = named(f"duty {measure.code}", All((*node.parts, demanded(measure))))
    return UsRule(named(f"required {activity}", Any_(tuple(duties.values()))), {}, duties)


def demanded(measure: Measure) -> Node:
    """That a duty demands the activity itself."""
    question = "Does it demand the activity itself?"
    return Ask(asked_of(measure, "demanded", question, "us_demanded", f"={measure.code}"))


def bars(measure: Measure) -> bool:
    """Whether a measure can prohibit; one that only takes a power away from others does so by lifting them."""
    return (measure.effect in BANS and bool(measure.binds)) or measure.bars


def authorises(measure: Measure) -> bool:
    """Whether a measure gives an authority of its own."""
    return measure.effect == "permits" and not measure.saving


def authorised(row: Activity, authorities: dict[str, Node]) -> Node:
    """Some authority, or an actor to whom the activity is not closed."""
    question = f"Is the activity open to the actor without an authority? Closed: {row.why}"
    actors = ";".join(row.closed_to)
    closed = Limb("activity/closed", question, "", "us_actor", ("actor", f"={actors}"), gate=True)
    limb = closed._replace(pick=lambda conduct, link: (cast(UsConduct, conduct).actor, actors))
    return named("authorised", Any_((*authorities.values(), Not(Ask(limb)))))


def ban(book: Lawbook, measure: Measure, activity: str) -> Node | None:
    """That a ban does not stand; None where it never reaches the activity."""
    node = standing(book, measure, activity, "ban", bound=True)
    return named(f"ban {measure.code}", Not(node)) if node is not None else None


def standing(book: Lawbook, measure: Measure, activity: str, role: str, *, bound: bool = False) -> Node | None:
    """That a measure is in force, binds (where asked), reaches the facts, and nothing lifts it."""
    reached = reach(measure, activity)
    if reached is None:
        return None
    parts: list[Node] = [alive(measure)]
    if bound:
        parts.append(Ask(asked_of(measure, "bound", "Does it bind the actor?", "us_bound", f"actor ={measure.code}")))
    parts += reached
    lifters = [lift(book, other, activity) for other in book.measures.values() if measure.code in other.lifts]
    lifting = tuple(node for node in lifters if node is not None)
    if lifting:
        parts.append(Not(named(f"lifted {measure.code}", Any_(lifting))))
    return All(tuple(parts))


def lift(book: Lawbook, measure: Measure, activity: str) -> Node | None:
    """That a measure lifts what it names, itself not being lifted; None where it does not act on the activity."""
    if activity not in measure.activities:
        return None
    node = standing(book, measure, activity, "lift")
    return named(f"lift {measure.code}", node) if node is not None else None


def alive(measure: Measure) -> Node:
    """That a measure is in force."""
    return Ask(asked_of(measure, "in-force", "Is it in force?", "measure_in_force", f"={measure.code}"))


def reach(measure: Measure, activity: str) -> list[Node] | None:
    """Parts that say that a measure reaches the facts: none where it always does; None where it never can."""
    found = [circumstances(measure, table) for table in measure.when if fits(table, activity)]
    if measure.when and not found:
        return None
    parts = [named(f"reach {measure.code}", Any_(tuple(found)))] if found else []
    outside = [circumstances(measure, table) for table in measure.limits if fits(table, activity)]
    if outside:
        parts.append(Not(named(f"except {measure.code}", Any_(tuple(outside)))))
    return parts


def fits(table: When, activity: str) -> bool:
    return not table.activities or activity in table.activities


def circumstances(measure: Measure, table: When) -> Node:
    """All that one table asks."""
    return All(tuple(Ask(limb) for limb in limbs_of_table(measure, table)))


def limbs_of_table(measure: Measure, table: When) -> Iterator[Limb]:
    """The limbs of one table, in the order in which a reader asks them."""

    def limb(name: str, question: str, family: str, picks: str) -> Limb:
        return asked_of(measure, name, question, family, picks)

    strict = "strict" if table.told or table.point or table.argued or table.unread else ""
    listed = ";".join
    if table.actors:
        yield limb(
            "actor", f"Does one of these act: {', '.join(table.actors)}?", "us_actor", f"actor ={listed(table.actors)}"
        )
    if table.beneficiary:
        wanted = listed(table.beneficiary)
        yield limb(
            "beneficiary",
            f"Does it help one of these: {', '.join(table.beneficiary)}?",
            "us_beneficiary",
            f"beneficiary ={wanted} ={strict}",
        )
    if table.situation:
        yield limb(
            "situation",
            f"Is it the situation {' or '.join(table.situation)}?",
            "us_situation",
            f"situation ={listed(table.situation)}",
        )
    if table.accused:
        question = f"Is the person {PERSONS[table.accused]}?"
        yield limb("accused_nationality", question, "us_accused", f"status nationality ={table.accused} ={strict}")
    if table.of:
        yield limb(
            "accused_of",
            f"Is it one of these crimes: {', '.join(table.of)}?",
            "us_crime",
            f"crimes ={listed(table.of)} ={strict}",
        )
    yield from condition_limbs(measure, table)
    for what in table.state:
        yield limb(f"state-{what}", STATES[what], "us_state",
                   f"beneficiary told nationality ={what} ={measure.code}")  # fmt: skip
    if table.listed:
        yield limb("beneficiary", "Is the beneficiary listed under this ground?", "us_listed",
                   f"beneficiary told ={listed(table.listed)} ={strict}")  # fmt: skip
    if table.covered:
        yield limb("covered", "Does it cover the beneficiary?", "us_covered", f"beneficiary ={measure.code}")
    if table.holder:
        yield limb("holder", "May the actor rely on it?", "us_holder", f"told ={measure.code}")
    yield from late_limbs(measure, table)


def condition_limbs(measure: Measure, table: When) -> Iterator[Limb]:
    """The limbs of the conditions of a table."""

    def limb(name: str, question: str, family: str, picks: str) -> Limb:
        return asked_of(measure, name, question, family, picks)

    for code in table.given:
        yield limb(code, f"Is it given: {code}?", "us_given", f"told ={code}")
    if table.one_of:
        codes = ";".join(table.one_of)
        yield limb(table.one_of[0], f"Is one given: {', '.join(table.one_of)}?", "us_one_given", f"told ={codes}")
    for code in table.lacks:
        yield limb(code, f"Is it wanting: {code}?", "us_lacking", f"told ={code}")
    for code in table.said:
        yield limb(code, f"Was it told: {code}?", "us_said", f"told ={code}")
    if table.said_one:
        codes = ";".join(table.said_one)
        yield limb(table.said_one[0], f"Was one told: {', '.join(table.said_one)}?", "us_said", f"told ={codes}")
    if table.unless:
        codes = ";".join(table.unless)
        yield limb("unless", f"Was none told: {', '.join(table.unless)}?", "us_unsaid", f"told ={codes}")


def late_limbs(measure: Measure, table: When) -> Iterator[Limb]:
    """The limbs of the day of the conduct, and of what is argued or was not read."""
    if table.conduct_from:
        yield asked_of(measure, "conduct-date", "Was the conduct late enough?", "us_conduct_from",
                       f"told ={table.conduct_from} =")  # fmt: skip
    if table.conduct_before:
        yield asked_of(measure, "conduct-date", "Was the conduct earlier?", "us_conduct_before",
                       f"told ={table.conduct_before}")  # fmt: skip
    if table.point:
        yield asked_of(measure, table.point, "Is the contested point so?", "point", f"={table.point}")._replace(
            point=table.point
        )
    if table.argued:
        yield asked_of(measure, "argued", table.argued, "us_argued", "")
    if table.unread:
        yield asked_of(measure, "unread", table.unread, "us_unread", "")


Bounded = tuple[Answer, Answer]


class Bounds(Reading):
    """The lowest and the highest answer that facts which were not told could still give."""

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Bounded:
        step = self.read(limb, link)
        if step.answer is Answer.OPEN and step.kind is OpenKind.FACT:
            return Answer.NO, Answer.YES
        return step.answer, step.answer

    def all(self, node: Node, values: Iterator[Bounded], link: Link | None) -> Bounded:
        low = high = Answer.YES
        for one, other in values:
            low, high = low & one, high & other
            if high is Answer.NO:
                break
        return low, high

    def any(self, node: Node, values: Iterator[Bounded], link: Link | None) -> Bounded:
        low = high = Answer.NO
        for one, other in values:
            low, high = low | one, high | other
            if low is Answer.YES:
                break
        return low, high

    def negated(self, node: Node, value: Bounded, link: Link | None) -> Bounded:
        return ~value[1], ~value[0]


def bounds_of(node: Node, law: Law, conduct: UsConduct, day: Day) -> Bounded:
    """The lowest and highest answer of a part of a rule on a day."""
    return walk(node, Bounds(law, cast(Conduct, conduct), day), ())


def reasons(rule: UsRule, law: Law, conduct: UsConduct, day: Day) -> Reason:
    """The whole tree of reasons on a day."""
    return walk(rule.root, Reasons(law, cast(Conduct, conduct), day), ())


def days_of_change(rule: UsRule, law: Law, conduct: UsConduct) -> list[Day]:
    """The days on which the answer may change."""
    days = {day for limb in limbs_of(rule.root) for day in limb.line(law, cast(Conduct, conduct), None).days[1:]}
    return sorted(days)
