"""The record as a panel for research: states by year, month or day, pairs by year, or members of treaties.

Every value is worked out from the acts of the record; outside coverage it is missing, never zero. The format is that of the
file's ending: .csv (with a dictionary beside it), .parquet, .dta, .xlsx, .sqlite.

  ratione panel country-year -o panel.csv
  ratione panel country-month -o panel.dta --spine gw --from 2002-07-01 --until 2020-01-01
  ratione panel treaty-member -o members.xlsx --states KEN,Uganda
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

import ratione
from ratione import columns

from ..running import add_record_options, law_of, print_json, stop_on_termination


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("panel", help="country-year, country-month, country-day, dyad-year or treaty-member")
    parser.add_argument("-o", "--out", default="", metavar="FILE", help="where the panel goes")
    parser.add_argument(
        "--spine",
        default="iso",
        help="iso (ISO 3166-1, if not given), gw (Gleditsch and Ward) or cow (Correlates of War)",
    )
    parser.add_argument(
        "--from", dest="start", default="", metavar="DAY", help="first day; the adoption of the Statute"
    )
    parser.add_argument("--until", default="", metavar="DAY", help="first day left out; periods are always whole")
    parser.add_argument(
        "--states", action="append", default=[], metavar="STATE,...", help="only these; all of the spine if not given"
    )
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Writes the panel."""
    if not arguments.out:
        raise ratione.InputError("-o FILE is missing: where the panel goes")
    columns.panel_format(arguments.out)
    stop_on_termination()
    plain, supposed = law_of(arguments)
    made = columns.make_panel(
        arguments.panel,
        law=supposed or plain,
        spine=arguments.spine,
        start=ratione.read_day(arguments.start, field="from") if arguments.start else None,
        until=ratione.read_day(arguments.until, field="until") if arguments.until else None,
        states=[word.strip() for text in arguments.states for word in text.split(",") if word.strip()],
        tell=progress() if sys.stderr.isatty() else None,
    )
    columns.write_panel(made, arguments.out)
    rows, width = made.frame.shape
    if arguments.json:
        print_json({"out": arguments.out, "rows": rows, "columns": made.frame.columns, "about": made.about})
        return 0
    about = made.about
    sys.stdout.write(
        f"wrote {rows:,} rows and {width} columns to {arguments.out}; record {about['record']}, asked on {about['asked_on']}\n"
        f"{about['rows']}; {about['spine']}; covered from {about['covered_from']} until {about['covered_until']}\n"
    )
    return 0


def progress() -> Callable[[int, int], None]:
    """Tells on the terminal how many units are done, in place."""

    def tell(done: int, count: int) -> None:
        sys.stderr.write(f"\r{done:,} of {count:,} units {'' if done < count else chr(10)}")
        sys.stderr.flush()

    return tell
