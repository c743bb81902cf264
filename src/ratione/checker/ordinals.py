"""Ordinals: the how-manieth a state was to become a party: Ukraine became the 125th State Party."""

from __future__ import annotations

import re

from .claim import Claim
from .hits import Placed
from .marked import Marked

__all__ = ["with_ordinals"]

NTH = re.compile(r"\d(?:st|nd|rd|th)$")
KIND = re.compile(
    r" (?:(?:new|full|official) )?(?:states? part(?:y|ies)|state-party|party|member|member[- ](?:state|country|nation)|"
    r"(?:state|country|nation)(?= to (?:ratify|join|accede|become|have ratified|have joined)|,? (?:which|that) (?:ratified|joined)))\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What is counted by an ordinal."""
JOINED = ("is-party", "ratified", "acceded", "entered-into-force")
FIRST = 61
"""The first ordinal that is read: sixty ratified before the Statute entered into force, and smaller ones count other things."""


def with_ordinals(claims: list[Placed], sentence: Marked) -> list[Placed]:
    """The claims, with the place in the order of joining that a sentence tells of a state."""
    told = [one for one in claims if one[0].predicate in JOINED and one[0].about == "rome-statute"]
    states = {one[0].subject for one in told}
    if len(states) != 1:
        return claims
    found = [
        one
        for one in sentence.of("number")
        if NTH.search(sentence.fold[one.start : one.end])
        and int(one.value) >= FIRST
        and KIND.match(sentence.shadow, one.end)
    ]
    if len(found) != 1:
        return claims
    number, first = found[0], told[0][0]
    claim = Claim(
        sentence=sentence.text,
        start=number.start,
        end=number.end,
        subject=first.subject,
        predicate="other",
        object=f"State Party number {number.value}",
        about="rome-statute",
        tense="past",
        how=("ordinal",),
        pattern="place in the order of joining",
    )
    return [*claims, (claim, number.start, number.end, number.start, number.end)]
