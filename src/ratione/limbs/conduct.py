"""Conduct: one set of facts with nothing left out, and the links to states that it gives.

The unit of the law is the link: this state, by this place or by this passport.
"""

from typing import Literal, NamedTuple

from ..dates import Day
from ..record.record import Record
from ..timelines.declarations import speaks_of_one_half
from ..timelines.law import Law
from ..timelines.places import Ground, claimants, tenures

__all__ = [
    "Charge", "Conduct", "Link", "Passport", "Site", "charge_of", "home_matters", "links_of_passport", "links_of_site",
    "states_of",
]  # fmt: skip


class Charge(NamedTuple):
    """A crime as charged: its code, the specific crime, the kind of conflict, and the amendment it needs, if any."""

    crime: str
    specific: str = ""
    conflict: str = ""
    amendment: str = ""


class Site(NamedTuple):
    """A ground on which conduct, an element of the crime, or its effects alone took place."""

    ground: Ground
    part: Literal["conduct", "element", "effects"] = "conduct"


class Passport(NamedTuple):
    """A nationality: the code of a state (empty for a stateless person), since birth or since the day given."""

    code: str
    since: Day | None = None


class Link(NamedTuple):
    """One state, by one place or one passport (art. 12(2)); ``state`` is empty where a place or person has none.

    ``home`` is true where the accused is a national of the state, the conduct is on its territory, and a declaration of the
    state makes something of it (article 124: one that speaks of nationals only, or of territory only).
    """

    state: str
    by: Literal["place", "passport"]
    ground: Ground | None = None
    part: str = "conduct"
    passport: str = ""
    since: Day | None = None
    home: bool = False


class Conduct(NamedTuple):
    """Facts with nothing left out: what a rule is asked of."""

    charge: Charge
    age: int
    trigger: str
    referrers: tuple[tuple[str, Day], ...]
    resolution: str
    operation: str
    begin: Day | None
    links: tuple[Link, ...]

    @property
    def crime(self) -> str:
        return self.charge.crime

    @property
    def amendment(self) -> str:
        return self.charge.amendment


def charge_of(record: Record, crime: str, specific: str, conflict: str) -> Charge:
    """The charge, with the amendment that it needs in that kind of conflict."""
    row = record.crimes[crime]
    for listed in row.specific:
        if listed.code == specific:
            needed = listed.amendment if conflict in listed.amended_in else ""
            return Charge(crime, specific, conflict, row.amendment or needed)
    return Charge(crime, specific, conflict, row.amendment)


def links_of_site(law: Law, site: Site, passports: tuple[Passport, ...]) -> tuple[Link, ...]:
    """The links that a place gives: one for each state that holds or claims it, one without a state where none does."""
    claims = claimants(law, site.ground)
    nationals = {state for passport in passports for state in states_of(law, passport.code)}
    home = frozenset(state for state in claims if state in nationals and home_matters(law, state))
    place = ("site", site, home)
    links = law.facts.get(place)
    if links is None:
        links = tuple(Link(state, "place", site.ground, site.part, home=state in home) for state in claims or ("",))
        law.facts[place] = links
    return links


def links_of_passport(law: Law, passport: Passport, sites: tuple[Site, ...]) -> tuple[Link, ...]:
    """The links that a nationality gives: the state itself, and those that stood in its place before it was one."""
    states = states_of(law, passport.code)
    claims = {state for site in sites for state in claimants(law, site.ground)}
    home = frozenset(state for state in states if state in claims and home_matters(law, state))
    place = ("passport", passport, home)
    links = law.facts.get(place)
    if links is None:
        links = tuple(
            Link(state, "passport", None, "conduct", passport.code, passport.since, home=state in home)
            for state in states or ("",)
        )
        law.facts[place] = links
    return links


def home_matters(law: Law, state: str) -> bool:
    """Whether the law makes anything of an accused who is a national of the state on whose territory the conduct is."""
    return law.keep(("home matters", state), lambda: speaks_of_one_half(law, state, "rome-statute"))  # type: ignore[no-any-return]


def states_of(law: Law, code: str) -> tuple[str, ...]:
    """The states that a passport of the code may be one of, in the course of time; none for a stateless person."""
    if not code:
        return ()
    return law.keep(("states of", code), lambda: tuple(tenure.state for tenure in tenures(law, code)))  # type: ignore[no-any-return]
