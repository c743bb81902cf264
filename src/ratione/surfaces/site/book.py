"""Book: the record from which pages are made, the laws asked on days, the clock, and a few things worked out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import RLock
from typing import Any

import ratione

__all__ = ["Book"]

DONE = 64
"""So many things worked out are kept for the same page in another language or form."""
LAWS = 6
"""So many days of asking are kept worked out."""
LINES = 60_000
"""A law that has worked out more lines is dropped and begun anew, so that memory has a bound."""


class Book:
    """A record with its laws; ``address`` is where the site is found, for citations.

    ``lock`` is held while something small is worked out, ``heavy`` while a question is that may take seconds: one at a
    time, and pages do not wait for it.
    """

    def __init__(self, record: ratione.Record, today: Callable[[], date] = date.today, address: str = "") -> None:
        self.record, self.today, self.address = record, today, address.rstrip("/")
        self.lock, self.heavy = RLock(), RLock()
        self.names = ratione.Names(record)
        self.laws: OrderedDict[date, ratione.Law] = OrderedDict()
        self.done: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()

    def law(self, asked_on: date) -> ratione.Law:
        """The law as known on a day."""
        with self.lock:
            law = self.laws.pop(asked_on, None)
            if law is None or len(law.lines) + len(law.facts) > LINES:
                law = ratione.Law(self.record, asked_on)
            self.laws[asked_on] = law
            while len(self.laws) > LAWS:
                self.laws.popitem(last=False)
            return law

    def once(self, place: tuple[Hashable, ...], work: Callable[[], Any]) -> Any:
        """What ``work`` gives, kept for a while under a place."""
        with self.lock:
            if place not in self.done:
                self.done[place] = work()
                while len(self.done) > DONE:
                    self.done.popitem(last=False)
            return self.done[place]
