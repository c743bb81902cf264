"""The history of the relationship between the United States and the Court, with sources and those in office on each day.

ratione timeline us --administration obama --stance supportive
ratione timeline us --from 2025-01-01 --until 2026-01-01 --format ics --out history.ics
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

import ratione

from ..running import add_record_options, record_of, whole_file

FORMATS = ("text", "json", "csv", "ics", "atom", "timelinejs")


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--administration", metavar="NAME", default="", help="clinton, bush, obama, trump-1, biden, trump-2"
    )
    parser.add_argument(
        "--kind", metavar="KIND", default="", help="statute, sanction, court-decision, statement and others"
    )
    parser.add_argument("--actor", metavar="WORDS", default="", help="words in the name of who acted")
    parser.add_argument("--stance", metavar="STANCE", default="", help="supportive, restrictive, neutral")
    parser.add_argument("--from", dest="start", metavar="DAY", default="", help="the first day")
    parser.add_argument("--until", metavar="DAY", default="", help="the first day that is left out")
    parser.add_argument("--statements", action="store_true", help="add what was said to what happened")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, json, csv, ics, atom or timelinejs")
    parser.add_argument("--prose", action="store_true", help="the page of prose on the administration instead")
    parser.add_argument("--out", metavar="FILE", default="-", help="where it goes; standard output if not given")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Prints or writes the history and returns the exit code."""
    record = record_of(arguments)
    if arguments.prose:
        with whole_file(arguments.out) as out:
            out.write(ratione.profile_text(record, arguments.administration))
        return 0
    rows = ratione.us_timeline(
        record, administration=arguments.administration, kind=arguments.kind, actor=arguments.actor,
        stance=arguments.stance, start=arguments.start, until=arguments.until, statements=arguments.statements,
    )  # fmt: skip
    form = "json" if arguments.json else arguments.format
    with whole_file(arguments.out) as out:
        out.write(written(record, rows, form))
    return 0


def written(record: ratione.Record, rows: list[ratione.HistoryRow], form: str) -> str:
    """The rows in a form."""
    if form == "csv":
        return ratione.history_csv(rows)
    if form == "ics":
        return ratione.history_icalendar(rows, stamp=record.day)
    if form == "atom":
        return ratione.history_atom(rows, stamp=record.day, version=record.version)
    if form == "text":
        return ratione.history_text(rows)
    value = ratione.history_timelinejs(rows) if form == "timelinejs" else [row.to_dict() for row in rows]
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
