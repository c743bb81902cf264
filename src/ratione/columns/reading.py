"""Reading: a column of a table as numbers - days, places, people - with everything that could not be read counted.

A value is worked out once and looked up ever after; what is not known stays unknown and is listed at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from ..dates import EARLIEST, LATEST
from .cells import UNKNOWN_CELL
from .crosswalk import Codes, Sense
from .extras import np, pl
from .fold import ordinal
from .rows import NO_DAY

__all__ = ["Meaning", "Unread", "Words", "days", "of_senses", "place_reader"]

Unread = Counter[tuple[str, str, str]]
"""How often a field had a value that could not be read: field, value, what was wrong."""

ISO_DAY = r"^\s*(\d{4}-\d{2}-\d{2})(?:[ T].*)?$"
"""A day, perhaps with an hour after it."""

NOT_GIVEN, NOT_KNOWN, DAY_DECIDES = "not given", "not recognised", "the day would decide which place is meant"


NUMBERS = 10_000
"""Numbers below this are looked up by themselves; no list of countries has larger ones."""


class Meaning(NamedTuple):
    """What a value means: a number, or several by day."""

    number: int
    fault: str = ""
    dated: tuple[tuple[Sense, int], ...] = ()


def days(series: Any, field: str, unread: Unread) -> Any:
    """A column of days as numbers since 1970: dates, times, ISO text, ``31 January 2020``, or numbers such as 20200131."""
    kind = series.dtype
    if kind == pl.Date:
        read = series
    elif kind == pl.Datetime:
        read = series.dt.date()
    elif kind.is_integer():
        read = series.cast(pl.String).str.to_date("%Y%m%d", strict=False)
    else:
        text = series.cast(pl.String, strict=False)
        read = text.str.extract(ISO_DAY).str.to_date("%Y-%m-%d", strict=False)
        if read.null_count() > text.null_count():
            read = read.fill_null(text.str.to_date("%d %B %Y", strict=False))
    numbers = read.to_physical().fill_null(NO_DAY).to_numpy()
    wild = ((numbers < ordinal(EARLIEST)) | (numbers > ordinal(LATEST))) & (numbers != NO_DAY)
    if read.null_count() or wild.any():
        numbers = np.where(wild, NO_DAY, numbers)
        count_unread(series, numbers == NO_DAY, field, "no day from 1900 to 2199", unread)
    return numbers


def count_unread(series: Any, rows: Any, field: str, why: str, unread: Unread) -> None:
    """Counts the values of some rows, those that are not given apart."""
    for value, count in series.filter(pl.Series(rows)).cast(pl.String, strict=False).value_counts().iter_rows():
        unread[field, value or "", why if value is not None else NOT_GIVEN] += count


class Words:
    """A column of words or codes, each read once.

    >>> words = Words("territory", lambda word: Meaning(len(word)))
    >>> words.numbers(pl.Series(["a", "bb", None, "a"]), None, Counter()).tolist()
    [1, 2, 0, 1]
    """

    def __init__(self, field: str, read: Callable[[str], Meaning]) -> None:
        self.field, self.read = field, read
        self.spelled: list[str] = []
        self.meanings: list[Meaning] = []
        self.table: Any = np.zeros(1, np.intp)
        self.by_number: Any = np.full(NUMBERS + 1, -1, np.intp)
        self.by_number[-1] = 0  # what is not given stands as -1

    def numbers(self, series: Any, at: Any, unread: Unread) -> Any:
        """The numbers of a column's values, ``at`` the days of the rows where the day may decide."""
        codes = self.codes(series)
        found = self.table.take(codes)
        for number, meaning in enumerate(self.meanings, 1):
            if meaning.dated and at is not None:
                self.by_day(found, codes == number, at, meaning, unread)
        if (found == UNKNOWN_CELL).any():
            self.count(codes, found, unread)
        return found

    def codes(self, series: Any) -> Any:
        """One more than the place of each value among those read so far; 0 where none is given."""
        if series.dtype.is_integer():
            codes = self.codes_of_numbers(series)
            if codes is not None:
                return codes
        text = series if series.dtype in (pl.String, pl.Categorical, pl.Enum) else series.cast(pl.String)
        codes = text.cast(pl.Enum(self.spelled), strict=False)
        if codes.null_count() > text.null_count():
            known = set(self.spelled)
            self.learn(sorted(word for word in text.unique().drop_nulls().to_list() if word not in known))
            codes = text.cast(pl.Enum(self.spelled), strict=False)
        physical = codes.to_physical().cast(pl.Int32) + 1
        return physical.fill_null(0).to_numpy() if physical.null_count() else physical.to_numpy()

    def codes_of_numbers(self, series: Any) -> Any:
        """The same for a column of small numbers; None where they are none."""
        numbers = (series.fill_null(-1) if series.null_count() else series).to_numpy()
        if len(numbers) == 0 or numbers.min() < -1 or numbers.max() >= NUMBERS:
            return None
        codes = self.by_number[numbers]
        if codes.min() < 0:
            fresh = np.unique(numbers[codes < 0]).tolist()
            known = {word: place for place, word in enumerate(self.spelled, 1)}
            self.learn([word for number in fresh if (word := str(number)) not in known])
            known = {word: place for place, word in enumerate(self.spelled, 1)}
            self.by_number[fresh] = [known[str(number)] for number in fresh]
            codes = self.by_number[numbers]
        return codes

    def learn(self, words: list[str]) -> None:
        """Reads words that came up since."""
        for word in words:
            self.spelled.append(word)
            self.meanings.append(self.read(word) if word.strip() else Meaning(UNKNOWN_CELL, NOT_GIVEN))
        self.table = np.array([UNKNOWN_CELL, *(meaning.number for meaning in self.meanings)], np.intp)

    def by_day(self, found: Any, rows: Any, at: Any, meaning: Meaning, unread: Unread) -> None:
        """Enters the number of a value that meant one place after another."""
        for sense, number in meaning.dated:
            start, until = ordinal(sense.start or EARLIEST), ordinal(sense.until or LATEST)
            found[rows & (at >= start) & (at < until)] = number

    def count(self, codes: Any, found: Any, unread: Unread) -> None:
        """Counts the values that mean nothing known."""
        counts = np.bincount(codes[found == UNKNOWN_CELL], minlength=1)
        for code in np.flatnonzero(counts).tolist():
            if code == 0:
                unread[self.field, "", NOT_GIVEN] += int(counts[0])
            else:
                meaning = self.meanings[code - 1]
                unread[self.field, self.spelled[code - 1], meaning.fault or DAY_DECIDES] += int(counts[code])


def of_senses(senses: tuple[Sense, ...], number: Callable[[str], int]) -> Meaning:
    """What a code with these senses means."""
    places = dict.fromkeys(sense.place for sense in senses)
    if not places:
        return Meaning(UNKNOWN_CELL, NOT_KNOWN)
    if len(places) == 1:
        return Meaning(number(next(iter(places))))
    return Meaning(UNKNOWN_CELL, DAY_DECIDES, tuple((sense, number(sense.place)) for sense in senses))


def place_reader(codes: Codes, scheme: str, number: Callable[[str], int]) -> Callable[[str], Meaning]:
    """A function that reads a place in a scheme."""
    return lambda word: of_senses(codes.senses(word, scheme), number)
