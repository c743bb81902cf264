"""Trigger: who set the Court in motion, and what the Council's referral says (13 to 15 ter)."""

from __future__ import annotations

from ..answer import Answer
from ..dates import Day
from ..timelines.law import Law, family
from ..timelines.line import Line
from ..timelines.places import Ground
from .limb import limb

NO_TRIGGER = Line.always(Answer.NO, article="13")


@family
def trigger_is(law: Law, trigger: str, wanted: str) -> Line:
    """Whether the case came, or is supposed to come, that way."""
    if trigger != wanted:
        return NO_TRIGGER
    return Line.always(
        Answer.YES, article="13(c);15" if wanted == "proprio-motu" else "12", note="as the question says"
    )


@family
def state_referral(law: Law, trigger: str, referrers: tuple[tuple[str, Day], ...], code: str) -> Line:
    """Whether a party referred it (art. 14(1): only a party may)."""
    if trigger != "state-referral":
        return NO_TRIGGER
    return law.line("referred_by_party", referrers, code)


@family
def council_referral(law: Law, trigger: str, resolution: str) -> Line:
    """Whether the Council referred it."""
    return law.line("council_referred", resolution) if trigger == "security-council" and resolution else NO_TRIGGER


@family
def covered_by_referral(law: Law, ground: Ground, resolution: str) -> Line:
    """Whether the Council's referral covers the ground and the day."""
    return law.line("in_referral", resolution, ground) if resolution else NO_TRIGGER


@family
def still_part(law: Law, resolution: str) -> Line:
    """Whether the conduct still belongs to the situation that the Council referred."""
    return law.line("part_of_situation", resolution) if resolution else NO_TRIGGER


@family
def served_in(law: Law, state: str, operation: str, resolution: str) -> Line:
    """Whether the accused acted in an operation that the referral's clause speaks of, to which the state contributed."""
    return law.line("served", operation, state, resolution) if operation and resolution else NO_TRIGGER


@family
def clause_binds(law: Law, resolution: str) -> Line:
    """Whether the clause of the referral for nationals of contributing non-parties binds the Court."""
    dispute = law.record.council[resolution].carve_out if resolution else ""
    return law.line("point", dispute) if dispute else NO_TRIGGER


@family
def barred_by_deferral(law: Law, state: str, operation: str) -> Line:
    """Whether a deferral that runs on the day on which the law is asked bars a case against such a person (art. 16).

    It speaks of personnel of an operation; whether it binds the Court is a contested point.
    """
    running = law.line("deferred").at(law.asked_on)
    known = law.record.operations.get(operation)
    codes = [code for code in running.because if known and code in known.resolutions]
    if running.answer is Answer.NO or not state or not codes:
        return Line.always(Answer.NO, article="16")
    point = law.line("point", law.record.council[codes[0]].carve_out)
    return Line(step._replace(because=(*codes, *step.because)) for step in point.steps)


conditions_only = limb(
    "conditions_only", "Are only the conditions of jurisdiction asked about, whoever sets the Court in motion?", "12",
    "trigger_is", "trigger =none", gate=True,
)  # fmt: skip
by_prosecutor = limb(
    "by_prosecutor",
    "Does the Prosecutor act of his own motion?",
    "13(c);15",
    "trigger_is",
    "trigger =proprio-motu",
    quiet=True,
)
referred_by_party = limb(
    "referred_by_party", "Was the situation referred by a party?", "13(a);14(1)", "state_referral",
    "trigger referrers =rome-statute", quiet=True,
)  # fmt: skip
referred_by_council = limb(
    "referred_by_council",
    "Did the Security Council refer the situation?",
    "13(b)",
    "council_referral",
    "trigger resolution",
    quiet=True,
)
in_the_referral = limb(
    "in_the_referral", "Does the referral cover that ground and that day?", "13(b)", "covered_by_referral",
    "ground resolution", links="place",
)  # fmt: skip
part_of_the_situation = limb(
    "part_of_the_situation", "Does conduct of that day still belong to the situation referred?", "13(b)", "still_part",
    "resolution", point="sc-open-ended",
)  # fmt: skip
served_in_the_operation = limb(
    "served_in_the_operation", "Did the accused act in an operation of the Council to which the state contributed?",
    "13(b)", "served_in", "state operation resolution", links="passport", quiet=True,
)  # fmt: skip
carve_out_binds = limb(
    "carve_out_binds", "Does the clause that leaves such persons to their own state bind the Court?", "13(b);27",
    "clause_binds", "resolution", point="sc-carve-out",
)  # fmt: skip
under_a_deferral = limb(
    "under_a_deferral",
    "Does a deferral that runs on the day asked on bar a case against personnel of an operation of the United Nations?",
    "16", "barred_by_deferral", "state operation", links="passport", quiet=True,
)  # fmt: skip
