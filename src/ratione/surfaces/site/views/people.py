"""Persons in public office, what they said, and organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ratione

from ..page import Page, Request, Table
from .united_states import source_rows

__all__ = ["every_person", "organisations", "people", "person", "statements"]


def people(request: Request) -> Page:
    """Persons in public office, by body."""
    rows = [
        row | {"now": now(row, request.on.isoformat())} for row in request.book.once(("offices",), offices(request))
    ]
    rows.sort(key=lambda row: (row["body"], row["from"], row["name"]))
    columns = ("code", "name", "office", "body", "from", "until", "weak")
    table = Table(columns, [[row[name] for name in columns] for row in rows])
    bodies: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        bodies.setdefault(row["body"], []).append(row)
    data = {"on": request.on, "record_version": request.record.version, "people": rows}
    context = {"bodies": bodies, "on": request.on}
    permanent = {"on": request.on.isoformat()}
    return Page("people.html", request.say("people.title"), context, data, table, permanent=permanent, dated=True)


def offices(request: Request) -> Callable[[], list[dict[str, Any]]]:
    """What gives every office that a person held."""
    pages = (ratione.person_page(request.record, code) for code in request.record.history.people)
    return lambda: [
        {
            "code": page.code, "name": page.name, "office": one.office, "body": one.body, "from": one.start,
            "until": one.until, "weak": one.weak or page.weak,
        }
        for page in pages
        for one in page.offices
    ]  # fmt: skip


def now(row: dict[str, Any], on: str) -> bool:
    """Whether the office was held on the day, as far as days are known."""
    start, until = row["from"], row["until"]
    return bool(start <= on[: len(start)] and (not until or on[: len(until)] < until))


def every_person(request: Request) -> Iterator[tuple[str, ...]]:
    """Every person."""
    yield from ((code,) for code in request.record.history.people)


def person(request: Request, word: str) -> Page:
    """The page of a person in a public role."""
    code = request.known("person", word, request.record.history.people)
    page = ratione.person_page(request.record, code)
    rows = [(one.office, one.body, one.start, one.until, one.weak) for one in page.offices]
    return Page(
        "person.html", page.name, {"page": page}, page, Table(("office", "body", "from", "until", "weak"), rows)
    )


def statements(request: Request) -> Page:
    """What persons in public roles said of the Court, the latest first."""
    rows = ratione.statements_shown(request.record)[::-1]
    columns = ("code", "day", "speaker", "office", "body", "stance", "says", "quote", "weak")
    table = Table(columns, [[getattr(row, name) for name in columns] for row in rows])
    title = f"{request.say('us.title')}: {request.say('us.statements').lower()}"
    data = {"record_version": request.record.version, "statements": rows}
    return Page("statements.html", title, {"rows": rows}, data, table, request.say("us.statements.lead"))


def organisations(request: Request) -> Page:
    """Organisations that work on the Court or the relationship with it."""
    rows = sorted(request.record.history.organisations.values(), key=lambda row: row.name.casefold())
    columns = ("code", "name", "kind", "country", "founded_text", "role", "site")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in rows])
    data = {"record_version": request.record.version, "organisations": rows}
    context = {"rows": rows, "refs": lambda refs: source_rows(request, refs)}
    return Page("organisations.html", request.say("organisations.title"), context, data, table)
