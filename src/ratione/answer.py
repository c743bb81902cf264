"""Answer: no < open < yes.

A rule joins answers with ``&`` (the lower), ``|`` (the higher) and ``~`` (no and yes change places, open stays).

>>> Answer.YES & Answer.OPEN
<Answer.OPEN: 1>
>>> ~Answer.NO | Answer.OPEN
<Answer.YES: 2>
>>> str(Answer.OPEN)
'open'
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

__all__ = ["Answer", "OpenKind"]


class Answer(IntEnum):
    """What the law says of a question: no, open (a lawyer could lose or win the point), or yes."""

    NO = 0
    OPEN = 1
    YES = 2

    def __and__(self, other: int) -> Answer:
        return self if self <= other else LADDER[other]

    def __or__(self, other: int) -> Answer:
        return self if self >= other else LADDER[other]

    def __invert__(self) -> Answer:
        return TURNED[self]

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Answer:
        """The answer that a word names.

        >>> Answer.of("yes")
        <Answer.YES: 2>
        """
        return cls[word.upper()]


LADDER = tuple(Answer)
TURNED = LADDER[::-1]


class OpenKind(StrEnum):
    """Which of the three an open answer is: the law is contested, a fact is wanting, or the record is weak."""

    CONTESTED = "contested"
    FACT = "fact"
    WEAK = "weak"
