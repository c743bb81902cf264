"""Patterns: the ways in which documents make claims, kept as text with examples, read into something that can be matched.

A pattern is written in words. ``[x]`` may be left out, ``(x|y)`` is one of them, ``<list>`` any word of a list in
``words.toml``, ``{state}`` a name of that kind, ``...`` up to six words, `` | `` parts two ways of saying the same.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Iterator, Set
from functools import cached_property, reduce
from importlib.resources import files
from operator import or_
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from ..errors import InputError
from .marked import CODES, Marked
from .wording import GENITIVE, needed_kinds, needed_words, once, sequence, starts, ways, without_asides

__all__ = ["Example", "FieldRule", "Frame", "Pattern", "Patterns", "Way", "Ways", "build"]


class Example(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sentence that a pattern must read, and what it must find there; ``page`` is the state that the page is about."""

    text: str
    subject: str = ""
    object: str = ""
    date: str = ""
    predicate: str = ""
    page: str = ""


class Pattern(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way in which a claim is made.

    ``subject``: ``before`` (the nearest name before the words), ``by`` (after ``by`` behind them), ``slot`` (the name in the
    words), or a code. ``object``: what must be named: ``treaty``, ``court`` (the treaty or the Court), ``situation``, ``none``.
    ``negative``: what is claimed where the words are denied; empty: nothing. ``day``: ``act`` (a day beside the words),
    ``status`` (since, as of), ``none``. ``how`` goes to the comparison.
    """

    name: str
    says: str
    claims: str
    words: str
    subject: str = "before"
    object: Literal["treaty", "court", "situation", "slot", "none"] = "treaty"
    about: str = ""
    negative: str = ""
    denies: bool = False
    day: Literal["act", "status", "none"] = "act"
    needs_day: bool = False
    all_days: bool = False
    """True where every day in the clause is one claim: accepted in 2003 and again in 2010."""
    bare: bool = False
    """True where no treaty need follow the words: a ratification, the accession."""
    wants: tuple[str, ...] = ()
    """Words of which the sentence must hold one in front of the pattern."""
    names: tuple[str, ...] = ()
    """Codes of which one must be named inside the words."""
    any_mood: bool = False
    """True where words such as ``would`` or ``intends`` before it take nothing from the claim."""
    how: tuple[str, ...] = ()
    must_match: tuple[Example, ...] = ()
    must_not_match: tuple[str, ...] = ()


class FieldRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a field, label or column means: its names, the predicate, and how its value is read."""

    names: tuple[str, ...]
    claims: str
    value: Literal["day", "flag", "status", "count", "subject", "prose"]
    instrument: str = "rome-statute"
    no: str = ""
    how: tuple[str, ...] = ()


class Frame(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words that tell an act wherever they stand in a clause: verbs, nouns, and papers that are deposited or sent."""

    claims: str
    name: str = ""
    says: str = ""
    negative: str = ""
    how: tuple[str, ...] = ()
    must_match: tuple[Example, ...] = ()
    must_not_match: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One way of a pattern: its expression, and what a sentence must hold for it to be worth trying.

    ``pattern``: the number of its pattern. ``needs``: of each group one word, or one kind of mention (in braces), must be
    there. ``starts``: the words and kinds of mentions with which it can begin; empty where nothing can be said.
    """

    pattern: int
    expression: str
    needs: tuple[frozenset[str], ...]
    starts: frozenset[str]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled when it is first tried."""
        return re.compile(self.expression)

    def fits(self, shadow: str, places: Places) -> list[re.Match[str]]:
        """Every place where it fits, none inside another; ``places`` says where each word and kind of name stands."""
        if not self.starts:
            return [*self.compiled.finditer(shadow)]
        found: list[re.Match[str]] = []
        past = 0
        for place in places.of(self.starts & places.words):
            if place >= past and (match := self.compiled.match(shadow, place)):
                past = match.end()
                found.append(match)
        return found


class Patterns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """All patterns, word lists, names and rules for fields."""

    patterns: tuple[Pattern, ...]
    words: dict[str, tuple[str, ...]]
    names: dict[str, dict[str, tuple[str, ...]]]
    fields: tuple[FieldRule, ...]
    statuses: dict[str, tuple[str, ...]]
    frames: tuple[Frame, ...]
    ways: tuple[Way, ...]
    """Every way of every pattern, made into expressions when the patterns are built."""

    @classmethod
    def read(cls, folder: Path) -> Patterns:
        """The patterns in a folder of text; every fault of every file is named."""
        faults: list[str] = []
        tables = {path.name: loaded(path, faults) for path in sorted(folder.glob("*.toml"))}
        if not tables:
            raise InputError(f"{folder}: holds no pattern files (*.toml)")
        if faults:
            raise InputError("\n".join(faults))
        found: dict[str, Any] = {"patterns": [], "words": {}, "names": {}, "fields": [], "statuses": {}, "frames": []}
        for name, table in tables.items():
            if name == "words.toml":
                found["words"] = dict(table.items())
            elif name == "names.toml":
                found["names"] = {key: names if isinstance(names, dict) else {} for key, names in table.items()}
            elif name == "fields.toml":
                found["fields"], found["statuses"] = table.get("field", []), table.get("statuses", {})
            elif name == "frames.toml":
                found["frames"] = table.get("frame", [])
            else:
                found["patterns"] += [
                    checked(one, f"{name}, pattern {n}", faults) for n, one in enumerate(table.get("pattern", []), 1)
                ]
        if faults:
            raise InputError("\n".join(faults))
        if missing := [
            name for name in ("fields.toml", "frames.toml", "names.toml", "words.toml") if name not in tables
        ]:
            raise InputError(f"{folder}: lacks {', '.join(missing)}; copy data/patterns whole and change the copy")
        if not found["patterns"]:
            raise InputError(f"{folder}: holds no pattern; expected [[pattern]] in a file beside words.toml")
        patterns = msgspec.convert(found | {"ways": ()}, cls)
        patterns = msgspec.structs.replace(patterns, ways=tuple(compiled(patterns)))
        tried(patterns)
        return patterns

    @classmethod
    def embedded(cls) -> Patterns:
        """The patterns that are installed with the package."""
        try:
            raw = files("ratione").joinpath("patterns.json").read_bytes()
        except FileNotFoundError:
            raise InputError("the package holds no compiled patterns (patterns.json); build the package anew") from None
        try:
            return msgspec.json.decode(raw, type=cls)
        except msgspec.ValidationError as fault:
            raise InputError(f"patterns.json: is of another version ({fault}); build the package anew") from None

    def encode(self) -> bytes:
        """Canonical JSON."""
        return msgspec.json.encode(self, order="deterministic") + b"\n"


def loaded(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        faults.append(f"patterns/{path.name}: is no TOML: {fault}")
        return {}


def checked(table: dict[str, Any], where: str, faults: list[str]) -> Any:
    """A pattern, its fields and words tried out."""
    try:
        msgspec.convert(table, Pattern)
    except msgspec.ValidationError as fault:
        faults.append(f"patterns/{where} ({table.get('name', 'no name')}): {fault}")
    return table


def build(folder: Path, out: Path) -> Patterns:
    """Reads the pattern files and writes them to ``out`` as canonical JSON: whole, or not at all."""
    patterns = Patterns.read(folder)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(patterns.encode())
        os.chmod(name, 0o644)
        os.replace(name, out)
    except BaseException:
        os.unlink(name)
        raise
    return patterns


class Places(dict[str, list[int]]):
    """Where each word and kind of name of a sentence stands, looked for when it is first asked.

    ``words`` are its words that stand in no name, and its kinds of names in braces.
    """

    def __init__(self, sentence: Marked) -> None:
        super().__init__()
        self.sentence = sentence
        plain = sentence.open
        self.padded = f" {plain} "
        self.words = {*plain.split(), *map(BRACED.__getitem__, {one.kind for one in sentence.mentions})}
        if "'s" in sentence.fold and "'s" in sentence.shadow:
            self.words.add("'s")

    def of(self, keys: Set[str]) -> list[int]:
        """Where any of these stands, in order."""
        if len(keys) == 1:
            return self[next(iter(keys))]
        return sorted({place for key in keys for place in self[key]})

    def __missing__(self, key: str) -> list[int]:
        if key[0] == "{":
            found = [one.start for one in self.sentence.mentions if BRACED[one.kind] == key]
        elif key == "'s":
            found = [one.start() for one in GENITIVE.finditer(self.sentence.shadow)]
        else:
            found = []
            word = f" {key} "
            start = self.padded.find(word)
            while start >= 0:
                found.append(start)
                start = self.padded.find(word, start + len(key))
        self[key] = found
        return found


COMMON = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
    )
).union(("not", "of", "on", "or", "that", "the", "this", "to", "was", "were", "with"))
BRACED = {kind: f"{{{kind}}}" for kind in CODES}
"""Kinds of names as needs are written."""


def often(need: frozenset[str]) -> int:
    """How often a sentence meets a need, as far as its words show: names more often than the commonest words."""
    return sum(50 if key[0] == "{" else 30 if key in COMMON else 1 for key in need)


class Ways:
    """Every way of every pattern, found by the words of a sentence: only those that can fit are tried, where they can begin.

    The needs of all ways stand in rows, the rarest of each way in the first row, the next in the second. Every word and kind
    of name has a number in which a bit is set for each need that it meets, so that one sum says which ways can fit.
    """

    def __init__(self, patterns: Patterns) -> None:
        self.all = patterns.ways
        self.patterns = patterns.patterns
        self.every = (1 << len(self.all)) - 1
        self.rows = max((len(way.needs) for way in self.all), default=0)
        self.none = 0
        """The bits of needs that a way does not have."""
        self.met: dict[str, int] = {}
        for number, way in enumerate(self.all):
            needs = sorted(way.needs, key=often)
            for row in range(self.rows):
                bit = 1 << (row * len(self.all) + number)
                if row >= len(needs):
                    self.none |= bit
                    continue
                for key in needs[row]:
                    self.met[key] = self.met.get(key, 0) | bit
        self.known = frozenset(self.met)

    def worth(self, keys: set[str]) -> list[Way]:
        """The ways of which a sentence with these words and kinds holds what they need, in their order."""
        met = reduce(or_, map(self.met.__getitem__, keys & self.known), self.none)
        good = met & self.every
        for _ in range(self.rows - 1):
            if not good:
                return []
            met >>= len(self.all)
            good &= met
        found = []
        while good:
            lowest = good & -good
            found.append(self.all[lowest.bit_length() - 1])
            good ^= lowest
        return found

    def matches(self, sentence: Marked) -> list[tuple[Pattern, re.Match[str]]]:
        """Every place where a way fits, in the order of the ways."""
        places = Places(sentence)
        worth = self.worth(places.words)
        if not worth:
            return []
        shadow = sentence.shadow
        found = [(self.patterns[way.pattern], match) for way in worth for match in way.fits(shadow, places)]
        bare = without_asides(shadow)
        if bare == shadow:
            return found
        read = {(id(pattern), match.start()) for pattern, match in found}
        more = [(self.patterns[way.pattern], match) for way in worth for match in way.fits(bare, places)]
        return found + [one for one in more if (id(one[0]), one[1].start()) not in read]


def tried(patterns: Patterns) -> None:
    """Compiles every way, and says which cannot be."""
    for way in patterns.ways:
        try:
            _ = way.compiled
        except re.error as fault:
            raise InputError(f"patterns: {patterns.patterns[way.pattern].name}: cannot be matched ({fault})") from None


def compiled(patterns: Patterns) -> Iterator[Way]:
    """Each way of each pattern as one expression over the shadow of a sentence."""
    for number, pattern in enumerate(patterns.patterns):
        for way in ways(pattern.words):
            try:
                expression = once(rf"(?<![^\W_]){sequence(way, patterns.words)}(?![^\W_])")
                needs = (*needed_words(way, patterns.words), *needed_kinds(way))
                yield Way(pattern=number, expression=expression, needs=needs, starts=starts(way, patterns.words))
            except (re.error, KeyError, ValueError) as fault:
                raise InputError(f"patterns: {pattern.name}: cannot read {way!r} ({fault})") from None
