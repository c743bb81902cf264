"""Reads documents and says which of their claims the record contradicts, and what was not checked.

A document is text, Markdown (front matter too), HTML, PDF or DOCX, a folder of them, or - for standard input. Nothing in a
document is run, and nothing is fetched. A report never says that a document is right: it lists what it did not check.

  ratione check page.md --fail-on contradicts,outdated
  ratione check report.pdf --date 2021-05-23 --html report.html
  ratione check --site content/ --table faults.csv
"""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path, PurePath
from shutil import get_terminal_size
from textwrap import wrap

import msgspec

import ratione
from ratione import checker

from ..running import day_option, not_itself, record_of, stop_on_termination, whole_file

VERDICTS = ("agrees", "contradicts", "outdated", "imprecise", "disputed", "open", "not-in-record", "out-of-scope")


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "documents", nargs="*", metavar="FILE", help="a document, a folder of documents, or - for standard input"
    )
    parser.add_argument(
        "--site", metavar="FOLDER", help="check a whole site, with a summary by page and by kind of fault"
    )
    parser.add_argument(
        "--date", metavar="DAY", help="the document's own day, where it is known; else it is looked for"
    )
    parser.add_argument(
        "--today", metavar="DAY", help="the day on which claims without a day are judged; today if not given"
    )
    parser.add_argument(
        "--form", choices=("text", "markdown", "html", "pdf", "docx"), help="the form, where the name does not tell it"
    )
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="the whole reports as JSON")
    out.add_argument("--jsonl", action="store_true", help="one claim a line: the closed list of predicates (see --all)")
    out.add_argument("--claim-review", action="store_true", help="schema.org ClaimReview as JSON-LD")
    out.add_argument(
        "--patch", action="store_true", help="suggested corrections of Markdown, HTML and text, as a patch to review"
    )
    parser.add_argument(
        "--html", metavar="OUT", help="an annotated copy of one document, as one HTML page; - for standard output"
    )
    parser.add_argument(
        "--table",
        metavar="OUT",
        help="with --site: a table of what to mend, as CSV, or as Markdown where OUT ends in .md; - for standard output",
    )
    parser.add_argument(
        "--all", action="store_true",
        help="every claim: also those that agree (text), and those of kind other or about other instruments (--jsonl)",
    )  # fmt: skip
    parser.add_argument(
        "--fail-on", metavar="VERDICTS", help="end with 1 where a claim has one of these, parted by commas"
    )
    parser.add_argument(
        "--accept", metavar="TABLE", help="claims to leave out: rows of a CSV table by --table, looked at and accepted"
    )
    parser.add_argument(
        "--patterns", metavar="FOLDER", help="other patterns than those installed: a folder of TOML files"
    )
    parser.add_argument("--record", metavar="FILE", help="another compiled record")
    parser.add_argument("--known-on", metavar="DAY", help="the record as it stood at the end of that day")


def run(arguments: Namespace) -> int:
    """Checks, prints, and says whether a verdict was found that one asked to fail on."""
    stop_on_termination()
    failing = verdicts_option(arguments.fail_on) if arguments.fail_on is not None else set()
    today = day_option(arguments.today, "today")
    written = ratione.read_day(arguments.date, field="date") if arguments.date else None
    if written and written > today:
        raise ratione.FactError("date", arguments.date, f"a day up to {today}, the day of the check")
    found = documents(arguments)
    outputs_option(arguments, found)
    accepted = accepted_option(arguments.accept)
    engine = checker.Checker(record_of(arguments), patterns_option(arguments.patterns))
    reports, raws, failed = [], [], []
    for number, (name, path) in enumerate(found, 1):
        progress(number, len(found))
        try:
            raw = content(path)
            report = engine.check(raw, name=name, today=today, written_on=written, form=arguments.form or "")
            reports.append(checker.without(report, accepted) if accepted else report)
            raws.append(raw)
        except ratione.InputError as fault:
            failed.append(str(fault))
        except OSError as fault:
            failed.append(f"{name}: cannot be read ({fault.strerror})")
    if failed and not arguments.site and not reports:
        raise ratione.InputError("\n".join(failed))
    written_out(arguments, reports, raws, failed, engine.record)
    for said in failed:
        sys.stderr.write(f"ratione: {said}\n")
    if any(one.verdict in failing for report in reports for one in report.claims):
        return 1
    return 2 if failed else 0


def verdicts_option(text: str) -> set[str]:
    """The verdicts to fail on."""
    found = {one.strip() for one in text.split(",") if one.strip()}
    for one in sorted(found - set(VERDICTS)) if found else [text]:
        raise ratione.FactError("fail-on", one, "verdicts parted by commas: " + ", ".join(VERDICTS))
    return found


def patterns_option(folder: str | None) -> checker.Patterns:
    """The patterns that the option names; a folder must hold every list of words that the reader asks for."""
    own = checker.Patterns.embedded()
    if not folder:
        return own
    found = checker.Patterns.read(Path(folder))
    if missing := sorted(set(own.words) - set(found.words)):
        said = f"found no lists {', '.join(missing)}; copy data/patterns whole and change the copy"
        raise ratione.InputError(f"{folder}/words.toml: {said}")
    return found


def accepted_option(path: str | None) -> set[tuple[str, str]]:
    """The sentences that an editor has looked at and left: rows of a table that this command wrote."""
    if not path:
        return set()
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"page", "as_written"} <= set(rows.fieldnames or ()):
            raise ratione.InputError(
                f"{path}: found no columns page and as_written; expected rows of a table by --table"
            )
        return {(row["page"], (row["as_written"] or "").removeprefix("'")) for row in rows}


def outputs_option(arguments: Namespace, found: list[tuple[str, Path | None]]) -> None:
    """Whether the files to be written can be, before anything is checked."""
    if arguments.html and len(found) != 1:
        raise ratione.InputError(f"html: found {len(found)} documents, expected one; check them one by one")
    for out in filter(None, (arguments.html, arguments.table)):
        for _, path in found:
            if path is not None:
                not_itself(str(path), out)


def content(path: Path | None) -> bytes:
    """The bytes of a document, or of standard input: never many more than are read."""
    if path is None:
        return sys.stdin.buffer.read(checker.LARGEST + 1)
    with path.open("rb") as file:
        return file.read(checker.LARGEST + 1)


def progress(number: int, count: int) -> None:
    """How far it is, on a terminal only."""
    if count > 1 and sys.stderr.isatty():
        sys.stderr.write(f"\r{number} of {count} documents" + ("\n" if number == count else ""))


def documents(arguments: Namespace) -> list[tuple[str, Path | None]]:
    """Every document named, with the name under which it is reported."""
    found: list[tuple[str, Path | None]] = []
    folders = [arguments.site] if arguments.site else []
    for one in (*arguments.documents, *folders):
        path = Path(one)
        if one == "-":
            found.append(("standard-input", None))
        elif path.is_dir():
            found += [(spelled(page.relative_to(path)), page) for page in checker.pages(path)]
        elif path.is_file():
            found.append((spelled(path.name if path.is_absolute() or ".." in path.parts else path), path))
        else:
            raise ratione.InputError(
                f"{one}: no such file or folder; expected a document, a folder, or - for standard input"
            )
    if not found:
        raise ratione.InputError(
            "documents: found none, expected files (.md .html .txt .pdf .docx), a folder of them, or -"
        )
    return found


def spelled(path: Path | str) -> str:
    """A path as it can be printed, whatever bytes its name holds."""
    return PurePath(path).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def written_out(
    arguments: Namespace, reports: list[checker.Report], raws: list[bytes], failed: list[str], record: ratione.Record
) -> None:
    """The reports in the form that was asked for."""
    if arguments.html:
        with whole_file(arguments.html) as file:
            file.write(checker.annotated(reports[0], raws[0]))
    if arguments.table:
        with whole_file(arguments.table) as file:
            markdown = arguments.table.lower().endswith(".md")
            file.write(checker.site_table(reports, record, markdown=markdown))
    if "-" in (arguments.html, arguments.table):
        return
    out = sys.stdout
    if arguments.json:
        out.write(
            msgspec.json.format(msgspec.json.encode([report.to_dict() for report in reports]), indent=2).decode() + "\n"
        )
    elif arguments.jsonl:
        for report in reports:
            out.writelines(msgspec.json.encode(row).decode() + "\n" for row in report.listed(every=arguments.all))
        if not arguments.all and (kept := sum(len(report.unlisted()) for report in reports)):
            print(
                f"{kept} flagged claims about other instruments are not in this stream; --all adds them",
                file=sys.stderr,
            )
    elif arguments.claim_review:
        found = [row for report in reports for row in checker.claim_review(report)]
        out.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")
    elif arguments.patch:
        out.writelines(checker.corrections(report, raw) for report, raw in zip(reports, raws, strict=True))
    elif arguments.site:
        out.write(wrapped(checker.site_text(reports, failed)))
    else:
        out.write(wrapped("\n".join(checker.shown(report, every=arguments.all) for report in reports)))


def wrapped(text: str) -> str:
    """The text in lines of a terminal; no word, number or address is parted. Elsewhere it stays as it is."""
    if not sys.stdout.isatty():
        return text
    width = max(40, get_terminal_size().columns)
    return "".join(line if len(line) <= width else folded(line, width) for line in text.splitlines(keepends=True))


def folded(line: str, width: int) -> str:
    """One long line in several, each under the words of the first."""
    start = " " * (len(line) - len(line.lstrip()))
    parts = wrap(line.strip(), width - len(start) - 4, break_long_words=False, break_on_hyphens=False)
    return start + f"\n{start}    ".join(parts) + "\n"
