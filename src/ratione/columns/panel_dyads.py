"""Dyads: one row for each pair of states and year: both parties, one or none, and what the Court could reach between them.

Time is cut once for all pairs, on every day on which anything changes; a state's answers then are a row of numbers, and a
pair's are worked out from two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..answer import Answer
from ..timelines.law import Law
from ..timelines.line import Line
from .extras import np, pl
from .fold import ordinal
from .panel_concerns import agreement_line
from .panel_periods import ANSWERS, Window, calendar
from .panel_reach import Reach
from .panel_spine import Unit
from .panel_variables import of_line
from .panel_words import Column, row_columns, share_columns

__all__ = ["TOGETHER", "dyad_rows"]

TOGETHER = ("none", "one", "both", "open")
"""How many of a pair are parties."""

AGGRESSION = "amendment-aggression-2010"

SAYS = "war crimes by nationals of {} on the land of {}, no referral being counted"


class Grid(NamedTuple):
    """Time cut for all: first days, lengths, the place of each year's first stretch, and whether it is covered."""

    starts: Any
    lengths: Any
    years: Any
    covered: Any


def dyad_rows(
    law: Law, spine: str, chosen: list[Unit], window: Window, reach: Reach, tell: Callable[[int, int], None] | None
) -> tuple[Any, list[Column]]:
    """The rows of all pairs of units for which somebody can act."""
    units = [unit for unit in chosen if unit.state]
    lines = [
        [law.line("party", unit.state, "rome-statute") for unit in units],
        [law.line("amendment_binds", unit.state, AGGRESSION) for unit in units],
    ]
    agreements = agreement_lines(law, units)
    grid = grid_of([*lines[0], *lines[1], *agreements.values()], units, window, reach)
    party, bound = (np.stack([along(line, grid) for line in some]) for some in lines)
    exists = np.stack([existence(unit, grid) for unit in units])
    epochs = reach.epochs(grid.starts)
    states = [unit.state for unit in units]
    reached = np.stack([reach.of_nationals(unit.place, states) for unit in units])
    parts = []
    for one in range(len(units) - 1):
        others = np.arange(one + 1, len(units))
        here = exists[one] & exists[others]
        agreed = np.stack([agreement(agreements, units, one, int(other), grid) for other in others])
        values = {
            "parties": together(party[one], party[others]),
            "both_bound_aggression": np.minimum(bound[one], bound[others]),
            "reach_a_in_b": reached[others, one][:, epochs],
            "reach_b_in_a": reached[one][others][:, epochs],
            "us_agreement": agreed,
        }
        parts.append(pair_rows(grid, one, others, here, values))
        if tell is not None:
            tell(one + 2, len(units))
    return framed(spine, units, window, parts), described(spine)


def agreement_lines(law: Law, units: list[Unit]) -> dict[str, Line]:
    """Whether each state has a non-surrender agreement with the state whose law the record holds."""
    home = law.record.lawbook.home
    if home not in {unit.state for unit in units}:
        return {}
    return {unit.state: agreement_line(law, unit.state) for unit in units if unit.state != home}


def agreement(lines: dict[str, Line], units: list[Unit], one: int, other: int, grid: Grid) -> Any:
    """The answer on an agreement of a pair; 255, missing, for pairs without the state whose law the record holds."""
    states = (units[one].state, units[other].state)
    if lines and (states[0] in lines) != (states[1] in lines):
        return along(lines[states[0] if states[0] in lines else states[1]], grid)
    return np.full(len(grid.starts), 255, np.uint8)


def grid_of(lines: list[Line], units: list[Unit], window: Window, reach: Reach) -> Grid:
    """The cut of time."""
    edges = np.array([ordinal(day) for day in calendar("year", window.start, window.until)], np.int64)
    cuts = {ordinal(day) for line in lines for day in line.days} | set(reach.days.tolist())
    cuts |= {ordinal(day) for unit in units for day in (unit.start, unit.until) if day}
    cuts |= {ordinal(window.covered_from), ordinal(window.covered_until), *edges.tolist()}
    starts = np.array(sorted(day for day in cuts if edges[0] <= day < edges[-1]), np.int64)
    covered = (starts >= ordinal(window.covered_from)) & (starts < ordinal(window.covered_until))
    lengths = np.diff(starts, append=edges[-1])
    return Grid(starts, lengths, np.searchsorted(starts, edges[:-1]), covered)


def along(line: Line, grid: Grid) -> Any:
    """A line's answers over the stretches of time."""
    steps = of_line(line)
    places = np.searchsorted([ordinal(day) for day, _ in steps], grid.starts, side="right") - 1
    return np.array([int(answer) for _, answer in steps], np.uint8)[places]


def existence(unit: Unit, grid: Grid) -> Any:
    """The stretches on which a unit exists."""
    lo = ordinal(unit.start) if unit.start else int(grid.starts[0])
    found = grid.starts >= lo
    return found & (grid.starts < ordinal(unit.until)) if unit.until else found


def together(one: Any, others: Any) -> Any:
    """How many of each pair are parties, by the numbers of TOGETHER."""
    low, high = np.minimum(one, others), np.maximum(one, others)
    found = np.full(low.shape, 3, np.uint8)
    found[high == Answer.NO] = 0
    found[(low == Answer.NO) & (high == Answer.YES)] = 1
    found[low == Answer.YES] = 2
    return found


def by_year(grid: Grid, weights: Any) -> Any:
    """Days added up by year."""
    return np.add.reduceat(weights, grid.years, axis=1)


def pair_rows(grid: Grid, one: int, others: Any, here: Any, values: dict[str, Any]) -> dict[str, Any]:
    """The rows of one unit with the others: pairs and years on some day of which both exist."""
    days = by_year(grid, here * grid.lengths)
    counted = here & grid.covered
    covered = by_year(grid, counted * grid.lengths)
    numbers = np.where(counted, np.arange(len(grid.starts)), -1)
    last = np.maximum.reduceat(numbers, grid.years, axis=1)
    rows, years = np.nonzero(days)
    found = {"a": np.full(len(rows), one), "b": others[rows], "year": years, "days": days[rows, years]}
    found["days_covered"] = covered[rows, years]
    for name, codes in values.items():
        at = last[rows, years]
        found[name] = np.where(at < 0, 255, codes[rows, np.maximum(at, 0)])
        wanted = (
            ((2, "both"), (1, "one"), (0, "none"), (3, "open")) if name == "parties" else ((2, "share"), (1, "open"))
        )
        for code, suffix in wanted:
            total = by_year(grid, (counted & (codes == code)) * grid.lengths)[rows, years]
            missing = (covered[rows, years] == 0) | (found[name] == 255)
            found[f"{name}_{suffix}"] = np.where(missing, np.nan, total / np.maximum(covered[rows, years], 1))
    return found


def framed(spine: str, units: list[Unit], window: Window, parts: list[dict[str, Any]]) -> Any:
    """The rows of all pairs as a frame."""
    names = list(parts[0])
    whole = {name: np.concatenate([part[name] for part in parts]) for name in names}
    own = {"iso": "iso3", "gw": "gwno", "cow": "ccode"}[spine]
    columns = []
    for side in ("a", "b"):
        codes = pl.Series([unit.code for unit in units], dtype=pl.String).gather(whole[side])
        columns.append((codes if spine == "iso" else codes.cast(pl.Int32)).alias(f"{own}_{side}"))
        if spine != "iso":
            columns.append(pl.Series([unit.state for unit in units]).gather(whole[side]).alias(f"iso3_{side}"))
    first = calendar("year", window.start, window.until)[0].year
    columns.append(pl.Series("year", whole["year"] + first, pl.Int32))
    columns += [pl.Series(name, whole[name], pl.Int32) for name in ("days", "days_covered")]
    for name in names[5:]:
        if whole[name].dtype == np.float64:
            columns.append(pl.Series(name, whole[name]).fill_nan(None))
        else:
            kind = pl.Enum(TOGETHER) if name == "parties" else ANSWERS
            numbers = pl.Series(name, whole[name], pl.UInt32)
            columns.append(pl.Series(name, kind.categories).gather(numbers.replace(255, None)).cast(kind))
    return pl.DataFrame(columns)


def described(spine: str) -> list[Column]:
    """The columns of the panel of pairs."""
    own, kind, label = {
        "iso": ("iso3", "text", "ISO 3166-1 alpha-3"),
        "gw": ("gwno", "number", "Gleditsch and Ward number"),
        "cow": ("ccode", "number", "Correlates of War number"),
    }[spine]
    found = []
    for side in ("a", "b"):
        found.append(
            Column(f"{own}_{side}", kind, f"{label} of {side}", "", "each pair once, a before b in the spine", "")
        )
        if spine != "iso":
            found.append(
                Column(f"iso3_{side}", "text", f"ISO 3166-1 alpha-3 of {side}", "", "who acts for the unit", "")
            )
    says = "line `party` of each"
    found += row_columns("year")
    found.append(Column("parties", "word", "Parties to the Rome Statute among the two", "; ".join(TOGETHER),
                        says + ". At the end of the period's covered days", "126; 127(1)"))  # fmt: skip
    for word in ("both", "one", "none", "open"):
        label = "Share of days: " + {"open": "open for one", "none": "neither a party", "one": "one a party"}.get(
            word, "both"
        )
        found.append(
            Column(f"parties_{word}", "share", label, "0 to 1", says + ", days divided by days_covered", "126")
        )
    answers = (
        ("both_bound_aggression", "Both bound by the amendments on aggression", "lowest of the two lines", "121(5)"),
        (
            "reach_a_in_b",
            "Court could reach war crimes by a's nationals in b",
            SAYS.format("a", "b"),
            "11-13; 124; 127",
        ),
        (
            "reach_b_in_a",
            "Court could reach war crimes by b's nationals in a",
            SAYS.format("b", "a"),
            "11-13; 124; 127",
        ),
        ("us_agreement", "Non-surrender agreement in force, pairs with the US", "missing for other pairs", "98(2)"),
    )
    for name, label, how, article in answers:
        found.append(Column(name, "answer", label, "no; open; yes", how, article))
        found += share_columns(name, label, how, article)
    return found
