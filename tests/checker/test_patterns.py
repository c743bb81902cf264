"""Every pattern reads what its examples say it reads, and leaves alone what they say it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from ratione import InputError, Record
from ratione.checker import Patterns
from ratione.checker.context import Context
from ratione.checker.prose import Reader

PATTERNS = Patterns.read(Path(__file__).parents[2] / "data" / "patterns")


@pytest.fixture(scope="module")
def reader(record: Record) -> Reader:
    return Reader(record, PATTERNS)


ROWS = (*PATTERNS.patterns, *PATTERNS.frames)
MUST = [(pattern.name, example) for pattern in ROWS for example in pattern.must_match]
MUST_NOT = [(pattern.name, text) for pattern in ROWS for text in pattern.must_not_match]


@pytest.mark.parametrize(("name", "example"), MUST, ids=[f"{name}: {one.text[:40]}" for name, one in MUST])
def test_a_pattern_reads_its_examples(reader: Reader, name: str, example: object) -> None:
    pattern = next(one for one in ROWS if one.name == name)
    found = reader.read(example.text, Context(page=example.page))  # type: ignore[attr-defined]
    wanted = (example.subject, example.predicate or pattern.claims)  # type: ignore[attr-defined]
    claims = [one for one, *_ in found.claims if (one.subject, one.predicate) == wanted]
    assert claims, found.left
    assert example.date in ("", claims[0].date)  # type: ignore[attr-defined]
    assert example.object in ("", claims[0].object)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "text"), MUST_NOT, ids=[f"{name}: {text[:40]}" for name, text in MUST_NOT])
def test_a_pattern_leaves_its_counterexamples(reader: Reader, name: str, text: str) -> None:
    assert [one for one, *_ in reader.read(text, Context()).claims if one.pattern == name] == []


def test_every_pattern_but_those_that_need_a_text_before_them_has_examples() -> None:
    assert [one.name for one in ROWS if not one.must_match] == [
        "another state did the same",
        "it referred, said of the Council",
    ]


def test_a_pattern_with_a_wrong_field_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "acts.toml").write_text(
        '[[pattern]]\nname = "x"\nsays = "x"\nclaims = "signed"\nwords = "x"\nwrods = "y"\n'
    )
    with pytest.raises(InputError, match=r"acts.toml, pattern 1 \(x\): .*wrods"):
        Patterns.read(tmp_path)


def test_compiled_patterns_are_the_same_bytes_every_time() -> None:
    again = Patterns.read(Path(__file__).parents[2] / "data" / "patterns")
    assert again.encode() == PATTERNS.encode()
