"""Names of those listed and of holders: a slip of the pen is an error, a stranger is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ratione import FactError
from ratione.limbs.us_names import check_holder, listing_told, words_of
from ratione.record.reading import read

RECORD = read(Path(__file__).parents[2] / "data")
BOOK = RECORD.lawbook

FOUND = {
    "Kimberly Prost": "prost", "prost": "prost", "Karim A.A. Khan": "khan", "Khan, Karim": "khan",
    "Nazhat Khan": "shameem-khan", "Luz Ibanez Carranza": "ibanez-carranza", "Al-Haq": "al-haq", "al haq": "al-haq",
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), FOUND.items(), ids=FOUND)
def test_a_name_means_the_listing_that_bears_it(name, code):
    assert listing_told(BOOK, name, field="beneficiary") == code


MISSES = {
    "Kimberly Prots": "Kimberly Prost", "Prots": "Kimberly Prost", "K. Prost": "Kimberly Prost", "Hohlre": "Beti Hohler",
    "Judge Kimberly Prost": "Kimberly Prost", "KimberlyProst": "Kimberly Prost", "Karim Kahn": "Karim Asad Ahmad Khan",
    "Carranza": "Luz del Carmen Ibáñez Carranza", "Tomoko Akana": "Tomoko Akane", "Mr Damdin": "Erdenebalsuren Damdin",
    "Fransesca Albanese": "Francesca Paola Albanese", "Al Mezan Centre for Human Rights": "Al Mezan Center for Human Rights",
    "Internatonal Criminal Court": "International Criminal Court",
}  # fmt: skip


@pytest.mark.parametrize(("name", "meant"), MISSES.items(), ids=MISSES)
def test_a_name_that_is_nearly_listed_is_an_error_that_names_the_listing(name, meant):
    with pytest.raises(FactError) as fault:
        listing_told(BOOK, name, field="beneficiary")
    assert fault.value.hint == meant
    assert "no-listed-person" in str(fault.value)
    assert listing_told(BOOK, name, field="beneficiary", other=True) == "", "the condition says that another is meant"


def test_a_name_that_fits_two_listings_names_both():
    with pytest.raises(FactError, match="not Karim Asad Ahmad Khan and Nazhat Shameem Khan"):
        listing_told(BOOK, "Khan", field="beneficiary")


STRANGERS = (
    "Jane Roe", "Piotr Hofmański", "Philippe Kirsch", "Luis Moreno-Ocampo", "James Stewart", "Rosario Aitala",
    "Sang-Hyun Song", "Silvia Fernández de Gurmendi", "Kimberly Jones", "Maria Khan", "Amnesty International",
)  # fmt: skip


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_legal_input_and_listed_nowhere(name):
    assert listing_told(BOOK, name, field="beneficiary") == ""


def test_nobody_else_whom_the_record_names_is_taken_for_somebody_listed():
    listed = {words_of(one) for row in BOOK.listings.values() for one in (row.name, *row.also)}
    last = {name[-1] for name in listed}
    others = [row.name for row in RECORD.history.people.values() if words_of(row.name)[-1] not in last]
    assert len(others) > 20
    assert {listing_told(BOOK, name, field="beneficiary") for name in others} == {""}


HOLDERS = {
    "injunction:Smyth": "Smith v. Trump (D. Me. 18 July 2025)",
    "injunction:Ronna": "Rona v. Trump (S.D.N.Y. 30 July 2025; judgment 18 August 2025)",
    "actor:Matthew Smyth": "Matthew Smith",
    "actor:Eric Iversen": "Eric Iverson",
}


@pytest.mark.parametrize(("words", "meant"), HOLDERS.items(), ids=HOLDERS)
def test_a_holder_or_case_that_is_misspelt_is_an_error(words, meant):
    prefix, colon, word = words.partition(":")
    with pytest.raises(FactError) as fault:
        check_holder(BOOK, prefix + colon, word)
    assert fault.value.hint == meant


def test_an_injunction_of_no_record_is_an_error_and_any_actor_is_not():
    with pytest.raises(FactError, match="an injunction of the record"):
        check_holder(BOOK, "injunction:", "Jones")
    for word in ("Jane Roe", "David Smith", "Gabor Rona", "Open Society Justice Initiative"):
        check_holder(BOOK, "actor:", word)
