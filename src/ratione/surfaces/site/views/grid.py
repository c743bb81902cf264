"""The grid: every state under every instrument on a day, in one table."""

from __future__ import annotations

from typing import Any

import ratione

from ..page import Page, Request, Table

__all__ = ["grid"]


def grid(request: Request) -> Page:
    """Each state with its status under each instrument, and the year since when."""
    order = sorted(request.record.instruments.values(), key=lambda row: (row.kind != "treaty", row.adopted, row.code))
    codes = [row.code for row in order]
    found = {code: {row.code: row for row in ratione.standings(request.law, code, request.on)} for code in codes}
    rows: list[dict[str, Any]] = []
    for state, standing in found[codes[0]].items():
        cells = {code: found[code][state] for code in codes}
        rows.append({"code": state, "name": standing.name, "cells": [shown(cells[code]) for code in codes]})
    states = [
        {"code": row["code"], "name": row["name"], "standing": dict(zip(codes, row["cells"], strict=True))}
        for row in rows
    ]
    data = {"on": request.on, "record_version": request.record.version, "instruments": codes, "states": states}
    columns = ("code", "name", *(f"{code}_{part}" for code in codes for part in ("status", "since", "weak")))
    table = Table(
        columns,
        [
            [row["code"], row["name"], *(one[part] for one in row["cells"] for part in ("status", "since", "weak"))]
            for row in rows
        ],
    )
    used = {one["status"] or "none" for row in rows for one in row["cells"]}
    context = {"rows": rows, "codes": codes, "on": request.on, "legend": [word for word in ORDER if word in used]}
    permanent = {"on": request.on.isoformat()}
    title = request.say("grid.title")
    return Page("grid.html", title, context, data, table, request.say("grid.lead"), permanent, dated=True)


ORDER = ("party", "bound", "leaving", "deposited", "accepted", "signatory", "former-party", "contested", "none")
"""The statuses in the order of the legend."""


def shown(row: ratione.Standing) -> dict[str, str]:
    """A cell: the status, with open ones and withdrawals to come apart, and the day since when."""
    status = row.status
    if status and row.answer == "open":
        status = "contested"
    elif status in ("party", "bound") and row.pending_effect:
        status = "leaving"
    return {"status": status, "since": row.since.isoformat() if row.since else "", "weak": row.weak}
