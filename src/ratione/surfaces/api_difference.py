"""Difference: what a supposition changes in an answer, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

__all__ = ["Difference", "differences"]

MOST = 200
"""So many changes are told; an answer with more says so in the last."""
KEYS = ("code", "iso3", "act", "key", "measure", "instrument", "fact", "limb", "citation", "crime", "name")
"""What tells rows of a list apart, the first that all rows have."""


class Difference(Struct, kw_only=True):
    """A place in the answer that the supposition changes, as ``under[apic].now.status``.

    What stands there without the supposition, and with it; null for what is not there.
    """

    at: str
    without: Any
    supposed: Any


def differences(without: Any, supposed: Any) -> list[Difference]:
    """Every place where two answers differ, the outermost that is whole.

    >>> [(one.at, one.without, one.supposed) for one in differences({"a": [1, 2], "b": "x"}, {"a": [1, 3], "b": "x"})]
    [('a', [2], [3])]
    """
    found: list[Difference] = []
    for one in walked("", without, supposed):
        if len(found) == MOST:
            found.append(Difference(at="...", without=None, supposed=f"more than {MOST} places differ"))
            break
        found.append(one)
    return found


def walked(at: str, without: Any, supposed: Any) -> Iterator[Difference]:
    """The differences at a place and below it."""
    if without == supposed:
        return
    if isinstance(without, dict) and isinstance(supposed, dict):
        for name in dict.fromkeys((*without, *supposed)):
            yield from walked(f"{at}.{name}" if at else name, without.get(name), supposed.get(name))
    elif isinstance(without, list | tuple) and isinstance(supposed, list | tuple):
        yield from listed(at, without, supposed)
    else:
        yield Difference(at=at, without=without, supposed=supposed)


def listed(at: str, without: Sequence[Any], supposed: Sequence[Any]) -> Iterator[Difference]:
    """The differences of two lists: row by row where a key tells rows apart, else what is in one of them only."""
    key = next((name for name in KEYS if told_apart(name, without) and told_apart(name, supposed)), None)
    if key is None:
        gone = [row for row in without if row not in supposed]
        come = [row for row in supposed if row not in without]
        if gone or come:
            yield Difference(at=at, without=gone, supposed=come)
        return
    old, new = ({row[key]: row for row in rows} for rows in (without, supposed))
    for word in dict.fromkeys((*old, *new)):
        yield from walked(f"{at}[{word}]", old.get(word), new.get(word))


def told_apart(name: str, rows: Sequence[Any]) -> bool:
    """Whether a key tells all rows of a list apart."""
    words = [row.get(name) if isinstance(row, dict) else None for row in rows]
    return all(isinstance(word, str) for word in words) and len(set(words)) == len(words)
