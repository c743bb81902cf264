"""What stands beside participation: statements count for the state in whose name they were made."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import embedded

import ratione

TODAY = date(2026, 11, 21)


def rows(state: str, heading: str, on: date = TODAY) -> list[dict[str, str]]:
    law = ratione.Law(embedded(), TODAY)
    return [row for row in ratione.relationship_dict(law, state, on) if row["heading"] == heading]


@pytest.mark.parametrize(
    ("state", "begins"), [("ISR", "Benjamin Netanyahu"), ("CAN", "Foreign ministers of"), ("JPN", "Sanae")]
)
def test_a_statement_stands_with_the_state_that_it_names(state: str, begins: str) -> None:
    assert any(row["says"].startswith(begins) for row in rows(state, "Statements"))


def test_an_organ_speaks_for_its_state_and_a_bar_association_does_not() -> None:
    said = rows("USA", "Statements")
    assert any("David Scheffer" in row["says"] for row in said)
    assert not any("House of Delegates" in row["says"] for row in said)


def test_nothing_is_shown_before_it_was_said() -> None:
    assert rows("ISR", "Statements", date(2020, 1, 1)) == []


def test_a_waiver_says_how_long_it_lasts() -> None:
    assert any("while the agreement is in force" in row["says"] for row in rows("ALB", "Waivers of aid law"))
