"""Lines: answers over time."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer, OpenKind
from ratione.timelines.line import Line, Step

NO, OPEN, YES = Answer


def line(*steps, first=NO):
    return Line.stepping(first, [Step(date(2000, 1, day), answer, (f"a{day}",), str(day)) for day, answer in steps])


def test_at_and_after():
    one = line((5, YES), (9, NO))
    assert [one.at(date(2000, 1, day)).answer for day in (4, 5, 8, 9)] == [NO, YES, YES, NO]
    assert one.after(date(2000, 1, 4)).day == date(2000, 1, 5)
    assert one.after(date(2000, 1, 5)).day == date(2000, 1, 9)
    assert one.after(date(2000, 1, 9)) is None


def test_of_two_steps_on_one_day_the_later_given_counts():
    assert line((5, YES), (5, OPEN)).at(date(2000, 1, 5)).answer is OPEN


def test_spans_are_half_open_and_meet():
    found = [(step.day, until) for step, until in line((5, YES), (9, NO)).spans()]
    assert found == [(date.min, date(2000, 1, 5)), (date(2000, 1, 5), date(2000, 1, 9)), (date(2000, 1, 9), None)]


def test_held_from_changes_nothing_before_and_everything_after():
    held = line((5, YES), (9, NO)).held_from(date(2000, 1, 6))
    assert [held.at(date(2000, 1, day)).answer for day in (4, 5, 6, 9, 20)] == [NO, YES, YES, YES, YES]
    assert line((5, YES)).held_from(date(2000, 1, 5)).at(date(2000, 1, 9)).answer is YES


def test_within():
    one = line((5, YES), (9, NO))
    assert [(step.day.day, step.answer) for step in one.within(date(2000, 1, 6), date(2000, 1, 9))] == [(6, YES)]
    assert [(step.day.day, step.answer) for step in one.within(date(2000, 1, 5), date(2000, 1, 10))] == [
        (5, YES),
        (9, NO),
    ]
    assert [(step.day.day, step.answer) for step in one.within(date(2000, 1, 1), None)] == [(1, NO), (5, YES), (9, NO)]


def test_where_two_lines_agree_the_reasons_of_both_stand():
    both = line((5, YES)) & line((5, YES), (7, YES))
    assert both.at(date(2000, 1, 5)).because == ("a5",)
    assert both.at(date(2000, 1, 7)).because == ("a5", "a7")
    assert both.at(date(2000, 1, 7)).article == "5;7"


def test_where_two_lines_differ_the_lower_or_higher_one_gives_the_reason():
    one, two = line((5, YES)), line((6, OPEN))
    assert (one & two).at(date(2000, 1, 6)) == Step(date(2000, 1, 6), OPEN, ("a6",), "6")
    assert (one | two).at(date(2000, 1, 6)).because == ("a5",)
    assert (one & two).at(date(2000, 1, 5)).answer is NO


def test_a_step_that_changes_nothing_is_no_step():
    same = line((5, YES)) & Line.always(YES)
    assert [step.day for step in same.steps] == [date.min, date(2000, 1, 5)]


def test_not():
    assert [step.answer for step in (~line((5, YES), (9, OPEN))).steps] == [YES, NO, OPEN]


def test_always_keeps_everything():
    step = Line.always(OPEN, because=("a",), article="1", kind=OpenKind.WEAK, point="p", note="n").steps[0]
    assert step == Step(date.min, OPEN, ("a",), "1", OpenKind.WEAK, "p", "n")


@pytest.mark.parametrize("other", [line((5, OPEN)), line(), 5])
def test_lines_are_equal_by_their_steps(other):
    assert line((5, YES)) == line((5, YES))
    assert hash(line((5, YES))) == hash(line((5, YES)))
    assert line((5, YES)) != other


def test_a_line_prints_itself():
    assert repr(line((5, YES))) == "Line(0001-01-01: no, 2000-01-05: yes)"
