"""Referrals: the situations of which a sentence says that they were referred, each with its day, and the resolution named."""

from __future__ import annotations

import re

from . import days
from .hits import Hit
from .marked import CODES, Marked
from .objects import Objects

__all__ = ["each", "resolution"]

DAY = CODES["day"]
NEXT = re.compile(
    rf"(?:[,;]? ?\(?(?:in |on |of |, )?[{DAY}]+\)?)?(?: ?\([^()]{{0,40}}\))?(?:,? and|,|;|,? then|,? as well as)(?: (?:of|in|the|that|on|later|situations?))* "  # noqa: E501 - a grammar or list that reads best in one piece
)
OWN = re.compile(rf",? ?\(?(?:in|on|of|,)? ?(?:early |late |the )?(?=[{DAY}])")
BEFORE = re.compile(rf"(?:\W|[{DAY}]|\b(?:of|adopted|on|in|the|dated|which|that|unanimously|by|council|it)\b)*$")
BEHIND = re.compile(
    r"[ ,(]*(?:to (?:the )?\W*)?[ ,(]*(?:(?:by|in|through|with|under|via|pursuant to|by adopting|adopting|by means of|per)\b)[^.;]{0,24}$|[ ,]*\($"  # noqa: E501 - a grammar or list that reads best in one piece
)


def each(hit: Hit, sentence: Marked, found: list[days.Found], objects: Objects) -> list[tuple[str, days.Found | None]]:
    """The situations of a list, each with the day right behind its name: Darfur in 2005 and Libya in 2011."""
    told: list[tuple[str, days.Found | None]] = []
    end = -1
    for one in sentence.of("region", "state"):
        if one.start < hit.match.start():
            continue
        code = objects.situation_of(one)
        if told and sentence.shadow[end : one.start] == " (" and code == told[-1][0]:
            end = one.end + sentence.shadow.startswith(")", one.end)
            told[-1] = (code, at(found, end, sentence))
            continue
        if end >= 0 and not NEXT.fullmatch(sentence.shadow[end : one.start]):
            if told:
                break
            continue
        if code is None:
            if told:
                break
            continue
        day = at(found, one.end, sentence)
        if told and told[-1][0] == code:
            told[-1] = (code, told[-1][1] or day)
        else:
            told.append((code, day))
        end = one.end
    return told


def at(found: list[days.Found], end: int, sentence: Marked) -> days.Found | None:
    """The day right behind a name."""
    gap = OWN.match(sentence.shadow[end:])
    return next((day for day in found if gap and day.start == end + gap.end()), None)


def resolution(hit: Hit, sentence: Marked) -> tuple[str, ...]:
    """The one resolution by which a referral is said to have been made, as a shade for the comparison."""
    named = sentence.of("resolution")
    if len(named) != 1:
        return ()
    (one,) = named
    start, end = hit.span
    shadow = sentence.shadow
    beside = (
        (start <= one.start and one.end <= end)
        or (one.end <= start and BEFORE.fullmatch(re.sub("[\ue000-\uf8ff]+", "", shadow[one.end : start])) is not None)
        or (one.start >= end and BEHIND.fullmatch(re.sub("[\ue000-\uf8ff]+", "", shadow[end : one.start])) is not None)
    )
    return (f"by:{one.value}",) if beside else ()
