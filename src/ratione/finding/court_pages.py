"""Pages of the Court's side: situations, contested points with their positions, limbs, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from ..dates import Day
from ..limbs.limb import LIMBS, Limb
from ..record.court import Dispute, Referral, Situation
from ..record.record import Record
from ..rules.jurisdiction import JURISDICTION
from ..rules.tree import Ask, limbs_of, nodes_of
from ..timelines.law import Law
from ..timelines.points import sound_positions
from ..words import LIMB_SAYS, NODE_SAYS, Words
from .shown import NamedThing, SourceRef, named_state, row_sources

__all__ = [
    "DebatePage", "LimbPage", "PositionShown", "ReferralShown", "RowBehind", "RulingShown", "SituationPage", "SourcePage",
    "StepShown", "debate_page", "limb_page", "rows_behind", "rule_limbs", "situation_page", "source_page",
]  # fmt: skip


class PositionShown(Struct, frozen=True, kw_only=True):
    """A position on a contested point."""

    code: str
    answer: str
    says: str
    holder: str
    states: tuple[NamedThing, ...]
    dated: date | None
    authority: str
    sound: bool
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class RulingShown(Struct, frozen=True, kw_only=True):
    """What a ruling says on a contested point."""

    code: str
    given: date
    by: str
    document: str
    outcome: str
    says: str
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


class DebatePage(Struct, frozen=True, kw_only=True):
    """A contested point: its question, its positions, who ruled on it, what hangs on it, and what is answered now."""

    code: str
    question: str
    article: str
    answer: str
    open_kind: str
    asked_on: date
    record_version: str
    why: str
    positions: tuple[PositionShown, ...]
    rulings: tuple[RulingShown, ...]
    limbs: tuple[NamedThing, ...]
    states: tuple[NamedThing, ...]
    places: tuple[NamedThing, ...]
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class StepShown(Struct, frozen=True, kw_only=True):
    """A step in a situation, on its day as far as known."""

    step: str
    day: date | None
    day_text: str
    subject: str
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class ReferralShown(Struct, frozen=True, kw_only=True):
    """A referral of a situation."""

    code: str
    states: tuple[NamedThing, ...]
    resolution: str
    day: date | None
    day_text: str
    outcome: str
    outcome_day: date | None
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class SituationPage(Struct, frozen=True, kw_only=True):
    """A situation or examination: what it covers, how it began, its steps and referrals."""

    code: str
    name: str
    also: tuple[str, ...]
    case_number: str
    kind: str
    trigger: str
    states: tuple[NamedThing, ...]
    places: tuple[str, ...]
    nationals: tuple[NamedThing, ...]
    crimes: tuple[str, ...]
    conduct_from: date | None
    conduct_until: date | None
    steps: tuple[StepShown, ...]
    referrals: tuple[ReferralShown, ...]
    record_version: str
    weak: str = ""
    note: str = ""
    sources: tuple[SourceRef, ...] = ()


class LimbPage(Struct, frozen=True, kw_only=True):
    """A limb: one question a judge would ask, its article, what is said of it, and in which parts of the rule it stands."""

    name: str
    question: str
    article: str
    group: str
    day: str
    links: str
    gate: bool
    family: str
    picks: tuple[str, ...]
    says_no: str
    says_open: str
    says_yes: str
    parts: tuple[NamedThing, ...]
    disputes: tuple[NamedThing, ...]
    record_version: str


class SourcePage(Struct, frozen=True, kw_only=True):
    """A source: who published it, what was read, and the rows that rest on it."""

    code: str
    title: str
    publisher: str
    family: str
    kind: str
    dated: date | None
    date_text: str
    read: str
    cites: str
    licence: str
    weak: str
    note: str
    rows: tuple[NamedThing, ...]
    record_version: str


def situation_page(record: Record, code: str) -> SituationPage:
    """The page of a situation.

    >>> from ratione import Record, situation_page
    >>> situation_page(Record.embedded(), "UKR").name
    'Ukraine'
    """
    row = record.situations[code]
    return SituationPage(
        code=code, name=row.name, also=row.also, case_number=row.case_number, kind=row.kind, trigger=row.trigger,
        states=tuple(named_state(record, one) for one in row.states),
        places=tuple(said_place(record, one) for one in row.places),
        nationals=tuple(named_state(record, one) for one in row.nationals),
        crimes=row.crimes, conduct_from=row.start, conduct_until=row.until,
        steps=tuple(steps_of(record, row)),
        referrals=tuple(referral_shown(record, one) for one in row.referrals),
        record_version=record.version, weak=row.weak or "", note=row.note, sources=row_sources(record, row.sources),
    )  # fmt: skip


def steps_of(record: Record, row: Situation) -> Iterator[StepShown]:
    """The steps in order of day; those without a day last."""
    for step in sorted(row.steps, key=lambda one: (one.day is None, one.day or date.max, one.day_text)):
        yield StepShown(
            step=step.step, day=step.day, day_text=step.day_text, subject=step.subject, weak=step.weak or "",
            note=step.note, sources=row_sources(record, step.sources),
        )  # fmt: skip


def referral_shown(record: Record, row: Referral) -> ReferralShown:
    """A referral."""
    return ReferralShown(
        code=row.code, states=tuple(named_state(record, one) for one in row.states),
        resolution=record.council[row.resolution].document if row.resolution in record.council else row.resolution,
        day=row.day, day_text=row.day_text, outcome=row.outcome, outcome_day=row.outcome_day, weak=row.weak or "",
        note=row.note, sources=row_sources(record, row.sources),
    )  # fmt: skip


def said_place(record: Record, word: str) -> str:
    """A place as a situation writes it, in words."""
    kind, colon, code = word.partition(":")
    if colon and kind == "disputed":
        return record.places[code].name
    if colon and kind in record.states:
        return next((row.name for row in record.states[kind].regions if row.code == code), code)
    return named_state(record, word).name


def debate_page(law: Law, code: str) -> DebatePage:
    """The page of a contested point, as answered to one who asks on the law's day.

    >>> from ratione import Day, Law, Record, debate_page
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> page = debate_page(law, "sc-carve-out")
    >>> page.answer, len(page.positions)
    ('open', 3)
    """
    record, row = law.record, law.record.disputes[code]
    step = law.line("point", code).at(Day.max)
    return DebatePage(
        code=code, question=row.question, article=row.article, answer=str(step.answer), open_kind=step.kind or "",
        asked_on=law.asked_on, record_version=record.version, why=row.why,
        positions=tuple(positions_of(record, row)),
        rulings=tuple(rulings_on(law, code)),
        limbs=tuple(NamedThing(code=one.name, name=one.question) for one in LIMBS.values() if one.point == code),
        states=tuple(states_with(record, code)),
        places=tuple(
            NamedThing(code=one.code, name=one.name) for one in record.places.values()
            if any(code in holder.disputes for holder in one.holders)
        ),
        weak=row.weak or "", note=row.note, sources=row_sources(record, row.sources),
    )  # fmt: skip


def positions_of(record: Record, row: Dispute) -> Iterator[PositionShown]:
    """The positions as they stand in the record; ``sound`` where a holder and a day are named."""
    sound = sound_positions(row)
    for one in row.positions:
        yield PositionShown(
            code=one.code, answer=one.answer, says=one.says, holder=one.holder,
            states=tuple(named_state(record, state) for state in one.states), dated=one.dated,
            authority=one.authority, sound=one in sound, weak=one.weak or "", note=one.note,
            sources=row_sources(record, one.sources),
        )  # fmt: skip


def rulings_on(law: Law, code: str) -> Iterator[RulingShown]:
    """The rulings on a point that count for one who asks, in order of day."""
    rows = sorted(law.record.rulings.values(), key=lambda one: (one.given, one.code))
    for row in rows:
        for decision in row.decides:
            if decision.dispute == code and law.counts(row.given):
                yield RulingShown(
                    code=row.code, given=row.given, by=row.by, document=row.document, outcome=decision.outcome,
                    says=decision.says, weak=row.weak or "", sources=row_sources(law.record, row.sources),
                )  # fmt: skip


def states_with(record: Record, dispute: str) -> Iterator[NamedThing]:
    """The states whose acts hang on a contested point."""
    for code, state in record.states.items():
        if any(getattr(act, "dispute", "") == dispute for act in state.acts):
            yield NamedThing(code=code, name=state.name)


def rule_limbs() -> list[Limb]:
    """Every limb of the rule of jurisdiction, in the order of the rule.

    >>> from ratione import rule_limbs
    >>> [limb.name for limb in rule_limbs()[:2]]
    ['statute_in_force', 'of_age']
    """
    return limbs_of(JURISDICTION)


def limb_page(record: Record, name: str) -> LimbPage:
    """The page of a limb.

    >>> from ratione import Record, limb_page
    >>> limb_page(Record.embedded(), "party").question
    'Was the state a party on the day of the conduct?'
    """
    row = LIMBS[name]
    no, open_, yes = (blanked(text) for text in LIMB_SAYS[name])
    points = [row.point] if row.point in record.disputes else []
    return LimbPage(
        name=name, question=row.question, article=row.article.replace(";", ", "), group=group_of(row), day=row.day,
        links=row.links, gate=row.gate, family=row.family, picks=row.picks, says_no=no, says_open=open_, says_yes=yes,
        parts=tuple(
            NamedThing(code=node.name, name=NODE_SAYS[node.name])
            for node in nodes_of(JURISDICTION) if node.name in NODE_SAYS and holds(node, name)
        ),
        disputes=tuple(NamedThing(code=one, name=record.disputes[one].question) for one in points),
        record_version=record.version,
    )  # fmt: skip


def blanked(text: str) -> str:
    """A sentence of a limb with its gaps said in words."""
    return text.format_map(Gaps(day="the day", state="the state", ground="the place", where=""))


class Gaps(dict[str, str]):
    """What stands in the gaps of a sentence; a gap that is not known is said by its own name."""

    def __missing__(self, gap: str) -> str:
        return f"the {gap}"


def group_of(row: Limb) -> str:
    """The heading under which lawyers put the limb."""
    articles = row.article.split(";")[0]
    number = "".join(sign for sign in articles.split("(")[0] if sign.isdigit())
    if "VCLT 29" in articles or row.links == "place":
        return "loci"
    if number in ("26", "27") or row.links == "passport":
        return "personae"
    if row.name in TRIGGER_LIMBS or number in ("13", "14", "15", "16", "98"):
        return "trigger"
    return "materiae" if number in ("5", "6", "7", "8", "70", "121", "40") else "temporis"


TRIGGER_LIMBS = ("conditions_only", "by_prosecutor", "referred_by_party", "referred_by_council", "in_the_referral",
                 "part_of_the_situation", "served_in_the_operation", "carve_out_binds", "under_a_deferral")  # fmt: skip


def holds(node: Any, name: str) -> bool:
    """Whether the limb stands directly under the node, without another named part between."""
    for part in node.parts:
        if isinstance(part, Ask):
            if part.limb.name == name:
                return True
        elif part.name not in NODE_SAYS and holds(part, name):
            return True
    return False


def source_page(record: Record, code: str) -> SourcePage:
    """The page of a source with every row that rests on it.

    >>> from ratione import Record, source_page
    >>> source_page(Record.embedded(), "untc-10-2014").publisher
    'UN Treaty Section'
    """
    row = record.sources[code]
    return SourcePage(
        code=code, title=row.title, publisher=row.publisher, family=row.family, kind=row.kind, dated=row.dated,
        date_text=row.date_text, read=row.read, cites=row.cites, licence=row.licence, weak=row.weak or "",
        note=row.note, rows=tuple(rows_on(record, code)), record_version=record.version,
    )  # fmt: skip


def rows_on(record: Record, source: str) -> Iterator[NamedThing]:
    """The rows that name a source, each by where it stands and what it says."""
    words = Words(record)
    for key, (state, act) in record.acts.items():
        if source in ids(act.sources):
            yield NamedThing(code=f"state:{state}", name=words.because(key))
    for code, situation in record.situations.items():
        inner = (situation, *situation.steps, *situation.referrals)
        if any(source in ids(row.sources) for row in inner):
            yield NamedThing(code=f"situation:{code}", name=f"situation {situation.name}")
    for code, dispute in record.disputes.items():
        if any(source in ids(row.sources) for row in (dispute, *dispute.positions)):
            yield NamedThing(code=f"debate:{code}", name=dispute.question)
    for code, ruling in record.rulings.items():
        if source in ids(ruling.sources):
            yield NamedThing(code=f"ruling:{code}", name=words.because(code))
    for code, council in record.council.items():
        if source in ids(council.sources):
            yield NamedThing(code=f"council:{code}", name=words.because(code))


class RowBehind(Struct, frozen=True, kw_only=True):
    """A row of the record that an answer rests on, in words."""

    key: str
    says: str
    weak: str = ""
    sources: tuple[SourceRef, ...] = ()


def rows_behind(record: Record, keys: Iterable[str]) -> list[RowBehind]:
    """The rows for which keys stand, each once; keys of what was only supposed, and rows without a source, are left out.

    >>> from ratione import Record, rows_behind
    >>> [row.says for row in rows_behind(Record.embedded(), ["UNSC-1593"])]
    ['S/RES/1593 (2005), 31 March 2005']
    """
    words, found = Words(record), []
    for key in dict.fromkeys(keys):
        row = record.row(key)
        if row is not None and row.sources:
            found.append(
                RowBehind(
                    key=key, says=words.because(key), weak=row.weak or "", sources=row_sources(record, row.sources)
                )
            )
    return found


def ids(references: tuple[str, ...]) -> list[str]:
    """The ids of sources in references that may carry a passage."""
    return [one.partition(":")[0] for one in references]
