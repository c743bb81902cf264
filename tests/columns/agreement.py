"""Rows put to tables and, one by one, to the finding: what the tests of agreement share."""

from __future__ import annotations

import random
from datetime import timedelta

import polars as pl

from ratione.columns.explain import Case, ask_one
from ratione.columns.fold import Folder, day_of, fold
from ratione.columns.frames import tagger_for
from ratione.columns.plan import asking
from ratione.limbs.conduct import Conduct, charge_of
from ratione.timelines.law import Law

FACTS = (
    "territory", "second_territory", "nationality", "crime", "specific_crime", "conflict", "age", "trigger",
    "referred_by", "begin", "operation",
)  # fmt: skip
OWN_DAY = 499
MAP = {"date": "date", "date_end": "date_end", **{name: name for name in FACTS}}


def differences(frame, mapping, record, law, *, by_epoch=False, **options):
    """The rows in which a table's answers are not those of the finding, with both; each set of facts is asked once.

    Words that a question understands are put to it as they stand; those of other schemes, and presumptions, as they were read.
    ``by_epoch`` asks the finding on the first day of each row's epoch, and on the row's own day for one row in many.
    """
    tags = tagger_for(record, frame.columns, mapping, asked_on=law.asked_on, **options)
    found = tags.frame(frame)
    names = [want.name for want in tags.plan.wants]
    read = tags.read(frame) if mapping is None else None
    asked: dict[object, list[str]] = {}
    wrong = []
    for number, row in enumerate(found.iter_rows(named=True)):
        case = tags.case((), *read, number) if read else case_of(tags, law, row)
        if by_epoch and number % OWN_DAY:
            case = case._replace(on=tags.epoch_day((), case.on))
        if case not in asked:
            asked[case] = [str(answer) for answer in ask_one(law, case)]
        mine = [row[name] for name in names]
        if mine != asked[case]:
            wrong.append((case[1:], mine, asked[case]))
    return wrong


def case_of(tags, law, row):
    """The facts of a row as its words give them."""
    given = {field: str(row[of.column] or "") for field, of in tags.plan.mapping.items()}
    other = {field: given[field] for field in tags.other}
    end = given.get("date_end", "")
    on = given["date"] + (f"/{end}" if end and end != given["date"] else "")
    wants = asking(law, tags.names, tags.plan, other).wants
    return Case(wants, on, given.get("territory", ""), given.get("second_territory", ""), given.get("nationality", ""))


def random_rows(record, count, seed):
    """Rows with every kind of fact, several places and passports, and facts not given."""
    dice = random.Random(seed)
    states = list(record.states)
    places = [*states, *record.territories, *(f"disputed:{code}" for code in record.places), "highseas", "SDN:darfur"]
    places += [f"{kind}:{dice.choice(states)}" for kind in ("vessel", "aircraft", "eez") for _ in range(40)]
    crimes = [
        ("genocide", ""),
        ("crimes-against-humanity", ""),
        ("war-crimes", ""),
        ("aggression", ""),
        ("other", "terrorism"),
    ]
    crimes += [(code, one.code) for code, row in record.crimes.items() for one in row.specific]
    others = [other_facts(dice, crimes) for _ in range(24)]
    days = days_of_change(record)
    rows = [random_row(dice, places, states, days) | dice.choice(others) for _ in range(count)]
    return pl.DataFrame(rows, schema=dict.fromkeys(MAP, pl.String))


def other_facts(dice, crimes):
    """Facts beside day, places and people; a table has few sets of them."""
    crime, specific = dice.choice(crimes[:4] if dice.random() < 0.5 else crimes)
    return {
        "crime": crime,
        "specific_crime": specific,
        "conflict": dice.choice(["", "", "iac", "niac", "none"]),
        "age": dice.choice(["", "", "", "17", "18", "40"]),
        "trigger": dice.choice(["", "", "none", "proprio-motu"]),
        "referred_by": "",
        "begin": "",
        "operation": "",
    }


def days_of_change(record):
    """The first day of each epoch and the day before it: where tables would go wrong first."""
    law = Law(record, record.day)
    crimes = [charge_of(record, crime, "", "") for crime in ("war-crimes", "aggression")]
    courses = tuple(Conduct(charge, 18, "none", (), "", "", None, ()) for charge in crimes)
    starts = [day_of(int(number)) for number in fold(Folder(law, courses)).days[1:]]
    return [day - timedelta(less) for day in starts for less in (0, 1)]


def random_row(dice, places, states, days):
    """One row."""
    day = dice.choice(days)
    people = dice.choices(
        ["UKR", "FRA", "COL", "RUS", "USA", "ISR", "PSE", "MNE", "SRB", "stateless", *states],
        k=dice.choice([1, 1, 1, 2, 3]),
    )
    place = (
        dice.choice(["UKR", "disputed:crimea", "GRL", "PSE", "ESH", "XKX", "FRA", "COL"])
        if dice.random() < 0.2
        else dice.choice(places)
    )
    second = dice.choice(places) if dice.random() < 0.1 else ""
    if second and dice.random() < 0.5:
        second = f"effect:{second}"
    return {
        "date": str(day),
        "date_end": str(day + timedelta(dice.randrange(0, 2000))) if dice.random() < 0.05 else None,
        "territory": None if dice.random() < 0.002 else place,
        "second_territory": second or None,
        "nationality": None if dice.random() < 0.3 else ";".join(dict.fromkeys(people)),
    }
