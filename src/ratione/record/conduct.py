"""What a state can do under an instrument, in which order, and on which days.

Nothing is worked out here that a treaty leaves to its rules; an act is a fault only where it cannot have been done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import NamedTuple

from . import act as kinds
from .act import Act
from .folder import file_of
from .record import Record
from .text import STAND_IN

__all__ = ["impossible_acts"]


class Done(NamedTuple):
    """An act, its state, and all standing acts of that state under the same instrument."""

    state: str
    act: Act
    others: tuple[Act, ...]
    record: Record

    def before(self, *wanted: type[Act]) -> list[Act]:
        """Other acts of the kinds, done on or before the day of this one."""
        by_then = (one for one in self.others if one is not self.act and one.day <= self.act.day)
        return [one for one in by_then if isinstance(one, wanted)]


def impossible_acts(record: Record, torn: Collection[str] = ()) -> Iterator[str]:
    """A fault for each act that cannot have been done so, or that stands twice.

    In ``torn`` files some acts could not be read: there each act is looked at by itself.
    """
    for code, state in record.states.items():
        where = file_of("states", code)
        checks = ALONE if where in torn else CHECKS
        standing = [(count, one) for count, one in enumerate(state.acts, 1) if one and one.superseded is None]
        dated = [(count, one) for count, one in standing if has_day(one) and one.day != STAND_IN]
        for count, one in standing:
            if not has_day(one):
                yield f"{where}, act {count}: {an(one)} without a day; expected deposited, received or effective"
        seen: dict[str, int] = {}
        for count, one in dated:
            key = one.key_in(code)
            if key in seen:
                yield f'{where}, act {count}: stands twice, here and in act {seen[key]} ("{key}")'
            seen.setdefault(key, count)
            others = tuple(other for _, other in dated if other.instrument == one.instrument)
            for check in checks:
                yield from (f"{where}, act {count}: {fault}" for fault in check(Done(code, one, others, record)))


def an(one: Act) -> str:
    """The kind of an act with its article."""
    return f"{'an' if one.kind[0] in 'aeiou' else 'a'} {one.kind}"


def has_day(one: Act) -> bool:
    """Whether one of the days that an act can have is given."""
    if isinstance(one, kinds.TerritorialClause):
        return (one.deposited or one.received or one.effective) is not None
    if isinstance(one, kinds.OtherDeclaration):
        return (one.deposited or one.received) is not None
    return True


def days(done: Done) -> Iterator[str]:
    """1 January and 31 December are what a machine writes for "that year": somebody must have made sure of them."""
    names = ("done", "deposited", "received", "notified", "dated", "effective", "announced")
    given = [(name, getattr(done.act, name, None)) for name in names]
    for name, day in given:
        if isinstance(day, date) and (day.month, day.day) in {(1, 1), (12, 31)} and not done.act.checked:
            yield f'field "{name}": {day} looks like a year only; make sure of it, then write checked = true'
    entered = done.act.recorded or done.record.begins
    if done.act.day > entered:
        yield f"the day {done.act.day} is after {entered}, on which the row was recorded"
    dated = getattr(done.act, "dated", None)
    if isinstance(dated, date) and dated > done.act.day:
        yield f'field "dated": {dated} is after {done.act.day}, on which the paper was received'


def signatures(done: Done) -> Iterator[str]:
    """An instrument is signed while it is open for signature, and once."""
    one = done.act
    instrument = done.record.instruments.get(one.instrument)
    if not isinstance(one, kinds.Signature) or isinstance(one, kinds.FinalActSignature) or instrument is None:
        return
    opened, closed = instrument.signature_opened, instrument.signature_closed
    if opened is None:
        yield f"{one.instrument} cannot be signed"
    elif one.done < opened:
        yield f'field "done": {one.done} is before {opened}, on which {one.instrument} was opened for signature'
    elif closed is not None and one.done > closed:
        yield f'field "done": {one.done} is after {closed}, the last day on which {one.instrument} could be signed'
    if any(type(other) is kinds.Signature for other in done.before(kinds.Signature)):
        yield f"a second signature of {one.instrument}; two acts cannot both stand"


def deposits(done: Done) -> Iterator[str]:
    """Consent is deposited once, when it can be, by a state that can."""
    one = done.act
    instrument = done.record.instruments.get(one.instrument)
    if not isinstance(one, kinds.Deposit) or instrument is None:
        return
    first = instrument.consent_opened
    if one.deposited < first:
        yield f'field "deposited": {one.deposited} is before {first}, the first day for {one.instrument}'
    if len(done.before(kinds.Deposit)) > len(done.before(kinds.InstrumentWithdrawal, kinds.WithdrawalNotice)):
        yield f"a second consent to {one.instrument}; two acts cannot both stand"
    signed = any(type(other) is kinds.Signature for other in done.before(kinds.Signature))
    after_signature = isinstance(one, kinds.Ratification | kinds.Acceptance | kinds.Approval)
    if instrument.kind == "treaty" and after_signature and not signed:
        yield f"{an(one)} of {one.instrument} without a signature; without one a state accedes"
    if isinstance(one, kinds.Accession) and signed:
        yield f"an accession to {one.instrument} by a signatory; a signatory ratifies, accepts or approves"
    if instrument.amends and not consented(done, instrument.amends):
        yield f"consent to {one.instrument} by a state that had not consented to {instrument.amends}"


def consented(done: Done, instrument: str) -> bool:
    """Whether the state had deposited consent to another instrument by the day of the act."""
    consents = (one for one in done.record.states[done.state].acts if isinstance(one, kinds.Deposit))
    return any(one.instrument == instrument and one.deposited <= done.act.day for one in consents)


def endings(done: Done) -> Iterator[str]:
    """What ends something needs something to end."""
    one = done.act
    instrument = done.record.instruments.get(one.instrument)
    for kind, *wanted, what in NEEDS:
        if isinstance(one, kind) and not done.before(*wanted):
            yield f"{an(one)} without {what} before it"
    if not isinstance(one, kinds.WithdrawalNotice) or instrument is None:
        return
    if instrument.withdrawal is None:
        yield f"{an(one)} under {one.instrument}, which has no article on withdrawal"
    if one.names is not None and one.names <= one.received:
        yield f'field "names": {one.names} is not after {one.received}, on which the notice was received'
    ended = len(done.before(kinds.WithdrawalRescission)) + max(0, len(done.before(kinds.Deposit)) - 1)
    if len(done.before(kinds.WithdrawalNotice)) > ended:  # neither rescinded, nor followed by a new consent
        yield f"a second {one.kind} under {one.instrument}; two acts cannot both stand"


NEEDS: tuple[tuple[type[Act], type[Act], str], ...] = (
    (kinds.WithdrawalRescission, kinds.WithdrawalNotice, "a withdrawal-notice"),
    (kinds.WithdrawalNotice, kinds.Deposit, "consent"),
    (kinds.InstrumentWithdrawal, kinds.Deposit, "a deposit"),
    (kinds.Declaration124Withdrawal, kinds.Declaration124, "a declaration-124"),
    (kinds.IntentionNotToRatify, kinds.Signature, "a signature"),
    (kinds.TerritorialExclusion, kinds.Deposit, "consent"),
    (kinds.TerritorialExtension, kinds.Deposit, "consent"),
)


def overrides(done: Done) -> Iterator[str]:
    """A day of effect stands only with the article that it departs from and a source that was read."""
    one = done.act
    effective, article = getattr(one, "effective", None), getattr(one, "overrides", "")
    if effective is not None and not article:
        yield 'field "effective" without "overrides"; name the article from which the day departs, or leave it out'
    if effective is not None and not one.sources:
        yield 'field "effective" without "sources"; a day of effect that no source gives follows from the treaty'
    if effective is None and article:
        yield 'field "overrides" without "effective"'


def declarations(done: Done) -> Iterator[str]:
    """A declaration that confirms another names one of the same state, and needs no window of its own."""
    one = done.act
    if not isinstance(one, kinds.Declaration12_3):
        return
    earlier = {other.key_in(done.state) for other in done.before(kinds.Declaration12_3)}
    if one.confirms and one.confirms not in earlier:
        yield f'field "confirms": no earlier declaration-12-3 of {done.state} has the key "{one.confirms}"'
    if not one.confirms and one.start is None:
        yield 'missing field "from"; expected the first day of conduct that the declaration covers'


CHECKS: tuple[Callable[[Done], Iterator[str]], ...] = (
    days,
    signatures,
    deposits,
    endings,
    overrides,
    declarations,
)

ALONE: tuple[Callable[[Done], Iterator[str]], ...] = (days, overrides)
"""The checks that need no other act."""
