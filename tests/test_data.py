"""The record itself: sound, pleasant to edit, and explained."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import fields

from ratione.record.folder import SHELVES
from ratione.record.reading import read
from ratione.record.soundness import check
from ratione.record.state import State
from ratione.record.text import Reading
from ratione.record.walking import rows

DATA = Path(__file__).parents[1] / "data"
FILES = sorted([*DATA.glob("*.toml"), *(path for shelf in SHELVES for path in (DATA / shelf).glob("*.toml"))])


@pytest.fixture(scope="module")
def record():
    return read(DATA)


def test_the_record_is_sound():
    assert check(DATA) == []


def test_every_act_has_a_key_of_its_own(record):
    assert len(record.acts) == sum(len(state.acts) for state in record.states.values())


def test_signatures_and_consents_are_those_that_the_depositary_counts(record):
    """139 signed; 109 ratified, 17 acceded (Malaysia, which took its instrument back, too), 1 accepted, 1 succeeded."""
    found = Counter(act.kind for _, act in record.acts.values() if act.instrument == "rome-statute")
    wanted = {"signature": 139, "ratification": 109, "accession": 17, "acceptance": 1, "succession": 1}
    assert {kind: found[kind] for kind in wanted} == wanted


def test_a_day_of_effect_stands_only_where_no_rule_gives_it(record):
    found = {key: act.overrides for key, (_, act) in record.acts.items() if getattr(act, "effective", None)}
    assert found == {
        "dnk-rome-statute-territorial-extension-2004-10-01": "126(2)",
        "dnk-rome-statute-territorial-extension-2006-10-01": "126(2)",
        "fra-rome-statute-declaration-124-withdrawal-2008-08-13": "124",
        "gbr-apic-territorial-extension-2010-03-11": "35(2)",
        "gbr-apic-territorial-extension-2015-04-20": "35(2)",
        "gbr-rome-statute-territorial-extension-2010-03-11": "126(2)",
        "mne-apic-succession-2006-10-23": "35(2)",
        "mne-rome-statute-succession-2006-10-23": "126(2)",
        "nld-rome-statute-territorial-extension-2010-10-10": "126(2)",
    }


def test_the_notices_of_2026_are_notices_and_announcements_are_not(record):
    notices = {state for state, act in record.acts.values() if act.kind == "withdrawal-notice" and act.day.year == 2026}
    assert notices == {"NER", "BFA", "MLI", "VEN", "TCD", "NRU"}
    assert ("HUN", "withdrawal-rescission") in {(state, act.kind) for state, act in record.acts.values()}


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(DATA)) for path in FILES])
def test_a_file_is_tidy(path):
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert not re.search(r"^(?!#).+\n\[", text, re.MULTILINE), "an empty line stands before each table"
    up = "../" * (len(path.relative_to(DATA).parts) - 1)
    assert not up or text.startswith(f"#:schema {up}schema/{path.parent.name}.json\n")


def test_the_template_is_a_state_that_reads():
    reading = Reading("TEMPLATE.toml")
    reading.table(tomllib.loads((DATA / "TEMPLATE.toml").read_text(encoding="utf-8")), State, {"code": "ABC"})
    assert reading.faults == []


def names() -> Iterator[str]:
    """Every field of every table of the record."""
    for shelf in SHELVES.values():
        for table in msgspec.json.schema(shelf.kind)["$defs"].values():
            yield from table.get("properties", {})


@pytest.mark.parametrize("name", sorted(set(names())))
def test_every_field_is_explained(name):
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`\[*{re.escape(name)}\]*`", guide), f"data/README.md says nothing of `{name}`"


def test_every_kind_of_act_is_explained(record):
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    kinds = {act.kind for _, act in record.acts.values()}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in guide] == []


def test_the_licence_of_the_record_is_named():
    assert "Creative Commons Attribution 4.0 International" in (DATA / "LICENSE").read_text(encoding="utf-8")


def test_no_row_is_left_without_a_word_on_where_it_comes_from(record):
    """Rows that stand in another share its sources; all others name theirs."""
    bare = [one.where for one in rows(record) if one.inside is None and not one.row.sources and not one.row.weak]
    assert [where for where in bare if not where.startswith(("disputes/", "crimes/"))] == []


def test_the_walk_sees_every_field_that_is_a_row(record):
    """A field that holds rows in a form that the walk does not know would hide them from soundness."""
    seen = {type(one.row) for one in rows(record)}
    for kind in seen:
        for field in fields(kind):
            assert "dict[str, ratione" not in str(field.type)
