"""The worked questions on the pages of limbs are those of tests/golden, word for word."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

from ratione import rule_limbs
from ratione.surfaces.site.golden import questions_of

GOLDEN = Path(__file__).parents[1] / "golden" / "jurisdiction"
KEPT = ("title", "facts", "answer", "authority")


def test_the_file_holds_every_question_that_names_a_limb() -> None:
    rows = [
        row
        for path in sorted(GOLDEN.glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8")).get("question", [])
        if row.get("turns_on") or row.get("limbs")
    ]
    told = [{name: row[name] for name in KEPT} | {"asked_on": row["asked_on"].isoformat()} for row in rows]
    kept = json.loads((files("ratione.surfaces.site") / "golden.json").read_text("utf-8"))
    assert [{name: row[name] for name in (*KEPT, "asked_on")} for row in kept] == told, "run tools/golden.py"
    named = [set(row.get("turns_on", [])) | set(row.get("limbs", [])) for row in rows]
    assert [set(row["limbs"]) for row in kept] == named


def test_every_limb_has_a_question_that_it_alone_decides() -> None:
    assert [limb.name for limb in rule_limbs() if not any(row["alone"] for row in questions_of(limb.name))] == []
