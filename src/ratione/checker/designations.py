"""Designations: tables of those under sanctions, each with the day."""

from __future__ import annotations

import re

from . import days
from .claim import Claim
from .fields import FieldReader, cell_value
from .labels import plain
from .page import Block
from .patterns import FieldRule

__all__ = ["designated", "everybody"]


def designated(
    block: Block, columns: dict[int, FieldRule], reader: FieldReader, number: int
) -> list[tuple[int, Claim]]:
    """A row of a table of those under sanctions: who, and since which day; or a day, and all those of that day."""
    found: list[tuple[int, Claim]] = []
    code = next((code for cell in block.cells if (code := reader.listing(cell.text))), "")
    dated = [place for place, cell in enumerate(block.cells) if days.of_field(cell.text)]
    named = [place for place, rule in columns.items() if rule.claims == "sanctioned" and place < len(block.cells)]
    day = days.of_field(block.cells[dated[0]].text) if len(dated) == 1 else None
    if day and named and (dated != named[:1] or not code):
        rule = columns[named[0]]
        value = cell_value(rule, block, dated[0], f"row {block.cells[0].text}")
        whose = (
            named[:1] if dated != named[:1] else [place for place, _ in enumerate(block.cells) if place not in dated]
        )
        for one in dict.fromkeys(one for place in whose for one in everybody(block.cells[place].text, reader)):
            name = reader.record.lawbook.listings[one].name
            claim = reader.claim("USA", "sanctioned", value, date=day.iso, other_date=day.other, about=one, object=name)
            found.append((number, claim))
        return found
    for place, rule in columns.items():
        day = (
            days.of_field(block.cells[place].text) if rule.claims == "sanctioned" and place < len(block.cells) else None
        )
        if code and day:
            value = cell_value(rule, block, place, f"row {block.cells[0].text}")
            row = reader.record.lawbook.listings[code]
            claim = reader.claim(
                "USA", "sanctioned", value, date=day.iso, other_date=day.other, about=code, object=row.name
            )
            found.append((number, claim))
    return found


APART = re.compile(r"\s*(?:[;,]|\band\b|&)\s*")


def last(text: str, reader: FieldReader) -> str:
    """Whose last name a part of a cell is."""
    return reader.last_names.get(plain(text), "")


def everybody(text: str, reader: FieldReader) -> list[str]:
    """All those under sanctions whom a cell names; their offices before their names are left aside."""
    if whole := reader.listing(text):
        return [whole]
    found = []
    for part in APART.split(text):
        words = part.split()
        forms = (" ".join(words[start:]) for start in range(min(len(words), 4)))
        found.append(next((code for form in forms if (code := reader.listing(form) or last(form, reader))), ""))
    return list(dict.fromkeys(filter(None, found)))
