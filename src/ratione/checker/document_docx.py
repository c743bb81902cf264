"""DOCX in, blocks out: paragraphs, headings and tables of a Word file, read from its own XML without running anything."""

from __future__ import annotations

import io
import zipfile
from array import array
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from ..errors import InputError
from .document_html import row_of
from .page import Block, Drawn, Kind, Stamp, Text, Writer

__all__ = ["read"]

LARGEST = 60_000_000
SIGNS = 4_000_000
"""Signs that are read, at most, where each paragraph counts for as many as a line has; the report says where more were left."""
LINE = 80
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TERMS = "{http://purl.org/dc/terms/}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(raw: bytes, name: str) -> Drawn:
    """The text of a DOCX file."""
    drawn = Drawn()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            described(part(archive, "docProps/core.xml", name, needed=False), drawn)
            body(part(archive, "word/document.xml", name), drawn)
    except (zipfile.BadZipFile, ParseError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as fault:
        raise InputError(f"{name}: cannot be read as DOCX ({type(fault).__name__}); save it anew as .docx") from None
    return drawn


def part(archive: zipfile.ZipFile, path: str, name: str, *, needed: bool = True) -> bytes:
    """One part of the archive, never more of it than the bound; a part that names entities of its own is refused."""
    if path not in archive.namelist():
        if needed:
            raise InputError(f"{name}: no Word document: the archive holds no {path}")
        return b""
    with archive.open(path) as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise InputError(f"{name}: {path} unpacks to more than {LARGEST} bytes; such a file is not read")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError(f"{name}: {path} declares entities or an odd encoding; such a file is not read")
    return raw


def described(raw: bytes, drawn: Drawn) -> None:
    """Title and days of the file; they are the editor's and not sure to be those of the text."""
    if not raw:
        return
    for event, element in events(raw):
        if event != "end":
            continue
        if element.tag == TITLE:
            drawn.title = (element.text or "")[:300]
        elif element.tag in (f"{TERMS}modified", f"{TERMS}created") and element.text:
            drawn.stamps.append(Stamp(f"DOCX {element.tag.removeprefix(TERMS)}", element.text[:10], False))


def events(raw: bytes) -> Iterator[tuple[str, Element]]:
    """Each begin and end of an element, piece by piece, so that memory stays small."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    for begin in range(0, len(raw), 65_536):
        parser.feed(raw[begin : begin + 65_536])
        for found in parser.read_events():
            yield found[0], found[1]  # type: ignore[misc]
    parser.close()


class Body:
    """The body as it is read: the paragraph being gathered, and the rows of the table it stands in."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.style = ""
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.depth = 0
        self.table = 0
        self.length = 0

    def paragraph(self) -> None:
        text, self.words = "".join(self.words), []
        self.length += LINE
        style, self.style = self.style.lower(), ""
        if self.depth:
            if self.rows and self.rows[-1]:
                self.rows[-1][-1] += ("" if not self.rows[-1][-1] else " ") + text
            return
        visible = placed(self.drawn, text)
        if visible.text:
            kind, level = kind_of(style)
            self.drawn.blocks.append(Block(kind, visible.text, visible.places, level))

    def row(self) -> None:
        if not self.rows:
            return
        cells = self.rows.pop()
        texts = [(placed(self.drawn, cell), False) for cell in cells]
        if any(text.text for text, _ in texts):
            self.drawn.blocks.append(row_of(texts, self.table))


def kind_of(style: str) -> tuple[Kind, int]:
    if style.startswith("heading"):
        return "heading", int(style[-1]) if style[-1:].isdigit() else 2
    if style == "title":
        return "heading", 1
    return ("item", 0) if style.startswith("list") else ("paragraph", 0)


def placed(drawn: Drawn, text: str) -> Text:
    """Writes text to what is drawn, and gives it with its places there."""
    writer = Writer()
    writer.add(text, drawn.write(text + "\n"))
    done = writer.done()
    return Text(done.text, array("l", done.places))


def body(raw: bytes, drawn: Drawn) -> None:
    """Every paragraph and table of the body, in order."""
    inner = Body(drawn)
    for event, element in events(raw):
        tag = element.tag.removeprefix(WORD)
        if event == "start":
            starts(inner, tag, element.get(f"{WORD}val") or "")
        else:
            ends(inner, tag, (element.text or "")[:SIGNS])
            element.clear()
        if inner.length > SIGNS:
            drawn.faults.append(f"only the beginning was read: the text is longer than {SIGNS} signs")
            inner.depth = 0
            inner.paragraph()
            return


def starts(inner: Body, tag: str, value: str) -> None:
    if tag == "tbl":
        inner.depth += 1
        inner.table += 1
    elif tag == "tr" and inner.depth == 1:
        inner.rows.append([])
    elif tag == "tc" and inner.depth == 1 and inner.rows:
        inner.rows[-1].append("")
    elif tag == "pStyle":
        inner.style = value


def ends(inner: Body, tag: str, text: str) -> None:
    if tag == "t":
        inner.words.append(text)
        inner.length += len(text)
    elif tag in ("tab", "br", "cr"):
        inner.words.append(" ")
    elif tag == "p":
        inner.paragraph()
    elif tag == "tr" and inner.depth == 1:
        inner.row()
    elif tag == "tbl":
        inner.depth -= 1
