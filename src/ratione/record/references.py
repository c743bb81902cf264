"""Every code that the record names is the code of something in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ..errors import near
from .record import Record
from .walking import Standing, rows

__all__ = ["unknown_codes"]

NAMED = {
    "sources": "sources",
    "instrument": "instruments",
    "amends": "instruments",
    "amendment": "instruments",
    "dispute": "disputes",
    "disputes": "disputes",
    "territorial_clauses": "disputes",
    "carve_out": "disputes",
    "state": "states",
    "states": "states",
    "parent": "states",
    "nationals": "states",
    "sponsors": "states",
    "by_state": "states",
    "counted_under": "states",
    "territories": "territories",
    "situation": "situations",
    "crimes": "crimes",
    "resolution": "council",
    "resolutions": "council",
}
"""The fields that name a code, and the folder in which the thing stands."""

SINGULAR = {
    "council": "resolution",
    "territories": "territory",
    "states": "state",
    "sources": "source",
    "instruments": "instrument",
    "disputes": "dispute",
    "situations": "situation",
    "crimes": "crime",
}

PLACED = {"states", "territories", "places"}
"""The folders in which what a place may be stands."""

CARRIERS = ("vessel", "aircraft", "eez")
"""What a place may be instead of land: a ship or aircraft of a state, or the sea off its coast."""


def unknown_codes(record: Record, doubted: Collection[str] = ()) -> Iterator[str]:
    """A fault for each code that nothing in the record has; of folders that are ``doubted`` nothing is said."""
    for standing in rows(record):
        for field, shelf in NAMED.items():
            if shelf in doubted:
                continue
            for code in codes(getattr(standing.row, field, ())):
                yield from unknown(record, standing, field, shelf, code)
        for place in () if PLACED & {*doubted} else getattr(standing.row, "places", ()):
            yield from unknown_place(record, standing, place)


def codes(value: Any) -> tuple[str, ...]:
    """The codes in a field: one, none or many; what follows the colon of a source is a passage in it."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value)


def unknown(record: Record, standing: Standing, field: str, shelf: str, code: str) -> Iterator[str]:
    """A fault if nothing on the shelf has the code."""
    known = getattr(record, shelf)
    if field == "sources":
        code = code.partition(":")[0].rstrip()
    if code not in known:
        yield f'{standing.where}: field "{field}": unknown {SINGULAR[shelf]} "{code}"{hint(code, known)}'


def unknown_place(record: Record, standing: Standing, place: str) -> Iterator[str]:
    """A fault if a place is neither a state, a territory, a region, a contested place, a carrier nor the high seas."""
    kind, _, name = place.partition(":")
    known: list[str]
    if not name:
        wanted, found, known = "place", place, [*record.states, *record.territories, "highseas"]
    elif kind == "disputed":
        wanted, found, known = "contested place", name, [*record.places]
    elif kind in CARRIERS:
        wanted, found, known = "state", name, [*record.states]
    elif kind in record.states:
        wanted, found, known = f"region of {kind}", name, [region.code for region in record.states[kind].regions]
    else:
        wanted, found, known = "kind of place", kind, [*record.states, "disputed", *CARRIERS]
    if found not in known:
        yield f'{standing.where}: field "places": unknown {wanted} "{found}"{hint(found, known)}'


def hint(found: str, known: Iterable[str]) -> str:
    """The nearest code, where one is near."""
    nearest = near(found, known)
    return f'; did you mean "{nearest}"?' if nearest else ""
