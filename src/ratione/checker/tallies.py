"""Tallies: by how many votes a resolution or the Statute was adopted, as a sentence tells it."""

from __future__ import annotations

import re

from . import days, sieve
from .ballots import ballot_named, rome
from .claim import Claim
from .context import Ballot, Context
from .hits import Placed
from .marked import CODES, Marked, spelled
from .objects import Objects

__all__ = ["Tally", "tallied", "tally_of"]

SPELLED = (
    r"(?:one hundred(?: and)?[ -])?(?:twenty|thirty|forty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|none|no|zero|nil|one|two|three|four|five|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
)
N = rf"(?<![\w.,-])(?:\d{{1,3}}|{SPELLED})(?![\w%])"
VOTERS = (
    r"(?: (?:votes?|states|countries|members|delegations|nations|cast|council members|voting|voted|were|was|being))*"
)
FOR = re.compile(rf"({N}){VOTERS} (?:in favou?r|for it|for the (?:statute|treaty|text)|for(?=[,;]| and))")
AGAINST = re.compile(rf"({N})(?: \(?)?{VOTERS} (?:against|opposed)\b")
ABSTAINED = re.compile(rf"({N}){VOTERS} abst(?:ain(?:ed|ing)?|entions?)\b|abstentions?:? ({N})")
TO = re.compile(
    rf"({N})(?: votes)?(?: in favou?r)?(?: to |[-–—](?=\d))({N}|\d{{1,3}})(?:[-–—](\d{{1,3}}))?(?! (?:\w+ )?\d{{4}})"
)
TRIPLE = re.compile(r"(?<![\w.,/-])(\d{1,3})[-–](\d{1,3})(?:[-–](\d{1,3}))?(?![\w/-])")
UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b|\bby consensus of all fifteen\b")
TAKEN = re.compile(
    r"\b(?:adopt(?:s|ed|ion|ing)?|pass(?:es|ed|age)?|vot(?:e|es|ed|ing)|approved|carried|refer(?:s|red|ring)?|vetoed|failed)\b"
)
"""Words that say that a vote was taken."""
UNREAL = re.compile(
    r"\b(?:would|could|must|should|takes?|needs?|requires?|required|necessary|at least|if|majority of)\b"
)

NOT_UNANIMOUS = re.compile(r"\b(?:not|never|without|n't)\b[^;:]{0,60}unanimous")
VOTED_ON = re.compile(
    rf"\bvot(?:e|es|ed|ing) (?:for|against|on|in favou?r of) (?:the )?(?:adoption of (?:the )?)?[{CODES['treaty']}]"
)
"""A vote whose object is a treaty."""
Tally = dict[str, int]
"""How many voted yes and no and abstained, as far as a text says."""


def number(words: str) -> int:
    """The number that words or figures spell.

    >>> number("none"), number("twenty-one"), number("11")
    (0, 21, 11)
    """
    if words.isdigit():
        return int(words)
    return 0 if words in ("none", "no", "zero", "nil") else spelled(words)


def tally_of(fold: str) -> tuple[Tally, tuple[int, int]]:
    """The votes counted in a sentence, and where.

    >>> tally_of("adopted by 11 votes to none, with 4 abstentions")[0]
    {'abstain': 4, 'yes': 11, 'no': 0}
    """
    found: Tally = {}
    spans = []
    if not TAKEN.search(fold):
        return found, (0, 0)
    for side, sign in (("yes", FOR), ("no", AGAINST), ("abstain", ABSTAINED)):
        if match := sign.search(fold):
            found[side] = number(match.group(1) or match.group(2))
            spans.append(match.span())
    if not {"yes", "no"} & set(found):
        match = next((one for one in (*TRIPLE.finditer(fold), *TO.finditer(fold)) if counted(fold, one)), None)
        if match:
            found |= {"yes": number(match.group(1)), "no": number(match.group(2))}
            found |= {"abstain": number(match.group(3))} if match.group(3) else {}
            spans.append(match.span())
    if not found and (match := UNANIMOUS.search(fold)) and not NOT_UNANIMOUS.search(fold):
        found, spans = {"no": 0, "abstain": 0}, [match.span()]
    return found, (min(one[0] for one in spans), max(one[1] for one in spans)) if spans else (0, 0)


def counted(fold: str, match: re.Match[str]) -> bool:
    """Whether two numbers beside each other are the two sides of a vote."""
    lead, rest = fold[max(0, match.start() - 40) : match.start()], fold[match.end() : match.end() + 12]
    voted = "vote" in match.group() or re.match(r"[ -]?vot|,? with ", rest)
    return bool(
        voted
        or re.search(
            r"\b(?:adopted|passed|approved|carried|vote(?:d|s)?)\b(?: [a-z]+){0,4} $|by (?:a )?(?:vote|margin) of $",
            lead,
        )
    )


def tallied(
    sentence: Marked, found: list[days.Found], context: Context, objects: Objects, ballot: Ballot | None
) -> list[Placed]:
    """The claim that a vote ended so; ``ballot`` is that on which the states of the sentence voted."""
    counts, (start, end) = tally_of(sentence.fold) if sentence.may & sieve.TALLY else ({}, (0, 0))
    if not counts or UNREAL.search(sentence.fold[max(0, start - 60) : start]):
        return []
    about = ballot or on_what(sentence, found, context, objects)
    if about is None:
        return []
    if about.where == "council" and sum(counts.values()) > 15:
        return []
    context.tally = counts
    claim = Claim(
        sentence=sentence.text,
        start=start,
        end=end,
        subject="UNSC" if about.where == "council" else "ICC",
        predicate="other",
        object=sentence.text[start:end],
        about=about.about,
        tense="past",
        how=("tally", about.where, *(f"{side}:{count}" for side, count in sorted(counts.items()))),
        pattern="tally",
    )
    return [(claim, start, end, 0, 0)]


def on_what(sentence: Marked, found: list[days.Found], context: Context, objects: Objects) -> Ballot | None:
    """On what the vote was taken."""
    if VOTED_ON.search(sentence.shadow) and any(one.value == "rome-statute" for one in sentence.of("treaty")):
        return Ballot("rome-statute", "rome")
    for kinds in (("resolution",), ("region", "state", "adjective")):
        rows = {row.about: row for one in sentence.of(*kinds) if (row := ballot_named(one, sentence, found, objects))}
        if len(rows) == 1:
            return next(iter(rows.values()))
        if rows:
            return None
    if sentence.of("treaty") and re.search(r"\badopt|\bpassed\b|\bapproved\b", sentence.fold):
        return Ballot("rome-statute", "rome")
    if at_rome := rome(sentence, found, context):
        return at_rome[0]
    return context.ballot if context.ballot_age <= 1 and not sentence.of("resolution", "treaty", "other") else None
