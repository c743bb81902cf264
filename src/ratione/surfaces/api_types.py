"""Types of answers on the record and the Court, and the one form of errors; schemas are made from these."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

import ratione

from .api_difference import Difference

__all__ = [
    "ChangesAnswer",
    "CodesAnswer",
    "DebateAnswer",
    "DebatesAnswer",
    "InstrumentAnswer",
    "InstrumentsAnswer",
    "LimbsAnswer",
    "Paged",
    "PartiesAnswer",
    "Problem",
    "ReachAnswer",
    "RecordAnswer",
    "SearchAnswer",
    "SituationAnswer",
    "SituationsAnswer",
    "SourcesAnswer",
    "SpansAnswer",
    "StandingsAnswer",
    "StateAnswer",
    "Word",
]

Word = Literal["no", "open", "yes"]


class Problem(Struct, kw_only=True, omit_defaults=True):
    """The one form of errors: what is wrong, in which field, what was found and expected, and a near miss."""

    status: int
    title: str
    detail: str
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    hint: str | None = None


class RecordAnswer(Struct, kw_only=True):
    """The record that answers, how much it holds, and which other versions may be asked."""

    record_version: str
    package_version: str
    versions: list[str]
    begins: date
    day: date
    states: int
    acts: int
    situations: int
    debates: int
    sources: int
    measures: int
    events: int


class Paged(Struct, kw_only=True):
    """A page of a list: how many there are in all, from which on this page begins, and where the next one does."""

    record_version: str
    total: int
    offset: int = 0
    next_offset: int | None = None
    """The ``offset`` of the next page; null on the last."""


class StandingsAnswer(Paged, kw_only=True):
    """How states stand under an instrument on a day."""

    instrument: str
    on: date
    asked_on: date
    items: list[ratione.Standing]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class StateAnswer(ratione.StatePage, kw_only=True, frozen=True):
    """Everything about a state on a day, with what stands beside its participation."""

    relationship: list[RelationItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class RelationItem(Struct, kw_only=True):
    """One fact beside participation: under which heading, on which day, what, on whose word."""

    heading: str
    day: str
    says: str
    sources: list[str] = []
    weak: str = ""


class PartyItem(Struct, kw_only=True):
    """A party, since when, because of which acts, by which article, on whose word."""

    code: str
    name: str
    group: str
    since: date
    until: date | None
    answer: Word
    because: list[str]
    article: str
    weak: str
    sources: list[str]


class PartiesAnswer(Struct, kw_only=True):
    """Who is a party on a day. ``parties`` are sure, ``open`` are those of which it is not settled."""

    record_version: str
    instrument: str
    on: date
    asked_on: date
    count: int
    open_count: int
    signatures: int
    explained: str
    parties: list[PartyItem]
    open: list[PartyItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class SpanItem(Struct, kw_only=True):
    """A derived span, half-open: ``until`` is the first day on which it is over, null while it lasts."""

    iso3: str
    instrument: str
    status: str
    start: date = msgspec.field(name="from")
    until: date | None
    answer: Word
    because: list[str]
    article: str
    weak: str


class SpansAnswer(Paged, kw_only=True):
    """Derived spans, half-open."""

    asked_on: date
    items: list[SpanItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class ReachAnswer(Struct, kw_only=True):
    """What one state's link lets the Court reach on a day."""

    record_version: str
    state: str
    on: date
    asked_on: date
    items: list[ratione.ReachRow]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class InstrumentItem(Struct, kw_only=True):
    """An instrument with its number of parties, and of states of which that is open."""

    code: str
    name: str
    kind: str
    adopted: date
    parties: int
    open: int


class InstrumentsAnswer(Paged, kw_only=True):
    """Instruments with their numbers of parties."""

    on: date
    asked_on: date
    items: list[InstrumentItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class InstrumentAnswer(ratione.InstrumentPage, kw_only=True, frozen=True):
    """One instrument and who stands how."""

    asked_on: date
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class SituationAnswer(ratione.SituationPage, kw_only=True, frozen=True):
    """One situation, with what jurisdiction in it rests on."""

    on: date
    asked_on: date
    rests_on: list[str]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class SituationsAnswer(Paged, kw_only=True):
    """Situations and examinations."""

    items: list[ratione.SituationPage]


class DebateAnswer(ratione.DebatePage, kw_only=True, frozen=True):
    """One contested point with its positions, and what is answered now."""

    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class DebatesAnswer(Paged, kw_only=True):
    """Contested points with their positions."""

    asked_on: date
    items: list[ratione.DebatePage]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class LimbsAnswer(Paged, kw_only=True):
    """Limbs of the rule of jurisdiction."""

    items: list[ratione.LimbPage]


class SourceItem(Struct, kw_only=True):
    """A source: ``read`` is the address of what was read, ``cites`` of what that text reports."""

    code: str
    title: str
    publisher: str
    family: str
    kind: str
    dated: date | None = None
    date_text: str = ""
    read: str = ""
    cites: str = ""
    licence: str = ""
    weak: str | None = None
    note: str = ""
    recorded: date | None = None


class SourcesAnswer(Paged, kw_only=True):
    """Sources."""

    items: list[SourceItem]


class ChangesAnswer(Paged, kw_only=True):
    """What happened or took effect, the latest first."""

    start: date = msgspec.field(name="from")
    to: date
    asked_on: date
    items: list[ratione.ChangeShown]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class SearchAnswer(Paged, kw_only=True):
    """Things whose names are near."""

    query: str
    items: list[ratione.Thing]


class CodeItem(Struct, kw_only=True):
    """What a country code or spelling means in a scheme, from ``from`` to before ``until``, on whose word."""

    scheme: str
    code: str
    name: str
    means: str | None
    start: date | None = msgspec.field(name="from")
    until: date | None
    sources: list[str]
    weak: str | None
    note: str


class CodesAnswer(Paged, kw_only=True):
    """Country codes as others write them."""

    items: list[CodeItem]
