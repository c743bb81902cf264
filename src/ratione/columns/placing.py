"""Placing: which ground a row has, where a table gives a country, coordinates, or both.

Every ground within reach of a point is a candidate, because borders are drawn to about two kilometres and coordinates
seldom better. The table's country picks among them; where several remain, the table's wider place stays, but a contested
place is believed where the point lies in it, because no country code can name it. Without a country it stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import Any, Literal, NamedTuple

from ..dates import Day
from ..timelines.law import Law
from ..timelines.places import Ground, claimants
from .cells import UNKNOWN_CELL, Cells
from .extras import np, pl
from .fold import ordinal
from .reading import NOT_GIVEN, Unread, count_unread
from .shapes import NOBODY, SEA, Shapes, possible

__all__ = [
    "BLUR",
    "COLUMNS",
    "NEAR",
    "NOTES",
    "PLACES",
    "Placed",
    "Places",
    "Placing",
    "coordinates",
    "count_impossible",
]

COLUMNS = ("place_used", "place_by_coordinates", "place_note")
"""What stands beside the answers where the table has coordinates: the place that counts, that of the coordinates, and why."""

Places = Literal["finer", "shape", "table", "none"]
"""Which of the two counts: the finer (the rule of this module), coordinates alone, the table alone where it gives a place, or
the table alone, coordinates not being read."""

PLACES = ("finer", "shape", "table", "none")

BLUR = 0.02
"""How far, in degrees, a border may be from where it is drawn (2.2 km; 88 % of the points of UCDP GED that lie in another
country than the table says are no farther from the one it says)."""

NEAR = 0.05
"""How far off a coast, in degrees, a point at sea still counts as ashore (5.5 km, less from east to west)."""

NOTES = (
    "",
    "by coordinates",
    "by coordinates, finer than the table",
    "by coordinates: contested, and the table writes it under another",
    "by coordinates: contested, and its line is near",
    "by coordinates: the table gives another",
    "by coordinates: just off the coast",
    "by the table: coordinates lie just across a border",
    "by the table: coordinates lie elsewhere",
    "by the table: coordinates at sea or on no land of the record",
    "by the table: coordinates on contested land that the record does not know",
    "by the table: too near an inner border to tell",
    "by the table: no coordinates",
    "by the table: coordinates too rough",
    "open: too near a border to tell",
    "open: in a contested place, and the table gives another",
    "open: coordinates at sea or on no land of the record",
    "open: coordinates on contested land that the record does not know",
    "open: no coordinates",
    "open: coordinates too rough",
)
"""What the column ``place_note`` may say; empty where the table and the coordinates agree."""

(SAME, ONLY, FINER, CONTESTED, CLOSE, OTHER, COAST, ACROSS, ELSEWHERE, TABLE_SEA, TABLE_NOBODY, INNER, TABLE_NONE,
 TABLE_ROUGH, OPEN_NEAR, OPEN_CONTESTED, OPEN_SEA, OPEN_NOBODY, OPEN_NONE, OPEN_ROUGH) = range(len(NOTES))  # fmt: skip
WITHOUT_LAND = {
    TABLE_ROUGH: OPEN_ROUGH, TABLE_SEA: OPEN_SEA, TABLE_NOBODY: OPEN_NOBODY, TABLE_NONE: OPEN_NONE, INNER: OPEN_NEAR,
}  # fmt: skip
AFLOAT = ("vessel", "aircraft", "eez", "highseas")
CHUNK = 1 << 15

MOST = 4
"""So many candidates beside the ground of the point itself are told apart."""


class Placed(NamedTuple):
    """For each row: the number of its place, that of the place at its coordinates (0 for none), and the note."""

    places: Any
    found: Any
    notes: Any


class Placing:
    """Puts rows on the grounds of a record; ``counts`` tells table, coordinates and note of all rows that do not agree."""

    def __init__(self, law: Law, cells: Cells, which: Places, shapes: Shapes | None = None) -> None:
        self.law, self.cells, self.which = law, cells, which
        self.shapes = shapes or Shapes.shipped()
        self.numbers = np.array([self.number(word) for word in self.shapes.units], np.int32)
        """The number of the place of each unit."""
        self.nobody = self.shapes.units.index(NOBODY)
        self.days = sorted({row.until for code in law.record.states for row in law.record.states[code].predecessors})
        size = (len(self.days) + 1) * len(cells.grounds) * len(self.shapes.units)
        self.plain = np.full(size, -1, np.int32)
        """By time, table and unit, the place and note of points far from any border; -1 where not worked out yet."""
        self.known: dict[int, int] = {}
        """The same of points with borders near, by time, table, unit and the units in reach."""
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def number(self, unit: str) -> int:
        """The number of the place that a unit is; that of none for the sea and nobody's land."""
        return UNKNOWN_CELL if unit in ("", NOBODY) else self.cells.place(unit)

    def place(self, table: Any, longitude: Any, latitude: Any, days: Any, rough: Any = None) -> Placed:
        """The places of rows, ``table`` the numbers of those that the table gives; no coordinates count where ``rough``."""
        fine = possible(longitude, latitude)
        units = self.shapes.at(longitude, latitude)
        found = self.numbers.take(units)
        places, notes = np.array(table, np.int32), np.zeros(len(table), np.uint8)
        notes[~fine] = TABLE_NONE
        if rough is not None:
            fine, notes[rough], found[rough] = fine & ~rough, TABLE_ROUGH, UNKNOWN_CELL
        rows = np.flatnonzero(fine & ((found != table) | (found == UNKNOWN_CELL)) & (table < len(self.cells.grounds)))
        if len(rows):
            self.enter(rows, places, notes, units, longitude, latitude, days)
        unsaid = np.flatnonzero((places == UNKNOWN_CELL) & np.isin(notes, list(WITHOUT_LAND)))
        notes[unsaid] = self.without.take(notes[unsaid])
        self.count(table, found, notes)
        return Placed(places, found, notes)

    @cached_property
    def without(self) -> Any:
        """The note of a row whose table gives no place either."""
        return np.array([WITHOUT_LAND.get(note, note) for note in range(len(NOTES))], np.uint8)

    def enter(self, rows: Any, places: Any, notes: Any, units: Any, longitude: Any, latitude: Any, days: Any) -> None:
        """Enters place and note of the rows where the table and the coordinates are not plainly the same."""
        times = np.searchsorted(np.array([ordinal(day) for day in self.days]), days[rows], side="right")
        key = (times * len(self.cells.grounds) + places[rows]) * len(self.shapes.units) + units[rows]
        near = self.shapes.near_a_line(longitude[rows], latitude[rows])
        far = np.flatnonzero(~near)
        decided = np.zeros(len(rows), np.int32)
        decided[far] = self.plainly(key[far])
        close = np.flatnonzero(near)
        for start in range(0, len(close), CHUNK):
            some = close[start : start + CHUNK]
            decided[some] = self.closely(key[some], units[rows[some]], longitude[rows[some]], latitude[rows[some]])
        places[rows], notes[rows] = decided // len(NOTES), decided % len(NOTES)

    def plainly(self, keys: Any) -> Any:
        """Places and notes, packed, of points with no border near."""
        found = self.plain.take(keys)
        if len(found) and found.min() < 0:
            for key in np.unique(keys[found < 0]).tolist():
                self.plain[key] = self.packed([key])
            found = self.plain.take(keys)
        return found

    def closely(self, keys: Any, units: Any, longitude: Any, latitude: Any) -> Any:
        """The same of points with a border near: with the units in reach as well."""
        count = len(self.shapes.units)
        packed = keys.astype(np.int64)
        for column in self.beside(units, longitude, latitude).T:
            packed = packed * count + column
        values, inverse = np.unique(packed, return_inverse=True)
        for value in values.tolist():
            if value not in self.known:
                rest, others = value, []
                for _ in range(MOST):
                    rest, other = divmod(rest, count)
                    others.append(other)
                self.known[value] = self.packed([rest, *reversed(others)])
        return np.array([self.known[value] for value in values.tolist()], np.int32)[inverse]

    def beside(self, units: Any, longitude: Any, latitude: Any) -> Any:
        """The units within reach of points, but for their own: the lowest few of each, the rest 0."""
        reach = np.where(units == SEA, NEAR, BLUR)
        near = self.shapes.around(longitude, latitude, reach)
        other = near.units != units[near.points]
        count = len(self.shapes.units)
        pairs = np.unique(near.points[other] * count + near.units[other])
        points, found = pairs // count, pairs % count
        first = np.searchsorted(points, np.arange(len(units)))
        rank = np.arange(len(points)) - first[points]
        table = np.zeros((len(units), MOST), np.int64)
        kept = rank < MOST
        table[points[kept], rank[kept]] = found[kept]
        return table

    def packed(self, key: list[int]) -> int:
        """The place and note of a key, as one number."""
        rest, unit = divmod(key[0], len(self.shapes.units))
        time, table = divmod(rest, len(self.cells.grounds))
        place, note = self.decide(time, table, unit, [other for other in key[1:] if other])
        return place * len(NOTES) + note

    def decide(self, time: int, table: int, unit: int, others: list[int]) -> tuple[int, int]:
        """The place and the note of a point on a unit with others in reach, where the table gives a place."""
        if self.which == "shape":
            return self.by_shape(time, table, unit, others)
        place, note = self.by_rule(time, table, unit, others)
        if self.which == "table" and table != UNKNOWN_CELL and place != table:
            return table, SAME if note == FINER else ELSEWHERE
        return place, note

    def by_shape(self, time: int, table: int, unit: int, others: list[int]) -> tuple[int, int]:
        """Coordinates alone: the point's own ground, or the one off whose coast it lies; else what the table gives."""
        at_sea = unit == SEA and len(others) == 1
        found = int(self.numbers[others[0] if at_sea else unit])
        if found == UNKNOWN_CELL:
            return table, TABLE_NOBODY if unit == self.nobody else TABLE_SEA
        if table in (UNKNOWN_CELL, found):
            return found, SAME if table else COAST if at_sea else ONLY
        return found, FINER if self.fits(time, table, found) else OTHER

    def by_rule(self, time: int, table: int, unit: int, others: list[int]) -> tuple[int, int]:
        """The rule: candidates in reach, the table picks."""
        if table == UNKNOWN_CELL:
            return self.alone(unit, others)
        ground = self.cells.grounds[table]
        if ground is None or ground.kind in AFLOAT:
            return table, SAME
        if unit == self.nobody:
            return table, TABLE_NOBODY
        if unit == SEA and len(others) == 1:
            unit, others = others[0], []
        own, beside = int(self.numbers[unit]), [int(self.numbers[other]) for other in others]
        around = [place for place in (own, *beside) if place]
        fit = [place for place in around if self.fits(time, table, place)]
        contested = own != UNKNOWN_CELL and self.ground(own).kind == "disputed" and ground.kind != "disputed"
        if contested and own not in fit and self.counted(own, ground):
            return own, CLOSE if fit else CONTESTED
        if contested and not fit:
            return UNKNOWN_CELL, OPEN_CONTESTED
        if not fit:
            return table, ELSEWHERE if around else TABLE_SEA
        if len(fit) == 1:
            return fit[0], FINER if fit[0] != table else SAME if own in (table, UNKNOWN_CELL) else ACROSS
        return (own, CLOSE) if contested and own in fit else (table, INNER)

    def alone(self, unit: int, others: list[int]) -> tuple[int, int]:
        """The place and note of a point where the table gives none."""
        if unit == SEA:
            if len(others) == 1 and others[0] != self.nobody:
                return int(self.numbers[others[0]]), COAST
            return UNKNOWN_CELL, OPEN_NEAR if others else OPEN_SEA
        if unit == self.nobody:
            return UNKNOWN_CELL, OPEN_NOBODY
        return (UNKNOWN_CELL, OPEN_NEAR) if others else (int(self.numbers[unit]), ONLY)

    def ground(self, place: int) -> Ground:
        """The ground of a place that a unit is."""
        found = self.cells.grounds[place]
        assert found is not None
        return found

    def fits(self, time: int, table: int, place: int) -> bool:
        """Whether a place is the table's, or a part of it by the record's own lines at that time."""
        wide, narrow = self.cells.grounds[table], self.ground(place)
        if table == place:
            return True
        if wide is None or wide.region or wide.kind in AFLOAT:
            return False
        record = self.law.record
        if wide.kind == "disputed":
            return narrow.kind == "disputed" and wide.code not in self.drawn and self.shared(wide, narrow)
        if narrow.kind == "disputed":
            return wide.code in claimants(self.law, narrow)
        if narrow.code in record.territories:
            return record.territories[narrow.code].parent == wide.code
        if narrow.code == wide.code:
            return bool(narrow.region)
        return not narrow.region and self.holder(narrow.code, time) == wide.code

    @cached_property
    def drawn(self) -> set[str]:
        """The contested places that have a shape."""
        return {word.partition(":")[2] for word in self.shapes.units if word.startswith("disputed:")}

    def shared(self, one: Ground, other: Ground) -> bool:
        """Whether two contested places are held by the same states."""
        return claimants(self.law, one) == claimants(self.law, other)

    def counted(self, place: int, ground: Ground) -> bool:
        """Whether tables are known to write a contested place under the code of that state."""
        return ground.kind == "land" and ground.code in self.law.record.places[self.ground(place).code].counted_under

    def holder(self, code: str, time: int) -> str:
        """The state that stood under a code at a time, by the days on which any code changed hands."""
        day = self.days[time - 1] if time else Day.min
        rows = sorted(self.law.record.states[code].predecessors, key=lambda row: row.until)
        place = bisect_right([row.until for row in rows], day)
        return rows[place].state if place < len(rows) else code

    def said(self, placed: Placed) -> dict[str, str]:
        """What the columns say of the first row."""
        words = [self.cells.said_place(int(numbers[0])) for numbers in (placed.places, placed.found)]
        return dict(zip(COLUMNS, (*words, NOTES[int(placed.notes[0])]), strict=True))

    def count(self, table: Any, found: Any, notes: Any) -> None:
        """Counts the rows of each note, with what the table and the coordinates say."""
        odd = np.flatnonzero(notes > FINER)
        pairs = (table[odd].astype(np.int64) << 32 | found[odd]) * len(NOTES) + notes[odd]
        for value, count in zip(*np.unique(pairs, return_counts=True), strict=True):
            pair, note = divmod(int(value), len(NOTES))
            said = self.cells.said_place(pair >> 32), self.cells.said_place(pair & 0xFFFFFFFF)
            self.counts[(*said, NOTES[note])] += int(count)


def coordinates(series: Any, field: str, unread: Unread) -> Any:
    """A column of degrees as numbers; what is given and no number is counted."""
    if series.dtype.is_numeric():
        return series.cast(pl.Float64).fill_null(float("nan")).to_numpy()
    text = series.cast(pl.String, strict=False).str.strip_chars().replace("", None)
    numbers = text.cast(pl.Float64, strict=False)
    if numbers.null_count() > text.null_count():
        count_unread(text, (text.is_not_null() & numbers.is_null()).to_numpy(), field, "no number of degrees", unread)
    return numbers.fill_null(float("nan")).to_numpy()


def count_impossible(longitude: Any, latitude: Any, unread: Unread) -> None:
    """Counts the rows that have coordinates of no point that is meant: nought and nought, or beyond the globe; or none."""
    with np.errstate(invalid="ignore"):
        beyond = int(((np.abs(longitude) > 180) | (np.abs(latitude) > 90)).sum())
    nought = int(((longitude == 0) & (latitude == 0)).sum())
    missing = int((np.isnan(longitude) | np.isnan(latitude)).sum())
    for value, why, count in (
        ("0, 0", "no point that is meant", nought),
        ("beyond 90 or 180 degrees", "no point on Earth", beyond),
        ("", NOT_GIVEN, missing),
    ):
        if count:
            unread["coordinates", value, why] += count
