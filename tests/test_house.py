"""The house: who may import whom, which libraries stand where, how long a module may grow, and no case in the law."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from conftest import embedded

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "ratione"
MODULES = sorted(path for path in SRC.rglob("*.py"))
IDS = [str(path.relative_to(SRC)) for path in MODULES]

SPINE = ("base", "record", "timelines", "limbs", "rules", "words", "finding")
"""Each may import itself and whatever stands to its left."""

MAY_IMPORT = {
    **{layer: set(SPINE[: place + 1]) for place, layer in enumerate(SPINE)},
    "base": {"base"},
    "columns": {*SPINE[: SPINE.index("rules") + 1], "columns"},
    "checker": {*SPINE, "checker"},
    "surfaces": {"surfaces", "door", "columns door", "checker door"},
    "door": {*SPINE},
}
"""Which parts a part may import; a surface uses the three doors only."""

BASE = {"answer.py", "dates.py", "errors.py"}
ALSO_FINDING = {"columns/explain.py"}
"""The one module of the columns that may ask the finding: it words what a row's key stands for."""

LIBRARIES = {
    "base": set(),
    **{layer: {"msgspec"} for layer in SPINE[1:]},
    "columns": {"msgspec", "numpy", "polars", "pyarrow", "duckdb", "pyspark", "pandas", "shapely", "xlsxwriter"},
    "checker": {"msgspec"},
    "surfaces": {"msgspec", "litestar", "starlette", "jinja2", "mcp", "uvicorn", "docx", "reportlab", "markupsafe",
                 "anyio", "click", "polars", "pyarrow", "duckdb"},
    "door": set(),
}  # fmt: skip
READERS = {"pypdf", "yaml", "selectolax", "docx", "rapidfuzz", "frontmatter"}
"""Libraries that read documents: in the ``document`` modules of the checker only."""

LATE = {"__init__.py", "columns/__init__.py", "checker/document.py", "surfaces/cli.py"}
"""The places that may import late, for a fast start: the front doors, the command table, what reads PDF and DOCX."""

MOST_LINES, MOST_BODY = 600, 60
LONGER: dict[str, int] = {}
"""Functions that are longer and to be shortened; a bound keeps them from growing."""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def part_of(name: str) -> str:
    """The part of the house in which a module stands."""
    first = name.split("/")[0]
    if name == "__init__.py":
        return "door"
    if first in BASE:
        return "base"
    return first.removesuffix(".py")


def imports_of(path: Path):
    """Every import of a module: the module that it names, from the root of the package or of the library, and its line."""
    here = list(path.relative_to(SRC).parent.parts)
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or "", node
        elif isinstance(node, ast.ImportFrom):
            up = here[: len(here) - node.level + 1]
            target = ".".join(["ratione", *up, *filter(None, [node.module])])
            if node.module:
                yield target, node
            else:
                yield from ((f"{target}.{alias.name}", node) for alias in node.names)


def ours(target: str) -> str | None:
    """The part of the house that an import reaches, None where it is not ours."""
    words = target.split(".")
    if words[0] != "ratione":
        return None
    if words[1:] == []:
        return "door"
    if words[1:] in (["columns"], ["checker"]):
        return f"{words[1]} door"
    return part_of("/".join(words[1:]) + ("" if (SRC / Path(*words[1:])).is_dir() else ".py"))


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_imports_go_one_way(path):
    name = name_of(path)
    allowed = MAY_IMPORT[part_of(name)] | ({"finding"} if name in ALSO_FINDING else set())
    if part_of(name) in ("columns", "checker"):
        allowed = allowed | {f"{part_of(name)} door"}
    reached = [(ours(target), f"line {node.lineno}: {target}") for target, node in imports_of(path)]
    wrong = [said for part, said in reached if part and part not in allowed]
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_libraries_stand_where_they_belong(path):
    name = name_of(path)
    allowed = set(LIBRARIES[part_of(name)])
    if name.startswith(("checker/document", "checker/page")):
        allowed |= READERS
    used = {target.split(".")[0] for target, _ in imports_of(path)} - {"ratione"}
    assert used - set(sys.stdlib_module_names) - {"__future__"} <= allowed


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_nothing_is_imported_late(path):
    if name_of(path) in LATE:
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            late = [one.lineno for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom)]
            assert not late, f"{node.name} imports on line {late[0]}"
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in ("import_module", "__import__"), f"line {node.lineno} imports by name"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_no_module_imports_from_the_init_of_its_own_package(path):
    for target, node in imports_of(path):
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module is None:
            name = target.rpartition(".")[2]
            assert (path.parent / f"{name}.py").exists() or (path.parent / name).is_dir(), f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_sizes(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = (node.end_lineno or 0) - node.body[0].lineno + 1
            most = LONGER.get(f"{name_of(path)}: {node.name}", MOST_BODY)
            assert body <= most, f"{node.name}: {body} lines"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_every_module_says_what_it_is_for(path):
    if path.read_text("utf-8").strip():
        assert ast.get_docstring(tree_of(path))


PLACES_OF_LAW = [path for path in MODULES if part_of(name_of(path)) in ("limbs", "rules", "timelines")]
CASE = re.compile(r"\bICC-\d|\bS/RES/|\bUNSC-|\bC\.N\.\d|\bA/RES/|\bRC/Res|\bICC-ASP")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CALENDAR = re.compile(
    rf"\b(18|19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}} ({MONTHS})( \d{{4}})?\b|\b({MONTHS}) (18|19|20)\d\d\b"
)


LAW_OF_ONE_STATE = {"limbs/united_states.py", "limbs/us_facts.py", "rules/united_states.py", "timelines/measures.py"}
UNITED_STATES = {"USA", "United States", "the United States", "United States of America"}
"""The law of the United States may name the state whose law it is."""


@cache
def names_of_states() -> set[str]:
    """Codes and names of every state, territory, place, situation, resolution, dispute, ruling and operation."""
    record = embedded()
    found: set[str] = set()
    for rows in (record.states, record.territories, record.places):
        for code, row in rows.items():
            found |= {code, row.name, row.said if hasattr(row, "said") else "", *row.also}
    for rows in (record.situations, record.council, record.rulings, record.operations):
        found |= set(rows)
    return {name for name in found if len(name) > 2}


def text_of_law(path: Path):
    """Every string of a module with its line; docstrings, which may give examples, are left out."""
    tree = tree_of(path)
    documented = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.lineno, re.sub(r"such as \S+", "", node.value)


@pytest.mark.parametrize("path", PLACES_OF_LAW, ids=[name_of(path) for path in PLACES_OF_LAW])
def test_no_law_names_a_state_a_case_a_resolution_or_a_date(path):
    """All of those stand in ``data/``; a limb, rule or timeline that names one decides a case instead of a question."""
    names = sorted(names_of_states(), key=len, reverse=True)
    words = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")
    own = UNITED_STATES if name_of(path) in LAW_OF_ONE_STATE else set()
    for line, text in text_of_law(path):
        assert not CASE.search(text), f"line {line}: {text!r} names a case or a resolution"
        assert not CALENDAR.search(text), f"line {line}: {text!r} names a day"
        named = set(words.findall(text)) - own
        assert not named, f"line {line}: {text!r} names {named}"


@pytest.mark.parametrize("path", PLACES_OF_LAW, ids=[name_of(path) for path in PLACES_OF_LAW])
def test_no_law_builds_a_day_of_its_own(path):
    """No ``date(2002, 7, 1)`` and no clock: days come from acts."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in ("today", "now", "utcnow"), f"line {node.lineno} asks the clock"
            numbers = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, int)]
            assert not (called in ("date", "Day") and len(numbers) == 3), f"line {node.lineno} names a day"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_only_surfaces_ask_the_clock(path):
    if part_of(name_of(path)) == "surfaces":
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in ("today", "now", "utcnow"), f"line {node.lineno} asks the clock"


def test_tests_never_read_beside_the_repository():
    """What the tests need stands in the repository."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if path.name != Path(__file__).name:
            assert "/shared" not in path.read_text("utf-8"), path
