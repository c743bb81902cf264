"""Scope: which questions in free words are refused, and why; a list of patterns kept as text, no model."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ratione

__all__ = ["Scope", "refused", "scope"]


class Scope(NamedTuple):
    """What is in scope, the words of the subject, and the patterns of what is refused, each with the reason."""

    holds: tuple[str, ...]
    subject: re.Pattern[str]
    refuse: tuple[tuple[re.Pattern[str], str], ...]


@cache
def scope() -> Scope:
    """The scope as the text has it."""
    told = tomllib.loads((files(__package__) / "mcp_scope.toml").read_text("utf-8"))
    patterns = tuple((re.compile(row["pattern"], re.IGNORECASE), row["why"]) for row in told["refuse"])
    return Scope(tuple(told["scope"]), re.compile(told["subject"], re.IGNORECASE), patterns)


def refused(record: ratione.Record, question: str) -> str:
    """Why a question is refused, or nothing where it is in scope.

    >>> refused(ratione.Record.embedded(), "Will Hungary rejoin the Court?")
    'it asks what will happen; the record holds what was done and what follows from it'
    >>> refused(ratione.Record.embedded(), "When did Hungary leave the Court?")
    ''
    """
    known = scope()
    for pattern, why in known.refuse:
        if pattern.search(question):
            return why
    if known.subject.search(question) or mentioned(record, question):
        return ""
    return "it names nothing that the record knows"


def mentioned(record: ratione.Record, question: str) -> list[ratione.Thing]:
    """The states, situations and laws whose names stand in a question, the longest names first."""
    words = f" {plain_words(question)} "
    found: dict[tuple[str, str], tuple[int, ratione.Thing]] = {}
    for thing in ratione.things(record):
        if thing.kind in KINDS:
            for name in (thing.name, *thing.also):
                plain = plain_words(name)
                if len(plain) > 3 and f" {plain} " in words:
                    found.setdefault((thing.kind, thing.code), (-len(plain), thing))
    return [thing for _, thing in sorted(found.values(), key=lambda pair: (pair[0], pair[1].kind))]


def plain_words(text: str) -> str:
    """A text without its signs."""
    return " ".join(re.sub(r"[^\w\s-]", " ", ratione.folded(text)).split())


KINDS = ("state", "territory", "place", "instrument", "situation", "resolution", "measure", "listing", "person")
