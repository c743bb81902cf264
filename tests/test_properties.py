"""The laws that answers, lines, rules and questions obey, whatever they are tried on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from conftest import TODAY, law_on
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import (
    CHARGES,
    DAYS,
    GROUNDS,
    STATES,
    answers,
    conducts,
    days,
    facts,
    lawless,
    lines,
    moments,
    real_rules,
    record,
    small_rules,
)  # fmt: skip

from ratione import Answer, Facts, Law, jurisdiction
from ratione.finding.missing import missing_facts
from ratione.finding.question import Question
from ratione.limbs.conduct import Passport, links_of_passport, links_of_site
from ratione.limbs.facts import read_facts
from ratione.record.names import Names
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import All, Any_, AnyLink, Ask, EveryLink, Node, Not, quantifiers_of
from ratione.rules.tried import Trial, packed, unpacked
from ratione.rules.walk import Answers, Deciding, Lines, Reasons, walk
from ratione.timelines.line import Line

settings.register_profile("ratione", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.load_profile("ratione")

NO, OPEN, YES = Answer
FEW = settings(max_examples=25)
SOME = settings(max_examples=60)


# Answers


@given(answers, answers, answers)
def test_answers_are_a_ladder_with_a_mirror(one, two, three):
    assert one & two is min(one, two)
    assert one | two is max(one, two)
    assert ~~one is one
    assert ~(one & two) is ~one | ~two
    assert ~(one | two) is ~one & ~two
    assert one & (two | three) is (one & two) | (one & three)
    assert one | (one & two) is one


# Lines: what is done to lines is done to their answers day by day


@given(lines, lines, days)
def test_lines_join_day_by_day(one, two, day):
    for at in (day - timedelta(days=1), day, day + timedelta(days=1), date.min, date.max):
        a, b = one.at(at).answer, two.at(at).answer
        assert (one & two).at(at).answer is a & b
        assert (one | two).at(at).answer is a | b
        assert (~one).at(at).answer is ~a


@given(lines, lines)
def test_lines_begin_with_the_first_day_and_their_steps_follow_each_other(one, two):
    for line in (one, one & two, one | two, ~one, one.held_from(DAYS[3])):
        assert line.days[0] == date.min
        assert line.days == sorted(set(line.days))
        assert line.days == [step.day for step in line.steps]


@given(lines, lines)
def test_lines_join_in_any_order(one, two):
    for day in DAYS:
        assert (one & two).at(day).answer is (two & one).at(day).answer
        assert set((one | two).at(day).because) == set((two | one).at(day).because)


@given(lines, days, days)
def test_a_line_held_is_read_on_the_earlier_day(line, held, day):
    assert line.held_from(held).at(day) == line.at(min(held, day))


@given(lines, days, days)
def test_the_step_within_days_are_those_that_hold_there(line, one, two):
    start, until = sorted((one, two))
    assume(start < until)
    within = Line(line.within(start, until))
    for day in DAYS:
        if start <= day < until:
            assert within.at(day).answer is line.at(day).answer
    assert all(start <= step.day < until for step in within.steps)


# Rules: small ones over drawn lines


def turned_round(node: Node) -> Node:
    """The same rule with the parts of every "and" and "or" in the opposite order."""
    parts = tuple(turned_round(part) for part in reversed(node.parts))
    if isinstance(node, Ask):
        return node
    return type(node)(parts) if isinstance(node, All | Any_) else type(node)(*parts)


def mirrored(node: Node) -> Node:
    """The negation of a rule, pushed down to its limbs."""
    if isinstance(node, Ask):
        return Not(node)
    if isinstance(node, Not):
        return node.parts[0]
    kind = {All: Any_, Any_: All, AnyLink: EveryLink, EveryLink: AnyLink}[type(node)]
    parts = tuple(mirrored(part) for part in node.parts)
    return kind(parts) if kind in (All, Any_) else kind(*parts)


def answer_of(rule, law, conduct, day):
    return walk(rule, Answers(law, conduct, day), conduct.links)


@given(small_rules, lawless(), conducts(), days)
def test_order_changes_nothing(rule, law, conduct, day):
    answer = answer_of(rule, law, conduct, day)
    assert answer_of(turned_round(rule), law, conduct, day) is answer
    assert answer_of(rule, law, conduct._replace(links=conduct.links[::-1]), day) is answer


@given(small_rules, lawless(), conducts(), days)
def test_a_negation_may_be_pushed_down(rule, law, conduct, day):
    assert answer_of(mirrored(rule), law, conduct, day) is ~answer_of(rule, law, conduct, day)


@given(small_rules, lawless(), conducts(), days)
def test_every_algebra_gives_the_same_answer(rule, law, conduct, day):
    answer = answer_of(rule, law, conduct, day)
    assert walk(rule, Deciding(law, conduct, day), conduct.links)[0] is answer
    assert walk(rule, Reasons(law, conduct, day), conduct.links).answer is answer
    assert walk(rule, Lines(law, conduct), conduct.links).at(day).answer is answer


class Otherwise(Answers):
    """Answers where some limbs, each for one link, are answered otherwise."""

    changed: dict

    def leaf(self, node, limb, link):
        own = super().leaf(node, limb, link)
        return self.changed.get((limb.name, link if limb.links != "none" else None), own) if limb.applies(link) else own


def with_changes(rule, law, conduct, day, changed):
    reading = Otherwise(law, conduct, day)
    reading.changed = changed
    return walk(rule, reading, conduct.links)


def asked_of(rule, conduct):
    """Every limb of the rule with every link of which it may be asked."""
    limbs = {node.limb.name: node.limb for node in all_nodes(rule) if isinstance(node, Ask)}
    return [
        (limb, link) for limb in limbs.values()
        for link in ([None] if limb.links == "none" else [one for one in conduct.links if limb.applies(one)])
    ]  # fmt: skip


def all_nodes(node):
    yield node
    for part in node.parts:
        yield from all_nodes(part)


@given(small_rules, lawless(), conducts(), days, st.data())
def test_settling_what_is_open_never_changes_a_yes_or_a_no(rule, law, conduct, day, data):
    answer = answer_of(rule, law, conduct, day)
    reading = Answers(law, conduct, day)
    undecided = [(limb, link) for limb, link in asked_of(rule, conduct) if reading.read(limb, link).answer is OPEN]
    settled = {(limb.name, link): data.draw(answers) for limb, link in undecided}
    if answer is not OPEN:
        assert with_changes(rule, law, conduct, day, settled) is answer
    if not undecided:
        assert answer is not OPEN


@given(small_rules, lawless(), conducts(), days, st.data())
def test_the_leaves_that_decide_decide(rule, law, conduct, day, data):
    """A yes or a no stands whatever all other limbs answer; an open answer, whatever other open limbs would answer."""
    answer, leaves = walk(rule, Deciding(law, conduct, day), conduct.links)
    reading = Answers(law, conduct, day)
    decided = {(leaf.limb.name, leaf.link if leaf.limb.links != "none" else None) for leaf in leaves}
    others = [
        (limb.name, link) for limb, link in asked_of(rule, conduct)
        if (limb.name, link) not in decided and (answer is not OPEN or reading.read(limb, link).answer is OPEN)
    ]  # fmt: skip
    changed = {other: data.draw(answers) for other in others}
    assert with_changes(rule, law, conduct, day, changed) is answer
    for leaf in leaves:
        assert leaf.answer is reading.read(leaf.limb, leaf.link).answer


@given(small_rules, lawless(), conducts(), days)
def test_signatures_of_links_answer_as_the_links_do(rule, law, conduct, day):
    """Two bits for each "any link" and "every link": those of several links together are the OR of theirs."""
    trial = Trial(rule, law, conduct, day)
    assert trial.answer(trial.of_links(conduct.links)) is answer_of(rule, law, conduct, day)
    values = [answer_of(node, law, conduct, day) for node in trial.nodes]
    assert packed(trial.nodes, values) == trial.of_links(conduct.links)
    assert unpacked(trial.nodes, packed(trial.nodes, values)) == values


@given(st.lists(answers, max_size=5), st.lists(st.sampled_from([AnyLink, EveryLink]), min_size=5, max_size=5))
def test_signatures_hold_what_is_put_in(values, kinds):
    nodes = [kind(Ask(next(iter(limbs())))) for kind in kinds[: len(values)]]
    assert unpacked(nodes, packed(nodes, values)) == values


def limbs():
    return (node.limb for node in all_nodes(JURISDICTION) if isinstance(node, Ask))


# The rule of jurisdiction on the record


@SOME
@given(facts())
def test_jurisdiction_is_the_same_in_every_algebra(told):
    finding = jurisdiction(told, record())
    conduct = finding.question.outcomes(finding.day)[0].conduct
    rule, law, day = JURISDICTION, finding.law, finding.day
    answer = answer_of(rule, law, conduct, day)
    assert walk(rule, Deciding(law, conduct, day), conduct.links)[0] is answer
    assert walk(rule, Reasons(law, conduct, day), conduct.links).answer is answer
    assert walk(rule, Lines(law, conduct), conduct.links).at(day).answer is answer
    assert answer_of(turned_round(rule), law, conduct, day) is answer
    trial = Trial(rule, law, conduct, day)
    assert trial.answer(trial.of_links(conduct.links)) is answer


@SOME
@given(facts(), moments, st.integers(1, 900), st.data())
def test_a_day_of_a_period_answers_as_that_day_alone(told, start, length, data):
    """Also where the attack began, or a passport was acquired, inside the period."""
    end = start + timedelta(days=length)
    begin = told.begin or str(start)
    told = replace(told, on=f"{start}/{end}", begin=begin)
    whole = jurisdiction(told, record())
    assert whole.parts[0].first == start
    assert whole.parts[-1].last == end
    for one, next_one in pairwise(whole.parts):
        assert one.last + timedelta(days=1) == next_one.first
        assert (one.answer, one.kind) != (next_one.answer, next_one.kind)
    for part in whole.parts:
        for day in {part.first, part.last, data.draw(st.dates(part.first, part.last))}:
            alone = jurisdiction(replace(told, on=str(day)), record())
            assert (alone.answer, alone.kind) == (part.answer, part.kind), day


def replace(told: Facts, **changed: str) -> Facts:
    return Facts(**({name: getattr(told, name) for name in told.__struct_fields__} | changed))


@FEW
@given(facts(nationality=""), st.lists(st.sampled_from(STATES), min_size=2, max_size=3, unique=True))
def test_an_unknown_nationality_is_every_nationality(told, several):
    """Asked of every state in turn, of the stateless, and of a set drawn at random."""
    finding = jurisdiction(told, record())
    assert finding.asked.passports == "unknown"
    day, question = finding.day, finding.question
    found = {outcome.answer for outcome in question.outcomes(day)}
    singles = {}
    for code in ["stateless", *record().states]:
        one = jurisdiction(replace(told, nationality=code, operation=told.operation or "none"), record())
        singles[code] = one.answer
    sure = jurisdiction(replace(told, operation=told.operation or "none"), record())
    possible = {outcome.answer for outcome in sure.question.outcomes(day)}
    assert set(singles.values()) <= possible
    together = jurisdiction(replace(told, nationality=";".join(several), operation=told.operation or "none"), record())
    assert together.answer in possible
    assert possible <= found
    for outcome in question.outcomes(day):
        assert answer_of(JURISDICTION, finding.law, outcome.conduct, day) is outcome.answer


@FEW
@given(facts(nationality=""))
def test_what_is_said_of_an_unknown_nationality_is_so(told):
    told = replace(told, operation=told.operation or "none")
    finding = jurisdiction(told, record())
    (row,) = [row for row in finding.missing if row.fact == "nationality"]
    singles = {
        code: jurisdiction(replace(told, nationality=code), record()).answer for code in ["stateless", *record().states]
    }
    if row.could:
        assert {code: answer for answer, codes in row.could.items() for code in codes if code in singles} == singles
        assert len({outcome.answer for outcome in finding.question.outcomes(finding.day)}) > 1
    else:
        assert len(set(singles.values())) == 1
        assert set(singles.values()) == {finding.answer}


some_grounds = st.lists(st.sampled_from(GROUNDS), min_size=3, max_size=3, unique=True)
some_states = st.lists(st.sampled_from(STATES), min_size=4, max_size=4, unique=True)


@FEW
@given(facts(nationality="", territory=""), some_grounds, some_states)
def test_unknown_place_and_nationality_against_asking(told, grounds, codes):
    told = replace(told, operation=told.operation or "none")
    finding = jurisdiction(told, record())
    by_fact = {row.fact: row for row in finding.missing}
    table = {
        (ground, code): jurisdiction(replace(told, territory=ground, nationality=code), record()).answer
        for ground, code in product(grounds, codes)
    }
    outcomes = {outcome.answer for outcome in finding.question.outcomes(finding.day)}
    assert set(table.values()) <= outcomes
    if not by_fact["territory"].could:
        assert all(len({table[ground, code] for ground in grounds}) == 1 for code in codes)
    if not by_fact["nationality"].could:
        assert all(len({table[ground, code] for code in codes}) == 1 for ground in grounds)


def question_of(rule, told):
    """A question on any rule, with the facts as told."""
    law = law_on(TODAY)
    asked = read_facts(law.record, Names(law.record), told, TODAY)
    charge = None if isinstance(asked.charges, str) else asked.charges[0]
    return Question(rule, law, asked, charge)


@FEW
@given(real_rules, facts(nationality="", asked_on=""), st.data())
def test_missing_agrees_with_brute_force_on_small_rules(rule, told, data):
    """Small rules over the real limbs: nationality unknown, against every state, the stateless and pairs."""
    told = replace(told, operation=told.operation or "none")
    question = question_of(rule, told)
    day = question.asked.first
    (row,) = [row for row in missing_facts(question, day) if row.fact == "nationality"]
    law, (sites,) = question.law, [sites for _, sites in question.sites]
    conduct = question.outcomes(day)[0].conduct

    def alone(*codes):
        passports = tuple(Passport(code) for code in codes)
        links = [link for site in sites for link in links_of_site(law, site, passports)]
        links += [link for passport in passports for link in links_of_passport(law, passport, sites)]
        return answer_of(rule, law, conduct._replace(links=tuple(links)), day)

    every = {code or "stateless": alone(code) for code in ("", *law.record.states)}
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)), max_size=40))
    several = {alone(*pair) for pair in pairs if pair[0] != pair[1]}
    outcomes = {outcome.answer for outcome in question.outcomes(day)}
    assert set(every.values()) | several <= outcomes
    if row.could:
        named = {code: answer for answer, codes in row.could.items() for code in codes if code in every}
        assert named == every
        assert set(row.could) == outcomes
    else:
        assert outcomes == set(every.values())
        assert len(outcomes) == 1


@FEW
@given(facts(), st.sampled_from(["age", "specific_crime", "trigger", "begin"]))
def test_what_is_said_not_to_matter_does_not(told, fact):
    told = replace(told, **{fact: ""}, **({"referred_by": "", "operation": ""} if fact == "trigger" else {}))
    assume(fact != "specific_crime" or told.crime == "war-crimes" or not told.specific_crime)
    finding = jurisdiction(told, record())
    rows = {row.fact: row for row in finding.missing}
    if fact not in rows or rows[fact].could:
        return
    tries = {
        "age": ["3", "17", "18", "90"],
        "begin": ["2001-01-01", "2003-05-05", "2012-07-01"],
        "trigger": [],
        "specific_crime": [one for crime, one, conflict in CHARGES if crime == told.crime and one and not conflict],
    }[fact]
    for value in tries:
        if fact == "begin" and value > told.on:
            continue
        assert jurisdiction(replace(told, **{fact: value}), record()).answer is finding.answer, value


@SOME
@given(facts(), st.sampled_from(["nationality", "territory", "age", "trigger", "begin"]))
def test_telling_an_unknown_fact_never_changes_a_yes_or_a_no(told, fact):
    hidden = replace(told, **{fact: "unknown"})
    if fact == "trigger":
        hidden = replace(hidden, referred_by="", operation="")
        assume(told.trigger in ("", "proprio-motu"))
    if fact in ("nationality", "territory") and told.trigger == "security-council":
        told = replace(told, operation=told.operation or "none")
        hidden = replace(hidden, operation=told.operation)
    assume(fact != "nationality" or "@" not in told.nationality)
    assume(fact != "territory" or not told.territory.startswith(("vessel", "aircraft", "eez")))
    assume(fact != "begin" or not told.begin or told.begin <= told.on)
    blind = jurisdiction(hidden, record())
    if blind.answer is not OPEN:
        assert jurisdiction(told, record()).answer is blind.answer


# The record and what follows from it


@pytest.mark.parametrize("family", ["party", "signed", "good_faith", "observer"])
def test_spans_of_one_state_under_one_instrument_never_overlap(law, record, family):
    """Half-open and one after the other; and a change of the answer has a reason."""
    for code, instrument in product(record.states, record.instruments):
        spans = list(law.line(family, code, instrument).spans())
        assert spans[0][0].day == date.min
        assert spans[-1][1] is None
        for (one, until), (two, _) in pairwise(spans):
            assert one.day < until == two.day
            assert one.answer is two.answer or two.because or two.article


@pytest.mark.parametrize("code", STATES)
def test_what_binds_is_known_by_its_act(law, code):
    for step in law.line("party", code, "rome-statute").steps[1:]:
        assert all(key in law.record.acts for key in step.because)
        assert step.because


@FEW
@given(facts(), st.sampled_from(STATES), moments)
def test_a_supposition_never_changes_the_record_it_was_made_on(told, code, day):
    before, version = record().encode(), record().version
    plain = jurisdiction(told, record())
    kind = "ratification" if code == "USA" else "accession"
    supposed = jurisdiction(told, record(), suppose=[f"{code} {kind} rome-statute {day}"])
    assert supposed.record is not record()
    assert record().encode() == before
    assert record().version == version
    assert jurisdiction(told, record()).answer is plain.answer
    assert sum(len(state.acts) for state in supposed.record.states.values()) == len(record().acts) + 1


def test_a_supposed_act_counts_though_its_day_is_to_come(record):
    suppose = ["USA ratification rome-statute 2027-03-01"]
    told = Facts(crime="genocide", on="2027-06-01", territory="USA", nationality="USA")
    assert jurisdiction(told, record).answer is NO
    assert jurisdiction(told, record, suppose=suppose).answer is YES
    assert jurisdiction(replace(told, on="2027-04-30"), record, suppose=suppose).answer is NO


@pytest.mark.parametrize(("outcome", "answer"), [("yes", NO), ("no", YES), ("open", OPEN)])
def test_a_supposed_ruling_settles_a_point(record, outcome, answer):
    told = Facts(
        crime="war-crimes", on="2011-06-19", territory="LBY", nationality="QAT", trigger="security-council",
        referred_by="UNSC-1970", operation="unified-protector", asked_on="2024-01-01",
    )  # fmt: skip
    assert jurisdiction(told, record, suppose=[f"ruling sc-carve-out {outcome} 2027-01-01"]).answer is answer


@FEW
@given(facts())
def test_a_law_that_has_answered_before_answers_the_same(told):
    """What the law keeps changes no later answer."""
    asked_on = date.fromisoformat(told.asked_on)
    fresh = jurisdiction(told, record(), law=Law(record(), asked_on))
    assert jurisdiction(told, record(), law=law_on(asked_on)).answer is fresh.answer


def test_a_signature_stays_small():
    """Two bits for each of them, in one machine word."""
    assert 2 * len(quantifiers_of(JURISDICTION)) <= 32
