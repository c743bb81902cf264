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

if TYPE_CHECKING:
    from .answer import Answer, OpenKind
    from .dates import Day
    from .errors import FactError, InputError, NotInstalled, RationeError, RecordError
    from .finding.finding import Finding, jurisdiction
    from .limbs.facts import Facts
    from .record.record import Record
    from .timelines.law import Law

__all__ = [
    "Answer",
    "Day",
    "FactError",
    "Facts",
    "Finding",
    "InputError",
    "Law",
    "NotInstalled",
    "OpenKind",
    "RationeError",
    "Record",
    "RecordError",
    "jurisdiction",
]

HOMES = {
    "Answer": ".answer",
    "Day": ".dates",
    "FactError": ".errors",
    "Facts": ".limbs.facts",
    "Finding": ".finding.finding",
    "InputError": ".errors",
    "Law": ".timelines.law",
    "NotInstalled": ".errors",
    "OpenKind": ".answer",
    "RationeError": ".errors",
    "Record": ".record.record",
    "RecordError": ".errors",
    "jurisdiction": ".finding.finding",
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that is its home; read when it is first asked for, so that starting is fast."""
    if name not in HOMES:
        raise AttributeError(f"module 'ratione' has no attribute {name!r}")
    value = getattr(import_module(HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
