"""Things: what the record holds that people look for, found by names that need not be spelled right; and what changed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher

from msgspec import Struct

from ..dates import Day
from ..limbs.limb import LIMBS
from ..record.names import folded
from ..record.record import Record
from ..timelines.law import Law
from ..timelines.spans import spans
from ..words import Words

__all__ = ["ChangeShown", "Thing", "changes_between", "found_things", "things"]


class Thing(Struct, frozen=True, kw_only=True):
    """A thing that has a page: its kind, code and name, other names, and a line that says what it is."""

    kind: str
    code: str
    name: str
    also: tuple[str, ...] = ()
    about: str = ""


class ChangeShown(Struct, frozen=True, kw_only=True):
    """Something that happened or took effect on a day: an act, an effect, a ruling, a resolution, a step, a measure."""

    day: date
    kind: str
    says: str
    thing: str
    code: str
    act: str = ""
    weak: str = ""


def things(record: Record) -> list[Thing]:
    """Every thing of the record that has a page, in order of kind and name.

    >>> from ratione import Record, things
    >>> things(Record.embedded())[0].name
    'Afghanistan'
    """
    kept = record.__dict__
    if "things" not in kept:
        kept["things"] = sorted(every_thing(record), key=lambda thing: (KINDS.index(thing.kind), thing.name))
    found: list[Thing] = kept["things"]
    return found


KINDS = ("state", "territory", "place", "instrument", "situation", "debate", "limb", "resolution", "ruling", "measure",
         "event", "listing", "agreement", "statement", "person", "organisation", "source")  # fmt: skip


def every_thing(record: Record) -> Iterator[Thing]:
    """Every thing, kind by kind."""
    for code, state in record.states.items():
        yield Thing(kind="state", code=code, name=state.name, also=(*state.also, *state.adjective), about=state.group)
    for code, territory in record.territories.items():
        about = f"territory of {record.states[territory.parent].name}"
        yield Thing(kind="territory", code=code, name=territory.name, also=territory.also, about=about)
    for code, place in record.places.items():
        yield Thing(kind="place", code=code, name=place.name, also=place.also, about="contested place")
    for code, row in record.instruments.items():
        yield Thing(kind="instrument", code=code, name=row.name, also=(row.short, *row.also), about=row.kind)
    for code, situation in record.situations.items():
        also = tuple(filter(None, (situation.case_number, *situation.also)))
        yield Thing(kind="situation", code=code, name=situation.name, also=also, about=situation.kind)
    for code, dispute in record.disputes.items():
        yield Thing(kind="debate", code=code, name=dispute.question, also=(code,), about=f"art. {dispute.article}")
    for name, limb in LIMBS.items():
        if not limb.family.startswith("us_") and "/" not in name:
            yield Thing(kind="limb", code=name, name=limb.question, also=(name,), about=f"art. {limb.article}")
    for code, council in record.council.items():
        if council.outcome == "hypothetical":
            continue
        yield Thing(kind="resolution", code=code, name=council.document, also=council.also, about=council.subject)
    for code, ruling in record.rulings.items():
        yield Thing(kind="ruling", code=code, name=f"{ruling.by}, {ruling.given}", about=ruling.document)
    yield from united_states(record)
    for code, source in record.sources.items():
        yield Thing(kind="source", code=code, name=source.title, also=(code,), about=source.publisher)


def united_states(record: Record) -> Iterator[Thing]:
    """Laws, listings, events, people, organisations of the relationship with one state."""
    book, history = record.lawbook, record.history
    for code, measure in book.measures.items():
        yield Thing(kind="measure", code=code, name=measure.name, also=(measure.citation,), about=measure.says)
    for code, listing in book.listings.items():
        yield Thing(kind="listing", code=code, name=listing.name, also=listing.also, about=listing.role)
    for code, event in history.events.items():
        yield Thing(kind="event", code=code, name=event.title, about=event.date_text)
    for code, said in history.statements.items():
        also = tuple(filter(None, (said.office, said.body)))
        yield Thing(kind="statement", code=code, name=f"{said.speaker}: {said.says}", also=(said.speaker,),
                    about=", ".join((*also, said.date_text)))  # fmt: skip
    for code, person in history.people.items():
        about = person.offices[-1].office if person.offices else ""
        yield Thing(kind="person", code=code, name=person.name, about=about)
    for code, body in history.organisations.items():
        yield Thing(kind="organisation", code=code, name=body.name, about=body.kind)


def found_things(record: Record, query: str, limit: int = 40) -> list[Thing]:
    """The things whose names are nearest to the query, the nearest first; letters may be missing or wrong.

    >>> [thing.code for thing in found_things(Record.embedded(), "Ukrane", limit=1)]
    ['UKR']
    """
    wanted = folded(query)
    if not wanted:
        return []
    scored = [(score(wanted, thing), place, thing) for place, thing in enumerate(things(record))]
    kept = sorted((row for row in scored if row[0] >= LEAST), key=lambda row: (-row[0], row[1]))
    return [thing for _, _, thing in kept[:limit]]


LEAST = 0.55
"""The least likeness that counts as found."""


def score(wanted: str, thing: Thing) -> float:
    """How near the names of a thing come to what is wanted, from 0 to 1; states a little before the rest."""
    best = max(likeness(wanted, folded(name)) for name in (thing.code, thing.name, *thing.also))
    about = 0.58 if len(wanted) > 3 and wanted in folded(thing.about) else 0.0
    bonus = 0.03 if thing.kind == "state" else 0.0
    return max(best, about) + (bonus if best >= LEAST else 0.0)


def likeness(wanted: str, name: str) -> float:
    """1 for the same name, less for its beginning, for words in it, for a spelling close to it."""
    if wanted == name:
        return 1.0
    if name.startswith(wanted):
        return 0.9
    words = name.split()
    parts = wanted.split()
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 0.8
    if len(wanted) < 4:
        return 0.0
    near = closeness(wanted, name)
    if len(words) <= 24:
        near = max(
            near, sum(max((closeness(part, word) for word in words), default=0.0) for part in parts) / len(parts) - 0.08
        )
    return near * 0.85 if near >= 0.72 else 0.0


def closeness(one: str, other: str) -> float:
    """How alike two spellings are; 0 where their lengths already say that they are not."""
    if abs(len(one) - len(other)) > max(2, len(one) // 3):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= 0.7 and matcher.quick_ratio() >= 0.7 else 0.0


def changes_between(law: Law, first: Day, last: Day) -> list[ChangeShown]:
    """What happened or took effect from ``first`` to ``last``, both included, the latest first.

    >>> from ratione import Day, Law, Record, changes_between
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> [change.says for change in changes_between(law, Day(2026, 5, 29), Day(2026, 5, 29))]
    ['Hungary: notice of withdrawal taken back 29 May 2026']
    """
    found = [row for row in every_change(law) if first <= row.day <= last]
    return sorted(found, key=lambda row: (row.day, row.kind, row.says), reverse=True)


def every_change(law: Law) -> list[ChangeShown]:
    """Every dated change that the record gives."""
    return law.keep(("every change",), lambda: list(gathered(law)))  # type: ignore[no-any-return]


def gathered(law: Law) -> Iterator[ChangeShown]:
    record, words = law.record, Words(law.record)
    for key, (state, act) in record.acts.items():
        if law.counts(act.day):
            says = words.act(state, act)
            yield ChangeShown(
                day=act.day, kind="act", says=says, thing="state", code=state, act=key, weak=act.weak or ""
            )
    for row in spans(law):
        if row.status in ("party", "bound", "former-party"):
            name = f"{record.states[row.iso3].name}: {row.status.replace('-', ' ')}, {record.instruments[row.instrument].short}"
            yield ChangeShown(day=row.start, kind="effect", says=name, thing="state", code=row.iso3, weak=row.weak)
    for code, ruling in record.rulings.items():
        if law.counts(ruling.given):
            yield ChangeShown(day=ruling.given, kind="ruling", says=words.because(code), thing="debate",
                              code=ruling.decides[0].dispute if ruling.decides else "", weak=ruling.weak or "")  # fmt: skip
    for council in record.council.values():
        if law.counts(council.day) and council.outcome != "hypothetical":
            says = f"{council.document}: {council.subject} ({council.outcome.replace('-', ' ')})"
            yield ChangeShown(day=council.day, kind="resolution", says=says, thing="situation", code=council.situation,
                              weak=council.weak or "")  # fmt: skip
    yield from in_situations(law)
    yield from in_united_states(law)


def in_united_states(law: Law) -> Iterable[ChangeShown]:
    """What happened in the relationship, the first and last days of measures, and listings."""
    record = law.record
    for code, event in record.history.events.items():
        if law.counts(event.day):
            about = "" if event.precision == "day" else f" ({event.date_text})"
            yield ChangeShown(day=event.day, kind="event", says=event.title + about, thing="event", code=code,
                              weak=event.weak or "")  # fmt: skip
    for code, measure in record.lawbook.measures.items():
        for step in law.line("measure_in_force", code).steps:
            if step.day != Day.min and law.counts(step.day):
                says = f"{measure.citation}, {measure.name}: {FORCE_SAYS[str(step.answer)]}"
                yield ChangeShown(
                    day=step.day, kind="measure", says=says, thing="measure", code=code, weak=measure.weak or ""
                )
    for code, listing in record.lawbook.listings.items():
        for day, what in ((listing.designated, "listed"), (listing.delisted, "no longer listed")):
            if day and law.counts(day):
                says = f"{listing.name}: {what} ({listing.order})"
                yield ChangeShown(
                    day=day, kind="listing", says=says, thing="listing", code=code, weak=listing.weak or ""
                )


FORCE_SAYS = {"yes": "in force", "open": "open whether in force", "no": "no longer in force"}
"""What a step in the line of a measure means."""


def in_situations(law: Law) -> Iterable[ChangeShown]:
    """Steps taken in situations."""
    for code, situation in law.record.situations.items():
        for step in situation.steps:
            if step.day and law.counts(step.day):
                what = step.subject or step.step.replace("-", " ")
                says = f"{situation.name}: {what}"
                yield ChangeShown(
                    day=step.day, kind="situation", says=says, thing="situation", code=code, weak=step.weak or ""
                )
