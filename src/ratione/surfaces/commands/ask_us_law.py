"""Whether United States law permits (or requires) an act concerning the International Criminal Court, ban by ban.

What is not told is not guessed: a fact that could change the answer is asked for, a power that nobody used counts as not used.

  ratione ask us-law --activity information-sharing --on 2024-05-01 --situation UKR \\
      --accused-nationality RUS --accused-of war-crimes
  ratione ask us-law --file questions.csv --out answers.csv
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

FACTS = {
    "activity": "what is done: information-sharing, direct-funding, sanctions-dealing and others",
    "on": "the day of the act",
    "actor": "federal-government, president, state-or-local, us-court, private-us-person, icc",
    "beneficiary": "icc, icc-official:NAME, person:NAME, state:ISO3, un, victims",
    "situation": "a situation of the record, such as UKR",
    "accused-nationality": "the state of nationality of the accused",
    "accused-of": "genocide, crimes-against-humanity, war-crimes, aggression",
    "person-status": "us-person, allied-person, foreign",
    "conditions": "condition codes parted by ';', such as case-specific; 'no-' before a code denies it",
}


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    for name, says in FACTS.items():
        parser.add_argument(f"--{name}", metavar="FACT", default="", help=says)
    parser.add_argument(
        "--required", action="store_true", help="ask whether the law requires it, not whether it permits it"
    )
    parser.add_argument(
        "--timeline", action="store_true", help="the answer by the day of the act; --on may be left out"
    )
    parser.add_argument("--file", metavar="CSV", help="a table of questions, one a row")
    parser.add_argument(
        "--out", metavar="CSV", default="-", help="where the answers to --file go; standard output if not"
    )
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Asks, prints, and returns the exit code."""
    if arguments.file:
        return answer_file(arguments)
    told = {name.replace("-", "_"): getattr(arguments, name.replace("-", "_")) for name in FACTS}
    undated = arguments.timeline and not told["on"]
    if undated:
        told["on"] = day_option(arguments.asked_on, "asked-on").isoformat()
    facts = ratione.UsFacts(**told, asked_on=arguments.asked_on or "")
    question: ratione.Question = "required" if arguments.required else "permitted"
    found = ratione.us_law(
        record_of(arguments), facts, asked_on=day_option(None, "asked-on"), question=question,
        suppose=suppositions(arguments), over_time=arguments.timeline or arguments.json,
    )  # fmt: skip
    if arguments.json:
        print_json(found.to_dict())
        return 0
    if found.supposed:
        plain = ratione.us_law(
            record_of(arguments), facts, asked_on=day_option(None, "asked-on"), question=question, brief=True
        )
        sys.stdout.write(f"Without what is supposed the answer is {plain.answer} ({plain.word}).\n\n")
    if undated:
        sys.stdout.write(
            "No day of the act was told: the first answer is for the day of asking, all days stand below.\n\n"
        )
    sys.stdout.write(ratione.us_law_text(found, timeline=arguments.timeline))
    return 0


def answer_file(arguments: Namespace) -> int:
    """Answers a table; 1 where a row could not be read. The answers are written whole or not at all."""
    stop_on_termination()
    not_itself(arguments.file, arguments.out)
    record, wrong = record_of(arguments), 0
    question: ratione.Question = "required" if arguments.required else "permitted"
    today = day_option(arguments.asked_on, "asked-on")
    with open(arguments.file, encoding="utf-8-sig", newline="") as told:
        rows = list(rows_of(told, set(ratione.UsFacts.__struct_fields__)))
    if rows and "" not in rows[0] and {"on", "activity"} - set(rows[0]):
        raise ratione.FactError("file", ",".join(rows[0]), "a header row with on and activity")
    with whole_file(arguments.out) as out:
        writer = csv.DictWriter(out, ratione.US_COLUMNS, lineterminator="\n")
        writer.writeheader()
        supposed = suppositions(arguments)
        for row in ratione.us_table(rows, record, asked_on=today, question=question, suppose=supposed):
            writer.writerow(row)
            wrong += row["answer"] == "error"
    if wrong:
        sys.stderr.write(f"ratione: {wrong} rows have errors; each says what is wrong in its reason\n")
    return 1 if wrong else 0
