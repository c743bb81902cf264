"""Contested points: open until somebody rules."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer, OpenKind
from ratione.timelines.points import sound_positions

NO, OPEN, YES = Answer


@pytest.mark.parametrize(
    ("point", "asked_on", "answer"),
    [
        ("deportation-limb", date(2018, 9, 5), OPEN),
        ("deportation-limb", date(2018, 9, 6), YES),
        ("palestine-state", date(2021, 2, 4), OPEN),
        ("palestine-state", date(2021, 2, 5), YES),
        ("palestine-state", date(2025, 4, 24), OPEN),
        ("withdrawal-pending", date(2021, 9, 14), OPEN),
        ("withdrawal-pending", date(2021, 9, 15), YES),
        ("sc-open-ended", date(2005, 1, 1), YES),
        ("sc-carve-out", date(2026, 11, 21), OPEN),
        ("nonparty-nationals", date(2010, 1, 1), YES),
    ],
    ids=str,
)
def test_a_point_answers_as_the_last_ruling_known_says(asked, point, asked_on, answer):
    line = asked(asked_on).line("point", point)
    assert len(line.steps) == 1
    assert line.steps[0].answer is answer
    assert line.steps[0].point == point
    assert bool(line.steps[0].kind) is (answer is OPEN)


def test_an_open_ruling_names_itself_as_the_reason(law):
    step = law.line("point", "oslo").steps[0]
    assert step.kind is OpenKind.CONTESTED
    assert step.because == ("2025-04-24-palestine-jurisdiction-appeal",)


def test_every_open_point_says_whether_it_is_contested_or_weak(law, record):
    for code, dispute in record.disputes.items():
        step = law.line("point", code).steps[0]
        if step.answer is OPEN:
            views = {position.answer for position in sound_positions(dispute)}
            contested = len(views) > 1 or "open" in views or step.because
            assert step.kind is (OpenKind.CONTESTED if contested else OpenKind.WEAK), code


def test_a_position_without_holder_or_day_is_not_sound(record):
    for dispute in record.disputes.values():
        for position in sound_positions(dispute):
            assert position.holder and position.dated
