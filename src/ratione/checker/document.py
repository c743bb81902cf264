"""Document: bytes of a file in, the page that its reader sees out."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath

from ..errors import InputError
from . import document_html, document_markdown, document_text
from .document_matter import Matter, matter
from .page import Block, Drawn, Field, Page, Stamp

__all__ = ["FORMS", "LARGEST", "read"]

LARGEST = 32_000_000
"""Bytes of a file, at most; the visible text of a page is bounded by ``SIGNS``."""
SIGNS = 4_000_000

FORMS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".pdf": "pdf",
    ".docx": "docx",
    "": "text",
}
"""Which ending of a file name means which form."""

MARKS = (
    ((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"), "utf-32"),
    ((b"\xff\xfe", b"\xfe\xff"), "utf-16"),
)
"""The bytes with which a text in an encoding of two or four bytes a sign begins."""
MARKED = re.compile(r"^(?:#{1,6} |[-*] \S|\|.*\||>.)|\]\(\w+:|\*\*\S|&nbsp;|<(?:br|sup|p|div)\b", re.MULTILINE)
TITLED = ("title", "name", "country", "page_title", "headline")
STAMPED = {
    "date": True,
    "published": True,
    "publish_date": True,
    "published_at": True,
    "published_time": True,
    "pubdate": True,
    "modified": True,
    "modified_time": True,
    "updated": True,
    "lastmod": True,
    "last_modified": True,
    "last_updated": True,
    "last_modified_at": True,
    "date_published": True,
    "date_modified": True,
    "created": False,
    "created_at": False,
}
"""Fields of the front matter that hold the document's own day; true where they speak of its text."""


def read(raw: bytes, name: str, form: str = "") -> Page:
    """The page in ``raw``; ``name`` is its file name, ``form`` its form where the name does not say it.

    >>> read(b"Ghana\\n\\nGhana ratified the Statute.", "ghana.txt").blocks[0].text
    'Ghana'
    """
    if len(raw) > LARGEST:
        raise InputError(
            f"{name}: is longer than {LARGEST} bytes, expected at most that; part the file and check its parts"
        )
    form = form or guessed(raw, name)
    if form in ("pdf", "docx"):
        return drawn(raw, name, form)
    source, fault = decoded(raw, name)
    if len(source) > SIGNS:
        raise InputError(
            f"{name}: has {len(source)} signs, expected at most {SIGNS}; part the file and check its parts"
        )
    head = matter(source)
    faults = [one for one in (fault, head.fault) if one]
    if form == "text" and (head.fields or MARKED.search(source)):
        form = "markdown"
    stamps: list[Stamp] = []
    title = ""
    if form == "html":
        scanner = document_html.scan(source, head.end)
        blocks, stamps, title = scanner.blocks, scanner.stamps, scanner.title
    elif form == "markdown":
        blocks = document_markdown.blocks(source, head.end)
    else:
        blocks = document_text.blocks(source, head.end)
    stamps += stamped(head)
    if not blocks and not head.fields:
        faults.append("the document holds no text")
    return Page(
        name, form, source, tuple(blocks), head.fields, tuple(stamps), title_of(head.fields) or title, tuple(faults)
    )


def guessed(raw: bytes, name: str) -> str:
    """The form of a file, by its first bytes, then by the ending of its name."""
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if raw.startswith(b"PK\x03\x04"):
        return "docx"
    ending = PurePath(name).suffix.lower()
    form = FORMS.get(ending, "text")
    if form in ("pdf", "docx"):
        raise InputError(f"{name}: is no {form.upper()} file by its first bytes; expected what its name says")
    start = raw[:400].lstrip().lower()
    if form == "text" and start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return form


def decoded(raw: bytes, name: str) -> tuple[str, str]:
    """The text of a file, and what was wrong with its encoding."""
    for marks, encoding in MARKS:
        if raw.startswith(marks):
            return raw.decode(encoding, errors="replace").replace("\x00", "\ufffd"), ""
    if b"\x00" in raw[:4096]:
        raise InputError(f"{name}: holds NUL bytes (0x00) and is no text; expected text, Markdown, HTML, PDF or DOCX")
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as fault:
        said = f"byte {fault.start + 1} is not UTF-8; read as Windows-1252"
        return raw.decode("cp1252", errors="replace"), said


def drawn(raw: bytes, name: str, form: str) -> Page:
    """The page of a file that is no text; what reads such files is loaded with the first of them."""
    reader = import_module(f".document_{form}", __package__)
    found: Drawn = reader.read(raw, name)
    blocks = found.blocks if form == "docx" else paged(found.text)
    return Page(name, form, found.text, tuple(blocks), (), tuple(found.stamps), found.title, tuple(found.faults))


def paged(text: str) -> list[Block]:
    """The blocks of a text drawn from a PDF, each with its page; words parted at the end of a line are joined."""
    blocks: list[Block] = []
    begin = 0
    for number, page in enumerate(text.split("\f"), 1):
        part = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "\u00ad\u200b", page)
        blocks += [
            block._replace(page=number, places=type(block.places)("l", (place + begin for place in block.places)))
            for block in document_text.blocks(part)
        ]
        begin += len(page) + 1
    return blocks


def title_of(fields: tuple[Field, ...]) -> str:
    """The title in the front matter."""
    by_key = {field.key.lower(): field.value for field in reversed(fields)}
    return next((by_key[key] for key in TITLED if by_key.get(key)), "")


def stamped(head: Matter) -> list[Stamp]:
    """The days that the front matter gives as the document's own."""
    found = []
    for field in head.fields:
        key = field.key.lower().replace("-", "_").replace(" ", "_")
        if key in STAMPED and re.search(r"\b(?:19|20)\d\d", field.value[:40]):
            told = field.value[:10] if field.value[:4].isdigit() else field.value[:40]
            found.append(Stamp(f"front matter {field.key}", told, STAMPED[key]))
    return found
