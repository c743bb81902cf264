"""Measures over time: ends come from acts, but for the last day that a text names itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ratione import Answer, Law
from ratione.record.reading import read
from ratione.timelines import measures  # noqa: F401 - enters the families

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def record():
    return read(DATA)


@pytest.fixture(scope="module")
def law(record):
    return Law(record, date(2026, 11, 21))


SPANS = {
    "repealed": ("usc22-7426a-2006", "2006-10-17", "2008-01-28"),
    "replaced": ("usc22-7426a", "2003-07-01", "2006-10-17"),
    "revoked": ("eo13928-1", "2020-06-11", "2021-04-01"),
    "moved": ("gl-2-7", "2025-06-05", "2025-07-01"),
    "lapsed": ("neth-fy09", "2008-10-01", "2009-03-11"),
    "last day of the text": ("gl-13", "2026-10-09", "2027-04-07"),
    "still": ("usc22-7401b", "1999-11-29", ""),
    "replaced across a gap": ("neth-gap-2005", "2005-10-01", "2005-11-14"),
    "ended by a letter": ("vclt-18", "2000-12-31", "2002-05-06"),
}


@pytest.mark.parametrize(("code", "start", "until"), SPANS.values(), ids=SPANS)
def test_a_measure_is_in_force_from_its_day_to_the_day_of_the_act_that_ends_it(law, code, start, until):
    line = law.line("measure_in_force", code)
    days = [step.day.isoformat() for step in line.steps[1:]]
    assert days == [day for day in (start, until) if day]


def test_a_measure_made_after_the_day_of_asking_does_not_count(record):
    before = Law(record, date(2010, 1, 1)).line("measure_in_force", "rewards-2013")
    assert before.at(date(2014, 1, 1)).answer is Answer.NO
    kept = Law(record, date(2010, 1, 1)).line("measure_in_force", "rewards-1998")
    assert kept.at(date(2014, 1, 1)).answer is Answer.YES, "nobody had replaced it yet"


def test_a_reading_speaks_for_every_day_once_it_was_given(record):
    asked = {
        day: Law(record, day).line("measure_in_force", "olc-2010") for day in (date(2010, 1, 14), date(2010, 1, 15))
    }
    assert [line.at(date(2005, 1, 1)).answer for line in asked.values()] == [Answer.NO, Answer.YES]


def test_what_nobody_read_is_open(law):
    step = law.line("measure_in_force", "sfops-fy26").at(date(2026, 1, 1))
    assert (step.answer, step.kind) == (Answer.OPEN, "weak")


def test_a_listing_falls_with_its_order(law):
    line = law.line("listed_under", "bensouda", "eo13928-1")
    assert [step.day.isoformat() for step in line.steps[1:]] == ["2020-09-02", "2021-04-01"]


def test_a_waiver_for_training_leaves_the_rest_barred(law):
    day = date(2006, 10, 5)
    found = {kinds: law.line("waived_for", "KEN", "usc22-7426b", kinds).at(day).answer for kinds in ("imet", "fmf", "")}
    assert found == {"imet": Answer.YES, "fmf": Answer.NO, "": Answer.OPEN}
