"""Coverage: sentences that hold something to check and were not checked, with the reason."""

from __future__ import annotations

import re

from msgspec import Struct

from . import days, sieve
from .citations import find
from .claim import Skipped

__all__ = ["Coverage", "holds", "why"]

STATUS = re.compile(
    r"\b(?:states? part(?:y|ies)|part(?:y|ies) to|sign(?:s|ing)?|member states?|non-part(?:y|ies)|signator(?:y|ies)|signed|ratif\w+|acced\w+|accession|withdr[ae]w\w*|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"entered into force|entry into force|referred|referral|vetoed|abstained|sanction\w*|revoked|enacted|in force|joined the (?:icc|court))\b",  # noqa: E501 - a grammar or list that reads best in one piece
)
NUMBER = re.compile(r"(?<![\w.])\d{2,3}(?![\w%]|[.,]\d)")


class Coverage(Struct, frozen=True, kw_only=True):
    """How much of what could be checked was checked: sentences with something to check, those checked, and the others."""

    sentences: int
    checkable: int
    checked: int
    skipped: tuple[Skipped, ...]

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
