"""Persons and bodies listed under the sanctions orders on a day, with the licences, injunctions and stays in force.

ratione sanctions --on 2026-08-20
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import add_record_options, day_option, print_json, record_of


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--on", metavar="DAY", help="the day; today if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the lists and returns the exit code."""
    found = ratione.sanctions(
        record_of(arguments), day_option(arguments.on, "on"), asked_on=day_option(arguments.asked_on, "asked-on")
    )
    if arguments.json:
        print_json(found.to_dict())
    else:
        sys.stdout.write(found.text())
    return 0
