"""Site: every page of a folder checked, summed up by page and by kind of fault, with a table for the editor."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .document import FORMS
from .report import Report

__all__ = ["COLUMNS", "pages", "site_table", "site_text"]

COLUMNS = ("page", "place", "verdict", "fault", "claim", "as_written", "write_instead", "because", "sources")
LEFT = {"node_modules", ".git", ".venv", "__pycache__", "_site", "vendor"}


def pages(folder: Path) -> Iterator[Path]:
    """The documents in a folder and below it, in order of their names; links that lead elsewhere are not followed."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if LEFT & set(parts) or any(part.startswith(".") for part in parts) or path.is_symlink() or not path.is_file():
            continue
        if (
            path.suffix.lower() in FORMS
            and path.suffix
            and path.stem.lower() not in ("readme", "license", "changelog", "contributing")
        ):
            yield path


def site_table(reports: list[Report]) -> str:
    """One row for each claim that an editor must look at, as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for one in report.flagged():
            claim = one.claim
            said = " ".join(part for part in (claim.subject, claim.predicate, claim.object, claim.date) if part)
            row = (
                report.name,
                claim.place,
                one.verdict,
                one.fault,
                said,
                claim.sentence,
                one.should_be,
                one.because,
                ";".join(one.sources),
            )
            writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def site_text(reports: list[Report], failed: list[str]) -> str:
    """The summary: by kind of fault, by page, and what was not checked."""
    flagged = [(report, one) for report in reports for one in report.flagged()]
    faults = Counter(one.fault or one.verdict for _, one in flagged)
    checkable = sum(report.coverage.checkable for report in reports)
    checked = sum(report.coverage.checked for report in reports)
    lines = [
        f"{len(reports)} pages, {sum(len(report.claims) for report in reports)} claims, {len(flagged)} to look at on "
        f"{len({report.name for report, _ in flagged})} pages",
        f"coverage: {checked} of {checkable} sentences or fields that hold something to check were checked",
        "",
        "by kind of fault:",
        *(f"  {count:4}  {fault}" for fault, count in sorted(faults.items(), key=lambda one: (-one[1], one[0]))),
        "",
        "by page:",
    ]
    for report in reports:
        verdicts = Counter(one.verdict for one in report.flagged())
        if verdicts:
            lines.append(
                f"  {report.name}: " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
            )
    return "\n".join([*lines, *(f"not read: {fault}" for fault in failed)]) + "\n"
