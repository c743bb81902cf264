"""Counting: which numbers are numbers of parties, and how exactly they are meant."""

from __future__ import annotations

import re

from .gazetteer import Mention
from .marked import CODES, Marked

__all__ = ["instrument_counted", "not_counted", "shade_of"]

SHADES = {
    "more than": "more",
    "over": "more",
    "exceeds": "more",
    "exceeding": "more",
    "at least": "least",
    "some": "about",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "up to": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "fewer than": "fewer",
    "less than": "fewer",
}
GROUP = re.compile(
    r"\b(?:african|asian|european|arab|caribbean|pacific|latin american|western|nato|eu|commonwealth|eastern european)\b"
)
SOME = re.compile(
    r" (?:to (?:them|these|those|both|all|the (?:two|four|geneva|other))\b|of (?:the |its |their )?(?:un\b|united nations|general assembly|union|council|eu\b|nato|commonwealth)|of (?:the|its|them)|african|(?:states parties |states |members |countries |delegations )?(?:voted|abstained|attended|elected|spoke|opposed|walked|refused|supported)\b)"  # noqa: E501 - a grammar or list that reads best in one piece
)
ELSE = re.compile(
    r"(?: [a-z-]+){0,6}? (?:of|to|in) (?:the |its )?(?:un\b|united nations|general assembly|african union|european union|eu\b|nato|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"commonwealth|them\b|these\b|those\b|both\b|(?:two|four|other) )"
)
"""Members of something else than the Court: member states of the United Nations, parties to them."""
CHAMBER = re.compile(
    r"\b(?:seats?|legislative branch|parliament|senate|house of representatives|national assembly|by popular vote)\b"
)
"""A house whose members are counted."""
WANTED = re.compile(r"\b(?:would|could|might|will|should)\b|\bif\b(?=[^,;]*\d)")
NEEDED = re.compile(r"[a-z ]{0,40}(?:needed|required|necessary|short|away)")
SHARE = re.compile(
    rf" (?:of|out of) (?:the )?[{CODES['number']}]+ "
    rf"(?!un\b|united|countries|states|nations|member|governments|[{CODES['word']}{CODES['body']}])[a-z]"
)
"""A number that is a part of so many other things: 139 of 355 prosecutions."""
ALL = re.compile(rf"[{CODES['number']}] (?:of|out of|of the|out of the) $")
THRESHOLD = re.compile(r"(?:first|required|needed|necessary|least of|by|threshold of|the) (?:the )?$")
REACHED = re.compile(
    r"\b(?:following|after|upon|requisite|minimum of|once|when) (?:(?:receiv|obtain|reach|gather|secur|depos)ing )?(?:the )?(?:first )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
OTHERS = re.compile(
    rf"(?: members)? of (?!(?:the )?(?:court|icc|statute|treaty|assembly|rome|hague|[{CODES['body']}{CODES['treaty']}{CODES['word']}]))"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Members of something that is not the Court: members of movements."""
SMALL = 50
"""Below this number only words that speak of ratifying or joining count parties: five other States Parties are a few."""


def not_counted(sentence: Marked, mention: Mention, words: str) -> str:
    """Why a number is no number of parties; empty where it is one."""
    number = int(mention.value)
    rest = sentence.shadow[mention.end :]
    if supposed(sentence, mention):
        return "wanted, supposed or to come, not said as done"
    if words.startswith("number ") and not sentence.shadow[: mention.start].removesuffix("number ").strip():
        return "a number that only names something"
    small = number < SMALL and not re.search(r"ratif|joined|acceded|become|became", words)
    if not 5 <= number <= 250 or small:
        return "a number that counts no parties"
    of = re.match(rf" [a-z -]*(?:to|of) (?:the )?(?=[{CODES['treaty']}])", rest)
    named = sentence.at(mention.end + of.end()) if of else None
    if named is not None and named.value != "rome-statute":
        return "a number that counts parties to something else"
    if words.endswith("members") and OTHERS.match(rest):
        return "a number that counts members of something else"
    if GROUP.search(words) or SOME.match(rest) or ELSE.match(rest):
        return "a number that counts some parties only"
    if SHARE.match(sentence.shadow[mention.end :]):
        return "a share of something else"
    if ALL.search(sentence.shadow[: mention.start]):
        return "the number of all, of which some are parties"
    lead = sentence.fold[max(0, mention.start - 24) : mention.start]
    if CHAMBER.search(sentence.fold) and not any(one.value in ("ICC", "rome-statute") for one in sentence.mentions):
        return "a number that counts members of something else"
    if number == 60 and "force" in sentence.fold:
        return "a number that the treaty asks for"
    if number == 60 and (THRESHOLD.search(lead) or REACHED.search(lead) or WAS_REACHED.match(rest)):
        return "a number that the treaty asks for"
    if NEEDED.match(rest):
        return "a number that the treaty asks for"
    return ""


WAS_REACHED = re.compile(r"[^.;]{0,40}\b(?:reached|secured|obtained|passed|attained|achieved)\b")
CLOSE = 24
"""Signs between a count and the treaty named behind it, at most."""


def instrument_counted(sentence: Marked, start: int, end: int, scene: str) -> str:
    """The instrument to which so many are parties, told from ``start`` to ``end``; empty where another one may be meant.

    It is the treaty named in the words or right behind them, else the one before them in the same clause; where the sentence
    names none, that of the section (``scene``), else the Rome Statute.
    """
    named = sentence.of("treaty")
    inside = [
        one
        for one in named
        if start <= one.start <= end + CLOSE and not CLAUSE.search(sentence.shadow[end : one.start])
    ]
    if inside:
        return inside[0].value
    ahead = [one for one in named if one.end <= start]
    if ahead and not CLAUSE.search(sentence.shadow[ahead[-1].end : start]):
        return ahead[-1].value
    if named and not any(one.value in ("rome-statute", "ICC") for one in sentence.mentions):
        return ""
    ours = named or "statute" in sentence.fold or any(one.value == "ICC" for one in sentence.mentions)
    return "rome-statute" if ours or scene in ("", "other") else scene


CLAUSE = re.compile(r"[,;:.]")


def supposed(sentence: Marked, mention: Mention) -> bool:
    """Whether the clause of a number is a supposition, or follows one that opens the sentence."""
    begin = max((sentence.fold.rfind(sign, 0, mention.start) for sign in ",;:—"), default=0)
    close = re.compile(r"[,;:—.]|$").search(sentence.fold, mention.end)
    clause = sentence.fold[max(begin, 0) : close.start() if close else None]
    opening = re.match(r"(?:if|should) [^,]*,", sentence.fold)
    return bool((opening and opening.end() >= begin) or WANTED.search(clause))


def shade_of(lead: str) -> tuple[str, ...]:
    """How exactly a number is meant, by the words before it."""
    return tuple(how for word, how in SHADES.items() if re.search(rf"(?:^|[ (]){word} (?:the )?$", lead))[:1]
