"""Page: what a view gives, before anything is drawn; and the request that it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import ratione

from .book import Book
from .catalogue import day_in, name_in, strings

__all__ = ["FOLDERS", "TWINS", "WANTING", "Missing", "Page", "Request", "Table", "View"]


@dataclass(frozen=True)
class Table:
    """The CSV twin of a page."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Page:
    """A page: its template and what the template is given, its plain data, and its table where it is one.

    ``data`` is what the JSON twin says; ``permanent`` is the query that makes the address keep its meaning;
    ``english`` is true where the title is the record's own; ``more`` are other twins by the end of their address.
    """

    template: str
    title: str
    context: Mapping[str, Any]
    data: Any
    table: Table | None = None
    description: str = ""
    permanent: Mapping[str, str] = field(default_factory=dict)
    dated: bool = False
    """Whether the page says how things are on a day, so that its address may name one."""
    english: bool = False
    cited: bool = True
    """Whether the page has an address that gives it again; what was posted has none."""
    twins: Mapping[str, Callable[[], str]] = field(default_factory=dict)

    @property
    def more(self) -> tuple[tuple[str, str], ...]:
        """The other twins, each by the end of its address and its name."""
        return tuple((form, TWINS[form][1]) for form in self.twins)


TWINS = {"ics": ("text/calendar; charset=utf-8", "iCalendar"), "atom": ("application/atom+xml", "Atom")}
"""Other twins a page may have, with their media types and names."""


class Missing(Exception):
    """No such thing; ``near`` are pages that may have been meant, as addresses with their names."""

    def __init__(self, what: str, near: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(what)
        self.what, self.near = what, near


class Request:
    """A question put to a view: the path's own words are given beside it."""

    def __init__(
        self, book: Book, query: Mapping[str, str] | None = None, language: str = "en", *, static: bool = False
    ) -> None:
        self.book, self.language, self.static = book, language, static
        self.query = dict(query or {})
        self.today = book.today()

    def day(self, name: str) -> date:
        """A day that the query names, else today."""
        word = self.query.get(name, "").strip()
        return ratione.read_day(word, field=name) if word else self.today

    @property
    def on(self) -> date:
        """The day on which things are shown."""
        return self.day("on")

    @property
    def law(self) -> ratione.Law:
        """The law as known on the day that the query names, else today."""
        return self.book.law(self.day("asked_on"))

    @property
    def record(self) -> ratione.Record:
        """The record."""
        return self.book.record

    def say(self, key: str) -> str:
        """A string in the language of the page; a word that the record has and the catalogue lacks is said as it stands.

        Every key that was wanting is kept in ``WANTING``, and a test makes sure that there is none.
        """
        found = strings(self.language).get(key)
        if found is None:
            WANTING.add((self.language, key))
            return key.rpartition(".")[2].replace("-", " ")
        return found

    def day_said(self, day: date | str | None) -> str:
        """A day in words in the language of the page; one known by year or month only is said so far."""
        return day_in(self.language, day)

    def name(self, code: str, name: str) -> str:
        """A state's name in the language of the page."""
        return name_in(self.language, code, name)

    def cited(self, page: Page) -> Page:
        """The page with the version or day of the record that the query names among what keeps its address true."""
        told = {name: self.query[name].strip() for name in ("known_on", "record") if self.query.get(name, "").strip()}
        return replace(page, permanent={**page.permanent, **told}) if told else page

    def known(self, kind: str, word: str, found: Mapping[str, Any]) -> str:
        """The code that a word of the path names, whatever its case; else :class:`Missing` with what is near."""
        for code in (word, word.upper(), word.lower()):
            if code in found:
                return code
        things = ratione.found_things(self.record, word, 40)
        near = [(f"/{FOLDERS[kind]}/{thing.code}", thing.name) for thing in things if thing.kind == kind][:5]
        raise Missing(word, near)


WANTING: set[tuple[str, str]] = set()
"""Keys that a page asked for and the catalogue did not have."""

FOLDERS = {
    "state": "states",
    "instrument": "instruments",
    "situation": "situations",
    "debate": "debates",
    "limb": "limbs",
    "source": "sources",
    "measure": "united-states/measures",
    "person": "people",
}
"""The folder of the address in which things of a kind stand."""

View = Callable[..., Page]
"""A view: a request and the words of the path in, a page out."""
