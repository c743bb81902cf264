"""Places: whose ground it is, and whether what binds the state extends to it."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer
from ratione.timelines.places import Ground, claimants, covers

NO, OPEN, YES = Answer
STATUTE = "rome-statute"


@pytest.mark.parametrize(
    ("ground", "day", "state", "answer"),
    [
        (Ground("land", "UKR"), date(2020, 1, 1), "UKR", YES),
        (Ground("land", "UKR", "kyiv"), date(2020, 1, 1), "UKR", YES),
        (Ground("land", "MNE"), date(2006, 6, 2), "SRB", YES),
        (Ground("land", "MNE"), date(2006, 6, 2), "MNE", NO),
        (Ground("land", "MNE"), date(2006, 6, 3), "SRB", NO),
        (Ground("land", "MNE"), date(2006, 6, 3), "MNE", YES),
        (Ground("land", "SSD"), date(2011, 7, 8), "SDN", YES),
        (Ground("land", "SSD"), date(2011, 7, 9), "SDN", NO),
        (Ground("land", "GRL"), date(2020, 1, 1), "DNK", YES),
        (Ground("vessel", "COM"), date(2010, 5, 31), "COM", YES),
        (Ground("aircraft", "POL"), date(2021, 5, 23), "POL", YES),
        (Ground("eez", "PHL"), date(2016, 1, 1), "PHL", NO),
        (Ground("highseas"), date(2016, 1, 1), "PHL", NO),
        (Ground("disputed", "crimea"), date(2015, 1, 1), "UKR", YES),
        (Ground("disputed", "south-ossetia"), date(2008, 8, 8), "GEO", YES),
        (Ground("disputed", "northern-cyprus"), date(2008, 8, 8), "CYP", YES),
        (Ground("disputed", "transnistria"), date(2015, 8, 8), "MDA", YES),
        (Ground("disputed", "nagorno-karabakh"), date(2023, 9, 19), "AZE", YES),
        (Ground("disputed", "golan"), date(2022, 1, 1), "SYR", YES),
        (Ground("disputed", "gaza"), date(2022, 1, 1), "PSE", OPEN),
        (Ground("disputed", "western-sahara"), date(2010, 11, 8), "ESP", OPEN),
        (Ground("disputed", "kosovo"), date(2008, 2, 16), "SRB", YES),
        (Ground("disputed", "kosovo"), date(2008, 2, 17), "SRB", OPEN),
        (Ground("disputed", "diego-garcia"), date(2002, 9, 15), "GBR", OPEN),
    ],
    ids=lambda value: str(value),
)
def test_territory(law, ground, day, state, answer):
    assert law.line("territory_of", ground, state).at(day).answer is answer


@pytest.mark.parametrize(
    ("asked_on", "answer"),
    [(date(2021, 2, 4), OPEN), (date(2021, 2, 5), YES), (date(2025, 4, 23), YES), (date(2025, 4, 24), OPEN)],
    ids=str,
)
def test_gaza_counts_as_the_rulings_say(asked, asked_on, answer):
    """Pre-Trial Chamber I on 5 February 2021; Appeals Chamber on 24 April 2025 sent it back."""
    assert asked(asked_on).line("territory_of", Ground("disputed", "gaza"), "PSE").at(date(2018, 5, 1)).answer is answer


@pytest.mark.parametrize(
    ("territory", "parent", "steps"),
    [
        ("GRL", "DNK", [(date.min, "open"), (date(2004, 10, 1), "yes")]),
        ("FRO", "DNK", [(date.min, "open"), (date(2006, 10, 1), "yes")]),
        ("TKL", "NZL", [(date.min, "open")]),
        ("FLK", "GBR", [(date.min, "open"), (date(2010, 3, 11), "yes")]),
        ("IMN", "GBR", [(date.min, "open"), (date(2013, 2, 1), "yes")]),
        ("GIB", "GBR", [(date.min, "open")]),
        ("ABW", "NLD", [(date.min, "yes")]),
        ("GUF", "FRA", [(date.min, "yes")]),
    ],
    ids=lambda value: str(value),
)
def test_the_statute_and_dependent_territories(law, territory, parent, steps):
    """A clause that leaves ground out is contested; an extension counts from its day; silence means it shares the lot."""
    line = law.line("extends_to", Ground("land", territory), parent, STATUTE)
    assert [(step.day, str(step.answer)) for step in line.steps] == steps


def test_what_a_ship_is_registered_in_counts_like_the_ground(law):
    line = law.line("extends_to", Ground("vessel", "BMU"), "GBR", STATUTE)
    assert [(step.day, str(step.answer)) for step in line.steps] == [(date.min, "open"), (date(2010, 3, 11), "yes")]


def test_an_amendment_with_a_clause_leaves_the_ground_out_without_dispute(law):
    line = law.line("extends_to", Ground("land", "CUW"), "NLD", "amendment-art8-2010")
    assert [(step.day, step.answer) for step in line.steps] == [(date.min, NO)]
    assert law.line("extends_to", Ground("land", "BES"), "NLD", "amendment-art8-2010").steps[0].answer is YES


def test_a_territory_of_another_state_is_not_asked_about(law):
    assert law.line("extends_to", Ground("land", "GRL"), "FRA", STATUTE).steps[0].answer is YES
    assert law.line("extends_to", Ground("eez", "GRL"), "DNK", STATUTE).steps[0].answer is YES


@pytest.mark.parametrize(
    ("code", "day", "state", "answer"),
    [
        ("MNE", date(2005, 1, 1), "SRB", YES),
        ("MNE", date(2007, 1, 1), "SRB", NO),
        ("MNE", date(2007, 1, 1), "MNE", YES),
        ("DEU", date(2007, 1, 1), "DEU", YES),
        ("", date(2007, 1, 1), "", NO),
    ],
)
def test_nationality_follows_the_state_that_stood_under_the_code(law, code, day, state, answer):
    assert law.line("national_of", code, None, state).at(day).answer is answer


def test_a_passport_acquired_later_is_contested_before_and_sure_from_its_day(law):
    line = law.line("national_of", "CAN", date(2012, 6, 1), "CAN")
    assert [(step.day, str(step.answer)) for step in line.steps] == [(date.min, "open"), (date(2012, 6, 1), "yes")]
    assert line.steps[0].point == "later-nationality"


@pytest.mark.parametrize(
    ("place", "ground", "answer"),
    [
        ("SDN:darfur", Ground("land", "SDN", "darfur"), YES),
        ("SDN:darfur", Ground("land", "SDN", "khartoum"), NO),
        ("SDN:darfur", Ground("land", "SDN"), OPEN),
        ("SDN:darfur", Ground("land", "EGY"), NO),
        ("LBY", Ground("land", "LBY"), YES),
        ("LBY", Ground("land", "LBY", "tripoli"), YES),
        ("LBY", Ground("vessel", "LBY"), NO),
        ("UKR", Ground("disputed", "crimea"), YES),
        ("PSE", Ground("disputed", "gaza"), YES),
        ("PSE:gaza", Ground("disputed", "gaza"), NO),
        ("GEO", Ground("disputed", "crimea"), NO),
        ("vessel:COM", Ground("vessel", "COM"), YES),
        ("vessel:COM", Ground("vessel", "GRC"), NO),
        ("vessel:COM", Ground("land", "COM"), NO),
        ("disputed:gaza", Ground("disputed", "gaza"), YES),
        ("disputed:gaza", Ground("disputed", "crimea"), NO),
    ],
    ids=lambda value: str(value),
)
def test_what_a_referral_covers(law, place, ground, answer):
    assert covers(law, place, ground) is answer


def test_claimants(law):
    assert claimants(law, Ground("highseas")) == ()
    assert claimants(law, Ground("land", "MNE")) == ("SRB", "MNE")
    assert claimants(law, Ground("land", "GRL")) == ("DNK",)
    assert len(set(claimants(law, Ground("disputed", "kosovo")))) == len(claimants(law, Ground("disputed", "kosovo")))


def test_grounds_are_said_as_they_are_asked():
    grounds = (Ground("land", "SDN", "darfur"), Ground("land", "UKR"), Ground("vessel", "COM"), Ground("highseas"))
    assert [str(one) for one in grounds] == ["SDN:darfur", "UKR", "vessel:COM", "highseas"]
