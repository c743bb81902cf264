"""Referred places: the situations of a list behind the words of a referral, each with its own day and resolution."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import days
from .gazetteer import Mention
from .marked import CODES, Marked
from .objects import Objects

__all__ = ["Place", "places"]

CODED = "".join(CODES[kind] for kind in ("day", "resolution", "body", "number"))
FIRST = re.compile(
    rf"(?:[{CODED}]|[ ,:;(–—\[-]|\b(?:to|the|a|an|of|in|on|for|with|over|by|through|in respect of|respect|regarding|concerning|about|which|that|this|evening|morning|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"its|their|own|situations?|cases?|crisis|conflict|crimes|violence|events|matter|territory|region|state|republic|government|people|"
    r"committed|alleged|atrocity|atrocities|abuses|killings|allegations|serious|grave|mass|war|genocide|two|both|only|three|several|first|second|prosecutor|court|namely|twice|so|it|again|unanimously|prevailing|"
    r"[a-z]+ (?=situation|crisis|conflict|case|events)|resolution|authorities|leadership|leaders|regime|forces|army|treatment|women|girls|abroad|allegedly|connected|persecution|deportations|february|march|instances?|examine|up|investigate|look|into|open|investigation|an?|his|her|asks|as|done|did|same|the icc)\b)*"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What may stand between a referral and the first situation."""
NEXT = re.compile(
    rf"(?:[{CODED}]|[ ,;()–—\[\]-]|'s|\b(?:in|on|of|and|then|later|also|as well as|the|that|by|through|under|vide|with|for|region|regions|province|situations?|cases?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"resolution|resolutions|respectively|dated|adopted|early|late|mid|former|year|years|unanimously|to|over|again|did|same|it|referred|referring|"
    r"[a-z]+ (?=situation|crisis|conflict|case))\b|[0-9])*"
)
"""What may stand between two situations of a list."""
ACTS = re.compile(r" (?:has|had|have|is|did|does|became|then|also|(?!referred|committed)[a-z]+ed)\b")
"""What follows a name that begins another clause, and is no further situation of a list."""


class Place(NamedTuple):
    """A situation referred, with the day and the resolution that its words give."""

    code: str
    day: days.Found | None
    resolution: str
    state: str = ""
    """The state that referred it, where each of a list referred its own."""


def places(
    sentence: Marked, start: int, found: list[days.Found], objects: Objects, but: tuple[str, ...]
) -> tuple[Place, ...]:
    """The situations of the list that begins at a place; ``but`` are the states that referred them."""
    rows: list[tuple[Mention, str]] = []
    past = start
    for one in sentence.mentions:
        if one.start < start or one.kind not in ("region", "state", "adjective", "other", "treaty"):
            continue
        gap = sentence.shadow[past : one.start]
        if not (FIRST if not rows else NEXT).fullmatch(gap):
            break
        name = one._replace(kind="state") if one.kind == "adjective" else one
        code = objects.situation_of(name) if one.kind in ("region", "state", "adjective") else None
        row = objects.record.situations.get(code or "")
        draft = objects.draft((name,)) if row is None or row.trigger in ("none", "proprio-motu") else ""
        if rows and (one.kind == "adjective" or ("," in gap and ACTS.match(sentence.shadow, one.end))):
            break
        if not (code or draft):
            if rows or one.kind not in ("state", "adjective"):
                break
            break
        rows.append((one, draft or code or ""))
        past = one.end
    if not rows:
        return ()
    return tuple(merged(rows, start, found, sentence))


def merged(rows: list[tuple[Mention, str]], start: int, found: list[days.Found], sentence: Marked) -> list[Place]:
    """One place for each situation, with what stands beside it."""
    distinct: list[list[tuple[Mention, str]]] = []
    for row in rows:
        if distinct and distinct[-1][-1][1] == row[1]:
            distinct[-1].append(row)
        else:
            distinct.append([row])
    first = [one[0][0].start for one in distinct]
    last = [one[-1][0].end for one in distinct]
    ahead = led(found, start, first)
    result = []
    for number, group in enumerate(distinct):
        low, high = last[number], first[number + 1] if number + 1 < len(distinct) else len(sentence.fold)
        day = ahead[number] if ahead else beside(found, low, high, sentence)
        lead = sentence.shadow[last[number - 1] : first[number]] if number else ""
        if re.search(
            rf"\band (?:by )?[{CODES['resolution']}]+ ?(?:the|on|the situation in|concerned|concerning|\W)*", lead
        ) and not any(low <= one.start < high for one in sentence.of("resolution")):
            named = [one for one in sentence.of("resolution") if last[number - 1] <= one.start < first[number]]
            result.append(Place(group[0][1], day, named[-1].value))
            continue
        resolutions = [
            one for one in sentence.of("resolution") if low <= one.start < high and near(sentence, low, one.start)
        ]
        result.append(Place(group[0][1], day, resolutions[0].value if resolutions else ""))
    return result


def led(found: list[days.Found], start: int, first: list[int]) -> list[days.Found] | None:
    """The days of a list in which each stands before its situation: in March 2005, Darfur, and in February 2011, Libya."""
    if len(first) < 2:
        return None
    bounds = [start, *first]
    days_led = [
        [day for day in found if low <= day.start and day.end <= high] for low, high in zip(bounds, first, strict=False)
    ]
    return [one[-1] for one in days_led] if all(days_led) else None


def beside(found: list[days.Found], low: int, high: int, sentence: Marked) -> days.Found | None:
    """The day right behind a situation."""
    for day in found:
        if low <= day.start and day.end <= high and near(sentence, low, day.start):
            return day
    return None


BESIDE = re.compile(
    rf"(?:[{CODED}]|[ ,()\[\]–—-]|\b(?:in|on|of|by|through|under|vide|with|resolution|dated|adopted|early|late|region|to|the|unanimously|an?|province|situation)\b)*"  # noqa: E501 - a grammar or list that reads best in one piece
)


def near(sentence: Marked, low: int, high: int) -> bool:
    """Whether only short words stand between a situation and what is said beside it."""
    gap = sentence.shadow[low:high]
    return len(gap) < 70 and BESIDE.fullmatch(gap) is not None and not re.search(r"\bsince\b", gap)
