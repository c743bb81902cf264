"""Claim: what a document says, where, of whom and of which day; and what the record says to it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from msgspec import Struct

__all__ = ["PREDICATES", "Citation", "Claim", "Judged", "Skipped", "Tense", "Verdict"]

PREDICATES = (
    "is-party",
    "is-not-party",
    "signed",
    "unsigned",
    "ratified",
    "acceded",
    "succeeded",
    "entered-into-force",
    "withdrew",
    "declared-12-3",
    "referred",
    "voted",
    "number-of-parties",
    "enacted",
    "revoked",
    "sanctioned",
    "other",
)

Verdict = Literal["agrees", "contradicts", "outdated", "imprecise", "disputed", "open", "not-in-record", "out-of-scope"]
Tense = Literal["present", "past", ""]


class Claim(Struct, frozen=True, kw_only=True):
    """A claim as the document makes it.

    ``sentence`` is the visible text; ``start`` and ``end`` say where in the source the words of the claim stand. ``object``
    is what the predicate is said of, in words; ``about`` its code in the record. ``date`` is ISO, as exact as the text;
    ``other_date`` the second reading of a day such as 4/5/2002. ``how`` holds the shades that the comparison must know.
    """

    sentence: str
    start: int
    end: int
    subject: str
    predicate: str
    object: str = ""
    about: str = ""
    date: str = ""
    other_date: str = ""
    tense: Tense = ""
    how: tuple[str, ...] = ()
    pattern: str = ""
    place: str = ""
    """Where it stands, for a reader: ``line 12``, ``page 3``, ``field state_party``."""
    value_start: int = 0
    value_end: int = 0
    """Where the value (the day, the number) stands in the source, for a correction; equal where there is none."""


class Judged(Struct, frozen=True, kw_only=True):
    """A claim beside the record.

    ``verdict`` is that of ``today``; ``then`` that of the document's own day, where it is known. ``because`` says why in a
    sentence; ``fault`` names the kind of fault (``one-day-early``, ``wrong-verb``); ``acts`` are keys of the record,
    ``sources`` ids of its sources; ``should_be`` is what the record holds instead, in the form of the document.
    """

    claim: Claim
    verdict: Verdict
    because: str
    then: Verdict | None = None
    fault: str = ""
    should_be: str = ""
    acts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    article: str = ""
    weak: str = ""

    def row(self, doc_id: str) -> dict[str, Any]:
        """One line of the exchange form."""
        claim = self.claim
        return {
            "doc_id": doc_id,
            "sentence": claim.sentence,
            "start": claim.start,
            "end": claim.end,
            "subject": claim.subject,
            "predicate": claim.predicate,
            "object": claim.object,
            "date": claim.date,
            "verdict": self.verdict,
            "because": self.because,
        }


class Skipped(Struct, frozen=True, kw_only=True):
    """A sentence that holds a day, a number, a word of status or a citation, and was not checked, or in part; and why."""

    sentence: str
    start: int
    end: int
    holds: tuple[str, ...]
    why: str
    place: str = ""
    unread: tuple[str, ...] = ()
    """What of a sentence that was checked in part was not compared, in its own words."""


class Citation(Struct, frozen=True, kw_only=True):
    """A citation: as written, its kind, its plain form, and the entry of the record it leads to, if any."""

    text: str
    start: int
    end: int
    kind: str
    form: str
    entry: str = ""
    fault: str = ""


def day_text(day: date) -> str:
    """A day as an editor writes it.

    >>> day_text(date(2004, 12, 1))
    '1 December 2004'
    """
    return f"{day.day} {day:%B} {day.year}"
