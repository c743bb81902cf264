"""Answers programs that speak the Model Context Protocol, over standard input and output; over HTTP with --http.

ratione mcp
ratione mcp --http --port 8750
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import anyio
import uvicorn

import ratione

from ..mcp_server import over_stdio, server_of
from ..shelf import Shelf
from ..site.book import Book
from .serve import bound, served


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--http", action="store_true", help="over HTTP, at /mcp")
    parser.add_argument(
        "--port", type=int, default=0, metavar="PORT", help="with --http: 8000, or the next one that is free"
    )
    parser.add_argument("--record", metavar="FILE", help="another compiled record")


def run(arguments: Namespace) -> int:
    """Serves until told to stop."""
    record = ratione.Record.open(arguments.record) if arguments.record else ratione.Record.embedded()
    if not arguments.http:
        anyio.run(over_stdio, record)
        return 0
    listening = bound("127.0.0.1", arguments.port)
    app = server_of(Shelf(Book(record))).streamable_http_app(stateless_http=True, json_response=True)
    sys.stdout.write(f"http://127.0.0.1:{listening.getsockname()[1]}/mcp\n")
    sys.stdout.flush()
    served(uvicorn.Config(app, log_level="warning", access_log=False), listening)
    return 0
