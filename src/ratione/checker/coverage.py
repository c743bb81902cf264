"""Coverage: sentences that hold something to check and were not checked, or only in part, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from . import days, sieve
from .citations import find
from .claim import Skipped
from .hits import Placed
from .marked import Marked

__all__ = ["PART", "Coverage", "holds", "unread", "why"]

PART = "checked in part"
"""The reason of a sentence of which something was compared, and a day, a number or a word of status was not."""

STATUS = re.compile(
    r"\b(?:states? part(?:y|ies)|part(?:y|ies) to|sign(?:s|ing)?|member states?|non-part(?:y|ies)|signator(?:y|ies)|signed|ratif\w+|acced\w+|accession|withdr[ae]w\w*|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"entered into force|entry into force|referred|referral|vetoed|abstained|sanction\w*|revoked|enacted|in force|joined the (?:icc|court))\b",  # noqa: E501 - a grammar or list that reads best in one piece
)
NUMBER = re.compile(r"(?<![\w.])\d{2,3}(?![\w%]|[.,]\d)")


PLACE_IN_ROW = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|[Tt]he (?:first|only|last|latest|newest))"
    r"(?= (?:[A-Za-z-]+ ){0,3}?(?:states?|countr|members?|part(?:y|ies)\b|nations?|governments?))"
)
"""The place of a state among those that did the same, which is not compared: the 124th State Party, the first country."""
VOTES = re.compile(
    r"\b\d{1,3}(?: votes?)?(?: in favou?r)?(?:,? (?:to|and|against)|[-–—](?=\d)) ?"
    r"(?:\d{1,3}|none|nil|no one)\b(?:[-–—]\d{1,2}\b)?|\bunanimously\b"
)
"""How a vote ended: by 14 votes to 1, 11-0-4, unanimously."""


class Coverage(Struct, frozen=True, kw_only=True):
    """How much of what could be checked was checked: sentences with something to check, those checked, and the others.

    ``partly`` are sentences of which something was compared and something was not; they stand among the skipped.
    """

    sentences: int
    checkable: int
    checked: int
    skipped: tuple[Skipped, ...]
    partly: int = 0

    @property
    def share(self) -> float | None:
        """Checked sentences among those that hold something to check."""
        return round(self.checked / self.checkable, 3) if self.checkable else None


def holds(text: str, may: int = -1) -> tuple[str, ...]:
    """What a sentence holds that could be checked: a day, a number, a word of status, a citation.

    ``may`` is what its words can be part of, where that is known.
    """
    found = []
    figures = may & sieve.DIGIT or not text.isascii()
    if figures and days.find(text):
        found.append("date")
    if figures and NUMBER.search(text):
        found.append("number")
    if may & sieve.STATUS and STATUS.search(text.lower()):
        found.append("status word")
    if find(text):
        found.append("citation")
    return tuple(found)


def unread(text: str, sentence: Marked, claims: Iterable[Placed]) -> tuple[str, ...]:
    """The days, results of votes, numbers and words of status of a sentence that no claim took in, as they stand there."""
    spans, told, counts = [], set(), set()
    for claim, start, end, value_start, value_end in claims:
        spans += [(start, end), (value_start, value_end)]
        told |= {claim.date, claim.other_date}
        counts |= {claim.object} if "count" in claim.how or "signatories" in claim.how else set()
    starts = {one.start for one in sentence.of("day")}
    dated = [one for one in days.find(text) if one.start in starts]
    named = [(one.start, one.end) for one in dated] + [(one.start, one.end) for one in find(text)]
    named += [(one.start, one.end) for one in sentence.of("resolution", "measure")]
    found = [
        (one.start, one.end)
        for one in dated
        if one.iso not in told
        and not any(
            iso[4:] == one.iso[1:] if one.iso.startswith("-") else one.iso.startswith(iso) and bool(iso) for iso in told
        )
    ]
    votes = [one.span() for one in VOTES.finditer(text) if not within(one.span(), named)]
    found += votes
    found += [
        one.span()
        for one in NUMBER.finditer(text)
        if one.group() not in counts and not within(one.span(), [*named, *votes, *spans])
    ]
    placed = [(start, end) for claim, start, end, *_ in claims if "ordinal" in claim.how]
    found += [one.span() for one in PLACE_IN_ROW.finditer(text) if not within(one.span(), [*named, *placed])]
    found += [one.span() for one in STATUS.finditer(text.lower()) if not within(one.span(), [*spans, *named])]
    return tuple(dict.fromkeys(text[start:end] for start, end in sorted(found)))


def within(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether two stretches of a text touch."""
    return any(start < span[1] and span[0] < end for start, end in others)


def why(left: list[str], ours: bool, states: bool, kinds: tuple[str, ...]) -> str:
    """Why a sentence was not checked."""
    if left:
        return left[0]
    if not ours:
        return "not about the Court or the Statute, as far as its words show"
    if kinds == ("citation",):
        return "holds a citation only; citations are listed apart"
    if not states and "status word" in kinds:
        return "names no state that the record knows"
    return "no pattern reads what it says"
