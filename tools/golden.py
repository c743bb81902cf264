"""Writes the worked questions of tests/golden for the site: the pages of limbs show those that turn on them.

    .venv/bin/python tools/golden.py          # writes src/ratione/surfaces/site/golden.json

Each question keeps its title, facts, day, answer and authority, and for each limb that it was written for: which answer of
the limb decides it, whether that alone does, and the keys of the acts and rulings behind that answer.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "ratione" / "surfaces" / "site" / "golden.json"


def worked() -> Any:
    """The module that reads and asks the golden questions."""
    sys.path.insert(0, str(ROOT / "tests"))
    spec = importlib.util.spec_from_file_location("golden_jurisdiction", ROOT / "tests/golden/test_jurisdiction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gathered() -> list[dict[str, Any]]:
    """Every question that names a limb."""
    module, found = worked(), []
    for number, row in enumerate(module.QUESTIONS):
        names = list(dict.fromkeys([*row.get("turns_on", []), *row.get("limbs", [])]))
        if not names:
            continue
        finding = module.found(number)
        kept = {name: row[name] for name in ("title", "facts", "suppose", "answer", "authority") if name in row}
        limbs = {name: of_limb(module, finding, name, name in row.get("turns_on", [])) for name in names}
        found.append(kept | {"asked_on": row["asked_on"].isoformat(), "kind": finding.kind or "", "limbs": limbs})
    return found


def of_limb(module: Any, finding: Any, name: str, alone: bool) -> dict[str, Any]:
    """What a limb answers in a question, whether it alone decides, and what stands behind that."""
    leaves = [leaf for leaf in finding.leaves if leaf.limb.name == name]
    answers = module.turning(finding, module.LIMBS[name]) if alone else {leaf.answer for leaf in leaves}
    because = dict.fromkeys(key for leaf in leaves for key in leaf.step.because)
    return {"answers": sorted(str(one) for one in answers), "alone": alone, "because": list(because)}


def text() -> str:
    """The file as it must be."""
    return json.dumps(gathered(), ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
