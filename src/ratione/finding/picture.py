"""Picture: a timeline as text, and as a strip that a terminal can show."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from ..dates import Day
from ..words import Words
from .report import said_span

if TYPE_CHECKING:
    from .finding import Finding, Turn

__all__ = ["strip", "timeline_dict", "timeline_text"]

INK = {Answer.YES: "█", Answer.OPEN: "▒", Answer.NO: "·"}


def strip(turns: list[Turn], width: int = 72) -> list[str]:
    """The answers over the years: one line of ink, one of years below it.

    The strip begins a year before the first change and ends two years after the last.
    """
    days = [turn.part.first for turn in turns[1:]]
    if not days:
        return [INK[turns[0].part.answer] * width, "always the same"]
    first, last = days[0].year - 1, days[-1].year + 2
    cells = []
    for place in range(width):
        month = first * 12 + place * (last - first + 1) * 12 // width
        day = Day(month // 12, month % 12 + 1, 15)
        cells.append(next(INK[turn.part.answer] for turn in reversed(turns) if turn.part.first <= day))
    scale = [" "] * (width + 4)
    step = max(1, (last - first + 1) * 6 // width + 1)
    for year in range(first, last + 1, step):
        place = (year - first) * width // (last - first + 1)
        if place + 4 <= width:
            scale[place : place + 4] = str(year)
    return ["".join(cells), "".join(scale).rstrip()]


def timeline_text(finding: Finding, width: int = 100) -> str:
    """Since when and until when the answer is what it is, and which act changed it.

    >>> from ratione import Facts, jurisdiction, timeline_text
    >>> finding = jurisdiction(Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"))
    >>> print(timeline_text(finding).splitlines()[0])
    The answer by the day of the conduct, all else being as told
    """
    return "\n".join(timeline_lines(finding, width)) + "\n"


def timeline_lines(finding: Finding, width: int) -> Iterator[str]:
    words = Words(finding.record)
    yield "The answer by the day of the conduct, all else being as told"
    yield f"  {INK[Answer.YES]} yes  {INK[Answer.OPEN]} open  {INK[Answer.NO]} no"
    yield from ("  " + line for line in strip(finding.timeline))
    for turn in finding.timeline:
        kind = f" ({turn.part.kind})" if turn.part.kind else ""
        because = "; ".join(words.reasons(turn.because))
        said = f"{said_span(turn.part.first, turn.part.last)}: {turn.part.answer}{kind}"
        yield fill(said + (f" -- {because}" if because else ""), width, initial_indent="  ", subsequent_indent="    ")


def timeline_dict(finding: Finding) -> list[dict[str, Any]]:
    """The timeline as plain JSON: first and last day included, null where there is none.

    >>> from ratione import Facts, jurisdiction, timeline_dict
    >>> finding = jurisdiction(Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS"))
    >>> timeline_dict(finding)[0]
    {'from': None, 'to': '2013-11-20', 'answer': 'no', 'open_kind': None, 'because': []}
    """
    return [
        {
            "from": None if turn.part.first == Day.min else turn.part.first.isoformat(),
            "to": None if turn.part.last == Day.max else turn.part.last.isoformat(),
            "answer": str(turn.part.answer),
            "open_kind": turn.part.kind,
            "because": list(turn.because),
        }
        for turn in finding.timeline
    ]
