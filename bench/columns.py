"""Tagging at speed: this package beside Polars, DuckDB and pandas, side by side in paired rounds of one run.

    python bench/columns.py                 # in memory, 1 M rows; file to file, 1 M and 10 M rows
    python bench/columns.py --file-rows 100000000

Every peer is given the same derived intervals (state, from, until, answer) that come out of the fold, so that only the
way of looking them up is compared, and its answers are compared on every row. Ratios are of medians of paired rounds; CPU
seconds stand beside wall seconds, because other work on the machine falsifies the latter.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from ratione import Law, Record, columns
from ratione.columns.cells import STATELESS

ROUNDS = 5
MAP = {"date": "day", "territory": "place:gw", "nationality": "nationality:gw"}
ONE = {"crimes": ("war-crimes",), "alone": False, "beside": ()}
NUMBERED = {"crimes": ("war-crimes",), "alone": False, "beside": ("finding", "record")}


def world(record: Record, rows: int, seed: int = 1, *, text: bool = False) -> pl.DataFrame:
    """Events in shuffled order: an id, a day, a place and a nationality by number (or by ISO code)."""
    dice = np.random.default_rng(seed)
    states = [(int(state.gw), code) for code, state in record.states.items() if state.gw]
    known = np.array([code for _, code in states]) if text else np.array([number for number, _ in states], np.int16)
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


def paired(tries: dict[str, Callable[[], Any]], rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """Median wall and CPU seconds of each, all of them in every round."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in tries}
    for count in range(rounds + 1):
        for name, run in tries.items():
            wall, cpu = time.perf_counter(), time.process_time()
            run()
            if count:
                taken[name].append((time.perf_counter() - wall, time.process_time() - cpu))
    middle = statistics.median
    return {name: (middle(w for w, _ in all_), middle(c for _, c in all_)) for name, all_ in taken.items()}


def intervals(record: Record) -> pl.DataFrame:
    """For each state what a stateless person's conduct on its territory is worth, from day to day: what peers look up."""
    tags = columns.tagger_for(record, ["day", "place", "nationality"], MAP, **ONE)
    rows = tags.tables(())
    assert rows is not None
    found = []
    for code, state in record.states.items():
        if not state.gw:
            continue
        number = tags.cells.place(tags.codes.place(state.gw, "gw") or code)
        classes = rows.tables.join(rows.tables.place_classes[number], rows.tables.passport_classes[STATELESS])
        answers = rows.tables.worth(0, classes)
        start = 0
        for epoch in range(1, len(answers) + 1):
            if epoch == len(answers) or answers[epoch] != answers[start]:
                first = max(int(rows.fold.days[start]), -25_000)
                last = 60_000 if epoch == len(answers) else int(rows.fold.days[epoch])
                found.append((int(state.gw), first, last, int(answers[start])))
                start = epoch
    kinds = {"place": pl.Int16, "from": pl.Int32, "until": pl.Int32, "answer": pl.UInt8}
    frame = pl.DataFrame(found, schema=kinds, orient="row")
    return frame.with_columns(pl.col("from").cast(pl.Date), pl.col("until").cast(pl.Date)).sort("place", "from")


def in_memory(record: Record, rows: int) -> dict[str, Any]:
    """One answer a row by place and day; the nationality is taken as none, so that every peer can look it up."""
    frame = world(record, rows).with_columns(pl.lit("stateless").cast(pl.Categorical).alias("nationality"))
    spans = intervals(record)
    tags = columns.tagger_for(record, frame.columns, {**MAP, "nationality": "nationality"}, **ONE)
    pandas_rows, pandas_spans = frame.to_pandas(), spans.to_pandas()
    pandas_rows["day"] = pandas_rows["day"].astype("datetime64[us]")
    pandas_spans["from"] = pandas_spans["from"].astype("datetime64[us]")
    connection = duckdb.connect()
    connection.register("rows_", frame.select("id", "day", "place").to_arrow())
    connection.register("spans_", spans.to_arrow())
    connection.execute("create table r as select * from rows_; create table s as select * from spans_")

    def ratione() -> Any:
        return tags.frame(frame)["if_war_crime"].to_physical().to_numpy()

    def polars_asof() -> Any:
        joined = (
            frame.lazy()
            .sort("day")
            .join_asof(spans.lazy().sort("from"), left_on="day", right_on="from", by="place", check_sortedness=False)
        )
        return joined.sort("id").collect()["answer"].to_numpy()

    def pandas_asof() -> Any:
        joined = pd.merge_asof(
            pandas_rows.sort_values("day"), pandas_spans.sort_values("from"), left_on="day", right_on="from", by="place"
        )
        return joined.sort_values("id")["answer"].to_numpy()

    def duckdb_asof() -> Any:
        said = 'select answer from r asof join s on r.place = s.place and r.day >= s."from" order by id'
        return connection.execute(said).fetchnumpy()["answer"]

    def duckdb_between() -> Any:
        said = 'select answer from r join s on r.place = s.place and r.day >= s."from" and r.day < s.until order by id'
        return connection.execute(said).fetchnumpy()["answer"]

    tries = {
        "ratione": ratione, "Polars join_asof": polars_asof, "pandas merge_asof": pandas_asof, "DuckDB ASOF": duckdb_asof,
        "DuckDB between": duckdb_between,
    }  # fmt: skip
    wanted = ratione()
    for name, run in tries.items():
        assert np.array_equal(np.asarray(run(), np.uint8), wanted), f"{name} gives other answers"
    return said_ratios(paired(tries), "ratione", rows, inverse=True)


def said_ratios(
    taken: dict[str, tuple[float, float]], base: str, rows: int, *, inverse: bool = False
) -> dict[str, Any]:
    """Seconds, nanoseconds a row, and how many times the base each takes."""
    wall, cpu = taken[base]
    return {
        name: {"wall_s": round(w, 4), "cpu_s": round(c, 4), "ns_a_row_cpu": round(c / rows * 1e9, 1),
               "times_wall": round(w / wall, 2), "times_cpu": round(c / cpu, 2)}
        for name, (w, c) in taken.items()
    }  # fmt: skip


def file_to_file(record: Record, rows: int, folder: Path, *, text: bool = False) -> dict[str, Any]:
    """Read, tag and write, against reading, adding one computed column and writing."""
    path, out = folder / f"rows-{rows}-{text}.parquet", folder / "out.parquet"
    if not path.exists():
        step = 10_000_000
        parts = []
        for start in range(0, rows, step):
            part = folder / f"part-{start}.parquet"
            world(record, min(step, rows - start), seed=start, text=text).write_parquet(part)
            parts.append(part)
        pl.scan_parquet(parts).sink_parquet(path)
        for part in parts:
            part.unlink()
    mapping = {"date": "day", "territory": "place", "nationality": "nationality"} if text else MAP

    law = Law(record, record.day)

    def base() -> None:
        frame = pl.scan_parquet(path)
        computed = (
            pl.col("day").dt.year().alias("year") if text else (pl.col("place") + pl.col("nationality")).alias("sum")
        )
        frame.with_columns(computed).sink_parquet(out)

    tries: dict[str, Callable[[], Any]] = {
        "read, one computed column, write": base,
        "tag: one answer": lambda: columns.tag_file(path, out, mapping, findings=False, law=law, **ONE),
        "tag: answer, link, note, finding key, record": lambda: columns.tag_file(
            path, out, mapping, findings=False, law=law, **NUMBERED
        ),
    }
    return said_ratios(paired(tries, 3 if rows > 20_000_000 else ROUNDS), "read, one computed column, write", rows)


def peak(rows: int, folder: Path, what: str) -> float:
    """Peak memory in MB of a fresh process that streams the rows once."""
    said = subprocess.run(
        [sys.executable, __file__, "--peak", what, "--file-rows", str(rows), "--folder", str(folder)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(said.stdout.strip().splitlines()[-1])


def one_peak(rows: int, folder: Path, what: str) -> None:
    """Streams once and prints this process's peak memory."""
    path, out = folder / f"rows-{rows}-False.parquet", folder / "peak.parquet"
    if what == "tag":
        columns.tag_file(path, out, MAP, findings=False, **ONE)
    else:
        pl.scan_parquet(path).with_columns((pl.col("place") + pl.col("nationality")).alias("sum")).sink_parquet(out)
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(int(held.split()[1]) / 1024)


def machine() -> dict[str, Any]:
    """The machine and the versions."""
    return {
        "cores": os.cpu_count(), "python": platform.python_version(), "polars": pl.__version__, "duckdb": duckdb.__version__,
        "pandas": pd.__version__, "numpy": np.__version__, "load": os.getloadavg()[0],
    }  # fmt: skip


def main() -> None:
    """Runs what is asked and prints JSON."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--file-rows", type=int, default=10_000_000)
    reader.add_argument("--folder", default="")
    reader.add_argument("--peak", default="")
    reader.add_argument("--memory-rows", type=int, default=1_000_000)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(asked.folder or made)
        if asked.peak:
            one_peak(asked.file_rows, folder, asked.peak)
            return
        record = Record.embedded()
        found: dict[str, Any] = {"machine": machine(), "record": record.version}
        found["in memory"] = in_memory(record, asked.memory_rows)
        found["file to file"] = file_to_file(record, asked.file_rows, folder)
        found["file to file, text codes"] = file_to_file(record, min(asked.file_rows, 10_000_000), folder, text=True)
        found["peak MB"] = {what: peak(asked.file_rows, folder, what) for what in ("tag", "base")}
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
