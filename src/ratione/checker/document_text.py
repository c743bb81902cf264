"""Plain text in, blocks out: paragraphs, short lines that stand alone, rows parted by tabs."""

from __future__ import annotations

import re

from .document_columns import GAPPED, columned
from .document_html import row_of
from .page import Block, Kind, Text, Writer

__all__ = ["MONTH", "blocks"]

ENDS = re.compile(r"[.!?;:,]['\"”’)\]]*$")
MONTH = r"(?![ \t]|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d\b)"
"""No month with its year: 17. July 1998 is a day, not the seventeenth item of a list."""
ITEM = re.compile(rf"[ \t]*(?:[-*•▪◦·–]|\(?\d{{1,2}}[.)])[ \t]+{MONTH}")
SHORT = 70


def blocks(source: str, start: int = 0) -> list[Block]:
    """The blocks of a text: lines that run on are joined, lines that stand for themselves are not."""
    found: list[Block] = []
    lines = list(spans(source, start))
    held: list[tuple[int, int]] = []
    wrapped = runs_on([source[a:b] for a, b in lines])
    past, tried, table = start, start, 1
    for begin, end in lines:
        text = source[begin:end]
        if begin < past:
            continue
        rows: list[Block] = []
        if begin >= tried and GAPPED.search(text):
            rows, tried = columned(source, begin, table + 1)
        if rows:
            past = tried
            held = close(source, held, found)
            found += rows
            table += 1
        elif not text.strip():
            held = close(source, held, found)
        elif text.count("\t") and len(row := list(cut(source, begin, end))) > 1:
            held = close(source, held, found)
            found.append(row_of([(part, False) for part in row], 1))
        elif item := ITEM.match(text):
            held = close(source, held, found)
            held = [(begin + item.end(), end)]
        else:
            held.append((begin, end))
            if not wrapped:
                held = close(source, held, found)
    close(source, held, found)
    return found


def spans(source: str, start: int) -> list[tuple[int, int]]:
    """Where the lines stand."""
    found, place = [], start
    while place <= len(source):
        stop = source.find("\n", place)
        stop = stop if stop >= 0 else len(source)
        found.append((place, stop))
        place = stop + 1
    return found


def runs_on(lines: list[str]) -> bool:
    """Whether lines were broken by a typewriter's margin: most long lines then end without a full stop at one width."""
    long = [line.rstrip() for line in lines if len(line.rstrip()) > 50]
    if len(long) < 4:
        return False
    longest = max(map(len, long))
    return longest <= 130 and sum(not ENDS.search(line) for line in long) > 0.5 * len(long)


def cut(source: str, begin: int, end: int) -> list[Text]:
    """The parts of a line between tabs."""
    found, place = [], begin
    for part in source[begin:end].split("\t"):
        text = text_of(source, [(place, place + len(part))])
        place += len(part) + 1
        found.append(text)
    return found if sum(bool(text.text) for text in found) > 1 else [text for text in found if text.text]


def text_of(source: str, lines: list[tuple[int, int]]) -> Text:
    writer = Writer()
    for begin, end in lines:
        writer.add(source[begin:end], begin)
        writer.space(end)
    return writer.done()


def close(source: str, held: list[tuple[int, int]], found: list[Block]) -> list[tuple[int, int]]:
    """Ends a block; a short one without a full stop stands as a line of its own."""
    if held:
        text = text_of(source, held)
        kind: Kind = "line" if len(text.text) <= SHORT and not ENDS.search(text.text) else "paragraph"
        if text.text:
            found.append(Block(kind, text.text, text.places))
    return []
