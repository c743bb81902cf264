"""United States law beside the record: what was enacted or revoked, and who was sanctioned."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec.structs import replace

from ..record.measure import Listing, Measure
from ..record.record import Record
from . import comparison_events
from .beside import Beside, in_form, one_day, readings, slips, within
from .claim import Claim, Judged, day_text

__all__ = ["delisted", "enacted", "matching", "revoked", "sanctioned"]


def matching(record: Record, law_rows: dict[str, tuple[str, ...]], about: str) -> list[tuple[str, Measure]]:
    """The measures that a name or citation means, those that began first in front."""
    book = record.lawbook.measures
    if about in law_rows:
        return [(code, book[code]) for code in law_rows[about] if code in book]
    cited = re.compile(rf"(?<![\w.]){re.escape(about)}(?![\d-])")
    found = [(code, row) for code, row in book.items() if cited.search(row.citation)]
    if not found and " sec. " in about:
        return matching(record, law_rows, about.partition(" sec. ")[0])
    return sorted(found, key=lambda one: (one[1].start, one[0]))


def rows(claim: Claim, beside: Beside) -> list[tuple[str, Measure]]:
    """The measures of a statute or order, those that began first in front."""
    book = beside.record.lawbook.measures
    if claim.about == "sanctions-2020":
        return [("eo13928-1", book["eo13928-1"])]
    if claim.about == "order":
        orders = [
            (code, row) for code, row in book.items() if row.citation.startswith("EO ") and row.effect == "sanctions"
        ]
        return sorted(
            orders, key=lambda one: (bool(claim.date) and not within(claim, one[1].start), one[1].start, one[0])
        )
    about = claim.about
    return list(beside.law.keep(("matching", about), lambda: matching(beside.record, beside.law_rows, about)))


def unknown(claim: Claim, beside: Beside) -> Judged:
    """An order that the record does not hold: its digits may have changed places."""
    number = claim.about.removeprefix("EO ")
    known = {
        match.group(1)
        for row in beside.record.lawbook.measures.values()
        for match in re.finditer(r"\bEO (\d{5})\b", row.citation)
    }
    near = sorted(one for one in known if number != one and sorted(one) == sorted(number))
    if near:
        said = f"No Executive Order {number} concerns the Court; Executive Order {near[0]} has the same digits."
        return beside.judged(claim, "contradicts", said, fault="digits-swapped", should_be=f"Executive Order {near[0]}")
    return beside.judged(claim, "not-in-record", f"The record does not hold {claim.about or 'that measure'}.")


def enacted(claim: Claim, beside: Beside) -> Judged:
    """A statute or order was made."""
    found = rows(claim, beside)
    if not found:
        return unknown(claim, beside)
    if "citing" in claim.how and claim.date and not claim.about.startswith("P.L."):
        return changed(claim, beside, found[0][0])
    code, row = next(((code, row) for code, row in found if within(claim, row.start)), found[0])
    if claim.date and not within(claim, row.start) and CHANGED.search(claim.sentence):
        return changed(claim, beside, code)
    because = f"{claim.object} was made on {day_text(row.start)} ({row.citation})."
    titled = re.search(r"\bAct of ((?:19|20)\d\d)\b", claim.sentence)
    if titled and int(titled.group(1)) > row.start.year:
        said = f"{because} The year in its title is later."
        return beside.judged(claim, "contradicts", said, fault="wrong-year", acts=(f"measure:{code}",))
    if not claim.date or within(claim, row.start):
        return beside.judged(claim, "agrees", because, acts=(f"measure:{code}",))
    if "titled" in claim.how and int(claim.date) + 1 == row.start.year:
        said = f"{because} The title bears the year in which it was brought in."
        return beside.judged(claim, "agrees", said, acts=(f"measure:{code}",))
    fault, said = slips(claim, row.start)
    return beside.judged(
        claim,
        "contradicts",
        f"{because} {said}".strip(),
        fault=fault,
        should_be=in_form(claim, row.start),
        acts=(f"measure:{code}",),
    )


CHANGED = re.compile(
    r"(?i)(?:,|\bwas|\bwere|\bbeen) (?:[a-z]+ )?(?:widened|amended|expanded|extended|renewed|changed|broadened)\b"
)
"""Words that say that a law which was there already was changed."""


def changed(claim: Claim, beside: Beside, first: str) -> Judged:
    """A statute was changed: its day can be that of any later measure of the same section."""
    stem = re.match(r"[a-z]+\d*-\d{3}|[a-z]+", first)
    for code, row in sorted(beside.record.lawbook.measures.items()):
        if stem and code.startswith(stem.group()) and within(claim, row.start):
            said = f"{row.citation} dates from {day_text(row.start)}."
            return beside.judged(claim, "agrees", said, acts=(f"measure:{code}",))
    return beside.judged(claim, "not-in-record", f"The record does not hold a change of {claim.object} on that day.")


REVOKED = re.compile(r"(?i)\b(?:revo[kc]|repeal|rescind|resciss)")
"""Words for an end that was made, not come about."""
TAKEN_BACK = ("revoked", "repealed")


def ends(beside: Beside, codes: set[str], how: tuple[str, ...] = TAKEN_BACK) -> list[tuple[str, Measure]]:
    """The measures that revoked or repealed any of these, or ended them in another way."""
    found = [
        (code, row)
        for code, row in beside.record.lawbook.measures.items()
        if any(end.measure in codes and end.how in how for end in row.ends)
    ]
    return sorted(found, key=lambda one: (one[1].start, one[0]))


def revoked(claim: Claim, beside: Beside) -> Judged:
    """A statute or order was taken back."""
    found = rows(claim, beside)
    if not found:
        return unknown(claim, beside)
    ended = ends(beside, {code for code, _ in found})
    name = found[0][1].name.partition(",")[0]
    series = {code for code, row in beside.record.lawbook.measures.items() if row.name.partition(",")[0] == name}
    lapsed = ends(beside, series, ("lapsed",))
    if not ended and lapsed:
        code, row = lapsed[-1]
        said = f"{claim.object} was not revoked; it was not renewed on {day_text(row.start)} ({row.citation})."
        if not REVOKED.search(claim.sentence):
            return beside.judged(claim, "agrees", said, acts=(f"measure:{code}",))
        return beside.judged(claim, "imprecise", said, fault="lapsed", acts=(f"measure:{code}",))
    if not ended:
        return beside.judged(
            claim,
            "contradicts",
            f"The record knows no end of {claim.object}.",
            fault="no-such-act",
            acts=(f"measure:{found[0][0]}",),
        )
    code, row = ended[0]
    because = f"{claim.object} was revoked on {day_text(row.start)} ({row.citation})."
    lifted = claim.about == "sanctions-2020" and any(within(claim, one.delisted) for one in listings_lifted(beside))
    by = re.search(r"\b(?:by|through|with|in|under) (?:Executive Order|E\.? ?O\.?)(?: No\.?)? ?(\d{5})", claim.sentence)
    if by and "EO " in row.citation and by.group(1) not in row.citation and by.group(1) not in claim.object:
        said = f"{because} The order named is another."
        return beside.judged(
            claim, "contradicts", said, fault="wrong-order", should_be=row.citation, acts=(f"measure:{code}",)
        )
    if not claim.date or within(claim, row.start) or lifted:
        return beside.judged(claim, "agrees", because, acts=(f"measure:{code}",))
    fault, said = slips(claim, row.start)
    late = one_day(claim, row.start) == "one-day-late"
    if late and "document" in claim.how:
        return beside.judged(claim, "agrees", f"{because} The page is dated the day after.", acts=(f"measure:{code}",))
    if late:
        fault, said = "announcement-for-act", "The day given is that after the act, as of an announcement."
    return beside.judged(
        claim,
        "contradicts",
        f"{because} {said}".strip(),
        fault=fault,
        should_be=in_form(claim, row.start),
        acts=(f"measure:{code}",),
    )


def listings_lifted(beside: Beside) -> list[Any]:
    """Those who were taken off the list again."""
    return [row for row in beside.record.lawbook.listings.values() if row.delisted]


def delisted(claim: Claim, beside: Beside) -> Judged:
    """Someone was taken off the list again."""
    row = beside.record.lawbook.listings.get(claim.about)
    if row is None or row.delisted is None:
        return beside.judged(claim, "not-in-record", "The record does not hold that end of a designation.")
    because = f"{row.name} was taken off the list on {day_text(row.delisted)}."
    if not claim.date or within(claim, row.delisted):
        return beside.judged(claim, "agrees", because, acts=(f"listing:{row.code}",))
    return beside.judged(claim, "not-in-record", f"{because} The day given may be that of the order's end.")


def loosely(claim: Claim, beside: Beside) -> bool:
    """Whether sanctions on the Court are said of no day, or of one on which an order or a listing was made."""
    book = beside.record.lawbook
    made = [row.start for row in book.measures.values() if row.effect == "sanctions"]
    given = [*made, *(day for row in book.listings.values() for day in days_of(row))]
    return "sanctions" in claim.how and (not claim.date or any(within(claim, day) for day in given))


def against_court(beside: Beside) -> tuple[list[date], str]:
    """The days of the orders by which sanctions on the Court were ordered, and these in words."""
    book = beside.record.lawbook.measures.values()
    made = sorted({one.start for one in book if one.effect == "sanctions" and one.citation.startswith("EO ")})
    return made, f"Sanctions on the Court were ordered on {' and on '.join(map(day_text, made))}"


def court_listed(claim: Claim, beside: Beside, code: str, row: Listing) -> Judged:
    """Sanctions on the Court of a day that is neither that of an order against it nor that of its listing."""
    made, ordered = against_court(beside)
    told = readings(claim)[0][0]
    near = min(
        (*made, row.designated), key=lambda day: (day.strftime("%m%d") != told.strftime("%m%d"), abs((day - told).days))
    )
    fault, said = slips(claim, near)
    because = f"{ordered}; it was itself listed on {day_text(row.designated)}. {said}"
    acts = (f"listing:{code}",)
    return beside.judged(claim, "contradicts", because.strip(), fault=fault, should_be=in_form(claim, near), acts=acts)


def orders_of(record: Record) -> set[str]:
    """Every executive order that a measure cites."""
    book = record.lawbook.measures.values()
    return {f"EO {number}" for one in book for number in re.findall(r"\bEO (\d{5})\b", one.citation)}


def days_of(row: Listing) -> list[date]:
    return [day for day in (row.designated, row.published) if day]


STILL_ON = re.compile(r"\b(?:is|are|remains?) (?:still|currently|now) (?:on|under)\b|\bremains? (?:on|under)\b")
"""Words that say that somebody is still under sanctions."""


def sanctioned(claim: Claim, beside: Beside) -> Judged:
    """Someone was placed under sanctions, by name or as staff of the Court."""
    listings = beside.record.lawbook.listings
    if "event" in claim.how:
        return comparison_events.happened(claim, beside)
    if claim.about == "icc" and loosely(claim, beside):
        return beside.judged(claim, "agrees", f"{against_court(beside)[1]}.")
    wanted = (
        {claim.about: listings[claim.about]}
        if claim.about in listings
        else {c: r for c, r in listings.items() if r.kind == "person"}
    )
    if not wanted:
        return beside.judged(claim, "not-in-record", "The record does not hold that designation.")
    orders = beside.law.keep(("orders",), lambda: orders_of(beside.record))
    first = sorted(wanted.items(), key=lambda one: (one[1].designated, one[0]))
    for code, row in first:
        other = re.findall(r"\b(?:Executive Order|E\.? ?O\.?)(?: No\.?)? ?(\d{5})", claim.sentence)
        if claim.about in listings and len(other) == 1 and f"EO {other[0]}" not in orders:
            said = f"{row.name} was designated on {day_text(row.designated)} under {row.order}. The order named is another."
            return beside.judged(
                claim, "contradicts", said, fault="wrong-order", should_be=row.order, acts=(f"listing:{code}",)
            )
        if claim.about in listings and not claim.date and row.delisted and STILL_ON.search(claim.sentence):
            said = f"{row.name} was taken off the list on {day_text(row.delisted)}."
            return beside.judged(claim, "outdated", said, fault="stale-status", acts=(f"listing:{code}",))
        if not claim.date or any(within(claim, day) for day in days_of(row)):
            return beside.judged(
                claim,
                "agrees",
                f"{row.name} was designated on {day_text(row.designated)} under {row.order}.",
                acts=(f"listing:{code}",),
            )
    code, row = first[0]
    if claim.about not in listings:
        return beside.judged(claim, "not-in-record", "The record holds no designation of that day.")
    if claim.about == "icc":
        return court_listed(claim, beside, code, row)
    fault, said = slips(claim, row.designated)
    because = f"{row.name} was designated on {day_text(row.designated)} under {row.order}. {said}".strip()
    judged = beside.judged(
        claim, "contradicts", because, fault=fault, should_be=in_form(claim, row.designated), acts=(f"listing:{code}",)
    )
    if judged.verdict == "disputed" and f"state-{row.designated}" in row.sources:
        return replace(judged, verdict="contradicts", because=because)
    return judged
