"""Ask: forms whose answer is a finding with a permanent address, and tables of cases answered row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import ratione

from ..drawing import answer_timeline, us_timeline
from ..page import Page, Request, Table
from ..told import FACT_NAMES, facts_said, facts_told, ready_questions, supposed
from .united_states import US_WORDS, citations, joined, turn_row

__all__ = ["LARGEST_TABLE", "MOST_ROWS", "asked_finding", "jurisdiction", "ready", "table_answered", "us_law"]

ACTORS = ("federal-government", "president", "state-or-local", "us-court", "private-us-person", "icc")
PERSONS = ("us-person", "allied-person", "foreign")
LARGEST_TABLE = 400_000
"""The largest table of cases in bytes."""
MOST_ROWS = 500
US_FACTS = ratione.UsFacts.__struct_fields__


def ready(request: Request) -> Page:
    """What can be asked, with questions that are ready."""
    rows = ready_questions(request)
    activities = list(request.record.lawbook.activities.values())
    data = {"ready": [row["query"] for row in rows], "activities": activities}
    return Page("ask.html", request.say("ask.title"), {"ready": rows, "activities": activities}, data)


def asked_finding(request: Request) -> tuple[ratione.Finding, list[str]]:
    """The finding that a query asks for, with what it supposes."""
    facts, lines = facts_told(request.query), supposed(request.query)
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


def jurisdiction_context(request: Request) -> dict[str, Any]:
    """What the page of the form is given before anything is answered."""
    return {
        "told": request.query, "choices": choices(request), "finding": None, "fault": None, "answered": None,
        "table": {"rows": MOST_ROWS, "size": LARGEST_TABLE, "columns": ("id", *FACT_NAMES)},
    }  # fmt: skip


def jurisdiction(request: Request) -> Page:
    """The form, and the finding where anything was told."""
    title, context = request.say("ask.jurisdiction"), jurisdiction_context(request)
    if not any(request.query.get(name, "").strip() for name in (*FACT_NAMES, "suppose")):
        return Page("jurisdiction.html", title, context, {"facts": [kind._asdict() for kind in ratione.FACTS]})
    try:
        found, lines = asked_finding(request)
    except ratione.FactError as fault:
        if request.query.get("twin"):
            raise
        return Page("jurisdiction.html", title, context | {"fault": fault}, {"fault": str(fault)})
    data = finding_data(request, found, lines)
    words = {word: request.say(f"answer.{word}") for word in ("yes", "open", "no")}
    context |= {
        "finding": data,
        "timeline": answer_timeline(data["timeline"], words, found.asked.asked_on, request.day_said),
        "facts": facts_said(request, {name: word for name, word in data["facts"].items() if name != "asked_on"}),
    }
    permanent = {name: word for name, word in facts_told(request.query).items() if word}
    permanent |= {"asked_on": found.asked.asked_on.isoformat()} | ({"suppose": "\n".join(lines)} if lines else {})
    rows = [
        (part["from"], part["to"], part["answer"], part["open_kind"] or "")
        for part in data["timeline"]
        if "from" in part
    ]
    table = Table(("from", "to", "answer", "open_kind"), rows)
    return Page("jurisdiction.html", title, context, data, table, permanent=permanent)


def finding_data(request: Request, found: ratione.Finding, lines: list[str]) -> dict[str, Any]:
    """The finding as plain values, with its timeline, its tree, and what the answer is without what was supposed."""
    with request.book.heavy:
        data = found.to_dict() | {"timeline": ratione.timeline_dict(found), "tree": ratione.reasons_tree(found)}
        if lines:
            before = ratione.jurisdiction(found.facts, request.record, asked_on=request.day("asked_on"))
            data |= {
                "supposed": lines,
                "without_supposition": str(before.answer),
                "record_version": request.record.version,
            }
    return data


def us_context(request: Request) -> dict[str, Any]:
    """What the page of the form on United States law is given before anything is answered."""
    book = request.record.lawbook
    return {
        "told": request.query, "activities": book.activities.values(), "conditions": book.conditions.values(),
        "finding": None, "fault": None, "answered": None,
        "actors": [(code, request.say(f"us.actor.{code}")) for code in ACTORS],
        "persons": [(code, request.say(f"us.person.{code}")) for code in PERSONS],
        "table": {"rows": MOST_ROWS, "size": LARGEST_TABLE, "columns": ("id", *US_FACTS)},
    }  # fmt: skip


def us_law(request: Request) -> Page:
    """The form on United States law, and the finding where an activity was named."""
    book, title, context = request.record.lawbook, request.say("ask.us"), us_context(request)
    if request.query.get("activity") and not request.query.get("on"):
        request.query["on"] = request.today.isoformat()
    if not request.query.get("activity", "").strip():
        return Page("us_law.html", title, context, {"activities": list(book.activities.values())})
    facts = {name: request.query.get(name, "").strip()[:400] for name in US_FACTS}
    question: ratione.Question = "required" if request.query.get("question") == "required" else "permitted"
    lines = supposed(request.query)
    try:
        with request.book.heavy:
            found = ratione.us_law(
                request.record, ratione.UsFacts(**facts), question=question, asked_on=request.day("asked_on"),
                suppose=lines,
            )  # fmt: skip
    except ratione.FactError as fault:
        if request.query.get("twin"):
            raise
        return Page("us_law.html", title, context | {"fault": fault}, {"fault": str(fault)})
    activity = book.activities[found.facts.activity]
    turns = joined([turn_row(one) for one in found.timeline])
    words = {word: request.say(f"us.word.{word}") for word in US_WORDS}
    context |= {
        "finding": found, "activity": activity, "turns": turns, "measures": book.measures, "word": us_word(found),
        "timeline": us_timeline([(activity.name, turns)], words, found.on, request.day_said, found.asked_on.year)
        if question == "permitted" else None,
        "shown": us_said(request, found.facts),
    }  # fmt: skip
    permanent = {name: word for name, word in facts.items() if word} | {"asked_on": found.asked_on.isoformat()}
    permanent |= ({"question": question} if question == "required" else {}) | (
        {"suppose": "\n".join(lines)} if lines else {}
    )
    deciding = [code for one in turns for code in one["deciding"]]
    data = found.to_dict() | {"activity_name": activity.name, "citations": citations(request, deciding)}
    columns = ("from", "until", "word", "deciding")
    table = Table(columns, [(one["from"], one["until"], one["word"], ";".join(one["deciding"])) for one in turns])
    return Page("us_law.html", title, context, data, table, permanent=permanent)


def us_word(found: ratione.UsFinding) -> str:
    """The word under which the answer is shown."""
    return found.open_kind or {"yes": "permitted", "no": "prohibited"}.get(found.answer, "unsettled")


def us_said(request: Request, facts: ratione.UsFacts) -> list[tuple[str, str]]:
    """The facts told on United States law, each under the key of its name."""
    told = {
        "us.beneficiary": facts.beneficiary,
        "us.actor": request.say(f"us.actor.{facts.actor}") if facts.actor in ACTORS else facts.actor,
        "us.accused": facts.accused_nationality,
        "us.person_status": request.say(f"us.person.{facts.person_status}") if facts.person_status in PERSONS else "",
        "us.conditions": facts.conditions,
    }
    return [(key, str(word)) for key, word in told.items() if word]


def table_answered(request: Request, document: bytes, united_states: bool) -> Page:
    """Each row of a table of cases with its answer; nothing of the table is kept."""
    context = us_context(request) if united_states else jurisdiction_context(request)
    template, title = ("us_law.html", "ask.us") if united_states else ("jurisdiction.html", "ask.jurisdiction")
    try:
        rows = rows_of(document)
        with request.book.heavy:
            answer = ratione.us_table if united_states else ratione.answer_table
            found = list(answer(rows, request.record, asked_on=request.day("asked_on")))
    except ratione.InputError as fault:
        return Page(template, request.say(title), context | {"fault": fault}, {"fault": str(fault)})
    out = io.StringIO()
    columns = tuple(found[0]) if found else ()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: safe(cell) for name, cell in row.items()} for row in found)
    data = {"record_version": request.record.version, "rows": found}
    context |= {"answered": {"rows": found, "csv": out.getvalue()}}
    return Page(template, request.say(title), context, data, cited=False)


def safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, told as text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "-") else cell


def rows_of(document: bytes) -> list[Mapping[str, str]]:
    """The rows of a CSV file; :class:`ratione.InputError` where it is none or too long."""
    try:
        text = document.decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text), strict=True)
        names = reader.fieldnames or ()
        rows: list[Mapping[str, str]] = []
        for row in reader:
            if len(rows) == MOST_ROWS:
                raise ratione.InputError(f"table: more than {MOST_ROWS} rows; the command line takes any number")
            rows.append({name: cell for name, cell in row.items() if isinstance(name, str) and isinstance(cell, str)})
    except (UnicodeDecodeError, csv.Error) as fault:
        raise ratione.InputError(f"table: not a CSV file in UTF-8: {fault}") from None
    if not rows or not set(names) & {*FACT_NAMES, *US_FACTS}:
        raise ratione.InputError("table: no rows, or no column that is a fact, such as on or activity")
    return rows
