"""Law: the record as the law was understood on one day, and the lines that follow from it.

``Law`` keeps every line it has worked out, so that a second question costs look-ups only. A family of lines is a function
``(law, *keys) -> Line`` written under ``@family``; its name is what limbs call it by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ..dates import Day
from ..record.act import AnyAct
from ..record.record import Record
from .line import Line

__all__ = ["FAMILIES", "Acts", "Law", "family"]

Acts = list[tuple[str, AnyAct]]
"""Acts in order of their days, each with its key."""

Family = Callable[..., Line]
F = TypeVar("F", bound=Family)

FAMILIES: dict[str, Family] = {}


def family(function: F) -> F:
    """Enter a family of lines under its own name."""
    FAMILIES[function.__name__] = function
    return function


FEW = 256
"""So many things of single questions are kept at a time."""


class Law:
    """What the record says to one who asks on ``asked_on``: what was done or given later does not count.

    ``supposed`` are keys of acts that count whatever their day, because the question supposes them.
    """

    def __init__(self, record: Record, asked_on: Day, supposed: Iterable[str] = ()) -> None:
        self.record = record
        self.asked_on = asked_on
        self.supposed = frozenset(supposed)
        self.lines: dict[tuple[Any, ...], Line] = {}
        self.facts: dict[tuple[Any, ...], Any] = {}
        self.recent: dict[tuple[Any, ...], Any] = {}

    def counts(self, day: Day) -> bool:
        """Whether what was done on ``day`` was known to one who asks."""
        return day <= self.asked_on

    def acts(self, state: str, instrument: str) -> Acts:
        """The acts of a state under an instrument that count, in order of their days, each with its key."""
        by_instrument: dict[str, Acts] = self.keep(("acts", state), lambda: self.sorted_acts(state))
        return by_instrument.get(instrument, [])

    def sorted_acts(self, code: str) -> dict[str, Acts]:
        found: dict[str, Acts] = {}
        state = self.record.states.get(code)
        for act in state.acts if state else ():
            key = act.key_in(code)
            if self.counts(act.day) or key in self.supposed:
                found.setdefault(act.instrument, []).append((key, act))
        for acts in found.values():
            acts.sort(key=lambda pair: pair[1].day)
        return found

    def line(self, name: str, *keys: Any) -> Line:
        """The line of a family for these keys."""
        place = (name, *keys)
        line = self.lines.get(place)
        if line is None:
            line = self.lines[place] = FAMILIES[name](self, *keys)
        return line

    def keep(self, place: tuple[Any, ...], work: Callable[[], Any]) -> Any:
        """What ``work`` gives, worked out once."""
        if place not in self.facts:
            self.facts[place] = work()
        return self.facts[place]

    def keep_a_while(self, place: tuple[Any, ...], work: Callable[[], Any]) -> Any:
        """What ``work`` gives, kept for the next questions only: there is no end to what may be asked."""
        found = self.recent.get(place)
        if found is None:
            if len(self.recent) >= FEW:
                self.recent.clear()
            found = self.recent[place] = work()
        return found
