"""Placing: a table's country and its coordinates together; the finer ground counts, the country picks, and the row says so."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import numpy as np
import pandas as pd
import polars as pl
import pytest
from conftest import embedded

from ratione import FactError, InputError, columns
from ratione.columns.cells import Cells
from ratione.columns.placing import NOTES, PLACES, Placing, coordinates, count_impossible
from ratione.surfaces import cli
from ratione.timelines.law import Law

MAP = {"date": "day", "territory": "place", "latitude": "lat", "longitude": "lon"}
GOMA, KISANGANI = (-1.679, 29.234), (0.515, 25.191)

CASES = [
    ("the table and the coordinates agree", "COD", KISANGANI, "2010-01-01", "COD", ""),
    ("a town that the map draws across the border", "COD", GOMA, "2010-01-01", "COD", "just across a border"),
    ("the same without a country", "", GOMA, "2010-01-01", "", "open: too near a border"),
    ("another country, far from the border", "UGA", KISANGANI, "2010-01-01", "UGA", "coordinates lie elsewhere"),
    ("no country", "", KISANGANI, "2010-01-01", "COD", "by coordinates"),
    ("a contested place of the country", "UKR", (44.952, 34.102), "2015-01-01", "disputed:crimea", "finer"),
    ("a contested place under a code in use", "RUS", (44.952, 34.102), "2015-01-01", "disputed:crimea", "under another"),
    ("the same under a code that none uses", "RUS", (42.228, 43.969), "2015-01-01", "", "open: in a contested place"),
    ("Gaza as UCDP writes it", "ISR", (31.5, 34.45), "2015-01-01", "disputed:gaza", "contested"),
    ("Rafah in Egypt, beside the line", "EGY", (31.288, 34.238), "2015-01-01", "EGY", "just across a border"),
    ("Hebron", "ISR", (31.53, 35.094), "2015-01-01", "disputed:west-bank", "under another"),
    ("the Old City", "ISR", (31.777, 35.234), "2015-01-01", "disputed:east-jerusalem", "under another"),
    ("a town beside the line of Gaza", "ISR", (31.325, 34.34), "2015-01-01", "disputed:gaza", "its line is near"),
    ("Hebron under the state", "PSE", (31.53, 35.094), "2015-01-01", "disputed:west-bank", "finer"),
    ("the state where two of its parts are near", "PSE", (31.845, 35.22), "2015-01-01", "disputed:palestine", "inner border"),
    ("Tel Aviv", "ISR", (32.08, 34.78), "2015-01-01", "ISR", ""),
    ("Darfur", "SDN", (13.628, 25.349), "2005-01-01", "SDN:darfur", "finer"),
    ("Darfur named, Khartoum meant", "SDN:darfur", (15.55, 32.53), "2005-01-01", "SDN:darfur", "elsewhere"),
    ("Juba before 9 July 2011", "SDN", (4.852, 31.582), "2009-01-01", "SSD", "finer"),
    ("Juba from then on", "SDN", (4.852, 31.582), "2012-01-01", "SDN", "elsewhere"),
    ("Podgorica before 3 June 2006", "SRB", (42.441, 19.263), "2004-01-01", "MNE", "finer"),
    ("Podgorica from then on", "SRB", (42.441, 19.263), "2007-01-01", "SRB", "elsewhere"),
    ("Pristina", "SRB", (42.673, 21.169), "2000-01-01", "disputed:kosovo", "finer"),
    ("Dili as Indonesia", "IDN", (-8.559, 125.579), "1999-01-01", "IDN", "elsewhere"),
    ("Nuuk", "DNK", (64.18, -51.72), "2003-01-01", "GRL", "finer"),
    ("Nukunonu", "NZL", (-9.2, -171.848), "2003-01-01", "TKL", "finer"),
    ("Laayoune as Morocco", "MAR", (27.15, -13.2), "2010-01-01", "disputed:western-sahara", "under another"),
    ("Kyrenia", "CYP", (35.34, 33.32), "2010-01-01", "disputed:northern-cyprus", "finer"),
    ("the Netherlands Antilles on an island that followed", "ANT", (12.11, -68.93), "2005-01-01", "ANT", "elsewhere"),
    ("Srinagar", "IND", (34.09, 74.8), "2010-01-01", "IND", "does not know"),
    ("Srinagar without a country", "", (34.09, 74.8), "2010-01-01", "", "open: coordinates on contested land"),
    ("just off a coast", "", (6.42, 3.4), "2010-01-01", "NGA", "off the coast"),
    ("just off a coast, and the country is given", "NGA", (6.41, 3.4), "2010-01-01", "NGA", ""),
    ("off a contested place under a code in use", "RUS", (44.61, 33.4), "2015-01-01", "disputed:crimea", "under another"),
    ("far out at sea", "NGA", (0, -30), "2010-01-01", "NGA", "at sea"),
    ("far out at sea without a country", "", (0, -30), "2010-01-01", "", "open: coordinates at sea"),
    ("a ship", "vessel:PAN", KISANGANI, "2010-01-01", "vessel:PAN", ""),
    ("null island", "NGA", (0, 0), "2010-01-01", "NGA", "by the table: no coordinates"),
    ("null island without a country", "", (0, 0), "2010-01-01", "", "open: no coordinates"),
    ("no coordinates", "KEN", (None, None), "2010-01-01", "KEN", "by the table: no coordinates"),
]  # fmt: skip


DARFUR, GAZA, CRIMEA, SRINAGAR = (
    next(case for case in CASES if case[0].startswith(word))
    for word in ("Darfur", "Gaza", "a contested place of", "Srinagar without")
)


def frame(cases):
    return pl.DataFrame(
        {
            "day": [date.fromisoformat(case[3]) for case in cases],
            "place": [case[1] or None for case in cases],
            "lat": [case[2][0] for case in cases],
            "lon": [case[2][1] for case in cases],
        },
        schema_overrides={"lat": pl.Float64, "lon": pl.Float64},
    )


@pytest.fixture(scope="module")
def tagged():
    return columns.tag(frame(CASES), map=MAP)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case[0] for case in CASES])
def test_where_a_row_lies(tagged, number):
    row = tagged.row(number, named=True)
    *_, place, note = CASES[number]
    assert row["place_used"] == place
    assert note in row["place_note"] if note else row["place_note"] == ""


def test_the_answer_is_that_of_the_place(tagged):
    plain = tagged.select("day", pl.col("place_used").cast(pl.String).replace("", None).alias("place"))
    again = columns.tag(plain, map={"date": "day", "territory": "place"})
    for name in ("if_war_crime", "by_territory", "by_council", "link", "note"):
        assert tagged[name].cast(pl.String).to_list() == again[name].cast(pl.String).to_list(), name


@pytest.mark.parametrize(
    ("which", "place", "note"),
    [
        ("finer", "COD", "by the table: coordinates lie just across a border"),
        ("shape", "RWA", "by coordinates: the table gives another"),
        ("table", "COD", "by the table: coordinates lie just across a border"),
    ],
)
def test_what_counts_can_be_chosen(which, place, note):
    row = columns.tag(frame(CASES[1:2]), map=MAP, places=which).row(0, named=True)
    assert (row["place_used"], row["place_by_coordinates"], row["place_note"]) == (place, "RWA", note)


def test_without_coordinates_nothing_is_said_of_them():
    found = columns.tag(frame(CASES[:1]), map=MAP, places="none")
    assert not {"place_used", "place_by_coordinates", "place_note"} & set(found.columns)
    assert "place_note" not in columns.tag(frame(CASES[:1]), map={"date": "day", "territory": "place"}).columns
    assert found["by_territory"].cast(pl.String).to_list() == ["yes"]


def test_rough_coordinates_do_not_count():
    table = frame([DARFUR, DARFUR, DARFUR]).with_columns(pl.Series("near", [1, 6, None]))
    found = columns.tag(table, map={**MAP, "precision": "near:1+2"})
    assert found["place_used"].cast(pl.String).to_list() == ["SDN:darfur", "SDN", "SDN"]
    assert found["place_note"].cast(pl.String).to_list()[1] == "by the table: coordinates too rough"
    assert found["by_council"].cast(pl.String).to_list() == ["yes", "open", "open"]


def test_the_precision_of_known_layouts_is_read():
    table = pl.DataFrame(
        {
            "SQLDATE": [20050101, 20050101],
            "ActionGeo_CountryCode": ["SU", "SU"],
            "ActionGeo_Type": [4, 1],
            "ActionGeo_Lat": [13.628, 15.0],
            "ActionGeo_Long": [25.349, 25.0],
        }
    )
    assert columns.tag(table)["place_used"].cast(pl.String).to_list() == ["SDN:darfur", "SDN"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"date": "day", "latitude": "lat"}, "give both"),
        ({**MAP, "precision": "lat"}, "precise enough"),
    ],
)
def test_a_map_that_cannot_be_followed(given, said):
    with pytest.raises((FactError, InputError), match=said):
        columns.tag(frame(CASES[:1]), map=given)


def test_an_unknown_choice_is_named_with_the_nearest():
    with pytest.raises(FactError, match="finer") as fault:
        columns.tag(frame(CASES[:1]), map=MAP, places="finner")
    assert fault.value.hint == "finer"


def test_every_kind_of_frame_gives_the_same(tagged, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    from ratione.columns.duckdb import tag_relation

    table = frame([case for case in CASES if case[4]])
    wanted = words(tagged.filter(pl.col("place_used") != ""))
    held = table.to_pandas().set_index(pd.Index(range(100, 100 + table.height)))
    assert words(columns.tag(table.lazy(), map=MAP).collect()) == wanted
    assert words(pl.from_arrow(columns.tag(table.to_arrow(), map=MAP))) == wanted
    assert words(pl.from_pandas(columns.tag(held, map=MAP).reset_index(drop=True))) == wanted
    connection = duckdb.connect()
    assert words(tag_relation(connection, connection.from_arrow(table.to_arrow()), MAP).pl()) == wanted
    table.write_csv(tmp_path / "in.csv")
    columns.tag_file(tmp_path / "in.csv", tmp_path / "out.parquet", MAP, findings=False)
    assert words(pl.read_parquet(tmp_path / "out.parquet")) == wanted


def words(frame):
    said = ("if_war_crime", "by_territory", "place_used", "place_by_coordinates", "place_note")
    return frame.select(pl.col(*said).cast(pl.String)).rows()


def test_a_row_is_replayed_where_it_was_placed(tmp_path):
    some = [DARFUR, GAZA, CRIMEA, SRINAGAR]
    frame(some).write_parquet(tmp_path / "in.parquet")
    done = columns.tag_file(tmp_path / "in.parquet", tmp_path / "out.parquet", MAP)
    rows = pl.read_parquet(tmp_path / "out.parquet").rows(named=True)
    for number, row in enumerate(rows):
        _, (finding,), notes = columns.explain_row(tmp_path / "out.parquet", number, "if_war_crime")
        assert str(finding.answer) == row["if_war_crime"]
        assert finding.facts.territory == row["place_used"] == some[number][4]
        assert notes["row"] == {name: row[name] for name in ("place_used", "place_by_coordinates", "place_note")}
    assert done.placing.counts == {
        ("ISR", "disputed:gaza", "by coordinates: contested, and the table writes it under another"): 1,
        ("", "", "open: coordinates on contested land that the record does not know"): 1,
    }


def test_the_program_tells_where_a_row_lies(tmp_path, capsys):
    frame([GAZA]).write_parquet(tmp_path / "in.parquet")
    out = str(tmp_path / "out.parquet")
    words = ",".join(f"{field}={column}" for field, column in MAP.items())
    assert cli.main(["tag", str(tmp_path / "in.parquet"), "-o", out, "--map", words, "--no-findings"]) == 0
    assert "under another: 1 rows (ISR / disputed:gaza 1)" in capsys.readouterr().out
    assert cli.main(["explain", out, "--row", "0", "--no-tree"]) == 0
    assert "the row lies in disputed:gaza (by coordinates" in capsys.readouterr().err
    assert (
        cli.main(["tag", str(tmp_path / "in.parquet"), "-o", out, "--map", words, "--places", "table", "--json"]) == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert (said["places"], said["places_differ"][0]["note"]) == ("table", "by the table: coordinates lie elsewhere")


def test_what_is_written_in_columns_of_degrees_is_read():
    unread = Counter()
    series = pl.Series(["12.5", " -3 ", "", "north", None, "north"])
    assert np.isnan(coordinates(series, "latitude", unread)).tolist() == [False, False, True, True, True, True]
    assert unread == {("latitude", "north", "no number of degrees"): 2}
    assert coordinates(pl.Series([1, None]), "latitude", unread).tolist()[0] == 1.0


def test_what_is_no_point_is_counted():
    unread = Counter()
    count_impossible(np.array([0.0, 10.0, 3.0, 6.0]), np.array([0.0, 91.0, np.nan, 5.0]), unread)
    assert unread == {
        ("coordinates", "0, 0", "no point that is meant"): 1,
        ("coordinates", "beyond 90 or 180 degrees", "no point on Earth"): 1,
        ("coordinates", "", "not given"): 1,
    }


def test_a_note_says_what_counted():
    """No note says that the table counted where another place was used, in any mode, for any pair of places."""
    record = embedded()
    law, cells = Law(record, record.day), Cells(record)
    some = [
        cells.place(word)
        for word in ("", "ISR", "PSE", "SDN", "SDN:darfur", "UKR", "disputed:gaza", "vessel:PAN")
        if word
    ]
    for which in PLACES[:3]:
        placing = Placing(law, cells, which)
        units = [
            placing.shapes.units.index(word) for word in ("", "-", "ISR", "disputed:gaza", "SDN:darfur", "SSD", "UKR")
        ]
        for table in (0, *some):
            for unit in units:
                for others in ([], [units[3]], [units[2], units[4]]):
                    place, note = placing.decide(0, table, unit, [other for other in others if other != unit])
                    said = NOTES[note]
                    assert place == table or not said.startswith("by the table"), (which, table, unit, others)
                    assert place or not said.startswith("by coordinates")
                    assert not place or not said.startswith("open")
                    assert place or said or not table
