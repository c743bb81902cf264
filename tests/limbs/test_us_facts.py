"""What a question on United States law tells, and the near misses of its closed lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ratione import FactError, Names
from ratione.limbs.us_facts import Beneficiary, UsFacts, read_us_facts
from ratione.record.reading import read

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def record():
    return read(DATA)


def told(record, **facts):
    facts = {"activity": "in-kind-support", "on": "2015-01-01", **facts}
    return read_us_facts(record, Names(record), UsFacts(**facts), TODAY)


MISSES = {
    "activity": ({"activity": "direct-fundin"}, "did you mean 'direct-funding'?"),
    "actor": ({"actor": "federal-goverment"}, "did you mean 'federal-government'?"),
    "status": ({"person_status": "us-persn"}, "did you mean 'us-person'?"),
    "crime": ({"accused_of": "war-crime"}, "did you mean 'war-crimes'?"),
    "nationality": ({"accused_nationality": "Rusia"}, "accused_nationality: found 'Rusia'"),
    "situation": ({"situation": "Ukrain"}, "situation: found 'Ukrain'"),
    "condition": ({"conditions": "case-specifc"}, "did you mean 'case-specific'?"),
    "denied condition": ({"conditions": "no-case-specifc"}, "did you mean 'no-case-specific'?"),
    "beneficiary": ({"beneficiary": "icc-oficial:Jane"}, "did you mean 'icc-official'?"),
    "empty name": ({"beneficiary": "person:"}, "a word after person:"),
    "day": ({"on": "2015-13-01"}, "on"),
    "no day": ({"on": ""}, "on: found '', expected a day written YYYY-MM-DD"),
    "part of a day": ({"conditions": "conduct-date:94"}, "conduct-date:YYYY"),
}


@pytest.mark.parametrize(("facts", "words"), MISSES.values(), ids=MISSES)
def test_a_near_miss_is_an_error_that_names_the_nearest(record, facts, words):
    with pytest.raises(FactError) as fault:
        told(record, **facts)
    assert words in str(fault.value)


def test_a_condition_is_given_denied_or_not_told(record):
    found = told(record, conditions="no-case;training").told
    assert "training" in found.given
    assert "case-specific" in found.denied
    assert "detail-of-staff" not in found.given | found.denied


def test_what_was_told_beats_what_follows_from_something_else(record):
    found = told(record, conditions="investigation;case-specific").told
    assert "case-specific" in found.given
    assert "case-specific" not in found.denied


def test_an_agreement_of_a_later_day_is_not_there_yet(record):
    found = told(record, conditions="agreement:98;agreement-date:2016").told
    assert "agreement:98" in found.denied
    assert "agreement:98" in told(record, conditions="agreement-date:2014-05").told.given


def test_a_name_is_found_by_its_parts_and_a_stranger_is_nobody_listed(record):
    found = told(record, beneficiary="icc-official:Karim A. A. Khan").beneficiary
    assert found == Beneficiary("icc-official", "Karim A. A. Khan", "khan")
    assert told(record, beneficiary="person:Jane Roe").beneficiary.listing == ""
    assert told(record, beneficiary="icc").beneficiary.listing == "icc"


def test_what_is_presumed_is_said(record):
    found = told(record, activity="peacekeeping-participation")
    assert found.presumptions == (
        "the act is that of the actor federal-government",
        "taken for granted: the operation was authorised on or after 1 July 2002",
        "taken for granted: the forces are assigned to a command of the United Nations",
    )
