"""OpenAPI: the description of the HTTP API, made from the table of questions."""

from __future__ import annotations

from typing import Any

import msgspec

import ratione

from .api_params import Param, Question, schema_of
from .api_table import QUESTIONS
from .api_types import Problem

__all__ = ["description"]

PREFIX = "/api/v1"
PROBLEMS = {
    400: "a question that cannot be read",
    404: "no such thing",
    405: "not by that method",
    413: "too large",
    415: "a body that is not JSON",
    429: "too many heavy questions from one client",
    500: "a fault of the server",
}
"""Errors, each in the one form."""


def description(examples: dict[str, Any]) -> dict[str, Any]:
    """The whole description; ``examples`` are answers by name of the question."""
    kinds = [one.answer for one in QUESTIONS] + [one.body for one in QUESTIONS if one.body] + [Problem]
    refs, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    by_kind = {id(kind): ref for kind, ref in zip(kinds, refs, strict=True)}
    paths: dict[str, Any] = {}
    for question in QUESTIONS:
        at = paths.setdefault(PREFIX + question.path, {})
        at[question.method.lower()] = operation(question, by_kind, examples.get(question.name))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ratione",
            "version": "1",
            "summary": "The Rome Statute system as dated, sourced data",
            "description": "Answers are no, open or yes; an open one says which kind it is. Every answer names "
            "the version of the record. Unknown parameters are refused.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": components},
        "x-package-version": ratione.__version__,
    }


def operation(question: Question, by_kind: dict[int, Any], example: Any) -> dict[str, Any]:
    """One operation."""
    content: dict[str, Any] = {"schema": by_kind[id(question.answer)]}
    if example is not None:
        content["example"] = example
    headers = {"ETag": {"schema": {"type": "string"}, "description": "changes with the answer"}}
    responses: dict[str, Any] = {
        "200": {"description": question.says, "content": {"application/json": content}, "headers": headers}
    }
    for status, says in PROBLEMS.items():
        if status in (413, 415) and question.method == "GET":
            continue
        shown = {"schema": by_kind[id(Problem)], "example": {"status": status, "title": says, "detail": says}}
        responses[str(status)] = {"description": says, "content": {"application/problem+json": shown}}
    found: dict[str, Any] = {
        "operationId": question.name,
        "summary": question.says,
        "parameters": [parameter(one) for one in question.params],
        "responses": responses,
    }
    if not question.stable:
        found["x-unstable"] = True
    if question.body is not None:
        body = {"schema": by_kind[id(question.body)], "example": question.body_example}
        found["requestBody"] = {"required": True, "content": {"application/json": body}}
    return found


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
