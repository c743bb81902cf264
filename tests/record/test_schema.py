"""The schema files that editors use are made from the types, and are up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ratione.record.schema import main, schemas

SCHEMA = Path(__file__).parents[2] / "data" / "schema"


def test_there_is_one_schema_a_folder():
    assert sorted(path.name for path in SCHEMA.iterdir()) == sorted(schemas())


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_up_to_date(name):
    assert (SCHEMA / name).read_bytes() == schemas()[name], "run: python -m ratione.record.schema data/schema"


def test_what_the_name_of_a_file_says_is_not_in_its_schema():
    states, sources = (json.loads(schemas()[f"{shelf}.json"]) for shelf in ("states", "sources"))
    assert "code" not in states["$defs"]["State"]["properties"]
    assert "code" in states["$defs"]["Region"]["properties"]
    assert "family" not in sources["$defs"]["Source"]["required"]
    assert list(sources["properties"]) == ["source"]


def test_main_writes_every_schema(tmp_path):
    main(tmp_path / "schema")
    assert {path.name: path.read_bytes() for path in (tmp_path / "schema").iterdir()} == schemas()
