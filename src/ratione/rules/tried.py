"""Tried: what a rule answers when facts are not known, by trying one representative of each class that behaves alike.

A passport or a place comes into a rule only through its links, and a link only through what the rule's "any link" and
"every link" say of it: its signature. Links of one signature behave alike. Since the nodes join links by max and min, every
set of passports comes down to a join of signatures, so that all sets can be tried without trying each.

Contested points are never tried: open stays open until somebody rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from ..answer import Answer
from ..dates import Day
from ..limbs.conduct import Conduct, Link, Passport, Site, links_of_passport, links_of_site
from ..timelines.law import Law
from ..timelines.places import claimants, tenures
from .tree import AnyLink, Node, quantifiers_of
from .walk import Answers, walk

__all__ = ["Signature", "Trial", "answer_of"]

Signature = tuple[Answer, ...]
"""What each "any link" and "every link" of a rule is worth: for one link, or joined for several."""


def answer_of(rule: Node, law: Law, conduct: Conduct, day: Day) -> Answer:
    """The plain answer for facts with nothing left out."""
    return walk(rule, Answers(law, conduct, day), conduct.links)


class Trial:
    """Works out what a rule answers over many values of places and passports, other facts and the day being fixed."""

    def __init__(self, rule: Node, law: Law, conduct: Conduct, day: Day) -> None:
        self.rule, self.law, self.conduct, self.day = rule, law, conduct, day
        self.nodes = quantifiers_of(rule)
        self.seen: dict[Link, Signature] = {}
        self.answered: dict[Signature, Answer] = {}

    def signature(self, link: Link) -> Signature:
        """What each node's body says of one link."""
        found = self.seen.get(link)
        if found is None:
            reading = Answers(self.law, self.conduct, self.day)
            found = tuple(walk(node.parts[0], reading, (), link) for node in self.nodes)
            self.seen[link] = found
        return found

    @property
    def empty(self) -> Signature:
        """The signature of no link at all."""
        return tuple(Answer.NO if type(node) is AnyLink else Answer.YES for node in self.nodes)

    def joined(self, signatures: Iterable[Signature]) -> Signature:
        """The signature of several links together."""
        found = list(self.empty)
        for signature in signatures:
            for place, node in enumerate(self.nodes):
                choose = max if type(node) is AnyLink else min
                found[place] = choose(found[place], signature[place])
        return tuple(found)

    def of_links(self, links: Iterable[Link]) -> Signature:
        """The joined signature of links."""
        return self.joined(self.signature(link) for link in links)

    def answer(self, signature: Signature) -> Answer:
        """The rule's answer where its nodes are worth this much."""
        found = self.answered.get(signature)
        if found is None:
            reading = Answers(self.law, self.conduct, self.day)
            reading.fixed = {id(node): value for node, value in zip(self.nodes, signature, strict=True)}
            found = self.answered[signature] = walk(self.rule, reading, ())
        return found

    def strangers(self) -> dict[Signature, list[str]]:
        """Signatures that a single passport can give away from home, each with the codes of the states that give it."""
        conduct = self.conduct._replace(links=())
        return self.law.keep(("strangers", id(self.rule), conduct, self.day), self.sorted_strangers)  # type: ignore[no-any-return]

    def sorted_strangers(self) -> dict[Signature, list[str]]:
        found: dict[Signature, list[str]] = {}
        for code in ("", *self.law.record.states):
            signature = self.of_links(links_of_passport(self.law, Passport(code), ()))
            found.setdefault(signature, []).append(code)
        return found

    def natives(self, sites: tuple[Site, ...]) -> list[str]:
        """The codes of states whose passport makes the accused a national of the place, in the eyes of some claimant."""
        held = {state for site in sites for state in claimants(self.law, site.ground)}
        return [
            code for code in self.law.record.states if any(tenure.state in held for tenure in tenures(self.law, code))
        ]

    def with_passports(self, sites: tuple[Site, ...], codes: tuple[str, ...]) -> Signature:
        """The joined signature of places and passports together."""
        passports = tuple(Passport(code) for code in codes)
        links = [link for site in sites for link in links_of_site(self.law, site, passports)]
        links += [link for passport in passports for link in links_of_passport(self.law, passport, sites)]
        return self.of_links(links)

    def singles(self, sites: tuple[Site, ...]) -> dict[str, Answer]:
        """The answer for a national of each state alone, and (under the empty code) for a stateless person."""
        natives = self.natives(sites)
        abroad = self.of_links(link for site in sites for link in links_of_site(self.law, site, ()))
        found = {}
        for signature, codes in self.strangers().items():
            answer = self.answer(self.joined((abroad, signature)))
            found.update(dict.fromkeys(codes, answer))
        for code in natives:
            found[code] = self.answer(self.with_passports(sites, (code,)))
        return found

    def nationalities(self, sites: tuple[Site, ...]) -> dict[Signature, tuple[str, ...]]:
        """Every signature that some set of passports gives beside these places, each with an example of such a set."""
        natives = self.natives(sites)
        apart = {s: codes[0] for s, all_codes in self.strangers().items() if (codes := rest(all_codes, natives))}
        sets = closure(self, apart)
        found: dict[Signature, tuple[str, ...]] = {}
        for count in range(len(natives) + 1):
            for home in combinations(natives, count):
                base = self.with_passports(sites, home)
                if home:
                    found.setdefault(base, home)
                for signature, codes in sets.items():
                    found.setdefault(self.joined((base, signature)), (*home, *codes))
        return found


def rest(codes: list[str], natives: list[str]) -> list[str]:
    """The codes that are not among the natives."""
    return [code for code in codes if code not in natives]


def closure(trial: Trial, single: dict[Signature, str]) -> dict[Signature, tuple[str, ...]]:
    """Every signature that some set of passports gives: all joins of single ones, each with an example."""
    found: dict[Signature, tuple[str, ...]] = {signature: (code,) for signature, code in single.items()}
    waiting = list(found)
    while waiting:
        one = waiting.pop()
        for other, code in single.items():
            both = trial.joined((one, other))
            if both not in found:
                found[both] = (*found[one], code)
                waiting.append(both)
    return found
