"""The map, the states, the instruments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import ratione

from ..drawing import drawn_map, world
from ..page import Page, Request, Table
from .home import FIRST_YEAR, STATUTE, year_of

__all__ = [
    "every_instrument",
    "instrument",
    "instrument_list",
    "map_of_year",
    "state_list",
    "world_map",
    "years",
]

ORDER = (
    "party",
    "bound",
    "leaving",
    "deposited",
    "accepted",
    "signatory",
    "former-party",
    "contested",
    "not-covered",
    "none",
    "no-data",
)


def years(request: Request) -> Iterator[tuple[str, ...]]:
    """Every year that has a page."""
    yield from ((str(year),) for year in range(FIRST_YEAR, request.today.year + 3))


def world_map(request: Request) -> Page:
    """The map on a day; ``year`` from the slider means its last day."""
    year = request.query.get("year", "").strip()
    if year and not request.query.get("on"):
        return map_of_year(request, year)
    return map_on(request, request.on)


def map_of_year(request: Request, year: str) -> Page:
    """The map on the last day of a year; of the year that runs, on today."""
    number = year_of(request, year)
    last = date(number, 12, 31)
    return map_on(request, request.today if number == request.today.year else last)


def map_on(request: Request, on: date) -> Page:
    """The map on a day, under the instrument that the query names."""
    code = request.query.get("instrument", "").strip() or STATUTE
    code = request.known("instrument", code, request.record.instruments)
    law = request.law
    units = request.book.once(("world", code, on, law.asked_on), lambda: ratione.world_on(law, code, on))
    shapes = drawn_map(units)
    counts = Counter(unit.status or "none" for unit in units if unit.kind == "state")
    drawn = {shape["status"] for shape in shapes}
    context: dict[str, Any] = {
        "shapes": shapes,
        "world": world(),
        "on": on,
        "instrument": request.record.instruments[code],
        "code": code,
        "counts": counts,
        "legend": [word for word in ORDER if word in drawn],
        "units": sorted(units, key=lambda unit: (unit.kind != "state", unit.name)),
        "years": range(FIRST_YEAR, request.today.year + 3),
        "first_year": FIRST_YEAR,
        "instruments": request.record.instruments.values(),
    }
    data = {
        "on": on,
        "instrument": code,
        "record_version": request.record.version,
        "counts": dict(counts),
        "units": units,
    }
    table = Table(
        ("code", "name", "kind", "status", "since", "parent", "weak"),
        [
            (unit.code, unit.name, unit.kind, unit.status, unit.since or "", unit.parent, unit.weak)
            for unit in context["units"]
        ],
    )
    permanent = {"on": on.isoformat(), "instrument": code}
    title = f"{request.say('map.title')}, {on.year}"
    return Page("map.html", title, context, data, table, request.say("map.lead"), permanent, dated=True)


def state_list(request: Request) -> Page:
    """Every state with its standing under the Statute."""
    rows = ratione.standings(request.law, STATUTE, request.on)
    groups: dict[str, list[ratione.Standing]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    table = Table(
        ("code", "name", "group", "status", "answer", "since", "weak", "pending_effect"),
        [
            (row.code, row.name, row.group, row.status, row.answer, row.since or "", row.weak, row.pending_effect or "")
            for row in rows
        ],
    )
    data = {"on": request.on, "record_version": request.record.version, "states": rows}
    context = {
        "groups": sorted(groups.items(), key=lambda pair: (not pair[0], pair[0])),
        "rows": rows,
        "on": request.on,
    }
    return Page(
        "states.html",
        request.say("states.title"),
        context,
        data,
        table,
        dated=True,
        permanent={"on": request.on.isoformat()},
    )


def instrument_list(request: Request) -> Page:
    """Every instrument with its number of parties."""
    order = sorted(request.record.instruments.values(), key=lambda row: (row.kind != "treaty", row.adopted, row.code))
    rows = []
    for row in order:
        now = ratione.parties(request.law, row.code, request.on)
        rows.append(
            {
                "code": row.code,
                "name": row.name,
                "kind": row.kind,
                "adopted": row.adopted,
                "parties": sum(str(span.answer) == "yes" for _, span in now),
                "open": sum(str(span.answer) == "open" for _, span in now),
            }
        )
    data = {"on": request.on, "record_version": request.record.version, "instruments": rows}
    table = Table(("code", "name", "kind", "adopted", "parties", "open"), [tuple(row.values()) for row in rows])
    return Page(
        "instruments.html",
        request.say("instruments.title"),
        {"rows": rows, "on": request.on},
        data,
        table,
        permanent={"on": request.on.isoformat()},
        dated=True,
    )


def every_instrument(request: Request) -> Iterator[tuple[str, ...]]:
    """Every instrument."""
    yield from ((code,) for code in request.record.instruments)


def instrument(request: Request, word: str) -> Page:
    """The page of an instrument."""
    code = request.known("instrument", word, request.record.instruments)
    page = ratione.instrument_page(request.law, code, request.on)
    rows = [(row.code, row.name, row.status, row.answer, row.since or "", row.weak) for row in page.standings]
    table = Table(("code", "name", "status", "answer", "since", "weak"), rows)
    context = {
        "page": page,
        "standing": [row for row in page.standings if row.status],
        "counts": [line.strip() for line in ratione.counts_text(request.law, code, request.on, 9999).splitlines()],
    }
    title = request.say(f"instr.{code}")
    return Page("instrument.html", title, context, page, table, permanent={"on": page.on.isoformat()}, dated=True)
