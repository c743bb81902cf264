"""Render: a page as HTML, as its JSON twin, as its CSV twin."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import ratione

from .address import Links
from .catalogue import LANGUAGES
from .page import Missing, Page, Request, View

__all__ = ["Page", "View", "as_csv", "as_html", "as_json", "fault_html"]

NAV = (
    ("/map", "nav.map"),
    ("/states", "nav.states"),
    ("/situations", "nav.situations"),
    ("/debates", "nav.debates"),
    ("/instruments", "nav.instruments"),
    ("/united-states", "nav.us"),
    ("/ask", "nav.ask"),
    ("/check", "nav.check"),
)


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped."""
    found = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters["spaced"] = lambda word: str(word).replace("-", " ")
    found.filters["trusted"] = Markup
    found.filters["said"] = lambda word, say: say(word)
    return found


def shared(request: Request, path: str, static: bool, told: dict[str, str]) -> dict[str, Any]:
    """What every template is given."""
    links = Links(path, request.language, static=static, query=told)
    return {
        "t": request.say,
        "link": links,
        "path": path,
        "lang": request.language,
        "languages": LANGUAGES,
        "nav": NAV,
        "static": static,
        "today": request.today,
        "record": request.record,
        "version": ratione.__version__,
        "name": request.name,
        "day": request.day_said,
        "address": request.book.address,
        "query": request.query,
    }


def as_html(request: Request, path: str, page: Page) -> str:
    """The page itself."""
    page = request.cited(page)
    given = shared(request, path, request.static, dict(page.permanent))
    return (
        environment().get_template(page.template).render(page_title=page.title, about=page, **{**given, **page.context})
    )


def fault_html(request: Request, path: str, status: int, fault: Exception) -> str:
    """A page that says what is wrong and what may have been meant."""
    near = fault.near if isinstance(fault, Missing) else ()
    given = shared(request, path, request.static, {})
    title = request.say(f"error.{status}")
    about = Page("fault.html", title, {}, None)
    return (
        environment()
        .get_template("fault.html")
        .render(page_title=title, about=about, status=status, fault=fault, near=near, **given)
    )


def as_json(page: Page) -> bytes:
    """The JSON twin."""
    return msgspec.json.format(msgspec.json.encode(page.data), indent=1) + b"\n"


def as_csv(page: Page) -> str:
    """The CSV twin; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    assert page.table is not None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(page.table.columns)
    writer.writerows([[plain(cell) for cell in row] for row in page.table.rows])
    return out.getvalue()


def plain(cell: Any) -> str:
    """A cell as text."""
    text = "" if cell is None else str(cell)
    return (
        f"'{text}"
        if text[:1] in ("=", "+", "@", "\t") or (text[:1] == "-" and not text[1:2].isdigit() and len(text) > 1)
        else text
    )
