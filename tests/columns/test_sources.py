"""Sources: every kind of file is read for real and written whole; what cannot be is one clear line, and leaves nothing."""

from __future__ import annotations

import gzip
import os
import resource
import signal
import subprocess
import sys
import time

import polars as pl
import pytest

from ratione import columns
from ratione.columns.sources import SUFFIXES
from ratione.errors import InputError
from ratione.surfaces import cli

MAP = {"date": "day", "territory": "place"}
SAID = "date=day,territory=place"
FRAME = pl.DataFrame(
    {
        "code": ["007", "008", "1.10", "4"],
        "day": ["2022-03-04", "2022-03-04", "1995-01-01", "2022-03-04"],
        "place": ["Ukraine", "Syria", "France", "Mali"],
    }
)
START = "import sys; from ratione.surfaces import cli; sys.exit(cli.main(sys.argv[1:]))"
RUN = [sys.executable, "-c", START, "tag", "in.parquet", "-o", "out.csv", "--map", SAID]
WANTED = ["yes", "open", "no", "yes"]


def write(frame, path):
    """Writes a frame as the ending says."""
    name = str(path)
    if name.endswith((".parquet", ".pq")):
        frame.write_parquet(path)
    elif name.endswith((".arrow", ".feather", ".ipc")):
        frame.write_ipc(path)
    else:
        packed = "gzip" if name.endswith(".gz") else "zstd" if name.endswith(".zst") else "uncompressed"
        frame.lazy().sink_csv(path, separator="\t" if ".tsv" in name else ",", compression=packed)


def read(path):
    """The columns of a tagged table, as text."""
    name = str(path)
    if name.endswith((".parquet", ".pq")):
        return pl.read_parquet(path).cast(pl.String)
    if name.endswith((".arrow", ".feather", ".ipc")):
        return pl.read_ipc(path).cast(pl.String)
    return pl.read_csv(path, separator="\t" if ".tsv" in name else ",", infer_schema=False)


@pytest.mark.parametrize("ending", SUFFIXES)
def test_every_ending_is_read_and_written(tmp_path, ending):
    write(FRAME, tmp_path / f"in{ending}")
    columns.tag_file(tmp_path / f"in{ending}", tmp_path / f"out{ending}", MAP, findings=False)
    tagged = read(tmp_path / f"out{ending}")
    assert tagged["if_war_crime"].to_list() == WANTED
    assert tagged["code"].to_list() == FRAME["code"].to_list()
    column, findings, _ = columns.explain_row(tmp_path / f"out{ending}", 0, "if_war_crime")
    assert (column, str(findings[0].answer)) == ("if_war_crime", "yes")


def test_compressed_text_is_compressed(tmp_path):
    write(FRAME, tmp_path / "in.csv")
    columns.tag_file(tmp_path / "in.csv", tmp_path / "out.csv.gz", MAP, findings=False)
    with gzip.open(tmp_path / "out.csv.gz", "rt") as file:
        assert file.readline().startswith("code,day,place,")


def test_semicolons_part_values_where_there_are_no_commas(tmp_path):
    FRAME.write_csv(tmp_path / "in.csv", separator=";")
    columns.tag_file(tmp_path / "in.csv", tmp_path / "out.csv", MAP, findings=False)
    assert read(tmp_path / "out.csv")["if_war_crime"].to_list() == WANTED


def test_a_folder_is_read_with_the_folders_in_it(tmp_path):
    """Other files in it do not count; folders such as year=2022 give a column, as Spark and Arrow write them."""
    for year in ("1995", "2022"):
        folder = tmp_path / "set" / f"year={year}"
        folder.mkdir(parents=True)
        FRAME.filter(pl.col("day").str.starts_with(year)).write_parquet(folder / "part-0.parquet")
    (tmp_path / "set" / "_SUCCESS").touch()
    columns.tag_file(tmp_path / "set", tmp_path / "out.parquet", MAP, findings=False)
    tagged = read(tmp_path / "out.parquet").select("year", "place", "if_war_crime").rows()
    assert tagged == [
        ("1995", "France", "no"),
        ("2022", "Ukraine", "yes"),
        ("2022", "Syria", "open"),
        ("2022", "Mali", "yes"),
    ]


def test_many_files_and_patterns_are_read_in_order(tmp_path):
    for number, part in enumerate(FRAME.iter_slices(1)):
        (tmp_path / f"{number}").mkdir()
        part.write_csv(tmp_path / f"{number}" / "rows.csv")
    columns.tag_file(str(tmp_path / "**" / "rows.csv"), tmp_path / "out.csv", MAP, findings=False)
    assert read(tmp_path / "out.csv")["code"].to_list() == FRAME["code"].to_list()
    names = [str(tmp_path / "2" / "rows.csv"), str(tmp_path / "0" / "rows.csv")]
    columns.tag_file(names, tmp_path / "two.csv", MAP, findings=False)
    assert read(tmp_path / "two.csv")["code"].to_list() == ["1.10", "007"]


def broken(folder):
    """Tables that cannot be read."""
    for kind in ("csv.gz", "csv.zst", "parquet", "arrow"):
        write(pl.concat([FRAME] * 500), folder / f"whole.{kind}")
        held = (folder / f"whole.{kind}").read_bytes()
        (folder / f"short.{kind}").write_bytes(held[: len(held) // 2])
    (folder / "empty.csv").touch()
    (folder / "wide.csv").write_text("day,place\n2022-03-04,UKR\n2022-03-04,UKR,a,b\n")
    (folder / "latin.csv").write_bytes("day,place\n2022-03-04,Côte d'Ivoire\n".encode("latin-1"))
    (folder / "utf16.csv").write_text("day,place\n2022-03-04,UKR\n", "utf-16")
    numbers = "".join(f"{number},2022-03-04,UKR\n" for number in range(10_001))
    (folder / "late.csv").write_text(f"code,day,place\n{numbers}abc,2022-03-04,UKR\n")
    (folder / "folder").mkdir()


FAULTS = {
    "short.csv.gz": "unexpected end of file",
    "short.csv.zst": "incomplete frame",
    "short.parquet": "nothing was written",
    "short.arrow": "the file is cut short",
    "empty.csv": "empty CSV",
    "wide.csv": "a line has more values than the first",
    "latin.csv": "save the table as UTF-8 text",
    "utf16.csv": "save the table as UTF-8 text",
    "late.csv": "write text (-o FILE.csv) to keep all as they are",
    "folder": "the folder has no file that ends in one of",
}


@pytest.mark.parametrize(("name", "said"), FAULTS.items(), ids=FAULTS)
def test_what_cannot_be_read_is_one_clear_line(tmp_path, name, said, capsys):
    broken(tmp_path)
    out = tmp_path / "out.parquet"
    assert cli.main(["tag", str(tmp_path / name), "-o", str(out), "--map", SAID]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert name.partition(".")[0] in told
    assert told.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_text_stays_as_it_is_where_text_is_written(tmp_path):
    broken(tmp_path)
    columns.tag_file(tmp_path / "late.csv", tmp_path / "out.csv", MAP, findings=False)
    assert read(tmp_path / "out.csv")["code"].to_list()[-2:] == ["10000", "abc"]


def test_a_file_that_grows_too_large_leaves_nothing(tmp_path):
    pl.concat([FRAME] * 2000).write_parquet(tmp_path / "in.parquet")
    done = subprocess.run(
        RUN, cwd=tmp_path, capture_output=True, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert "nothing was written" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet"]


def test_a_full_disk_is_said(tmp_path):
    pl.concat([FRAME] * 2000).write_parquet(tmp_path / "in.parquet")
    part = tmp_path / f".out.csv.{os.getpid()}.part"
    part.symlink_to("/dev/full")
    with pytest.raises(InputError, match="no space is left on the disk; nothing was written"):
        columns.tag_file(tmp_path / "in.parquet", tmp_path / "out.csv", MAP, findings=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sign: sign.name)
def test_a_run_that_is_ended_leaves_nothing_under_the_final_name(tmp_path, sign):
    """What a killed run left beside it is gone after the next one."""
    pl.concat([FRAME] * 500_000).write_parquet(tmp_path / "in.parquet")
    (tmp_path / "out.csv").write_text("of an earlier run")
    run = subprocess.Popen(RUN, cwd=tmp_path, stderr=subprocess.DEVNULL)
    while not list(tmp_path.glob(".out.csv.*.part")) and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(sign)
    assert run.wait() == (130 if sign == signal.SIGINT else -sign)
    assert (tmp_path / "out.csv").read_text() == "of an earlier run"
    FRAME.write_parquet(tmp_path / "small.parquet")
    columns.tag_file(tmp_path / "small.parquet", tmp_path / "out.csv", MAP, findings=False)
    assert read(tmp_path / "out.csv").height == 4
    assert list(tmp_path.glob(".out.csv.*.part")) == []


def test_every_row_has_its_finding_in_the_table_of_findings(tmp_path):
    """Rows with one place, over several days, without a nationality or with two: the key leads to the row's own answer."""
    days = ["1999-05-01", "2010-02-03", "2018-07-16", "2018-07-17"]
    people = [None, "FRA", "RUS;UKR", "stateless"]
    rows = [(day, place, who) for day in days for place in ("SYR", "UKR", "GEO", None) for who in people]
    frame = pl.DataFrame(rows, schema=["day", "place", "who"], orient="row").with_columns(end=pl.lit("2018-12-31"))
    frame.write_parquet(tmp_path / "in.parquet")
    out = tmp_path / "out.parquet"
    for mapping in ({"nationality": "who"}, {"date_end": "end"}):
        tags = columns.tag_file(tmp_path / "in.parquet", out, {**MAP, **mapping}, crimes=("war-crimes", "aggression"))
        key = ["finding_place", "finding_person"]
        told = pl.read_parquet(f"{out}.findings.parquet").select(*key, "column", "answer")
        names = [want.name for want in tags.plan.wants]
        held = (
            pl.read_parquet(out)
            .select(*key, pl.col(names).cast(pl.String))
            .unpivot(names, index=key, variable_name="column")
        )
        joined = held.join(told, on=[*key, "column"], how="left")
        assert joined.height == held.height
        assert joined["value"].to_list() == joined["answer"].to_list()
