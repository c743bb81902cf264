"""United States law as text holds it: measures, what they reach, the lists they keep, the powers used under them.

Only acts are written down. That a measure is in force, that a ban is lifted, that a person is listed on a day: derived.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from .row import Row

__all__ = [
    "Activity", "Agreement", "Alliance", "Code", "Codes", "End", "Lawbook", "Listing", "Measure", "Member", "Subject", "Total",
    "Waiver",
    "When",
]  # fmt: skip

Actor = Literal["federal-government", "president", "state-or-local", "us-court", "private-us-person", "icc"]


class When(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One set of circumstances, all of which must be there; several tables are alternatives.

    A fact that was not told leaves ``given``, ``one_of``, ``lacks``, ``accused`` and ``of`` open; ``said``,
    ``said_one`` and ``unless`` take it as absent. A table with a ``point``, ``argued`` or ``unread`` counts only where
    its facts were told.
    """

    activities: tuple[str, ...] = ()
    """The activities of the measure for which the table stands; empty: all of them."""
    actors: tuple[Actor, ...] = ()
    accused: Literal["us", "not-us", "foreign", "citizen", "allied"] | None = None
    """Who is accused, held or protected: ``us`` a citizen or permanent resident, ``foreign`` anybody else.

    ``not-us`` holds too where nobody was named.
    """
    of: tuple[str, ...] = ()
    """Crimes of which at least one is charged."""
    situation: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()
    """Kinds (icc, icc-official, person, state, un, victims), codes such as ``state:PSE``, or ``none`` if not told."""
    given: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    said_one: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    state: tuple[
        Literal["party", "ally", "agreement", "agreement-claimed", "waived", "ally-no-party", "home-party"], ...
    ] = ()
    """What is so of the state that benefits.

    Of the state of nationality for ``ally-no-party``, of the state whose law it is for ``home-party``.
    """
    listed: tuple[str, ...] = ()
    """Measures under one of which the beneficiary is listed on that day."""
    covered: bool = False
    """The beneficiary is one of those whom the measure covers."""
    holder: bool = False
    """The actor is one of those who may rely on the measure."""
    conduct_from: date | None = None
    """The conduct was on this day or later; a day not told is taken to be so."""
    conduct_before: date | None = None
    """The conduct was before this day; a day not told is taken not to be."""
    told: bool = False
    """True where the table counts only for facts that were told, as for an argued one."""
    point: str = ""
    """The contested point on which it hangs."""
    argued: str = ""
    """Why it is argued, where no contested point of the record covers it."""
    unread: str = ""
    """Why nobody can say: the text on which it rests was not read."""


class End(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The end that a measure makes of another, on its own first day."""

    measure: str
    how: Literal["replaced", "repealed", "revoked", "moved", "lapsed"]


class Measure(Row, frozen=True, kw_only=True):
    """A provision, order, licence, injunction, waiver power or reading.

    It acts on its ``activities`` only, in the circumstances of its ``when`` tables (none: in all) outside its
    ``except`` tables. ``lifts`` names the measures that it takes out of the way. A ``reading`` is a day's opinion of
    what the law always said: it counts for every day of conduct, for those who ask on or after its day.
    """

    code: str
    citation: str
    name: str
    says: str
    effect: Literal["forbids", "requires", "permits", "defines", "appropriates", "sanctions"]
    maker: Literal[
        "constitution", "congress", "president", "state-department", "treasury", "justice", "court", "custom"
    ]
    binds: tuple[Actor, ...] = ()
    who: str = ""
    activities: tuple[str, ...]
    start: date = field(name="from")
    last_day: date | None = None
    """The last day that the text itself names."""
    bars: bool = False
    """Of a duty: what is done against it is prohibited."""
    demands: Literal["activity", "restraint", "other"] | None = None
    """Of a duty: the activity itself, that it be kept from or prevented, or something else beside it."""
    saving: bool = False
    """True where it only leaves free what nothing else forbids: no authority of its own, and it lifts nothing."""
    reading: bool = False
    unread: str = ""
    """Why what follows from it is open: its text was not read, or reports of it differ."""
    when: tuple[When, ...] = ()
    limits: tuple[When, ...] = field(name="except", default=())
    lifts: tuple[str, ...] = ()
    ends: tuple[End, ...] = ()
    rewords: tuple[str, ...] = ()
    """Measures whose words it changes without ending them."""
    covers: tuple[str, ...] = ()
    """Codes of listings; empty in a licence: every listed person."""
    holders: tuple[str, ...] = ()


class Listing(Row, frozen=True, kw_only=True):
    """A person or body designated under an order; public role only."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    kind: Literal["person", "body"]
    role: str
    order: str
    measure: str
    """The measure under which the designation was made."""
    designated: date
    published: date | None = None
    """First day on the list of specially designated nationals, as far as read."""
    delisted: date | None = None


class Waiver(Row, frozen=True, kw_only=True):
    """One act by which a power to waive was used, for one or more states."""

    code: str
    power: str
    """The measure that gives the power."""
    made: date
    basis: Literal["national-interest", "agreement"]
    states: tuple[str, ...]
    only: tuple[Literal["imet", "esf", "specified-projects"], ...] = ()
    until: date | None = None
    lasts: str = ""
    """The rule by which it ends where no day was set."""


class Agreement(Row, frozen=True, kw_only=True):
    """A non-surrender agreement of one state; days where a document or a checked list gives them."""

    code: str
    state: str
    reported_as: Literal["in-force", "signed", "signed-not-ratified", "reported"]
    """How far it went, as the sources report it."""
    form: str
    signed: date | None = None
    effective: date | None = None
    signed_text: str = ""
    """A recalled day, to be checked, never counted with."""
    effective_text: str = ""
    published: str = ""


class Total(Row, frozen=True, kw_only=True):
    """A published number of agreements, and the rule by which the record counts the same."""

    code: str
    published: int
    by: str
    dated: date
    rule: str
    counts: tuple[Literal["in-force", "signed", "signed-not-ratified", "reported"], ...]
    leaves_out: tuple[str, ...] = ()
    """Codes of agreements that the rule leaves out."""
    why: str
    """Why the number and the count differ, or why the published numbers do."""


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A state that belongs to an alliance, from its first day."""

    state: str
    start: date = field(name="from")
    until: date | None = None


class Alliance(Row, frozen=True, kw_only=True):
    """States that a statute treats as allies."""

    code: str
    name: str
    members: tuple[Member, ...] = field(name="member")


class Activity(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What may be asked about: ``free`` unless forbidden, or ``closed`` unless authorised for those ``closed_to``."""

    code: str
    name: str
    says: str
    default: Literal["free", "closed"] = "free"
    why: str = ""
    actor: Actor = "federal-government"
    """Who is taken to act where nobody is named."""
    own: bool = False
    """True where it is always that actor's act, whoever else is named beside it."""
    closed_to: tuple[Actor, ...] = ()
    takes_for_granted: tuple[str, ...] = ()
    """Conditions taken as given unless denied; each use is printed."""


class Code(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A condition code; ``implies`` and ``denies`` count unless the question says otherwise.

    A code that ends in ``:`` takes a word after it.
    """

    code: str
    says: str
    implies: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    begins: str = ""
    """The condition that begins on the day named after the colon, and is denied before it."""
    power: str = ""
    """Who may bring it about, where it is an act and not a fact."""


class Codes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A group of condition codes. Of a group with ``one_only``, telling one denies the others that were not told."""

    code: str
    name: str
    one_only: bool = False
    codes: tuple[Code, ...] = field(name="condition")


class Subject(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The state whose law this is, the instrument that the law speaks of, and the bodies that speak for the state."""

    code: str
    name: str
    statute: str
    organs: tuple[str, ...] = ()


class Lawbook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """Everything a question on United States law is answered from, beside the rest of the record."""

    subject: dict[str, Subject] = {}
    activities: dict[str, Activity] = {}
    conditions: dict[str, Codes] = {}
    measures: dict[str, Measure] = {}
    listings: dict[str, Listing] = {}
    waivers: dict[str, Waiver] = {}
    agreements: dict[str, Agreement] = {}
    totals: dict[str, Total] = {}
    alliances: dict[str, Alliance] = {}

    @property
    def home(self) -> str:
        """The code of the state whose law this is."""
        return next(iter(self.subject), "")

    @property
    def statute(self) -> str:
        """The code of the instrument that the law speaks of."""
        return next((row.statute for row in self.subject.values()), "")
