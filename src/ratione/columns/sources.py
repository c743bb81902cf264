"""Sources: tables on disk, as frames that are read piece by piece: one file, many, a pattern, or a folder of parts."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from glob import glob
from typing import Any

from polars.exceptions import PolarsError

from ..errors import InputError
from .extras import pl

__all__ = ["SUFFIXES", "first_line", "glob_safe", "kind_of", "said_source", "scanned"]

SUFFIXES = (
    ".parquet", ".pq", ".csv", ".csv.gz", ".csv.zst", ".tsv", ".tsv.gz", ".tsv.zst", ".arrow", ".feather", ".ipc",
)  # fmt: skip
"""The endings of files that are read and written."""

KINDS = {".pq": "parquet", ".parquet": "parquet", ".csv": "csv", ".tsv": "tsv"}
"""The kinds of files by their endings, without that of compression; all others are Arrow."""


def scanned(source: str | os.PathLike[str] | list[str], *, typed: bool = True) -> Any:
    """A lazy frame of a file, of many, of all that fit a pattern, or of all in a folder and the folders in it.

    Where it is not ``typed``, the values of text files stay the text they are. Folders such as ``year=2020`` give a column.
    """
    names = [str(name) for name in source] if isinstance(source, list) else [str(source)]
    paths = [path for name in names for path in paths_of(name)]
    if not paths:
        raise InputError(f"{', '.join(names)}: no such file")
    kinds = {kind_of(path) for path in paths}
    if len(kinds) > 1:
        raise InputError(f"files of one kind are tagged together; found {', '.join(sorted(kinds))}")
    try:
        return scan(kinds.pop(), paths, typed)
    except (PolarsError, OSError) as fault:
        raise InputError(f"{paths[0]}: cannot be read ({first_line(fault)})") from None


def paths_of(name: str) -> Iterator[str]:
    """The files that a word names, in order."""
    if os.path.isdir(name):
        found = [
            path
            for path in glob(os.path.join(glob_safe(name), "**"), recursive=True)
            if path.lower().endswith(SUFFIXES)
        ]
        if not found:
            raise InputError(f"{name}: the folder has no file that ends in one of {', '.join(SUFFIXES)}")
        yield from sorted(path for path in found if os.path.isfile(path))
    elif any(sign in name for sign in "*?[") and not os.path.exists(name):
        yield from sorted(glob(name, recursive=True))
    elif os.path.exists(name):
        yield name
    else:
        raise InputError(f"{name}: no such file")


def glob_safe(name: str) -> str:
    """A name of a folder in which no sign stands for others."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def scan(kind: str, paths: list[str], typed: bool) -> Any:
    """A lazy frame of files of one kind."""
    parted = any("=" in part for path in paths for part in path.split(os.sep)[:-1])
    if kind == "parquet":
        return pl.scan_parquet(paths, hive_partitioning=parted, glob=False)
    if kind == "arrow":
        return pl.scan_ipc(paths, hive_partitioning=parted, glob=False)
    return pl.scan_csv(
        paths, separator=separator_of(kind, paths[0]), infer_schema=typed, infer_schema_length=10_000, try_parse_dates=typed,
        glob=False,
    )  # fmt: skip


def separator_of(kind: str, path: str) -> str:
    """What stands between the values of a text file: a tab, or a comma unless its first line has semicolons alone."""
    if kind == "tsv":
        return "\t"
    if path.lower().endswith(".zst"):
        return ","
    with gzip.open(path) if path.lower().endswith(".gz") else open(path, "rb") as file:
        head = file.readline(1 << 16)
    if b"\0" in head:
        raise InputError(f"{path}: cannot be read (it is no UTF-8 text; {HINTS['utf-8']})")
    return ";" if b";" in head and b"," not in head else ","


def kind_of(path: str) -> str:
    """The kind of a file by its ending."""
    name = path.lower()
    if not name.endswith(SUFFIXES):
        raise InputError(f"{path}: expected a table that ends in one of {', '.join(SUFFIXES)}")
    ending = os.path.splitext(name.removesuffix(".gz").removesuffix(".zst"))[1]
    return KINDS.get(ending, "arrow")


def first_line(fault: BaseException) -> str:
    """The first line of what a library said, with what mends it where that is known."""
    said = (str(fault).strip() or type(fault).__name__).splitlines()[0]
    for sign, hint in HINTS.items():
        if sign in said:
            return f"{said}; {hint}"
    return said


HINTS = {
    "utf-8": "save the table as UTF-8 text",
    "InvalidFooter": "the file is cut short, or is an Arrow stream; save it as an Arrow file",
    "could not parse": "the column has other values than its first ones; write text (-o FILE.csv) to keep all as they are",
    "more fields than": "a line has more values than the first",
}
"""What mends a fault, by a sign in what the library says."""


def said_source(source: Any) -> str:
    """A table's name, or those of the first few."""
    names = [str(name) for name in source] if isinstance(source, list) else [str(source)]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
