"""The rule of an activity asked of one set of facts: an answer under United States law, with reasons and what would change it.

>>> from ratione.record.record import Record
>>> from ratione.dates import Day
>>> facts = UsFacts(activity="direct-funding", on="2015-06-01", beneficiary="icc")
>>> found = us_law(Record.embedded(), facts, asked_on=Day(2026, 11, 21))
>>> found.answer, found.deciding_measures
('no', ('usc22-7401b', 'usc22-7423e'))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from ..answer import Answer, OpenKind
from ..dates import Day, read_day
from ..limbs.us_facts import UsConduct, UsFacts, read_us_facts
from ..record.names import Names
from ..record.record import Record
from ..rules.united_states import UsRule, bounds_of, days_of_change, reasons, rule_of
from ..rules.walk import Reason
from ..timelines.law import Law
from .us_changes import changes
from .us_shown import Branch, SourceShown, Stretch, UsFinding, Wanted
from .us_suppose import supposed_record
from .us_tree import branches, demanding, read_with
from .us_words import WEAK, reason_of, weak_words

__all__ = ["UsFacts", "UsFinding", "us_answer", "us_law", "us_law_under"]

WORDS = {
    "permitted": {"yes": "permitted", "no": "prohibited", "conditional": "conditional", "unsettled": "unsettled"},
    "required": {"yes": "required", "no": "not required", "conditional": "conditional", "unsettled": "unsettled"},
}

Question = Literal["permitted", "required"]


class Given(NamedTuple):
    """An answer on one day: with its kind, its tree of reasons, and the measures that decide it."""

    answer: Answer
    kind: OpenKind | None
    open_kind: str
    reason: Reason
    deciding: tuple[str, ...]


def us_law(
    record: Record,
    facts: UsFacts,
    *,
    asked_on: Day,
    question: Question = "permitted",
    suppose: Iterable[str] = (),
    brief: bool = False,
    over_time: bool = True,
) -> UsFinding:
    """Whether United States law permits (or requires) what the facts describe, and why.

    ``asked_on`` is the day of the question where the facts name none; ``suppose`` holds acts that are supposed, see
    :mod:`ratione.finding.us_suppose`; ``brief`` leaves out the timeline and what would change the answer,
    ``over_time`` says whether the timeline is wanted. A
    :class:`~ratione.errors.FactError` names a fact that cannot be read.

    >>> from ratione import Day, Record, UsFacts, us_law
    >>> facts = UsFacts(activity="information-sharing", on="2024-05-01", situation="UKR", accused_nationality="RUS")
    >>> str(us_law(Record.embedded(), facts, asked_on=Day(2026, 11, 21)).answer)
    'open'
    """
    said = tuple(suppose)
    record, keys = supposed_record(record, said)
    law = Law(record, read_day(facts.asked_on, field="asked_on") if facts.asked_on else asked_on, keys)
    return us_law_under(law, facts, question=question, said=said, brief=brief, over_time=over_time)


def us_law_under(
    law: Law,
    facts: UsFacts,
    *,
    question: Question = "permitted",
    said: tuple[str, ...] = (),
    brief: bool = False,
    over_time: bool = True,
) -> UsFinding:
    """The same under a law that several questions share; the law's day of asking is that of all of them."""
    record = law.record
    names = law.keep(("us-names",), lambda: Names(record))
    conduct = read_us_facts(record, names, facts, law.asked_on)
    rule = rule_of(law, conduct.activity, question, conduct.actor)
    given = answer_on(law, rule, conduct, conduct.on, question)
    tree = branches(law, conduct, given.reason)
    deciding = [branch for branch in flat(tree) if branch.measure in given.deciding]
    words, missing = WORDS[question], wanted(law, given)
    answer = str(given.answer)
    return UsFinding(
        question=question,
        facts=facts,
        on=conduct.on,
        asked_on=conduct.asked_on,
        answer=answer,  # type: ignore[arg-type]
        open_kind=given.open_kind,
        kind=str(given.kind) if given.kind else "",
        word=words[given.open_kind or answer],
        reason=reason_of(question, answer, given.open_kind, deciding, missing),
        default=default_of(law, conduct.activity, question),
        presumed=conduct.presumptions,
        wanted=missing,
        deciding_measures=given.deciding,
        tree=tree,
        read_with=read_with(law, conduct, given.reason),
        timeline=() if brief or not over_time else timeline(law, rule, conduct, question),
        changes=() if brief else changes(record, facts, conduct, given, question, tuple(law.supposed)),
        weak=(*weak_words(deciding), *weak_rows(record, given)),
        sources=sources_of(record, given.deciding),
        supposed=said,
        record_version=record.version,
    )


def us_answer(law: Law, conduct: UsConduct, question: Question) -> Given:
    """The answer alone, for a question that was read already."""
    return answer_on(law, rule_of(law, conduct.activity, question, conduct.actor), conduct, conduct.on, question)


def answer_on(law: Law, rule: UsRule, conduct: UsConduct, day: Day, question: Question) -> Given:
    """The answer on a day: the same at both bounds, or open; for want of a fact where some fact would make it yes."""
    low, high = bounds_of(rule.root, law, conduct, day)
    answer = low if low == high else Answer.OPEN
    reason = reasons(rule, law, conduct, day)
    kind: OpenKind | None = None
    if answer is Answer.OPEN:
        kinds = set(open_kinds(reason))
        unsettled = OpenKind.CONTESTED if OpenKind.CONTESTED in kinds else OpenKind.WEAK
        kind = OpenKind.FACT if high is Answer.YES else unsettled
    open_kind = "" if kind is None else "conditional" if kind is OpenKind.FACT else "unsettled"
    return Given(answer, kind, open_kind, reason, deciding_measures(law, rule, conduct, day, answer, reason))


def open_kinds(reason: Reason) -> Iterator[OpenKind]:
    """The kinds of the open limbs that leave the answer open."""
    if reason.answer is Answer.OPEN:
        if reason.leaf is not None and reason.leaf.step.kind is not None:
            yield reason.leaf.step.kind
        for part in reason.parts:
            yield from open_kinds(part)


def deciding_measures(
    law: Law, rule: UsRule, conduct: UsConduct, day: Day, answer: Answer, reason: Reason
) -> tuple[str, ...]:
    """The measures that make the answer what it is, in the order of the record."""
    found: list[str] = []
    for node in parts_named(reason, ("ban ", "authority ", "duty ")):
        role, _, code = node.node.name.partition(" ")
        low, high = bounds_of(node.node, law, conduct, day)
        if role == "ban":
            if answer is Answer.NO and high is Answer.NO:
                found.append(code)
            elif answer is Answer.OPEN and (low, high) != (Answer.YES, Answer.YES) and high >= answer:
                found += [code, *working(node, Answer.OPEN)]
            elif answer is Answer.YES and working(node, Answer.YES) and reaching(node):
                found += [code, *working(node, Answer.YES)]
        elif node.answer >= max(answer, Answer.OPEN):
            found += [code, *working(node, Answer.OPEN)]
        elif answer is Answer.NO and role == "duty" and standing(node):
            found.append(code)
    if answer is Answer.NO and not found:
        found = [node.node.name.partition(" ")[2] for node in parts_named(reason, ("duty ",)) if alive(node)]
    if answer is Answer.NO and not found:
        found = [node.node.name.partition(" ")[2] for node in parts_named(reason, ("authority ",)) if alive(node)]
    if answer is Answer.YES and not found:
        found = [
            code for code in savings(law, conduct) if law.line("measure_in_force", code).at(day).answer > Answer.NO
        ]
    return tuple(dict.fromkeys(found))


def savings(law: Law, conduct: UsConduct) -> Iterator[str]:
    """The measures that leave the activity free for the actor."""
    for code, measure in law.record.lawbook.measures.items():
        bound = law.line("us_bound", conduct.actor, code).at(conduct.on).answer is Answer.YES
        if measure.saving and conduct.activity in measure.activities and bound:
            yield code


def parts_named(reason: Reason, prefixes: tuple[str, ...]) -> Iterator[Reason]:
    """The outermost parts of the tree whose names begin so."""
    if reason.node.name.startswith(prefixes):
        yield reason
        return
    for part in reason.parts:
        yield from parts_named(part, prefixes)


def working(reason: Reason, least: Answer) -> list[str]:
    """The measures inside that lift with at least this answer."""
    found = []
    for part in reason.parts:
        if part.node.name.startswith("lift ") and part.answer >= least:
            found.append(part.node.name.removeprefix("lift "))
        found += working(part, least)
    return found


def alive(reason: Reason) -> bool:
    """Whether the measure of a part is in force."""
    while reason.leaf is None and reason.parts:
        reason = reason.parts[0]
    return reason.answer is not Answer.NO


def reaching(reason: Reason) -> bool:
    """Whether a ban is in force, binds and reaches, so that only what lifts it keeps it from standing."""
    (inner,) = reason.parts
    *facts, _ = inner.parts
    return all(part.answer is not Answer.NO for part in facts)


def standing(duty: Reason) -> bool:
    """Whether a duty is in force, binds and reaches, whatever it demands."""
    return all(part.answer is not Answer.NO for part in duty.parts if not demanding(part))


def flat(tree: Iterable[Branch]) -> Iterator[Branch]:
    """Every branch of a tree."""
    for branch in tree:
        yield branch
        yield from flat(branch.lifted_by)


def wanted(law: Law, given: Given) -> tuple[Wanted, ...]:
    """The facts that were not told and leave the answer open, with the measures that ask for them."""
    if given.answer is not Answer.OPEN:
        return ()
    says = {code.code: code.says for group in law.record.lawbook.conditions.values() for code in group.codes}
    found: dict[str, list[str]] = {}
    for fact, measure in wanting(given.reason):
        found.setdefault(fact, []).append(measure)
    return tuple(
        Wanted(fact=fact, says=said_fact(fact, says), measures=tuple(dict.fromkeys(measures)))
        for fact, measures in found.items()
    )


def said_fact(fact: str, says: dict[str, str]) -> str:
    """A fact that is wanted, in words: a field of the facts, or one or more conditions."""
    found = [says.get(word, word.replace("_", " ")) for word in fact.split(" or ")]
    return " Or: ".join(found)


def wanting(reason: Reason) -> Iterator[tuple[str, str]]:
    """The facts for want of which a part is open, each with the measure that asks for it."""
    if reason.answer is not Answer.OPEN:
        return
    leaf = reason.leaf
    if leaf is not None and leaf.step.kind is OpenKind.FACT:
        yield leaf.step.note or leaf.limb.name.partition("/")[2], leaf.limb.name.partition("/")[0]
    for part in reason.parts:
        yield from wanting(part)


def weak_rows(record: Record, given: Given) -> tuple[str, ...]:
    """The weak marks of waivers, agreements, listings and alliances on which the answer rests."""
    book = record.lawbook
    shelves = {
        "waiver": book.waivers,
        "agreement": book.agreements,
        "listing": book.listings,
        "alliance": book.alliances,
    }
    found: dict[str, None] = {}
    for code in relied_on(given.reason, frozenset(given.deciding)):
        for kind, rows in shelves.items():
            row: Any = rows.get(code)  # type: ignore[attr-defined]
            if row is not None and row.weak:
                found[f"{kind} {code}: {WEAK[row.weak]}"] = None
    return tuple(found)


def relied_on(reason: Reason, measures: frozenset[str]) -> Iterator[str]:
    """The codes behind the limbs of the measures that decide, where they are so or open."""
    leaf = reason.leaf
    if leaf is not None and leaf.answer is not Answer.NO and leaf.limb.name.partition("/")[0] in measures:
        yield from leaf.step.because
    for part in reason.parts:
        yield from relied_on(part, measures)


def default_of(law: Law, activity: str, question: Question) -> str:
    """What holds where no measure speaks."""
    if question == "required":
        return "not required unless a measure says so"
    row = law.record.lawbook.activities[activity]
    return "free unless forbidden" if row.default == "free" else f"closed unless authorised: {row.why}"


def timeline(law: Law, rule: UsRule, conduct: UsConduct, question: Question) -> tuple[Stretch, ...]:
    """The answer to the same question for every day, joined where nothing changes."""
    days = [Day.min, *days_of_change(rule, law, conduct)]
    found: list[Stretch] = []
    for place, day in enumerate(days):
        given = answer_on(law, rule, conduct, day, question)
        until = days[place + 1].isoformat() if place + 1 < len(days) else ""
        start = "" if day == Day.min else day.isoformat()
        stretch = Stretch(
            start=start,
            until=until,
            answer=str(given.answer),  # type: ignore[arg-type]
            open_kind=given.open_kind,
            deciding=given.deciding,
        )
        last = found[-1] if found else None
        if last and (last.answer, last.open_kind, last.deciding) == (stretch.answer, stretch.open_kind, given.deciding):
            stretch = Stretch(
                start=last.start, until=until, answer=last.answer, open_kind=last.open_kind, deciding=last.deciding
            )
            found.pop()
        found.append(stretch)
    return tuple(found)


def sources_of(record: Record, measures: Iterable[str]) -> tuple[SourceShown, ...]:
    """The sources of measures, each once."""
    codes: dict[str, None] = {}
    for code in measures:
        codes.update(dict.fromkeys(word.partition(":")[0] for word in record.lawbook.measures[code].sources))
    rows = (record.sources[code] for code in codes)
    return tuple(
        SourceShown(
            code=row.code, title=row.title, publisher=row.publisher, read=row.read, cites=row.cites, weak=row.weak or ""
        )
        for row in rows
    )
