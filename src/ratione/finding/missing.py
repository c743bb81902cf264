"""Missing: which facts that were not given could still change the answer, to what, and which cannot."""

from collections.abc import Hashable
from typing import NamedTuple

from ..answer import Answer
from ..dates import Day
from ..limbs.conduct import Site, home_matters, links_of_site, states_of
from ..limbs.facts import FACTS, UNKNOWN, Asked
from ..rules.tried import Trial
from .options import every_ground, said_site
from .question import Question

__all__ = ["Missing", "missing_facts", "presumed_facts", "varied"]


class Missing(NamedTuple):
    """A fact that was not given.

    ``presumed`` is what was taken for it, empty where it was left unknown. ``could`` maps each answer that the fact could
    lead to, other than by leaving things as they are, to the values that lead there; it is empty where nothing could change.
    """

    fact: str
    presumed: str
    could: dict[Answer, list[str]]


def presumed_facts(asked: Asked) -> dict[str, str]:
    """The facts for which something was presumed, with what it was, in words."""
    several = asked.first != asked.last
    found = {}
    for kind in FACTS:
        if kind.name in asked.given or kind.not_given != "presumed":
            continue
        if kind.name == "begin" and not several:
            continue
        if kind.name == "situation" and asked.trigger != "state-referral":
            continue
        if kind.name == "operation" and asked.trigger != "security-council":
            continue
        found[kind.name] = kind.presumed
    return found


def missing_facts(question: Question, day: Day) -> list[Missing]:
    """Every fact not given, with what it could change on that day."""
    unknown = unknown_facts(question, day)
    base = {outcome.answer for outcome in question.outcomes(day)}
    said = Answer.OPEN if len(base) > 1 else next(iter(base))
    found = [Missing(fact, "", could) for fact, could in unknown.items()]
    for fact, presumed in presumed_facts(question.asked).items():
        if fact == "second_territory" and isinstance(question.asked.ground, str):
            continue  # the first place is not known either: a second one is tried once the first is given
        other = varied(question, fact)
        if other is not None:
            could = changes(question, other, fact, day, base, said)
            found.append(Missing(fact, presumed, could))
    return found


def unknown_facts(question: Question, day: Day) -> dict[str, dict[Answer, list[str]]]:
    """For each fact that is not known: by answer, the values that lead to it, all else being as unknown as it is.

    A fact whose value makes no difference beside any choice of the others has no such answers.
    """
    effect = Effect()
    open_nationality = isinstance(question.asked.passports, str)
    for chosen, _, trial, places, sites in question.completions(day):
        answers = frozenset(answer for _, answer in question.by_passports(trial, sites))
        alone = trial.singles(sites) if open_nationality else {}
        worth = (answers, tuple(alone[code] for code in sorted(alone)))
        for place in places:
            effect.of_choice({**chosen, **place}, answers, worth)
        if open_nationality:
            effect.of_nationality(answers, alone)
    return effect.found()


class Effect:
    """Gathers what unknown facts do to the answer."""

    def __init__(self) -> None:
        self.worth: dict[str, dict[Hashable, set[Hashable]]] = {}
        self.leads: dict[str, dict[Answer, dict[str, None]]] = {}

    def lead(self, fact: str, answer: Answer, value: str) -> None:
        """Enter that a value of the fact can go with the answer."""
        self.leads.setdefault(fact, {}).setdefault(answer, {})[value] = None

    def of_choice(self, choice: dict[str, str], answers: frozenset[Answer], worth: Hashable) -> None:
        """Enter what one choice of values is worth: for each fact, beside the same choice of the others."""
        for fact, value in choice.items():
            others = tuple(pair for pair in choice.items() if pair[0] != fact)
            self.worth.setdefault(fact, {}).setdefault(others, set()).add(worth)
            for answer in answers:
                self.lead(fact, answer, value)

    def of_nationality(self, answers: frozenset[Answer], alone: dict[str, Answer]) -> None:
        """Enter what nationalities do beside one choice of the other facts."""
        self.worth.setdefault("nationality", {}).setdefault((), set())
        if len(answers) > 1:
            self.worth["nationality"][()].update(answers)
        for code, answer in alone.items():
            self.lead("nationality", answer, code or "stateless")
        for answer in answers - set(alone.values()):
            self.lead("nationality", answer, "several nationalities together")

    def found(self) -> dict[str, dict[Answer, list[str]]]:
        """By fact, the answers it can lead to with the values that do; nothing where the fact moves nothing."""
        found = {}
        for fact, groups in self.worth.items():
            moves = any(len(values) > 1 for values in groups.values())
            leads = self.leads.get(fact, {})
            found[fact] = {answer: list(values) for answer, values in leads.items()} if moves else {}
        return found


def varied(question: Question, fact: str) -> Question | None:
    """The same question with a presumed fact left unknown, or None where the fact plays no part in it."""
    asked, charge = question.asked, question.charge
    if fact == "specific_crime":
        if charge is None or question.law.record.crimes[charge.crime].basis != "statute":
            return None
        return Question(question.rule, question.law, asked, charge._replace(specific=UNKNOWN))
    if fact == "conflict" or fact in ("asked_on", "situation"):
        return None
    field = {"second_territory": "second"}.get(fact, fact)
    changed: dict[str, str] = {field: UNKNOWN}
    if fact == "trigger":
        changed["resolution"] = ""
    return Question(question.rule, question.law, asked._replace(**changed), charge)  # type: ignore[arg-type]


def changes(
    question: Question, other: Question, fact: str, day: Day, base: set[Answer], said: Answer
) -> dict[Answer, list[str]]:
    """The answers that other values of a presumed fact lead to, with those values; unknown facts stay unknown."""
    by_value: dict[str, set[Answer]] = {}
    if fact == "second_territory":
        by_value = second_places(question, day, base)
    else:
        for chosen, _, trial, _, sites in other.completions(day):
            answers = {answer for _, answer in question.by_passports(trial, sites)}
            by_value.setdefault(chosen.get(fact, ""), set()).update(answers)
    found: dict[Answer, list[str]] = {}
    for value, answers in by_value.items():
        if answers != base:
            answer = next(iter(answers)) if len(answers) == 1 else Answer.OPEN
            if answer is not said or len(answers) != len(base):
                found.setdefault(answer, []).append(value)
    return found


def second_places(question: Question, day: Day, base: set[Answer]) -> dict[str, set[Answer]]:
    """For each second place that makes a difference, the answers that it leaves possible.

    Where an element of the crime in a place changes nothing, its effects there change nothing either.
    """
    found: dict[str, set[Answer]] = {}
    completions = list(question.completions(day))
    if all(indifferent(question, trial, sites) for _, _, trial, _, sites in completions):
        return found
    for _, _, trial, _, sites in completions:
        for ground in every_ground(question.law):
            if trial.adds_nothing(sites, Site(ground, "element")):
                found.setdefault(str(ground), set()).update(answers_at(question, trial, sites))
                continue
            for site in (Site(ground, "element"), Site(ground, "effects")):
                found.setdefault(said_site(site), set()).update(answers_at(question, trial, (*sites, site)))
    return found


def indifferent(question: Question, trial: Trial, sites: tuple[Site, ...]) -> bool:
    """Whether it can be seen at a glance that no second place changes anything; where it cannot, each is tried."""
    passports = question.asked.passports
    if isinstance(passports, str):
        return False
    states = {state for passport in passports for state in states_of(question.law, passport.code)}
    if any(home_matters(question.law, state) for state in states):
        return False
    there = trial.of_links(question.links(sites, passports))
    law = question.law
    links = [link for ground in every_ground(law) for link in links_of_site(law, Site(ground, "element"), ())]
    return trial.indifferent(there, links)


def answers_at(question: Question, trial: Trial, sites: tuple[Site, ...]) -> set[Answer]:
    """The answers that are possible with these places."""
    return {answer for _, answer in question.by_passports(trial, sites)}
