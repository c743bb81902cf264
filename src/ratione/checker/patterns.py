"""Patterns: the ways in which documents make claims, kept as text with examples, read into something that can be matched.

A pattern is written in words. ``[x]`` may be left out, ``(x|y)`` is one of them, ``<list>`` any word of a list in
``words.toml``, ``{state}`` a name of that kind, ``...`` up to six words, `` | `` parts two ways of saying the same.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from ..errors import InputError
from .marked import CODES, Marked
from .wording import BETWEEN, GENITIVE, HELD, needed_kinds, needed_words, once, sequence, starts, ways

__all__ = ["Example", "FieldRule", "Pattern", "Patterns", "Way", "Ways", "build", "compiled"]


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


class Patterns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """All patterns, word lists, names and rules for fields."""

    patterns: tuple[Pattern, ...]
    words: dict[str, tuple[str, ...]]
    names: dict[str, dict[str, tuple[str, ...]]]
    fields: tuple[FieldRule, ...]
    statuses: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls, folder: Path) -> Patterns:
        """The patterns in a folder of text; every fault of every file is named."""
        faults: list[str] = []
        tables = {path.name: loaded(path, faults) for path in sorted(folder.glob("*.toml"))}
        if not tables:
            raise InputError(f"{folder}: holds no pattern files (*.toml)")
        if faults:
            raise InputError("\n".join(faults))
        found: dict[str, Any] = {"patterns": [], "words": {}, "names": {}, "fields": [], "statuses": {}}
        for name, table in tables.items():
            if name == "words.toml":
                found["words"] = dict(table.items())
            elif name == "names.toml":
                found["names"] = {key: names if isinstance(names, dict) else {} for key, names in table.items()}
            elif name == "fields.toml":
                found["fields"], found["statuses"] = table.get("field", []), table.get("statuses", {})
            else:
                found["patterns"] += [
                    checked(one, f"{name}, pattern {n}", faults) for n, one in enumerate(table.get("pattern", []), 1)
                ]
        if faults:
            raise InputError("\n".join(faults))
        if missing := [name for name in ("fields.toml", "names.toml", "words.toml") if name not in tables]:
            raise InputError(f"{folder}: lacks {', '.join(missing)}; copy data/patterns whole and change the copy")
        if not found["patterns"]:
            raise InputError(f"{folder}: holds no pattern; expected [[pattern]] in a file beside words.toml")
        patterns = msgspec.convert(found, cls)
        tried(patterns)
        return patterns

    @classmethod
    def embedded(cls) -> Patterns:
        """The patterns that are installed with the package."""
        try:
            raw = files("ratione").joinpath("patterns.json").read_bytes()
        except FileNotFoundError:
            raise InputError("the package holds no compiled patterns (patterns.json); build the package anew") from None
        return msgspec.json.decode(raw, type=cls)

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


class Way:
    """One way of a pattern: its expression, and what a sentence must hold for it to be worth trying.

    ``needs``: of each group one word, or one kind of mention (in braces), must be there.
    ``starts``: the words and kinds of mentions with which it can begin; empty where nothing can be said.
    """

    __slots__ = ("expression", "kept", "needs", "pattern", "starts")

    def __init__(
        self, pattern: Pattern, expression: str, needs: tuple[frozenset[str], ...], starts: frozenset[str]
    ) -> None:
        self.pattern = pattern
        self.expression = expression
        self.needs = needs
        self.starts = starts
        self.kept: dict[str, re.Pattern[str]] = {}

    def compiled(self, held: str) -> re.Pattern[str]:
        """The expression for sentences that hold no more than this, compiled when it is first tried."""
        if held not in self.kept:
            self.kept[held] = re.compile(self.expression.replace(BETWEEN, HELD[held][0]))
        return self.kept[held]

    def fits(self, shadow: str, places: dict[str, list[int]], held: str) -> Iterator[re.Match[str]]:
        """Every place where it fits, none inside another; ``places`` says where each word and kind of name stands."""
        found = self.compiled(held)
        if not self.starts:
            yield from found.finditer(shadow)
            return
        past = 0
        for place in sorted({place for key in self.starts if key in places for place in places[key]}):
            if place >= past and (match := found.match(shadow, place)):
                past = match.end()
                yield match


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

    ``rare`` holds each way under the rarest of its needs, so that a sentence is asked for the others only where it meets that.
    """

    def __init__(self, patterns: Patterns) -> None:
        self.all = list(compiled(patterns))
        self.bits = {
            key: 1 << place for place, key in enumerate(sorted({*chain(*chain(*(w.needs for w in self.all)))}))
        }
        self.needs = [tuple(sum(map(self.bits.__getitem__, need)) for need in way.needs) for way in self.all]
        self.rare: dict[str, list[int]] = {}
        self.free: list[int] = []
        for number, way in enumerate(self.all):
            if way.needs:
                for key in min(way.needs, key=often):
                    self.rare.setdefault(key, []).append(number)
            else:
                self.free.append(number)
        self.known, self.first = frozenset(self.bits), frozenset(self.rare)

    def worth(self, keys: set[str]) -> list[Way]:
        """The ways of which a sentence with these words and kinds holds what they need, in their order."""
        tried = [*self.free]
        for key in keys & self.first:
            tried += self.rare[key]
        if not tried:
            return []
        held = sum(map(self.bits.__getitem__, keys & self.known))
        good = []
        for number in tried:
            for need in self.needs[number]:
                if not need & held:
                    break
            else:
                good.append(number)
        return [self.all[number] for number in sorted({*good})]

    def matches(self, sentence: Marked) -> list[tuple[Pattern, re.Match[str]]]:
        """Every place where a way fits, in the order of the ways."""
        words = sentence.open.split()
        keys = {*words, *map(BRACED.__getitem__, {one.kind for one in sentence.mentions})}
        if "'s" in sentence.fold and "'s" in sentence.shadow:
            keys.add("'s")
        worth = self.worth(keys)
        if not worth:
            return []
        shadow = sentence.shadow
        starts = {start for way in worth for start in way.starts}
        places = self.places(sentence, starts.intersection(words))
        held = next(name for name, (_, more) in HELD.items() if not more.search(shadow))
        return [(way.pattern, match) for way in worth for match in way.fits(shadow, places, held)]

    def places(self, sentence: Marked, starts: set[str]) -> dict[str, list[int]]:
        """Where each of the words stands with which a way can begin, and each kind of name."""
        found: dict[str, list[int]] = {}
        shadow = sentence.shadow
        padded = f" {sentence.open} "
        for word in starts:
            start = padded.find(f" {word} ")
            while start >= 0:
                found.setdefault(word, []).append(start)
                start = padded.find(f" {word} ", start + len(word))
        if "'s" in shadow:
            found["'s"] = [one.start() for one in GENITIVE.finditer(shadow)]
        for mention in sentence.mentions:
            found.setdefault(f"{{{mention.kind}}}", []).append(mention.start)
        return found


def tried(patterns: Patterns) -> None:
    """Compiles every way, and says which cannot be."""
    for way in compiled(patterns):
        try:
            way.compiled("plain")
        except re.error as fault:
            raise InputError(f"patterns: {way.pattern.name}: cannot be matched ({fault})") from None


def compiled(patterns: Patterns) -> Iterator[Way]:
    """Each way of each pattern as one expression over the shadow of a sentence."""
    for pattern in patterns.patterns:
        for way in ways(pattern.words):
            try:
                expression = rf"(?<![^\W_]){sequence(way, patterns.words)}(?![^\W_])"
                lists = patterns.words
                needs = (*needed_words(way, lists), *needed_kinds(way))
                yield Way(pattern, once(expression), needs, starts(way, lists))
            except (re.error, KeyError, ValueError) as fault:
                raise InputError(f"patterns: {pattern.name}: cannot read {way!r} ({fault})") from None
