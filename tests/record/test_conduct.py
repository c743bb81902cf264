"""An act is a fault where it cannot have been done so; each row is an act added to a state that signed and ratified."""

from __future__ import annotations

import pytest

from ratione.record.conduct import impossible_acts
from ratione.record.reading import read

CLAUSE = '"territorial-exclusion"\nterritories = ["CCC"]'
NOTICE = '[[act]]\nkind = "withdrawal-notice"\ninstrument = "statute"\nreceived = {}\n'

SIGNED_AND_RATIFIED = {
    "sound-notice": ("statute", '"withdrawal-notice"\nreceived = 2016-10-27', []),
    "the-same-act-twice": (
        "statute",
        '"ratification"\ndeposited = 2001-03-02',
        [
            'act 3: stands twice, here and in act 2 ("aaa-statute-ratification-2001-03-02")',
            "act 2: a second consent to statute; two acts cannot both stand",
            "act 3: a second consent to statute; two acts cannot both stand",
        ],
    ),
    "contradictory-signatures": (
        "statute",
        '"signature"\ndone = 2000-02-03',
        ["act 3: a second signature of statute; two acts cannot both stand"],
    ),
    "signature-too-early": (
        "statute",
        '"signature"\ndone = 1998-07-16',
        [
            "act 1: a second signature of statute; two acts cannot both stand",
            'act 3: field "done": 1998-07-16 is before 1998-07-17, on which statute was opened for signature',
        ],
    ),
    "contradictory-deposits": (
        "statute",
        '"acceptance"\ndeposited = 2002-03-02',
        ["act 3: a second consent to statute; two acts cannot both stand"],
    ),
    "accession-of-a-signatory": (
        "statute",
        '"accession"\ndeposited = 2002-03-02',
        [
            "act 3: a second consent to statute; two acts cannot both stand",
            "act 3: an accession to statute by a signatory; a signatory ratifies, accepts or approves",
        ],
    ),
    "rescission-without-notice": (
        "statute",
        '"withdrawal-rescission"\nreceived = 2017-03-07',
        ["act 3: a withdrawal-rescission without a withdrawal-notice before it"],
    ),
    "124-withdrawal-of-nothing": (
        "statute",
        '"declaration-124-withdrawal"\nreceived = 2008-08-13',
        ["act 3: a declaration-124-withdrawal without a declaration-124 before it"],
    ),
    "notice-naming-an-earlier-day": (
        "statute",
        '"withdrawal-notice"\nreceived = 2016-10-27\nnames = 2016-10-26',
        ['act 3: field "names": 2016-10-26 is not after 2016-10-27, on which the notice was received'],
    ),
    "paper-dated-after-receipt": (
        "statute",
        '"withdrawal-notice"\nreceived = 2016-10-27\ndated = 2016-10-28',
        ['act 3: field "dated": 2016-10-28 is after 2016-10-27, on which the paper was received'],
    ),
    "new-year": (
        "amendment",
        '"ratification"\ndeposited = 2015-01-01',
        [
            'act 3: field "deposited": 2015-01-01 looks like a year only; make sure of it, then write checked = true',
        ],
    ),
    "new-year-checked": ("amendment", '"ratification"\ndeposited = 2015-01-01\nchecked = true', []),
    "last-of-december": (
        "statute",
        '"intention-not-to-ratify"\nreceived = 2014-12-31',
        ['act 3: field "received": 2014-12-31 looks like a year only; make sure of it, then write checked = true'],
    ),
    "later-than-recorded": (
        "statute",
        '"withdrawal-notice"\nreceived = 2062-10-27',
        ["act 3: the day 2062-10-27 is after 2026-11-21, on which the row was recorded"],
    ),
    "recorded-later": ("statute", '"withdrawal-notice"\nreceived = 2027-01-12\nrecorded = 2027-01-13', []),
    "amendment-before-it-was-adopted": (
        "amendment",
        '"ratification"\ndeposited = 2010-06-09',
        ['act 3: field "deposited": 2010-06-09 is before 2010-06-10, the first day for amendment'],
    ),
    "signature-of-an-amendment": ("amendment", '"signature"\ndone = 2010-06-11', ["act 3: amendment cannot be signed"]),
    "notice-under-an-amendment": (
        "amendment",
        '"withdrawal-notice"\nreceived = 2016-10-27',
        [
            "act 3: a withdrawal-notice without consent before it",
            "act 3: a withdrawal-notice under amendment, which has no article on withdrawal",
        ],
    ),
    "effective-without-article": (
        "statute",
        CLAUSE + "\nreceived = 2010-03-11\neffective = 2010-03-11",
        ['act 3: field "effective" without "overrides"; name the article from which the day departs, or leave it out'],
    ),
    "article-without-effective": (
        "statute",
        CLAUSE + '\nreceived = 2010-03-11\noverrides = "126(2)"',
        ['act 3: field "overrides" without "effective"'],
    ),
    "clause-without-a-day": (
        "statute",
        CLAUSE,
        ["act 3: a territorial-exclusion without a day; expected deposited, received or effective"],
    ),
    "declaration-without-a-day": (
        "statute",
        '"other-declaration"',
        ["act 3: an other-declaration without a day; expected deposited, received or effective"],
    ),
    "clause-before-consent": (
        "statute",
        CLAUSE + "\nreceived = 2000-03-11",
        ["act 3: a territorial-exclusion without consent before it"],
    ),
    "12-3-confirms-nothing": (
        "statute",
        '"declaration-12-3"\nreceived = 2010-12-14\nconfirms = "aaa-statute-declaration-12-3-2003-10-01"',
        [
            'act 3: field "confirms": no earlier declaration-12-3 of AAA has the key '
            '"aaa-statute-declaration-12-3-2003-10-01"'
        ],
    ),
    "12-3-without-a-first-day": (
        "statute",
        '"declaration-12-3"\nreceived = 2010-12-14',
        ['act 3: missing field "from"; expected the first day of conduct that the declaration covers'],
    ),
    "superseded-acts-are-history": (
        "statute",
        '"acceptance"\ndeposited = 2002-03-02\nsuperseded = 2027-01-12',
        [],
    ),
}


@pytest.mark.parametrize(("instrument", "act", "expected"), SIGNED_AND_RATIFIED.values(), ids=SIGNED_AND_RATIFIED)
def test_an_act_that_cannot_have_been_done_is_a_fault(data, instrument, act, expected):
    data.add("states/aaa.toml", f'[[act]]\ninstrument = "{instrument}"\nsources = ["table"]\nkind = {act}')
    found = sorted(impossible_acts(read(data.folder)))
    assert found == sorted(f"states/aaa.toml, {fault}" for fault in expected)


NEITHER = {
    "signature-too-late": (
        "statute",
        '"signature"\ndone = 2001-01-02',
        ['act 1: field "done": 2001-01-02 is after 2000-12-31, the last day on which statute could be signed'],
    ),
    "signature-on-the-last-day": ("statute", '"signature"\ndone = 2000-12-31\nchecked = true', []),
    "signature-on-the-first-day": ("statute", '"signature"\ndone = 1998-07-17', []),
    "accession": ("statute", '"accession"\ndeposited = 2002-03-02', []),
    "ratification-without-signature": (
        "statute",
        '"ratification"\ndeposited = 2002-03-02',
        ["act 1: a ratification of statute without a signature; without one a state accedes"],
    ),
    "deposit-before-it-was-open": (
        "statute",
        '"accession"\ndeposited = 1998-07-16',
        ['act 1: field "deposited": 1998-07-16 is before 1998-07-17, the first day for statute'],
    ),
    "amendment-without-the-treaty": (
        "amendment",
        '"ratification"\ndeposited = 2011-09-26',
        ["act 1: consent to amendment by a state that had not consented to statute"],
    ),
    "notice-of-a-stranger": (
        "statute",
        '"withdrawal-notice"\nreceived = 2016-10-27',
        ["act 1: a withdrawal-notice without consent before it"],
    ),
    "note-of-a-stranger": (
        "statute",
        '"intention-not-to-ratify"\nreceived = 2002-05-06',
        ["act 1: an intention-not-to-ratify without a signature before it"],
    ),
    "final-act": ("statute", '"final-act-signature"\ndone = 1998-07-17', []),
}


@pytest.mark.parametrize(("instrument", "act", "expected"), NEITHER.values(), ids=NEITHER)
def test_a_state_that_did_nothing_yet_cannot_do_everything(data, instrument, act, expected):
    data.add("states/bbb.toml", f'[[act]]\ninstrument = "{instrument}"\nsources = ["table"]\nkind = {act}')
    assert list(impossible_acts(read(data.folder))) == [f"states/bbb.toml, {fault}" for fault in expected]


def test_a_state_that_withdrew_its_notice_can_give_another(data):
    rescission = '[[act]]\nkind = "withdrawal-rescission"\ninstrument = "statute"\nreceived = 2017-03-07\n'
    data.add("states/aaa.toml", NOTICE.format("2016-10-27") + rescission + NOTICE.format("2018-02-03"))
    assert list(impossible_acts(read(data.folder))) == []


def test_a_second_notice_cannot_stand_beside_the_first(data):
    data.add("states/aaa.toml", NOTICE.format("2016-10-27") + NOTICE.format("2018-02-03"))
    assert list(impossible_acts(read(data.folder))) == [
        "states/aaa.toml, act 4: a second withdrawal-notice under statute; two acts cannot both stand"
    ]


def test_a_state_that_left_can_come_back(data):
    again = '[[act]]\nkind = "accession"\ninstrument = "statute"\ndeposited = 2019-03-04\n'
    data.write("states/bbb.toml", 'name = "B"\n' + again.replace("2019", "2009") + NOTICE.format("2016-10-27") + again)
    assert list(impossible_acts(read(data.folder))) == []


def test_a_day_of_effect_needs_a_source(data):
    clause = f'[[act]]\ninstrument = "statute"\nkind = {CLAUSE}\nweak = "recalled"\n'
    data.add("states/aaa.toml", clause + 'effective = 2010-03-11\noverrides = "126(2)"')
    assert list(impossible_acts(read(data.folder))) == [
        'states/aaa.toml, act 3: field "effective" without "sources"; '
        "a day of effect that no source gives follows from the treaty"
    ]
