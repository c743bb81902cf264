"""Documents a second: pages of 500 to 2,000 words as text, Markdown, HTML and PDF, checked one after another on one core.

Run from the project's root: .venv/bin/python bench/checker.py
A dense page is made of paragraphs of the marked test documents, with every state put for another and every day moved: some
eighty claims a page, most of them wrong. An ordinary page has one such paragraph in four, the others are prose about the law
from docs/. What has been kept of one page (days and citations by sentence) is thrown away before the next. The time is that of
the processor; the start-up (record, patterns, gazetteer) is counted apart, and so are the first pages, in which patterns are
compiled when they are first tried.
"""

import html
import io
import random
import re
import statistics
import sys
import time
from calendar import month_name
from pathlib import Path

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ratione import Day, Record
from ratione.checker import Checker, Patterns, citations, days

PAGES = 120
TODAY = Day(2026, 11, 21)
ROOT = Path(__file__).parents[1]
FOLDERS = [ROOT / "tests" / "documents" / name for name in (".", "second", "third")]
YEAR = re.compile(r"\b(199[89]|20[012]\d)\b")
MONTHS = list(month_name)[1:]
MONTH = re.compile("|".join(MONTHS))


def paragraphs(paths):
    """Every paragraph of some documents that are text, without front matter and code."""
    found = []
    for path in paths:
        text = re.sub(r"\A---\n.*?\n---\n|^```.*?^```", "", path.read_text("utf-8"), flags=re.S | re.M)
        found += [part for part in text.split("\n\n") if len(part.split()) > 15 and "|" not in part]
    return found


def changed(part, states, chance):
    """A paragraph with other states and other days."""
    one = re.compile("|".join(sorted((re.escape(state) for state in states), key=len, reverse=True)))
    part = one.sub(lambda _: chance.choice(states), part)
    part = MONTH.sub(lambda _: chance.choice(MONTHS), part)
    return YEAR.sub(lambda _: str(chance.randint(1999, 2025)), part)


def page(parts, prose, states, chance, share):
    """One page: paragraphs until it has its words."""
    size, text = chance.randint(500, 2000), []
    while sum(len(part.split()) for part in text) < size:
        dense = chance.random() < share
        text.append(changed(chance.choice(parts), states, chance) if dense else chance.choice(prose))
    head = "---\ntitle: A page on the Court\ndate: 2020-05-04\n---\n\n" if chance.random() < 0.5 else ""
    return head + "\n\n".join(text)


def as_html(text):
    """A page as HTML."""
    parts = "".join(f"<p>{html.escape(part)}</p>\n" for part in text.split("\n\n") if not part.startswith("---"))
    return (
        f"<!doctype html><html><head><title>A page on the Court</title></head><body><main>{parts}</main></body></html>"
    )


def as_pdf(text):
    """A page as PDF, of three sheets or so."""
    out, style = io.BytesIO(), getSampleStyleSheet()["BodyText"]
    parts = [Paragraph(html.escape(part), style) for part in text.split("\n\n") if not part.startswith("---")]
    SimpleDocTemplate(out).build(parts)
    return out.getvalue()


def measured(engine, pages, said):
    """Checks all pages and prints the figures."""
    took, claims = [], 0
    for number, text in enumerate(pages):
        days.find.cache_clear()
        citations.find.cache_clear()
        form = "pdf" if isinstance(text, bytes) else "html" if text[0] == "<" else "md" if text[0] == "-" else "txt"
        begin = time.process_time()
        report = engine.check(text, name=f"{number}.{form}", today=TODAY)
        took.append(time.process_time() - begin)
        claims += len(report.claims)
    page_ms, rate = 1000 * statistics.median(took), len(pages) / sum(took)
    print(f"{said:14} {len(pages)} pages of {claims / len(pages):.0f} claims:", end=" ")
    print(f"{page_ms:.2f} ms a page, {rate:.0f} pages a second")


def main():
    chance = random.Random(20020701)
    start = time.process_time()
    engine = Checker(Record.embedded(), Patterns.embedded())
    engine.check("Kenya ratified the Rome Statute on 15 March 2005.", name="a.txt", today=TODAY)
    print(f"start-up   {1000 * (time.process_time() - start):.0f} ms")
    marked = [path for folder in FOLDERS for path in sorted(folder.glob("*")) if path.suffix in (".md", ".txt")]
    parts = paragraphs(path for path in marked if path.name != "README.md")
    prose = paragraphs(sorted((ROOT / "docs").glob("*.md")))
    states = [state.name for state in engine.record.states.values() if state.name.isalpha()]
    for said, share in (("ordinary", 0.25), ("dense", 1.0)):
        measured(engine, [page(parts, prose, states, chance, share) for _ in range(PAGES // 4)], f"first, {said}")
        pages = [page(parts, prose, states, chance, share) for _ in range(PAGES)]
        measured(engine, pages, said)
        if said == "ordinary":
            measured(engine, [as_html(text) for text in pages], "  as HTML")
            measured(engine, [as_pdf(text) for text in pages[: PAGES // 4]], "  as PDF")


if __name__ == "__main__":
    sys.exit(main())
