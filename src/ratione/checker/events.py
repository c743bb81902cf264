"""Events: tables whose rows tell an act: which state, what it did, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import days
from .claim import Claim
from .fields import LEAVING, FieldReader, cell_value
from .labels import plain
from .page import Block
from .patterns import FieldRule
from .structured import Structured

__all__ = ["events"]

ACT = frozenset(
    (
        "act",
        "action",
        "event",
        "what happened",
        "type",
        "kind",
        "step",
        "type of act",
        "type of action",
        "milestone",
        "development",
        "stage",
        "what",
        "treaty action",
        "instrument",
        "decision",
    )
)
WHEN = frozenset(("date", "day", "when", "on", "date of act", "date of action", "date of deposit", "dated"))
REFERRAL = re.compile(r"(?:(?:joint|self|state) )?referr(?:al|ed)\b(?!.*\b(?:revok|withdr|reject))")
BOTH = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")


def events(blocks: tuple[Block, ...], reader: FieldReader, heads: list[str], found: Structured) -> None:
    """Rows under a row that names a column of acts and one of days."""
    table, roles = -1, (-1, -1)
    for number, block in enumerate(blocks):
        if block.kind != "row" or not block.table or number in found.foreign or len(block.cells) < 2:
            continue
        if block.table != table:
            table, roles = block.table, columns(block)
            found.taken |= {number} if min(roles) >= 0 else set()
            continue
        if min(roles) >= 0 and max(roles) < len(block.cells):
            claims = list(told(block, roles, heads[number], reader))
            found.claims += [(number, claim) for claim in claims]
            found.taken |= {number} if claims else set()


def columns(block: Block) -> tuple[int, int]:
    """The columns of acts and of days, -1 where there is none."""
    names = [plain(cell.text) for cell in block.cells]
    act = next((place for place, name in enumerate(names) if name in ACT), -1)
    return act, next((place for place, name in enumerate(names) if name in WHEN), -1)


def told(block: Block, roles: tuple[int, int], subject: str, reader: FieldReader) -> Iterator[Claim]:
    """The claims of a row: of each state that it names, else of the one that the page is about."""
    act, when = roles
    day = days.of_field(block.cells[when].text)
    states = next(
        (codes for place, cell in enumerate(block.cells) if place not in roles and (codes := named(cell.text, reader))),
        [subject] if subject and len(block.cells) == 2 else [],
    )
    words = block.cells[act].text
    rule = act_of(words, reader)
    if day is None or rule is None:
        return
    for code in states:
        value = cell_value(rule, block, when, f"row {block.cells[0].text}")
        if rule.claims == "referred":
            yield reader.claim(code, "referred", value, date=day.iso, other_date=day.other, about="", object="")
        else:
            yield from reader.on(code, value, day, plain(words))


def act_of(words: str, reader: FieldReader) -> FieldRule | None:
    """What a cell says was done."""
    if REFERRAL.match(plain(words)):
        return FieldRule(names=("referral",), claims="referred", value="day")
    rule = reader.rule(words)
    if rule is not None and rule.claims == "entered-into-force" and "withdraw" in words.lower():
        return LEAVING
    return rule if rule is not None and rule.value == "day" else None


def named(text: str, reader: FieldReader) -> list[str]:
    """The states that a cell names, none where it names anything else."""
    if code := reader.state(text):
        return [code]
    found = [reader.state(part) for part in BOTH.split(text)]
    return found if all(found) else []
