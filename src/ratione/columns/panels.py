"""Panel: the record as a table of states by year, month or day, of pairs by year, or of members of treaties.

>>> frame = panel("country-year", states=["BDI"], start=Day(2017, 1, 1), until=Day(2018, 1, 1))
>>> frame.select("iso3", "year", "status", "party_share").row(0)
('BDI', 2017, 'former-party', 0.8191780821917808)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from ..dates import Day, days_after
from ..errors import FactError, InputError, near
from ..record.record import Record
from ..timelines.law import Law
from .crosswalk import Codes
from .extras import pl
from .panel_concerns import concern_variables
from .panel_dyads import dyad_rows
from .panel_members import member_rows
from .panel_periods import Period, Window, calendar, rows_of
from .panel_reach import BY_COUNCIL, REACHES, Reach
from .panel_spine import SPINES, Unit, code_steps, spine_named, units
from .panel_variables import Steps, Variable, treaty_variables
from .panel_words import Column, columns_of, id_columns, row_columns

__all__ = ["KINDS", "Panel", "make_panel", "panel"]

KINDS = {
    "country-year": "one row for each unit of the spine and year",
    "country-month": "one row for each unit of the spine and month",
    "country-day": "one row for each unit of the spine and day",
    "dyad-year": "one row for each pair of states and year",
    "treaty-member": "one row for each instrument, state and span of membership",
}
"""Panels, each with what a row is."""

PERIODS: dict[str, Period] = {
    "country-year": "year",
    "country-month": "month",
    "country-day": "day",
    "dyad-year": "year",
}

LICENCE = "CC BY 4.0"

MOST_ROWS = 12_000_000
"""So many rows of days fill a few gigabytes of memory."""

Tell = Callable[[int, int], None]


class Panel(NamedTuple):
    """A panel: its rows, what each column is, and what it was made of."""

    kind: str
    frame: Any
    columns: list[Column]
    about: dict[str, str]

    @property
    def dictionary(self) -> Any:
        """The data dictionary: a row for each column."""
        return pl.DataFrame([column._asdict() for column in self.columns], infer_schema_length=None)


def panel(
    kind: str,
    *,
    record: Record | None = None,
    law: Law | None = None,
    spine: str = "iso",
    start: Day | None = None,
    until: Day | None = None,
    states: Iterable[str] = (),
) -> Any:
    """A panel as a Polars frame: ``country-year``, ``country-month``, ``country-day``, ``dyad-year`` or ``treaty-member``.

    ``start`` is the first day asked for and ``until`` the first day after the last; periods are always whole. ``law`` says
    which record answers and on which day it is asked; without it the record's own day counts.

    >>> panel("treaty-member", states=["MYS"]).select("instrument", "signed_on", "bound_from").rows()
    [('rome-statute', None, None)]
    """
    return make_panel(kind, record=record, law=law, spine=spine, start=start, until=until, states=states).frame


def make_panel(
    kind: str,
    *,
    record: Record | None = None,
    law: Law | None = None,
    spine: str = "iso",
    start: Day | None = None,
    until: Day | None = None,
    states: Iterable[str] = (),
    tell: Tell | None = None,
) -> Panel:
    """A panel with its data dictionary and what it was made of; ``tell`` is told how many units are done, of how many."""
    if kind not in KINDS:
        raise FactError("panel", kind, "one of " + ", ".join(KINDS), hint=near(kind, KINDS))
    record = law.record if law else record or Record.embedded()
    law = law or Law(record, record.day)
    spine = spine_named(spine)
    if kind == "treaty-member" and (start or until):
        raise InputError("treaty-member has every span with its days: --from and --until do not apply")
    window = window_of(law, start, until)
    chosen = units(law, spine, states)
    check_size(kind, window, len(chosen))
    if kind == "treaty-member":
        frame, columns = member_rows(law, spine, chosen, window)
    elif kind == "dyad-year":
        if len(chosen) == 1:
            raise InputError("states: found one, expected at least two for pairs")
        frame, columns = dyad_rows(law, spine, chosen, window, Reach(law), tell)
    else:
        frame, columns = country_rows(law, spine, chosen, window, PERIODS[kind], tell)
    columns = [*columns, Column("record", "text", "Version of the record", "", "the record that answered", "")]
    frame = frame.with_columns(pl.lit(record.version, dtype=pl.Enum([record.version])).alias("record"))
    return Panel(kind, frame, columns, about(law, kind, spine, window, states))


def window_of(law: Law, start: Day | None, until: Day | None) -> Window:
    """The days asked for and those covered: from the adoption of the Statute to the day asked on, or to that of the record
    where it lies before; a supposition is covered to the day asked on, because the user answers for it."""
    adopted = law.record.instruments["rome-statute"].adopted
    last = law.asked_on if law.supposed else min(law.asked_on, law.record.day)
    covered_until = days_after(last, 1)
    if covered_until <= adopted:
        raise FactError("asked-on", str(law.asked_on), f"{adopted}, the adoption of the Statute, or later")
    first, after = start or adopted, until or covered_until
    if first >= after:
        raise FactError("until", str(after), f"a day after {first}, the first day asked for")
    return Window(first, after, adopted, covered_until)


def check_size(kind: str, window: Window, units: int) -> None:
    """Raises where the panel would have more rows than a machine should be asked for."""
    days = (window.until - window.start).days
    periods = {"country-day": days, "country-month": days // 28}.get(kind, days // 365)
    rows = periods * (units * units // 2 if kind == "dyad-year" else units)
    if rows > MOST_ROWS:
        raise InputError(
            f"the panel would have about {rows:,} rows, more than {MOST_ROWS:,}; ask for less with --from, --until or --states"
        )


def about(law: Law, kind: str, spine: str, window: Window, states: Iterable[str]) -> dict[str, str]:
    """What a panel was made of."""
    scheme = Codes(law.record).schemes[SPINES[spine]]
    return {
        "made_by": "ratione panel",
        "panel": kind,
        "rows": KINDS[kind],
        "spine": f"{spine}: {scheme.name}" + (f" (weak: {scheme.weak})" if scheme.weak else ""),
        "record": law.record.version,
        "record_day": str(law.record.day),
        "asked_on": str(law.asked_on),
        "from": str(window.start),
        "until": str(window.until),
        "covered_from": str(window.covered_from),
        "covered_until": str(window.covered_until),
        "states": ", ".join(states) or "all",
        "supposed": ", ".join(sorted(law.supposed)) or "nothing",
        "missing": "outside the days covered, before a unit exists, and where nothing is known; never zero",
        "licence": LICENCE,
    }


def country_rows(
    law: Law, spine: str, chosen: list[Unit], window: Window, period: Period, tell: Tell | None
) -> tuple[Any, list[Column]]:
    """The rows of a panel of units by period."""
    reach = Reach(law)
    book = Codes(law.record)
    variables = [
        *code_variables(book, spine),
        *treaty_variables(law.record),
        *concern_variables(law.record),
        *reach_variables(reach),
    ]
    found = rows_of(chosen, variables, partial(steps_of, law, reach), window, period, shares=period != "day", tell=tell)
    starts = pl.Series(calendar(period, window.start, window.until), dtype=pl.Date).gather(found.periods)
    codes = pl.Series([unit.code for unit in chosen], dtype=pl.String).gather(found.units)
    names = pl.Series([unit.name for unit in chosen], dtype=pl.String).gather(found.units)
    columns = [codes.cast(pl.String if spine == "iso" else pl.Int32).alias(own_name(spine)), names.alias("name")]
    columns.append(starts.dt.year().alias("year"))
    if period == "month":
        columns.append(starts.dt.month().cast(pl.Int32).alias("month"))
    if period == "day":
        columns.append(starts.alias("day"))
    columns.append(pl.Series("days", found.days, pl.Int32))
    columns.append(pl.Series("days_covered", found.covered, pl.Int32))
    frame = pl.DataFrame(columns).hstack(found.values)
    described = [*id_columns(spine), *row_columns(period), *columns_of(variables, shares=period != "day")]
    return frame, described


def steps_of(law: Law, reach: Reach, variable: Variable, unit: Unit) -> Steps:
    """The steps of a variable for a unit; none where the record knows nobody who could act for it."""
    if variable.of == "place":
        return variable.steps(law, unit.place)
    return variable.steps(law, unit.state) if unit.state else []


def own_name(spine: str) -> str:
    """The name of the column that holds a spine's own code.

    >>> own_name("gw")
    'gwno'
    """
    return {"iso": "iso3", "gw": "gwno", "cow": "ccode"}[spine]


def code_variables(book: Codes, spine: str) -> list[Variable]:
    """The codes of a unit in the other spines, by the dated crosswalk."""
    found = []
    for other in SPINES:
        if other == spine:
            continue
        if other == "iso":
            steps: Callable[[Law, str], Steps] = lambda law, state: [(Day.min, state)]  # noqa: E731
            says = "code of the state or entity that acts for the unit"
            found.append(Variable("iso3", "ISO 3166-1 alpha-3", says, "", "text", steps))
        else:
            name, label = own_name(other), f"{book.schemes[SPINES[other]].name}"
            says = "by the dated crosswalk (`ratione codes`), at the end of the period"
            found.append(Variable(name, label, says, "", "number", partial(number_steps, book, other), (), "place"))
    return found


def number_steps(book: Codes, scheme: str, law: Law, place: str) -> Steps:
    """The number of a place in a scheme over time."""
    return [(day, None if code is None else int(code)) for day, code in code_steps(book, SPINES[scheme], place)]


def reach_variables(reach: Reach) -> list[Variable]:
    """What the Court could reach by the place alone."""
    says = (
        "`by_territory` of `ratione tag`: the answer for such a crime, committed on the unit's land by a person without "
        "nationality, no referral being counted; open too where two crimes would differ"
    )
    found = [
        Variable(one.name, one.label, says, "11-13; 121-124; 127", "answer", at_place(reach, one.name), (), "place")
        for one in REACHES
    ]
    council = (
        "the highest answer for war crimes on the land under the referrals that the Council adopted; open where a "
    )
    council += "referral covers a part of the state only"
    steps = at_place(reach, BY_COUNCIL)
    label = "Court could reach war crimes by a referral of the Council"
    return [*found, Variable(BY_COUNCIL, label, council, "13(b)", "answer", steps, (), "place")]


def at_place(reach: Reach, name: str) -> Callable[[Law, str], Steps]:
    """The steps of an answer on reach, for a place."""
    return lambda law, place: reach.steps(name, place)
