"""Written: the day of the document itself, where it says so, and how sure that is."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from . import days
from .page import Page

__all__ = ["Written", "outlived", "written"]

SAID = re.compile(
    r"\b(?:last )?(?:updated|modified|revised|reviewed|published|posted|accessed|current as of|as of|issued|dated|released)(?: on)?:?\s{0,3}",  # noqa: E501 - a grammar or list that reads best in one piece
    re.IGNORECASE,
)
DATELINE = re.compile(r"^[A-ZÀ-Ý][A-ZÀ-Ý .,/'’-]{2,40},? (?:\([A-Z ]{2,20}\) ?)?[,–—-]? ?")


NO_PLACE = re.compile(
    r"\b(?:statute|treaty|court|icc|resolution|order|act|agreement|convention|accession|ratification|signature|session)\b",
    re.I,
)
LEAD = 8
"""Words before a day that is said to be that of the page, at most: this page was last updated on."""
HAPPENED = re.compile(
    r"\b(?:was|were|is|are|has|had|left|signed|ratified|acceded|joined|withdrew|adopted|entered|came|took|became)\b",
    re.I,
)
"""Words of a sentence that tells what happened on a day."""
FOLLOWED = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[-–—:.]|$)")
"""What stands behind the day of a date line: a dash, a colon, or nothing."""
DOUBT = "a day of the file or at its head, not surely that of its text"


class Written(NamedTuple):
    """The day of the document (None: not known), where it was found, and what is doubtful about it."""

    day: date | None
    where: str
    doubt: str
    first: date | None = None
    """The earliest day that it surely gives as its own: of an order, the day of its signature."""


def written(page: Page, given: date | None, today: date) -> Written:
    """The document's own day: as given, else the latest that its front matter, metadata or text says."""
    if given is not None:
        return Written(given, "given", "", given)
    found: list[tuple[bool, date, str]] = []
    for stamp in page.stamps:
        got = days.find(stamp.iso)
        if got and not got[0].iso.startswith("-"):
            found.append((stamp.sure, days.bounds(got[0].iso)[0], stamp.where))
    found += in_text(page)
    past = [one for one in found if date(1990, 1, 1) <= one[1] <= today]
    sure = [one for one in past if one[0]]
    if sure:
        _, day, where = max(sure, key=lambda one: one[1])
        others = {one[1] for one in sure}
        doubt = f"the latest of {len(others)} days that it gives" if len(others) > 1 else ""
        return Written(day, where, doubt, min(one[1] for one in sure))
    if past:
        _, day, where = max(past, key=lambda one: one[1])
        return Written(day, where, DOUBT)
    return Written(None, "", "the document does not say when it was written")


def in_text(page: Page) -> list[tuple[bool, date, str]]:
    """Days that the text gives as its own: at its head in a date line, at its foot after ``updated``."""
    found = []
    blocks = page.blocks
    edges = {*range(min(4, len(blocks))), *range(max(0, len(blocks) - 6), len(blocks))}
    for number in sorted(edges):
        text = blocks[number].text[:300]
        got = [one for one in days.find(text) if len(one.iso) == 10 and not one.iso.startswith("-")]
        if not got:
            continue
        said = next((one for one in got if SAID.search(text[max(0, one.start - 26) : one.start])), None)
        if said and not its_own(text[: said.start]):
            said = None
        alone = (
            len(text) - (got[0].end - got[0].start) < 30
            and blocks[number].kind != "row"
            and (number < 4 or text.isupper() or "HOUSE" in text)
            and not HAPPENED.search(text)
        )
        place = text[: got[0].start]
        line = (
            number < 3
            and got[0].start < 60
            and DATELINE.match(place) is not None
            and not NO_PLACE.search(place)
            and FOLLOWED.match(text[got[0].end :]) is not None
        )
        if said:
            found.append((True, read_day(said), "text, 'updated'"))
        elif (line or alone) and blocks[number].kind != "heading":
            found.append((line, read_day(got[0]), "text, date line"))
    return found


def its_own(lead: str) -> bool:
    """Whether the words before a day say it of the page, not of an order that was issued on it."""
    if re.search(r"(?:updated|modified|revised|reviewed|accessed)(?: on)?\W*$", lead, re.I):
        return True
    line = re.split(r"[.!?*|\n]", lead)[-1]
    return len(line.split()) <= LEAD and not NO_PLACE.search(line)


def outlived(dated: Written, told: list[date], today: date) -> Written:
    """A day that is not sure is none where the text tells of later days: then it is that of an event."""
    later = [day for day in told if day <= today]
    if dated.day is None or dated.doubt != DOUBT or not later or max(later) <= dated.day:
        return dated
    said = f"a day stands at its head or in the file ({dated.day}), but the text tells of later days"
    return Written(None, "", said)


def read_day(found: days.Found) -> date:
    return days.bounds(found.iso)[0]
