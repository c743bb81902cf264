"""Tools: ten questions for programs that speak the Model Context Protocol, each with the schema of its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct

import ratione

from . import api_types as types
from .api import answered, problem_of, told_by
from .api_params import Param, Question, schema_of
from .api_table import QUESTIONS
from .mcp_scope import mentioned, refused, scope
from .site.book import Book

__all__ = ["TOOLS", "FindAnswer", "Tool", "called", "input_schema", "output_schema"]


class FindAnswer(Struct, kw_only=True):
    """What the record holds on a question in free words; or why the question is refused, and what is in scope."""

    in_scope: bool
    why: str
    scope: list[str]
    items: list[ratione.Thing]
    record_version: str


@dataclass(frozen=True)
class Tool:
    """A tool: its name, what it is, its parameters, the type of its answer, and how it answers."""

    name: str
    says: str
    params: tuple[Param, ...]
    answer: Any
    call: Callable[[Book, dict[str, Any]], Any]


def of_question(name: str, says: str, question_name: str) -> Tool:
    """A tool that asks a question of the HTTP API; a body's fields become parameters."""
    question = next(one for one in QUESTIONS if one.name == question_name)

    def call(book: Book, given: dict[str, Any]) -> Any:
        return answered(book, question, told_by(question, given))

    return Tool(name, says, question.params, question.answer, call)


def find(book: Book, given: dict[str, Any]) -> FindAnswer:
    """Things of the record that a question in free words names, or a refusal."""
    question = str(given.get("question", "")).strip()[:500]
    if not question:
        raise ratione.FactError("question", "nothing", "a question or a name")
    why = refused(book.record, question)
    items: list[ratione.Thing] = []
    if not why:
        items = mentioned(book.record, question)[:12] or ratione.found_things(book.record, question, 12)
    return FindAnswer(
        in_scope=not why, why=why, scope=list(scope().holds), items=items, record_version=book.record.version
    )


def check(book: Book, given: dict[str, Any]) -> Any:
    """A document beside the record."""
    question: Question = next(one for one in QUESTIONS if one.name == "check")
    text = str(given.get("text", ""))
    if not 0 < len(text) <= LONGEST:
        raise ratione.FactError("text", f"{len(text)} letters", f"1 to {LONGEST} letters")
    body = types.CheckBody(
        text=text, name=str(given.get("name") or "x.md"), written_on=str(given.get("written_on") or "")
    )
    return answered(book, question, told_by(question, {"body": body}))


LONGEST = 400_000

TOOLS = (
    Tool(
        "find",
        "Finds what a question or name mentions, and says which questions are out of scope. Start here.",
        (Param("question", "a question or a name", required=True, most=500),),
        FindAnswer,
        find,
    ),
    of_question(
        "state_status",
        "Everything about one state on a day: party or not and since when, amendments, declarations, "
        "pending withdrawals, with acts, sources and weak marks.",
        "state",
    ),
    of_question(
        "parties", "Who is a party to an instrument on a day, how many, and why published numbers differ.", "parties"
    ),
    of_question(
        "jurisdiction",
        "Whether the Court has jurisdiction over stated facts: no, open or yes, with limbs, articles, "
        "acts, sources, contested points, what was presumed and what is missing.",
        "jurisdiction",
    ),
    of_question(
        "situation", "A situation before the Court: trigger, window, territory, steps, referrals.", "situation"
    ),
    of_question("debate", "A contested point of law: positions, holders, rulings, and what is answered now.", "debate"),
    of_question(
        "united_states_law",
        "Whether United States law permits or requires an activity with regard to the Court "
        "on a day, with the measures that decide.",
        "us_law",
    ),
    of_question(
        "sanctions", "Who is listed under United States sanctions for work with the Court on a day.", "sanctions"
    ),
    of_question(
        "united_states_history", "What happened between the United States and the Court, day by day.", "history"
    ),
    Tool(
        "check_document",
        "Which dated claims of a text the record contradicts, and what was not checked.",
        (
            Param("text", "the text", required=True, most=LONGEST),
            Param("name", "a file name that tells the form"),
            Param("written_on", "the document's own day", "day"),
        ),
        types.CheckAnswer,
        check,
    ),
)
"""Every tool."""


def input_schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of what a tool takes."""
    properties = {one.name: schema_of(one) | {"description": one.says} for one in tool.params}
    needed = [one.name for one in tool.params if one.required]
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def output_schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of what a tool answers: an object at the root."""
    whole = msgspec.json.schema(tool.answer)
    defs = dict(whole["$defs"])
    name = whole["$ref"].rpartition("/")[2]
    return {**defs[name], "$defs": defs}


def called(book: Book, name: str, given: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """What a tool answers, and whether it is an error; errors have the one form and say what is in scope."""
    tool = next((one for one in TOOLS if one.name == name), None)
    try:
        if tool is None:
            raise ratione.FactError("tool", name[:60], "one of " + ", ".join(one.name for one in TOOLS))
        unknown = set(given) - {one.name for one in tool.params}
        if unknown:
            raise ratione.FactError(sorted(unknown)[0], "told", "one of " + ", ".join(one.name for one in tool.params))
        plain: dict[str, Any] = msgspec.to_builtins(tool.call(book, dict(given)))
    except ratione.InputError as fault:
        found = {key: value for key, value in msgspec.to_builtins(problem_of(fault)).items() if value is not None}
        return found | {"scope": list(scope().holds)}, True
    return plain, False
