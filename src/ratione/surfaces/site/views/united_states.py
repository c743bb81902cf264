"""The United States and the Court: law by activity, measures, sanctions, agreements, the history, people, organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
    "organisations",
    "overview",
    "people",
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
AT_ONCE = 90
"""So many rows of the history stand on one page."""
FILTERS = ("administration", "kind", "actor", "stance", "start", "until")


def overview(request: Request) -> Page:
    """What there is on the relationship."""
    book, history = request.record.lawbook, request.record.history
    listed = ratione.sanctions(request.record, request.on, asked_on=request.law.asked_on).listed
    latest = ratione.us_timeline(request.record)[-8:][::-1]
    data = {
        "record_version": request.record.version,
        "on": request.on,
        "measures": len(book.measures),
        "events": len(history.events),
        "agreements": len(book.agreements),
        "listed": len(listed),
        "latest": [row.to_dict() for row in latest],
    }
    return Page("united_states.html", request.say("us.title"), {"data": data, "latest": latest}, data, dated=True)


def law(request: Request) -> Page:
    """Every activity and what it met in law over time, nothing more being told."""
    rows = by_activity(request)
    words = {word: request.say(f"us.word.{word}") for word in ("permitted", "prohibited", "conditional", "unsettled")}
    picture = us_timeline([(row["name"], row["turns"]) for row in rows], words, request.on)
    table = Table(
        ("activity", "from", "until", "word", "deciding"),
        [
            (row["code"], turn["from"], turn["until"], turn["word"], ";".join(turn["deciding"]))
            for row in rows
            for turn in row["turns"]
        ],
    )
    data = {"asked_on": request.law.asked_on, "record_version": request.record.version, "activities": rows}
    context = {"rows": rows, "timeline": picture, "measures": request.record.lawbook.measures, "on": request.on}
    return Page("us_by_activity.html", request.say("us.law"), context, data, table, request.say("us.law.lead"))


def by_activity(request: Request) -> list[dict[str, Any]]:
    """The answers of each activity over time, worked out once a day."""
    asked_on = request.law.asked_on
    kept = request.book.__dict__.setdefault("by_activity", {})
    with request.book.heavy:
        if asked_on not in kept:
            rows = [activity_row(row) for row in ratione.us_over_time(request.record, asked_on)]
            kept.clear()
            kept[asked_on] = rows
        found: list[dict[str, Any]] = kept[asked_on]
    return found


def activity_row(row: Any) -> dict[str, Any]:
    """One activity."""
    turns = [
        {
            "from": one.start,
            "until": one.until,
            "deciding": list(one.deciding),
            "word": one.open_kind or {"yes": "permitted", "no": "prohibited"}.get(one.answer, "unsettled"),
        }
        for one in row.timeline
    ]
    return {
        "code": row.code,
        "name": row.name,
        "says": row.says,
        "word": row.word,
        "reason": row.reason,
        "turns": joined(turns),
    }


def joined(turns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Neighbours with the same word made one."""
    found: list[dict[str, Any]] = []
    for turn in turns:
        if found and found[-1]["word"] == turn["word"]:
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
    data = {"on": request.on, "record_version": request.record.version, "measures": rows, "in_force": now}
    return Page(
        "measures.html",
        request.say("us.measures"),
        {"rows": rows, "now": now, "on": request.on},
        data,
        table,
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
    return Page("measure.html", row.name, context, data, description=row.says)


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
        found.to_dict(),
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
    return Page("us_timeline.html", request.say("us.timeline"), context, data, table, permanent=permanent)


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
    context = {"rows": rows, "title": ADMINISTRATIONS[code], "refs": lambda refs: source_rows(request, refs)}
    return Page("administration.html", ADMINISTRATIONS[code], context, data, table)


def people(request: Request) -> Page:
    """Persons in public office, by body."""
    rows = []
    for person in request.record.history.people.values():
        for office in person.offices:
            start, until = office.start.isoformat(), office.until.isoformat() if office.until else ""
            cut = {"day": 10, "month": 7, "year": 4}
            rows.append(
                {
                    "name": person.name,
                    "office": office.office,
                    "body": office.body,
                    "weak": office.weak or person.weak or "",
                    "from": start[: cut[office.start_precision]],
                    "until": until[: cut[office.until_precision]],
                }
            )
    rows.sort(key=lambda row: (row["body"], row["office"], row["from"]))
    table = Table(
        ("name", "office", "body", "from", "until", "weak"),
        [(row["name"], row["office"], row["body"], row["from"], row["until"], row["weak"]) for row in rows],
    )
    bodies: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        bodies.setdefault(row["body"], []).append(row)
    return Page("people.html", request.say("people.title"), {"bodies": bodies}, {"people": rows}, table)


def organisations(request: Request) -> Page:
    """Organisations that work on the Court or the relationship with it."""
    rows = sorted(request.record.history.organisations.values(), key=lambda row: row.name.casefold())
    columns = ("code", "name", "kind", "country", "founded_text", "role", "site")
    table = Table(columns, [tuple(getattr(row, name) for name in columns) for row in rows])
    return Page(
        "organisations.html", request.say("organisations.title"), {"rows": rows}, {"organisations": rows}, table
    )
