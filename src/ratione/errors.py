"""Every error that ratione raises on purpose.

RationeError                exit  what
├── InputError               2    a question that cannot be read
│   ├── FactError                 a fact: which, what was found, what was expected, a near miss
│   └── NotInstalled              an extra is wanting; says the command that brings it
└── RecordError              3    an unsound record: all faults of one reading
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["FactError", "InputError", "NotInstalled", "RationeError", "RecordError", "near"]


class RationeError(Exception):
    """The root of the family; ``exit_code`` is what the command line ends with."""

    exit_code = 2


class InputError(RationeError):
    """A question, file or option that cannot be read."""


class FactError(InputError):
    """A fact that cannot be read.

    >>> print(FactError("territory", "Untied States", "a state", hint="United States"))
    territory: found 'Untied States', expected a state; did you mean 'United States'?
    """

    def __init__(self, field: str, found: object, expected: str, *, hint: str | None = None) -> None:
        self.field, self.found, self.expected, self.hint = field, found, expected, hint
        super().__init__(field, found, expected, hint)

    def __str__(self) -> str:
        mend = f"; did you mean {self.hint!r}?" if self.hint else ""
        return f"{self.field}: found {self.found!r}, expected {self.expected}{mend}"


class NotInstalled(InputError):
    """A part that an extra brings was asked for without it."""

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(f"{part} needs more than is installed; mend it with: pip install 'ratione[{extra}]'")


class RecordError(RationeError):
    """An unsound record; ``faults`` lists every fault found in one reading."""

    exit_code = 3

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__("\n".join([f"the record is unsound: {count}", *faults]))


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to the one found, or None where nothing is near.

    >>> near("Untied States", ["United States", "France"])
    'United States'
    """
    by_fold = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
