"""Golden questions on jurisdiction, and that every limb has some in which it alone decides."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ratione import Answer, Facts, Finding, Record, jurisdiction
from ratione.limbs.conduct import Link
from ratione.limbs.limb import LIMBS, Limb
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import Node, limbs_of
from ratione.rules.walk import Answers, walk

HERE = Path(__file__).parent / "jurisdiction"
FIELDS = {
    "title", "facts", "asked_on", "answer", "kind", "limbs", "turns_on", "articles", "parts", "could", "cannot",
    "suppose", "authority",
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of that name in every file, each with the file it stands in."""
    return [
        {**row, "file": path.stem}
        for path in sorted(HERE.glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8")).get(name, [])
    ]


QUESTIONS = rows("question")
NEVER = rows("never")


@cache
def record() -> Record:
    return Record.embedded()


@cache
def found(number: int) -> Finding:
    row = QUESTIONS[number]
    return jurisdiction(Facts(**row["facts"]), record(), asked_on=row["asked_on"], suppose=row.get("suppose", ()))


class Pinned(Answers):
    """Answers as they would be if one limb, for one link or for all, were answered otherwise."""

    def pin(self, limb: Limb, link: Link | None, answer: Answer) -> Pinned:
        self.limb, self.link, self.answer = limb, link, answer
        return self

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Answer:
        if limb is self.limb and limb.applies(link) and self.link in (None, link):
            return self.answer
        return super().leaf(node, limb, link)


def turning(finding: Finding, limb: Limb) -> set[Answer]:
    """The answers of the limb that alone make the finding's answer what it is.

    An answer is one of them where the limb gives it of one link (or of every link), and another answer of the same limb,
    all else being the same, would have changed the whole.
    """
    conduct = finding.question.outcomes(finding.day)[0].conduct
    law, day = finding.law, finding.day
    plain = Answers(law, conduct, day)
    answer = walk(JURISDICTION, plain, conduct.links)
    asked = [None] if limb.links == "none" else [link for link in conduct.links if limb.applies(link)]
    decides: set[Answer] = set()
    for group in ([link] for link in asked) if limb.links == "none" else [*([link] for link in asked), asked]:
        given = {plain.read(limb, link).answer for link in group}
        if len(given) != 1:
            continue
        (own,) = given
        link = group[0] if len(group) == 1 else None
        for other in set(Answer) - given:
            pinned = Pinned(law, conduct, day).pin(limb, link, other)
            if walk(JURISDICTION, pinned, conduct.links) is not answer:
                decides.add(own)
    return decides


@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[f"{row['file']}: {row['title']}" for row in QUESTIONS])
def test_golden_question(number):
    row = QUESTIONS[number]
    finding = found(number)
    assert str(finding.answer) == row["answer"], finding.leaves
    if "kind" in row:
        assert finding.kind == (row["kind"] or None)
    decisive = {leaf.limb.name for leaf in finding.leaves}
    assert set(row.get("limbs", [])) <= decisive
    assert set(row.get("articles", [])) <= set(finding.articles)
    if "parts" in row:
        assert [[part.first, part.last, str(part.answer)] for part in finding.parts] == row["parts"]
    for name in row.get("turns_on", []):
        assert turning(finding, LIMBS[name]), f"{name} does not decide alone"
    by_fact = {missing.fact: missing for missing in finding.missing}
    for fact, answers in row.get("could", {}).items():
        assert {str(answer) for answer in by_fact[fact].could} == set(answers), fact
    for fact in row.get("cannot", []):
        assert not by_fact[fact].could, fact


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["title"])
def test_a_question_is_complete_and_names_its_authority(row):
    assert set(row) - {"file"} <= FIELDS
    assert {"title", "facts", "asked_on", "answer", "authority"} <= set(row)
    assert isinstance(row["asked_on"], date)
    assert len(row["authority"]) > 5


def test_no_title_stands_twice():
    titles = [row["title"] for row in QUESTIONS]
    assert len(titles) == len(set(titles))


def turned_by() -> dict[tuple[str, str], list[str]]:
    """Which limb with which answer alone decides which questions, of those that say so."""
    decided: dict[tuple[str, str], list[str]] = {}
    for number, row in enumerate(QUESTIONS):
        for name in row.get("turns_on", []):
            for answer in turning(found(number), LIMBS[name]):
                decided.setdefault((name, str(answer)), []).append(row["title"])
    return decided


@pytest.mark.parametrize("limb", limbs_of(JURISDICTION), ids=lambda limb: limb.name)
def test_every_limb_alone_decides_a_question_each_way(limb):
    decided = turned_by_once()
    for answer in ("no", "open", "yes"):
        reasons = [row["why"] for row in NEVER if (row["limb"], row["answer"]) == (limb.name, answer)]
        if (limb.name, answer) in decided:
            assert not reasons, (
                f"{limb.name} {answer}: said never to decide, but decides {decided[limb.name, answer][:2]}"
            )
        else:
            assert reasons, f"{limb.name}: no question turns on its answer {answer}, and no reason is given"


@cache
def turned_by_once() -> dict[tuple[str, str], list[str]]:
    return turned_by()


def test_reasons_for_no_question_name_limbs_and_say_why():
    limbs = {limb.name for limb in limbs_of(JURISDICTION)}
    for row in NEVER:
        assert row["limb"] in limbs
        assert row["answer"] in ("no", "open", "yes")
        assert len(row["why"]) > 20
