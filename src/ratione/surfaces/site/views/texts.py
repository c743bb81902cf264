"""About, methods, corrections: pages of prose with the numbers of the record in them."""

from __future__ import annotations

from ..page import Page, Request

__all__ = ["about", "corrections", "methods"]


def numbers(request: Request) -> dict[str, int]:
    """How much the record holds."""
    record = request.record
    rows = [*record.acts.values()]
    return {
        "states": len(record.states),
        "acts": len(rows),
        "situations": len(record.situations),
        "disputes": len(record.disputes),
        "rulings": len(record.rulings),
        "sources": len(record.sources),
        "weak_acts": sum(bool(act.weak) for _, act in rows),
    }


def about(request: Request) -> Page:
    """Who it is for, what it holds, how to cite it."""
    return prose(request, "about")


def methods(request: Request) -> Page:
    """How dates are worked out, what open means, what weak marks mean."""
    return prose(request, "methods")


def corrections(request: Request) -> Page:
    """Rows that were replaced, and how to report a fault."""
    acts = request.record.acts.items()
    replaced = [(key, state, act) for key, (state, act) in acts if act.superseded]
    return prose(request, "corrections", replaced=replaced)


def prose(request: Request, name: str, **more: object) -> Page:
    """A page of prose."""
    found = numbers(request)
    data = {"record_version": request.record.version, "begins": request.record.begins, "numbers": found}
    return Page(f"{name}.html", request.say(f"{name}.title"), {"numbers": found, **more}, data)
