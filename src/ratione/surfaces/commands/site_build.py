"""Writes the whole site as files that work from any web host and from disk, with search; checks every link.

ratione site build -o public/
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione

from ..running import day_option
from ..site.build import broken_links, build_site


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "-o", "--out", metavar="FOLDER", default="public", help="where the files go; public/ if not given"
    )
    parser.add_argument("--today", metavar="DAY", help="the day of the copy; today if not given")
    parser.add_argument("--record", metavar="FILE", help="another compiled record")
    parser.add_argument("--address", metavar="URL", default="", help="where the files will be found, for citations")


def run(arguments: Namespace) -> int:
    """Writes the files; 1 where a link leads nowhere."""
    began = time.perf_counter()
    out = Path(arguments.out)
    record = arguments.record or ratione.Record.embedded_path()
    count = build_site(record, out, day_option(arguments.today, "today"), address=arguments.address)
    broken = broken_links(out)
    sys.stdout.write(f"{count} files in {time.perf_counter() - began:.1f} s  {out}\n")
    sys.stderr.writelines(f"leads nowhere: {one}\n" for one in broken[:50])
    return 1 if broken else 0
