"""A record in, its faults out: what no single file can show.

Reading makes sure of every field; this makes sure that the rows fit together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import fields

from .act import Act
from .bounds import Bound, broken_bounds, read_bounds
from .conduct import impossible_acts
from .court import Dispute, Position, Referral, Ruling, Situation, Votes
from .crosswalk import code_faults
from .folder import Gathered, file_of, gather
from .instrument import Instrument
from .lawbook import lawbook_faults
from .names import folded
from .record import Record
from .references import unknown_codes
from .row import Row
from .state import Holder, Place, State, Territory
from .walking import Standing, rows

__all__ = ["check", "examine", "faults"]


def check(folder: Path) -> list[str]:
    """Every fault of the text in ``folder``: of its files, of its rows, and of how they fit together.

    >>> from ratione import check_record
    >>> check_record(Path("nowhere"))[0]
    'nowhere: no such folder'
    """
    return examine(folder)[1]


def examine(folder: Path) -> tuple[Record, list[str]]:
    """The record in ``folder``, and all its faults.

    Where a file has a fault its rows are still looked at, as far as they could be read; only what hangs on the missing ones
    is left for the next run: codes of things that could not be read, the order of acts in a torn file, bounds.
    """
    gathered = gather(folder)
    found = gathered.faults
    bounds = read_bounds(folder, found)
    if found:
        found += more_faults(gathered)
    else:
        found += faults(gathered.record, bounds)
    return gathered.record, found


def more_faults(gathered: Gathered) -> list[str]:
    """The faults that can be seen in a record of which some files could not be read, or not whole."""
    record = gathered.record
    doubted = frozenset(name.rpartition("/")[0] for name in gathered.lost | gathered.torn)
    return [
        *unknown_codes(record, doubted),
        *impossible_acts(record, gathered.torn),
        *(fault for standing in rows(record) if is_whole(standing.row) for c in ROWS for fault in c(record, standing)),
    ]


def is_whole(row: Row) -> bool:
    """Whether every table in the lists of a row could be read."""
    return all(None not in value for one in fields(type(row)) if isinstance(value := getattr(row, one.name), tuple))


def faults(record: Record, bounds: dict[str, Bound]) -> list[str]:
    """Every fault of a record that was read without one."""
    return [
        *unknown_codes(record),
        *impossible_acts(record),
        *(fault for standing in rows(record) for check_row in ROWS for fault in check_row(record, standing)),
        *same_names(record),
        *same_codes(record),
        *lawbook_faults(record),
        *code_faults(record),
        *broken_bounds(record, bounds),
    ]


OWN = (State, Territory, Place, Instrument, Situation, Ruling, Act, Holder, Referral, Position)
"""Rows that need sources of their own; the others share those of the row they stand in."""


def sourced(record: Record, standing: Standing) -> Iterator[str]:
    """Every row names a source, or says that it is recalled or inferred."""
    row = standing.row
    if row.sources or row.weak in {"recalled", "inferred"} or isinstance(row, Dispute):
        return
    if standing.inside is None or isinstance(row, OWN):
        yield f'{standing.where}: no "sources", and not weak = "recalled" or "inferred"; name where it was read'


def spans(record: Record, standing: Standing) -> Iterator[str]:
    """A span ends after it begins."""
    start, until = getattr(standing.row, "start", None), getattr(standing.row, "until", None)
    if isinstance(start, date) and isinstance(until, date) and until <= start:
        yield (
            f'{standing.where}: field "until": {until} is not after from = {start}; '
            "it is the first day on which it is no longer so"
        )


def standings(record: Record, standing: Standing) -> Iterator[str]:
    """A row enters the record when it exists, and is replaced after it entered."""
    recorded, superseded = standing.row.recorded, standing.row.superseded
    if recorded is not None and recorded < record.begins:
        yield f'{standing.where}: field "recorded": {recorded} is before {record.begins}, on which the record begins'
    if superseded is not None and superseded <= (recorded or record.begins):
        yield f'{standing.where}: field "superseded": {superseded} is not after the day on which the row was recorded'


def two_positions(record: Record, standing: Standing) -> Iterator[str]:
    """A point on which there is one position is not contested; why it was not open at first must be said."""
    row = standing.row
    if not isinstance(row, Dispute):
        return
    if len(row.positions) < 2:
        yield f"{standing.where}: found {len(row.positions)} positions, expected two or more; else nothing is contested"
    if row.at_first != "open" and not row.why:
        yield f'{standing.where}: at_first = "{row.at_first}" without "why"; say why nobody contested the point then'
    codes = [position.code for position in row.positions]
    yield from (f'{standing.where}: the position "{code}" stands twice' for code in twice(codes))


def counted_votes(record: Record, standing: Standing) -> Iterator[str]:
    """Named votes are among the counted ones."""
    row = standing.row
    if not isinstance(row, Votes):
        return
    for how in ("yes", "no", "abstain"):
        named = sum(1 for vote in row.by_state.values() if vote == how)
        if named > getattr(row, how):
            yield f"{standing.where}: {named} States are named as {how}, and {getattr(row, how)} are counted"


def dated_steps(record: Record, standing: Standing) -> Iterator[str]:
    """A step or a referral has a day, or says as much of it as is known."""
    row = standing.row
    days = [day for step in row.steps if not (day := step.day or step.day_text)] if isinstance(row, Situation) else []
    if days:
        yield f"{standing.where}: {len(days)} steps have neither day nor day_text"
    if isinstance(row, Referral) and not (row.day or row.day_text):
        yield f"{standing.where}: no day; expected cited, dated, received, announced or day_text"


ROWS = (sourced, spans, standings, two_positions, counted_votes, dated_steps)


def same_names(record: Record) -> Iterator[str]:
    """One name means one state or territory; one name or code, one contested place."""
    for groups in (("states", "territories"), ("places",), ("instruments",)):
        owner: dict[str, tuple[str, str]] = {}
        for shelf in groups:
            things: dict[str, State | Territory | Place | Instrument] = getattr(record, shelf)
            for code, thing in things.items():
                more = thing.codes if isinstance(thing, Place) else ()
                for name in dict.fromkeys(map(folded, (code, thing.name, *thing.also, *more))):
                    where = file_of(shelf, code)
                    if name in owner:
                        yield f'{where}: the name "{name}" is also a name in {owner[name][0]}'
                    owner.setdefault(name, (where, code))


def same_codes(record: Record) -> Iterator[str]:
    """A code that is written in a file is alone in it, and a referral has its code alone in the record."""
    inside: list[tuple[str, Iterable[str]]] = [
        (file_of("states", code), (region.code for region in state.regions)) for code, state in record.states.items()
    ]
    inside += [(file_of("crimes", code), (one.code for one in row.specific)) for code, row in record.crimes.items()]
    inside += [("situations/", (one.code for row in record.situations.values() for one in row.referrals))]
    for where, codes in inside:
        yield from (f'{where}: the code "{code}" stands twice' for code in twice(codes))


def twice(codes: Iterable[str]) -> list[str]:
    """Codes that stand more than once."""
    all_of_them = list(codes)
    return [code for code in dict.fromkeys(all_of_them) if all_of_them.count(code) > 1]
