"""Serves the site, the HTTP API and MCP over HTTP from one process, with the record that is installed.

It binds to this machine only and takes port 8000 or the next one that is free, unless told otherwise, and prints the address.

  ratione serve
  ratione serve --port 8080 --no-log
"""

from __future__ import annotations

import signal
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable

import uvicorn

import ratione

from ..serving import application

TRIES = 50


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen; this machine only if not given"
    )
    parser.add_argument("--port", type=int, default=0, metavar="PORT", help="8000, or the next one that is free")
    parser.add_argument("--record", metavar="FILE", help="another compiled record")
    parser.add_argument("--address", metavar="URL", default="", help="where people find the site, for citations")
    parser.add_argument("--no-log", action="store_true", help="write no line for each request")


def run(arguments: Namespace) -> int:
    """Serves until told to stop."""
    record = ratione.Record.open(arguments.record) if arguments.record else ratione.Record.embedded()
    listening = bound(arguments.host, arguments.port)
    host, port = listening.getsockname()[:2]
    here = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    app: Callable[..., Awaitable[None]] = application(
        record, log=not arguments.no_log, address=arguments.address or here
    )
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        limit_concurrency=400,
        proxy_headers=False,
    )
    sys.stdout.write(f"ratione {ratione.__version__}, record {record.version}\n{here}/\n")
    sys.stdout.flush()
    served(config, listening)
    return 0


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
    for place, one in enumerate(wanted):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # The event loop turns Nagle's waiting off only where the socket names its protocol: else an answer waits 40 ms.
        found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, one))
        except OSError as fault:
            found.close()
            if place == len(wanted) - 1:
                raise ratione.InputError(f"port {one} at {host} cannot be had: {fault.strerror}") from None
            continue
        return found
    raise ratione.InputError("no port is free")
