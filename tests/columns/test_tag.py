"""Tagging: frames of every kind, files whole or not at all, and nothing dropped in silence."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from columns.agreement import differences

from ratione import Law, Names, Record, columns, suppose
from ratione.errors import FactError, InputError
from ratione.surfaces import cli

MAP = {"date": "day", "territory": "place"}
FRAME = pl.DataFrame(
    {
        "day": ["2022-03-04", "2022-03-04", "1995-01-01", None, "2010-02-30"],
        "place": ["Ukraine", "Wakanda", "France", "Mali", "Chad"],
    }
)


def answers(frame):
    return pl.DataFrame(frame)["if_war_crime"].cast(pl.String).to_list()


WANTED = ["yes", "open", "no", "open", "open"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: FRAME,
        lambda: FRAME.lazy(),
        lambda: FRAME.to_arrow(),
        lambda: FRAME.to_pandas().set_index(pd.Index([7, 3, 5, 1, 9])),
    ],
    ids=["polars", "lazy", "arrow", "pandas"],
)
def test_a_frame_of_each_kind_gives_one_of_its_kind(make):
    frame = make()
    tagged = columns.tag(frame, map=MAP)
    assert type(tagged) is type(frame)
    if isinstance(tagged, pl.LazyFrame):
        assert list(tagged.collect_schema()) == tagged.collect().columns
        tagged = tagged.collect()
    if isinstance(tagged, pd.DataFrame):
        assert list(tagged.index) == [7, 3, 5, 1, 9]
        tagged = pl.from_pandas(tagged)
    assert answers(pl.from_arrow(tagged) if isinstance(tagged, pa.Table) else tagged) == WANTED


@pytest.mark.parametrize(
    "kind",
    [pl.Categorical, pl.Enum(["Wakanda", "Mali", "France", "Chad", "Ukraine", "Syria"])],
    ids=["category", "enum"],
)
def test_a_dictionary_is_read_as_its_words_are(kind):
    """In pieces, too, which meet its words in another order, and where rows give none."""
    tags = columns.tagger_for(None, FRAME.columns, MAP)
    silent = FRAME.head(1).with_columns(place=None)
    frame = pl.concat([FRAME, silent]).with_columns(pl.col("place").cast(kind))
    assert answers(tags.frame(frame)) == [*WANTED, "open"]
    more = pl.DataFrame({"day": ["2022-03-04"] * 2, "place": ["Syria", "Ukraine"]}, schema_overrides={"place": kind})
    assert answers(tags.frame(more)) == ["open", "yes"]
    assert tags.unread["territory", "Wakanda", "not recognised"] == tags.unread["territory", "", "not given"] == 1


def test_what_cannot_be_read_is_counted_and_never_dropped():
    tags = columns.tagger_for(None, FRAME.columns, MAP)
    tagged = tags.frame(FRAME)
    assert tagged.height == FRAME.height
    assert tagged["note"].cast(pl.String).to_list() == ["", "no place", "", "no day", "no day"]
    assert dict(tags.unread) == {
        ("territory", "Wakanda", "not recognised"): 1,
        ("date", "", "not given"): 1,
        ("date", "2010-02-30", "no day from 1900 to 2199"): 1,
    }


def test_the_place_alone_never_depends_on_a_nationality():
    frame = pl.DataFrame({"day": ["2022-03-04"] * 3, "place": ["SYR"] * 3, "who": ["FRA", "SYR", None]})
    tagged = columns.tag(frame, map={**MAP, "nationality": "who"})
    assert tagged["by_territory"].cast(pl.String).to_list() == ["no", "no", "no"]
    assert tagged["if_war_crime"].cast(pl.String).to_list() == ["yes", "no", "open"]
    assert tagged["link"].cast(pl.String).to_list() == ["nationality:FRA", "none", "none"]


def test_what_the_place_alone_gives_is_said_for_each_crime():
    """France had not accepted the jurisdiction over war crimes until 15 June 2008 (art. 124)."""
    frame = pl.DataFrame({"day": ["2008-06-14", "2008-06-15"], "place": ["FRA"] * 2, "who": ["SYR"] * 2})
    tagged = columns.tag(frame, map={**MAP, "nationality": "who"})
    names = ["by_territory", "by_territory_if_war_crime", "by_territory_if_aggression"]
    assert tagged.select(pl.col(names).cast(pl.String)).rows() == [("yes", "no", "no"), ("yes", "yes", "no")]


def test_a_key_of_a_finding_stands_for_one_answer(record):
    """The amendment on aggression took effect on a day on which nothing changed for either state by itself."""
    frame = pl.DataFrame({"day": ["2018-07-16", "2018-07-17"], "place": ["GEO"] * 2, "who": ["GEO"] * 2})
    tagged = columns.tag(frame, map={**MAP, "nationality": "who"}, crimes=("aggression",))
    assert tagged["if_aggression"].cast(pl.String).to_list() == ["no", "yes"]
    assert tagged.select("finding_place", "finding_person").n_unique() == 2


@pytest.mark.parametrize(("presume", "wanted"), [("none", "open"), ("nationality=territory", "no"), ("actor", "yes")])
def test_what_is_presumed_of_nationality_is_said(presume, wanted):
    frame = pl.DataFrame({"day": ["2022-03-04"], "place": ["SYR"], "side": ["220"]})
    tagged = columns.tag(frame, map={**MAP, "actor": "side:gw"}, presume=presume)
    assert answers(tagged) == [wanted]


def test_a_code_that_meant_two_places_is_read_by_the_day():
    frame = pl.DataFrame({"day": ["1990-01-01", "2004-01-01", "2015-01-01"], "place": ["CS", "CS", "CS"]})
    tags = columns.tagger_for(None, frame.columns, {"date": "day", "territory": "place:iso2"})
    assert tags.frame(frame)["by_territory"].cast(pl.String).to_list() == ["no", "yes", "open"]
    assert tags.unread["territory", "CS", "the day would decide which place is meant"] == 1


def test_row_order_is_kept_over_many_batches(tmp_path):
    count = 300_000
    frame = pl.DataFrame(
        {"id": range(count), "day": ["2022-03-04"] * count, "place": ["UKR", "SYR", "FRA"] * (count // 3)}
    )
    frame.write_parquet(tmp_path / "in.parquet")
    columns.tag_file(tmp_path / "in.parquet", tmp_path / "out.parquet", MAP)
    tagged = pl.read_parquet(tmp_path / "out.parquet")
    assert tagged["id"].to_list() == list(range(count))
    assert answers(tagged) == ["yes", "open", "yes"] * (count // 3)


@pytest.mark.parametrize("ending", ["parquet", "csv", "arrow"])
def test_a_row_of_a_tagged_file_is_explained_as_the_question_is_answered(tmp_path, ending):
    FRAME.head(1).write_parquet(tmp_path / "in.parquet")
    out = tmp_path / f"out.{ending}"
    tags = columns.tag_file(tmp_path / "in.parquet", out, MAP)
    column, findings, notes = columns.explain_row(out, 0, "war-crimes")
    assert column == "if_war_crime"
    assert [str(finding.answer) for finding in findings] == ["yes"]
    assert (findings[0].facts.on, findings[0].facts.territory) == ("2022-03-04", "UKR")
    assert notes["record"] == tags.version
    told = pl.read_parquet(f"{out}.findings.parquet")
    assert told.filter(pl.col("column") == "if_war_crime")["answer"].to_list() == ["yes"]


def test_an_interrupted_run_leaves_nothing_under_the_final_name(tmp_path):
    FRAME.write_parquet(tmp_path / "in.parquet")

    def interrupt(count):
        raise KeyboardInterrupt

    with pytest.raises(BaseException):  # noqa: B017, PT011 - Polars may wrap it
        columns.tag_file(tmp_path / "in.parquet", tmp_path / "out.parquet", MAP, progress=interrupt)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet"]


FAULTS = {
    "missing": ("nowhere.parquet", None, "nowhere.parquet: no such file"),
    "ending": ("in.txt", None, "expected a table that ends in one of"),
    "truncated": ("short.parquet", MAP, "nothing was written"),
    "not-recognised": ("in.csv", None, "say what its columns are with --map"),
    "no-column": ("in.csv", {"date": "day", "territory": "plcae"}, "did you mean 'place'?"),
    "no-field": ("in.csv", {"dait": "day"}, "did you mean 'date'?"),
    "no-scheme": ("in.csv", {"date": "day", "territory": "place:gww"}, "did you mean 'gw'?"),
}


@pytest.mark.parametrize(("name", "mapping", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_clear_line(tmp_path, name, mapping, said):
    FRAME.write_csv(tmp_path / "in.csv")
    (tmp_path / "in.txt").write_text("x")
    FRAME.write_parquet(tmp_path / "whole.parquet")
    (tmp_path / "short.parquet").write_bytes((tmp_path / "whole.parquet").read_bytes()[:200])
    with pytest.raises(InputError) as fault:
        columns.tag_file(tmp_path / name, tmp_path / "out.parquet", mapping)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)
    assert not (tmp_path / "out.parquet").exists()


def test_an_unknown_presumption_is_an_error():
    with pytest.raises(FactError, match="nationality=territory"):
        columns.tag(FRAME, map=MAP, presume="victim")


def test_a_supposition_is_compared_row_by_row(record, tmp_path):
    frame = pl.DataFrame({"day": ["2012-05-01", "2012-05-02", "2012-05-03"], "place": ["Syria", "France", "Syria"]})
    frame.write_parquet(tmp_path / "in.parquet")
    law = Law(record, record.day)
    lines = ["SYR ratification rome-statute 2010-03-01"]
    supposed = suppose(record, Names(record), lines)
    after = Law(supposed.record, record.day, supposed.keys)
    count, changes = columns.compare_file(tmp_path / "in.parquet", law, after, MAP)
    assert count == 3
    found = {
        (change.column, change.place, change.year, change.before, change.after, change.rows, change.examples)
        for change in changes
    }
    assert found == {
        ("if_genocide_or_crime_against_humanity", "SYR", 2012, "open", "yes", 2, (0, 2)),
        ("if_war_crime", "SYR", 2012, "open", "yes", 2, (0, 2)),
        ("by_territory", "SYR", 2012, "no", "yes", 2, (0, 2)),
        ("by_territory_if_war_crime", "SYR", 2012, "no", "yes", 2, (0, 2)),
    }


def test_a_row_is_explained_exactly_as_the_question_is_answered(tmp_path, capsys):
    FRAME.head(1).write_parquet(tmp_path / "in.parquet")
    common = ["--asked-on", "2026-11-21"]
    out = str(tmp_path / "out.parquet")
    assert cli.main(["tag", str(tmp_path / "in.parquet"), "-o", out, "--map", "date=day,territory=place", *common]) == 0
    assert "wrote 1 rows" in capsys.readouterr().out
    assert cli.main(["explain", out, "--row", "0", "--column", "if_war_crime"]) == 0
    explained = capsys.readouterr().out
    assert (
        cli.main(["ask", "jurisdiction", "--crime", "war-crimes", "--on", "2022-03-04", "--territory", "UKR", *common])
        == 0
    )
    assert explained == capsys.readouterr().out


def test_what_could_not_be_read_ends_with_one(tmp_path, capsys):
    FRAME.write_csv(tmp_path / "in.csv")
    out = str(tmp_path / "out.csv")
    assert cli.main(["tag", str(tmp_path / "in.csv"), "-o", out, "--map", "date=day,territory=place"]) == 1
    assert "territory: 'Wakanda' not recognised, 1 rows" in capsys.readouterr().out


def test_days_that_behave_alike_for_one_crime_need_not_for_another():
    """A row without a place is asked once for an epoch of its own facts, not of those of the table's first row."""
    days = ["2015-03-31", "2015-04-01", "2016-04-01"]
    crimes = ["aggression", "war-crimes"]
    rows = [(day, None, "KHM", crime) for crime in crimes for day in days for _ in range(2)]
    frame = pl.DataFrame(rows, schema=["day", "place", "who", "crime"], orient="row")
    mapping = {**MAP, "nationality": "who", "crime": "crime"}
    record = Record.embedded()
    assert differences(frame, mapping, record, Law(record, record.day)) == []
