"""A situation: trigger, window, ground, carve-outs, where it stands, and what jurisdiction rests on.

ratione situation SDN
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import msgspec

import ratione

from ..running import add_record_options, day_option, law_of, print_json


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="?", default="", help="a situation by code, name or case number")
    parser.add_argument("--on", metavar="DAY", help="where it stands on that day; today if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the situation, or all of them where none is named; returns the exit code."""
    before, supposed = law_of(arguments)
    law = supposed or before
    if not arguments.name:
        sys.stdout.writelines(f"{code:8} {row.name}\n" for code, row in law.record.situations.items())
        return 0
    code = ratione.situation_named(law.record, arguments.name)
    page, on = ratione.situation_page(law.record, code), day_option(arguments.on, "on")
    if arguments.json:
        bases = {"rests_on": ratione.rests_on(law, code, on), "without_effect": ratione.without_effect(law, code)}
        print_json({**msgspec.to_builtins(page), **bases})
    else:
        sys.stdout.write(ratione.situation_text(law, page, on))
    return 0
