"""Examples: an answer of this record to each question, short enough to be shown in the description."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from .api_forms import FORMS, written
from .api_params import FORMAT, Question, Told, pairs_of, read
from .api_setting import Setting
from .api_table import QUESTIONS
from .shelf import Shelf

__all__ = ["examples", "told_in_example"]

ROWS, LETTERS = 2, 600
"""So many rows of each list, and so many letters of each text, are shown."""


def examples(shelf: Shelf, answered: Callable[[Shelf, Question, Told], Any]) -> dict[str, dict[str, Any]]:
    """By name of the question, and by form, an answer cut short."""
    found: dict[str, dict[str, Any]] = {}
    for question in QUESTIONS:
        told = told_in_example(question)
        answer = msgspec.to_builtins(answered(shelf, question, told))
        found[question.name] = {"json": short(answer)}
        for form in question.forms[1:]:
            told.values |= {FORMAT: form, "limit": ROWS}
            text = written(form, question, Setting(shelf, told)).decode()
            media = FORMS[form].media
            found[question.name][form] = short(msgspec.json.decode(text)) if "json" in media else text[:LETTERS]
            if media.startswith("application/jsonl"):
                found[question.name][form] = text[:LETTERS]
    return found


def told_in_example(question: Question) -> Told:
    """What the question is told in its example; nothing is supposed there."""
    plain = {one.name: one.example for one in question.params if one.example is not None and one.name != "suppose"}
    told = read(question.all_params, pairs_of(plain))
    if question.body is not None:
        told.values["body"] = msgspec.convert(question.body_example, question.body)
    return told


def short(value: Any) -> Any:
    """A value with the first rows of each list."""
    if isinstance(value, dict):
        return {name: short(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [short(one) for one in value[:ROWS]]
    return value.isoformat() if isinstance(value, date) else value
