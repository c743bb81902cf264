"""Drawing: shares by year and events on a map, as SVG; a picture shows itself in a notebook.

Nothing but Python is needed. Answers are told apart by a pattern as well as by a colour; the titles say what was presumed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Picture", "by_year", "on_map"]

FILLS = {"yes": "#1f5f8b", "open": "url(#open)", "no": "#d5d5d5"}
WORDS = {
    "yes": "yes: within the Court's reach by territory",
    "open": "open: contested or not settled",
    "no": "no: not by territory alone",
}
HATCH = (
    '<defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#f2c14e"/><rect width="2" height="6" fill="#7a4b00"/></pattern></defs>'
)
STYLE = (
    "<style>text{font-family:sans-serif;font-size:13px;fill:#222}.big{font-size:16px;font-weight:bold}.small{font-size:12px}"
    "circle{stroke:#333;stroke-width:.3}"
    + "".join(f".{word}{{fill:{fill}}}" for word, fill in FILLS.items())
    + "</style>"
)


class Picture(NamedTuple):
    """A drawing with its name; a notebook shows it."""

    name: str
    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"Picture({self.name!r}, {len(self.svg):,} characters)"


class Row(NamedTuple):
    """A year: its shares of yes, open and no, and how many it has in all."""

    year: int
    yes: float
    open: float
    no: float
    count: int


def page(name: str, width: int, height: int, title: str, says: str, body: Iterable[str]) -> Picture:
    """An SVG file around what is drawn."""
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    return Picture(
        name,
        "\n".join(
            [head, f"<title>{escape(title)}</title>", f"<desc>{escape(says)}</desc>", STYLE, HATCH,
             f'<rect width="{width}" height="{height}" fill="#fff"/>',
             f'<text x="20" y="26" class="big">{escape(title)}</text>', *body, "</svg>", ""]
        ),
    )  # fmt: skip


def legend(x: float, y: float) -> list[str]:
    """What the fills mean."""
    found = []
    for number, (word, says) in enumerate(WORDS.items()):
        place = x + number * 310
        found.append(f'<rect x="{place}" y="{y - 11}" width="14" height="14" fill="{FILLS[word]}" stroke="#555"/>')
        found.append(f'<text x="{place + 20}" y="{y}">{escape(says)}</text>')
    return found


def by_year(name: str, title: str, note: str, bands: Sequence[tuple[str, Sequence[Sequence[float]]]]) -> Picture:
    """Bands of bars, one bar a year; a row of a band is year, share of yes, of open, of no, and how many there are in all."""
    body, top, width = legend(20, 52), 76, 900
    for label, rows in bands:
        step = (width - 90) / len(rows)
        body.append(f'<text x="20" y="{top + 12}" class="big">{escape(label)}</text>')
        top += 28
        for tick in (0, 50, 100):
            y = top + 150 * (1 - tick / 100)
            body.append(f'<line x1="60" x2="{width - 30}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
            body.append(f'<text x="54" y="{y + 4:.1f}" text-anchor="end" class="small">{tick} %</text>')
        for number, row in enumerate(Row(*row) for row in rows):
            x, y = 60 + number * step, top + 150.0
            for word in ("yes", "open", "no"):
                tall = 150 * getattr(row, word)
                y -= tall
                if tall > 0.05:
                    says = f"{row.year}: {word} {100 * getattr(row, word):.1f} % of {row.count:,}"
                    body.append(
                        f'<rect x="{x + 1:.1f}" y="{y:.1f}" width="{step - 2:.1f}" height="{tall:.1f}" '
                        f'fill="{FILLS[word]}"><title>{says}</title></rect>'
                    )
            if row.year % 5 == 0:
                body.append(
                    f'<text x="{x + step / 2:.1f}" y="{top + 167}" text-anchor="middle" class="small">{row.year}</text>'
                )
        top += 190
    body += notes(note, top)
    return page(name, width, top + 16 * len(note.splitlines()) + 10, title, note, body)


def notes(note: str, top: float) -> list[str]:
    """Lines of small print."""
    return [
        f'<text x="20" y="{top + 16 * number:.0f}" class="small">{escape(line)}</text>'
        for number, line in enumerate(note.splitlines())
    ]


A = (1.340264, -0.081106, 0.000893, 0.003796)
HALF = math.sqrt(3) / 2
SCALE = 500 / (math.pi / (HALF * A[0]))
TURN, EQUATOR = 11, 247.1
"""The Equal Earth projection as in tools/world_map: turned by so many degrees, with the equator at that height."""


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point stands on the map.

    >>> [round(place) for place in projected(11, 0)]
    [500, 247]
    """
    turned = math.radians((longitude - TURN + 180) % 360 - 180)
    slant = math.asin(HALF * math.sin(math.radians(latitude)))
    square = slant * slant
    sixth = square**3
    x = turned * math.cos(slant) / (HALF * (A[0] + 3 * A[1] * square + sixth * (7 * A[2] + 9 * A[3] * square)))
    y = slant * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square))
    return 500 + SCALE * x, EQUATOR - SCALE * y


def on_map(name: str, title: str, note: str, dots: Iterable[tuple[float, float, str, int]]) -> Picture:
    """Circles on the map of the world: longitude, latitude, answer, number of events; the larger lie below."""
    world = json.loads(files("ratione").joinpath("surfaces/site/world.json").read_text("utf-8"))
    body = [
        *legend(20, 52),
        '<g transform="translate(0 64)">',
        '<path fill="#f0efe9" stroke="#bbb" stroke-width="0.4" d="',
    ]
    body += [unit["d"] for unit in world["units"].values() if unit["d"]]
    body.append('"/>')
    for longitude, latitude, word, count in sorted(dots, key=lambda dot: (-dot[3], dot)):
        x, y = projected(longitude, latitude)
        says = f"{word}: {count:,} events around {latitude:g}, {longitude:g}"
        radius = 0.9 + 0.22 * math.sqrt(count)
        shown = f'<circle class="{word}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
        body.append(f"{shown}<title>{says}</title></circle>")
    top = world["height"] + 70
    body += ["</g>", *notes(note, top + 8)]
    return page(name, 1000, top + 16 * len(note.splitlines()) + 14, title, note, body)
