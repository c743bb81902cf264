"""Figures: days in figures, read in the order, day or month first, that the rest of the document shows."""

from __future__ import annotations

import re

import msgspec

from .claim import Claim

__all__ = ["ordered"]


def ordered(claims: list[Claim]) -> list[Claim]:
    """Claims whose days in figures follow the order, American or European, of those that can be read one way only."""
    orders = {order for claim in claims if (order := order_of(claim))}
    if orders != {"european"}:
        return claims
    return [
        msgspec.structs.replace(claim, date=claim.other_date, other_date="") if claim.other_date else claim
        for claim in claims
    ]


SHORT = re.compile(r"\d\.\d")
FIGURES = re.compile(r"(?<!\d)(\d\d?)[/.](\d\d?)[/.](?:19|20)\d\d")


def order_of(claim: Claim) -> str:
    """The order of the one day in figures of a claim, where only one order is possible."""
    if "/" not in claim.sentence and not SHORT.search(claim.sentence):
        return ""
    told = [figures for figures in FIGURES.finditer(claim.sentence) if max(map(int, figures.groups())) > 12]
    if not told:
        return ""
    return "european" if int(told[0].group(1)) > 12 else "american"
