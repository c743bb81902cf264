"""The tree of reasons as branches that a reader can follow: each ban, what lifts it, and why."""

from __future__ import annotations

from collections.abc import Iterator

from ..answer import Answer, OpenKind
from ..limbs.limb import Limb
from ..limbs.us_facts import UsConduct
from ..record.measure import Measure
from ..rules.walk import Reason
from ..timelines.law import Law
from ..timelines.measures import ended
from .us_shown import Branch

__all__ = ["DEMANDS", "branches", "demanding", "read_with"]

DEMANDS = {
    "restraint": "that this be kept from or prevented, not that it be done",
    "other": "something else, not that this be done",
}
"""What a duty demands that does not demand the activity, in words."""

ROLES = ("ban ", "authority ", "duty ", "lift ")


def branches(law: Law, conduct: UsConduct, reason: Reason) -> tuple[Branch, ...]:
    """A branch for each ban, authority and duty of the rule, in the order of the record."""
    return tuple(branch_of(law, part) for part in named_parts(reason))


def named_parts(reason: Reason) -> Iterator[Reason]:
    """The outermost parts that stand for a measure."""
    if reason.node.name.startswith(ROLES):
        yield reason
        return
    for part in reason.parts:
        yield from named_parts(part)


def branch_of(law: Law, reason: Reason) -> Branch:
    """One measure with what lifts it."""
    role, _, code = reason.node.name.partition(" ")
    measure = law.record.lawbook.measures[code]
    inner = reason.parts[0] if role == "ban" else reason
    lifted = next((part.parts[0] for part in inner.parts if part.parts and named(part.parts[0], "lifted ")), None)
    own = [part for part in inner.parts if not (part.parts and named(part.parts[0], "lifted ")) and not demanding(part)]
    end = ended(law, code)
    return Branch(
        role=role,  # type: ignore[arg-type]
        measure=code,
        citation=measure.citation,
        name=measure.name,
        says=measure.says,
        state=state_of(own, lifted),  # type: ignore[arg-type]
        since=measure.start.isoformat(),
        until=end[0].isoformat() if end else "",
        weak=measure.weak or "",
        why=tuple(dict.fromkeys((*why(law, measure, own), *other_demand(role, measure)))),
        lifted_by=tuple(branch_of(law, part) for part in lifted.parts) if lifted else (),
    )


def named(reason: Reason, prefix: str) -> bool:
    return reason.node.name.startswith(prefix)


def demanding(reason: Reason) -> bool:
    """Whether a part asks if a duty demands the activity itself, which says nothing of whether the duty stands."""
    return reason.leaf is not None and reason.leaf.limb.family == "us_demanded"


def other_demand(role: str, measure: Measure) -> Iterator[str]:
    """That a duty demands something else than the activity, in words."""
    if role == "duty" and measure.demands in DEMANDS:
        yield f"It demands {DEMANDS[measure.demands]}."


def state_of(own: list[Reason], lifted: Reason | None) -> str:
    """What a measure does on the day."""
    bound = next((part for part in own[1:] if part.leaf and part.leaf.limb.family == "us_bound"), None)
    if bound is not None and bound.answer is Answer.NO:
        return "does not bind"
    if own[0].answer is Answer.NO:
        return "not in force"
    reach = min((part.answer for part in own[1:]), default=Answer.YES)
    if reach is Answer.NO:
        return "does not reach"
    if lifted is not None and lifted.answer is Answer.YES:
        return "lifted"
    whole = min(reach, own[0].answer, ~lifted.answer if lifted is not None else Answer.YES)
    return "stands" if whole is Answer.YES else "open"


def why(law: Law, measure: Measure, own: list[Reason]) -> Iterator[str]:
    """What leaves a measure open or keeps it from reaching."""
    low = min(part.answer for part in own)
    if low is Answer.YES:
        return
    if own[0].answer is Answer.OPEN:
        yield measure.unread
    for part in own[1:]:
        if part.answer is low:
            yield from reasons_in(law, part, low)


def reasons_in(law: Law, reason: Reason, answer: Answer) -> Iterator[str]:
    """The words of the limbs that give a part this answer."""
    if reason.leaf is not None:
        yield from leaf_words(law, reason.leaf.limb, reason.leaf.step.kind, reason.leaf.step.note, answer)
        return
    if reason.node.name.startswith("except ") and answer is not Answer.OPEN:
        return
    for part in reason.parts:
        if part.answer is answer:
            yield from reasons_in(law, part, answer)


def leaf_words(law: Law, limb: Limb, kind: OpenKind | None, note: str, answer: Answer) -> Iterator[str]:
    """What one limb says for itself."""
    fact = limb.name.partition("/")[2]
    if answer is Answer.OPEN:
        if limb.point:
            yield f"contested: {law.record.disputes[limb.point].question}"
        elif limb.family in ("us_argued", "us_unread"):
            yield limb.question
        elif kind is OpenKind.FACT:
            yield f"not told: {note or fact}"
    elif answer is Answer.NO and limb.family not in ("us_actor", "us_bound"):
        yield f"{limb.question} No."


def read_with(law: Law, conduct: UsConduct, reason: Reason) -> tuple[Branch, ...]:
    """Measures in force on the day that bear on the activity and stand in no branch: definitions, findings, powers."""
    shown = {part.node.name.partition(" ")[2] for part in every(reason) if part.node.name.startswith(ROLES)}
    found = []
    for code, measure in law.record.lawbook.measures.items():
        if conduct.activity not in measure.activities or code in shown or measure.effect in ("forbids", "sanctions"):
            continue
        if law.line("measure_in_force", code).at(conduct.on).answer is Answer.NO:
            continue
        end = ended(law, code)
        found.append(
            Branch(
                role="authority",
                measure=code,
                citation=measure.citation,
                name=measure.name,
                says=measure.says,
                state="stands",
                since=measure.start.isoformat(),
                until=end[0].isoformat() if end else "",
                weak=measure.weak or "",
            )
        )
    return tuple(found)


def every(reason: Reason) -> Iterator[Reason]:
    """Every part of the tree."""
    yield reason
    for part in reason.parts:
        yield from every(part)
