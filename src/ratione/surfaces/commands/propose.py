"""Turns claims that the record does not hold into proposed acts, as text for a person to review.

Nothing enters the record by itself.

  ratione propose page.md > proposed.toml
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import ratione
from ratione import checker

from ..running import day_option, record_of
from .check import content, patterns_option


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("document", metavar="FILE", help="the document, or - for standard input")
    parser.add_argument("--date", metavar="DAY", help="the document's own day, where it is known")
    parser.add_argument("--today", metavar="DAY", help="the day of the comparison; today if not given")
    parser.add_argument("--patterns", metavar="FOLDER", help="other patterns than those installed")
    parser.add_argument("--record", metavar="FILE", help="another compiled record")
    parser.add_argument("--known-on", metavar="DAY", help="the record as it stood at the end of that day")


def run(arguments: Namespace) -> int:
    """Prints the proposals."""
    engine = checker.Checker(record_of(arguments), patterns_option(arguments.patterns))
    path = Path(arguments.document)
    if arguments.document != "-" and not path.is_file():
        raise ratione.InputError(f"{path}: no such file; expected a document, or - for standard input")
    written = ratione.read_day(arguments.date, field="date") if arguments.date else None
    report = engine.check(
        content(None if arguments.document == "-" else path),
        name="standard-input" if arguments.document == "-" else path.name,
        today=day_option(arguments.today, "today"),
        written_on=written,
    )
    sys.stdout.write(
        checker.proposals(report) or "# The record holds every act that the document tells with its day.\n"
    )
    return 0
