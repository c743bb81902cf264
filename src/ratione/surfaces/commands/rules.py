"""The tables into which the rule of jurisdiction is folded for `ratione tag`: epochs, classes of links, what each node says.

ratione rules --fold
ratione rules --fold --place UKR
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from ratione import columns

from ..running import add_record_options, day_option, print_json, record_of


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--fold", action="store_true", required=True, help="show the folded tables")
    parser.add_argument("--place", default="", help="the epochs of one place, such as UKR or disputed:crimea")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the tables."""
    record, asked_on = record_of(arguments), day_option(arguments.asked_on, "asked-on")
    place = columns.Codes(record).place(arguments.place) if arguments.place else ""
    lines = list(columns.fold_lines(record, asked_on, place or arguments.place))
    if arguments.json:
        print_json({"record_version": record.version, "lines": lines})
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0
