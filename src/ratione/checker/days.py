"""Days as documents write them: a day, a month, a year, a span of days, in words or figures, American or European.

>>> [found.iso for found in find("signed on July 17, 1998 and ratified in March 2005")]
['1998-07-17', '2005-03']
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Found", "bounds", "find", "in_year", "of_field", "shift"]

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
ORDINAL = r"(?:st|nd|rd|th)?"
DOTTED = r"(?:st|nd|rd|th|\.(?= ))?"
"""An ordinal, or a full stop that stands for one: 17. July 1998."""
YEAR = r"(?P<{0}>(?:19|20|21)[0-9][0-9])(?![0-9])"
GRAMMAR = re.compile(
    r"(?=[0-9jfmasond])(?<![\w/])(?=[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:"
    + "|".join(
        (
            r"(?P<iso>(?P<y0>(?:19|20|21)[0-9][0-9])[-/](?P<m0>[0-9][0-9]?)[-/](?P<d0>[0-9][0-9]?)(?:[T ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]+)?)?(?: ?(?:Z|[+-][0-9][0-9]:?[0-9][0-9]))?)?)(?![0-9-])",  # noqa: E501 - a grammar or list that reads best in one piece
            rf"(?P<dmy>(?:(?P<d1a>[0-9][0-9]?){ORDINAL}\s?(?:-|–|to|and|&)\s?)?(?P<d1>[0-9][0-9]?){DOTTED}(?: day)?(?: of)?[ -]{MONTH.format('m1')},?[ -](?:of )?{YEAR.format('y1')})",  # noqa: E501 - a grammar or list that reads best in one piece
            rf"(?P<mdy>{MONTH.format('m2')} (?P<d2>[0-9][0-9]?){ORDINAL}(?:\s?(?:-|–|to)\s?(?P<d2b>[0-9][0-9]?){ORDINAL})?(?:,|\s|, of)\s?{YEAR.format('y2')})",  # noqa: E501 - a grammar or list that reads best in one piece
            r"(?P<num>(?P<n1>[0-9][0-9]?)[/.](?P<n2>[0-9][0-9]?)[/.](?P<y3>(?:19|20)[0-9][0-9]))(?![0-9])",
            rf"(?P<my>{MONTH.format('m4')}(?: of)?,? {YEAR.format('y4')})",
            rf"(?P<dm>(?P<d5>[0-9][0-9]?){DOTTED}(?: of)? {MONTH.format('m5')}(?!\w))(?!,? (?:19|20)[0-9][0-9])",
            rf"(?P<md>{MONTH.format('m6')} (?P<d6>[0-9][0-9]?){ORDINAL}(?![0-9/:%]))(?!,? (?:19|20)[0-9][0-9])",
            r"(?P<yy>(?P<y7>(?:19|20)[0-9][0-9])\s?(?:-|–|to|until)\s?(?P<y7b>(?:19|20)[0-9][0-9]))(?![0-9-])",
            r"(?P<y>(?<![\w/.$€£§-])(?P<y8>(?:19[4-9]|20[0-4])[0-9])(?![\w/%]|:[0-9]|-[0-9]|\.[0-9]|,[0-9]{3}|\s?(?:UNTS|U\.N\.T\.S|Stat\.|Fed\.|people|troops|persons|pages|words|km|feet)))",
        )
    )
    + ")",
    re.IGNORECASE,
)


DIGIT = re.compile(r"[0-9]")
AHEAD = 16
"""Signs that can stand before the first figure of a day, at most: ``September. of, ``."""


class Found(NamedTuple):
    """A day found in a text: where, the day in ISO form as exact as the text, and another reading, if it has two.

    ``iso`` without a year (``--07-17``) waits for a year from elsewhere.
    """

    start: int
    end: int
    iso: str
    other: str = ""


@lru_cache(maxsize=2048)
def find(text: str) -> list[Found]:
    """Every day in the text, in order."""
    figure = DIGIT.search(text)
    if figure is None:
        return []
    found = []
    for match in GRAMMAR.finditer(text, max(0, figure.start() - AHEAD)):
        iso, other = told(match)
        if iso:
            found.append(Found(begin(text, match.start()), match.end(), iso, other))
    return found


WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $")


def begin(text: str, start: int) -> int:
    """Where a day begins: with the day of the week that stands before it, as in Friday, 2 December 2011."""
    named = WEEKDAY.search(text, max(0, start - 11), start) if text.endswith(("y ", "y, "), 0, start) else None
    return named.start() if named else start


def told(match: re.Match[str]) -> tuple[str, str]:
    """The ISO form of one match, and that of its other reading."""
    given = match
    kind = match.lastgroup
    match kind:
        case "iso":
            return day_of(given["y0"], int(given["m0"]), given["d0"]), ""
        case "dmy":
            last = day_of(given["y1"], month(given["m1"]), given["d1"])
            first = day_of(given["y1"], month(given["m1"]), given["d1a"]) if given["d1a"] else ""
            return (f"{first}/{last}" if first and last else last), ""
        case "mdy":
            first = day_of(given["y2"], month(given["m2"]), given["d2"])
            last = day_of(given["y2"], month(given["m2"]), given["d2b"]) if given["d2b"] else ""
            return (f"{first}/{last}" if first and last else first), ""
        case "num":
            american = day_of(given["y3"], int(given["n1"]), given["n2"])
            european = day_of(given["y3"], int(given["n2"]), given["n1"])
            return (american or european), (european if american and european != american else "")
        case "my":
            return f"{given['y4']}-{month(given['m4']):02}", ""
        case "dm" | "md":
            number = "5" if kind == "dm" else "6"
            iso = day_of("2000", month(given["m" + number]), given["d" + number])
            return (f"-{iso[4:]}" if iso else ""), ""
        case "yy":
            return (f"{given['y7']}/{given['y7b']}" if given["y7"] < given["y7b"] else ""), ""
    return given["y8"] or "", ""


def month(name: str) -> int:
    return MONTHS[name[:3].casefold()]


def day_of(year: str, number: int, day: str) -> str:
    """The ISO form of a day, empty where there is no such day."""
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=16384)
def bounds(iso: str) -> tuple[date, date]:
    """The first and last day of a day, month, year or period in ISO form.

    >>> bounds("2004-02")
    (datetime.date(2004, 2, 1), datetime.date(2004, 2, 29))
    """
    first, _, last = iso.partition("/")
    start, end = edges(first)
    return (start, edges(last)[1]) if last else (start, end)


def edges(iso: str) -> tuple[date, date]:
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    day = date(parts[0], parts[1], parts[2])
    return day, day


def of_field(value: str) -> Found | None:
    """The day that a field holds, if it holds one and nothing else; hour and zone are not read.

    >>> of_field("1999-10-01T00:00:00.000Z").iso
    '1999-10-01'
    """
    stripped = value.strip().strip("*†‡ ")
    found = [one for one in find(stripped) if not one.iso.startswith("-")]
    if len(found) != 1 or len(stripped) - (found[0].end - found[0].start) > 24:
        return None
    rest = (stripped[: found[0].start] + stripped[found[0].end :]).strip(" .,;()[]*")
    if DIGIT.search(rest):
        return None
    return found[0] if len(rest.split()) <= 3 else None


def in_year(iso: str, year: str) -> str:
    """A day without a year, in a year; empty where that year has no such day.

    >>> in_year("--02-29", "2004"), in_year("--02-29", "2003")
    ('2004-02-29', '')
    """
    return day_of(year, int(iso[2:4]), iso[5:7])


def shift(iso: str, years: int) -> str:
    """The year that lies ``years`` from the year of ``iso``."""
    return str(int(iso[:4]) + years)
