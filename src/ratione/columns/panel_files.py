"""Panels on disk: CSV, Parquet, Stata, Excel or SQLite, whole or not at all, each with its data dictionary and the record's
version."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from polars.exceptions import PolarsError

from ..errors import FactError, InputError, near
from .extras import pl
from .files import whole
from .panel_excel import write_excel
from .panel_stata import write_stata
from .panels import Panel

__all__ = ["ENDINGS", "beside", "panel_format", "write_panel"]

ENDINGS = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".dta": "stata",
    ".xlsx": "excel",
    ".sqlite": "sqlite",
    ".db": "sqlite",
}
"""Endings of the files that are written, each with its format."""

SQL_TYPES = {"number": "INTEGER", "count": "INTEGER", "share": "REAL"}

CHUNK = 50_000


def panel_format(out: str | os.PathLike[str]) -> str:
    """The format of a file by its ending, or an error with the nearest."""
    ending = Path(out).suffix.casefold()
    if ending not in ENDINGS:
        expected = "the name of a file that ends in one of " + ", ".join(ENDINGS)
        raise FactError("out", str(out), expected, hint=near(ending, ENDINGS))
    return ENDINGS[ending]


def write_panel(made: Panel, out: str | os.PathLike[str]) -> None:
    """Writes a panel in the format of the file's ending; a CSV file gets its dictionary beside it.

    >>> from tempfile import TemporaryDirectory
    >>> from ratione.columns import make_panel
    >>> with TemporaryDirectory() as folder:
    ...     write_panel(make_panel("treaty-member", states=["MYS"]), f"{folder}/mys.csv")
    ...     sorted(os.listdir(folder))
    ['mys.csv', 'mys.dictionary.csv']
    """
    kind = panel_format(out)
    if os.path.isdir(out):
        raise FactError("out", str(out), "the name of a file, not of a folder")
    try:
        with whole(out) as part:
            WRITERS[kind](made, part)
            if kind == "csv":
                with whole(beside(out)) as other:
                    with_about(made).write_csv(other)
    except (PolarsError, sqlite3.Error, OSError) as fault:
        said = (str(fault).strip() or type(fault).__name__).splitlines()[0]
        full = getattr(fault, "errno", None) == 28 or "No space left" in str(fault) or "disk is full" in str(fault)
        raise InputError(f"{out}: {'no space is left on the disk' if full else said}; nothing was written") from None


def beside(out: str | os.PathLike[str]) -> Path:
    """Where the dictionary of a CSV file stands.

    >>> str(beside("panel.csv"))
    'panel.dictionary.csv'
    """
    return Path(out).with_suffix(".dictionary.csv")


def with_about(made: Panel) -> Any:
    """The dictionary with what the panel was made of in every row, for files that have no other place for it."""
    kept = ("panel", "spine", "record", "asked_on", "licence")
    return made.dictionary.with_columns(pl.lit(made.about[name]).alias(name) for name in kept)


def notes_of(made: Panel) -> str:
    """What the panel was made of and its dictionary as JSON."""
    return json.dumps({**made.about, "columns": made.dictionary.to_dicts()}, ensure_ascii=False)


def write_csv(made: Panel, part: Path) -> None:
    """As CSV: words for answers, ISO days, nothing for what is missing."""
    made.frame.write_csv(part)


def write_parquet(made: Panel, part: Path) -> None:
    """As Parquet, with notes in the metadata of the file."""
    made.frame.write_parquet(part, metadata={"ratione": notes_of(made)})


def write_sqlite(made: Panel, part: Path) -> None:
    """As SQLite: the tables ``panel``, ``dictionary`` and ``about``, indexed by unit and year."""
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.execute("BEGIN")
        kinds = {column.column: SQL_TYPES.get(column.kind, "TEXT") for column in made.columns}
        put(base, "panel", kinds, made.frame)
        put(base, "dictionary", dict.fromkeys(made.dictionary.columns, "TEXT"), made.dictionary)
        about = pl.DataFrame({"name": list(made.about), "value": list(made.about.values())})
        put(base, "about", {"name": "TEXT", "value": "TEXT"}, about)
        first = list(kinds)[: 2 if "year" not in kinds else 1]
        for name in dict.fromkeys([*first, *(name for name in ("year",) if name in kinds)]):
            base.execute(f'CREATE INDEX "panel_{name}" ON panel ("{name}")')
        base.execute("COMMIT")


def put(base: sqlite3.Connection, table: str, kinds: dict[str, str], frame: Any) -> None:
    """A frame as a table."""
    said = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
    base.execute(f'CREATE TABLE "{table}" ({said})')
    words = [name for name, kind in kinds.items() if kind == "TEXT"]
    places = ", ".join("?" * len(kinds))
    for start in range(0, frame.height, CHUNK):
        rows = frame.slice(start, CHUNK).with_columns(pl.col(words).cast(pl.String))
        base.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows.iter_rows())  # noqa: S608 - names are ours


WRITERS: dict[str, Callable[[Panel, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "stata": lambda made, part: write_stata(made.frame, made.columns, made.about, part),
    "excel": lambda made, part: write_excel(made.frame, made.columns, made.about, part),
    "sqlite": write_sqlite,
}
