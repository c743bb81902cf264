"""Which state, territory or contested place a country code means, since when, and on whose word.

ratione codes 345 --scheme gw --on 2004-05-01
ratione codes --place SRB
ratione codes --scheme fips --json
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from ratione import columns

from ..running import add_record_options, day_option, print_json, record_of


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", nargs="?", default="", help="a code or spelling")
    parser.add_argument(
        "--scheme", default="", help="gw, cow, v-dem, iso-alpha-3, m49, fips, ucdp, acled ...; all if not given"
    )
    parser.add_argument("--place", default="", help="a state, territory or contested place: every code that means it")
    parser.add_argument("--on", metavar="DAY", help="only what is meant on that day")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the rows; 1 where there is none."""
    record = record_of(arguments)
    found = list(columns.codes(record, arguments.code, arguments.scheme, arguments.place))
    if arguments.on:
        day = day_option(arguments.on, "on")
        found = [
            row
            for row in found
            if (row[1].start is None or row[1].start <= day) and (row[1].until is None or day < row[1].until)
        ]
    if arguments.json:
        print_json({"record_version": record.version, "codes": [as_dict(*row) for row in found]})
        return 0
    for scheme, entry, of in found:
        span = f"{entry.start or ''}..{entry.until or ''}" if entry.start or entry.until else ""
        weak = f"  [weak: {entry.weak or of.weak}]" if entry.weak or of.weak else ""
        sources = "; ".join(entry.sources or of.sources)
        sys.stdout.write(
            f"{scheme:12} {entry.code:8} {entry.means or '-':26} {span:24} {entry.name}  [{sources}]{weak}\n"
        )
    if not found:
        sys.stderr.write("ratione: no such code\n")
    return 0 if found else 1


def as_dict(scheme: str, entry: Any, of: Any) -> dict[str, object]:
    """A row as plain JSON."""
    return {
        "scheme": scheme,
        "code": entry.code,
        "name": entry.name,
        "means": entry.means or None,
        "from": entry.start.isoformat() if entry.start else None,
        "until": entry.until.isoformat() if entry.until else None,
        "sources": list(entry.sources or of.sources),
        "weak": entry.weak or of.weak,
        "note": entry.note,
    }
