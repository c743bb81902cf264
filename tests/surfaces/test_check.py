"""The command that checks documents: what it reads, what it refuses, and what it writes."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ratione.surfaces.cli import main

ROOT = Path(__file__).parents[2]
WRONG = "Burundi ratified the Rome Statute on 20 September 2004.\n"
RIGHT = "Burundi ratified the Rome Statute on 21 September 2004.\n"
DAY = ("--today", "2026-11-21")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.md"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_a_folder_without_patterns_is_an_error_that_says_what_is_lacking(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("own").mkdir()
    shutil.copy(ROOT / "data" / "patterns" / "counts.toml", "own")
    assert main(["check", "page.md", "--patterns", "own"]) == 2
    assert "own: lacks fields.toml, frames.toml, names.toml, words.toml" in capsys.readouterr().err
    for name in ("fields.toml", "frames.toml", "names.toml"):
        shutil.copy(ROOT / "data" / "patterns" / name, "own")
    Path("own/words.toml").write_text('not = ["not"]\n', encoding="utf-8")
    Path("own/counts.toml").unlink()
    assert main(["check", "page.md", "--patterns", "own"]) == 2
    assert "own: holds no pattern" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--html", "--table"])
def test_a_document_is_never_written_over(page: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "page.md", option, "./page.md"]) == 2
    assert "which would be lost" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "note: the document holds no text"),
        (b" \n\n\t", "note: the document holds no text"),
        ("\ufeff".encode("utf-16-le") + WRONG.encode("utf-16-le"), "claims: 1 (1 contradicts)"),
        ("\ufeff".encode("utf-16-be") + WRONG.encode("utf-16-be"), "claims: 1 (1 contradicts)"),
        ("\ufeff".encode("utf-32-le") + WRONG.encode("utf-32-le"), "claims: 1 (1 contradicts)"),
        (b"\xef\xbb\xbf" + WRONG.encode(), "claims: 1 (1 contradicts)"),
    ],
    ids=["empty", "blank", "UTF-16", "UTF-16 big end first", "UTF-32", "UTF-8 with a mark"],
)
def test_what_is_empty_is_said_and_other_encodings_are_read(
    page: Path, raw: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_bytes(raw)
    assert main(["check", "page.md", *DAY]) == 0
    assert said in capsys.readouterr().out


def test_standard_input_is_read(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert main(["check", "-", "--jsonl", "--fail-on", "contradicts", *DAY]) == 1
    row = json.loads(capsys.readouterr().out)
    assert (row["doc_id"], row["date"], row["verdict"]) == ("standard-input", "2004-09-20", "contradicts")


def test_a_page_that_cannot_be_read_does_not_hide_the_others(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("locked.pdf").write_bytes(b"hello")
    assert main(["check", "--site", ".", "--table", "faults.csv", *DAY]) == 2
    told = capsys.readouterr()
    assert "not read: locked.pdf: is no PDF file" in told.out
    assert "locked.pdf" in told.err
    assert Path("faults.csv").read_text(encoding="utf-8").count("one-day-early") == 1


PAGES = {
    "my page.md": f"---\nratified: 2004-09-20\ncountry: Burundi\n---\n\n{WRONG}\nA last line without an end",
    "page.md": WRONG.strip(),
    "lines.html": "<p>Burundi ratified the Rome Statute on 20&nbsp;September 2004.</p>\r\n<p>a\x0cb\u2028c</p>\r\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_patch_of_a_page_applies_and_mends_it(page: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(PAGES[name].encode())
    assert main(["check", name, "--patch", *DAY]) == 0
    patch = capsys.readouterr().out
    subprocess.run(["git", "apply", "-p1", "-"], input=patch.encode(), check=True)
    assert main(["check", name, "--patch", *DAY]) == 0
    assert capsys.readouterr().out == ""
    assert b"21 September 2004" in Path(name).read_bytes()


def test_a_file_that_is_not_utf_8_gets_no_patch(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_bytes(f"C\xf4te. {WRONG}".encode("latin-1"))
    assert main(["check", "page.md", "--patch", *DAY]) == 0
    assert capsys.readouterr().out == ""


def test_proposals_are_read_from_standard_input(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RIGHT.encode())))
    assert main(["propose", "-", *DAY]) == 0
    assert "holds every act" in capsys.readouterr().out


def test_a_site_is_summed_up_and_its_table_can_be_accepted(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.md", "two.md"):
        Path(name).write_text(WRONG, encoding="utf-8")
    assert main(["check", "--site", ".", "--table", "faults.csv", "--fail-on", "contradicts", *DAY]) == 1
    told = capsys.readouterr().out
    assert "3 pages, 3 claims, 3 to look at on 3 pages" in told
    assert "   3  one-day-early            one day early, often from midnight in another time zone" in told
    assert f"the same on several pages, from a template perhaps:\n     3  {WRONG}" in told
    table = Path("faults.csv").read_text(encoding="utf-8")
    assert "Burundi ratified Rome Statute 2004-09-20" in table
    assert "UN Treaty Section <https://" in table
    assert main(["check", "--site", ".", "--accept", "faults.csv", "--fail-on", "contradicts", *DAY]) == 0
    assert "0 to look at" in capsys.readouterr().out
    assert main(["check", "--site", ".", "--table", "faults.md", *DAY]) == 0
    assert Path("faults.md").read_text(encoding="utf-8").startswith("| page | place | verdict |")


def test_a_table_of_something_else_is_not_accepted(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["check", "page.md", "--accept", "other.csv"]) == 2
    assert "found no columns page and as_written" in capsys.readouterr().err
