"""What every test may ask for: the embedded record, and the law as it stands on a day."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from ratione import Law, Record
from ratione.timelines import families  # noqa: F401 - enters every family of lines

TODAY = date(2026, 11, 21)
"""The day on which questions are asked where a test does not care."""


@cache
def embedded() -> Record:
    return Record.embedded()


def law_on(asked_on: date = TODAY) -> Law:
    """The law as understood on a day, kept for the next test: but not while it is counted for mutation which functions each
    test runs, where each must see every line derived."""
    return Law(embedded(), asked_on) if os.environ.get("MUTANT_UNDER_TEST") == "stats" else kept_law(asked_on)


@cache
def kept_law(asked_on: date) -> Law:
    return Law(embedded(), asked_on)


@pytest.fixture(scope="session")
def record() -> Record:
    return embedded()


@pytest.fixture
def law() -> Law:
    """The law as understood on 21 November 2026."""
    return law_on()


@pytest.fixture(scope="session")
def asked() -> Callable[[date], Law]:
    """The law as understood on a day."""
    return law_on
