"""Measures found claims against marked ones: recall, precision, verdicts, errors flagged, false alarms, documents a second.

usage: python tests/documents/measure.py [FOLDER ...]

A claim is found where document, subject, predicate and day fit and the sentences share more than 60 % of the longer one's
words, or the shorter has eight words or more and stands in the longer. Marks of kind ``other`` count neither way.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from ratione import Record
from ratione.checker import Checker, Patterns

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
MEANT = {"true": "agrees", "false": "contradicts", "outdated": "outdated", "unverifiable": "not-in-record"}
FOLDED = {
    "imprecise": "contradicts",
    "disputed": "not-in-record",
    "open": "not-in-record",
    "out-of-scope": "not-in-record",
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def alike(one: str, other: str) -> bool:
    short, long = sorted((words(one), words(other)), key=len)
    if len(short) >= 8 and " ".join(short) in " ".join(long):
        return True
    return bool(short) and len(set(short) & set(long)) / max(len(set(short)), len(set(long))) > 0.6


def fits(found: dict[str, Any], mark: dict[str, str]) -> bool:
    day, claimed = found["date"], mark["date_claimed"].split("/")[0]
    same = found["predicate"] == mark["predicate"] or {found["predicate"], mark["predicate"]} == {"ratified", "acceded"}
    dated = not claimed or (bool(day) and (day.startswith(claimed) or claimed.startswith(day)))
    return (
        same
        and dated
        and found["doc_id"] == mark["doc_id"]
        and found["subject"] in mark["subject"].split(";")
        and alike(found["sentence"], mark["sentence"])
    )


def measured(folder: Path) -> dict[str, float]:
    """The figures of one folder of documents."""
    with (folder / "claims.csv").open(encoding="utf-8") as file:
        marks = list(csv.DictReader(file))
    names = {mark["doc_id"] for mark in marks}
    engine = Checker(Record.embedded(), Patterns.embedded())
    files = [path for path in sorted(folder.iterdir()) if path.stem in names or path.stem == "decoys"]
    raws = [(path.name, path.read_bytes()) for path in files]
    began = time.perf_counter()
    found = [row for name, raw in raws for row in engine.check(raw, name=name, today=TODAY).listed()]
    seconds = time.perf_counter() - began
    used: set[int] = set()
    hits = right = errors = flagged = true = alarms = 0
    counted = [mark for mark in marks if mark["predicate"] != "other"]
    for mark in counted:
        wrong = mark["verdict"] in ("false", "outdated")
        errors += wrong
        fitting = [number for number, row in enumerate(found) if number not in used and fits(row, mark)]
        if not fitting:
            continue
        used |= set(fitting) if ";" in mark["subject"] else {fitting[0]}
        hits += 1
        verdict = FOLDED.get(found[fitting[0]]["verdict"], found[fitting[0]]["verdict"])
        right += verdict == MEANT[mark["verdict"]]
        flagged += wrong and verdict in ("contradicts", "outdated")
        true += mark["verdict"] == "true"
        alarms += mark["verdict"] == "true" and verdict in ("contradicts", "outdated")
    neutral = {
        number
        for number, row in enumerate(found)
        for mark in marks
        if mark["predicate"] == "other" and row["doc_id"] == mark["doc_id"] and alike(row["sentence"], mark["sentence"])
    }
    rest = [number for number in range(len(found)) if number in used or number not in neutral]
    return {
        "claims": len(counted),
        "recall": round(hits / len(counted), 3),
        "precision": round(len(used) / len(rest), 3),
        "verdicts": round(right / hits, 3),
        "errors_flagged": round(flagged / errors, 3),
        "false_alarms": round(alarms / true, 3),
        "documents_a_second": round(len(raws) / seconds, 1),
    }


if __name__ == "__main__":
    for one in sys.argv[1:] or [str(HERE), str(HERE / "second")]:
        print(one, measured(Path(one)))
