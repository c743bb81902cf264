"""Worked questions on United States law, as text that a lawyer can read, each with its authority."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ratione.answer import Answer
from ratione.finding.us_law import us_law
from ratione.finding.us_shown import Branch, UsFinding
from ratione.limbs.us_facts import UsFacts, read_us_facts
from ratione.record.names import Names
from ratione.record.reading import read
from ratione.rules.tree import limbs_of
from ratione.rules.united_states import bounds_of, days_of_change, permitted, required, rule_of
from ratione.timelines.law import Law

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "us-law"
ASKED_ON = date(2026, 11, 21)
WORDS = UsFacts.__struct_fields__


def questions() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in table.get("question", []):
            yield path.stem, row


QUESTIONS = list(questions())
CHANGES = tomllib.loads((FOLDER / "changes.toml").read_text(encoding="utf-8"))["change"]


@pytest.fixture(scope="module")
def record():
    return read(ROOT / "data")


@pytest.fixture(scope="module")
def findings(record) -> list[UsFinding]:
    return [found(record, activity, row) for activity, row in QUESTIONS]


def found(record, activity: str, row: dict[str, Any]) -> UsFinding:
    facts = UsFacts(activity=activity, **{name: row[name] for name in WORDS if name in row})
    return us_law(record, facts, asked_on=ASKED_ON, question=row.get("question", "permitted"), brief=True)


@pytest.mark.parametrize(("activity", "row"), QUESTIONS, ids=[f"{a}: {row['name']}" for a, row in QUESTIONS])
def test_a_golden_question_is_answered_as_its_authority_says(record, activity, row):
    answer = found(record, activity, row)
    assert (answer.answer, answer.open_kind) == (row["answer"], row.get("open_kind", "")), answer.reason
    assert set(row["deciding"]) <= set(answer.deciding_measures)
    assert row["authority"]


def test_a_question_stands_on_each_day_of_change_and_on_the_day_before():
    asked = {date.fromisoformat(row["on"]) for _, row in QUESTIONS}
    wanted = {day for change in CHANGES for day in (change["day"], change["day"] - timedelta(days=1))}
    assert sorted(wanted - asked) == []


def branches(tree: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in tree:
        yield branch
        yield from branches(branch.lifted_by)


def test_every_measure_is_reached_by_a_question(record, findings):
    reached = {
        branch.measure
        for answer in findings
        for branch in (*branches(answer.tree), *answer.read_with)
        if branch.state != "not in force"
    }
    assert sorted(set(record.lawbook.measures) - reached) == []


def test_every_activity_is_asked_with_each_of_its_answers(findings):
    """A coverage report: how often each activity was answered in each way."""
    report: dict[str, set[str]] = {}
    for answer in findings:
        report.setdefault(answer.facts.activity, set()).add(answer.open_kind or answer.answer)
    free = {"diplomacy-asp"}
    assert [activity for activity, ways in report.items() if len(ways) < 2 and activity not in free] == []


def test_no_question_expects_what_rests_on_memory(record):
    """A measure that is recalled may stand in the tree; it is never what a question names as deciding.

    The act for 2026 is named as not read: what is expected of it is that nobody can say.
    """
    named = {code for _, row in QUESTIONS for code in row["deciding"]}
    recalled = {code for code in named if record.lawbook.measures[code].weak == "recalled"}
    assert sorted(recalled - {"sfops-fy26"}) == []


def test_no_prohibition_is_expected_on_memory_alone(record, findings):
    """Where an act is expected to be prohibited, at least one of the bans that decide was read in a document."""
    for answer in findings:
        bans = [record.lawbook.measures[code] for code in answer.deciding_measures]
        if answer.answer == "no" and any(ban.effect == "forbids" for ban in bans):
            assert any(ban.weak != "recalled" for ban in bans), answer.facts


REQUIRED_AND_PROHIBITED: dict[str, str] = {}
"""Activities that may be required and prohibited on one day for the same facts, each with its reason; none is known."""

TOLD = (
    {},
    {"beneficiary": "icc", "situation": "UKR", "accused_nationality": "RUS"},
    {"beneficiary": "state:NLD", "conditions": "no-assurance", "actor": "president"},
)


def test_nothing_is_both_required_and_prohibited(record):
    """On each day on which either answer changes."""
    law, names = Law(record, ASKED_ON), Names(record)
    clashes = set()
    for activity in record.lawbook.activities:
        for told in TOLD:
            conduct = read_us_facts(record, names, UsFacts(activity=activity, on="2024-01-01", **told), ASKED_ON)
            rules = [rule_of(law, activity, question, conduct.actor) for question in ("permitted", "required")]
            for day in {day for rule in rules for day in days_of_change(rule, law, conduct)}:
                may, must = (bounds_of(rule.root, law, conduct, day) for rule in rules)
                if must[0] is Answer.YES and may[1] is Answer.NO:
                    clashes.add(activity)
    assert sorted(clashes) == sorted(REQUIRED_AND_PROHIBITED)


def test_only_a_duty_that_demands_the_activity_requires_it(record):
    """The same duty, read in each of the ways in which a duty may be written."""
    book = record.lawbook
    facts = UsFacts(activity="classified-information", on="2024-01-01")
    for demands, answer in (("activity", "yes"), ("restraint", "no"), ("other", "no")):
        duty = replace(book.measures["usc22-7425a"], demands=demands)
        changed = record.with_lawbook(replace(book, measures={**book.measures, duty.code: duty}))
        said = us_law(changed, facts, asked_on=ASKED_ON, question="required", brief=True)
        assert (said.answer, said.deciding_measures) == (answer, (duty.code,))
        assert said.reason.startswith("Required: " if answer == "yes" else f"Not required. {duty.citation}: ")
        assert ("kept from or prevented" in said.reason) is (demands == "restraint")


def test_no_limb_is_without_a_citation(record):
    for activity in record.lawbook.activities:
        for rule in (permitted(record.lawbook, activity), required(record.lawbook, activity)):
            assert [limb.name for limb in limbs_of(rule.root) if not limb.article and not limb.gate] == []
