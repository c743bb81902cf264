"""The version of a rule: it changes when the rule does, and with nothing else."""

from __future__ import annotations

import re

import pytest

from ratione.limbs.personae import of_age
from ratione.limbs.temporis import party
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import AnyLink, Ask, EveryLink
from ratione.rules.version import rules_version


def test_it_is_short_and_steady():
    assert re.fullmatch(r"[0-9a-f]{16}", rules_version(JURISDICTION))
    assert rules_version(JURISDICTION) == rules_version(JURISDICTION)


A, B = Ask(of_age), Ask(party)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (A & AnyLink(B), A | AnyLink(B)),
        (AnyLink(B), EveryLink(B)),
        (A & A, A & A & A),
        (A, ~A),
        (A, Ask(of_age._replace(article="27"))),
        (A, Ask(of_age._replace(question="Was the accused nineteen or older?"))),
        (A, Ask(of_age._replace(picks=("trigger",)))),
    ],
    ids=["and, or", "any, every", "one part more", "not", "article", "question", "facts"],
)
def test_it_changes_with_the_rule(one, other):
    assert rules_version(one) != rules_version(other)
