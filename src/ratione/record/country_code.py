"""Country codes as others write them: which state, territory or contested place a code or spelling means, and since when."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from .row import Row

__all__ = ["CountryCode", "Crosswalk", "Scheme"]


class CountryCode(Row, frozen=True, kw_only=True):
    """A code or spelling of a scheme, and the place that it means from ``start`` to before ``until``.

    ``means`` is written as a question writes a place: ``SRB``, ``GRL``, ``disputed:gaza``; empty where it is none that the
    record knows.
    """

    code: str
    name: str = ""
    means: str = ""
    start: date | None = field(name="from", default=None)
    until: date | None = None


class Scheme(Row, frozen=True, kw_only=True):
    """A way of writing countries: a list of codes, or the spellings of a data set."""

    code: str
    name: str
    kind: Literal["number", "letters", "spelling"]
    also: tuple[str, ...] = ()
    codes: tuple[CountryCode, ...] = field(name="entry", default=())


class Crosswalk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """Every scheme by its code."""

    codes: dict[str, Scheme] = {}
