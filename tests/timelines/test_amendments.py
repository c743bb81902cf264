"""Amendments: for whom they are in force (art. 121), aggression and its activation."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer

NO, OPEN, YES = Answer
AGGRESSION, ARTICLE_8, STARVATION, ARTICLE_124 = (
    "amendment-aggression-2010", "amendment-art8-2010", "amendment-starvation-2019", "amendment-art124-2015",
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "amendment", "day"),
    [
        ("SMR", ARTICLE_8, date(2012, 9, 26)),
        ("LIE", ARTICLE_8, date(2013, 5, 8)),
        ("LIE", AGGRESSION, date(2013, 5, 8)),
        ("NZL", STARVATION, date(2021, 10, 14)),
        ("ITA", AGGRESSION, date(2023, 1, 26)),
        ("DNK", STARVATION, date(2026, 1, 1)),
    ],
    ids=lambda value: str(value),
)
def test_an_amendment_binds_an_acceptor_one_year_after_its_own_deposit(law, state, amendment, day):
    line = law.line("amendment_binds", state, amendment)
    assert {step.day for step in line.steps if step.answer is YES} == {day}
    assert line.at(date(2026, 11, 21)).answer is YES
    assert "121(5)" in line.at(day).article


@pytest.mark.parametrize("amendment", [ARTICLE_8, AGGRESSION, STARVATION, ARTICLE_124])
@pytest.mark.parametrize("state", ["KEN", "USA", "MLI"])
def test_nobody_else_is_bound(law, state, amendment):
    assert {step.answer for step in law.line("amendment_binds", state, amendment).steps} == {NO}


def test_the_deletion_of_article_124_is_in_force_for_nobody(law, record):
    """Art. 121(4): it waits for seven eighths of the parties; 18 had accepted in 2022."""
    assert law.line("in_force", ARTICLE_124).steps[1:] == ()
    acts = [act for _, act in record.acts.values() if act.instrument == ARTICLE_124]
    accepted = [act for act in acts if act.kind != "territorial-exclusion"]
    assert len(accepted) >= 18
    for code in record.states:
        assert {step.answer for step in law.line("amendment_binds", code, ARTICLE_124).steps} == {NO}


def test_aggression_is_activated_by_acts(law, record):
    """Thirty acceptances (the thirtieth on 26 June 2016, one year) and the Assembly's decision for 17 July 2018."""
    steps = law.line("activated", AGGRESSION).steps
    assert [(step.day, step.answer) for step in steps] == [(date.min, NO), (date(2018, 7, 17), YES)]
    accepted = sorted(
        act.deposited for _, act in record.acts.values()
        if act.instrument == AGGRESSION and hasattr(act, "deposited") and act.kind != "territorial-exclusion"
    )  # fmt: skip
    assert accepted[29] == date(2016, 6, 26)


def test_activation_is_not_known_before_it_was_decided(asked):
    assert asked(date(2017, 12, 13)).line("activated", AGGRESSION).at(date(2020, 1, 1)).answer is NO
    assert asked(date(2017, 12, 14)).line("activated", AGGRESSION).at(date(2018, 7, 17)).answer is YES


def test_an_amendment_without_activation_can_always_be_applied(law):
    assert law.line("activated", ARTICLE_8).steps[0].answer is YES


@pytest.mark.parametrize(
    ("state", "amendment", "answer"),
    [
        ("ARM", ARTICLE_8, YES),
        ("ARM", AGGRESSION, YES),
        ("KEN", ARTICLE_8, NO),
        ("USA", ARTICLE_8, NO),
        ("UKR", STARVATION, YES),
    ],
    ids=lambda value: str(value),
)
def test_joining_after_the_amendment(law, state, amendment, answer):
    """VCLT art. 40(5) speaks of those that become parties after the amendment entered into force."""
    assert law.line("joined_after_amendment", state, amendment).at(date(2026, 1, 1)).answer is answer


def test_joining_on_the_day_of_entry_into_force_is_joining_after(law):
    first = law.line("in_force", ARTICLE_8).steps[1].day
    assert first == date(2012, 9, 26)
    for code in law.record.states:
        for step in law.line("joined_after_amendment", code, ARTICLE_8).steps:
            assert (step.answer is YES) <= (step.day >= first)
