"""Panels on disk: every format holds the same values, and its dictionary and the record's version with them."""

from __future__ import annotations

import csv
import json
import sqlite3
import struct
from contextlib import closing
from datetime import date
from functools import cache

import openpyxl
import pandas as pd
import polars as pl
import pytest
from conftest import law_on
from pandas.io.stata import StataMissingValue, StataReader

from ratione import columns
from ratione.columns.panel_files import with_about
from ratione.errors import InputError
from ratione.surfaces import cli

STATES = ("BDI", "PHL", "MNE", "USA", "UKR", "PSE", "SDN", "KEN", "ISR")
ENDINGS = ("csv", "parquet", "dta", "xlsx", "sqlite")


@cache
def made(kind: str = "country-year") -> columns.Panel:
    start = {"country-year": date(1996, 1, 1), "dyad-year": date(2016, 1, 1)}.get(kind)
    return columns.make_panel(kind, law=law_on(), spine="gw", start=start, states=STATES)


def plain(made: columns.Panel) -> list[tuple[object, ...]]:
    """The rows with words for answers and days."""
    words = [column.column for column in made.columns if column.kind in ("answer", "word", "text", "day")]
    return made.frame.with_columns(pl.col(words).cast(pl.String)).rows()


def from_csv(path, made):
    kinds = {"number": int, "count": int, "share": float}
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == made.frame.columns
    as_is = [kinds.get(column.kind, str) for column in made.columns]
    return [tuple(kind(cell) if cell else None for kind, cell in zip(as_is, row, strict=True)) for row in rows[1:]]


def from_parquet(path, made):
    return plain(made._replace(frame=pl.read_parquet(path)))


def from_stata(path, made):
    found = pd.read_stata(path, convert_categoricals=False, convert_dates=False, convert_missing=True)
    assert list(found.columns) == made.frame.columns
    rows = []
    for row in found.itertuples(index=False):
        rows.append(tuple(stata_value(cell, column) for cell, column in zip(row, made.columns, strict=True)))
    return rows


def stata_value(cell, column):
    if isinstance(cell, StataMissingValue):
        return "open" if str(cell) == ".o" else None
    if column.kind == "answer":
        return {0: "no", 1: "yes"}[cell]
    if column.kind == "word":
        return column.values.split("; ")[cell]
    if column.kind == "day":
        return str(date.fromordinal(date(1960, 1, 1).toordinal() + int(cell)))
    return cell or None if column.kind == "text" else cell


def from_excel(path, made):
    sheet = openpyxl.load_workbook(path)["panel"]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == made.frame.columns
    return [tuple(str(cell.date()) if hasattr(cell, "date") else cell for cell in row) for row in rows[1:]]


def from_sqlite(path, made):
    with closing(sqlite3.connect(path)) as base:
        return base.execute("SELECT * FROM panel").fetchall()


READERS = dict(zip(ENDINGS, (from_csv, from_parquet, from_stata, from_excel, from_sqlite), strict=True))


@pytest.mark.parametrize("kind", ["country-year", "treaty-member", "dyad-year"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_is_read_back_with_the_same_values(tmp_path, ending, kind):
    panel = made(kind)
    columns.write_panel(panel, tmp_path / f"panel.{ending}")
    found, wanted = READERS[ending](tmp_path / f"panel.{ending}", panel), plain(panel)
    assert len(found) == len(wanted) > 0
    for one, other in zip(found, wanted, strict=True):
        assert one == pytest.approx(other, abs=1e-12), ending
    assert {path.name for path in tmp_path.iterdir()} <= {f"panel.{ending}", "panel.dictionary.csv"}


def dictionary_in(path, ending):
    """The dictionary and the version that travel with a file."""
    if ending == "csv":
        found = pl.read_csv(path.with_suffix(".dictionary.csv"), infer_schema=False)
        return found["column"].to_list(), found["record"].unique().to_list()
    if ending == "parquet":
        notes = json.loads(pl.read_parquet_metadata(path)["ratione"])
        return [column["column"] for column in notes["columns"]], [notes["record"]]
    if ending == "dta":
        with StataReader(path) as file:
            return list(file.variable_labels()), [file.data_label.rpartition(" ")[2]]
    if ending == "xlsx":
        book = openpyxl.load_workbook(path)
        rows = list(book["how computed"].iter_rows(values_only=True))[1:]
        about = dict(row[:2] for row in book["about"].iter_rows(values_only=True))
        return [row[0] for row in rows], [about["record"]]
    with closing(sqlite3.connect(path)) as base:
        names = [row[0] for row in base.execute("SELECT column FROM dictionary")]
        return names, [row[0] for row in base.execute("SELECT value FROM about WHERE name = 'record'")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_dictionary_of_every_column_and_the_version_travel_with_every_file(tmp_path, ending):
    panel = made()
    path = tmp_path / f"panel.{ending}"
    columns.write_panel(panel, path)
    names, versions = dictionary_in(path, ending)
    assert names == panel.frame.columns
    assert versions == [panel.about["record"]]


def test_stata_has_words_for_its_numbers_and_notes(tmp_path):
    panel = made()
    path = tmp_path / "panel.dta"
    columns.write_panel(panel, path)
    with StataReader(path) as file:
        labels = file.value_labels()
    assert labels["answer"] == {0: "no", 1: "yes", 2_147_483_621 + 15: "open"}
    assert list(labels["status"].values()) == ["none", "signatory", "deposited", "party", "former-party"]
    found = pd.read_stata(path, columns=["gwno", "deposited_on"])
    assert found.query("gwno == 516")["deposited_on"].max() == pd.Timestamp("2004-09-21")
    raw = path.read_bytes()
    assert f"record: {panel.about['record']}".encode() in raw
    marks = (b"<stata_dta>", b"<map>", b"<variable_types>", b"<varnames>", b"<sortlist>", b"<formats>",
             b"<value_label_names>", b"<variable_labels>", b"<characteristics>", b"<data>", b"<strls>",
             b"<value_labels>", b"</stata_dta>")  # fmt: skip
    places = struct.unpack("<14Q", raw[raw.index(b"<map>") + 5 :][: 14 * 8])
    assert [raw[place : place + len(mark)] for place, mark in zip(places, marks, strict=False)] == list(marks)
    assert places[-1] == len(raw)


@pytest.mark.parametrize("ending", ["csv", "parquet", "dta", "sqlite"])
def test_the_same_panel_gives_the_same_bytes(tmp_path, ending):
    for name in ("one", "other"):
        columns.write_panel(made(), tmp_path / f"{name}.{ending}")
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"other.{ending}").read_bytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_whole_or_not_there(tmp_path, monkeypatch, ending):
    broken = made()._replace(frame=made().frame.drop("status"))
    if ending in ("csv", "parquet"):

        def stop(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr(pl.DataFrame, f"write_{ending}", stop)
    with pytest.raises(BaseException):  # noqa: B017, PT011 - whatever the library says
        columns.write_panel(broken, tmp_path / f"panel.{ending}")
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_is_too_long_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("ratione.columns.panel_excel.MOST_ROWS", 10)
    with pytest.raises(InputError, match=r"a sheet of Excel holds 10 rows .* write \.parquet or \.csv"):
        columns.write_panel(made(), tmp_path / "panel.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_reader_for_r_finds_what_it_reads():
    """R is not part of the environment: the columns and kinds that it names are at least those of the dictionary."""
    from pathlib import Path

    text = (Path(__file__).parents[2] / "docs" / "read_panel.R").read_text("utf-8")
    assert len(text.splitlines()) <= 40
    for name in ("column", "kind", "label", "values", "how", "record"):
        assert f"${name}" in text or f'"{name}"' in text, name
    assert set(with_about(made()).columns) >= {"column", "kind", "label", "values", "how", "record", "asked_on"}
    for kind in {column.kind for column in made().columns} - {"text"}:
        assert f'"{kind}"' in text, kind


def test_the_command_writes_a_panel_and_says_what_it_holds(tmp_path, capsys):
    out = str(tmp_path / "panel.csv")
    words = ["panel", "country-year", "-o", out, "--asked-on", "2026-11-21", "--states", "Burundi,KEN", "--spine", "gw"]
    assert cli.main([*words, "--from", "2010-01-01", "--until", "2012-01-01"]) == 0
    said = capsys.readouterr().out
    assert "wrote 4 rows and" in said
    assert "Gleditsch and Ward" in said
    assert pl.read_csv(out)["gwno"].to_list() == [501, 501, 516, 516]
    assert cli.main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["about"]["covered_until"] == "2026-11-22"


FAULTS = {
    "no-out": (["country-year"], "-o FILE is missing"),
    "ending": (["country-year", "-o", "panel.xls"], "did you mean '.xlsx'?"),
    "panel": (["country-yera", "-o", "panel.csv"], "did you mean 'country-year'?"),
    "day": (["country-year", "-o", "panel.csv", "--from", "2002"], "from: found '2002'"),
    "window": (["treaty-member", "-o", "panel.csv", "--from", "2002-07-01"], "--from and --until do not apply"),
    "folder": (["treaty-member", "-o", "nowhere/panel.csv"], "nowhere: no such folder"),
}


@pytest.mark.parametrize(("words", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_command_is_one_line_and_exit_code_two(words, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["panel", *words, "--asked-on", "2026-11-21"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
