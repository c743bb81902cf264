"""OpenAPI: the description of the HTTP API, made from the table of questions."""

from __future__ import annotations

from typing import Any

import msgspec

import ratione

from .api_forms import FORMS
from .api_params import Param, Question, schema_of
from .api_table import QUESTIONS
from .api_types import Problem
from .api_wire import LARGEST, PREFIX

__all__ = ["PROBLEMS", "description"]

PROBLEMS: dict[int, Problem] = {
    400: Problem(
        status=400,
        title="a question that cannot be read",
        detail="on: found '2022-02-31', expected a day written YYYY-MM-DD",
        field="on",
        found="2022-02-31",
        expected="a day written YYYY-MM-DD",
    ),
    404: Problem(
        status=404,
        title="no such thing",
        detail="debate: found 'nothing', expected a contested point of the record",
        field="debate",
        found="nothing",
        expected="a contested point of the record",
    ),
    405: Problem(status=405, title="not by that method", detail="DELETE /states; expected GET, HEAD, OPTIONS"),
    406: Problem(status=406, title="not in that form", detail="expected Accept to allow one of application/json"),
    408: Problem(status=408, title="too slow", detail="the body did not come within 20 s"),
    413: Problem(status=413, title="too large", detail=f"at most {LARGEST} bytes"),
    415: Problem(status=415, title="a body that is not JSON", detail="expected Content-Type application/json"),
    429: Problem(status=429, title="too many heavy questions", detail="ask again in 1 s"),
    500: Problem(status=500, title="a fault of the server", detail="the fault is logged"),
}
"""Errors, each in the one form, with an example."""
OF_BODIES = (408, 413, 415)

HEADERS = {
    "ETag": "changes with the version of the record and with the answer; If-None-Match gives 304",
    "X-Total-Count": "how many rows there are in all",
    "Link": "addresses of the first, last, previous and next page (RFC 8288)",
    "Allow": "the methods by which the path may be asked",
    "Retry-After": "seconds after which to ask again",
}


def description(examples: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The whole description; ``examples`` are answers by name of the question and form."""
    kinds = [one.answer for one in QUESTIONS] + [one.body for one in QUESTIONS if one.body] + [Problem]
    refs, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    by_kind = {id(kind): ref for kind, ref in zip(kinds, refs, strict=True)}
    paths: dict[str, Any] = {}
    for question in QUESTIONS:
        at = paths.setdefault(PREFIX + question.path, {})
        at[question.method.lower()] = operation(question, by_kind, examples[question.name])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ratione",
            "version": "1",
            "summary": "The Rome Statute system as dated, sourced data",
            "description": "Answers are no, open or yes; an open one says which kind it is. Every answer names "
            "the version of the record. Unknown parameters are refused. What is marked x-stability: unstable may change.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": components},
        "x-package-version": ratione.__version__,
    }


def operation(question: Question, by_kind: dict[int, Any], examples: dict[str, Any]) -> dict[str, Any]:
    """One operation."""
    found: dict[str, Any] = {
        "operationId": question.name,
        "summary": question.says,
        "parameters": [parameter(one) for one in question.all_params],
        "responses": {"200": answer_in(question, by_kind, examples), **errors(question, by_kind)},
        "x-stability": "stable" if question.stable else "unstable",
    }
    if question.command:
        found["x-command"] = f"ratione {question.command}"
    if question.body is None:
        said = "the client has this answer already"
        found["responses"]["304"] = {"description": said, "headers": headers("ETag")}
    else:
        body = {"schema": by_kind[id(question.body)], "example": question.body_example}
        found["requestBody"] = {"required": True, "content": {"application/json": body}}
    return found


def answer_in(question: Question, by_kind: dict[int, Any], examples: dict[str, Any]) -> dict[str, Any]:
    """The answer in every form."""
    content: dict[str, Any] = {}
    for form in question.forms:
        media = FORMS[form].media.partition(";")[0]
        schema = by_kind[id(question.answer)] if form == "json" else form_schema(form)
        if media in content:  # two forms of one kind of media: either may be there
            content[media]["schema"] = {"anyOf": [content[media]["schema"], schema]}
        else:
            content[media] = {"schema": schema, "example": examples[form]}
    names = ("ETag", "X-Total-Count", "Link") if question.paged else ("ETag",)
    return {"description": question.says, "content": content, "headers": headers(*names)}


def form_schema(form: str) -> dict[str, Any]:
    """The schema of a form other than the usual."""
    kind = {"timelinejs": "object", "claim-review": "array"}.get(form, "string")
    return {"type": kind, "description": FORMS[form].says}


def errors(question: Question, by_kind: dict[int, Any]) -> dict[str, Any]:
    """Every error that a question may be answered with."""
    found = {}
    for status, problem in PROBLEMS.items():
        if status in OF_BODIES and question.body is None:
            continue
        shown = {"schema": by_kind[id(Problem)], "example": msgspec.to_builtins(problem)}
        found[str(status)] = {"description": problem.title, "content": {"application/problem+json": shown}}
        named = {405: "Allow", 429: "Retry-After"}.get(status)
        if named:
            found[str(status)]["headers"] = headers(named)
    return found


def headers(*names: str) -> dict[str, Any]:
    """Headers of an answer."""
    return {name: {"schema": {"type": "string"}, "description": HEADERS[name]} for name in names}


def parameter(param: Param) -> dict[str, Any]:
    """One parameter."""
    found: dict[str, Any] = {
        "name": param.name,
        "in": param.where,
        "required": param.required,
        "description": param.says,
        "schema": schema_of(param),
    }
    if param.example is not None:
        found["example"] = param.example
    if param.kind == "texts":
        found |= {"style": "form", "explode": True}
    return found
