"""Page: a document as its reader sees it, every visible sign with its place in the file.

Blocks of visible text stand in the order of the document. A block keeps, for each sign of its text, the offset of the
sign in the source, so that what is found in the text can be marked in the file.
"""

from __future__ import annotations

import re
from array import array
from typing import Literal, NamedTuple

__all__ = ["Block", "Cell", "Drawn", "Field", "Page", "Stamp", "Text", "Writer"]

Kind = Literal["title", "heading", "paragraph", "item", "row", "line", "quote", "note"]


class Text(NamedTuple):
    """Visible text, and for each of its signs the offset in the source."""

    text: str
    places: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the source of the signs from ``start`` to before ``end``."""
        if not self.places:
            return 0, 0
        first = self.places[min(start, len(self.places) - 1)]
        last = self.places[min(max(end - 1, start), len(self.places) - 1)]
        return first, last + 1


class Cell(NamedTuple):
    """A cell of a row: its text and where it stands in the text of the row."""

    text: str
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, item, row of a table, or line of its own.

    ``cells`` are the cells of a row, ``header`` is true for a row that names columns; a label with its value is a row of
    two cells. ``page`` is the page of a PDF, from 1. ``table`` numbers the table of a row.
    """

    kind: Kind
    text: str
    places: array[int]
    level: int = 0
    cells: tuple[Cell, ...] = ()
    header: bool = False
    page: int = 0
    table: int = 0

    @property
    def visible(self) -> Text:
        return Text(self.text, self.places)


class Field(NamedTuple):
    """A field of the front matter: its key, its value as written, and where line and value stand in the file."""

    key: str
    value: str
    line: str
    start: int
    end: int
    value_start: int
    value_end: int


class Stamp(NamedTuple):
    """A day that a document gives as its own: where it says so, the day as written in ISO form, and how sure that is."""

    where: str
    iso: str
    sure: bool


class Page(NamedTuple):
    """A document that has been read.

    ``source`` is the text into which offsets point: the file itself, or the text drawn from a PDF or DOCX file.
    ``faults`` say what could not be read.
    """

    name: str
    form: str
    source: str
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    title: str = ""
    faults: tuple[str, ...] = ()


SIGNS = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u3000": " ",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\x0b": " ",
    "\x0c": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\u0085": " ",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\ufeff": "",
    "\u2060": "",
    "\u200e": "",
    "\u200f": "",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2010": "-",
    "\u2011": "-",
    "\u00a7\u00a0": "§ ",
}
"""Signs that a reader sees as another, or not at all: odd spaces, soft hyphens, ligatures."""

ODD = re.compile("[" + "".join(sign for sign in SIGNS if len(sign) == 1) + "]|  ")
"""What a plain stretch of text does not hold."""
RAMP = array("l", range(65_536))
"""Offsets in order: a slice of it is the places of a plain stretch of text."""


class Writer:
    """Gathers visible text sign by sign: one space for many, none at the ends, each sign with its place."""

    __slots__ = ("parts", "places", "spaced")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.places: array[int] = array("l")
        self.spaced = True

    def add(self, text: str, place: int) -> None:
        """Text that stands in the source as it is, from ``place`` on."""
        if not ODD.search(text):
            if self.spaced and text.startswith(" "):
                text, place = text[1:], place + 1
            if text:
                self.parts.append(text)
                end = place + len(text)
                self.places.extend(RAMP[place:end] if end <= len(RAMP) else range(place, end))
                self.spaced = text.endswith(" ")
            return
        for count, sign in enumerate(text):
            self.sign(SIGNS.get(sign, sign), place + count)

    def sign(self, text: str, place: int) -> None:
        """Text that one sign or entity of the source stands for; all of it gets the place of that sign."""
        for sign in text:
            if sign == " " and self.spaced:
                continue
            self.parts.append(sign)
            self.places.append(place)
            self.spaced = sign == " "

    def space(self, place: int) -> None:
        """A gap between words."""
        self.sign(" ", place)

    def done(self) -> Text:
        """What was gathered; the writer is empty afterwards."""
        text = "".join(self.parts)
        kept = text.rstrip(" ")
        places = self.places[: len(kept)]
        self.parts, self.places, self.spaced = [], array("l"), True
        return Text(kept, places)

    def __len__(self) -> int:
        return len(self.places)


class Drawn:
    """What was drawn from a file that is no text: its text, the blocks in it, its own days, its title."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.stamps: list[Stamp] = []
        self.title = ""
        self.faults: list[str] = []

    def write(self, text: str) -> int:
        """Adds text and gives the offset at which it begins."""
        begin = self.length
        self.parts.append(text)
        self.length += len(text)
        return begin

    @property
    def text(self) -> str:
        return "".join(self.parts)
