"""Bounds: a dropped or doubled row is noticed, and a bound says what it rests on."""

from __future__ import annotations

import pytest

from ratione.record.bounds import COUNTS, Bound, broken_bounds, read_bounds
from ratione.record.reading import read

SMALL = {"states": 2, "territories": 1, "instruments": 2, "sources": 1, "acts": 2, "signatures": 1, "consents": 1}


@pytest.mark.parametrize("name", COUNTS)
def test_each_thing_is_counted(data, name):
    assert COUNTS[name](read(data.folder)) == SMALL.get(name, 0)


def test_overrides_and_recalled_acts_are_counted(data):
    clause = (
        '[[act]]\nkind = "territorial-extension"\ninstrument = "statute"\nterritories = ["CCC"]\nweak = "recalled"\n'
    )
    data.add("states/aaa.toml", clause + 'effective = 2010-10-10\noverrides = "126(2)"')
    record = read(data.folder)
    assert (COUNTS["overrides"](record), COUNTS["recalled-acts"](record)) == (1, 1)


WHY = "say why before you move the bound"
CASES = {
    "too-few": (3, 4, [f"bounds.toml, states: found 2, expected 3 to 4 (all of them); {WHY}"]),
    "too-many": (0, 1, [f"bounds.toml, states: found 2, expected 0 to 1 (all of them); {WHY}"]),
    "fewest": (2, 4, []),
    "most": (0, 2, []),
}


@pytest.mark.parametrize(("fewest", "most", "expected"), CASES.values(), ids=CASES)
def test_a_broken_bound_says_what_was_found_and_why_it_stood(data, fewest, most, expected):
    bounds = {"states": Bound(fewest=fewest, most=most, why="all of them")}
    assert list(broken_bounds(read(data.folder), bounds)) == expected


def test_every_thing_must_have_bounds(data):
    data.write("bounds.toml", "[states]\nfewest = 1\nmost = 2\nwhy = 'x'\n[stats]\nfewest = 1")
    found: list[str] = []
    assert read_bounds(data.folder, found) == {"states": Bound(fewest=1, most=2, why="x")}
    assert found == [
        'bounds.toml: unknown thing "stats"; did you mean "states"?',
        *(f"bounds.toml: missing [{name}]; expected fewest, most and why" for name in COUNTS if name != "states"),
    ]


def test_a_record_without_bounds_is_a_fault(data):
    found: list[str] = []
    assert read_bounds(data.folder, found) == {}
    assert found == ["bounds.toml: cannot be read (No such file or directory)"]
