"""The United States and the Court: law by activity, measures, sanctions, agreements, the history, people, organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import ratione

from ..drawing import us_timeline
from ..page import Page, Request, Table

__all__ = [
    "administration",
    "administrations",
    "agreements",
    "every_administration",
    "every_measure",
    "law",
    "measure",
    "measure_list",
    "overview",
    "sanctions",
    "timeline",
]

ADMINISTRATIONS = {
    "clinton": "Clinton",
    "bush": "Bush",
    "obama": "Obama",
    "trump-1": "Trump (first)",
    "biden": "Biden",
    "trump-2": "Trump (second)",
}
US_WORDS = ("permitted", "prohibited", "conditional", "unsettled")
MOST_KEPT = 200
"""So many answers over time are kept."""
AT_ONCE = 70
"""So many rows of the history stand on one page."""
FILTERS = ("administration", "kind", "actor", "stance", "start", "until")


def overview(request: Request) -> Page:
    """What there is on the relationship."""
    book, history = request.record.lawbook, request.record.history
    listed = ratione.sanctions(request.record, request.on, asked_on=request.law.asked_on).listed
    latest = [row for row in ratione.us_timeline(request.record) if row.date <= request.on.isoformat()][-8:][::-1]
    data = {
        "record_version": request.record.version,
        "on": request.on,
        "measures": len(book.measures),
        "events": len(history.events),
        "statements": len(history.statements),
        "agreements": len(book.agreements),
        "listed": len(listed),
        "latest": [row.to_dict() for row in latest],
    }
    context = {"data": data, "latest": latest, "refs": lambda refs: source_rows(request, refs)}
    permanent = {"on": request.on.isoformat()}
    return Page("united_states.html", request.say("us.title"), context, data, permanent=permanent, dated=True)


def law(request: Request) -> Page:
    """Every activity and what it met in law over time, nothing more being told."""
    rows = by_activity(request)
    words = {word: request.say(f"us.word.{word}") for word in US_WORDS}
    picture = us_timeline([(row["name"], row["turns"]) for row in rows], words, request.on, request.day_said)
    table = Table(
        ("activity", "from", "until", "word", "deciding"),
        [
            (row["code"], turn["from"], turn["until"], turn["word"], ";".join(turn["deciding"]))
            for row in rows
            for turn in row["turns"]
        ],
    )
    measures = request.record.lawbook.measures
    named = citations(request, [code for row in rows for turn in row["turns"] for code in turn["deciding"]])
    data = {
        "asked_on": request.law.asked_on,
        "record_version": request.record.version,
        "activities": rows,
        "citations": named,
    }
    context = {"rows": rows, "timeline": picture, "measures": measures, "on": request.on}
    return Page("us_by_activity.html", request.say("us.law"), context, data, table, request.say("us.law.lead"))


def citations(request: Request, codes: Iterable[str]) -> dict[str, str]:
    """The citations and names of measures by their codes."""
    book = request.record.lawbook.measures
    return {code: f"{book[code].citation}: {book[code].name}" for code in dict.fromkeys(codes) if code in book}


def by_activity(request: Request) -> list[dict[str, Any]]:
    """The answers of each activity over time, worked out once a day; other questions are let in after each activity."""
    asked_on = request.law.asked_on
    kept: dict[tuple[date, str], dict[str, Any]] = request.book.__dict__.setdefault("by_activity", {})
    found = []
    for code in request.record.lawbook.activities:
        with request.book.heavy:
            if (asked_on, code) not in kept:
                if len(kept) >= MOST_KEPT:
                    kept.clear()
                (row,) = ratione.us_over_time(request.record, asked_on, [code])
                kept[asked_on, code] = activity_row(row)
            found.append(kept[asked_on, code])
    return found


def activity_row(row: Any) -> dict[str, Any]:
    """One activity."""
    turns = [turn_row(one) for one in row.timeline]
    return {
        "code": row.code,
        "name": row.name,
        "says": row.says,
        "word": row.word,
        "reason": row.reason,
        "turns": joined(turns),
    }


def turn_row(one: Any) -> dict[str, Any]:
    """Days with one answer, under the word by which it is shown."""
    return {
        "from": one.start,
        "until": one.until,
        "deciding": list(one.deciding),
        "answer": one.answer,
        "word": one.open_kind or {"yes": "permitted", "no": "prohibited"}.get(one.answer, "unsettled"),
    }


def joined(turns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Neighbours with the same word made one."""
    found: list[dict[str, Any]] = []
    for turn in turns:
        if found and (found[-1]["word"], found[-1]["answer"]) == (turn["word"], turn["answer"]):
            found[-1] = found[-1] | {
                "until": turn["until"],
                "deciding": list(dict.fromkeys(found[-1]["deciding"] + turn["deciding"])),
            }
        else:
            found.append(turn)
    return found


def measure_list(request: Request) -> Page:
    """Every measure in order of day."""
    rows = sorted(request.record.lawbook.measures.values(), key=lambda row: (row.start, row.code))
    law = request.law
    now = {row.code: str(law.line("measure_in_force", row.code).at(request.on).answer) for row in rows}
    columns = ("code", "citation", "name", "effect", "maker", "from", "in_force")
    table = Table(
        columns, [(row.code, row.citation, row.name, row.effect, row.maker, row.start, now[row.code]) for row in rows]
    )
    in_force = sum(one == "yes" for one in now.values())
    data = {
        "on": request.on,
        "record_version": request.record.version,
        "measures": rows,
        "in_force": now,
        "count_in_force": in_force,
    }
    return Page(
        "measures.html",
        request.say("us.measures"),
        {"rows": rows, "now": now, "on": request.on, "in_force": in_force},
        data,
        table,
        permanent={"on": request.on.isoformat()},
        dated=True,
    )


def every_measure(request: Request) -> Iterator[tuple[str, ...]]:
    """Every measure."""
    yield from ((code,) for code in request.record.lawbook.measures)


def measure(request: Request, word: str) -> Page:
    """The page of a measure."""
    book = request.record.lawbook
    row = book.measures[request.known("measure", word, book.measures)]
    line = request.law.line("measure_in_force", row.code)
    spans = [
        {"from": None if step.day == date.min else step.day, "until": until, "answer": str(step.answer)}
        for step, until in line.spans()
    ]
    lifted_by = [one for one in book.measures.values() if row.code in one.lifts]
    ended_by = [one for one in book.measures.values() if any(end.measure == row.code for end in one.ends)]
    activities = [book.activities[code] for code in row.activities]
    data = {
        "measure": row,
        "in_force": spans,
        "lifted_by": [one.code for one in lifted_by],
        "ended_by": [one.code for one in ended_by],
        "citations": citations(request, [*row.lifts, *(one.code for one in (*lifted_by, *ended_by))]),
        "record_version": request.record.version,
    }
    context = {
        "row": row,
        "spans": spans,
        "lifted_by": lifted_by,
        "ended_by": ended_by,
        "activities": activities,
        "lifts": [book.measures[code] for code in row.lifts],
        "sources": source_rows(request, row.sources),
    }
    return Page("measure.html", row.name, context, data, description=row.says, english=True)


def source_rows(request: Request, references: tuple[str, ...]) -> list[dict[str, str]]:
    """Sources that a row names, with the passage."""
    found = []
    for reference in references:
        code, _, passage = reference.partition(":")
        row = request.record.sources[code]
        found.append(
            {
                "id": code,
                "publisher": row.publisher,
                "title": row.title,
                "passage": passage.strip(),
                "weak": row.weak or "",
            }
        )
    return found


def sanctions(request: Request) -> Page:
    """Who is listed on the day, under which orders, with licences and injunctions."""
    found = ratione.sanctions(request.record, request.on, asked_on=request.law.asked_on)
    every = sorted(request.record.lawbook.listings.values(), key=lambda row: (row.designated, row.name))
    columns = ("name", "kind", "role", "order", "designated", "published", "effective", "until", "enforced", "weak")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in found.listed])
    context = {"found": found, "every": every, "refs": lambda refs: source_rows(request, refs)}
    return Page(
        "sanctions.html",
        request.say("us.sanctions"),
        context,
        found.to_dict() | {"every_listing": every},
        table,
        permanent={"on": found.on.isoformat()},
        dated=True,
    )


def agreements(request: Request) -> Page:
    """Non-surrender agreements, and why published totals differ."""
    found = ratione.all_agreements(request.record)
    columns = ("state", "name", "reported_as", "form", "signed", "effective", "recalled_days", "weak")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in found.rows])
    return Page("agreements.html", request.say("us.agreements"), {"found": found}, found.to_dict(), table)


def timeline(request: Request) -> Page:
    """The history with its filters."""
    told = {name: request.query.get(name, "").strip() for name in FILTERS}
    statements = request.query.get("statements", "") in ("1", "on", "true")
    rows = ratione.us_timeline(request.record, **told, statements=statements)[::-1]
    kinds = sorted({row.kind for row in request.record.history.events.values()})
    columns = ("code", "date", "title", "actor", "kind", "administration", "stance", "summary", "weak")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in rows])
    number = request.query.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 1
    pages = max(1, -(-len(rows) // AT_ONCE))
    page = min(max(page, 1), pages)
    shown = rows[(page - 1) * AT_ONCE : page * AT_ONCE]
    context = {
        "rows": shown,
        "count": len(rows),
        "number": page,
        "pages": pages,
        "told": told | {"statements": statements},
        "kinds": kinds,
        "administrations": ADMINISTRATIONS,
        "refs": lambda refs: source_rows(request, refs),
    }
    data = {"record_version": request.record.version, "count": len(rows), "rows": [row.to_dict() for row in rows]}
    permanent = {name: word for name, word in told.items() if word} | ({"statements": "1"} if statements else {})
    twins = {
        "ics": lambda: ratione.history_icalendar(rows[::-1], stamp=request.record.day),
        "atom": lambda: ratione.history_atom(rows[::-1], stamp=request.record.day, version=request.record.version),
    }
    title = f"{request.say('us.title')}: {request.say('us.timeline').lower()}"
    return Page("us_timeline.html", title, context, data, table, permanent=permanent, twins=twins)


def administrations(request: Request) -> Page:
    """Administrations with the numbers of what happened under each."""
    rows = []
    for code, name in ADMINISTRATIONS.items():
        events = ratione.us_timeline(request.record, administration=code)
        stances = Counter(row.stance for row in events)
        rows.append(
            {
                "code": code,
                "name": name,
                "events": len(events),
                "first": events[0].date if events else "",
                "last": events[-1].date if events else "",
                **{one: stances[one] for one in ("supportive", "restrictive", "neutral")},
            }
        )
    table = Table(tuple(rows[0]), [tuple(row.values()) for row in rows])
    data = {"record_version": request.record.version, "administrations": rows}
    return Page("administrations.html", request.say("us.administrations"), {"rows": rows}, data, table)


def every_administration(request: Request) -> Iterator[tuple[str, ...]]:
    """Every administration."""
    yield from ((code,) for code in ADMINISTRATIONS)


def administration(request: Request, word: str) -> Page:
    """What happened and was said under one administration."""
    code = request.known("event", word, ADMINISTRATIONS)
    rows = ratione.us_timeline(request.record, administration=code)
    columns = ("code", "date", "title", "actor", "kind", "stance", "summary", "weak")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in rows])
    data = {"record_version": request.record.version, "administration": code, "rows": [row.to_dict() for row in rows]}
    context = {
        "rows": rows,
        "title": ADMINISTRATIONS[code],
        "refs": lambda refs: source_rows(request, refs),
        "profile": request.record.history.profiles.get(code),
    }
    return Page("administration.html", ADMINISTRATIONS[code], context, data, table)
