"""Line: an answer over time, with the act that caused each step and the article that set its day.

>>> line = Line.stepping(Answer.NO, [Step(Day(2002, 7, 1), Answer.YES, article="126(1)")], article="126")
>>> str(line.at(Day(2002, 6, 30)).answer), str(line.at(Day(2002, 7, 1)).answer)
('no', 'yes')
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from ..answer import Answer, OpenKind
from ..dates import BEGINNING, Day

__all__ = ["Line", "Step"]


class Step(NamedTuple):
    """From ``day`` on the answer is this, because of these acts, by this article.

    ``because`` holds keys of acts, rulings, resolutions or situations. An open step says of which ``kind`` it is, and on
    which contested ``point`` it hangs; ``note`` is one plain sentence where the acts alone would not explain the step.
    """

    day: Day
    answer: Answer
    because: tuple[str, ...] = ()
    article: str = ""
    kind: OpenKind | None = None
    point: str = ""
    note: str = ""


class Line:
    """Steps in order of their days; the first begins with the first day there is."""

    __slots__ = ("days", "steps")

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = tuple(steps)
        self.days = [step.day for step in self.steps]

    @classmethod
    def always(
        cls,
        answer: Answer,
        *,
        because: tuple[str, ...] = (),
        article: str = "",
        kind: OpenKind | None = None,
        point: str = "",
        note: str = "",
    ) -> "Line":
        """The same answer on every day."""
        return cls((Step(BEGINNING, answer, because, article, kind, point, note),))

    @classmethod
    def stepping(cls, first: Answer, steps: Iterable[Step], *, article: str = "", note: str = "") -> "Line":
        """``first`` until the first step, then each step from its day; of two on one day the later given counts."""
        by_day = {BEGINNING: Step(BEGINNING, first, article=article, note=note)}
        for step in sorted(steps, key=attrgetter("day")):
            by_day[step.day] = step
        return cls(by_day.values())

    def at(self, day: Day) -> Step:
        """The step that holds on ``day``."""
        return self.steps[bisect_right(self.days, day) - 1]

    def after(self, day: Day) -> Step | None:
        """The next step to come after ``day``: the reason for "not yet" and for "not for ever"."""
        place = bisect_right(self.days, day)
        return self.steps[place] if place < len(self.steps) else None

    def spans(self) -> Iterator[tuple[Step, Day | None]]:
        """Each step with the first day on which it no longer holds, None for the last."""
        return zip(self.steps, [*self.days[1:], None], strict=True)

    def held_from(self, day: Day) -> "Line":
        """The line as read on the earlier of the day asked about and ``day``: after that day nothing changes."""
        return Line(step for step in self.steps if step.day <= day)

    def within(self, start: Day, until: Day | None) -> list[Step]:
        """The steps that hold on some day from ``start`` to before ``until``; the first is dated ``start``."""
        rest = [step for step in self.steps if step.day > start and (until is None or step.day < until)]
        return [self.at(start)._replace(day=start), *rest]

    def __and__(self, other: "Line") -> "Line":
        return joined(self, other, lower=True)

    def __or__(self, other: "Line") -> "Line":
        return joined(self, other, lower=False)

    def __invert__(self) -> "Line":
        return Line(step._replace(answer=~step.answer) for step in self.steps)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self.steps == other.steps

    def __hash__(self) -> int:
        return hash(self.steps)

    def __repr__(self) -> str:
        return "Line(" + ", ".join(f"{step.day}: {step.answer}" for step in self.steps) + ")"


def joined(one: Line, other: Line, *, lower: bool) -> Line:
    """Day by day the lower (or higher) of two lines; where they agree, the reasons of both."""
    steps: list[Step] = []
    for day in sorted({*one.days, *other.days}):
        a, b = one.at(day), other.at(day)
        step = both(a, b) if a.answer == b.answer else a if (a.answer < b.answer) is lower else b
        if not steps or steps[-1][1:] != step[1:]:
            steps.append(step._replace(day=day))
    return Line(steps)


def both(a: Step, b: Step) -> Step:
    """One step for two that answer alike: acts and articles of both, the first one's point and note."""
    article = a.article if not b.article or b.article == a.article else f"{a.article};{b.article}".strip(";")
    because = a.because + tuple(key for key in b.because if key not in a.because)
    return Step(a.day, a.answer, because, article, a.kind or b.kind, a.point or b.point, a.note or b.note)
