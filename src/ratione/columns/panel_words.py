"""Words for the columns of a panel: for each its kind, label, values, how it was worked out, and the article."""

from __future__ import annotations

from typing import NamedTuple

from .panel_periods import Period
from .panel_variables import Variable

__all__ = ["Column", "columns_of", "id_columns", "row_columns"]

VALUES = "no; open; yes"


class Column(NamedTuple):
    """A row of the data dictionary.

    ``kind``: ``text``, ``number``, ``day``, ``word`` or ``answer`` (one of the ``values``), ``share`` (0 to 1), ``count``.
    """

    column: str
    kind: str
    label: str
    values: str
    how: str
    article: str


def id_columns(spine: str) -> list[Column]:
    """The columns that say which unit a row is about."""
    code = {
        "iso": Column("iso3", "text", "ISO 3166-1 alpha-3", "", "states and other entities of data/states", ""),
        "gw": Column("gwno", "number", "Gleditsch and Ward number", "", "units and days of data/codes/gw.toml", ""),
        "cow": Column("ccode", "number", "Correlates of War number", "", "units and days of data/codes/cow.toml", ""),
    }[spine]
    return [code, Column("name", "text", "Name of the unit", "", "as the spine has it", "")]


def row_columns(period: Period) -> list[Column]:
    """The columns that say of which period a row is, and how much of it is covered."""
    found = [Column("year", "number", "Year", "", "calendar year", "")]
    if period == "month":
        found.append(Column("month", "number", "Month", "1 to 12", "calendar month", ""))
    if period == "day":
        found.append(Column("day", "day", "Day", "", "calendar day", ""))
    return [
        *found,
        Column("days", "count", "Days of the period on which the unit exists", "", "by the days of the spine", ""),
        Column("days_covered", "count", "Of these, days on which the record can speak", "", "from the adoption of the "
               "Statute to the day asked on; shares are shares of these days", ""),
    ]  # fmt: skip


def columns_of(variables: list[Variable], shares: bool) -> list[Column]:
    """The columns of variables, with the shares of each answer."""
    found = []
    for one in variables:
        values = VALUES if one.kind == "answer" else "; ".join(one.words)
        when = ". At the end of the period's covered days" if one.kind in ("answer", "word", "text") else ""
        found.append(Column(one.name, one.kind, one.label, values, one.says + when, one.article))
        if shares and one.kind == "answer":
            found += share_columns(one.name, one.label, one.says, one.article)
    return found


def share_columns(name: str, label: str, says: str, article: str) -> list[Column]:
    """The two shares beside an answer: of days on which it is yes, and of days on which it is open."""
    return [
        Column(f"{name}_share", "share", f"{label}: share of days"[:80], "0 to 1", f"{says}. Days on which it is yes, "
               "divided by days_covered", article),
        Column(f"{name}_open", "share", f"{label}: share open"[:80], "0 to 1", f"{says}. Days on which it is open, divided "
               "by days_covered", article),
    ]  # fmt: skip
