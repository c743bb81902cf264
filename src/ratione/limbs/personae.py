"""Ratione personae: whose national, of what age (12(2)(b), 26)."""

from __future__ import annotations

from ..answer import Answer
from ..timelines.law import Law, family
from ..timelines.line import Line
from .limb import limb

MAJORITY = 18
"""Art. 26: no jurisdiction over one who was under this age when the crime is said to have been committed."""


@family
def grown(law: Law, age: int) -> Line:
    """Whether the accused had reached the age of article 26."""
    return Line.always(Answer.YES if age >= MAJORITY else Answer.NO, article="26")


of_age = limb("of_age", "Was the accused eighteen or older?", "26", "grown", "age")
national_of = limb(
    "national_of", "Was the accused a national of the state?", "12(2)(b)", "national_of", "passport since state",
    links="passport", point="later-nationality",
)  # fmt: skip
