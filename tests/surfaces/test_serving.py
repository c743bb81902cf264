"""The server: its socket, bad and slow clients, stopping in order, what it never does, and what it keeps."""

from __future__ import annotations

import gc
import json
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from io import StringIO

import anyio
import pytest
import uvicorn
from mcp import Client
from starlette.testclient import TestClient

import ratione
from ratione.surfaces import listening
from ratione.surfaces.api_table import QUESTIONS
from ratione.surfaces.mcp_tools import TOOLS
from ratione.surfaces.serving import application
from ratione.surfaces.site.limits import Allowance
from ratione.surfaces.site.server import Logged

RECORD = ratione.Record.embedded()
TODAY = date(2026, 11, 21)
PLENTY = Allowance(1_000_000, 1_000_000)


@contextmanager
def running() -> Iterator[int]:
    """A server in a thread of its own, and its port."""
    found = listening.bound("127.0.0.1", 0)
    app = application(RECORD, log=False, today=lambda: TODAY, allowance=PLENTY)
    server = uvicorn.Server(listening.config_of(app))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
    thread.start()
    try:
        yield found.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
        found.close()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with running() as found:
        yield found


def said(port: int, raw: bytes, wait: float = 10) -> bytes:
    """What the server answers to bytes, until it closes."""
    with socket.create_connection(("127.0.0.1", port), wait) as link:
        link.sendall(raw)
        found = b""
        while part := link.recv(65536):
            found += part
        return found


def test_it_listens_to_this_machine_only_and_takes_the_next_free_port() -> None:
    first = listening.bound("127.0.0.1", 0)
    second = listening.bound("127.0.0.1", 0)
    with first, second:
        assert first.getsockname()[0] == "127.0.0.1"
        assert first.getsockname()[1] != second.getsockname()[1]
        assert first.proto == socket.IPPROTO_TCP, "else the event loop leaves Nagle's waiting on"
        with pytest.raises(ratione.InputError):
            listening.bound("127.0.0.1", first.getsockname()[1])


CLOSE = b"Host: a\r\nConnection: close\r\n\r\n"
BAD = {
    "no HTTP": (b"hello\r\n\r\n", b"400"),
    "two lengths": (b"POST /check HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + CLOSE + b"ab", b"400"),
    "a length that is none": (b"POST /check HTTP/1.1\r\nContent-Length: 1e2\r\n" + CLOSE, b"400"),
    "a space before the colon": (b"GET / HTTP/1.1\r\nTransfer-Encoding : chunked\r\n" + CLOSE, b"400"),
    "a coding that is unknown": (b"POST /check HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n" + CLOSE, b"400"),
    "a chunk that is none": (
        b"POST /api/v1/check HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
        + CLOSE + b"zz\r\n", b"400",
    ),
    "a head too large": (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n" + CLOSE, b"431"),
    "a path that climbs": (b"GET /static/../../record.json HTTP/1.1\r\n" + CLOSE, b"404"),
    "a path that climbs in percent signs": (b"GET /static/%2e%2e%2f%2e%2e%2frecord.json HTTP/1.1\r\n" + CLOSE, b"404"),
    "a path with a null": (b"GET /static/style.css%00.html HTTP/1.1\r\n" + CLOSE, b"404"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_sound_request_is_refused(port: int, name: str) -> None:
    raw, status = BAD[name]
    answer = said(port, raw)
    found = re.match(rb"HTTP/1\.1 (\d+)", answer)
    assert found is not None
    assert found[1] == status
    assert b"Traceback" not in answer


def test_a_length_beside_chunks_does_not_smuggle_a_second_request(port: int) -> None:
    """Chunks count, and the connection is not used again: what follows is no request."""
    body = b"0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
    head = b"POST /api/v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 4\r\n"
    answer = said(port, head + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body)
    assert answer.count(b"HTTP/1.1 ") == 1
    assert answer.startswith(b"HTTP/1.1 400")


def test_a_client_that_sends_slowly_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "PATIENCE", 0.2)
    with running() as port:
        form = b"POST /check HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        form += b"Content-Length: 100\r\n\r\nab"
        for raw in (b"", b"GET / HTTP/1.1\r\nX:", form):
            with socket.create_connection(("127.0.0.1", port), 10) as link:
                link.sendall(raw)
                with suppress(ConnectionResetError):
                    assert link.recv(65536) == b""
        assert b"200 OK" in said(port, b"GET /healthz HTTP/1.1\r\n" + CLOSE)


def test_a_body_that_is_no_form_is_refused(port: int) -> None:
    assert said(port, b"POST /check HTTP/1.1\r\nContent-Length: 2\r\n" + CLOSE + b"ab").startswith(b"HTTP/1.1 400")


def test_a_real_client_speaks_mcp_over_http(port: int) -> None:
    async def spoken() -> tuple[int, dict[str, object]]:
        async with Client(f"http://127.0.0.1:{port}/mcp") as client:
            tools = (await client.list_tools()).tools
            answer = await client.call_tool("state_status", {"state": "Burundi", "on": "2017-10-27"})
            assert answer.structured_content is not None
            return len(tools), answer.structured_content

    count, found = anyio.run(spoken)
    assert count == len(TOOLS)
    now = next(row["now"] for row in found["under"] if row["instrument"] == "rome-statute")
    assert (now["status"], found["grounds"]["record_version"]) == ("former-party", RECORD.version)


def test_mcp_over_http_is_bounded(port: int) -> None:
    get = said(port, b"GET /mcp HTTP/1.1\r\n" + CLOSE)
    assert get.startswith(b"HTTP/1.1 405")
    head = b"POST /mcp HTTP/1.1\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: 9000000\r\n"
    assert said(port, head + CLOSE).startswith(b"HTTP/1.1 413")
    client = TestClient(application(RECORD, log=False, allowance=Allowance(0, 0.001)))
    with client:
        answer = client.post("/mcp", json={})
    assert (answer.status_code, answer.headers["content-type"]) == (429, "application/problem+json")


@pytest.mark.slow
def test_told_to_stop_it_finishes_what_it_began() -> None:
    command = [sys.executable, "-m", "ratione.surfaces.cli", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()
        address = server.stdout.readline().strip()
        port = int(address.strip("/").rpartition(":")[2])
        assert address.startswith("http://127.0.0.1:")
        body = json.dumps({"text": "Kenya ratified the Rome Statute on 15 March 2005."}).encode()
        with socket.create_connection(("127.0.0.1", port), 30) as link:
            head = f"POST /api/v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
            link.sendall(head.encode() + b"\r\nExpect: 100-continue\r\n\r\n")
            assert b"100 Continue" in link.recv(65536)
            server.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            link.sendall(body)
            answer = b""
            while part := link.recv(65536):
                answer += part
        errors = server.communicate(timeout=30)[1]
    assert b"HTTP/1.1 200" in answer
    assert b'"agrees":1' in answer
    assert server.returncode == 0
    assert "Traceback" not in errors
    rows = [json.loads(line) for line in errors.splitlines() if line.startswith("{")]
    assert [(row["method"], row["path"], row["status"]) for row in rows] == [("POST", "/api/v1/check", 200)]
    assert "Kenya" not in errors


def test_nothing_is_ever_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question and a page of each kind is answered where no connection can be made and no name looked up."""
    with TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=PLENTY)) as client:

        def refused(*told: object, **more: object) -> None:
            raise AssertionError(f"a connection was tried: {told}")

        monkeypatch.setattr(socket.socket, "connect", refused)
        monkeypatch.setattr(socket, "getaddrinfo", refused)
        for question in QUESTIONS:
            path, told = f"/api/v1{question.path}", {}
            for param in question.params:
                if param.where == "path":
                    path = path.replace("{" + param.name + "}", param.example)
                elif param.example is not None and param.name != "suppose":
                    told[param.name] = param.example
            answer = client.request(question.method, path, params=told, json=question.body_example)
            assert answer.status_code == 200, path
        for path in (
            "/",
            "/map",
            "/states/UKR",
            "/situations/UKR",
            "/debates/sc-carve-out",
            "/search?q=Kenya",
            "/sources",
        ):
            assert client.get(path).status_code == 200, path
        document = (
            '<img src="http://example.org/x.png"><script src="http://example.org/x.js"></script><p>Kenya ratified.</p>'
        )
        assert client.post("/check", data={"text": document}).status_code == 200
        monkeypatch.undo()


def test_what_is_hostile_is_escaped_wherever_it_is_shown() -> None:
    client = TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=PLENTY))
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    for path in ("/search?q=", "/states/", "/ask/jurisdiction?territory=", "/map?on="):
        answer = client.get(path + re.sub(r"[^A-Za-z]", lambda sign: f"%{ord(sign[0]):02X}", hostile))
        assert "<script>alert" not in answer.text, path
        assert "<img src=x" not in answer.text, path
        assert "'unsafe-inline'" not in answer.headers["content-security-policy"]
    told = f"<p>Kenya ratified the Rome Statute on 15 March 2005. {hostile}</p>"
    for name in ("a.html", "a.md", "a.txt"):
        page = client.post("/check", files={"document": (name, told.encode())}).text
        assert "<script>alert" not in page, name
        assert "<img src=x" not in page, name
        copy = client.post("/api/v1/check?format=html", json={"text": told, "name": name}).text
        assert "<script>alert" not in copy, name
        assert "<img src=x" not in copy, name
    long = client.post("/check", files={"document": ("../../etc/" + "a" * 500 + ".md\r\nX: y", b"Kenya ratified.")})
    assert long.status_code in (200, 400)


@pytest.mark.slow
def test_a_thousand_documents_leave_nothing_behind() -> None:
    with TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=PLENTY)) as client:

        def uploads(first: int, count: int) -> None:
            for number in range(first, first + count):
                text = f"Paper {number}. Kenya ratified the Rome Statute on 15 March 2005.\n\n" + "x" * 12_000
                assert client.post("/api/v1/check", json={"text": text}).status_code == 200

        uploads(0, 50)
        gc.collect()
        before = resident()
        uploads(50, 1000)
        gc.collect()
        assert resident() - before < 7_000_000, "a thousand documents of 12 kB are 12 MB"


def resident() -> int:
    """Bytes that this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def test_the_log_says_how_it_went_and_not_what_was_asked() -> None:
    out = StringIO()
    client = TestClient(Logged(application(RECORD, log=False, today=lambda: TODAY), out))
    client.get("/search?q=secret")
    told = client.post("/api/v1/check", json={"text": "a secret document"})
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(row["method"], row["path"], row["status"]) for row in rows] == [
        ("GET", "/search", 200), ("POST", "/api/v1/check", 200),
    ], told.text  # fmt: skip
    assert "secret" not in out.getvalue()


def test_it_is_alive_at_once_and_ready_when_pages_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = threading.Event()
    monkeypatch.setattr("ratione.surfaces.serving.page_at", lambda request, path: drawn.wait(30))
    with TestClient(application(RECORD, log=False, today=lambda: TODAY)) as client:
        assert [client.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 503]
        drawn.set()
        until = time.monotonic() + 30
        while client.get("/readyz").status_code != 200 and time.monotonic() < until:
            time.sleep(0.01)
        assert client.get("/readyz").text == "ok\n"


def test_a_page_asked_again_is_the_same_in_every_way() -> None:
    days = [TODAY]
    client = TestClient(application(RECORD, log=False, today=lambda: days[-1]))
    told: dict[str, dict[str, str]] = {
        "as it is": {"Accept-Encoding": "identity"},
        "packed": {"Accept-Encoding": "gzip"},
        "had": {"If-None-Match": client.get("/states/UKR").headers["etag"]},
    }
    first = {name: client.get("/states/UKR", headers=headers) for name, headers in told.items()}
    for _ in range(3):
        for name, headers in told.items():
            again = client.get("/states/UKR", headers=headers)
            assert (again.status_code, again.headers, again.content) == (
                first[name].status_code, first[name].headers, first[name].content,
            )  # fmt: skip
    assert [one.status_code for one in first.values()] == [200, 200, 304]
    assert client.head("/states/UKR").content == b""
    assert client.post("/states/UKR").status_code == 405
    days.append(date(2027, 7, 1))
    assert "2027" in client.get("/states/UKR").text, "the next day the page is made anew"
