"""A contested point as text: who holds what since when on what authority, and who changed position.

>>> from ratione.record.record import Record
>>> debate_named(Record.embedded(), "Does the Dodd clause lift the funding ban of 22 U.S.C. 7401(b)?")
'dodd-and-funds'
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..errors import FactError, near
from ..record.names import folded
from ..record.record import Record
from ..record.relations import WrittenDebate
from .court_pages import DebatePage, PositionShown

__all__ = ["changed_position", "debate_named", "debate_text", "debates_on", "written_debate", "written_debate_text"]


def debate_named(record: Record, word: str) -> str:
    """The code of the contested point that a code or question names, or an error with the nearest.

    >>> from ratione import Record, debate_named
    >>> debate_named(Record.embedded(), "SC-Carve-Out")
    'sc-carve-out'
    """
    known = {folded(name): code for code, row in record.disputes.items() for name in (code, row.question)}
    found = known.get(folded(word))
    if found is None:
        raise FactError("debate", word, "a contested point of the record", hint=near(word, record.disputes))
    return found


def changed_position(page: DebatePage) -> list[tuple[str, PositionShown, PositionShown]]:
    """Holders, states among them, with an earlier and a later position that answer differently."""
    found = []
    for who in holders(page):
        held = [one for one in page.positions if one.dated and who in names_of(one)]
        held.sort(key=lambda one: one.dated.isoformat() if one.dated else "")
        for before, after in pairwise(held):
            if before.answer != after.answer and before.dated != after.dated:
                found.append((who, before, after))
    return found


def holders(page: DebatePage) -> list[str]:
    """Everybody who holds a position, once."""
    return list(dict.fromkeys(name for one in page.positions for name in names_of(one)))


def names_of(one: PositionShown) -> tuple[str, ...]:
    """The holder of a position and the states among the holders."""
    return tuple(dict.fromkeys(name for name in (one.holder, *(state.name for state in one.states)) if name))


def debate_text(page: DebatePage) -> str:
    """A contested point as text.

    >>> from ratione import Day, Law, Record, debate_page, debate_text
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> print(debate_text(debate_page(law, "sc-carve-out")).splitlines()[0][-14:])
    [sc-carve-out]
    """
    return "\n".join(lines_of(page)) + "\n"


def lines_of(page: DebatePage) -> Iterator[str]:
    kind = f" ({page.open_kind})" if page.open_kind else ""
    yield f"{page.question} [{page.code}]"
    yield f"Article: {page.article}. Answered on {page.asked_on}: {page.answer}{kind}."
    if page.why:
        yield page.why
    for one in sorted(page.positions, key=lambda one: one.dated.isoformat() if one.dated else "9"):
        mark = f" [weak: {one.weak}]" if one.weak else ""
        mark += "" if one.sound else " [weak: no holder or no day]"
        yield ""
        yield f"  {one.answer}: {one.says}{mark}"
        yield f"    {one.holder or 'nobody named'}, {one.authority}, {one.dated or 'no day'}"
        if one.note:
            yield f"    {one.note}"
        for source in one.sources:
            yield f"    source: {source.title}, {source.publisher}. {source.read or source.cites or 'no address kept'}"
    for ruling in page.rulings:
        yield f"Ruling of {ruling.given} by {ruling.by}, {ruling.document}: {ruling.outcome}. {ruling.says}"
    for who, before, after in changed_position(page):
        yield f"Changed position: {who}, from {before.answer} ({before.dated}) to {after.answer} ({after.dated})"
    if page.limbs:
        yield "Asked in: " + "; ".join(limb.name for limb in page.limbs)
    yield f"Record {page.record_version}."


def written_debate(record: Record, word: str) -> WrittenDebate | None:
    """The debate in prose that a slug or title names, or None.

    >>> from ratione import Record, written_debate
    >>> written_debate(Record.embedded(), "no-such-debate") is None
    True
    """
    known = {folded(name): one for code, one in record.history.debates.items() for name in (code, one.title)}
    return known.get(folded(word))


def debates_on(record: Record, code: str) -> list[WrittenDebate]:
    """The debates in prose that cite a contested point.

    >>> from ratione import Record, debates_on
    >>> debates_on(Record.embedded(), "art-124-split")
    []
    """
    cite = f"point: {code}"
    return [one for one in record.history.debates.values() if any(cite in line.cites for line in one.sentences)]


def written_debate_text(record: Record, debate: WrittenDebate) -> str:
    """A debate in prose as text: its question, then what is said for each answer and on what that rests.

    >>> from ratione import Record, written_debate, written_debate_text
    >>> record = Record.embedded()
    >>> print(written_debate_text(record, written_debate(record, "nationals-of-non-parties")).splitlines()[0])
    May the Court try nationals of states that have not joined? [nationals-of-non-parties]
    """
    lines = [f"{debate.title} [{debate.code}]", f"Written on {debate.dated}."]
    lines += [debate.description] if debate.description else []
    for under in ("", *debate.answers):
        said = [one for one in debate.sentences if one.under == under]
        lines += ["", *([f"{heading_of(under)}:"] if under else [])] if said else []
        lines += [f"  {one.text} [{'] ['.join(one.cites)}]" for one in said]
    return "\n".join([*lines, "", f"Record {record.version}."]) + "\n"


def heading_of(slug: str) -> str:
    """The words of a slug.

    >>> heading_of("the-letter-ended-the-duty")
    'The letter ended the duty'
    """
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]
