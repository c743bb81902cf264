"""A short guided tour on real questions, each with the call that asks it.

ratione tour
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date

import ratione

STOPS = (
    (
        "A crime in Ukraine, accused a Russian national: not a party then, but Ukraine had accepted by declaration",
        ratione.Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"),
        (),
    ),
    (
        "United States nationals in Afghanistan: nationality of a non-party does not matter on territory of a party",
        ratione.Facts(
            crime="war-crimes", specific_crime="torture", on="2003-05-01", territory="AFG", nationality="USA"
        ),
        (),
    ),
    (
        "The same, one day before the Statute bound Afghanistan",
        ratione.Facts(
            crime="war-crimes", specific_crime="torture", on="2003-04-30", territory="AFG", nationality="USA"
        ),
        (),
    ),
    (
        "Burundi around its exit: three days of one conduct",
        ratione.Facts(crime="crimes-against-humanity", on="2017-10-26/2017-10-28", territory="BDI", nationality="BDI"),
        (),
    ),
    (
        "What a ratification by the United States would change for its nationals in Syria",
        ratione.Facts(crime="war-crimes", on="2027-06-01", territory="SYR", nationality="USA"),
        ("USA ratification rome-statute 2027-03-01",),
    ),
)


def configure(parser: ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(arguments: Namespace) -> int:
    """Shows the tour."""
    today = date.today()
    record = ratione.Record.embedded()
    law = ratione.Law(record, today)
    write = sys.stdout.write
    write(f"ratione {ratione.__version__}, asked on {today}, record {record.version}\n\n")
    write("1. How the United States stands today        ratione status USA\n\n")
    write(ratione.status_text(law, ratione.status(law, "USA", today)))
    for number, (title, facts, suppose) in enumerate(STOPS, start=2):
        write(f"\n{number}. {title}\n   {call(facts, suppose)}\n\n")
        if suppose:
            write(f"As the record stands: {ratione.jurisdiction(facts, record, asked_on=today).answer}. Supposed:\n")
        found = ratione.jurisdiction(facts, record, asked_on=today, suppose=suppose)
        write("   " + found.text(tree=False).replace("\n", "\n   ").rstrip() + "\n")
    write("\nAsk your own:  ratione ask jurisdiction --help\nIn Python:     from ratione import Facts, jurisdiction\n")
    return 0


def call(facts: ratione.Facts, suppose: tuple[str, ...]) -> str:
    """The command that asks the same."""
    told = {name: getattr(facts, name) for name in facts.__struct_fields__ if getattr(facts, name)}
    words = [f"--{name.replace('_', '-')} {value}" for name, value in told.items()] + [
        f"--suppose '{one}'" for one in suppose
    ]
    return "ratione ask jurisdiction " + " ".join(words)
