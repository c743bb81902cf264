"""Worked cases with the document that decides each: `jurisdiction/cases.csv`, asked as a table of a user's own would be."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ratione import Record, answer_table

with (Path(__file__).parent / "jurisdiction" / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@cache
def answers() -> dict[str, dict[str, str]]:
    told = [{name: word for name, word in row.items() if name != "outcome"} for row in CASES]
    return {row["id"]: row for row in answer_table(told, Record.embedded(), asked_on=date(2026, 11, 21))}


@pytest.mark.parametrize("row", CASES, ids=[row["id"] for row in CASES])
def test_a_worked_case_is_answered_as_its_authority_answers_it(row):
    found = answers()[row["id"]]
    assert found["answer"] == row["outcome"], (row["authority"], found["reason"])
    assert found["deciding_articles"]


def test_the_outcome_is_never_read():
    """With every outcome changed, nothing changes."""
    turned = [row | {"outcome": "no"} for row in CASES]
    assert {row["id"]: row for row in answer_table(turned, Record.embedded(), asked_on=date(2026, 11, 21))} == answers()
