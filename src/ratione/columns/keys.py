"""Keys: a number for the finding behind each row, from which a row's reasons are found without a word in the row.

A row of one place and at most one passport has the number of its place's step and its passport's step: a step lasts while
nothing about the place (or passport) changes, and nothing that is asked of no link. The numbers are the same for everybody
who holds the same record. All other rows have a key made from words.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Any

from .cells import UNKNOWN_CELL, Cells
from .extras import np
from .fold import Fold, day_of
from .unknown import Unknowns

__all__ = ["Keys", "Named", "hashed"]

WIDE = 1 << 61
NARROW = 1 << 30
"""Keys from words begin here, in tables whose rows may have many of them and in all others."""


def hashed(*words: str) -> int:
    """A number made from words."""
    return int.from_bytes(sha256("|".join(words).encode()).digest()[:8])


class Named:
    """Keys made from words: larger than those made from numbers.

    ``narrow`` ones fit in 32 bits. Two of these could be alike by chance, so that each is held against those given before.

    >>> keys = Named(narrow=True)
    >>> keys.key("UKR", "FRA;USA") == keys.key("UKR", "FRA;USA") != keys.key("UKR", "FRA")
    True
    """

    def __init__(self, *, narrow: bool) -> None:
        self.narrow = narrow
        self.held: dict[int, tuple[str, ...]] = {}

    @property
    def kind(self) -> Any:
        """The type of the keys of a table."""
        return np.int32 if self.narrow else np.int64

    def key(self, *words: str) -> int:
        """The key of some words."""
        if not self.narrow:
            return hashed(*words) & (WIDE - 1) | WIDE
        number = hashed(*words) % NARROW
        while self.held.setdefault(number, words) != words:
            number = (number + 1) % NARROW
        return NARROW + number


class Keys:
    """The keys of rows that share all facts but day, place and people."""

    def __init__(self, cells: Cells, fold: Fold, unknowns: Unknowns, named: Named) -> None:
        self.cells, self.fold, self.unknowns, self.named = cells, fold, unknowns, named
        self.epochs = len(fold.days)
        self.people = numbered(fold.passport_steps, fold.eras)
        self.steps = int(self.people.max()) + 1
        ashore = numbered(fold.place_steps, fold.eras)
        self.of_nobody = (int(ashore.max()) + 1) * self.steps
        """The first key of rows that do not say of whom they speak; behind them come those of ships, aircraft and zones."""
        self.common = self.of_nobody + len(cells.grounds) * self.epochs
        """The keys of most rows are smaller."""
        rest = np.arange((len(cells.grounds) - len(ashore)) * self.epochs, dtype=np.int32) * self.steps + self.common
        self.places = np.concatenate([ashore * np.int32(self.steps), rest.reshape(-1, self.epochs)]).astype(np.int32)
        self.known_unknown = -1
        self.unknown_keys: Any = None

    def of(self, places: Any, people: Any, epochs: Any) -> Any:
        """The keys of rows by the numbers of their places and people, and their epochs."""
        if places.max(initial=0) >= len(self.cells.grounds) or people.max(initial=0) >= self.cells.people.singles:
            return self.mixed(places, people, epochs)
        at = places * self.epochs + epochs
        found = self.places.ravel().take(at) + self.people.ravel().take(people * self.epochs + epochs)
        return np.where(people == UNKNOWN_CELL, self.nobody.take(at), found)

    @property
    def nobody(self) -> Any:
        """The keys by place and epoch where the accused's nationality is not known."""
        if self.known_unknown != len(self.unknowns.possible):
            self.known_unknown = len(self.unknowns.possible)
            first = np.arange(len(self.cells.grounds), dtype=np.int32)[:, None] * self.epochs
            self.unknown_keys = (first + self.unknowns.steps.astype(np.int32) + np.int32(self.of_nobody)).ravel()
        return self.unknown_keys

    def mixed(self, places: Any, people: Any, epochs: Any) -> Any:
        """The keys of rows some of which name several places or people."""
        joined = places.astype(np.int64) << 40 | people.astype(np.int64) << 16 | epochs
        values, inverse = np.unique(joined, return_inverse=True)
        keys = [self.one(value >> 40, value >> 16 & 0xFFFFFF, value & 0xFFFF) for value in values.tolist()]
        return np.array(keys, self.named.kind)[inverse]

    def one(self, place: int, person: int, epoch: int) -> int:
        """The key of one row."""
        if place < len(self.cells.grounds) and person < self.cells.people.singles:
            return int(self.of(np.array([place]), np.array([person]), np.array([epoch]))[0])
        return self.named.key(self.cells.said_place(place), self.cells.said_people(person), self.days[epoch])

    @cached_property
    def days(self) -> list[str]:
        """The first days of the epochs in words."""
        return [str(day_of(int(day))) for day in self.fold.days]


def numbered(steps: Any, eras: Any) -> Any:
    """The steps of all cells numbered through, where a change of era begins one, too."""
    begins = np.ones(steps.shape, bool)
    begins[:, 1:] = (steps[:, 1:] != steps[:, :-1]) | (eras[1:] != eras[:-1])
    return (np.cumsum(begins.ravel(), dtype=np.int32) - 1).reshape(steps.shape)
