"""The non-surrender agreement of a state, waivers made for it, and what aid law forbade when; or all of them.

ratione agreements Zambia
ratione agreements
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import add_record_options, day_option, print_json, record_of


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("state", nargs="?", help="a state by code or name; all of them if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the agreements and returns the exit code."""
    record, asked_on = record_of(arguments), day_option(arguments.asked_on, "asked-on")
    if arguments.state:
        found = ratione.agreements(record, arguments.state, asked_on=asked_on)
        if arguments.json:
            print_json(found.to_dict())
        else:
            sys.stdout.write(found.text())
        return 0
    table = ratione.all_agreements(record)
    if arguments.json:
        print_json(table.to_dict())
    else:
        sys.stdout.write(table.text())
    return 0
