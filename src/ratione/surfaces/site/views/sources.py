"""Sources: what was really read, by publisher, and what rests on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import ratione

from ..page import Missing, Page, Request, Table
from .home import address_of

__all__ = ["every_publisher", "every_source", "publisher", "source", "source_list"]

COLUMNS = ("code", "publisher", "title", "kind", "dated", "read", "cites", "licence", "weak")
FEW = 3
"""So many sources of a publisher stand on the list itself; those of one that has more have a page."""


def by_publisher(request: Request) -> list[tuple[str, str, list[Any]]]:
    """The sources of each family of publishers: its code, the name it bears most, its sources."""
    families: dict[str, list[Any]] = {}
    for row in sorted(request.record.sources.values(), key=lambda row: row.title.casefold()):
        families.setdefault(row.family, []).append(row)
    named = [
        (code, Counter(row.publisher for row in rows).most_common(1)[0][0], rows) for code, rows in families.items()
    ]
    return sorted(named, key=lambda one: one[1].casefold())


def source_list(request: Request) -> Page:
    """Every publisher, with its sources where they are few."""
    groups, rows = by_publisher(request), request.record.sources.values()
    data = {"record_version": request.record.version, "sources": [row for _, _, some in groups for row in some]}
    context = {"groups": groups, "count": len(rows), "few": FEW}
    title = request.say("sources.title")
    return Page("sources.html", title, context, data, table_of(data["sources"]), request.say("sources.lead"))


def table_of(rows: Iterable[Any]) -> Table:
    """Sources as a table."""
    return Table(
        COLUMNS,
        [
            (row.code, row.publisher, row.title, row.kind, row.dated or row.date_text, row.read, row.cites, row.licence,
             row.weak or "")
            for row in rows
        ],
    )  # fmt: skip


def every_publisher(request: Request) -> Iterator[tuple[str, ...]]:
    """Every publisher that has a page."""
    yield from ((family,) for family, _, rows in by_publisher(request) if len(rows) > FEW)


def publisher(request: Request, family: str) -> Page:
    """The sources of a publisher."""
    found = next(((name, rows) for code, name, rows in by_publisher(request) if code == family), None)
    if found is None:
        raise Missing(family, [("/sources", request.say("sources.title"))])
    name, rows = found
    data = {"record_version": request.record.version, "publisher": name, "sources": rows}
    return Page("publisher.html", name, {"rows": rows}, data, table_of(rows), english=True)


def every_source(request: Request) -> Iterator[tuple[str, ...]]:
    """Every source."""
    yield from ((code,) for code in request.record.sources)


def source(request: Request, word: str) -> Page:
    """The page of a source, with what rests on it."""
    code = request.known("source", word, request.record.sources)
    page = request.book.once(("source", code), lambda: ratione.source_page(request.record, code))
    rows = [{"name": row.name, "at": address_of(request.record, *row.code.partition(":")[::2])} for row in page.rows]
    return Page("source.html", page.title, {"page": page, "rows": rows}, page, english=True)
