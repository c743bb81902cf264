"""Prose says what its events say: a changed day, name, number or verb is caught."""

from __future__ import annotations

from pathlib import Path

import pytest

from ratione.record.profile import profile_faults, read_profiles
from ratione.record.reading import read
from ratione.record.relations import Profile, Sentence

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def record():
    return read(DATA)


def faults(record, text: str, *cites: str) -> list[str]:
    page = Profile(code="x", title="X", administration="x", sentences=(Sentence(line=5, text=text, cites=cites),))
    return list(profile_faults({"x": page}, record.history.events, dict(record.sources)))


ALTERED = {
    "day": ("signed the Statute on 31 December 2000", "signed the Statute on 30 December 2000", "date"),
    "year": ("left the Nethercutt amendment out", "left the Nethercutt amendment out in 2010", "date"),
    "month": ("In June 2004 the United States", "In May 2004 the United States", "date"),
    "number": ("by 120 to 7", "by 120 to 8", "number"),
    "number in words": ("Four general licences", "Five general licences", "number"),
    "count": ("waivers for 22 states", "waivers for 23 states", "number"),
    "name": ("Bensouda and Mochochoko", "Bensouda and Khan", "name"),
    "verb": ("the United States signed the Statute", "the United States ratified the Statute", "ratified"),
    "other verb": ("abstained on the referral", "vetoed the referral", "vetoed"),
    "opposite verb": ("revoked the sanctions order", "imposed the sanctions order", "imposed"),
    "place": ("the conference at Kampala", "the conference at Nairobi", "name"),
}


@pytest.mark.parametrize(("before", "after", "word"), [row for row in ALTERED.values() if row[2]],
                         ids=[name for name, row in ALTERED.items() if row[2]])  # fmt: skip
def test_an_altered_sentence_is_caught(record, before, after, word):
    for page in record.history.profiles.values():
        for sentence in page.sentences:
            low = sentence.text[:1].lower() + sentence.text[1:]
            for text in (sentence.text, low):
                if before in text:
                    found = faults(record, text.replace(before, after), *sentence.cites)
                    assert len(found) >= 1
                    assert word in " ".join(found)
                    return
    pytest.fail(f"no sentence says {before!r}")


def test_the_pages_as_they_stand_have_no_fault(record):
    assert list(profile_faults(record.history.profiles, record.history.events, dict(record.sources))) == []
    assert set(record.history.profiles) == {"clinton", "bush", "obama", "trump-1", "biden", "trump-2"}


def test_a_sentence_that_cites_nothing_is_a_fault(tmp_path):
    (tmp_path / "x.md").write_text("---\ntitle: X\nadministration: x\n---\n\nSomething happened.\n", encoding="utf-8")
    found: list[str] = []
    read_profiles(tmp_path, found)
    assert found == [
        "profiles/us/x.md, line 6: a sentence without a citation; end the line with [event] or [source: CODE]"
    ]


def test_an_unknown_citation_is_a_fault(record):
    assert faults(record, "Something happened.", "no-such-event") == [
        'profiles/us/x.md, line 5: unknown event or source "no-such-event"'
    ]
    assert faults(record, "Something happened.", "source: pl-107-206") == []
