"""What properties are tried on: answers, lines, small rules, conduct, and facts of real questions."""

from __future__ import annotations

from datetime import date, timedelta
from functools import reduce
from operator import and_, or_

from conftest import TODAY, embedded
from hypothesis import strategies as st

from ratione import Answer, Facts, OpenKind
from ratione.limbs.conduct import Charge, Conduct, Link
from ratione.limbs.limb import Limb
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import AnyLink, EveryLink, Node, ask, limbs_of
from ratione.timelines.line import Line, Step

FIRST = date(2010, 1, 1)
DAYS = [FIRST + timedelta(days=count) for count in range(8)]
LINKS = (Link("AAA", "place"), Link("BBB", "passport"), Link("CCC", "place"))

answers = st.sampled_from(Answer)
days = st.sampled_from(DAYS)


@st.composite
def steps(draw, day=days):
    answer = draw(answers)
    kind = draw(st.sampled_from(OpenKind)) if answer is Answer.OPEN else None
    return Step(draw(day), answer, (draw(st.sampled_from("abc")),), draw(st.sampled_from(["1", "2"])), kind)


lines = st.builds(lambda first, rest: Line.stepping(first, rest), answers, st.lists(steps(), max_size=4))


def made(name: str, links: str, day: str = "conduct") -> Limb:
    """A limb for trials only; it stands in no list of limbs."""
    tied = links != "none"
    return Limb(
        name, f"{name}?", "1", name, (), day, links, pick=lambda conduct, link: (link.state if tied and link else "",)
    )  # fmt: skip


ALONE = [made("x_alone", "none"), made("y_alone", "none"), made("z_alone_begin", "none", "begin")]
TIED = [
    made("x_any", "any"),
    made("y_place", "place"),
    made("z_passport", "passport"),
    made("w_any_begin", "any", "begin"),
]


def joined(children):
    """Rules made of rules."""
    several = st.lists(children, min_size=2, max_size=3)
    return st.one_of(
        children.map(lambda node: ~node),
        several.map(lambda parts: reduce(and_, parts)),
        several.map(lambda parts: reduce(or_, parts)),
    )


def rules(alone, tied, size: int = 6):
    """Small rules over these limbs, those asked of a link inside "any link" or "every link"."""
    bodies = st.recursive(st.sampled_from([*alone, *tied]).map(ask), joined, max_leaves=4)
    leaves = st.one_of(st.sampled_from(alone).map(ask), bodies.map(AnyLink), bodies.map(EveryLink))
    return st.recursive(leaves, joined, max_leaves=size)


small_rules = rules(ALONE, TIED)

REAL = limbs_of(JURISDICTION)
real_rules = rules([limb for limb in REAL if limb.links == "none"], [limb for limb in REAL if limb.links != "none"])


class Lawless:
    """Stands for a law: lines that were drawn, not derived."""

    def __init__(self, drawn: dict[tuple[str, str], Line]) -> None:
        self.drawn = drawn

    def line(self, name: str, state: str) -> Line:
        return self.drawn[name, state]


@st.composite
def lawless(draw):
    return Lawless({(limb.name, state): draw(lines) for limb in (*ALONE, *TIED) for state in ("", "AAA", "BBB", "CCC")})


@st.composite
def conducts(draw):
    begin = draw(st.none() | days)
    links = draw(st.lists(st.sampled_from(LINKS), unique=True))
    return Conduct(Charge("war-crimes"), 18, "none", (), "", "", begin, tuple(links))


def leaves_under(node: Node) -> list[Limb]:
    return limbs_of(node)


STATES = ["AFG", "ARM", "BDI", "BEL", "COL", "CIV", "DEU", "EGY", "FRA", "GBR", "HUN", "ISR", "KEN", "LBY", "LKA", "MLI",
          "MMR", "MNE", "NZL", "PHL", "PSE", "QAT", "RUS", "SDN", "SRB", "SSD", "SYR", "UKR", "USA", "VEN"]  # fmt: skip
GROUNDS = [*STATES, "SDN:darfur", "SDN:khartoum", "GRL", "FLK", "CUW", "vessel:COM", "vessel:BMU", "aircraft:POL",
           "eez:PHL", "highseas", "disputed:crimea", "disputed:gaza", "disputed:kosovo", "disputed:golan",
           "disputed:western-sahara", "disputed:diego-garcia"]  # fmt: skip
CHARGES = [
    ("crimes-against-humanity", "murder", ""), ("crimes-against-humanity", "enforced-disappearance", ""),
    ("crimes-against-humanity", "deportation", ""), ("genocide", "killing", ""), ("war-crimes", "", ""),
    ("war-crimes", "murder", "niac"), ("war-crimes", "starvation", "niac"), ("war-crimes", "poison", "niac"),
    ("war-crimes", "blinding-lasers", "iac"), ("aggression", "", ""), ("other", "article-70", ""),
    ("other", "piracy", ""),
]  # fmt: skip

moments = st.dates(date(2001, 6, 1), date(2027, 12, 31)) | st.sampled_from(
    [date(2002, 7, 1), date(2008, 6, 15), date(2009, 11, 1), date(2017, 10, 27), date(2018, 7, 17), date(2019, 3, 17),
     date(2025, 1, 1)]
)  # fmt: skip


@st.composite
def triggers(draw):
    kind = draw(st.sampled_from(["", "proprio-motu", "state-referral", "security-council"]))
    if kind == "security-council":
        resolution = draw(st.sampled_from(["UNSC-1593", "UNSC-1970", "UNSC-HYPOTHETICAL", "DRAFT-S-2014-348"]))
        operation = draw(st.sampled_from(["", "none", "unified-protector", "unamid"]))
        return {"trigger": kind, "referred_by": resolution, "operation": operation}
    if kind == "state-referral":
        return {"trigger": kind, "referred_by": draw(st.sampled_from(["LTU", "USA", "UKR@2022-03-01", "BDI"]))}
    return {"trigger": kind}


@st.composite
def passports(draw):
    found = []
    for code in draw(st.lists(st.sampled_from(STATES), min_size=0, max_size=2, unique=True)):
        since = draw(st.none() | moments)
        found.append(f"{code}@{since}" if since else code)
    return ";".join(found) or "stateless"


@st.composite
def facts(draw, **fixed):
    """Facts with nothing left out; ``fixed`` ones are as given."""
    crime, specific, conflict = draw(st.sampled_from(CHARGES))
    begin = draw(st.none() | moments)
    given = {
        "crime": crime,
        "specific_crime": specific,
        "conflict": conflict,
        "on": str(draw(moments)),
        "begin": str(begin) if begin else "",
        "territory": draw(st.sampled_from(GROUNDS)),
        "second_territory": draw(st.sampled_from(["", "", "BGD", "effect:VEN", "ARM", "FRA"])),
        "nationality": draw(passports()),
        "age": draw(st.sampled_from(["", "17", "18"])),
        "asked_on": str(draw(st.sampled_from([TODAY, TODAY, date(2012, 4, 2), date(2018, 9, 5), date(2022, 1, 1)]))),
        **draw(triggers()),
    }
    return Facts(**(given | fixed))


def record():
    return embedded()
