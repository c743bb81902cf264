"""Findings on United States law: what is wanted, what would change them, what is supposed."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ratione.errors import FactError
from ratione.finding.us_exports import as_csv, atom, icalendar, timelinejs
from ratione.finding.us_history import history_text, in_office, us_timeline
from ratione.finding.us_law import us_law
from ratione.finding.us_lists import agreements, all_agreements, sanctions
from ratione.finding.us_table import us_table
from ratione.finding.us_words import text_of
from ratione.limbs.us_facts import UsFacts
from ratione.record.reading import read

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def record():
    return read(DATA)


def asked(record, activity: str, on: str, suppose=(), question="permitted", **facts):
    return us_law(
        record, UsFacts(activity=activity, on=on, **facts), asked_on=TODAY, suppose=suppose, question=question
    )


def test_an_open_answer_names_the_fact_that_it_wants(record):
    found = asked(record, "rewards", "2014-01-01", accused_nationality="UGA", accused_of="war-crimes")
    assert (found.answer, found.open_kind, found.kind) == ("open", "conditional", "fact")
    assert [fact.fact for fact in found.wanted] == ["notice-15-days"]
    assert found.reason == "Open for want of a fact: notice-15-days."


def test_an_unsettled_answer_says_why(record):
    found = asked(record, "direct-funding", "2023-06-01", beneficiary="icc", situation="UKR", accused_nationality="RUS")
    assert (found.answer, found.open_kind, found.kind) == ("open", "unsettled", "weak")
    assert "was not read" in found.reason
    assert found.weak == ("usc22-7433-2022: the document itself was not read, only what others say of it",)


def test_powers_that_nobody_used_are_listed_with_who_may_use_them(record):
    found = asked(record, "treaty-accession", "2024-01-01")
    acts = {(change.act, change.gives): change.who for change in found.changes}
    assert found.answer == "no"
    assert (
        acts["A treaty made with the consent of two thirds of the Senate", "yes"]
        == "the President with two thirds of the Senate"
    )
    both = [act for act, gives in acts if act.startswith("the end of 22 U.S.C. 262-1(a)") and " and " in act]
    assert len(both) == 1


def test_a_licence_that_is_relied_on_is_said_with_who_may_end_it(record):
    found = asked(record, "sanctions-dealing", "2026-11-01", beneficiary="icc", conditions="service:it-cloud")
    assert found.answer == "yes"
    assert ("the end of OFAC ICC GL 14 (order of 14-16 inferred)".replace("14-16", "14 to 16"), "no") in {
        (change.act, change.gives) for change in found.changes
    }


SUPPOSED = {
    "a repeal of one ban is not enough": (["end usc22-7401b 2027-01-01"], "no"),
    "a repeal of both": (["end usc22-7401b 2027-01-01", "end usc22-7423e 2027-01-01"], "open"),
    "accession": (["USA ratification rome-statute 2026-12-01"], "yes"),
}


@pytest.mark.parametrize(("acts", "answer"), SUPPOSED.values(), ids=SUPPOSED)
def test_what_is_supposed_counts_whatever_its_day(record, acts, answer):
    found = asked(record, "direct-funding", "2028-01-01", beneficiary="icc", suppose=acts)
    assert found.answer == answer
    assert found.supposed == tuple(acts)
    assert asked(record, "direct-funding", "2028-01-01", beneficiary="icc").answer == "no", (
        "the record itself is as before"
    )


def test_somebody_supposed_to_be_listed_or_taken_off(record):
    told = {"beneficiary": "person:Jane Roe", "conditions": "contract"}
    assert asked(record, "sanctions-dealing", "2027-06-01", **told).answer == "yes"
    assert asked(record, "sanctions-dealing", "2027-06-01", **told, suppose=["list Jane Roe 2027-01-01"]).answer == "no"
    judge = {"beneficiary": "icc-official:Beti Hohler", "conditions": "contract"}
    assert (
        asked(record, "sanctions-dealing", "2026-11-01", **judge, suppose=["delist Beti Hohler 2026-10-01"]).answer
        == "yes"
    )
    later = asked(record, "sanctions-dealing", "2027-06-01", **judge, suppose=["delist Beti Hohler 2027-01-01"])
    assert later.answer == "yes", "what is supposed counts whatever its day"


def test_a_slip_of_the_pen_never_makes_dealing_with_somebody_listed_free(record):
    day = {"on": "2025-08-25", "actor": "private-us-person"}
    assert asked(record, "sanctions-dealing", **day, beneficiary="person:Kimberly Prost").answer == "open"
    with pytest.raises(FactError, match="did you mean 'Kimberly Prost'"):
        asked(record, "sanctions-dealing", **day, beneficiary="person:Kimberly Prots")
    other = asked(
        record, "sanctions-dealing", **day, beneficiary="person:Kimberly Prots", conditions="no-listed-person"
    )
    assert other.answer == "yes"
    assert "nobody listed is meant; no listing bears the name Kimberly Prots" in other.presumed


def test_a_ground_under_which_somebody_is_not_listed_is_said_as_that(record):
    facts = {"actor": "private-us-person", "beneficiary": "person:Kimberly Prost"}
    text = text_of(asked(record, "sanctions-dealing", "2025-08-25", **facts))
    assert "Is the beneficiary listed? No." not in text
    assert "Is the beneficiary listed under this ground? No." in text


def test_the_text_goes_from_the_answer_to_its_sources(record):
    found = asked(record, "in-kind-support", "2015-01-01", beneficiary="icc", situation="SDN", accused_nationality="SDN",
                  accused_of="genocide", conditions="case-specific")  # fmt: skip
    text = text_of(found)
    assert text.startswith("YES (permitted): in-kind-support on 2015-01-01")
    assert "lift: 22 U.S.C. 7433 (2002-2022)" in text
    assert text.index("ban:") < text.index("Over time:") < text.index("Source:")
    assert found.to_dict()["deciding_measures"] == ["usc22-7401b", "olc-2010", "usc22-7423e", "usc22-7433-2002"] or (
        set(found.deciding_measures) == {"usc22-7401b", "olc-2010", "usc22-7423e", "usc22-7433-2002"}
    )


def test_a_table_answers_its_good_rows_and_says_what_is_wrong_with_the_others(record):
    rows = [
        {"id": "a", "on": "2015-01-01", "activity": "direct-funding", "beneficiary": "icc"},
        {"id": "b", "on": "2015-01-01", "activity": "direct-fundin"},
    ]
    found = list(us_table(rows, record, asked_on=TODAY))
    assert [(row["id"], row["answer"]) for row in found] == [("a", "no"), ("b", "error")]
    assert found[0]["deciding_measures"] == "usc22-7401b;usc22-7423e"
    assert "did you mean 'direct-funding'?" in found[1]["reason"]


def test_a_row_with_a_column_that_is_nearly_a_fact_is_not_answered(record):
    row = {"on": "2015-01-01", "activity": "direct-funding", "actr": "president", "colour": "red"}
    (found,) = us_table([row], record, asked_on=TODAY)
    assert found["answer"] == "error"
    assert "did you mean 'actor'?" in found["reason"]
    assert [one["answer"] for one in us_table([{**row, "actor": ""}], record, asked_on=TODAY)] == ["no"], "told too"


def test_sanctions_keep_designation_publication_and_effect_apart(record):
    found = sanctions(record, date(2025, 2, 20), asked_on=TODAY)
    (khan,) = found.listed
    assert (khan.designated, khan.published, khan.effective) == ("2025-02-06", "2025-02-13", "2025-02-06")
    assert [len(sanctions(record, day, asked_on=TODAY).listed) for day in (date(2021, 3, 31), date(2021, 4, 1))] == [
        2,
        0,
    ]
    assert "International Criminal Court" in sanctions(record, date(2026, 10, 9), asked_on=TODAY).text()


def test_an_injunction_and_a_stay_show_in_what_is_enforced(record):
    days = {date(2026, 5, 12): "yes", date(2026, 5, 13): "no", date(2026, 5, 21): "open"}
    for day, enforced in days.items():
        rows = {row.name: row.enforced for row in sanctions(record, day, asked_on=TODAY).listed}
        assert rows["Francesca Paola Albanese"] == enforced


def test_both_published_numbers_of_agreements_stand_beside_the_count(record):
    found = all_agreements(record)
    assert {(one.published, one.counted) for one in found.totals} == {(100, 99), (102, 102)}
    assert len(found.rows) == 105
    assert "102" in found.text()


def test_aid_of_a_state_over_time(record):
    found = agreements(record, "Ireland", asked_on=TODAY)
    assert [(one.start, one.answer) for one in found.military_aid][:2] == [("", "yes"), ("2003-07-01", "no")]
    assert agreements(record, "India", asked_on=TODAY).military_aid == ()


TRANSITIONS = {
    "2001-01-19": "Bill Clinton", "2001-01-20": "George W. Bush", "2009-01-19": "George W. Bush",
    "2009-01-20": "Barack Obama", "2017-01-20": "Donald Trump", "2021-01-19": "Donald Trump", "2021-01-20": "Joe Biden",
    "2025-01-20": "Donald Trump",
}  # fmt: skip


@pytest.mark.parametrize(("day", "who"), TRANSITIONS.items(), ids=TRANSITIONS)
def test_on_the_day_of_a_transition_the_one_who_comes_in_holds_the_office(record, day, who):
    found = in_office(record, date.fromisoformat(day), ("President",))
    assert [name for name, held in found if held.body == "United States"] == [who]


def test_events_are_filed_under_the_administration_of_their_day(record):
    starts = {"clinton": 1993, "bush": 2001, "obama": 2009, "trump-1": 2017, "biden": 2021, "trump-2": 2025}
    order = list(starts)
    for event in record.history.events.values():
        first = date(starts[event.administration], 1, 20)
        after = order.index(event.administration) + 1
        last = date(starts[order[after]], 1, 20) if after < len(order) else date.max
        assert first <= event.day < last or event.precision != "day", event.code


def test_the_history_is_filtered_and_exported(record):
    rows = us_timeline(record, administration="trump-2", kind="sanction")
    assert rows
    assert {row.kind for row in rows} == {"sanction"}
    assert rows[-1].date == "2026-10-09"
    assert len(list(csv.DictReader(io.StringIO(as_csv(rows))))) == len(rows)
    calendar = icalendar(rows, stamp=TODAY)
    assert calendar.count("BEGIN:VEVENT") == len(rows)
    assert max(len(line.encode()) for line in calendar.split("\r\n")) <= 75
    assert atom(rows, stamp=TODAY, version="x").count("<entry>") == len(rows)
    assert len(timelinejs(rows)["events"]) == len(rows)
    assert f"{len(rows)} rows." in history_text(rows)


def test_there_are_two_hundred_events_and_each_names_a_source_or_is_weak(record):
    events = record.history.events.values()
    assert len(events) >= 200
    assert [one.code for one in events if not one.sources and one.weak != "recalled"] == []


def test_a_waiver_that_is_remembered_only_is_marked(record):
    found = asked(record, "military-aid-to-party", "2006-10-05", beneficiary="state:KEN", conditions="imet")
    assert found.answer == "yes"
    assert "waiver 2006-10-02-interest: rests on memory; no document was read" in found.weak
