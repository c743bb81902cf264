"""Serves the site, the HTTP API and MCP over HTTP from one process, with the record that is installed.

It binds to this machine only and takes port 8000 or the next one that is free, unless told otherwise, and prints the address.

  ratione serve
  ratione serve --port 8080 --no-log
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable

import ratione

from ..listening import bound, config_of, served
from ..serving import application


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
    sys.stdout.write(f"ratione {ratione.__version__}, record {record.version}\n{here}/\n")
    sys.stdout.flush()
    served(config_of(app), listening)
    return 0
