"""Mutation testing of limbs, rules and timelines: are the tests there to notice when the law is changed?

Run from the root of the repository, naming a folder that is not there yet::

    python bench/mutation.py ../mutation            # every mutant: some hours
    python bench/mutation.py ../mutation '*3'       # those whose number ends in 3: a tenth of them

It makes a copy of the code and the tests, in which families of lines are entered by a call instead of a decorator
(``@family`` would keep mutmut from changing them), and runs mutmut there; ``[tool.mutmut]`` in ``pyproject.toml`` says on
what. It ends with the names of the mutants that lived and the count.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PARTS = ("src", "tests", "data", "pyproject.toml")


def copied(root: Path, there: Path) -> None:
    """The parts that a run needs, copied."""
    there.mkdir(parents=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, there / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / part, there / part)


def without_decorators(path: Path) -> None:
    """The same module with each ``@family`` as a call after its function."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    for node in reversed(ast.parse(text).body):
        marks = getattr(node, "decorator_list", [])
        if isinstance(node, ast.FunctionDef) and [getattr(mark, "id", "") for mark in marks] == ["family"]:
            lines.insert(node.end_lineno or 0, f"family({node.name})")
            del lines[marks[0].lineno - 1]
    path.write_text("\n".join(lines), "utf-8")


def main() -> int:
    """Makes the copy, runs mutmut in it, prints what lived."""
    root, there = Path.cwd(), Path(sys.argv[1])
    copied(root, there)
    for folder in ("timelines", "limbs"):
        for path in (there / "src" / "ratione" / folder).glob("*.py"):
            without_decorators(path)
    mutmut = os.path.join(os.path.dirname(sys.executable), "mutmut")
    subprocess.run([mutmut, "run", "--max-children", "2", *sys.argv[2:]], cwd=there, check=False)
    said = subprocess.run([mutmut, "results", "--all", "true"], cwd=there, capture_output=True, text=True, check=True)
    found = re.findall(r"^\s*(\S+__mutmut_\d+): (.+)$", said.stdout, re.MULTILINE)
    outcomes = [(name, outcome) for name, outcome in found if outcome != "not checked"]
    killed = sum(outcome in ("killed", "timeout", "segfault") for _, outcome in outcomes)
    for name, outcome in outcomes:
        if outcome not in ("killed", "timeout", "segfault"):
            print(f"{outcome}: {name}")
    print(f"{killed} of {len(outcomes)} killed ({100 * killed / max(1, len(outcomes)):.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
