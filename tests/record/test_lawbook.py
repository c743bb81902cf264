"""What no single file of United States law can show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ratione.record.lawbook import lawbook_faults, rings
from ratione.record.measure import End, When
from ratione.record.reading import read
from ratione.record.record import pack_of

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def record():
    return read(DATA)


def spoiled(record, code: str, **fields):
    book = record.lawbook
    row = replace(book.measures[code], **fields)
    return record.with_lawbook(replace(book, measures={**book.measures, code: row}))


def test_the_book_of_law_is_sound(record):
    assert list(lawbook_faults(record)) == []


def test_a_ring_of_measures_is_said_with_the_names_of_all(record):
    other = spoiled(record, "usc22-7423e", lifts=("usc22-7430",))
    found = [fault for fault in lawbook_faults(other) if "ring" in fault]
    assert found == [
        'united-states/measures/usc22-7423e.toml: a ring of measures: "usc22-7423e" lifts "usc22-7430" lifts "usc22-7423e"; '
        "say which of them yields"
    ]


def test_a_measure_that_lifts_itself_is_a_ring(record):
    other = spoiled(record, "usc22-7430", lifts=("usc22-7430",))
    assert rings(other.lawbook) == [("usc22-7430",)]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"demands": None}, "a duty says what it demands"),
        ({"effect": "permits"}, 'only of a duty; the effect is "permits"'),
    ],
    ids=["silent", "no-duty"],
)
def test_a_duty_and_only_a_duty_says_what_it_demands(record, fields, words):
    (fault,) = lawbook_faults(spoiled(record, "usc22-7425a", **fields))
    assert fault.startswith('united-states/measures/usc22-7425a.toml: field "demands": ')
    assert words in fault


FAULTS = {
    "lifts": ({"lifts": ("usc22-7423ee",)}, 'field "lifts": unknown "usc22-7423ee"; did you mean "usc22-7423e"?'),
    "ends": ({"ends": (End(measure="gl-99", how="lapsed"),)}, 'field "ends": unknown "gl-99"'),
    "covers": ({"covers": ("albanes",)}, 'field "covers": unknown "albanes"; did you mean "albanese"?'),
    "condition": ({"when": (When(given=("case-specifik",)),)}, 'field "given": unknown "case-specifik"'),
    "denied condition": ({"when": (When(said=("no-such-thing",)),)}, 'field "said": unknown "no-such-thing"'),
    "crime": ({"when": (When(of=("genocid",)),)}, 'field "of": unknown "genocid"; did you mean "genocide"?'),
    "point": (
        {"when": (When(point="dodd-funds"),)},
        'field "point": unknown "dodd-funds"; did you mean "dodd-and-funds"?',
    ),
    "situation": ({"when": (When(situation=("UKRA",)),)}, 'field "situation": unknown "UKRA"'),
}


@pytest.mark.parametrize(("fields", "expected"), FAULTS.values(), ids=FAULTS)
def test_an_unknown_code_is_said_with_the_nearest(record, fields, expected):
    found = list(lawbook_faults(spoiled(record, "usc22-7430", **fields)))
    assert len(found) == 1
    assert found[0].startswith("united-states/measures/usc22-7430.toml")
    assert expected in found[0]


def test_the_book_of_law_is_known_on_a_day_as_other_rows_are(record):
    code = "usc22-7430"
    corrected = spoiled(record, code, recorded=date(2027, 2, 1))
    packed = type(record).decode(replace(corrected, us_law=pack_of(corrected.lawbook)).encode())
    assert code not in packed.known_on(date(2027, 1, 31)).lawbook.measures
    assert code in packed.known_on(date(2027, 2, 1)).lawbook.measures


def test_the_record_keeps_its_bytes_whether_its_book_is_open_or_not(record):
    again = type(record).decode(record.encode())
    assert again.lawbook == record.lawbook
    assert again.history == record.history
    assert again.version == record.version
