"""Serving: the site, the HTTP API and MCP as one application."""

from __future__ import annotations

from contextlib import AsyncExitStack, suppress
from datetime import date
from threading import Thread
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import ratione

from .api import Api
from .api_wire import PREFIX
from .mcp_http import Spoken
from .shelf import Shelf
from .site.book import Book
from .site.limits import Allowance
from .site.page import Request
from .site.routes import page_at
from .site.server import Logged, Site

__all__ = ["Served", "application"]

LARGEST_HEAD = 16_384
"""So many bytes the head of a request may have."""


def plainly(status: int, text: str) -> tuple[Message, Message]:
    """The messages of a few words of plain text."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    start = {"type": "http.response.start", "status": status, "headers": [*headers, (b"cache-control", b"no-store")]}
    return start, {"type": "http.response.body", "body": text.encode()}


ALIVE, NOT_YET = plainly(200, "ok\n"), plainly(503, "not yet\n")


class Served:
    """Sends each request to the part that answers it."""

    def __init__(self, book: Book, allowance: Allowance) -> None:
        shelf = Shelf(book)
        self.book, self.site, self.api = book, Site(book, allowance, shelf), Api(shelf, allowance)
        self.mcp = Spoken(shelf, allowance)
        self.warmed, self.ready = False, True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.alive(receive, send)
            return
        path = scope["path"]
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEAD:
            await PlainTextResponse("a head too large\n", 431, {"Connection": "close"})(scope, receive, send)
            return
        if path in ("/healthz", "/readyz"):
            for message in ALIVE if self.ready or path == "/healthz" else NOT_YET:
                await send(message)
            return
        part: ASGIApp = self.mcp if path == "/mcp" else self.api if f"{path}/".startswith(f"{PREFIX}/") else self.site
        await part(scope, receive, send)

    async def alive(self, receive: Receive, send: Send) -> None:
        """Starts what needs starting, works out in advance what takes seconds, and stops in order."""
        async with AsyncExitStack() as stack:
            while (await receive())["type"] == "lifespan.startup":
                await stack.enter_async_context(self.mcp.running())
                if not self.warmed:
                    self.warmed, self.ready = True, False
                    Thread(target=self.warm, daemon=True).start()
                await send({"type": "lifespan.startup.complete"})
        await send({"type": "lifespan.shutdown.complete"})

    def warm(self) -> None:
        """The picture of United States law takes seconds: it is worked out before somebody asks."""
        with suppress(ratione.RationeError):
            try:
                page_at(Request(self.book), "/")
            finally:
                self.ready = True
            page_at(Request(self.book), "/united-states/law")


def application(
    record: ratione.Record,
    *,
    log: bool = True,
    today: Any = date.today,
    allowance: Allowance | None = None,
    address: str = "",
) -> ASGIApp:
    """The application for a record; ``address`` is where people find it, for citations."""
    served = Served(Book(record, today, address), allowance or Allowance())
    return Logged(served) if log else served
