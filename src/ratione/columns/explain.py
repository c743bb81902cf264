"""Explain: the finding behind a row, and the table of findings behind the keys of a tagged table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..answer import Answer
from ..finding.finding import Finding, jurisdiction
from ..finding.report import reasons
from ..limbs.facts import Facts
from ..timelines.law import Law
from .plan import Want, replaced
from .tables import answer_of, bit

__all__ = ["Case", "ask_one", "finding_rows", "findings_of"]


class Case(NamedTuple):
    """The facts of a row in words, as a question gives them; an empty word is a fact that the row does not give."""

    wants: tuple[Want, ...]
    on: str
    territory: str
    second: str
    nationality: str

    def facts(self, want: Want) -> tuple[Facts, ...]:
        """The questions that a column puts for this row."""
        nationality = "stateless" if want.stateless else self.nationality
        where = {
            "on": self.on,
            "territory": self.territory,
            "second_territory": self.second,
            "nationality": nationality,
        }
        return tuple(replaced(facts, **where) for facts in want.facts)


def findings_of(law: Law, case: Case, want: Want) -> list[Finding]:
    """The findings behind one column of a row."""
    return [jurisdiction(facts, law=law, asked_on=law.asked_on) for facts in case.facts(want)]


def ask_one(law: Law, case: Case) -> list[Answer]:
    """The answers of a row that no table covers, column by column."""
    return [joined(want, findings_of(law, case, want)) for want in case.wants]


def joined(want: Want, findings: list[Finding]) -> Answer:
    """The answer of a column: what all its findings share, or the highest of them."""
    answers = [answer_in(finding) for finding in findings]
    if want.how == "highest":
        return max(answers)
    return answer_of(sum({bit(answer) for answer in answers}))


def answer_in(finding: Finding) -> Answer:
    """The answer for a row: over several days the highest; where the day is not known, open unless all days agree."""
    if finding.asked.first == "unknown":
        return answer_of(sum({bit(part.answer) for part in finding.parts}))
    return finding.answer


def finding_rows(law: Law, key: tuple[int, int], case: Case) -> Iterator[dict[str, Any]]:
    """The rows of the table of findings for one key: one for each column."""
    for want in case.wants:
        findings = findings_of(law, case, want)
        answer = joined(want, findings)
        told = next((one for one in findings if answer_in(one) is answer), findings[0])
        leaves = told.leaves
        facts = case.facts(want)[findings.index(told)]
        yield {
            "finding_place": key[0],
            "finding_person": key[1],
            "column": want.name,
            "answer": str(answer),
            "open_kind": str(told.kind or "") if answer is Answer.OPEN else "",
            **{name: getattr(facts, name) for name in facts.__struct_fields__ if name != "asked_on"},
            "asked_on": str(law.asked_on),
            "record": law.record.version,
            "limbs": [leaf.limb.name for leaf in leaves],
            "articles": told.articles,
            "acts": told.because,
            "contested": [dispute.code for dispute in told.contested],
            "reasons": [f"{says} [{behind}]" for _, says, behind in reasons(told, leaves)],
        }


def explained(tags: Any, row: Any, column: str) -> list[Finding]:
    """The findings behind one column of one row; ``row`` is a frame of that row alone."""
    span, places, people = tags.read(row)
    facts = tuple(str(row[tags.plan.mapping[field].column][0] or "") for field in tags.other)
    case = tags.case(facts, span, places, people, 0)
    wanted = next(one for one in case.wants if one.name == column)
    return findings_of(tags.law, case, wanted)
