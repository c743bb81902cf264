"""Tagger: one plan carried out on batch after batch of a table."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from threading import Lock
from typing import Any

from ..answer import Answer
from ..dates import read_day
from ..record.names import Names
from ..timelines.law import Law
from ..timelines.places import claimants
from .cells import STATELESS, UNKNOWN_CELL, Cells
from .crosswalk import Codes
from .explain import Case, ask_one
from .extras import np, pl
from .fold import day_of, ordinal
from .keys import named
from .placing import COLUMNS as PLACE_COLUMNS
from .placing import NOTES as PLACE_NOTES
from .placing import Placed, Placing, coordinates, count_impossible
from .plan import OTHER_FACTS, Asking, Plan, asking
from .reading import Meaning, Unread, Words, days, of_senses, place_reader
from .rows import NO_DAY, Answers, Rows, Span
from .store import folded_for

__all__ = ["ANSWERS", "BESIDE", "KEY", "MANY_FINDINGS", "Tagger"]

ANSWERS = pl.Enum([str(answer) for answer in Answer])
NOTES = ("", "no day", "no place", "no day, no place")

BESIDE = ("link", "note", "finding", "record")
"""What can stand beside the answers, in this order; the key of the finding is two columns."""

KEY = ("finding_place", "finding_person")
"""The columns of the key of a finding."""

MANY_FINDINGS = 20_000
"""An example is kept of so many findings; a table with more has their keys, and each row can still be explained."""


class Tagger:
    """Tags batches; ``unread`` counts what could not be read, ``cases`` keep one example of each finding met.

    ``beside`` says what stands beside the answers.
    """

    def __init__(self, law: Law, plan: Plan, *, keep_cases: bool = False, beside: tuple[str, ...] = BESIDE) -> None:
        self.law, self.plan, self.keep_cases, self.beside = law, plan, keep_cases, beside
        self.cells, self.codes, self.names = Cells(law.record), Codes(law.record), Names(law.record)
        self.unread: Unread = Counter()
        self.cases: dict[tuple[int, int], Case] = {}
        self.rows: dict[tuple[str, ...], Rows | None] = {}
        self.askings: dict[tuple[str, ...], Asking] = {}
        self.asked: dict[Any, list[Answer]] = {}
        self.count = 0
        self.lock = Lock()
        mapping = plan.mapping
        self.words = {
            field: Words(field, self.reader(field, of.scheme))
            for field, of in mapping.items()
            if field in ("territory", "second_territory", "nationality", "actor")
        }
        self.other = tuple(field for field in OTHER_FACTS if field in mapping)
        self.seen: Any = None
        both = plan.places != "none" and "latitude" in mapping and "longitude" in mapping
        self.placing = Placing(law, self.cells, plan.places) if both else None
        self.placed: Placed | None = None
        """Where the rows of the batch last read lie."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns of the table that are read."""
        return tuple(dict.fromkeys(of.column for of in self.plan.mapping.values()))

    @cached_property
    def link_names(self) -> Any:
        """The words of the column ``link``, in the order of their codes."""
        codes = [code or "-" for code in self.cells.passports]
        return pl.Enum(["none", "-", *(f"{how}:{code}" for code in codes[1:] for how in ("territory", "nationality"))])

    @property
    def schema(self) -> dict[str, Any]:
        """The columns that are added, with their types."""
        kinds = {
            "link": self.link_names,
            "note": pl.Enum(NOTES),
            "finding": pl.Int32,
            "record": pl.Enum([self.version]),
        }
        found = {want.name: ANSWERS for want in self.plan.wants}
        for name in self.beside:
            if name != "record":
                found |= dict.fromkeys(KEY if name == "finding" else (name,), kinds[name])
        if self.says_places:
            said = pl.Enum([str(ground or "") for ground in self.cells.grounds])
            found |= dict(zip(PLACE_COLUMNS, (said, said, pl.Enum(PLACE_NOTES)), strict=True))
        return found | ({"record": kinds["record"]} if "record" in self.beside else {})

    @property
    def says_places(self) -> bool:
        """Whether columns say where rows lie: where the table has coordinates, and anything stands beside the answers."""
        return self.placing is not None and bool(self.beside)

    @property
    def version(self) -> str:
        """The version of the record that answers."""
        return self.law.record.version

    def reader(self, field: str, scheme: str) -> Any:
        """A function that reads one value of a field."""
        if field == "territory":
            return place_reader(self.codes, scheme, self.cells.place)
        if field == "second_territory":
            return lambda word: self.second(word, scheme)
        return lambda word: self.people(word, scheme)

    def second(self, word: str, scheme: str) -> Meaning:
        """A second place: an element of the crime, or with ``effect:`` its effects alone, as a number of its own."""
        part = 2 if word.startswith("effect:") else 1
        found = place_reader(self.codes, scheme, self.cells.place)(word.removeprefix("effect:"))
        return Meaning(found.number * 4 + part if found.number else 0, found.fault)

    def people(self, word: str, scheme: str) -> Meaning:
        """Nationalities written with semicolons."""
        numbers = []
        for one in filter(None, (part.strip() for part in word.split(";"))):
            if one.casefold() in ("xxa", "stateless"):
                numbers.append(STATELESS)
                continue
            found = of_senses(self.codes.senses(one, scheme), self.person_of)
            if found.number == UNKNOWN_CELL:
                return found
            numbers.append(found.number)
        return Meaning(self.cells.people.number(tuple((number, 0) for number in numbers)))

    def person_of(self, place: str) -> int:
        """The passport of those who belong to a place: a state's, a territory's parent's, a contested place's one."""
        if place in self.cells.by_code:
            return self.cells.passport(place)
        ground = self.cells.grounds[self.cells.place(place)]
        row = self.law.record.places.get(ground.code) if ground and ground.kind == "disputed" else None
        own = [code for code in (row.codes if row else ()) if code in self.cells.by_code]
        if own:
            return self.cells.passport(own[0])
        states = claimants(self.law, ground) if ground else ()
        if len(states) == 1 and ground and ground.kind in ("land", "disputed"):
            return self.cells.passport(states[0])
        return UNKNOWN_CELL

    def frame(self, frame: Any) -> Any:
        """A frame with the columns of answers beside its own."""
        if frame.is_empty():
            return frame.with_columns(*(pl.Series(name, [], kind) for name, kind in self.schema.items()))
        return frame.with_columns(self.tags(frame).get_columns())

    def varied(self, frame: Any) -> Any:
        """The frame with what varies from row to row, as numbers, for :attr:`worded` and :attr:`record_column` to complete."""
        if frame.is_empty():
            return frame.with_columns(*(pl.Series(name, [], kind) for name, kind in self.numbers_schema.items()))
        with self.lock:
            return frame.hstack(self.tagged(frame).get_columns())

    def tags(self, frame: Any) -> Any:
        """The columns of answers alone; batches come from several threads, and tables learn: one at a time."""
        with self.lock:
            tagged = self.tagged(frame).select(self.worded)
        return tagged.with_columns(self.record_column) if "record" in self.beside else tagged

    def tagged(self, frame: Any) -> Any:
        """The columns of answers of one batch that vary from row to row, as numbers."""
        self.count += frame.height
        span, places, people = self.read(frame)
        found = self.answers(frame, span, places, people)
        if len(found.uncovered):
            self.ask_uncovered(frame, found, span, places, people)
        if self.keep_cases:
            self.keep(frame, found.keys, span, places, people)
        columns: dict[str, Any] = {
            want.name: answers for want, answers in zip(self.plan.wants, found.answers, strict=True)
        }
        if "link" in self.beside:
            columns["link"] = found.links
        if "note" in self.beside:
            columns["note"] = self.notes(span, places)
        if "finding" in self.beside:
            columns |= dict(zip(KEY, found.keys, strict=True))
        if self.says_places and self.placed is not None:
            singles = np.where(self.placed.places < len(self.cells.grounds), self.placed.places, UNKNOWN_CELL)
            said = (singles.astype(np.uint16), self.placed.found.astype(np.uint16), self.placed.notes)
            columns |= dict(zip(PLACE_COLUMNS, said, strict=True))
        return pl.DataFrame(columns)

    @cached_property
    def worded(self) -> list[Any]:
        """The columns of answers with words for their numbers."""
        kinds = {name: kind for name, kind in self.schema.items() if name != "record"}
        return [pl.col(name) if name in KEY else pl.col(name).cat.to(kind) for name, kind in kinds.items()]

    @property
    def numbers_schema(self) -> dict[str, Any]:
        """The columns that vary from row to row, with the types of their numbers."""
        kinds: dict[str, Any] = {
            **dict.fromkeys(KEY, pl.Int32),
            **dict.fromkeys(("link", *PLACE_COLUMNS[:2]), pl.UInt16),
        }
        return {name: kinds.get(name, pl.UInt8) for name in self.schema if name != "record"}

    @property
    def record_column(self) -> Any:
        """The version of the record, the same in each row."""
        return pl.lit(self.version, dtype=pl.Enum([self.version])).alias("record")

    def notes(self, span: Span, places: Any) -> Any:
        """Why a row could not be placed."""
        found = (span.first == NO_DAY).view(np.uint8)
        return found | ((places == UNKNOWN_CELL).view(np.uint8) << 1)

    def read(self, frame: Any) -> tuple[Span, Any, Any]:
        """Days, places and people of a frame."""
        mapping = self.plan.mapping
        first = days(frame[mapping["date"].column], "date", self.unread)
        last = first
        if "date_end" in mapping:
            ends = frame[mapping["date_end"].column]
            last = first if ends.null_count() == frame.height else self.ends(ends, first)
        places = self.read_places(frame, first)
        people = self.numbers(frame, "nationality", first)
        if people is None:
            people = np.zeros(frame.height, np.int32)
        if self.plan.presume != "none":
            people = self.presumed(frame, places, people, first)
        return Span(first, last), places, people

    def ends(self, series: Any, first: Any) -> Any:
        """Last days; where none is given, or it lies before the first, the first."""
        last = days(
            series.fill_null(pl.Series(first).cast(pl.Date)) if series.dtype == pl.Date else series,
            "date_end",
            self.unread,
        )
        wrong = (last != NO_DAY) & (last < first)
        if wrong.any():
            self.unread["date_end", "", "before the first day"] += int(wrong.sum())
        return np.where((last == NO_DAY) | wrong, first, last)

    def numbers(self, frame: Any, field: str, at: Any) -> Any:
        """The numbers of a field's values; None where no column gives it."""
        if field not in self.words:
            return None
        return self.words[field].numbers(frame[self.plan.mapping[field].column], at, self.unread)

    def read_places(self, frame: Any, at: Any) -> Any:
        """The places of rows, with second places where there are any."""
        places = self.numbers(frame, "territory", at)
        if places is None:
            places = np.zeros(frame.height, np.int32)
        if self.placing is not None:
            self.placed = self.placed_by(self.placing, frame, places, at)
            places = self.placed.places
        if "second_territory" not in self.words:
            return places
        silent: Unread = Counter()
        column = frame[self.plan.mapping["second_territory"].column]
        second = self.words["second_territory"].numbers(column, at, silent)
        self.unread.update({place: count for place, count in silent.items() if place[1]})
        pairs = places.astype(np.int64) << 32 | second
        values, inverse = np.unique(pairs, return_inverse=True)
        groups = [self.joined(value >> 32, value & 0xFFFFFFFF) for value in values.tolist()]
        return np.array(groups, np.int32)[inverse]

    def placed_by(self, placing: Placing, frame: Any, places: Any, at: Any) -> Placed:
        """Where rows lie by the place that the table gives and by their coordinates."""
        mapping = self.plan.mapping
        longitude, latitude = (
            coordinates(frame[mapping[name].column], name, self.unread) for name in ("longitude", "latitude")
        )
        count_impossible(longitude, latitude, self.unread)
        rough = None
        if "precision" in mapping:
            precise = frame[mapping["precision"].column].cast(pl.String).str.strip_suffix(".0")
            rough = ~precise.is_in(mapping["precision"].scheme.split("+")).fill_null(False).to_numpy()
        return placing.place(places, longitude, latitude, at, rough)

    def joined(self, place: int, second: int) -> int:
        """The number of a place together with a second one; the first may be one that is not known."""
        if not second:
            return place
        return self.cells.places.number(((place, 0), divmod(second, 4)))

    def presumed(self, frame: Any, places: Any, people: Any, at: Any) -> Any:
        """People of rows that name none, as the plan presumes them."""
        if self.plan.presume == "actor":
            guess = self.numbers(frame, "actor", at)
            return people if guess is None else np.where(people == UNKNOWN_CELL, guess, people)
        grounds = np.array([UNKNOWN_CELL, *(self.person_at(n) for n in range(1, self.cells.places.singles))], np.int32)
        guess = np.where(places < len(grounds), grounds.take(np.minimum(places, len(grounds) - 1)), UNKNOWN_CELL)
        return np.where(people == UNKNOWN_CELL, guess, people)

    def person_at(self, number: int) -> int:
        """The passport that is presumed at a place."""
        ground = self.cells.grounds[number]
        if ground is None or ground.kind not in ("land", "disputed"):
            return UNKNOWN_CELL
        return self.person_of(ground.code if ground.kind == "land" else f"disputed:{ground.code}")

    def facts_of(self, frame: Any) -> Any:
        """The rows by the other facts they give: each set of facts with its rows, None for all of them."""
        if not self.other:
            return [((), None)]
        columns = [self.said_column(frame, field).alias(field) for field in self.other]
        groups = pl.DataFrame(columns).with_row_index("row").group_by(list(self.other), maintain_order=True).agg("row")
        return [(tuple(row[:-1]), np.array(row[-1], np.int64)) for row in groups.iter_rows()]

    def asking(self, facts: tuple[str, ...]) -> Asking:
        """What is asked of rows with these other facts."""
        if facts not in self.askings:
            self.askings[facts] = asking(self.law, self.names, self.plan, dict(zip(self.other, facts, strict=True)))
        return self.askings[facts]

    def tables(self, facts: tuple[str, ...]) -> Rows | None:
        """The tables for rows with these other facts; None where they are asked one by one."""
        if facts not in self.rows:
            asked = self.asking(facts)
            self.rows[facts] = Rows(self.law, self.cells, asked, folded_for(self.law, asked)) if asked.courses else None
        return self.rows[facts]

    def answers(self, frame: Any, span: Span, places: Any, people: Any) -> Answers:
        """The answers of all rows that tables cover."""
        parts = self.facts_of(frame)
        if len(parts) == 1:
            return self.part(parts[0][0], span, places, people)
        height = frame.height
        answers = np.zeros((len(self.plan.wants), height), np.uint8)
        keys, links = self.room_for_keys(height)
        uncovered = []
        for facts, rows in parts:
            first = span.first.take(rows)
            days = Span(first, first if span.last is span.first else span.last.take(rows))
            one = self.part(facts, days, places.take(rows), people.take(rows))
            answers[:, rows] = one.answers
            uncovered.append(rows[one.uncovered])
            if keys is not None:
                keys[:, rows] = one.keys
            if links is not None:
                links[rows] = one.links
        return Answers(answers, keys, links, np.concatenate(uncovered))

    def room_for_keys(self, height: int) -> tuple[Any, Any]:
        """Empty keys and links of rows, where they are wanted."""
        keys = np.zeros((2, height), np.int32) if self.wants_keys else None
        return keys, np.zeros(height, np.uint16) if "link" in self.beside else None

    @property
    def wants_keys(self) -> bool:
        """Whether rows need the keys of their findings."""
        return self.keep_cases or "finding" in self.beside

    def part(self, facts: tuple[str, ...], span: Span, places: Any, people: Any) -> Answers:
        """The answers of rows that share their other facts."""
        rows = self.tables(facts)
        if rows is None:
            answers = np.zeros((len(self.plan.wants), len(places)), np.uint8)
            return Answers(answers, *self.room_for_keys(len(places)), np.arange(len(places)))
        found = rows.answer(span, places, people, keys=self.wants_keys, links="link" in self.beside)
        if not any(facts) or found.keys is None:
            return found
        joined = found.keys[0].astype(np.int64) << 32 | found.keys[1]
        values, inverse = np.unique(joined, return_inverse=True)
        keys = [named(str(value >> 32), str(value & 0xFFFFFFFF), *facts) for value in values.tolist()]
        return found._replace(keys=np.array(keys, np.int32).T[:, inverse])

    def ask_uncovered(self, frame: Any, found: Answers, span: Span, places: Any, people: Any) -> None:
        """Asks, once for each set of facts, the rows that no table covers."""
        rows = found.uncovered
        other = {field: self.said_column(frame, field).gather(rows) for field in self.other}
        days = {"first": span.first[rows], "last": span.last[rows]}
        asked = pl.DataFrame({**other, **days, "place": places[rows], "who": people[rows], "row": rows})
        alike = asked.group_by(*other, "first", "last", "place", "who", maintain_order=True).agg("row")
        for *facts, first, last, place, who, same in alike.iter_rows():
            case = self.case(tuple(facts), span, places, people, same[0])
            epochs = self.said_epochs(tuple(facts), place, first, last)
            known = (tuple(facts), epochs, place, who)
            if known not in self.asked:
                self.asked[known] = ask_one(self.law, case)
            found.answers[:, same] = np.array(self.asked[known], np.uint8)[:, None]
            if found.links is not None:
                found.links[same] = 0
            if found.keys is not None:
                key = named(*facts, case.territory, case.second, case.nationality, *epochs)
                found.keys[:, same] = np.array(key, np.int32)[:, None]

    def said_column(self, frame: Any, field: str) -> Any:
        """A column of other facts as words."""
        return frame[self.plan.mapping[field].column].cast(pl.String).fill_null("")

    def said_epochs(self, facts: tuple[str, ...], place: int, first: int, last: int) -> tuple[str, str]:
        """Days that behave alike for rows with these facts at this place, by the first days of their epochs.

        Where the facts have no tables, or the place is not among those folded with them, each day stands for itself.
        """
        rows = self.tables(facts)
        known = rows is not None and place < self.cells.ashore
        found = []
        for day in (first, last):
            epoch = int(rows.epoch(np.array([day], np.int32))[0]) if known and rows and day != NO_DAY else -1
            found.append(
                "" if day == NO_DAY else str(rows.tables.calendar[epoch]) if rows and known else str(day_of(day))
            )
        return found[0], found[1]

    def case(self, facts: tuple[str, ...], span: Span, places: Any, people: Any, row: int) -> Case:
        """The facts of a row as a question gives them."""
        first, last = int(span.first[row]), int(span.last[row])
        territory, _, second = self.cells.said_place(int(places[row])).partition("/")
        return Case(
            self.asking(facts).wants,
            "" if first == NO_DAY else str(day_of(first)) + ("" if first == last else f"/{day_of(last)}"),
            territory,
            second,
            self.cells.said_people(int(people[row])),
        )

    def keep(self, frame: Any, keys: Any, span: Span, places: Any, people: Any) -> None:
        """Keeps an example of each finding that was not met before, until there are very many."""
        fresh = self.fresh(keys) if len(self.cases) < MANY_FINDINGS else []
        other = [self.said_column(frame, field) for field in self.other] if len(fresh) else []
        for row in fresh:
            facts = tuple(column[row] for column in other)
            case = self.case(facts, span, places, people, row)
            self.cases[int(keys[0, row]), int(keys[1, row])] = case._replace(on=self.epoch_day(facts, case.on))

    def fresh(self, keys: Any) -> list[int]:
        """A row for each key that has no example yet."""
        plain = self.rows.get(())
        if self.seen is None:
            self.seen = np.zeros(plain.keys.common + 1 if plain else 1, bool)
        numbers = plain.keys.number(keys) if plain else keys[0].astype(np.int64) << 32 | keys[1]
        new = np.flatnonzero(~self.seen.take(numbers, mode="clip"))
        values, rows = np.unique(numbers[new], return_index=True)
        self.seen[values[values < len(self.seen) - 1]] = True
        known = [(int(keys[0, row]), int(keys[1, row])) for row in new[rows].tolist()]
        found = [row for key, row in zip(known, new[rows].tolist(), strict=True) if key not in self.cases]
        return found[: MANY_FINDINGS - len(self.cases)]

    def epoch_day(self, facts: tuple[str, ...], on: str) -> str:
        """The first day of the epoch of a day: all its days have the same finding. Several days stay as they are."""
        rows = self.rows.get(facts)
        if rows is None or len(on) != 10:
            return on
        epoch = int(rows.epoch(np.array([ordinal(read_day(on))], np.int32))[0])
        return str(rows.tables.calendar[epoch]) if epoch else on
