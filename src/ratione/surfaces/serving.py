"""Serving: the site, the HTTP API and MCP as one application."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

import ratione

from .site.book import Book
from .site.limits import Allowance
from .site.server import Logged, Site

__all__ = ["Served", "application"]


class Served:
    """Sends each request to the part that answers it."""

    def __init__(self, site: Site) -> None:
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await alive(receive, send)
            return
        await self.site(scope, receive, send)


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
    served = Served(Site(Book(record, today), allowance))
    return Logged(served) if log else served
