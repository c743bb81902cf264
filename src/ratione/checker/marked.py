"""Marked: a sentence with the names, days and numbers in it told from its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from operator import attrgetter

from . import days, sieve
from .gazetteer import KINDS, Gazetteer, Mention, folded
from .law_names import law_mentions, whole

__all__ = ["CODES", "Marked", "mark"]

CODES = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
"""Every sign of a mention becomes the sign of its kind in the shadow of a sentence; patterns are matched there."""

PROPER = ("treaty", "measure", "agreement")
"""Names that are never taken for another treaty."""
OTHER = re.compile(
    r"\b(?:[A-Z][\w'’-]+ (?:(?:of|on|for|the|and|against|in|to) )*){0,8}"
    r"(?:Conventions?|Covenants?|Protocols?|Treaty|Treaties|Accords?|Charter|Pact|Agreements?|NPT|CTBT|TPNW|ICCPR|ICESCR|UNCLOS|CEDAW|OPCAT)\b"
    r"(?: (?:on|of|for|against|relating to|concerning) (?:the )?[A-Z][\w'’-]+(?: (?:(?:of|on|for|the|and|against|in|to) )*[A-Z][\w'’-]+){0,8})?"  # noqa: E501 - a grammar or list that reads best in one piece
)
RESOLUTION = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations )?(?:Security Council|UNSC|SC|S\.C\.)(?:'s)? )?(?:[Rr]esolutions?|Res\.?|UNSCRs?|S/RES/) ?"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:No\.? )?(?:S/RES/)?(\d{3,4})\b(?: ?\((?:19|20)\d\d\))?"
)
FURTHER = re.compile(r",? (?:and|&|or) (?:No\.? )?(\d{4})\b(?: ?\((?:19|20)\d\d\))?")
"""A second resolution behind the first: resolutions 1593 (2005) and 1970 (2011)."""
NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * (number + 2)
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
DIGIT = re.compile(r"\d")
START = attrgetter("start")
FIGURE = re.compile(r"(?<![\w.,/§$€£-])(\d{1,3})(?:st|nd|rd|th)?(?![\w/%]|[.,:]\d|-\d)")
SPELLED = re.compile(
    rf"\b(?:(?:(?:a|one|two) hundred(?: and)?[ -]?)?(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(NUMBERS)[1:10])}))?|"
    rf"(?:a|one|two) hundred(?: and)?(?:[ -](?:{'|'.join(list(NUMBERS)[1:])}))?|(?:{'|'.join(list(NUMBERS)[2:])}))\b"
)


class Marked:
    """A sentence: its text, its folded form, the names in it, and its shadow in which each name is one kind of sign."""

    def __init__(self, text: str, mentions: list[Mention], fold: str, plain: str, words: list[str], may: int) -> None:
        self.text = text
        self.fold = fold
        self.plain = plain
        self.words = words
        self.may = may
        self.mentions = mentions

    @cached_property
    def shadow(self) -> str:
        """The folded text with every sign of a mention replaced by the sign of its kind."""
        parts: list[str] = []
        place, fold = 0, self.fold
        for one in self.mentions:
            parts += (fold[place : one.start], CODES[one.kind] * (one.end - one.start))
            place = one.end
        return "".join((*parts, fold[place:]))

    @property
    def open(self) -> str:
        """The words that stand in no mention, in their places, with blanks for everything else."""
        parts: list[str] = []
        place, plain = 0, self.plain
        for one in self.mentions:
            parts += (plain[place : one.start], " " * (one.end - one.start))
            place = one.end
        return "".join((*parts, plain[place:]))

    def said(self, text: str) -> Marked:
        """The same sentence in other letters."""
        return Marked(text, self.mentions, self.fold, self.plain, self.words, self.may)

    def of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds, in order."""
        return [one for one in self.mentions if one.kind in kinds]

    def at(self, start: int) -> Mention | None:
        """The mention that begins at ``start``."""
        return next((one for one in self.mentions if one.start == start), None)

    def inside(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions of these kinds that lie between two places."""
        return [one for one in self.mentions if one.kind in kinds and start <= one.start and one.end <= end]


def mark(text: str, gazetteer: Gazetteer) -> Marked:
    """A sentence with everything in it told."""
    fold = folded(text)
    plain = sieve.flat(fold)
    words = plain.split()
    may = sieve.may(words)
    found = gazetteer.find(text, fold, plain, words)
    if len(found) > 1:
        found = short_forms(found, text)
    figures = DIGIT.search(text) is not None if may & sieve.DIGIT or not text.isascii() else False
    for law in law_mentions(text, fold) if figures or "order" in fold or "military" in fold else ():
        if not any(one.kind == "measure" and one.start <= law.start and law.end <= one.end for one in found):
            found = over(found, law)
    if any(one.kind == "measure" for one in found):
        found = whole(found, text)
    resolved = figures and ("esolution" in text or "Res" in text or "RES" in text or "UNSCR" in text)
    for one in RESOLUTION.finditer(text) if resolved else ():
        found = over(found, Mention("resolution", f"UNSC-{one.group(1)}", one.start(), one.end()))
        more = FURTHER.match(text, one.end()) if "s " in one.group() else None
        if more:
            found = over(found, Mention("resolution", f"UNSC-{more.group(1)}", more.start(1), more.end()))
    for other in OTHER.finditer(text) if may & sieve.LONE else ():
        if not any(one.start < other.end() and other.start() < one.end and one.kind in PROPER for one in found):
            name = other.group().rsplit(" ", 1)[-1]
            lone = other.group() in (name, f"The {name}", f"This {name}")
            found = over(
                found,
                Mention("word" if lone and name == "Treaty" else "other", other.group(), other.start(), other.end()),
            )
    dated = days.find(text) if figures else []
    if dated:
        found = beside(found, [Mention("day", str(place), day.start, day.end) for place, day in enumerate(dated)])
    if may & (sieve.DIGIT | sieve.SPELLED):
        found = beside(found, numbers(fold, may))
    return Marked(text, found, fold, plain, words, may)


def short_forms(found: list[Mention], text: str) -> list[Mention]:
    """The mentions with a short form in brackets taken into the long one before it: Rome Statute (the Statute)."""
    kept: list[Mention] = []
    for one in found:
        if (
            kept
            and kept[-1].kind == one.kind
            and kept[-1].value == one.value
            and one.kind in ("body", "treaty", "measure", "state")
        ):
            last = kept[-1]
            if re.fullmatch(r" ?\([\"“']?(?:the )?", text[last.end : one.start]) and re.match(
                r"[\"”']?\)", text[one.end : one.end + 2]
            ):
                kept[-1] = last._replace(end=text.index(")", one.end) + 1)
                continue
        kept.append(one)
    return kept


def over(found: list[Mention], new: Mention) -> list[Mention]:
    """The mentions with a new one that takes the place of those it covers."""
    return sorted([*(one for one in found if one.end <= new.start or new.end <= one.start), new], key=START)


def beside(found: list[Mention], more: list[Mention]) -> list[Mention]:
    """The mentions with those new ones that touch none of them; ``found`` stands in order, none inside another."""
    ends = [one.end for one in found]
    kept = []
    for new in more:
        place = bisect_right(ends, new.start)
        if place == len(found) or found[place].start >= new.end:
            kept.append(new)
    return sorted([*found, *kept], key=START) if kept else found


def numbers(fold: str, may: int) -> list[Mention]:
    """Numbers up to 999, in figures or words."""
    found: list[Mention] = []
    if may & sieve.DIGIT:
        first = DIGIT.search(fold)
        figures = FIGURE.finditer(fold, first.start()) if first else ()
        found += [Mention("number", one.group(1), one.start(), one.end()) for one in figures]
    if may & sieve.SPELLED:
        found += [Mention("number", str(spelled(one.group())), *one.span()) for one in SPELLED.finditer(fold)]
    return found


def spelled(words: str) -> int:
    """The number that words spell.

    >>> spelled("one hundred and twenty-three")
    123
    """
    total = 0
    for word in re.split(r"[ -]+", words):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word == "a":
            total = 1
        else:
            total += NUMBERS.get(word, 0) + TENS.get(word, 0)
    return total
