"""Engines: one process, DuckDB and a cluster give the same answers and the same keys."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polars as pl
import pytest

from ratione import columns

duckdb = pytest.importorskip("duckdb")
GED = Path(__file__).parents[1] / "data" / "ged_extract.parquet"
SAME = [
    "id",
    "if_genocide_or_crime_against_humanity",
    "if_war_crime",
    "if_aggression",
    "by_territory",
    "by_council",
    "link",
    "place_used",
    "place_by_coordinates",
    "place_note",
    "finding_place",
    "finding_person",
]


@pytest.fixture(scope="module")
def alone():
    """What one process gives."""
    return plain(columns.tag(pl.read_parquet(GED)))


def plain(frame):
    words = [pl.col(name).cast(pl.String) for name, kind in frame.schema.items() if kind in (pl.Enum, pl.Categorical)]
    return frame.with_columns(words).select(SAME).sort("id")


def test_duckdb_gives_what_one_process_gives(alone):
    from ratione.columns.duckdb import tag_relation

    connection = duckdb.connect()
    tagged = tag_relation(connection, connection.sql(f"select * from '{GED}'")).pl()
    assert plain(tagged).equals(alone)


def test_a_table_in_many_files_gives_what_one_file_gives(alone, tmp_path):
    frame = pl.read_parquet(GED)
    for number, part in enumerate(frame.iter_slices(20_000)):
        part.write_parquet(tmp_path / f"part-{number}.parquet")
    columns.tag_file(str(tmp_path / "part-*.parquet"), tmp_path / "out.parquet", findings=False)
    assert plain(pl.read_parquet(tmp_path / "out.parquet")).equals(alone)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_two_workers_of_spark_give_what_one_process_gives(alone, tmp_path, monkeypatch):
    import pyspark.sql as sql

    from ratione.columns.spark import tag_spark

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
    }
    builder = sql.SparkSession.builder.master("local[2]").appName("ratione")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        tag_spark(session.read.parquet(str(GED)).repartition(2), {}).write.parquet(str(tmp_path / "out"))
    finally:
        session.stop()
    assert plain(pl.read_parquet(tmp_path / "out" / "*.parquet")).equals(alone)
