"""Followers: referrals told shortly after another: by whom and when, found by lists of states and the days beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import days
from .gazetteer import Mention
from .marked import CODES, Marked
from .referral_actors import listed_from

__all__ = ["Follower", "followers"]

STATE = f"[{CODES['state']}{CODES['person']}]"
DAY = CODES["day"]
MORE = rf"(?: and (?:[{CODES['number']}]+|several|dozens of|some|many) (?:other|more|further)?s?(?: (?:states|countries|governments|parties))*)?"  # noqa: E501 - a grammar or list that reads best in one piece
LEAD = re.compile(
    rf"(?:[ ,;(){CODES['number']}]|\b(?:and|while|then|later|next|followed|by|also|with|before|the|one|others?|led|made up|consisting|composed|comprising|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"of|two|three|more|further|groups?|states?|countries|parties|suit|came|it|them|those|in turn|from)\b)*"
)
"""What may stand between a referral and a list of those who followed."""
MARK = re.compile(r"\b(?:and|followed|then|later|next|while)\b|[;,]")
ONE = (
    r"(?:another|(?:a|the) (?:further|second|third|similar|new|joint|fresh)(?: one| referral)?|one|theirs|its own|followed(?: suit)?|did (?:so|the same|likewise)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"in turn|later|then|too|made|sent|filed|submitted|lodged)"
)
BEHIND = re.compile(rf"{MORE}(?:,? {ONE})*,? ?(?:\((?:in |on )?|(?:early |late )?(?:in|on) (?:the )?)(?=[{DAY}])")
"""What may stand between such a list and its day."""
CLOSES = re.compile(r"\)?(?:$|[.,;:)]| and | before | while | but )")
AHEAD = re.compile(
    rf"(?:,|;)? ?(?:(?:and|then|later|followed)? ?(?:on|in) )(?P<day>[{DAY}]+),? (?:by |came |(?:with )?(?:another|(?:a|the) (?:further|second|third|new|similar|joint)(?: one| referral)?|one|others) (?:from|by|of) )(?:the )?"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A day and the words that lead from it to a list: and on 18 January 2024 a further one from Chile."""
FOLLOWED = re.compile(r"\bfollowed (?:later |then )?by (?:the )?$")


class Follower(NamedTuple):
    """Those who followed, their day, and where they stand."""

    codes: tuple[str, ...]
    start: int
    end: int
    day: days.Found | None


def followers(sentence: Marked, place: int, found: list[days.Found]) -> list[Follower]:
    """Those who followed behind a place where a referral, its situation and its day have been told."""
    rows: list[Follower] = []
    past = place
    for one in sentence.of("state", "person"):
        if one.start < past:
            continue
        ahead = AHEAD.fullmatch(sentence.shadow, past, one.start)
        lead = sentence.shadow[past : one.start]
        if not ahead and not (LEAD.fullmatch(lead) and MARK.search(lead)):
            break
        row = follower(sentence, one, lead, ahead, found)
        if row is None:
            break
        rows.append(row)
        past = max(row.end, row.day.end if row.day else 0)
    return rows


def follower(
    sentence: Marked, one: Mention, lead: str, ahead: re.Match[str] | None, found: list[days.Found]
) -> Follower | None:
    """The list that begins with a name, where a day or the words say that its states followed."""
    listed = listed_from(sentence, one)
    behind = BEHIND.match(sentence.shadow, listed.end)
    if behind:
        day = next((row for row in found if row.start == behind.end()), None)
        if day and CLOSES.match(sentence.shadow, day.end):
            return Follower(listed.codes, listed.start, listed.end, day)
    if ahead:
        day = next((row for row in found if row.start == ahead.start("day")), None)
        return Follower(listed.codes, listed.start, listed.end, day)
    if FOLLOWED.search(lead) and CLOSES.match(sentence.shadow, listed.end):
        return Follower(listed.codes, listed.start, listed.end, None)
    return None
