"""Structured: what was read of a document as table, label, list or panel."""

from __future__ import annotations

from .claim import Claim

__all__ = ["Structured"]


class Structured:
    """What was read as table, label or panel: the claims, and the numbers of the blocks that need not be read as prose."""

    def __init__(self) -> None:
        self.claims: list[tuple[int, Claim]] = []
        self.taken: set[int] = set()
        self.foreign: set[int] = set()
