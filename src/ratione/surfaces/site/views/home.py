"""Home, search, and what changed."""

from __future__ import annotations

from datetime import date

import msgspec

import ratione

from ..page import FOLDERS, Missing, Page, Request, Table

__all__ = ["address_of", "changes", "changes_of_year", "home", "search"]

STATUTE = "rome-statute"
FIRST_YEAR = 1998


def address_of(thing: ratione.Thing) -> str:
    """The page on which a thing stands."""
    if thing.kind in FOLDERS:
        return f"/{FOLDERS[thing.kind]}/{thing.code}"
    anchors = {
        "territory": "/map",
        "place": "/map",
        "ruling": "/debates",
        "resolution": "/situations",
        "listing": "/united-states/sanctions",
        "event": "/united-states/timeline",
        "agreement": "/united-states/agreements",
        "statement": "/united-states/timeline",
        "organisation": "/organisations",
    }
    return anchors.get(thing.kind, "/")


def home(request: Request) -> Page:
    """The number of parties today, what comes, a search, ready questions, the latest of the record."""
    law, on = request.law, request.on
    page = ratione.instrument_page(law, STATUTE, on)
    pending = [row for row in page.standings if row.pending_effect and row.status == "party"]
    latest = ratione.changes_between(law, date(on.year - 2, 1, 1), on)[:10]
    data = {
        "on": on,
        "record_version": request.record.version,
        "parties": page.parties,
        "open": page.open,
        "signatures": page.signatures,
        "pending_withdrawals": [{"state": row.code, "name": row.name, "effect": row.pending_effect} for row in pending],
        "latest": latest,
    }
    context = {"page": page, "pending": pending, "latest": latest, "states": page.standings}
    return Page("home.html", request.say("home.title"), context, data, description=request.say("site.tag"), dated=True)


def search(request: Request) -> Page:
    """Things whose names are near the words of the query."""
    words = request.query.get("q", "").strip()[:100]
    found = ratione.found_things(request.record, words, 40) if words else []
    rows = [(thing, address_of(thing)) for thing in found]
    data = {
        "query": words,
        "count": len(rows),
        "results": [msgspec.to_builtins(thing) | {"address": address} for thing, address in rows],
    }
    table = Table(("kind", "code", "name", "address"), [(thing.kind, thing.code, thing.name, at) for thing, at in rows])
    return Page(
        "search.html", request.say("nav.search"), {"q": words, "rows": rows}, data, table, permanent={"q": words}
    )


def changes(request: Request) -> Page:
    """What changed since a day: a year ago where none is named."""
    on = request.on
    since = request.query.get("since", "").strip()
    first = ratione.read_day(since, field="since") if since else date(on.year - 1, on.month, min(on.day, 28))
    return changed(request, first, on)


def changes_of_year(request: Request, year: str) -> Page:
    """What changed in a year."""
    number = year_of(request, year)
    return changed(request, date(number, 1, 1), date(number, 12, 31))


def year_of(request: Request, word: str) -> int:
    """A year that has a page."""
    if word.isascii() and word.isdigit() and FIRST_YEAR <= int(word) <= request.today.year + 2:
        return int(word)
    raise Missing(word, [("/map", request.say("nav.map"))])


def changed(request: Request, first: date, last: date) -> Page:
    """What changed from a day to a day."""
    rows = ratione.changes_between(request.law, first, last)
    context = {"rows": rows, "first": first, "last": last, "years": range(request.today.year, FIRST_YEAR - 1, -1)}
    data = {"from": first, "to": last, "record_version": request.record.version, "changes": rows}
    table = Table(
        ("day", "kind", "says", "thing", "code", "act", "weak"),
        [(row.day, row.kind, row.says, row.thing, row.code, row.act, row.weak) for row in rows],
    )
    return Page(
        "changes.html",
        request.say("changes.title"),
        context,
        data,
        table,
        permanent={"since": first.isoformat(), "on": last.isoformat()},
    )
