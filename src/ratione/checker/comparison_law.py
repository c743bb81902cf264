"""United States law beside the record: what was enacted or revoked, and who was sanctioned."""

from __future__ import annotations

from .beside import Beside
from .claim import Claim, Judged

__all__ = ["enacted", "revoked", "sanctioned"]


def enacted(claim: Claim, beside: Beside) -> Judged:
    """A statute or order was made."""
    return beside.judged(claim, "not-in-record", "The record does not hold that measure.")


def revoked(claim: Claim, beside: Beside) -> Judged:
    """A statute or order was taken back."""
    return beside.judged(claim, "not-in-record", "The record does not hold that measure.")


def sanctioned(claim: Claim, beside: Beside) -> Judged:
    """Someone was placed under sanctions."""
    return beside.judged(claim, "not-in-record", "The record does not hold that designation.")
