"""Compiles the text of the record into one file of canonical JSON, whose hash is the record's version.

The file is written whole or not at all, and an unsound record is not written.

  ratione record build data/ --out record.json
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione

from .record_check import folder_option


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", nargs="?", default="data", help="the folder of the text; data if not given")
    parser.add_argument("--out", metavar="FILE", help="where it goes; into the package if not given")


def run(arguments: Namespace) -> int:
    """Builds and prints the version."""
    out = Path(arguments.out or ratione.Record.embedded_path())
    record = ratione.build_record(folder_option(arguments.folder), out)
    sys.stdout.write(f"{record.version}  {len(record.acts)} acts of {len(record.states)} states  {out}\n")
    return 0
