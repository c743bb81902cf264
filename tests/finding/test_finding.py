"""Findings: presumptions, what is missing, what stands beside, and how it is printed."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest

from ratione import Answer, FactError, Facts, jurisdiction
from ratione.finding.beside import beside
from ratione.finding.report import as_dict, as_html, as_text
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.version import rules_version

NO, OPEN, YES = Answer
RAID = Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS")


def ask(record, **told):
    return jurisdiction(Facts(**told), record)


PRESUMED = {
    "a day": (
        {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
        {
            "specific_crime": "a crime of the text of 1998",
            "second_territory": "none",
            "age": "eighteen or older",
            "trigger": "the conditions only",
            "asked_on": "the day of the question",
        },
    ),
    "a period": (
        {"crime": "war-crimes", "on": "2022-03-04/2022-03-05", "age": "20", "trigger": "proprio-motu"},
        {
            "specific_crime": "a crime of the text of 1998",
            "begin": "the first day of a crime that lasts, else the day of each act",
            "second_territory": "none",
            "asked_on": "the day of the question",
        },
    ),
    "a referral by the Council": (
        {
            "crime": "genocide", "specific_crime": "killing", "on": "2010-01-01", "trigger": "security-council",
            "referred_by": "UNSC-1593", "age": "20", "asked_on": "2026-01-01", "second_territory": "EGY",
        },
        {"operation": "none"},
    ),
    "a referral by a state": (
        {
            "crime": "genocide", "specific_crime": "killing", "on": "2010-01-01", "trigger": "state-referral",
            "referred_by": "LTU", "age": "20", "asked_on": "2026-01-01", "second_territory": "EGY",
        },
        {"situation": "the one that the record knows for that place"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("told", "presumed"), PRESUMED.values(), ids=PRESUMED)
def test_every_presumption_that_was_used_is_said(record, told, presumed):
    finding = ask(record, **told)
    assert finding.presumed == presumed
    text = " ".join(as_text(finding, tree=False).split())
    assert "asked on" in text
    for row in finding.missing:
        assert row.presumed in text


def test_a_fact_that_cannot_be_read_is_an_error(record):
    with pytest.raises(FactError, match="did you mean 'Ukraine'"):
        ask(record, crime="genocide", territory="Ukrain")


def test_the_day_of_a_referral_is_the_records_where_none_is_given(record):
    """Lithuania referred Ukraine on 1 March 2022 and Belarus on 30 September 2024; else the day asked on counts."""
    told = {
        "crime": "genocide",
        "on": "2022-03-04",
        "territory": "UKR",
        "nationality": "RUS",
        "trigger": "state-referral",
    }
    finding = ask(record, referred_by="LTU", **told)
    (referrer,) = finding.question.outcomes(finding.day)[0].conduct.referrers
    assert referrer[0] == "LTU"
    assert referrer[1] in {row.day for case in record.situations.values() for row in case.referrals}
    other = ask(record, referred_by="JPN", asked_on="2025-05-05", **told | {"territory": "DEU"})
    assert other.question.outcomes(other.day)[0].conduct.referrers == (("JPN", date(2025, 5, 5)),)


def test_the_highest_part_is_the_answer_and_its_first_day_is_explained(record):
    finding = ask(
        record, crime="crimes-against-humanity", on="2005-05-01/2005-07-01", territory="KEN", nationality="KEN"
    )
    assert [str(part.answer) for part in finding.parts] == ["no", "yes"]
    assert (finding.answer, finding.day) == (YES, date(2005, 6, 1))
    assert finding.parts[0].last == date(2005, 5, 31)


def test_several_crimes_are_answered_each(record):
    finding = ask(
        record, crime="war-crimes", specific_crime="murder;starvation", conflict="niac", on="2023-08-15", territory="MLI",
        nationality="MLI",
    )  # fmt: skip
    assert [(charge.specific, answer) for charge, answer in finding.by_charge] == [("murder", YES), ("starvation", NO)]
    assert finding.answer is YES


def test_what_could_still_change_the_answer(record):
    finding = ask(record, crime="war-crimes", on="2022-03-04", territory="SYR", nationality="SYR", conflict="niac")
    by_fact = {row.fact: row for row in finding.missing}
    assert finding.answer is NO
    assert YES in by_fact["trigger"].could
    assert {"JOR", "DEU"} <= set(by_fact["second_territory"].could[YES])
    assert by_fact["age"].could == {}


def test_a_fact_that_was_given_is_not_missing(record):
    facts = {row.fact for row in jurisdiction(RAID, record).missing}
    assert not facts & {"crime", "on", "territory", "nationality"}


def test_a_pending_withdrawal_stands_beside_the_answer(record):
    finding = ask(record, crime="genocide", on="2026-10-01", territory="MLI", nationality="MLI")
    (row,) = [row for row in beside(finding) if row.kind == "pending-withdrawal"]
    assert row.says.endswith("it takes effect on 24 June 2027")


def test_a_deferral_stands_beside_the_answer_while_it_ran(record):
    told = {"crime": "genocide", "on": "2002-09-15", "territory": "BIH", "nationality": "USA"}
    assert next(row.kind for row in beside(ask(record, asked_on="2002-12-01", **told))) == "deferral"
    assert "deferral" not in [row.kind for row in beside(ask(record, asked_on="2004-07-01", **told))]


def test_judgements_of_the_court_are_never_worked_out(record):
    """Complementarity, gravity and the interests of justice are named beside a yes or an open answer, and nowhere else."""
    kinds = [row.kind for row in beside(jurisdiction(RAID, record))]
    assert "judgement" in kinds
    assert "judgement" not in [row.kind for row in beside(ask(record, crime="genocide", on="2000-01-01"))]


def test_situations_that_cover_the_conduct_are_named(record):
    says = [row.says for row in beside(jurisdiction(RAID, record)) if row.kind == "situation"]
    assert any("Ukraine" in one for one in says)


def test_a_contested_point_names_its_positions(record):
    finding = ask(record, crime="genocide", on="2023-09-24", territory="Kosovo", nationality="RUS")
    assert [dispute.code for dispute in finding.contested] == ["kosovo"]
    text = as_text(finding)
    for position in record.disputes["kosovo"].positions:
        assert position.holder.split()[0] in text


def test_a_finding_is_plain_json_and_says_the_same_twice(record):
    one, two = (as_dict(jurisdiction(RAID, record)) for _ in range(2))
    encoded = msgspec.json.encode(one)
    assert encoded == msgspec.json.encode(two)
    read = json.loads(encoded)
    assert read["answer"] == "yes"
    assert read["record_version"] == record.version
    assert read["facts"]["territory"] == "UKR"
    assert {limb["limb"] for one in read["deciding"] for limb in one["limbs"]} >= {
        "territory_of",
        "accepted_by_declaration",
    }


def test_a_finding_prints_itself(record):
    finding = jurisdiction(RAID, record)
    assert repr(finding) == "<Finding: yes on 2022-03-04>"
    text = as_text(finding)
    assert text.startswith("YES  the Court has jurisdiction over this conduct\n")
    assert "ratification" not in text.split("Sources")[0].split("\n")[0]
    assert max(len(line) for line in text.splitlines() if "<http" not in line) <= 130
    assert as_html(finding).startswith("<div")


def test_an_open_answer_says_of_which_kind_it_is(record):
    contested = ask(record, crime="genocide", on="2023-09-24", territory="Kosovo", nationality="RUS")
    fact = ask(record, crime="genocide", on="2023-09-24", territory="SYR")
    assert repr(contested) == "<Finding: open (contested) on 2023-09-24>"
    assert repr(fact) == "<Finding: open (fact) on 2023-09-24>"


def test_html_escapes_what_it_is_told(record):
    finding = ask(record, crime="genocide", on="2023-09-24", territory="DEU:<script>", nationality="DEU")
    assert "<script>" not in as_html(finding)


def test_the_version_of_the_rules_is_short_and_steady():
    assert rules_version(JURISDICTION) == rules_version(JURISDICTION)
    assert len(rules_version(JURISDICTION)) == 16
    assert rules_version(JURISDICTION) != rules_version(JURISDICTION.parts[0])


def test_the_law_is_as_it_was_understood_on_the_day_asked(record):
    told = {"crime": "crimes-against-humanity", "specific_crime": "deportation", "on": "2017-08-25", "territory": "MMR",
            "second_territory": "BGD", "nationality": "MMR"}  # fmt: skip
    assert ask(record, asked_on="2018-09-05", **told).answer is OPEN
    assert ask(record, asked_on="2018-09-06", **told).answer is YES


def test_a_day_that_is_not_known_is_a_fact_that_could_change_the_answer(record):
    finding = ask(record, crime="war-crimes", territory="KEN", nationality="KEN")
    row = next(row for row in finding.missing if row.fact == "on")
    assert {str(answer): values for answer, values in row.could.items()} == {
        "no": ["0001-01-01/2005-05-31"],
        "yes": ["2005-06-01/9999-12-31"],
    }
    assert "the day of the conduct: yes from 1 June 2005 on" in finding.text()


def test_where_no_day_helps_the_reason_is_not_that_of_the_earliest_days(record):
    finding = ask(record, crime="war-crimes", territory="KEN", nationality="KEN", age="16")
    assert (str(finding.answer), [leaf.limb.name for leaf in finding.leaves]) == ("no", ["of_age"])
    assert next(row for row in finding.missing if row.fact == "on").could == {}


def test_each_reason_of_a_period_is_told_where_the_answer_stays(record):
    """Mali leaves on 24 June 2027; from then on the passport alone carries the answer."""
    text = ask(record, crime="war-crimes", on="2027-06-01/2027-07-30", territory="MLI", nationality="FRA").text(
        tree=False
    )
    assert "Because, from 24 June 2027 to 30 July 2027 (still yes)" in text
    assert "the accused was a national of France on 24 June 2027" in text


def test_a_notice_that_was_taken_back_stands_beside_the_answer(record):
    told = {"crime": "war-crimes", "specific_crime": "murder", "territory": "HUN", "nationality": "USA"}
    rows = [row for row in beside(ask(record, on="2026-07-01", **told)) if row.kind == "rescinded-withdrawal"]
    assert [row.because for row in rows] == [
        ("hun-rome-statute-withdrawal-notice-2025-06-02", "hun-rome-statute-withdrawal-rescission-2026-05-29")
    ]
    assert not [row for row in beside(ask(record, on="2025-06-01", **told)) if row.kind == "rescinded-withdrawal"]


def test_positions_taken_after_the_day_asked_on_are_not_told(record):
    told = {"crime": "war-crimes", "on": "2014-07-10", "territory": "disputed:gaza", "nationality": "ISR"}
    early, late = (ask(record, asked_on=day, **told).to_dict()["contested"] for day in ("2016-03-01", "2026-11-21"))
    days = [row["dated"] for point in early for row in point["positions"] if row["dated"]]
    assert all(day <= "2016-03-01" for day in days)
    assert sum(len(point["positions"]) for point in late) > sum(len(point["positions"]) for point in early)
