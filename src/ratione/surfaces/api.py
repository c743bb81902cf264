"""The HTTP API: questions in, answers out as JSON, under ``/api/v1``; one form of errors, marks for caching, bounded bodies."""

from __future__ import annotations

import json
import sys
import traceback
from functools import partial
from typing import Any

import msgspec
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

import ratione

from .api_openapi import PREFIX, description
from .api_params import Question, Told, pairs_of, read
from .api_table import QUESTIONS
from .api_types import Problem
from .site.answers import Kept, Ready, respond
from .site.book import Book
from .site.limits import Allowance

__all__ = ["Api", "answered", "problem_of", "told_by"]

JSON, PROBLEM = "application/json", "application/problem+json"
LARGEST = 2_000_000
LONGEST_QUERY = 8000


class Refused(Exception):
    """A request that is refused before it is a question."""

    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.title = status, title


class Api:
    """Answers requests under ``/api/v1``."""

    def __init__(self, book: Book, allowance: Allowance) -> None:
        self.book, self.allowance, self.kept = book, allowance, Kept(800, 64_000_000)
        self.threads, self.heavy = CapacityLimiter(8), CapacityLimiter(2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self.answer(request)
        except Refused as fault:
            response = self.problem(request, Problem(status=fault.status, title=fault.title, detail=str(fault)))
        except ratione.InputError as fault:
            response = self.problem(request, problem_of(fault))
        except Exception:  # whatever it is, the client gets the one form of errors and the log the trace
            row = {"fault": request.url.path[:200], "trace": traceback.format_exc()[-3000:]}
            sys.stderr.write(json.dumps(row) + "\n")
            response = self.problem(
                request, Problem(status=500, title="a fault of the server", detail="the fault is logged")
            )
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        """The response to a question."""
        path = request.url.path.removeprefix(PREFIX)
        if request.method == "OPTIONS":
            allow = "GET, HEAD, POST, OPTIONS"
            headers = {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Methods": allow,
                "Allow": allow,
                "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
                "Access-Control-Max-Age": "86400",
            }
            return Response(status_code=204, headers=headers)
        if path in ("/openapi.json", "", "/"):
            return await self.described(request)
        question, words = self.found(path, request.method)
        if len(request.url.query) > LONGEST_QUERY:
            raise Refused(400, "a question that cannot be read", f"at most {LONGEST_QUERY} letters in a query")
        place = (self.book.today(), question.name, words, request.url.query)
        ready = self.kept.get(place) if question.body is None else None
        if ready is None:
            if question.heavy and not self.allowance.take(request.client.host if request.client else "?"):
                raise Refused(429, "too many heavy questions", f"ask again in {self.allowance.wait} s")
            body = await self.body(request, question) if question.body is not None else None
            told = read(question.params, [*words, *request.query_params.multi_items()])
            if body is not None:
                told.values["body"] = body
            work = partial(self.made, question, told)
            ready = await to_thread.run_sync(work, limiter=self.heavy if question.heavy else self.threads)
            if question.body is None:
                self.kept.put(place, ready)
        return respond(request, ready, cors=True, store="public, max-age=300" if question.body is None else "no-store")

    def found(self, path: str, method: str) -> tuple[Question, tuple[tuple[str, str], ...]]:
        """The question at a path, with the words of the path."""
        allowed = set()
        for question in QUESTIONS:
            words = matched(question.path, path)
            if words is not None:
                allowed.add(question.method)
                if method == question.method or (method == "HEAD" and question.method == "GET"):
                    return question, words
        if allowed:
            raise Refused(405, "not by that method", f"{method} {path}; expected {', '.join(sorted(allowed))}")
        raise Refused(404, "no such thing", f"no question at {path[:120]}; {PREFIX}/openapi.json lists them")

    async def body(self, request: Request, question: Question) -> Any:
        """The body of a request, bounded and typed."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise Refused(415, "a body that is not JSON", f"expected Content-Type {JSON}")
        raw = bytearray()
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > LARGEST:
                raise Refused(413, "too large", f"at most {LARGEST} bytes")
        try:
            return msgspec.json.decode(bytes(raw), type=question.body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise Refused(400, "a body that cannot be read", str(fault)) from None

    def made(self, question: Question, told: Told) -> Ready:
        """The answer, ready."""
        return Ready.of(msgspec.json.encode(answered(self.book, question, told)), JSON, self.book.record.version)

    async def described(self, request: Request) -> Response:
        """The description of the API."""
        ready = self.kept.get("openapi")
        if ready is None:
            made = description(examples())
            ready = Ready.of(msgspec.json.encode(made), JSON, self.book.record.version)
            self.kept.put("openapi", ready)
        return respond(request, ready, cors=True)

    def problem(self, request: Request, problem: Problem) -> Response:
        """An error in the one form."""
        body = msgspec.json.encode(
            {name: value for name, value in msgspec.to_builtins(problem).items() if value is not None}
        )
        response = respond(request, Ready.of(body, PROBLEM, self.book.record.version, problem.status), cors=True)
        if problem.status == 429:
            response.headers["Retry-After"] = str(self.allowance.wait)
        if problem.status == 405:
            response.headers["Allow"] = problem.detail.rpartition("expected ")[2]
        return response


def examples() -> dict[str, Any]:
    """Answers that are short enough to be shown."""
    return {
        "search": {
            "record_version": "0123456789abcdef",
            "total": 1,
            "offset": 0,
            "query": "Ukrane",
            "items": [
                {"kind": "state", "code": "UKR", "name": "Ukraine", "also": ["Ukrainian"], "about": "Eastern European"}
            ],
        }
    }


def matched(pattern: str, path: str) -> tuple[tuple[str, str], ...] | None:
    """The words of a path that fits a pattern, with their names."""
    ours, theirs = pattern.split("/"), path.split("/")
    if len(ours) != len(theirs):
        return None
    pairs = []
    for mine, word in zip(ours, theirs, strict=True):
        if mine.startswith("{"):
            pairs.append((mine[1:-1], word))
        elif mine != word:
            return None
    return tuple(pairs)


def answered(book: Book, question: Question, told: Told) -> Any:
    """The answer to a question, worked out while nothing else is."""
    with book.heavy if question.heavy else book.lock:
        return question.ask(book, told)


def problem_of(fault: ratione.InputError) -> Problem:
    """An error of the record's family in the one form; a thing of the path that is not there is a 404."""
    if isinstance(fault, ratione.FactError):
        path_names = {param.name for question in QUESTIONS for param in question.params if param.where == "path"}
        gone = (
            fault.field in path_names | {"instrument", "situation", "debate", "limb", "source"}
            and "of the record" in fault.expected
        )
        status, title = (404, "no such thing") if gone else (400, "a question that cannot be read")
        return Problem(
            status=status,
            title=title,
            detail=str(fault),
            field=fault.field,
            found=str(fault.found)[:200],
            expected=fault.expected,
            hint=fault.hint,
        )
    return Problem(status=400, title="a question that cannot be read", detail=str(fault))


def told_by(question: Question, given: dict[str, Any]) -> Told:
    """What a program tells, read as strictly as a query."""
    body = given.pop("body", None)
    told = read(question.params, pairs_of(given))
    if body is not None:
        told.values["body"] = body
    return told
