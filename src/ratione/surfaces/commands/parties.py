"""Who is a party to an instrument on a day (or bound by an amendment), how many, and why published numbers differ.

ratione parties --on 2019-06-01 --group WEOG
ratione parties --count --on 2027-09-23
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import add_record_options, day_option, instrument_option, law_of, print_json

GROUPS = ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG")


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--instrument", default="rome-statute", metavar="CODE", help="rome-statute if not given")
    parser.add_argument("--on", metavar="DAY", help="the day asked about; today if not given")
    parser.add_argument("--group", metavar="GROUP", default="", help="a regional group: " + ", ".join(GROUPS))
    parser.add_argument("--count", action="store_true", help="print the bare number")
    parser.add_argument("--explain", action="store_true", help="say why published numbers differ")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints the list, the number, or the explanation."""
    plain, supposed = law_of(arguments)
    law = supposed or plain
    on = day_option(arguments.on or arguments.asked_on, "on")
    instrument = instrument_option(law.record, arguments.instrument)
    rows = ratione.parties(law, instrument, on, group_option(arguments.group))
    sure = [row for row in rows if row[1].answer is ratione.Answer.YES]
    if arguments.json:
        print_json({"on": on.isoformat()} | as_dict(law, instrument, arguments.group, rows))
        return 0
    if arguments.count:
        sys.stdout.write(f"{len(sure)}\n")
    elif not arguments.explain:
        for code, row in rows:
            name, weak = law.record.states[code].name, f"  [weak: {row.weak}]" if row.weak else ""
            open_ = "  [open]" if row.answer is ratione.Answer.OPEN else ""
            until = f"  until {row.until}" if row.until else ""
            sys.stdout.write(f"{code}  {row.start}  {name}{until}{open_}{weak}\n")
    if arguments.explain:
        sys.stdout.write(ratione.counts_text(law, instrument, on))
    if supposed and not arguments.count:
        sys.stdout.write(ratione.difference_text(plain, supposed, instrument, on))
    return 0


def group_option(word: str) -> str:
    """The regional group that an option names."""
    for group in GROUPS:
        if group.casefold() == word.casefold():
            return group
    if word:
        raise ratione.FactError("group", word, "a regional group: " + ", ".join(GROUPS))
    return ""


def as_dict(
    law: ratione.Law, instrument: str, group: str, rows: list[tuple[str, ratione.SpanRow]]
) -> dict[str, object]:
    """The list as plain JSON."""
    return {
        "instrument": instrument,
        "group": group or None,
        "asked_on": law.asked_on.isoformat(),
        "record_version": law.record.version,
        "count": sum(row.answer is ratione.Answer.YES for _, row in rows),
        "parties": [
            {
                "iso3": code,
                "name": law.record.states[code].name,
                "from": row.start.isoformat(),
                "until": row.until.isoformat() if row.until else None,
                "answer": str(row.answer),
                "because": list(row.because),
                "article": row.article,
                "weak": row.weak or None,
            }
            for code, row in rows
        ],
    }
