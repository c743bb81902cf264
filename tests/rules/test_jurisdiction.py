"""The rule itself: no part of it could be left out or joined otherwise without a golden question noticing."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from conftest import embedded

from ratione import Facts, jurisdiction
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import All, Any_, AnyLink, Ask, EveryLink, Node, Not, nodes_of
from ratione.rules.walk import Answers, walk

GOLDEN = Path(__file__).parents[1] / "golden" / "jurisdiction"


@cache
def questions():
    """Every golden question as conduct on a day: the first and the last day of each part of its answer."""
    found = []
    for path in sorted(GOLDEN.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8")).get("question", []):
            finding = jurisdiction(
                Facts(**row["facts"]), embedded(), asked_on=row["asked_on"], suppose=row.get("suppose", ())
            )
            days = {day for part in finding.parts for day in (part.first, part.last)} - {date.min, date.max}
            for day in days or {finding.day}:
                for outcome in finding.question.outcomes(day)[:12]:
                    found.append((finding.law, outcome.conduct, day, outcome.answer))
    return found


def answers(rule: Node):
    return (walk(rule, Answers(law, conduct, day), conduct.links) for law, conduct, day, _ in questions())


def rebuilt(node: Node, changed: Node, other: Node, seen: dict[int, Node]) -> Node:
    """The rule with one node put in the place of another, wherever that stands."""
    if node is changed:
        return other
    if isinstance(node, Ask):
        return node
    if id(node) not in seen:
        parts = tuple(rebuilt(part, changed, other, seen) for part in node.parts)
        if all(a is b for a, b in zip(parts, node.parts, strict=True)):
            seen[id(node)] = node
        else:
            seen[id(node)] = type(node)(parts) if isinstance(node, All | Any_) else type(node)(*parts)
    return seen[id(node)]


def mutants():
    """The rule with a part left out, an "and" turned into an "or", a "not" dropped, "any link" and "every link" swapped."""
    for number, node in enumerate(nodes_of(JURISDICTION)):
        name = f"{number} {type(node).__name__} {node.name}"
        if isinstance(node, All | Any_):
            other = Any_ if isinstance(node, All) else All
            yield f"{name}: joined as {other.__name__}", node, other(node.parts)
            for left_out, part in enumerate(node.parts):
                rest = node.parts[:left_out] + node.parts[left_out + 1 :]
                label = part.name or type(part).__name__
                yield f"{name}: without {label}", node, type(node)(rest) if len(rest) > 1 else rest[0]
        elif isinstance(node, Not):
            yield f"{name}: without not", node, node.parts[0]
        elif isinstance(node, AnyLink | EveryLink):
            other = EveryLink if isinstance(node, AnyLink) else AnyLink
            yield f"{name}: as {other.__name__}", node, other(node.parts[0])
        else:
            yield f"{name}: turned", node, Not(node)


MUTANTS = list(mutants())
EQUAL = {
    "withdrawn": "who was a party when it began and is one no longer has left: the limb names the act, it changes no answer",
    "without bound": "15 bis asks that every link be a party, and no acceptor of the amendments has left",
}
"""Parts whose leaving out is known to change nothing, and why."""


@pytest.mark.parametrize(("node", "other"), [row[1:] for row in MUTANTS], ids=[row[0] for row in MUTANTS])
def test_no_part_of_the_rule_is_idle(node, other, request):
    rule = rebuilt(JURISDICTION, node, other, {})
    noticed = any(answer is not wanted for answer, (*_, wanted) in zip(answers(rule), questions(), strict=True))
    if not noticed and any(name in request.node.name for name in EQUAL):
        return
    assert noticed


def test_the_rule_answers_its_golden_questions():
    assert list(answers(JURISDICTION)) == [wanted for *_, wanted in questions()]
