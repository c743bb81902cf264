"""Contested points: open until somebody rules, then what the ruling says, until another ruling says otherwise."""

from __future__ import annotations

from ..answer import Answer, OpenKind
from ..record.court import Dispute, Position
from .law import Law, family
from .line import Line

__all__ = ["point", "sound_positions"]


def sound_positions(dispute: Dispute) -> list[Position]:
    """The positions that have a holder and a day: only these can keep a point open by themselves."""
    return [position for position in dispute.positions if position.holder and position.dated]


@family
def point(law: Law, code: str) -> Line:
    """What is answered on the point by one who asks on the law's day; the same for conduct of every day."""
    dispute = law.record.disputes[code]
    rulings = sorted(
        ((ruling.given, key, decision) for key, ruling in law.record.rulings.items() for decision in ruling.decides
          if decision.dispute == code and (law.counts(ruling.given) or key in law.supposed)),
        key=lambda found: found[:2],
    )  # fmt: skip
    if rulings:
        _, key, decision = rulings[-1]
        return settled(Answer.of(decision.outcome), dispute, because=(key,), note=decision.says)
    return settled(Answer.of(dispute.at_first), dispute, note=dispute.why)


def settled(answer: Answer, dispute: Dispute, *, because: tuple[str, ...] = (), note: str = "") -> Line:
    """A point's line; where it is open, and neither do two sound positions disagree nor does one call it undecided, it rests
    on a weak record."""
    views = {position.answer for position in sound_positions(dispute)}
    kind = None
    if answer is Answer.OPEN:
        kind = OpenKind.CONTESTED if because or len(views) > 1 or "open" in views else OpenKind.WEAK
    return Line.always(answer, because=because, article=dispute.article, kind=kind, point=dispute.code, note=note)
