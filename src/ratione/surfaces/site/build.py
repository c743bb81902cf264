"""Build: the whole site as files that work from any web host and from disk; every link is checked before it counts as done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote

import ratione

from . import render
from .address import Links, file_of
from .book import Book
from .catalogue import LANGUAGES
from .page import Request
from .routes import ROUTES
from .views.home import address_of

__all__ = ["broken_links", "build_site", "write_page", "write_search", "write_shared"]


def build_site(
    record_path: str, out: Path, today: date, languages: tuple[str, ...] = tuple(LANGUAGES), address: str = ""
) -> int:
    """Writes every page in every language with its twins; returns how many files there are."""
    write_shared(out)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as pool:
        jobs = [((record_path, address), str(out), today, languages, place, workers) for place in range(workers)]
        return sum(pool.map(written, *zip(*jobs, strict=True)), 3)


def write_shared(out: Path) -> None:
    """Writes the files that pages share."""
    (out / "static").mkdir(parents=True, exist_ok=True)
    for name in ("style.css", "icon.svg", "search.js"):
        (out / "static" / name).write_bytes((files(__package__) / "static" / name).read_bytes())


def write_search(out: Path, book: Book, language: str) -> None:
    """Writes what the search of the files knows, as a script, so that it can be read from disk."""
    rows = json.dumps(search_rows(book, language), ensure_ascii=False, separators=(",", ":"))
    (out / "static" / f"search-data.{language}.js").write_text(f"window.RATIONE = {rows};\n", "utf-8")


def written(
    record: tuple[str, str], out: str, today: date, languages: tuple[str, ...], place: int, workers: int
) -> int:
    """Writes one share of the pages of a record, each in every language; returns how many files."""
    book, count = Book(ratione.Record.open(record[0]), lambda: today, record[1]), 0
    for number, (path, words, view) in enumerate(every_page(book)):
        if number % workers == place:
            for language in languages:
                page = view(Request(book, {}, language, static=True), *words)
                count += write_page(Path(out), Request(book, {}, language, static=True), path, page)
    for language in languages if place == 0 else ():
        write_search(Path(out), book, language)
        count += 1
    return count


def every_page(book: Book) -> Iterator[tuple[str, tuple[str, ...], render.View]]:
    """Every address there is, with its words and its view."""
    for route in ROUTES:
        for words in route.every(Request(book, {}, "en", static=True)):
            yield route.path(words), words, route.view


def write_page(out: Path, request: Request, path: str, page: render.Page) -> int:
    """Writes a page and its twins; returns how many files."""
    inside = Links(path, request.language, static=True).inside(path, request.language)
    wanted = {"": render.as_html(request, path, page).encode(), "json": render.as_json(page)}
    if page.table is not None:
        wanted["csv"] = render.as_csv(page).encode()
    wanted |= {form: make().encode() for form, make in page.twins.items()}
    for form, body in wanted.items():
        target = out / file_of(inside, form).lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    return len(wanted)


def search_rows(book: Book, language: str) -> list[list[object]]:
    """What the search of the files knows: kind, code, name, other names, a line, the address from the search page."""
    links = Links("/search", language, static=True)
    request = Request(book, {}, language, static=True)
    found: list[list[object]] = []
    for thing in ratione.things(book.record):
        name = request.name(thing.code, thing.name) if thing.kind in ("state", "territory") else thing.name
        also = [*thing.also, thing.name] if name != thing.name else list(thing.also)
        at = links(address_of(book.record, thing.kind, thing.code) or "/")
        found.append(
            [request.say(f"kind.{thing.kind}"), thing.code, name[:140], also, request.day_said(thing.about)[:100], at]
        )
    return found


class Hrefs(HTMLParser):
    """Collects the addresses and names of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def broken_links(out: Path) -> list[str]:
    """Every link to a file that is not there, as ``page: link``."""
    there = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    broken = []
    for name in sorted(one for one in there if one.endswith(".html")):
        reader = Hrefs()
        reader.feed((out / name).read_text("utf-8"))
        for href in reader.found:
            if "://" in href or href.startswith(("#", "mailto:")):
                continue
            target = normpath(f"{dirname(name)}/{unquote(href.partition('#')[0].partition('?')[0])}").lstrip("/")
            if target not in there:
                broken.append(f"{name}: {href}")
    return broken
