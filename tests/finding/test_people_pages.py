"""Persons in public roles: who is listed, who said what, and that nobody is taken for another of the same name."""

from __future__ import annotations

import pytest
from conftest import embedded

import ratione


@pytest.mark.parametrize(
    ("code", "named"),
    [("karim-khan", ["Karim Asad Ahmad Khan"]), ("barack-obama", []), ("tomoko-akane", ["Tomoko Akane"])],
)
def test_a_person_is_shown_with_the_listings_of_that_person_only(code: str, named: list[str]) -> None:
    assert [row.name for row in ratione.person_page(embedded(), code).listings] == named


def test_an_event_that_could_name_either_of_two_of_one_name_names_neither() -> None:
    for code in ("karim-khan", "nazhat-shameem-khan"):
        titles = [row.title for row in ratione.person_page(embedded(), code).events]
        assert not [title for title in titles if "removes Prosecutor Khan" in title]


def test_a_last_name_counts_only_in_office() -> None:
    events = ratione.person_page(embedded(), "condoleezza-rice").events
    assert events
    assert all(row.day < "2009-02" for row in events)


def test_a_statement_leads_to_its_speaker() -> None:
    said = ratione.person_page(embedded(), "bill-clinton").statements
    assert [row.day for row in said] == ["2000-12-31"]
