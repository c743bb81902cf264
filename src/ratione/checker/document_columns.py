"""Columns: a table in plain text whose columns are parted by runs of blanks, each row with the places of its cells."""

from __future__ import annotations

import re

from .document_html import row_of
from .page import Block, Text, Writer

__all__ = ["GAPPED", "columned"]

GAPPED = re.compile(r"[^\s.!?;,] {2,}[^\s]")
"""A run of blanks within a line, not behind the end of a sentence."""
CELL = re.compile(r"\S+(?: \S+)*")
RULED = re.compile(r"[-=+_. ]*$")
FEWEST, LONGEST, MOST, NAME = 2, 400, 400, 40
ALIKE = 0.7
"""How many of the rows must stand in line."""


def columned(source: str, place: int, table: int) -> tuple[list[Block], int]:
    """The rows that begin at ``place``, and the offset of the first line after them; no rows where they do not align.

    Where there are none, no table begins before that offset either.
    """
    rows: list[list[tuple[int, int]]] = []
    lines: list[int] = []
    end = place
    while end < len(source) and len(rows) < MOST:
        stop = source.find("\n", end)
        stop = stop if stop >= 0 else len(source)
        line = source[end:stop].rstrip("\r")
        cells = [match.span() for match in CELL.finditer(line)] if len(line) <= LONGEST else []
        ruled = bool(rows) and bool(line.strip()) and RULED.match(line)
        alone = len(cells) == 1 and bool(rows) and cells[0][0] == rows[0][0][0] and cells[0][1] - cells[0][0] <= NAME
        if not ruled and not alone and (len(cells) < 2 or not GAPPED.search(line)):
            break
        if not ruled:
            rows.append(cells)
            lines.append(end)
        end = stop + 1
    while rows and len(rows[-1]) == 1:
        rows, lines = rows[:-1], lines[:-1]
        end = source.find("\n", lines[-1]) + 1 or len(source) if lines else place
    wide = [row for row in rows if len(row) > 1]
    if len(wide) < FEWEST:
        return [], max(end, place + 1)
    fullest = max(rows, key=len)
    if sum(aligned(row, fullest) for row in wide) < ALIKE * len(wide):
        return [], end
    starts = [start for start, _ in fullest]
    return [row_of(filled(source, begin, row, starts), table) for begin, row in zip(lines, rows, strict=True)], end


def aligned(row: list[tuple[int, int]], fullest: list[tuple[int, int]]) -> bool:
    """Whether a row has a column behind the first that begins or ends where one of the fullest row does."""
    starts, ends = {start for start, _ in fullest[1:]}, {end for _, end in fullest[1:]}
    return any({start - 1, start, start + 1} & starts or {end - 1, end, end + 1} & ends for start, end in row[1:])


def filled(source: str, begin: int, row: list[tuple[int, int]], starts: list[int]) -> list[tuple[Text, bool]]:
    """The cells of a row, each in its column; those that the row leaves empty are empty."""
    found: list[tuple[Text, bool]] = []
    for count, (first, last) in enumerate(row):
        if len(row) < len(starts):
            nearest = min(range(len(starts)), key=lambda place: abs(starts[place] - first))
            while len(found) < nearest and len(found) + len(row) - count < len(starts):
                found.append((Writer().done(), False))
        writer = Writer()
        writer.add(source[begin + first : begin + last], begin + first)
        found.append((writer.done(), False))
    while len(found) < len(starts):
        found.append((Writer().done(), False))
    return found
