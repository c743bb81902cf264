"""Pages of persons in public roles: the offices they held, how they are listed, what they said and what names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ..record.measure import Listing
from ..record.names import folded
from ..record.record import Record
from ..record.relations import Office, Person, Statement
from .shown import SourceRef, row_sources

__all__ = ["ListedShown", "MentionShown", "OfficeShown", "PersonPage", "SaidShown", "person_page", "statements_shown"]


class OfficeShown(Struct, frozen=True, kw_only=True):
    """An office held, with its days as far as they are known; ``until`` is empty while it lasts."""

    office: str
    body: str
    start: str
    until: str
    how: str = ""
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


class ListedShown(Struct, frozen=True, kw_only=True):
    """A listing under an order: from when, to before when."""

    code: str
    name: str
    role: str
    order: str
    measure: str
    designated: date
    published: date | None
    delisted: date | None
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class SaidShown(Struct, frozen=True, kw_only=True):
    """A statement: who said it in which office, on which day, in our words, with a short quotation where there is one."""

    code: str
    day: str
    speaker: str
    office: str
    body: str
    stance: str
    says: str
    quote: str = ""
    person: str = ""
    """The code of the person who said it, where the record has one."""
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


class MentionShown(Struct, frozen=True, kw_only=True):
    """An event whose words name the person."""

    code: str
    day: str
    title: str
    administration: str
    weak: str = ""


class PersonPage(Struct, frozen=True, kw_only=True):
    """A person in a public role, and nothing but that role."""

    code: str
    name: str
    offices: tuple[OfficeShown, ...]
    listings: tuple[ListedShown, ...]
    statements: tuple[SaidShown, ...]
    events: tuple[MentionShown, ...]
    record_version: str
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


def person_page(record: Record, code: str) -> PersonPage:
    """The page of a person.

    >>> from ratione import Record, person_page
    >>> [row.office for row in person_page(Record.embedded(), "fatou-bensouda").offices]
    ['Deputy Prosecutor', 'Prosecutor']
    """
    row = record.history.people[code]
    listings = tuple(listed(record, one) for one in record.lawbook.listings.values() if names_person(one, row.name))
    return PersonPage(
        code=code, name=row.name, listings=listings,
        offices=tuple(office_shown(record, one) for one in sorted(row.offices, key=lambda one: one.start)),
        statements=tuple(one for one in statements_shown(record) if one.person == code),
        events=tuple(mentions(record, row)), record_version=record.version, weak=row.weak or "", note=row.note,
        sources=row_sources(record, row.sources),
    )  # fmt: skip


def office_shown(record: Record, row: Office) -> OfficeShown:
    """An office with its days cut to what is known of them."""
    cut = {"day": 10, "month": 7, "year": 4}
    until = row.until.isoformat()[: cut[row.until_precision]] if row.until else ""
    return OfficeShown(
        office=row.office, body=row.body, start=row.start.isoformat()[: cut[row.start_precision]], until=until,
        how=row.how, weak=row.weak or "", sources=row_sources(record, row.sources),
    )  # fmt: skip


def listed(record: Record, row: Listing) -> ListedShown:
    """A listing."""
    return ListedShown(
        code=row.code, name=row.name, role=row.role, order=row.order, measure=row.measure, designated=row.designated,
        published=row.published, delisted=row.delisted, weak=row.weak or "", note=row.note,
        sources=row_sources(record, row.sources),
    )  # fmt: skip


def names_person(row: Listing, name: str) -> bool:
    """Whether a listing is of the person: the same name, or the same first and last word of one of its names."""
    wanted = folded(name)
    ends = (wanted.split()[0], wanted.split()[-1])
    for one in (folded(name) for name in (row.name, *row.also)):
        words = one.split()
        if row.kind == "person" and (one == wanted or (words[0], words[-1]) == ends):
            return True
    return False


def statements_shown(record: Record) -> list[SaidShown]:
    """Every statement in order of day.

    >>> from ratione import Record, statements_shown
    >>> statements_shown(Record.embedded())[0].speaker
    'David Scheffer'
    """
    by_name = {folded(row.name): code for code, row in record.history.people.items()}
    rows = sorted(record.history.statements.values(), key=lambda one: (one.day, one.code))
    return [said_shown(record, row, by_name) for row in rows]


def said_shown(record: Record, row: Statement, by_name: dict[str, str]) -> SaidShown:
    """A statement."""
    return SaidShown(
        code=row.code, day=row.date_text, speaker=row.speaker, office=row.office, body=row.body, stance=row.stance,
        says=row.says, quote=row.quote, person=by_name.get(folded(row.speaker), ""), weak=row.weak or "",
        sources=row_sources(record, row.sources),
    )  # fmt: skip


def mentions(record: Record, person: Person) -> Iterator[MentionShown]:
    """Events whose words name the person: in full, or in the title by last name while that can be nobody else in office."""
    full = re.compile(rf"\b{re.escape(person.name)}\b", re.IGNORECASE)
    for row in sorted(record.history.events.values(), key=lambda one: (one.day, one.code)):
        words = " ".join((row.title, row.summary, row.actor))
        if full.search(words) or (by_last_name(person, row.title) and alone_in_office(record, person, row.day)):
            yield MentionShown(
                code=row.code, day=row.date_text, title=row.title, administration=row.administration, weak=row.weak or "",
            )  # fmt: skip


def by_last_name(person: Person, title: str) -> bool:
    """Whether a title has the last name of the person without the first name of another before it."""
    words = re.findall(r"[\w\u2019'-]+", title)
    for place, word in enumerate(words):
        if word.removesuffix("\u2019s").removesuffix("'s") == person.name.split()[-1]:
            before = words[place - 1] if place else ""
            return not before[:1].isupper() or before in (
                person.name.split()[0],
                "President",
                "Secretary",
                "Prosecutor",
            )
    return False


def alone_in_office(record: Record, person: Person, day: date) -> bool:
    """Whether around that day the person held an office and nobody else of that last name did."""
    last, before = person.name.split()[-1], day - timedelta(days=90)
    there = {
        one.code for one in record.history.people.values() if one.name.split()[-1] == last
        and any(held.start <= day and (held.until is None or before < held.until) for held in one.offices)
    }  # fmt: skip
    return there == {person.code}
