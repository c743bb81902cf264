"""Weak rows: whatever rests on one says so, in text and in JSON."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from conftest import TODAY, embedded

from ratione import Facts, jurisdiction
from ratione.finding.finding import weak_rows
from ratione.finding.report import as_dict, as_text
from ratione.record.act import Declaration12_3, Deposit, WithdrawalNotice
from ratione.timelines.spans import spans
from ratione.words import WEAK_MARKS

CRIMES = {
    "amendment-art8-2010": ("war-crimes", "poison", "niac"),
    "amendment-starvation-2019": ("war-crimes", "starvation", "niac"),
    "amendment-biological-2017": ("war-crimes", "biological-weapons", "niac"),
    "amendment-fragments-2017": ("war-crimes", "undetectable-fragments", "niac"),
    "amendment-lasers-2017": ("war-crimes", "blinding-lasers", "niac"),
    "amendment-aggression-2010": ("aggression", "", ""),
    "rome-statute": ("crimes-against-humanity", "murder", ""),
}
WEAK = {key: (state, act) for key, (state, act) in embedded().acts.items() if act.weak}


def question(state: str, act) -> Facts | None:
    """A question in which the act must decide, where there can be one on jurisdiction."""
    if act.instrument not in CRIMES:
        return None
    crime, specific, conflict = CRIMES[act.instrument]
    on = {"crime": crime, "specific_crime": specific, "conflict": conflict, "territory": state, "nationality": state}
    if isinstance(act, Deposit) and act.instrument == "amendment-aggression-2010":
        return Facts(**on, on=str(max(date(2018, 7, 17), act.day + timedelta(days=800))))
    if isinstance(act, Deposit):
        return Facts(**on, on=str(act.day + timedelta(days=400)))
    if isinstance(act, Declaration12_3) and not act.confirms and act.start:
        return Facts(**on | {"nationality": "stateless"}, on=str(act.start))
    if isinstance(act, WithdrawalNotice):
        return Facts(**on | {"nationality": "stateless"}, on=str(act.day + timedelta(days=366)))
    return None


ASKED = {key: facts for key, (state, act) in WEAK.items() if (facts := question(state, act))}


def test_there_are_weak_acts_to_walk():
    assert len(WEAK) > 20
    assert len(ASKED) >= 10


RECORD = embedded()
DECIDING = [key for key, facts in ASKED.items() if key in jurisdiction(facts, RECORD, asked_on=TODAY).because]


@pytest.mark.parametrize("key", DECIDING)
def test_a_weak_act_that_decides_carries_its_mark_into_text_and_json(key, record):
    finding = jurisdiction(ASKED[key], record, asked_on=TODAY)
    _, act = WEAK[key]
    rows = {row["key"]: row["weak"] for row in as_dict(finding)["rows"]}
    assert rows[key] == act.weak
    assert WEAK_MARKS[act.weak] in " ".join(as_text(finding, tree=False).split())
    assert (key, act.weak) in weak_rows(record, finding.because)


def test_most_weak_acts_decide_the_question_made_for_them(record):
    """So that the walk is not empty."""
    assert len(DECIDING) >= 0.8 * len(ASKED), sorted(set(ASKED) - set(DECIDING))


def test_a_span_that_a_weak_act_began_says_so(law, record):
    found = {key: row.weak for row in spans(law) for key in row.because}
    said = {key: mark for key, mark in found.items() if key in WEAK}
    assert len(said) > 20
    assert all(said.values())


@pytest.mark.parametrize("code", embedded().disputes)
def test_a_weak_position_says_so(record, code):
    """A position on memory keeps its mark where the point is shown."""
    for position in record.disputes[code].positions:
        assert position.weak is None or position.weak in WEAK_MARKS


def test_a_weak_holder_of_a_place_says_so(record):
    for place, row in record.places.items():
        finding = jurisdiction(
            Facts(crime="genocide", on="2015-06-01", territory=f"disputed:{place}", nationality="stateless"), record
        )
        rows = {one["key"]: one["weak"] for one in as_dict(finding)["rows"]}
        for number, holder in enumerate(row.holders):
            key = f"place:{place}:{number}"
            if key in rows:
                assert (rows[key] or None) == (holder.weak or None)
