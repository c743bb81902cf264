"""The rule of an activity: what lifts one ban never lifts another; an exception to an exception lifts the exception."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ratione import Answer, Law, Names
from ratione.limbs.us_facts import UsFacts, read_us_facts
from ratione.record.reading import read
from ratione.rules.united_states import bounds_of, days_of_change, rule_of

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 21)
RECORD = read(DATA)
LAW = Law(RECORD, TODAY)
NAMES = Names(RECORD)
CASE = {"beneficiary": "icc", "situation": "SDN", "accused_nationality": "SDN", "accused_of": "genocide"}


def asked(activity: str, on: str, **facts):
    return read_us_facts(RECORD, NAMES, UsFacts(activity=activity, on=on, **facts), TODAY)


def bounds(conduct, code: str = ""):
    rule = rule_of(LAW, conduct.activity)
    node = rule.bans[code] if code else rule.root
    return bounds_of(node, LAW, conduct, conduct.on)


def test_what_lifts_one_ban_does_not_lift_another():
    conduct = asked("direct-funding", "2015-01-01", **CASE, conditions="case-specific")
    assert bounds(conduct, "usc22-7401b") == (Answer.NO, Answer.NO), "the Dodd clause lifts the Act of 2002 only"
    conduct = asked(
        "in-kind-support", "2015-01-01", beneficiary="icc", accused_nationality="USA", conditions="case-specific"
    )
    assert bounds(conduct, "usc22-7401b") == (Answer.YES, Answer.YES)
    assert bounds(conduct, "usc22-7423f") == (Answer.NO, Answer.NO)


def test_an_exception_to_an_exception_lifts_the_exception():
    told = {"beneficiary": "icc", "accused_nationality": "RUS", "accused_of": "war-crimes"}
    power = "presidential-case-by-case;no-case"
    alone = asked("information-sharing", "2015-01-01", **told, conditions=power)
    assert bounds(alone) == (Answer.YES, Answer.YES)
    delegated = asked("information-sharing", "2015-01-01", **told, conditions=f"{power};delegation:secretary-of-state")
    assert bounds(delegated) == (Answer.NO, Answer.NO)


def test_a_power_that_nobody_used_is_not_open():
    assert bounds(asked("treaty-accession", "2020-01-01")) == (Answer.NO, Answer.NO)
    assert bounds(asked("peacekeeping-participation", "2004-01-01")) == (Answer.NO, Answer.NO)


def test_a_closed_activity_needs_an_authority():
    assert bounds(asked("rewards", "2012-01-01", **CASE, conditions="notice-15-days")) == (Answer.NO, Answer.NO)
    assert bounds(asked("rewards", "2014-01-01", **CASE, conditions="notice-15-days")) == (Answer.YES, Answer.YES)


CODES = [c.code for g in RECORD.lawbook.conditions.values() for c in g.codes if not c.code.endswith(":")]
QUESTION = st.fixed_dictionaries(
    {
        "activity": st.sampled_from(sorted(RECORD.lawbook.activities)),
        "on": st.dates(date(1998, 1, 1), date(2027, 6, 1)).map(str),
        "actor": st.sampled_from(["", "federal-government", "president", "us-court", "private-us-person"]),
        "beneficiary": st.sampled_from(
            ["", "icc", "icc-official:Karim Khan", "state:GBR", "state:KEN", "victims", "un"]
        ),
        "situation": st.sampled_from(["", "UKR", "SDN", "AFG"]),
        "accused_nationality": st.sampled_from(["", "USA", "RUS", "GBR", "SDN"]),
        "accused_of": st.sampled_from(["", "genocide", "war-crimes", "aggression"]),
        "person_status": st.sampled_from(["", "us-person", "allied-person", "foreign"]),
    }
)


@settings(max_examples=150, deadline=None)
@given(QUESTION, st.lists(st.sampled_from(CODES), max_size=3, unique=True))
def test_every_question_has_an_answer_between_its_bounds(facts, codes):
    low, high = bounds(asked(**facts, conditions=";".join(codes)))
    assert low <= high


@settings(max_examples=60, deadline=None)
@given(QUESTION, st.lists(st.sampled_from(CODES), max_size=2, unique=True))
def test_nothing_changes_but_on_a_day_of_change(facts, codes):
    conduct = asked(**facts, conditions=";".join(codes))
    rule = rule_of(LAW, conduct.activity)
    days = days_of_change(rule, LAW, conduct)
    before = [day for day in days if day <= conduct.on]
    start = before[-1] if before else date(1900, 1, 1)
    assert bounds_of(rule.root, LAW, conduct, start) == bounds(conduct)


@pytest.mark.parametrize("activity", sorted(RECORD.lawbook.activities))
def test_every_activity_has_a_rule_for_both_questions(activity):
    assert rule_of(LAW, activity).root.name == f"permitted {activity}"
    assert rule_of(LAW, activity, "required").root.name == f"required {activity}"
