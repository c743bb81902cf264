"""Peers in memory: the same derived intervals looked up by DuckDB, Polars, pandas and OpenFisca.

Their answers are compared with ours on every row.
"""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import columns_world as w
import duckdb
import numpy as np
import pandas as pd
import polars as pl

from ratione import Record, columns
from ratione.columns.cells import STATELESS

HEAD = ("", "wall ns a row", "CPU ns a row", "times ratione (wall)", "times ratione (CPU)")
WORKER = Path(__file__).with_name("columns_openfisca.py")


def intervals(record: Record) -> pl.DataFrame:
    """For each state what a stateless person's conduct on its territory is worth, from day to day: what peers look up."""
    tags = columns.tagger_for(record, ["day", "place", "nationality"], w.MAP, **w.ONE)
    rows = tags.tables(())
    assert rows is not None
    found = []
    for code, state in record.states.items():
        if not state.gw:
            continue
        number = tags.cells.place(tags.codes.place(state.gw, "gw") or code)
        classes = rows.tables.join(rows.tables.place_classes[number], rows.tables.passport_classes[STATELESS])
        answers = rows.tables.worth(0, classes)
        starts = [0, *(np.flatnonzero(np.diff(answers.astype(int))) + 1).tolist(), len(answers)]
        for start, end in pairwise(starts):
            first = max(int(rows.fold.days[start]), -25_000)
            last = 60_000 if end == len(answers) else int(rows.fold.days[end])
            found.append((int(state.gw), first, last, int(answers[start])))
    kinds = {"place": pl.Int16, "from": pl.Int32, "until": pl.Int32, "answer": pl.UInt8}
    frame = pl.DataFrame(found, schema=kinds, orient="row")
    return frame.with_columns(pl.col("from").cast(pl.Date), pl.col("until").cast(pl.Date)).sort("place", "from")


class Peers:
    """One answer a row by place and day; the nationality is taken as none, so that every peer can look it up.

    Each gives an id and an answer for every row, in whatever order it likes; ratione keeps the order.
    """

    def __init__(self, record: Record, rows: int) -> None:
        frame = w.world(record, rows)
        self.frame = frame.with_columns(pl.lit("stateless").cast(pl.Categorical).alias("nationality"))
        self.spans = intervals(record)
        self.tags = columns.tagger_for(record, frame.columns, {**w.MAP, "nationality": "nationality"}, **w.ONE)
        self.pandas_rows = frame.select("id", "day", "place").to_pandas().astype({"day": "datetime64[us]"})
        spans = self.spans.to_pandas().astype({"from": "datetime64[us]", "until": "datetime64[us]"})
        self.pandas_spans = spans.sort_values("from")
        self.connection = duckdb.connect()
        self.connection.register("rows_", frame.select("id", "day", "place").to_arrow())
        self.connection.register("spans_", self.spans.to_arrow())
        self.connection.execute("create table r as select * from rows_; create table s as select * from spans_")

    def ratione(self) -> Any:
        """This package: the frame with its answers."""
        return self.tags.frame(self.frame)

    def polars_asof(self) -> Any:
        """Polars' own as-of join, the few intervals sorted beforehand."""
        rows, spans = self.frame.lazy().select("id", "day", "place"), self.spans.lazy().sort("from")
        asof = rows.sort("day").join_asof(spans, left_on="day", right_on="from", by="place", check_sortedness=False)
        return asof.select("id", "answer").collect()

    def pandas_asof(self) -> Any:
        """pandas' as-of join."""
        rows = self.pandas_rows.sort_values("day")
        return pd.merge_asof(rows, self.pandas_spans, left_on="day", right_on="from", by="place")[["id", "answer"]]

    def duckdb_asof(self) -> Any:
        """DuckDB's as-of join."""
        said = 'select id, answer from r asof join s on r.place = s.place and r.day >= s."from"'
        return self.connection.sql(said).to_arrow_table()

    def duckdb_between(self) -> Any:
        """DuckDB's join on two bounds."""
        said = 'select id, answer from r join s on r.place = s.place and r.day >= s."from" and r.day < s.until'
        return self.connection.sql(said).to_arrow_table()

    def wanted(self) -> Any:
        """The answers in the order of the rows."""
        return self.ratione()["if_war_crime"].to_physical().to_numpy()

    def check(self, name: str, found: Any) -> None:
        """Fails where a peer gives another answer in any row."""
        held = found if isinstance(found, pl.DataFrame) else pl.DataFrame(found)
        assert np.array_equal(held.sort("id")["answer"].to_numpy(), self.wanted()), f"{name} gives other answers"


def in_memory(record: Record, rows: int, rounds: int, openfisca: str, folder: Path) -> None:
    """Prints the table of what is faster than what in memory."""
    peers = Peers(record, rows)
    tries = {
        "ratione": peers.ratione, "DuckDB BETWEEN": peers.duckdb_between, "DuckDB ASOF": peers.duckdb_asof,
        "Polars `join_asof`": peers.polars_asof, "pandas `merge_asof`": peers.pandas_asof,
    }  # fmt: skip
    for name, run in tries.items():
        if name != "ratione":
            peers.check(name, run())
    taken = w.paired(tries, rounds)
    w.table(f"{rows:,} rows in memory, shuffled, the same answers on every row", HEAD, said(taken, "ratione", rows))
    with_openfisca(peers, rounds, openfisca, folder)


def said(taken: w.Taken, base: str, rows: int) -> list[tuple[Any, ...]]:
    """The rows of a table of ratios."""
    wall, cpu = taken[base]
    return [
        (name, f"{a / rows * 1e9:,.1f}", f"{c / rows * 1e9:,.1f}", f"{a / wall:,.1f}", f"{c / cpu:,.1f}")
        for name, (a, c) in taken.items()
    ]


def with_openfisca(peers: Peers, rounds: int, openfisca: str, folder: Path) -> None:
    """The same against OpenFisca in an environment of its own; whole days of rows for its dated parameters."""
    if not openfisca:
        print("\nOpenFisca: not installed (give its Python with --openfisca)")
        return
    days = peers.frame["day"].unique(maintain_order=True).head(1000)
    part = peers.frame.filter(pl.col("day").is_in(days.implode()))
    peers.frame.select("id", "day", "place").write_ipc(folder / "all.arrow", compression="uncompressed")
    part.select("id", "day", "place").write_ipc(folder / "days.arrow", compression="uncompressed")
    peers.spans.write_ipc(folder / "spans.arrow", compression="uncompressed")
    worker = subprocess.Popen(
        [openfisca, str(WORKER), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdin
    assert worker.stdout

    def other(what: str) -> tuple[float, float]:
        worker.stdin.write(what + "\n")  # type: ignore[union-attr]
        worker.stdin.flush()  # type: ignore[union-attr]
        wall, cpu = json.loads(worker.stdout.readline())  # type: ignore[union-attr]
        return wall, cpu

    for what, name, rows in (("whole", "whole array", peers.frame), ("dated", "dated parameters", part)):
        tries = {
            "ratione": lambda rows=rows: peers.tags.frame(rows),
            f"OpenFisca {name}": lambda what=what: other(what),
        }
        taken = w.paired(tries, rounds)
        found = np.load(folder / f"{what}.npy")
        assert np.array_equal(found, peers.tags.frame(rows)["if_war_crime"].to_physical().to_numpy()), name
        w.table(
            f"OpenFisca, {name}, {rows.height:,} rows, the same answers on every row",
            HEAD,
            said(taken, "ratione", rows.height),
        )
    worker.stdin.close()
    worker.wait()
