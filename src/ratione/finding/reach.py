"""Reach: what the Court can reach in a state or by its nationals on a day, and a finding's tree of reasons as plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from ..dates import Day
from ..limbs.facts import Facts
from ..rules.tree import Ask, Not
from ..rules.walk import Reason
from ..timelines.law import Law
from ..words import JOIN_SAYS, NODE_SAYS, Words
from .finding import jurisdiction
from .report import headline

if TYPE_CHECKING:
    from .finding import Finding

__all__ = ["ReachRow", "ReasonShown", "reach_of", "reasons_tree"]


class ReachRow(Struct, frozen=True, kw_only=True):
    """One question of the ready ones: a crime, by place or by nationality, with its answer on the day."""

    crime: str
    by: str
    answer: str
    open_kind: str
    says: str
    articles: tuple[str, ...]
    since: date | None


class ReasonShown(Struct, frozen=True, kw_only=True):
    """A part of the tree of reasons. ``decides`` is false for what is folded because it does not bear on the answer."""

    answer: str
    says: str
    limb: str = ""
    question: str = ""
    article: str = ""
    link: str = ""
    decides: bool = True
    because: tuple[str, ...] = ()
    point: str = ""
    parts: tuple[ReasonShown, ...] = ()


CRIMES = ("genocide", "crimes-against-humanity", "war-crimes")


def reach_of(law: Law, state: str, on: Day) -> list[ReachRow]:
    """Whether the state alone lets the Court reach conduct of the day, in its territory and by its nationals.

    The other half is told so that it adds nothing: somebody without nationality, or the high seas. Aggression is not
    among the crimes, because it hangs on two states.

    >>> from ratione import Day, Law, Record, reach_of
    >>> law = Law(Record.embedded(), Day(2026, 11, 21))
    >>> rows = reach_of(law, "UKR", Day(2022, 3, 4))
    >>> rows[0].answer
    'yes'
    """
    found = []
    for by in ("territory", "nationality"):
        for crime in CRIMES:
            told = {"crime": crime, "on": on.isoformat(), by: state}
            if by == "territory":
                told["nationality"] = "stateless"
            else:
                told["territory"] = "highseas"
            finding = jurisdiction(Facts(**told), law=law, asked_on=law.asked_on)
            found.append(row_of(crime, by, finding))
    return found


def row_of(crime: str, by: str, finding: Finding) -> ReachRow:
    """One row: the answer, and the first day of the span of days that has it."""
    turn = next(
        (one for one in reversed(finding.timeline) if one.part.first <= finding.day <= one.part.last),
        finding.timeline[0],
    )
    since = None if turn.part.first == Day.min else turn.part.first
    return ReachRow(
        crime=crime, by=by, answer=str(finding.answer), open_kind=finding.kind or "",
        says=headline(finding).partition("  ")[2], articles=tuple(finding.articles), since=since,
    )  # fmt: skip


def reasons_tree(finding: Finding) -> ReasonShown:
    """The whole tree of reasons of a finding.

    >>> from ratione import Facts, jurisdiction, reasons_tree
    >>> finding = jurisdiction(Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"))
    >>> reasons_tree(finding).says
    'the Court has jurisdiction'
    """
    return shown(finding, Words(finding.record), finding.tree, True, "")


def shown(finding: Finding, words: Words, reason: Reason, decides: bool, above: str) -> ReasonShown:
    """A part with its parts; what is not asked of a link is left out."""
    turned = isinstance(reason.node, Not) and reason.parts[0].leaf is not None
    leaf = reason.parts[0].leaf if turned else reason.leaf
    link = words.link(reason.link) if reason.link else ""
    if leaf is not None:
        return ReasonShown(
            answer=str(reason.answer), says=words.leaf(leaf), limb=leaf.limb.name, question=leaf.limb.question,
            article=", ".join(leaf.articles), link=link if link != above else "", decides=decides,
            because=tuple(words.reasons(leaf.step.because)), point=leaf.step.point,
        )  # fmt: skip
    name = NODE_SAYS.get(reason.node.name) or JOIN_SAYS[type(reason.node).__name__]
    parts = []
    for part in reason.parts:
        if part.leaf is None and isinstance(part.node, Ask):
            continue
        counts = isinstance(reason.node, Not) or part.answer is reason.answer
        parts.append(shown(finding, words, part, decides and counts, link))
    return ReasonShown(
        answer=str(reason.answer), says=name, link=link if link != above else "", decides=decides, parts=tuple(parts),
    )  # fmt: skip
