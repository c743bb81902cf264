"""Periods: values over time cut into years, months or days; the value at the end of each, and the share of its days.

Each unit's values make segments in which nothing changes. Segments are cut at the bounds of periods into pieces, and pieces
are added up: all of it on whole arrays, so that two million days cost seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from ..answer import Answer
from ..dates import Day, days_after
from .extras import np, pl
from .fold import ordinal
from .panel_spine import Unit
from .panel_variables import Steps, Variable

__all__ = ["ANSWERS", "Period", "Rows", "Window", "calendar", "dtype_of", "rows_of"]

ANSWERS = pl.Enum([str(answer) for answer in Answer])
"""The type of a column of answers."""

Period = Literal["year", "month", "day"]


class Window(NamedTuple):
    """The days asked for, from ``start`` to before ``until``, and those on which the record can speak."""

    start: Day
    until: Day
    covered_from: Day
    covered_until: Day


def calendar(period: Period, start: Day, until: Day) -> list[Day]:
    """The first days of all periods that hold a day from ``start`` to before ``until``, and the first day after them.

    >>> [str(day) for day in calendar("month", Day(1998, 7, 17), Day(1998, 8, 2))]
    ['1998-07-01', '1998-08-01', '1998-09-01']
    """
    if period == "day":
        return [days_after(start, count) for count in range((until - start).days + 1)]
    first = Day(start.year, start.month if period == "month" else 1, 1)
    found = [first]
    while found[-1] < until:
        last = found[-1]
        month = last.month % 12 + 1 if period == "month" else 1
        found.append(Day(last.year + (month == 1), month, 1))
    return found


class Rows(NamedTuple):
    """The rows of a panel: for each the number of its unit and of its period, its days, and the columns of values."""

    units: Any
    periods: Any
    days: Any
    covered: Any
    values: Any


class Segments(NamedTuple):
    """The segments of all units: first days as numbers, the place of each unit's first one, and the columns of values."""

    starts: list[Any]
    offsets: list[int]
    values: Any


def dtype_of(variable: Variable) -> Any:
    """The type of a variable's column."""
    if variable.kind == "answer":
        return ANSWERS
    if variable.kind == "word":
        return pl.Enum(list(variable.words))
    return {"day": pl.Date, "number": pl.Int32}.get(variable.kind, pl.String)


def segments(
    units: list[Unit],
    variables: list[Variable],
    steps_of: Callable[[Variable, Unit], Steps],
    window: Window,
    tell: Callable[[int, int], None] | None,
) -> Segments:
    """The values of every unit, one row for each stretch in which none of them changes."""
    starts, offsets = [], []
    columns: list[list[Any]] = [[] for _ in variables]
    count = 0
    for number, unit in enumerate(units, 1):
        lines = [steps_of(variable, unit) for variable in variables]
        changes = {day for steps in lines for day, _ in steps if window.covered_from < day < window.covered_until}
        days = sorted({window.covered_from, *changes})
        for column, steps in zip(columns, lines, strict=True):
            first = [day for day, _ in steps]
            places = [bisect_right(first, day) - 1 for day in days]
            column += [steps[place][1] if place >= 0 else None for place in places]
        starts.append(np.array([ordinal(day) for day in days], np.int64))
        offsets.append(count)
        count += len(days)
        if tell is not None:
            tell(number, len(units))
    made = [series(variable, values) for variable, values in zip(variables, columns, strict=True)]
    return Segments(starts, offsets, pl.DataFrame(made))


def series(variable: Variable, values: list[Any]) -> Any:
    """A column of values."""
    if variable.kind == "answer":
        values = [None if value is None else str(value) for value in values]
    return pl.Series(variable.name, values, dtype_of(variable))


def rows_of(
    units: list[Unit],
    variables: list[Variable],
    steps_of: Callable[[Variable, Unit], Steps],
    window: Window,
    period: Period,
    shares: bool,
    tell: Callable[[int, int], None] | None = None,
) -> Rows:
    """The rows of a panel: for each unit every period on some day of which it exists; values are missing outside coverage."""
    found = segments(units, variables, steps_of, window, tell)
    edges = np.array([ordinal(day) for day in calendar(period, window.start, window.until)], np.int64)
    parts = [unit_pieces(unit, starts, edges, window) for unit, starts in zip(units, found.starts, strict=True)]
    sizes = [len(part.periods) for part in parts]
    row_units = np.repeat(np.arange(len(units)), sizes)
    periods = np.concatenate([part.periods for part in parts]) if parts else np.zeros(0, np.int64)
    days = np.concatenate([part.days for part in parts]) if parts else np.zeros(0, np.int64)
    firsts = np.cumsum([0, *sizes])[:-1]
    piece_rows = joined([part.piece_rows + first for part, first in zip(parts, firsts, strict=True)])
    piece_segments = joined([part.piece_segments + first for part, first in zip(parts, found.offsets, strict=True)])
    piece_days = joined([part.piece_days for part in parts])
    covered = np.zeros(len(periods), np.int64)
    np.add.at(covered, piece_rows, piece_days)
    last = np.full(len(periods), -1, np.int64)
    last[piece_rows] = piece_segments
    at_end = pl.Series(last, dtype=pl.Int64).replace(-1, None)
    values = found.values.select(pl.all().gather(at_end))
    if shares:
        values = with_shares(values, found.values, variables, (piece_rows, piece_segments, piece_days), covered)
    return Rows(row_units, periods, days, covered, values)


def joined(parts: list[Any]) -> Any:
    """Arrays one after the other."""
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


class Pieces(NamedTuple):
    """A unit's rows (number of the period, days on which it exists) and their pieces (row, segment, days)."""

    periods: Any
    days: Any
    piece_rows: Any
    piece_segments: Any
    piece_days: Any


def unit_pieces(unit: Unit, starts: Any, edges: Any, window: Window) -> Pieces:
    """The rows and pieces of one unit."""
    lo = max(int(edges[0]), ordinal(unit.start) if unit.start else int(edges[0]))
    hi = min(int(edges[-1]), ordinal(unit.until) if unit.until else int(edges[-1]))
    if lo >= hi:
        nothing = np.zeros(0, np.int64)
        return Pieces(nothing, nothing, nothing, nothing, nothing)
    first = int(np.searchsorted(edges, lo, side="right")) - 1
    after = int(np.searchsorted(edges, hi, side="left"))
    periods = np.arange(first, after)
    days = np.minimum(edges[first + 1 : after + 1], hi) - np.maximum(edges[first:after], lo)
    begin, end = max(lo, ordinal(window.covered_from)), min(hi, ordinal(window.covered_until))
    cuts = np.union1d(edges[first:after], starts)
    cuts = np.union1d(cuts[(cuts > begin) & (cuts < end)], [begin])
    if begin >= end:
        cuts = np.zeros(0, np.int64)
    return Pieces(
        periods,
        days,
        np.searchsorted(edges, cuts, side="right") - 1 - first,
        np.searchsorted(starts, cuts, side="right") - 1,
        np.diff(cuts, append=end) if len(cuts) else cuts,
    )


def with_shares(values: Any, held: Any, variables: list[Variable], pieces: tuple[Any, Any, Any], covered: Any) -> Any:
    """Beside each answer the shares of the covered days on which it is yes, and open."""
    rows, places, days = pieces
    columns = []
    for variable in variables:
        columns.append(values[variable.name])
        if variable.kind != "answer":
            continue
        codes = held[variable.name].to_physical().fill_null(255).to_numpy()[places]
        whole = np.where(covered > 0, covered, 1)
        known = np.bincount(rows, weights=days * (codes != 255), minlength=len(covered))
        for suffix, answer in (("share", Answer.YES), ("open", Answer.OPEN)):
            total = np.bincount(rows, weights=days * (codes == int(answer)), minlength=len(covered))
            share = np.where((covered > 0) & (known > 0), total / whole, np.nan)
            columns.append(pl.Series(f"{variable.name}_{suffix}", share).fill_nan(None))
    return pl.DataFrame(columns)
