"""Instruments: the Statute, its amendments, and the Agreement on Privileges and Immunities."""

from datetime import date
from typing import Literal

from .row import Row

__all__ = ["Activation", "EntryIntoForce", "Instrument", "WithdrawalRule"]


class EntryIntoForce(Row, frozen=True, kw_only=True):
    """How the instrument counts.

    ``counting``: ``month-after-day`` (first of the month after the ``days``-th day), ``days-after``, ``years-after``
    (for each acceptor alone, from its own deposit), ``all-at-once`` (for every party, ``years`` after the fraction is
    reached).
    ``instruments`` is how many deposits the treaty itself waits for; ``fraction`` which share of the parties.
    """

    counting: Literal["month-after-day", "days-after", "years-after", "all-at-once"]
    days: int = 0
    years: int = 0
    instruments: int = 0
    fraction: tuple[int, int] | None = None
    article_first: str = ""
    article: str


class WithdrawalRule(Row, frozen=True, kw_only=True):
    """How a party leaves: ``years`` after receipt of its notice, unless the notice names a later day."""

    years: int
    article: str


class Activation(Row, frozen=True, kw_only=True):
    """What must happen, beside acceptance, before the Court may act on a crime: ``acceptances`` for ``years`` years,
    and a decision of the Assembly, taken on ``decided``, that names the day (``effective``)."""

    acceptances: int
    years: int
    article: str
    decided: date
    effective: date
    document: str


class Instrument(Row, frozen=True, kw_only=True):
    """A treaty or an amendment of one.

    ``territorial_clauses`` names the contested point on which clauses leaving territory out hang, where they are
    contested.
    """

    code: str
    name: str
    short: str
    also: tuple[str, ...] = ()
    kind: Literal["treaty", "amendment"]
    amends: str = ""
    adopted: date
    signature_opened: date | None = None
    signature_article: str = ""
    """The article under which it could be signed."""
    signature_closed: date | None = None
    """The last day on which it could be signed."""
    consent_opened: date
    """The first day on which an instrument of consent could be deposited."""
    depositary: str
    citation: str
    force: EntryIntoForce
    withdrawal: WithdrawalRule | None = None
    activation: Activation | None = None
    territorial_clauses: str = ""
