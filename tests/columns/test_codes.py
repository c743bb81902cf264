"""The crosswalk: every spelling that data sets use, on the day it meant what."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from ratione.columns import Codes, codes
from ratione.errors import FactError

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def book(record):
    return Codes(record)


def rows(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("ged_spellings.csv"), ids=lambda row: row["country"])
def test_every_spelling_of_ged_means_what_its_number_means(book, row):
    place = book.place(row["country"], "ucdp")
    assert place is not None
    assert place == book.place(row["country_id"], "gw", date(2020, 1, 1))


@pytest.mark.parametrize("row", rows("ged_numbers.csv"), ids=lambda row: row["gwno"])
def test_every_number_of_a_government_in_ged_means_a_place(book, row):
    assert book.place(row["gwno"], "gw") is not None


def test_every_state_has_its_codes_in_each_list(book, record):
    for scheme in ("iso-alpha-3", "iso-alpha-2", "iso-numeric"):
        held = {entry.means for entry in book.schemes[scheme].codes}
        assert [code for code in record.states if code not in held and code not in ("PSE", "XKX")] == []


CODES = {
    "Serbia and Montenegro in GW": ("345", "gw", date(2004, 5, 1), "SRB"),
    "Serbia in UCDP after 2006": ("345", "gw", date(2019, 5, 1), "SRB"),
    "CS is Czechoslovakia": ("CS", "iso2", date(1990, 1, 1), "CZE"),
    "CS is Serbia and Montenegro": ("CS", "iso2", date(2005, 1, 1), "SRB"),
    "CS on a day that decides nothing": ("CS", "iso2", date(2020, 1, 1), None),
    "Gaza in V-Dem": ("138", "v-dem", None, "disputed:gaza"),
    "the West Bank in FIPS": ("WE", "fips", None, "disputed:west-bank"),
    "Germany in FIPS, not Gambia": ("GM", "fips", None, "DEU"),
    "leading zeros": ("036", "iso-numeric", None, "AUS"),
    "a number read as a float": ("36.0", "iso-numeric", None, "AUS"),
    "a number without its scheme": ("100", "", None, None),
    "Palestine in ACLED": ("Palestine", "acled", None, "disputed:palestine"),
    "a former state": ("Soviet Union", "", None, "RUS"),
    "a region": ("SDN:darfur", "", None, "SDN:darfur"),
    "a sea that is no place": ("OS", "fips", None, None),
    "an actor of GDELT": ("USA", "cameo", None, "USA"),
    "a region of CAMEO is no country": ("AFR", "cameo", None, None),
    "Namibia is no missing value": ("NA", "iso2", None, "NAM"),
}


@pytest.mark.parametrize(("word", "scheme", "day", "wanted"), CODES.values(), ids=CODES)
def test_a_code_means_a_place_on_a_day(book, word, scheme, day, wanted):
    assert book.place(word, book.scheme(scheme), day) == wanted


def test_the_crosswalk_can_be_asked_by_itself(record):
    found = [(scheme, entry.code) for scheme, entry, _ in codes(record, place="UKR", scheme="gw")]
    assert found == [("gw", "369")]


def test_an_unknown_scheme_is_an_error_with_the_nearest(book):
    with pytest.raises(FactError, match="did you mean 'fips'"):
        book.scheme("fipss")


def test_every_row_names_a_source_or_says_that_it_is_weak(book):
    for code, scheme in book.schemes.items():
        assert scheme.sources or scheme.weak, code
