"""A record is one immutable value with canonical bytes, and knows what it knew on any day."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from ratione.dates import Deposited
from ratione.errors import InputError
from ratione.record.act import Accession
from ratione.record.reading import read
from ratione.record.record import Record

BEGINS = date(2026, 11, 21)
LATER = date(2027, 1, 12)


def kinds(record: Record, state: str) -> list[str]:
    return [act.kind for act in record.states[state].acts]


def test_bytes_read_back_as_the_same_record(data):
    record = read(data.folder)
    again = Record.decode(record.encode())
    assert (again, again.version) == (record, record.version)


def test_bytes_end_with_one_line_end_and_hold_no_defaults(data):
    raw = read(data.folder).encode()
    assert raw.endswith(b"}\n")
    assert b"null" not in raw
    assert b'"checked"' not in raw


def test_the_version_is_the_hash_of_the_canonical_bytes(data):
    record = read(data.folder)
    assert record.version == hashlib.sha256(record.encode()).hexdigest()[:16]


def test_another_day_in_one_act_gives_another_version(data):
    before = read(data.folder).version
    data.mend("states/aaa.toml", "2001-03-02", "2001-03-03")
    assert read(data.folder).version != before


def test_opening_reads_what_was_written(data, tmp_path):
    record = read(data.folder)
    (tmp_path / "record.json").write_bytes(record.encode())
    assert Record.open(tmp_path / "record.json") == record


def test_opening_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(InputError, match=r"record.json: cannot be read \(No such file or directory\)"):
        Record.open(tmp_path / "record.json")


def test_bytes_of_something_else_are_an_error():
    with pytest.raises(InputError, match="not a record of this version of ratione"):
        Record.decode(b'{"begins":"2026-11-21","status":{}}')


def test_acts_are_found_by_key_with_their_state(data):
    record = read(data.folder)
    assert {key: (state, act.kind) for key, (state, act) in record.acts.items()} == {
        "aaa-statute-signature-1999-05-04": ("AAA", "signature"),
        "aaa-statute-ratification-2001-03-02": ("AAA", "ratification"),
    }


def test_a_supposed_act_is_in_the_copy_and_not_in_the_record(data):
    record = read(data.folder)
    act = Accession(instrument="statute", deposited=Deposited(date(2027, 3, 1)))
    supposed = record.with_acts([("BBB", act)])
    assert (kinds(supposed, "BBB"), kinds(record, "BBB")) == (["accession"], [])
    assert supposed.states["AAA"] is record.states["AAA"]
    assert supposed.version != record.version


def test_a_copy_of_a_decoded_record_has_its_own_version(data):
    record = Record.decode(read(data.folder).encode())
    supposed = record.with_acts([("BBB", Accession(instrument="statute", deposited=Deposited(date(2027, 3, 1))))])
    assert supposed.version == hashlib.sha256(supposed.encode()).hexdigest()[:16]


@pytest.fixture
def corrected(data):
    """A record in which a day of deposit was corrected, and an act added, on 12 January 2027."""
    data.mend("states/aaa.toml", "deposited = 2001-03-02", f"deposited = 2001-03-02\nsuperseded = {LATER}")
    data.add(
        "states/aaa.toml",
        f'[[act]]\nkind = "ratification"\ninstrument = "statute"\ndeposited = 2001-03-05\nrecorded = {LATER}',
    )
    data.write("states/ddd.toml", f'name = "New"\nrecorded = {LATER}')
    return read(data.folder)


KNOWN = {
    "on-the-first-day": (BEGINS, [date(1999, 5, 4), date(2001, 3, 2)], ["AAA", "BBB"]),
    "the-day-before-the-correction": (date(2027, 1, 11), [date(1999, 5, 4), date(2001, 3, 2)], ["AAA", "BBB"]),
    "on-the-day-of-the-correction": (LATER, [date(1999, 5, 4), date(2001, 3, 5)], ["AAA", "BBB", "DDD"]),
}


@pytest.mark.parametrize(("day", "days", "states"), KNOWN.values(), ids=KNOWN)
def test_known_on_gives_the_rows_that_stood_at_the_end_of_the_day(corrected, day, days, states):
    known = corrected.known_on(day)
    assert [act.day for act in known.states["AAA"].acts] == days
    assert sorted(known.states) == states


def test_known_on_a_day_before_the_record_began_is_an_error(corrected):
    with pytest.raises(InputError, match="known-on: found 2026-11-20, expected 2026-11-21 or later"):
        corrected.known_on(date(2026, 11, 20))


def test_a_record_cannot_be_changed(data):
    record = read(data.folder)
    with pytest.raises(AttributeError):
        record.begins = LATER
