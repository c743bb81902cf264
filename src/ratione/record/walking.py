"""Every row of a record, with the words that say where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import fields

from .folder import SHELVES, file_of, on_shelf
from .record import Record
from .row import Row
from .text import NUMBERED

__all__ = ["Standing", "rows"]


class Standing(NamedTuple):
    """A row, where it stands (``states/ukr.toml, act 3``), and the row that it stands in, if any."""

    where: str
    row: Row
    inside: Row | None


def rows(record: Record) -> Iterator[Standing]:
    """Every row of the record; sources are no rows."""
    for shelf in SHELVES:
        for code, thing in on_shelf(record, shelf).items():
            if isinstance(thing, Row):
                yield from inner(file_of(shelf, code), thing, None)


def inner(where: str, row: Row, inside: Row | None) -> Iterator[Standing]:
    """The row, then every row in it, in the order of the text."""
    yield Standing(where, row, inside)
    for field in fields(type(row)):
        name = NUMBERED.get(field.encode_name, field.encode_name)
        value: Any = getattr(row, field.name)
        if isinstance(value, Row):
            yield from inner(f"{where}, {name}", value, row)
        elif isinstance(value, tuple):
            for count, item in enumerate(value, 1):
                if isinstance(item, Row):
                    yield from inner(f"{where}, {name} {count}", item, row)
