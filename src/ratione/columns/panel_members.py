"""Members: one row for each instrument and state, and for each span in which it is bound, with its days and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..answer import Answer
from ..dates import Day
from ..record.act import Deposit
from ..timelines.force import taken_back
from ..timelines.law import Law
from ..timelines.participation import leavings
from ..timelines.spans import SpanRow, spans_of
from .crosswalk import Codes
from .extras import pl
from .panel_periods import ANSWERS, Window
from .panel_spine import SPINES, Unit, code_steps
from .panel_words import Column

__all__ = ["member_rows"]

SCHEMA: dict[str, Any] = {
    "instrument": pl.String,
    "iso3": pl.String,
    "gwno": pl.Int32,
    "ccode": pl.Int32,
    "name": pl.String,
    "signed_on": pl.Date,
    "consent_by": pl.String,
    "deposited_on": pl.Date,
    "taken_back_on": pl.Date,
    "bound": ANSWERS,
    "bound_from": pl.Date,
    "bound_until": pl.Date,
    "withdrawal_notice_on": pl.Date,
    "still_to_come": ANSWERS,
    "because": pl.String,
    "article": pl.String,
    "weak": pl.String,
    "note": pl.String,
}

COLUMNS = [
    Column("instrument", "text", "Instrument", "", "code of data/instruments", ""),
    Column("iso3", "text", "ISO 3166-1 alpha-3", "", "code of data/states", ""),
    Column("gwno", "number", "Gleditsch and Ward number", "", "by the crosswalk, on the day bound, else of the first act", ""),
    Column("ccode", "number", "Correlates of War number", "", "by the crosswalk, on the day bound, else of the first act", ""),
    Column("name", "text", "Name of the state", "", "data/states", ""),
    Column("signed_on", "day", "Day of signature", "", "first signature", "125(1)"),
    Column("consent_by", "text", "Form of consent", "", "kind of the latest deposit before the span", "125"),
    Column("deposited_on", "day", "Day of deposit", "", "of that deposit", "126"),
    Column("taken_back_on", "day", "Day a deposit was taken back", "", "before it entered into force", ""),
    Column("bound", "answer", "Bound in this span", "no; open; yes", "no: signed or deposited only; open: not settled", ""),
    Column("bound_from", "day", "First day bound", "", "counted from the deposit by the treaty's rule", "126; 121; 35"),
    Column("bound_until", "day", "First day no longer bound", "", "missing while it lasts", "127(1)"),
    Column("withdrawal_notice_on", "day", "Day a notice of withdrawal came in", "", "missing where rescinded", "127(1)"),
    Column("still_to_come", "answer", "The span begins after the days covered", "no; open; yes", "derived from acts known; "
           "later acts may change it", ""),
    Column("because", "text", "Acts behind the span", "", "keys as in `ratione spans`", ""),
    Column("article", "text", "Article that sets the first day", "", "", ""),
    Column("weak", "text", "Weakest mark of these acts", "", "data/README.md", ""),
    Column("note", "text", "Why it is open", "", "", ""),
]  # fmt: skip


def member_rows(law: Law, spine: str, units: list[Unit], window: Window) -> tuple[Any, list[Column]]:
    """The rows of the panel of members, in order of instrument and state; only units of the spine."""
    book = Codes(law.record)
    codes = sorted({unit.state for unit in units if unit.state})
    order = sorted(law.record.instruments.values(), key=lambda row: (row.kind != "treaty", row.adopted, row.code))
    found = [row for instrument in order for code in codes for row in rows_of(law, book, instrument.code, code, window)]
    return pl.DataFrame(found, schema=SCHEMA, orient="row"), COLUMNS


def rows_of(law: Law, book: Codes, instrument: str, state: str, window: Window) -> Iterator[dict[str, Any]]:
    """The rows of one state under one instrument: one for each span in which it is bound, or one without such a span."""
    held = [row for row in spans_of(law, state, instrument) if row.status in ("party", "bound")]
    acts = law.acts(state, instrument)
    deposits = [act for _, act in acts if isinstance(act, Deposit)]
    signed = [step.day for step in law.line("signed", state, instrument).steps if step.answer is Answer.YES]
    if not held and not deposits and not signed:
        return
    place = book.place(state) or state
    for span in with_continued(held) or [None]:
        act = next((one for one in reversed(deposits) if span is None or one.deposited <= latest(span, one)), None)
        start = span.start if span else (signed or [one.deposited for one in deposits])[0]
        back = taken_back(acts, act)[0] if act else None
        leaving = [one.received for one in leavings(law, state, instrument) if one.rescinded is None]
        yield {
            "instrument": instrument,
            "iso3": state,
            "gwno": number(book, "gw", place, start),
            "ccode": number(book, "cow", place, start),
            "name": law.record.states[state].name,
            "signed_on": signed[0] if signed else None,
            "consent_by": act.kind if act else None,
            "deposited_on": act.deposited if act else None,
            "taken_back_on": back,
            "bound": str(span.answer) if span else "no",
            "bound_from": span.start if span else None,
            "bound_until": span.until if span else None,
            "withdrawal_notice_on": leaving[-1] if leaving else None,
            "still_to_come": "yes" if span and span.start >= window.covered_until else "no",
            "because": ";".join(span.because) if span else None,
            "article": span.article if span else None,
            "weak": (span.weak if span else "") or None,
            "note": (span.note if span else "") or None,
        }


def with_continued(held: list[SpanRow]) -> list[SpanRow | None]:
    """The spans, as rows may have them."""
    return list(held)


def latest(span: SpanRow, act: Deposit) -> Day:
    """The last day on which a deposit may have been made that began the span: a succession is notified afterwards."""
    return Day.max if act.effective is not None and act.effective == span.start else span.start


def number(book: Codes, spine: str, place: str, day: Day) -> int | None:
    """The number of a place in a spine on a day; of one that is not listed then, its first number there."""
    steps = code_steps(book, SPINES[spine], place)
    held = [code for start, code in steps if start <= day]
    code = held[-1] if held else next((one for _, one in steps if one), None)
    return int(code) if code else None
