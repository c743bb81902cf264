"""Report: everything that one check found, as one immutable value."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from .claim import Citation, Judged
from .coverage import Coverage

__all__ = ["Report"]


class Report(Struct, frozen=True, kw_only=True):
    """What a document claims, what the record says to it, and what was not checked.

    ``written`` is the document's own day, ``written_where`` where it was found, ``doubt`` what is not sure about it;
    ``today`` the day of the check; ``record`` the version of the record it was checked against.
    """

    doc_id: str
    name: str
    form: str
    title: str
    about: str
    written: date | None
    written_where: str
    doubt: str
    today: date
    record: str
    claims: tuple[Judged, ...]
    coverage: Coverage
    citations: tuple[Citation, ...]
    faults: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, days in ISO form."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        found["coverage"]["share"] = self.coverage.share
        found["summary"] = self.summary()
        return found

    def summary(self) -> dict[str, int]:
        """How many claims got which verdict."""
        found: dict[str, int] = {}
        for one in self.claims:
            found[one.verdict] = found.get(one.verdict, 0) + 1
        return dict(sorted(found.items()))

    def listed(self, *, every: bool = False) -> list[dict[str, Any]]:
        """The claims in the exchange form.

        The exchange form holds the closed list of predicates, said of the Statute and the Court. Claims of kind ``other`` and
        claims about other instruments, and what notes and descriptions in front matter repeat of the text, stand in it
        where the record contradicts them, and all of them with ``every``; fields about other instruments only with ``every``.
        """
        return [one.row(self.doc_id) for one in self.claims if every or wanted(one)]

    def unlisted(self) -> tuple[Judged, ...]:
        """The claims that an editor must look at, and that the exchange form leaves out."""
        return tuple(one for one in self.flagged() if not wanted(one))

    def flagged(self) -> tuple[Judged, ...]:
        """The claims that an editor must look at."""
        return tuple(one for one in self.claims if one.verdict in ("contradicts", "outdated", "imprecise"))


SIGNED = ("signed", "ratified", "acceded")


def wanted(one: Judged) -> bool:
    """Whether a claim stands in the exchange form without being asked for."""
    if (
        one.claim.place.startswith("field ")
        and one.claim.about not in ("", "rome-statute")
        and one.claim.predicate in SIGNED
    ):
        return False
    if one.verdict in ("contradicts", "outdated", "imprecise"):
        return True
    if "spoken-of" in one.claim.how and one.verdict == "not-in-record":
        return False
    if one.claim.place.startswith("field ") and not one.claim.pattern.startswith("field "):
        return False
    return one.claim.predicate != "other" and (
        one.claim.subject in ("ICC", "UNSC")
        or one.claim.about in ("", "rome-statute")
        or (not one.claim.place.startswith("field ") and one.claim.predicate in SIGNED)
        or one.claim.predicate in ("referred", "voted", "enacted", "revoked", "sanctioned")
    )
