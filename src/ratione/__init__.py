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
('yes', ['11(1)', '24(1)', '126(1)', '26', '5', '8', '12(2)(a)', '12(3)'])
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
        rows_behind,
        rule_limbs,
        situation_page,
        source_page,
    )
    from .finding.debates import debate_named, debate_text, debates_on, written_debate, written_debate_text
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
    from .finding.people_pages import PersonPage, person_page, statements_shown
    from .finding.picture import timeline_dict, timeline_text
    from .finding.reach import ReachRow, ReasonShown, reach_of, reasons_tree
    from .finding.relationship import relationship_dict, relationship_text
    from .finding.shown import ActShown, SpanShown, weak_meaning
    from .finding.situations import rests_on, situation_named, situation_text, without_effect
    from .finding.status import parties, status, status_dict, status_text
    from .finding.table import answer_table
    from .finding.things import ChangeShown, Thing, changes_between, found_things, things
    from .finding.us_exports import as_csv as history_csv
    from .finding.us_exports import atom as history_atom
    from .finding.us_exports import icalendar as history_icalendar
    from .finding.us_exports import timelinejs as history_timelinejs
    from .finding.us_history import HistoryRow, history_text, profile_text, us_timeline
    from .finding.us_law import Question, us_law
    from .finding.us_lists import agreements, all_agreements, sanctions
    from .finding.us_over_time import us_over_time
    from .finding.us_shown import UsFinding
    from .finding.us_suppose import supposed_record
    from .finding.us_table import US_COLUMNS, us_table
    from .finding.us_words import text_of as us_law_text
    from .limbs.facts import FACTS, Facts
    from .limbs.us_facts import UsFacts
    from .record.debate import read_debate
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
    "HistoryRow": ".finding.us_history",
    "InputError": ".errors",
    "InstrumentPage": ".finding.pages",
    "Law": ".timelines.law",
    "LimbPage": ".finding.court_pages",
    "Names": ".record.names",
    "NotInstalled": ".errors",
    "OpenKind": ".answer",
    "PersonPage": ".finding.people_pages",
    "Question": ".finding.us_law",
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
    "US_COLUMNS": ".finding.us_table",
    "Unit": ".finding.pages",
    "UsFacts": ".limbs.us_facts",
    "UsFinding": ".finding.us_shown",
    "agreements": ".finding.us_lists",
    "all_agreements": ".finding.us_lists",
    "answer_table": ".finding.table",
    "build_record": ".record.reading:build",
    "changes_between": ".finding.things",
    "check_record": ".record.soundness:check",
    "counts_text": ".finding.counts",
    "debate_named": ".finding.debates",
    "debate_page": ".finding.court_pages",
    "debate_text": ".finding.debates",
    "debates_on": ".finding.debates",
    "difference_text": ".finding.counts",
    "folded": ".record.names",
    "found_things": ".finding.things",
    "history_atom": ".finding.us_exports:atom",
    "history_csv": ".finding.us_exports:as_csv",
    "history_icalendar": ".finding.us_exports:icalendar",
    "history_text": ".finding.us_history",
    "history_timelinejs": ".finding.us_exports:timelinejs",
    "instrument_page": ".finding.pages",
    "jurisdiction": ".finding.finding",
    "limb_page": ".finding.court_pages",
    "parties": ".finding.status",
    "person_page": ".finding.people_pages",
    "profile_text": ".finding.us_history",
    "reach_of": ".finding.reach",
    "read_day": ".dates",
    "read_debate": ".record.debate",
    "read_record": ".record.reading:read",
    "reasons_tree": ".finding.reach",
    "relationship_dict": ".finding.relationship",
    "relationship_text": ".finding.relationship",
    "rests_on": ".finding.situations",
    "rows_behind": ".finding.court_pages",
    "rule_limbs": ".finding.court_pages",
    "said_day": ".words",
    "sanctions": ".finding.us_lists",
    "schemas": ".record.schema",
    "situation_named": ".finding.situations",
    "situation_page": ".finding.court_pages",
    "situation_text": ".finding.situations",
    "source_page": ".finding.court_pages",
    "spans": ".timelines.spans",
    "standings": ".finding.pages",
    "state_page": ".finding.pages",
    "statements_shown": ".finding.people_pages",
    "status": ".finding.status",
    "status_dict": ".finding.status",
    "status_text": ".finding.status",
    "suppose": ".record.supposing",
    "supposed_record": ".finding.us_suppose",
    "things": ".finding.things",
    "timeline_dict": ".finding.picture",
    "timeline_text": ".finding.picture",
    "us_law": ".finding.us_law",
    "us_law_text": ".finding.us_words:text_of",
    "us_over_time": ".finding.us_over_time",
    "us_table": ".finding.us_table",
    "us_timeline": ".finding.us_history",
    "weak_meaning": ".finding.shown",
    "without_effect": ".finding.situations",
    "world_on": ".finding.pages",
    "written_debate": ".finding.debates",
    "written_debate_text": ".finding.debates",
}

__all__ = [
    "FACTS",
    "US_COLUMNS",
    "ActShown",
    "Answer",
    "ChangeShown",
    "Day",
    "DebatePage",
    "FactError",
    "Facts",
    "Finding",
    "HistoryRow",
    "InputError",
    "InstrumentPage",
    "Law",
    "LimbPage",
    "Names",
    "NotInstalled",
    "OpenKind",
    "PersonPage",
    "Question",
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
    "UsFacts",
    "UsFinding",
    "agreements",
    "all_agreements",
    "answer_table",
    "build_record",
    "changes_between",
    "check_record",
    "counts_text",
    "debate_named",
    "debate_page",
    "debate_text",
    "debates_on",
    "difference_text",
    "folded",
    "found_things",
    "history_atom",
    "history_csv",
    "history_icalendar",
    "history_text",
    "history_timelinejs",
    "instrument_page",
    "jurisdiction",
    "limb_page",
    "parties",
    "person_page",
    "profile_text",
    "reach_of",
    "read_day",
    "read_debate",
    "read_record",
    "reasons_tree",
    "relationship_dict",
    "relationship_text",
    "rests_on",
    "rows_behind",
    "rule_limbs",
    "said_day",
    "sanctions",
    "schemas",
    "situation_named",
    "situation_page",
    "situation_text",
    "source_page",
    "spans",
    "standings",
    "state_page",
    "statements_shown",
    "status",
    "status_dict",
    "status_text",
    "suppose",
    "supposed_record",
    "things",
    "timeline_dict",
    "timeline_text",
    "us_law",
    "us_law_text",
    "us_over_time",
    "us_table",
    "us_timeline",
    "weak_meaning",
    "without_effect",
    "world_on",
    "written_debate",
    "written_debate_text",
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
