"""The commands on United States law, sanctions, agreements, the history, debates and situations."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ratione.surfaces.cli import main

ASKED = ["ask", "us-law", "--activity", "information-sharing", "--on", "2024-05-01", "--situation", "UKR"]
ACCUSED = ["--accused-nationality", "RUS", "--accused-of", "war-crimes"]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out, err = capsys.readouterr()
    return code, out, err


def test_a_question_prints_its_tree(capsys):
    code, out, _ = said(capsys, *ASKED, *ACCUSED)
    assert code == 0
    assert out.startswith("OPEN (conditional): information-sharing on 2024-05-01")
    assert "Still wanted: case-specific" in out
    assert "Over time:" not in out
    assert "Over time:" in said(capsys, *ASKED, *ACCUSED, "--timeline")[1]


def test_a_question_as_json(capsys):
    code, out, _ = said(capsys, *ASKED, *ACCUSED, "--conditions", "case-specific", "--json")
    found = json.loads(out)
    assert (code, found["answer"], found["word"]) == (0, "yes", "permitted")
    assert set(found["deciding_measures"]) >= {"usc22-7423e", "usc22-7433-2022-kept"}


def test_a_near_miss_is_bad_usage(capsys):
    code, _, err = said(capsys, "ask", "us-law", "--activity", "un-voet", "--on", "2024-05-01")
    assert code == 2
    assert "did you mean 'un-vote'?" in err


HEADER = "id,on,activity,actor,beneficiary,situation,accused_nationality,accused_of,person_status,conditions\n"


def test_a_table_is_answered_row_by_row(capsys, tmp_path: Path):
    told, out = tmp_path / "told.csv", tmp_path / "out.csv"
    told.write_text(
        HEADER + "a,2015-01-01,direct-funding,,icc,,,,,\nb,2015-01-01,direct-fundin,,icc,,,,,\n"
        "c,2024-05-01,in-kind-support,,icc,SDN,SDN,genocide,foreign,case-specific;evidence\n",
        encoding="utf-8",
    )
    code, _, err = said(capsys, "ask", "us-law", "--file", str(told), "--out", str(out))
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert code == 1
    assert "1 rows have errors" in err
    assert [(row["id"], row["answer"]) for row in rows] == [("a", "no"), ("b", "error"), ("c", "yes")]
    assert list(rows[0]) == ["id", "answer", "open_kind", "deciding_measures", "reason", "record_version"]


def test_a_table_without_its_columns_writes_nothing(capsys, tmp_path: Path):
    told, out = tmp_path / "told.csv", tmp_path / "out.csv"
    told.write_text("id,when\na,2015-01-01\n", encoding="utf-8")
    code, _, err = said(capsys, "ask", "us-law", "--file", str(told), "--out", str(out))
    assert code == 2
    assert "a header row with facts" in err
    assert list(tmp_path.iterdir()) == [told]


def test_a_column_that_is_nearly_a_fact_stops_the_table(capsys, tmp_path: Path):
    told, out = tmp_path / "told.csv", tmp_path / "out.csv"
    told.write_text("on,activity,actr,colour\n2015-01-01,direct-funding,president,red\n", encoding="utf-8")
    code, _, err = said(capsys, "ask", "us-law", "--file", str(told), "--out", str(out))
    assert code == 2
    assert 'did you mean "actor"?' in err
    assert list(tmp_path.iterdir()) == [told]
    told.write_text("on,activity,actor,colour\n2015-01-01,direct-funding,president,red\n", encoding="utf-8")
    assert said(capsys, "ask", "us-law", "--file", str(told), "--out", str(out))[0] == 0


def test_a_table_without_activity_writes_nothing(capsys, tmp_path: Path):
    told = tmp_path / "told.csv"
    told.write_text("id,on\na,2015-01-01\n", encoding="utf-8")
    code, _, err = said(capsys, "ask", "us-law", "--file", str(told))
    assert code == 2
    assert "a header row with on and activity" in err


def test_a_timeline_needs_no_day_of_the_act(capsys):
    words = ["ask", "us-law", "--activity", "direct-funding", "--timeline", "--asked-on", "2026-11-21"]
    code, out, _ = said(capsys, *words)
    assert code == 0
    assert out.startswith("No day of the act was told: the first answer is for the day of asking")
    assert "direct-funding on 2026-11-21" in out
    assert "Over time:" in out
    code, _, err = said(capsys, "ask", "us-law", "--activity", "direct-funding")
    assert code == 2
    assert "on: found '', expected a day written YYYY-MM-DD" in err


def test_a_history_that_ends_before_it_begins_is_an_error(capsys):
    code, out, err = said(capsys, "timeline", "us", "--from", "2026-01-01", "--until", "2025-01-01")
    assert (code, out) == (2, "")
    assert "until: found '2025-01-01', expected a day after 2026-01-01" in err


COMMANDS = {
    "sanctions": (["sanctions", "--on", "2026-10-09"], "International Criminal Court"),
    "agreements": (["agreements"], "published 102"),
    "agreements of one": (["agreements", "Zambia"], "Zambia (ZMB): in-force"),
    "timeline": (["timeline", "us", "--administration", "obama"], "rows."),
    "prose": (["timeline", "us", "--administration", "clinton", "--prose"], "31 December 2000"),
    "calendar": (["timeline", "us", "--kind", "sanction", "--format", "ics"], "BEGIN:VCALENDAR"),
    "debate": (["debate", "dodd-and-funds"], "Office of Legal Counsel"),
    "debates": (["debate"], "signature-2002"),
    "debate in prose": (["debate", "letter-of-2002"], "Nothing is owed since the letter:"),
    "debates of a point": (["debate", "signature-2002"], "Debated in prose: letter-of-2002"),
    "situation": (["situation", "SDN"], "Carve-out: S/RES/1593 (2005)"),
    "required": (
        ["ask", "us-law", "--activity", "un-vote", "--on", "2003-01-01", "--actor", "president", "--required"],
        "NO (not required)",
    ),
    "state": (["status", "USA"], "Votes in the Security Council"),
}


@pytest.mark.parametrize(("words", "expected"), COMMANDS.values(), ids=COMMANDS)
def test_a_command_says_what_it_is_for(capsys, words, expected):
    code, out, _ = said(capsys, *words)
    assert code == 0
    assert expected in out
