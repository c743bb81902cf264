"""Spark: tagging by ``mapInArrow`` on two local workers, warm, beside Spark's own reading and rewriting."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import columns_world as w

from ratione import Record

SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
}


def spark(record: Record, path: Path, rows: int, rounds: int) -> None:
    """Prints the table of Spark; wall seconds alone, since its workers are processes of their own."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    warnings.simplefilter("ignore")
    try:
        import pyspark.sql as sql

        from ratione.columns.spark import tag_spark
    except ImportError:
        print("\nSpark: not installed (pip install 'ratione[spark]')")
        return
    builder = sql.SparkSession.builder.master("local[2]").appName("ratione")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session: Any = builder.getOrCreate()
    out = path.with_name("spark-out")

    def written(frame: Any) -> None:
        frame.write.mode("overwrite").parquet(str(out))

    try:
        tries: dict[str, Callable[[], None]] = {
            "Spark reads and rewrites": lambda: written(session.read.parquet(str(path))),
            "tagged by mapInArrow": lambda: written(tag_spark(session.read.parquet(str(path)), w.MAP, **w.ONE)),
        }
        taken = w.paired(tries, rounds)
    finally:
        session.stop()
        shutil.rmtree(out, ignore_errors=True)
    first = taken["Spark reads and rewrites"][0]
    lines = [(name, f"{wall:.2f}", f"{wall / first:.2f}") for name, (wall, _) in taken.items()]
    w.table(f"{rows:,} rows in Spark, two local workers, warm", ("", "wall s", "times the first (wall)"), lines)
