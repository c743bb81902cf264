"""Site: every page of a folder checked, summed up by page and by kind of fault, with a table for the editor."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from ..record.record import Record
from .claim import Judged
from .document import FORMS
from .report import Report

__all__ = ["COLUMNS", "pages", "site_table", "site_text", "without"]

COLUMNS = ("page", "place", "verdict", "fault", "claim", "as_written", "write_instead", "because", "sources")
LEFT = {"node_modules", ".git", ".venv", "__pycache__", "_site", "vendor"}
FAULTS = {
    "announcement-for-act": "an announcement is told as the act itself",
    "day-month-swapped": "day and month have changed places",
    "day-of-adoption": "the day is that of the adoption of the treaty",
    "day-of-entry-into-force": "the day is that of the entry into force",
    "deposit-for-force": "the day is that of the deposit, not of the entry into force",
    "deposits-counted": "states that had deposited are counted as parties",
    "digits-swapped": "digits of a number have changed places",
    "effect-for-notice": "the day of the effect stands for that of the notice",
    "instrument-taken-back": "the instrument was taken back",
    "lapsed": "it was not revoked, it ran out",
    "no-such-act": "the record holds no such act",
    "note-for-withdrawal": "a note of intent is told as a withdrawal",
    "note-of-intent": "a note of intent is told as the end of a signature",
    "notice-for-effect": "the day of the notice stands for that of its effect",
    "one-day-early": "one day early, often from midnight in another time zone",
    "one-day-late": "one day late",
    "rescinded": "the notice was taken back before it took effect",
    "right-by-chance": "a stale number that is right again by chance",
    "stale-count": "the number was right when the page was written",
    "stale-status": "the status was right when the page was written",
    "swapped-state": "the day is that of another state",
    "wrong-count": "the number is wrong",
    "wrong-date": "the day is wrong",
    "wrong-day": "month and year are right, the day is not",
    "wrong-month": "day and year are right, the month is not",
    "wrong-resolution": "the resolution is another",
    "wrong-status": "the status is wrong",
    "wrong-trigger": "the Court was seized otherwise",
    "wrong-vote": "the vote was another",
    "wrong-verb": "the act was another: ratified, acceded, signed",
    "wrong-year": "day and month are right, the year is not",
}
"""What each kind of fault means, in a few words."""
DAY = "the day is that of another act"
FLAGGED = ("contradicts", "outdated", "imprecise")
OFTEN = 3
"""A sentence on so many pages comes from a template or was copied."""
SHOWN = 10


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


def site_table(reports: list[Report], record: Record | None = None, *, markdown: bool = False) -> str:
    """One row for each claim that an editor must look at, as CSV or Markdown.

    ``record`` gives states and sources their names.
    """
    rows = [row for report in reports for row in rows_of(report, record)]
    if markdown:
        lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
        return "".join(f"| {' | '.join(map(in_cell, row))} |\n" for row in lines)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def rows_of(report: Report, record: Record | None) -> Iterator[tuple[str, ...]]:
    """The rows of one page, in the order of the page."""
    for one in report.flagged():
        yield (
            report.name,
            one.claim.place,
            one.verdict,
            one.fault,
            said(one, record),
            one.claim.sentence,
            one.should_be,
            one.because,
            "; ".join(source(code, record) for code in one.sources),
        )


def said(one: Judged, record: Record | None) -> str:
    """A claim in a few words: who, what, of which treaty, on which day."""
    claim = one.claim
    state = record.states.get(claim.subject) if record is not None else None
    who = state.name if state is not None else claim.subject
    return " ".join(part for part in (who, claim.predicate, claim.object, claim.date) if part)


def source(code: str, record: Record | None) -> str:
    """A source as an editor can find it: its publisher and address; its code where the record is not at hand."""
    row = record.sources.get(code) if record is not None else None
    if row is None:
        return code
    return f"{row.publisher} <{row.cites or row.read}>" if row.cites or row.read else f"{row.publisher}, {row.title}"


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def in_cell(cell: str) -> str:
    """A cell of a Markdown table, in which nothing is a mark."""
    one = " ".join(cell.split()).replace("\\", "\\\\")
    return "".join(f"\\{sign}" if sign in "|*_`[]" else "&lt;" if sign == "<" else sign for sign in one)


def without(report: Report, accepted: Collection[tuple[str, str]]) -> Report:
    """The report without the claims that an editor has accepted as they stand: by page and sentence."""
    left = {one.claim.sentence for one in report.flagged() if (report.name, one.claim.sentence) in accepted}
    if not left:
        return report
    kept = tuple(one for one in report.claims if one.claim.sentence not in left or one.verdict not in FLAGGED)
    said = f"{len(report.claims) - len(kept)} claims were left out, as accepted"
    return msgspec.structs.replace(report, claims=kept, faults=(*report.faults, said))


def of_pages(count: int) -> str:
    """So many pages, in words."""
    return f"{count} page" if count == 1 else f"{count} pages"


def site_text(reports: list[Report], failed: list[str]) -> str:
    """The summary: by kind of fault, what is repeated, by page, and what was not checked."""
    flagged = [(report, one) for report in reports for one in report.flagged()]
    checkable = sum(report.coverage.checkable for report in reports)
    checked = sum(report.coverage.checked for report in reports)
    partly = sum(report.coverage.partly for report in reports)
    bare = sum(not report.coverage.checkable for report in reports)
    lines = [
        f"{of_pages(len(reports))}, {sum(len(report.claims) for report in reports)} claims, {len(flagged)} to look at on "
        f"{of_pages(len({report.name for report, _ in flagged}))}",
        f"coverage: {checked} of {checkable} sentences or fields that hold something to check were checked, "
        f"{partly} more in part; nothing to check on {of_pages(bare)}",
        *by_fault([one for _, one in flagged]),
        *repeated(flagged),
        *by_page(reports),
    ]
    return "\n".join([*lines, *(f"not read: {fault}" for fault in failed)]) + "\n"


def by_fault(flagged: list[Judged]) -> list[str]:
    """How often each kind of fault was found, and what it means."""
    faults = Counter(one.fault or one.verdict for one in flagged)
    ranked = sorted(faults.items(), key=lambda one: (-one[1], one[0]))
    return [
        "",
        "by kind of fault:",
        *(
            f"  {count:4}  {fault:24} {FAULTS.get(fault, DAY if fault.startswith('day-of-') else '')}".rstrip()
            for fault, count in ranked
        ),
    ]


def repeated(flagged: list[tuple[Report, Judged]]) -> list[str]:
    """Sentences that stand on several pages: one change in a template mends them all."""
    found: dict[str, set[str]] = {}
    for report, one in flagged:
        if not one.claim.place.startswith("field "):
            found.setdefault(one.claim.sentence, set()).add(report.name)
    many = sorted(
        ((len(names), text) for text, names in found.items() if len(names) >= OFTEN), key=lambda one: (-one[0], one[1])
    )
    if not many:
        return []
    lines = [f"  {count:4}  {text if len(text) <= 160 else text[:159] + '…'}" for count, text in many[:SHOWN]]
    more = [f"  and {len(many) - SHOWN} more"] if len(many) > SHOWN else []
    return ["", "the same on several pages, from a template perhaps:", *lines, *more]


def by_page(reports: list[Report]) -> list[str]:
    """How many claims to look at each page has, those with most first."""
    ranked = sorted(((-len(report.flagged()), report.name, report) for report in reports), key=lambda one: one[:2])
    lines = ["", "by page:"]
    for count, name, report in ranked:
        if count:
            verdicts = Counter(one.verdict for one in report.flagged())
            lines.append(
                f"  {name}: " + ", ".join(f"{number} {verdict}" for verdict, number in sorted(verdicts.items()))
            )
    return lines
