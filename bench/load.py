"""Load: a country page beside a plain-text route of the same server, under 16 connections on loopback.

    .venv/bin/python bench/load.py             a minute
    .venv/bin/python bench/load.py --minutes 10

Wants wrk. Rounds alternate between the two routes, so that what else the machine does falls on both; the ratio is that of
the medians of the rounds. The cold render is that of pages never asked before. Memory is that of the server before and after.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
CONNECTIONS = 16
PLAIN, PAGE = "/healthz", "/states/UKR"
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def main() -> int:
    """Measures and prints; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--round", type=float, default=5.0, help="seconds of one round")
    parser.add_argument("--json", action="store_true")
    told = parser.parse_args()
    if not shutil.which("wrk"):
        sys.stderr.write("bench/load.py wants wrk (apt-get install wrk)\n")
        return 2
    began = time.perf_counter()
    with server() as (process, port):
        started = first_page(port, began)
        found = {"load average": os.getloadavg()[0], "first page, s": started} | measured(process.pid, port, told)
    sys.stdout.write(json.dumps(found, indent=1) + "\n" if told.json else as_text(found))
    return 1 if found["errors"] else 0


class server:
    """The server in a process of its own, without a log; stopped when it was measured."""

    def __enter__(self) -> tuple[subprocess.Popen[str], int]:
        command = [sys.executable, "-m", "ratione.surfaces.cli", "serve", "--no-log"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self.process.stdout.readline()
        return self.process, int(self.process.stdout.readline().strip().strip("/").rpartition(":")[2])

    def __exit__(self, *fault: object) -> None:
        self.process.terminate()
        self.process.wait(30)


def first_page(port: int, began: float) -> float:
    """Seconds from the start of the process to the first page."""
    asked(port, "/")
    return round(time.perf_counter() - began, 2)


def asked(port: int, path: str, packed: bool = False) -> tuple[float, int]:
    """Milliseconds that one answer takes, and its bytes."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    link.request("GET", path, headers={"Accept-Encoding": "gzip"} if packed else {})
    answer = link.getresponse()
    body = answer.read()
    took = (time.perf_counter() - began) * 1000
    link.close()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return took, len(body)


def measured(pid: int, port: int, told: argparse.Namespace) -> dict[str, object]:
    """Everything that is measured of a server."""
    codes = [path.stem.upper() for path in sorted((ROOT / "data" / "states").glob("*.toml"))]
    asked(port, "/states/AFG")
    cold = sorted(asked(port, f"/states/{code}")[0] for code in codes[1:101])
    api_cold = sorted(asked(port, f"/api/v1/states/{code}")[0] for code in codes[1:101])
    bytes_plain, bytes_packed = asked(port, PAGE)[1], asked(port, PAGE, packed=True)[1]
    for path in (PLAIN, PAGE):
        wrk(port, path, 2)
    before, rounds = resident(pid), {PLAIN: [], PAGE: [], "packed": []}
    until, errors = time.monotonic() + told.minutes * 60, 0
    memory = [before]
    while time.monotonic() < until:
        for name, path, packed in ((PLAIN, PLAIN, False), (PAGE, PAGE, False), ("packed", PAGE, True)):
            one = wrk(port, path, told.round, packed)
            rounds[name].append(one)
            errors += one["errors"]
        memory.append(resident(pid))
    mid = {name: {key: round(median(one[key] for one in rows), 2) for key in rows[0]} for name, rows in rounds.items()}
    return {
        "rounds": len(rounds[PAGE]),
        "p99 plain, ms": mid[PLAIN]["p99"],
        "p99 page, ms": mid[PAGE]["p99"],
        "p99 page packed, ms": mid["packed"]["p99"],
        "p99 page / plain": round(mid[PAGE]["p99"] / mid[PLAIN]["p99"], 2),
        "p99 page packed / plain": round(mid["packed"]["p99"] / mid[PLAIN]["p99"], 2),
        "p50 page / plain": round(mid[PAGE]["p50"] / mid[PLAIN]["p50"], 2),
        "requests a second, plain": mid[PLAIN]["rate"],
        "requests a second, page": mid[PAGE]["rate"],
        "requests in all": round(sum(one["requests"] for rows in rounds.values() for one in rows)),
        "bytes of the page": bytes_plain,
        "bytes packed": bytes_packed,
        "cold page p50, ms": round(median(cold), 1),
        "cold page p95, ms": round(cold[94], 1),
        "cold api p95, ms": round(api_cold[94], 1),
        "errors": errors,
        "memory before, MB": round(before / 1e6, 1),
        "memory after, MB": round(memory[-1] / 1e6, 1),
        "memory, MB, at tenths": [round(memory[len(memory) * tenth // 10] / 1e6, 1) for tenth in range(10)],
    }


def wrk(port: int, path: str, seconds: float, packed: bool = False) -> dict[str, float]:
    """One round: milliseconds at the 50th and 99th percent, requests a second, and errors."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--latency"]
    command += ["-H", "Accept-Encoding: gzip"] if packed else []
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, float] = {}
    for name, percent in (("p50", "50"), ("p99", "99")):
        number, unit = re.search(rf"{percent}%\s+([\d.]+)(\w+)", said).groups()
        found[name] = float(number) * UNITS[unit]
    found["rate"] = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    found["requests"] = float(re.search(r"(\d+) requests in", said)[1])
    wrong = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    found["errors"] = sum(map(int, wrong.groups())) if wrong else 0
    found["errors"] += int(refused[1]) if refused else 0
    return found


def resident(pid: int) -> int:
    """Bytes that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()


def as_text(found: dict[str, object]) -> str:
    """The figures, one a line."""
    return "".join(f"{name:28} {value}\n" for name, value in found.items())


if __name__ == "__main__":
    sys.exit(main())
