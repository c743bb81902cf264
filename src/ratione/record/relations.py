"""The history of a relationship as text holds it: events, statements, people in office, organisations."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from .row import Row

__all__ = [
    "Event",
    "Office",
    "Organisation",
    "Person",
    "Profile",
    "Relations",
    "Sentence",
    "Statement",
    "WrittenDebate",
]

Precision = Literal["day", "month", "year"]


class Event(Row, frozen=True, kw_only=True):
    """What happened between the United States and the Court; ``day`` is the first day of what ``precision`` names."""

    code: str
    day: date
    precision: Precision = "day"
    title: str
    summary: str
    actor: str
    kind: Literal[
        "statute", "bill", "executive-order", "sanction", "court-decision", "un-vote", "treaty-act", "agreement",
        "cooperation", "institution", "statement", "report", "visit", "other",
    ]  # fmt: skip
    administration: Literal["clinton", "bush", "obama", "trump-1", "biden", "trump-2"]
    stance: Literal["supportive", "restrictive", "neutral"]
    measures: tuple[str, ...] = ()

    @property
    def date_text(self) -> str:
        """The day as far as it is known."""
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


class Statement(Row, frozen=True, kw_only=True):
    """What somebody in a public role said of the Court, in our words; a quotation has at most twenty words."""

    code: str
    day: date
    precision: Precision = "day"
    speaker: str
    office: str = ""
    body: str = ""
    stance: Literal["supportive", "restrictive", "neutral", "mixed"]
    says: str
    quote: str = ""

    @property
    def date_text(self) -> str:
        """The day as far as it is known."""
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


class Office(Row, frozen=True, kw_only=True):
    """An office that a person held. Days as far as known; ``until`` is the first day on which it was no longer held."""

    office: str
    body: str
    start: date = field(name="from")
    start_precision: Precision = field(name="from_precision", default="day")
    until: date | None = None
    until_precision: Precision = "day"
    how: str = ""


class Person(Row, frozen=True, kw_only=True):
    """A person in a public role."""

    code: str
    name: str
    offices: tuple[Office, ...] = field(name="office")


class Organisation(Row, frozen=True, kw_only=True):
    """An organisation that works on the Court or on the relationship with it."""

    code: str
    name: str
    kind: str
    country: str = ""
    founded_text: str = ""
    role: str
    site: str = ""


class Sentence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sentence of prose with what it cites: codes of events, or ``source: CODE``; ``under`` is the heading above it."""

    line: int
    text: str
    cites: tuple[str, ...]
    under: str = ""


class Profile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A page of prose on one administration."""

    code: str
    title: str
    administration: str
    sentences: tuple[Sentence, ...]


class WrittenDebate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A question on which people differ, with prose under each of its answers."""

    code: str
    title: str
    dated: date
    description: str = ""
    answers: tuple[str, ...]
    sentences: tuple[Sentence, ...]


class Relations(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """Events, statements, people and organisations."""

    events: dict[str, Event] = {}
    statements: dict[str, Statement] = {}
    people: dict[str, Person] = {}
    organisations: dict[str, Organisation] = {}
    profiles: dict[str, Profile] = {}
    debates: dict[str, WrittenDebate] = {}
