"""Days, spans, and how treaties count days."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import FactError
from ratione.dates import Span, day_before, days_after, first_of_month_after, read_day, read_period, years_after


@pytest.mark.parametrize(
    ("deposit", "force"),
    [
        (date(2002, 12, 3), date(2003, 3, 1)),
        (date(2002, 12, 2), date(2003, 2, 1)),
        (date(2006, 11, 1), date(2007, 1, 1)),
        (date(2006, 11, 2), date(2007, 2, 1)),
        (date(2002, 4, 11), date(2002, 7, 1)),
        (date(2012, 1, 1), date(2012, 4, 1)),
        (date(2011, 1, 1), date(2011, 4, 1)),
        (date(2024, 10, 25), date(2025, 1, 1)),
    ],
    ids=str,
)
def test_the_first_of_the_month_after_the_sixtieth_day(deposit, force):
    """Art. 126(2); the day of deposit is day 0, and February counts as long as it is."""
    assert first_of_month_after(deposit, 60) == force


@pytest.mark.parametrize(
    ("day", "years", "reached"),
    [
        (date(2016, 10, 27), 1, date(2017, 10, 27)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2002, 11, 1), 7, date(2009, 11, 1)),
    ],
    ids=str,
)
def test_years_after(day, years, reached):
    assert years_after(day, years) == reached


def test_days_after_and_before():
    assert days_after(date(2004, 6, 22), 30) == date(2004, 7, 22)
    assert day_before(date(2017, 1, 1)) == date(2016, 12, 31)


def test_a_span_is_half_open():
    span = Span(date(2004, 12, 1), date(2017, 10, 27))
    assert [span.holds(date(2004, 11, 30)), span.holds(date(2004, 12, 1))] == [False, True]
    assert [span.holds(date(2017, 10, 26)), span.holds(date(2017, 10, 27))] == [True, False]
    assert Span(date(2004, 12, 1), None).holds(date(2100, 1, 1))


WANTED = "a day written YYYY-MM-DD, such as 2022-03-04"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2022-3-4", f"on: found '2022-3-4', expected {WANTED}"),
        ("20220304", f"on: found '20220304', expected {WANTED}"),
        ("04/03/2022", f"on: found '04/03/2022', expected {WANTED}"),
        ("2022-02-30", f"on: found '2022-02-30', expected {WANTED} (day is out of range for month)"),
        ("2022-13-01", f"on: found '2022-13-01', expected {WANTED} (month must be in 1..12)"),
        ("1899-12-31", f"on: found '1899-12-31', expected {WANTED}, between 1900-01-01 and 2199-12-31"),
        ("2200-01-01", f"on: found '2200-01-01', expected {WANTED}, between 1900-01-01 and 2199-12-31"),
        ("٢٠٢٢-03-04", f"on: found '٢٠٢٢-03-04', expected {WANTED}"),
        ("", f"on: found '', expected {WANTED}"),
        ("2022-W10-5", f"on: found '2022-W10-5', expected {WANTED}"),
        ("12/31/2000*", f"on: found '12/31/2000*', expected {WANTED}"),
    ],
)
def test_what_is_no_day(text, says):
    with pytest.raises(FactError) as raised:
        read_day(text, field="on")
    assert str(raised.value) == says


@pytest.mark.parametrize("text", ["1900-01-01", "2199-12-31", "2024-02-29"])
def test_days_at_the_edge(text):
    assert read_day(text).isoformat() == text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2022-03-04", (date(2022, 3, 4), date(2022, 3, 4))),
        ("2022-03-04/2022-05-01", (date(2022, 3, 4), date(2022, 5, 1))),
        ("2022-03-04/2022-03-04", (date(2022, 3, 4), date(2022, 3, 4))),
    ],
)
def test_periods(text, days):
    assert read_period(text) == days


def test_a_period_that_ends_before_it_begins():
    with pytest.raises(FactError) as raised:
        read_period("2022-05-01/2022-03-04")
    assert str(raised.value) == (
        "on: found '2022-05-01/2022-03-04', expected a period whose last day is not before its first"
    )


def test_a_period_without_its_last_day():
    with pytest.raises(FactError, match="found '', expected a day"):
        read_period("2022-05-01/")
