"""What the tables of ``bench/columns.py`` share: made-up events, paired rounds, rows of Markdown."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import numpy as np
import polars as pl

from ratione import Record

MAP = {"date": "day", "territory": "place:gw", "nationality": "nationality:gw"}
TEXT_MAP = {"date": "day", "territory": "place", "nationality": "nationality"}
ONE = {"crimes": ("war-crimes",), "alone": False, "beside": ()}
KEYED = {"crimes": ("war-crimes",), "alone": False, "beside": ("finding", "record")}

Taken = dict[str, tuple[float, float]]
"""Median wall and CPU seconds by name."""


def world(record: Record, rows: int, seed: int = 1, *, text: bool = False, states: int = 1000) -> pl.DataFrame:
    """Events in shuffled order: an id, a day, a place and a nationality by number (or by ISO code) of so many states."""
    dice = np.random.default_rng(seed)
    held = [(int(state.gw), code) for code, state in record.states.items() if state.gw][:states]
    known = np.array([code for _, code in held]) if text else np.array([number for number, _ in held], np.int16)
    days = dice.integers(11_500, 20_700, rows).astype(np.int32)
    places, people = (known[dice.integers(0, len(known), rows)] for _ in range(2))
    return pl.DataFrame(
        {
            "id": np.arange(rows, dtype=np.int64),
            "day": pl.Series(days).cast(pl.Date),
            "place": places,
            "nationality": people,
        }
    )


def paired(tries: dict[str, Callable[[], Any]], rounds: int) -> Taken:
    """Median wall and CPU seconds of each, all of them in every round; a first round only warms up.

    What a run gives back, if it is a pair of seconds, counts instead: that of another process.
    """
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in tries}
    for count in range(rounds + 1):
        for name, run in tries.items():
            wall, cpu = time.perf_counter(), time.process_time()
            other = run()
            if count:
                mine = time.perf_counter() - wall, time.process_time() - cpu
                taken[name].append(other if type(other) is tuple else mine)
    middle = statistics.median
    return {name: (middle(w for w, _ in all_), middle(c for _, c in all_)) for name, all_ in taken.items()}


def table(title: str, head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    """Prints a table as Markdown."""
    print(f"\n### {title}\n\n| {' | '.join(head)} |\n|{' --- |' * len(head)}", flush=True)
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |", flush=True)


def machine() -> str:
    """The machine and the versions, in a line."""
    names = ("polars", "duckdb", "pandas", "numpy", "pyarrow", "pyspark")
    libraries = ", ".join(f"{name} {version(name)}" for name in names)
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {libraries}; load {load:.1f} at the start"
