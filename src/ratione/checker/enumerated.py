"""Enumerated: states with days of their own, behind an act that was said once: Mali joined in 2002, Chad in 2007."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from . import days
from .attach import completed, second
from .claim import Claim
from .context import Context
from .gazetteer import Mention
from .hits import ACTS, Hit, Placed
from .marked import Marked
from .objects import Objects
from .subjects import JOINS

__all__ = ["entry", "enumerated"]

LISTED = {*(ACTS - {"referred"}), "is-party", "entered-into-force"}
"""What a list of states and days can repeat."""
FIRST = re.compile(
    r"\)?[^.:!?]{0,70}[,;] (?:(?:and|while|but|then|finally|lastly|followed by|with|for|by|in|of) )*(?:the )?|"
    r"\)?[,.;]? (?:(?:and|while|but|then|followed by|whereas|for|by|of) )+(?:the )?|[,;] (?:the )?"
)
"""What stands between an act with its day and the next state of the list."""
LAST = re.compile(
    r"(?:,? [^,;.:()]{1,40},|,? by (?:a |an |one |its )?(?:letter |note |declaration |instrument )?of|"
    r"(?: (?:[a-z]+ly|only|too|last|first|second|third|again|already|later|not|even|just|then|next|followed|did so|was|followed suit))*,?)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: \((?:effective |since |on |in )?|:? (?:(?:until|early|late|back|with effect|effective|only) )*"
    r"(?:on|in|from|as of|until|since)? ?(?:the )?(?:early |late |mid-?)?)"
)
"""What stands between a state of a list and its day."""
AGAIN = re.compile(r",? (?:and|then|as well as)(?: then| again| once more| a second time)* (?:on|in) (?:the )?")
"""What stands between two days of one state."""
CLOSES = re.compile(r"[.;)!]|\W*$")
SEEDS = (
    ("unsigned", (), re.compile(r"\b(?:not (?:intend|become|ratify|be bound)|no intention|never ratify)\b")),
    ("signed", (), re.compile(r"\b(?:signed|signatures?|signatories)\b")),
    ("ratified", ("either",), re.compile(r"\b(?:ratified|ratifications?|instruments?|on to ratify)\b")),
    ("acceded", ("either",), re.compile(r"\b(?:acceded|accessions?)\b")),
    (
        "is-party",
        ("became",),
        re.compile(r"\b(?:joined|became (?:members|parties|states parties)|new(?:est)? members)\b"),
    ),
    ("is-party", ("since",), re.compile(r"\b(?:members|parties|states parties|state parties|belong)\b")),
    ("withdrew", ("notice",), re.compile(r"\b(?:notified|notices|notifications)\b")),
    ("withdrew", ("effect",), re.compile(r"\bceased to be (?:a )?(?:state )?(?:part(?:y|ies)|members?)")),
    ("withdrew", (), re.compile(r"\b(?:withdrew|withdrawn|withdrawals?|have left|have quit)\b")),
    (
        "declared-12-3",
        ("declared",),
        re.compile(r"\b(?:declarations|accepted (?:the |its )?(?:court's )?jurisdiction)\b"),
    ),
    ("entered-into-force", (), re.compile(r"\bent(?:ered|ry) into force\b")),
)
"""What the words in front of a list say that each state of it did."""
LEFT = re.compile(r"\b(?:ceased|former|left|withdrawn|no longer|quit|gone)\b")
THOSE = re.compile(r"\b(?:them|these|those)\b(?! (?:have|had|are|were|states|countries|nations|members|parties)\b)")
NOTICES = re.compile(r"\b(?:notif\w+|notices?)\b")
UNSAID = re.compile(
    r"\b(?:not|never|no|without|should|could|would|might|may|if|whether|expected|plans?|hopes?|will|none|neither|before|until)\b"
)
"""Words in front of a list that take the force from what they say."""


class Entry(NamedTuple):
    """States of a list that stand together, and their day."""

    names: list[Mention]
    day: days.Found


def enumerated(
    claims: list[Placed],
    hits: list[Hit],
    sentence: Marked,
    free: list[days.Found],
    found: list[days.Found],
    context: Context,
    objects: Objects,
) -> list[Placed]:
    """The claims, with those of states that a list names with days of their own."""
    own = [
        hit.span for hit in hits if not {"elliptic", "short"} & set(hit.pattern.how) and hit.pattern.subject != "ICC"
    ]
    entries = [one for day in free if (one := entry(sentence, day)) and not said(own, one.names[0].start, day.start)]
    result = list(claims)
    for day in free:
        told = [one for one in result if one[4] > one[3] and max(one[2], one[4]) <= day.start]
        told = [one for one in told if one[0].predicate in LISTED and one[0].subject != "ICC"]
        last = max(told, key=lambda one: (max(one[2], one[4]), one[1]), default=None)
        past = max(last[2], last[4]) if last else 0
        one = next((one for one in entries if one.day is day and one.names[0].start >= past), None)
        if last and one is None and again(sentence, past, day) and last[0].predicate in ("declared-12-3", "withdrew"):
            result.append((dated(last[0], day, found, context), *last[1:3], day.start, day.end))
        if one is None or (last is not None and said(own, past, one.names[0].start)):
            continue
        first = sentence.shadow[past : one.names[0].start]
        seed = last[0] if last and FIRST.fullmatch(first) else None
        if last is None and (len(entries) > 1 or (len(first.split()) > 3 and first.rstrip().endswith(":"))):
            seed = seeded(sentence, one.names[0].start, context, objects)
        if seed is not None:
            either = ("either",) if seed.predicate in ("ratified", "acceded") else ()
            how = tuple(dict.fromkeys((*seed.how, *either)))
            for name in one.names:
                claim = msgspec.structs.replace(seed, subject=name.value, start=name.start, end=day.end, how=how)
                result.append((dated(claim, day, found, context), name.start, day.end, day.start, day.end))
    return result


def said(own: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether other words that claim something stand between two places."""
    return any(start <= a and b <= end for a, b in own)


def dated(claim: Claim, day: days.Found, found: list[days.Found], context: Context) -> Claim:
    """The claim on the day; one without a year is in that of the entry before it."""
    iso = completed(day, context, found)
    if day.iso.startswith("-") and claim.date:
        iso = days.in_year(day.iso, claim.date[:4]) or iso
    return msgspec.structs.replace(claim, date=iso, other_date=second(day, iso, context))


def entry(sentence: Marked, day: days.Found) -> Entry | None:
    """The states to which a day belongs: those right in front of it."""
    before = [one for one in sentence.of("state", "person") if one.end <= day.start]
    if not before or not LAST.fullmatch(sentence.shadow[before[-1].end : day.start]):
        return None
    names = [before.pop()]
    while before and JOINS.fullmatch(sentence.shadow[before[-1].end : names[0].start]):
        names.insert(0, before.pop())
    return Entry(names, day)


def again(sentence: Marked, past: int, day: days.Found) -> bool:
    """Whether a second day stands behind the first: in 2014 and again in 2015."""
    return bool(AGAIN.fullmatch(sentence.shadow[past : day.start]) and CLOSES.match(sentence.shadow[day.end :]))


def seeded(sentence: Marked, start: int, context: Context, objects: Objects) -> Claim | None:
    """What the words in front of a list say that each state of it did, as a claim still without state and day."""
    head = sentence.fold[:start]
    if UNSAID.search(head) and not SEEDS[0][2].search(head):
        return None
    gone = LEFT.search(head) is not None
    places = [
        (match.end(), number)
        for number, (_, _, words) in enumerate(SEEDS)
        for match in words.finditer(head)
        if not (gone and SEEDS[number][0] == "is-party")
    ]
    if not places:
        return None
    predicate, how, _ = SEEDS[max(places)[1]]
    if predicate == "withdrew" and NOTICES.search(head):
        how = ("notice",)
    treaties = [one for one in sentence.of("treaty", "other") if one.end <= start]
    about = treaties[-1].value if treaties else context.treaty or "rome-statute"
    if THOSE.search(head):
        about = context.beside.get("amendment", "")
    if about not in objects.record.instruments:
        return None
    return Claim(
        sentence=sentence.text,
        start=start,
        end=start,
        subject="",
        predicate=predicate,
        object=objects.named(about, predicate),
        about=about,
        tense="past",
        how=how,
        pattern="states and days of a list",
    )
