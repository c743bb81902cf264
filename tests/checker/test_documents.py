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


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "second"], ids=["first set", "second set"])
def test_the_figures_hold(folder: Path) -> None:
    found = measure().measured(folder)  # type: ignore[attr-defined]
    assert found["recall"] >= 0.95
    assert found["precision"] >= 0.97
    assert found["verdicts"] >= 0.98
    assert found["errors_flagged"] == 1.0
    assert found["false_alarms"] <= 0.01


def test_a_page_about_other_treaties_makes_no_claim(ask: Ask) -> None:
    report = ask((FOLDER / "decoys.txt").read_bytes(), "decoys.txt")
    assert report.claims == ()
    assert all("T.D." not in one.text for one in report.citations)
