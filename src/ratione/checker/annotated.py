"""Annotated: a copy of a document's visible text with its claims marked, as one HTML page without scripts."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import NamedTuple

from .document import read
from .page import Block
from .report import Report

__all__ = ["annotated", "claim_review"]

STYLE = """
body{font:1rem/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
header,aside,table{font-family:system-ui,sans-serif;font-size:.9rem}
mark{padding:0 .1em;border-bottom:3px solid;background:#f3f3f3;color:inherit}
mark.agrees{border-color:#2b6e3f}mark.contradicts{border-color:#a11212;background:#fde8e8;border-bottom-style:double}
mark.outdated{border-color:#8a5a00;background:#fff3d6;border-bottom-style:dashed}mark.imprecise{border-color:#8a5a00;border-bottom-style:dotted}
mark.disputed,mark.open,mark.not-in-record,mark.out-of-scope{border-color:#555;border-bottom-style:dotted}
sup{font:.7rem system-ui,sans-serif}td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #ccc;vertical-align:top}
@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}mark{background:#2a2a2a}mark.contradicts{background:#471a1a}mark.outdated{background:#43330f}}
"""


class Mark(NamedTuple):
    """Where a claim stands in the text of a block, and its numbers in the list."""

    start: int
    end: int
    numbers: tuple[int, ...]


def annotated(report: Report, document: bytes) -> str:
    """The page: coverage first, then the text with marks, then every claim with what it rests on."""
    page = read(document, report.name.rsplit("/", 1)[-1], report.form)
    body = [field_rows(report), *(block_html(block, report) for block in page.blocks)]
    title = escape(report.title or report.name)
    cover = report.coverage
    head = (
        f"<p>Compared on {report.today} with record {escape(report.record)}. "
        f"Of {cover.checkable} sentences or fields that hold something to check, {cover.checked} were checked, "
        f"{cover.partly} only in part, and {len(cover.skipped) - cover.partly} were not; "
        "what bears no mark was not checked.</p>"
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}: claims beside the record</title><style>{STYLE}</style></head>"
        f"<body><header><h1>{title}</h1>{head}</header>"
        f"<main>{''.join(body)}</main>{listing(report)}</body></html>\n"
    )


def field_rows(report: Report) -> str:
    """The front matter fields that make claims."""
    rows = [(number, one) for number, one in enumerate(report.claims, 1) if one.claim.place.startswith("field ")]
    if not rows:
        return ""
    shown = "".join(
        f'<li><mark class="{one.verdict}">{escape(one.claim.sentence)}</mark>{reference(number)}</li>'
        for number, one in rows
    )
    return f"<ul>{shown}</ul>"


def reference(number: int) -> str:
    return f'<sup><a href="#claim-{number}">{number}</a></sup>'


def block_html(block: Block, report: Report) -> str:
    """A block with its marks."""
    tag = {"heading": f"h{min(block.level + 1, 6) or 2}", "item": "li", "title": "h2"}.get(block.kind, "p")
    if not block.places:
        return ""
    marks = marks_of(block, report)
    out, place = [], 0
    for mark in marks:
        verdict = worst([report.claims[number - 1].verdict for number in mark.numbers])
        why = escape(" ".join(report.claims[number - 1].because for number in mark.numbers), quote=True)
        out.append(escape(block.text[place : mark.start]))
        out.append(f'<mark class="{verdict}" title="{why}">{escape(block.text[mark.start : mark.end])}</mark>')
        out.append("".join(map(reference, mark.numbers)))
        place = mark.end
    return f"<{tag}>{''.join(out)}{escape(block.text[place:])}</{tag}>"


def worst(verdicts: list[str]) -> str:
    """The verdict that an editor must see first."""
    order = ("contradicts", "outdated", "imprecise", "disputed", "open", "not-in-record", "out-of-scope", "agrees")
    return min(verdicts, key=order.index)


def marks_of(block: Block, report: Report) -> list[Mark]:
    """Where claims stand in a block; claims that overlap share a mark."""
    first, last = block.places[0], block.places[-1]
    found: list[Mark] = []
    for number, one in enumerate(report.claims, 1):
        claim = one.claim
        if claim.place.startswith("field ") or claim.end <= first or last < claim.start:
            continue
        start, end = bisect_left(block.places, claim.start), bisect_left(block.places, claim.end)
        if start >= end:
            continue
        if found and start < found[-1].end:
            before = found.pop()
            found.append(Mark(min(before.start, start), max(before.end, end), (*before.numbers, number)))
        else:
            found.append(Mark(start, end, (number,)))
    return found


def listing(report: Report) -> str:
    """Every claim, and every sentence that was not checked."""
    rows = "".join(
        f'<tr id="claim-{number}"><td>{number}</td><td>{one.verdict}</td><td>{escape(one.because)}'
        f"{' Write instead: ' + escape(one.should_be) + '.' if one.should_be and one.verdict != 'agrees' else ''}</td>"
        f"<td>{escape(', '.join(one.sources))}</td></tr>"
        for number, one in enumerate(report.claims, 1)
    )
    skipped = "".join(
        f"<li>{escape(one.sentence)} <em>({escape('; '.join((one.why, *one.unread)))})</em></li>"
        for one in report.coverage.skipped
    )
    return (
        f"<aside><h2>Claims</h2><table><thead><tr><th>No.</th><th>Verdict</th><th>Record</th><th>Sources</th></tr></thead>"
        f"<tbody>{rows}</tbody></table><h2>Not checked</h2><ul>{skipped}</ul></aside>"
    )


def claim_review(report: Report) -> list[dict[str, object]]:
    """The claims as schema.org ClaimReview, for a publisher to put into a page; ratings run from 1 (false) to 5 (true)."""
    ratings = {"agrees": 5, "imprecise": 3, "outdated": 2, "contradicts": 1}
    return [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "datePublished": report.today.isoformat(),
            "claimReviewed": one.claim.sentence,
            "itemReviewed": {
                "@type": "Claim",
                "appearance": {"@type": "CreativeWork", "name": report.title or report.name},
                **({"datePublished": report.written.isoformat()} if report.written else {}),
            },
            "author": {"@type": "Organization", "name": f"ratione, record {report.record}"},
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": ratings[one.verdict],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": one.verdict,
                "ratingExplanation": one.because,
            },
        }
        for one in report.claims
        if one.verdict in ratings
    ]
