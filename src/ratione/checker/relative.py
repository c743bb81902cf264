"""Relative: days told by another day: the following year, two days later, yesterday, last month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import days, sieve
from .attach import completed
from .context import Context
from .gazetteer import Mention
from .marked import Marked, spelled

__all__ = ["with_relative"]

LATER = re.compile(
    r"\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (day|week|month|year)s? (later|earlier|afterwards|before that|after that)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
NEXT = re.compile(r"\b(?:the )?(?:(following|next|same|previous) (day|month|year)|(that) (year|month|day))\b")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
THAT = re.compile(rf"\b(?:that|the same|the following|the next) ({'|'.join(MONTHS)})\b(?! \d)")
THIS = re.compile(rf"\b(?:(this) ({'|'.join(MONTHS)})\b(?! \d)|({'|'.join(MONTHS)}) (?:of )?(last|this) year\b)")
THE = re.compile(r"\bon the (\d{1,2})(?:st|nd|rd|th)\b(?!-| (?:of|day|state|member|country|anniversary|floor|century))")
NAMED = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = re.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)day")
WEEKDAY = re.compile(rf"(?<=\bon )({'|'.join(NAMED)})\b")
NOW = re.compile(
    r"\b(yesterday|today|last (?:week|month|year)|(?:earlier |later )?this (?:week|month|year)|(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (years|months|days) ago)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)


UNITS = re.compile(
    r"(?:days?|weeks?|months?|years?|ago|later|earlier|afterwards|following|next|same|previous|yesterday|today|eve|\d+(?:st|nd|rd|th)|"
    rf"{'|'.join((*MONTHS, *NAMED))})$"
)
"""Words without which no day is told by another: that, this and last tell one only beside these."""
TELLING = sieve.Kept(lambda word: UNITS.match(word) is not None)


def with_relative(sentence: Marked, found: list[days.Found], context: Context) -> tuple[Marked, list[days.Found]]:
    """The sentence with the days that it tells by other days, where these are known."""
    if not sentence.may & sieve.RELATIVE or not any(map(TELLING.__getitem__, sentence.words)):
        return sentence, found
    more: list[days.Found] = []
    fold = sentence.fold
    if "later" in fold or "earlier" in fold or "afterwards" in fold or "after that" in fold:
        more += [one for match in LATER.finditer(fold) if (one := later(match, found, context))]
    if " the " in fold:
        more += [one for match in THE.finditer(fold) if (one := same_month(match, found, context))]
    if re.search(r"following|next|same|previous|that (?:year|month|day)", fold):
        more += [one for match in NEXT.finditer(fold) if (one := following(match, found, context))]
    if re.search(r"\bthat |same|following|next", fold):
        more += [one for match in THAT.finditer(fold) if (one := month(match, found, context))]
    if context.written and re.search(r"\bthis |year", fold):
        more += [one for match in THIS.finditer(fold) if (one := month_now(match, context.written))]
    if context.written and WEEKDAYS.search(fold):
        more += [one for match in WEEKDAY.finditer(fold) if (one := weekday(match, context.written, sentence))]
    if context.written and re.search(r"yesterday|today|last |this | ago", fold):
        more += [one for match in NOW.finditer(fold) if (one := now(match, context.written))]
    more = [
        one for one in more if not any(one is not two and two.start <= one.start and one.end <= two.end for two in more)
    ]
    found, more = of_that_year(found, more, fold)
    found, told = edges(found, fold)
    more = [one for one in more if not any(0 <= other.start - one.end <= 6 for other in found)]
    more = [one for one in more if not any(one.start < other.end and other.start < one.end for other in found)]
    if not (more or told):
        return sentence, found
    added = [Mention("day", "", one.start, one.end) for one in (*more, *told)]
    kept = [one for one in sentence.mentions if not any(one.start < new.end and new.start < one.end for new in added)]
    mentions = sorted([*kept, *added], key=lambda one: one.start)
    return Marked(sentence.text, mentions, fold, sentence.plain, sentence.words, sentence.may), sorted([*found, *more])


def same_month(match: re.Match[str], found: list[days.Found], context: Context) -> days.Found | None:
    """``on the 27th``, in the month last told."""
    base = anchor(match.start(), found, context) or context.line_day
    if len(base) < 7:
        return None
    iso = days.day_of(base[:4], int(base[5:7]), match.group(1))
    return days.Found(match.start() + 3, match.end(), iso) if iso else None


EDGE = re.compile(r"\b(?:(new year's (?:eve|day)),? (?:of )?|(?:the )?(?:very )?(last|first) day of )((?:19|20)\d\d)\b")
"""The last or first day of a year."""


def edges(found: list[days.Found], fold: str) -> tuple[list[days.Found], list[days.Found]]:
    """The days with those that are told as the last or first of a year, and these apart: the last day of 2000."""
    told = []
    for match in EDGE.finditer(fold):
        last = match.group(1) == "new year's eve" or match.group(2) == "last"
        told.append(days.Found(match.start(), match.end(), f"{match.group(3)}-{'12-31' if last else '01-01'}"))
    kept = [one for one in found if not any(day.start <= one.start < day.end for day in told)]
    return sorted([*kept, *told]), told


def weekday(match: re.Match[str], written: date, sentence: Marked) -> days.Found | None:
    """``on Friday``: the last one before the text was written, or that very day; not where a date follows."""
    if re.match(r",? (?:the )?\d|,? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", sentence.fold[match.end() :]):
        return None
    back = (written.weekday() - NAMED.index(match.group(1))) % 7
    return days.Found(match.start(), match.end(), (written - timedelta(days=back)).isoformat())


def anchor(start: int, found: list[days.Found], context: Context) -> str:
    """The day last told before a place: in the sentence, else before it."""
    before = [one for one in found if one.end <= start]
    whole = [one.iso for one in before if not one.iso.startswith("-")]
    if whole:
        last = before[-1].iso
        return (days.in_year(last, whole[-1][:4]) if last.startswith("-") else last).partition("/")[0]
    if before:
        return completed(before[-1], context, before)
    return context.last_day.partition("/")[0]


def later(match: re.Match[str], found: list[days.Found], context: Context) -> days.Found | None:
    """``two days later``: as exact as its unit, and never more exact than the day it is told by."""
    base = anchor(match.start(), found, context)
    count = int(match.group(1)) if match.group(1).isdigit() else max(1, spelled(match.group(1)))
    sign = -1 if match.group(3) in ("earlier", "before that") else 1
    if context.several and not any(one.end <= match.start() for one in found):
        return None
    iso = moved(base, match.group(2), sign * count)
    return days.Found(match.start(), match.end(), iso) if iso else None


def following(match: re.Match[str], found: list[days.Found], context: Context) -> days.Found | None:
    if re.match(r" (?:as|that|when|on which)\b", match.string[match.end() :]):
        return None
    base = anchor(match.start(), found, context)
    if match.group(4) == "year" and all(one.iso.startswith("-") for one in found if one.end <= match.start()):
        base = context.last_day.partition("/")[0]
    step = {"following": 1, "next": 1, "same": 0, "previous": -1, "that": 0}[match.group(1) or match.group(3)]
    iso = moved(base, match.group(2) or match.group(4), step)
    return days.Found(match.start(), match.end(), iso) if iso else None


def of_that_year(
    found: list[days.Found], more: list[days.Found], fold: str
) -> tuple[list[days.Found], list[days.Found]]:
    """A day without a year, in the year told right behind it: on August 12 of that year."""
    for year in [one for one in more if len(one.iso) == 4 and not fold.startswith("today", one.start)]:
        day = next(
            (one for one in found if one.iso.startswith("-") and fold[one.end : year.start] in (" of ", " ", ", ")),
            None,
        )
        if day and (iso := days.in_year(day.iso, year.iso)):
            found = [one for one in found if one is not day]
            more = [one for one in more if one is not year] + [days.Found(day.start, year.end, iso)]
    return found, more


def month(match: re.Match[str], found: list[days.Found], context: Context) -> days.Found | None:
    """``that September``: the first such month from the day last told on."""
    base = anchor(match.start(), found, context)
    if not base:
        return None
    number = MONTHS.index(match.group(1)) + 1
    year = int(base[:4]) + (len(base) >= 7 and f"{number:02}" < base[5:7])
    return days.Found(match.start(), match.end(), f"{year}-{number:02}")


def month_now(match: re.Match[str], written: date) -> days.Found:
    """``this April``, ``June last year``: told by the day on which the document was written."""
    number = MONTHS.index(match.group(2) or match.group(3)) + 1
    return days.Found(match.start(), match.end(), f"{written.year - (match.group(4) == 'last')}-{number:02}")


def now(match: re.Match[str], written: date) -> days.Found | None:
    """``last month``, told by the day on which the document was written."""
    text = match.group(1)
    if match.group(2):
        count = int(match.group(2)) if match.group(2).isdigit() else spelled(match.group(2))
        iso = moved(written.isoformat(), match.group(3).rstrip("s"), -count)
    elif text in ("yesterday", "today"):
        iso = (written - timedelta(days=text == "yesterday")).isoformat()
    else:
        unit = text.rsplit(" ", 1)[-1]
        if unit == "week":
            first = written - timedelta(days=written.weekday() + (7 if "last" in text else 0))
            return days.Found(match.start(), match.end(), f"{first}/{first + timedelta(days=6)}")
        iso = moved(written.isoformat(), unit, -1 if "last" in text else 0)
    return days.Found(match.start(), match.end(), iso) if iso else None


def moved(base: str, unit: str, count: int) -> str:
    """The day, month or year that lies ``count`` units from ``base``; empty where ``base`` is too coarse.

    >>> moved("2004-11-30", "month", 2), moved("2004-11-30", "year", 1), moved("2004", "day", 1)
    ('2005-01', '2005', '')
    """
    if not base:
        return ""
    if unit == "year":
        return str(int(base[:4]) + count)
    if unit == "month":
        if len(base) < 7:
            return ""
        total = int(base[:4]) * 12 + int(base[5:7]) - 1 + count
        return f"{total // 12}-{total % 12 + 1:02}"
    if len(base) < 10:
        return ""
    shifted = date.fromisoformat(base[:10]) + timedelta(days=count * (7 if unit == "week" else 1))
    return shifted.isoformat()
