"""A contested point: its question, who holds what since when on what authority, and who changed position.

ratione debate dodd-and-funds
ratione debate nationals-of-non-parties
ratione debate --file debate.md
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import msgspec

import ratione

from ..running import add_record_options, law_of, print_json


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "name",
        nargs="?",
        default="",
        help="a contested point by code or question, or a debate in prose by slug or title",
    )
    parser.add_argument(
        "--file", metavar="MARKDOWN", help="read a debate with front matter instead, and say what is wrong"
    )
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the point, all points where none is named, or what a file holds; returns the exit code."""
    if arguments.file:
        debate = ratione.read_debate(arguments.file)
        if arguments.json:
            print_json(msgspec.to_builtins(debate))
        else:
            sys.stdout.write(debate.text())
        return 0
    before, supposed = law_of(arguments)
    law = supposed or before
    if not arguments.name:
        sys.stdout.writelines(f"{code:30} {row.question}\n" for code, row in law.record.disputes.items())
        sys.stdout.writelines(f"{code:30} {one.title} (prose)\n" for code, one in law.record.history.debates.items())
        return 0
    written = ratione.written_debate(law.record, arguments.name)
    if written is not None:
        if arguments.json:
            print_json(msgspec.to_builtins(written) | {"record_version": law.record.version})
        else:
            sys.stdout.write(ratione.written_debate_text(law.record, written))
        return 0
    page = ratione.debate_page(law, ratione.debate_named(law.record, arguments.name))
    if arguments.json:
        print_json(msgspec.to_builtins(page))
    else:
        sys.stdout.write(ratione.debate_text(page))
        sys.stdout.writelines(f"Debated in prose: {one.code}\n" for one in ratione.debates_on(law.record, page.code))
    return 0
