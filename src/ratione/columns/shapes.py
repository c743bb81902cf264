"""Shapes: which ground a point lies on, by a grid of tenths of a degree and, where a border crosses a cell, by the exact lines.

A shape is geometry only; whose ground it is, and since when, the record says. The lines are Natural Earth's (public domain),
drawn by ``tools/shapes/build.py``; the grid is made from them when first asked for, so that the two cannot disagree.

>>> shapes = Shapes.shipped()
>>> [shapes.units[number] for number in shapes.at(np.array([25.35, 34.1]), np.array([13.63, 44.95])).tolist()]
['SDN:darfur', 'disputed:crimea']
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from .extras import np

__all__ = ["NOBODY", "SEA", "Around", "Shapes", "possible"]

SEA = 0
"""The number of what is no land of any ground."""

NOBODY = "-"
"""The unit of land that the record gives to nobody: unclaimed, or claimed by several and no place of the record."""

PER_DEGREE = 1000
"""Corners stand on whole parts of a degree."""

EDGE = 180 * PER_DEGREE - 0.001
"""Points on the line where the map is cut are read just beside it."""

CELL = 100
"""The side of a cell in those parts: a tenth of a degree."""

WIDE, HIGH = 3600, 1800
FROM_X, FROM_Y = 50.3717, 49.6283
"""Where in its cell a cell's own ground is read: at no corner of any line."""

CHUNK = 1 << 16


class Around(NamedTuple):
    """Grounds near points: pairs of a point's number and a unit, with their distance in degrees."""

    points: Any
    units: Any
    far: Any


def possible(longitude: Any, latitude: Any) -> Any:
    """Whether numbers are coordinates of a point on Earth; nought and nought are none that anybody meant."""
    with np.errstate(invalid="ignore"):
        inside = (np.abs(longitude) <= 180) & (np.abs(latitude) <= 90)
    return inside & ((longitude != 0) | (latitude != 0))


class Shapes:
    """Units with the lines between them, and the grid made from these.

    ``lines`` are four columns (from x, y to x, y in thousandths of a degree), ``sides`` the units to the left and right.
    """

    def __init__(self, units: list[str], lines: Any, sides: Any) -> None:
        self.units = tuple(units)
        self.lines = lines.astype(np.float64)
        self.sides = sides
        self.flips = sides[0] ^ sides[1]
        self.edges, cells = crossed(self.lines)
        self.starts = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]]))
        self.counts = np.diff(self.starts, append=len(cells))
        self.border = cells[self.starts]
        ground = self.ground()
        self.own = ground.ravel()[self.border]
        """The unit at the point of each border cell where its ground is read."""
        self.fixed = self.sides_of_cells()
        self.grid = self.cells(ground)

    @classmethod
    def shipped(cls) -> Shapes:
        """The shapes that come with the package; read once."""
        return shipped(str(Path(__file__).with_name("shapes.npz")))

    def ground(self) -> Any:
        """The unit of each cell where it is read: lines flip it from west to east."""
        x, y, to_x, to_y = self.lines.T
        low, high = np.minimum(y, to_y), np.maximum(y, to_y)
        first = np.ceil((low + 90 * PER_DEGREE - FROM_Y) / CELL).astype(np.int64)
        last = np.floor((high + 90 * PER_DEGREE - FROM_Y) / CELL).astype(np.int64)
        edges, rows = expanded(first, np.maximum(last - first + 1, 0))
        at = rows * CELL + FROM_Y - 90 * PER_DEGREE
        cut = x[edges] + (at - y[edges]) * (to_x[edges] - x[edges]) / (to_y[edges] - y[edges])
        column = np.ceil((cut + 180 * PER_DEGREE - FROM_X) / CELL).astype(np.int64)
        inside = column < WIDE
        flips = np.zeros(WIDE * HIGH, np.uint16)
        np.bitwise_xor.at(flips, (rows * WIDE + column)[inside], self.flips[edges][inside])
        return np.bitwise_xor.accumulate(flips.reshape(HIGH, WIDE), axis=1)

    def sides_of_cells(self) -> Any:
        """For each line in each border cell, on which side of it the cell's own point lies."""
        cells = np.repeat(self.border, self.counts)
        x, y, to_x, to_y = self.lines[self.edges].T
        own_x, own_y = own_point(cells)
        return (to_x - x) * (own_y - y) - (to_y - y) * (own_x - x) > 0

    def cells(self, ground: Any) -> Any:
        """What is looked up by cell: a unit, or below nought the number of a border cell."""
        grid = ground.astype(np.int32).ravel()
        grid[self.border] = -1 - np.arange(len(self.border))
        return grid

    @cached_property
    def beside(self) -> Any:
        """By cell, whether a line crosses it or one of those around it."""
        near = np.zeros((HIGH, WIDE), bool)
        near.ravel()[self.border] = True
        near |= np.roll(near, 1, 1) | np.roll(near, -1, 1)
        up, down = near[:-1].copy(), near[1:].copy()
        near[1:] |= up
        near[:-1] |= down
        return near.ravel()

    def at(self, longitude: Any, latitude: Any) -> Any:
        """The unit on which each point lies; 0 for the sea, and for what is no point."""
        found = np.zeros(len(longitude), np.uint16)
        for start in range(0, len(longitude), CHUNK):
            rows = slice(start, start + CHUNK)
            found[rows] = self.chunk(longitude[rows], latitude[rows])
        return found

    def chunk(self, longitude: Any, latitude: Any) -> Any:
        """The same for as many points as a processor's own memory holds."""
        x, y = np.clip(longitude * PER_DEGREE, -EDGE, EDGE), latitude * PER_DEGREE
        fine = possible(longitude, latitude)
        if not fine.all():
            x, y = np.where(fine, x, 0), np.where(fine, y, 0)
        found = self.grid.take(cell_of(x, y))
        rows = np.flatnonzero(found < 0)
        if len(rows):
            found[rows] = self.exact(-1 - found[rows], x[rows], y[rows])
        return np.where(fine, found, SEA)

    def exact(self, cells: Any, x: Any, y: Any) -> Any:
        """The units of points in border cells: the cell's own, flipped by each line between the cell's own point and them."""
        points, places = expanded(self.starts[cells], self.counts[cells])
        from_x, from_y = x[points], y[points]
        own_x, own_y = own_point(self.border[cells])
        dx, dy = (own_x - x)[points], (own_y - y)[points]
        a_x, a_y, b_x, b_y = self.lines[self.edges[places]].T
        one = dx * (a_y - from_y) - dy * (a_x - from_x) > 0
        other = dx * (b_y - from_y) - dy * (b_x - from_x) > 0
        side = (b_x - a_x) * (from_y - a_y) - (b_y - a_y) * (from_x - a_x) > 0
        flips = np.where((one != other) & (side != self.fixed[places]), self.flips[self.edges[places]], 0)
        firsts = np.cumsum(self.counts[cells]) - self.counts[cells]
        return self.own[cells] ^ np.bitwise_xor.reduceat(flips, firsts)

    def near_a_line(self, longitude: Any, latitude: Any) -> Any:
        """Whether a line may be within a tenth of a degree of points: only then is it worth asking what is around them."""
        return self.beside.take(cell_of(longitude * PER_DEGREE, latitude * PER_DEGREE))

    def around(self, longitude: Any, latitude: Any, far: Any) -> Around:
        """The units that have a line within ``far`` degrees (a tenth at most) of points, each pair once or more."""
        x, y = longitude * PER_DEGREE, latitude * PER_DEGREE
        far = np.broadcast_to(np.asarray(far, float), x.shape) * PER_DEGREE
        across, up = (x + 180 * PER_DEGREE) / CELL, (y + 90 * PER_DEGREE) / CELL
        column, row = np.minimum(across.astype(np.int64), WIDE - 1), np.minimum(up.astype(np.int64), HIGH - 1)
        reach = far / CELL
        points, lines, shifts = [], [], []
        for over in (-1, 0, 1):
            level = (row + over >= 0) & (row + over < HIGH) & within(up - row, over, reach)
            for aside in (-1, 0, 1):
                here = np.flatnonzero(level & within(across - column, aside, reach))
                to = column[here] + aside
                number = -1 - self.grid.take((row[here] + over) * WIDE + to % WIDE)
                border = np.flatnonzero(number >= 0)
                which, places = expanded(self.starts[number[border]], self.counts[number[border]])
                points.append(here[border[which]])
                lines.append(self.edges[places])
                shifts.append((to[border] // WIDE * 360.0 * PER_DEGREE)[which])
        point, line = np.concatenate(points), np.concatenate(lines)
        gap = distance(x[point] - np.concatenate(shifts), y[point], self.lines[line].T)
        close = np.flatnonzero(gap <= far[point])
        point, gap = point[close], gap[close] / PER_DEGREE
        units = self.sides[:, line[close]].astype(np.int64)
        both = np.concatenate([point, point]), units.ravel(), np.concatenate([gap, gap])
        land = both[1] != SEA
        return Around(*(column[land] for column in both))


def within(part: Any, aside: int, reach: Any) -> Any:
    """Whether the cell on that side is in reach of points that lie so far into their own; their own always is."""
    if aside == 0:
        return np.ones(len(part), bool)
    return part <= reach if aside < 0 else part >= 1 - reach


@cache
def shipped(path: str) -> Shapes:
    """The shapes in a file that ``tools/shapes/build.py`` made."""
    with np.load(path, allow_pickle=False) as held:
        bytes_of = held["steps"].transpose(0, 2, 1).copy()
        signed = bytes_of.view("<u4")[..., 0].astype(np.int64)
        steps = (signed >> 1) ^ -(signed & 1)
        lengths, starts, sides = held["lengths"], held["starts"].astype(np.int64), held["sides"]
        units = held["units"].tolist()
    edges = lengths - 1
    ends = np.cumsum(steps, axis=1)
    before = np.concatenate([[0], np.cumsum(edges)[:-1]])
    whole = np.concatenate([np.zeros((2, 1), np.int64), ends], axis=1)
    base = np.repeat(starts.T - whole[:, before], edges, axis=1)
    to = ends + base
    lines = np.stack([*(to - steps), *to], axis=1)
    return Shapes(units, lines, np.repeat(sides.T, edges, axis=1))


def cell_of(x: Any, y: Any) -> Any:
    """The cell in which points lie."""
    column = np.minimum(((x + 180 * PER_DEGREE) / CELL).astype(np.int64), WIDE - 1)
    row = np.minimum(((y + 90 * PER_DEGREE) / CELL).astype(np.int64), HIGH - 1)
    return row * WIDE + column


def own_point(cells: Any) -> tuple[Any, Any]:
    """Where cells are read."""
    return (
        cells % WIDE * CELL + (FROM_X - 180 * PER_DEGREE),
        cells // WIDE * CELL + (FROM_Y - 90 * PER_DEGREE),
    )


def expanded(starts: Any, counts: Any) -> tuple[Any, Any]:
    """For each run of numbers from a start, its own number and the numbers in it."""
    owner = np.repeat(np.arange(len(counts)), counts)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    return owner, np.repeat(starts, counts) + offset


def crossed(lines: Any) -> tuple[Any, Any]:
    """Every line with every cell that it may cross, each pair once, in the order of cells."""
    x, y, to_x, to_y = lines.T
    pieces = np.ceil(np.maximum(np.abs(to_x - x), np.abs(to_y - y)) / (CELL / 2)).astype(np.int64)
    edge, piece = expanded(np.zeros(len(lines), np.int64), pieces)
    dx, dy = ((to_x - x) / pieces)[edge], ((to_y - y) / pieces)[edge]
    start_x, start_y = x[edge] + piece * dx, y[edge] + piece * dy
    left, right = reach(start_x + 180 * PER_DEGREE, dx, WIDE)
    low, high = reach(start_y + 90 * PER_DEGREE, dy, HIGH)
    pairs = [low * WIDE + left, low * WIDE + right, high * WIDE + left, high * WIDE + right]
    more = [np.ones(len(edge), bool), right != left, high != low, (right != left) & (high != low)]
    keys = [cells[some] * len(lines) + edge[some] for cells, some in zip(pairs, more, strict=True)]
    every = np.sort(np.concatenate(keys))
    found = every[np.concatenate([[True], every[1:] != every[:-1]])]
    return found % len(lines), found // len(lines)


def reach(start: Any, step: Any, most: int) -> tuple[Any, Any]:
    """The first and last column or row into which pieces of lines reach; they are half a cell long at most."""
    lowest, highest = np.minimum(start, start + step) - 1e-6, np.maximum(start, start + step) + 1e-6
    return tuple(np.clip(np.floor(end / CELL), 0, most - 1).astype(np.int64) for end in (lowest, highest))


def distance(x: Any, y: Any, lines: Any) -> Any:
    """How far points are from lines, one by one."""
    a_x, a_y, b_x, b_y = lines
    dx, dy = b_x - a_x, b_y - a_y
    along = np.clip(((x - a_x) * dx + (y - a_y) * dy) / (dx * dx + dy * dy), 0, 1)
    return np.hypot(a_x + along * dx - x, a_y + along * dy - y)
