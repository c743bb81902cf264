"""Panels: a cell is the record's line at its day, a share is days counted, and nothing is zero where nothing can be known."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from conftest import TODAY, embedded, law_on

from ratione import (
    Answer,
    Facts,
    InputError,
    Law,
    Names,
    UsFacts,
    columns,
    jurisdiction,
    spans,
    status,
    suppose,
    us_law,
)
from ratione.columns.panel_spine import units
from ratione.errors import FactError

DAY = timedelta(days=1)

LINES = {
    "signed": ("signed", "rome-statute"),
    "party": ("party", "rome-statute"),
    "good_faith": ("good_faith", "rome-statute"),
    "apic": ("party", "apic"),
    "bound_art8_2010": ("amendment_binds", "amendment-art8-2010"),
    "bound_aggression_2010": ("amendment_binds", "amendment-aggression-2010"),
    "bound_starvation_2019": ("amendment_binds", "amendment-starvation-2019"),
    "aggression_opt_out": ("opted_out", "rome-statute"),
    "accepted_12_3": ("accepted_by_declaration", "place", "rome-statute"),
    "art124_territory": ("shielded", "place", False, "rome-statute"),
    "art124_nationals": ("shielded", "passport", False, "rome-statute"),
    "us_ally": ("allied_with",),
}
"""Variables that are lines, each with its family and the keys after the state."""

REACH = {
    "reach_genocide_cah": ("genocide", "crimes-against-humanity"),
    "reach_war_crimes": ("war-crimes",),
    "reach_aggression": ("aggression",),
}


@cache
def made(kind: str, spine: str = "iso") -> columns.Panel:
    return columns.make_panel(kind, law=law_on(), spine=spine)


def cell(frame: pl.DataFrame, **where: object) -> dict[str, object]:
    rows = frame.filter(*(pl.col(name) == value for name, value in where.items()))
    assert rows.height == 1
    return rows.row(0, named=True)


def days_of(year: int) -> list[date]:
    """The days of a year that the record covers."""
    first, last = max(date(year, 1, 1), date(1998, 7, 17)), min(date(year, 12, 31), TODAY)
    return [first + DAY * count for count in range((last - first).days + 1)]


@pytest.mark.parametrize("kind", ["country-year", "country-month", "dyad-year", "treaty-member"])
def test_the_dictionary_explains_every_column_in_its_order(kind):
    panel = made(kind)
    assert panel.dictionary["column"].to_list() == panel.frame.columns
    assert all(panel.dictionary["label"].str.len_chars().is_between(1, 80))
    assert all(len(name) <= 32 for name in panel.frame.columns)
    for column in panel.columns:
        kinds = {"share": pl.Float64, "day": pl.Date, "number": pl.Int32, "count": pl.Int32}
        if column.kind in kinds:
            assert panel.frame[column.column].dtype == kinds[column.kind], column.column
        if column.kind in ("answer", "word"):
            assert panel.frame[column.column].dtype.categories.to_list() == column.values.split("; ")


def test_a_cell_is_the_line_at_the_last_day_and_a_share_is_days_counted():
    law, frame, rng = law_on(), made("country-year").frame, random.Random(1998)
    for row in rng.sample(range(frame.height), 120):
        found = frame.row(row, named=True)
        days = days_of(found["year"])[-found["days_covered"] :]
        for name, (family, *keys) in LINES.items():
            line = law.line(family, found["iso3"], *keys)
            answers = [line.at(day).answer for day in days]
            assert found[name] == str(answers[-1]), (found["iso3"], found["year"], name)
            for suffix, answer in (("share", Answer.YES), ("open", Answer.OPEN)):
                wanted = sum(one is answer for one in answers) / len(answers)
                assert found[f"{name}_{suffix}"] == pytest.approx(wanted), (found["iso3"], found["year"], name)


def test_the_status_is_that_of_the_command_on_random_days():
    law, frame, rng = law_on(), made("country-month", "gw").frame, random.Random(126)
    for row in rng.sample(range(frame.height), 150):
        found = frame.row(row, named=True)
        if found["iso3"] is None:
            continue
        last = date(found["year"] + found["month"] // 12, found["month"] % 12 + 1, 1) - DAY
        day = min(last, TODAY)
        said = status(law, found["iso3"], day)
        now = next(one.now for one in said.instruments if one.code == "rome-statute")
        assert found["status"] == (now.status if now else "none")
        assert found["withdrawal_pending"] == (
            "yes" if any(code == "rome-statute" for code, _ in said.pending) else "no"
        )


def test_what_the_court_could_reach_is_the_finding_for_somebody_without_nationality():
    law, frame, rng = law_on(), made("country-month").frame, random.Random(12)
    for row in rng.sample(range(frame.height), 40):
        found = frame.row(row, named=True)
        last = min(date(found["year"] + found["month"] // 12, found["month"] % 12 + 1, 1) - DAY, TODAY)
        for name, crimes in REACH.items():
            answers = {
                str(jurisdiction(facts(crime, last, found["iso3"], "stateless"), law=law, asked_on=TODAY).answer)
                for crime in crimes
            }
            assert found[name] == (answers.pop() if len(answers) == 1 else "open"), (found["iso3"], last, name)


def facts(crime: str, on: date, territory: str, nationality: str) -> Facts:
    return Facts(crime=crime, on=str(on), territory=territory, nationality=nationality)


def test_what_the_court_could_reach_between_two_states_is_the_finding():
    law, frame, rng = law_on(), made("dyad-year").frame, random.Random(122)
    for row in rng.sample(range(frame.height), 40):
        found = frame.row(row, named=True)
        day = min(date(found["year"], 12, 31), TODAY)
        for name, here, whose in (("reach_a_in_b", "b", "a"), ("reach_b_in_a", "a", "b")):
            asked = facts("war-crimes", day, found[f"iso3_{here}"], found[f"iso3_{whose}"])
            assert found[name] == str(jurisdiction(asked, law=law, asked_on=TODAY).answer), (found, name)


@pytest.mark.parametrize(
    ("state", "year", "status_at_end", "days"),
    [
        ("BDI", 2016, "party", 366),
        ("BDI", 2017, "former-party", 299),  # until 27 October 2017
        ("BDI", 2018, "former-party", 0),
        ("PHL", 2011, "party", 61),  # from 1 November 2011
        ("PHL", 2019, "former-party", 75),  # until 17 March 2019
        ("PSE", 2015, "party", 275),  # from 1 April 2015
        ("MYS", 2019, "none", 0),  # deposited and taken back
        ("HUN", 2026, "party", 325),  # a notice, rescinded four days before its effect
        ("UKR", 2025, "party", 365),
        ("UKR", 2024, "deposited", 0),
        ("USA", 2002, "signatory", 0),
    ],
)
def test_the_share_of_a_year_as_party_is_days_counted(state, year, status_at_end, days):
    found = cell(made("country-year").frame, iso3=state, year=year)
    assert found["status"] == status_at_end
    assert found["party_share"] * found["days_covered"] == pytest.approx(days)


def test_days_are_known_only_once_their_act_was_done():
    frame = made("country-year").frame
    burundi = {year: cell(frame, iso3="BDI", year=year) for year in (2003, 2004, 2015, 2016)}
    assert [burundi[year]["in_force_on"] for year in (2003, 2004)] == [None, date(2004, 12, 1)]
    assert [burundi[year]["withdrawal_effect_on"] for year in (2015, 2016)] == [None, date(2017, 10, 27)]
    hungary = {year: cell(frame, iso3="HUN", year=year) for year in (2025, 2026)}
    assert hungary[2025]["withdrawal_pending"] == "yes"
    assert hungary[2025]["withdrawal_effect_on"] == date(2026, 6, 2)
    assert (hungary[2026]["withdrawal_pending"], hungary[2026]["withdrawal_effect_on"]) == ("no", None)
    # Of the first ones nobody could count the day before their number was complete.
    senegal = [cell(frame, iso3="SEN", year=year)["in_force_on"] for year in (1999, 2001, 2002)]
    assert senegal == [None, None, date(2002, 7, 1)]


EXISTENCE = {
    "kosovo-gw": ("gw", {"gwno": 347}, 2008, 319, "disputed:kosovo"),
    "montenegro-iso": ("iso", {"iso3": "MNE"}, 2006, 212, "MNE"),
    "montenegro-gw": ("gw", {"gwno": 341}, 2006, 212, "MNE"),
    "south-sudan-iso": ("iso", {"iso3": "SSD"}, 2011, 176, "SSD"),
    "south-sudan-gw": ("gw", {"gwno": 626}, 2011, 176, "SSD"),
    "south-sudan-cow": ("cow", {"ccode": 626}, 2011, 176, "SSD"),
    "serbia-340-gw": ("gw", {"gwno": 340}, 2006, 210, "SRB"),
}


@pytest.mark.parametrize(("spine", "where", "year", "days", "place"), EXISTENCE.values(), ids=EXISTENCE)
def test_a_unit_has_no_row_before_it_exists_and_counts_its_days(spine, where, year, days, place):
    frame = made("country-year", spine).frame
    rows = frame.filter(*(pl.col(name) == value for name, value in where.items())).sort("year")
    assert rows["year"][0] == year
    assert (rows["days"][0], rows["days_covered"][0]) == (days, days)


def test_a_number_that_ends_has_no_row_afterwards():
    rows = made("country-year", "gw").frame.filter(pl.col("gwno") == 345).sort("year")
    assert (rows["year"][-1], rows["days"][-1]) == (2006, 155)
    assert rows["party_share"][-1] == 1
    assert made("country-year", "cow").frame.filter(pl.col("ccode") == 345)["year"].max() == TODAY.year


def test_who_cannot_act_has_no_status_and_its_ground_has_an_answer():
    abkhazia = cell(made("country-year", "gw").frame, gwno=396, year=2012)
    assert (abkhazia["iso3"], abkhazia["status"], abkhazia["party"], abkhazia["party_share"]) == (None,) * 4
    assert abkhazia["reach_war_crimes"] == "yes"
    kosovo = cell(made("country-year", "gw").frame, gwno=347, year=2012)
    assert (kosovo["iso3"], kosovo["status"], kosovo["reach_war_crimes"]) == ("XKX", "none", "open")


def test_outside_coverage_everything_is_missing_and_never_zero():
    frame = columns.panel("country-year", law=law_on(), start=date(1995, 1, 1), until=date(2030, 1, 1), states=["FRA"])
    assert frame["year"].to_list() == list(range(1995, 2030))
    outside = frame.filter((pl.col("year") < 1998) | (pl.col("year") > 2026))
    assert outside["days_covered"].to_list() == [0] * outside.height
    known = {"iso3", "name", "year", "days", "days_covered", "record"}
    assert outside.drop(known).null_count().row(0) == (outside.height,) * (len(frame.columns) - len(known))
    first = cell(frame, year=1998)
    assert (first["days"], first["days_covered"], first["signatory_share"]) == (365, 168, pytest.approx(167 / 168))


def test_a_row_is_the_same_whatever_window_was_asked():
    part = columns.panel(
        "country-year", law=law_on(), start=date(2017, 6, 5), until=date(2019, 2, 1), states=["Burundi"]
    )
    whole = made("country-year").frame.filter(pl.col("iso3") == "BDI", pl.col("year").is_between(2017, 2019))
    assert part.equals(whole)


def test_days_months_and_years_tell_the_same():
    asked = {"law": law_on(), "start": date(2017, 1, 1), "until": date(2018, 1, 1), "states": ["BDI", "GMB", "ZAF"]}
    day, month, year = (columns.panel(f"country-{kind}", **asked) for kind in ("day", "month", "year"))
    assert day.height == 3 * 365
    counted = day.group_by("iso3", maintain_order=True).agg((pl.col("party") == "yes").mean())["party"].to_list()
    assert counted == pytest.approx(year["party_share"].to_list())
    months = month.group_by("iso3", maintain_order=True).agg((pl.col("party_share") * pl.col("days")).sum() / 365)
    assert months["party_share"].to_list() == pytest.approx(year["party_share"].to_list())
    assert day.filter(pl.col("day") == date(2017, 12, 31))["status"].to_list() == year["status"].to_list()


def test_pairs_are_both_parties_one_or_none():
    frame = made("dyad-year").frame
    pair = cell(frame, iso3_a="BDI", iso3_b="RWA", year=2017)
    assert (pair["parties"], pair["parties_one"], pair["parties_none"]) == (
        "none", pytest.approx(299 / 365), pytest.approx(66 / 365))  # fmt: skip
    assert cell(frame, iso3_a="FRA", iso3_b="GBR", year=2010)["parties_both"] == 1
    shares = frame.select(pl.sum_horizontal("parties_both", "parties_one", "parties_none", "parties_open"))
    assert shares.to_series().drop_nulls().is_between(1 - 1e-9, 1 + 1e-9).all()
    alone = made("country-year").frame.select("iso3", "year", "us_agreement", "us_agreement_share")
    with_us = frame.filter(pl.col("us_agreement").is_not_null())
    assert with_us.filter((pl.col("iso3_a") != "USA") & (pl.col("iso3_b") != "USA")).is_empty()
    other = pl.when(pl.col("iso3_a") == "USA").then("iso3_b").otherwise("iso3_a").alias("iso3")
    beside = with_us.with_columns(other).join(alone, on=["iso3", "year"], suffix="_alone")
    assert beside.height == with_us.height
    assert beside["us_agreement"].equals(beside["us_agreement_alone"].alias("us_agreement"))


def test_members_are_the_spans_of_the_record():
    law, frame = law_on(), made("treaty-member").frame
    bound = [(row.instrument, row.iso3, row.start, row.until) for row in spans(law) if row.status in ("party", "bound")]
    rows = (
        frame.filter(pl.col("bound_from").is_not_null())
        .select("instrument", "iso3", "bound_from", "bound_until")
        .rows()
    )
    assert sorted(rows, key=str) == sorted(bound, key=str)
    malaysia = cell(frame, iso3="MYS", instrument="rome-statute")
    assert (malaysia["deposited_on"], malaysia["taken_back_on"], malaysia["bound"], malaysia["bound_from"]) == (
        date(2019, 3, 4), date(2019, 4, 29), "no", None)  # fmt: skip
    montenegro = cell(frame, iso3="MNE", instrument="rome-statute")
    assert (montenegro["consent_by"], montenegro["bound_from"]) == ("succession", date(2006, 6, 3))
    assert frame.filter(pl.col("still_to_come") == "yes")["bound_from"].is_between(TODAY, date(2028, 1, 1)).all()


def test_asked_earlier_the_panel_ends_earlier_and_knows_less():
    frame = columns.panel("country-year", law=Law(embedded(), date(2017, 3, 1)), states=["BDI"])
    last = frame.row(-1, named=True)
    assert (last["year"], last["days_covered"], last["party_share"]) == (2017, 60, 1)
    assert last["withdrawal_effect_on"] == date(2017, 10, 27)


def test_a_supposed_act_changes_the_panel_and_says_so():
    supposed = suppose(embedded(), Names(embedded()), ["USA ratification rome-statute 2027-03-01"])
    panel = columns.make_panel(
        "country-year",
        law=Law(supposed.record, date(2028, 12, 31), supposed.keys),
        states=["USA"],
        start=date(2026, 1, 1),
    )
    assert panel.frame["party_share"].to_list() == [0, pytest.approx(245 / 365), 1]  # from 1 May 2027
    assert panel.about["supposed"] != "nothing"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"kind": "country-yaer"}, "did you mean 'country-year'?"),
        ({"spine": "cwo"}, "did you mean 'cow'?"),
        ({"states": ["Frnce"]}, "did you mean 'france'?"),
        (
            {"start": date(2020, 1, 1), "until": date(2019, 1, 1)},
            "until: found '2019-01-01', expected a day after 2020-01-01",
        ),
        ({"law": Law(embedded(), date(1998, 7, 16))}, "asked-on: found '1998-07-16', expected 1998-07-17"),
    ],
)
def test_a_wrong_word_is_one_clear_line(words, said):
    with pytest.raises(FactError) as fault:
        columns.make_panel(**{"kind": "country-year", "law": law_on(), **words})
    assert said in str(fault.value)


def test_a_pair_needs_two():
    with pytest.raises(InputError, match="at least two"):
        columns.make_panel("dyad-year", law=law_on(), states=["FRA"])


def test_what_united_states_law_gives_a_state_is_its_own_answer():
    law, frame, rng = law_on(), made("country-year").frame.filter(pl.col("iso3") != "USA"), random.Random(98)
    for row in rng.sample(range(frame.height), 25):
        found = frame.row(row, named=True)
        day = min(date(found["year"], 12, 31), TODAY)
        for name, activity in (
            ("us_military_aid", "military-aid-to-party"),
            ("us_economic_support", "economic-support-funds"),
        ):
            asked = UsFacts(activity=activity, on=str(day), beneficiary=f"state:{found['iso3']}")
            assert found[name] == us_law(law.record, asked, asked_on=TODAY, brief=True).answer, (
                found["iso3"],
                day,
                name,
            )


def test_an_agreement_on_days_that_nobody_checked_is_open():
    frame = made("country-year").frame
    for row in embedded().lawbook.agreements.values():
        found = cell(frame, iso3=row.state, year=2010)
        wanted = "yes" if row.effective else "open" if row.reported_as in ("in-force", "reported") else "no"
        assert found["us_agreement"] == wanted, row.state
        assert found["us_agreement_signed"] == ("yes" if row.signed else "open"), row.state
        assert found["us_agreement_in_force_on"] == row.effective
    others = set(embedded().states) - {row.state for row in embedded().lawbook.agreements.values()}
    none = frame.filter(pl.col("iso3").is_in(others), pl.col("year") == 2010)
    assert set(none["us_agreement"]) == set(none["us_agreement_signed"]) == {"no"}


@pytest.mark.parametrize(
    ("state", "year", "examination", "investigation", "situations"),
    [
        ("AFG", 2006, "no", "no", None),
        ("AFG", 2007, "yes", "no", "AFG:examination"),
        ("AFG", 2020, "no", "yes", "AFG:investigation"),
        ("UGA", 2022, "no", "yes", "UGA:investigation"),
        ("UGA", 2023, "no", "no", None),
        ("COM", 2019, "yes", "no", "COM:examination"),
        ("IRQ", 2004, "yes", "no", "IRQ06:examination"),
        ("SDN", 2005, "no", "yes", "SDN:investigation"),
    ],
)
def test_situations_before_the_court_are_dated(state, year, examination, investigation, situations):
    found = cell(made("country-year").frame, iso3=state, year=year)
    assert (found["examination"], found["investigation"], found["situations"]) == (
        examination,
        investigation,
        situations,
    )


def test_a_year_that_is_all_that_is_known_is_open_within_it():
    found = cell(made("country-month").frame, iso3="AFG", year=2007, month=6)
    assert (found["examination"], found["examination_open"], found["situations"]) == ("open", 1, "AFG:examination?")


def test_before_any_referral_nothing_is_reached_by_one():
    frame = columns.panel("country-year", law=Law(embedded(), date(2003, 6, 1)), states=["SDN"])
    assert set(frame["reach_by_council"]) == {"no"}
    later = made("country-year").frame
    assert cell(later, iso3="LBY", year=2012)["reach_by_council"] == "yes"
    assert cell(later, iso3="SDN", year=2003)["reach_by_council"] == "open"  # a part of the country only


def test_a_panel_larger_than_a_machine_is_refused():
    with pytest.raises(InputError, match=r"about .* rows, more than"):
        columns.panel("country-day", law=law_on(), start=date(1900, 1, 1), until=date(2199, 1, 1))


def test_a_panel_of_days_has_no_shares_and_its_dictionary_fits():
    panel = columns.make_panel(
        "country-day", law=law_on(), start=date(2026, 11, 1), until=date(2026, 12, 1), spine="cow"
    )
    assert panel.dictionary["column"].to_list() == panel.frame.columns
    assert "share" not in {column.kind for column in panel.columns}
    after = panel.frame.filter(pl.col("day") > TODAY)
    assert set(after["days_covered"]) == {0}
    assert after["party"].null_count() == after.height > 0
    assert panel.frame.filter(pl.col("day") <= TODAY)["party"].null_count() == 0


@pytest.mark.parametrize("spine", ["iso", "gw", "cow"])
def test_the_codes_of_a_row_mean_its_place_on_its_last_day(spine):
    book, day = columns.Codes(embedded()), date(2010, 12, 31)
    own = {"iso": "iso3", "gw": "gwno", "cow": "ccode"}[spine]
    places = {unit.code: unit.place for unit in units(law_on(), spine)}
    rows = made("country-year", spine).frame.filter(pl.col("year") == day.year)
    for row in rows.select("iso3", "gwno", "ccode").iter_rows(named=True):
        place = places[str(row[own])]
        for scheme, name in (("gw", "gwno"), ("cow", "ccode")):
            held = {
                entry.code
                for entry in book.schemes[scheme].codes
                if entry.means == place and (entry.start or date.min) <= day < (entry.until or date.max)
            }
            assert (str(row[name]) if row[name] is not None else None) in (held or {None}), (row, held)
    known = {tuple(row) for row in rows.select("iso3", "gwno", "ccode").iter_rows()}
    assert known >= {("DEU", 260, 255), ("YEM", 678, 679), ("SRB", 340, 345), ("KIR", 970, 946), ("VNM", 816, 816)}


def test_the_page_names_columns_that_there_are():
    page = (Path(__file__).parents[2] / "docs" / "panels.md").read_text("utf-8")
    told = page.partition("## What the columns are")[2].partition("## Formats")[0]
    known = {name for kind in ("country-year", "dyad-year") for name in made(kind).frame.columns}
    words = set(re.findall(r"`([a-z0-9_]+)`", told)) - {"by_territory"}
    assert len(words) > 30
    assert words <= known
    assert {column.column for column in made("country-year").columns if column.kind == "answer"} - words <= {
        name for name in known if name.startswith("bound_")
    }
