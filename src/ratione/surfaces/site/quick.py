"""Quick: the messages of answers that are asked again and again, ready to be sent without being put together anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from starlette.requests import Request
from starlette.types import Message, Scope

from .answers import Ready, known, respond, takes_gzip

__all__ = ["Quick"]

MOST = 500
"""So many answers are kept."""

Messages = tuple[Message, Message]


class Sendable(NamedTuple):
    """An answer as it is sent: as it is, packed, and where the client has it already; the day on which it was made."""

    day: date
    mark: str
    plain: Messages
    packed: Messages
    had: Messages


class Quick:
    """Answers by the bytes of their address; one made on an earlier day is not given."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.today = today
        self.kept: OrderedDict[tuple[bytes, bytes], Sendable] = OrderedDict()

    def found(self, scope: Scope) -> Messages | None:
        """The messages of the answer to a request, where they are kept."""
        if scope["method"] != "GET":
            return None
        one = self.kept.get(address_of(scope))
        if one is None or one.day != self.today():
            return None
        packed = False
        for name, value in scope["headers"]:
            if name == b"accept-encoding":
                packed = takes_gzip(value.decode("latin-1"))
            elif name == b"if-none-match" and known(value.decode("latin-1"), one.mark):
                return one.had
        return one.packed if packed else one.plain

    def keep(self, scope: Scope, ready: Ready) -> None:
        """Keeps an answer that may be given to anybody."""
        if ready.status != 200 or scope["method"] != "GET":
            return
        self.kept[address_of(scope)] = Sendable(
            self.today(),
            ready.mark,
            messages(ready, []),
            messages(ready, [(b"accept-encoding", b"gzip")]),
            messages(ready, [(b"if-none-match", ready.mark.encode())]),
        )
        while len(self.kept) > MOST:
            self.kept.popitem(last=False)


def address_of(scope: Scope) -> tuple[bytes, bytes]:
    """The bytes of the path and of the query."""
    return scope.get("raw_path") or scope["path"].encode(), scope["query_string"]


def messages(ready: Ready, headers: list[tuple[bytes, bytes]]) -> Messages:
    """The messages by which an answer is sent to a client that sends these headers."""
    response = respond(Request({"type": "http", "method": "GET", "headers": headers}), ready)
    start = {"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers}
    return start, {"type": "http.response.body", "body": bytes(response.body)}
