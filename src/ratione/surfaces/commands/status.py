"""Everything about a state's participation on a day: each instrument, since when, because of which act, and what comes next.

STATE may be an ISO code, a United Nations name, a common or a former name.

  ratione status Burundi --on 2017-10-26
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import add_record_options, day_option, law_of, print_json


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("state", nargs="+", metavar="STATE", help="a state, by code or name")
    parser.add_argument("--on", metavar="DAY", help="the day asked about; today if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the status."""
    plain, supposed = law_of(arguments)
    law = supposed or plain
    on = day_option(arguments.on or arguments.asked_on, "on")
    code = ratione.Names(law.record).state(" ".join(arguments.state))
    found = ratione.status(law, code, on)
    if arguments.json:
        print_json(ratione.status_dict(law, found) | {"relationship": ratione.relationship_dict(law, code, on)})
        return 0
    sys.stdout.write(ratione.status_text(law, found) + ratione.relationship_text(law, code, on))
    if supposed:
        sys.stdout.write("\n" + ratione.difference_text(plain, supposed, "rome-statute", on))
    return 0
