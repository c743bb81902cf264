"""Whether the International Criminal Court has jurisdiction over given facts, with the reasons.

A fact that is not given is presumed (age: adult; second territory: none; specific crime: one of 1998; trigger: the conditions
only; operation: none) or left unknown (crime, day, territory, nationality); 'unknown' may be written for any of them.

  ratione ask jurisdiction --crime war-crimes --on 2022-03-04 --territory UKR --nationality RUS
  ratione ask jurisdiction --file cases.csv --out answers.csv
"""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser, Namespace

import ratione

from ..running import (
    add_record_options,
    day_option,
    not_itself,
    print_json,
    record_of,
    rows_of,
    stop_on_termination,
    suppositions,
    whole_file,
)

COLUMNS = ("id", "answer", "parts", "deciding_articles", "reason", "record_version")

FACTS = {
    "crime": "genocide, crimes-against-humanity, war-crimes, aggression, other",
    "specific-crime": "one or more crimes of the article's list, parted by ';'",
    "conflict": "iac, niac or none",
    "on": "the day of the conduct, or FIRST/LAST",
    "begin": "the day on which the attack or the crime began",
    "territory": "a state, SDN:darfur, vessel:COM, aircraft:POL, eez:PHL, highseas, disputed:crimea",
    "second-territory": "another place where an element took place, or effect:PLACE",
    "nationality": "every nationality, parted by ';'; CAN@2012-06-01 acquired then; stateless",
    "age": "age of the accused at the time",
    "trigger": "state-referral, security-council, proprio-motu, none",
    "referred-by": "the states that referred (LTU@2022-03-01), or a resolution (UNSC-1593)",
    "situation": "the situation referred",
    "operation": "an operation of the Council in which the accused acted",
}


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    for name, says in FACTS.items():
        parser.add_argument(f"--{name}", metavar="FACT", default="", help=says)
    parser.add_argument(
        "--timeline", action="store_true", help="the answer by the day of the conduct, as text and picture"
    )
    parser.add_argument("--no-tree", action="store_true", help="leave the tree of reasons out")
    parser.add_argument("--file", metavar="CSV", help="a table of facts, one question a row")
    parser.add_argument(
        "--out", metavar="CSV", default="-", help="where the answers to --file go; standard output if not given"
    )
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Asks, prints, and returns the exit code."""
    if arguments.file:
        return answer_file(arguments)
    told = {name.replace("-", "_"): getattr(arguments, name.replace("-", "_")) for name in FACTS}
    facts = ratione.Facts(**told, asked_on=arguments.asked_on or "")
    record, today = record_of(arguments), day_option(None, "asked-on")
    lines = suppositions(arguments)
    found = ratione.jurisdiction(facts, record, asked_on=today, suppose=lines)
    before = ratione.jurisdiction(facts, record, asked_on=today) if lines else None
    if arguments.json:
        answer = found.to_dict() | ({"timeline": ratione.timeline_dict(found)} if arguments.timeline else {})
        print_json(answer | ({"supposed": lines, "without_supposition": str(before.answer)} if before else {}))
        return 0
    if before:
        sys.stdout.write(f"Supposed: {'; '.join(lines)}\nWithout it the answer is {before.answer}.\n\n")
    sys.stdout.write(found.text(tree=not arguments.no_tree))
    if arguments.timeline:
        sys.stdout.write("\n" + ratione.timeline_text(found))
    return 0


def answer_file(arguments: Namespace) -> int:
    """Answers a table; 1 where a row could not be read."""
    stop_on_termination()
    not_itself(arguments.file, arguments.out)
    for name in FACTS:
        if word := getattr(arguments, name.replace("-", "_")):
            raise ratione.FactError(name, word, "nothing: beside --file the facts stand in its columns")
    record, wrong = record_of(arguments), 0
    today = day_option(arguments.asked_on, "asked-on")
    known = {name.replace("-", "_") for name in FACTS} | {"conduct_from", "conduct_to", "referring_state", "asked_on"}
    with open(arguments.file, encoding="utf-8-sig", newline="") as told:
        rows = list(rows_of(told, known))
    with whole_file(arguments.out) as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        table = ratione.answer_table(rows, record, asked_on=today, suppose=suppositions(arguments))
        for number, row in enumerate(table, start=1):
            writer.writerow(row)
            wrong += row["answer"] == "error"
            if sys.stderr.isatty() and number % 200 == 0:
                sys.stderr.write(f"\r{number} of {len(rows)} rows")
    if sys.stderr.isatty():
        sys.stderr.write("\r")
    if wrong:
        rows_have = "row has an error" if wrong == 1 else "rows have errors"
        sys.stderr.write(f"ratione: {wrong} {rows_have}; each says what is wrong in its reason\n")
    return 1 if wrong else 0
