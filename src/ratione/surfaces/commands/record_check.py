"""Checks the text of the record: every fault of the run, each with its file, act, field, what was found and what was expected.

ratione record check data/
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", nargs="?", default="data", help="the folder of the text; data if not given")


def run(arguments: Namespace) -> int:
    """Prints the faults; 3 where there are any."""
    folder = folder_option(arguments.folder)
    faults = ratione.check_record(folder)
    if faults:
        raise ratione.RecordError(faults)
    record = ratione.read_record(folder)
    sys.stdout.write(f"sound: {len(record.acts)} acts of {len(record.states)} states; version {record.version}\n")
    embedded = ratione.Record.embedded() if os.path.exists(ratione.Record.embedded_path()) else None
    if embedded is not None and embedded.version != record.version:
        sys.stdout.write(
            f"the package holds another version, {embedded.version}; 'ratione record build' compiles this one\n"
        )
    return 0


def folder_option(text: str) -> Path:
    """The folder of the text."""
    folder = Path(text)
    if not (folder / "record.toml").is_file():
        raise ratione.FactError("folder", text, "a folder that holds the text of a record (record.toml, states/, ...)")
    return folder
