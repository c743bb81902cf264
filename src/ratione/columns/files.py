"""Files: a table on disk in, the tagged table out, whole or not at all, with its findings beside it.

Tables stream through, so that memory does not grow with them. Whatever happens, nothing half done stands under the final name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from polars.exceptions import PolarsError

from ..dates import read_day
from ..errors import FactError, InputError, near
from ..record.record import Record
from ..timelines.law import Law
from .explain import explained, finding_rows
from .extras import pl
from .frames import check_beside, planned, tagged_lazily
from .sources import first_line, glob_safe, kind_of, said_source, scanned
from .tagger import BESIDE, KEY, Tagger

__all__ = [
    "explain_row",
    "findings_table",
    "notes_in",
    "notes_of",
    "said_error",
    "tag_file",
    "whole",
]


@contextmanager
def whole(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A name beside ``path`` to write to; it takes that name when all went well, and is gone if not."""
    target = Path(path)
    if not target.parent.is_dir():
        raise InputError(f"{target.parent}: no such folder")
    if target.is_dir():
        raise InputError(f"{target}: is a folder; name a file")
    sweep(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(target: Path) -> None:
    """Removes what runs that were killed left half written beside a file."""
    for part in target.parent.glob(f".{glob_safe(target.name)}.*.part"):
        number = part.name.removesuffix(".part").rpartition(".")[2]
        if number.isdigit() and not alive(int(number)):
            part.unlink(missing_ok=True)


def alive(number: int) -> bool:
    """Whether a process with this number runs."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def tag_file(
    source: str | os.PathLike[str] | list[str],
    out: str | os.PathLike[str],
    map: dict[str, str] | None = None,
    *,
    law: Law | None = None,
    findings: bool = True,
    beside: Iterable[str] = BESIDE,
    progress: Callable[[int], None] | None = None,
    **options: Any,
) -> Tagger:
    """Tags a table on disk; returns what tagged it, with its counts.

    Beside ``out`` stand its findings (``out.findings.parquet``), and where ``out`` is not Parquet its notes
    (``out.ratione.json``): what was mapped, presumed and asked, of which version of the record.
    """
    kind = kind_of(str(out))
    frame = scanned(source, typed=kind not in ("csv", "tsv"))
    try:
        schema = frame.collect_schema()
        record = law.record if law else Record.embedded()
        plan = planned(record, schema.names(), map, asked_on=law.asked_on if law else None, **options)
        tags = Tagger(law or Law(record, plan.asked_on), plan, keep_cases=findings, beside=check_beside(beside))
        notes = notes_of(tags, map, options)
        tagged = tagged_lazily(frame, tags, watched(tags, progress))
        with whole(out) as part:
            write(tagged, part, kind, notes)
    except (PolarsError, OSError) as fault:
        raise InputError(said_fault(fault, source, out)) from None
    if findings:
        write_findings(tags, f"{out}.findings.parquet")
    if kind != "parquet":
        with whole(f"{out}.ratione.json") as part:
            part.write_text(json.dumps(notes, indent=2) + "\n", encoding="utf-8")
    return tags


def watched(tags: Tagger, progress: Callable[[int], None] | None) -> Callable[[Any], Any]:
    """The step that tags a batch, telling how many rows are done."""
    if progress is None:
        return tags.varied
    tell = progress

    def step(frame: Any) -> Any:
        done = tags.varied(frame)
        tell(tags.count)
        return done

    return step


def write(frame: Any, part: Path, kind: str, notes: dict[str, Any]) -> None:
    """Streams a frame to a file."""
    if kind == "parquet":
        frame.sink_parquet(part, metadata={"ratione": json.dumps(notes)}, maintain_order=True)
    elif kind == "arrow":
        frame.sink_ipc(part, maintain_order=True)
    else:
        ending = os.path.splitext(part.name.removesuffix(".part").rpartition(".")[0])[1].lower()
        packed = {".gz": "gzip", ".zst": "zstd"}.get(ending, "uncompressed")
        parted = "\t" if kind == "tsv" else ","
        frame.sink_csv(part, separator=parted, compression=packed, check_extension=False, maintain_order=True)


def said_error(fault: BaseException, source: Any) -> InputError:
    """An error that says in one line why a table cannot be read."""
    return InputError(f"{said_source(source)}: cannot be read ({first_line(fault)})")


def said_fault(fault: BaseException, source: Any, out: Any) -> str:
    """What went wrong with a file, in one line."""
    text = first_line(fault)
    if getattr(fault, "errno", None) == 28 or "No space left" in str(fault):
        return f"{out}: no space is left on the disk; nothing was written"
    if getattr(fault, "errno", None) == 27 or "File too large" in str(fault):
        return f"{out}: the file would be larger than is allowed here; nothing was written"
    return f"{said_source(source)}: cannot be tagged ({text}); nothing was written"


def notes_of(tags: Tagger, map: dict[str, str] | None, options: dict[str, Any]) -> dict[str, Any]:
    """What a tagged table says of itself, so that each row can be explained and replayed."""
    plan = tags.plan
    kept = {name: list(value) if isinstance(value, tuple) else value for name, value in options.items()}
    return {
        "made_by": "ratione tag",
        "record": tags.version,
        "asked_on": str(plan.asked_on),
        "layout": plan.layout,
        "map": map or {},
        "options": kept,
        "presumed_nationality": plan.presume,
        "columns": {want.name: [said_facts(facts) for facts in want.facts] for want in plan.wants},
        "read_from": {field: of.column + (f":{of.scheme}" if of.scheme else "") for field, of in plan.mapping.items()},
    }


def said_facts(facts: Any) -> dict[str, str]:
    """The facts that a column assumes."""
    return {name: value for name in facts.__struct_fields__ if (value := getattr(facts, name))}


def findings_table(tags: Tagger) -> Any:
    """The findings behind the keys that were met: key to answer, limbs, articles, acts and reasons."""
    rows = [row for key, case in sorted(tags.cases.items()) for row in finding_rows(tags.law, key, case)]
    return pl.DataFrame(rows, infer_schema_length=None).with_columns(
        pl.col(name).cast(pl.Int32) for name in KEY if rows
    )


def write_findings(tags: Tagger, path: str) -> None:
    """Writes the table of findings."""
    with whole(path) as part:
        findings_table(tags).write_parquet(part)


def notes_in(path: str | os.PathLike[str]) -> dict[str, Any]:
    """What a tagged file says of how it was made."""
    found: dict[str, Any] | None
    beside = Path(f"{path}.ratione.json")
    try:
        if kind_of(str(path)) == "parquet":
            found = json.loads(pl.read_parquet_metadata(str(path)).get("ratione", "null"))
        else:
            found = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else None
    except (PolarsError, OSError, ValueError) as fault:
        raise InputError(f"{path}: cannot be read ({first_line(fault)})") from None
    if not found:
        raise InputError(f"{path}: was not made by ratione tag, or has lost its notes; tag it again")
    return found


def explain_row(
    path: str | os.PathLike[str], row: int, column: str = "", *, law: Law | None = None
) -> tuple[str, list[Any], dict[str, Any]]:
    """The findings behind a row of a tagged file (the first row is 0): the column, its findings, the notes of the file.

    Without ``column`` it is that of the first crime asked. What is asked is what the file was tagged with.
    """
    notes = notes_in(path)
    wanted = column or next(iter(notes["columns"]))
    if wanted not in notes["columns"]:
        named = {
            fact["crime"]: name for name, facts in notes["columns"].items() for fact in facts[:1] if "crime" in fact
        }
        named |= {
            fact["crime"]: name for name, facts in notes["columns"].items() for fact in facts if name.startswith("if_")
        }
        if wanted not in named:
            raise FactError(
                "column", wanted, "one of " + ", ".join(notes["columns"]), hint=near(wanted, notes["columns"])
            )
        wanted = named[wanted]
    frame = scanned(path)
    one = frame.slice(row, 1).collect() if row >= 0 else frame.clear().collect()
    if one.is_empty():
        count = frame.select(pl.len()).collect().item()
        raise FactError("row", row, f"a row from 0 to {count - 1}")
    asked_on = read_day(notes["asked_on"], field="asked_on")
    law = law or Law(Record.embedded(), asked_on)
    plan = planned(law.record, one.columns, notes["map"], asked_on=law.asked_on, **notes["options"])
    tags = Tagger(law, plan)
    found = explained(tags, one, wanted)
    if tags.placed is not None and tags.placing is not None:
        notes = {**notes, "row": tags.placing.said(tags.placed)}
    return wanted, found, notes
