"""Hits: patterns that fit, and what their words and their neighbours say: denied, in two lists, repeated, in what tense."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import msgspec

from . import days
from .attach import LEADING, completed, second
from .claim import Claim, Tense
from .context import Context
from .counting import shade_of
from .marked import CODES, Marked
from .patterns import Pattern
from .subjects import Subject, Words

__all__ = [
    "ACTS", "STATUS", "TAKEN_UP", "Hit", "Placed", "acting", "bracketed", "claimed", "clash", "denied_inside", "elliptic",
    "every_day", "leaving", "paired", "respectively", "shades_of", "tense_of", "unique",
]  # fmt: skip

STATUS = {"is-party", "is-not-party", "number-of-parties"}
PRESENT = re.compile(r"(?<![^\W_])(?:is|are|remains?|'s|now|currently|still|today|stands?|has|have|number)(?![^\W_])")
FORMER = re.compile(r"(?<![^\W_])(?:was|were|had|remained|then)(?![^\W_])")
NOW = re.compile(r"\b(?:is|remains|serves|works)\b")
"""Words that say of an office that it is held now."""
BECAME = re.compile(r"\b(?:became|become|becomes)\b")
"""Words that say of a status that it began on the day given."""
HAD = re.compile(r"\b(?:had|have|having|has) (?:[a-z]+ )?becom[a-z]*[^.;]*$")
ACTS = {"signed", "ratified", "acceded", "referred", "withdrew", "unsigned", "declared-12-3"}
TAKEN_UP = {*ACTS, "is-party", "is-not-party"}
ONCE = {"signed", "ratified", "acceded", "declared-12-3", "entered-into-force", "enacted", "revoked", "sanctioned"}
RANGE = re.compile(rf"\b(?:between|from) (?:the )?[{CODES['day']}]+ ?(?:and|to|until|–|-) ?(?:the )?$")
"""What stands before the second day of a period."""
BOUND = re.compile(
    r"(?:since|from|after|until|before|as of|to|through|between|–|-) ?(?:the )?(?:(?:end|beginning|start|middle) of )?(?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)

BESIDE = re.compile(r" \(|,? (?:on|in) (?:the )?")
"""What stands between a name of a list and its own day."""

Placed = tuple[Claim, int, int, int, int]
"""A claim, where its words stand in the sentence, and where its day or number stands there."""


class Hit(NamedTuple):
    """A pattern that fits, and where."""

    pattern: Pattern
    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        return self.match.span()


def paired(claims: list[Placed], found: list[days.Found], sentence: Marked, context: Context) -> list[Placed]:
    """The claims of one act with as many states as days behind it, each with its own: ratifying in 2000 and 2001."""
    for span in {one[1:3] for one in claims if one[0].predicate not in STATUS}:
        group = [one for one in claims if one[1:3] == span]
        behind = [day for day in found if day.start >= span[1] and completed(day, context, found)][: len(group)]
        gaps = [sentence.text[one.end : other.start] for one, other in pairwise(behind)]
        first = sentence.text[span[1] : behind[0].start] if behind else ""
        if len(group) > 1 and len(behind) == len(group) and len(first) < 44 and all(map(SERIES.fullmatch, gaps)):
            days_of = {id(one): day for one, day in zip(group, behind, strict=True)}
            claims = [on_day(one, days_of[id(one)], found, context) if id(one) in days_of else one for one in claims]
    return claims


SERIES = re.compile(r",? and (?:in |on )?|, (?:in |on )?")


def respectively(claims: list[Placed], found: list[days.Found], context: Context) -> list[Placed]:
    """Acts and days told in two lists: signed and ratified in 1998 and 1999, respectively."""
    acts = [one for one in claims if one[0].predicate not in STATUS]
    told = [day for day in found if completed(day, context, found)]
    spans = sorted({one[1:3] for one in acts})
    last = next((span for span in reversed(spans) if told and span[0] <= told[0].start), (0, 0))
    together = [one for one in acts if one[1:3] == last]
    behind = [day for day in told if day.start >= last[0]]
    if len(together) == len(behind) > 1:
        paired = list(zip(together, behind, strict=True))
        claims = [undated(one) if one[1:3] < last and one[3] >= last[0] else one for one in claims]
    elif len(acts) == len(found) == len(claims) == len(told):
        paired = list(zip(claims, told, strict=True))
    else:
        return claims
    days_of = {id(one): day for one, day in paired}
    return [on_day(one, days_of[id(one)], found, context) if id(one) in days_of else one for one in claims]


def undated(placed: Placed) -> Placed:
    """A claim without the day that stood nearer to another act."""
    return msgspec.structs.replace(placed[0], date="", other_date=""), *placed[1:]


def on_day(placed: Placed, day: days.Found, found: list[days.Found], context: Context) -> Placed:
    """A claim with another day."""
    iso = completed(day, context, found)
    claim = msgspec.structs.replace(placed[0], date=iso, other_date=second(day, iso, context))
    return claim, placed[1], placed[2], day.start, day.end


def bracketed(
    sentence: Marked, subject: Subject, found: list[days.Found], context: Context
) -> list[tuple[str, tuple[str, str, tuple[int, int]]]]:
    """Each state of a list with the day in brackets behind its name; empty where one has none."""
    given = []
    names = sentence.inside(max(subject.start, 0), subject.end, "state") if len(subject.codes) > 1 else []
    if len(subject.codes) > 1 and not names:
        names = [one for one in sentence.of("state") if one.value in subject.codes and one.end <= subject.start]
    for one in names:
        day = next((day for day in found if 0 < day.start - one.end <= 8), None)
        if (
            day is None
            or not BESIDE.fullmatch(sentence.text[one.end : day.start])
            or not (iso := completed(day, context, found))
        ):
            return []
        given.append((one.value, (iso, second(day, iso, context), (day.start, day.end))))
    return given


def elliptic(hit: Hit, told: Placed | None, sentence: Marked) -> bool:
    """Whether a state and a day only repeat the act told before them, with its own day: ratified in 2002, Chad in 2007."""
    if told is None or not told[0].date or told[0].predicate not in ACTS or told[4] > hit.match.start():
        return False
    if told[1] < 0:
        return True
    return bool(re.fullmatch(r"[,;]?(?: and| while)? ?", sentence.shadow[max(told[2], told[4]) : hit.match.start()]))


def claimed(pattern: Pattern, denied: bool) -> str:
    """The predicate that a pattern claims, also where it is denied; empty where a denial claims nothing."""
    if denied and not pattern.denies and pattern.claims not in ("is-not-party", "unsigned"):
        return pattern.negative
    return pattern.claims


def shades_of(hit: Hit, sentence: Marked, predicate: str, denied: bool) -> tuple[str, ...]:
    """What the comparison must know beside: how a vote was cast, and that it was ratification that was denied."""
    if denied and predicate == "is-not-party" and hit.pattern.claims in ("ratified", "acceded"):
        return ("not-ratified",)
    if (
        predicate == "is-party"
        and BECAME.search(hit.match.group())
        and not HAD.search(sentence.fold[: hit.match.end()])
    ):
        return ("became",)
    if "number-of-agreements" in hit.pattern.how:
        start = hit.match.start("number")
        return shade_of(sentence.fold[max(0, start - 24) : start])
    if "agreement" in hit.pattern.how:
        return ("denied",) if denied or NONE.search(sentence.fold[: hit.match.start()]) else ()
    if "office" in hit.pattern.how:
        return ("now",) if NOW.search(hit.match.group()) else ()
    if predicate == "voted" and not any(one.startswith("vote-") for one in hit.pattern.how):
        end = hit.match.end()
        return (vote_of(hit.match.group() + sentence.fold[end : end + 12]),)
    return ()


NONE = re.compile(r"\bno (?:such )?$")
"""What denies the noun before which it stands."""
EFFECT = re.compile(r"\b(?:effective|effect|final|definitive|(?:a|one) year (?:later|after)|twelve months)\b")


def leaving(sentence: Marked, day_start: int, how: tuple[str, ...]) -> tuple[str, ...]:
    """Whether the day of a withdrawal is said to be that of its effect, or the sentence tells the effect apart from it."""
    if day_start <= 0 or {"notice", "effect"} & set(how):
        return ()
    if re.search(r"\beffect(?:ive)?\b[^.,;]{0,20}$", sentence.fold[max(0, day_start - 40) : day_start]):
        return ("effect",)
    return ("apart",) if EFFECT.search(sentence.fold) else ()


def every_day(
    hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], predicate: str
) -> list[tuple[str, str, tuple[int, int]]]:
    """Every day behind the words of a hit, up to the next claim of another kind; the bounds of what it covers are left."""
    start, end = hit.span
    if found and found[0].end <= start and LEADING.match(sentence.shadow[: found[0].start]):
        return []
    nexts = [one.match.start() for one in hits if one.match.start() >= end and one.pattern.claims != predicate]
    limit = min(nexts, default=len(sentence.text))
    return [
        (one.iso, one.other, (one.start, one.end))
        for one in found
        if start <= one.start
        and one.end <= limit
        and not one.iso.startswith("-")
        and not RANGE.search(sentence.shadow[max(0, one.start - 40) : one.start])
        and not BOUND.search(sentence.fold[max(0, one.start - 24) : one.start])
    ]


def vote_of(words: str) -> str:
    """How the words say that a state voted."""
    if "abst" in words:
        return "vote-abstain"
    return "vote-no" if re.search(r"against|veto|oppos", words) else "vote-yes"


def clash(one: Hit, other: Hit) -> bool:
    """Whether two hits are about the same words: they overlap, and claim the same kind of thing."""
    begin, end = max(one.match.start(), other.match.start()), min(one.match.end(), other.match.end())
    return begin < end and any("a" <= sign <= "z" for sign in one.match.string[begin:end])


def acting(hit: Hit) -> int:
    """Where the acting words of a hit begin: behind the name, where a name opens the pattern."""
    group = hit.match.groupdict()
    if hit.pattern.subject == "slot" and group.get("state") and hit.match.start("state") - hit.match.start() < 5:
        return hit.match.end("state")
    return hit.match.start()


def denied_inside(hit: Hit, words: Words) -> bool:
    """Whether the words of the hit deny the claim themselves."""
    return bool(words.negation.search(hit.match.group()))


def tense_of(text: str, lead: str, predicate: str) -> Tense:
    """Whether a status is said of now or of then."""
    if predicate not in STATUS:
        return "past"
    if re.search(r"\bnever\b", text) and not re.search(r"\bhad\b", lead + text):
        return "present"
    if FORMER.search(text) and not re.search(r"has been|have been", text):
        return "past"
    if PRESENT.search(text) or (PRESENT.search(lead) and not FORMER.search(lead)):
        return "present"
    return "past" if FORMER.search(lead) else "present"


def unique(claims: list[Placed]) -> list[Placed]:
    """One claim of a kind for each subject and day; the one with a day before the one without."""
    kept: dict[tuple[str, str, str, str], Placed] = {}
    dated = {(one[0].subject, one[0].predicate, one[0].about) for one in claims if one[0].date}
    for one in claims:
        if not one[0].date and one[0].predicate in ONCE and (one[0].subject, one[0].predicate, one[0].about) in dated:
            continue
        claim = one[0]
        day = claim.date if claim.predicate not in ("is-not-party", "unsigned") else ""
        key = (claim.subject, claim.predicate, claim.about + (claim.object if claim.subject == "ICC" else ""), day)
        if key not in kept:
            kept[key] = one
    return list(kept.values())
