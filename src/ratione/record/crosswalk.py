"""What no single row of a scheme of country codes can show: every code means a place, and one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from .country_code import CountryCode, Scheme
from .names import folded
from .record import Record

__all__ = ["code_faults"]


def code_faults(record: Record) -> Iterator[str]:
    """A fault for each unknown place, and for each code that means two places on one day."""
    for name, scheme in record.codebook.codes.items():
        for count, row in enumerate(scheme.codes, 1):
            if row.means and not is_place(record, row.means):
                yield f'codes/{name}.toml, entry {count}: field "means": the record knows no place "{row.means}"'
        yield from overlaps(name, scheme)


def is_place(record: Record, means: str) -> bool:
    """Whether the record knows the place, written as a question writes it."""
    kind, _, code = means.rpartition(":")
    if kind == "disputed":
        return code in record.places
    if kind:
        return kind in record.states and any(row.code == code for row in record.states[kind].regions)
    return code in record.states or code in record.territories


def overlaps(name: str, scheme: Scheme) -> Iterator[str]:
    """Codes that mean two things on one day."""
    by_code: dict[str, list[CountryCode]] = {}
    for row in scheme.codes:
        by_code.setdefault(folded(row.code), []).append(row)
    for rows in by_code.values():
        rows.sort(key=lambda row: row.start or date.min)
        for one, other in pairwise(rows):
            if one.until is None or one.until > (other.start or date.min):
                yield f'codes/{name}.toml: the code "{one.code}" means "{one.means}" and "{other.means}" on one day'
