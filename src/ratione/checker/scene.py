"""Scene: of which instrument a heading, a caption or a label speaks, and which day opens a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import days
from .marked import Marked
from .page import Block

__all__ = ["carried", "instrument_of", "opening_days", "with_day"]

SHORT = 120
NAME = 4
"""Words of a heading that is no more than the name of a treaty, at most."""


def instrument_of(block: Block, mark: Callable[[str], Marked]) -> str:
    """The instrument that a heading, a short line or a label names: its code, ``other`` for another treaty, or nothing."""
    if block.kind == "row":
        text = block.cells[0].text if len(block.cells) == 2 else ""
    else:
        text = (
            block.text
            if block.kind in ("heading", "line") or (len(block.text) <= SHORT and block.text[-1] not in ".!?;,")
            else ""
        )
    if not text:
        return ""
    names = mark(text[:SHORT]).of("treaty", "other", "body")
    treaties = [one for one in names if one.kind == "treaty"]
    if treaties:
        return treaties[0].value
    if any(one.kind == "other" for one in names):
        return "other"
    return "rome-statute" if any(one.value == "ICC" for one in names) else ""


def carried(blocks: tuple[Block, ...], named: list[str]) -> list[str]:
    """For each block the instrument of the last heading or caption over it that named one, within its section."""
    found, current, heads = [], "", False
    for block, name in zip(blocks, named, strict=True):
        if block.kind == "heading":
            beside = name == "rome-statute" and current.startswith("amendment") and len(block.text.split()) > NAME
            current = name if (name and not beside) or (not name and block.level <= 2 and not heads) else current
            heads = heads or (block.level == 1 and name.startswith("amendment"))
        elif name and block.kind != "row":
            current = name
        found.append(current)
    return found


LINE = re.compile(r"[\"“(•*–-]* ?((?:[A-Z][a-z]+\.? )?\d[^:–—]{2,24}?) ?([:.–—-]) (?=\S)")
"""A day at the head of a line, and what parts it from what happened on it."""
LONGEST = 26
"""Signs of a day that stands for itself, at most: Wednesday 17 September 2003."""
ALONE = 32
"""Signs of a line that is a day, at most."""
BELOW = 3
"""Blocks under a line that is a day which tell of it, at most."""
SEVERAL = 3
"""Lines that open with a day and a dash, at least, before they make a timeline: one alone heads a report."""


def opening_days(blocks: tuple[Block, ...]) -> dict[int, days.Found]:
    """The day that opens each line of a timeline, by the number of its block: ``6 May 2002: the letter arrives``."""
    found: dict[int, tuple[days.Found, str]] = {}
    for number, block in enumerate(blocks):
        match = LINE.match(block.text) if block.kind != "heading" else None
        told = days.find(match.group(1)) if match else []
        if match and len(told) == 1 and not told[0].start and told[0].end >= len(match.group(1).rstrip(" .")):
            found[number] = told[0], match.group(2)
    several = len(found) >= SEVERAL
    opened = {number: day for number, (day, sign) in found.items() if several or sign == ":"}
    return {**days_above(blocks), **opened}


def days_above(blocks: tuple[Block, ...]) -> dict[int, days.Found]:
    """The day that stands alone in a line over what happened on it, in a page whose days go forward.

    Days that go back are those on which news were published.
    """
    alone = {number: day for number, block in enumerate(blocks) if (day := only_day(block))}
    told = [day.iso for day in alone.values()]
    if len(told) < SEVERAL or told != sorted(told) or len(set(told)) < SEVERAL:
        return {}
    found: dict[int, days.Found] = {}
    for number, day in alone.items():
        for below in range(number + 1, min(number + 1 + BELOW, len(blocks))):
            if below in alone or blocks[below].kind in ("heading", "row"):
                break
            found[below] = day
    return found


def only_day(block: Block) -> days.Found | None:
    """The day of which a line consists."""
    text = block.text.strip(" .:–—-*")
    if len(text) > ALONE or block.kind in ("heading", "row"):
        return None
    told = days.find(text)
    whole = len(told) == 1 and len(told[0].iso) >= len("2002-07") and not told[0].iso.startswith("-")
    return told[0] if whole and told[0].end - told[0].start >= len(text) - len("Wednesday, ") else None


def with_day(spans: list[tuple[int, int]], opened: bool) -> list[tuple[int, int]]:
    """The sentences of a block; the day that opens a line of a timeline goes with the first."""
    if not opened or len(spans) < 2 or spans[0][1] - spans[0][0] > LONGEST:
        return spans
    return [(spans[0][0], spans[1][1]), *spans[2:]]
