"""Keys: two small numbers for the finding behind each row, from which its reasons are found without a word in the row.

One is for the place, one for the accused: each the number of a place or passport in one of its steps. A step lasts while
nothing about it changes, and nothing that is asked of no link. The numbers are the same for everybody who holds the same
record. Two small numbers cost less to write than a large one. Rows that name several places or people, or give other
facts, have a key made from words.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Any

from .cells import UNKNOWN_CELL, Cells
from .extras import np
from .fold import Fold, day_of
from .unknown import Unknowns

__all__ = ["Keys", "named"]

HALF = 1 << 30
"""The first number of a key made from words is this or higher."""


def named(*words: str) -> tuple[int, int]:
    """The key made from some words.

    >>> named("UKR", "FRA;USA") == named("UKR", "FRA;USA") != named("UKR", "FRA")
    True
    """
    number = int.from_bytes(sha256("|".join(words).encode()).digest()[:8])
    return HALF + number // HALF % HALF, number % HALF


class Keys:
    """The keys of rows that share all facts but day, place and people: the numbers for places, and those for people."""

    def __init__(self, cells: Cells, fold: Fold, unknowns: Unknowns) -> None:
        self.cells, self.fold, self.unknowns = cells, fold, unknowns
        self.epochs = len(fold.days)
        self.people = numbered(fold.passport_steps, fold.eras)
        ashore = numbered(fold.place_steps, fold.eras)
        self.steps, self.of_nobody = int(self.people.max()) + 1, int(ashore.max()) + 1
        """How many numbers people have, and the first number of places in rows that do not say of whom they speak."""
        self.common = self.of_nobody * self.steps + len(cells.grounds) * self.epochs
        """How many keys there are of rows without ships, aircraft and zones."""
        self.rare = self.of_nobody + len(cells.grounds) * self.epochs
        afloat = np.arange((len(cells.grounds) - len(ashore)) * self.epochs, dtype=np.int32) + np.int32(self.rare)
        self.places = np.concatenate([ashore, afloat.reshape(-1, self.epochs)])
        self.prepared = -1
        self.unknown_keys: Any = None

    def of(self, places: Any, people: Any, epochs: Any) -> Any:
        """The keys of rows by the numbers of their places and people, and their epochs."""
        if places.max(initial=0) >= len(self.cells.grounds) or people.max(initial=0) >= self.cells.people.singles:
            return self.mixed(places, people, epochs)
        at, nobody = places * self.epochs + epochs, people == UNKNOWN_CELL
        someone = self.people.ravel().take(people * self.epochs + epochs)
        return np.where(nobody, (self.nobody.take(at), np.zeros_like(someone)), (self.places.ravel().take(at), someone))

    @property
    def nobody(self) -> Any:
        """The numbers of places by place and epoch where the accused's nationality is not known; that of people is then 0."""
        if self.prepared != len(self.unknowns.possible):
            self.prepared = len(self.unknowns.possible)
            first = np.arange(len(self.cells.grounds), dtype=np.int32)[:, None] * self.epochs
            self.unknown_keys = (first + self.unknowns.steps.astype(np.int32) + np.int32(self.of_nobody)).ravel()
        return self.unknown_keys

    def mixed(self, places: Any, people: Any, epochs: Any) -> Any:
        """The keys of rows some of which name several places or people."""
        joined = places.astype(np.int64) << 40 | people.astype(np.int64) << 16 | epochs
        values, inverse = np.unique(joined, return_inverse=True)
        keys = [self.one(value >> 40, value >> 16 & 0xFFFFFF, value & 0xFFFF) for value in values.tolist()]
        return np.array(keys, np.int32).T[:, inverse]

    def one(self, place: int, person: int, epoch: int) -> tuple[int, int]:
        """The key of one row."""
        if place < len(self.cells.grounds) and person < self.cells.people.singles:
            of_place, of_person = self.of(np.array([place]), np.array([person]), np.array([epoch]))
            return int(of_place[0]), int(of_person[0])
        return named(self.cells.said_place(place), self.cells.said_people(person), self.days[epoch])

    @cached_property
    def days(self) -> list[str]:
        """The first days of the epochs in words."""
        return [str(day_of(int(day))) for day in self.fold.days]

    def number(self, keys: Any) -> Any:
        """One number for each key, below ``common`` for all but rare ones."""
        of_place, of_person = keys[0].astype(np.int64), keys[1]
        nobody = of_place + self.of_nobody * (self.steps - 1)
        other = np.where(of_place < self.rare, nobody, of_place << 32 | of_person)
        return np.where(of_place < self.of_nobody, of_place * self.steps + of_person, other)


def numbered(steps: Any, eras: Any) -> Any:
    """The steps of all cells numbered through, where a change of era begins one, too."""
    begins = np.ones(steps.shape, bool)
    begins[:, 1:] = (steps[:, 1:] != steps[:, :-1]) | (eras[1:] != eras[:-1])
    return (np.cumsum(begins.ravel(), dtype=np.int32) - 1).reshape(steps.shape)
