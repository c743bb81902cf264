"""What every row of the record has: sources, a weak mark, a note, and the days on which it stood in the record."""

from datetime import date
from typing import Literal

from msgspec import Struct

__all__ = ["Row", "Weak"]

Weak = Literal["recalled", "cited", "inferred", "one-source", "low"]
"""How a row falls short of a document that was read; None where one was read that says so.

recalled: remembered, no document read gives it. cited: a secondary text was read, not the document named. inferred:
worked out from other rows. one-source: read in one secondary source only. low: sources differ, or the text is poor.
"""


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A row: what it says, on whose word, and when it came into the record.

    ``sources`` are ids of sources, each may add a passage after a colon: ``"unsc-1593: para. 6"``.
    ``recorded`` is the day on which the row entered the record (where it is not given, the first day of the record);
    ``superseded`` the day on which a corrected row took its place.
    """

    sources: tuple[str, ...] = ()
    weak: Weak | None = None
    note: str = ""
    recorded: date | None = None
    superseded: date | None = None
