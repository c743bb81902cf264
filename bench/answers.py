"""Speed of answers, of the cold command line, and of reading the record: ratios against named yardsticks, side by side.

Run from the project's root: .venv/bin/python bench/answers.py
Each pair is measured in turn, round by round, in one run; a ratio is the median of the rounds.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import ratione
from ratione.finding.question import Question
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.walk import Reasons, walk

ROUNDS = 9
DAY = ratione.Day(2026, 11, 21)
FACTS = ratione.Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS")
BINARY = Path(sys.executable).parent


def seconds(work, repeat=1):
    """How long one of ``repeat`` calls takes."""
    start = time.perf_counter()
    for _ in range(repeat):
        work()
    return (time.perf_counter() - start) / repeat


def process(*words):
    """A whole process, its output thrown away."""
    return lambda: subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def ratio(ours, yardstick, repeat=1):
    """Medians of both, and of the ratio round by round."""
    pairs = [(seconds(ours, repeat), seconds(yardstick, repeat)) for _ in range(ROUNDS)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def read_and_derive():
    """The whole record from its bytes, with every interval of participation."""
    record = ratione.Record.embedded()
    return list(ratione.spans(ratione.Law(record, DAY)))


def main():
    """Prints the table."""
    law = ratione.Law(ratione.Record.embedded(), DAY)
    found = ratione.jurisdiction(FACTS, law=law)
    conduct = found.question.whole
    rows = []

    def fresh():
        return Question(JURISDICTION, law, found.asked, found.question.charge).decide(conduct, found.day)

    fresh()
    rows.append(
        ("answer with deciding limbs, articles, acts, warm, two links", seconds(fresh, 2000) * 1e6, "µs", "150 µs")
    )
    rows.append(
        (
            "facts read from words, answered and decided, warm",
            seconds(lambda: ratione.jurisdiction(FACTS, law=law).leaves, 1000) * 1e6,
            "µs",
            "",
        )
    )
    rows.append(
        (
            "whole tree of reasons, every limb",
            seconds(lambda: walk(JURISDICTION, Reasons(law, conduct, found.day), conduct.links), 1000) * 1e6,
            "µs",
            "600 µs",
        )
    )
    for name, value, unit, bound in rows:
        print(f"{name:62}{value:10.1f} {unit}   must {bound}")
    raw = Path(ratione.Record.embedded_path()).read_bytes()
    a, b, r = ratio(read_and_derive, lambda: json.loads(raw), 3)
    print(
        f"{'read and derive the whole record / json.loads':62}{a * 1e3:10.1f} ms / {b * 1e3:.1f} ms = {r:.2f}   must 3, aim 1"
    )
    ask = [str(BINARY / "ratione"), "ask", "jurisdiction", "--crime", "war-crimes", "--on", "2022-03-04"]
    ask += ["--territory", "UKR", "--nationality", "RUS"]
    process(*ask)()
    a, b, r = ratio(process(*ask), process(sys.executable, "-c", "pass"))
    print(
        f"{'cold command line, full answer / python -c pass':62}{a * 1e3:10.1f} ms / {b * 1e3:.1f} ms = {r:.2f}   must 8, aim 5"
    )


if __name__ == "__main__":
    main()
