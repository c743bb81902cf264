"""Mutation testing of limbs, rules and timelines: are the tests there to notice when the law is changed?

Run from the root of the repository, naming a folder that is not there yet::

    python bench/mutation.py ../mutation            # every mutant: some hours
    python bench/mutation.py ../mutation 10         # every tenth
    python bench/mutation.py ../mutation 10 5       # every tenth, from the sixth on

It makes a copy of the code and the tests, in which families of lines are entered by a call instead of a decorator
(``@family`` would keep mutmut from changing them). mutmut writes the mutants there and counts which tests run which function;
``[tool.mutmut]`` in ``pyproject.toml`` says on what. :mod:`mutants` tries them. It ends with the names of the mutants that
lived and the count. A run that was stopped goes on where it was when the same command is given again.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
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


SELECTION = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]


def prepared(root: Path, there: Path) -> None:
    """A copy in which mutmut has written every mutant beside the original, and which tests run which function."""
    copied(root, there)
    for folder in ("timelines", "limbs"):
        for path in (there / "src" / "ratione" / folder).glob("*.py"):
            without_decorators(path)
    mutmut = os.path.join(os.path.dirname(sys.executable), "mutmut")
    subprocess.run([mutmut, "run", "no.such.mutant*"], cwd=there, check=False)


def main() -> int:
    """Makes the copy, tries mutants in it, prints what lived."""
    root, there = Path.cwd(), Path(sys.argv[1])
    every, first = (sys.argv[2:] + ["1", "0"][len(sys.argv) - 2 :])[:2]
    if not there.exists():
        prepared(root, there)
    paths = os.pathsep.join([str(root / "bench"), "src"])
    told = {"PYTHONPATH": paths, "MUTANT_UNDER_TEST": "stats", "MUTANTS_EVERY": every, "MUTANTS_FIRST": first}
    words = ["-q", "-p", "mutants", *SELECTION["pytest_add_cli_args"], *SELECTION["pytest_add_cli_args_test_selection"]]
    subprocess.run([sys.executable, "-m", "pytest", *words], cwd=there / "mutants", env=os.environ | told, check=False)
    lines = (there / "mutants" / "outcomes.jsonl").read_text("utf-8").splitlines()
    outcomes = {row["mutant"]: row["outcome"] for row in map(json.loads, lines)}
    lived = {name: outcome for name, outcome in outcomes.items() if outcome in ("survived", "no tests")}
    for name, outcome in lived.items():
        print(f"{outcome}: {name}")
    killed = len(outcomes) - len(lived)
    print(f"{killed} of {len(outcomes)} killed ({100 * killed / max(1, len(outcomes)):.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
