"""Forms: an answer as JSON, as a table, as a calendar, a feed, a picture's data, a patch; and which of them a client takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import msgspec

import ratione
from ratione import checker

from .api_params import Question
from .api_questions_documents import report_of
from .api_questions_us import history_rows
from .api_setting import Setting
from .site.render import plain

__all__ = ["FORMS", "Form", "accepted", "written"]


class Form(NamedTuple):
    """A form: its kind of media, the end of a file's name, and what it is."""

    media: str
    end: str
    says: str


FORMS = {
    "json": Form("application/json", "json", "the answer"),
    "csv": Form("text/csv; charset=utf-8", "csv", "the rows as a table; lists are joined by ';'"),
    "ics": Form("text/calendar; charset=utf-8", "ics", "the rows as a calendar (iCalendar)"),
    "atom": Form("application/atom+xml; charset=utf-8", "atom", "the rows as a feed (Atom)"),
    "timelinejs": Form("application/json", "json", "the rows as TimelineJS reads them"),
    "jsonl": Form("application/jsonl; charset=utf-8", "jsonl", "a claim a line, the closed list of predicates"),
    "claim-review": Form("application/ld+json", "json", "schema.org ClaimReview as JSON-LD"),
    "patch": Form("text/x-diff; charset=utf-8", "patch", "suggested corrections as a patch to review"),
    "html": Form("text/html; charset=utf-8", "html", "an annotated copy as one HTML page"),
    "toml": Form("application/toml; charset=utf-8", "toml", "the acts in the form of the record's files"),
}
"""Every form."""


def accepted(header: str, forms: tuple[str, ...]) -> str:
    """The form that a client takes, by its header ``Accept``; empty where it takes none of them.

    >>> accepted("text/csv;q=0.5, application/json", ("json", "csv")), accepted("image/png", ("json", "csv"))
    ('json', '')
    """
    if not header.strip():
        return forms[0]
    best, chosen = 0.0, ""
    for form in forms:
        weight = weight_of(header, FORMS[form].media.partition(";")[0])
        if weight > best:
            best, chosen = weight, form
    return chosen


def weight_of(header: str, media: str) -> float:
    """How much a client wants a kind of media, from 0 to 1: the nearest of the ranges it names counts."""
    found = (0, 0.0)
    for part in header.split(",")[:40]:
        name, _, rest = part.strip().lower().partition(";")
        nearness = {media: 3, media.partition("/")[0] + "/*": 2, "*/*": 1}.get(name.strip(), 0)
        if nearness > found[0]:
            found = (nearness, quality(rest))
    return found[1]


def quality(rest: str) -> float:
    """The weight among the parameters of a range; 1 where there is none, 0 where it cannot be read."""
    for word in rest.split(";"):
        name, _, value = word.strip().partition("=")
        if name.strip() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0


def written(form: str, question: Question, setting: Setting) -> bytes:
    """The answer to a question in a form other than JSON."""
    if question.name == "history":
        return HISTORY[form](setting).encode()
    if question.name == "check":
        return checked(form, setting)
    answer = question.ask(setting)
    return answer.proposals.encode() if form == "toml" else table(answer).encode()


HISTORY: dict[str, Callable[[Setting], str]] = {
    "csv": lambda setting: ratione.history_csv(shown(setting)),
    "ics": lambda setting: ratione.history_icalendar(shown(setting), stamp=setting.record.day),
    "atom": lambda setting: ratione.history_atom(shown(setting), stamp=setting.record.day, version=setting.version),
    "timelinejs": lambda setting: msgspec.json.encode(ratione.history_timelinejs(shown(setting))).decode(),
}


def shown(setting: Setting) -> list[ratione.HistoryRow]:
    """The events of the page that is wanted; all of them where no limit is told."""
    rows, offset, limit = history_rows(setting), setting.told["offset"], setting.told["limit"]
    return rows[offset : offset + limit] if limit else rows[offset:]


def checked(form: str, setting: Setting) -> bytes:
    """The report on a document in a form."""
    report, raw = report_of(setting, setting.told["body"])
    if form == "html":
        return checker.annotated(report, raw).encode()
    if form == "patch":
        return checker.corrections(report, raw).encode()
    if form == "claim-review":
        return msgspec.json.encode(checker.claim_review(report))
    return b"".join(msgspec.json.encode(row) + b"\n" for row in report.listed())


def table(answer: Any) -> str:
    """The rows of an answer as CSV, a column for each field of a row."""
    fields = {one.name: one for one in msgspec.structs.fields(type(answer))}
    lists = next(names for names in (("items",), ("parties", "open"), ("listed",)) if names[0] in fields)
    (kind,) = get_args(fields[lists[0]].type)
    columns = [one.encode_name for one in msgspec.structs.fields(kind)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in (msgspec.to_builtins(row) for name in lists for row in getattr(answer, name)):
        writer.writerow([cell(row.get(name)) for name in columns])
    return out.getvalue()


def cell(value: Any) -> str:
    """A cell: lists of words joined, what is deeper as JSON; what a spreadsheet would run gets an apostrophe before it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return plain(";".join(value))
    if isinstance(value, list | tuple | dict):
        return msgspec.json.encode(value).decode() if value else ""
    return plain(value)
