"""The history in the forms of other programs: CSV, iCalendar, Atom and TimelineJS. No clock: the same rows, the same bytes."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any
from xml.sax.saxutils import escape

from .us_history import HistoryRow

__all__ = ["as_csv", "atom", "icalendar", "timelinejs"]

COLUMNS = (
    "code",
    "date",
    "title",
    "summary",
    "actor",
    "kind",
    "administration",
    "stance",
    "in_office",
    "sources",
    "weak",
)


def as_csv(rows: list[HistoryRow]) -> str:
    """Rows as CSV; lists are parted by semicolons.

    >>> from ratione import Record, history_csv, us_timeline
    >>> history_csv(us_timeline(Record.embedded())).splitlines()[0]
    'code,date,title,summary,actor,kind,administration,stance,in_office,sources,weak'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        values = (getattr(row, name) for name in COLUMNS)
        writer.writerow([";".join(value) if isinstance(value, tuple) else value for value in values])
    return out.getvalue()


def icalendar(rows: list[HistoryRow], *, stamp: date) -> str:
    """Rows as an iCalendar of whole days (RFC 5545); ``stamp`` is the day of the record.

    >>> from ratione import Day, Record, history_icalendar, us_timeline
    >>> history_icalendar(us_timeline(Record.embedded()), stamp=Day(2026, 11, 21)).splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ratione//United States and the Court//EN",
        "CALSCALE:GREGORIAN",
    ]
    for row in rows:
        first, after = days(row.date)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row.code}@ratione",
            f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{plain(row.title)}",
            f"DESCRIPTION:{plain(described(row))}",
            f"CATEGORIES:{row.kind},{row.administration},{row.stance}",
            "END:VEVENT",
        ]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded_line(line))


def days(text: str) -> tuple[date, date]:
    """The first day that a date names, and the first day after it."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        first = date(*parts)
        return first, first + timedelta(days=1)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)


def plain(text: str) -> str:
    """Text with the signs that iCalendar reserves escaped."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded_line(line: str) -> list[str]:
    """A line in pieces of at most 75 bytes, each but the first led by a blank."""
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode()) > 74:
            pieces.append(piece)
            piece = " "
        piece += sign
    return [*pieces, piece]


def described(row: HistoryRow) -> str:
    """What a row says, with its sources and its weak mark."""
    weak = f" Weak: {row.weak}." if row.weak else ""
    return f"{row.summary} {row.actor}.{weak} Sources: {', '.join(row.sources) or 'none'}."


def atom(rows: list[HistoryRow], *, stamp: date, version: str) -> str:
    """Rows as an Atom feed (RFC 4287), the latest first.

    >>> from ratione import Day, Record, history_atom, us_timeline
    >>> record = Record.embedded()
    >>> history_atom(us_timeline(record), stamp=Day(2026, 11, 21), version=record.version)[:5]
    '<?xml'
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "  <title>The United States and the International Criminal Court</title>",
        f"  <id>tag:ratione,{stamp.isoformat()}:us-timeline</id>",
        f"  <updated>{stamp.isoformat()}T00:00:00Z</updated>",
        "  <author><name>ratione</name></author>",
        f"  <generator>{escape(version)}</generator>",
    ]
    for row in reversed(rows):
        first, _ = days(row.date)
        lines += [
            "  <entry>",
            f"    <title>{escape(row.title)}</title>",
            f"    <id>tag:ratione,{first.isoformat()}:{row.code}</id>",
            f"    <updated>{first.isoformat()}T00:00:00Z</updated>",
            f'    <category term="{row.kind}"/>',
            f"    <summary>{escape(described(row))}</summary>",
            *(f'    <link rel="related" href="{escape(link)}"/>' for link in row.addresses),
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def timelinejs(rows: list[HistoryRow]) -> dict[str, Any]:
    """Rows as the JSON that TimelineJS reads.

    >>> from ratione import Record, history_timelinejs, us_timeline
    >>> sorted(history_timelinejs(us_timeline(Record.embedded())))
    ['events', 'title']
    """
    events = []
    for row in rows:
        names = dict(zip(("year", "month", "day"), row.date.split("-"), strict=False))
        text = {"headline": row.title, "text": f"<p>{escape(described(row))}</p>"}
        events.append({"unique_id": row.code, "start_date": names, "group": row.kind, "text": text})
    return {"title": {"text": {"headline": "The United States and the International Criminal Court"}}, "events": events}
