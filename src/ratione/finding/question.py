"""Question: facts put to a rule under a law, answered for one charge, day by day, with what is not known tried out."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..answer import Answer, OpenKind
from ..dates import BEGINNING, Day, day_before
from ..limbs.conduct import Charge, Conduct, Link, Passport, Site, links_of_passport, links_of_site
from ..limbs.facts import Asked
from ..rules.tree import Node, limbs_of
from ..rules.tried import Trial
from ..rules.walk import Deciding, Leaf, Lines, walk
from ..timelines.law import Law
from .options import conducts, site_options

__all__ = ["Outcome", "Part", "Question", "joined_parts", "open_kind"]


class Part(NamedTuple):
    """Days with one answer, first and last both included."""

    first: Day
    last: Day
    answer: Answer
    kind: OpenKind | None


class Outcome(NamedTuple):
    """One completion of what is not known: its answer, what was chosen, and the conduct it makes."""

    answer: Answer
    chosen: dict[str, str]
    conduct: Conduct


class Completion(NamedTuple):
    """One way to complete what is not known but the passports: what was chosen, and the places that are alike in it."""

    chosen: dict[str, str]
    conduct: Conduct
    trial: Trial
    places: list[dict[str, str]]
    sites: tuple[Site, ...]


def open_kind(leaves: Iterable[Leaf]) -> OpenKind:
    """Which of the three an open answer is, by the open leaves that decide it."""
    kinds = {leaf.step.kind for leaf in leaves if leaf.answer is Answer.OPEN}
    return next((kind for kind in (OpenKind.CONTESTED, OpenKind.FACT) if kind in kinds), OpenKind.WEAK)


class Question:
    """One charge (None where the crime is not known) under one rule."""

    def __init__(self, rule: Node, law: Law, asked: Asked, charge: Charge | None) -> None:
        self.rule, self.law, self.asked, self.charge = rule, law, asked, charge
        self.decided: dict[tuple[Conduct, Day], tuple[Answer, tuple[Leaf, ...]]] = {}

    @cached_property
    def sites(self) -> list[tuple[dict[str, str], tuple[Site, ...]]]:
        """Every choice of places, with what was chosen for those that are not known."""
        dims = site_options(self.law, self.asked)
        several = {fact for fact, values in dims.items() if len(values) > 1}
        return [
            (
                {fact: said for fact, said in (("territory", one), ("second_territory", two)) if fact in several},
                (*a, *b),
            )
            for one, a in dims["territory"]
            for two, b in dims["second_territory"]
        ]

    @cached_property
    def whole(self) -> Conduct | None:
        """The conduct where nothing that is asked as unknown is missing, else None."""
        if isinstance(self.asked.passports, str) or len(self.sites) > 1 or isinstance(self.asked.first, str):
            return None
        found = conducts(self.law, self.asked, self.charge, self.asked.first)
        return (
            found[0][1]._replace(links=self.links(self.sites[0][1], self.asked.passports)) if len(found) == 1 else None
        )

    def links(self, sites: tuple[Site, ...], passports: tuple[Passport, ...]) -> tuple[Link, ...]:
        """Every link that these places and passports give."""
        by_place = [link for site in sites for link in links_of_site(self.law, site, passports)]
        by_passport = [link for passport in passports for link in links_of_passport(self.law, passport, sites)]
        return (*by_place, *by_passport)

    def decide(self, conduct: Conduct, day: Day) -> tuple[Answer, tuple[Leaf, ...]]:
        """The answer for facts with nothing left out, with the leaves that decide it."""
        place = (conduct, day)
        found = self.decided.get(place)
        if found is None:
            answer, leaves = walk(self.rule, Deciding(self.law, conduct, day), conduct.links)
            found = self.decided[place] = (answer, tuple(dict.fromkeys(leaves)))
        return found

    def completions(self, day: Day) -> Iterator[Completion]:
        """Every way to complete what is not known but the passports, places that are alike put together."""
        for chosen, conduct in conducts(self.law, self.asked, self.charge, day):
            trial = self.trial(conduct, day)
            groups = trial.alike(self.sites) if len(self.sites) > 1 else [([self.sites[0][0]], self.sites[0][1])]
            for places, sites in groups:
                yield Completion(chosen, conduct, trial, places, sites)

    def trial(self, conduct: Conduct, day: Day) -> Trial:
        """The trial of these facts on that day; the law keeps it for the next question."""
        place = (id(self.rule), conduct, day)
        return self.law.keep_a_while(place, lambda: Trial(self.rule, self.law, conduct, day))  # type: ignore[no-any-return]

    def outcomes(self, day: Day) -> list[Outcome]:
        """The answer for every class of completions of what is not known."""
        if self.whole is not None:
            return [Outcome(self.decide(self.whole, day)[0], {}, self.whole)]
        found = []
        for chosen, conduct, trial, places, sites in self.completions(day):
            for codes, answer in self.by_passports(trial, sites):
                choice = {**chosen, **places[0]}
                passports = self.asked.passports
                if isinstance(passports, str):
                    choice["nationality"] = ";".join(code or "stateless" for code in codes)
                    passports = tuple(Passport(code) for code in codes)
                found.append(Outcome(answer, choice, conduct._replace(links=self.links(sites, passports))))
        return found

    def by_passports(self, trial: Trial, sites: tuple[Site, ...]) -> Iterator[tuple[tuple[str, ...], Answer]]:
        """The answer for each class of nationalities beside these places, or for those that were given."""
        if isinstance(self.asked.passports, str):
            for signature, codes in trial.nationalities(sites).items():
                yield codes, trial.answer(signature)
        else:
            yield (), trial.answer(trial.of_links(self.links(sites, self.asked.passports)))

    def on(self, day: Day) -> tuple[Answer, OpenKind | None]:
        """The answer for conduct on ``day``: where completions differ it is open for want of a fact."""
        found = self.outcomes(day)
        answers = {outcome.answer for outcome in found}
        if len(answers) > 1:
            return Answer.OPEN, OpenKind.FACT
        answer = answers.pop()
        if answer is not Answer.OPEN:
            return answer, None
        return answer, open_kind(self.decide(found[0].conduct, day)[1])

    @cached_property
    def parts(self) -> list[Part]:
        """The days of the conduct with their answers; where no day is known, every day from the first change on."""
        first, last = self.asked.first, self.asked.last
        if isinstance(first, str) or isinstance(last, str):
            return self.split(BEGINNING, Day.max) if self.bounded else self.at_large()
        if first == last:
            return [Part(first, last, *self.on(first))]
        return self.split(first, last)

    @property
    def bounded(self) -> bool:
        """Whether so much is known that every change can be tried: the place and the passports, or at least the place
        and the crime."""
        return not isinstance(self.asked.passports, str) and len(self.sites) == 1

    def at_large(self) -> list[Part]:
        """The days where neither day nor passports, or place, are known: before the Statute, and after it for want of facts.

        The day on which the law is asked stands for those after; only where even that day says one thing are all tried.
        """
        answer, kind = self.on(self.asked.asked_on)
        start = next(
            (step.day for step in self.law.line("in_force", "rome-statute").steps if step.day > BEGINNING), None
        )
        if kind is not OpenKind.FACT or start is None:
            return self.split(BEGINNING, Day.max)
        return [Part(BEGINNING, day_before(start), *self.on(BEGINNING)), Part(start, Day.max, answer, kind)]

    def split(self, first: Day, last: Day) -> list[Part]:
        """Days from ``first`` to ``last`` by their answers."""
        starts = [first, *(day for day in self.changes() if first < day <= last)]
        ends = [*(day_before(day) for day in starts[1:]), last]
        return joined_parts(Part(a, b, *self.on(a)) for a, b in zip(starts, ends, strict=True))

    def changes(self) -> list[Day]:
        """Every day on which some limb may change its answer."""
        if self.whole is not None:
            line = walk(self.rule, Lines(self.law, self.whole), self.whole.links)
            return line.days[1:]
        days: set[Day] = set()
        links = {link for _, sites in self.sites for site in sites for link in links_of_site(self.law, site, ())}
        passports = self.asked.passports
        if isinstance(passports, str):
            passports = tuple(Passport(code) for code in self.law.record.states)
        links |= {link for passport in passports for link in links_of_passport(self.law, passport, ())}
        for _, conduct in conducts(self.law, self.asked, self.charge, Day.max):
            for limb in limbs_of(self.rule):
                for link in (None,) if limb.links == "none" else links:
                    if limb.applies(link):
                        days.update(limb.line(self.law, conduct, link).days)
        return sorted(days)[1:]


def joined_parts(parts: Iterable[Part]) -> list[Part]:
    """Neighbours with the same answer made one."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1][2:] == part[2:]:
            found[-1] = found[-1]._replace(last=part.last)
        else:
            found.append(part)
    return found
