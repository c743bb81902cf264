"""How many of each thing there must be: a slip that drops or doubles a row breaks a bound.

A broken bound is explained before it is moved: ``why`` says what the numbers rest on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from ..errors import near
from . import act as kinds
from .act import Act
from .record import Record
from .text import Reading, parsed

__all__ = ["Bound", "broken_bounds", "read_bounds"]


class Bound(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fewest and the most of a thing, and why."""

    fewest: int
    most: int
    why: str


def acts(wanted: type[Act]) -> Callable[[Record], int]:
    """Counts acts of a kind, under all instruments."""
    return lambda record: sum(1 for _, act in record.acts.values() if isinstance(act, wanted))


def signatures(record: Record) -> int:
    """Counts signatures of instruments; one of a Final Act is none."""
    return sum(1 for _, act in record.acts.values() if type(act) is kinds.Signature)


def overrides(record: Record) -> int:
    """Counts acts whose effect is written down because no rule gives it."""
    return sum(1 for _, act in record.acts.values() if getattr(act, "effective", None) is not None)


def recalled(record: Record) -> int:
    """Counts acts that rest on memory."""
    return sum(1 for _, act in record.acts.values() if act.weak == "recalled")


COUNTS: dict[str, Callable[[Record], int]] = {
    "states": lambda record: len(record.states),
    "territories": lambda record: len(record.territories),
    "places": lambda record: len(record.places),
    "instruments": lambda record: len(record.instruments),
    "crimes": lambda record: len(record.crimes),
    "situations": lambda record: len(record.situations),
    "referrals": lambda record: len(record.referrals),
    "council": lambda record: len(record.council),
    "operations": lambda record: len(record.operations),
    "disputes": lambda record: len(record.disputes),
    "rulings": lambda record: len(record.rulings),
    "sources": lambda record: len(record.sources),
    "acts": lambda record: len(record.acts),
    "signatures": signatures,
    "consents": acts(kinds.Deposit),
    "withdrawal-notices": acts(kinds.WithdrawalNotice),
    "overrides": overrides,
    "recalled-acts": recalled,
    "measures": lambda record: len(record.lawbook.measures),
    "listings": lambda record: len(record.lawbook.listings),
    "agreements": lambda record: len(record.lawbook.agreements),
    "waivers": lambda record: len(record.lawbook.waivers),
    "events": lambda record: len(record.history.events),
    "statements": lambda record: len(record.history.statements),
    "people": lambda record: len(record.history.people),
    "organisations": lambda record: len(record.history.organisations),
}
"""What can be counted, by the name it has in ``bounds.toml``."""


def read_bounds(folder: Path, faults: list[str]) -> dict[str, Bound]:
    """The bounds in ``bounds.toml``; every thing that can be counted must have its bounds."""
    table = parsed(folder / "bounds.toml", "bounds.toml", faults)
    if table is None:
        return {}
    reading = Reading("bounds.toml", faults)
    found = {}
    for name, row in table.items():
        if name not in COUNTS:
            hint = near(name, COUNTS)
            reading.fault((), f'unknown thing "{name}"' + (f'; did you mean "{hint}"?' if hint else ""))
            continue
        bound = reading.table(row, Bound, {}, (name,))
        if bound is not None:
            found[name] = bound
    for name in COUNTS:
        if name not in table:
            reading.fault((), f"missing [{name}]; expected fewest, most and why")
    return found


def broken_bounds(record: Record, bounds: dict[str, Bound]) -> Iterator[str]:
    """A fault for each thing of which there are too few or too many."""
    for name, bound in bounds.items():
        count = COUNTS[name](record)
        if not bound.fewest <= count <= bound.most:
            yield (
                f"bounds.toml, {name}: found {count}, expected {bound.fewest} to {bound.most} ({bound.why}); "
                "say why before you move the bound"
            )
