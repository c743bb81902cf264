"""Sources: who published what, when, and what was really read."""

from datetime import date
from typing import Literal

from msgspec import Struct

from .row import Weak

__all__ = ["Source"]


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document. ``read`` is the address of what was read; ``cites`` of what that text reports, never shown as read.

    ``family`` counts publishers: two sources of one family are one. ``date_text`` holds a year or month where no day is
    known.
    """

    code: str
    title: str
    publisher: str
    family: str
    kind: Literal["primary", "official", "ngo", "press", "reference", "scholarship"]
    dated: date | None = None
    date_text: str = ""
    read: str = ""
    cites: str = ""
    licence: str = ""
    weak: Weak | None = None
    note: str = ""
    recorded: date | None = None
