"""The site in a real browser: each kind of page on a desk and a phone, by keyboard, without scripts, without barriers."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ratione import Record
from ratione.surfaces.site.book import Book
from ratione.surfaces.site.build import write_page, write_search, write_shared
from ratione.surfaces.site.page import Request
from ratione.surfaces.site.routes import page_at

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parent / "axe.min.js"
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}

ASKED = "/ask/jurisdiction?crime=war-crimes&on=2022-03-04&territory=UKR&nationality=RUS"
OPEN = "/ask/jurisdiction?crime=war-crimes&on=2026-03-04&territory=highseas&nationality=UKR"
PAGES = {
    "home": "/",
    "map": "/map/2010",
    "states": "/states",
    "state": "/states/UKR",
    "leaving": "/states/MLI",
    "former": "/states/PHL",
    "none": "/states/AZE",
    "home-state": "/states/USA",
    "dated": "/states/BOL?on=2006-01-01",
    "grid": "/grid",
    "instruments": "/instruments",
    "instrument": "/instruments/rome-statute",
    "situations": "/situations",
    "situation": "/situations/UKR",
    "debates": "/debates",
    "debate": "/debates/art-124-split",
    "limbs": "/limbs",
    "limb": "/limbs/territory_of",
    "sources": "/sources",
    "source": "/sources/untc-10-2014",
    "publisher": "/publishers/icc",
    "changes": "/changes/2017",
    "search": "/search?q=Ukrane",
    "ask": "/ask",
    "form": "/ask/jurisdiction",
    "finding": ASKED,
    "what-if": ASKED + "&suppose=RUS+ratification+rome-statute+2015-01-01",
    "open": OPEN,
    "us": "/united-states",
    "us-law": "/united-states/law",
    "us-ask": "/ask/united-states?activity=direct-funding&on=2015-06-01",
    "measures": "/united-states/measures",
    "measure": "/united-states/measures/usc22-7423e",
    "sanctions": "/united-states/sanctions",
    "agreements": "/united-states/agreements",
    "history": "/united-states/timeline",
    "administrations": "/united-states/administrations",
    "administration": "/united-states/administrations/obama",
    "statements": "/united-states/statements",
    "people": "/people",
    "person": "/people/karim-khan",
    "organisations": "/organisations",
    "check": "/check",
    "about": "/about",
    "methods": "/methods",
    "corrections": "/corrections",
    "missing": "/states/Ukrane",
    "french": "/fr/states/UKR",
    "spanish": "/es/map",
}


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The address of a server of our own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = subprocess.Popen(
        [sys.executable, "-m", "ratione.surfaces.cli", "serve", "--port", str(port), "--no-log"],
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urlopen(address + "/healthz", timeout=2).close()
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        served.terminate()
        assert served.wait(20) == 0, "the server did not stop in order"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium from the system; where it is wanting these tests fail, they are not skipped."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_serious_barrier_no_error_and_fits(base: str, browser: Browser, name: str, size: str) -> None:
    context = browser.new_context(viewport=SIZES[size], bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(base + PAGES[name])
    assert not [one for one in said if name != "missing"], said
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= SIZES[size]["width"], f"{width} wide"
    page.add_script_tag(path=str(AXE))
    found: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    barriers = [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    context.close()
    assert not barriers


@pytest.mark.slow
def test_the_dark_scheme_has_no_serious_barrier(base: str, browser: Browser) -> None:
    context = browser.new_context(viewport=SIZES["desk"], bypass_csp=True, color_scheme="dark")
    page = context.new_page()
    for name in ("home", "map", "state", "finding", "debate", "us-law"):
        page.goto(base + PAGES[name])
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert not [one["id"] for one in found["violations"] if one["impact"] in ("serious", "critical")], name
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page on a phone with scripts switched off."""
    context = browser.new_context(viewport=SIZES["phone"], java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_journalist_on_a_phone_finds_since_when_and_what_can_be_reached_without_scripts(
    base: str, plain: Page
) -> None:
    plain.goto(base)
    plain.fill("#state", "Ukrane")
    plain.click("form.big button")
    plain.click("ol.results a >> nth=0")
    assert plain.locator("h1").inner_text() == "Ukraine"
    assert "1 January 2025" in plain.locator(".panel").inner_text()
    assert "since 21 November 2013" in plain.locator(".reach").first.inner_text()
    assert "/states/UKR" in plain.locator(".cite").inner_text()


def test_the_journalist_cites_the_page_by_an_address_that_gives_it_again(base: str, plain: Page) -> None:
    plain.goto(base + "/states/Ukraine")
    cited = plain.locator(".cite .addr").inner_text()
    assert cited.startswith(base)
    plain.goto(cited)
    assert "1 January 2025" in plain.locator(".panel").inner_text()
    plain.locator(".reach a").first.click()
    assert "yes" in plain.locator(".verdict").inner_text().lower()


def test_a_table_of_cases_is_answered_without_scripts(base: str, plain: Page) -> None:
    plain.goto(base + "/ask/jurisdiction")
    plain.locator("details.upload summary").click()
    plain.fill("#rows", "id,crime,on,territory,nationality\na,war-crimes,2022-03-04,UKR,RUS")
    plain.locator("details.upload button").click()
    assert "yes" in plain.locator("tbody").inner_text().lower()
    assert plain.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"]["width"]


TYPED = [
    ("Untied States", "United States"),
    ("Palestin", "Palestine"),
    ("Cote dIvoire", "Côte d'Ivoire"),
    ("Darfur", "Darfur"),
]


def test_files_on_a_disk_are_searched_however_things_are_spelled(tmp_path: Path, browser: Browser) -> None:
    book = Book(Record.embedded(), lambda: date(2026, 11, 21))
    for path in ("/search", "/states/USA", "/"):
        request = Request(book, {}, "en", static=True)
        write_page(tmp_path, request, path, page_at(request, path))
    write_shared(tmp_path)
    write_search(tmp_path, book, "en")
    context = browser.new_context(viewport=SIZES["phone"])
    page, said = context.new_page(), list[str]()
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto((tmp_path / "index.html").as_uri())
    page.fill("#q", "Untied States")
    page.click("form.find button")
    assert page.url.startswith("file:")
    for typed, first in TYPED:
        page.fill("#sq", typed)
        assert first in page.locator("#found a").first.inner_text(), typed
    page.fill("#sq", "usa")
    page.locator("#found a").first.click()
    assert page.locator("h1").inner_text() == "United States of America"
    assert said == []
    context.close()


RTL = ("home", "state", "map", "finding", "us-law", "us-ask", "debate", "history", "limb", "person", "check")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overflows_where_writing_runs_from_right_to_left(base: str, browser: Browser, size: str) -> None:
    context = browser.new_context(viewport=SIZES[size])
    page = context.new_page()
    for name in RTL:
        page.goto(base + PAGES[name])
        page.evaluate("document.documentElement.dir = 'rtl'")
        spilt = page.evaluate(
            """() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
                const box = one.getBoundingClientRect();
                return box.width && (box.left < -1 || box.right > innerWidth + 1)
                    && !one.closest('.hidden, .skip, svg, .scroll thead');
            }).map(one => one.outerHTML.slice(0, 80))"""
        )
        assert spilt == [], name
    context.close()


@pytest.mark.slow
def test_on_paper_there_is_no_form_and_everything_folded_is_open(base: str, browser: Browser) -> None:
    context = browser.new_context(viewport=SIZES["desk"])
    page = context.new_page()
    page.goto(base + PAGES["state"])
    page.emulate_media(media="print")
    assert page.locator(".top nav").is_hidden()
    assert page.locator(".dayform").is_hidden()
    assert page.locator(".cite").is_visible()
    assert len(page.pdf()) > 10_000
    context.close()


def test_a_question_is_asked_and_answered_without_scripts(base: str, plain: Page) -> None:
    plain.goto(base + "/ask/jurisdiction")
    plain.select_option("#crime", "war-crimes")
    plain.fill("#on", "2022-03-04")
    plain.fill("#territory", "Ukraine")
    plain.fill("#nationality", "Russian Federation")
    plain.click("button.primary")
    assert "yes" in plain.locator(".verdict").inner_text().lower()
    plain.locator("ul.tree summary").first.click()
    assert plain.locator("figure.wide").first.is_hidden()


def test_the_slider_of_years_works_without_scripts(base: str, plain: Page) -> None:
    plain.goto(base + "/map")
    plain.locator("#year").press("ArrowLeft")
    plain.click("form.slider button")
    assert "2025" in plain.locator("h1").inner_text()


def test_a_document_is_checked_without_scripts(base: str, plain: Page) -> None:
    plain.goto(base + "/check")
    plain.fill("#text", "Burundi ratified the Rome Statute on 20 September 2004.")
    plain.click("button.primary")
    assert "contradicts" in plain.locator(".claims").inner_text()


def test_everything_on_the_way_to_an_answer_is_reached_by_keyboard(base: str, browser: Browser) -> None:
    context = browser.new_context(viewport=SIZES["desk"])
    page = context.new_page()
    page.goto(base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("kenia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=kenia")
    page.locator("ol.results a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/KEN")
    assert page.locator("h1").inner_text() == "Kenya"
    context.close()
