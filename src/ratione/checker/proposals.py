"""Proposals: claims that the record does not hold, as acts in the form of its files, for a person to review.

Nothing enters the record by itself: a proposal is text, with the document as its only source.
"""

from __future__ import annotations

from .claim import Judged
from .report import Report

__all__ = ["proposals"]

KINDS = {
    "signed": ("signature", "done"),
    "ratified": ("ratification", "deposited"),
    "acceded": ("accession", "deposited"),
    "succeeded": ("succession", "deposited"),
    "withdrew": ("withdrawal-notice", "received"),
    "unsigned": ("intention-not-to-ratify", "received"),
    "declared-12-3": ("declaration-12-3", "received"),
}


def proposals(report: Report) -> str:
    """The acts that a document claims and the record does not hold, as text; empty where there are none."""
    found = [one for one in report.claims if wanting(one)]
    if not found:
        return ""
    lines = [
        f"# Proposed from {report.name}, compared on {report.today} with record {report.record}.",
        "# Nobody has reviewed these. Find a source for each, then move it to the file named, and delete the rest.",
    ]
    for one in found:
        lines += ["", *act(one, report)]
    return "\n".join(lines) + "\n"


def wanting(one: Judged) -> bool:
    """Whether a claim is of an act that the record does not hold, told with its day."""
    absent = one.verdict == "not-in-record" or one.fault == "no-such-act"
    return absent and one.claim.predicate in KINDS and len(one.claim.date) == 10 and len(one.claim.subject) == 3


def act(one: Judged, report: Report) -> list[str]:
    """One act in the form of the record's files."""
    claim = one.claim
    kind, day = KINDS[claim.predicate]
    quoted = claim.sentence.replace("\\", "\\\\").replace('"', '\\"')[:200]
    return [
        f"# data/states/{claim.subject.lower()}.toml",
        f"# {report.name}, {claim.place}: {' '.join(claim.sentence.split())[:200]}",
        f"# record: {one.because}",
        "[[act]]",
        f'kind = "{kind}"',
        f'instrument = "{claim.about or "rome-statute"}"',
        f"{day} = {claim.date}",
        f'sources = ["the source that {report.doc_id} rests on"]',
        'weak = "one-source"',
        f'note = "Proposed from a document: {quoted}"',
    ]
