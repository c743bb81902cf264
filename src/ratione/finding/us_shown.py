"""What a finding on United States law holds: plain values, immutable, the same in every file and on every surface."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from ..dates import Day
from ..limbs.us_facts import UsFacts

__all__ = ["Branch", "Change", "SourceShown", "Stretch", "UsFinding", "Wanted"]

Word = Literal["no", "open", "yes"]


class Branch(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One measure in the tree: what it does here, what it says on that day, and what lifts it."""

    role: Literal["ban", "lift", "authority", "duty"]
    measure: str
    citation: str
    name: str
    says: str
    state: Literal["stands", "open", "lifted", "does not reach", "does not bind", "not in force"]
    since: str = ""
    until: str = ""
    weak: str = ""
    why: tuple[str, ...] = ()
    """What keeps it from reaching, leaves it open, or makes it a duty of something else, in words."""
    lifted_by: tuple[Branch, ...] = ()


class Wanted(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact that was not told and could change the answer."""

    fact: str
    says: str
    measures: tuple[str, ...]


class Stretch(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Days with one answer, from the first (empty: since ever) to before ``until`` (empty: still)."""

    start: str = msgspec.field(name="from", default="")
    until: str = ""
    answer: Word
    open_kind: str = ""
    deciding: tuple[str, ...] = ()


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An act that would change the answer, who may do it, and what the answer would be."""

    act: str
    who: str
    under: str = ""
    gives: Word
    open_kind: str = ""


class SourceShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source: title, publisher, the address that was read, or that of the text it reports."""

    code: str
    title: str
    publisher: str
    read: str = ""
    cites: str = ""
    weak: str = ""


class UsFinding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer to a question on United States law, with everything it rests on."""

    question: Literal["permitted", "required"]
    facts: UsFacts
    on: Day
    asked_on: Day
    answer: Word
    open_kind: str = ""
    """``conditional`` (yes if a named fact is added) or ``unsettled`` (authority divided, or a text not read)."""
    kind: str = ""
    """Which of the three an open answer is: fact, contested or weak."""
    word: str
    reason: str
    default: str
    presumed: tuple[str, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    deciding_measures: tuple[str, ...] = ()
    tree: tuple[Branch, ...] = ()
    read_with: tuple[Branch, ...] = ()
    """Measures in force that say what words mean, give powers or leave things free, beside the bans."""
    timeline: tuple[Stretch, ...] = ()
    changes: tuple[Change, ...] = ()
    weak: tuple[str, ...] = ()
    sources: tuple[SourceShown, ...] = ()
    supposed: tuple[str, ...] = ()
    record_version: str

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain values, as JSON has them."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found
