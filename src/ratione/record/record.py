"""Record: the whole of what the sources say, as one immutable value."""

import hashlib
import os
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct

from ..errors import InputError
from .act import AnyAct
from .country_code import Crosswalk
from .court import Crime, Dispute, Operation, Referral, Resolution, Ruling, Situation
from .instrument import Instrument
from .measure import Lawbook
from .relations import Relations
from .row import Row
from .source import Source
from .state import Place, State, Territory

__all__ = ["Record"]


EMBEDDED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "record.json")
"""Where the package holds the record it was built with."""

EMPTY = msgspec.Raw(b"{}")

PACKS: dict[str, type[Struct]] = {"us_law": Lawbook, "relations": Relations, "crosswalk": Crosswalk}
"""The parts of the record that stay packed until they are asked for."""

UNPACKED = {"us_law": "lawbook", "relations": "history", "crosswalk": "codebook"}
"""The name under which each part is unpacked."""


def pack_of(things: Struct) -> msgspec.Raw:
    """Things in the canonical bytes in which a record holds them."""
    return msgspec.Raw(msgspec.json.encode(things, order="deterministic"))


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """Everything the sources say: acts, instruments, places, situations, disputes, rulings, sources.

    ``begins`` is the day on which the record was first made: rows that name no day entered it then.

    >>> record = Record.embedded()
    >>> record.states["BDI"].name
    'Burundi'
    """

    begins: date
    states: dict[str, State] = {}
    territories: dict[str, Territory] = {}
    places: dict[str, Place] = {}
    instruments: dict[str, Instrument] = {}
    crimes: dict[str, Crime] = {}
    situations: dict[str, Situation] = {}
    council: dict[str, Resolution] = {}
    operations: dict[str, Operation] = {}
    disputes: dict[str, Dispute] = {}
    rulings: dict[str, Ruling] = {}
    sources: dict[str, Source] = {}
    us_law: msgspec.Raw = EMPTY
    """United States law, unpacked as ``lawbook`` when it is asked for: most questions never do."""
    relations: msgspec.Raw = EMPTY
    """The history of a relationship, unpacked as ``history``."""
    crosswalk: msgspec.Raw = EMPTY
    """Country codes of others, unpacked as ``codebook``."""

    @classmethod
    def embedded(cls) -> "Record":
        """The record that is installed with the package."""
        if not os.path.exists(EMBEDDED):
            raise InputError("the package holds no compiled record (record.json); make it with: ratione record build")
        return cls.open(EMBEDDED)

    @staticmethod
    def embedded_path() -> str:
        """Where the record lies that is installed with the package."""
        return EMBEDDED

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> "Record":
        """The record compiled at ``path``, as written by ``ratione record build``."""
        try:
            with open(path, "rb") as file:
                return cls.decode(file.read())
        except OSError as fault:
            raise InputError(f"{path}: cannot be read ({fault.strerror})") from None

    @classmethod
    def decode(cls, raw: bytes) -> "Record":
        """The record in its canonical bytes."""
        try:
            record = DECODER.decode(raw)
        except msgspec.MsgspecError as fault:
            raise InputError(f"not a record of this version of ratione: {fault}") from None
        record.__dict__["raw"] = raw
        return record

    def encode(self) -> bytes:
        """Canonical JSON: the same record gives the same bytes, whatever order its files were read in."""
        return msgspec.json.encode(self, order="deterministic") + b"\n"

    @cached_property
    def version(self) -> str:
        """The first sixteen hex digits of the SHA-256 of the canonical bytes."""
        return hashlib.sha256(self.__dict__.get("raw") or self.encode()).hexdigest()[:16]

    @cached_property
    def acts(self) -> dict[str, tuple[str, AnyAct]]:
        """Every act by its key, with the code of its state."""
        return {act.key_in(code): (code, act) for code, state in self.states.items() for act in state.acts}

    @cached_property
    def referrals(self) -> dict[str, tuple[str, Referral]]:
        """Every referral by its code, with the code of its situation."""
        return {row.code: (code, row) for code, case in self.situations.items() for row in case.referrals}

    @cached_property
    def day(self) -> date:
        """The day of the record: the last on which a row entered it."""
        kinds: tuple[dict[str, Any], ...] = (self.rulings, self.council, self.disputes)
        days = [act.recorded for state in self.states.values() for act in state.acts if act.recorded]
        days += [row.recorded for kind in kinds for row in kind.values() if row.recorded]
        return max(days, default=self.begins)

    def row(self, key: str) -> Row | None:
        """The row behind a key as steps name it: of an act, ruling, resolution, or ``kind:code`` of another thing."""
        kind, colon, code = key.partition(":")
        if not colon:
            act = self.acts.get(key)
            return act[1] if act else self.rulings.get(key) or self.council.get(key)
        if kind == "place":
            place, _, number = code.partition(":")
            return self.places[place].holders[int(number)]
        rooms: dict[str, dict[str, Any]] = {
            "situation": self.situations,
            "operation": self.operations,
            "instrument": self.instruments,
        }
        row: Row | None = rooms.get(kind, {}).get(code)
        return row

    @cached_property
    def lawbook(self) -> Lawbook:
        """United States law: measures, what they reach, lists, waivers and agreements."""
        return msgspec.json.decode(self.us_law, type=Lawbook)

    @cached_property
    def history(self) -> Relations:
        """Events, statements, people and organisations."""
        return msgspec.json.decode(self.relations, type=Relations)

    @cached_property
    def codebook(self) -> Crosswalk:
        """Country codes as others write them, by scheme."""
        return msgspec.json.decode(self.crosswalk, type=Crosswalk)

    def with_lawbook(self, lawbook: Lawbook) -> "Record":
        """A copy with another book of United States law; this record stays as it is, and so does the version it bears."""
        copy = msgspec.structs.replace(self)
        copy.__dict__.update(lawbook=lawbook, version=self.version)
        return copy

    def with_acts(self, supposed: Iterable[tuple[str, AnyAct]]) -> "Record":
        """A copy with acts added, each with the code of its state; this record stays as it is."""
        states = dict(self.states)
        for code, act in supposed:
            states[code] = msgspec.structs.replace(states[code], acts=(*states[code].acts, act))
        return msgspec.structs.replace(self, states=states)

    def known_on(self, day: date) -> "Record":
        """The record as it stood at the end of ``day``: rows entered later are left out, rows corrected later are back.

        Raises :class:`InputError` for a day before the record began: nothing was known to it then.
        """
        if day < self.begins:
            raise InputError(f"known-on: found {day}, expected {self.begins} or later; the record begins on that day")
        kept = {name: stood(getattr(self, name), self.begins, day) for name in self.__struct_fields__}
        for pack, name in UNPACKED.items():
            things = getattr(self, name)
            left = {part: stood(getattr(things, part), self.begins, day) for part in things.__struct_fields__}
            kept[pack] = pack_of(PACKS[pack](**left))
        return Record(**kept)


DECODER = msgspec.json.Decoder(Record)


def stood(value: Any, begins: date, day: date) -> Any:
    """``value`` without the rows that did not stand in the record at the end of ``day``."""
    if isinstance(value, dict):
        return {key: stood(item, begins, day) for key, item in value.items() if stands(item, begins, day)}
    if isinstance(value, tuple):
        return tuple(stood(item, begins, day) for item in value if stands(item, begins, day))
    if isinstance(value, Row):
        inner = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {k: new for k, old in inner.items() if (new := stood(old, begins, day)) != old}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value


def stands(item: Any, begins: date, day: date) -> bool:
    """Whether a row stood in the record at the end of ``day``; what is no row always did."""
    if not isinstance(item, Row):
        return True
    return (item.recorded or begins) <= day and (item.superseded is None or day < item.superseded)
