"""MCP over HTTP: at ``/mcp``, by POST only, bounded in size and in questions a client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from .api_types import Problem
from .mcp_server import server_of
from .shelf import Shelf
from .site.limits import Allowance, client_of

__all__ = ["Spoken"]

LARGEST = 2_000_000
OPEN = TransportSecuritySettings(enable_dns_rebinding_protection=False)
"""Any host's name is taken: everything here may be read by anybody, so that there is nothing to be tricked out of it."""


class Spoken:
    """The protocol as an application; it keeps nothing from one request to the next."""

    def __init__(self, shelf: Shelf, allowance: Allowance) -> None:
        self.shelf, self.allowance = shelf, allowance
        self.inner: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.alive(receive, send)
            return
        fault, headers = None, {"Access-Control-Allow-Origin": "*"}
        if scope["path"] != "/mcp":
            fault = Problem(status=404, title="no such thing", detail="the protocol is spoken at /mcp")
        elif scope["method"] != "POST":
            fault = Problem(status=405, title="not by that method", detail=f"{scope['method']} /mcp; expected POST")
            headers["Allow"] = "POST"
        elif not self.allowance.take(client_of(scope)):
            fault = Problem(status=429, title="too many questions", detail=f"ask again in {self.allowance.wait} s")
            headers["Retry-After"] = str(self.allowance.wait)
        if fault is not None or self.inner is None:
            fault = fault or Problem(status=503, title="not yet", detail="the server is starting")
            await Response(msgspec.json.encode(fault), fault.status, headers, "application/problem+json")(
                scope, receive, send
            )
            return
        await self.inner(scope, receive, send)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While it runs."""
        server = server_of(self.shelf)
        self.inner = server.streamable_http_app(
            stateless_http=True, json_response=True, max_request_body_size=LARGEST, transport_security=OPEN
        )
        async with server.session_manager.run():
            yield

    async def alive(self, receive: Receive, send: Send) -> None:
        """Starts and stops by itself."""
        await receive()
        async with self.running():
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})
