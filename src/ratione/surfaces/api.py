"""The HTTP API: questions in, answers out as JSON, under ``/api/v1``; one form of errors, marks for caching, bounded bodies."""

from __future__ import annotations

import json
import sys
import traceback
from contextlib import AbstractContextManager
from functools import partial
from typing import Any
from urllib.parse import urlencode

import msgspec
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

import ratione

from .api_difference import differences
from .api_examples import examples
from .api_forms import FORMS, accepted, written
from .api_openapi import description
from .api_params import FORMAT, Question, Told, pairs_of, read
from .api_setting import Setting
from .api_table import QUESTIONS
from .api_types import Problem
from .api_wire import PREFIX, Refused, body_of, matched, methods_of, pairs_in, path_of
from .patience import TooLong, within
from .shelf import Shelf
from .site.answers import Kept, Ready, respond
from .site.limits import Allowance, client_of

__all__ = ["Api", "answered", "problem_of", "told_by"]

PROBLEM = "application/problem+json"
WEIGHTY = ("suppose", "known_on", "record")
"""What makes any question heavy: it is answered from lines that nobody has worked out yet."""
SECONDS = 12
"""So many seconds are spent on one answer."""
DESCRIPTION = Question("openapi", "/openapi.json", "this description", lambda setting: None, dict)


class Api:
    """Answers requests under ``/api/v1``."""

    def __init__(self, shelf: Shelf, allowance: Allowance) -> None:
        self.shelf, self.book, self.allowance = shelf, shelf.served, allowance
        self.kept = Kept(800, 64_000_000)
        self.threads, self.heavy = CapacityLimiter(8), CapacityLimiter(2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self.answer(request)
        except Refused as fault:
            response = self.problem(request, Problem(status=fault.status, title=fault.title, detail=str(fault)))
            if fault.allow:
                response.headers["Allow"] = fault.allow
        except ratione.InputError as fault:
            response = self.problem(request, problem_of(fault))
        except TooLong as fault:
            detail = f"{fault}; tell more facts (crime, day, territory, nationality), or ask fewer rows"
            response = self.problem(request, Problem(status=400, title="too wide a question", detail=detail))
        except Exception:  # whatever it is, the client gets the one form of errors and the log the trace
            row = {"fault": request.url.path[:200], "trace": traceback.format_exc()[-3000:]}
            sys.stderr.write(json.dumps(row) + "\n")
            response = self.problem(
                request, Problem(status=500, title="a fault of the server", detail="the fault is logged")
            )
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        """The response to a question."""
        path = path_of(request)
        here = [(one, words) for one in (DESCRIPTION, *QUESTIONS) if (words := matched(one.path, path)) is not None]
        if path in ("", "/"):
            here = [(DESCRIPTION, ())]
        if not here:
            raise Refused(404, "no such thing", f"no question at {path[:120]}; {PREFIX}/openapi.json lists them")
        allow = methods_of([one for one, _ in here])
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=preflight(allow))
        method = "GET" if request.method == "HEAD" else request.method
        question, words = next(((one, words) for one, words in here if one.method == method), (None, ()))
        if question is None:
            raise Refused(405, "not by that method", f"{request.method} {path[:120]}; expected {allow}", allow)
        if question is DESCRIPTION:
            return await self.described(request)
        return await self.asked(request, question, words)

    async def asked(self, request: Request, question: Question, words: tuple[tuple[str, str], ...]) -> Response:
        """The response to a question that was found: kept ready where it was asked before on the same day."""
        pairs = pairs_in(request)
        form = accepted(request.headers.get("accept", ""), question.forms)
        form = next((word for name, word in pairs if name == FORMAT), form)
        if not form:
            kinds = ", ".join(FORMS[one].media.partition(";")[0] for one in question.forms)
            raise Refused(406, "not in that form", f"expected Accept to allow one of {kinds}")
        place = (self.book.today(), question.name, words, request.scope["query_string"], form)
        ready = self.kept.get(place) if question.body is None else None
        if ready is None:
            heavy = question.heavy or any(name in WEIGHTY for name, _ in pairs)
            if heavy and not self.allowance.take(client_of(request.scope)):
                raise Refused(429, "too many heavy questions", f"ask again in {self.allowance.wait} s")
            body = await body_of(request, question) if question.body is not None else None
            told = read(question.all_params, [*words, *pairs])
            told.values |= {FORMAT: form} | ({"body": body} if body is not None else {})
            work = partial(self.made, question, told, request.url.path, pairs)
            ready = await to_thread.run_sync(work, limiter=self.heavy if heavy else self.threads)
            if question.body is None:
                self.kept.put(place, ready)
        return respond(request, ready, cors=True, store="public, max-age=300" if question.body is None else "no-store")

    def made(self, question: Question, told: Told, path: str, pairs: list[tuple[str, str]]) -> Ready:
        """The answer, ready, in the form that is wanted."""
        version = self.shelf.book(told["record"] or "", told["known_on"]).record.version
        kind = FORMS[told.form]
        if told.form != "json":
            setting = Setting(self.shelf, told)
            with lock_for(question, setting), within(SECONDS):
                body = written(told.form, question, setting)
            return Ready.of(body, kind.media, version, name=f"ratione-{question.name.replace('_', '-')}.{kind.end}")
        answer = answered(self.shelf, question, told)
        more = links(path, pairs, told, msgspec.to_builtins(answer)) if question.paged else ()
        return Ready.of(msgspec.json.encode(answer), kind.media, version, more=more)

    async def described(self, request: Request) -> Response:
        """The description of the API, with answers of this record as its examples."""
        if not accepted(request.headers.get("accept", ""), ("json",)):
            raise Refused(406, "not in that form", "expected Accept to allow application/json")
        ready = self.kept.get("openapi")
        if ready is None:
            ready = await to_thread.run_sync(self.description, limiter=self.heavy)
            self.kept.put("openapi", ready)
        return respond(request, ready, cors=True)

    def description(self) -> Ready:
        """The description, ready."""
        made = description(examples(self.shelf, answered))
        return Ready.of(msgspec.json.encode(made), "application/json", self.book.record.version)

    def problem(self, request: Request, problem: Problem) -> Response:
        """An error in the one form."""
        ready = Ready.of(msgspec.json.encode(problem), PROBLEM, self.book.record.version, problem.status)
        response = respond(request, ready, cors=True)
        if problem.status == 429:
            response.headers["Retry-After"] = str(self.allowance.wait)
        if problem.status in (408, 413):
            response.headers["Connection"] = "close"
        return response


def preflight(allow: str) -> dict[str, str]:
    """What a browser is told that asks whether it may ask."""
    return {
        "Allow": allow,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": allow,
        "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
        "Access-Control-Max-Age": "86400",
    }


def links(path: str, pairs: list[tuple[str, str]], told: Told, answer: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The headers of a page of a list: how many rows there are, and the addresses of other pages."""
    limit, offset, total = told["limit"] or 100, told["offset"] or 0, answer["total"]
    places = {"first": 0, "last": max(0, (total - 1) // limit * limit)}
    if offset:
        places["prev"] = max(0, offset - limit)
    if answer["next_offset"] is not None:
        places["next"] = answer["next_offset"]
    kept = [pair for pair in pairs if pair[0] not in ("offset", "limit")]
    said = [
        f'<{path}?{urlencode([*kept, ("limit", limit), ("offset", at)])}>; rel="{name}"' for name, at in places.items()
    ]
    return ("X-Total-Count", str(total)), ("Link", ", ".join(said))


def answered(shelf: Shelf, question: Question, told: Told) -> Any:
    """The answer to a question, worked out while nothing else is; where something is supposed, with what that changes."""
    setting = Setting(shelf, told)
    with lock_for(question, setting), within(SECONDS):
        answer = question.ask(setting)
        if not setting.lines:
            return answer
        plain: dict[str, Any] = msgspec.to_builtins(answer)
        before: dict[str, Any] = msgspec.to_builtins(question.ask(setting.bare()))
    plain |= {"supposed": list(setting.lines)}
    if "without_supposition" in plain:
        plain["without_supposition"] = before["answer"]
    left = ("supposed", "without_supposition", "difference")
    changed = differences(*({name: one[name] for name in one if name not in left} for one in (before, plain)))
    return plain | {"difference": msgspec.to_builtins(changed)}


def lock_for(question: Question, setting: Setting) -> AbstractContextManager[Any]:
    """What is held while a question is answered: pages wait for small ones only."""
    served = setting.shelf.served
    return served.heavy if question.heavy or setting.lines or setting.book is not served else served.lock


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
    told = read(question.all_params, pairs_of(given))
    if body is not None:
        told.values["body"] = body
    return told
