"""DuckDB: a relation in, a relation with answers out, by way of Arrow batches; nothing is copied to a file.

>>> import duckdb
>>> con = duckdb.connect()
>>> relation = con.sql("select date '2022-03-04' as day, 'UKR' as place")
>>> tag_relation(con, relation, {"date": "day", "territory": "place"}).project("if_war_crime").fetchall()
[('yes',)]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import NotInstalled
from ..record.record import Record
from .extras import pa, pl
from .frames import tagger_for

try:
    import duckdb
except ImportError:
    raise NotInstalled("tagging in DuckDB", "columns") from None

__all__ = ["tag_relation"]

ROWS = 122_880
"""Rows in a batch: as many as DuckDB keeps in a row group."""


def tag_relation(
    connection: duckdb.DuckDBPyConnection,
    relation: duckdb.DuckDBPyRelation,
    map: dict[str, str] | None = None,
    *,
    record: Record | None = None,
    **options: Any,
) -> duckdb.DuckDBPyRelation:
    """The relation with the columns of :func:`~ratione.columns.tag`; it streams once, so write it or make it a table."""
    batches = (
        relation.to_arrow_reader(ROWS) if hasattr(relation, "to_arrow_reader") else relation.fetch_arrow_reader(ROWS)
    )
    tags = tagger_for(record, batches.schema.names, map, **options)
    schema = arrow_of(tags.frame(pl.from_arrow(batches.schema.empty_table()))).schema

    def tagged() -> Iterator[Any]:
        for batch in batches:
            table = arrow_of(tags.frame(pl.from_arrow(batch)))
            yield from table.cast(schema).to_batches()

    return connection.cursor().from_arrow(pa.RecordBatchReader.from_batches(schema, tagged()))


def arrow_of(frame: Any) -> Any:
    """A frame as an Arrow table of types that every engine reads: words instead of categories."""
    words = [pl.col(name).cast(pl.String) for name, kind in frame.schema.items() if kind in (pl.Enum, pl.Categorical)]
    return frame.with_columns(words).to_arrow(compat_level=pl.CompatLevel.oldest())
