"""Pages: the examples and links in README.md, CONTRIBUTING.md and docs/, run and compared with what the page shows.

    python tools/pages.py            say which examples differ from what the program prints
    python tools/pages.py --write    put what the program prints into the pages

A ```console block holds commands after ``$`` and, below each, what it prints. A line ``...`` stands for lines left out.
A ```python block is read as a doctest where it holds ``>>>``; else it only has to run. Blocks of one page share their names.
Every command runs in an empty folder, in which the files of ```csv, ```text and ```py blocks headed ``# file: NAME`` lie, and
those of the repository that the page names in a comment, ``<!-- file: tests/data/NAME -->``.
The version of the record changes with each edit of ``data/``, so that one version counts as good as another.
"""

from __future__ import annotations

import argparse
import doctest
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "PAGES",
    "Block",
    "Command",
    "Difference",
    "blocks",
    "commands",
    "differences",
    "links",
    "refreshed",
    "slugs",
]

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "reference"),
]
LEFT_OUT = "..."
VERSION = re.compile(r"\b[0-9a-f]{16}\b")
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    """A fenced block of a page: its language, its text, and where the text begins in the page."""

    language: str
    text: str
    start: int


class Command(NamedTuple):
    """A command of a console block, and the lines that the page shows below it."""

    line: str
    shown: list[str]


class Difference(NamedTuple):
    """An example that does not print what the page shows."""

    page: str
    example: str
    says: str


def blocks(page: str, *languages: str) -> list[Block]:
    """The fenced blocks of a page in these languages."""
    return [Block(m[1], m[2], m.start(2)) for m in FENCE.finditer(page) if m[1] in languages]


def commands(text: str) -> list[Command]:
    """The commands of a console block; a line that ends in a backslash goes on."""
    found: list[Command] = []
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("$ "):
            whole = line[2:]
            while whole.endswith("\\"):
                whole += "\n" + next(lines)
            found.append(Command(whole, []))
        elif found:
            found[-1].shown.append(line)
    for command in found:
        while command.shown and not command.shown[-1].strip():
            command.shown.pop()
    return found


def files(page: str, folder: Path) -> None:
    """Writes the files that a page shows."""
    for block in blocks(page, "csv", "text", "toml", "py"):
        head, _, rest = block.text.partition("\n")
        if head.startswith("# file: "):
            path = folder / head.removeprefix("# file: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rest, "utf-8")
    for name in re.findall(r"^<!-- file: (\S+) -->$", page, re.M):
        (folder / Path(name).name).symlink_to(ROOT / name)


def printed(line: str, folder: Path) -> list[str]:
    """What a command prints, errors too, as lines."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - the pages are our own
        ["bash", "-c", line],  # noqa: S607
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def plain(lines: list[str]) -> list[str]:
    """Lines with every version of a record written alike."""
    return [VERSION.sub("0" * 16, line).rstrip() for line in lines]


def chunks(shown: list[str]) -> list[list[str]]:
    """The lines that a page shows, parted where it leaves lines out."""
    found: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return found


def agrees(shown: list[str], real: list[str]) -> bool:
    """Whether the lines shown are the real ones, some perhaps left out."""
    parts, rest = chunks(plain(shown)), plain(real)
    if len(parts) == 1:
        return parts[0] == rest
    first, last = parts[0], parts[-1]
    if rest[: len(first)] != first or (last and rest[-len(last) :] != last):
        return False
    place = 0
    for part in parts:
        at = next((n for n in range(place, len(rest) - len(part) + 1) if rest[n : n + len(part)] == part), None)
        if at is None:
            return False
        place = at + len(part)
    return True


def refreshed(shown: list[str], real: list[str]) -> list[str]:
    """The lines to show now: as many in each chunk as before, each chunk from the line that begins as its first did."""
    parts = chunks(shown)
    if len(parts) == 1:
        return real
    found: list[str] = []
    place = 0
    for number, part in enumerate(parts):
        if number:
            found.append(LEFT_OUT)
        if part:
            head = plain(part[:1])[0].strip()
            at = next((n for n in range(place, len(real)) if plain(real[n : n + 1])[0].strip().startswith(head)), None)
            if at is None:
                raise LookupError(f"nothing printed begins with {part[0]!r}")
            found += real[at : at + len(part)]
            place = at + len(part)
    return found


def differences(path: Path) -> Iterator[Difference]:
    """Every example of a page that does not print what the page shows."""
    page, name = path.read_text("utf-8"), path.name
    with tempfile.TemporaryDirectory() as home:
        files(page, Path(home))
        with ThreadPoolExecutor() as pool:
            found = pool.map(lambda block: block_differences(block, name, Path(home)), blocks(page, "console"))
        for some in found:
            yield from some
        yield from python_differences(page, name, Path(home))


def block_differences(block: Block, name: str, folder: Path) -> list[Difference]:
    """The commands of one block, one after the other; blocks do not wait for each other."""
    found = []
    for command in commands(block.text):
        real = printed(command.line, folder)
        if not agrees(command.shown, real):
            found.append(Difference(name, command.line, "\n".join(real)))
    return found


def python_differences(page: str, name: str, folder: Path) -> Iterator[Difference]:
    """The same for the examples in Python."""
    names: dict[str, object] = {"__name__": "__main__"}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    here = os.getcwd()
    os.chdir(folder)
    try:
        for number, block in enumerate(blocks(page, "python"), 1):
            if ">>>" not in block.text:
                exec(compile(block.text, f"{name}, block {number}", "exec"), names)  # noqa: S102 - the same
                continue
            said: list[str] = []
            test = doctest.DocTestParser().get_doctest(block.text, names, f"{name}, block {number}", name, 0)
            runner.run(test, out=said.append, clear_globs=False)
            names = test.globs
            if said:
                yield Difference(name, f"block {number}", "".join(said))
    finally:
        os.chdir(here)


def rewritten(path: Path) -> tuple[str, list[str]]:
    """The page with what the program prints now, and what could not be brought up to date."""
    page, faults = path.read_text("utf-8"), []
    with tempfile.TemporaryDirectory() as home:
        files(page, Path(home))

        def block(found: re.Match[str]) -> str:
            if found[1] != "console":
                return found[0]
            lines: list[str] = []
            for command in commands(found[2]):
                lines.append("$ " + command.line)
                real = printed(command.line, Path(home))
                try:
                    lines += command.shown if agrees(command.shown, real) else refreshed(command.shown, real)
                except LookupError as fault:
                    faults.append(f"{path.name}: {command.line}: {fault}")
                    lines += command.shown
            return "```console\n" + "\n".join(lines) + "\n```"

        return FENCE.sub(block, page), faults


def slugs(page: str) -> set[str]:
    """The anchors that the headings of a page have."""
    body = FENCE.sub("", page)
    heads = re.findall(r"^#+ +(.+?) *$", body, re.M)
    return {re.sub(r"[^\w\- ]", "", head.replace("`", "").lower()).replace(" ", "-") for head in heads}


def links(page: str) -> list[str]:
    """The links of a page to other pages and to places in them."""
    body = FENCE.sub("", page)
    return [
        link for link in re.findall(r"\]\(([^)\s]+)\)", body) if "://" not in link and not link.startswith("mailto:")
    ]


def main() -> int:
    """Compares, or writes; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path, help="all if not given")
    parser.add_argument("--write", action="store_true", help="put what the program prints into the pages")
    arguments = parser.parse_args()
    wrong = 0
    for path in arguments.pages or PAGES:
        if arguments.write:
            page, faults = rewritten(path)
            path.write_text(page, "utf-8")
            wrong += len(faults)
            sys.stdout.writelines(f"{fault}\n" for fault in faults)
        for difference in differences(path):
            wrong += 1
            sys.stdout.write(f"{difference.page}: {difference.example}\n{difference.says}\n\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
