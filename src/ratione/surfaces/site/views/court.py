"""Situations, contested points, limbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

import ratione

from ..golden import questions_of
from ..page import Page, Request, Table
from ..told import facts_said
from .united_states import source_rows

__all__ = [
    "debate",
    "debate_list",
    "every_debate",
    "every_limb",
    "every_situation",
    "limb",
    "limb_list",
    "situation",
    "situation_list",
]

CITED = {"source": "source", "point": "debate", "measure": "measure", "council": "resolution"}
"""What a citation in prose names, as the catalogue calls it."""

KINDS = ("situation", "preliminary-examination", "closed-examination", "not-opened")


def situation_list(request: Request) -> Page:
    """Every situation and examination."""
    pages = [ratione.situation_page(request.record, code) for code in request.record.situations]
    pages.sort(key=lambda page: (KINDS.index(page.kind), page.name))
    rows = [
        (page.code, page.name, page.kind, page.trigger, page.conduct_from or "", page.case_number) for page in pages
    ]
    council = sorted(request.record.council.values(), key=lambda row: row.day)
    council = [row for row in council if row.outcome != "hypothetical"]
    data = {"record_version": request.record.version, "situations": pages, "council": council}
    context = {
        "kinds": [(kind, list(some)) for kind, some in groupby(pages, key=lambda page: page.kind)],
        "council": council,
        "refs": lambda refs: source_rows(request, refs),
    }
    table = Table(("code", "name", "kind", "trigger", "conduct_from", "case_number"), rows)
    return Page("situations.html", request.say("situations.title"), context, data, table)


def every_situation(request: Request) -> Iterator[tuple[str, ...]]:
    """Every situation."""
    yield from ((code,) for code in request.record.situations)


def situation(request: Request, word: str) -> Page:
    """The page of a situation."""
    code = request.known("situation", word, request.record.situations)
    page = ratione.situation_page(request.record, code)
    rests = [in_words(one) for one in ratione.rests_on(request.law, code, request.law.asked_on)]
    data = msgspec.to_builtins(page) | {"rests_on": rests}
    return Page("situation.html", page.name, {"page": page, "rests": rests}, data, english=True)


def in_words(text: str) -> str:
    """What a situation rests on, with its days in words and without the keys of rows."""
    plain = re.sub(r" \[[a-z0-9-]+\]", "", text)
    return re.sub(r"\d{4}-\d\d-\d\d", lambda found: ratione.said_day(date.fromisoformat(found[0])), plain)


def debate_list(request: Request) -> Page:
    """Every contested point with what is answered now."""
    pages = [ratione.debate_page(request.law, code) for code in request.record.disputes]
    rows = [
        (page.code, page.question, page.article, page.answer, page.open_kind, len(page.positions)) for page in pages
    ]
    written = list(request.record.history.debates.values())
    data = {
        "asked_on": request.law.asked_on,
        "record_version": request.record.version,
        "debates": pages,
        "written": written,
    }
    table = Table(("code", "question", "article", "answer", "open_kind", "positions"), rows)
    return Page(
        "debates.html",
        request.say("debates.title"),
        {
            "asked_on": request.law.asked_on,
            "written": written,
            "groups": (
                ("debates.open", [page for page in pages if page.answer == "open"]),
                ("debates.settled", [page for page in pages if page.answer != "open"]),
            ),
        },
        data,
        table,
        request.say("debates.lead"),
        {"asked_on": request.law.asked_on.isoformat()},
    )


def every_debate(request: Request) -> Iterator[tuple[str, ...]]:
    """Every contested point, and every debate in prose."""
    yield from ((code,) for code in (*request.record.disputes, *request.record.history.debates))


def debate(request: Request, word: str) -> Page:
    """The page of a contested point, its positions side by side; or of a debate in prose."""
    if word in request.record.history.debates:
        return debate_in_prose(request, word)
    page = ratione.debate_page(request.law, request.known("debate", word, request.record.disputes))
    sides = {side: [one for one in page.positions if one.answer == side] for side in ("yes", "no", "open")}
    rows = [
        (one.code, one.answer, one.holder, one.dated or "", one.authority, one.says, one.weak) for one in page.positions
    ]
    table = Table(("position", "answer", "holder", "dated", "authority", "says", "weak"), rows)
    permanent = {"asked_on": page.asked_on.isoformat()}
    context = {"page": page, "sides": sides, "written": ratione.debates_on(request.record, page.code)}
    return Page("debate.html", page.question, context, page, table, permanent=permanent, english=True)


def debate_in_prose(request: Request, code: str) -> Page:
    """The page of a debate in prose: what is said for each answer, each sentence with what it rests on."""
    written = request.record.history.debates[code]
    parts = [
        (
            under,
            [(one, [cited(request, cite) for cite in one.cites]) for one in written.sentences if one.under == under],
        )
        for under in ("", *written.answers)
    ]
    rows = [(one.under, one.text, "; ".join(one.cites)) for one in written.sentences]
    table = Table(("answer", "says", "cites"), rows)
    return Page("written.html", written.title, {"page": written, "parts": parts}, written, table, english=True)


def cited(request: Request, cite: str) -> tuple[str, str]:
    """The address of what a sentence cites, empty where it has no page, and the name of its kind in the catalogue."""
    kind, colon, code = (part.strip() for part in cite.partition(":"))
    if colon:
        folder = {"source": "/sources/", "point": "/debates/", "measure": "/united-states/measures/"}.get(kind)
        return f"{folder}{code}" if folder else "", f"kind.{CITED[kind]}"
    event = request.record.history.events.get(cite)
    if event is None:
        return "", "kind.statement"
    return f"/united-states/administrations/{event.administration}#{cite}", "kind.event"


def limb_list(request: Request) -> Page:
    """Every limb of the rule, by heading."""
    pages = [ratione.limb_page(request.record, limb.name) for limb in ratione.rule_limbs()]
    groups = {
        group: [page for page in pages if page.group == group]
        for group in ("materiae", "temporis", "loci", "personae", "trigger")
    }
    table = Table(
        ("name", "question", "article", "group"),
        [(page.name, page.question, page.article, page.group) for page in pages],
    )
    data = {"record_version": request.record.version, "limbs": pages}
    return Page("limbs.html", request.say("limbs.title"), {"groups": groups}, data, table, request.say("limbs.lead"))


def every_limb(request: Request) -> Iterator[tuple[str, ...]]:
    """Every limb."""
    yield from ((limb.name,) for limb in ratione.rule_limbs())


def limb(request: Request, word: str) -> Page:
    """The page of a limb, with the worked questions that it decides and what its answers there rest on."""
    known = {limb.name: limb for limb in ratione.rule_limbs()}
    page = ratione.limb_page(request.record, request.known("limb", word, known))
    worked = questions_of(page.name)
    questions = [row | {"told": facts_said(request, row["facts"])} for row in worked]
    sources = ratione.rows_behind(request.record, [key for row in worked for key in row["because"]])
    data = msgspec.to_builtins(page) | {"questions": worked, "rests_on": sources}
    context = {"page": page, "questions": questions, "sources": sources}
    return Page("limb.html", page.question, context, data, english=True)
