"""Trees: joined, flattened, named, and looked through."""

from __future__ import annotations

import pytest

from ratione.limbs.personae import national_of, of_age
from ratione.limbs.temporis import party
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import (
    All,
    Any_,
    AnyLink,
    Ask,
    EveryLink,
    Not,
    ask,
    limbs_of,
    named,
    nodes_of,
    quantifiers_of,
)  # fmt: skip

A, B, C = ask(of_age), ask(party), ask(national_of)


def test_one_leaf_for_one_limb():
    assert ask(of_age) is A
    assert (A.name, A.per_link, B.per_link) == ("of_age", False, True)


def test_and_and_or_lie_flat_where_nothing_has_a_name():
    assert (A & B & C).parts == (A, B, C)
    assert (A & (B & C)).parts == (A, B, C)
    assert (A | B | C).parts == (A, B, C)
    assert len((A & (B | C)).parts) == 2
    kept = named("kept", A & B)
    assert (kept & C).parts == (kept, C)


def test_kinds():
    assert [type(node) for node in (A & B, A | B, ~A, AnyLink(B), EveryLink(B))] == [All, Any_, Not, AnyLink, EveryLink]


@pytest.mark.parametrize(
    ("node", "per_link"),
    [(A & B, True), (A | A, False), (~B, True), (~A, False), (AnyLink(B), False), (EveryLink(B) & A, False)],
    ids=range(6),
)
def test_what_depends_on_the_link(node, per_link):
    assert node.per_link is per_link


def test_looking_through():
    rule = (A & B) | ~A
    assert limbs_of(rule) == [of_age, party]
    assert len(list(nodes_of(rule))) == 5
    some, every = AnyLink(B), EveryLink(C)
    assert quantifiers_of(some & (every | some)) == [some, every]


def test_every_limb_of_the_rule_asked_of_a_link_stands_inside_a_quantifier():
    """A flat condition would let one state supply the time and another the tie."""

    def loose(node):
        if isinstance(node, AnyLink | EveryLink):
            return []
        return (
            [node.name] if isinstance(node, Ask) and node.per_link else [n for part in node.parts for n in loose(part)]
        )

    assert loose(JURISDICTION) == []
    assert JURISDICTION.per_link is False


def test_no_quantifier_stands_inside_another():
    for node in quantifiers_of(JURISDICTION):
        assert quantifiers_of(node.parts[0]) == []
