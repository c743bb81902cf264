"""Panels for Excel: a sheet of rows, a sheet that says how each column was computed, a sheet on the whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from ..dates import Day
from ..errors import InputError, NotInstalled
from .extras import pl
from .panel_words import Column

try:
    import xlsxwriter  # type: ignore[import-untyped]
except ImportError:
    xlsxwriter = None

__all__ = ["MOST_ROWS", "write_excel"]

MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds below its header."""


def write_excel(frame: Any, columns: list[Column], about: dict[str, str], part: Path) -> None:
    """Writes a workbook; what is missing is an empty cell, never a zero."""
    if xlsxwriter is None:
        raise NotInstalled("writing Excel files", "columns")
    if frame.height > MOST_ROWS:
        raise InputError(
            f"a sheet of Excel holds {MOST_ROWS:,} rows and the panel has {frame.height:,}; write .parquet or .csv, or ask "
            "for less with --from, --until or --states"
        )
    book = xlsxwriter.Workbook(
        str(part), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    try:
        fill(book, frame, columns, about)
    finally:
        book.close()  # also after a fault: it takes away what the library laid down meanwhile


def fill(book: Any, frame: Any, columns: list[Column], about: dict[str, str]) -> None:
    """The three sheets."""
    made = Day.fromisoformat(about["record_day"])
    book.set_properties(
        {"title": f"ratione panel {about['panel']}", "created": datetime(made.year, made.month, made.day),
         "comments": f"record {about['record']}, asked on {about['asked_on']}, {about['licence']}"}
    )  # fmt: skip
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    write_rows(book, frame, columns, bold)
    how = book.add_worksheet("how computed")
    for number, width in enumerate((26, 10, 46, 24, 90, 14)):
        how.set_column(number, number, width, wrapped)
    how.freeze_panes(1, 1)
    how.write_row(0, 0, Column._fields, bold)
    for place, column in enumerate(columns, 1):
        how.write_row(place, 0, column)
    whole = book.add_worksheet("about")
    whole.set_column(0, 0, 16)
    whole.set_column(1, 1, 90)
    for place, pair in enumerate(about.items()):
        whole.write_row(place, 0, pair)


def write_rows(book: Any, frame: Any, columns: list[Column], bold: Any) -> None:
    """The sheet of rows."""
    as_day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("panel")
    sheet.freeze_panes(1, 2)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, 12, as_day if column.kind == "day" else None)
    sheet.autofilter(0, 0, frame.height, len(columns) - 1)
    sheet.write_row(0, 0, frame.columns, bold)
    enums = [name for name, kind in frame.schema.items() if isinstance(kind, pl.Enum)]
    days = {number for number, column in enumerate(columns) if column.kind == "day"}
    rows = frame.with_columns(pl.col(enums).cast(pl.String)) if enums else frame
    for place, row in enumerate(rows.iter_rows(), 1):
        for number, value in enumerate(row):
            if value is None:
                continue
            if number in days:
                sheet.write_datetime(place, number, value, as_day)
            elif isinstance(value, str):
                sheet.write_string(place, number, value)
            else:
                sheet.write_number(place, number, value)
