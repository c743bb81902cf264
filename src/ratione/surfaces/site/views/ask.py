"""Ask: forms whose answer is a finding with a permanent address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ratione

from ..drawing import answer_timeline
from ..page import Page, Request, Table

__all__ = ["FACT_NAMES", "asked_finding", "jurisdiction", "ready", "us_law"]

FACT_NAMES = tuple(kind.name for kind in ratione.FACTS)
ACTORS = ("federal-government", "president", "state-or-local", "us-court", "private-us-person", "icc")
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


def ready(request: Request) -> Page:
    """What can be asked, with questions that are ready."""
    rows = [{name: word for name, word in row.items() if word} for row in READY]
    return Page("ask.html", request.say("ask.title"), {"ready": rows}, {"ready": rows})


def told(query: Mapping[str, str]) -> dict[str, str]:
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


def asked_finding(request: Request) -> tuple[ratione.Finding, list[str]]:
    """The finding that a query asks for, with what it supposes."""
    facts, lines = told(request.query), supposed(request.query)
    day = request.day("asked_on")
    law = None if lines else request.book.law(day)
    with request.book.heavy:
        found = ratione.jurisdiction(ratione.Facts(**facts), request.record, asked_on=day, law=law, suppose=lines)
    return found, lines


def choices(request: Request) -> dict[str, Any]:
    """What the form offers."""
    record = request.record
    return {
        "crimes": record.crimes.values(),
        "situations": sorted(record.situations.values(), key=lambda row: row.name),
        "operations": record.operations.values(),
        "places": sorted((row.name, f"disputed:{code}") for code, row in record.places.items()),
        "states": sorted((row.name, code) for code, row in record.states.items()),
        "triggers": ("none", "state-referral", "security-council", "proprio-motu"),
    }


def jurisdiction(request: Request) -> Page:
    """The form, and the finding where anything was told."""
    title = request.say("ask.jurisdiction")
    asked = any(request.query.get(name, "").strip() for name in (*FACT_NAMES, "suppose"))
    context: dict[str, Any] = {"told": request.query, "choices": choices(request), "finding": None, "fault": None}
    if not asked:
        return Page("jurisdiction.html", title, context, {"facts": [kind._asdict() for kind in ratione.FACTS]})
    try:
        found, lines = asked_finding(request)
    except ratione.FactError as fault:
        if request.query.get("twin"):
            raise
        return Page("jurisdiction.html", title, context | {"fault": fault}, {"fault": str(fault)})
    with request.book.heavy:
        data = found.to_dict() | {"timeline": ratione.timeline_dict(found), "tree": ratione.reasons_tree(found)}
        if lines:
            before = ratione.jurisdiction(found.facts, request.record, asked_on=request.day("asked_on"))
            data |= {
                "supposed": lines,
                "without_supposition": str(before.answer),
                "record_version": request.record.version,
            }
    words = {word: request.say(f"answer.{word}") for word in ("yes", "open", "no")}
    context |= {"finding": data, "timeline": answer_timeline(data["timeline"], words, found.asked.asked_on)}
    permanent = {name: word for name, word in told(request.query).items() if word}
    permanent |= {"asked_on": found.asked.asked_on.isoformat()} | ({"suppose": "\n".join(lines)} if lines else {})
    rows = [
        (part["from"], part["to"], part["answer"], part["open_kind"] or "")
        for part in data["timeline"]
        if "from" in part
    ]
    return Page(
        "jurisdiction.html",
        title,
        context,
        data,
        Table(("from", "to", "answer", "open_kind"), rows),
        permanent=permanent,
    )


def us_law(request: Request) -> Page:
    """The form on United States law, and the finding where an activity was named."""
    book, title = request.record.lawbook, request.say("ask.us")
    context: dict[str, Any] = {
        "told": request.query,
        "activities": book.activities.values(),
        "conditions": book.conditions.values(),
        "states": choices(request)["states"],
        "finding": None,
        "fault": None,
        "actors": ACTORS,
    }
    if request.query.get("activity") and not request.query.get("on"):
        request.query["on"] = request.today.isoformat()
    if not request.query.get("activity", "").strip():
        return Page("us_law.html", title, context, {"activities": list(book.activities.values())})
    names = ratione.UsFacts.__struct_fields__
    facts = {name: request.query.get(name, "").strip()[:LONGEST] for name in names}
    try:
        with request.book.heavy:
            found = ratione.us_law(
                request.record,
                ratione.UsFacts(**facts),
                asked_on=request.day("asked_on"),
                suppose=supposed(request.query),
            )
    except ratione.FactError as fault:
        if request.query.get("twin"):
            raise
        return Page("us_law.html", title, context | {"fault": fault}, {"fault": str(fault)})
    permanent = {name: word for name, word in facts.items() if word} | {"asked_on": found.asked_on.isoformat()}
    return Page("us_law.html", title, context | {"finding": found}, found.to_dict(), permanent=permanent)
