"""Answers: responses with their headers, bodies kept ready in plain and packed form."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from hashlib import sha256
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["SAFE", "Kept", "Ready", "respond"]

SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every answer."""

SMALLEST = 600
"""Bodies smaller than this many bytes are sent as they are."""


class Ready(NamedTuple):
    """A body ready to be sent: plain and packed, with its kind, mark, status, file name and more headers."""

    body: bytes
    packed: bytes
    kind: str
    mark: str
    status: int = 200
    name: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls, body: bytes, kind: str, version: str, status: int = 200, name: str = "",
        more: tuple[tuple[str, str], ...] = (),
    ) -> Ready:  # fmt: skip
        """The body packed, with a mark made of the record's version and the bytes."""
        packed = (
            gzip.compress(body, 6, mtime=0) if len(body) > SMALLEST and not kind.startswith("application/pdf") else b""
        )
        return cls(body, packed, kind, f'"{version}-{sha256(body).hexdigest()[:12]}"', status, name, more)


class Kept:
    """Answers kept ready, the latest used; bound in number and bytes."""

    def __init__(self, most: int = 1500, most_bytes: int = 96_000_000) -> None:
        self.most, self.most_bytes, self.bytes = most, most_bytes, 0
        self.found: OrderedDict[object, Ready] = OrderedDict()

    def get(self, place: object) -> Ready | None:
        """What is kept under a place."""
        ready = self.found.get(place)
        if ready is not None:
            self.found.move_to_end(place)
        return ready

    def put(self, place: object, ready: Ready) -> None:
        """Keeps an answer; the one used longest ago goes first."""
        old = self.found.pop(place, None)
        self.bytes += size(ready) - (size(old) if old else 0)
        self.found[place] = ready
        while len(self.found) > self.most or self.bytes > self.most_bytes:
            _, gone = self.found.popitem(last=False)
            self.bytes -= size(gone)


def size(ready: Ready) -> int:
    """Bytes that an answer takes."""
    return len(ready.body) + len(ready.packed)


def respond(request: Request, ready: Ready, *, store: str = "public, max-age=300", cors: bool = False) -> Response:
    """The response to a request: not changed where the client has it, packed where it takes that, no body for HEAD."""
    told = request.headers
    headers = {
        **SAFE,
        "ETag": ready.mark,
        "Vary": "Accept, Accept-Encoding" if cors else "Accept-Encoding",
        "Cache-Control": store if ready.status == 200 else "no-store",
        **dict(ready.more),
    }
    if cors:
        headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count"}
    if ready.name:
        headers["Content-Disposition"] = f'attachment; filename="{ready.name}"'
    if ready.status == 200 and request.method in ("GET", "HEAD") and known(told.get("if-none-match", ""), ready.mark):
        return Response(status_code=304, headers=headers)
    body = ready.body
    if ready.packed and takes_gzip(told.get("accept-encoding", "")):
        body, headers["Content-Encoding"] = ready.packed, "gzip"
    if request.method == "HEAD":
        headers["Content-Length"] = str(len(body))
        body = b""
    return Response(body, ready.status, headers, ready.kind)


def known(header: str, mark: str) -> bool:
    """Whether a client has an answer of this mark already, by its header ``If-None-Match``.

    >>> known('W/"a", "b"', '"a"'), known("*", '"a"'), known('"b"', '"a"')
    (True, True, False)
    """
    return any(one.strip().removeprefix("W/") in (mark, "*") for one in header.split(","))


def takes_gzip(header: str) -> bool:
    """Whether a client takes packed bodies, by its header ``Accept-Encoding``.

    >>> takes_gzip("br, gzip"), takes_gzip("gzip;q=0, br"), takes_gzip("")
    (True, False, False)
    """
    for part in header.split(","):
        name, _, weight = part.strip().lower().partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
