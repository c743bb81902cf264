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
from .lookups import CHUNK, NO_DAY

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
    physical = read.to_physical()
    if physical.null_count() == 0 and within(physical.min(), physical.max()):
        return physical.to_numpy()
    numbers = physical.fill_null(NO_DAY).to_numpy()
    wild = (numbers < ordinal(EARLIEST)) | (numbers > ordinal(LATEST))
    if wild.any():
        numbers = np.where(wild, np.int32(NO_DAY), numbers)
        count_unread(series, wild, field, "no day from 1900 to 2199", unread)
    return numbers


def within(lowest: Any, highest: Any) -> bool:
    """Whether days lie in the years that are read; none at all do."""
    return lowest is None or (ordinal(EARLIEST) <= lowest and highest <= ordinal(LATEST))


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
        self.table: Any = np.zeros(1, np.int32)
        self.by_number: Any = np.full(NUMBERS + 1, -1, np.int32)
        """For each small number as a code one more than the place of its word; what is not given stands as -1."""
        self.by_number[-1] = 0
        self.of_number: Any = np.full(NUMBERS + 1, -1, np.int32)
        """For each small number as a code what it means."""
        self.of_number[-1] = 0
        self.room = np.empty(CHUNK, np.intp)
        self.categories: Any = None
        self.of_category: Any = np.zeros(0, np.int32)
        """For each number of a word in a dictionary one more than the place of that word."""

    def numbers(self, series: Any, at: Any, unread: Unread) -> Any:
        """The numbers of a column's values, ``at`` the days of the rows where the day may decide."""
        numbers = self.small(series)
        codes = self.codes(series) if numbers is None else None
        found = self.meant(numbers) if codes is None else self.table.take(codes)
        if found.min(initial=1) == UNKNOWN_CELL:
            rows = np.flatnonzero(found == UNKNOWN_CELL)
            some = self.by_number.take(numbers[rows], mode="wrap") if codes is None else codes[rows]
            self.settle(found, rows, some, at, unread)
        return found

    def settle(self, found: Any, rows: Any, codes: Any, at: Any, unread: Unread) -> None:
        """Enters what the day decides in rows whose values mean no one place, and counts those that mean nothing known."""
        held = np.flatnonzero(np.bincount(codes, minlength=1)).tolist()
        for code in held:
            if code and at is not None and self.meanings[code - 1].dated:
                self.by_day(found, rows[codes == code], at, self.meanings[code - 1])
        silent = found[rows] == UNKNOWN_CELL
        if silent.any():
            self.count(codes[silent], unread)

    def small(self, series: Any) -> Any:
        """A column of small numbers as they are, with -1 for what is not given; None where it is none."""
        if not series.dtype.is_integer():
            return None
        if series.null_count():
            series = series.fill_null(-1)
        lowest, highest = series.min(), series.max()
        if lowest is None or lowest < -1 or highest >= NUMBERS:
            return None
        return series.to_numpy()

    def meant(self, numbers: Any) -> Any:
        """What small numbers mean."""
        found = self.looked_up(numbers)
        if found.min() < 0:
            fresh = np.unique(numbers[found < 0]).tolist()
            known = set(self.spelled)
            self.learn([word for number in fresh if (word := str(number)) not in known])
            places = {word: place for place, word in enumerate(self.spelled, 1)}
            self.by_number[fresh] = [places[str(number)] for number in fresh]
            self.of_number[fresh] = self.table[self.by_number[fresh]]
            found = self.looked_up(numbers)
        return found

    def looked_up(self, numbers: Any) -> Any:
        """What small numbers mean, as far as they were met; chunk by chunk, as a processor's own memory holds them."""
        found = np.empty(len(numbers), np.int32)
        for start in range(0, len(numbers), CHUNK):
            some = numbers[start : start + CHUNK]
            places = self.room[: len(some)]
            np.copyto(places, some)
            self.of_number.take(places, mode="wrap", out=found[start : start + CHUNK])
        return found

    def codes(self, series: Any) -> Any:
        """One more than the place of each value among those read so far; 0 where none is given."""
        if series.dtype in (pl.Categorical, pl.Enum):
            return self.codes_of_categories(series)
        text = series if series.dtype == pl.String else series.cast(pl.String)
        codes = text.cast(pl.Enum(self.spelled), strict=False)
        if codes.null_count() > text.null_count():
            self.learn_all(text.unique().drop_nulls().to_list())
            codes = text.cast(pl.Enum(self.spelled), strict=False)
        physical = codes.to_physical().cast(pl.Int32) + 1
        return physical.fill_null(0).to_numpy() if physical.null_count() else physical.to_numpy()

    def codes_of_categories(self, series: Any) -> Any:
        """The same for a column that has a dictionary: each of its words is read once."""
        if series.null_count():
            codes = np.zeros(len(series), np.int32)
            codes[series.is_not_null().to_numpy()] = self.codes_of_categories(series.drop_nulls())
            return codes
        if self.categories is None or self.categories.dtype != series.dtype:
            self.of_category = np.zeros(0, np.int32)
        self.categories = series.head(1)  # held, so that the numbers of its words stay the same
        numbers = series.to_physical().to_numpy()
        missing = int(numbers.max(initial=0)) + 1 - len(self.of_category)
        self.of_category = np.concatenate([self.of_category, np.full(max(0, missing), -1, np.int32)])
        codes = self.of_category.take(numbers)
        if codes.min(initial=0) < 0:
            rows = np.flatnonzero(codes < 0)
            fresh, first = np.unique(numbers[rows], return_index=True)
            words = series.gather(rows[first]).cast(pl.String).to_list()
            self.learn_all(words)
            places = {word: place for place, word in enumerate(self.spelled, 1)}
            self.of_category[fresh] = [places[word] for word in words]
            codes = self.of_category.take(numbers)
        return codes

    def learn_all(self, words: list[str]) -> None:
        """Reads those of some words that were not read before."""
        known = set(self.spelled)
        self.learn(sorted(word for word in words if word not in known))

    def learn(self, words: list[str]) -> None:
        """Reads words that came up since."""
        for word in words:
            self.spelled.append(word)
            self.meanings.append(self.read(word) if word.strip() else Meaning(UNKNOWN_CELL, NOT_GIVEN))
        self.table = np.array([UNKNOWN_CELL, *(meaning.number for meaning in self.meanings)], np.int32)

    def by_day(self, found: Any, rows: Any, at: Any, meaning: Meaning) -> None:
        """Enters the number of a value that meant one place after another."""
        days = at[rows]
        for sense, number in meaning.dated:
            start, until = ordinal(sense.start or EARLIEST), ordinal(sense.until or LATEST)
            found[rows[(days >= start) & (days < until)]] = number

    def count(self, codes: Any, unread: Unread) -> None:
        """Counts values that mean nothing known."""
        counts = np.bincount(codes, minlength=1)
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
