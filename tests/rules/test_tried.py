"""Trials: what is said of classes of places and passports is so of each of their members, asked one by one."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from ratione import Answer
from ratione.limbs.conduct import Charge, Conduct, Passport, Site, links_of_passport, links_of_site
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import AnyLink, EveryLink, ask, limbs_of
from ratione.rules.tried import Trial, closure, packed, rest, unpacked
from ratione.rules.walk import Answers, walk
from ratione.timelines.places import Ground

WAR_CRIME, AGGRESSION = Charge("war-crimes"), Charge("aggression", "", "", "amendment-aggression-2010")
POISON = Charge("war-crimes", "poison", "niac", "amendment-art8-2010")


def conduct(charge: Charge, trigger: str = "none", resolution: str = "") -> Conduct:
    return Conduct(charge, 30, trigger, (), resolution, "", None, ())


CASES = {
    "a-party": (conduct(WAR_CRIME), date(2015, 4, 1), ("UKR",)),
    "no-place": (conduct(WAR_CRIME), date(2015, 4, 1), ()),
    "high-seas": (conduct(POISON), date(2016, 4, 1), ("highseas",)),
    "shielded": (conduct(WAR_CRIME), date(2005, 4, 1), ("FRA",)),
    "half-shielded": (conduct(WAR_CRIME), date(2005, 4, 1), ("COL",)),
    "contested": (conduct(WAR_CRIME), date(2014, 9, 1), ("disputed:gaza",)),
    "aggression": (conduct(AGGRESSION), date(2022, 3, 1), ("UKR", "DEU")),
    "referral": (conduct(WAR_CRIME, "security-council", "UNSC-1970"), date(2011, 3, 1), ("LBY",)),
    "left": (conduct(WAR_CRIME), date(2017, 10, 28), ("BDI",)),
}


def site(word: str) -> Site:
    if word == "highseas":
        return Site(Ground("highseas"))
    kind, _, code = word.rpartition(":")
    return Site(Ground(kind or "land", code))  # type: ignore[arg-type]


@pytest.fixture(params=CASES.values(), ids=CASES)
def trial(request, law):
    facts, day, places = request.param
    return Trial(JURISDICTION, law, facts, day), tuple(site(word) for word in places)


def asked(one: Trial, sites: tuple[Site, ...], codes: tuple[str, ...]) -> Answer:
    """The answer of the rule to these places and passports themselves."""
    passports = tuple(Passport(code) for code in codes)
    links = [link for place in sites for link in links_of_site(one.law, place, passports)]
    links += [link for passport in passports for link in links_of_passport(one.law, passport, sites)]
    return walk(one.rule, Answers(one.law, one.conduct, one.day), links)


def test_the_answer_for_each_nationality_is_that_of_asking_it(trial):
    one, sites = trial
    singles = one.singles(sites)
    assert set(singles) == {"", *one.law.record.states}
    assert {code: asked(one, sites, (code,)) for code in singles} == singles


def test_several_passports_are_worth_what_the_rule_makes_of_them(trial):
    one, sites = trial
    codes = ("", "FRA", "COL", "USA", "UKR", "ISR", "KEN", "BDI")
    all_of_them = one.nationalities(sites)
    for several in [*combinations(codes, 2), *combinations(codes, 3)]:
        signature = one.with_passports(sites, several)
        assert one.answer(signature) is asked(one, sites, several)
        assert signature in all_of_them
    for signature, example in all_of_them.items():
        assert one.with_passports(sites, example) == signature
        assert one.answer(signature) is asked(one, sites, example)


def test_strangers_hold_every_state_once_and_natives_are_at_home(trial):
    one, sites = trial
    strangers = one.strangers()
    assert sorted(code for codes in strangers.values() for code in codes) == sorted(["", *one.law.record.states])
    assert one.strangers() is strangers
    for signature, codes in strangers.items():
        assert {one.of_links(links_of_passport(one.law, Passport(code), ())) for code in codes} == {signature}
    for code in one.natives(sites):
        assert any(link.home for link in links_of_passport(one.law, Passport(code), sites))
    home = {
        code for code in one.law.record.states if any(k.home for k in links_of_passport(one.law, Passport(code), sites))
    }
    assert home == set(one.natives(sites))


def test_places_that_are_alike_answer_alike(trial):
    one, _ = trial
    words = ("UKR", "FRA", "COL", "USA", "highseas", "KEN", "BDI", "disputed:gaza", "DEU", "LBY")
    groups = one.alike((word, (site(word),)) for word in words)
    assert sorted(word for members, _ in groups for word in members) == sorted(words)
    assert len({one.behaviour(sites) for _, sites in groups}) == len(groups)
    for members, sites in groups:
        assert sites == (site(members[0]),)
        for member in members[1:]:
            there = (site(member),)
            apart = {*one.natives(there), *one.natives(sites)}
            mine, other = one.singles(there), one.singles(sites)
            assert {c: a for c, a in mine.items() if c not in apart} == {
                c: a for c, a in other.items() if c not in apart
            }


def test_a_place_that_is_said_to_add_nothing_adds_nothing(trial):
    one, sites = trial
    for word in ("UKR", "USA", "FRA", "COL", "highseas", "KEN", "disputed:gaza"):
        for part in ("element", "effects"):
            more = site(word)._replace(part=part)
            if one.adds_nothing(sites, more):
                assert one.singles((*sites, more)) == one.singles(sites)
                assert set(one.nationalities((*sites, more))) == set(one.nationalities(sites))


ADDS_NOTHING = [
    ("a-party", "USA", True),
    ("a-party", "DEU", True),
    ("left", "UKR", False),
    ("left", "USA", True),
    ("shielded", "DEU", False),
    ("shielded", "highseas", True),
    ("no-place", "COL", False),
]


@pytest.mark.parametrize(("case", "more", "nothing"), ADDS_NOTHING)
def test_that_a_place_adds_nothing_is_seen_where_it_is_plain(law, case, more, nothing):
    """An element of the crime in a party counts where the first place gives no jurisdiction, and only there."""
    facts, day, places = CASES[case]
    sites = tuple(site(word) for word in places)
    assert Trial(JURISDICTION, law, facts, day).adds_nothing(sites, Site(site(more).ground, "element")) is nothing


def test_links_that_are_said_to_change_nothing_change_nothing(trial):
    one, sites = trial
    links = [link for code in one.law.record.states for link in links_of_passport(one.law, Passport(code), ())]
    for codes in ((), ("USA",), ("UKR",), ("FRA", "COL")):
        there = one.with_passports(sites, codes)
        worth = {one.answer(there | one.signature(link)) for link in links}
        if one.indifferent(there, links):
            assert worth == {one.answer(there)}
        for link in links[:40]:
            alone = one.answer(there | one.signature(link)) is one.answer(there)
            assert alone or not one.indifferent(there, [link])


def test_indifference_is_seen_where_it_is_plain(law):
    """A crime that is not in the Statute stays no whoever did it; war crimes in a party stay yes."""
    everyone = [link for code in law.record.states for link in links_of_passport(law, Passport(code), ())]
    for charge, places, answer in ((Charge("other", "piracy"), (), Answer.NO), (WAR_CRIME, ("UKR",), Answer.YES)):
        one = Trial(JURISDICTION, law, conduct(charge), date(2018, 4, 1))
        there = one.with_passports(tuple(site(word) for word in places), ())
        assert one.answer(there) is answer
        assert one.indifferent(there, everyone)


def test_only_nodes_that_matter_have_bits(law):
    assert Trial(JURISDICTION, law, conduct(Charge("other", "piracy")), date(2018, 4, 1)).nodes == []
    kinds = {type(node) for node in Trial(JURISDICTION, law, conduct(AGGRESSION), date(2022, 3, 1)).nodes}
    assert kinds == {AnyLink, EveryLink}


PACKED = [
    ((AnyLink, AnyLink), (Answer.NO, Answer.YES), 0b1100),
    ((AnyLink, EveryLink), (Answer.OPEN, Answer.OPEN), 0b0101),
    ((EveryLink, AnyLink), (Answer.YES, Answer.NO), 0b0000),
    ((EveryLink, EveryLink), (Answer.NO, Answer.OPEN), 0b0111),
]


@pytest.mark.parametrize(("kinds", "values", "signature"), PACKED)
def test_bits_of_a_signature(kinds, values, signature):
    """Low bits first; "every link" is held turned round, so that links join by OR whatever the node."""
    nodes = [kind(ask(limbs_of(JURISDICTION)[0])) for kind in kinds]
    assert packed(nodes, values) == signature
    assert unpacked(nodes, signature) == list(values)


def test_closure_holds_every_join_with_an_example():
    single = {0b001: "a", 0b010: "b", 0b100: "c", 0b011: "d"}
    found = closure(single)
    assert set(found) == {0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111}
    bits = {code: signature for signature, code in single.items()}
    for signature, example in found.items():
        joined = 0
        for code in example:
            joined |= bits[code]
        assert joined == signature
    assert {found[signature] for signature in single} == {("a",), ("b",), ("c",), ("d",)}


def test_rest_leaves_out_natives():
    assert rest(["a", "b", "c"], ["b"]) == ["a", "c"]
