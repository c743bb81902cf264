"""Shapes: each point lies on one ground, the grid says what the exact lines say, and every ground can be found."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from conftest import embedded
from hypothesis import given, settings
from hypothesis import strategies as st

from ratione.columns.cells import Cells
from ratione.columns.placing import BLUR, NEAR
from ratione.columns.shapes import NOBODY, Shapes, possible

DATA = Path(__file__).parents[1] / "data"
SHAPES = Shapes.shipped()
ON_THE_LINE = {"Nicosia", "Gibraltar", "Jerusalem"}
"""Towns of the table whose point Natural Earth draws on the other side of a line that runs through or beside them."""
WITHOUT_SHAPE = {
    "ANT": "dissolved: its islands have shapes of their own",
    "IOT": "a question that names it is put to disputed:diego-garcia",
    "PSE": "a question that names it is put to disputed:palestine, whose parts have shapes",
    "SDN": "drawn by its regions",
    "XKX": "a question that names it is put to disputed:kosovo",
    "disputed:palestine": "drawn by its parts",
}


def units(latitude, longitude):
    found = SHAPES.at(np.atleast_1d(np.array(longitude, float)), np.atleast_1d(np.array(latitude, float)))
    return [SHAPES.units[number] for number in found.tolist()]


def in_reach(latitude, longitude, far):
    near = SHAPES.around(np.array([longitude], float), np.array([latitude], float), far)
    return {SHAPES.units[number] for number in near.units.tolist()}


def golden():
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["ground"], row["name"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(file)
        ]


def test_every_town_lies_on_its_ground():
    rows = golden()
    found = units([row[2] for row in rows], [row[3] for row in rows])
    wrong = [
        (ground, name, unit)
        for (ground, name, latitude, longitude), unit in zip(rows, found, strict=True)
        if unit != ground and (unit or in_reach(latitude, longitude, NEAR) != {ground})
    ]
    assert {name for _, name, _ in wrong} == ON_THE_LINE
    for ground, name, latitude, longitude in rows:
        if name in ON_THE_LINE:
            assert ground in in_reach(latitude, longitude, BLUR)


def test_every_ground_of_the_record_has_a_shape_or_a_reason_for_none():
    cells = Cells(embedded())
    grounds = {str(ground) for ground in cells.grounds[2 : cells.ashore]}
    assert grounds - set(SHAPES.units) == set(WITHOUT_SHAPE)
    assert set(SHAPES.units) - grounds == {"", NOBODY}


def test_every_ground_with_a_shape_holds_a_point():
    towns = {ground for ground, *_ in golden()}
    for number, unit in enumerate(SHAPES.units[1:], 1):
        edges = np.flatnonzero((SHAPES.sides == number).any(axis=0))[:400]
        left, right = beside(edges)
        assert unit in {*left, *right} or unit in towns, unit


def beside(edges, off=0.02):
    """The units just left and just right of the middle of lines."""
    x, y, to_x, to_y = SHAPES.lines[edges].T
    length = np.hypot(to_x - x, to_y - y)
    across, up = (y - to_y) / length * off, (to_x - x) / length * off
    middle_x, middle_y = (x + to_x) / 2, (y + to_y) / 2
    return (
        units((middle_y + up) / 1000, (middle_x + across) / 1000),
        units((middle_y - up) / 1000, (middle_x - across) / 1000),
    )


def test_each_side_of_a_line_is_the_unit_that_the_line_says():
    edges = np.random.default_rng(4).choice(len(SHAPES.lines), 4000, replace=False)
    x, y, to_x, to_y = SHAPES.lines[edges].T
    edges = edges[(np.hypot(to_x - x, to_y - y) > 1) & (np.abs(x) < 179_990) & (np.abs(to_x) < 179_990)]
    left, right = beside(edges)
    said = [[SHAPES.units[number] for number in side] for side in SHAPES.sides[:, edges].tolist()]
    same = np.mean([[a == b for a, b in zip(*pair, strict=True)] for pair in zip((left, right), said, strict=True)])
    assert same > 0.999  # a second line may pass closer than the point is set off


def exact(longitude, latitude):
    """The units of points by every line there is: each that a ray to the west crosses flips the unit."""
    x, y, to_x, to_y = SHAPES.lines.T
    found = []
    for at_x, at_y in zip(longitude * 1000, latitude * 1000, strict=True):
        across = (y > at_y) != (to_y > at_y)
        cut = x[across] + (at_y - y[across]) * (to_x[across] - x[across]) / (to_y[across] - y[across])
        found.append(SHAPES.units[int(np.bitwise_xor.reduce(SHAPES.flips[across][cut < at_x], initial=0))])
    return found


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_grid_says_what_the_exact_lines_say(seed):
    draw = np.random.default_rng(seed)
    near = SHAPES.lines[draw.integers(0, len(SHAPES.lines), 30), :2] / 1000 + draw.normal(0, 0.03, (30, 2))
    anywhere = np.column_stack([draw.uniform(-180, 180, 20), draw.uniform(-60, 83, 20)])
    points = np.clip(np.concatenate([near, anywhere]), (-179.999, -89.9), (179.999, 89.9))
    assert units(points[:, 1], points[:, 0]) == exact(points[:, 0], points[:, 1])


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0, 0), (91, 10), (10, 181), (-90.5, 0), (float("nan"), 10), (10, float("nan"))]
)
def test_what_is_no_point_lies_nowhere(latitude, longitude):
    assert units(latitude, longitude) == [""]
    assert not possible(np.array([float(longitude)]), np.array([float(latitude)]))[0]


@pytest.mark.parametrize(
    ("latitude", "longitude", "unit"),
    [
        (66.5, 180, "RUS"),
        (66.5, -180, "RUS"),
        (66.5, 179.9999, "RUS"),
        (66.3, -173.0, "RUS"),
        (68.0, 178.0, "RUS"),
        (-16.95, 179.95, "FJI"),
        (-16.8, -179.95, "FJI"),
        (-89.99, 0.5, ""),
        (90, 0, ""),
        (0, -30, ""),
    ],
    ids=str,
)
def test_the_edges_of_the_map(latitude, longitude, unit):
    assert units(latitude, longitude) == [unit]


def test_reach_goes_over_the_edge_of_the_map():
    assert "RUS" in in_reach(65.06, -179.99, 0.1) or units(65.06, -179.99) == ["RUS"]
    west, east = in_reach(-16.8, -179.9999, 0.02), in_reach(-16.8, 179.9999, 0.02)
    assert west == east
