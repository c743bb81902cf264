"""Measures of United States law over time: in force, listed, waived, agreed, allied.

A measure begins on its own day. It ends by its text's own last day, or on the day of the measure that ends it.
"""

from __future__ import annotations

from datetime import date

from ..answer import Answer, OpenKind
from ..dates import days_after
from ..record.measure import Agreement, Lawbook, Listing, Measure
from ..record.names import folded
from .law import Law, family
from .line import Line, Step

__all__ = ["ended", "listing_named", "within"]


def ended(law: Law, code: str) -> tuple[date, str, str] | None:
    """The first day on which a measure is no longer in force, how that came, and the measure that did it (or itself)."""
    found: list[tuple[date, str, str]] = []
    measure = law.record.lawbook.measures[code]
    if measure.last_day:
        found.append((days_after(measure.last_day, 1), "last-day", code))
    for other, how in enders(law).get(code, ()):
        start = law.record.lawbook.measures[other].start
        if law.counts(start) or other in law.supposed:
            found.append((start, how, other))
    return min(found, default=None)


def enders(law: Law) -> dict[str, list[tuple[str, str]]]:
    """The measures that end each measure, and how."""
    return law.keep(("enders",), lambda: gathered(law.record.lawbook))  # type: ignore[no-any-return]


def gathered(book: Lawbook) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for code, measure in book.measures.items():
        for end in measure.ends:
            found.setdefault(end.measure, []).append((code, end.how))
    return found


@family
def measure_in_force(law: Law, code: str) -> Line:
    """Whether a measure is in force; a reading speaks for every day, once it was given."""
    measure = law.record.lawbook.measures[code]
    if not law.counts(measure.start) and code not in law.supposed:
        return Line.always(Answer.NO, article=measure.citation, note=f"not yet made on {law.asked_on}")
    alive = Step(measure.start, Answer.YES, (code,), measure.citation)
    if measure.unread:
        alive = alive._replace(answer=Answer.OPEN, kind=OpenKind.WEAK, note=measure.unread)
    if measure.reading:
        return Line.always(alive.answer, because=(code,), article=measure.citation, kind=alive.kind, note=alive.note)
    return Line.stepping(Answer.NO, within(law, code, alive), article=measure.citation)


def within(law: Law, code: str, alive: Step) -> list[Step]:
    """The step by which a measure begins, and that by which it ends, if it does."""
    end = ended(law, code)
    if end is None:
        return [alive]
    return [alive, Step(end[0], Answer.NO, (end[2],), alive.article, note=end[1])] if end[0] > alive.day else []


def listing_named(book: Lawbook, name: str) -> str:
    """The code of the listing that ``name`` means, empty where none does: by code, name, other name, or all its words."""
    wanted = folded(name).replace("-", " ")
    by_words: list[str] = []
    for code, row in book.listings.items():
        spelled = [folded(one).replace("-", " ") for one in (code, row.name, *row.also)]
        if wanted in spelled:
            return code
        if len(wanted.split()) > 1 and any(set(wanted.split()) <= set(one.split()) for one in spelled):
            by_words.append(code)
    return by_words[0] if len(by_words) == 1 else ""


@family
def listed_under(law: Law, listing: str, measures: str) -> Line:
    """Whether somebody is listed under one of the measures (parted by semicolons)."""
    row = law.record.lawbook.listings.get(listing)
    if row is None or row.measure not in measures.split(";"):
        return Line.always(Answer.NO, note="nobody of that name is listed")
    return Line.stepping(Answer.NO, listed_steps(law, row))


def listed_steps(law: Law, row: Listing) -> list[Step]:
    """The days on which a listing begins and ends; it falls with the measure under which it was made."""
    if not law.counts(row.designated) and row.code not in law.supposed:
        return []
    steps = [Step(row.designated, Answer.YES, (row.code,), row.order)]
    end = ended(law, row.measure)
    off = row.delisted if row.delisted and (law.counts(row.delisted) or row.code in law.supposed) else None
    days = [day for day in (off, end[0] if end else None) if day]
    return [*steps, Step(min(days), Answer.NO, (row.code,), row.order)] if days else steps


@family
def waived_for(law: Law, state: str, power: str, kinds: str) -> Line:
    """Whether a power to waive was used for a state; ``kinds`` are the sorts of aid that were told.

    A waiver limited to some aid leaves the question open where nobody told which aid it is.
    """
    line = Line.always(Answer.NO)
    for code, row in law.record.lawbook.waivers.items():
        if row.power != power or state not in row.states or not law.counts(row.made):
            continue
        answer, note = limited(row.only, kinds)
        kind = OpenKind.FACT if answer is Answer.OPEN else None
        until = [Step(row.until, Answer.NO, (code,))] if row.until else []
        line |= Line.stepping(Answer.NO, [Step(row.made, answer, (code,), kind=kind, note=note), *until])
    return line


def limited(only: tuple[str, ...], kinds: str) -> tuple[Answer, str]:
    """What a waiver gives for the sorts of aid that were told."""
    told = [kind for kind in kinds.split(";") if kind]
    wanted = [kind for kind in only if kind != "esf"]
    if not wanted or set(told) & set(wanted):
        return Answer.YES, ""
    if told and "specified-projects" not in wanted:
        return Answer.NO, f"the waiver is for {', '.join(wanted)} only"
    return Answer.OPEN, ", ".join(wanted)


@family
def agreed_with(law: Law, state: str) -> Line:
    """Whether a non-surrender agreement with the state is in force, by days that a document or a checked list gives."""
    steps: list[Step] = []
    for code, row in law.record.lawbook.agreements.items():
        if row.state == state and row.effective and law.counts(row.effective):
            steps.append(Step(row.effective, Answer.YES, (code,), "98(2)"))
    return Line.stepping(Answer.NO, steps)


@family
def agreement_claimed(law: Law, state: str) -> Line:
    """Whether any source reports an agreement with the state, on days that nobody checked; one left at signature is none."""
    kinds = ("in-force", "reported")
    rows = [row for row in law.record.lawbook.agreements.values() if row.state == state and row.reported_as in kinds]
    if not rows:
        return Line.always(Answer.NO)
    return Line.stepping(Answer.NO, [Step(first_day(rows[0]), Answer.YES, (rows[0].code,), "98(2)")])


def first_day(row: Agreement) -> date:
    """The earliest day that any source, however weak, gives an agreement."""
    days = [row.signed, row.effective, *(date.fromisoformat(t) for t in (row.signed_text, row.effective_text) if t)]
    return min((day for day in days if day), default=date.min)


@family
def allied_with(law: Law, state: str) -> Line:
    """Whether a state belongs to an alliance that the statutes name."""
    line = Line.always(Answer.NO)
    for code, row in law.record.lawbook.alliances.items():
        for member in row.members:
            if member.state == state:
                steps = [Step(member.start, Answer.YES, (code,))]
                steps += [Step(member.until, Answer.NO, (code,))] if member.until else []
                line |= Line.stepping(Answer.NO, steps)
    return line


def shown_days(law: Law, measure: Measure) -> tuple[date, date | None]:
    """The first day of a measure, and the first on which it is no longer in force."""
    end = ended(law, measure.code)
    return measure.start, end[0] if end else None
