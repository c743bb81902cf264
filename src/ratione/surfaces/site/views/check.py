"""Check: a document's claims beside the record; nothing of the document is kept."""

from __future__ import annotations

from typing import Any

import ratione
from ratione import checker

from ..page import Page, Request, Table

__all__ = ["LARGEST", "checked", "form"]

LARGEST = 2_000_000
"""The largest document in bytes."""


def form(request: Request) -> Page:
    """The form, with nothing checked yet."""
    return Page(
        "check.html", request.say("check.title"), {"report": None, "fault": None}, {"largest": LARGEST}, cited=False
    )


def checked(request: Request, document: bytes, name: str, written_on: str) -> Page:
    """The report on a document."""
    title = request.say("check.title")
    try:
        day = ratione.read_day(written_on, field="written_on") if written_on else None
        report = reader(request).check(document, name=name or "document.md", today=request.today, written_on=day)
    except ratione.InputError as fault:
        return Page("check.html", title, {"report": None, "fault": fault}, {"fault": str(fault)}, cited=False)
    copy = checker.annotated(report, document).partition("<main>")[2].rpartition("</main>")[0]
    rows = [
        (one.claim.sentence, one.claim.subject, one.claim.predicate, one.verdict, one.because) for one in report.claims
    ]
    table = Table(("sentence", "subject", "predicate", "verdict", "because"), rows)
    return Page(
        "check.html", title, {"report": report, "copy": copy, "fault": None}, report.to_dict(), table, cited=False
    )


def reader(request: Request) -> Any:
    """The checker of the record, made once."""
    kept = request.book.__dict__
    if "checker" not in kept:
        kept["checker"] = checker.Checker(request.record, checker.Patterns.embedded())
    return kept["checker"]
