"""Memo: a finding on paper, as Markdown, as a DOCX file and as a PDF, with its citations."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from .address import Links
from .catalogue import said_date, say
from .page import Page

__all__ = ["FORMS", "memo"]

FORMS = {
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""The forms of a memo, with their media types."""

Line = tuple[str, str]
"""A kind (``title``, ``head``, ``item``, ``text``) and its words."""


def memo(page: Page, form: str, version: str, address: str = "") -> bytes:
    """The memo of a page that holds a finding, on jurisdiction or on United States law."""
    of = us_lines if "deciding_measures" in page.data or "activity_name" in page.data else lines_of
    lines = [*of(page.data, version), *ending(page, address)]
    return {"md": markdown, "docx": docx, "pdf": pdf}[form](lines)


def ending(page: Page, address: str) -> Iterator[Line]:
    """How the answer is found again, and what it is not."""
    yield "head", "How to find this answer again"
    yield "text", Links(PATHS[page.template], query=dict(page.permanent)).cited(address)
    yield "text", "It follows from recorded acts and stated rules. It is no legal advice."


PATHS = {"jurisdiction.html": "/ask/jurisdiction", "us_law.html": "/ask/united-states"}
"""Where the findings of each kind stand."""


def said(day: str) -> str:
    """A day in words."""
    found = date.fromisoformat(day)
    return said_date("en", found.year, found.month, found.day)


def lines_of(data: dict[str, Any], version: str) -> Iterator[Line]:
    """What a memo on jurisdiction says, line by line."""
    yield "title", "Jurisdiction of the International Criminal Court: memorandum"
    yield "text", f"Asked as the law was known on {said(data['asked_on'])}. Record version {version}."
    yield "head", "Facts"
    for name, word in data["facts"].items():
        if word:
            yield "item", f"{say('en', f'fact.{name}')}: {word}"
    if data.get("supposed"):
        yield "item", f"Supposed: {'; '.join(data['supposed'])}"
    yield "head", "Answer"
    kind = f" ({say('en', 'open.' + data['open_kind'])})" if data["open_kind"] else ""
    yield "text", f"{data['answer'].upper()}. {say('en', 'finding.' + data['answer'])}{kind}"
    for way in data["deciding"]:
        several = len(data["deciding"]) > 1
        yield "head", f"Reasons, were the answer {way['answer']}" if several else "Reasons"
        for leaf in way["limbs"]:
            yield "item", f"{leaf['says']} ({', '.join(leaf['articles'])})"
    yield from contested(data)
    yield from wanting(data)
    if data["beside"]:
        yield "head", "Beside the answer"
        yield from (("item", row["says"]) for row in data["beside"])
    yield "head", "Authorities and sources"
    for row in data["rows"]:
        sources = "; ".join(f"{one['publisher']}, {one['title']}" for one in row["sources"])
        weak = f" [weak: {say('en', 'weak.' + row['weak'])}]" if row["weak"] else ""
        yield "item", f"{row['says']}{weak}: {sources or 'no source named'}"


def us_lines(data: dict[str, Any], version: str) -> Iterator[Line]:
    """What a memo on United States law says, line by line."""
    yield "title", "The International Criminal Court and United States law: memorandum"
    yield "text", f"Asked as the law was known on {said(data['asked_on'])}. Record version {version}."
    yield "head", "Facts"
    yield "item", f"Activity: {data['activity_name']}"
    yield "item", f"Day: {said(data['on'])}"
    for name, key in US_NAMES.items():
        if data["facts"].get(name):
            yield "item", f"{say('en', key)}: {data['facts'][name]}"
    for act in data.get("supposed", ()):
        yield "item", f"Supposed: {act}"
    yield "head", "Answer"
    yield "text", f"{data['word'].upper()}. {data['reason']}"
    for title, rows in (("Presumed", data.get("presumed", ())), ("Weak", data.get("weak", ()))):
        if rows:
            yield "head", title
            yield from (("item", row) for row in rows)
    if data.get("wanted"):
        yield "head", "Facts that could change the answer"
        yield from (("item", row["says"]) for row in data["wanted"])
    yield "head", "Measures"
    for node in data.get("tree", ()):
        yield from measure_lines(node, 0)
    yield "head", "Over time"
    for turn in data.get("timeline", ()):
        until = f" to before {said(turn['until'])}" if turn.get("until") else ""
        start = f"from {said(turn['from'])}" if turn.get("from") else "from the beginning"
        yield "item", f"{start}{until}: {turn.get('open_kind') or turn['answer']}"
    if data.get("changes"):
        yield "head", "Acts that would change the answer"
        yield from (("item", f"{row['act']} ({row['who']}): {row['gives']}") for row in data["changes"])
    yield "head", "Authorities and sources"
    for row in data.get("sources", ()):
        weak = f" [weak: {say('en', 'weak.' + row['weak'])}]" if row.get("weak") else ""
        yield "item", f"{row['publisher']}, {row['title']}{weak}"


US_NAMES = {
    "beneficiary": "us.beneficiary", "actor": "us.actor", "accused_nationality": "us.accused",
    "person_status": "us.person_status", "conditions": "us.conditions",
}  # fmt: skip
"""The facts of a question on United States law, with the keys of their names."""


def measure_lines(node: dict[str, Any], deep: int) -> Iterator[Line]:
    """A measure with those that lift it, each a line."""
    weak = f" [weak: {say('en', 'weak.' + node['weak'])}]" if node.get("weak") in MARKS else ""
    why = f" ({'; '.join(node['why'])})" if node.get("why") else ""
    lead = "lifted by: " if deep else ""
    yield (
        "item",
        f"{lead}{node['citation']}, {node['name']}: {node['role']}, {node['state']}. {node['says']}{why}{weak}",
    )
    for part in node.get("lifted_by", ()):
        yield from measure_lines(part, deep + 1)


MARKS = ("recalled", "cited", "inferred", "one-source", "low")
"""Weak marks."""


def contested(data: dict[str, Any]) -> Iterator[Line]:
    """The contested points with their positions."""
    for point in data["contested"]:
        yield "head", f"Contested: {point['question']} (art. {point['article']})"
        for one in point["positions"]:
            day = f", {said(one['dated'])}" if one["dated"] else ""
            weak = " [weak]" if one["weak"] else ""
            yield "item", f"{one['answer']}: {one['says']} ({one['holder'] or 'no holder named'}{day}){weak}"


def wanting(data: dict[str, Any]) -> Iterator[Line]:
    """What was presumed and what could still change the answer."""
    presumed = [row for row in data["missing"] if row["presumed"]]
    moving = [row for row in data["missing"] if row["could"]]
    if presumed:
        yield "head", "Presumed"
        yield from (("item", f"{say('en', 'fact.' + row['fact'])}: {row['presumed']}") for row in presumed)
    if moving:
        yield "head", "Facts that could change the answer"
        for row in moving:
            for word, values in row["could"].items():
                more = f" and {len(values) - 6} more" if len(values) > 6 else ""
                yield "item", f"{say('en', 'fact.' + row['fact'])}: {word} with {', '.join(values[:6])}{more}"


def markdown(lines: list[Line]) -> bytes:
    """The memo as Markdown."""
    marks = {"title": "# ", "head": "\n## ", "item": "- ", "text": "\n"}
    return ("\n".join(marks[kind] + words.replace("\n", " ") for kind, words in lines) + "\n").encode()


def docx(lines: list[Line]) -> bytes:
    """The memo as a DOCX file."""
    document = Document()
    for kind, words in lines:
        if kind in ("title", "head"):
            document.add_heading(words, 0 if kind == "title" else 2)
        else:
            document.add_paragraph(words, style="List Bullet" if kind == "item" else None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(lines: list[Line]) -> bytes:
    """The memo as a PDF."""
    styles = getSampleStyleSheet()
    names = {"title": "Title", "head": "Heading2", "item": "Normal", "text": "Normal"}
    story = [
        Paragraph(escape(words), styles[names[kind]], bulletText="\u2022" if kind == "item" else None)
        for kind, words in lines
    ]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title=lines[0][1], author="ratione", invariant=1).build(story)
    return out.getvalue()
