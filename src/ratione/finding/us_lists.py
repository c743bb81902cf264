"""Lists kept under United States law on a day: who is listed, which licences and injunctions are in force; agreements and aid.

>>> from ratione.record.record import Record
>>> from ratione.dates import Day
>>> found = sanctions(Record.embedded(), Day(2026, 8, 20), asked_on=Day(2026, 11, 21))
>>> [row.name for row in found.listed if row.kind == "body"]
['Al Mezan Center for Human Rights', 'Al-Haq', 'Palestinian Centre for Human Rights']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from ..answer import Answer
from ..dates import Day
from ..limbs.us_facts import UsFacts
from ..record.measure import Agreement, Lawbook, Listing, Measure, Waiver
from ..record.names import Names
from ..record.record import Record
from ..timelines.law import Law
from ..timelines.measures import ended, first_day
from .us_law import us_law
from .us_shown import Stretch

__all__ = [
    "AgreementShown", "AgreementsShown", "ListingShown", "MeasureShown", "SanctionsShown", "agreements", "all_agreements",
    "sanctions", "totals",
]  # fmt: skip


class ListingShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody listed on the day. ``effective`` is the first day on which dealings were barred."""

    name: str
    also: tuple[str, ...] = ()
    kind: str
    role: str
    order: str
    measure: str
    designated: str
    published: str = ""
    effective: str
    until: str = ""
    enforced: str
    """``yes``; ``no`` while an injunction stops enforcement; ``open`` where that is not known."""
    why: str = ""
    sources: tuple[str, ...] = ()
    weak: str = ""
    note: str = ""


class MeasureShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A measure in force on the day."""

    measure: str
    citation: str
    name: str
    says: str
    since: str
    until: str = ""
    answer: str
    covers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    weak: str = ""
    note: str = ""


class SanctionsShown(Struct, frozen=True, kw_only=True):
    """The sanctions in force on a day."""

    on: Day
    asked_on: Day
    orders: tuple[MeasureShown, ...]
    listed: tuple[ListingShown, ...]
    licences: tuple[MeasureShown, ...]
    injunctions: tuple[MeasureShown, ...]
    stays: tuple[MeasureShown, ...]
    record_version: str

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    def text(self) -> str:
        """The same as text."""
        lines = [f"Sanctions on {self.on}, asked on {self.asked_on}: {len(self.listed)} listed"]
        for title, rows in (("Orders", self.orders), ("Licences", self.licences), ("Injunctions", self.injunctions),
                            ("Stays", self.stays)):  # fmt: skip
            lines += ["", f"{title}: {len(rows) or 'none'}"]
            for row in rows:
                mark = f" [weak: {row.weak}]" if row.weak else ""
                mark += " [open]" if row.answer == "open" else ""
                until = f" until {row.until}" if row.until else ""
                lines.append(f"  {row.citation}: {row.name}, from {row.since}{until}{mark}")
        lines += ["", f"Listed: {len(self.listed) or 'nobody'}"]
        for one in self.listed:
            days = f"designated {one.designated}, published {one.published or 'not read'}, effective {one.effective}"
            state = {"yes": "", "no": "; enforcement enjoined", "open": f"; open: {one.why}"}[one.enforced]
            mark = f" [weak: {one.weak}]" if one.weak else ""
            lines.append(f"  {one.name} ({one.role}), {one.order}: {days}{state}{mark}")
        return "\n".join([*lines, "", f"Record {self.record_version}."]) + "\n"


def sanctions(record: Record, on: Day, *, asked_on: Day, supposed: Iterable[str] = ()) -> SanctionsShown:
    """Persons and bodies listed on a day, with the orders, licences, injunctions and stays in force.

    ``supposed`` are codes that count whatever their day, because the question supposes them.

    >>> from ratione import Day, Record, sanctions
    >>> sanctions(Record.embedded(), Day(2010, 1, 1), asked_on=Day(2026, 11, 21)).listed
    ()
    """
    law = Law(record, asked_on, supposed)
    book = record.lawbook
    lists = {row.measure for row in book.listings.values()}
    alive = [row for row in book.measures.values() if law.line("measure_in_force", row.code).at(on).answer > Answer.NO]
    barring = {code for code in book.measures if code in lists}
    barring |= {
        row.code for row in book.measures.values() if row.effect == "sanctions" and lifted_by(book.measures, row)
    }
    courts = [row for row in alive if row.maker == "court" and row.effect == "permits"]
    return SanctionsShown(
        on=on,
        asked_on=asked_on,
        orders=tuple(shown(law, row, on) for row in alive if row.effect == "sanctions"),
        listed=tuple(one for row in in_order(book) if (one := listing(law, row, on)) is not None),
        licences=tuple(
            shown(law, row, on) for row in alive if row.maker == "treasury" and row.effect == "permits" and row.lifts
        ),
        injunctions=tuple(shown(law, row, on) for row in courts if set(row.lifts) & barring),
        stays=tuple(shown(law, row, on) for row in courts if not set(row.lifts) & barring),
        record_version=record.version,
    )


def in_order(book: Lawbook) -> list[Listing]:
    """Listings by day and name."""
    return sorted(book.listings.values(), key=lambda row: (row.designated, row.name))


def lifted_by(measures: dict[str, Measure], row: Measure) -> bool:
    return any(row.code in other.lifts for other in measures.values())


def shown(law: Law, row: Measure, on: Day) -> MeasureShown:
    """A measure in force."""
    end = ended(law, row.code)
    return MeasureShown(
        measure=row.code, citation=row.citation, name=row.name, says=row.says, since=row.start.isoformat(),
        until=end[0].isoformat() if end else "", answer=str(law.line("measure_in_force", row.code).at(on).answer),
        covers=row.covers, holders=row.holders, sources=row.sources, weak=row.weak or "", note=row.note,
    )  # fmt: skip


def listing(law: Law, row: Listing, on: Day) -> ListingShown | None:
    """Somebody listed on the day, or None."""
    line = law.line("listed_under", row.code, row.measure)
    if line.at(on).answer is not Answer.YES:
        return None
    after = line.after(on)
    enforced, why = enforcement(law, row, on)
    return ListingShown(
        name=row.name, also=row.also, kind=row.kind, role=row.role, order=row.order, measure=row.measure,
        designated=row.designated.isoformat(), published=row.published.isoformat() if row.published else "",
        effective=max(row.designated, law.record.lawbook.measures[row.measure].start).isoformat(),
        until=after.day.isoformat() if after else "", enforced=enforced, why=why, sources=row.sources,
        weak=row.weak or "", note=row.note,
    )  # fmt: skip


def enforcement(law: Law, row: Listing, on: Day) -> tuple[str, str]:
    """Whether a designation is enforced on the day: a court may have stopped it, and another let it go on."""
    measures = law.record.lawbook.measures
    stops = [one for one in measures.values() if row.code in one.covers and one.maker == "court"]
    bars = [one for one in stops if row.measure in one.lifts]
    answer, why = Answer.NO, ""
    for one in bars:
        held = law.line("measure_in_force", one.code).at(on).answer
        for other in (other for other in stops if one.code in other.lifts):
            step = law.line("measure_in_force", other.code).at(on)
            if held & ~step.answer < held:
                held, why = held & ~step.answer, step.note
        answer |= held
    return str(~answer), why


class AgreementShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A state's non-surrender agreement, the waivers made for it, and what aid law forbade it when."""

    state: str
    name: str
    reported_as: str = ""
    form: str = ""
    signed: str = ""
    effective: str = ""
    recalled_days: str = ""
    waivers: tuple[str, ...] = ()
    military_aid: tuple[Stretch, ...] = ()
    economic_support: tuple[Stretch, ...] = ()
    sources: tuple[str, ...] = ()
    weak: str = ""
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    def text(self) -> str:
        """The same as text."""
        days = ", ".join(
            f"{word} {day}" for word, day in (("signed", self.signed), ("effective", self.effective)) if day
        )
        weak = f" [weak: {self.weak}]" if self.weak else ""
        lines = [f"{self.name} ({self.state}): {self.reported_as or 'no agreement in the record'}{weak}"]
        lines += [f"  {self.form}; {days or 'no checked day'}"] if self.reported_as else []
        lines += [f"  recalled, not counted with: {self.recalled_days}"] if self.recalled_days else []
        lines += [f"  {self.note}"] if self.note else []
        lines += [f"  waiver of {words}" for words in self.waivers]
        for title, rows in (("Military aid", self.military_aid), ("Economic Support Funds", self.economic_support)):
            lines.append(f"{title}: {'' if rows else 'never barred'}".rstrip())
            for one in rows:
                kind = f" ({one.open_kind})" if one.open_kind else ""
                by = f"  {', '.join(one.deciding)}" if one.deciding else ""
                lines.append(f"  {one.start or 'before':>10} to {one.until or 'now':10}  {one.answer}{kind}{by}")
        return "\n".join([*lines, f"Sources: {', '.join(self.sources) or 'none'}."]) + "\n"


class Total(Struct, frozen=True, kw_only=True):
    """A published number of agreements, what the record counts by the same rule, and why the two differ."""

    published: int
    by: str
    dated: Day
    rule: str
    counted: int
    why: str
    sources: tuple[str, ...]


class AgreementsShown(Struct, frozen=True, kw_only=True):
    """Every agreement in the record, and the published numbers of them."""

    rows: tuple[AgreementShown, ...]
    totals: tuple[Total, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    def text(self) -> str:
        """The same as text."""
        lines = []
        for row in self.rows:
            weak = f" [weak: {row.weak}]" if row.weak else ""
            days = f"signed {row.signed or '?':10}  effective {row.effective or '?':10}"
            lines.append(f"{row.state}  {row.reported_as:19} {days}  {row.name}{weak}")
        lines += ["", f"{len(self.rows)} agreements are reported in the record."]
        for one in self.totals:
            lines.append(
                f"{one.by} published {one.published} on {one.dated}; by the same rule the record counts {one.counted}."
            )
            lines.append(f"  Rule: {one.rule} {one.why}")
        return "\n".join(lines) + "\n"


def all_agreements(record: Record) -> AgreementsShown:
    """Every agreement, by the code of the state, with the published numbers.

    >>> from ratione import Record, all_agreements
    >>> [total.published for total in all_agreements(Record.embedded()).totals]
    [100, 102]
    """
    rows = sorted(record.lawbook.agreements.values(), key=lambda row: row.state)
    return AgreementsShown(rows=tuple(with_agreement(record, row) for row in rows), totals=totals(record))


def with_agreement(record: Record, row: Agreement, found: AgreementShown | None = None) -> AgreementShown:
    """What the record says of one agreement, without what aid law said of the state where that was not worked out."""
    base = found or AgreementShown(state=row.state, name=record.states[row.state].name)
    recalled = " and ".join(text for text in (row.signed_text, row.effective_text) if text)
    return msgspec.structs.replace(
        base,
        reported_as=row.reported_as,
        form=row.form,
        signed=row.signed.isoformat() if row.signed else "",
        effective=row.effective.isoformat() if row.effective else "",
        recalled_days=recalled,
        sources=row.sources,
        weak=row.weak or "",
        note=row.note,
    )


def agreements(record: Record, state: str, *, asked_on: Day) -> AgreementShown:
    """What the record says of one state's agreement and aid; ``state`` is a code or name.

    >>> from ratione.record.record import Record
    >>> from ratione.dates import Day
    >>> agreements(Record.embedded(), "Zambia", asked_on=Day(2026, 11, 21)).signed
    '2003-07-01'
    """
    code = Names(record).state(state)
    row = next((one for one in record.lawbook.agreements.values() if one.state == code), None)
    used = [one for one in record.lawbook.waivers.values() if code in one.states]
    found = AgreementShown(
        state=code,
        name=record.states[code].name,
        waivers=tuple(waiver_words(record, one) for one in sorted(used, key=lambda one: one.made)),
        military_aid=aid(record, code, "military-aid-to-party", asked_on),
        economic_support=aid(record, code, "economic-support-funds", asked_on),
    )
    return with_agreement(record, row, found) if row is not None else found


def waiver_words(record: Record, row: Waiver) -> str:
    """A waiver in words."""
    until = f" until {row.until}" if row.until else f", {row.lasts}" if row.lasts else ""
    only = f", for {', '.join(row.only)} only" if row.only else ""
    weak = f" [weak: {row.weak}]" if row.weak else ""
    return f"{row.made} under {record.lawbook.measures[row.power].citation} ({row.basis}){only}{until}{weak}"


def aid(record: Record, state: str, activity: str, asked_on: Day) -> tuple[Stretch, ...]:
    """What aid law said of the state over time; nothing where it never barred anything."""
    facts = UsFacts(activity=activity, on=asked_on.isoformat(), beneficiary=f"state:{state}")
    found = us_law(record, facts, asked_on=asked_on).timeline
    return found if any(stretch.answer != "yes" for stretch in found) else ()


def totals(record: Record) -> tuple[Total, ...]:
    """The published numbers of agreements, with the record's own count by the rule of each."""
    book = record.lawbook
    found = []
    for row in book.totals.values():
        counted = [
            one
            for one in book.agreements.values()
            if one.reported_as in row.counts and first_day(one) <= row.dated and one.code not in row.leaves_out
        ]
        found.append(
            Total(
                published=row.published,
                by=row.by,
                dated=row.dated,
                rule=row.rule,
                counted=len(counted),
                why=row.why,
                sources=row.sources,
            )
        )
    return tuple(found)
