"""Days, spans, and how treaties count days.

A date has a meaning, and the meaning is a type: a function that asks for a :data:`Deposited` day cannot be handed a
:data:`Published` one without a type checker saying so. At run time each is a plain :class:`datetime.date`.

Spans are half-open: ``start`` is the first day on which something is so, ``until`` the first day on which it no longer is.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, NewType

from .errors import FactError

__all__ = [
    "BEGINNING",
    "Day",
    "Span",
    "day_before",
    "days_after",
    "first_of_month_after",
    "read_day",
    "read_period",
    "years_after",
]

Day = date
"""A calendar day, in the calendar of the depositary; no hour and no time zone."""

Done = NewType("Done", date)
Dated = NewType("Dated", date)
Deposited = NewType("Deposited", date)
Received = NewType("Received", date)
Notified = NewType("Notified", date)
Published = NewType("Published", date)
Effective = NewType("Effective", date)

BEGINNING = date.min
"""The first day there is: the day on which every line begins."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


class Span(NamedTuple):
    """Days from ``start`` (the first) to ``until`` (the first day after), which is None while it lasts.

    >>> Span(Day(2004, 12, 1), Day(2017, 10, 27)).holds(Day(2017, 10, 26))
    True
    """

    start: Day
    until: Day | None

    def holds(self, day: Day) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


def day_before(day: Day) -> Day:
    """The last day of a span that ends with ``until`` = day."""
    return day - timedelta(days=1)


def days_after(day: Day, count: int) -> Day:
    """The day that comes ``count`` days after; the day itself is day 0.

    >>> days_after(Day(2017, 5, 17), 30)
    datetime.date(2017, 6, 16)
    """
    return day + timedelta(days=count)


def years_after(day: Day, count: int) -> Day:
    """The same day ``count`` years on; 29 February becomes 28 February where the year has none.

    >>> years_after(Day(2016, 10, 27), 1)
    datetime.date(2017, 10, 27)
    """
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return day.replace(year=day.year + count, day=28)


def first_of_month_after(day: Day, count: int) -> Day:
    """The first day of the month after the ``count``-th day following ``day``, as in article 126.

    The day of deposit is day 0. Where the sixtieth day is itself a first of a month, the next first is meant:
    article 126 says *after* that day.

    >>> first_of_month_after(Day(2002, 12, 3), 60)  # the sixtieth day is 1 February 2003
    datetime.date(2003, 3, 1)
    """
    reached = days_after(day, count)
    return date(reached.year + reached.month // 12, reached.month % 12 + 1, 1)


def read_day(text: str, *, field: str = "day") -> Day:
    """A day written YYYY-MM-DD, from 1900 to 2199; anything else is a :class:`FactError` that names the field.

    >>> read_day("2022-03-04")
    datetime.date(2022, 3, 4)
    """
    wanted = "a day written YYYY-MM-DD, such as 2022-03-04"
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        raise FactError(field, text, wanted)
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise FactError(field, text, f"{wanted} ({fault})") from None
    if not EARLIEST <= day <= LATEST:
        raise FactError(field, text, f"{wanted}, between {EARLIEST} and {LATEST}")
    return day


def read_period(text: str, *, field: str = "on") -> tuple[Day, Day]:
    """A day, or two days parted by a stroke; both days belong to the period.

    >>> read_period("2022-03-04/2022-05-01")
    (datetime.date(2022, 3, 4), datetime.date(2022, 5, 1))
    """
    first, stroke, last = text.partition("/")
    start = read_day(first, field=field)
    end = read_day(last, field=field) if stroke else start
    if end < start:
        raise FactError(field, text, "a period whose last day is not before its first")
    return start, end
