"""What the tests of the checker may ask for: an engine with the patterns as they stand in the text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ratione import Record
from ratione.checker import Checker, Patterns, Report

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def patterns() -> Patterns:
    return Patterns.read(ROOT / "data" / "patterns")


@pytest.fixture(scope="session")
def engine(record: Record, patterns: Patterns) -> Checker:
    return Checker(record, patterns)


class Ask:
    """Checks a text in one line."""

    def __init__(self, engine: Checker) -> None:
        self.engine = engine

    def __call__(self, text: str | bytes, name: str = "page.md", written: str = "") -> Report:
        day = date.fromisoformat(written) if written else None
        return self.engine.check(text, name=name, today=TODAY, written_on=day)

    def claims(self, text: str, name: str = "page.md", written: str = "") -> list[tuple[str, str, str, str]]:
        return [
            (one.claim.subject, one.claim.predicate, one.claim.date, one.verdict)
            for one in self(text, name, written).claims
        ]


@pytest.fixture(scope="session")
def ask(engine: Checker) -> Ask:
    return Ask(engine)
