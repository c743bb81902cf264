"""Tried: what a rule answers when facts are not known, by trying one representative of each class that behaves alike.

A passport or a place comes into a rule only through its links, and a link only through what the rule's "any link" and
"every link" say of it: its signature. Links of one signature behave alike. The signature of several links together is the
bitwise OR of theirs, so that all sets of passports can be tried without trying each.

Contested points are never tried: open stays open until somebody rules.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from ..answer import Answer
from ..dates import Day
from ..limbs.conduct import Conduct, Link, Passport, Site, home_matters, links_of_passport, links_of_site, states_of
from ..timelines.law import Law
from ..timelines.places import claimants
from .tree import AnyLink, Node
from .walk import Answers, Anywhere, Reaching, walk

__all__ = ["Signature", "Trial"]

T = TypeVar("T")

Signature = int
"""Two bits for each "any link" and "every link" of a rule, in the order of the tree.

An answer is written 00 for no, 01 for open, 11 for yes, that of "every link" turned round first: so the highest answer of
several links for "any", and the lowest for "every", are both the OR of their bits.
"""

BITS = {Answer.NO: 0b00, Answer.OPEN: 0b01, Answer.YES: 0b11}
ANSWERS = {bits: answer for answer, bits in BITS.items()}


def packed(nodes: list[Node], values: Iterable[Answer]) -> Signature:
    """The signature for these values of the nodes."""
    signature = 0
    for place, (node, value) in enumerate(zip(nodes, values, strict=True)):
        signature |= BITS[value if type(node) is AnyLink else ~value] << 2 * place
    return signature


def unpacked(nodes: list[Node], signature: Signature) -> list[Answer]:
    """The values of the nodes that a signature holds."""
    found = [ANSWERS[signature >> 2 * place & 0b11] for place in range(len(nodes))]
    return [value if type(node) is AnyLink else ~value for node, value in zip(nodes, found, strict=True)]


class Trial:
    """Works out what a rule answers over many values of places and passports, other facts and the day being fixed.

    Only the nodes that can matter to these facts on this day have bits in its signatures.
    """

    def __init__(self, rule: Node, law: Law, conduct: Conduct, day: Day) -> None:
        self.rule, self.law, self.conduct, self.day = rule, law, conduct, day
        reaching = Reaching(law, conduct, day)
        walk(rule, reaching, ())
        self.nodes = reaching.reached
        self.reading = Answers(law, conduct, day)
        self.seen: dict[int, Signature] = {}
        self.answered: dict[Signature, Answer] = {}
        self.nations: dict[Hashable, dict[Signature, tuple[str, ...]]] = {}
        self.sorted: dict[Signature, list[str]] | None = None

    def signature(self, link: Link) -> Signature:
        """What each node's body says of one link; links are kept by the law, so that each is itself."""
        found = self.seen.get(id(link))
        if found is None:
            found = packed(self.nodes, (walk(node.parts[0], self.reading, (), link) for node in self.nodes))
            self.seen[id(link)] = found
        return found

    def of_links(self, links: Iterable[Link]) -> Signature:
        """The signature of links together."""
        signature = 0
        for link in links:
            signature |= self.signature(link)
        return signature

    def answer(self, signature: Signature) -> Answer:
        """The rule's answer where its nodes are worth this much."""
        found = self.answered.get(signature)
        if found is None:
            reading = Answers(self.law, self.conduct, self.day)
            for node, value in zip(self.nodes, unpacked(self.nodes, signature), strict=True):
                reading.known[id(node), 0] = value
            found = self.answered[signature] = walk(self.rule, reading, ())
        return found

    def strangers(self) -> dict[Signature, list[str]]:
        """Signatures that a single passport can give away from home, each with the codes of the states that give it."""
        if self.sorted is not None:
            return self.sorted
        found: dict[Signature, list[str]] = {}
        self.sorted = found
        for code in ("", *self.law.record.states):
            signature = self.of_links(links_of_passport(self.law, Passport(code), ()))
            found.setdefault(signature, []).append(code)
        return found

    def natives(self, sites: tuple[Site, ...]) -> list[str]:
        """The codes whose passport is one of a claimant of the place, where the law makes anything of that."""
        bearers: dict[str, list[str]] = self.law.keep(("bearers",), self.found_bearers)
        codes = (
            code
            for site in sites
            for state in claimants(self.law, site.ground)
            if home_matters(self.law, state)
            for code in bearers[state]
        )
        return list(dict.fromkeys(codes))

    def found_bearers(self) -> dict[str, list[str]]:
        """By state, the codes whose passport is or once was one of that state."""
        found: dict[str, list[str]] = {}
        for code in self.law.record.states:
            for state in states_of(self.law, code):
                found.setdefault(state, []).append(code)
        return found

    def behaviour(self, sites: tuple[Site, ...]) -> Hashable:
        """All that the places are worth to the rule, for strangers and for natives: places that agree in it are alike."""
        strangers = self.of_links(link for site in sites for link in links_of_site(self.law, site, ()))
        natives = (
            (self.with_passports(sites, (code,)), self.of_links(links_of_passport(self.law, Passport(code), ())))
            for code in self.natives(sites)
        )
        return strangers, frozenset(natives)

    def indifferent(self, signature: Signature, links: Sequence[Link]) -> bool:
        """Whether any one of these links, added to what is there, leaves the answer as it is.

        More bits of an "any link" can only raise the answer, more of an "every link" only lower it: so it is enough to
        look at all the bits of either kind that the links could bring.
        """
        raising = lowering = signature
        reading = Anywhere(self.law, self.conduct, self.day, links)
        for place, node in enumerate(self.nodes):
            if signature >> 2 * place & 0b11 == 0b11:
                continue
            low, high = walk(node.parts[0], reading, ())
            if type(node) is AnyLink:
                raising |= BITS[high] << 2 * place
            else:
                lowering |= BITS[~low] << 2 * place
        return self.answer(raising) is self.answer(lowering) is self.answer(signature)

    def adds_nothing(self, sites: tuple[Site, ...], more: Site) -> bool:
        """Whether one more place changes nothing, whatever the passports.

        So it is where neither its links nor, through them, a passport of a native bring a bit that is not there yet.
        """
        there = self.with_passports(sites, ())
        natives = self.natives((more,))
        brought = self.of_links(links_of_site(self.law, more, tuple(Passport(code) for code in natives)))
        if (brought | self.of_links(links_of_site(self.law, more, ()))) & ~there:
            return False
        for code in natives:
            away, home = (self.of_links(links_of_passport(self.law, Passport(code), at)) for at in ((), (more,)))
            if home & ~(away | there):
                return False
        return True

    def alike(self, choices: Iterable[tuple[T, tuple[Site, ...]]]) -> list[tuple[list[T], tuple[Site, ...]]]:
        """Choices of places put together where they are alike, each group with the places of its first."""
        found: dict[Hashable, tuple[list[T], tuple[Site, ...]]] = {}
        for choice, sites in choices:
            found.setdefault(self.behaviour(sites), ([], sites))[0].append(choice)
        return list(found.values())

    def with_passports(self, sites: tuple[Site, ...], codes: tuple[str, ...]) -> Signature:
        """The signature of places and passports together."""
        passports = tuple(Passport(code) for code in codes)
        signature = 0
        for site in sites:
            signature |= self.of_links(links_of_site(self.law, site, passports))
        for passport in passports:
            signature |= self.of_links(links_of_passport(self.law, passport, sites))
        return signature

    def singles(self, sites: tuple[Site, ...]) -> dict[str, Answer]:
        """The answer for a national of each state alone, and (under the empty code) for a stateless person."""
        abroad = self.with_passports(sites, ())
        found = {}
        for signature, bearers in self.strangers().items():
            found.update(dict.fromkeys(bearers, self.answer(abroad | signature)))
        for code in self.natives(sites):
            found[code] = self.answer(self.with_passports(sites, (code,)))
        return found

    def nationalities(self, sites: tuple[Site, ...]) -> dict[Signature, tuple[str, ...]]:
        """Every signature that some set of passports gives beside these places, each with an example of such a set."""
        place = self.behaviour(sites)
        if place in self.nations:
            return self.nations[place]
        natives = self.natives(sites)
        apart = {s: codes[0] for s, all_codes in self.strangers().items() if (codes := rest(all_codes, natives))}
        sets = closure(apart)
        found: dict[Signature, tuple[str, ...]] = {}
        for count in range(len(natives) + 1):
            for home in combinations(natives, count):
                base = self.with_passports(sites, home)
                if home:
                    found.setdefault(base, home)
                for signature, abroad in sets.items():
                    found.setdefault(base | signature, (*home, *abroad))
        self.nations[place] = found
        return found


def rest(codes: list[str], natives: list[str]) -> list[str]:
    """The codes that are not among the natives."""
    return [code for code in codes if code not in natives]


def closure(single: dict[Signature, str]) -> dict[Signature, tuple[str, ...]]:
    """Every signature that some set of passports gives: all joins of single ones, each with an example."""
    found: dict[Signature, tuple[str, ...]] = {signature: (code,) for signature, code in single.items()}
    waiting = list(found)
    while waiting:
        one = waiting.pop()
        for other, code in single.items():
            if one | other not in found:
                found[one | other] = (*found[one], code)
                waiting.append(one | other)
    return found
