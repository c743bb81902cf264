"""Names that a question on United States law tells: of those who are listed, and of those who hold an injunction or licence.

A name that is no listing is legal input. One that is nearly that of a listing is not: a slip of the pen would answer yes.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from ..errors import FactError
from ..record.measure import Lawbook, Listing
from ..record.names import folded
from ..timelines.measures import listing_named

__all__ = ["check_holder", "listing_told", "tokens", "words_of"]

NEAR, NEAR_ALONE, NEAR_WHOLE = 0.75, 0.8, 0.85
"""How alike two words are in a name of several; a word that stands alone; two whole names written together."""

ANOTHER = "the condition no-listed-person if nobody listed is meant"


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without accents, case, dashes and points.

    >>> words_of("Karim A.A. Khan")
    ('karim', 'a', 'a', 'khan')
    """
    return tuple("".join(sign if sign.isalnum() else " " for sign in folded(name)).split())


def tokens(text: str) -> frozenset[str]:
    """The words of a case or of a holder, without those that tell nothing apart."""
    return frozenset(word for word in words_of(text) if word not in ("v", "the", "of"))


def listing_told(book: Lawbook, name: str, *, field: str, other: bool = False) -> str:
    """The code of the listing that a name means, empty where it means none.

    A :class:`~ratione.errors.FactError` where it fits several listings, or is nearly the name of one; ``other`` says that
    nobody listed is meant.
    """
    told = words_of(name)
    if not told:
        raise FactError(field, name, "a name")
    spelled = {code: [words_of(one) for one in (row.name, *row.also)] for code, row in book.listings.items()}
    whole = [code for code, names in spelled.items() if told in names]
    if whole:
        return whole[0]
    fits = [code for code, names in spelled.items() if any(set(told) <= set(one) for one in names)]
    if other:
        return fits[0] if len(fits) == 1 and len(told) > 1 else ""
    if len(fits) > 1:
        both = " and ".join(book.listings[code].name for code in fits)
        raise FactError(field, name, f"a name that fits one listing, not {both}; or {ANOTHER}")
    found = listing_named(book, name)
    if found or (fits and len(told) > 1):
        return found or fits[0]
    for code, names in spelled.items():
        if any(nearly(told, one, book.listings[code]) for one in names):
            raise FactError(field, name, f"a name as it is listed, or {ANOTHER}", hint=book.listings[code].name)
    return ""


def nearly(told: tuple[str, ...], listed: tuple[str, ...], row: Listing) -> bool:
    """Whether a name is nearly one that is listed: misspelt, shortened to initials, with a word too many or too few."""
    if SequenceMatcher(None, "".join(told), "".join(listed)).ratio() >= NEAR_WHOLE:
        return True
    if len(told) == 1:
        return any(len(word) > 3 and alike(told[0], word, NEAR_ALONE) for word in listed)
    if len(listed) == 1:
        return row.kind == "person" and listed[0] in told
    return within(told, listed) or within(listed, told)


def within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether each word of a name is like a word of its own in another."""
    left = list(many)
    for word in sorted(few, key=len, reverse=True):
        found = next((one for one in left if alike(word, one, NEAR)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def alike(one: str, other: str, least: float) -> bool:
    """Whether two words are the same but for a slip of the pen, or one is the first letter of the other."""
    if one == other:
        return True
    short = min(len(one), len(other))
    if short == 1:
        return one[0] == other[0]
    if short < 4:
        return False
    return sorted(one) == sorted(other) or SequenceMatcher(None, one, other).ratio() >= least


def check_holder(book: Lawbook, prefix: str, word: str) -> None:
    """Raises :class:`~ratione.errors.FactError` for an injunction that the record does not hold, or a holder misspelt."""
    named = tokens(word)
    if prefix == "injunction:":
        cases = {
            row.citation: tokens(f"{code} {row.citation} {row.name} {' '.join(row.holders)}")
            for code, row in book.measures.items()
            if row.holders
        }
        if named and any(named <= case for case in cases.values()):
            return
        hint = next((case for case, known in cases.items() if named and all_like(named, known)), None)
        raise FactError("conditions", prefix + word, "an injunction of the record: " + "; ".join(cases), hint=hint)
    holders = {holder: tokens(f"{holder} {code}") for code, row in book.measures.items() for holder in row.holders}
    if any(named <= known for known in holders.values()):
        return
    hint = next((holder for holder, known in holders.items() if named and all_like(named, known)), None)
    if hint:
        raise FactError("conditions", prefix + word, "the name of a holder of the record as it is written", hint=hint)


def all_like(named: frozenset[str], known: frozenset[str]) -> bool:
    """Whether each word is like one of those known, not by its first letter alone."""
    return all(any(alike(word, one, NEAR_ALONE) for one in known if min(len(word), len(one)) > 1) for word in named)
