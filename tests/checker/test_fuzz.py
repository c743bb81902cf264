"""A short run of the fuzzing of documents, and every input that ever failed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from ratione.checker import Checker

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "tests" / "documents" / "fuzz").glob("*.*"))


@pytest.fixture(scope="session")
def fuzz() -> ModuleType:
    """The script of the long campaigns."""
    spec = importlib.util.spec_from_file_location("fuzz_checker", ROOT / "bench" / "fuzz_checker.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_changed_page_and_no_soup_of_words_breaks_the_reading(engine: Checker, fuzz: ModuleType) -> None:
    tried = [
        (kind, number, fuzz.tried(engine, kind, number, given)) for kind, number, given in fuzz.inputs(2026, 3_000, 60)
    ]
    said = [f"{kind} {number}: {told}" for kind, number, told in tried if told not in ("", "refused")]
    assert not said, said[0]
    assert sum(told == "" for kind, _, told in tried if kind in fuzz.FORMS) > 100


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_inputs_that_failed_once_are_read(engine: Checker, fuzz: ModuleType, path: Path) -> None:
    kind = path.suffix[1:]
    raw = path.read_bytes()
    given = raw if kind in fuzz.FORMS else raw.decode("utf-8", "surrogatepass")
    assert fuzz.tried(engine, kind if kind in fuzz.FORMS else "text", 0, given) in ("", "refused")
