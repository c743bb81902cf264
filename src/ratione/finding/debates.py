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
from .court_pages import DebatePage, PositionShown

__all__ = ["changed_position", "debate_named", "debate_text"]


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
