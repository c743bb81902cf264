"""Running a command: its options, its errors, its clock, its files."""

from __future__ import annotations

import csv
import os
import signal
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from types import ModuleType
from typing import IO, Any

import msgspec

import ratione

__all__ = [
    "add_record_options",
    "day_option",
    "instrument_option",
    "law_of",
    "print_json",
    "record_of",
    "run",
    "usage",
    "whole_file",
]


class Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; asked of the system directly, as importing ``shutil`` for it costs a tenth of a start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width() - 2)


def terminal_width() -> int:
    """The columns of the terminal, or 80 where there is none."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def run(name: str, module: ModuleType, words: list[str]) -> int:
    """Runs a command on its words; returns the exit code."""
    parser = ArgumentParser(
        prog=f"ratione {name}",
        description=module.__doc__,
        formatter_class=Help,
        allow_abbrev=False,
    )
    module.configure(parser)
    try:
        arguments = parser.parse_args(words)
        code: int = module.run(arguments)
        sys.stdout.flush()
    except ratione.RationeError as fault:
        sys.stderr.write(f"ratione: {fault}\n")
        return fault.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("ratione: interrupted; nothing was left half done\n")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UnicodeDecodeError as fault:
        sys.stderr.write(f"ratione: the input is not UTF-8 text (byte {fault.start + 1}); save it in UTF-8\n")
        return 2
    except OSError as fault:
        sys.stderr.write(f"ratione: {fault.filename or 'output'}: {fault.strerror}\n")
        return 2
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    return code


def usage(words: list[str], commands: Mapping[str, tuple[str, str]]) -> int:
    """Says what commands there are: on standard output where that was asked for, else as an error."""
    asked = bool(words) and words[0] in ("-h", "--help", "help")
    if words and words[0] in ("-V", "--version"):
        sys.stdout.write(f"ratione {ratione.__version__}, record {ratione.Record.embedded().version}\n")
        return 0
    out = sys.stdout if asked else sys.stderr
    if words and not asked:
        found = " ".join(words[:2])
        close = get_close_matches(found, commands, n=1, cutoff=0.4)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        out.write(f"ratione: found {found!r}, expected a command{hint}\n\n")
    out.write("usage: ratione COMMAND ...\n\n")
    out.writelines(f"  {name:18}{says}\n" for name, (_, says) in sorted(commands.items()))
    out.write("\nratione COMMAND --help says more; ratione --version names the record.\n")
    return 0 if asked else 2


def add_record_options(parser: ArgumentParser) -> None:
    """Options that say which record answers, and what is supposed."""
    parser.add_argument(
        "--asked-on", metavar="DAY", help="count only acts and rulings known by then; today if not given"
    )
    parser.add_argument("--known-on", metavar="DAY", help="the record as it stood at the end of that day")
    parser.add_argument(
        "--record", metavar="FILE", help="another compiled record, or a version kept in $RATIONE_RECORDS"
    )
    parser.add_argument(
        "--suppose",
        metavar="ACT",
        action="append",
        default=[],
        help="an act to suppose, as 'USA ratification rome-statute 2027-03-01'; again for more; @FILE holds one a line",
    )
    parser.add_argument("--json", action="store_true", help="plain JSON instead of text")


def record_of(arguments: Namespace) -> ratione.Record:
    """The record that the options name."""
    path = arguments.record
    if path and not os.path.exists(path):
        kept = os.path.join(os.environ.get("RATIONE_RECORDS", "."), f"{path}.json")
        path = kept if os.path.exists(kept) else path
    record = ratione.Record.open(path) if path else ratione.Record.embedded()
    if arguments.known_on:
        record = record.known_on(ratione.read_day(arguments.known_on, field="known-on"))
    return record


def day_option(text: str | None, field: str) -> date:
    """The day an option names, or today: only surfaces ask the clock, and they print the day they used."""
    return ratione.read_day(text, field=field) if text else date.today()


def suppositions(arguments: Namespace) -> list[str]:
    """The acts supposed, those in files one a line."""
    found = []
    for line in arguments.suppose:
        if line.startswith("@"):
            with open(line[1:], encoding="utf-8") as file:
                found += [kept for text in file if (kept := text.strip()) and not kept.startswith("#")]
        else:
            found.append(line)
    return found


def law_of(arguments: Namespace) -> tuple[ratione.Law, ratione.Law | None]:
    """The law that the options name; the second is the same with what is supposed, where anything is."""
    record, asked_on = record_of(arguments), day_option(arguments.asked_on, "asked-on")
    law = ratione.Law(record, asked_on)
    lines = suppositions(arguments)
    if not lines:
        return law, None
    supposed = ratione.suppose(record, ratione.Names(record), lines)
    return law, ratione.Law(supposed.record, asked_on, supposed.keys)


def instrument_option(record: ratione.Record, word: str) -> str:
    """The code of the instrument that an option names."""
    known = {
        name.casefold(): code
        for code, row in record.instruments.items()
        for name in (code, row.short, row.name, *row.also)
    }
    code = known.get(word.casefold())
    if code is None:
        close = get_close_matches(word.casefold(), known, n=1)
        hint = known[close[0]] if close else None
        raise ratione.FactError("instrument", word, "one of " + ", ".join(sorted(record.instruments)), hint=hint)
    return code


def print_json(value: Any) -> None:
    """Writes plain JSON to standard output."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


@contextmanager
def whole_file(path: str) -> Iterator[IO[str]]:
    """A text file that gets its name only when it is whole; ``-`` is standard output."""
    if path == "-":
        yield sys.stdout
        return
    if os.path.isdir(path):
        raise ratione.FactError("out", path, "the name of a file, not of a folder")
    part = os.path.join(os.path.dirname(os.path.abspath(path)), f".{os.path.basename(path)}.{os.getpid()}.part")
    try:
        file = open(part, "x", encoding="utf-8", newline="")  # noqa: SIM115 - closed by the block below
    except OSError as fault:
        raise ratione.InputError(f"{path}: cannot be written ({fault.strerror})") from None
    try:
        with file:
            yield file
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)


def stop_on_termination() -> None:
    """Lets a job that is told to stop clean up as one that is interrupted does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def not_itself(read: str, written: str) -> None:
    """Raises where a file would be written over the one it is read from."""
    if written != "-" and os.path.exists(written) and os.path.exists(read) and os.path.samefile(read, written):
        raise ratione.FactError("out", written, "another file than the one that is read, which would be lost")


ALMOST = 0.87
"""How much alike two names are where one is a slip of the pen for the other."""


def rows_of(file: IO[str], known: set[str]) -> Iterator[dict[str, str]]:
    """The rows of a table with a header; a row that does not fit its header says so under the empty name.

    Raises :class:`~ratione.errors.FactError` for a header without any of the known names, with one of them twice, or with one
    that is almost a known name: a fact that is not read for a slip of the pen would change the answer.
    """
    reader = csv.reader(file, strict=True)
    header = [name.strip() for name in next(reader, [])]
    if not known & set(header):
        raise ratione.FactError("file", ",".join(header)[:200], "a header row with facts: " + ", ".join(sorted(known)))
    for name in header:
        meant = get_close_matches(name, known - {*header}, n=1, cutoff=ALMOST) if name not in known else []
        if meant:
            raise ratione.FactError("file", f"the column {name}", f'a name of a fact; did you mean "{meant[0]}"?')
    twice = sorted({name for name in header if name in known and header.count(name) > 1})
    if twice:
        raise ratione.FactError("file", ",".join(twice), "each fact in one column only")
    try:
        for cells in reader:
            if cells:
                yield row_of(header, cells)
    except csv.Error as fault:
        raise ratione.InputError(f"line {reader.line_num} of the table cannot be read: {fault}") from None


def row_of(header: list[str], cells: list[str]) -> dict[str, str]:
    """A row by its header."""
    row = dict(zip(header, cells, strict=False))
    if len(cells) != len(header):
        row[""] = f"the row has {len(cells)} cells, the header {len(header)}"
    return row
