"""No page contradicts another: every date and number shown is that of the record, and pages agree state by state."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any

import pytest
from conftest import embedded

import ratione
from ratione.surfaces.site import render
from ratione.surfaces.site.book import Book
from ratione.surfaces.site.page import Page, Request
from ratione.surfaces.site.routes import ROUTES, Route, page_at
from ratione.surfaces.site.views.home import address_of

TODAY = date(2026, 11, 21)
BOOK = Book(embedded(), lambda: TODAY)
MONTHS = [date(2026, month, 1).strftime("%B") for month in range(1, 13)]
SAID = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b")
ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def days_in(text: str) -> set[str]:
    """Every day or month that a text names, as ISO text."""
    said = {
        f"{year}-{MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")
        for day, month, year in SAID.findall(text)
    }
    return said | {"-".join(found) for found in ISO.findall(text)}


def main_of(html: str) -> str:
    """The part of a page that is its own, without markup."""
    part = html.partition("<main")[2].partition("</main>")[0]
    part = re.sub(r"<(form|option|script|textarea)\b.*?</\1>", " ", part, flags=re.DOTALL)
    part = re.sub(r'<details class="refs">.*?</details>|<a href="/sources/.*?</a>', " ", part, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", re.sub(r"<(input|a|svg|form)\b[^>]*>", " ", part))


def numbers_of(value: Any) -> set[int]:
    """Every number in plain data, and how many rows each list or table has."""
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, int):
        return {value}
    if isinstance(value, dict):
        return {len(value)}.union(*(numbers_of(one) for one in value.values()))
    if isinstance(value, list):
        return {len(value)}.union(*(numbers_of(one) for one in value))
    return set()


def drawn(path: str, query: dict[str, str] | None = None) -> tuple[Page, str]:
    """A page and its HTML."""
    request = Request(BOOK, query)
    page = page_at(request, path)
    return page, render.as_html(request, path, page)


def dated(page: Page) -> set[str]:
    """Every day in the data of a page; of a day also its month, and the last day before one on which something ended."""
    text = render.as_json(page).decode()
    days = days_in(text) | set(re.findall(r'"(\d{4}-\d\d)"', text))
    before = {
        (date.fromisoformat(day) - timedelta(days=1)).isoformat() for day in days if len(day) == 10 and day > "1998"
    }
    return days | before | {day[:7] for day in days} | {TODAY.isoformat(), embedded().day.isoformat()}


KINDS = [route for route in ROUTES if route.pattern not in ("/ask", "/")]
ASKED = {
    "/ask/jurisdiction": {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
    "/ask/united-states": {"activity": "direct-funding", "on": "2015-06-01"},
    "/search": {"q": "Ukraine"},
}


@pytest.mark.parametrize("route", KINDS, ids=lambda route: route.pattern)
def test_every_date_and_number_of_a_page_is_in_its_data(route: Route) -> None:
    for words in islice(route.every(Request(BOOK)), 12 if route.pattern == "/states/{code}" else 3):
        page, html = drawn(route.path(words), dict(ASKED.get(route.path(words), {})))
        text = main_of(html)
        assert days_in(text) - dated(page) == set(), route.path(words)
        shown = {int(found) for found in re.findall(r"<b>(\d+)</b>", html)}
        assert shown <= numbers_of(json.loads(render.as_json(page))), route.path(words)


@cache
def standing_on(on: date) -> dict[str, tuple[str, str, str]]:
    """Status, answer and first day of each state under the Statute, straight from the spans."""
    found = {}
    for row in ratione.spans(BOOK.law(TODAY), "rome-statute"):
        if row.start <= on and (row.until is None or on < row.until):
            found[row.iso3] = (row.status, str(row.answer), row.start.isoformat())
    return found


def data_of(path: str, query: dict[str, str]) -> Any:
    """The data of a page."""
    return json.loads(render.as_json(drawn(path, query)[0]))


@pytest.mark.parametrize("on", ["2002-07-01", "2019-03-17", "2026-11-21"])
def test_map_list_and_instrument_say_the_same_of_every_state_as_the_record(on: str) -> None:
    expected = standing_on(date.fromisoformat(on))
    told = {"on": on}
    listed = {row["code"]: row for row in json.loads(render.as_json(drawn("/states", told)[0]))["states"]}
    placed = {row["code"]: row for row in json.loads(render.as_json(drawn("/map", told)[0]))["units"]}
    stands = {
        row["code"]: row for row in json.loads(render.as_json(drawn("/instruments/rome-statute", told)[0]))["standings"]
    }
    gridded = {row["code"]: row["standing"]["rome-statute"] for row in data_of("/grid", told)["states"]}
    for code in embedded().states:
        status, answer, since = expected.get(code, ("", "no", None))
        for rows in (listed, stands):
            assert (rows[code]["status"], rows[code]["answer"], rows[code]["since"]) == (status, answer, since), code
        shown = "contested" if answer == "open" else status
        assert placed[code]["since"] == since, code
        assert (gridded[code]["since"] or None, gridded[code]["status"]) == (since, placed[code]["status"]), code
        assert placed[code]["status"] in (shown, "leaving" if status == "party" else shown), code


@pytest.mark.parametrize(
    "code", ["AFG", "BDI", "FRA", "GMB", "HUN", "KIR", "MLI", "MYS", "PHL", "PSE", "UKR", "USA", "VEN"]
)
def test_the_panel_of_a_state_says_what_the_list_says(code: str) -> None:
    for on in (date(2018, 6, 1), TODAY):
        status, answer, since = standing_on(on).get(code, ("", "no", ""))
        panel = drawn(f"/states/{code}", {"on": on.isoformat()})[1].partition('class="big"')[2].partition("</p>")[0]
        word = "contested" if answer == "open" else status or "none"
        assert f"s-{word}" in panel
        if since:
            assert ratione.said_day(date.fromisoformat(since)) in panel


def test_everything_that_search_finds_leads_to_a_page_that_holds_it() -> None:
    record, known, pages = embedded(), dict[str, set[tuple[str, ...]]](), dict[str, str]()
    for thing in ratione.things(record):
        path, _, part = address_of(record, thing.kind, thing.code).partition("#")
        assert path, thing
        route = next(route for route in ROUTES if route.match(path) is not None)
        if route.pattern not in known:
            known[route.pattern] = set(route.every(Request(BOOK)))
        assert route.match(path) in known[route.pattern], thing
        if part:
            if path not in pages:
                pages[path] = drawn(path)[1]
            assert f'id="{part}"' in pages[path], thing


def test_every_change_leads_to_where_it_is_shown() -> None:
    page, html = drawn("/changes/2025")
    assert {"act", "effect", "measure", "listing", "event"} <= {
        row["kind"] for row in json.loads(render.as_json(page))["changes"]
    }
    listed = re.findall(r'<ol class="acts">(.*?)</ol>', html, re.DOTALL)[0]
    for path in sorted(set(re.findall(r'<a href="(/[^"#]+)', listed))):
        assert any(route.match(path) is not None for route in ROUTES), path
