"""The Court's side beside the record: referrals, examinations and investigations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from ..record.court import Referral, Resolution, Situation
from .beside import Beside, in_form, slips, within
from .claim import Claim, Judged, day_text
from .days import bounds

__all__ = ["referred", "stepped"]


FAILED = {"vetoed": "was vetoed", "withdrawn": "was withdrawn", "no-vote": "came to no vote"}
"""How a draft failed."""


def days_of(row: Referral) -> list[date]:
    return [day for day in (row.dated, row.received, row.cited, row.announced) if day]


def named(situation: Situation) -> str:
    return f"the situation in {situation.name}"


def referred(claim: Claim, beside: Beside) -> Judged:
    """A state or the Council referred a situation."""
    candidates = situations(claim, beside)
    for code, row in candidates:
        for one in row.referrals:
            by = bool(one.resolution) if claim.subject == "UNSC" else claim.subject in one.states
            dates = days_of(one)
            loose = bool(one.day_text) and claim.date.startswith(one.day_text[:4])
            if by and (not claim.date or loose or any(within(claim, day) for day in dates)):
                day = f" on {day_text(one.day)}" if one.day else ""
                who = (
                    "the Security Council"
                    if one.resolution
                    else " and ".join(beside.name(state) for state in one.states)
                )
                said = f"{who[0].upper()}{who[1:]} referred {named(row)}{day}{' by ' + one.document if one.resolution else ''}."
                said += which_day(claim, one)
                wrong = next((word.removeprefix("by:") for word in claim.how if word.startswith("by:")), one.resolution)
                if wrong != one.resolution and one.resolution:
                    return other_resolution(claim, beside, code, one.resolution, wrong)
                meant = claim if code == claim.about else replace(claim, about=code, object=f"situation in {row.name}")
                return beside.judged(
                    meant, "agrees", said, acts=(f"situation:{code}",), article="13(b)" if one.resolution else "14"
                )
    return not_referred(claim, beside, candidates)


def which_day(claim: Claim, one: Referral) -> str:
    """What the day of a claim is, where it is not the one by which the referral is told: dated, received, announced."""
    if not claim.date or (one.day and within(claim, one.day)):
        return ""
    told = (
        ("dated", one.dated),
        ("received on", one.received),
        ("announced on", one.announced),
        ("cited by", one.cited),
    )
    return next((f" It was {word} {day_text(day)}." for word, day in told if day and within(claim, day)), "")


def other_resolution(claim: Claim, beside: Beside, code: str, right: str, wrong: str) -> Judged:
    """The right situation with another resolution: one of the two was exchanged."""
    book, row = beside.record.council, beside.record.situations[code]
    said = f"The Security Council referred {named(row)} by {book[right].document}; "
    meant = beside.record.situations.get(book[wrong].situation) if wrong in book else None
    said += (
        f"{book[wrong].document} concerns {named(meant)}." if meant else f"{wrong.removeprefix('UNSC-')} is another."
    )
    return beside.judged(
        claim,
        "contradicts",
        said,
        fault="wrong-resolution",
        should_be=book[right].document,
        acts=(f"situation:{code}", f"council:{right}"),
        article="13(b)",
    )


def situations(claim: Claim, beside: Beside) -> list[tuple[str, Situation]]:
    """The situation claimed, and others of the same state."""
    given = beside.record.situations.get(claim.about)
    found = [(claim.about, given)] if given else []
    sure = given is not None and is_named(given, claim, beside)
    states = (given.states[:1] if sure else given.states) if given else (claim.subject,)
    found += [
        (code, row)
        for code, row in sorted(beside.record.situations.items())
        if code != claim.about and set(row.states[:1] if sure else row.states) & set(states)
    ]
    if claim.subject != "UNSC" and not sure:
        found += [
            (code, row)
            for code, row in sorted(beside.record.situations.items())
            if any(claim.subject in one.states for one in row.referrals) and (code, row) not in found
        ]
    return found


def is_named(situation: Situation, claim: Claim, beside: Beside) -> bool:
    """Whether the sentence itself says what was referred: the situation in Georgia."""
    names = {situation.name, *(beside.name(state) for state in situation.states if state != claim.subject)}
    said = re.search(
        r"\b(?:situations?|cases?|crimes) (?:in|of|concerning|regarding|involving) (?:the )?([^,.;]*)", claim.sentence
    )
    return said is not None and said.group(1).startswith(tuple(names))


def not_referred(claim: Claim, beside: Beside, candidates: Iterable[tuple[str, Situation]]) -> Judged:
    """No such referral: by another, on another day, or none."""
    mine = [
        (code, row, one.day)
        for code, row in candidates
        for one in row.referrals
        if one.day and (bool(one.resolution) if claim.subject == "UNSC" else claim.subject in one.states)
    ]
    if mine:
        about = [one for one in mine if one[0] == claim.about]
        said_day = bounds(claim.date.partition("/")[0])[0] if claim.date else beside.today
        sure = about and is_named(about[0][1], claim, beside)
        code, row, day = min(about if sure else mine, key=lambda one: abs((one[2] - said_day).days))
        fault, said = slips(claim, day)
        because = f"The referral of {named(row)} is of {day_text(day)}. {said}".strip()
        return beside.judged(
            claim,
            "contradicts",
            because,
            fault=fault,
            should_be=in_form(claim, day),
            acts=(f"situation:{code}",),
        )
    for code, row in candidates:
        if code == claim.about and row.trigger != "none":
            how = {
                "state-referral": "by a state",
                "security-council": "by the Security Council",
                "proprio-motu": "by nobody: the Prosecutor acted on his own",
            }
            said = f"{named(row)[0].upper()}{named(row)[1:]} was referred {how[row.trigger]}."
            return beside.judged(claim, "contradicts", said, fault="wrong-trigger", acts=(f"situation:{code}",))
    if claim.subject == "UNSC" and (draft := beside.record.council.get(claim.about)) is not None:
        return failed(claim, draft, beside)
    if claim.subject == "UNSC" and claim.about:
        return beside.judged(
            claim, "contradicts", "The record holds no referral of it by the Security Council.", fault="no-such-act"
        )
    return beside.judged(claim, "not-in-record", "The record holds no such referral.")


def failed(claim: Claim, draft: Resolution, beside: Beside) -> Judged:
    """A referral that was put to the Council and not made: the draft, its day, and who stood against it."""
    cast = draft.votes.by_state if draft.votes else {}
    against = [beside.name(code) for code, vote in sorted(cast.items()) if vote == "no"]
    by = f" by {' and '.join(against)}" if against and draft.outcome == "vetoed" else ""
    said = f"The Security Council did not refer {draft.subject}: the {draft.document} of {day_text(draft.day)} "
    said += f"{FAILED.get(draft.outcome, 'was not adopted')}{by}."
    return beside.judged(claim, "contradicts", said, fault="no-such-act", acts=(f"council:{claim.about}",))


def stepped(claim: Claim, beside: Beside) -> Judged:
    """An examination or investigation was opened, authorised or closed."""
    situation = beside.record.situations.get(claim.about)
    kind = next((one for one in claim.how if one in ("investigation-opened", "examination-opened", "closed")), "")
    if situation is None or not kind:
        return beside.judged(claim, "not-in-record", "The record holds no such step.")
    kinds = ("closed", "concluded", "not-opened") if kind == "closed" else (kind,)
    steps = [step for step in situation.steps if step.step in kinds]
    for step in steps:
        if (
            not claim.date
            or (step.day and within(claim, step.day))
            or (step.day_text and claim.date[: len(step.day_text)] == step.day_text[: len(claim.date)])
        ):
            said = f"The record has this step in {named(situation)} on {day_text(step.day) if step.day else step.day_text}."
            return beside.judged(claim, "agrees", said, acts=(f"situation:{claim.about}",))
    dated = [step.day for step in steps if step.day]
    if not dated:
        return beside.judged(claim, "not-in-record", f"The record holds no day for this step in {named(situation)}.")
    fault, said = slips(claim, dated[0])
    because = f"In {named(situation)} this step is of {day_text(dated[0])}. {said}".strip()
    return beside.judged(
        claim,
        "contradicts",
        because,
        fault=fault,
        should_be=in_form(claim, dated[0]),
        acts=(f"situation:{claim.about}",),
    )
