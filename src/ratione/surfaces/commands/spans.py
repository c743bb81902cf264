"""Every derived interval of participation, half-open: 'from' is the first day, 'until' the first day on which it is over.

ratione spans --instrument rome-statute --format csv
"""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import add_record_options, instrument_option, law_of, print_json

COLUMNS = ("iso3", "instrument", "status", "from", "until", "answer", "because", "article", "weak")


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--instrument", default="", metavar="CODE", help="one instrument; all if not given")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the intervals."""
    plain, supposed = law_of(arguments)
    law = supposed or plain
    instrument = instrument_option(law.record, arguments.instrument) if arguments.instrument else ""
    rows = [as_row(row) for row in ratione.spans(law, instrument)]
    if arguments.json or arguments.format == "json":
        print_json(as_dict(law, instrument, rows))
        return 0
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return 0


def as_row(row: ratione.SpanRow) -> dict[str, str]:
    """An interval as a row of the table."""
    return {
        "iso3": row.iso3,
        "instrument": row.instrument,
        "status": row.status,
        "from": row.start.isoformat(),
        "until": row.until.isoformat() if row.until else "",
        "answer": str(row.answer),
        "because": ";".join(row.because),
        "article": row.article,
        "weak": row.weak,
    }


def as_dict(law: ratione.Law, instrument: str, rows: list[dict[str, str]]) -> dict[str, object]:
    """The intervals as plain JSON."""
    changed = ("until", "because", "weak")
    return {
        "instrument": instrument or None,
        "asked_on": law.asked_on.isoformat(),
        "record_version": law.record.version,
        "spans": [
            {name: value for name, value in row.items() if name not in changed}
            | {"until": row["until"] or None, "weak": row["weak"] or None}
            | {"because": row["because"].split(";") if row["because"] else []}
            for row in rows
        ],
    }
