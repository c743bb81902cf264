"""Types of findings on jurisdiction and of reports on documents, as the HTTP API and MCP give them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import Struct

import ratione

from .api_difference import Difference
from .api_types import Word

__all__ = [
    "BatchAnswer",
    "BatchBody",
    "CheckAnswer",
    "CheckBody",
    "ChecksAnswer",
    "ChecksBody",
    "FindingAnswer",
    "ProposalsAnswer",
]

OpenWord = Literal["contested", "fact", "weak"]


class PartItem(Struct, kw_only=True):
    """Days of the conduct with one answer, first and last included."""

    start: date | None = msgspec.field(name="from")
    to: date | None
    answer: Word
    open_kind: OpenWord | None


class TurnItem(PartItem, kw_only=True):
    """Days of conduct with one answer, and the keys of what turned it on the first; null: since ever, for ever."""

    because: list[str]


class CrimeItem(Struct, kw_only=True):
    """A crime charged with its own answer."""

    crime: str
    specific_crime: str
    answer: Word


class LimbItem(Struct, kw_only=True):
    """A limb that decides, with its answer, its articles, and the rows that made it so."""

    limb: str
    question: str
    answer: Word
    says: str
    articles: list[str]
    read_on: date
    link: str
    state: str
    because: list[str]
    open_kind: OpenWord | None
    point: str
    note: str


class DecidingItem(Struct, kw_only=True):
    """An answer that is possible, an example of values that lead to it, and the limbs that decide it."""

    answer: Word
    with_: dict[str, str] = msgspec.field(name="with")
    limbs: list[LimbItem]


class PositionItem(Struct, kw_only=True):
    """A position on a contested point."""

    answer: Word
    says: str
    holder: str
    dated: date | None
    authority: str
    weak: str | None
    sources: list[str]


class ContestedItem(Struct, kw_only=True):
    """A contested point on which the answer hangs."""

    code: str
    question: str
    article: str
    positions: list[PositionItem]


class MissingItem(Struct, kw_only=True):
    """A fact that was not given: what was presumed for it, and by answer the values that could lead there."""

    fact: str
    presumed: str
    could: dict[str, list[str]]


class BesideItem(Struct, kw_only=True):
    """What stands beside the answer without changing it."""

    kind: str
    says: str
    because: list[str]


class PassageItem(Struct, kw_only=True):
    """A source of a row, with the passage."""

    id: str
    passage: str
    title: str
    publisher: str
    read: str
    cites: str
    weak: str | None


class RowItem(Struct, kw_only=True):
    """A row of the record behind a deciding limb."""

    key: str
    says: str
    weak: str | None
    note: str
    sources: list[PassageItem]


class FindingAnswer(Struct, kw_only=True):
    """A finding on jurisdiction. ``open_kind`` says which of three an open answer is: contested, fact or weak."""

    answer: Word
    open_kind: OpenWord | None
    says: str
    facts: dict[str, str]
    asked_on: date
    record_version: str
    rules_version: str
    notes: list[str]
    parts: list[PartItem]
    by_crime: list[CrimeItem]
    decided_on: date
    articles: list[str]
    deciding: list[DecidingItem]
    contested: list[ContestedItem]
    missing: list[MissingItem]
    beside: list[BesideItem]
    rows: list[RowItem]
    timeline: list[TurnItem] = []
    tree: ratione.ReasonShown | None = None
    supposed: tuple[str, ...] = ()
    without_supposition: Word | None = None
    difference: tuple[Difference, ...] = ()


class BatchBody(Struct, forbid_unknown_fields=True, kw_only=True):
    """Up to a hundred questions, each a row of facts, perhaps with an ``id``."""

    rows: list[dict[str, str]]


class BatchItem(Struct, kw_only=True):
    """The answer to one row; ``error`` where it could not be read, and ``reason`` says why."""

    id: str
    answer: Literal["no", "open", "yes", "error"]
    parts: str
    deciding_articles: str
    reason: str
    record_version: str


class BatchAnswer(Struct, kw_only=True):
    """A row for each question, in their order."""

    record_version: str
    asked_on: date
    errors: int
    items: list[BatchItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class CheckBody(Struct, forbid_unknown_fields=True, kw_only=True):
    """A document to check: its ``text``, or its bytes as ``base64``; a name whose end tells the form; its own day."""

    text: str = ""
    base64: str = ""
    name: str = "document.md"
    written_on: str = ""


class ChecksBody(Struct, forbid_unknown_fields=True, kw_only=True):
    """Up to twenty documents."""

    documents: list[CheckBody]


class CheckAnswer(Struct, kw_only=True):
    """What a document claims beside the record, and what was not checked."""

    record_version: str
    today: date
    name: str
    form: str
    doc_id: str
    title: str
    about: str
    written: date | None
    written_where: str
    doubt: str
    claims: list[dict[str, Any]]
    coverage: dict[str, Any]
    summary: dict[str, int]
    citations: list[dict[str, Any]]
    faults: list[str]


class CheckItem(Struct, kw_only=True):
    """One of several documents: its report, or why it could not be read."""

    name: str
    report: CheckAnswer | None
    error: str


class ChecksAnswer(Struct, kw_only=True):
    """A report for each document, in their order."""

    record_version: str
    today: date
    errors: int
    items: list[CheckItem]


class ProposalsAnswer(Struct, kw_only=True):
    """Acts that a document tells with their day and the record does not hold, as text for a person to review."""

    record_version: str
    today: date
    proposals: str
