"""Debate files: front matter (title, date, description, list of answers, slug) over a page of prose, as debate sites keep them.

>>> text = "---\\ntitle: What next?\\ndate: 2021-05-24\\nanswers:\\n  - one-view\\n  - another\\nslug: what-next\\n---\\nProse."
>>> debate_of(text, "debate.md").answers
('one-view', 'another')
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from ..dates import EARLIEST, LATEST
from ..errors import InputError
from .profile import sentence_faults, sentence_of
from .relations import Event, Sentence, WrittenDebate

__all__ = ["Debate", "debate_faults", "debate_of", "read_debate", "read_debates"]

ANSWERS = ("answers", "arguendo")
"""Names under which sites list the answers."""

KNOWN = ("title", "date", "description", "slug", "published", *ANSWERS)


class Debate(Struct, frozen=True, kw_only=True):
    """A question with the slugs of its answers, and the prose beneath."""

    title: str
    dated: date
    description: str
    answers: tuple[str, ...]
    slug: str
    body: str

    def text(self) -> str:
        """The debate as text."""
        lines = [self.title, f"{self.dated}, {self.slug}", *([self.description] if self.description else [])]
        return "\n".join([*lines, *(f"  answer: {one}" for one in self.answers), "", self.body.strip()]) + "\n"


def read_debate(path: str | Path) -> Debate:
    """The debate in a file; an :class:`InputError` lists every fault with its line.

    >>> from ratione import InputError, read_debate
    >>> try:
    ...     read_debate("nowhere.md")
    ... except (InputError, OSError) as fault:
    ...     print(fault)
    nowhere.md: cannot be read (No such file or directory)
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as fault:
        raise InputError(f"{path}: cannot be read ({fault.strerror})") from None
    except UnicodeDecodeError as fault:
        raise InputError(f"{path}: byte {fault.start + 1} is not UTF-8; save the file in UTF-8") from None
    return debate_of(text, str(path))


def debate_of(text: str, name: str) -> Debate:
    """The debate in a text; ``name`` stands in its faults."""
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
        raise InputError(
            f"{name}, line 1: no front matter; expected --- before and after title, date, answers and slug"
        )
    end = next(count for count, line in enumerate(lines[1:], 1) if line.strip() == "---")
    fields, faults = fields_of(lines[1:end], name)
    for field in ("title", "date", "slug"):
        if not fields.get(field):
            faults.append(f'{name}: missing field "{field}"')
    answers = next((fields[field] for field in ANSWERS if field in fields), None)
    if not answers or isinstance(answers, str):
        faults.append(
            f"{name}: missing answers; expected a list: answers: and under it, each on a line, - slug-of-an-answer"
        )
    elif len(answers) < 2:
        faults.append(f"{name}: found one answer, expected at least two; else nothing is debated")
    day = day_of(fields.get("date", ""), name, faults)
    if faults or day is None or isinstance(answers, str) or answers is None:
        raise InputError("\n".join(faults))
    title, slug, description = (str(fields.get(field, "")) for field in ("title", "slug", "description"))
    return Debate(
        title=title,
        dated=day,
        description=description,
        answers=tuple(answers),
        slug=slug,
        body="\n".join(lines[end + 1 :]),
    )


def day_of(value: str | list[str], name: str, faults: list[str]) -> date | None:
    """The day in a date field, which may hold a moment of that day."""
    if not value:
        return None
    found = re.match(r"(\d{4}-\d{2}-\d{2})", value) if isinstance(value, str) else None
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        faults.append(f'{name}: field "date": found {value!r}, expected a day written YYYY-MM-DD')
        return None
    return day


def fields_of(lines: list[str], name: str) -> tuple[dict[str, str | list[str]], list[str]]:
    """The fields of front matter, and its faults; folded text (``>-``) is joined, lists stand with dashes."""
    fields: dict[str, str | list[str]] = {}
    faults: list[str] = []
    current = ""
    for number, line in enumerate(lines, 2):
        match = re.match(r"([A-Za-z_]+):(?:\s+(.*))?$", line)
        stripped = line.strip()
        if match:
            current = match[1]
            if current in fields:
                faults.append(f'{name}, line {number}: field "{current}" stands twice')
            fields[current] = plain(match[2] or "")
        elif stripped.startswith("- ") and current:
            items = fields[current] if isinstance(fields[current], list) else []
            assert isinstance(items, list)
            fields[current] = [*items, plain(stripped[2:])]
        elif stripped and current:
            fields[current] = continued(fields[current], stripped)
        elif stripped:
            faults.append(f"{name}, line {number}: found {stripped!r}, expected a field such as title: ...")
    faults += [
        f'{name}: unknown field "{field}"; expected one of {", ".join(KNOWN)}' for field in fields if field not in KNOWN
    ]
    return fields, faults


def continued(value: str | list[str], more: str) -> str | list[str]:
    """A value with one line more."""
    if isinstance(value, list):
        return [*value[:-1], f"{value[-1]} {more}".strip()]
    return f"{value} {more}".strip()


def plain(text: str) -> str:
    """A scalar without its quotes; the sign of folded text stands for nothing yet."""
    text = text.strip()
    if text in (">-", ">", "|", "|-"):
        return ""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1].replace("''", "'")
    return text


def read_debates(folder: Path, faults: list[str]) -> dict[str, WrittenDebate]:
    """The debates of a folder, by their slugs, each sentence with what it cites under the answer that it argues."""
    found = {}
    for path in sorted(folder.glob("*.md")):
        where = f"debates/{path.name}"
        try:
            debate = debate_of(path.read_text(encoding="utf-8"), where)
        except InputError as fault:
            faults += str(fault).splitlines()
            continue
        if debate.slug != path.stem:
            faults.append(f'{where}: slug "{debate.slug}" is not the name of the file')
        found[path.stem] = WrittenDebate(
            code=path.stem,
            title=debate.title,
            dated=debate.dated,
            description=debate.description,
            answers=debate.answers,
            sentences=tuple(argued(debate, path.read_text(encoding="utf-8"), where, faults)),
        )
    return found


def argued(debate: Debate, text: str, where: str, faults: list[str]) -> Iterator[Sentence]:
    """The sentences of a debate; a heading names the answer that those below it argue."""
    first = len(text.splitlines()) - len(debate.body.splitlines()) + 1
    under, seen = "", set()
    for number, line in enumerate(debate.body.splitlines(), first):
        if line.startswith("#"):
            under = line.lstrip("# ").strip()
            if under not in debate.answers:
                faults.append(f'{where}, line {number}: heading "{under}" is none of the answers')
        elif line.strip():
            sentence = sentence_of(line, number, under)
            if sentence is None:
                faults.append(
                    f"{where}, line {number}: a sentence without a citation; end the line with [event], [point: CODE], "
                    "[measure: CODE], [council: CODE] or [source: CODE]"
                )
            else:
                seen.add(under)
                yield sentence
    for answer in debate.answers:
        if answer not in seen:
            faults.append(f'{where}: answer "{answer}" has no sentence under it')


def debate_faults(
    debates: Mapping[str, WrittenDebate], events: Mapping[str, Event], known: Mapping[str, Container[str]]
) -> Iterator[str]:
    """A fault for each sentence that cites nothing known, or says what its events do not say.

    ``known`` holds the codes by the word that stands before the colon of a citation; a citation without a colon is an
    event or, under ``""``, a statement.
    """
    for debate in debates.values():
        for sentence in debate.sentences:
            where = f"debates/{debate.code}.md, line {sentence.line}"
            for cite in sentence.cites:
                kind, colon, code = cite.partition(":")
                if colon and kind not in known:
                    yield f'{where}: unknown kind of citation "{kind}"'
                elif (code.strip() not in known[kind]) if colon else (cite not in events and cite not in known[""]):
                    yield f'{where}: unknown {kind if colon else "event or statement"} "{code.strip() or cite}"'
            if all(cite in events for cite in sentence.cites):
                found: list[str] = []
                sentence_faults(sentence.text, [events[cite] for cite in sentence.cites], found.append)
                yield from (f"{where}: {fault}" for fault in found)
