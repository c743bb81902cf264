"""Writes the JSON Schema files by which editors complete and check the text of the record.

ratione record schema data/schema
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", nargs="?", default="data/schema", help="where they go; data/schema if not given")


def run(arguments: Namespace) -> int:
    """Writes the files."""
    folder = Path(arguments.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in ratione.schemas().items():
        (folder / name).write_bytes(content)
        sys.stdout.write(f"{folder / name}\n")
    return 0
