"""Names: from what people write to the code of a thing, with the nearest name where nothing fits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

from ..errors import FactError, near
from .record import Record

__all__ = ["Names", "folded"]


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name as it is compared: without accents, case, leading article, and with one kind of dash and apostrophe.

    >>> folded("The Côte d\\u2019Ivoire")
    "cote d'ivoire"
    """
    plain = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    plain = plain.replace("’", "'").replace("–", "-").casefold().strip()
    return plain.removeprefix("the ")


class Names:
    """Codes of the things in a record, by code, name and other name."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.states = index((code, (row.name, *row.also)) for code, row in record.states.items())
        self.territories = index((code, (row.name, *row.also)) for code, row in record.territories.items())
        self.places = index((code, (row.name, *row.also, *row.codes)) for code, row in record.places.items())

    def state(self, word: str, *, field: str = "state") -> str:
        """The code of the state that ``word`` names, or a :class:`FactError` with the nearest name."""
        code = self.states.get(folded(word))
        if code is None:
            hint = near(word, self.spelled(self.states))
            raise FactError(field, word, "a state, by ISO 3166 code or name", hint=hint)
        return code

    def entity(self, word: str, *, field: str) -> tuple[str, str]:
        """``("state" | "territory" | "place", code)`` of what ``word`` names."""
        fold = folded(word)
        for kind, found in (("place", self.places), ("state", self.states), ("territory", self.territories)):
            if fold in found:
                if kind == "place" and fold in self.states and fold != folded(found[fold]) and not self.coded(word):
                    continue
                return kind, found[fold]
        known = self.spelled(self.states) + self.spelled(self.territories) + self.spelled(self.places)
        raise FactError(field, word, "a state, territory or contested place, by code or name", hint=near(word, known))

    def coded(self, word: str) -> bool:
        """Whether a contested place claims this very code (as PSE, ESH, XKX)."""
        return any(folded(word) == folded(code) for row in self.record.places.values() for code in row.codes)

    def spelled(self, found: dict[str, str]) -> list[str]:
        """Names and codes in the spelling of the record, for hints."""
        rows: list[str] = []
        for kind in (self.record.states, self.record.territories, self.record.places):
            for code, row in kind.items():
                if code in found.values():
                    rows += [row.name, *row.also, code]
        return rows


def index(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Codes by folded code and name."""
    found: dict[str, str] = {}
    for code, names in rows:
        for name in (code, *names):
            found.setdefault(folded(name), code)
    return found


def one_of(word: str, known: Iterable[str], *, field: str, expected: str) -> str:
    """``word`` as it stands among the known codes, whatever its case, or a :class:`FactError` with the nearest."""
    by_fold = {folded(code): code for code in known}
    code = by_fold.get(folded(word))
    if code is None:
        raise FactError(field, word, expected, hint=near(word, by_fold.values()))
    return code
