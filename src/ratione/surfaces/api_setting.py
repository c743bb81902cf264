"""Setting: a question as it is put: of which record, on which day, with what supposed."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import ratione

from .api_params import Told
from .shelf import Shelf
from .site.book import Book

__all__ = ["Setting"]


class Setting:
    """The record, the law and the days of one question. ``law`` holds what is supposed; ``version`` is that of the record."""

    def __init__(self, shelf: Shelf, told: Told, lines: tuple[str, ...] | None = None) -> None:
        self.shelf, self.told = shelf, told
        self.book: Book = shelf.book(told["record"] or "", told["known_on"])
        self.lines = tuple(told.words("suppose")) if lines is None else lines
        self.today = self.book.today()
        self.asked_on: date = told.day("asked_on", self.today)
        self.on: date = told.day("on", self.asked_on)
        self.version, self.names = self.book.record.version, self.book.names

    def bare(self) -> Setting:
        """The same question with nothing supposed."""
        return Setting(self.shelf, self.told, ())

    @cached_property
    def supposed(self) -> tuple[ratione.Record, tuple[str, ...]]:
        """The record with what is supposed, and the keys that count whatever their day."""
        return ratione.supposed_record(self.book.record, self.lines)

    @property
    def record(self) -> ratione.Record:
        """The record with what is supposed."""
        return self.supposed[0] if self.lines else self.book.record

    @property
    def keys(self) -> tuple[str, ...]:
        """What counts whatever its day, because it is supposed."""
        return self.supposed[1] if self.lines else ()

    @cached_property
    def law(self) -> ratione.Law:
        """The law as known on the day of asking, with what is supposed."""
        if self.lines:
            return ratione.Law(self.record, self.asked_on, self.keys)
        return self.book.law(self.asked_on)
