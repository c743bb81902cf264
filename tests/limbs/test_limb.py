"""Limbs: one question, one article, one family of lines, and the facts that pick the line."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer
from ratione.limbs.conduct import (
    Charge,
    Conduct,
    Link,
    Passport,
    Site,
    charge_of,
    links_of_passport,
    links_of_site,
    states_of,
)  # fmt: skip
from ratione.limbs.limb import LIMBS, picker
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import limbs_of
from ratione.timelines.law import FAMILIES
from ratione.timelines.places import Ground

PLACE = Link("DEU", "place", Ground("land", "DEU"))
PASSPORT = Link("FRA", "passport", passport="FRA", since=date(2010, 1, 1), home=True)
CONDUCT = Conduct(
    Charge("war-crimes", "poison", "niac", "amendment-art8-2010"), 20, "none", (), "R", "O", date(2012, 1, 1), ()
)


@pytest.mark.parametrize("limb", limbs_of(JURISDICTION), ids=lambda limb: limb.name)
def test_a_limb_is_whole(limb):
    assert LIMBS[limb.name] is limb
    assert limb.family in FAMILIES
    assert limb.day in ("conduct", "begin")
    assert limb.links in ("none", "any", "place", "passport")
    for link in (PLACE, PASSPORT) if limb.links != "none" else (None,):
        if limb.applies(link):
            assert len(limb.pick(CONDUCT, link)) == len(limb.picks)


def test_no_question_and_no_name_stands_twice():
    limbs = limbs_of(JURISDICTION)
    assert len({limb.question for limb in limbs}) == len(limbs)
    assert len({limb.name for limb in limbs}) == len(limbs)


@pytest.mark.parametrize(
    ("links", "link", "applies"),
    [
        ("none", None, True), ("none", PLACE, True), ("any", PLACE, True), ("any", PASSPORT, True),
        ("place", PLACE, True), ("place", PASSPORT, False), ("passport", PASSPORT, True), ("passport", PLACE, False),
        ("place", None, True),
    ],
    ids=str,
)  # fmt: skip
def test_of_which_links_a_limb_is_asked(links, link, applies):
    assert LIMBS["party"]._replace(links=links).applies(link) is applies


@pytest.mark.parametrize(
    ("words", "link", "picked"),
    [
        ("state", PLACE, ("DEU",)),
        ("state by", PASSPORT, ("FRA", "passport")),
        ("state =rome-statute", PLACE, ("DEU", "rome-statute")),
        ("charge", None, (CONDUCT.charge,)),
        ("state crime =x", PLACE, ("DEU", "war-crimes", "x")),
        ("passport since state", PASSPORT, ("FRA", date(2010, 1, 1), "FRA")),
        ("operation resolution", None, ("O", "R")),
        ("=a =b", None, ("a", "b")),
        ("amendment", None, ("amendment-art8-2010",)),
    ],
    ids=str,
)
def test_facts_pick_the_line(words, link, picked):
    assert picker(tuple(words.split()))(CONDUCT, link) == picked


def test_words_stand_in_their_order():
    with pytest.raises(AssertionError, match="link, conduct, then own words"):
        picker(("charge", "state"))


def test_a_limb_read_on_the_day_it_began_is_held_from_that_day(law):
    limb = LIMBS["party_when_it_began"]
    link = Link("BDI", "place", Ground("land", "BDI"))
    began = limb.line(law, CONDUCT._replace(begin=date(2017, 1, 1)), link)
    assert began.at(date(2018, 1, 1)).answer is Answer.YES
    alone = limb.line(law, CONDUCT._replace(begin=None), link)
    assert alone.at(date(2018, 1, 1)).answer is Answer.NO


def test_a_charge_knows_its_amendment(record):
    assert charge_of(record, "war-crimes", "starvation", "niac").amendment == "amendment-starvation-2019"
    assert charge_of(record, "war-crimes", "starvation", "iac").amendment == ""
    assert charge_of(record, "aggression", "", "").amendment == "amendment-aggression-2010"
    assert charge_of(record, "genocide", "killing", "").amendment == ""


def test_links_of_a_place(law):
    montenegro = links_of_site(law, Site(Ground("land", "MNE")), ())
    assert [(link.state, link.by, link.home) for link in montenegro] == [
        ("SRB", "place", False),
        ("MNE", "place", False),
    ]
    at_home = links_of_site(law, Site(Ground("land", "UKR")), (Passport("UKR"), Passport("DEU")))
    assert [(link.state, link.home) for link in at_home] == [("UKR", True)]
    nothing_hangs_on_it = links_of_site(law, Site(Ground("land", "DEU")), (Passport("DEU"),))
    assert [(link.state, link.home) for link in nothing_hangs_on_it] == [("DEU", False)]
    (nowhere,) = links_of_site(law, Site(Ground("highseas")), ())
    assert nowhere.state == ""
    (element,) = links_of_site(law, Site(Ground("land", "BGD"), "element"), ())
    assert element.part == "element"


def test_links_of_a_passport(law):
    assert [link.state for link in links_of_passport(law, Passport("MNE"), ())] == ["SRB", "MNE"]
    (stateless,) = links_of_passport(law, Passport(""), ())
    assert (stateless.state, stateless.passport) == ("", "")
    (home,) = links_of_passport(law, Passport("UKR", date(2001, 1, 1)), (Site(Ground("land", "UKR")),))
    assert (home.home, home.since) == (True, date(2001, 1, 1))
    (abroad,) = links_of_passport(law, Passport("UKR"), (Site(Ground("land", "DEU")),))
    assert not abroad.home


def test_a_law_gives_one_and_the_same_link_for_the_same_facts(law):
    one = links_of_passport(law, Passport("FRA"), ())
    assert one is links_of_passport(law, Passport("FRA"), ())


def test_states_of_a_passport(law):
    assert states_of(law, "SSD") == ("SDN", "SSD")
    assert states_of(law, "") == ()
