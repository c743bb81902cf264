"""States and other entities, dependent territories, and contested places."""

from datetime import date
from typing import Literal

from msgspec import field

from .act import AnyAct
from .row import Row

__all__ = ["Holder", "Place", "Predecessor", "Region", "State", "Territory"]


class Predecessor(Row, frozen=True, kw_only=True):
    """Until the day given, what is now this state was territory of another, and its people nationals of that other."""

    state: str
    until: date


class Region(Row, frozen=True, kw_only=True):
    """A region of a state that a question may name, as ``SDN:darfur``."""

    code: str
    name: str
    also: tuple[str, ...] = ()


class Membership(Row, frozen=True, kw_only=True):
    """Admission to the United Nations, or permanent observer status there."""

    kind: Literal["member", "observer"]
    since: date | None = None


class State(Row, frozen=True, kw_only=True):
    """A state or other entity that can act under the treaties, with its acts.

    ``said`` is the name as it is used in a sentence, where that is another (``the United States``); ``also`` holds
    common, short and former names; ``adjective`` what its nationals are called.
    """

    code: str
    name: str
    said: str = ""
    also: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    iso_numeric: str = ""
    gw: str = ""
    group: Literal["African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG", ""] = ""
    united_nations: Membership | None = None
    predecessors: tuple[Predecessor, ...] = field(name="predecessor", default=())
    regions: tuple[Region, ...] = field(name="region", default=())
    acts: tuple[AnyAct, ...] = field(name="act", default=())


class Territory(Row, frozen=True, kw_only=True):
    """A dependent territory: it shares the lot of ``parent`` unless an act of the parent says otherwise.

    ``by_extension`` is true where the parent binds it only by naming it (the practice of the United Kingdom).
    """

    code: str
    name: str
    said: str = ""
    parent: str
    also: tuple[str, ...] = ()
    iso_numeric: str = ""
    start: date | None = field(name="from", default=None)
    until: date | None = None
    by_extension: bool = False


class Holder(Row, frozen=True, kw_only=True):
    """A state as whose territory the place counts, from ``start`` to ``until`` (days of the conduct).

    ``by`` says who treats it so; ``disputes`` are the contested points on all of which that hangs, if any.
    """

    state: str
    start: date | None = field(name="from", default=None)
    until: date | None = None
    by: str
    disputes: tuple[str, ...] = ()


class Place(Row, frozen=True, kw_only=True):
    """A contested place, and whose territory it counts as for article 12(2)(a)."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """Other codes under which a question may name it: ``ESH``, ``XKX``."""
    counted_under: tuple[str, ...] = ()
    """States other than its holders under whose code tables of events are known to write it; says nothing of whose it is."""
    holders: tuple[Holder, ...] = field(name="holder")
