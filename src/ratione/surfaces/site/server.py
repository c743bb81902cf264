"""Server: the site as an ASGI application. Pages are worked out in threads and kept ready; nothing is fetched from anywhere."""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import UploadFile
from starlette.requests import Request as Asked
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import ratione

from ..patience import TooLong, within
from ..shelf import Shelf
from . import render
from .answers import Kept, Ready, respond
from .book import Book
from .catalogue import LANGUAGES
from .limits import Allowance, client_of
from .memo import FORMS, memo
from .page import TWINS, Missing, Request, View
from .quick import Quick
from .routes import found_route
from .views.ask import LARGEST_TABLE, table_answered
from .views.check import LARGEST, checked

__all__ = ["Logged", "Site"]

HTML, JSON, CSV = "text/html; charset=utf-8", "application/json", "text/csv; charset=utf-8"
STATIC = {
    "style.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "search.js": "text/javascript; charset=utf-8",
}
LONGEST_QUERY = 4000
Words = tuple[str, ...]
HEAVY_AT_ONCE = 2
SECONDS = 12
"""So many seconds are spent on one page that may be heavy."""
POSTED = {
    "/check": (LARGEST, "document", "text"),
    "/ask/jurisdiction": (LARGEST_TABLE, "table", "rows"),
    "/ask/united-states": (LARGEST_TABLE, "table", "rows"),
}
"""Pages to which something may be posted: the most bytes, and the fields that hold a file or a text."""
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
"""The forms that a browser sends; a body of another kind is not read."""


class Site:
    """Answers requests for pages, their twins, memos, documents to check, and health."""

    def __init__(self, book: Book, allowance: Allowance | None = None, shelf: Shelf | None = None) -> None:
        self.book, self.kept = book, Kept()
        self.shelf = shelf or Shelf(book)
        self.allowance = allowance or Allowance()
        self.threads = CapacityLimiter(8)
        self.heavy = CapacityLimiter(HEAVY_AT_ONCE)
        self.quick = Quick(book.today)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ready = self.quick.found(scope)
        if ready is not None:
            for message in ready:
                await send(message)
            return
        request = Asked(scope, receive)
        response = await self.answer(request)
        await response(scope, receive, send)

    async def answer(self, request: Asked) -> Response:
        """The response to any request."""
        path = request.url.path
        if path.startswith("/static/"):
            return self.static(request, path.removeprefix("/static/"))
        language, place, _ = parts_of(path)
        if request.method == "POST" and place in POSTED:
            return await self.posted(request, place, language)
        if request.method not in ("GET", "HEAD"):
            return self.fault(request, "/", "en", 405, ValueError(f"{request.method} {path}"))
        return await self.page(request)

    def static(self, request: Asked, name: str) -> Response:
        """A file that pages share."""
        if name not in STATIC:
            return self.fault(request, "/", "en", 404, Missing(name))
        ready = self.kept.get(("static", name))
        if ready is None:
            body = (files(__package__) / "static" / name).read_bytes()
            ready = Ready.of(body, STATIC[name], "s")
            self.kept.put(("static", name), ready)
        return respond(request, ready, store="public, max-age=3600")

    async def page(self, request: Asked) -> Response:
        """A page or one of its twins, kept ready where it was asked for before on the same day."""
        language, path, form = parts_of(request.url.path)
        place = (self.book.today(), language, path, form, request.url.query)
        ready = self.kept.get(place)
        if ready is not None:
            self.quick.keep(request.scope, ready)
            return respond(request, ready)
        try:
            if len(request.url.query) > LONGEST_QUERY:
                raise ratione.InputError(
                    f"the query has {len(request.url.query)} letters; at most {LONGEST_QUERY} are read"
                )
            route, words = found_route(path)
            query = dict(request.query_params) | ({"twin": form} if form else {})
            heavy = (route.heavy and request.url.query) or "known_on" in query or "record" in query
            if heavy and not self.allowance.take(client_of(request.scope)):
                return self.fault(
                    request, path, language, 429, ratione.InputError("one question a second"), self.allowance.wait
                )
            work = partial(self.found, query, language, path, form, partial(route.view), words)
            if heavy or route.heavy:
                ready = await to_thread.run_sync(self.patiently, work, limiter=self.heavy)
            else:
                ready = await to_thread.run_sync(work, limiter=self.threads)
        except Missing as fault:
            return self.fault(request, path, language, 404, fault)
        except (ratione.InputError, TooLong) as fault:
            return self.fault(request, path, language, 400, fault)
        except Exception:  # whatever it is, the client gets a page and the log the trace, without the question
            sys.stderr.write(json.dumps({"fault": path, "trace": traceback.format_exc()[-3000:]}) + "\n")
            return self.fault(request, path, language, 500, RuntimeError("the fault is logged"))
        self.kept.put(place, ready)
        return respond(request, ready)

    def patiently(self, work: Callable[[], Ready]) -> Ready:
        """What takes seconds, one at a time, and given up where it takes too many."""
        with self.book.heavy, within(SECONDS):
            return work()

    def found(self, query: dict[str, str], language: str, path: str, form: str, view: View, words: Words) -> Ready:
        """A page of the record that the query names: another version, or this one as it stood on a day."""
        day = query.get("known_on", "").strip()
        known_on = ratione.read_day(day, field="known_on") if day else None
        book = self.shelf.book(query.get("record", "").strip(), known_on)
        return self.made(Request(book, query, language), path, form, view, words)

    def made(self, request: Request, path: str, form: str, view: View, words: Words) -> Ready:
        """A page worked out and drawn."""
        page = view(request, *words)
        version = request.record.version
        if form == "json":
            return Ready.of(render.as_json(page), JSON, version)
        if form == "csv":
            if page.table is None:
                raise Missing(f"{path}.csv")
            name = (path.strip("/") or "index").replace("/", "-")
            return Ready.of(render.as_csv(page).encode(), CSV, version, name=f"{name}.csv")
        if form in FORMS:
            if path not in POSTED or not isinstance(page.data, dict) or "answer" not in page.data:
                raise Missing(f"{path}.{form}")
            body = memo(request.cited(page), form, version, request.book.address)
            return Ready.of(body, FORMS[form], version, name=f"ratione-memo.{form}")
        if form in TWINS:
            if form not in page.twins:
                raise Missing(f"{path}.{form}")
            return Ready.of(page.twins[form]().encode(), TWINS[form][0], version)
        status = 400 if page.context.get("fault") else 200
        return Ready.of(render.as_html(request, path, page).encode(), HTML, version, status)

    async def posted(self, request: Asked, path: str, language: str) -> Response:
        """What is answered to a document or a table of cases that was posted; nothing of it is kept or logged."""
        largest, upload, field = POSTED[path]
        too_large = ratione.InputError(f"at most {largest} bytes")
        if int(request.headers.get("content-length") or 0) > largest + 10_000:
            return self.fault(request, path, language, 413, too_large)
        if not request.headers.get("content-type", "").startswith(FORM_TYPES):
            return self.fault(request, path, language, 400, ratione.InputError("a form with a text or one file"))
        if not self.allowance.take(client_of(request.scope)):
            fault = ratione.InputError("one document a second")
            return self.fault(request, path, language, 429, fault, self.allowance.wait)
        try:
            async with request.form(max_files=1, max_fields=8, max_part_size=largest) as form:
                raw, name = await document_of(form.get(upload), form.get(field), largest)
                day = str(form.get("written_on") or "")
        except (
            Exception
        ):  # the reader of forms has no one family of errors; whatever it is, the client's form is at fault
            return self.fault(request, path, language, 400, ratione.InputError("a form with a text or one file"))
        if len(raw) > largest:
            return self.fault(request, path, language, 413, too_large)
        if path == "/check":
            view = partial(checked, document=raw, name=name, written_on=day)
        else:
            view = partial(table_answered, document=raw, united_states=path == "/ask/united-states")
        work = partial(self.made, Request(self.book, {}, language), path, "", view, ())
        try:
            ready = await to_thread.run_sync(self.patiently, work, limiter=self.heavy)
        except TooLong as fault:
            return self.fault(request, path, language, 400, fault)
        return respond(request, ready, store="no-store")

    def fault(self, request: Asked, path: str, language: str, status: int, fault: Exception, wait: int = 0) -> Response:
        """A page, or JSON for a twin, that says what is wrong."""
        asked = Request(self.book, {}, language)
        if request.url.path.endswith(".json"):
            body, kind = json.dumps({"status": status, "detail": str(fault)}).encode(), JSON
        else:
            shown = status if status in (400, 404, 405, 413, 429, 500) else 400
            body, kind = render.fault_html(asked, path, shown, fault).encode(), HTML
        response = respond(request, Ready.of(body, kind, self.book.record.version, status))
        if wait:
            response.headers["Retry-After"] = str(wait)
        return response


async def document_of(upload: Any, text: Any, largest: int) -> tuple[bytes, str]:
    """The bytes of what was posted, with a name that tells the form."""
    if isinstance(upload, UploadFile) and upload.filename:
        return await upload.read(largest + 1), upload.filename[-120:]
    return str(text or "").encode(), "document.md"


def parts_of(path: str) -> tuple[str, str, str]:
    """The language, path and form of an address: ``/fr/states/UKR.json`` is ``("fr", "/states/UKR", "json")``."""
    form = ""
    stem, dot, last = path.rpartition(".")
    if dot and last in ("json", "csv", *FORMS, *TWINS) and "/" not in last:
        path, form = stem, last
    language = "en"
    first, _, rest = path.removeprefix("/").partition("/")
    if first in LANGUAGES and first != "en":
        language, path = first, f"/{rest}"
    if path in ("/index", ""):
        path = "/"
    return language, path if path == "/" else path.rstrip("/"), form


class Logged:
    """Writes a line of JSON a request: what was asked for and how it ended, never the question or a document."""

    def __init__(self, app: ASGIApp, out: Any = None) -> None:
        self.app, self.out = app, out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, told = time.perf_counter(), {"status": 500, "bytes": 0}

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
            elif message["type"] == "http.response.body":
                told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            row = {"method": scope["method"], "path": scope["path"][:200], **told, "ms": took}
            (self.out or sys.stderr).write(json.dumps(row) + "\n")
