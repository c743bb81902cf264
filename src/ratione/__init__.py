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
    from .finding.finding import Finding, jurisdiction
    from .finding.picture import timeline_dict, timeline_text
    from .finding.status import parties, status, status_dict, status_text
    from .finding.table import answer_table
    from .limbs.facts import Facts
    from .record.names import Names
    from .record.reading import build as build_record
    from .record.reading import read as read_record
    from .record.record import Record
    from .record.schema import schemas
    from .record.soundness import check as check_record
    from .record.supposing import suppose
    from .timelines.law import Law
    from .timelines.spans import SpanRow, spans

HOMES = {
    "Answer": ".answer",
    "Day": ".dates",
    "FactError": ".errors",
    "Facts": ".limbs.facts",
    "Finding": ".finding.finding",
    "InputError": ".errors",
    "Law": ".timelines.law",
    "Names": ".record.names",
    "NotInstalled": ".errors",
    "OpenKind": ".answer",
    "RationeError": ".errors",
    "Record": ".record.record",
    "RecordError": ".errors",
    "SpanRow": ".timelines.spans",
    "answer_table": ".finding.table",
    "build_record": ".record.reading:build",
    "check_record": ".record.soundness:check",
    "counts_text": ".finding.counts",
    "difference_text": ".finding.counts",
    "jurisdiction": ".finding.finding",
    "parties": ".finding.status",
    "read_day": ".dates",
    "read_record": ".record.reading:read",
    "schemas": ".record.schema",
    "spans": ".timelines.spans",
    "status": ".finding.status",
    "status_dict": ".finding.status",
    "status_text": ".finding.status",
    "suppose": ".record.supposing",
    "timeline_dict": ".finding.picture",
    "timeline_text": ".finding.picture",
}

__all__ = [
    "Answer",
    "Day",
    "FactError",
    "Facts",
    "Finding",
    "InputError",
    "Law",
    "Names",
    "NotInstalled",
    "OpenKind",
    "RationeError",
    "Record",
    "RecordError",
    "SpanRow",
    "answer_table",
    "build_record",
    "check_record",
    "counts_text",
    "difference_text",
    "jurisdiction",
    "parties",
    "read_day",
    "read_record",
    "schemas",
    "spans",
    "status",
    "status_dict",
    "status_text",
    "suppose",
    "timeline_dict",
    "timeline_text",
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
