"""Colons: states named behind words that say what they are or did: three are parties so far: Fiji, Japan and Samoa."""

from __future__ import annotations

import re

from .claim import Claim
from .context import Context
from .gazetteer import Mention
from .hits import Placed
from .listings import LEADS, OTHERS
from .marked import CODES, Marked
from .objects import Objects
from .subjects import JOINS

__all__ = ["with_listed"]

SAID_OF = re.compile(
    r"\b(?:states|countries|nations|governments|members|parties|signatories|them|these|those|following)\b"
)
"""What is listed are states."""
LIMIT = re.compile(r"\b(?:no|not) (?:more|fewer|less) than\b|\bnot only\b")
"""Words with a denial in them that deny nothing."""
MORE = re.compile(r"\b(?:just|only|are|has|have) [^,;:]{1,30}\b(?:members|parties|states part(?:y|ies)), (?:the )?$")
"""Words that open a list without a colon: there are just two further members, Djibouti and the Comoros."""
HEAD = re.compile(r"(?:^|[;.] |, (?:and|but) )(?P<head>[^;:]{8,160}): ?(?:the )?$")
PARTIES = re.compile(r"^(?!.*\b(?:not|no|never|non)\b).*\b(?:are|have become) (?:states )?parties\b")
AHEAD = re.compile(rf"[{CODES['state']}{CODES['person']}]")
CLOSES = re.compile(r" ?(?:[.;)!]|$)| \(")
STATUS = ("is-party", "is-not-party", "signed", "ratified", "acceded", "withdrew")
"""What each of a list of states can be or have done, without a day."""
FEWEST = 2


def with_listed(claims: list[Placed], sentence: Marked, context: Context, objects: Objects) -> list[Placed]:
    """The claims, with one for each state of a list that no claim speaks of yet."""
    names = sentence.of("state")
    if len(names) < FEWEST or not (
        ":" in sentence.fold or "members, " in sentence.fold or "parties, " in sentence.fold
    ):
        return claims
    told = {one[0].subject for one in claims}
    group = listed(sentence, names)
    if group is None or told & {one.value for one in group}:
        return claims
    lead = sentence.shadow[: group[0].start]
    opened = HEAD.search(lead) or MORE.search(lead)
    if opened is None:
        return claims
    head = LIMIT.sub("", opened.groupdict().get("head") or opened.group())
    what = what_of(head, sentence, group[0].start, context, objects)
    if what is None:
        return claims
    predicate, how, about = what
    claims = [one for one in claims if one[0].predicate != "number-of-parties" or one[0].object != str(len(group))]
    return claims + [
        (
            Claim(
                sentence=sentence.text,
                start=one.start,
                end=one.end,
                subject=one.value,
                predicate=predicate,
                object=objects.named(about, predicate),
                about=about,
                tense="present" if predicate.startswith("is-") else "past",
                how=(*how, "flag") if predicate == "signed" else how,
                pattern="states of a list",
            ),
            one.start,
            one.end,
            one.start,
            one.start,
        )
        for one in group
    ]


def listed(sentence: Marked, names: list[Mention]) -> list[Mention] | None:
    """The states that stand in one list to the end of their clause."""
    for place, first in enumerate(names):
        if not (HEAD.search(sentence.shadow[: first.start]) or MORE.search(sentence.shadow[: first.start])):
            continue
        found = [first]
        for one in names[place + 1 :]:
            if not JOINS.fullmatch(sentence.shadow[found[-1].end : one.start]):
                break
            found.append(one)
        if len(found) >= FEWEST and CLOSES.match(sentence.shadow[found[-1].end :]):
            return found
    return None


def what_of(
    head: str, sentence: Marked, start: int, context: Context, objects: Objects
) -> tuple[str, tuple[str, ...], str] | None:
    """What the words in front of a list say of each state of it: predicate, shades, instrument."""
    if not SAID_OF.search(head) or OTHERS.search(head) or AHEAD.search(head) or "referr" in head:
        return None
    treaties = [one for one in sentence.of("treaty", "other", "agreement") if one.end <= start]
    about = treaties[-1].value if treaties else context.treaty or ("rome-statute" if context.about else "")
    if about not in objects.record.instruments:
        return None
    if PARTIES.search(head):
        return "is-party", (), about
    lead = next((one for one in LEADS if one[0].search(head)), None)
    return (lead[1], lead[2], about) if lead and lead[1] in STATUS else None
