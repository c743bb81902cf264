"""Spark: a data frame in, a data frame with answers out, by ``mapInArrow``: the tables run where the data lies.

Each worker folds once (or opens the fold kept on disk) and keeps its tables for all batches; answers and keys are those
that one process gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..errors import NotInstalled
from ..record.record import Record
from .duckdb import arrow_of
from .extras import pl
from .frames import tagger_for

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import IntegerType, StringType, StructField, StructType
except ImportError:
    raise NotInstalled("tagging in Spark", "spark") from None

__all__ = ["tag_spark"]


def tag_spark(
    frame: DataFrame, map: dict[str, str] | None = None, *, record_path: str = "", **options: Any
) -> DataFrame:
    """The frame with the columns of :func:`~ratione.columns.tag`.

    Workers need this package with the same record; ``record_path`` names another compiled record that all of them can read.
    """
    record = Record.open(record_path) if record_path else Record.embedded()
    tags = tagger_for(record, frame.columns, map, **options)
    options = {**options, "asked_on": tags.plan.asked_on}
    added = [
        StructField(name, IntegerType() if kind == pl.Int32 else StringType()) for name, kind in tags.schema.items()
    ]
    schema = StructType([*frame.schema.fields, *added])
    return frame.mapInArrow(worker(frame.columns, map, record_path, options), schema)


def worker(
    columns: list[str], map: dict[str, str] | None, record_path: str, options: dict[str, Any]
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """The function that a worker runs over its batches."""

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        tags = kept_tagger(columns, map, record_path, options)
        for batch in batches:
            yield from arrow_of(tags.frame(pl.from_arrow(batch))).to_batches()

    return run


KEPT: dict[str, Any] = {}
"""What tags, by what is asked: a worker process works for many partitions."""


def kept_tagger(columns: list[str], map: dict[str, str] | None, record_path: str, options: dict[str, Any]) -> Any:
    """What tags in this process, made once."""
    place = repr((columns, map, record_path, sorted(options.items(), key=str)))
    if place not in KEPT:
        record = Record.open(record_path) if record_path else Record.embedded()
        KEPT[place] = tagger_for(record, columns, map, **options)
    return KEPT[place]
