"""What outlives a withdrawal: art. 127(2)."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer
from ratione.timelines.places import Ground

NO, OPEN, YES = Answer
CAH, WAR = "crimes-against-humanity", "war-crimes"
BDI, PHL, RWA = Ground("land", "BDI"), Ground("land", "PHL"), Ground("land", "RWA")


@pytest.mark.parametrize(
    ("state", "ground", "crime", "day", "answer"),
    [
        ("BDI", BDI, CAH, date(2015, 4, 25), OPEN),
        ("BDI", BDI, CAH, date(2015, 4, 26), YES),
        ("BDI", BDI, CAH, date(2017, 10, 26), YES),
        ("BDI", BDI, CAH, date(2017, 10, 27), OPEN),
        ("BDI", BDI, WAR, date(2016, 1, 1), OPEN),
        ("BDI", None, CAH, date(2016, 1, 1), YES),
        ("BDI", RWA, CAH, date(2016, 1, 1), YES),
        ("PHL", PHL, CAH, date(2011, 10, 31), OPEN),
        ("PHL", PHL, CAH, date(2011, 11, 1), YES),
        ("PHL", PHL, WAR, date(2015, 1, 25), OPEN),
        ("PHL", None, CAH, date(2016, 1, 1), OPEN),
        ("DEU", Ground("land", "DEU"), CAH, date(2016, 1, 1), YES),
        ("HUN", Ground("land", "HUN"), CAH, date(2016, 1, 1), YES),
        ("MLI", Ground("land", "MLI"), CAH, date(2016, 1, 1), YES),
    ],
    ids=str,
)
def test_what_survives(law, state, ground, crime, day, answer):
    """Yes where the matter was under consideration, open where nothing was, and no question where nobody left."""
    assert law.line("survived_withdrawal", state, ground, crime, "rome-statute").at(day).answer is answer


@pytest.mark.parametrize(
    ("asked_on", "answer"),
    [
        (date(2019, 3, 16), YES),
        (date(2019, 3, 17), OPEN),
        (date(2021, 9, 14), OPEN),
        (date(2021, 9, 15), YES),
        (date(2026, 11, 21), YES),
    ],
    ids=str,
)
def test_an_examination_alone_was_enough_only_once_a_chamber_said_so(asked, asked_on, answer):
    """Philippines: examined since 8 February 2018, left on 17 March 2019, authorised on 15 September 2021."""
    line = asked(asked_on).line("survived_withdrawal", "PHL", PHL, CAH, "rome-statute")
    assert line.at(date(2016, 7, 1)).answer is answer


def test_an_open_investigation_needs_no_ruling(asked):
    """Burundi: authorised on 25 October 2017, two days before the withdrawal took effect."""
    step = asked(date(2017, 10, 27)).line("survived_withdrawal", "BDI", BDI, CAH, "rome-statute").at(date(2016, 1, 1))
    assert step.answer is YES
    assert step.because == ("situation:BDI", "bdi-rome-statute-withdrawal-notice-2016-10-27")


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("BDI", [(date(2017, 10, 27), YES)]),
        ("PHL", [(date(2019, 3, 17), YES)]),
        ("VEN", [(date(2027, 7, 24), YES)]),
        ("HUN", []),
        ("DEU", []),
    ],
)
def test_who_has_left(law, state, wanted):
    assert [(step.day, step.answer) for step in law.line("withdrawn", state, "rome-statute").steps[1:]] == wanted
