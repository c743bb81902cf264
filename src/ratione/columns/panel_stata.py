"""Panels for Stata: a .dta file of format 118 with labels of variables and values, and notes.

An answer is 0 (no), 1 (yes) or .o (open), so that neither what is open nor what is missing (.) counts as a number; days are
Stata's own (%td).
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, BinaryIO

from ..dates import Day
from .extras import np, pl
from .panel_words import Column

__all__ = ["write_stata"]

BYTE, INT, LONG, DOUBLE = 65530, 65529, 65528, 65526
"""Types of numbers by Stata's codes; text of n bytes has the code n."""

MISSING_BYTE, MISSING_LONG = 101, 2_147_483_621
MISSING_DOUBLE = float(2.0**1023)
OPEN = 15
"""The place of .o after the plain missing value."""

EPOCH = (Day(1970, 1, 1) - Day(1960, 1, 1)).days
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CHUNK = 100_000


class Field:
    """A column as Stata holds it: its type, format, value label, and how its cells become numbers or bytes."""

    def __init__(self, column: Column, series: Any) -> None:
        self.column = column
        self.label = ""
        self.texts: Any = None
        if column.kind == "answer":
            self.type, self.format, self.dtype, self.label = BYTE, "%8.0g", "i1", "answer"
        elif column.kind == "word":
            self.type, self.format, self.dtype, self.label = BYTE, "%12.0g", "i1", column.column
        elif column.kind == "day":
            self.type, self.format, self.dtype = LONG, "%td", "<i4"
        elif column.kind in ("number", "count"):
            self.type, self.format, self.dtype = LONG, "%12.0g", "<i4"
        elif column.kind == "share":
            self.type, self.format, self.dtype = DOUBLE, "%9.0g", "<f8"
        else:
            known = series.cast(pl.String).fill_null("").unique().sort()
            self.texts = {word: word.encode("utf-8")[:2045] for word in known.to_list()}
            width = max([1, *map(len, self.texts.values())])
            self.type, self.format, self.dtype = width, f"%-{min(width, 40)}s", f"S{width}"

    def cells(self, series: Any) -> Any:
        """The cells of a stretch of the column."""
        kind = self.column.kind
        if self.texts is not None:
            words, codes = np.unique(series.cast(pl.String).fill_null("").to_numpy().astype(str), return_inverse=True)
            return np.array([self.texts[str(word)] for word in words], self.dtype)[codes]
        if kind == "answer":
            codes = np.array([0, MISSING_BYTE + OPEN, 1, MISSING_BYTE], np.int8)
            return codes[series.to_physical().cast(pl.Int64).fill_null(3).to_numpy()]
        if kind == "word":
            return series.to_physical().cast(pl.Int64).fill_null(MISSING_BYTE).to_numpy()
        if kind == "day":
            return (series.cast(pl.Int32) + EPOCH).fill_null(MISSING_LONG).to_numpy()
        if kind == "share":
            return series.fill_null(MISSING_DOUBLE).to_numpy()
        return series.cast(pl.Int64).fill_null(MISSING_LONG).to_numpy()


def write_stata(frame: Any, columns: list[Column], about: dict[str, str], part: Path) -> None:
    """Writes a .dta file; the record's version stands in its label and, with all else, in its notes."""
    fields = [Field(column, frame[column.column]) for column in columns]
    places = []
    with open(part, "wb") as file:
        places.append(file.tell())
        file.write(b"<stata_dta>" + header(frame.height, len(fields), about))
        places.append(file.tell())
        file.write(b"<map>" + bytes(14 * 8) + b"</map>")
        for tag, body in descriptors(fields, about):
            places.append(file.tell())
            file.write(b"<" + tag + b">" + body + b"</" + tag + b">")
        places.append(file.tell())
        file.write(b"<data>")
        write_rows(file, frame, fields)
        file.write(b"</data>")
        for tag, body in ((b"strls", b""), (b"value_labels", value_labels(fields))):
            places.append(file.tell())
            file.write(b"<" + tag + b">" + body + b"</" + tag + b">")
        places.append(file.tell())
        file.write(b"</stata_dta>")
        places.append(file.tell())
        file.seek(places[1] + len(b"<map>"))
        file.write(struct.pack("<14Q", *places))


def header(rows: int, count: int, about: dict[str, str]) -> bytes:
    """The head of the file; its time is the record's day, so that the same panel gives the same bytes."""
    label = f"ratione {about['panel']}, record {about['record']}".encode()[:80]
    day = Day.fromisoformat(about["record_day"])
    stamp = f"{day.day:2d} {MONTHS[day.month - 1]} {day.year:04d} 00:00".encode()
    return b"".join(
        (
            b"<header><release>118</release><byteorder>LSF</byteorder>",
            b"<K>" + struct.pack("<H", count) + b"</K>",
            b"<N>" + struct.pack("<Q", rows) + b"</N>",
            b"<label>" + struct.pack("<H", len(label)) + label + b"</label>",
            b"<timestamp>" + bytes([len(stamp)]) + stamp + b"</timestamp></header>",
        )
    )


def fixed(text: str, size: int) -> bytes:
    """A text in a field of so many bytes, ended by a zero."""
    held = text.encode("utf-8")[: size - 1]
    return held.decode("utf-8", "ignore").encode("utf-8").ljust(size, b"\0")


def descriptors(fields: list[Field], about: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """The parts that describe the variables, in the order of the format."""
    return [
        (b"variable_types", b"".join(struct.pack("<H", field.type) for field in fields)),
        (b"varnames", b"".join(fixed(field.column.column, 129) for field in fields)),
        (b"sortlist", bytes(2 * (len(fields) + 1))),
        (b"formats", b"".join(fixed(field.format, 57) for field in fields)),
        (b"value_label_names", b"".join(fixed(field.label, 129) for field in fields)),
        (b"variable_labels", b"".join(fixed(field.column.label[:80], 321) for field in fields)),
        (b"characteristics", characteristics(fields, about)),
    ]


def characteristics(fields: list[Field], about: dict[str, str]) -> bytes:
    """Notes on the whole and on each variable, as Stata keeps them."""
    noted = {"_dta": [f"{name}: {value}" for name, value in about.items()]}
    for field in fields:
        article = f" Article: {field.column.article}." if field.column.article else ""
        noted[field.column.column] = [f"{field.column.how}.{article}"]
    found = []
    for variable, notes in noted.items():
        found.append(characteristic(variable, "note0", str(len(notes))))
        found += [characteristic(variable, f"note{number}", note) for number, note in enumerate(notes, 1)]
    return b"".join(found)


def characteristic(variable: str, name: str, text: str) -> bytes:
    """One note."""
    body = fixed(variable, 129) + fixed(name, 129) + text.encode("utf-8") + b"\0"
    return b"<ch>" + struct.pack("<I", len(body)) + body + b"</ch>"


def write_rows(file: BinaryIO, frame: Any, fields: list[Field]) -> None:
    """The rows, a stretch at a time."""
    kind = np.dtype([(field.column.column, field.dtype) for field in fields])
    for start in range(0, frame.height, CHUNK):
        stretch = frame.slice(start, CHUNK)
        rows = np.zeros(stretch.height, kind)
        for field in fields:
            rows[field.column.column] = field.cells(stretch[field.column.column])
        file.write(rows.tobytes())


def value_labels(fields: list[Field]) -> bytes:
    """The words behind the numbers."""
    found = [value_label("answer", [(0, "no"), (1, "yes"), (MISSING_LONG + OPEN, "open")])]
    for field in fields:
        if field.column.kind == "word":
            found.append(value_label(field.label, list(enumerate(field.column.values.split("; ")))))
    return b"".join(found)


def value_label(name: str, pairs: list[tuple[int, str]]) -> bytes:
    """One table of words."""
    texts = [word.encode("utf-8") + b"\0" for _, word in pairs]
    offsets = [sum(map(len, texts[:place])) for place in range(len(texts))]
    table = struct.pack("<II", len(pairs), sum(map(len, texts)))
    table += struct.pack(f"<{len(pairs)}I", *offsets)
    table += struct.pack(f"<{len(pairs)}i", *(value for value, _ in pairs)) + b"".join(texts)
    return b"<lbl>" + struct.pack("<I", len(table)) + fixed(name, 129) + bytes(3) + table + b"</lbl>"
