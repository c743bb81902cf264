"""Compare: the rows of a table whose answer changes under a supposition, counted by place and year, with examples."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any, NamedTuple

from polars.exceptions import PolarsError

from ..timelines.law import Law
from .extras import pl
from .files import said_error
from .frames import planned
from .sources import scanned
from .tagger import Tagger

__all__ = ["Change", "compare_file"]

EXAMPLES = 3


class Change(NamedTuple):
    """Rows of one column, place and year whose answer changes, with the numbers of the first few (the first row is 0)."""

    column: str
    place: str
    year: int | None
    before: str
    after: str
    rows: int
    examples: tuple[int, ...]


def compare_file(
    source: str | os.PathLike[str] | list[str],
    before: Law,
    after: Law,
    map: dict[str, str] | None = None,
    **options: Any,
) -> tuple[int, list[Change]]:
    """How many rows there are, and every change between two laws, the most frequent first."""
    frame = scanned(source)
    try:
        columns = frame.collect_schema().names()
        plan = planned(before.record, columns, map, asked_on=before.asked_on, **options)
        tags = [Tagger(law, plan, beside=()) for law in (before, after)]
        counts: Counter[Any] = Counter()
        examples: dict[Any, list[int]] = {}
        done = 0
        for batch in frame.collect_batches(maintain_order=True):
            for key, row in changes(tags, batch, done):
                counts[key] += 1
                if counts[key] <= EXAMPLES:
                    examples.setdefault(key, []).append(row)
            done += batch.height
    except (PolarsError, OSError) as fault:
        raise said_error(fault, source) from None
    return done, [
        Change(column, place, year, was, becomes, rows, tuple(examples[column, place, year, was, becomes]))
        for (column, place, year, was, becomes), rows in counts.most_common()
    ]


def changes(tags: list[Tagger], batch: Any, start: int) -> Any:
    """Each changed cell of a batch: its column, place, year, both answers, and the number of its row."""
    one, other = (tagger.tags(batch) for tagger in tags)
    span, places, _ = tags[0].read(batch)
    years = pl.Series(span.first).cast(pl.Date).dt.year().to_list()
    for name in one.columns:
        if name not in other.columns:
            continue
        a, b = one[name].cast(pl.String), other[name].cast(pl.String)
        for row in (a != b).arg_true().to_list():
            yield (name, tags[0].cells.said_place(int(places[row])), years[row], a[row], b[row]), start + row
