"""Scene: of which instrument a heading, a caption or a label speaks, so that what stands under it is not taken for another."""

from __future__ import annotations

from collections.abc import Callable

from .marked import Marked
from .page import Block

__all__ = ["carried", "instrument_of"]

SHORT = 120


def instrument_of(block: Block, mark: Callable[[str], Marked]) -> str:
    """The instrument that a heading, a short line or a label names: its code, ``other`` for another treaty, or nothing."""
    if block.kind == "row":
        text = block.cells[0].text if len(block.cells) == 2 else ""
    else:
        text = (
            block.text
            if block.kind in ("heading", "line") or (len(block.text) <= SHORT and block.text[-1] not in ".!?;,")
            else ""
        )
    if not text:
        return ""
    names = mark(text[:SHORT]).of("treaty", "other", "body")
    treaties = [one for one in names if one.kind == "treaty"]
    if treaties:
        return treaties[0].value
    if any(one.kind == "other" for one in names):
        return "other"
    return "rome-statute" if any(one.value == "ICC" for one in names) else ""


def carried(blocks: tuple[Block, ...], named: list[str]) -> list[str]:
    """For each block the instrument of the last heading or caption over it that named one, within its section."""
    found, current = [], ""
    for block, name in zip(blocks, named, strict=True):
        if block.kind == "heading":
            current = name if name or block.level <= 2 else current
        elif name and block.kind != "row":
            current = name
        found.append(current)
    return found
