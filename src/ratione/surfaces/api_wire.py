"""Wire: what of a request is read before it is a question, each part bounded; how a path finds its question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec
from anyio import fail_after
from starlette.requests import ClientDisconnect, Request

from .api_params import Question

__all__ = ["LARGEST", "PREFIX", "Refused", "body_of", "matched", "methods_of", "pairs_in", "path_of"]

PREFIX = "/api/v1"
LARGEST = 2_000_000
LONGEST_QUERY = 8000
PATIENCE = 20
"""Seconds in which the body of a request must have come."""


class Refused(Exception):
    """A request that is refused before it is a question."""

    def __init__(self, status: int, title: str, detail: str, allow: str = "") -> None:
        super().__init__(detail)
        self.status, self.title, self.allow = status, title, allow


def path_of(request: Request) -> str:
    """The path below the prefix, its percent signs read as UTF-8; a slash that is so written does not part words."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("ascii", "replace").partition("?")[0]
    return path.removeprefix(PREFIX)


def word_of(text: str) -> str:
    """A word of the path as it is meant."""
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise Refused(400, "a question that cannot be read", "the path is not UTF-8 text") from None


def matched(pattern: str, path: str) -> tuple[tuple[str, str], ...] | None:
    """The words of a path that fits a pattern, with their names.

    >>> matched("/states/{state}", "/states/C%C3%B4te%20d%27Ivoire")
    (('state', "Côte d'Ivoire"),)
    """
    ours, theirs = pattern.split("/"), path.split("/")
    if len(ours) != len(theirs):
        return None
    pairs = []
    for mine, word in zip(ours, theirs, strict=True):
        if mine.startswith("{"):
            pairs.append((mine[1:-1], word_of(word)))
        elif mine != word:
            return None
    return tuple(pairs)


def methods_of(questions: Sequence[Question]) -> str:
    """The methods by which questions at one path may be asked."""
    found = {one.method for one in questions}
    return ", ".join(sorted(found | ({"HEAD"} if "GET" in found else set()) | {"OPTIONS"}))


def pairs_in(request: Request) -> list[tuple[str, str]]:
    """The names and words of the query, bounded."""
    query: bytes = request.scope["query_string"]
    if len(query) > LONGEST_QUERY:
        raise Refused(400, "a question that cannot be read", f"at most {LONGEST_QUERY} letters in a query")
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        detail = "the query is not UTF-8 text in percent signs, or has more than 100 words"
        raise Refused(400, "a question that cannot be read", detail) from None


async def body_of(request: Request, question: Question) -> Any:
    """The body of a request, bounded and typed."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, "a body that is not JSON", "expected Content-Type application/json")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(415, "a body that is packed", "expected a body without Content-Encoding")
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told) > LARGEST:
        raise Refused(413, "too large", f"at most {LARGEST} bytes")
    raw = bytearray()
    try:
        with fail_after(PATIENCE):
            async for chunk in request.stream():
                raw += chunk
                if len(raw) > LARGEST:
                    raise Refused(413, "too large", f"at most {LARGEST} bytes")
    except TimeoutError:
        raise Refused(408, "too slow", f"the body did not come within {PATIENCE} s") from None
    except ClientDisconnect:
        raise Refused(400, "a body that cannot be read", "the client left") from None
    try:
        return msgspec.json.decode(bytes(raw), type=question.body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        raise Refused(400, "a body that cannot be read", str(fault)) from None
