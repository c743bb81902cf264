"""Home, search, and what changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

import ratione

from ..page import FOLDERS, Missing, Page, Request, Table
from ..told import ready_questions

__all__ = ["address_of", "changes", "changes_of_year", "home", "search"]

STATUTE = "rome-statute"
CHANGES = ("act", "effect", "ruling", "resolution", "situation", "measure", "listing", "event")
FIRST_YEAR = 1998


ON_PAGES = {
    "resolution": "/situations",
    "listing": "/united-states/sanctions",
    "statement": "/united-states/statements",
    "organisation": "/organisations",
}
"""Pages that hold all things of a kind, each under its own code."""


def address_of(record: ratione.Record, kind: str, code: str) -> str:
    """The page on which a thing stands, with the part of the page; empty where it has none."""
    if kind in FOLDERS:
        return f"/{FOLDERS[kind]}/{code}"
    if kind in ON_PAGES:
        return f"{ON_PAGES[kind]}#{code}"
    if kind == "event" and code in record.history.events:
        return f"/united-states/administrations/{record.history.events[code].administration}#{code}"
    if kind == "ruling" and code in record.rulings and record.rulings[code].decides:
        return f"/debates/{record.rulings[code].decides[0].dispute}#{code}"
    if kind == "agreement" and code in record.lawbook.agreements:
        return f"/united-states/agreements#{record.lawbook.agreements[code].state}"
    return "/map" if kind in ("territory", "place") else ""


def change_row(record: ratione.Record, row: ratione.ChangeShown) -> dict[str, Any]:
    """A change with the page to which it leads."""
    known = row.kind == "act" or row.thing != "situation" or row.code in record.situations
    at = address_of(record, row.thing, row.code) if row.code and known else ""
    at += f"#{row.act}" if row.act and at else ""
    return {"day": row.day, "kind": row.kind, "says": row.says, "weak": row.weak, "at": at}


def home(request: Request) -> Page:
    """The number of parties today, what comes, a search, ready questions, the latest of the record."""
    law, on = request.law, request.on
    page = ratione.instrument_page(law, STATUTE, on)
    pending = [row for row in page.standings if row.pending_effect and row.status == "party"]
    every = ratione.changes_between(law, date(on.year - 2, 1, 1), on)
    latest = [row for row in every if row.kind not in ("measure", "listing", "event")][:8]
    abroad = [row for row in every if row.kind == "event"][:4]
    data = {
        "on": on,
        "record_version": request.record.version,
        "parties": page.parties,
        "open": page.open,
        "signatures": page.signatures,
        "pending_withdrawals": [{"state": row.code, "name": row.name, "effect": row.pending_effect} for row in pending],
        "latest": latest,
        "latest_united_states": abroad,
    }
    context = {
        "page": page,
        "pending": pending,
        "latest": [change_row(request.record, row) for row in latest],
        "abroad": [change_row(request.record, row) for row in abroad],
        "states": page.standings,
        "ready": ready_questions(request),
        "points": len(request.record.disputes),
    }
    permanent = {"on": on.isoformat()}
    return Page(
        "home.html", request.say("home.title"), context, data, None, request.say("site.tag"), permanent, dated=True
    )


def search(request: Request) -> Page:
    """Things whose names are near the words of the query."""
    words = request.query.get("q", "").strip()[:100]
    found = ratione.found_things(request.record, words, 40) if words else []
    rows = [(thing, address_of(request.record, thing.kind, thing.code)) for thing in found]
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
    kind = request.query.get("kind", "").strip()
    every = ratione.changes_between(request.law, first, last)
    rows = [row for row in every if not kind or row.kind == kind]
    context = {
        "rows": [change_row(request.record, row) for row in rows],
        "first": first,
        "last": last,
        "years": range(request.today.year, FIRST_YEAR - 1, -1),
        "kinds": CHANGES,
        "kind": kind,
    }
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
        permanent={"since": first.isoformat(), "on": last.isoformat()} | ({"kind": kind} if kind else {}),
    )
