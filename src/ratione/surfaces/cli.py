"""The command line: ``ratione COMMAND ...``.

A command is a module of ``commands`` with ``configure(parser)`` and ``run(arguments) -> exit code``. It is imported when it is
called, so that starting costs what the command needs and no more. Exit codes: 0 done; 1 findings one asked to fail on, or rows
with errors; 2 bad usage or input; 3 unsound record; 130 interrupted.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "agreements": ("agreements", "non-surrender agreements, waivers, and what aid law forbade when"),
    "ask jurisdiction": ("ask_jurisdiction", "whether the Court has jurisdiction over given facts, with the reasons"),
    "ask us-law": ("ask_us_law", "whether United States law permits or requires an act concerning the Court"),
    "check": ("check", "which claims of a document the record contradicts, and what was not checked"),
    "codes": ("codes", "which place a country code or spelling means, since when, on whose word"),
    "debate": ("debate", "a contested point: who holds what since when, and who changed position"),
    "mcp": ("mcp", "answer programs that speak the Model Context Protocol"),
    "explain": ("explain", "the finding behind a row of a tagged table"),
    "panel": ("panel", "the record as a panel: states by year, month or day, pairs, members"),
    "parties": ("parties", "who is a party on a day, how many, and why published numbers differ"),
    "patterns build": ("patterns_build", "compile the patterns by which documents are read"),
    "propose": ("propose", "claims of a document that the record does not hold, as acts for a person to review"),
    "record build": ("record_build", "compile the text in data/ into one file of canonical JSON"),
    "record check": ("record_check", "check the text in data/: every fault of the run"),
    "record schema": ("record_schema", "write the JSON Schema files that editors use"),
    "rules": ("rules", "the tables into which the rule of jurisdiction is folded"),
    "sanctions": ("sanctions", "who is listed on a day, with orders, licences, injunctions and stays"),
    "serve": ("serve", "serve the site, the HTTP API and MCP on this machine"),
    "site build": ("site_build", "write the whole site as files that need no server"),
    "situation": ("situation", "a situation: trigger, window, ground, carve-outs, where it stands"),
    "spans": ("spans", "every derived interval of participation, as CSV or JSON"),
    "status": ("status", "everything about a state's participation on a day"),
    "tag": ("tag", "tag every row of a table of events with what the Court may reach"),
    "timeline us": ("timeline_us", "the history of the United States and the Court, with sources"),
    "tour": ("tour", "a short guided tour on real questions"),
}
"""Commands, each with its module and what it does."""


def main(words: list[str] | None = None) -> int:
    """Runs the command that the words name; returns the exit code."""
    words = sys.argv[1:] if words is None else words
    without_extensions()
    running = import_module(".running", __package__)
    for count in (2, 1):
        name = " ".join(words[:count])
        if name in COMMANDS:
            code: int = running.run(name, module_of(name), words[count:])
            return code
    said: int = running.usage(words, COMMANDS)
    return said


def module_of(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f".commands.{COMMANDS[name][0]}", __package__)


def without_extensions() -> None:
    """Keeps msgspec from importing typing_extensions, which it does where that happens to be installed.

    It is a fifth of a cold start, and Python 3.11 has all that msgspec wants of it.
    """
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
        import_module("msgspec")
        del sys.modules["typing_extensions"]


if __name__ == "__main__":
    sys.exit(main())
