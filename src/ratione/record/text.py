"""One table of text in, one value of the record out: every field checked, every fault said.

A fault says where it is (file, act, field), what was found, what was expected, and the nearest name where one is near.
All faults of a table are listed, not only its first: what is misspelt is read on as its nearest name, so that the rest of the
table is looked at too. What is read so never leaves the room; it only serves to find more faults in the same run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from msgspec import inspect

from ..dates import EARLIEST, LATEST
from ..errors import near

__all__ = ["STAND_IN", "Reading", "parsed"]

T = TypeVar("T")

BROKEN: Any = object()
"""What was found cannot be read, and its fault has been said."""

STAND_IN = EARLIEST
"""Stands for a day that cannot be read, so that the rest of its table is looked at; its file is then torn."""

NO_DAY = "\ue000"
"""Stands before a day that the calendar does not have, so that the rest of its file can be read."""

NUMBERED = {"decides": "decision"}
"""Tables whose name in the text is no noun, and what one of them is called in a fault."""


def parsed(path: Path, name: str, faults: list[str]) -> dict[str, Any] | None:
    """The tables of a TOML file, or None where it cannot be read at all."""
    try:
        return tables_of(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as fault:
        faults.append(f"{name}: byte {fault.start + 1} is not UTF-8; save the file in UTF-8")
    except tomllib.TOMLDecodeError as fault:
        faults.append(f"{name}: is no TOML: {fault}")
    except OSError as fault:
        faults.append(f"{name}: cannot be read ({fault.strerror})")
    return None


def tables_of(text: str) -> dict[str, Any]:
    """The tables of a text; a day that the calendar does not have is kept as words, for its field to complain of."""
    while True:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            place = re.search(r"at line (\d+), column", str(fault))
            lines = text.split("\n")
            line = int(place[1]) - 1 if place else -1
            kept = BARE_DAY.sub(lambda day: day[0] if is_day(day[0]) else f'"{NO_DAY}{day[0]}"', lines[line])
            if kept == lines[line]:
                raise
            lines[line] = kept
            text = "\n".join(lines)


BARE_DAY = re.compile(r"(?<=[=,\[\s])\d{4}-\d{1,2}-\d{1,2}(?=[\s,\]}#]|$)")
"""What looks like a day, outside quotes."""


def is_day(word: str) -> bool:
    """Whether the calendar has such a day."""
    try:
        return len(word) == 10 and bool(date.fromisoformat(word))
    except ValueError:
        return False


@dataclass
class Reading:
    """The reading of one file: where we are in it, and the faults found so far.

    ``torn`` says that a table of some list could not be read at all (None stands in its place), or a day that it must have.
    """

    file: str
    faults: list[str] = field(default_factory=list)
    torn: bool = False

    def table(self, found: Any, wanted: type[T], given: dict[str, Any], place: tuple[str, ...] = ()) -> T | None:
        """``found`` as a ``wanted``, with the ``given`` fields that the text never holds; None where it cannot be read.

        Where there were faults the value is what could be made of it, good only for finding more of them.
        """
        value = self.struct(found, fields_of(wanted), place, given)
        return None if value is BROKEN else value

    def fault(self, place: tuple[str, ...], message: str) -> None:
        self.faults.append(f"{', '.join((self.file, *place))}: {message}")

    def struct(self, found: Any, info: inspect.StructType, place: tuple[str, ...], given: dict[str, Any]) -> Any:
        """A table as a value of its class, every field checked."""
        if not isinstance(found, dict):
            self.fault(place, f"found {shown(found)}, expected a table")
            return BROKEN
        fields = {one.encode_name: one for one in info.fields if one.encode_name not in given}
        written = self.written(found, fields, {info.tag_field} if info.tag_field else set(), place, given)
        values, broken = dict(given), False
        for name, one in fields.items():
            if name in written:
                value = self.value(written[name], one.type, place, name)
            elif one.required:
                self.fault(place, f'missing field "{name}"; expected {meaning(one.type)}')
                value = BROKEN
            else:
                continue
            if value is BROKEN and one.required and isinstance(one.type, inspect.DateType):
                self.torn, value = True, STAND_IN
            if value is not BROKEN:
                values[one.name] = value
            broken |= one.required and value is BROKEN
        return BROKEN if broken else info.cls(**values)

    def written(
        self, found: dict[str, Any], fields: Iterable[str], tag: set[str], place: tuple[str, ...], given: dict[str, Any]
    ) -> dict[str, Any]:
        """What a table holds for its fields; a misspelt name counts as the nearest one, once its fault is said."""
        names = sorted({*fields} | tag)
        written = {name: value for name, value in found.items() if name in names}
        for name, value in found.items():
            if name in given:
                self.fault(place, f'field "{name}" is never written: it is the name of the file; take the line out')
            elif name not in names:
                self.fault(place, f'unknown field "{name}"; {one_of(name, names)}')
                written.setdefault(near(name, names) or name, value)
        return written

    def value(self, found: Any, info: inspect.Type, place: tuple[str, ...], name: str) -> Any:
        """The value of one field."""
        if isinstance(found, str) and found.startswith(NO_DAY):
            self.fault(place, f'field "{name}": found {shown(found)}, which is no day of the calendar; correct it')
            return BROKEN
        match info:
            case inspect.UnionType(types=types):
                return self.one_kind(found, types, place, name)
            case inspect.StructType():
                return self.struct(found, info, (*place, name), {})
            case inspect.VarTupleType(item_type=item):
                return self.many(found, item, place, name)
            case inspect.TupleType(item_types=items):
                if isinstance(found, list) and len(found) == len(items):
                    return tuple(self.value(one, item, place, name) for one, item in zip(found, items, strict=True))
            case inspect.DictType(value_type=item):
                if isinstance(found, dict):
                    read = {key: self.value(one, item, place, f"{name}.{key}") for key, one in found.items()}
                    return {key: value for key, value in read.items() if value is not BROKEN}
            case inspect.LiteralType(values=known):
                if isinstance(found, str) and found in known:
                    return found
                self.fault(place, f'field "{name}": found {shown(found)}; {one_of(found, known)}')
                return (near(found, map(str, known)) if isinstance(found, str) else None) or BROKEN
            case _ if fits(found, info):
                return found
        self.fault(place, f'field "{name}": found {shown(found)}, expected {meaning(info)}')
        return BROKEN

    def many(self, found: Any, item: inspect.Type, place: tuple[str, ...], name: str) -> tuple[Any, ...]:
        """A list; tables in it are counted from 1, as a reader of the file counts them. None stands for one that is broken."""
        if not isinstance(found, list):
            how = f"[[{name}]], a table for each" if tables(item) else "a list in square brackets"
            self.fault(place, f'field "{name}": found {shown(found)}, expected {how}')
            self.torn = True
            return ()
        if not tables(item):
            values = [self.value(one, item, place, name) for one in found]
            return tuple(value for value in values if value is not BROKEN)
        noun = NUMBERED.get(name, name)
        rows = [self.row(one, item, (*place, f"{noun} {count}")) for count, one in enumerate(found, 1)]
        self.torn |= BROKEN in rows
        return tuple(None if row is BROKEN else row for row in rows)

    def row(self, found: Any, item: inspect.Type, place: tuple[str, ...]) -> Any:
        """One table of a list: of one class, or of the class that its ``kind`` names."""
        if isinstance(item, inspect.StructType):
            return self.struct(found, item, place, {})
        assert isinstance(item, inspect.UnionType)
        kinds = {one.tag: one for one in item.types if isinstance(one, inspect.StructType)}
        if not isinstance(found, dict):
            self.fault(place, f"found {shown(found)}, expected a table")
            return BROKEN
        kind = found.get("kind")
        if kind is None:
            self.fault(place, f'missing field "kind"; {one_of(None, kinds)}')
        elif kind not in kinds:
            self.fault(place, f'field "kind": found {shown(kind)}; {one_of(kind, kinds)}')
        nearest = kind if kind in kinds else near(kind, map(str, kinds)) if isinstance(kind, str) else None
        if nearest is None:
            self.of_no_kind(found, list(kinds.values()), place)
            return BROKEN
        return self.struct(found, kinds[nearest], place, {})

    def of_no_kind(self, found: dict[str, Any], kinds: list[inspect.StructType], place: tuple[str, ...]) -> None:
        """Says what is wrong with the fields of a table whose kind is not known, whatever kind it may be."""
        fields = {one.encode_name: one for kind in kinds for one in kind.fields}
        for name, value in self.written(found, fields, {"kind"}, place, {}).items():
            if name in fields:
                self.value(value, fields[name].type, place, name)

    def one_kind(self, found: Any, types: tuple[inspect.Type, ...], place: tuple[str, ...], name: str) -> Any:
        """A field that may be left out: TOML has no empty value, so what is written must be of the other type."""
        (only,) = (one for one in types if not isinstance(one, inspect.NoneType))
        return self.value(found, only, place, name)


def fields_of(wanted: type) -> inspect.StructType:
    """What the fields of a class may hold; worked out once a class, as it takes longer than reading a file."""
    if wanted not in KNOWN:
        info = inspect.type_info(wanted)
        assert isinstance(info, inspect.StructType)
        KNOWN[wanted] = info
    return KNOWN[wanted]


KNOWN: dict[type, inspect.StructType] = {}


def tables(item: inspect.Type) -> bool:
    """Whether the items of a list are tables."""
    return isinstance(item, inspect.StructType | inspect.UnionType)


def fits(found: Any, info: inspect.Type) -> bool:
    """Whether a plain value is of the type; a moment of the day is no day, and true is no number."""
    match info:
        case inspect.DateType():
            return isinstance(found, date) and not isinstance(found, datetime) and EARLIEST <= found <= LATEST
        case inspect.BoolType():
            return isinstance(found, bool)
        case inspect.IntType():
            return isinstance(found, int) and not isinstance(found, bool)
        case inspect.StrType():
            return isinstance(found, str) and found == found.strip() and found != ""
    raise TypeError(f"the record has no field of type {info}")


MEANINGS: dict[type[inspect.Type], str] = {
    inspect.DateType: f"a day, written like 2004-09-21 without quotes, between {EARLIEST} and {LATEST}",
    inspect.BoolType: "true or false, without quotes",
    inspect.IntType: "a whole number, without quotes",
    inspect.StrType: "text in quotes, not empty, without blanks at its ends",
    inspect.StructType: "a table",
    inspect.VarTupleType: "a list in square brackets",
    inspect.DictType: "a table",
}


def meaning(info: inspect.Type) -> str:
    """What a field wants, in words."""
    match info:
        case inspect.UnionType(types=types):
            return meaning(next(one for one in types if not isinstance(one, inspect.NoneType)))
        case inspect.LiteralType(values=known):
            return one_of(None, known).removeprefix("expected ")
        case inspect.TupleType(item_types=items):
            return f"a list of {len(items)} values"
    return MEANINGS[type(info)]


def one_of(found: Any, known: Iterable[Any]) -> str:
    """What was expected, with the nearest name where one is near."""
    names = [str(name) for name in known]
    listed = ", ".join(names) or "nothing"
    hint = near(found, names) if isinstance(found, str) else None
    return f"expected one of {listed}" + (f'; did you mean "{hint}"?' if hint else "")


def shown(found: Any) -> str:
    """A value as it stands in the text."""
    shows: dict[type, Callable[[Any], str]] = {
        str: lambda text: text[1:] if text.startswith(NO_DAY) else f'"{text}"',
        bool: lambda truth: str(truth).lower(),
        dict: lambda table: "a table",
        list: lambda items: "[" + ", ".join(shown(item) for item in items[:3]) + (", ...]" if items[3:] else "]"),
    }
    return shows.get(type(found), str)(found)
