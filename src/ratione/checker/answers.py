"""Answers: a question and a short answer read as one statement: Is China a member? No. When did Kenya join? In 2005."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import days
from .marked import Marked

__all__ = ["Answer", "stated"]

LABEL = re.compile(r"^\W*(?:(?:q(?:uestion)?|a(?:nswer)?)\b ?\d{0,3} ?[.:)–—-]|\d{1,2}[.)])\s*", re.IGNORECASE)
YES = re.compile(
    r"^(?:yes|it (?:is|has|did)|they (?:are|have|did)|true|correct|indeed)\b(?P<rest>[^.!]*)[.!]?", re.IGNORECASE
)
NO = re.compile(
    r"^(?:no|not yet|it (?:is|has|did) not|never|it (?:isn't|hasn't|didn't)|false)\b(?P<rest>[^.!]*)[.!]?",
    re.IGNORECASE,
)
PAST = {
    "sign": "signed",
    "ratify": "ratified",
    "join": "joined",
    "leave": "left",
    "quit": "quit",
    "withdraw": "withdrew",
    "accede": "acceded",
    "become": "became",
    "refer": "referred",
    "enter": "entered",
    "come": "came",
    "notify": "notified",
    "deposit": "deposited",
    "accept": "accepted",
    "vote": "voted",
    "take": "took",
}
DID = re.compile(
    rf"(?:ever |first |formally |officially |finally |then )*(?P<verb>{'|'.join(PAST)})\b(?P<rest>[^?]*)\?"
)
MANY = re.compile(
    r"how many (?P<what>(?:states?|countries|nations|members|parties)(?: part(?:y|ies))?)\b(?P<rest>[^?]*)\?",
    re.IGNORECASE,
)
SHORT = 60


class Answer(NamedTuple):
    """A question with its short answer, said as a statement; ``used`` is how much of the answer that took."""

    text: str
    used: int


def bare(text: str) -> tuple[str, int]:
    """The text without its label, and how long the label is."""
    label = LABEL.match(text)
    return (text[label.end() :], label.end()) if label else (text, 0)


def stated(question: Marked, answer: str) -> Answer | None:
    """The statement that a question and its answer make, or None where they make none that can be read."""
    asked, _ = bare(question.text.strip())
    told, lead = bare(answer.strip())
    if not asked.endswith("?") or not told or re.match(r"\W*[a-e][.)] ", answer.strip()):
        return None
    if many := MANY.search(asked):
        number = re.match(r"(?:there are |about |some )?(\d{2,3})\b[^.]*[.]?", told, re.IGNORECASE)
        if number and number.end() <= SHORT:
            return Answer(f"{number.group(1)} {many.group('what')}{many.group('rest')}.", lead + number.end())
        return None
    name = next((one for one in question.mentions if one.kind == "state"), None)
    if name is None:
        return None
    place = question.text.find(asked)
    before = question.text[place : name.start].strip().lower().removesuffix(" the").removesuffix("the").strip()
    state, after = question.text[name.start : name.end], question.text[name.end :].strip()
    return said(before, state, after, told, lead)


def said(before: str, state: str, after: str, told: str, lead: int) -> Answer | None:
    """The statement, by the word with which the question begins."""
    yes, no = YES.match(told), NO.match(told)
    polar = yes or no
    if before in ("is", "are", "was", "has", "have", "isn't", "hasn't") and polar:
        verb = before.removesuffix("n't")
        rest = when(polar.group("rest")) if yes else ""
        return Answer(f"{state} {verb}{'' if yes else ' not'} {after.rstrip('?')}{rest}.", lead + polar.end())
    did = DID.match(after)
    if did is None:
        return None
    if before in ("did", "didn't") and polar:
        if no:
            return Answer(f"{state} did not {did.group('verb')}{did.group('rest')}.", lead + polar.end())
        return Answer(
            f"{state} {PAST[did.group('verb')]}{did.group('rest')}{when(polar.group('rest'))}.", lead + polar.end()
        )
    if before in (
        "when did",
        "in what year did",
        "on what date did",
        "in which year did",
        "on which date did",
        "on what day did",
    ):
        first = re.match(r"[^.!;]*[.!;]?", told)
        if first and first.end() <= SHORT and days.find(first.group()):
            day = first.group().rstrip(".!;")
            lower = day if re.match(r"(?i)(?:on|in|since) ", day) else f"on {day}"
            return Answer(
                f"{state} {PAST[did.group('verb')]}{did.group('rest')} {lower[0].lower()}{lower[1:]}.",
                lead + first.end(),
            )
    return None


def when(rest: str) -> str:
    """The day that follows ``yes``: yes, in September 2000."""
    found = re.match(r",? ((?:in|on|since) [^,;]{4,30})", rest)
    return f" {found.group(1)}" if found and days.find(found.group(1)) else ""
