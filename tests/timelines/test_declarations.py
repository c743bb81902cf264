"""Declarations: windows of acceptance (12(3)), the seven years of article 124, the opt-out of 15 bis(4)."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer

NO, OPEN, YES = Answer
STATUTE = "rome-statute"


def windows(line):
    return [(step.day, str(step.answer)) for step in line.steps[1:]]


ACCEPTED = {
    "CIV": [(date(2002, 9, 19), "yes")],
    "UGA": [(date(2002, 7, 1), "yes"), (date(2002, 9, 1), "no")],
    "UKR": [(date(2013, 11, 21), "yes")],
    "ARM": [(date(2021, 5, 10), "yes"), (date(2024, 2, 1), "no")],
    "LBY": [(date(2011, 1, 1), "open"), (date(2028, 1, 1), "no")],
    "MMR": [(date(2002, 7, 1), "open")],
    "EGY": [],
    "USA": [],
}


@pytest.mark.parametrize(("state", "wanted"), ACCEPTED.items(), ids=ACCEPTED)
def test_acceptance_by_declaration(law, state, wanted):
    """The window is the one in the declaration's words, never the day on which it was lodged."""
    found = windows(law.line("accepted_by_declaration", state, "place", STATUTE))
    changed = [step for number, step in enumerate(found) if number == 0 or step[1] != found[number - 1][1]]
    assert [step for step in changed if not (step[1] == "no" and step == changed[0])] == wanted


def test_two_declarations_of_ukraine_overlap_and_leave_no_gap(law):
    """The first runs to 22 February 2014, the second from 20 February 2014."""
    line = law.line("accepted_by_declaration", "UKR", "place", STATUTE)
    assert {line.at(date(2014, 2, day)).answer for day in range(15, 28)} == {YES}
    assert len(line.at(date(2014, 2, 21)).because) == 2


@pytest.mark.parametrize(("state", "answer"), [("UKR", NO), ("LBY", NO), ("ARM", YES), ("CIV", YES)])
def test_a_declaration_that_speaks_of_territory_gives_no_link_by_nationality(law, state, answer):
    line = law.line("accepted_by_declaration", state, "passport", STATUTE)
    assert line.at(date(2022, 1, 1)).answer is answer


@pytest.mark.parametrize(
    ("asked_on", "answer"),
    [
        (date(2009, 1, 21), NO),
        (date(2009, 1, 22), OPEN),
        (date(2012, 4, 2), OPEN),
        (date(2012, 4, 3), NO),
        (date(2026, 11, 21), NO),
    ],
    ids=str,
)
def test_the_palestinian_declaration_of_2009(asked, asked_on, answer):
    """Undecided until the Prosecutor's statement of 3 April 2012."""
    assert (
        asked(asked_on).line("accepted_by_declaration", "PSE", "place", STATUTE).at(date(2008, 12, 27)).answer is answer
    )


@pytest.mark.parametrize(("asked_on", "answer"), [(date(2014, 5, 7), OPEN), (date(2014, 5, 8), NO)], ids=str)
def test_the_egyptian_declaration(asked, asked_on, answer):
    assert (
        asked(asked_on).line("accepted_by_declaration", "EGY", "place", STATUTE).at(date(2013, 8, 14)).answer is answer
    )


SHIELDS = {
    "France, its own": ("FRA", "passport", False, [(date(2002, 7, 1), "yes"), (date(2008, 6, 15), "no")]),
    "France, its ground": ("FRA", "place", False, [(date(2002, 7, 1), "yes"), (date(2008, 6, 15), "no")]),
    "Colombia, its own": ("COL", "passport", False, [(date(2002, 11, 1), "yes"), (date(2009, 11, 1), "no")]),
    "Ukraine, its own": ("UKR", "passport", False, [(date(2025, 1, 1), "open"), (date(2032, 1, 1), "no")]),
    "Ukraine, its ground, a foreigner": ("UKR", "place", False, []),
    "Ukraine, its ground, its own": ("UKR", "place", True, [(date(2025, 1, 1), "open"), (date(2032, 1, 1), "no")]),
    "none": ("DEU", "passport", True, []),
}


@pytest.mark.parametrize(("state", "by", "home", "wanted"), SHIELDS.values(), ids=SHIELDS)
def test_seven_years_run_from_entry_into_force_for_the_state(law, state, by, home, wanted):
    """Art. 124; France took its declaration back with effect from 15 June 2008."""
    assert windows(law.line("shielded", state, by, home, STATUTE)) == wanted


def test_the_act_that_ends_a_shield_early_is_named(law):
    step = law.line("shielded", "FRA", "place", False, STATUTE).at(date(2008, 6, 15))
    assert step.because == ("fra-rome-statute-declaration-124-withdrawal-2008-08-13",)


def test_before_france_took_it_back_the_shield_ran_seven_years(asked):
    line = asked(date(2008, 8, 12)).line("shielded", "FRA", "place", False, STATUTE)
    assert windows(line) == [(date(2002, 7, 1), "yes"), (date(2009, 7, 1), "no")]


def test_two_states_opted_out_of_aggression(law, record):
    """Kenya on 30 November 2015, Guatemala in 2018 (the day recalled); nobody else."""
    found = {
        code: law.line("opted_out", code, "amendment-aggression-2010").steps[1].day
        for code in record.states
        if law.line("opted_out", code, "amendment-aggression-2010").steps[1:]
    }
    assert set(found) == {"KEN", "GTM"}
    assert found["KEN"] == date(2015, 11, 30)
    assert found["GTM"].year == 2018
