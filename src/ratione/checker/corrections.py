"""Corrections: suggested changes to a Markdown, HTML or text file, as a patch that a person applies."""

from __future__ import annotations

import re
from datetime import date
from difflib import unified_diff

from . import days
from .claim import Judged
from .document import read
from .report import Report

__all__ = ["corrections"]

FORMS = ("markdown", "html", "text")
SPACE = re.compile("&nbsp;|&#160;|&#xa0;|\u00a0|\u202f|\n", re.IGNORECASE)
"""What a reader sees as a blank between day and month."""


def corrections(report: Report, document: bytes) -> str:
    """A unified diff of the suggested changes; empty where nothing can be suggested. Nothing is changed by it.

    Only values are changed, a day, a number or a flag, and only where a row of the record says what they should be. A file
    that is not in UTF-8 gets none: its bytes would not be those of the patch.
    """
    if report.form not in FORMS or not plain(document):
        return ""
    source = read(document, report.name.rsplit("/", 1)[-1], report.form).source
    changed, past = [], 0
    for one in sorted(report.claims, key=lambda found: found.claim.value_start):
        claim = one.claim
        if (
            one.verdict not in ("contradicts", "outdated")
            or claim.value_end <= claim.value_start
            or claim.value_start < past
        ):
            continue
        old = source[claim.value_start : claim.value_end]
        new = reworded(old, one)
        if new is not None and new != old:
            changed += [source[past : claim.value_start], new]
            past = claim.value_end
    if not changed:
        return ""
    after = "".join((*changed, source[past:]))
    named = report.name + "\t" * (" " in report.name)
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
        for line in unified_diff(lines(source), lines(after), f"a/{named}", f"b/{named}", n=2)
    )


def plain(document: bytes) -> bool:
    """Whether a file is UTF-8 text."""
    try:
        document.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def lines(text: str) -> list[str]:
    """The lines of a text as a patch counts them: only a line feed ends one."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def reworded(old: str, one: Judged) -> str | None:
    """The value as the record has it, in the form in which the document wrote it."""
    if one.fault in ("no-such-act", "wrong-verb", "stale-status", "wrong-status") and one.claim.date:
        return None
    if one.claim.predicate == "unsigned" and "strong" in one.claim.how:
        return None
    flag = flagged(old, one)
    if flag is not None:
        return flag
    if one.claim.predicate == "number-of-parties" and one.should_be.isdigit():
        return re.sub(r"\d+", one.should_be, old, count=1) if old.strip().isdigit() else None
    old = SPACE.sub(" ", old)
    right = days.find(one.should_be)
    wrong = days.find(old)
    if len(right) != 1 or len(wrong) != 1 or not claims(one, wrong[0]):
        return None
    return old[: wrong[0].start] + in_style(old[wrong[0].start : wrong[0].end], right[0].iso) + old[wrong[0].end :]


def claims(one: Judged, found: days.Found) -> bool:
    """Whether the day that stands in the file is the one that the claim was understood to give."""
    return found.iso.startswith("-") or bool({found.iso, found.other} & {one.claim.date, one.claim.other_date} - {""})


def flagged(old: str, one: Judged) -> str | None:
    """A flag turned round: only one that says true or false."""
    bare = old.strip("'\" ")
    turned = {"true": "false", "false": "true", "yes": "no", "no": "yes", "True": "False", "False": "True"}
    if bare in turned and one.fault in ("stale-status", "wrong-status"):
        return old.replace(bare, turned[bare])
    return None


def in_style(old: str, iso: str) -> str:
    """A day in the style of another: 2004-11-30 00:00:00, 30 November 2004, November 30, 2004, 11/30/2004.

    >>> in_style("November 30, 2004", "2004-12-01")
    'December 1, 2004'
    """
    if len(iso) != 10:
        return (
            iso
            if old[:4].isdigit()
            else date.fromisoformat((iso + "-01-01")[:10]).strftime("%B %Y")
            if len(iso) == 7
            else iso
        )
    day = date.fromisoformat(iso)
    if re.match(r"\d{4}-\d", old):
        return iso + re.sub(r"^\d{4}-\d{1,2}-\d{1,2}", "", old)
    if re.match(r"\d{4}/\d", old):
        return iso.replace("-", "/")
    if figures := re.match(r"(\d{1,2})([/.])(\d{1,2})[/.]\d{4}", old):
        american = int(figures.group(3)) > 12 or (figures.group(2) == "/" and int(figures.group(1)) <= 12)
        parts = (day.month, day.day) if american else (day.day, day.month)
        return f"{parts[0]:02}{figures.group(2)}{parts[1]:02}{figures.group(2)}{day.year}"
    if re.match(r"\d", old):
        return f"{day.day} {day:%B} {day.year}"
    return f"{day:%B} {day.day}, {day.year}"
