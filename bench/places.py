"""Places by coordinates at speed: ten million points to their ground, alone and with the table's country.

    python bench/places.py                  # 10 M points
    python bench/places.py --points 1000000

Points are spread evenly over the box that holds Africa, Europe and the Near East (about half on land), or scattered around
real towns as events are. CPU seconds stand beside wall seconds, because other work on the machine falsifies the latter.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from ratione import Law, Record
from ratione.columns.cells import Cells
from ratione.columns.placing import Placing
from ratione.columns.shapes import Shapes

TOWNS = Path(__file__).parents[1] / "tests" / "data" / "places.csv"


def timed(step: Callable[[], Any], rounds: int = 3) -> tuple[Any, dict[str, float]]:
    """What a step gives, with the least wall and CPU seconds of some rounds."""
    taken = []
    for _ in range(rounds):
        wall, spent = time.perf_counter(), time.process_time()
        found = step()
        taken.append((time.perf_counter() - wall, time.process_time() - spent))
    return found, {"wall": round(min(t[0] for t in taken), 2), "cpu": round(min(t[1] for t in taken), 2)}


def around_towns(count: int, dice: Any) -> tuple[Any, Any, list[str]]:
    """Points scattered around towns, most of them within thirty kilometres, and the ground that the town lies on."""
    with TOWNS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    which = dice.integers(0, len(rows), count)
    longitude, latitude = (np.array([float(row[name]) for row in rows]) for name in ("longitude", "latitude"))
    off = dice.normal(0, 0.15, (2, count))
    points = np.clip(longitude[which] + off[0], -180, 180), np.clip(latitude[which] + off[1], -90, 90)
    return *points, [rows[number]["ground"] for number in which.tolist()]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=10_000_000)
    count = parser.parse_args().points
    dice = np.random.default_rng(1)
    longitude, latitude = dice.uniform(-20, 60, count), dice.uniform(-35, 45, count)
    shapes, made = timed(lambda: Shapes.shipped(), 1)
    found, evenly = timed(lambda: shapes.at(longitude, latitude))
    record = Record.embedded()
    cells = Cells(record)
    placing = Placing(Law(record, record.day), cells, "finer", shapes)
    days = np.full(count, 16_000, np.int32)
    nobody = np.zeros(count, np.int32)
    alone, by_points = timed(lambda: placing.place(nobody, longitude, latitude, days), 2)
    east, north, grounds = around_towns(count, dice)
    numbers = {
        ground: cells.place(ground.partition(":")[0] if ":" in ground and ground[3] == ":" else ground)
        for ground in set(grounds)
    }
    table = np.array([numbers[ground] for ground in grounds], np.int32)
    both, by_both = timed(lambda: placing.place(table, east, north, days), 2)
    told = {
        "points": count,
        "load": round(os.getloadavg()[0], 1),
        "shapes opened and the grid made": made,
        "unit of points spread evenly": {**evenly, "on land": round(float((found > 0).mean()), 3)},
        "place by the rule, no country": {**by_points, "placed": round(float((alone.places > 0).mean()), 3)},
        "place by the rule, around towns, with the town's country": {
            **by_both,
            "agree": round(float((both.notes == 0).mean()), 3),
        },
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
