"""Acts: what a state did under an instrument, and on which day, each day in the field that says what it means.

One class a kind, tagged with its name in the law. An act holds no effect: what follows from it is worked out in
``timelines``. The one exception is ``effective``, which stands only beside ``overrides``, the article it departs from.
"""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import field

from ..dates import Dated, Deposited, Done, Effective, Notified, Received
from .row import Row

__all__ = [
    "Acceptance", "Accession", "Act", "Announcement", "AnyAct", "Approval", "Declaration12_3", "Declaration15bis4",
    "Declaration124", "Declaration124Withdrawal", "Deposit", "FinalActSignature", "InstrumentWithdrawal",
    "IntentionNotToRatify", "OtherDeclaration", "Ratification", "Signature", "Succession", "TerritorialExclusion",
    "TerritorialExtension", "WithdrawalNotice", "WithdrawalRescission",
]  # fmt: skip


class Act(Row, frozen=True, kw_only=True, tag_field="kind"):
    """An act of one state under one instrument.

    ``key`` is given only where the ordinary key (state, instrument, kind and day) would not be alone.
    """

    instrument: str
    key: str = ""
    checked: bool = False
    """True where someone made sure that a day which looks like a default (1 January, 31 December) is the real one."""

    @property
    def day(self) -> date:
        """The day on which the act was done, or reached the one to whom it is addressed: from then on it counts."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """The name of the act in the law, as it stands in the record."""
        return str(self.__struct_config__.tag)

    def key_in(self, state: str) -> str:
        """The key of the act in the file of ``state``."""
        return self.key or f"{state}-{self.instrument}-{self.kind}-{self.day.isoformat()}".lower()


class Signature(Act, frozen=True, kw_only=True, tag="signature"):
    """The instrument was signed."""

    done: Done

    @property
    def day(self) -> date:
        return self.done


class FinalActSignature(Signature, frozen=True, kw_only=True, tag="final-act-signature"):
    """The Final Act of the conference that adopted the instrument was signed (art. 112(1): observer)."""


class Deposit(Act, frozen=True, kw_only=True):
    """An instrument of consent was deposited."""

    deposited: Deposited
    effective: Effective | None = None
    overrides: str = ""

    @property
    def day(self) -> date:
        return self.deposited


class Ratification(Deposit, frozen=True, kw_only=True, tag="ratification"):
    """An instrument of ratification was deposited."""


class Acceptance(Deposit, frozen=True, kw_only=True, tag="acceptance"):
    """An instrument of acceptance was deposited."""


class Approval(Deposit, frozen=True, kw_only=True, tag="approval"):
    """An instrument of approval was deposited."""


class Accession(Deposit, frozen=True, kw_only=True, tag="accession"):
    """An instrument of accession was deposited."""


class Succession(Deposit, frozen=True, kw_only=True, tag="succession"):
    """A notification of succession was deposited."""


class Notice(Act, frozen=True, kw_only=True):
    """A paper that counts from the day on which it was received."""

    received: Received
    dated: Dated | None = None
    notified: Notified | None = None

    @property
    def day(self) -> date:
        return self.received


class InstrumentWithdrawal(Notice, frozen=True, kw_only=True, tag="instrument-withdrawal"):
    """A deposited instrument was taken back before it entered into force."""


class WithdrawalNotice(Notice, frozen=True, kw_only=True, tag="withdrawal-notice"):
    """A notice of withdrawal (art. 127(1)); ``names`` is the later day it names, if any.

    ``unverified`` says why nobody can be sure that it was given or still stands; what follows from it is then open.
    """

    names: Effective | None = None
    unverified: str = ""


class WithdrawalRescission(Notice, frozen=True, kw_only=True, tag="withdrawal-rescission"):
    """A notice of withdrawal was taken back."""


class IntentionNotToRatify(Notice, frozen=True, kw_only=True, tag="intention-not-to-ratify"):
    """A signatory made clear that it does not intend to become a party (VCLT art. 18)."""


class Declaration12_3(Notice, frozen=True, kw_only=True, tag="declaration-12-3"):
    """Acceptance of the Court's jurisdiction (art. 12(3)) for conduct from ``start`` (``from`` in text) to ``until``.

    ``reach``: ``territory`` where its words speak of territory only, ``all`` where they do not. ``confirms`` is the key
    of an earlier declaration which this one confirms and does not change. ``dispute`` is the contested point on which
    its validity hangs, if any.
    """

    start: date | None = field(name="from", default=None)
    until: date | None = None
    reach: Literal["territory", "all"] = "all"
    lodged_by: str = ""
    confirms: str = ""
    dispute: str = ""


class Declaration124(Act, frozen=True, kw_only=True, tag="declaration-124"):
    """War crimes by its nationals, on its territory, or both, are not accepted for ``years`` years (art. 124)."""

    deposited: Deposited
    shields: tuple[Literal["nationals", "territory"], ...]
    years: int
    dispute: str = ""

    @property
    def day(self) -> date:
        return self.deposited


class Declaration124Withdrawal(Notice, frozen=True, kw_only=True, tag="declaration-124-withdrawal"):
    """A declaration under article 124 was withdrawn."""

    effective: Effective | None = None
    overrides: str = ""


class Declaration15bis4(Notice, frozen=True, kw_only=True, tag="declaration-15bis-4"):
    """A party does not accept jurisdiction over its own acts of aggression (art. 15 bis(4))."""


class TerritorialClause(Act, frozen=True, kw_only=True):
    """Territories are left out of, or brought under, what binds the state; at least one of the days must be given."""

    territories: tuple[str, ...]
    deposited: Deposited | None = None
    received: Received | None = None
    effective: Effective | None = None
    overrides: str = ""
    unverified: str = ""

    @property
    def day(self) -> date:
        day = self.deposited or self.received or self.effective
        assert day is not None, "soundness lets no clause without a day into a record"
        return day


class TerritorialExclusion(TerritorialClause, frozen=True, kw_only=True, tag="territorial-exclusion"):
    """Territories were left out."""


class TerritorialExtension(TerritorialClause, frozen=True, kw_only=True, tag="territorial-extension"):
    """Territories were brought in."""


class OtherDeclaration(Act, frozen=True, kw_only=True, tag="other-declaration"):
    """A declaration that changes nothing here: on languages, channels (art. 87), prisoners (art. 103), objections."""

    deposited: Deposited | None = None
    received: Received | None = None

    @property
    def day(self) -> date:
        day = self.deposited or self.received
        assert day is not None, "soundness lets no declaration without a day into a record"
        return day


class Announcement(Act, frozen=True, kw_only=True, tag="announcement"):
    """Something was announced; no act under the treaty was done, and nothing follows from it."""

    announced: date
    subject: str

    @property
    def day(self) -> date:
        return self.announced


AnyAct: TypeAlias = (
    Signature | FinalActSignature | Ratification | Acceptance | Approval | Accession | Succession | InstrumentWithdrawal
    | WithdrawalNotice | WithdrawalRescission | IntentionNotToRatify | Declaration12_3 | Declaration124
    | Declaration124Withdrawal | Declaration15bis4 | TerritorialExclusion | TerritorialExtension | OtherDeclaration
    | Announcement
)  # fmt: skip
"""An act of any kind."""
