"""Told: the facts that a reader gives, read out of a query, and said back in the reader's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import ratione

from .page import Request

__all__ = ["FACT_NAMES", "READY", "facts_said", "facts_told", "ready_questions", "supposed"]

FACT_NAMES = tuple(kind.name for kind in ratione.FACTS)
LONGEST = 400
"""The longest word of a fact that is read."""
MOST_SUPPOSED = 8

READY = (
    {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
    {
        "crime": "crimes-against-humanity",
        "on": "2017-08-25",
        "territory": "MMR",
        "second_territory": "BGD",
        "nationality": "MMR",
    },
    {"crime": "war-crimes", "on": "2020-06-01", "territory": "disputed:gaza", "nationality": "ISR"},
    {"crime": "crimes-against-humanity", "on": "2019-03-16/2019-03-17", "territory": "PHL", "nationality": "PHL"},
    {"crime": "war-crimes", "on": "2003-05-01", "territory": "AFG", "nationality": "USA"},
    {"crime": "aggression", "on": "2022-02-24", "territory": "UKR", "nationality": "RUS"},
)
"""Questions that are ready to be asked."""


def ready_questions(request: Request) -> list[dict[str, Any]]:
    """The questions that are ready, each with its query and how it reads."""
    found = []
    for row in READY:
        said = dict(facts_said(request, row))
        places = " + ".join(said[name] for name in ("territory", "second_territory") if name in said)
        words = (said["crime"], said["on"], places, f"{request.say('fact.nationality').lower()}: {said['nationality']}")
        found.append({"query": dict(row), "says": ", ".join(words)})
    return found


def facts_told(query: Mapping[str, str]) -> dict[str, str]:
    """The facts in a query; anything else in it is no fact."""
    facts = {name: query.get(name, "").strip() for name in FACT_NAMES}
    for name, word in facts.items():
        if len(word) > LONGEST:
            raise ratione.FactError(name, word[:40] + "…", f"at most {LONGEST} letters")
    return facts


def supposed(query: Mapping[str, str]) -> list[str]:
    """The acts supposed, one a line."""
    lines = [line.strip() for line in query.get("suppose", "").replace(";", "\n").splitlines() if line.strip()]
    if len(lines) > MOST_SUPPOSED:
        raise ratione.FactError("suppose", f"{len(lines)} lines", f"at most {MOST_SUPPOSED}")
    return lines


def facts_said(request: Request, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Facts in words: names of states and crimes and days in the language of the page, the rest as it was told."""
    return [(name, fact_said(request, name, str(word))) for name, word in facts.items() if word]


def fact_said(request: Request, name: str, word: str) -> str:
    """One fact in words."""
    record = request.record
    if name == "crime":
        return ", ".join(request.say(f"crime.{one}") if one in record.crimes else one for one in parts(word))
    if name in ("on", "begin", "asked_on", "known_on"):
        return " – ".join(request.day_said(one) if len(one) == 10 else one for one in word.split("/"))
    if name in ("territory", "second_territory", "nationality", "accused_nationality"):
        return ", ".join(place_said(request, one) for one in parts(word))
    if name == "specific_crime":
        names = {one.code: one.name.lower() for row in record.crimes.values() for one in row.specific}
        return names.get(word, word)
    if name == "situation":
        return record.situations[word].name if word in record.situations else word
    if name == "operation":
        return record.operations[word].name if word in record.operations else word
    if name in ("trigger", "conflict") and word != "unknown":
        return request.say(f"{name}.{word}")
    return request.say("ask.unknown") if word == "unknown" else word


def parts(word: str) -> Iterable[str]:
    """The parts of a fact that may name several."""
    return [one.strip() for one in word.split(";") if one.strip()]


def place_said(request: Request, word: str) -> str:
    """A place or nationality by name, where its code is known."""
    record, (kind, _, code) = request.record, word.partition(":")
    if kind == "disputed" and code in record.places:
        return record.places[code].name
    for rows in (record.states, record.territories):
        if kind in rows and not code:
            return request.name(kind, rows[kind].name)
    if code in record.states:
        return f"{kind}: {request.name(code, record.states[code].name)}"
    key = {"unknown": "unknown", "stateless": "stateless", "XXA": "stateless", "highseas": "highseas"}.get(word)
    return request.say(f"ask.{key}") if key else word
