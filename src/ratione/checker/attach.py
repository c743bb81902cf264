"""Attach: which day, and which treaty, the words of a claim go with."""

from __future__ import annotations

import re

from . import days
from .context import Context
from .gazetteer import Mention
from .marked import CODES, Marked
from .subjects import Words

__all__ = ["act_day", "completed", "object_of", "status_day"]

SINCE = re.compile(
    r"(?:^|[ ,(])(?:since|as of|from|until|as at|effective|in|on|by|at|with effect from|in force since) (?:the )?$"
)
LEADING = re.compile(
    r"^[\"“(]?(?:since|as of|from|in|on|by|until|today,? on|at|throughout|during|early in|late in|in early|in late|in mid-?) ?(?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
SAME = re.compile(
    r"\b(?:same day|hours? (?:after|before|later|earlier)|minutes? (?:after|before)|moments? (?:after|before)|simultaneously)\b"
)
FAR = 24


def object_of(
    sentence: Marked, start: int, end: int, context: Context, words: Words, *, court: bool, status: bool = False
) -> str | None:
    """The code of the instrument that the words go with; None where it is another treaty, or nobody can say."""
    for one in sentence.mentions:
        if one.end > start and one.start < end and counts(one):
            return told(one, sentence, context, court=court)
        if one.end > start and one.start < end and one.kind == "body" and one.value != "UNSG":
            return None
    for one in sentence.mentions:
        if one.start < end or not counts(one):
            continue
        gap = sentence.shadow[end : one.start]
        if (one.kind == "body" and not court) or (status and re.match(r",| (?:and|but|or|while) ", gap)):
            break
        strange = [word for word in re.findall(r"[a-z][a-z'-]+", gap) if word not in words.link]
        if any(word in words.other for word in strange) or len(strange) > 2 or re.search(r"[.;:]", gap):
            break
        return told(one, sentence, context, court=court)
    after = re.match(r"[ ,]*([a-z'-]*)", sentence.shadow[end:])
    following = after.group(1) if after else ""
    bare = following in (
        "",
        "in",
        "on",
        "and",
        "but",
        "it",
        "later",
        "day",
        "before",
        "after",
        "or",
        "then",
        "at",
        "as",
        "while",
        "only",
        "with",
        "that",
        "this",
        "the",
        "although",
        "which",
        "effective",
        "upon",
        "without",
        "under",
    )
    if status:
        bare = following not in ("to", "of", "in", "at", "with", "countries", "states")
    if not bare:
        return None
    if (
        not status
        and following in ("the", "that", "this")
        and not re.match(rf" (?:the|that|this) (?:[{CODES['word']}{CODES['day']}])", sentence.shadow[end:])
    ):
        return None
    if any(
        word in words.other for word in re.findall(r"[a-z]+", re.split(r",| and | but |;", sentence.shadow[:start])[-1])
    ):
        return None
    for one in reversed(sentence.mentions):
        if one.end <= start and one.kind in ("treaty", "other", "word"):
            return told(one, sentence, context, court=court)
    if context.treaty == "other":
        return None
    ours = context.about or any(one.value in ("ICC", "rome-statute") for one in sentence.mentions)
    return context.treaty or ("rome-statute" if ours else None)


def counts(one: Mention) -> bool:
    """Whether a mention can be what is signed, joined or left."""
    return one.kind in ("treaty", "other", "word") or (one.kind == "body" and one.value == "ICC")


def told(one: Mention, sentence: Marked, context: Context, *, court: bool) -> str | None:
    """The instrument that a mention means."""
    if one.kind == "treaty":
        return one.value
    if one.kind == "word":
        before = [other for other in sentence.of("treaty", "other") if other.end <= one.start]
        if before:
            return before[-1].value if before[-1].kind == "treaty" else None
        if context.treaty == "other":
            return None
        statute = sentence.fold[one.start : one.end].endswith("statute")
        return context.treaty or ("rome-statute" if context.about or statute else None)
    if one.kind == "body" and one.value == "ICC" and court:
        return "rome-statute"
    return None


def gap_between(shadow: str, a: int, b: int) -> str:
    return shadow[a:b] if a <= b else ""


def act_day(
    sentence: Marked, found: list[days.Found], span: tuple[int, int], others: list[tuple[int, int]], words: Words
) -> days.Found | None:
    """The day that goes with an act: behind its words before the next act begins, else in front of them."""
    start, end = span
    nexts = [a for a, _ in others if a >= end]
    befores = [b for _, b in others if b <= start]
    limit, floor = min(nexts, default=len(sentence.text)), max(befores, default=0)
    shadow = sentence.shadow
    inside = [one for one in found if start <= one.start and one.end <= end]
    if inside:
        return inside[0]
    ahead = [one for one in found if floor <= one.start and one.end <= start]
    for one in found:
        if end <= one.start and one.end <= limit and goes_with(shadow[end : one.start], words):
            near_next = (
                nexts
                and len(re.findall(r"[^\W_]+", shadow[one.end : limit])) <= 2
                and re.search(r"(?:and|but|,) (?:in|on) $", shadow[end : one.start])
            )
            if not near_next:
                return one
            break
    for one in reversed(ahead):
        gap = shadow[one.end : start]
        lead = shadow[max(floor, one.start - 14) : one.start]
        if not re.search(r"[;]", gap) and (
            LEADING.match(shadow[: one.start])
            or re.search(r"(?:^|[ ,(])(?:in|on|since|by|of|early|late|mid-)(?: the)? $|^[\"(]?$", lead)
        ):
            return one
    if nexts and (lone := alone(found, words, shadow[end:limit])) is not None:
        return lone
    if nexts and joined(shadow[end:limit]):
        later = [one for one in found if one.start >= limit]
        return later[0] if later else None
    return None


def alone(found: list[days.Found], words: Words, gap: str) -> days.Found | None:
    """The one day of a sentence whose next act is told as its circumstance: abstained when it was referred in 2005."""
    return found[0] if len(found) == 1 and re.match(r"[ ,]*(?:when|as|in the|on the|by which)\b", gap) else None


def joined(gap: str) -> bool:
    """Whether two acts share one day: ``signed and ratified it in``, ``signed hours after``."""
    return bool(SAME.search(gap)) or re.sub(r"[,\W]", " ", gap).split() in (
        ["and"],
        ["or"],
        ["and", "then"],
        ["and", "subsequently"],
    )


def goes_with(gap: str, words: Words) -> bool:
    """Whether a day behind the words still goes with them."""
    if re.search(r"[;]", gap) or len(re.findall(r"[^\W_]+", gap)) > FAR:
        return False
    return not words.parts.search(gap)


def status_day(
    sentence: Marked, found: list[days.Found], span: tuple[int, int], others: list[tuple[int, int]]
) -> tuple[days.Found, str] | None:
    """The day of a status, with the word before it: ``since``, ``as of``; a day elsewhere in the sentence is not its day."""
    shadow = sentence.shadow
    limit = min((a for a, _ in others if a >= span[1]), default=len(shadow))
    for one in found:
        if (
            one.start >= span[0]
            and one.end <= limit
            and one.start - span[1] < 60
            and len(re.findall(r"[a-z]+", gap_between(shadow, span[1], one.start))) <= 5
        ):
            lead = SINCE.search(shadow[max(0, one.start - 24) : one.start])
            if lead:
                return one, lead.group().strip(" ,(")
    for one in found:
        lead = LEADING.match(shadow[: one.start])
        if lead and one.end < span[0] and re.match(r"[ ,]", shadow[one.end : one.end + 1]):
            return one, lead.group().strip()
    return None


def completed(found: days.Found | None, context: Context, sentence: list[days.Found]) -> str:
    """The ISO form of a day; one without a year takes it from the sentence, the heading, or what was last said."""
    if found is None:
        return ""
    if not found.iso.startswith("-"):
        return found.iso
    years = [one.iso[:4] for one in sentence if not one.iso.startswith("-")]
    year = (years[0] if len(set(years)) == 1 else "") or context.heading[:4] or context.year
    year = year or (str(context.written.year) if context.written else "")
    return year + found.iso[1:] if year else ""
