"""ratione: the Rome Statute system as dated, sourced, computable data.

    data/  -> record      every act, instrument, place, situation, dispute, ruling and source
           -> timelines   lines: an answer over time, derived from acts by the treaties' own rules
           -> limbs       one question, one article, the line that answers it
           -> rules       trees of limbs over no < open < yes, any link, every link
           -> words       how an answer is said
           -> finding     the rule asked of one set of facts: an answer, reasons, articles, acts, sources

>>> from ratione import Facts, jurisdiction
>>> finding = jurisdiction(Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"))
>>> str(finding.answer), finding.articles
('yes', ['11(1)', '24(1)', '126(1)', '26', '8', '12(2)(a)', 'VCLT 29', '12(3)', '124'])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .answer import Answer, OpenKind
    from .dates import Day, read_day
    from .errors import FactError, InputError, NotInstalled, RationeError, RecordError
    from .finding.counts import counts_text, difference_text
    from .finding.court_pages import (
        DebatePage,
        LimbPage,
        SituationPage,
        SourcePage,
        debate_page,
        limb_page,
        rule_limbs,
        situation_page,
        source_page,
    )
    from .finding.finding import Finding, jurisdiction
    from .finding.pages import (
        InstrumentPage,
        Standing,
        StatePage,
        Unit,
        instrument_page,
        standings,
        state_page,
        world_on,
    )
    from .finding.picture import timeline_dict, timeline_text
    from .finding.reach import ReachRow, ReasonShown, reach_of, reasons_tree
    from .finding.shown import ActShown, SpanShown, weak_meaning
    from .finding.status import parties, status, status_dict, status_text
    from .finding.table import answer_table
    from .finding.things import ChangeShown, Thing, changes_between, found_things, things
    from .limbs.facts import FACTS, Facts
    from .record.names import Names, folded
    from .record.reading import build as build_record
    from .record.reading import read as read_record
    from .record.record import Record
    from .record.schema import schemas
    from .record.soundness import check as check_record
    from .record.supposing import suppose
    from .timelines.law import Law
    from .timelines.spans import SpanRow, spans
    from .words import said_day

HOMES = {
    "ActShown": ".finding.shown",
    "Answer": ".answer",
    "ChangeShown": ".finding.things",
    "Day": ".dates",
    "DebatePage": ".finding.court_pages",
    "FACTS": ".limbs.facts",
    "FactError": ".errors",
    "Facts": ".limbs.facts",
    "Finding": ".finding.finding",
    "InputError": ".errors",
    "InstrumentPage": ".finding.pages",
    "Law": ".timelines.law",
    "LimbPage": ".finding.court_pages",
    "Names": ".record.names",
    "NotInstalled": ".errors",
    "OpenKind": ".answer",
    "RationeError": ".errors",
    "ReachRow": ".finding.reach",
    "ReasonShown": ".finding.reach",
    "Record": ".record.record",
    "RecordError": ".errors",
    "SituationPage": ".finding.court_pages",
    "SourcePage": ".finding.court_pages",
    "SpanRow": ".timelines.spans",
    "SpanShown": ".finding.shown",
    "Standing": ".finding.pages",
    "StatePage": ".finding.pages",
    "Thing": ".finding.things",
    "Unit": ".finding.pages",
    "answer_table": ".finding.table",
    "build_record": ".record.reading:build",
    "changes_between": ".finding.things",
    "check_record": ".record.soundness:check",
    "counts_text": ".finding.counts",
    "debate_page": ".finding.court_pages",
    "difference_text": ".finding.counts",
    "folded": ".record.names",
    "found_things": ".finding.things",
    "instrument_page": ".finding.pages",
    "jurisdiction": ".finding.finding",
    "limb_page": ".finding.court_pages",
    "parties": ".finding.status",
    "reach_of": ".finding.reach",
    "read_day": ".dates",
    "read_record": ".record.reading:read",
    "reasons_tree": ".finding.reach",
    "rule_limbs": ".finding.court_pages",
    "said_day": ".words",
    "schemas": ".record.schema",
    "situation_page": ".finding.court_pages",
    "source_page": ".finding.court_pages",
    "spans": ".timelines.spans",
    "standings": ".finding.pages",
    "state_page": ".finding.pages",
    "status": ".finding.status",
    "status_dict": ".finding.status",
    "status_text": ".finding.status",
    "suppose": ".record.supposing",
    "things": ".finding.things",
    "timeline_dict": ".finding.picture",
    "timeline_text": ".finding.picture",
    "weak_meaning": ".finding.shown",
    "world_on": ".finding.pages",
}

__all__ = [
    "FACTS",
    "ActShown",
    "Answer",
    "ChangeShown",
    "Day",
    "DebatePage",
    "FactError",
    "Facts",
    "Finding",
    "InputError",
    "InstrumentPage",
    "Law",
    "LimbPage",
    "Names",
    "NotInstalled",
    "OpenKind",
    "RationeError",
    "ReachRow",
    "ReasonShown",
    "Record",
    "RecordError",
    "SituationPage",
    "SourcePage",
    "SpanRow",
    "SpanShown",
    "Standing",
    "StatePage",
    "Thing",
    "Unit",
    "answer_table",
    "build_record",
    "changes_between",
    "check_record",
    "counts_text",
    "debate_page",
    "difference_text",
    "folded",
    "found_things",
    "instrument_page",
    "jurisdiction",
    "limb_page",
    "parties",
    "reach_of",
    "read_day",
    "read_record",
    "reasons_tree",
    "rule_limbs",
    "said_day",
    "schemas",
    "situation_page",
    "source_page",
    "spans",
    "standings",
    "state_page",
    "status",
    "status_dict",
    "status_text",
    "suppose",
    "things",
    "timeline_dict",
    "timeline_text",
    "weak_meaning",
    "world_on",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module that is its home; read when it is first asked for, so that starting is fast."""
    if name not in HOMES:
        raise AttributeError(f"module 'ratione' has no attribute {name!r}")
    home, _, inner = HOMES[name].partition(":")
    value = getattr(import_module(home, __name__), inner or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
