"""Spans: every derived interval of participation, half-open, with the act that began it.

For a treaty: ``signatory``, ``deposited`` (not yet in force), ``party``, ``former-party``. For an amendment: ``accepted``,
``bound``. A pending withdrawal and a note of intent are acts shown beside a span, not statuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..answer import Answer
from ..dates import Day
from ..record.act import Deposit
from . import families  # noqa: F401 - enters every family
from .force import taken_back
from .law import Law
from .line import Line, Step

__all__ = ["SpanRow", "spans", "spans_of", "status_line"]


class SpanRow(NamedTuple):
    """A span of one state under one instrument.

    ``answer`` is open where it is not settled that the status holds; ``because`` holds the keys of the acts that began it,
    ``weak`` the weakest mark among them, empty where there is none.
    """

    iso3: str
    instrument: str
    status: str
    start: Day
    until: Day | None
    answer: Answer
    because: tuple[str, ...]
    article: str
    weak: str
    note: str = ""
    """Why the answer is open, where it is."""


def spans(law: Law, instrument: str = "") -> Iterator[SpanRow]:
    """Every span of every state, under one instrument or all, in order of state and day.

    >>> from ratione import Day, Law, Record, spans
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> [row.status for row in spans(law, "rome-statute") if row.iso3 == "BDI"]
    ['signatory', 'deposited', 'party', 'former-party']
    """
    for state in sorted(law.record.states):
        for code in [instrument] if instrument else sorted(law.record.instruments):
            yield from spans_of(law, state, code)


def spans_of(law: Law, state: str, code: str) -> list[SpanRow]:
    """The spans of a state under an instrument, in order of day; they never overlap."""
    found: list[SpanRow] = []
    if not law.acts(state, code) and law.record.instruments[code].force.counting != "all-at-once":
        return found
    for status, (step, until) in status_line(law, state, code):
        marks = [row.weak for key in step.because if (row := law.record.row(key)) is not None and row.weak]
        weak = next((mark for mark in WEAKEST if mark in marks), "")
        answer = Answer.OPEN if step.answer is Answer.OPEN else Answer.YES
        found.append(SpanRow(state, code, status, step.day, until, answer, step.because, step.article, weak, step.note))
    return found


WEAKEST = ("recalled", "inferred", "low", "one-source", "cited")
"""Weak marks, the weakest first."""


def status_line(law: Law, state: str, code: str) -> list[tuple[str, tuple[Step, Day | None]]]:
    """Each status that the state had, with the step that began it and the day on which it ended."""
    changes = sorted(changes_of(law, state, code), key=lambda change: change[1].day)
    found: list[tuple[str, tuple[Step, Day | None]]] = []
    for place, (status, step) in enumerate(changes):
        later = [other.day for _, other in changes[place + 1 :] if other.day > step.day]
        until = later[0] if later else None
        hidden = any(other.day == step.day for _, other in changes[place + 1 :])
        if status and not hidden:
            found.append((status, (step, until)))
    return found


def changes_of(law: Law, state: str, code: str) -> Iterator[tuple[str, Step]]:
    """Every step that begins a status; an empty status ends the one before."""
    if law.record.instruments[code].kind == "amendment":
        yield from accepted(law, state, code)
        for step in turns(law.line("amendment_binds", state, code)):
            yield ("" if step.answer is Answer.NO else "bound"), step
        return
    for step in law.line("signed", state, code).steps:
        if step.answer is Answer.YES:
            yield "signatory", step
    yield from deposits(law, state, code)
    for step in turns(law.line("party", state, code)):
        yield ("former-party" if step.answer is Answer.NO else "party"), step


def turns(line: Line) -> Iterator[Step]:
    """The steps at which the answer of a line that begins with no becomes another."""
    before = Answer.NO
    for step in line.steps:
        if step.answer is not before:
            yield step
        before = step.answer


def accepted(law: Law, state: str, code: str) -> Iterator[tuple[str, Step]]:
    """The acceptance of an amendment, which ends when the state is no longer a party to what is amended."""
    for key, act in law.acts(state, code):
        if isinstance(act, Deposit):
            yield "accepted", Step(act.deposited, Answer.YES, (key,), law.record.instruments[code].force.article)
            member = law.line("party", state, law.record.instruments[code].amends)
            for step in turns(member):
                if step.answer is Answer.NO and step.day > act.deposited:
                    yield "", step


def deposits(law: Law, state: str, code: str) -> Iterator[tuple[str, Step]]:
    """Deposits, from the day of deposit to entry into force or until taken back."""
    acts = law.acts(state, code)
    for key, act in acts:
        if isinstance(act, Deposit) and act.effective is None:
            yield "deposited", Step(act.deposited, Answer.YES, (key,), law.record.instruments[code].force.article)
            back, back_key = taken_back(acts, act)
            if back is not None:
                has_signed = any(step.answer is Answer.YES for step in law.line("signed", state, code).steps)
                yield ("signatory" if has_signed else ""), Step(back, Answer.YES, (back_key,), "126")
