"""Strict reading: every fault of every file in one run, with where, what was found, what was expected, and a hint."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from ratione.errors import RecordError
from ratione.record.reading import build, read

DAY = "a day, written like 2004-09-21 without quotes, between 1900-01-01 and 2199-12-31"
TEXT = "text in quotes, not empty, without blanks at its ends"
RATIFICATION = (
    "checked, deposited, effective, instrument, key, kind, note, overrides, recorded, sources, superseded, weak"
)


def faults(folder: Path) -> list[str]:
    with pytest.raises(RecordError) as caught:
        read(folder)
    return caught.value.faults


ACTS = {
    "unknown-field": (
        'kind = "ratification"\ninstrument = "statute"\ndepositd = 2001-03-02\ndeposited = 2001-03-02',
        [f'unknown field "depositd"; expected one of {RATIFICATION}; did you mean "deposited"?'],
    ),
    "missing-field": (
        'kind = "ratification"\ninstrument = "statute"',
        [f'missing field "deposited"; expected {DAY}'],
    ),
    "day-in-quotes": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = "2001-03-02"',
        [f'field "deposited": found "2001-03-02", expected {DAY}'],
    ),
    "moment-of-the-day": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-02T10:00:00',
        [f'field "deposited": found 2001-03-02 10:00:00, expected {DAY}'],
    ),
    "day-out-of-range": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2299-03-02',
        [f'field "deposited": found 2299-03-02, expected {DAY}'],
    ),
    "weak-mark": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-02\nweak = "recaled"',
        [
            'field "weak": found "recaled"; expected one of cited, inferred, low, one-source, recalled; '
            'did you mean "recalled"?'
        ],
    ),
    "blank-text": (
        'kind = "ratification"\ninstrument = " "\ndeposited = 2001-03-02',
        [f'field "instrument": found " ", expected {TEXT}'],
    ),
    "truth-in-quotes": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-02\nchecked = "yes"',
        ['field "checked": found "yes", expected true or false, without quotes'],
    ),
    "one-source-without-brackets": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-02\nsources = "table"',
        ['field "sources": found "table", expected a list in square brackets'],
    ),
    "number-for-years": (
        'kind = "declaration-124"\ninstrument = "statute"\ndeposited = 2001-03-02\nshields = []\nyears = true',
        ['field "years": found true, expected a whole number, without quotes'],
    ),
    "two-faults-in-one-act": (
        'kind = "signature"\ninstrument = 7',
        [f'field "instrument": found 7, expected {TEXT}', f'missing field "done"; expected {DAY}'],
    ),
    "status-word": (
        'kind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-02\nstatus = "party"',
        [f'unknown field "status"; expected one of {RATIFICATION}'],
    ),
}


@pytest.mark.parametrize(("act", "expected"), ACTS.values(), ids=ACTS)
def test_a_fault_of_an_act_says_what_was_found_and_expected(data, act, expected):
    data.add("states/bbb.toml", f"[[act]]\n{act}")
    assert faults(data.folder) == [f"states/bbb.toml, act 1: {fault}" for fault in expected]


def test_a_misspelt_kind_names_the_nearest_kind(data):
    data.mend("states/aaa.toml", 'kind = "ratification"', 'kind = "ratificaton"')
    (fault,) = faults(data.folder)
    assert fault.startswith('states/aaa.toml, act 2: field "kind": found "ratificaton"; expected one of signature, ')
    assert fault.endswith('; did you mean "ratification"?')


def test_an_act_without_kind_is_told_the_kinds(data):
    data.mend("states/aaa.toml", 'kind = "signature"\n', "")
    (fault,) = faults(data.folder)
    assert fault.startswith('states/aaa.toml, act 1: missing field "kind"; expected one of signature, ')


FILES = {
    "impossible-day": (
        "states/bbb.toml",
        'name = "B"\nunited_nations = { kind = "member", since = 2001-02-30 }',
        'states/bbb.toml, united_nations: field "since": found 2001-02-30, which is no day of the calendar; correct it',
    ),
    "syntax": (
        "states/bbb.toml",
        'name = "B\n',
        "states/bbb.toml: is no TOML: Illegal character '\\n' (at line 1, column 10)",
    ),
    "code-written": (
        "states/bbb.toml",
        'code = "BBB"\nname = "B"\nsources = ["table"]',
        'states/bbb.toml: field "code" is never written: it is the name of the file; take the line out',
    ),
    "act-as-table": (
        "states/bbb.toml",
        'name = "B"\n[act]\nkind = "signature"',
        'states/bbb.toml: field "act": found a table, expected [[act]], a table for each',
    ),
    "act-as-text": (
        "states/bbb.toml",
        'name = "B"\nact = ["signature"]',
        'states/bbb.toml, act 1: found "signature", expected a table',
    ),
    "nested": (
        "states/bbb.toml",
        'name = "B"\nunited_nations = { kind = "membr" }',
        'states/bbb.toml, united_nations: field "kind": found "membr"; expected one of member, observer; '
        'did you mean "member"?',
    ),
    "pair": (
        "instruments/amendment.toml",
        'name = "A"\nshort = "A"\nkind = "amendment"\nadopted = 2010-06-10\nconsent_opened = 2010-06-10\n'
        'depositary = "D"\ncitation = "C"\n[force]\ncounting = "all-at-once"\narticle = "121(4)"\nfraction = [7]',
        'instruments/amendment.toml, force: field "fraction": found [7], expected a list of 2 values',
    ),
    "votes": (
        "council/unsc-1.toml",
        'document = "S/RES/1"\nkind = "call"\nsubject = "S"\nday = 2005-03-31\noutcome = "no-vote"\n'
        '[votes]\nyes = 1\nno = 0\nabstain = 0\nby_state = { AAA = "ja" }',
        'council/unsc-1.toml, votes: field "by_state.AAA": found "ja"; expected one of abstain, no, yes',
    ),
    "file-name": (
        "states/Bland Republic.toml",
        'name = "B"',
        "states/Bland Republic.toml: the name of the file is no code; expected a code of three small letters",
    ),
    "place-name": (
        "places/Gaza_Strip.toml",
        'name = "G"',
        "places/Gaza_Strip.toml: the name of the file is no code; expected small letters, digits and hyphens",
    ),
    "ending": (
        "states/ddd.tom",
        'name = "D"',
        "states/ddd.tom: no TOML file; its name must end in .toml",
    ),
    "stray-file": (
        "bound.toml",
        "x = 1",
        'bound.toml: unknown file; expected one of TEMPLATE, bounds, record; did you mean "bounds"?',
    ),
    "stray-folder": (
        "state/ddd.toml",
        'name = "D"',
        "state/: unknown folder; expected one of codes, council, crimes, disputes, instruments, operations, organisations, "
        'people, places, rulings, situations, sources, states, territories, united-states; did you mean "states"?',
    ),
    "source-code-taken": (
        "sources/another.toml",
        '[[source]]\ncode = "table"\ntitle = "T"\npublisher = "P"\nkind = "press"',
        'sources/depositary.toml, source 1: the code "table" is taken by another source',
    ),
    "source-family-written": (
        "sources/another.toml",
        '[[source]]\ncode = "x"\ntitle = "T"\npublisher = "P"\nkind = "press"\nfamily = "another"',
        'sources/another.toml, source 1: field "family" is never written: it is the name of the file; '
        "take the line out",
    ),
    "source-as-table": (
        "sources/another.toml",
        '[source]\ncode = "x"',
        "sources/another.toml: found [source], expected [[source]], a table for each",
    ),
    "source-stray-field": (
        "sources/another.toml",
        'sourec = "x"',
        'sources/another.toml: unknown field "sourec"; expected [[source]] tables only',
    ),
    "beginning": (
        "record.toml",
        'begins = "2026"',
        f'record.toml: field "begins": found "2026", expected {DAY}',
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), FILES.values(), ids=FILES)
def test_a_fault_of_a_file_says_where_it_is(data, name, text, expected):
    data.write(name, text)
    assert faults(data.folder) == [expected]


def test_a_file_that_is_not_utf_8_is_a_fault(data):
    (data.folder / "states/bbb.toml").write_bytes('name = "Türkiye"'.encode("latin-1"))
    assert faults(data.folder) == ["states/bbb.toml: byte 10 is not UTF-8; save the file in UTF-8"]


def test_a_missing_first_day_is_a_fault(data):
    (data.folder / "record.toml").unlink()
    assert faults(data.folder) == ["record.toml: missing; expected a file that says: begins = 2026-11-21"]


def test_a_missing_folder_of_data_is_a_fault(tmp_path):
    assert faults(tmp_path / "none")[0] == f"{tmp_path / 'none'}: no such folder"


def test_all_faults_of_all_files_are_listed_in_one_run(data):
    data.add("states/aaa.toml", '[[act]]\nkind = "signature"\ninstrument = "statute"\ndone = "x"')
    data.write("states/bbb.toml", "name = ")
    data.write("territories/ccc.toml", 'nam = "C"')
    assert [fault.partition(":")[0] for fault in faults(data.folder)] == [
        "states/aaa.toml, act 3",
        "states/bbb.toml",
        "territories/ccc.toml",
        "territories/ccc.toml",
    ]


SEVERAL = """
[[act]]
kind = "ratifcation"
instrument = "statut"
depositd = 2001-03-02
sources = ["tabel"]

[[act]]
kind = "signature"
instrument = "statute"
done = 2001-02-30
sources = ["tabel"]

[[act]]
kind = "treaty"
instrument = 7
done = 1999-13-01
"""


def test_one_run_lists_every_fault_of_one_act_and_of_the_next(data):
    """What is misspelt counts as the nearest name, so that nothing behind it hides."""
    data.add("states/bbb.toml", SEVERAL)
    with pytest.raises(RecordError) as caught:
        build(data.folder, data.folder / "out.json")
    found = [fault for fault in caught.value.faults if fault.startswith("states/bbb.toml")]
    heads = [
        'act 1: field "kind": found "ratifcation"',
        'act 1: unknown field "depositd"',
        'act 2: field "done": found 2001-02-30, which is no day',
        'act 3: field "kind": found "treaty"',
        'act 3: field "instrument": found 7',
        'act 3: field "done": found 1999-13-01, which is no day',
        'act 1: field "sources": unknown source "tabel"; did you mean "table"?',
        'act 1: field "instrument": unknown instrument "statut"; did you mean "statute"?',
        'act 2: field "sources": unknown source "tabel"; did you mean "table"?',
    ]
    assert [fault.startswith(f"states/bbb.toml, {head}") for fault, head in zip(found, heads, strict=True)] == [
        True
    ] * 9


def test_what_could_not_be_read_brings_no_false_faults(data):
    """A withdrawal is not called one without consent because the line with the consent has a fault."""
    data.add(
        "states/aaa.toml",
        '[[act]]\nkind = "withdrawal-notice"\ninstrument = "statute"\nreceived = 2016-10-27\nsources = ["table"]',
    )
    data.mend("states/aaa.toml", 'kind = "ratification"', 'kind = "rat"')
    with pytest.raises(RecordError) as caught:
        build(data.folder, data.folder / "out.json")
    found = [fault.partition(";")[0] for fault in caught.value.faults if not fault.startswith("bounds")]
    assert found == ['states/aaa.toml, act 2: field "kind": found "rat"']


def test_missing_folders_are_empty(data):
    assert read(data.folder).disputes == {}


def test_the_code_is_the_name_of_the_file(data):
    data.write("places/north-sea.toml", 'name = "N"\n[[holder]]\nstate = "AAA"\nby = "all"')
    data.write("situations/aaa2.toml", 'name = "N"\nkind = "situation"\nstates = ["AAA"]\ntrigger = "none"')
    record = read(data.folder)
    assert (list(record.states), list(record.places), list(record.situations)) == (
        ["AAA", "BBB"],
        ["north-sea"],
        ["AAA2"],
    )
    assert record.states["AAA"].code == "AAA"


def test_fields_get_the_value_of_the_text(data):
    record = read(data.folder)
    signed, ratified = record.states["AAA"].acts
    assert (signed.kind, signed.day, ratified.kind, ratified.day, ratified.sources) == (
        "signature",
        date(1999, 5, 4),
        "ratification",
        date(2001, 3, 2),
        ("table",),
    )


@pytest.fixture
def bounded(data):
    """The small record, with bounds that hold."""
    data.write("bounds.toml", bounds())
    return data


def bounds() -> str:
    from ratione.record.bounds import COUNTS

    return "\n".join(f'[{name}]\nfewest = 0\nmost = 9\nwhy = "small"' for name in COUNTS)


def test_build_writes_the_canonical_bytes(bounded, tmp_path):
    record = build(bounded.folder, tmp_path / "deep" / "record.json")
    assert (tmp_path / "deep" / "record.json").read_bytes() == record.encode()


def test_build_writes_nothing_where_a_fault_is_found(bounded, tmp_path):
    out = tmp_path / "record.json"
    out.write_text("old")
    bounded.mend("states/aaa.toml", 'instrument = "statute"', 'instrument = "statut"')
    with pytest.raises(RecordError, match='unknown instrument "statut"; did you mean "statute"'):
        build(bounded.folder, out)
    assert out.read_text() == "old"


def test_build_leaves_no_half_written_file(bounded, tmp_path, monkeypatch):
    def stop(*names: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(OSError, match="disk full"):
        build(bounded.folder, tmp_path / "out" / "record.json")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_same_text_gives_the_same_bytes_whatever_the_order_of_files(bounded, tmp_path, monkeypatch):
    forward = read(bounded.folder)
    monkeypatch.setattr("ratione.record.folder.sorted", lambda found: sorted(found, reverse=True), raising=False)
    backward = read(bounded.folder)
    assert list(forward.states) != list(backward.states)
    assert (forward.encode(), forward.version) == (backward.encode(), backward.version)
