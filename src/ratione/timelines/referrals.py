"""Triggers: referral by a party (art. 13(a), 14), by the Council (13(b)), its clauses, and deferral (16)."""

from __future__ import annotations

from ..answer import Answer, OpenKind
from ..dates import Day
from .law import Law, family
from .line import Line, Step
from .places import Ground, covers

__all__ = ["council_referred", "deferred", "in_referral", "part_of_situation", "referred_by_party", "served"]


@family
def referred_by_party(law: Law, referrers: tuple[tuple[str, Day], ...], code: str) -> Line:
    """Whether one of those that referred, each on its day, was a party then (art. 14(1))."""
    line = Line.always(Answer.NO, article="14(1)", note="none of those that referred it was a party then")
    for state, day in referrers:
        step = law.line("party", state, code).at(day)
        if step.answer is not Answer.NO:
            line |= Line([step._replace(day=Day.min, article="14(1)")])
    return line


@family
def council_referred(law: Law, resolution: str) -> Line:
    """Whether the Council adopted the referral; a hypothetical one counts as adopted."""
    row = law.record.council[resolution]
    known = row.outcome == "hypothetical" or law.counts(row.day)
    good = row.kind == "referral" and row.outcome in ("adopted", "hypothetical") and known
    note = "" if good else f"{row.document}: {row.outcome if known else 'not yet adopted'}"
    return Line.always(Answer.YES if good else Answer.NO, because=(resolution,), article="13(b)", note=note)


@family
def in_referral(law: Law, resolution: str, ground: Ground) -> Line:
    """Whether the referral covers the ground, and conduct of the day by its own terms."""
    row = law.record.council[resolution]
    inside = max((covers(law, place, ground) for place in row.places), default=Answer.YES)
    if inside is Answer.OPEN:
        note = f"the referral covers {', '.join(row.places)}; the region of the conduct is not given"
        first = Step(row.start or Day.min, inside, (resolution,), "13(b)", OpenKind.FACT, note=note)
    else:
        first = Step(row.start or Day.min, inside, (resolution,), "13(b)")
    steps = [first] if row.until is None else [first, Step(row.until, Answer.NO, (resolution,), "13(b)")]
    return Line.stepping(Answer.NO, steps, article="13(b)")


@family
def part_of_situation(law: Law, resolution: str) -> Line:
    """Whether conduct of the day still belongs to the situation referred: after the referral a point of its own."""
    row = law.record.council[resolution]
    if row.outcome == "hypothetical":
        return Line.always(Answer.YES, article="13(b)")
    later = law.line("point", "sc-open-ended").steps[0]
    return Line.stepping(Answer.YES, [later._replace(day=row.day, article="13(b)")], article="13(b)")


@family
def served(law: Law, operation: str, state: str, resolution: str) -> Line:
    """Whether the operation is one of which the referral's clause speaks and to which the state contributed."""
    row = law.record.operations.get(operation)
    referral = law.record.council[resolution]
    if row is None or not referral.carve_out or resolution not in row.resolutions:
        return Line.always(Answer.NO, article="13(b)")
    if not row.contributors:
        note = "which operation it was, and who contributed to it, is not said"
        return Line.always(Answer.OPEN, article="13(b)", kind=OpenKind.FACT, note=note)
    line = Line.always(Answer.NO, article="13(b)")
    for part in row.contributors:
        if part.state == state:
            start = part.start or row.start or Day.min
            until = part.until or row.until
            steps = [Step(start, Answer.YES, (f"operation:{operation}",), "13(b)")]
            steps += [Step(until, Answer.NO, (f"operation:{operation}",), "13(b)")] if until else []
            line |= Line.stepping(Answer.NO, steps, article="13(b)")
    return line


@family
def deferred(law: Law) -> Line:
    """Whether a deferral of the Council ran (art. 16): it stays the exercise of jurisdiction, not jurisdiction itself."""
    line = Line.always(Answer.NO, article="16")
    for code, row in law.record.council.items():
        if row.kind == "deferral" and row.outcome == "adopted" and law.counts(row.day) and row.start:
            steps = [Step(row.start, Answer.YES, (code,), "16")]
            steps += [Step(row.until, Answer.NO, (code,), "16")] if row.until else []
            line |= Line.stepping(Answer.NO, steps, article="16")
    return line
