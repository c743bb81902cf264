"""A folder of text in, a record and every fault of its files out.

One thing is one file, and the name of the file is its code: ``states/usa.toml`` is USA, ``places/crimea.toml`` is
crimea. Sources stand many to a file, one file a publisher, and the name of the file is the publisher's family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from ..errors import near
from .country_code import Scheme
from .court import Crime, Dispute, Operation, Resolution, Ruling, Situation
from .debate import read_debates
from .instrument import Instrument
from .measure import Activity, Agreement, Alliance, Codes, Listing, Measure, Subject, Total, Waiver
from .profile import read_profiles
from .record import PACKS, UNPACKED, Record, pack_of
from .relations import Event, Organisation, Person, Profile, Statement, WrittenDebate
from .source import Source
from .state import Place, State, Territory
from .text import Reading, parsed

__all__ = ["SHELVES", "Gathered", "Shelf", "code_of", "file_of", "gather", "on_shelf"]


class Shelf(NamedTuple):
    """A folder of ``data/``: the class of its files, and how a file name gives the code."""

    kind: type[Struct]
    names: str
    capital: bool = False
    pack: str = ""
    """The part of the record that is unpacked only when it is asked for, where the shelf stands in one."""


CODE = r"[a-z0-9]+(?:-[a-z0-9]+)*"

SHELVES = {
    "states": Shelf(State, r"[a-z]{3}", capital=True),
    "territories": Shelf(Territory, CODE),
    "places": Shelf(Place, CODE),
    "instruments": Shelf(Instrument, CODE),
    "crimes": Shelf(Crime, CODE),
    "situations": Shelf(Situation, CODE, capital=True),
    "council": Shelf(Resolution, CODE, capital=True),
    "operations": Shelf(Operation, CODE),
    "disputes": Shelf(Dispute, CODE),
    "rulings": Shelf(Ruling, CODE),
    "sources": Shelf(Source, CODE),
    "united-states/subject": Shelf(Subject, r"[a-z]{3}", capital=True, pack="us_law"),
    "united-states/activities": Shelf(Activity, CODE, pack="us_law"),
    "united-states/conditions": Shelf(Codes, CODE, pack="us_law"),
    "united-states/measures": Shelf(Measure, CODE.replace("a-z", "A-Za-z"), pack="us_law"),
    "united-states/listings": Shelf(Listing, CODE, pack="us_law"),
    "united-states/waivers": Shelf(Waiver, CODE, pack="us_law"),
    "united-states/agreements": Shelf(Agreement, CODE, pack="us_law"),
    "united-states/totals": Shelf(Total, CODE, pack="us_law"),
    "united-states/alliances": Shelf(Alliance, CODE, pack="us_law"),
    "united-states/events": Shelf(Event, CODE, pack="relations"),
    "united-states/statements": Shelf(Statement, CODE, pack="relations"),
    "people": Shelf(Person, CODE, pack="relations"),
    "organisations": Shelf(Organisation, CODE, pack="relations"),
    "codes": Shelf(Scheme, CODE, pack="crosswalk"),
}
"""The folders of ``data/`` that make the record; other folders hold other things and are not read here."""

ROOMS = {shelf.partition("/")[0] for shelf in SHELVES}
"""The folders of ``data/`` in which shelves stand."""

BESIDE = {"record", "bounds", "TEMPLATE"}
"""Files in ``data/`` itself: the day the record begins, the bounds, and the model of a new state."""

OTHER = {"schema", "debates", "profiles", "patterns"}
"""Folders of ``data/`` that hold no file read here."""


def code_of(shelf: str, stem: str) -> str:
    """The code of the thing in the file ``stem`` of the folder ``shelf``.

    >>> code_of("states", "usa"), code_of("territories", "grl"), code_of("territories", "akrotiri-dhekelia")
    ('USA', 'GRL', 'akrotiri-dhekelia')
    """
    capital = SHELVES[shelf].capital or (shelf == "territories" and len(stem) == 3)
    return stem.upper() if capital else stem


def file_of(shelf: str, code: str) -> str:
    """The file in which the thing ``code`` stands.

    >>> file_of("states", "USA")
    'states/usa.toml'
    """
    return f"{shelf}/{code if '/measures' in shelf else code.lower()}.toml"


class Gathered(NamedTuple):
    """What a folder holds: the record, every fault of its files, and which files could not be read whole.

    Where there are faults the record is good only for finding more of them: ``lost`` files are not in it, and in the lists
    of ``torn`` ones None stands for each table that could not be read.
    """

    record: Record
    faults: list[str]
    lost: frozenset[str]
    torn: frozenset[str]


def gather(folder: Path) -> Gathered:
    """The record that the text in ``folder`` makes, and every fault of its files."""
    faults: list[str] = []
    lost, torn = set(), set()
    parts: dict[str, dict[str, Any]] = {shelf: {} for shelf in SHELVES}
    for shelf, path in files(folder, faults):
        name = f"{shelf}/{path.name}"
        table = parsed(path, name, faults)
        reading = Reading(name, faults)
        if table is None or not shelve(parts, shelf, path, table, reading):
            lost.add(name)
        elif reading.torn:
            torn.add(name)
    profiles = read_profiles(folder / "profiles" / "us", faults)
    debates = read_debates(folder / "debates", faults)
    record = Record(begins=begins(folder, faults), **packed(parts, profiles, debates))
    return Gathered(record, faults, frozenset(lost), frozenset(torn))


def packed(
    parts: dict[str, dict[str, Any]], profiles: dict[str, Profile], debates: dict[str, WrittenDebate]
) -> dict[str, Any]:
    """The fields of a record, with the shelves of each pack encoded into one."""
    fields: dict[str, Any] = {}
    packs: dict[str, dict[str, Any]] = {"relations": {"profiles": profiles, "debates": debates}}
    for shelf, things in parts.items():
        pack = SHELVES[shelf].pack
        if pack:
            packs.setdefault(pack, {})[room(shelf)] = things
        else:
            fields[shelf] = things
    for pack, things in packs.items():
        fields[pack] = pack_of(PACKS[pack](**things))
    return fields


def room(shelf: str) -> str:
    """The name of a shelf in its pack."""
    return shelf.rpartition("/")[2]


def on_shelf(record: Record, shelf: str) -> dict[str, Any]:
    """The things on a shelf of a record, by their codes."""
    pack = SHELVES[shelf].pack
    found: dict[str, Any] = getattr(getattr(record, UNPACKED[pack]), room(shelf)) if pack else getattr(record, shelf)
    return found


def files(folder: Path, faults: list[str]) -> Iterator[tuple[str, Path]]:
    """Every file of the record, with its shelf; a file that stands where none is read is a fault."""
    if not folder.is_dir():
        faults.append(f"{folder}: no such folder")
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in ROOMS and path.name not in OTHER and any(path.rglob("*.toml")):
            faults.append(f"{path.name}/: unknown folder; {known(path.name, ROOMS)}")
        elif path.suffix == ".toml" and path.stem not in BESIDE:
            faults.append(f"{path.name}: unknown file; {known(path.stem, BESIDE)}")
    for shelf in SHELVES:
        for path in sorted((folder / shelf).glob("*")):
            if path.suffix != ".toml":
                faults.append(f"{shelf}/{path.name}: no TOML file; its name must end in .toml")
            elif not re.fullmatch(SHELVES[shelf].names, path.stem):
                how = "a code of three small letters" if shelf == "states" else "small letters, digits and hyphens"
                faults.append(f"{shelf}/{path.name}: the name of the file is no code; expected {how}")
            else:
                yield shelf, path


def known(found: str, names: Any) -> str:
    """What was expected, with the nearest name where one is near."""
    hint = near(found, names)
    return f"expected one of {', '.join(sorted(names))}" + (f'; did you mean "{hint}"?' if hint else "")


def shelve(parts: dict[str, dict[str, Any]], shelf: str, path: Path, table: dict[str, Any], reading: Reading) -> bool:
    """Puts what one file says on its shelf; False where nothing could be made of it, or of some of its sources."""
    if shelf == "sources":
        return shelve_sources(parts[shelf], reading, path.stem, table)
    code = code_of(shelf, path.stem)
    value = reading.table(table, SHELVES[shelf].kind, {"code": code})
    if value is None or (reading.torn and SHELVES[shelf].pack):  # packs are encoded, and None is no row
        return False
    parts[shelf][code] = value
    return True


def shelve_sources(sources: dict[str, Any], reading: Reading, family: str, table: dict[str, Any]) -> bool:
    """Puts the sources of one publisher on the shelf; each has its own code, which must be alone."""
    whole = True
    for name in table:
        if name != "source":
            reading.fault((), f'unknown field "{name}"; expected [[source]] tables only')
    rows = table.get("source", [])
    if not isinstance(rows, list):
        reading.fault((), "found [source], expected [[source]], a table for each")
        return False
    for count, row in enumerate(rows, 1):
        value = reading.table(row, Source, {"family": family}, (f"source {count}",))
        if value is None:
            whole = False
            continue
        if value.code in sources:
            reading.fault((f"source {count}",), f'the code "{value.code}" is taken by another source')
        sources[value.code] = value
    return whole


def begins(folder: Path, faults: list[str]) -> date:
    """The first day of the record, from ``record.toml``."""
    path = folder / "record.toml"
    if not path.exists():
        faults.append("record.toml: missing; expected a file that says: begins = 2026-11-21")
        return date.min
    table = parsed(path, "record.toml", faults)
    if table is None:
        return date.min
    reading = Reading("record.toml", faults)
    value = reading.table(table, Beginning, {})
    return value.begins if value is not None else date.min


class Beginning(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``record.toml`` says: the day on which the record was first made."""

    begins: date
