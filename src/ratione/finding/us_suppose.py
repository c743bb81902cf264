"""Acts that a question supposes: the same rules asked of a copy of the record.

``end MEASURE DAY`` ends a measure (repeal, revocation, lapse); ``list NAME DAY`` and ``delist NAME DAY`` change a list;
``waive MEASURE STATE DAY`` uses a power to waive; ``agree STATE DAY`` brings an agreement into force. Any other act is one
of a state under an instrument, as in questions on jurisdiction: ``USA ratification rome-statute 2027-03-01``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from ..dates import read_day
from ..errors import FactError
from ..limbs.us_names import listing_told
from ..record.measure import Agreement, End, Lawbook, Listing, Measure, Waiver
from ..record.names import Names, one_of
from ..record.record import Record
from ..record.supposing import suppose

__all__ = ["supposed_record", "without"]

VERBS = ("end", "list", "delist", "waive", "agree")


def supposed_record(record: Record, acts: tuple[str, ...]) -> tuple[Record, tuple[str, ...]]:
    """A copy of the record with the acts done, and the codes that count whatever their day.

    >>> from ratione import Record, supposed_record
    >>> supposed_record(Record.embedded(), ("end usc22-7401a 2027-01-01",))[1]
    ('supposed-1',)
    """
    if not acts:
        return record, ()
    ours = [act for act in acts if act.split()[:1] and act.split()[0] in VERBS]
    supposed = suppose(record, Names(record), [act for act in acts if act not in ours])
    book, keys = record.lawbook, [*supposed.keys]
    for number, act in enumerate(ours, 1):
        book, key = done(record, book, act, f"supposed-{number}")
        keys.append(key)
    return supposed.record.with_lawbook(book), tuple(keys)


def done(record: Record, book: Lawbook, act: str, code: str) -> tuple[Lawbook, str]:
    """A book of law with one act done in it."""
    if len(act.split()) < 3:
        raise FactError("suppose", act, "an act such as: end usc22-7401b 2027-01-01")
    verb, *middle, text = act.split()
    what = " ".join(middle)
    day = read_day(text, field="suppose")
    if verb == "end":
        ended = one_of(what, book.measures, field="suppose", expected="a measure of the record")
        return with_row(book, "measures", code, ending(book, ended, code, day)), code
    if verb == "agree":
        state = Names(record).state(what, field="suppose")
        row = Agreement(code=code, state=state, reported_as="in-force", form="supposed", effective=day)
        return with_row(book, "agreements", code, row), code
    if verb == "waive":
        power, _, name = what.partition(" ")
        power = one_of(power, book.measures, field="suppose", expected="a measure that gives a power to waive")
        state = Names(record).state(name, field="suppose")
        waiver = Waiver(code=code, power=power, made=day, basis="national-interest", states=(state,))
        return with_row(book, "waivers", code, waiver), code
    return listing_change(book, verb, what, code, day)


def listing_change(book: Lawbook, verb: str, name: str, code: str, day: date) -> tuple[Lawbook, str]:
    """A book of law with somebody listed under the last order, or taken off its list."""
    if verb == "delist":
        found = listing_told(book, name, field="suppose")
        if not found:
            names = [row.name for row in book.listings.values()]
            one_of(name, names, field="suppose", expected="somebody who is listed")
        return with_row(book, "listings", found, replace(book.listings[found], delisted=day)), found
    last = max(book.listings.values(), key=lambda row: row.designated)
    row = Listing(
        code=code, name=name, kind="person", role="supposed", order=last.order, measure=last.measure, designated=day
    )
    return with_row(book, "listings", code, row), code


def ending(book: Lawbook, ended: str, code: str, day: date) -> Measure:
    """A measure that ends another and does nothing else."""
    old = book.measures[ended]
    return Measure(
        code=code, citation=f"supposed end of {old.citation}", name="Supposed act", says=f"Ends {old.citation}.",
        effect="defines", maker=old.maker, activities=old.activities, start=day,
        ends=(End(measure=ended, how="repealed"),),
    )  # fmt: skip


def with_row(book: Lawbook, shelf: str, code: str, row: Any) -> Lawbook:
    """A book of law with one row more, or one row changed."""
    return replace(book, **{shelf: {**getattr(book, shelf), code: row}})


def without(book: Lawbook, measures: tuple[str, ...]) -> Lawbook:
    """A book of law as if these measures had never been made: what was listed under them is not listed either."""
    return replace(
        book,
        measures={code: row for code, row in book.measures.items() if code not in measures},
        listings={code: row for code, row in book.listings.items() if row.measure not in measures},
    )
