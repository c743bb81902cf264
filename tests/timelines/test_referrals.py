"""Referrals, their clauses and deferrals: art. 13, 14, 16."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer
from ratione.timelines.places import Ground

NO, OPEN, YES = Answer


@pytest.mark.parametrize(
    ("referrers", "answer"),
    [
        ((("LTU", date(2022, 3, 1)),), YES),
        ((("USA", date(2022, 3, 1)),), NO),
        ((("UKR", date(2021, 12, 1)),), NO),
        ((("UKR", date(2025, 1, 1)),), YES),
        ((("PHL", date(2019, 3, 17)),), NO),
        ((("USA", date(2022, 3, 1)), ("LTU", date(2022, 3, 1))), YES),
        ((), NO),
    ],
    ids=str,
)
def test_only_a_party_refers(law, referrers, answer):
    """Art. 14(1), on the day of its referral, whatever the day of the conduct."""
    line = law.line("referred_by_party", referrers, "rome-statute")
    assert [(step.day, step.answer) for step in line.steps] == [(date.min, answer)]
    assert line.steps[0].article.startswith("14(1)")


@pytest.mark.parametrize(
    ("resolution", "asked_on", "answer"),
    [
        ("UNSC-1593", date(2005, 3, 30), NO),
        ("UNSC-1593", date(2005, 3, 31), YES),
        ("UNSC-1970", date(2026, 11, 21), YES),
        ("DRAFT-S-2014-348", date(2026, 11, 21), NO),
        ("UNSC-1422", date(2026, 11, 21), NO),
        ("UNSC-HYPOTHETICAL", date(1999, 1, 1), YES),
    ],
    ids=str,
)
def test_what_counts_as_a_referral(asked, resolution, asked_on, answer):
    step = asked(asked_on).line("council_referred", resolution).steps[0]
    assert step.answer is answer
    assert bool(step.note) is (answer is NO)
    assert step.because == (resolution,)


def days(line):
    return [(step.day, str(step.answer)) for step in line.steps]


def test_a_referral_covers_its_own_window(law):
    darfur = law.line("in_referral", "UNSC-1593", Ground("land", "SDN", "darfur"))
    assert days(darfur) == [(date.min, "no"), (date(2002, 7, 1), "yes")]
    libya = law.line("in_referral", "UNSC-1970", Ground("land", "LBY"))
    assert days(libya) == [(date.min, "no"), (date(2011, 2, 15), "yes")]
    assert days(law.line("in_referral", "UNSC-1593", Ground("land", "SDN", "khartoum"))) == [
        (date.min, "no"), (date(2002, 7, 1), "no"),
    ]  # fmt: skip


def test_a_region_that_is_not_given_is_a_fact_wanting(law):
    step = law.line("in_referral", "UNSC-1593", Ground("land", "SDN")).at(date(2010, 1, 1))
    assert (step.answer, step.kind) == (OPEN, "fact")
    assert "the region of the conduct is not given" in step.note


def test_a_referral_that_names_no_place_covers_every_place(law):
    assert law.line("in_referral", "UNSC-HYPOTHETICAL", Ground("highseas")).at(date(2010, 1, 1)).answer is YES


def test_later_conduct_belongs_to_the_situation_as_courts_have_said(law, asked):
    line = law.line("part_of_situation", "UNSC-1593")
    assert line.at(date(2005, 3, 30)).because == ()
    assert line.at(date(2005, 3, 31)).point == "sc-open-ended"
    assert {step.answer for step in line.steps} == {YES}
    assert len(law.line("part_of_situation", "UNSC-HYPOTHETICAL").steps) == 1


@pytest.mark.parametrize(
    ("operation", "state", "resolution", "wanted"),
    [
        (
            "unified-protector",
            "QAT",
            "UNSC-1970",
            [(date.min, "no"), (date(2011, 3, 23), "yes"), (date(2011, 11, 1), "no")],
        ),
        ("unified-protector", "EGY", "UNSC-1970", [(date.min, "no")]),
        ("unified-protector", "QAT", "UNSC-1593", [(date.min, "no")]),
        ("unified-protector", "QAT", "UNSC-HYPOTHETICAL", [(date.min, "no")]),
        ("", "QAT", "UNSC-1970", [(date.min, "no")]),
    ],
    ids=str,
)
def test_service_in_an_operation_of_which_the_clause_speaks(law, operation, state, resolution, wanted):
    assert days(law.line("served", operation, state, resolution)) == wanted


def test_two_deferrals_ran_for_two_years(law):
    """Resolutions 1422 and 1487: 1 July 2002 to 30 June 2004."""
    line = law.line("deferred")
    answers = {
        day: str(line.at(day).answer)
        for day in (date(2002, 6, 30), date(2002, 7, 1), date(2003, 7, 1), date(2004, 6, 30), date(2004, 7, 1))
    }
    assert list(answers.values()) == ["no", "yes", "yes", "yes", "no"]
    assert line.at(date(2002, 9, 1)).because == ("UNSC-1422",)
    assert line.at(date(2003, 9, 1)).because == ("UNSC-1487",)


def test_a_deferral_is_not_known_before_it_was_adopted(asked):
    assert asked(date(2002, 7, 11)).line("deferred").at(date(2002, 9, 1)).answer is NO
    assert asked(date(2002, 7, 12)).line("deferred").at(date(2002, 9, 1)).answer is YES


DEFERRED = [
    (date(2002, 12, 1), "USA", "un-operation", OPEN, ("UNSC-1422",)),
    (date(2004, 6, 30), "USA", "un-operation", OPEN, ("UNSC-1487",)),
    (date(2002, 7, 11), "USA", "un-operation", NO, ()),
    (date(2004, 7, 1), "USA", "un-operation", NO, ()),
    (date(2002, 12, 1), "", "un-operation", NO, ()),
    (date(2002, 12, 1), "USA", "", NO, ()),
    (date(2002, 12, 1), "USA", "unmis", NO, ()),
]


@pytest.mark.parametrize(("asked_on", "state", "operation", "answer", "because"), DEFERRED)
def test_a_deferral_bars_personnel_while_it_runs_and_nobody_knows_whether_it_may(
    asked, asked_on, state, operation, answer, because
):
    (step,) = asked(asked_on).line("barred_by_deferral", state, operation).steps
    assert (step.answer, step.because) == (answer, because)
    assert step.point == ("resolution-1422" if answer is OPEN else "")


def test_an_operation_without_contributors_leaves_open_whose_it_was(law):
    (step,) = law.line("served", "un-operation", "QAT", "UNSC-1970").steps
    assert (step.answer, str(step.kind)) == (OPEN, "fact")
