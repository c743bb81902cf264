"""Leftover: days that no claim took: of an act told without one, and of other states named shortly behind an act."""

from __future__ import annotations

import re

import msgspec

from . import days
from .attach import completed, goes_with, second
from .context import Context
from .enumerated import entry, enumerated
from .hits import ACTS, STATUS, Hit, Placed
from .marked import CODES, Marked
from .objects import Objects
from .subjects import Words, is_place

__all__ = ["EARLIER", "with_leftover"]

DATED = {*ACTS, "entered-into-force", "voted", "sanctioned", "enacted", "revoked"}
"""What is done on a day."""
BOUND = re.compile(r"\b(?:since|until|till|before|after|from|between|to|than|prior to|against|of|for) (?:the )?$")
"""Words before a day that is no day of an act."""
LEADS = re.compile(
    r"(?:^|[ ,(:–—-])(?:(?:early|late|back|again|only|already|first) )?(?:in|on|by|dated|early|late|mid-?)(?: the)? $|, $|\($"
)
"""What stands before a day that goes with the words in front of it."""
FROM = re.compile(r"\b(?:dates?|dated|dating) (?:back )?(?:from|to) (?:the )?$")
TITLE = re.compile(rf"[{CODES['treaty']}{CODES['body']}{CODES['word']}{CODES['resolution']}{CODES['measure']}] ?\($")
"""A year in brackets behind the name of what is dated so."""
OF = re.compile(r" of (?:the )?")
VERY_DAY = re.compile(r"\bon the (?:very )?day (?:it|that|on which|when) [^,;]{3,60}, $")
SAID = re.compile(r"\b(?:said|says|announced|reported|according)\b")
OPENS = re.compile(
    r"^[^\w\ue000-\uf8ff]*(?:(?:and|then|later|already|early|late|only) )?(?:in|on|by|early|late)? ?(?:the )?$"
)


def with_leftover(
    claims: list[Placed],
    hits: list[Hit],
    sentence: Marked,
    found: list[days.Found],
    context: Context,
    objects: Objects,
) -> list[Placed]:
    """The claims with days that no pattern gave to them, and those of further states of a list."""
    if not (found or context.line_day):
        return claims
    return on_line_day(with_free(claims, hits, sentence, found, context, objects), sentence, context)


def with_free(
    claims: list[Placed],
    hits: list[Hit],
    sentence: Marked,
    found: list[days.Found],
    context: Context,
    objects: Objects,
) -> list[Placed]:
    """The claims with the days of the sentence that are still free."""
    taken = {one[3] for one in claims if one[4] > one[3]}
    free = [one for one in found if one.start not in taken and completed(one, context, found)]
    if not free or any(not completed(one, context, found) for one in found):
        return claims
    claims = own_days(claims, sentence, free, found, context, objects.words)
    taken = {one[3] for one in claims if one[4] > one[3]}
    free = [one for one in free if one.start not in taken]
    claims = enumerated(claims, hits, sentence, free, found, context, objects)
    taken = {one[3] for one in claims if one[4] > one[3]}
    free = [one for one in free if one.start not in taken]
    return own_days(claims, sentence, free, found, context, objects.words)


AHEAD = 6
"""Signs of the words of an act that may say when it was: after signing."""
EARLIER = re.compile(r"\b(?:after|since|before|although|though|because|having|had|whose|until|when) [^.;]{0,60}$")
"""Words in front of an act that was done on another day than that of the line."""


def on_line_day(claims: list[Placed], sentence: Marked, context: Context) -> list[Placed]:
    """Acts without a day in a line of a timeline, with the day of the line."""
    if not context.line_day:
        return claims
    return [
        (msgspec.structs.replace(one[0], date=context.line_day), *one[1:])
        if not one[0].date
        and (one[0].predicate in DATED or one[0].predicate in STATUS)
        and not EARLIER.search(sentence.fold[: one[1] + AHEAD])
        else one
        for one in claims
    ]


def own_days(
    claims: list[Placed],
    sentence: Marked,
    free: list[days.Found],
    found: list[days.Found],
    context: Context,
    words: Words,
) -> list[Placed]:
    """Acts without a day, each with the free day nearest to it in its own clause."""
    result, left = list(claims), list(free)
    nouns = {one[1:3] for one in claims if "needs-day" in one[0].how}
    bare = sorted(
        {
            one[1:3]
            for one in claims
            if not one[0].date and one[0].predicate in DATED and one[1] >= 0 and "dayless" not in one[0].how
        }
    )
    for start, end in bare:
        others = [one for one in result if one[1:3] != (start, end)]
        limit = min((one[1] for one in others if one[1] >= end), default=len(sentence.text))
        floor = max((max(one[2], one[4]) for one in others if one[2] <= start), default=0)
        one = next((day for day in left if start <= day.start and day.end <= end), None)
        one = (
            one
            or next((day for day in left if follows(day, sentence, end, limit, words)), None)
            or next((day for day in reversed(left) if leads(day, sentence, floor, start, (start, end) in nouns)), None)
        )
        if one is None:
            result = shared(result, start, end, sentence)
            continue
        left.remove(one)
        iso = completed(one, context, found)
        result = [
            (
                msgspec.structs.replace(claim[0], date=iso, other_date=second(one, iso, context)),
                start,
                end,
                one.start,
                one.end,
            )
            if claim[1:3] == (start, end) and not claim[0].date
            else claim
            for claim in result
        ]
    return result


def shared(claims: list[Placed], start: int, end: int, sentence: Marked) -> list[Placed]:
    """An act without a day that is told together with the next: signature and ratification on one day."""
    after = [one for one in claims if one[1] >= end and one[0].date and AND.fullmatch(sentence.fold[end : one[1]])]
    if not after:
        return claims
    twin = after[0]
    return [
        (msgspec.structs.replace(one[0], date=twin[0].date, other_date=twin[0].other_date), start, end, *twin[3:])
        if one[1:3] == (start, end) and not one[0].date and one[0].subject == twin[0].subject
        else one
        for one in claims
    ]


AND = re.compile(r" (?:and|as well as) (?:its |the |then )?")


def follows(day: days.Found, sentence: Marked, end: int, limit: int, words: Words) -> bool:
    """Whether a day behind the words of an act is its own."""
    gap = sentence.shadow[end : day.start]
    listed = entry(sentence, day)
    if listed is not None and listed.names[0].start >= end and not is_place(sentence, listed.names[0], words):
        return False
    return (
        end <= day.start
        and day.end <= limit
        and (
            gap in (" ", ": ")
            or FROM.search(gap)
            or OF.fullmatch(gap)
            or (LEADS.search(gap) is not None and not BOUND.search(gap))
        )
        and not TITLE.search(gap)
        and not SAID.search(gap)
        and (goes_with(gap, words) or VERY_DAY.search(gap) is not None)
        and not any(sign in gap for sign in (CODES["day"], CODES["other"]))
    )


def leads(day: days.Found, sentence: Marked, floor: int, start: int, noun: bool) -> bool:
    """Whether a day in front of an act is its own: it opens the clause."""
    gap = sentence.shadow[day.end : start]
    return (
        floor <= day.start
        and day.end <= start
        and OPENS.match(sentence.shadow[floor : day.start]) is not None
        and not re.search(r"[;]|^ ?(?:\(|[–—-] )" + (r"|, (?:and|but|while|so) " if noun else ""), gap)
        and len(gap) < 160
        and CODES["day"] not in gap
    )
