"""Serving: the site, the HTTP API and MCP as one application."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

import ratione

from .api import Api
from .site.book import Book
from .site.limits import Allowance
from .site.server import Logged, Site

__all__ = ["Served", "application"]


class Served:
    """Sends each request to the part that answers it."""

    def __init__(self, site: Site, api: Api) -> None:
        self.site, self.api = site, api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await alive(receive, send)
            return
        part: ASGIApp = self.api if scope["path"].startswith(("/api/v1/", "/api/v1")) else self.site
        await part(scope, receive, send)


async def alive(receive: Receive, send: Send) -> None:
    """Says that the application has started and stopped."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def application(
    record: ratione.Record, *, log: bool = True, today: Any = date.today, allowance: Allowance | None = None
) -> ASGIApp:
    """The application for a record."""
    book, shared = Book(record, today), allowance or Allowance()
    served = Served(Site(book, shared), Api(book, shared))
    return Logged(served) if log else served
