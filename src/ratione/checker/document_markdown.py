"""Markdown in, blocks out: headings, paragraphs, items, tables and label lines, marks and links taken away."""

from __future__ import annotations

import re
from array import array

from .document_columns import GAPPED, columned
from .document_html import after, entity, row_of, scan
from .document_text import MONTH
from .page import Block, Kind, Text, Writer

__all__ = ["blocks"]

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
ITEM = re.compile(rf"[ \t]{{0,12}}(?:[-*+•▪◦]|\d{{1,3}}[.)])[ \t]+{MONTH}")
QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$")
DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
BLOCKED = re.compile(
    r"[ \t]{0,3}<(table|div|dl|ul|ol|section|article|p|h[1-6]|figure|blockquote|aside|header|details)\b", re.I
)
SPECIAL = re.compile(r"[\\*_`\[\]!<&~^{]")
LINKED = re.compile(r"\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\]\[[^\]\n]{0,200}\]")
ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}\}|\{\{[<%][^{}\n]{0,400}[>%]\}\}|\{%[^{}\n]{0,400}%\}")
"""What a site generator is told beside the text: {: target="_blank"}, {{< figure >}}, {% include %}."""
NOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,60}\]:")
"""What opens a footnote."""
FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,60}\]:?")
BREAK = re.compile(r"<(?:br|hr)\b[^>]{0,80}>", re.I)
ADDRESS = re.compile(r"<https?://[^>\s]{1,2000}>")
GAP = re.compile(r"\n[ \t]*\r?\n")
NESTED = ("table", "dl", "div", "ul", "section")
"""Tags in which an empty line ends no block of HTML."""
FAR = 3000
"""Signs within which a link that was opened is closed."""
DEFINED = re.compile(r"[ \t]{0,3}:[ \t]+")


def blocks(source: str, start: int) -> list[Block]:
    """The blocks of a Markdown document that begins at ``start``."""
    return Reader(source).read(start)


class Reader:
    """The reading of one document, line by line; lines of one paragraph are gathered before they are cleaned."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Block] = []
        self.held: list[tuple[int, int]] = []
        self.kind: Kind = "paragraph"
        self.table = 0
        self.rows = 0
        self.tried = 0

    def read(self, start: int) -> list[Block]:
        place, end = start, len(self.source)
        while place < end:
            stop = self.source.find("\n", place)
            stop = stop if stop >= 0 else end
            place = self.line(place, stop)
        self.flush()
        return self.found

    def line(self, start: int, stop: int) -> int:
        """One line; gives the offset at which the next begins."""
        text = self.source[start:stop].rstrip("\r") if stop - start < 4000 else ""
        after = stop + 1
        if start >= self.tried and "|" not in text and GAPPED.search(text):
            rows, self.tried = columned(self.source, start, self.table + 1)
            if rows:
                self.flush()
                self.table += 1
                self.found += rows
                return self.tried
        if text[:1].isalpha() and "|" not in text:
            self.held.append((start, stop))
        elif NOTE.match(text):
            self.flush()
            self.held = [(start, stop)]
        elif stop - start < 4000 and not text.strip():
            self.flush()
            self.rows = 0
        elif fence := FENCE.match(text):
            self.flush()
            close = self.source.find("\n" + fence.group(1), stop)
            return self.source.find("\n", close + 1) + 1 or len(self.source) if close >= 0 else after
        elif BLOCKED.match(text):
            self.flush()
            return self.html(start)
        elif heading := HEADING.match(text):
            self.flush()
            self.add("heading", start + heading.end(), stop, len(heading.group(1)))
        elif "|" in text and self.rowlike(text, start, stop):
            pass
        elif RULE.match(text):
            self.underline(text)
        elif (item := ITEM.match(text)) and not text.lstrip().startswith("**"):
            self.flush()
            self.kind, self.held = "item", [(start + item.end(), stop)]
        elif (defined := DEFINED.match(text)) and (self.held or self.found):
            self.define(start + defined.end(), stop)
        else:
            quote = QUOTE.match(text)
            if quote and not self.held:
                self.kind = "quote"
            self.held.append((start + (quote.end() if quote else 0), stop))
        return after

    def underline(self, text: str) -> None:
        """A line of dashes: makes a heading of one line before it, else parts what stands around it."""
        setext = len(self.held) == 1 and set(text.strip()) <= {"=", "-"} and self.kind == "paragraph"
        if setext:
            (start, stop), self.held = self.held[0], []
            self.add("heading", start, stop, 1 if "=" in text else 2)
        self.flush()

    def define(self, start: int, stop: int) -> None:
        """``: what is said`` after a line that holds the term."""
        if self.held:
            term = cleaned(self.source, *self.held.pop())
            self.flush()
        else:
            term = self.found[-1].visible
            if self.found[-1].kind == "row":
                return
            self.found.pop()
        self.found.append(row_of([(term, True), (cleaned(self.source, start, stop), False)], 0))

    def rowlike(self, text: str, start: int, stop: int) -> bool:
        """A row of a table, if the line is one: it begins with a stroke, or stands in a table, or a divider follows."""
        if DIVIDER.match(text):
            if self.found and self.found[-1].kind == "row" and not self.held:
                self.found[-1] = self.found[-1]._replace(header=True)
            return bool(self.rows)
        following = self.source.find("\n", stop + 1)
        following = following if following >= 0 else len(self.source)
        divided = bool(DIVIDER.match(self.source[stop + 1 : min(following, stop + 2000)])) and following > stop + 1
        if not (text.lstrip().startswith("|") or self.rows or divided):
            return False
        if not self.rows:
            self.flush()
            self.table += 1
        self.rows += 1
        cells = [(cleaned(self.source, a, b), divided) for a, b in strokes(self.source, start, stop)]
        self.found.append(row_of(cells, self.table))
        return True

    def html(self, start: int) -> int:
        """A block of HTML, to the next empty line outside its tags or the end of the document."""
        begin = stop = start
        left = dict.fromkeys(NESTED, 0)
        while True:
            gap = GAP.search(self.source, stop)
            begin, stop = stop, gap.end() if gap else len(self.source)
            count(left, self.source[begin:stop].lower())
            if not gap or all(number <= 0 for number in left.values()):
                break
        self.table += 1
        for block in scan(self.source[start:stop]).blocks:
            places = array("l", [place + start for place in block.places])
            self.found.append(block._replace(places=places, table=self.table * 1000 + block.table))
        return stop

    def flush(self) -> None:
        """Ends the paragraph that was being gathered."""
        held, self.held = self.held, []
        kind, self.kind = self.kind, "paragraph"
        if not held:
            return
        if kind == "paragraph" and NOTE.match(self.source, *held[0]):
            kind = "note"
        if kind == "paragraph" and len(held) > 1 and all(b - a < 90 and is_label(self.source[a:b]) for a, b in held):
            for start, stop in held:
                self.add("line", start, stop)
            return
        writers = Writer()
        for start, stop in held:
            inline(self.source, start, stop, writers, self.found, kind)
            writers.space(stop)
        text = writers.done()
        if text.text:
            self.found.append(Block(kind, text.text, text.places))

    def add(self, kind: Kind, start: int, stop: int, level: int = 0) -> None:
        text = cleaned(self.source, start, stop)
        stripped = text.text.rstrip("# ") if kind == "heading" else text.text
        if stripped:
            self.found.append(Block(kind, stripped, text.places[: len(stripped)], level))


def is_label(line: str) -> bool:
    """Whether a line reads as a label with its value: ``**Signed:** 13 January 1999``."""
    head, colon, value = line.replace("*", "").replace("_", " ").partition(":")
    return bool(colon) and 0 < len(head.split()) <= 6 and bool(value.strip()) and not value.startswith("//")


def count(left: dict[str, int], text: str) -> None:
    """Counts the tables, lists and parts that are opened in this stretch and not closed."""
    for name in left:
        left[name] += text.count(f"<{name}") - text.count(f"</{name}")


def strokes(source: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand; a stroke after a backslash parts nothing."""
    line = source[start:stop]
    begin = start + len(line) - len(line.lstrip())
    end = start + len(line.rstrip())
    if begin < end and source[begin] == "|":
        begin += 1
    if end > begin and source[end - 1] == "|" and source[end - 2] != "\\":
        end -= 1
    found, place = [], begin
    for mark in range(begin, end):
        if source[mark] == "|" and source[mark - 1] != "\\":
            found.append((place, mark))
            place = mark + 1
    return [*found, (place, end)]


def cleaned(source: str, start: int, stop: int) -> Text:
    """The visible text of one line."""
    writer = Writer()
    inline(source, start, stop, writers=writer, found=None, kind="paragraph")
    return writer.done()


def inline(source: str, start: int, stop: int, writers: Writer, found: list[Block] | None, kind: Kind) -> None:
    """Adds the visible text from ``start`` to ``stop``; ``<br>`` ends a block where ``found`` is given."""
    place = start
    links = Links()
    while place < stop:
        special = SPECIAL.search(source, place, stop)
        if not special:
            writers.add(source[place:stop], place)
            return
        mark = special.start()
        if mark > place:
            writers.add(source[place:mark], place)
        place = mark_at(source, mark, stop, writers, links)
        if source[mark] == "<" and found is not None and BREAK.match(source, mark):
            text = writers.done()
            if text.text:
                found.append(Block(kind, text.text, text.places))


class Links:
    """The links of a line: how many are open, and where the next one closes, looked for once."""

    def __init__(self) -> None:
        self.open = 0
        self.ahead: re.Match[str] | None = None
        self.none = False

    def closing(self, source: str, mark: int, stop: int) -> re.Match[str] | None:
        """The end of the link or picture that opens at ``mark``, if it is not too far."""
        if not self.none and (self.ahead is None or self.ahead.start() < mark):
            self.ahead = LINKED.search(source, mark, stop)
            self.none = self.ahead is None
        return self.ahead if self.ahead is not None and mark <= self.ahead.start() <= mark + FAR else None


def mark_at(source: str, mark: int, stop: int, writer: Writer, links: Links) -> int:
    """Reads one mark of Markdown; gives the offset after it."""
    sign = source[mark]
    if sign == "\\" and mark + 1 < stop:
        if not source[mark + 1].isalnum():
            writer.add(source[mark + 1], mark + 1)
            return mark + 2
        writer.space(mark)
        return mark + 1
    if sign == "&":
        told, after = entity(source, mark)
        writer.sign("".join(" " if one.isspace() or one == "\u00a0" else one for one in told), mark)
        return after
    if sign == "<":
        return tag_at(source, mark, stop, writer)
    if sign == "!" and source.startswith("![", mark):
        close = links.closing(source, mark, stop)
        return close.end() if close else mark + 2
    if sign == "[":
        note = FOOTNOTE.match(source, mark, stop)
        if note:
            return note.end()
        if links.closing(source, mark, stop):
            links.open += 1
            return mark + 1
    if sign == "]" and links.open and (closed := LINKED.match(source, mark, stop)):
        links.open -= 1
        return closed.end()
    if sign == "{" and (told_aside := ATTRIBUTES.match(source, mark, stop)):
        return told_aside.end()
    if sign in "*`" or (sign == "_" and edge(source, mark, stop)) or source.startswith("~~", mark):
        return mark + 1 + (sign == "~")
    writer.add(sign, mark)
    return mark + 1


def edge(source: str, mark: int, stop: int) -> bool:
    """Whether an underscore stands at the edge of a word, and so marks emphasis."""
    before = source[mark - 1] if mark else " "
    after = source[mark + 1] if mark + 1 < stop else " "
    return not (before.isalnum() and after.isalnum())


def tag_at(source: str, mark: int, stop: int, writer: Writer) -> int:
    """A tag inside a line: not shown; the text of a footnote mark (``sup``) is not either."""
    if ADDRESS.match(source, mark, stop):
        return source.index(">", mark) + 1
    if source[mark + 1 : mark + 4].lower() == "sup":
        close = source.find("</sup>", mark, min(stop, mark + 400))
        if close >= 0:
            return close + 6
    if not (source[mark + 1 : mark + 2].isalpha() or source[mark + 1 : mark + 2] in "/!"):
        writer.add("<", mark)
        return mark + 1
    if BREAK.match(source, mark):
        writer.space(mark)
    return after(source, mark, stop)
