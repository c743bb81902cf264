"""Walking: what decides, what is read when, and what is not walked twice."""

from __future__ import annotations

from datetime import date

from ratione import Answer, Facts, jurisdiction
from ratione.limbs.limb import LIMBS
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import ask
from ratione.rules.walk import Answers, Deciding, Reasons, gather, walk

NO, OPEN, YES = Answer


def test_gather_takes_the_first_that_settles_it():
    assert gather(iter([(YES, ("a",)), (NO, ("b",)), (NO, ("c",))]), YES, NO) == (NO, ("b",))
    assert gather(iter([(YES, ("a",)), (YES, ("b",))]), YES, NO) == (YES, ("a", "b"))
    assert gather(iter([(YES, ("a",)), (OPEN, ("b",)), (YES, ("c",)), (OPEN, ("d",))]), YES, NO) == (OPEN, ("b", "d"))
    assert gather(iter([]), YES, NO) == (YES, ())
    assert gather(iter([]), NO, YES) == (NO, ())


def asked(record, **told):
    finding = jurisdiction(Facts(**told), record)
    return finding, finding.question.outcomes(finding.day)[0].conduct


def test_a_leaf_knows_the_day_it_was_read_on_and_whether_it_stood_under_a_not(record, law):
    told = {
        "crime": "crimes-against-humanity",
        "specific_crime": "enforced-disappearance",
        "territory": "MEX",
        "nationality": "MEX",
    }
    _, conduct = asked(record, on="2006-06-01", begin="2005-06-01", **told)
    day = date(2006, 6, 1)
    answer, leaves = walk(JURISDICTION, Deciding(law, conduct, day), conduct.links)
    assert answer is NO
    by_name = {leaf.limb.name: leaf for leaf in leaves}
    assert by_name["party_when_it_began"].read_on == date(2005, 6, 1)
    assert by_name["attack_may_come_first"].read_on == day
    negated = walk(~ask(LIMBS["of_age"]), Deciding(law, conduct, day), ())
    assert negated[0] is NO
    assert negated[1][0].turned
    assert negated[1][0].answer is YES


def test_a_begin_after_the_conduct_is_not_believed(record, law):
    _, conduct = asked(
        record, crime="genocide", on="2006-06-01", begin="2007-01-01", territory="MEX", nationality="MEX"
    )
    assert Answers(law, conduct, date(2006, 6, 1)).begin == date(2006, 6, 1)


def test_a_limb_is_not_asked_of_a_link_it_does_not_fit(record, law):
    _, conduct = asked(record, crime="genocide", on="2006-06-01", territory="MEX", nationality="MEX")
    place, passport = conduct.links
    reading = Reasons(law, conduct, date(2006, 6, 1))
    node = ask(LIMBS["territory_of"])
    assert (walk(node, reading, (), place).leaf is None, walk(node, reading, (), passport).leaf is None) == (
        False,
        True,
    )
    assert walk(node, reading, (), passport).answer is NO


def test_what_is_known_beforehand_is_taken(record, law):
    _, conduct = asked(record, crime="genocide", on="2006-06-01", territory="MEX", nationality="MEX")
    reading = Answers(law, conduct, date(2006, 6, 1))
    node = ask(LIMBS["of_age"])
    reading.known[id(node), 0] = OPEN
    assert walk(node, reading, ()) is OPEN


def test_the_whole_tree_reads_every_limb(record, law):
    _, conduct = asked(record, crime="genocide", on="2001-06-01", territory="MEX", nationality="MEX")
    reason = walk(JURISDICTION, Reasons(law, conduct, date(2001, 6, 1)), conduct.links)

    def leaves(one):
        return [one.leaf.limb.name] if one.leaf else [name for part in one.parts for name in leaves(part)]

    assert {"statute_in_force", "party", "territory_of", "national_of", "carve_out_binds"} <= set(leaves(reason))
    assert reason.answer is NO
