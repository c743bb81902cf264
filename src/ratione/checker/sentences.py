"""Sentences: where one ends and the next begins; a full stop after ``No.``, ``U.S.`` or ``art.`` ends none."""

from __future__ import annotations

import re

__all__ = ["split"]

END = re.compile(
    r"[.!?…](?:[.!?…]{0,30}[\"'”’)\]»]{0,3}(?:\[\d{1,3}\]){0,4}(?=\s+[\"'“‘(\[«]{0,3}[A-ZÀ-ÞĀ-Ž0-9])|(?<=[a-z)\]]\.)(?=[A-Z][a-z]+\s))"
)
SHORT = frozenset(
    [
        "no",
        "nos",
        "art",
        "arts",
        "v",
        "vs",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "pub",
        "stat",
        "fed",
        "reg",
        "res",
        "para",
        "paras",
        "sec",
        "secs",
        "cf",
        "ed",
        "eds",
        "vol",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "ch",
        "cl",
        "gen",
        "sen",
        "rep",
        "gov",
        "lt",
        "col",
        "sgt",
        "prof",
        "hon",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "exec",
        "supp",
        "tit",
        "div",
        "app",
        "approx",
        "ca",
        "e.g",
        "i.e",
        "al",
        "u.n",
        "l",
        "p",
        "pp",
        "cong",
        "sess",
        "doc",
        "docs",
        "amb",
        "jr",
        "sr",
        "ph.d",
        "fig",
        "dist",
        "ct",
        "cir",
        "op",
        "int'l",
        "div",
        "subsec",
        "pt",
        "nr",
        "id",
    ]
)
STARTS = frozenset(
    [
        "The",
        "A",
        "An",
        "It",
        "In",
        "On",
        "At",
        "As",
        "This",
        "That",
        "These",
        "Those",
        "He",
        "She",
        "They",
        "We",
        "I",
        "However",
        "But",
        "And",
        "Although",
        "While",
        "When",
        "After",
        "Before",
        "Since",
        "Under",
        "For",
        "To",
        "From",
        "By",
        "With",
        "If",
        "Despite",
        "Following",
        "Later",
        "Then",
        "There",
        "Its",
        "Their",
        "His",
        "Her",
    ]
)
NUMBERED = frozenset(
    [
        "no",
        "nos",
        "art",
        "arts",
        "vol",
        "para",
        "paras",
        "sec",
        "secs",
        "ch",
        "cl",
        "p",
        "pp",
        "div",
        "res",
        "pub",
        "doc",
        "fig",
        "pt",
        "nr",
    ]
)
LONGEST = 4_000
"""A sentence longer than this is cut: no sentence that a person wrote is."""


def split(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands in ``text``.

    >>> split("Pub. L. No. 107-206 is law. The U.S. signed.")
    [(0, 27), (28, 44)]
    """
    found, begin = [], 0
    for mark in END.finditer(text):
        if ends(text, begin, mark.start(), mark.end()):
            found += cut(text, begin, mark.end())
            begin = mark.end()
            while begin < len(text) and text[begin] == " ":
                begin += 1
    if begin < len(text):
        found += cut(text, begin, len(text))
    return found


def ends(text: str, begin: int, mark: int, after: int) -> bool:
    """Whether the signs at ``mark`` end a sentence."""
    if text[mark] != ".":
        return True
    word = text[max(begin, mark - 12) : mark].replace("/", " ").rsplit(" ", 1)[-1].lstrip("(\"'“[")
    following = text[after : after + 20].lstrip()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    plain = word.lower()
    if "." in word and len(word) <= 5 and word.replace(".", "").isalpha() and word[0].isupper():
        return following.split(" ", 1)[0] in STARTS and plain not in SHORT
    if plain in NUMBERED and plain == word.lower() and following[:1].isdigit():
        return False
    if plain == "no" and following[:1].isalpha():
        return True
    return plain not in SHORT


def cut(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The sentence, in pieces where it is longer than a sentence can be."""
    return [(place, min(place + LONGEST, end)) for place in range(begin, end, LONGEST)]
