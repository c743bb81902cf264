"""A pytest plugin that tries mutants: tests are collected once, and each mutant is tried in a fork of its own.

Loaded by ``mutation.py`` in a copy that mutmut has prepared: its code holds every mutant beside the original, and an
environment variable says which one runs. A mutant is killed by the first test that fails, or by using far more processor
time than its tests need. What is called while modules are imported cannot be tried in a fork; such a mutant is tried again
from the start, in a process of its own.

Each outcome is a line of ``outcomes.jsonl``: a run that was stopped goes on where it was.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

OUTCOMES = Path("outcomes.jsonl")
ACTIVE = "MUTANT_UNDER_TEST"
NONE = "none"
KILLED, LIVED = 1, 0


def called_at_import() -> set[str]:
    """The functions that ran while modules were imported, as mutmut names them."""
    from mutmut.state import state

    return set(state()._stats)


def mutants() -> dict[str, str]:
    """Every mutant with its function."""
    found = {}
    for path in sorted(Path("src").rglob("*.meta")):
        for name in json.loads(path.read_text("utf-8"))["exit_code_by_key"]:
            found[name] = name.rpartition("__mutmut_")[0]
    return found


class Trials:
    """The mutants that are to be tried, and what came of those that were."""

    def __init__(self, items: list[pytest.Item], imported: set[str]) -> None:
        stats = json.loads(Path("mutmut-stats.json").read_text("utf-8"))
        self.durations = stats["duration_by_test"]
        self.covering = stats["tests_by_mangled_function_name"]
        self.items = {item.nodeid: item for item in items}
        self.imported = imported
        every, first = int(os.environ.get("MUTANTS_EVERY", "1")), int(os.environ.get("MUTANTS_FIRST", "0"))
        done = [json.loads(line)["mutant"] for line in OUTCOMES.open()] if OUTCOMES.exists() else []
        known = {*done}
        self.waiting = [pair for pair in list(mutants().items())[first::every] if pair[0] not in known]
        self.running: dict[int, tuple[str, str, float]] = {}

    def tests(self, function: str) -> list[pytest.Item]:
        """The tests that run a function, the quickest first; all of them for one that runs at import."""
        names = [name for name in self.covering.get(function, ()) if name in self.items]
        if function in self.imported:
            names = list(self.items)
        return [self.items[name] for name in sorted(names, key=lambda name: self.durations.get(name, 1.0))]

    def run(self, session: pytest.Session, children: int) -> None:
        """Tries every mutant that is waiting."""
        while self.waiting or self.running:
            while self.waiting and len(self.running) < children:
                self.start(session, *self.waiting.pop(0))
            if not self.running:
                continue
            pid, status = os.wait()
            if pid in self.running:
                self.end(*self.running.pop(pid), status)

    def start(self, session: pytest.Session, mutant: str, function: str) -> None:
        """Tries a mutant in a fork."""
        tests = self.tests(function)
        if not tests:
            self.write(mutant, "no tests", 0.0)
            return
        pid = os.fork()
        if pid == 0:
            os._exit(self.child(session, mutant, function, tests))
        self.running[pid] = (mutant, function, time.monotonic())

    def child(self, session: pytest.Session, mutant: str, function: str, tests: list[pytest.Item]) -> int:
        """1 where a test failed, else 0."""
        limit = 30 + round(4 * sum(self.durations.get(item.nodeid, 1.0) for item in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        if function in self.imported:
            words = [
                sys.executable,
                "-m",
                "pytest",
                "-x",
                "-q",
                "-p",
                "no:cacheprovider",
                "-W",
                "ignore",
                *sys.argv[1:],
            ]
            words = [word for word in words if word != "mutants"]
            there = os.environ | {ACTIVE: mutant}
            return KILLED if subprocess.run(words, env=there, check=False).returncode else LIVED
        os.environ[ACTIVE] = mutant
        failed = session.testsfailed
        for item in tests:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if session.testsfailed > failed:
                return KILLED
        return LIVED

    def end(self, mutant: str, function: str, started: float, status: int) -> None:
        """Writes what came of a mutant."""
        code = os.waitstatus_to_exitcode(status)
        outcome = {KILLED: "killed", LIVED: "survived"}.get(code, "timeout" if code == -24 else f"ended ({code})")
        self.write(mutant, outcome, time.monotonic() - started)

    def write(self, mutant: str, outcome: str, seconds: float) -> None:
        """Adds a line to the outcomes."""
        with OUTCOMES.open("a") as file:
            file.write(json.dumps({"mutant": mutant, "outcome": outcome, "seconds": round(seconds, 2)}) + "\n")


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Tries mutants instead of running the tests once."""
    imported = called_at_import()
    os.environ[ACTIVE] = NONE
    Trials(session.items, imported).run(session, int(os.environ.get("MUTANTS_CHILDREN", "2")))
    return True
