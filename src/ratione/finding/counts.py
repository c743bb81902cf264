"""Counts: how many parties and signatures there are, and why published numbers differ."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from ..answer import Answer
from ..dates import Day
from ..timelines.law import Law
from ..timelines.participation import leavings, pending
from ..words import Words, said_day
from .status import parties

__all__ = ["counts_text", "difference_text"]


def signatures(law: Law, instrument: str, on: Day) -> list[str]:
    """Codes of the states that had signed by the day."""
    return [code for code in law.record.states if law.line("signed", code, instrument).at(on).answer is Answer.YES]


def counts_text(law: Law, instrument: str, on: Day, width: int = 100) -> str:
    """The numbers that people publish, each with the rule by which it comes about, and what will change them.

    >>> from ratione import Day, Law, Record, counts_text
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> print(counts_text(law, "rome-statute", Day(2017, 10, 27)).splitlines()[1].strip())
    123 parties: states for which it is in force on that day.
    """
    return "\n".join(lines(law, instrument, on, width)) + "\n"


def lines(law: Law, instrument: str, on: Day, width: int) -> Iterator[str]:
    record, words = law.record, Words(law.record)
    now = parties(law, instrument, on)
    sure = [code for code, row in now if row.answer is Answer.YES]
    unsure = [code for code, row in now if row.answer is Answer.OPEN]
    yield f"{record.instruments[instrument].short} on {said_day(on)}"
    yield fill(f"{len(sure)} parties: states for which it is in force on that day.", width, initial_indent="  ")
    if unsure:
        yield fill(
            f"{len(unsure)} more whose status is open: " + ", ".join(words.state(code) for code in unsure), width,
            initial_indent="  ", subsequent_indent="    ",
        )  # fmt: skip
    signed = signatures(law, instrument, on)
    if signed:
        yield from signature_lines(law, words, instrument, on, signed, width)
    yield from coming_lines(law, words, instrument, on, len(sure), width)


def signature_lines(law: Law, words: Words, instrument: str, on: Day, signed: list[str], width: int) -> Iterator[str]:
    """The count of signatures and that of the depositary's table."""
    yield fill(
        f"{len(signed)} signatures: nothing that the treaty knows takes a signature away.", width, initial_indent="  "
    )
    gone = [
        code
        for code in signed
        if any(leaving.rescinded is None and leaving.step.day <= on for leaving in leavings(law, code, instrument))
    ]
    if gone:
        said = (
            f"{len(signed) - len(gone)} signatories in the depositary's table, which drops those that have left: "
            + ", ".join(words.state(code) for code in gone)
        )
        yield fill(said, width, initial_indent="  ", subsequent_indent="    ")
    notes = [
        code
        for code in signed
        if any(act.kind == "intention-not-to-ratify" and act.day <= on for _, act in law.acts(code, instrument))
    ]
    if notes:
        said = (
            f"{len(notes)} of them have said that they will not become parties, which ends a duty and takes no signature "
            "away: " + ", ".join(words.state(code) for code in notes)
        )
        yield fill(said, width, initial_indent="  ", subsequent_indent="    ")


def coming_lines(law: Law, words: Words, instrument: str, on: Day, count: int, width: int) -> Iterator[str]:
    """How notices and deposits made by then will change the count of parties."""
    steps = []
    for code in law.record.states:
        line = law.line("party", code, instrument)
        steps += [(step.day, code, step) for step in line.steps if step.day > on]
    for leaving_day, code, step in sorted(steps, key=lambda found: found[:2]):
        count += 1 if step.answer is Answer.YES else -1
        what = "enters into force for" if step.answer is Answer.YES else "ends for"
        said = f"{count} from {said_day(leaving_day)}: it {what} {words.state(code)} unless the act is taken back"
        yield fill(said, width, initial_indent="  ", subsequent_indent="    ")
    waiting = [code for code in law.record.states if pending(law, code, instrument, on)]
    if waiting:
        said = "Announcements count for nothing; only notices received by the depositary do (art. 127(1))."
        yield fill(said, width, initial_indent="  ", subsequent_indent="    ")


def difference_text(law: Law, supposed: Law, instrument: str, on: Day) -> str:
    """What a supposition changes in the list of parties on a day.

    >>> from ratione import Day, Law, Names, Record, difference_text, suppose
    >>> record = Record.embedded()
    >>> supposed = suppose(record, Names(record), ["USA ratification rome-statute 2027-03-01"])
    >>> before, after = (Law(one, Day(2026, 11, 21), supposed.keys) for one in (record, supposed.record))
    >>> print(difference_text(before, after, "rome-statute", Day(2028, 1, 1)), end="")
    Supposed, against the record as it is:
      + the United States
    """
    before, after = ({code for code, _ in parties(one, instrument, on)} for one in (law, supposed))
    words = Words(law.record)
    rows = [f"  + {words.state(code)}" for code in sorted(after - before)]
    rows += [f"  - {words.state(code)}" for code in sorted(before - after)]
    return "\n".join(["Supposed, against the record as it is:", *(rows or ["  no difference"])]) + "\n"
