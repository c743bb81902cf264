"""Every code that a row names is known; the nearest one is shown."""

from __future__ import annotations

import pytest

from ratione.record.reading import read
from ratione.record.references import unknown_codes

PLACES = {
    "state": ("AAA", None),
    "territory": ("CCC", None),
    "region": ("AAA:north", None),
    "vessel": ("vessel:BBB", None),
    "aircraft": ("aircraft:BBB", None),
    "eez": ("eez:BBB", None),
    "high-seas": ("highseas", None),
    "contested": ("disputed:gulf", None),
    "unknown-state": ("AAB", 'unknown place "AAB"; did you mean "AAA"?'),
    "unknown-region": ("AAA:norht", 'unknown region of AAA "norht"; did you mean "north"?'),
    "unknown-flag": ("vessel:XYZ", 'unknown state "XYZ"'),
    "unknown-contested": ("disputed:gulff", 'unknown contested place "gulff"; did you mean "gulf"?'),
    "unknown-kind": ("vessle:AAA", 'unknown kind of place "vessle"; did you mean "vessel"?'),
    "region-of-no-state": ("XYZ:north", 'unknown kind of place "XYZ"'),
}


@pytest.mark.parametrize(("place", "expected"), PLACES.values(), ids=PLACES)
def test_a_place_is_a_state_a_territory_a_region_a_carrier_or_contested(data, place, expected):
    data.write("places/gulf.toml", 'name = "Gulf"\n[[holder]]\nstate = "AAA"\nby = "all"')
    data.write(
        "situations/aaa.toml",
        f'name = "S"\nkind = "situation"\nstates = ["AAA"]\ntrigger = "none"\nplaces = ["{place}"]',
    )
    found = list(unknown_codes(read(data.folder)))
    assert found == ([f'situations/aaa.toml: field "places": {expected}'] if expected else [])


CODES = {
    "instrument": (
        "states/aaa.toml",
        '[[act]]\nkind = "accession"\ninstrument = "statut"\ndeposited = 2001-03-02',
        'states/aaa.toml, act 3: field "instrument": unknown instrument "statut"; did you mean "statute"?',
    ),
    "territory": (
        "states/aaa.toml",
        '[[act]]\nkind = "territorial-exclusion"\ninstrument = "statute"\nreceived = 2001-03-02\nterritories = ["CCD"]',
        'states/aaa.toml, act 3: field "territories": unknown territory "CCD"; did you mean "CCC"?',
    ),
    "dispute": (
        "states/aaa.toml",
        '[[act]]\nkind = "declaration-12-3"\ninstrument = "statute"\nreceived = 2001-03-02\ndispute = "point"',
        'states/aaa.toml, act 3: field "dispute": unknown dispute "point"',
    ),
    "predecessor": (
        "states/aaa.toml",
        '[[predecessor]]\nstate = "BBC"\nuntil = 2006-06-03',
        'states/aaa.toml, predecessor 1: field "state": unknown state "BBC"; did you mean "BBB"?',
    ),
    "source-with-passage": (
        "states/aaa.toml",
        '[[act]]\nkind = "accession"\ninstrument = "statute"\ndeposited = 2001-03-02\nsources = ["tables: p. 3"]',
        'states/aaa.toml, act 3: field "sources": unknown source "tables"; did you mean "table"?',
    ),
    "parent": (
        "territories/ddd.toml",
        'name = "D"\nparent = "AAB"',
        'territories/ddd.toml: field "parent": unknown state "AAB"; did you mean "AAA"?',
    ),
    "amended": (
        "crimes/war.toml",
        'name = "W"\narticle = "8"\nbasis = "statute"\n[[specific]]\ncode = "p"\nname = "P"\narticle = "8"\n'
        'amendment = "amendmnt"',
        'crimes/war.toml, specific 1: field "amendment": unknown instrument "amendmnt"; did you mean "amendment"?',
    ),
    "resolution": (
        "operations/force.toml",
        'name = "F"\nmandate = "M"\nplaces = ["AAA"]\nresolutions = ["UNSC-1"]',
        'operations/force.toml: field "resolutions": unknown resolution "UNSC-1"',
    ),
    "contributor": (
        "operations/force.toml",
        'name = "F"\nmandate = "M"\nplaces = ["AAA"]\nresolutions = []\n[[contributor]]\nstate = "BBC"',
        'operations/force.toml, contributor 1: field "state": unknown state "BBC"; did you mean "BBB"?',
    ),
    "voter": (
        "council/unsc-1.toml",
        'document = "R"\nkind = "other"\nsubject = "S"\nday = 2005-03-31\noutcome = "adopted"\n'
        '[votes]\nyes = 1\nno = 0\nabstain = 0\nby_state = { ZZZ = "yes" }',
        'council/unsc-1.toml, votes: field "by_state": unknown state "ZZZ"',
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), CODES.values(), ids=CODES)
def test_a_code_that_nothing_has_is_a_fault(data, name, text, expected):
    (data.folder / name).parent.mkdir(exist_ok=True)
    (data.folder / name).touch()
    data.add(name, text)
    assert list(unknown_codes(read(data.folder))) == [expected]


def test_a_passage_after_the_colon_is_no_part_of_the_code(data):
    data.mend("states/bbb.toml", '["table"]', '["table: note 3"]')
    assert list(unknown_codes(read(data.folder))) == []
