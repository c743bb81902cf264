"""Tagging at speed: this package beside Polars, DuckDB, pandas, OpenFisca and Spark, side by side in paired rounds of one run.

    python bench/columns.py                                # every table, as Markdown; some five minutes on a quiet machine
    python bench/columns.py --only memory files --rows 1000000
    python bench/columns.py --openfisca OTHER/bin/python   # with OpenFisca, which needs an environment of its own

Every peer is given the same derived intervals (state, from, until, answer) that come out of the fold, so that only the
way of looking them up is compared, and its answers are compared on every row. Ratios are of medians of paired rounds; CPU
seconds stand beside wall seconds, because other work on the machine falsifies the latter.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import columns_world as w
import numpy as np
import polars as pl

from ratione import Law, Names, Record, columns
from ratione.columns.cells import Cells
from ratione.columns.plan import Plan, asking, want
from ratione.columns.rows import Rows, Span
from ratione.rules import jurisdiction as rules
from ratione.rules.tree import AnyLink, limbs_of

PART = 10_000_000
TABLES = ("memory", "files", "text", "large", "peak", "growth", "spark")


def path_of(folder: Path, rows: int, text: bool = False) -> Path:
    """Where the made-up events stand."""
    return folder / f"rows-{rows}{'-text' if text else ''}.parquet"


def made(record: Record, rows: int, folder: Path, *, text: bool = False) -> Path:
    """A file of events: up to ten million at random, larger ones the same ten million over and over."""
    path = path_of(folder, rows, text)
    if path.exists():
        return path
    if rows <= PART:
        w.world(record, rows, seed=rows, text=text).lazy().sink_parquet(path)
    else:
        part = made(record, PART, folder, text=text)
        pl.scan_parquet([part] * (rows // PART)).sink_parquet(path)
    return path


def base(path: Path, out: Path, text: bool = False) -> None:
    """What tagging is measured against: read, one computed column, write."""
    sum_ = pl.col("day").dt.year().alias("year") if text else (pl.col("place") + pl.col("nationality")).alias("sum")
    pl.scan_parquet(path).with_columns(sum_).sink_parquet(out)


def files(record: Record, path: Path, rows: int, rounds: int, *, text: bool = False, more: bool = True) -> None:
    """Prints the table of reading, tagging and writing."""
    out, law = path.with_name("out.parquet"), Law(record, record.day)
    mapping = w.TEXT_MAP if text else w.MAP
    places = {name: of for name, of in mapping.items() if name != "nationality"}

    def tag(mapping: dict[str, str], **options: Any) -> Callable[[], None]:
        def run() -> None:
            columns.tag_file(path, out, mapping, findings=False, law=law, **options)

        return run

    tries: dict[str, Callable[[], None]] = {"read, one computed column, write": lambda: base(path, out, text)}
    tries["one answer"] = tag(mapping, **w.ONE)
    if more:
        tries["answer, finding key, record version"] = tag(mapping, **w.KEYED)
    if more and not text:
        tries["all columns by default, nationality not known"] = tag(places)
    taken = w.paired(tries, rounds)
    wall, cpu = next(iter(taken.values()))
    lines = [
        (name, f"{a:.2f}", f"{c:.2f}", f"{a / wall:.2f}", f"{c / cpu:.2f}", f"{c / rows * 1e9:.0f}")
        for name, (a, c) in taken.items()
    ]
    head = ("", "wall s", "CPU s", "times the first (wall)", "times the first (CPU)", "CPU ns a row")
    w.table(f"{rows:,} rows, Parquet to Parquet{', text codes' if text else ''}", head, lines)
    out.unlink(missing_ok=True)


def peak(path: Path, rows: int) -> None:
    """Prints the peak memory of fresh processes that stream the rows once."""
    lines = []
    for what, said in (("base", "read, one computed column, write"), ("tag", "one answer")):
        run = [sys.executable, __file__, "--peak", what, "--folder", str(path.parent), "--large", str(rows)]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        lines.append((said, done.stdout.strip().splitlines()[-1]))
    w.table(f"{rows:,} rows streamed by a fresh process", ("", "peak MB"), lines)


def one_peak(path: Path, what: str) -> None:
    """Streams once and prints this process's peak memory in MB."""
    out = path.with_name("peak.parquet")
    if what == "tag":
        columns.tag_file(path, out, w.MAP, findings=False, **w.ONE)
    else:
        base(path, out)
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    out.unlink()
    print(round(int(held.split()[1]) / 1024))


def growth(record: Record, rows: int, rounds: int) -> None:
    """Prints the cost of a row as the rule has more limbs and the table more states."""
    law, dice = Law(record, record.day), np.random.default_rng(5)
    plan = Plan({}, (want("war-crimes", ""),), "none", record.day)
    asked = asking(law, Names(record), plan, {})
    link, whole = AnyLink(rules.link), rules.JURISDICTION
    tables = {len(limbs_of(rule)): Rows(law, Cells(record), asked, rule=rule) for rule in (link, whole)}
    some = next(iter(tables.values()))
    places = dice.integers(1, some.lookups.ashore, rows).astype(np.int32)
    people = dice.integers(1, some.lookups.singles, rows).astype(np.int32)
    days = dice.integers(11_500, 20_700, rows).astype(np.int32)
    span = Span(days, days)
    tries: dict[str, Callable[[], Any]] = {
        f"{count} limbs": lambda held=held: held.answer(span, places, people, keys=False, links=False)  # type: ignore[misc]
        for count, held in tables.items()
    }
    growing(f"{rows:,} rows in memory, answers alone, by limbs of the rule", w.paired(tries, rounds), rows)
    tags = {
        count: columns.tagger_for(record, ["day", "place", "nationality"], w.MAP, **w.ONE) for count in (25, 100, 195)
    }
    frames = {count: w.world(record, rows, states=count) for count in tags}
    tries = {f"{count} states": lambda count=count: tags[count].frame(frames[count]) for count in tags}  # type: ignore[misc]
    growing(f"{rows:,} rows in memory, by states that occur", w.paired(tries, rounds), rows)


def growing(title: str, taken: w.Taken, rows: int) -> None:
    """Prints a table of costs beside the first."""
    wall, cpu = next(iter(taken.values()))
    lines = [(name, f"{c / rows * 1e9:.1f}", f"{a / wall:.2f}", f"{c / cpu:.2f}") for name, (a, c) in taken.items()]
    w.table(title, ("", "CPU ns a row", "times the first (wall)", "times the first (CPU)"), lines)


def main() -> None:
    """Runs what is asked and prints Markdown."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--only", nargs="+", choices=TABLES, default=list(TABLES))
    reader.add_argument("--rows", type=int, default=PART, help="rows of the tables file to file")
    reader.add_argument("--large", type=int, default=10 * PART, help="rows of the largest table")
    reader.add_argument("--memory", type=int, default=1_000_000, help="rows of the tables in memory")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--openfisca", default="", metavar="PYTHON", help="the Python of an environment with OpenFisca")
    reader.add_argument("--folder", default="", help="where made-up tables are kept; a temporary folder if not given")
    reader.add_argument("--peak", default="", help=argparse.SUPPRESS)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary)
        if asked.peak:
            return one_peak(path_of(folder, asked.large), asked.peak)
        record = Record.embedded()
        run(asked, record, folder)
    return None


def run(asked: argparse.Namespace, record: Record, folder: Path) -> None:
    """Prints the tables that are asked for."""
    started = time.monotonic()
    print(f"{w.machine()}; record {record.version}; medians of {asked.rounds} paired rounds", flush=True)
    if "memory" in asked.only:
        from columns_peers import in_memory  # what it imports would count as memory of a process that only streams

        in_memory(record, asked.memory, asked.rounds, asked.openfisca, folder)
    if "growth" in asked.only:
        growth(record, asked.memory, asked.rounds)
    if "files" in asked.only:
        files(record, made(record, asked.rows // 10, folder), asked.rows // 10, asked.rounds, more=False)
        files(record, made(record, asked.rows, folder), asked.rows, asked.rounds)
    if "large" in asked.only:
        files(record, made(record, asked.large, folder), asked.large, asked.rounds, more=False)
    if "peak" in asked.only:
        peak(made(record, asked.large, folder), asked.large)
    if "text" in asked.only:
        files(record, made(record, asked.rows, folder, text=True), asked.rows, asked.rounds, text=True)
    if "spark" in asked.only:
        from columns_spark import spark

        spark(record, made(record, asked.rows // 2, folder), asked.rows // 2, asked.rounds)
    print(f"\n{time.monotonic() - started:.0f} seconds in all", flush=True)


if __name__ == "__main__":
    main()
