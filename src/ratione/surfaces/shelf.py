"""Shelf: the record that a question is put to: the one that is served, one kept beside it, or either as it once stood."""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from datetime import date
from pathlib import Path
from threading import RLock

import ratione

from .site.book import Book

__all__ = ["Shelf"]

OPENED = 3
"""So many other books are kept open at a time."""
VERSION = re.compile(r"[0-9a-f]{16}")


class Shelf:
    """The book that is served, and others by version or by the day on which their record stood so.

    Other versions are files ``VERSION.json`` in the folder that ``RATIONE_RECORDS`` names, as for the command line.
    """

    def __init__(self, book: Book, folder: str | None = None) -> None:
        self.served = book
        self.folder = os.environ.get("RATIONE_RECORDS", "") if folder is None else folder
        self.opened: OrderedDict[tuple[str, str], Book] = OrderedDict()
        self.lock = RLock()

    def versions(self) -> list[str]:
        """The versions of the record that can be asked, the one served first."""
        names = os.listdir(self.folder) if self.folder and os.path.isdir(self.folder) else []
        kept = sorted(name.removesuffix(".json") for name in names if VERSION.fullmatch(name.removesuffix(".json")))
        served = self.served.record.version
        return [served, *(version for version in kept if version != served)]

    def book(self, version: str = "", known_on: date | None = None) -> Book:
        """The book of a version, as it stood at the end of a day; the one served where neither is told."""
        served = self.served
        if version in ("", served.record.version) and known_on is None:
            return served
        place = (version, known_on.isoformat() if known_on else "")
        with self.lock:
            book = self.opened.pop(place, None) or self.made(version, known_on)
            self.opened[place] = book
            while len(self.opened) > OPENED:
                self.opened.popitem(last=False)
            return book

    def made(self, version: str, known_on: date | None) -> Book:
        """A book opened; the one served again where the day takes nothing away."""
        record = self.of_version(version)
        if known_on is not None:
            if known_on < record.begins:
                expected = f"{record.begins} or later; the record begins on that day"
                raise ratione.FactError("known_on", known_on.isoformat(), expected)
            stood = record.known_on(known_on)
            record = record if stood.encode() == record.encode() else stood
        return self.served if record is self.served.record else Book(record, self.served.today, self.served.address)

    def of_version(self, version: str) -> ratione.Record:
        """The record of a version; a :class:`ratione.FactError` names those that can be had."""
        if version in ("", self.served.record.version):
            return self.served.record
        if version not in self.versions():
            raise ratione.FactError("record", version, "a version that is served: " + ", ".join(self.versions()))
        record = ratione.Record.open(Path(self.folder) / f"{version}.json")
        if record.version != version:
            raise ratione.FactError("record", version, "a file whose bytes have that version")
        return record
