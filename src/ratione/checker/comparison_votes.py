"""Votes beside the record: how each state voted in the Council and at Rome, and how the vote ended."""

from __future__ import annotations

import re

from ..record.court import Resolution
from .beside import Beside, in_form, slips, within
from .claim import Claim, Judged, day_text

__all__ = ["counted", "voted"]


def voted(claim: Claim, beside: Beside) -> Judged:
    """A state voted in the Council, or on the text at Rome."""
    if "rome" in claim.how:
        return voted_at_rome(claim, beside)
    rows = [
        (code, row) for code, row in sorted(beside.record.council.items()) if resolution_of(claim, code, row, beside)
    ]
    if not rows:
        return beside.judged(claim, "not-in-record", "The record holds no such vote.")
    wanted = next((vote for vote in ("abstain", "no", "yes") if f"vote-{vote}" in claim.how), "")
    wrong = next((word.removeprefix("by:") for word in claim.how if word.startswith("by:")), "")
    if wrong and wrong not in [code for code, _ in rows]:
        said = f"The record holds {' and '.join(row.document for _, row in rows)}; {wrong.removeprefix('UNSC-')} is another."
        acts = tuple(f"council:{code}" for code, _ in rows)
        return beside.judged(
            claim, "contradicts", said, fault="wrong-resolution", should_be=rows[0][1].document, acts=acts
        )
    dated = [one for one in rows if not claim.date or within(claim, one[1].day)]
    if not dated and len(claim.date) == 10:
        dated = [one for one in sorted(beside.record.council.items()) if one[1].votes and within(claim, one[1].day)]
    for code, row in dated or rows:
        cast = row.votes.by_state.get(claim.subject) if row.votes else None
        words = {"yes": "voted in favour", "no": "voted against", "abstain": "abstained"}
        if cast is None and row.votes and not row.votes.no and not row.votes.abstain and row.outcome == "adopted":
            cast = "yes" if wanted == "yes" else None
        if cast is None:
            continue
        because = f"{beside.name(claim.subject)} {words[cast]} on {row.document} ({day_text(row.day)})."
        if dated and (cast == wanted or not wanted):
            return beside.judged(claim, "agrees", because, acts=(f"council:{code}",))
        fault = "wrong-vote" if dated else "wrong-date"
        return beside.judged(
            claim, "contradicts", because, fault=fault, should_be=words[cast], acts=(f"council:{code}",)
        )
    return beside.judged(claim, "not-in-record", f"The record does not hold the vote of {beside.name(claim.subject)}.")


def resolution_of(claim: Claim, code: str, row: Resolution, beside: Beside) -> bool:
    """Whether a claim about a situation or a resolution can mean this one."""
    if row.outcome == "hypothetical" or row.votes is None:
        return False
    return bool(claim.about) and (
        claim.about in (code, row.situation) or (not row.situation and drafted(claim, row, beside))
    )


def drafted(claim: Claim, row: Resolution, beside: Beside) -> bool:
    """Whether a draft that failed speaks of the state of the situation claimed."""
    situation = beside.record.situations.get(claim.about)
    return situation is not None and any(beside.name(code) in row.subject for code in situation.states)


def voted_at_rome(claim: Claim, beside: Beside) -> Judged:
    """The vote by which the Statute was adopted: unrecorded, known where a state has said how it voted."""
    adopted = beside.record.instruments["rome-statute"].adopted
    if claim.date and not within(claim, adopted):
        fault, said = slips(claim, adopted)
        return beside.judged(
            claim,
            "contradicts",
            f"The Statute was adopted on {day_text(adopted)}. {said}".strip(),
            fault=fault,
            should_be=in_form(claim, adopted),
        )
    for code, event in sorted(beside.record.history.events.items()):
        if event.day == adopted and claim.subject == "USA" and re.search(r"\bvotes? (?:against|no)\b", event.title):
            against = "vote-no" in claim.how
            return beside.judged(
                claim,
                "agrees" if against else "contradicts",
                f"{event.title} ({day_text(event.day)}).",
                fault="" if against else "wrong-vote",
                acts=(f"event:{code}",),
            )
    return beside.judged(
        claim, "not-in-record", "The vote at Rome was not recorded by name, and the record does not hold it."
    )


COUNT = re.compile(r"(\d+) for, (\d+) against, (\d+) abstentions")
"""The count at Rome, as the record's event tells it."""


def counted(claim: Claim, beside: Beside) -> Judged:
    """A vote ended so."""
    told = {side: int(count) for side, _, count in (one.partition(":") for one in claim.how) if count}
    rows = ended(claim, beside)
    if not rows:
        return beside.judged(claim, "not-in-record", "The record holds no count of this vote.")
    for key, name, counts in rows:
        if all(counts[side] == count for side, count in told.items()):
            return beside.judged(claim, "agrees", said(name, counts), acts=(key,))
    key, name, counts = rows[0]
    return beside.judged(
        claim,
        "contradicts",
        said(name, counts),
        fault="wrong-count",
        should_be=f"{counts['yes']}-{counts['no']}-{counts['abstain']}",
        acts=(key,),
    )


def said(name: str, counts: dict[str, int]) -> str:
    return f"{name} had {counts['yes']} votes in favour, {counts['no']} against and {counts['abstain']} abstentions."


def ended(claim: Claim, beside: Beside) -> list[tuple[str, str, dict[str, int]]]:
    """Each vote that can be meant: its key, its name, and how many voted on each side."""
    if "rome" in claim.how:
        adopted = beside.record.instruments["rome-statute"].adopted
        return [
            (
                f"event:{code}",
                "The vote at Rome",
                dict(zip(("yes", "no", "abstain"), map(int, found.groups()), strict=True)),
            )
            for code, event in sorted(beside.record.history.events.items())
            if event.day == adopted and (found := COUNT.search(event.summary))
        ]
    rows = [
        (code, row) for code, row in sorted(beside.record.council.items()) if resolution_of(claim, code, row, beside)
    ]
    rows.sort(key=lambda one: one[1].kind not in ("referral", "referral-attempt"))
    return [
        (f"council:{code}", row.document, {"yes": row.votes.yes, "no": row.votes.no, "abstain": row.votes.abstain})
        for code, row in rows
        if row.votes
    ]
