"""Tools: ten questions for programs that speak the Model Context Protocol, each with the schema of its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct

import ratione

from . import api_types_finding as findings
from .api import answered, problem_of, told_by
from .api_params import ASKED_ON, FORMAT, ON, Param, Question, schema_of
from .api_table import QUESTIONS
from .api_types import Problem
from .mcp_grounds import Grounds, grounds_of
from .mcp_kinds import KINDS, LookAnswer, StateStatusAnswer
from .mcp_scope import mentioned, refused, scope
from .patience import TooLong
from .shelf import Shelf

__all__ = ["TOOLS", "FindAnswer", "Tool", "called", "input_schema", "output_schema"]

LONGEST = 400_000
BY_NAME: dict[str, Question] = {one.name: one for one in QUESTIONS}


class FoundItem(Struct, kw_only=True):
    """A thing that the question names, and the tool and argument that tell more of it."""

    kind: str
    code: str
    name: str
    about: str
    ask: str


class FindAnswer(Struct, kw_only=True):
    """What the record holds on a question in free words; or why the question is refused, and what is in scope."""

    in_scope: bool
    why: str
    scope: list[str]
    items: list[FoundItem]
    record_version: str


@dataclass(frozen=True)
class Tool:
    """A tool: its name, what it is, its parameters, the type of its answer, and how it answers."""

    name: str
    says: str
    params: tuple[Param, ...]
    answer: Any
    call: Callable[[Shelf, dict[str, Any]], Any]


def params_of(question: Question) -> tuple[Param, ...]:
    """What a question may be told by a program: all but the form."""
    return tuple(one for one in question.all_params if one.name != FORMAT)


def ask(shelf: Shelf, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question of the HTTP API as plain values."""
    question = BY_NAME[name]
    known = {one.name for one in question.all_params} | {"body"}
    told = told_by(question, {key: value for key, value in given.items() if key in known})
    plain: dict[str, Any] = msgspec.to_builtins(answered(shelf, question, told))
    return plain


def of_question(name: str, says: str, question_name: str) -> Tool:
    """A tool that asks a question of the HTTP API."""
    question = BY_NAME[question_name]
    return Tool(name, says, params_of(question), question.answer, lambda shelf, given: ask(shelf, question_name, given))


def find(shelf: Shelf, given: dict[str, Any]) -> FindAnswer:
    """Things of the record that a question in free words names, or a refusal."""
    record = shelf.served.record
    question = str(given.get("question", "")).strip()[:500]
    if not question:
        raise ratione.FactError("question", "nothing", "a question or a name")
    why = refused(record, question)
    items: list[ratione.Thing] = []
    if not why:
        items = mentioned(record, question)[:12] or ratione.found_things(record, question, 12)
    shown = [
        FoundItem(kind=one.kind, code=one.code, name=one.name, about=one.about, ask=tool_for(one)) for one in items
    ]
    return FindAnswer(in_scope=not why, why=why, scope=list(scope().holds), items=shown, record_version=record.version)


def tool_for(thing: ratione.Thing) -> str:
    """The call that tells more of a thing."""
    if thing.kind == "state":
        return f"state_status(state={thing.code!r})"
    if thing.kind in KINDS:
        return f"look_up(kind={thing.kind!r}, code={thing.code!r})"
    if thing.kind in ("territory", "place"):
        return f"jurisdiction(territory={'disputed:' if thing.kind == 'place' else ''}{thing.code!r}, ...)"
    if thing.kind == "listing":
        return "united_states_sanctions()"
    return "united_states_history()" if thing.kind in ("event", "statement", "person", "organisation") else ""


def state_status(shelf: Shelf, given: dict[str, Any]) -> dict[str, Any]:
    """A state's page with what the Court can reach by it, and its agreement with the United States."""
    plain = ask(shelf, "state", given)
    plain["reach"] = ask(shelf, "reach", given)["items"]
    told = {name: value for name, value in given.items() if name != "suppose"}
    plain["agreement"] = ask(shelf, "agreement", told)
    return plain


def look_up(shelf: Shelf, given: dict[str, Any]) -> dict[str, Any]:
    """One thing by kind and code; what only tables need is left out."""
    kind, code = str(given.get("kind", "")), str(given.get("code", ""))
    if kind not in KINDS:
        raise ratione.FactError("kind", kind, "one of " + ", ".join(KINDS))
    told = {name: value for name, value in given.items() if name not in ("kind", "code")}
    if kind == "measure":
        rows = [row for row in ask(shelf, "measures", told | {"limit": 500})["items"] if row["code"] == code]
        if not rows:
            raise ratione.FactError("measure", code, "a measure of the record, by code; the tool find gives codes")
        plain = rows[0]
    else:
        plain = ask(shelf, kind, told | {"name" if kind == "limb" else "code": code})
    for name in ("standings", "acts"):
        plain.pop(name, None)
    return {"record_version": plain.get("record_version", shelf.served.record.version), "kind": kind, kind: plain}


def check(shelf: Shelf, given: dict[str, Any]) -> dict[str, Any]:
    """A document beside the record."""
    text = str(given.get("text", ""))
    if not 0 < len(text) <= LONGEST:
        raise ratione.FactError("text", f"{len(text)} letters", f"1 to {LONGEST} letters")
    body = findings.CheckBody(
        text=text, name=str(given.get("name") or "x.md"), written_on=str(given.get("written_on") or "")
    )
    return ask(shelf, "check", given | {"body": body})


TOOLS = (
    Tool(
        "find",
        "Start here. Takes a question or a name in free words and says (1) whether it is in scope, and if not why and what "
        "is; (2) which states, situations, instruments, contested points, laws and people it names, with the call that tells "
        "more of each. It does not answer the question itself.",
        (Param("question", "a question or a name", required=True, most=500, example="When did Hungary leave the Court?"),),
        FindAnswer,
        find,
    ),
    Tool(
        "state_status",
        "One state on a day: is it a party to the Rome Statute (or signatory, former party), since when and by which act; "
        "amendments, the Agreement on Privileges and Immunities, declarations, a withdrawal that is pending and its day; "
        "what the Court can reach in its territory and by its nationals; its non-surrender agreement with the United States. "
        "For 'is X a member', 'when did X join or leave', 'what can the Court reach in X'.",
        params_of(BY_NAME["state"]),
        StateStatusAnswer,
        state_status,
    ),
    of_question(
        "parties",
        "Who is a party to the Rome Statute or another instrument (apic, an amendment) on a day, how many, and why published "
        "numbers differ. For 'how many members', 'list the parties', 'which of a region'. For one state use state_status.",
        "parties",
    ),
    of_question(
        "jurisdiction",
        "Whether the Court has jurisdiction over stated facts: no, open or yes, with the limbs that decide, articles, acts, "
        "sources, contested points, what was presumed and which missing facts could change it. Give crime, on (day of the "
        "conduct), territory and nationality as far as known; leave out what is not. It finds no guilt and no gravity.",
        "jurisdiction",
    ),
    Tool(
        "look_up",
        "One thing by kind and code (take both from find): a situation before the Court (trigger, window, steps, what "
        "jurisdiction rests on); a debate, that is a contested point of law with its positions, holders and rulings; an "
        "instrument; a limb of the rule of jurisdiction; a measure of United States law; a source and what rests on it.",
        (
            Param("kind", "the kind of thing", choices=KINDS, required=True, example="situation"),
            Param("code", "its code or name, as find gives it", required=True, most=300, example="SDN"),
            ON,
            ASKED_ON,
            *params_of(BY_NAME["limb"])[1:],
        ),
        LookAnswer,
        look_up,
    ),
    of_question(
        "what_changed",
        "What happened or took effect between two days: signatures, ratifications, withdrawals, entries into force, rulings, "
        "resolutions, steps in situations; the latest first. For 'what is new since', 'who joined in 2015'.",
        "changes",
    ),
    of_question(
        "united_states_law",
        "Whether United States law permits (or requires) an activity that concerns the Court on a day (direct-funding, "
        "information-sharing, sanctions-dealing and others): no, open or yes, with each ban, what lifts it, and what would "
        "change the answer. Not for whether the Court has jurisdiction over somebody: that is the tool jurisdiction.",
        "us_law",
    ),
    of_question(
        "united_states_sanctions",
        "Who is listed under United States sanctions for work with the Court on a day, with orders, licences and injunctions.",
        "sanctions",
    ),
    of_question(
        "united_states_history",
        "What happened between the United States and the Court, day by day, by administration, kind, actor or stance; "
        "statements too where asked for. For 'what did the Obama administration do', 'when was the order signed'.",
        "history",
    ),
    Tool(
        "check_document",
        "Reads a text and says which of its dated claims on these matters the record contradicts, which are outdated, and "
        "which sentences were not checked. Use it on a draft or an article. It never says that a text is right.",
        (
            Param("text", "the text", required=True, most=LONGEST),
            Param("name", "a file name whose end tells the form (.md, .html, .txt)", most=120),
            Param("written_on", "the document's own day", "day"),
            ASKED_ON,
        ),
        findings.CheckAnswer,
        check,
    ),
)  # fmt: skip
"""Every tool."""


def input_schema(tool: Tool, record: ratione.Record) -> dict[str, Any]:
    """The JSON Schema of what a tool takes; the words of the record that a program would have to guess are listed."""
    properties = {one.name: property_of(one) for one in tool.params}
    if "activity" in properties:
        properties["activity"]["enum"] = sorted(record.lawbook.activities)
    needed = [one.name for one in tool.params if one.required]
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def property_of(param: Param) -> dict[str, Any]:
    """One parameter in the schema; programs write true for a flag."""
    made = {"type": "boolean"} if param.kind == "flag" else schema_of(param)
    return made | {"description": param.says} | ({"examples": [param.example]} if param.example is not None else {})


def output_schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of what a tool answers: an object at the root, with what the answer rests on."""
    (whole, grounds), defs = msgspec.json.schema_components([tool.answer, Grounds], ref_template="#/$defs/{name}")
    root = dict(defs[whole["$ref"].rpartition("/")[2]])
    root["properties"] = root["properties"] | {"grounds": grounds}
    root["required"] = [*root.get("required", []), "grounds"]
    return {**root, "$defs": defs}


def called(shelf: Shelf, name: str, given: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """What a tool answers, and whether it is an error; errors have the one form and say what is in scope."""
    tool = next((one for one in TOOLS if one.name == name), None)
    try:
        if tool is None:
            raise ratione.FactError("tool", name[:60], "one of " + ", ".join(one.name for one in TOOLS))
        known = [one.name for one in tool.params]
        for word in given:
            if word not in known:
                raise ratione.FactError(word[:60], "told", "one of " + ", ".join(known))
        plain: dict[str, Any] = msgspec.to_builtins(tool.call(shelf, dict(given)))
    except TooLong as fault:
        detail = f"{fault}; tell more facts"
        wide = Problem(status=400, title="too wide a question", detail=detail)
        return msgspec.to_builtins(wide) | {"scope": list(scope().holds)}, True
    except ratione.InputError as fault:
        return msgspec.to_builtins(problem_of(fault)) | {"scope": list(scope().holds)}, True
    record = shelf.book(str(given.get("record") or ""), None).record
    days = [
        f"{one.name}: {plain[one.name]}, because no day was told"
        for one in tool.params
        if one.kind == "day" and not given.get(one.name) and isinstance(plain.get(one.name), str)
    ]
    return plain | {"grounds": msgspec.to_builtins(grounds_of(record, plain, days))}, False
