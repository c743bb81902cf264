"""The Court's side of the record: crimes, situations, referrals, resolutions, operations, disputes and rulings."""

from datetime import date
from typing import Literal

from msgspec import field

from .row import Row

__all__ = [
    "Contribution", "Crime", "Decision", "Dispute", "Operation", "Position", "Referral", "Resolution", "Ruling",
    "Situation", "SituationStep", "SpecificCrime", "Votes",
]  # fmt: skip

Outcome = Literal["yes", "open", "no"]


class SpecificCrime(Row, frozen=True, kw_only=True):
    """One crime of an article's list.

    ``conflicts``: the kinds of armed conflict in which it can be committed (empty: none is needed).
    ``amendment`` is the amendment that added it, and ``amended_in`` the kinds of conflict for which it did so.
    ``carries_link_of`` names the crime whose place gives the link too (persecution by deportation).
    """

    code: str
    name: str
    article: str
    also: tuple[str, ...] = ()
    conflicts: tuple[Literal["iac", "niac"], ...] = ()
    amendment: str = ""
    amended_in: tuple[Literal["iac", "niac"], ...] = ()
    continuing: bool = False
    """True where the crime lasts as long as the state of things that it brings about, as imprisonment does."""
    attack_must_follow: bool = False
    """True where the attack itself must begin after entry into force (Elements of Crimes, art. 7(1)(i), note 24)."""


class Crime(Row, frozen=True, kw_only=True):
    """A crime of article 5, or what is none; ``basis`` says which: ``aggression`` needs its amendment."""

    code: str
    name: str
    article: str
    also: tuple[str, ...] = ()
    basis: Literal["statute", "aggression", "none"]
    amendment: str = ""
    """The amendment under which the whole crime is exercised (aggression)."""
    opt_out: str = ""
    """The article under which a state could shut this crime out for a time (124)."""
    specific: tuple[SpecificCrime, ...] = field(name="specific", default=())


class SituationStep(Row, frozen=True, kw_only=True):
    """A step of the Prosecutor or the Court in a situation."""

    step: Literal["examination-opened", "investigation-opened", "closed", "concluded", "not-opened", "merged", "other"]
    day: date | None = None
    day_text: str = ""
    """The day as far as known (``2007``, ``2004-06``), where only the year or month is."""
    subject: str = ""


class Referral(Row, frozen=True, kw_only=True):
    """A referral by states (art. 14) or by the Council (art. 13(b), ``resolution``); days as far as known."""

    code: str
    states: tuple[str, ...] = ()
    resolution: str = ""
    cited: date | None = None
    """The day by which the referral is usually cited, where nothing says what that day is."""
    dated: date | None = None
    received: date | None = None
    announced: date | None = None
    day_text: str = ""
    document: str = ""
    outcome: str = ""
    outcome_day: date | None = None

    @property
    def day(self) -> date | None:
        """The first day on which the referral is known to have been made."""
        return self.dated or self.received or self.cited or self.announced


class Situation(Row, frozen=True, kw_only=True):
    """A situation before the Court or an examination of its Prosecutor, with the conduct it covers.

    ``places`` and ``nationals`` say whose territory and whose nationals; ``start`` (``from``) and ``until`` which
    conduct; ``crimes`` which crimes, where the examination or authorisation looked at some only (empty: at all).
    """

    code: str
    name: str
    also: tuple[str, ...] = ()
    case_number: str = ""
    kind: Literal["situation", "preliminary-examination", "closed-examination", "not-opened"]
    states: tuple[str, ...]
    places: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    crimes: tuple[str, ...] = ()
    trigger: Literal["state-referral", "security-council", "proprio-motu", "none"]
    start: date | None = field(name="from", default=None)
    until: date | None = None
    steps: tuple[SituationStep, ...] = field(name="step", default=())
    referrals: tuple[Referral, ...] = field(name="referral", default=())


class Votes(Row, frozen=True, kw_only=True):
    """Votes in the Council."""

    yes: int
    no: int
    abstain: int
    by_state: dict[str, Literal["yes", "no", "abstain"]] = {}  # noqa: RUF012  msgspec copies an empty default


class Resolution(Row, frozen=True, kw_only=True):
    """A resolution or draft of the Council, or a call for one.

    A referral names the ``places`` it covers and the first day of conduct (``start``, ``from`` in the text);
    ``carve_out`` names the contested point on which its clause for nationals of contributing non-parties hangs;
    a deferral says for which days it ran, and ``carve_out`` names the point on which its lawfulness hangs.
    ``hypothetical`` marks one that was never tabled, for questions only.
    """

    code: str
    document: str
    also: tuple[str, ...] = ()
    kind: Literal[
        "referral", "referral-attempt", "deferral", "deferral-attempt", "deferral-noted", "exclusive-jurisdiction",
        "call", "other",
    ]  # fmt: skip
    subject: str
    day: date
    outcome: Literal["adopted", "not-adopted", "vetoed", "withdrawn", "no-vote", "hypothetical"]
    situation: str = ""
    places: tuple[str, ...] = ()
    start: date | None = field(name="from", default=None)
    until: date | None = None
    carve_out: str = ""
    sponsors: tuple[str, ...] = ()
    sponsor_count: int | None = None
    votes: Votes | None = None


class Contribution(Row, frozen=True, kw_only=True):
    """A state that contributed personnel to an operation, from when to when as far as known."""

    state: str
    start: date | None = field(name="from", default=None)
    until: date | None = None


class Operation(Row, frozen=True, kw_only=True):
    """An operation of the Council or the African Union of which a clause on personnel may speak, in a referral or a deferral.

    One without contributors stands for any operation that the record does not know by name.
    """

    code: str
    name: str
    also: tuple[str, ...] = ()
    resolutions: tuple[str, ...]
    """Codes of the referrals and deferrals whose clause speaks of it."""
    mandate: str
    places: tuple[str, ...]
    start: date | None = field(name="from", default=None)
    until: date | None = None
    contributors: tuple[Contribution, ...] = field(name="contributor", default=())


class Position(Row, frozen=True, kw_only=True):
    """What one holder says on a contested point.

    Without a day or a holder it is weak and cannot alone keep a point open.
    """

    code: str
    answer: Outcome
    says: str
    holder: str = ""
    states: tuple[str, ...] = ()
    """Codes of the states among the holders."""
    dated: date | None = None
    authority: Literal["court", "court-officer", "state", "executive", "legislature", "body", "writer", "party"]


class Dispute(Row, frozen=True, kw_only=True):
    """A contested point of law, with at least two positions.

    ``at_first`` is what was answered before anybody ruled: open, unless nobody contested the point then (``why`` says
    so).
    """

    code: str
    question: str
    article: str
    at_first: Outcome = "open"
    why: str = ""
    positions: tuple[Position, ...] = field(name="position")


class Decision(Row, frozen=True, kw_only=True):
    """What a ruling says on one contested point: from the day of the ruling the point answers so."""

    dispute: str
    outcome: Outcome
    says: str


class Ruling(Row, frozen=True, kw_only=True):
    """A ruling, or a determination by an officer of the Court, that bears on contested points."""

    code: str
    given: date
    by: str
    document: str
    decides: tuple[Decision, ...]
