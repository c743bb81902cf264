"""Types of the HTTP API and MCP: answers and the one form of errors, from which their schemas are made."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import Struct

import ratione

__all__ = [
    "AgreementsAnswer",
    "BatchAnswer",
    "BatchBody",
    "ChangesAnswer",
    "CheckAnswer",
    "CheckBody",
    "DebatesAnswer",
    "FindingAnswer",
    "HistoryAnswer",
    "InstrumentsAnswer",
    "LimbsAnswer",
    "MeasuresAnswer",
    "PartiesAnswer",
    "Problem",
    "ReachAnswer",
    "RecordAnswer",
    "SanctionsAnswer",
    "SearchAnswer",
    "SituationsAnswer",
    "SourcesAnswer",
    "SpansAnswer",
    "StandingsAnswer",
    "UsFindingAnswer",
]

Word = Literal["no", "open", "yes"]


class Problem(Struct, kw_only=True):
    """The one form of errors: what is wrong, in which field, what was found and expected, and a near miss."""

    status: int
    title: str
    detail: str
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    hint: str | None = None


class RecordAnswer(Struct, kw_only=True):
    """The record that answers."""

    record_version: str
    package_version: str
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
    """A page of a list: how many there are in all, and from which on this page begins."""

    record_version: str
    total: int
    offset: int = 0


class StandingsAnswer(Paged, kw_only=True):
    """How states stand under an instrument on a day."""

    instrument: str
    on: date
    asked_on: date
    items: list[ratione.Standing]


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
    parties: list[ratione.Standing]
    open: list[ratione.Standing]
    supposed: list[str] = []


class SpansAnswer(Paged, kw_only=True):
    """Derived spans, half-open."""

    asked_on: date
    items: list[dict[str, Any]]


class ReachAnswer(Struct, kw_only=True):
    """What one state's link lets the Court reach on a day."""

    record_version: str
    state: str
    on: date
    asked_on: date
    items: list[ratione.ReachRow]


class InstrumentsAnswer(Paged, kw_only=True):
    """Instruments with their numbers of parties."""

    on: date
    items: list[dict[str, Any]]


class SituationsAnswer(Paged, kw_only=True):
    """Situations and examinations."""

    items: list[ratione.SituationPage]


class DebatesAnswer(Paged, kw_only=True):
    """Contested points with their positions."""

    asked_on: date
    items: list[ratione.DebatePage]


class LimbsAnswer(Paged, kw_only=True):
    """Limbs of the rule of jurisdiction."""

    items: list[ratione.LimbPage]


class SourcesAnswer(Paged, kw_only=True):
    """Sources."""

    items: list[dict[str, Any]]


class ChangesAnswer(Paged, kw_only=True):
    """What happened or took effect, the latest first."""

    start: date = msgspec.field(name="from")
    to: date
    items: list[ratione.ChangeShown]


class SearchAnswer(Paged, kw_only=True):
    """Things whose names are near."""

    query: str
    items: list[ratione.Thing]


class MeasuresAnswer(Paged, kw_only=True):
    """Measures of United States law."""

    on: date
    items: list[dict[str, Any]]


class SanctionsAnswer(Struct, kw_only=True):
    """Sanctions in force on a day."""

    record_version: str
    on: date
    asked_on: date
    listed: list[dict[str, Any]]
    orders: list[dict[str, Any]]
    licences: list[dict[str, Any]]
    injunctions: list[dict[str, Any]]
    stays: list[dict[str, Any]]


class AgreementsAnswer(Paged, kw_only=True):
    """Non-surrender agreements, and published totals beside those of the record."""

    items: list[dict[str, Any]]
    totals: list[dict[str, Any]]


class HistoryAnswer(Paged, kw_only=True):
    """The history of the United States and the Court."""

    items: list[dict[str, Any]]


class FindingAnswer(Struct, kw_only=True):
    """A finding on jurisdiction. ``open_kind`` says which of three an open answer is: contested, fact or weak."""

    answer: Word
    open_kind: str | None
    says: str
    facts: dict[str, str]
    asked_on: date
    record_version: str
    notes: list[str]
    parts: list[dict[str, Any]]
    by_crime: list[dict[str, Any]]
    articles: list[str]
    deciding: list[dict[str, Any]]
    contested: list[dict[str, Any]]
    missing: list[dict[str, Any]]
    beside: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    timeline: list[dict[str, Any]] = []
    supposed: list[str] = []
    without_supposition: str | None = None


class UsFindingAnswer(Struct, kw_only=True):
    """A finding on United States law; ``word`` is prohibited, conditional, unsettled or permitted."""

    answer: Word
    word: str
    reason: str
    question: str
    facts: dict[str, Any]
    on: date
    asked_on: date
    record_version: str
    default: str
    open_kind: str = ""
    kind: str = ""
    presumed: list[str] = []
    wanted: list[dict[str, Any]] = []
    deciding_measures: list[str] = []
    tree: list[dict[str, Any]] = []
    read_with: list[dict[str, Any]] = []
    timeline: list[dict[str, Any]] = []
    changes: list[dict[str, Any]] = []
    weak: list[str] = []
    sources: list[dict[str, Any]] = []
    supposed: list[str] = []


class BatchBody(Struct, forbid_unknown_fields=True, kw_only=True):
    """Up to a hundred questions on jurisdiction, each a row of facts, perhaps with an ``id``."""

    rows: list[dict[str, str]]


class BatchAnswer(Struct, kw_only=True):
    """A row for each question; ``answer`` is ``error`` where it could not be read, and ``reason`` says why."""

    record_version: str
    asked_on: date
    items: list[dict[str, str]]


class CheckBody(Struct, forbid_unknown_fields=True, kw_only=True):
    """A document to check: its text, a name whose end tells the form, its own day where known."""

    text: str
    name: str = "document.md"
    written_on: str = ""


class CheckAnswer(Struct, kw_only=True):
    """What a document claims beside the record, and what was not checked."""

    record: str
    today: date
    claims: list[dict[str, Any]]
    coverage: dict[str, Any]
    summary: dict[str, int]
    citations: list[dict[str, Any]] = []
    faults: list[str] = []
    doubt: str = ""
    about: str = ""
