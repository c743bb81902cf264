"""Listening: the socket, the server behind it, and how long it bears with clients that are slow."""

from __future__ import annotations

import asyncio
import signal
import socket
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

import ratione

__all__ = ["bound", "config_of", "served"]

TRIES = 50
PATIENCE = 30
"""Seconds in which a request must have come whole, from its first byte on, and a client must take what it is sent."""
GRACE = 15
"""Seconds in which what was begun may be finished after the server is told to stop."""
MOST_CONNECTIONS = 400


class Timely(H11Protocol):
    """A connection that is closed where a request does not come whole in time, its head or its body."""

    waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.watch(True)

    def connection_lost(self, exc: Exception | None) -> None:
        self.watch(False)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        unfinished = self.conn.their_state.__name__ in ("IDLE", "SEND_BODY")
        self.watch(unfinished and not self.transport.is_closing())

    def timeout_keep_alive_handler(self) -> None:
        self.watch(False)
        super().timeout_keep_alive_handler()

    def watch(self, unfinished: bool) -> None:
        """Begins to wait for the rest of a request, or stops."""
        if not unfinished and self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None
        elif unfinished and self.waiting is None:
            self.waiting = self.loop.call_later(PATIENCE, self.transport.abort)


def config_of(app: Any) -> uvicorn.Config:
    """How an application is served: bounded in connections and in the size of heads, graceful when told to stop."""
    return uvicorn.Config(
        app,
        http=Timely,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=16_384,
    )


def served(config: uvicorn.Config, listening: socket.socket) -> None:
    """Serves until told to stop; what is being answered is answered first.

    The server passes the signal on when it has stopped, and here that is the end of the work, not a fault.
    """
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda number, frame: None)
    uvicorn.Server(config).run(sockets=[listening])


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens: on the port told, or on the first free one from 8000 on."""
    wanted = [port] if port else range(8000, 8000 + TRIES)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for place, one in enumerate(wanted):
        # The event loop turns Nagle's waiting off only where the socket names its protocol: else an answer waits 40 ms.
        found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # a client that takes nothing of what it is sent is let go
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(PATIENCE * 1000))
        try:
            found.bind((host, one))
            found.listen(256)  # from now on the port is taken, and who asks early waits instead of being refused
        except OSError as fault:
            found.close()
            if place == len(wanted) - 1:
                raise ratione.InputError(f"port {one} at {host} cannot be had: {fault.strerror}") from None
            continue
        return found
    raise ratione.InputError("no port is free")
