"""Soundness: rows fit together, every fault of a record in one run."""

from __future__ import annotations

import msgspec
import pytest

from ratione.record.bounds import COUNTS
from ratione.record.folder import SHELVES
from ratione.record.reading import read
from ratione.record.soundness import check, faults

HOLDER = '\n[[holder]]\nstate = "AAA"\nby = "all"\nsources = ["table"]\n'
RULING = 'given = 2012-04-03\nby = "Court"\ndocument = "D"\nsources = ["table"]\n'
POSITION = '[[position]]\ncode = "{}"\nanswer = "yes"\nsays = "S"\nauthority = "court"\nsources = ["table"]\n'
RESOLUTION = (
    'document = "R"\nkind = "other"\nsubject = "S"\nday = 2005-03-31\noutcome = "adopted"\nsources = ["table"]\n'
)


def test_the_small_record_is_sound(data):
    assert faults(read(data.folder), {}) == []


ROWS = {
    "no-source": (
        "territories/ccc.toml",
        'name = "Cland"\nparent = "AAA"',
        ['territories/ccc.toml: no "sources", and not weak = "recalled" or "inferred"; name where it was read'],
    ),
    "cited-without-source": (
        "territories/ccc.toml",
        'name = "Cland"\nparent = "AAA"\nweak = "cited"',
        ['territories/ccc.toml: no "sources", and not weak = "recalled" or "inferred"; name where it was read'],
    ),
    "recalled-needs-no-source": ("territories/ccc.toml", 'name = "Cland"\nparent = "AAA"\nweak = "recalled"', []),
    "holder-without-source": (
        "places/gulf.toml",
        'name = "Gulf"\nsources = ["table"]\n[[holder]]\nstate = "AAA"\nby = "all"',
        ['places/gulf.toml, holder 1: no "sources", and not weak = "recalled" or "inferred"; name where it was read'],
    ),
    "span-of-no-day": (
        "territories/ccc.toml",
        'name = "Cland"\nparent = "AAA"\nfrom = 2010-10-10\nuntil = 2010-10-10\nsources = ["table"]',
        [
            'territories/ccc.toml: field "until": 2010-10-10 is not after from = 2010-10-10; '
            "it is the first day on which it is no longer so"
        ],
    ),
    "recorded-too-early": (
        "territories/ccc.toml",
        'name = "Cland"\nparent = "AAA"\nrecorded = 2026-11-20\nsources = ["table"]',
        ['territories/ccc.toml: field "recorded": 2026-11-20 is before 2026-11-21, on which the record begins'],
    ),
    "superseded-at-once": (
        "territories/ccc.toml",
        'name = "Cland"\nparent = "AAA"\nsuperseded = 2026-11-21\nsources = ["table"]',
        ['territories/ccc.toml: field "superseded": 2026-11-21 is not after the day on which the row was recorded'],
    ),
    "name-of-another": (
        "states/bbb.toml",
        'name = "Bland Republic"\nalso = ["The Áland"]\nsources = ["table"]',
        ['states/bbb.toml: the name "aland" is also a name in states/aaa.toml'],
    ),
    "name-of-a-territory": (
        "territories/ccc.toml",
        'name = "Bland Republic"\nparent = "AAA"\nsources = ["table"]',
        ['territories/ccc.toml: the name "bland republic" is also a name in states/bbb.toml'],
    ),
    "one-position": (
        "disputes/point.toml",
        'question = "Q?"\narticle = "12"\n' + POSITION.format("a"),
        ["disputes/point.toml: found 1 positions, expected two or more; else nothing is contested"],
    ),
    "position-twice": (
        "disputes/point.toml",
        'question = "Q?"\narticle = "12"\n' + POSITION.format("a") * 2,
        ['disputes/point.toml: the position "a" stands twice'],
    ),
    "not-open-at-first": (
        "disputes/point.toml",
        'question = "Q?"\narticle = "12"\nat_first = "no"\n' + POSITION.format("a") + POSITION.format("b"),
        ['disputes/point.toml: at_first = "no" without "why"; say why nobody contested the point then'],
    ),
    "ruling-on-nothing": (
        "rulings/one.toml",
        RULING + '[[decides]]\ndispute = "point"\noutcome = "yes"\nsays = "S"',
        ['rulings/one.toml, decision 1: field "dispute": unknown dispute "point"'],
    ),
    "more-votes-than-counted": (
        "council/unsc-1.toml",
        RESOLUTION + '[votes]\nyes = 0\nno = 0\nabstain = 1\nby_state = { AAA = "yes", BBB = "abstain" }',
        ["council/unsc-1.toml, votes: 1 States are named as yes, and 0 are counted"],
    ),
    "step-without-day": (
        "situations/aaa.toml",
        'name = "S"\nkind = "situation"\nstates = ["AAA"]\ntrigger = "none"\nsources = ["table"]\n'
        '[[step]]\nstep = "closed"',
        ["situations/aaa.toml: 1 steps have neither day nor day_text"],
    ),
    "referral-without-day": (
        "situations/aaa.toml",
        'name = "S"\nkind = "situation"\nstates = ["AAA"]\ntrigger = "state-referral"\nsources = ["table"]\n'
        '[[referral]]\ncode = "R"\nsources = ["table"]',
        ["situations/aaa.toml, referral 1: no day; expected cited, dated, received, announced or day_text"],
    ),
    "region-twice": (
        "states/bbb.toml",
        'name = "Bland Republic"\nsources = ["table"]\n' + '[[region]]\ncode = "north"\nname = "N"\n' * 2,
        ['states/bbb.toml: the code "north" stands twice'],
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), ROWS.values(), ids=ROWS)
def test_a_row_that_does_not_fit_is_a_fault(data, name, text, expected):
    data.write(name, text)
    assert faults(read(data.folder), {}) == expected


def test_one_name_of_two_places_is_a_fault(data):
    data.write("places/gulf.toml", 'name = "Gulf"\nsources = ["table"]' + HOLDER)
    data.write("places/gulfs.toml", 'name = "Gulfs"\ncodes = ["GULF"]\nsources = ["table"]' + HOLDER)
    assert faults(read(data.folder), {}) == ['places/gulfs.toml: the name "gulf" is also a name in places/gulf.toml']


def test_check_lists_the_faults_of_files_before_anything_is_compared(data):
    data.write("bounds.toml", "[stats]\nfewest = 0\nmost = 1\nwhy = 'x'")
    data.mend("states/aaa.toml", 'kind = "signature"', 'kind = "sign"')
    found = check(data.folder)
    assert found[0].startswith('states/aaa.toml, act 1: field "kind": found "sign"')
    assert found[1] == 'bounds.toml: unknown thing "stats"; did you mean "states"?'
    assert len(found) == 2 + len(COUNTS)


def test_check_joins_reading_and_soundness(data):
    data.write("bounds.toml", "\n".join(f"[{name}]\nfewest = 0\nmost = 9\nwhy = 'small'" for name in COUNTS))
    assert check(data.folder) == []
    data.mend("states/aaa.toml", '["table"]', '["tabel"]')
    assert check(data.folder) == [
        'states/aaa.toml: field "sources": unknown source "tabel"; did you mean "table"?',
        'states/aaa.toml, act 1: field "sources": unknown source "tabel"; did you mean "table"?',
        'states/aaa.toml, act 2: field "sources": unknown source "tabel"; did you mean "table"?',
    ]


STATUS_WORDS = {
    "status",
    "party",
    "is_party",
    "in_force",
    "member_of_court",
    "valid",
    "validity",
    "bound",
    "entry_into_force",
}


@pytest.mark.parametrize("shelf", SHELVES)
def test_no_row_has_a_field_for_what_follows_from_acts(shelf):
    schema = msgspec.json.schema(SHELVES[shelf].kind)
    fields = {name for one in schema["$defs"].values() for name in one.get("properties", {})}
    assert fields & STATUS_WORDS == set()
