"""Words: everything that can be asked or answered can be said."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest

from ratione import Answer, OpenKind
from ratione.limbs.facts import FACTS
from ratione.record.act import AnyAct
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import Ask, limbs_of, nodes_of
from ratione.timelines.places import Ground
from ratione.words import (
    ACTS,
    ANSWER_SAYS,
    FACT_SAYS,
    JOIN_SAYS,
    LIMB_SAYS,
    NODE_SAYS,
    OPEN_KINDS,
    WEAK_MARKS,
    Words,
    said_day,
)  # fmt: skip

LIMBS = limbs_of(JURISDICTION)


@pytest.mark.parametrize("limb", LIMBS, ids=lambda limb: limb.name)
def test_every_limb_has_its_three_sentences(limb):
    says = LIMB_SAYS[limb.name]
    assert len(says) == len(set(says)) == 3
    for sentence in says:
        holes = set(re.findall(r"\{(\w+)\}", sentence))
        assert holes <= {"day", "state", "ground", "where", "amendment"}
        assert limb.links != "none" or holes <= {"day"}
        assert not holes & {"ground", "where"} or limb.links == "place"
        assert not sentence.endswith(".")


@pytest.mark.parametrize("limb", LIMBS, ids=lambda limb: limb.name)
def test_a_limb_is_one_question_with_an_article(limb):
    assert limb.question.endswith("?")
    assert limb.question.count("?") == 1
    assert limb.question[0].isupper()
    assert re.match(r"^(VCLT )?\d", limb.article)


def test_every_named_part_of_the_rule_is_said():
    named = {node.name for node in nodes_of(JURISDICTION) if node.name and not isinstance(node, Ask)}
    assert named == set(NODE_SAYS) & named
    assert {type(node).__name__ for node in nodes_of(JURISDICTION) if not isinstance(node, Ask)} <= set(JOIN_SAYS)


def test_every_kind_of_act_is_said():
    assert {str(one.__struct_config__.tag) for one in get_args(AnyAct)} == set(ACTS)


def test_every_answer_kind_mark_and_fact_is_said(record):
    assert set(ANSWER_SAYS) == set(Answer)
    assert set(OPEN_KINDS) == set(OpenKind)
    assert set(FACT_SAYS) == {kind.name for kind in FACTS}
    marks = {act.weak for _, act in record.acts.values() if act.weak}
    assert marks <= set(WEAK_MARKS)


def test_days():
    assert said_day(date(2002, 7, 1)) == "1 July 2002"


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        (Ground("land", "UKR"), "Ukraine"),
        (Ground("land", "SDN", "darfur"), "Darfur (Sudan)"),
        (Ground("highseas"), "the high seas"),
        (Ground("vessel", "COM"), "a vessel of the Comoros"),
        (Ground("eez", "PHL"), "the exclusive economic zone of the Philippines"),
        (Ground("disputed", "crimea"), "Crimea and Sevastopol"),
        (None, "the place"),
    ],
    ids=str,
)
def test_places(record, ground, said):
    assert Words(record).ground(ground) == said


def test_every_act_says_its_state_and_day(record):
    words = Words(record)
    for state, act in record.acts.values():
        says = words.act(state, act)
        assert said_day(act.day) in says
        assert words.state(state) in says


def test_every_key_behind_a_step_can_be_said(record):
    words = Words(record)
    keys = [*record.rulings, *record.council, *(f"situation:{code}" for code in record.situations)]
    keys += [f"operation:{code}" for code in record.operations] + ["instrument:amendment-aggression-2010"]
    keys += [f"place:{code}:{n}" for code, row in record.places.items() for n in range(len(row.holders))]
    for key in keys:
        assert words.because(key) != key, key


def test_acts_of_one_kind_and_day_are_said_together(record):
    batch = [key for key, (_, act) in record.acts.items() if act.kind == "ratification" and act.instrument == "rome-statute"
             and str(act.day) == "2002-04-11"]  # fmt: skip
    (said,) = Words(record).reasons(tuple(batch))
    assert said.startswith(f"ratification deposited 11 April 2002 by {len(batch)} states: ")
