"""Shown: a report as text for a terminal, coverage on top."""

from __future__ import annotations

from collections import Counter

from .claim import Judged, Skipped
from .report import Report

__all__ = ["shown"]

MARKS = {
    "agrees": "ok",
    "contradicts": "WRONG",
    "outdated": "OUTDATED",
    "imprecise": "IMPRECISE",
    "disputed": "disputed",
    "open": "open",
    "not-in-record": "not in record",
    "out-of-scope": "out of scope",
}


def shown(report: Report, *, every: bool = False) -> str:
    """The report as text; claims that agree are counted and, with ``every``, shown too."""
    lines = [*head(report), ""]
    for one in report.claims:
        if every or one.verdict not in ("agrees",):
            lines += [*claim_lines(one), ""]
    wrong = [one for one in report.citations if one.fault]
    lines += [line for one in wrong for line in (f"CITATION  {one.text}", f"  {one.fault}", "")]
    lines += skipped(report, every=every)
    return "\n".join(lines).rstrip() + "\n"


def head(report: Report) -> list[str]:
    """Which document, on which day, and how much of it was checked."""
    cover = report.coverage
    written = f"written {report.written} ({report.written_where})" if report.written else "day of writing not known"
    doubt = f"; {report.doubt}" if report.doubt and report.written else ""
    verdicts = ", ".join(f"{count} {name}" for name, count in report.summary().items()) or "none"
    share = f" ({cover.checked / cover.checkable:.0%})" if cover.checkable else ""
    lines = [
        f"{report.name}: {written}{doubt}; compared on {report.today} with record {report.record}",
        f"coverage: {cover.checked} of {cover.checkable} sentences or fields that hold something to check were checked{share}; "
        f"{in_part(cover.partly)}{len(cover.skipped) - cover.partly} were not, see the end",
        f"claims: {len(report.claims)} ({verdicts}); citations: {len(report.citations)}",
    ]
    return lines + [f"note: {fault}" for fault in report.faults]


def in_part(count: int) -> str:
    """How many were checked in part, where any were."""
    return f"{count} only in part, " if count else ""


def missed(one: Skipped) -> str:
    """What of a sentence checked in part was not compared."""
    return f" [not compared: {'; '.join(one.unread)}]" if one.unread else ""


def claim_lines(one: Judged) -> list[str]:
    """A claim: sentence, what was understood, the verdict and what it rests on."""
    claim = one.claim
    said = " ".join(part for part in (claim.subject, claim.predicate, claim.object, claim.date) if part)
    lines = [
        f"{MARKS[one.verdict]}  {claim.place}: {cut(claim.sentence)}",
        f"  claim: {said}",
        f"  record: {one.because}",
    ]
    if one.then and one.then != one.verdict:
        lines.append(f"  on the day of the document: {one.then}")
    if one.should_be and one.verdict in ("contradicts", "outdated", "imprecise"):
        lines.append(f"  write instead: {one.should_be}")
    if one.acts or one.sources:
        lines.append(f"  act: {', '.join(one.acts[:3]) or '-'}; source: {', '.join(one.sources[:4]) or '-'}")
    if one.weak:
        lines.append(f"  weak: the record rests here on a row marked {one.weak}")
    return lines


def cut(text: str, width: int = 220) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def skipped(report: Report, *, every: bool) -> list[str]:
    """What was not checked: reasons with their numbers, and the sentences themselves."""
    cover = report.coverage
    if not cover.skipped:
        return []
    reasons = Counter(one.why for one in cover.skipped)
    lines = ["not checked:"]
    for reason, count in reasons.most_common():
        lines.append(f"  {count} × {reason}")
        few = [one for one in cover.skipped if one.why == reason]
        lines += [f"      {one.place}: {cut(one.sentence, 120)}{missed(one)}" for one in (few if every else few[:2])]
    return lines
