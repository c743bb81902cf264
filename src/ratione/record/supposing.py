"""Supposing: acts and rulings that a question supposes, written in words, added to a copy of the record.

``USA ratification rome-statute 2027-03-01`` supposes an act; ``ruling sc-carve-out no 2027-01-01`` a ruling on a contested
point; ``USA withdrawal-notice rome-statute 2028-01-01`` a notice, and so on for every kind of act.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

import msgspec

from ..dates import read_day
from ..errors import FactError
from .act import AnyAct
from .court import Decision, Ruling
from .names import Names, one_of
from .record import Record

__all__ = ["Supposed", "suppose"]

KINDS: dict[str, Any] = {str(one.__struct_config__.tag): one for one in get_args(AnyAct)}
FORM = (
    "STATE KIND INSTRUMENT DAY, such as 'USA ratification rome-statute 2027-03-01', or 'ruling POINT yes|no|open DAY'"
)


class Supposed(NamedTuple):
    """A copy of a record with what is supposed, and the keys of what is supposed, which count whatever their day."""

    record: Record
    keys: tuple[str, ...]


def suppose(record: Record, names: Names, lines: Iterable[str]) -> Supposed:
    """The record with what the lines suppose; the record itself stays as it is.

    Raises :class:`~ratione.errors.FactError` for a line that cannot be read.

    >>> from ratione import Names, Record, suppose
    >>> record = Record.embedded()
    >>> supposed = suppose(record, Names(record), ["USA ratification rome-statute 2027-03-01"])
    >>> supposed.keys, len(supposed.record.acts) - len(record.acts)
    (('usa-rome-statute-ratification-2027-03-01',), 1)
    """
    keys = []
    for line in lines:
        words = line.split()
        if len(words) != 4:
            raise FactError("suppose", line, FORM)
        if words[0] == "ruling":
            record, key = with_ruling(record, line, words)
            keys.append(key)
            continue
        state = names.state(words[0], field="suppose")
        act = act_of(record, words)
        record = record.with_acts([(state, act)])
        keys.append(act.key_in(state))
    return Supposed(record, tuple(keys))


def act_of(record: Record, words: list[str]) -> AnyAct:
    """The act that the words name, its day in the field that such an act has."""
    kind = one_of(words[1], KINDS, field="suppose", expected="a kind of act: " + ", ".join(KINDS))
    instrument = one_of(
        words[2], record.instruments, field="suppose", expected="an instrument: " + ", ".join(record.instruments)
    )
    fields = KINDS[kind].__struct_fields__
    name = next(name for name in ("done", "deposited", "received", "announced") if name in fields)
    row: dict[str, Any] = {
        "kind": kind,
        "instrument": instrument,
        name: read_day(words[3], field="suppose"),
        "note": "supposed",
    }
    try:
        act: AnyAct = msgspec.convert(row, AnyAct)
    except msgspec.ValidationError as fault:
        expected = (
            f"a kind of act that a day alone describes; {kind} needs more ({fault}): suppose it in a copy of the data"
        )
        raise FactError("suppose", " ".join(words), expected) from None
    return act


def with_ruling(record: Record, line: str, words: list[str]) -> tuple[Record, str]:
    """The record with a ruling on a contested point, and the key of that ruling."""
    point = one_of(
        words[1], record.disputes, field="suppose", expected="a contested point: " + ", ".join(record.disputes)
    )
    outcome = one_of(words[2], ("yes", "no", "open"), field="suppose", expected="yes, no or open")
    given = read_day(words[3], field="suppose")
    code = f"supposed-{point}-{given}"
    decision = Decision(dispute=point, outcome=outcome, says="supposed")  # type: ignore[arg-type]
    ruling = Ruling(code=code, given=given, by="supposed ruling", document=line, decides=(decision,))
    return msgspec.structs.replace(record, rulings={**record.rulings, code: ruling}), code
