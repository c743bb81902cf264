"""Cells: a value taken apart into its acts, each with its day: ``signed 17 July 1998, ratified 13 November 2002``."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import days
from .labels import plain

__all__ = ["Part", "count", "parts"]

DAY = "\ue000"
APART = re.compile(r"([,;/•·|]+|\b(?:and|then|but)\b|\((?=[^()]{0,40}\ue000)|(?<=\ue000)[*†‡]*\))")
"""What parts one act in a cell from the next; a bracket does where it holds a day of its own."""
LONGEST = 160
COUNT = re.compile(
    r"(?:currently |now |total:? )?(?P<number>[1-9]\d{1,2})(?![\d.,/-]| ?\d)"
    r"(?: (?:states?|countries|members?|parties|party|nations|ratifications))*"
    r"(?:,? ?(?:\((?:(?:as (?:of|at)|in|on|since|at) )?|(?:as (?:of|at)|in|on|since|at) )(?P<day>[^()]{4,24})\)?)?",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A part of a cell: its words in small letters, and the day that it gives, if it gives one."""

    words: str
    day: days.Found | None


def parts(text: str) -> list[Part]:
    """The parts of a value.

    >>> [(part.words, part.day and part.day.iso) for part in parts("Signed 4 May 1999; 7 October 2009 (accession)")]
    [('signed', '1999-05-04'), ('accession', '2009-10-07')]
    """
    if len(text) > LONGEST:
        return []
    found = [one for one in days.find(text) if not one.iso.startswith("-")]
    masked, place = [], 0
    for one in found:
        masked += [text[place : one.start], DAY]
        place = one.end
    masked.append(text[place:])
    left = iter(found)
    told: list[Part] = []
    pieces = APART.split("".join(masked))
    for piece, before in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        days_of = [next(left) for _ in range(piece.count(DAY))]
        words, day = plain(piece.replace(DAY, " ")), days_of[0] if len(days_of) == 1 else None
        if before == "and" and day and told and told[-1].day is None:
            told[-1] = Part(told[-1].words, day)
        if words or days_of:
            told.append(Part(words, day))
    return told


def count(text: str) -> tuple[str, days.Found | None] | None:
    """The number that a value gives, and the day of which it speaks: 125 countries (as of 2024).

    >>> count("125 countries (as of 2024)")[0]
    '125'
    """
    match = COUNT.fullmatch(text.strip(" ."))
    if match is None:
        return None
    day = match["day"] or ""
    told = [one for one in days.find(day) if not one.iso.startswith("-")]
    if day and (len(told) != 1 or told[0].start or told[0].end < len(day.rstrip())):
        return None
    return match["number"], told[0] if told else None
