"""Patience: a block that takes too long is given up, and nothing is raised after it."""

from __future__ import annotations

import threading
import time

import pytest

from ratione.surfaces.patience import TooLong, within

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""What is raised while a finaliser runs is lost there, and raised again."""


def for_ever(lock: threading.Lock) -> None:
    with lock, within(0.05):
        while True:
            pass


def test_a_block_that_never_ends_is_given_up_and_its_lock_is_free() -> None:
    lock = threading.Lock()
    with pytest.raises(TooLong):
        for_ever(lock)
    assert lock.acquire(blocking=False)


def test_a_block_that_ends_just_then_raises_at_most_in_itself() -> None:
    for _ in range(60):
        try:
            with within(0.002):
                until = time.perf_counter() + 0.002
                while time.perf_counter() < until:
                    pass
        except TooLong:
            pass
        sum(range(2000))


def test_another_fault_goes_through() -> None:
    with pytest.raises(KeyError), within(5):
        raise KeyError("x")


def test_code_that_bears_with_every_fault_is_given_up_too() -> None:
    def bearing() -> None:
        with within(0.05):
            while True:
                try:
                    sum(range(1000))
                except Exception:
                    continue

    with pytest.raises(TooLong):
        bearing()
