"""The finding behind a row of a tagged table, as `ratione ask jurisdiction` prints it.

The first row is 0. Without --column it is that of the first crime asked; --list names the columns.

  ratione explain tagged.parquet --row 12345
  ratione explain tagged.parquet --row 12345 --column if_war_crime
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import ratione
from ratione import columns

from ..running import print_json


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("table", help="a file that ratione tag made")
    parser.add_argument("--row", type=int, default=0, metavar="N", help="the row; the first is 0")
    parser.add_argument("--column", default="", help="a column of answers, or a crime")
    parser.add_argument("--list", action="store_true", help="say what the file was tagged with, and its columns")
    parser.add_argument("--no-tree", action="store_true", help="leave the tree of reasons out")
    parser.add_argument("--json", action="store_true", help="plain JSON instead of text")


def run(arguments: Namespace) -> int:
    """Prints the finding; a column that stands for several crimes prints one where they agree, else each."""
    if arguments.list:
        print_json(columns.notes_in(arguments.table))
        return 0
    column, findings, notes = columns.explain_row(arguments.table, arguments.row, arguments.column)
    version = ratione.Record.embedded().version
    if notes["record"] != version:
        sys.stderr.write(f"ratione: the file was tagged with record {notes['record']}; this is record {version}\n")
    if "row" in notes:
        where = notes["row"]
        said = where["place_note"] or "the table and the coordinates agree"
        sys.stderr.write(f"ratione: the row lies in {where['place_used'] or 'no place that is known'} ({said})\n")
    alike = len({finding.answer for finding in findings}) == 1
    told = findings[-1:] if alike else findings
    if len(findings) > 1:
        crimes = ", ".join(finding.facts.crime for finding in findings)
        sys.stderr.write(
            f"ratione: {column} stands for {crimes}; {'the last is told, all agree' if alike else 'they differ'}\n"
        )
    if arguments.json:
        where = {"place": notes["row"]} if "row" in notes else {}
        print_json({"column": column, **where, "findings": [finding.to_dict() for finding in told]})
    else:
        sys.stdout.write("\n".join(finding.text(tree=not arguments.no_tree) for finding in told))
    return 0
