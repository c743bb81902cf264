"""Ratione loci: whose territory, vessel or aircraft, and whether enough of the crime took place there (12(2)(a))."""

from __future__ import annotations

from ..answer import Answer
from ..timelines.law import Law, family
from ..timelines.line import Line
from .limb import limb

ENOUGH = Line.always(Answer.YES, article="12(2)(a)")


@family
def enough_there(law: Law, part: str, wanted: str, dispute: str) -> Line:
    """Yes, unless only that part of the crime took place there: then what the contested point says."""
    return law.line("point", dispute) if part == wanted else ENOUGH


territory_of = limb(
    "territory_of", "Did it take place on territory of the state, or on a vessel or aircraft it registers?", "12(2)(a)",
    "territory_of", "ground state", links="place",
)  # fmt: skip
statute_extends = limb(
    "statute_extends", "Does the Statute, as it binds the state, extend to that ground?", "VCLT 29", "extends_to",
    "ground state =rome-statute", links="place", quiet=True,
)  # fmt: skip
more_than_effects = limb(
    "more_than_effects", "Did more than the effects of the crime take place there?", "12(2)(a)", "enough_there",
    "part =effects =effects-only", links="place", quiet=True, point="effects-only",
)  # fmt: skip
part_suffices = limb(
    "part_suffices", "Is it enough that an element of the crime took place there?", "12(2)(a)", "enough_there",
    "part =element =deportation-limb", links="place", quiet=True, point="deportation-limb",
)  # fmt: skip
