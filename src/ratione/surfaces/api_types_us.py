"""Types of answers on United States law and history, as the HTTP API and MCP give them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import Struct

import ratione

from .api_difference import Difference
from .api_types import Paged, Word

__all__ = [
    "AdministrationAnswer",
    "AgreementAnswer",
    "AgreementsAnswer",
    "HistoryAnswer",
    "MeasureItem",
    "MeasuresAnswer",
    "SanctionsAnswer",
    "UsBatchAnswer",
    "UsFindingAnswer",
]


class MeasureItem(Struct, kw_only=True):
    """A measure as the record holds it, and whether it is in force on the day."""

    code: str
    citation: str
    name: str
    says: str
    effect: str
    maker: str
    binds: list[str] = []
    who: str = ""
    activities: list[str]
    start: date = msgspec.field(name="from")
    last_day: date | None = None
    bars: bool = False
    saving: bool = False
    reading: bool = False
    unread: str = ""
    when: list[dict[str, Any]] = []
    limits: list[dict[str, Any]] = msgspec.field(name="except", default_factory=list)
    lifts: list[str] = []
    ends: list[dict[str, Any]] = []
    rewords: list[str] = []
    covers: list[str] = []
    holders: list[str] = []
    sources: list[str] = []
    weak: str | None = None
    note: str = ""
    recorded: date | None = None
    superseded: date | None = None
    in_force: Word


class MeasuresAnswer(Paged, kw_only=True):
    """Measures of United States law."""

    on: date
    asked_on: date
    items: list[MeasureItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class ListedItem(Struct, kw_only=True):
    """Somebody listed on the day; ``effective`` is the first day on which dealings were barred."""

    name: str
    also: list[str] = []
    kind: str
    role: str
    order: str
    measure: str
    designated: date
    published: str = ""
    effective: date
    until: str = ""
    enforced: Word
    why: str = ""
    sources: list[str] = []
    weak: str = ""
    note: str = ""


class InForceItem(Struct, kw_only=True):
    """A measure in force on the day."""

    measure: str
    citation: str
    name: str
    says: str
    since: date
    until: str = ""
    answer: Word
    covers: list[str] = []
    holders: list[str] = []
    sources: list[str] = []
    weak: str = ""
    note: str = ""


class SanctionsAnswer(Struct, kw_only=True):
    """Sanctions in force on a day."""

    record_version: str
    on: date
    asked_on: date
    listed: list[ListedItem]
    orders: list[InForceItem]
    licences: list[InForceItem]
    injunctions: list[InForceItem]
    stays: list[InForceItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class StretchItem(Struct, kw_only=True):
    """Days with one answer, from the first (empty: since ever) to before ``until`` (empty: still)."""

    start: str = msgspec.field(name="from", default="")
    until: str = ""
    answer: Word
    open_kind: str = ""
    deciding: list[str] = []


class AgreementItem(Struct, kw_only=True):
    """A state's non-surrender agreement, the waivers made for it, and what aid law forbade it when."""

    state: str
    name: str
    reported_as: str = ""
    form: str = ""
    signed: str = ""
    effective: str = ""
    recalled_days: str = ""
    waivers: list[str] = []
    military_aid: list[StretchItem] = []
    economic_support: list[StretchItem] = []
    sources: list[str] = []
    weak: str = ""
    note: str = ""


class AgreementAnswer(AgreementItem, kw_only=True):
    """One state's agreement, waivers and aid law; empty ``reported_as``: the record knows of no agreement."""

    record_version: str
    asked_on: date
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()


class TotalItem(Struct, kw_only=True):
    """A published number of agreements, what the record counts by the same rule, and why the two differ."""

    published: int
    by: str
    dated: date
    rule: str
    counted: int
    why: str
    sources: list[str]


class AgreementsAnswer(Paged, kw_only=True):
    """Non-surrender agreements, and published totals beside those of the record."""

    items: list[AgreementItem]
    totals: list[TotalItem]


class HistoryAnswer(Paged, kw_only=True):
    """The history of the United States and the Court."""

    items: list[ratione.HistoryRow]


class AdministrationAnswer(Struct, kw_only=True):
    """The page of prose on an administration, every sentence tied to the record or a source."""

    record_version: str
    administration: str
    prose: str


class WantedItem(Struct, kw_only=True):
    """A fact that was not told and could change the answer."""

    fact: str
    says: str
    measures: list[str]


class ChangeItem(Struct, kw_only=True):
    """An act that would change the answer, who may do it, and what the answer would be."""

    act: str
    who: str
    under: str = ""
    gives: Word
    open_kind: str = ""


class BranchItem(Struct, kw_only=True):
    """One measure in the tree: what it does here, what it says on that day, and what lifts it."""

    role: str
    measure: str
    citation: str
    name: str
    says: str
    state: str
    since: str = ""
    until: str = ""
    weak: str = ""
    why: list[str] = []
    lifted_by: list[BranchItem] = []


class UsSourceItem(Struct, kw_only=True):
    """A source: the address that was read, or that of the text it reports."""

    code: str
    title: str
    publisher: str
    read: str = ""
    cites: str = ""
    weak: str = ""


class UsFindingAnswer(Struct, kw_only=True):
    """A finding on United States law; ``word`` is prohibited, conditional, unsettled or permitted."""

    answer: Word
    word: str
    reason: str
    question: Literal["permitted", "required"]
    facts: dict[str, Any]
    on: date
    asked_on: date
    record_version: str
    default: str
    open_kind: str = ""
    kind: str = ""
    presumed: list[str] = []
    wanted: list[WantedItem] = []
    deciding_measures: list[str] = []
    tree: list[BranchItem] = []
    read_with: list[BranchItem] = []
    timeline: list[StretchItem] = []
    changes: list[ChangeItem] = []
    weak: list[str] = []
    sources: list[UsSourceItem] = []
    supposed: tuple[str, ...] = ()
    without_supposition: Word | None = None
    difference: tuple[Difference, ...] = ()


class UsBatchItem(Struct, kw_only=True):
    """The answer to one row; ``error`` where it could not be read, and ``reason`` says why."""

    id: str
    answer: Literal["no", "open", "yes", "error"]
    open_kind: str
    deciding_measures: str
    reason: str
    record_version: str


class UsBatchAnswer(Struct, kw_only=True):
    """A row for each question, in their order."""

    record_version: str
    asked_on: date
    errors: int
    items: list[UsBatchItem]
    supposed: tuple[str, ...] = ()
    difference: tuple[Difference, ...] = ()
