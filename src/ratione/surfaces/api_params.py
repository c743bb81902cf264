"""Parameters: what a question may be told, read strictly, with the schema that says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import ratione

__all__ = [
    "ASKED_ON",
    "FORMAT",
    "KNOWN_ON",
    "LIMIT",
    "OFFSET",
    "ON",
    "RECORD",
    "SUPPOSE",
    "Param",
    "Question",
    "Told",
    "pairs_of",
    "read",
    "schema_of",
]

DAY = r"^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"


@dataclass(frozen=True)
class Param:
    """A parameter: its name, what it is, and what it may be."""

    name: str
    says: str
    kind: Literal["day", "text", "int", "flag", "texts"] = "text"
    example: Any = None
    choices: tuple[str, ...] = ()
    default: Any = None
    least: int = 0
    most: int = 400
    required: bool = False
    where: Literal["query", "path"] = "query"
    pattern: str = ""


@dataclass
class Told:
    """What was told, read: days as days, numbers as numbers, nothing that the question does not know."""

    values: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def day(self, name: str, other: date) -> date:
        """A day, or another where none was told."""
        found = self.values.get(name)
        return found if isinstance(found, date) else other

    @property
    def form(self) -> str:
        """The form of the answer."""
        return str(self.values.get(FORMAT) or "json")

    def words(self, name: str) -> list[str]:
        """A list of words."""
        return list(self.values.get(name) or [])


ON = Param("on", "the day shown; the day of asking if not told", "day", "2022-03-04")
ASKED_ON = Param("asked_on", "only acts and rulings known by then count; today if not told", "day", "2026-11-21")
KNOWN_ON = Param("known_on", "the record as it stood at the end of that day; as it stands if not told", "day")
RECORD = Param(
    "record", "the version of the record that answers; the one served if not told", most=16, pattern=r"^[0-9a-f]{16}$"
)
SUPPOSE = Param(
    "suppose",
    "an act or ruling to suppose, as 'USA ratification rome-statute 2027-03-01', 'ruling sc-carve-out no 2026-11-01', "
    "'end usc22-7401a 2027-01-01'; may be repeated; the answer says what it changes",
    "texts",
    ["USA ratification rome-statute 2027-03-01"],
    most=8,
)
LIMIT = Param(
    "limit",
    "how many rows; 100 if not told, and all of them in a form other than JSON",
    "int",
    example=100,
    least=1,
    most=500,
)
OFFSET = Param("offset", "from which row on", "int", example=0, default=0, least=0, most=100_000)
FORMAT = "format"
"""The name of the parameter that picks a form of the answer; the header ``Accept`` may do so instead."""


def schema_of(param: Param) -> dict[str, Any]:
    """The JSON Schema of a parameter."""
    if param.kind == "day":
        return {"type": "string", "format": "date", "pattern": DAY}
    if param.kind == "int":
        found: dict[str, Any] = {"type": "integer", "minimum": param.least, "maximum": param.most}
        return found | ({"default": param.default} if param.default is not None else {})
    if param.kind == "flag":
        return {"type": "string", "enum": ["true", "false"]}
    if param.kind == "texts":
        return {"type": "array", "maxItems": param.most, "items": {"type": "string", "minLength": 1, "maxLength": 200}}
    if param.choices:
        return {"type": "string", "enum": list(param.choices)}
    if param.pattern:
        return {"type": "string", "pattern": param.pattern}
    return {"type": "string", "minLength": 1, "maxLength": param.most}


def read(params: Sequence[Param], pairs: Sequence[tuple[str, str]]) -> Told:
    """What pairs of names and words tell; a :class:`ratione.FactError` names the first that is wrong."""
    known = {param.name: param for param in params}
    told: dict[str, list[str]] = {}
    for name, word in pairs:
        if name not in known:
            raise ratione.FactError(name[:60], word[:60], "one of the parameters: " + (", ".join(known) or "none"))
        told.setdefault(name, []).append(word)
    values: dict[str, Any] = {}
    for name, param in known.items():
        words = told.get(name, [])
        if param.kind == "texts":
            values[name] = many(param, words)
        elif len(words) > 1:
            raise ratione.FactError(name, ", ".join(words)[:60], "one value")
        elif words:
            values[name] = value_of(param, words[0])
        elif param.required:
            raise ratione.FactError(name, "nothing", param.says)
        else:
            values[name] = param.default
    return Told(values)


def many(param: Param, words: list[str]) -> list[str]:
    """Several words, each bounded."""
    if len(words) > param.most or any(not 1 <= len(word) <= 200 or min(map(ord, word)) < 32 for word in words):
        raise ratione.FactError(param.name, f"{len(words)} values", f"at most {param.most}, each of 1 to 200 letters")
    return words


def value_of(param: Param, word: str) -> Any:
    """A word read as its kind."""
    if param.kind == "day":
        if not re.match(DAY, word):
            raise ratione.FactError(param.name, word[:60], "a day written YYYY-MM-DD, from 1900 to 2199")
        return ratione.read_day(word, field=param.name)
    if param.kind == "int":
        if not re.fullmatch(r"-?\d{1,9}", word, re.ASCII) or not param.least <= int(word) <= param.most:
            raise ratione.FactError(param.name, word[:60], f"a whole number from {param.least} to {param.most}")
        return int(word)
    if param.kind == "flag":
        if word not in ("true", "false"):
            raise ratione.FactError(param.name, word[:60], "true or false")
        return word == "true"
    if param.choices and word not in param.choices:
        raise ratione.FactError(
            param.name, word[:60], "one of " + ", ".join(param.choices), hint=nearest(word, param.choices)
        )
    if param.pattern and not re.search(param.pattern, word):
        raise ratione.FactError(param.name, word[:60], f"a word of the form {param.pattern}")
    if not 1 <= len(word) <= param.most or any(ord(sign) < 32 for sign in word):
        raise ratione.FactError(param.name, word[:60], f"1 to {param.most} letters without control signs")
    return word


def nearest(word: str, choices: Sequence[str]) -> str | None:
    """The choice with the same letters, whatever the case."""
    return next((one for one in choices if one.casefold() == word.casefold()), None)


def pairs_of(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Names and words of a plain mapping, as a program tells them."""
    found: list[tuple[str, str]] = []
    for name, value in told.items():
        if isinstance(value, list):
            found += [(name, str(one)) for one in value]
        elif isinstance(value, bool):
            found.append((name, "true" if value else "false"))
        elif value is not None:
            found.append((name, str(value)))
    return found


@dataclass(frozen=True)
class Question:
    """A question: its path, what it is, what it may be told, the type of its answer, how it is answered, in which forms.

    ``command`` is the command of the command line that asks the same; ``forms`` are those of the answer, the first the usual.
    """

    name: str
    path: str
    says: str
    ask: Callable[[Any], Any]
    answer: Any
    params: tuple[Param, ...] = ()
    method: str = "GET"
    body: Any = None
    body_example: Any = None
    heavy: bool = False
    stable: bool = True
    forms: tuple[str, ...] = ("json",)
    command: str = ""

    @property
    def all_params(self) -> tuple[Param, ...]:
        """What the question may be told, with what every question may be told."""
        form = Param(FORMAT, "the form of the answer", choices=self.forms, default=self.forms[0])
        return (*self.params, KNOWN_ON, RECORD, *((form,) if len(self.forms) > 1 else ()))

    @property
    def paged(self) -> bool:
        """Whether the answer is a page of a list."""
        return LIMIT in self.params
