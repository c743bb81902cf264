"""Front matter: the fields at the head of a Markdown or HTML file, as written, each with its place.

The YAML is only taken apart, never built: a tag names nothing, an alias is not followed, a day stays the text it was.
Where it cannot be taken apart, its lines are read as ``key: value``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from .page import Field

__all__ = ["Matter", "matter"]

LONGEST = 64_000
DEEPEST = 40
LEVELS = 4
"""Mappings one within another that are read."""
FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
LINE = re.compile(r"^([A-Za-z_][\w .-]{0,60}?)[ \t]*:[ \t]+(\S.*?)[ \t]*\r?$", re.MULTILINE)


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, where it was built: it takes apart the same, sooner."""


class Matter(NamedTuple):
    """The fields, the offset at which the document begins after them, and what was wrong with them."""

    fields: tuple[Field, ...]
    end: int
    fault: str


def matter(source: str) -> Matter:
    """The front matter of a document, if it begins with any."""
    opened = FENCE.match(source)
    if not opened:
        return Matter((), 0, "")
    closed = CLOSE.search(source, opened.end(), opened.end() + LONGEST)
    if not closed:
        return Matter((), 0, "front matter: no closing line '---' within its first 64,000 signs; read as text")
    text, start = source[opened.end() : closed.start()], opened.end()
    if nested(text) > DEEPEST:
        return Matter(by_line(text, start), closed.end(), "front matter: nested too deeply; read line by line")
    try:
        node = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        problem = str(getattr(fault, "problem", "") or type(fault).__name__)
        return Matter(by_line(text, start), closed.end(), f"front matter: no sound YAML ({problem}); read line by line")
    return Matter(tuple(entries(node, text, start)), closed.end(), "")


def nested(text: str) -> int:
    """How deep brackets or indents go, at most."""
    depth = deepest = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    indent = max((len(line) - len(line.lstrip(" -?")) for line in text.splitlines()), default=0)
    return max(deepest, indent // 2)


def entries(node: yaml.Node | None, text: str, start: int, prefix: str = "") -> list[Field]:
    """The plain fields of a mapping; those of a mapping or list inside it carry its key before their own."""
    found: list[Field] = []
    if not isinstance(node, yaml.MappingNode):
        return found
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        name = prefix + key.value
        if isinstance(value, yaml.ScalarNode):
            found.append(field(name, value, text, start, key.start_mark.index))
        elif isinstance(value, yaml.MappingNode) and prefix.count(".") < LEVELS:
            found += entries(value, text, start, f"{name}.")
        elif isinstance(value, yaml.SequenceNode):
            plain = [item for item in value.value if isinstance(item, yaml.ScalarNode)]
            found += [field(name, item, text, start, item.start_mark.index) for item in plain]
            if prefix.count(".") < LEVELS:
                for number, item in enumerate(value.value):
                    found += entries(item, text, start, f"{name}.{number}.")
    return found


def field(name: str, value: yaml.ScalarNode, text: str, start: int, begin: int) -> Field:
    """One field: its line as a reader sees it, quotes taken away."""
    first, last = value.start_mark.index, value.end_mark.index
    while last > first and text[last - 1].isspace():
        last -= 1
    own = name.rsplit(".", 1)[-1]
    return Field(name, value.value, f"{own}: {value.value}", start + begin, start + last, start + first, start + last)


def by_line(text: str, start: int) -> tuple[Field, ...]:
    """Fields of unsound front matter, line by line."""
    return tuple(
        Field(
            found.group(1).strip(),
            found.group(2).strip("'\""),
            f"{found.group(1).strip()}: {found.group(2)}",
            start + found.start(),
            start + found.end(2),
            start + found.start(2),
            start + found.end(2),
        )
        for found in LINE.finditer(text)
    )
