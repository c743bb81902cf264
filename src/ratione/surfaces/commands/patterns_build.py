"""Compiles the patterns of the checker into the package; a pattern that cannot be read is named with its file.

ratione patterns build data/patterns
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione
from ratione import checker


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "folder", nargs="?", default="data/patterns", help="the folder of the patterns; data/patterns if not given"
    )
    parser.add_argument("--out", metavar="FILE", help="where they go; into the package if not given")


def run(arguments: Namespace) -> int:
    """Builds and says how many there are."""
    out = Path(arguments.out) if arguments.out else Path(ratione.Record.embedded_path()).with_name("patterns.json")
    patterns = checker.build_patterns(Path(arguments.folder), out)
    sys.stdout.write(f"{len(patterns.patterns)} patterns, {len(patterns.fields)} rules for fields  {out}\n")
    return 0
