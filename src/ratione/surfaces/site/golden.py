"""Golden: the worked questions that the tests ask, by the limb that they were written for.

The file is written by ``tools/golden.py`` from the questions in ``tests/golden``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["questions_of"]

SHOWN = ("title", "facts", "suppose", "asked_on", "answer", "kind", "authority")


@cache
def questions() -> list[dict[str, Any]]:
    """Every question."""
    found: list[dict[str, Any]] = json.loads((files(__package__) / "golden.json").read_text("utf-8"))
    return found


def questions_of(limb: str) -> list[dict[str, Any]]:
    """The questions of a limb, those first that it alone decides, each with the query that asks it again.

    >>> questions_of("opted_out")[0]["answer"]
    'no'
    """
    rows = [shown(row, row["limbs"][limb]) for row in questions() if limb in row["limbs"]]
    return sorted(rows, key=lambda row: not row["alone"])


def shown(row: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """A question with what the limb answers in it."""
    found = {name: row.get(name, () if name == "suppose" else "") for name in SHOWN} | part
    supposed = {"suppose": "\n".join(row["suppose"])} if row.get("suppose") else {}
    query = {name: word for name, word in row["facts"].items() if word}
    return found | {"query": query | {"asked_on": row["asked_on"]} | supposed}
