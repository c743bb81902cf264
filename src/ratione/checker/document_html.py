"""HTML in, blocks out: what a reader sees, row by row and paragraph by paragraph, each sign with its place.

A scanner of its own, because no reader of pages says where in the file a word stood. It runs nothing, follows nothing, and
takes a time in proportion to the length of the page, whatever the page holds.
"""

from __future__ import annotations

import re
from html.entities import html5

from .page import Block, Cell, Kind, Stamp, Text, Writer

__all__ = ["Scanner", "after", "entity", "scan"]

HIDDEN = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select"}
BREAKS = {
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "ul",
    "ol",
    "dl",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "figure",
    "figcaption",
    "blockquote",
    "form",
    "fieldset",
    "hr",
    "body",
    "html",
    "caption",
    "details",
    "summary",
    "address",
    "pre",
    "br",
}
INLINE = {"span", "label", "small"}
"""Tags of chips and labels: two that touch stand apart on the page."""
SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,30})")
ATTRIBUTE = re.compile(
    r"([a-zA-Z:_-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))"
)
ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
DATED = {
    "article:published_time",
    "article:modified_time",
    "og:updated_time",
    "date",
    "dc.date",
    "dcterms.modified",
    "dcterms.date",
    "last-modified",
    "datepublished",
    "datemodified",
    "pubdate",
    "dcterms.created",
    "dc.date.issued",
}


def entity(text: str, start: int) -> tuple[str, int]:
    """The sign that an entity at ``start`` stands for, and the offset after it; the ampersand itself where it is none."""
    found = ENTITY.match(text, start)
    if not found:
        return "&", start + 1
    name = found.group(1)
    if name[0] == "#":
        try:
            number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
            sign = chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
        except ValueError:
            sign = "\ufffd"
        return sign, found.end()
    known = html5.get(name + ";")
    return (known, found.end()) if known else ("&", start + 1)


class Scanner:
    """The state of one scan: the text gathered so far, and the table, heading or list it stands in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.writer = Writer()
        self.blocks: list[Block] = []
        self.stamps: list[Stamp] = []
        self.title = ""
        self.kind: Kind = "paragraph"
        self.level = 0
        self.cells: list[tuple[Text, bool]] | None = None
        self.wide = self.deep = 1
        self.hanging: dict[int, int] = {}
        self.closed = -1
        self.header = False
        self.term: Text | None = None
        self.defining = ""
        self.table = 0

    def text(self, start: int, end: int) -> None:
        """Visible text from ``start`` to ``end`` of the source, entities told."""
        place = start
        while place < end:
            mark = self.source.find("&", place, end)
            if mark < 0:
                self.writer.add(self.source[place:end], place)
                return
            if mark > place:
                self.writer.add(self.source[place:mark], place)
            sign, place = entity(self.source, mark)
            self.writer.sign("".join(" " if one.isspace() else one for one in sign), mark)

    def flush(self) -> None:
        """Ends the block that was being gathered."""
        if self.cells is not None:
            self.writer.space(self.writer.places[-1] if len(self.writer) else 0)
            return
        text = self.writer.done()
        if text.text:
            self.blocks.append(Block(self.kind, text.text, text.places, self.level))

    def cell(self) -> None:
        """Ends a cell of a row; a wide one leaves empty cells behind it, a deep one in the rows below."""
        if self.cells is None:
            return
        self.cells.append((self.writer.done(), self.header))
        for place in range(len(self.cells) - 1, len(self.cells) + self.wide - 1):
            if self.deep > 1:
                self.hanging[place] = self.deep
        self.cells += [(Text("", self.writer.places[:0]), self.header)] * (self.wide - 1)
        self.wide = self.deep = 1

    def hung(self) -> None:
        """Empty cells where a cell of a row above hangs into this one."""
        while self.cells is not None and self.hanging.get(len(self.cells), 0) > 1:
            self.hanging[len(self.cells)] -= 1
            self.cells.append((Text("", self.writer.places[:0]), True))

    def row(self) -> None:
        """Ends a row."""
        if self.cells is None:
            return
        if len(self.writer):
            self.cell()
        self.hung()
        cells, self.cells = self.cells, None
        if any(text.text for text, _ in cells):
            self.blocks.append(row_of(cells, self.table))

    def tag(self, name: str, closing: bool, start: int, end: int) -> None:
        """A tag: what ends with it, and what begins."""
        if name in ("td", "th"):
            self.in_cell(name, closing)
            if not closing:
                self.spans(self.source[start:end])
        elif name in INLINE:
            if closing:
                self.closed = end
            elif start == self.closed:
                self.writer.space(start)
        elif name == "tr":
            self.row()
            if not closing:
                self.flush()
                self.cells = []
        elif name in ("dt", "dd"):
            self.definition(name, closing)
        elif name in HEADINGS or name == "li" or name in BREAKS:
            self.breaking(name, closing)
        elif name in ("time", "meta"):
            self.dated(name, self.source[start:end])

    def in_cell(self, name: str, closing: bool) -> None:
        if self.cells is None:
            self.flush()
            self.cells = []
        if len(self.writer):
            self.cell()
        elif closing:
            self.header = self.header or name == "th"
            self.cell()
        self.header = name == "th" and not closing
        if not closing:
            self.hung()

    def spans(self, tag: str) -> None:
        """How many columns and rows a cell takes."""
        told = {name.lower(): int(number) for name, number in SPAN.findall(tag[:1000])}
        self.wide, self.deep = (min(max(told.get(name, 1), 1), 60) for name in ("colspan", "rowspan"))

    def definition(self, name: str, closing: bool) -> None:
        """A term of a definition list, or what is said of it: one row of two cells for each pair."""
        if self.cells is not None:
            return
        if not closing:
            if self.defining:
                self.definition(self.defining, True)
            self.flush()
            self.defining = name
            return
        text, self.defining = self.writer.done(), ""
        if name == "dt":
            self.term = text
        elif self.term is not None and text.text:
            self.blocks.append(row_of([(self.term, True), (text, False)], 0))
        elif text.text:
            self.blocks.append(Block("line", text.text, text.places))

    def breaking(self, name: str, closing: bool) -> None:
        if name == "table":
            self.row()
            self.table += not closing
            self.hanging = {}
        if self.cells is not None:
            self.flush()
            return
        if self.defining and name == "dl":
            self.definition(self.defining, True)
        self.flush()
        self.kind, self.level = "paragraph", 0
        if name == "dl":
            self.term = None
        if not closing and name in HEADINGS:
            self.kind, self.level = "heading", HEADINGS[name]
        elif not closing and name == "li":
            self.kind = "item"
        elif not closing and name == "blockquote":
            self.kind = "quote"

    def dated(self, name: str, tag: str) -> None:
        """A day that the page gives as its own, in a meta or time tag."""
        given = {key.lower(): one or two or three for key, one, two, three in ATTRIBUTE.findall(tag[:4000])}
        label = (given.get("name") or given.get("property") or given.get("itemprop") or "").lower()
        if name == "meta" and label in DATED and given.get("content"):
            self.stamps.append(Stamp(f"meta {label}", given["content"][:10], True))
        elif name == "time" and given.get("datetime") and (label in DATED or "pubdate" in tag):
            self.stamps.append(Stamp("time", given["datetime"][:10], True))


def row_of(cells: list[tuple[Text, bool]], table: int) -> Block:
    """A row from its cells; its text is that of the cells, parted by strokes."""
    writer, places = Writer(), []
    for count, (cell, _) in enumerate(cells):
        if count:
            last = cell.places[0] if cell.places else (writer.places[-1] if len(writer) else 0)
            writer.sign(" | ", last)
        begin = len(writer)
        for sign, place in zip(cell.text, cell.places, strict=True):
            writer.sign(sign, place)
        places.append((begin, len(writer)))
    text = "".join(writer.parts)
    ends = tuple(Cell(text[a:b].strip(), a, b) for a, b in places)
    header = len(cells) > 1 and all(head for _, head in cells)
    return Block("row", text, writer.places, cells=ends, header=header, table=table)


def scan(source: str, start: int = 0) -> Scanner:
    """The page from ``start`` on, read to its end."""
    scanner, place, end = Scanner(source), start, len(source)
    while place < end:
        mark = source.find("<", place)
        if mark < 0:
            scanner.text(place, end)
            break
        if mark > place:
            scanner.text(place, mark)
        place = markup(scanner, source, mark)
    scanner.row()
    scanner.flush()
    return scanner


def markup(scanner: Scanner, source: str, mark: int) -> int:
    """Reads what begins with ``<`` at ``mark`` and gives the offset after it."""
    found = TAG.match(source, mark)
    if not found and not source.startswith(("<!", "<?"), mark):
        scanner.text(mark, mark + 1)
        return mark + 1
    if found:
        name, closing = found.group(1).lower(), source[mark + 1] == "/"
        close = tag_end(source, found.end(), len(source))
        if name == "title" and not closing and not scanner.title:
            return titled(scanner, source, close)
        scanner.tag(name, closing, mark, close)
        return past_hidden(source, name, closing, close, len(source))
    return after(source, mark, len(source))


def after(source: str, mark: int, stop: int) -> int:
    """The offset after the comment, tag, or element that is not shown, that begins at ``mark``; at most ``stop``."""
    if source.startswith("<!--", mark):
        close = source.find("-->", mark + 4, stop)
        return close + 3 if close >= 0 else stop
    found = TAG.match(source, mark, stop)
    if found:
        name, closing = found.group(1).lower(), source[mark + 1] == "/"
        return past_hidden(source, name, closing, tag_end(source, found.end(), stop), stop)
    if not source.startswith(("<!", "<?"), mark):
        return mark + 1
    close = source.find(">", mark, stop)
    return close + 1 if close >= 0 else stop


def past_hidden(source: str, name: str, closing: bool, close: int, stop: int) -> int:
    """The offset after a tag that ends at ``close``, and after what it hides."""
    if name in HIDDEN and not closing and source[close - 2 : close - 1] != "/":
        return after_hidden(source, name, close, stop)
    return close


def tag_end(source: str, place: int, stop: int) -> int:
    """The offset after the ``>`` that ends a tag; a ``>`` in a quoted attribute does not end it."""
    limit = min(stop, place + 20_000)
    while place < limit:
        sign = source[place]
        if sign == ">":
            return place + 1
        if sign in "\"'" and source[place - 1] == "=":
            close = source.find(sign, place + 1, limit)
            if close < 0:
                break
            place = close
        place += 1
    close = source.find(">", place if place < limit else limit - 1, stop)
    return close + 1 if close >= 0 else stop


def after_hidden(source: str, name: str, place: int, stop: int) -> int:
    """The offset of the tag that closes what is not shown, or the end of the page."""
    closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, place, stop)
    return closing.start() if closing else stop


def titled(scanner: Scanner, source: str, place: int) -> int:
    """Reads the title of the page, which is not shown in it."""
    close = source.find("<", place)
    close = close if close >= 0 else len(source)
    before, scanner.writer = scanner.writer, Writer()
    scanner.text(place, min(close, place + 1000))
    scanner.title, scanner.writer = scanner.writer.done().text, before
    return close
