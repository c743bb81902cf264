"""The page of a state: how it stands, what the Court can reach there, and everything that stands beside its acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import ratione

from ..drawing import state_timeline
from ..page import Page, Request, Table
from .home import STATUTE, address_of
from .united_states import citations, joined, source_rows, turn_row

__all__ = ["every_state", "state"]

AID = ("military-aid-to-party", "economic-support-funds")
"""The activities in which United States law asks whether a state is a party."""
STATUSES = ("signatory", "deposited", "party", "former-party", "accepted", "bound")


def every_state(request: Request) -> Iterator[tuple[str, ...]]:
    """Every state."""
    yield from ((code,) for code in request.record.states)


def state(request: Request, word: str) -> Page:
    """The page of a state, by code or by any of its names."""
    found = request.book.names.states.get(ratione.folded(word))
    code = found or request.known("state", word, request.record.states)
    law, on = request.law, request.on
    day = (code, on, law.asked_on)
    page = request.book.once(("state", *day), lambda: ratione.state_page(law, code, on))
    reach = request.book.once(("reach", *day), lambda: ratione.reach_of(law, code, on))
    ties = request.book.once(("ties", *day), lambda: ratione.relationship_dict(law, code, on))
    situations = [ratione.situation_page(request.record, one.code) for one in page.situations]
    main = next(row for row in page.under if row.instrument == STATUTE)
    bound = any(span.status == "party" for span in main.spans)
    rows: list[dict[str, Any]] = law.keep(("aid", code), lambda: aid_law(request, code)) if bound else []
    aid = [row | {"word": word_on(row["turns"], on)} for row in rows]
    context = {
        "page": page, "reach": reach, "main": main, "situations": situations, "aid": aid,
        "timeline": state_timeline(
            page, {key: request.say(f"status.{key}") for key in STATUSES},
            {row.instrument: request.say(f"instr.{row.instrument}") for row in page.under}, request.day_said,
        ),
        "apic": next(row for row in page.under if row.instrument == "apic"),
        "amendments": [row for row in page.under if request.record.instruments[row.instrument].kind == "amendment"],
        "declared": [act for act in page.acts if act.kind.startswith(("declaration", "territorial", "intention"))],
        "ties": grouped(request, ties), "home": code == request.record.lawbook.home,
        "measures": request.record.lawbook.measures, "sources": sources_of(request, page, ties),
    }  # fmt: skip
    context["us"] = bool(aid) or any(
        key in context["ties"]
        for key in ("non-surrender-agreement", "waivers-of-aid-law", "rewards", "sanctions", "cooperation")
    )
    context["contents"] = list(contents(page, context))
    name = request.name(code, page.name)
    said = f"{name}: {request.say('status.' + (main.now.status if main.now else 'none'))}"
    permanent = {"on": page.on.isoformat(), "asked_on": page.asked_on.isoformat()}
    data = {"state": page, "reach": reach, "situations": situations, "relationship": ties, "aid_law": aid}
    return Page("state.html", name, context, data, spans_table(page), said, permanent, dated=True)


def spans_table(page: ratione.StatePage) -> Table:
    """Every span of a state."""
    rows = [
        (span.instrument, span.status, span.start, span.until or "", span.answer, span.article, span.weak)
        for row in page.under
        for span in row.spans
    ]
    return Table(("instrument", "status", "from", "until", "answer", "article", "weak"), rows)


def contents(page: ratione.StatePage, context: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The parts of the page that there are, each with the key of its title."""
    ties = context["ties"]
    wanted = (
        ("timeline", "state.timeline", context["timeline"]),
        ("amendments", "state.amendments", True),
        ("apic", "state.apic", True),
        ("declarations", "state.declarations", context["declared"]),
        ("announcements", "state.announcements", page.announcements),
        ("situations", "state.situations", context["situations"]),
        ("disputes", "state.disputes", page.disputes or "positions-on-contested-points" in ties),
        ("said", "rel.statements", "statements" in ties or "votes-in-the-security-council" in ties),
        ("us", "state.us", context["us"]),
        ("organisations", "organisations.title", "organisations" in ties),
        ("territories", "state.territories", page.territories or page.places),
        ("acts", "state.acts", True),
        ("sources", "sources", True),
    )
    yield from ((part, key) for part, key, there in wanted if there)


def grouped(request: Request, rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What stands beside participation, by heading, with the page that each row leads to and its sources."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        kind, _, code = row.get("at", "").partition(":")
        shown = row | {
            "says": re.sub(r"; [a-z0-9-]+\)$", ")", row["says"]),
            "to": address_of(request.record, kind, code),
            "refs": source_rows(request, row.get("sources", ())),
        }
        found.setdefault(row["heading"].lower().replace(" ", "-"), []).append({"weak": "", "day": ""} | shown)
    return found


def aid_law(request: Request, code: str) -> list[dict[str, Any]]:
    """What the law on aid to parties said of the state on all days; nothing where it never forbade anything."""
    book, found = request.record.lawbook, []
    known = [activity for activity in AID if activity in book.activities and code != book.home]
    for row in ratione.us_over_time(request.record, request.law.asked_on, known, f"state:{code}") if known else ():
        turns = joined([turn_row(one) for one in row.timeline])
        if any(one["word"] != "permitted" for one in turns):
            named = citations(request, [one for turn in turns for one in turn["deciding"]])
            found.append({"code": row.code, "name": row.name, "turns": turns, "citations": named})
    return found


def word_on(turns: list[dict[str, Any]], on: date) -> str:
    """What the law said on a day."""
    day = on.isoformat()
    return str(next(one["word"] for one in turns if one["from"] <= day and (not one["until"] or day < one["until"])))


def sources_of(request: Request, page: ratione.StatePage, ties: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Every source that the page rests on, each once, in order of publisher."""
    shown = [one.id for act in (*page.acts, *page.announcements) for one in act.sources]
    shown += [one.id for one in page.sources]
    named = [reference.partition(":")[0] for row in ties for reference in row.get("sources", ())]
    rows = source_rows(request, tuple(dict.fromkeys([*shown, *named])))
    return sorted(rows, key=lambda row: (row["publisher"].casefold(), row["title"].casefold()))
