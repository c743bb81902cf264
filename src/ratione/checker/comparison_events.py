"""Events beside the record: non-surrender agreements, licences, and the days of what happened and of rulings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from ..record.measure import Agreement
from . import days
from .beside import Beside, in_form, slips, within
from .claim import Claim, Judged, day_text

__all__ = ["OF", "happened"]

SURE = ("one-day-early", "one-day-late", "day-month-swapped", "wrong-year", "wrong-month", "wrong-day")
"""Slips by which a day is known to be meant for another; a day that differs otherwise may be that of something else."""
COUNTED = range(90, 111)
"""Numbers of agreements that are contested between those who counted them."""


def happened(claim: Claim, beside: Beside) -> Judged:
    """Something that the record holds with its day: one of those that the words can mean."""
    rows = [(key, beside.row(key)) for key in claim.about.split()]
    known = [(key, row, day_of(row)) for key, row in rows if row is not None]
    if not claim.date:
        key, row, day = known[0]
        said = f"The record has this on {told(row, day)}."
        return beside.judged(replace(claim, object=name_of(row)), "agrees", said, acts=(key,))
    for key, row, day in known:
        claim = replace(claim, object=name_of(row))
        if within(claim, day) or getattr(row, "date_text", "") == claim.date[: len(getattr(row, "date_text", "-"))]:
            return beside.judged(claim, "agrees", f"The record has this on {told(row, day)}.", acts=(key,))
    key, row, day = min(known, key=lambda one: abs((one[2] - first_of(claim)).days))
    claim = replace(claim, object=name_of(row))
    because = f"The record has this on {told(row, day)}."
    fault, said = slips(claim, day)
    alone = len(known) == 1 and "loose" not in claim.how
    if unsaid_year(claim):
        same = claim.date[4:] == day.isoformat()[4:]
        return beside.judged(claim, "agrees" if same else "not-in-record", because, acts=(key,))
    if fault not in SURE and not (alone and claim.date[:4] == str(day.year)):
        return beside.judged(claim, "not-in-record", f"{because} The day given may be that of something else.")
    return beside.judged(
        claim, "contradicts", f"{because} {said}".strip(), fault=fault, should_be=in_form(claim, day), acts=(key,)
    )


def day_of(row: Any) -> date:
    """The day of an event or ruling."""
    found: date = next(getattr(row, name) for name in ("given", "start", "day") if hasattr(row, name))
    return found


def told(row: Any, day: date) -> str:
    """A day as far as it is known, and what it is the day of."""
    size = len(getattr(row, "date_text", "2000-01-01"))
    when = day_text(day) if size == 10 else f"{day:%B} {day.year}" if size == 7 else str(day.year)
    return f"{when} ({name_of(row)})"


def name_of(row: Any) -> str:
    """What happened, in the words of the record."""
    name: str = getattr(row, "title", "") or getattr(row, "name", "") or f"ruling {row.document}"
    return name


def first_of(claim: Claim) -> date:
    """The first day that a claimed day can mean."""
    return days.bounds(claim.date.partition("/")[0])[0]


def unsaid_year(claim: Claim) -> bool:
    """Whether the year of a day was taken from the page, not from the sentence."""
    return len(claim.date) > 4 and not any(one.iso == claim.date for one in days.find(claim.sentence))


def agreed(claim: Claim, beside: Beside) -> Judged:
    """A state made a non-surrender agreement, or never did; or so many did."""
    if claim.object.split(" ")[0].isdigit():
        return numbered(claim, beside)
    if claim.subject == "USA":
        return beside.judged(
            claim, "not-in-record", "The record lists these agreements by the other state, which is not named."
        )
    row = next((one for one in beside.record.lawbook.agreements.values() if one.state == claim.subject), None)
    name = beside.name(claim.subject)
    if row is None:
        said = f"The record lists no non-surrender agreement of {name}."
        return beside.judged(claim, "agrees" if "denied" in claim.how else "not-in-record", said)
    acts = (f"agreement:{row.code}",)
    because = f"A non-surrender agreement of {name} is {words_of(row)}."
    if "denied" in claim.how:
        return denied(claim, beside, row, because)
    given = days_of(claim, row)
    if not claim.date or any(within(claim, day) for day in given) or recalled(claim, row):
        return beside.judged(claim, "agrees", because, acts=acts)
    if not given:
        return beside.judged(claim, "not-in-record", f"{because} Its days are recalled only.", acts=acts)
    if unsaid_year(claim):
        return beside.judged(claim, "not-in-record", because, acts=acts)
    fault, said = slips(claim, given[0])
    return beside.judged(
        claim,
        "contradicts",
        f"{because} {said}".strip(),
        fault=fault,
        should_be=in_form(claim, given[0]),
        acts=acts,
    )


def denied(claim: Claim, beside: Beside, row: Agreement, because: str) -> Judged:
    """A state is said to have made none: it has, unless it signed without ratifying, or is only reported to have."""
    acts = (f"agreement:{row.code}",)
    if row.reported_as == "signed-not-ratified" and "ratif" in claim.sentence.lower():
        return beside.judged(claim, "agrees", because, acts=acts)
    if row.weak or row.reported_as == "reported":
        return beside.judged(claim, "disputed", because, acts=acts)
    return beside.judged(claim, "contradicts", because, fault="wrong-status", acts=acts)


def words_of(row: Agreement) -> str:
    """How far an agreement went, and when."""
    how = {
        "in-force": "reported as in force",
        "signed": "reported as signed",
        "signed-not-ratified": "reported as signed and not ratified",
        "reported": "reported",
    }
    when = [f"signed on {day_text(row.signed)}"] if row.signed else []
    when += [f"in force since {day_text(row.effective)}"] if row.effective else []
    return ", ".join((how[row.reported_as], *when))


def days_of(claim: Claim, row: Agreement) -> list[date]:
    """The days of an agreement that the record holds: of its entry into force where that is claimed."""
    held = [row.effective] if "in-force" in claim.how else [row.signed, row.effective]
    return [day for day in held if day]


def recalled(claim: Claim, row: Agreement) -> bool:
    """Whether a day is one that the record has from memory only."""
    texts = [row.effective_text] if "in-force" in claim.how else [row.signed_text, row.effective_text]
    return any(text and (text.startswith(claim.date) or claim.date.startswith(text)) for text in texts)


def numbered(claim: Claim, beside: Beside) -> Judged:
    """So many agreements: near the published totals the number is contested; before them the record counts."""
    number, book = int(claim.object.split(" ")[0]), beside.record.lawbook
    totals = sorted(book.totals.values(), key=lambda one: one.published)
    said = "; ".join(f"{row.by} counted {row.published} on {day_text(row.dated)}" for row in totals) + "."
    low, high = totals[0].published, totals[-1].published
    if claim.date and first_of(claim) < min(row.dated for row in totals).replace(month=1, day=1):
        return beside.judged(claim, "not-in-record", f"The record holds no number of that day; {said}")
    above = "more" in claim.how or "least" in claim.how
    if low <= number <= high or (above and number <= high and number >= COUNTED.start) or "about" in claim.how:
        return beside.judged(claim, "agrees", said)
    if number in COUNTED:
        return beside.judged(claim, "disputed", said)
    return beside.judged(claim, "not-in-record", said)


def licensed(claim: Claim, beside: Beside) -> Judged:
    """A general licence under the sanctions on the Court was issued, or ends, on a day."""
    number = int(claim.about.removeprefix("GL "))
    found = [
        (code, row)
        for code, row in sorted(beside.record.lawbook.measures.items())
        if row.citation.startswith("OFAC ICC GL ") and number in numbers_of(row.citation)
    ]
    if not found:
        return beside.judged(claim, "not-in-record", f"The record holds no General License {number} on the Court.")
    code, row = found[0]
    ends = (row.last_day, row.last_day + timedelta(days=1)) if row.last_day else ()
    told_of = ends if "licence-ends" in claim.how else (row.start,)
    because = f"{row.citation} is of {day_text(row.start)}"
    because += (
        f" and runs to the end of {day_text(row.last_day)}." if row.last_day else ", without an end that was told."
    )
    acts = (f"measure:{code}",)
    if not told_of:
        return beside.judged(claim, "not-in-record", because, acts=acts)
    if not claim.date or any(within(claim, day) for day in told_of):
        return beside.judged(claim, "agrees", because, acts=acts)
    if unsaid_year(claim) and any(claim.date[4:] == day.isoformat()[4:] for day in told_of):
        return beside.judged(claim, "agrees", because, acts=acts)
    if "inferred" in row.citation or row.weak or unsaid_year(claim) or claim.date[:4] < str(row.start.year):
        return beside.judged(claim, "not-in-record", because, acts=acts)
    fault, said = slips(claim, told_of[-1])
    return beside.judged(
        claim, "contradicts", f"{because} {said}".strip(), fault=fault, should_be=in_form(claim, told_of[-1]), acts=acts
    )


def numbers_of(citation: str) -> range:
    """The numbers of the licences that an entry holds.

    >>> list(numbers_of("OFAC ICC GL 2 to 4")), list(numbers_of("OFAC ICC GL 10, 90 FR 57695"))
    ([2, 3, 4], [10])
    """
    first, _, rest = citation.removeprefix("OFAC ICC GL ").partition(" to ")
    low = int("".join(sign for sign in first.split()[0] if sign.isdigit()))
    return range(low, int(rest.split()[0] if rest[:1].isdigit() else low) + 1)


OF: dict[str, Callable[[Claim, Beside], Judged]] = {"agreement": agreed, "licence": licensed, "event": happened}
"""Which comparison judges a claim by the shade that its pattern gives it."""
