"""Reach: what the Court could reach by territory, for every place over time, out of the folded tables of the rule.

The crime is taken to be committed there by a person without nationality, so that the place alone decides.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..answer import Answer
from ..dates import BEGINNING
from ..limbs.facts import Facts
from ..record.names import Names
from ..timelines.law import Law
from .cells import STATELESS
from .extras import np
from .fold import Folder, fold
from .panel_variables import Steps
from .plan import Plan, Want, asking, replaced, want, wants
from .store import folded_for
from .tables import Tables

__all__ = ["REACHES", "Reach", "Reached"]


class Reached(NamedTuple):
    """What may be asked of the Court's reach: the name of a variable, its label, the crime as ``ratione tag`` writes it."""

    name: str
    label: str
    crime: str


REACHES = (
    Reached(
        "reach_genocide_cah", "Court could reach genocide, cr. against humanity", "genocide+crimes-against-humanity"
    ),
    Reached("reach_war_crimes", "Court could reach war crimes", "war-crimes"),
    Reached("reach_aggression", "Court could reach aggression", "aggression"),
)
"""By territory alone, whatever the accused's nationality, and without a referral by the Council."""

BY_COUNCIL = "reach_by_council"


class Reach:
    """The tables that answer for every place, and for nationals of one state on the ground of another."""

    def __init__(self, law: Law) -> None:
        alone = [stateless(one.name, want(one.crime, "")) for one in REACHES]
        national = want(REACHES[1].crime, "")._replace(name="national")
        council = next(one for one in wants(law.record, (REACHES[1].crime,)) if one.name == "by_council")
        known = tuple(facts for facts in council.facts if law.counts(law.record.council[facts.referred_by].day))
        asked = (*alone, national, *([council._replace(name=BY_COUNCIL, facts=known)] if known else []))
        asked_for = asking(law, Names(law.record), Plan({}, asked, "none", law.asked_on), {})
        assert asked_for.courses is not None, "such facts can be folded"
        folder = Folder(law, asked_for.courses)
        found = folded_for(law, asked_for) or fold(folder)
        self.cells, self.days = folder.cells, found.days
        self.tables = Tables(folder, found, asked_for.columns)
        self.names = [one.name for one in asked]

    def steps(self, name: str, place: str) -> Steps:
        """The answer of a variable for a place over time."""
        if name not in self.names:
            return [(BEGINNING, Answer.NO)]  # nothing was referred yet
        site = self.tables.place_classes[self.cells.place(place)]
        nobody = self.tables.passport_classes[STATELESS]
        answers = self.tables.of_pairs(self.names.index(name), (site, nobody)).tolist()
        found: Steps = []
        for day, answer in zip(self.tables.calendar, answers, strict=True):
            if not found or found[-1][1] != answer:
                found.append((day, Answer(answer)))
        return found

    def of_nationals(self, place: str, states: list[str]) -> Any:
        """For each of the states and each epoch, the answer on war crimes by its nationals at the place, not their own."""
        people = self.tables.passport_classes[[self.cells.passport(code) for code in states]]
        site = np.broadcast_to(self.tables.place_classes[self.cells.place(place)], people.shape)
        found = self.tables.of_pairs(self.names.index("national"), (site.ravel(), people.ravel()))
        return found.reshape(people.shape)

    def epochs(self, days: Any) -> Any:
        """The numbers of the epochs in which days fall."""
        return np.searchsorted(self.days, days, side="right") - 1


def stateless(name: str, asked: Want) -> Want:
    """What is asked, of a person without nationality."""
    facts: tuple[Facts, ...] = tuple(replaced(one, nationality="stateless") for one in asked.facts)
    return Want(name, facts, "same", True)
