"""Tables of questions on the command line: no fact is lost for a slip of the pen."""

from __future__ import annotations

import pytest

from ratione.surfaces import cli


def ask(tmp_path, header, *words):
    table = tmp_path / "cases.csv"
    table.write_text(f"id,{header}\na,war-crimes,starvation,niac,2025-06-01,NGA,CHE\n", "utf-8")
    return cli.main(["ask", "jurisdiction", "--file", str(table), "--asked-on", "2026-11-21", *words])


def test_a_misspelt_column_is_an_error(tmp_path, capsys):
    assert ask(tmp_path, "crime,specifc_crime,conflict,on,territory,nationality") == 2
    assert (
        'the column specifc_crime\', expected a name of a fact; did you mean "specific_crime"?'
        in capsys.readouterr().err
    )


@pytest.mark.parametrize("other", ["title", "outcome", "notes", "source_ids"])
def test_a_column_of_another_kind_is_carried_past(tmp_path, capsys, other):
    assert ask(tmp_path, f"crime,specific_crime,conflict,on,territory,{other}") == 0
    assert capsys.readouterr().out.startswith("id,answer,")


def test_facts_beside_a_table_are_an_error(tmp_path, capsys):
    assert ask(tmp_path, "crime,specific_crime,conflict,on,territory,nationality", "--crime", "genocide") == 2
    assert "beside --file the facts stand in its columns" in capsys.readouterr().err
