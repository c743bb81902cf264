"""Reference: writes docs/reference/ from the docstrings of the front door and the options of the commands.

python tools/reference.py            write the pages
python tools/reference.py --check    say which pages are out of date; 1 where any is
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from argparse import ArgumentParser
from enum import Enum
from pathlib import Path
from typing import Any

import ratione
from ratione import errors
from ratione.surfaces import cli

__all__ = ["FOLDER", "pages"]

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- made by tools/reference.py from the docstrings; edit those -->\n"

EXIT_CODES = {
    0: "done",
    1: "findings that one asked to fail on, or rows with errors",
    2: "bad usage or input",
    3: "an unsound record",
    130: "interrupted",
}


def pages() -> dict[str, str]:
    """Every page of the reference by its name."""
    return {"README.md": index(), "python.md": python(), "commands.md": commands(), "errors.md": error_page()}


def index() -> str:
    """The first page."""
    return (
        f"{MADE}\n# Reference\n\n"
        "- [python.md](python.md): every public name of `import ratione`\n"
        "- [commands.md](commands.md): every command and its options\n"
        "- [errors.md](errors.md): errors and exit codes\n"
        "- [../json.md](../json.md): every field of the JSON that the commands write\n"
        "- [../law.md](../law.md): every limb and every fact of a question on jurisdiction\n"
        "- [../../data/README.md](../../data/README.md): every field of the record\n"
    )


def python() -> str:
    """The names of the front door, in order."""
    parts = [f"{MADE}\n# Python\n\nEvery name below comes from `import ratione`.\n"]
    for name in sorted(ratione.__all__, key=str.casefold):
        parts.append(entry(name, getattr(ratione, name)))
    return "\n".join(parts)


def entry(name: str, value: Any) -> str:
    """One name: its signature, its docstring, and for a class its public members."""
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        return f"## {name}\n\n{constant(name, value)}\n"
    text = f"## {name}\n\n```text\n{signature(name, value)}\n```\n\n{prose(value)}\n"
    if inspect.isclass(value) and value.__module__.startswith("ratione"):
        members = [line for line in (member(value, one) for one in own_members(value)) if line]
        if members:
            text += "\n| member | meaning |\n| --- | --- |\n" + "\n".join(members) + "\n"
    return text


def constant(name: str, value: Any) -> str:
    """A value that is no class and no function."""
    if name == "FACTS":
        rows = "\n".join(f"| `{one.name}` | {one.meaning} | {one.presumed or one.not_given} |" for one in value)
        head = "| fact | meaning | not given |\n| --- | --- | --- |\n"
        return f"Every fact that a question on jurisdiction may give.\n\n{head}{rows}"
    return f"A value of type `{type(value).__name__}`."


def signature(name: str, value: Any) -> str:
    """How it is called, without the paths of modules; of a list of values, the values."""
    if inspect.isclass(value) and issubclass(value, Enum):
        return f"{name}: " + ", ".join(f"{name}.{one.name} ({one})" for one in value)
    if not value.__module__.startswith("ratione"):
        return f"{name} = {value.__module__}.{value.__qualname__}"
    try:
        found = str(inspect.signature(value))
    except (TypeError, ValueError):
        return name
    found = re.sub(r"<[\w.]+ object at 0x\w+>", "...", found)
    found = re.sub(r"= '([^']*)'", r'= "\1"', found)
    found = re.sub(r"\b(?:ratione|datetime|collections|typing|msgspec)(?:\.\w+)*\.(\w+)", r"\1", found.replace("'", ""))
    return wrapped(name + found)


def wrapped(text: str) -> str:
    """A signature over several lines where it is long."""
    if len(text) <= 100:
        return text
    head, _, rest = text.partition("(")
    inside, _, back = rest.rpartition(")")
    depth, items, item = 0, [], ""
    for sign in inside:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            items.append(item.strip())
            item = ""
        else:
            item += sign
    items.append(item.strip())
    return head + "(\n" + "".join(f"    {one},\n" for one in items if one) + ")" + back


def prose(value: Any) -> str:
    """A docstring as Markdown: examples fenced, roles and double backticks as plain code."""
    if not value.__module__.startswith("ratione"):
        return "A calendar day, in the calendar of the depositary; no hour and no time zone."
    text = inspect.getdoc(value) or ""
    if inspect.isclass(value) and text == (inspect.getdoc(value.__mro__[1]) or ""):
        text = ""
    text = re.sub(r":\w+:`~?([\w.]+)`", lambda m: f"`{m[1].rpartition('.')[2]}`", text).replace("``", "`")
    out, inside = [], False
    for line in text.splitlines():
        starts = line.startswith(">>>")
        if starts and not inside:
            out.append("```python")
            inside = True
        elif inside and not line.strip():
            out.append("```")
            inside = False
        out.append(line)
    return "\n".join([*out, "```"] if inside else out)


def own_members(value: type) -> list[str]:
    """The public members that the class itself defines."""
    return [name for name in vars(value) if not name.startswith("_")]


def member(value: type, name: str) -> str:
    """A row for a method or property that has a docstring."""
    found = inspect.getattr_static(value, name)
    raw = getattr(found, "__func__", None) or getattr(found, "fget", None) or getattr(found, "func", None) or found
    if not inspect.isfunction(raw) or not raw.__doc__:
        return ""
    first = " ".join(raw.__doc__.strip().split("\n\n")[0].split()).replace("|", "\\|").replace("``", "`")
    first = re.sub(r":\w+:`~?([\w.]+)`", lambda m: f"`{m[1].rpartition('.')[2]}`", first)
    call = "()" if not isinstance(found, property) and raw is not getattr(found, "func", None) else ""
    return f"| `{name}{call}` | {first} |"


def commands() -> str:
    """Every command with its options."""
    parts = [f"{MADE}\n# Commands\n\n`ratione COMMAND --help` says the same. `ratione --version` names the record.\n"]
    for name in sorted(cli.COMMANDS):
        module = cli.module_of(name)
        parser = ArgumentParser(prog=f"ratione {name}", add_help=False, allow_abbrev=False)
        module.configure(parser)
        parts.append(f"## ratione {name}\n\n{help_text(module.__doc__ or '')}\n{options(parser)}")
    return "\n".join(parts)


def help_text(text: str) -> str:
    """The docstring of a command: sentences as prose, lines that call the program as an example."""
    calls = [line.strip() for line in text.splitlines() if line.strip().startswith("ratione ")]
    said = "\n".join(line for line in text.strip().splitlines() if not line.strip().startswith("ratione "))
    return said.strip() + "\n" + ("\n```sh\n" + "\n".join(calls) + "\n```\n" if calls else "")


def options(parser: ArgumentParser) -> str:
    """A table of what the command takes."""
    rows = []
    for action in parser._actions:
        shown = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = "" if action.nargs == 0 or not action.option_strings else f" {action.metavar or ''}".rstrip()
        if not action.metavar and action.choices:
            value = " " + "\\|".join(map(str, action.choices))
        rows.append(f"| `{shown}{value}` | {(action.help or '').replace('|', chr(92) + '|')} |")
    return "| option | meaning |\n| --- | --- |\n" + "\n".join(rows) + "\n" if rows else ""


def error_page() -> str:
    """Errors and exit codes."""
    codes = "\n".join(f"| {code} | {says} |" for code, says in EXIT_CODES.items())
    tree = (errors.__doc__ or "").partition("\n\n")[2].strip()
    parts = [
        f"{MADE}\n# Errors and exit codes\n\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n{codes}\n",
        f"## The family\n\n```text\n{tree}\n```\n",
    ]
    for name in sorted(errors.__all__):
        value = getattr(errors, name)
        if inspect.isclass(value) and name in ratione.__all__:
            parts.append(f"### {name}\n\n{prose(value)}\n\nExit code {value.exit_code}.\n")
    return "\n".join(parts)


def main() -> int:
    """Writes or compares; 1 where a page is out of date."""
    parser = ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    FOLDER.mkdir(parents=True, exist_ok=True)
    old = 0
    for name, text in pages().items():
        path = FOLDER / name
        if not path.exists() or path.read_text("utf-8") != text:
            old += 1
            sys.stdout.write(f"{name}: out of date\n" if check else f"{name}: written\n")
            if not check:
                path.write_text(text, "utf-8")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
