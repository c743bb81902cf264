"""The catalogue: no string is wanting, none is left over, and no English word stands unmarked on a French or Spanish page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from itertools import islice

import pytest
from conftest import embedded

from ratione.surfaces.site import render
from ratione.surfaces.site.book import Book
from ratione.surfaces.site.catalogue import LANGUAGES, day_in, strings
from ratione.surfaces.site.page import WANTING, Request
from ratione.surfaces.site.routes import ROUTES, page_at

BOOK = Book(embedded(), lambda: date(2026, 11, 21))
EACH = 1
"""So many pages of each kind are read, beside those asked."""
WHAT_IF = {
    "crime": "war-crimes",
    "on": "2022-03-04",
    "territory": "UKR",
    "nationality": "RUS",
    "suppose": "RUS ratification rome-statute 2015-01-01",
}
ASKED = (
    ("/ask/jurisdiction", {"crime": "war-crimes", "on": "2026-03-04", "territory": "highseas", "nationality": "UKR"}),
    ("/ask/jurisdiction", WHAT_IF),
    ("/ask/united-states", {"activity": "arrest-assistance", "on": "2015-06-01", "beneficiary": "icc"}),
    ("/ask/united-states", {"activity": "direct-funding", "question": "required"}),
    ("/search", {"q": "Ukrane"}),
    ("/states/USA", {}),
    ("/states/BOL", {"on": "2006-01-01"}),
    ("/people/karim-khan", {}),
)
ENGLISH = re.compile(
    r"\b(the|of|and|with|since|until|before|from|still|signed|published|not|by|was|were|that|under|which|for|state|party|day|"
    r"law|statement|memory|yes|court|against|who|its|is|this|Agreement|record|act|acts|other|may|been|has|had|withdrawal)\b"
)
ALONE = {"Ashmore and Cartier Is.", "Akrotiri and Dhekelia"}
"""Names for which there is no other."""
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Reader(HTMLParser):
    """Collects what stands on a page in its own language: text, labels, titles; not what is marked as another's."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.languages, self.said = [language], list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        language = told["lang"] if "lang" in told else self.languages[-1]
        if language == self.languages[0]:
            self.said += [told[name] or "" for name in ("aria-label", "title", "placeholder", "alt") if told.get(name)]
        if tag not in VOID:
            self.languages.append(language or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What ends at once holds no text."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.languages.pop()

    def handle_data(self, data: str) -> None:
        if self.languages[-1] == self.languages[0] and data.strip():
            self.said.append(data.strip())


def pages(language: str) -> Iterator[tuple[str, str]]:
    """Pages of each kind in a language."""
    for route in ROUTES:
        for words in islice(route.every(Request(BOOK)), EACH):
            request = Request(BOOK, {}, language)
            yield route.path(words), render.as_html(request, route.path(words), route.view(request, *words))
    for path, query in ASKED:
        request = Request(BOOK, dict(query), language)
        yield path, render.as_html(request, path, page_at(request, path))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_english_word_stands_unmarked_on_a_page_in_another_language(language: str) -> None:
    WANTING.clear()
    left = set()
    for path, html in pages(language):
        reader = Reader(language)
        reader.feed(html)
        left |= {
            (path, text[:80])
            for text in reader.said
            if ENGLISH.search(text) and text.partition(":")[0] not in ALONE and "victims" not in text
        }
    assert left == set()
    assert set() == WANTING, "strings that pages asked for and the catalogue does not have"


def test_every_code_of_the_record_has_its_word() -> None:
    record, said = embedded(), strings("en")
    history, book = record.history, record.lawbook
    codes = {
        "instr": record.instruments,
        "org": {row.kind for row in history.organisations.values()},
        "event": {row.kind for row in history.events.values()},
        "stance": {row.stance for row in (*history.events.values(), *history.statements.values())},
        "effect": {row.effect for row in book.measures.values()},
        "maker": {row.maker for row in book.measures.values()},
        "reported": {row.reported_as for row in book.agreements.values()},
        "srckind": {row.kind for row in record.sources.values()},
        "authority": {one.authority for row in record.disputes.values() for one in row.positions},
        "step": {one.step for row in record.situations.values() for one in row.steps} - {"other"},
        "outcome": {one.outcome for row in record.situations.values() for one in row.referrals if one.outcome},
        "crime": record.crimes,
        "group": {row.group for row in record.states.values()},
        "act": {act.kind for _, act in record.acts.values()},
    }
    wanting = [f"{part}.{code}" for part, found in codes.items() for code in found if f"{part}.{code}" not in said]
    assert not wanting


def test_names_of_instruments_are_those_of_the_record() -> None:
    assert {code: strings("en")[f"instr.{code}"] for code in embedded().instruments} == {
        code: row.short for code, row in embedded().instruments.items()
    }


def test_no_string_is_left_over() -> None:
    root = files("ratione.surfaces.site")
    texts = [
        one.read_text("utf-8")
        for folder in ("templates", "views")
        for one in (root / folder).iterdir()
        if one.is_file()
    ]
    texts += [
        (root / name).read_text("utf-8")
        for name in ("memo.py", "render.py", "told.py", "page.py", "build.py", "server.py")
    ]
    said = "\n".join(texts)
    made = set(re.findall(r"""['"]([a-z_.]+\.)['"] ?~|f["']([a-z_.]+\.)\{""", said))
    starts = {one for pair in made for one in pair if one}
    left = [key for key in strings("en") if f"'{key}'" not in said and f'"{key}"' not in said]
    assert not [key for key in left if not any(key.startswith(start) for start in starts)]


def test_holes_are_the_same_in_every_language() -> None:
    holes = {
        language: {key: sorted(re.findall(r"\{(\w+)\}", word)) for key, word in strings(language).items()}
        for language in LANGUAGES
    }
    assert holes["fr"] == holes["en"] == holes["es"]


DAYS = [
    ("en", "2016-09", "September 2016"), ("fr", date(2002, 7, 1), "1er juillet 2002"), ("es", "2016-09", "septiembre de 2016"),
    ("en", "2011-13", "2011-13"), ("fr", "vers 2005", "vers 2005"), ("es", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "said"), DAYS, ids=range(len(DAYS)))
def test_a_day_is_said_as_far_as_it_is_known(language: str, day: date | str | None, said: str) -> None:
    assert day_in(language, day) == said
