"""The marked documents: the figures that may not fall, and what must not be found."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from .conftest import Ask

FOLDER = Path(__file__).parents[1] / "documents"


def measure() -> object:
    spec = importlib.util.spec_from_file_location("measure", FOLDER / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FLOORS = [
    ("", 0.99, 0.975, 0.99, 1.0, 0.0),
    ("second", 0.97, 0.96, 0.99, 1.0, 0.0),
    ("third", 0.99, 0.95, 0.99, 1.0, 0.0),
    ("fourth", 0.91, 0.915, 0.99, 0.9, 0.0),
    ("fifth", 0.97, 0.93, 0.99, 0.8, 0.0),
    ("sixth", 0.9, 0.97, 0.99, 0.94, 0.002),
    ("seventh", 0.81, 0.965, 0.98, 0.87, 0.008),
    ("eighth", 0.92, 0.965, 0.99, 0.93, 0.004),
    ("ninth", 0.785, 0.95, 0.985, 0.83, 0.007),
    ("tenth", 0.81, 0.945, 0.98, 0.87, 0.011),
    ("eleventh", 0.8, 0.935, 0.98, 0.84, 0.009),
    ("twelfth", 0.68, 0.955, 0.965, 0.8, 0.016),
]
"""Each set with the least recall, precision, right verdicts and flagged errors, and the most false alarms."""


@pytest.mark.parametrize(
    ("folder", "recall", "precision", "verdicts", "flagged", "alarms"),
    FLOORS,
    ids=[one[0] or "first" for one in FLOORS],
)
def test_the_figures_hold(
    folder: str, recall: float, precision: float, verdicts: float, flagged: float, alarms: float
) -> None:
    found = measure().measured(FOLDER / folder)  # type: ignore[attr-defined]
    assert found["recall"] >= recall
    assert found["precision"] >= precision
    assert found["verdicts"] >= verdicts
    assert found["errors_flagged"] >= flagged
    assert found["false_alarms"] <= alarms


def test_a_page_about_other_treaties_makes_no_claim(ask: Ask) -> None:
    report = ask((FOLDER / "decoys.txt").read_bytes(), "decoys.txt")
    assert report.claims == ()
    assert all("T.D." not in one.text for one in report.citations)
