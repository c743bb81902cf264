"""Answers programs that speak the Model Context Protocol, over standard input and output; over HTTP with --http.

ratione mcp
ratione mcp --http --port 8750
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import anyio

import ratione

from ..listening import bound, config_of, served
from ..mcp_http import Spoken
from ..mcp_server import over_stdio
from ..shelf import Shelf
from ..site.book import Book
from ..site.limits import Allowance


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
    app = Spoken(Shelf(Book(record)), Allowance())
    sys.stdout.write(f"http://127.0.0.1:{listening.getsockname()[1]}/mcp\n")
    sys.stdout.flush()
    served(config_of(app), listening)
    return 0
