"""Kinds: answers of tools that join several questions."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

import ratione

from . import api_types as types
from . import api_types_us as us

__all__ = ["KINDS", "LookAnswer", "StateStatusAnswer"]

KINDS = ("situation", "debate", "instrument", "limb", "measure", "source")
"""The kinds of things that can be looked up one by one."""


class StateStatusAnswer(types.StateAnswer, kw_only=True, frozen=True):
    """A state, what the Court can reach by it, and its agreement, waivers and aid law with the United States."""

    reach: tuple[ratione.ReachRow, ...]
    agreement: us.AgreementAnswer


class InstrumentShort(Struct, kw_only=True):
    """An instrument without its lists of states and acts, which the tool ``parties`` gives."""

    code: str
    name: str
    short: str
    kind: str
    amends: str
    adopted: date
    depositary: str
    citation: str
    in_force: str
    in_force_from: date | None
    in_force_article: str
    counting: str
    parties: int
    open: int
    signatures: int


class LookAnswer(Struct, kw_only=True, omit_defaults=True):
    """One thing, under the name of its kind."""

    record_version: str
    kind: str
    situation: types.SituationAnswer | None = None
    debate: types.DebateAnswer | None = None
    instrument: InstrumentShort | None = None
    limb: ratione.LimbPage | None = None
    measure: us.MeasureItem | None = None
    source: ratione.SourcePage | None = None
