"""Drawing: where the marks of a timeline and of the map stand. Templates turn them into SVG; nothing here is text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import ratione

__all__ = ["Bar", "Lane", "Timeline", "answer_timeline", "drawn_map", "state_timeline", "us_timeline"]

LEFT, WIDTH, ROW = 270, 900, 30


@dataclass(frozen=True)
class Bar:
    """A bar of a lane: where it begins, how wide it is, which pattern fills it, and what it says."""

    x: float
    width: float
    fill: str
    says: str
    label: str = ""


@dataclass(frozen=True)
class Lane:
    """A row of a timeline."""

    y: int
    label: str
    bars: tuple[Bar, ...]
    marks: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A timeline with its scale of years; ``now`` is where the day shown stands."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, int], ...]
    now: float | None
    left: int = LEFT
    width: int = WIDTH


class Scale:
    """From days to places on the picture."""

    def __init__(self, first: int, last: int, left: int = LEFT) -> None:
        self.left = left
        self.first, self.last = date(first, 1, 1), date(last + 1, 1, 1)

    def x(self, day: date) -> float:
        """Where a day stands; days outside stand at the edge."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / (self.last - self.first).days
        return round(self.left + share * (WIDTH - self.left - 10), 1)

    def ticks(self) -> tuple[tuple[float, int], ...]:
        """Years on the scale, at most twelve."""
        span = self.last.year - self.first.year
        step = max(1, -(-span // 11))
        return tuple((self.x(date(year, 1, 1)), year) for year in range(self.first.year, self.last.year, step))

    def bar(self, start: date, until: date | None, fill: str, says: str, label: str = "") -> Bar:
        """A bar, at least two units wide so that a short span is seen."""
        x, end = self.x(start), self.x(until or self.last)
        width = max(2.0, round(end - x, 1))
        return Bar(x, width, fill, says, label if width > 7 * len(label) + 8 else "")


def timeline(scale: Scale, rows: Sequence[tuple[str, tuple[Bar, ...], tuple[Bar, ...]]], on: date) -> Timeline:
    """Lanes one below the other."""
    lanes = tuple(Lane(8 + ROW * place, label, bars, marks) for place, (label, bars, marks) in enumerate(rows))
    now = scale.x(on) if scale.first <= on < scale.last else None
    return Timeline(ROW * len(lanes) + 34, lanes, scale.ticks(), now, scale.left)


Said = Callable[[date | str | None], str]
"""How a day is said."""


def state_timeline(
    page: ratione.StatePage, words: dict[str, str], names: dict[str, str], said: Said
) -> Timeline | None:
    """The spans of a state under each instrument under which it did anything."""
    used = [row for row in page.under if row.spans]
    if not used:
        return None
    days = [span.start for row in used for span in row.spans]
    ends = [span.until for row in used for span in row.spans if span.until]
    scale = Scale(min(days).year, max([page.on, *days, *ends]).year + 1)
    rows = []
    for row in used:
        bars = []
        for span in row.spans:
            fill = "contested" if span.answer == "open" else span.status
            word = words[span.status]
            bars.append(
                scale.bar(span.start, span.until, fill, f"{word}: {said(span.start)} – {said(span.until)}", word)
            )
        rows.append((names[row.instrument], tuple(bars), ()))
    return timeline(scale, rows, page.on)


def answer_timeline(turns: Iterable[dict[str, Any]], words: dict[str, str], on: date, said: Said) -> Timeline | None:
    """The answer by the day of the conduct."""
    rows = list(turns)
    starts = [date.fromisoformat(row["from"]) for row in rows if row["from"]]
    if not starts:
        return None
    scale = Scale(min(starts).year - 1, max(max(starts).year, on.year) + 1, 24)
    bars = []
    for row in rows:
        start = date.fromisoformat(row["from"]) if row["from"] else scale.first
        until = date.fromisoformat(row["to"]) if row["to"] else None
        word = words[row["answer"]]
        says = f"{word}: {said(row['from'])} – {said(row['to'])}"
        bars.append(scale.bar(start, until, f"answer-{row['answer']}", says, word))
    return timeline(scale, [("", tuple(bars), ())], on)


def us_timeline(
    lanes: Iterable[tuple[str, list[dict[str, Any]]]], words: dict[str, str], on: date, said: Said, last: int = 0
) -> Timeline:
    """The answers of activities under United States law, one lane each, to the end of the year after ``last``."""
    scale = Scale(1998, max(on.year, last) + 1)
    rows = []
    for label, turns in lanes:
        bars = []
        for turn in turns:
            until = date.fromisoformat(turn["until"]) if turn["until"] else None
            if until and until <= scale.first:
                continue
            start = date.fromisoformat(turn["from"]) if turn["from"] else scale.first
            bars.append(
                scale.bar(
                    start,
                    until,
                    f"us-{turn['word']}",
                    f"{words[turn['word']]}: {said(turn['from'])} – {said(turn['until'])}",
                )
            )
        rows.append((label, tuple(bars), ()))
    return timeline(scale, rows, on)


@cache
def world() -> dict[str, Any]:
    """The shapes of the map."""
    found: dict[str, Any] = json.loads((files(__package__) / "world.json").read_text("utf-8"))
    return found


ALIASES = {"PSE": "PSE", "ESH": "western-sahara", "KAS": "", "CYN": "northern-cyprus", "SOL": "", "XKX": "XKX"}
"""Shapes whose code is not that of a row of the record."""


def drawn_map(units: Iterable[ratione.Unit]) -> list[dict[str, Any]]:
    """Each shape with the unit of the record that stands behind it; what has none is marked as not in the record."""
    by_code = {unit.code: unit for unit in units}
    found = []
    for code, shape in world()["units"].items():
        unit = by_code.get(ALIASES.get(code, code))
        status = (unit.status or "none") if unit else "no-data"
        found.append(
            {
                "code": code,
                "d": shape["d"],
                "dot": shape.get("dot"),
                "status": status,
                "unit": unit,
                "name": unit.name if unit else shape["name"],
            }
        )
    return found
