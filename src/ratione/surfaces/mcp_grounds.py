"""Grounds: what an answer rests on, gathered from it: sources, weak marks, what was presumed, days, the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

import ratione

__all__ = ["Grounds", "grounds_of"]

MOST = 40
"""So many sources and weak rows are told."""
CITING = ("sources", "because", "acts", "act", "key")
"""The fields that name sources, or rows that have them."""


class Ground(Struct, kw_only=True):
    """A source of the answer: quote it by title and publisher; ``read`` is the address of what was read."""

    id: str
    title: str
    publisher: str
    read: str
    cites: str
    weak: str


class Grounds(Struct, kw_only=True):
    """What the answer rests on; quote it with the answer."""

    record_version: str
    on: str
    asked_on: str
    sources: list[Ground]
    more_sources: int
    weak: list[str]
    presumed: list[str]


def grounds_of(record: ratione.Record, answer: dict[str, Any], presumed: list[str]) -> Grounds:
    """The grounds of an answer given as plain values."""
    codes = dict.fromkeys(code for word in cited(answer) for code in sources_of(record, word))
    weak = list(dict.fromkeys(weak_rows(answer)))
    missing = [row for row in answer.get("missing", []) if row.get("presumed")]
    told = [f"{row['fact']}: {row['presumed']}" for row in missing] + list(answer.get("presumed", []))
    within = answer.get(str(answer.get("kind")))
    inner = within if isinstance(within, dict) else answer
    return Grounds(
        record_version=str(answer.get("record_version", record.version)),
        on=str(inner.get("on") or ""),
        asked_on=str(inner.get("asked_on") or inner.get("today") or ""),
        sources=[ground(record, code) for code in list(codes)[:MOST]],
        more_sources=max(0, len(codes) - MOST),
        weak=weak[:MOST] + ([f"and {len(weak) - MOST} more"] if len(weak) > MOST else []),
        presumed=[*presumed, *told],
    )


def ground(record: ratione.Record, code: str) -> Ground:
    """A source as it is told."""
    row = record.sources[code]
    return Ground(
        id=code, title=row.title, publisher=row.publisher, read=row.read, cites=row.cites, weak=row.weak or ""
    )


def cited(value: Any) -> Iterator[str]:
    """Every word of an answer that names a source or a row."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from cited(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in CITING:
                yield from named(one)
            if isinstance(one, list | dict | tuple):
                yield from cited(one)


def named(value: Any) -> Iterator[str]:
    """The words in a field that cites."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            word = one.get("id") or one.get("code") if isinstance(one, dict) else one
            if isinstance(word, str):
                yield word


def sources_of(record: ratione.Record, word: str) -> list[str]:
    """The sources that a word names: one by its id, perhaps with a passage, or those of the row behind a key."""
    code = word.partition(":")[0].strip()
    if code in record.sources:
        return [code]
    try:
        row = record.row(word)
    except (KeyError, ValueError, IndexError):
        return []
    return [one.partition(":")[0].strip() for one in row.sources] if row is not None else []


def weak_rows(value: Any) -> Iterator[str]:
    """Every row of an answer that carries a weak mark, with what the mark means."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from weak_rows(one)
    elif isinstance(value, dict):
        mark = value.get("weak")
        if isinstance(mark, str) and mark:
            names = ("key", "says", "title", "name", "iso3", "subject", "step", "code", "holder", "id")
            name = next((str(value[one]) for one in names if value.get(one)), "a row")
            yield f"{name[:160]}: {mark}, {ratione.weak_meaning(mark)}"
        elif isinstance(mark, list | tuple):
            yield from (str(one) for one in mark)
        for one in value.values():
            if isinstance(one, list | dict | tuple):
                yield from weak_rows(one)
