"""Prose on an administration: every sentence cites the event or the source that it rests on, and says what the event says.

A page is Markdown with front matter (``title``, ``administration``), one sentence a line, each line ending in its
citations in square brackets: codes of events, or ``source: CODE``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from .relations import Event, Profile, Sentence

__all__ = ["profile_faults", "read_profiles", "sentence_faults", "sentence_of"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b|\b((?:19|20)\d{{2}})\b")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
NAME = re.compile(r"\b[A-Z][\w'\u2019\-]*")
NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = dict(zip(NUMERALS, range(2, 13), strict=True))

VERBS = {
    "abstained": "abstain",
    "announced": "announc",
    "attended": "attend|observer",
    "authorised": "authoris|allow|lets",
    "barred": "bar|ban|forbid",
    "blocked": "block|fail",
    "condemned": "condemn",
    "designated": "designat|list",
    "enjoined": "enjoin|injunction",
    "filed": "filed|sue",
    "handed": "handed|surrender|transfer",
    "imposed": "impos|block",
    "introduced": "introduc",
    "issued": "issue|publish",
    "left": "leave|left",
    "lifted": "lift|remov|end",
    "named": "name|annex",
    "passed": "pass|adopt",
    "ratified": "ratif",
    "rejected": "reject",
    "removed": "remov",
    "renewed": "renew",
    "repealed": "repeal",
    "rescinded": "rescind",
    "revoked": "revok",
    "sanctioned": "sanction",
    "signed": "sign|become|enter",
    "supported": "support|back",
    "vetoed": "veto",
    "voted": "vote",
    "waived": "waive",
    "widened": "widen",
    "withdrew": "withdr",
    "opposed": "oppos",
}
"""What an act is called, and the words of which one must stand in the event."""

COMMON_WORDS = """
the a an in on at by of it its no that this from after before when while both under with for as two three four
united states court congress president senate house statute rome council security secretary state act executive
order assembly prosecutor prosecutors american americans government administration international criminal general
federal register public law department
"""
"""Words with a capital that name nobody in particular."""

COMMON = frozenset(COMMON_WORDS.split())


class Faults(Struct):
    """Where faults are put, with the words that say where we are."""

    where: str
    found: list[str]

    def add(self, message: str) -> None:
        self.found.append(f"{self.where}: {message}")


def read_profiles(folder: Path, faults: list[str]) -> dict[str, Profile]:
    """The pages of prose in a folder, by the name of their file."""
    found = {}
    for path in sorted(folder.glob("*.md")):
        profile = profile_of(path, faults)
        if profile is not None:
            found[profile.code] = profile
    return found


def profile_of(path: Path, faults: list[str]) -> Profile | None:
    """One page, or None where its front matter cannot be read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    where = f"profiles/us/{path.name}"
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        faults.append(f"{where}: no front matter; expected --- before and after title and administration")
        return None
    end = lines.index("---", 1)
    fields = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:end])}
    if not fields.get("title") or not fields.get("administration"):
        faults.append(f"{where}: missing title or administration")
        return None
    sentences = []
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if not line.strip() or line.startswith("#"):
            continue
        sentence = sentence_of(line, number)
        if sentence is None:
            faults.append(
                f"{where}, line {number}: a sentence without a citation; end the line with [event] or [source: CODE]"
            )
            continue
        sentences.append(sentence)
    return Profile(
        code=path.stem, title=fields["title"], administration=fields["administration"], sentences=tuple(sentences)
    )


def sentence_of(line: str, number: int, under: str = "") -> Sentence | None:
    """The sentence of a line and what it cites, or None where it cites nothing.

    >>> sentence_of("Something was done. [source: pl-107-206]", 7).cites
    ('source: pl-107-206',)
    """
    match = re.match(r"^(.*[.!?])\s*((?:\[[^\]]+\]\s*)+)$", line)
    if match is None:
        return None
    cites = tuple(re.findall(r"\[([^\]]+)\]", match[2]))
    return Sentence(line=number, text=match[1], cites=cites, under=under)


def profile_faults(profiles: dict[str, Profile], events: dict[str, Event], sources: dict[str, object]) -> Iterator[str]:
    """A fault for each sentence that cites nothing known, or says what its event does not say."""
    for profile in profiles.values():
        for sentence in profile.sentences:
            faults = Faults(f"profiles/us/{profile.code}.md, line {sentence.line}", [])
            cited = [events[code] for code in sentence.cites if code in events]
            for code in sentence.cites:
                plain = code.removeprefix("source:").strip()
                if code not in events and plain not in sources:
                    faults.add(f'unknown event or source "{code}"')
            if cited:
                sentence_faults(sentence.text, cited, faults.add)
            yield from faults.found


def sentence_faults(text: str, events: list[Event], add: object) -> None:
    """Compares dates, numbers, names and the verb of the act in a sentence with the events that it cites."""
    assert callable(add)
    said = " ".join(f"{one.title} {one.summary} {one.actor} {one.note} {days_of(one)}" for one in events)
    low = said.casefold()
    for match in DATE.finditer(text):
        if match[0].casefold() not in low:
            add(f'the date "{match[0]}" is not that of the event')
    bare = DATE.sub(" ", text)
    for number in NUMBER.findall(bare):
        if not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d])", said):
            add(f'the number "{number}" does not stand in the event')
    words = re.findall(r"[a-z]+", bare.casefold())
    for word in words:
        if word in COUNTS and word not in low and not re.search(rf"\b{COUNTS[word]}\b", said):
            add(f'the number "{word}" does not stand in the event')
    for name in NAME.findall(bare):
        plain = re.sub(r"['\u2019]s?$", "", name).casefold()
        if plain not in COMMON and plain not in low:
            add(f'the name "{name}" does not stand in the event')
    for word in words:
        if word in VERBS and not re.search(VERBS[word], low):
            add(f'the event does not say that somebody "{word}"')


def days_of(event: Event) -> str:
    """The ways to write the day of an event."""
    month, year = MONTHS[event.day.month - 1], event.day.year
    if event.precision == "year":
        return f"{year}"
    if event.precision == "month":
        return f"{month} {year}"
    return f"{event.day.day} {month} {year} {month} {year}"
