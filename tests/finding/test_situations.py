"""What jurisdiction in a situation rests on, and what was left without effect."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ratione.finding.court_pages import situation_page
from ratione.finding.situations import rests_on, situation_text, without_effect
from ratione.record.reading import read
from ratione.timelines.law import Law

TODAY = date(2026, 11, 21)
RECORD = read(Path(__file__).parents[2] / "data")


def test_a_declaration_left_without_effect_is_no_basis_and_is_said_as_that():
    law = Law(RECORD, TODAY)
    bases = "\n".join(rests_on(law, "PSE", TODAY))
    assert "2015-01-01 for conduct from 2014-06-13" in bases
    assert "2009-01-22" not in bases
    text = situation_text(law, situation_page(RECORD, "PSE"), TODAY)
    (line,) = [one for one in text.splitlines() if "2009-01-22 for conduct" in one]
    assert line.startswith("Left without effect: State of Palestine, declaration under article 12(3) of 2009-01-22")
    assert line.endswith("[palestine-2009]")


def test_before_anybody_ruled_its_effect_was_open():
    law = Law(RECORD, date(2010, 1, 1))
    assert without_effect(law, "PSE") == []
    (basis,) = [one for one in rests_on(law, "PSE", date(2010, 1, 1)) if "2009-01-22" in one]
    assert basis.endswith("; whether it has effect is open [palestine-2009]")


@pytest.mark.parametrize("code", RECORD.situations)
def test_no_declaration_both_counts_and_is_without_effect(code):
    law = Law(RECORD, TODAY)
    keys = {part for line in without_effect(law, code) for part in line.split() if "declaration-12-3" in part}
    assert not any(key in line for key in keys for line in rests_on(law, code, TODAY))
