"""Echo: acts and statuses said shortly, because the words before said them in full: did so, as did Kenya, but Rwanda is not."""

from __future__ import annotations

import re
from typing import NamedTuple

from .context import Context
from .hits import ACTS, STATUS, Hit, Placed, elliptic
from .marked import Marked

__all__ = ["CONCEDED", "END", "Echo", "echoed", "spoken"]

CONCEDED = re.compile(r"\b(?:although|though) [^,;]*$")
"""What is only conceded, so that nobody does the same after it."""
END = re.compile(
    r"\W*$|[.,;:)!?—–]| (?:and|but|while|whereas|though|although|yet|so|since|on|in|either|today|too|as well|also|yet)\b"
)
BEGINS = re.compile(
    r"(?:^|[,;:(—–-] ?|\b(?:and|but|while|whereas|though|although|or|as|yet|only|too|likewise|unlike that) )(?:both |then |also |now |today |neighbouring |nearby )?(?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
VERBS = (
    (re.compile(r"\b(?:to|not) (?:sign|add its name)\b|\bsigning\b"), "signed"),
    (re.compile(r"\b(?:to|not) (?:ratify|deposit|approve|accept)\b|\bratifying\b"), "ratified"),
    (re.compile(r"\b(?:to|not) accede\b|\bacceding\b"), "acceded"),
    (re.compile(r"\b(?:to|may|can|could|not) (?:withdraw|leave|quit|pull out|denounce|exit)\b|\b(?:withdrawing|leaving)\b"), "withdrew"),  # noqa: E501 - a grammar or list that reads best in one piece
    (re.compile(r"\b(?:to|not|may|can) (?:join|become (?:a )?(?:state )?(?:party|member))\b|\bjoining\b"), "is-party"),
    (re.compile(r"\b(?:to|may|can) refer\b|\breferring\b"), "referred"),
    (re.compile(r"\b(?:to|may|can|could|not) (?:lodge|make|file|submit) (?:a|such a|an)\b[^.;]{0,30}\bdeclaration\b|\b(?:to|may|can) accept (?:the |its )?(?:court's )?jurisdiction\b"), "declared-12-3"),  # noqa: E501 - a grammar or list that reads best in one piece
    (re.compile(r"\b(?:not intend|no intention|not intending|would not|will not|never) (?:to |of )?(?:become|becoming|ratify|ratifying|be) (?:a )?(?:state )?(?:party|member|bound)?"), "unsigned"),  # noqa: E501 - a grammar or list that reads best in one piece
)  # fmt: skip


SPOKEN = {
    "signed": ("to sign", "not sign", "add its name", "signing"),
    "ratified": ("ratify", "to deposit", "not deposit", "to approve", "not approve", "to accept", "not accept"),
    "acceded": ("to accede", "not accede", "acceding"),
    "withdrew": ("withdraw", "leav", "quit", "pull out", "denounce", "exit"),
    "is-party": ("join", "become"),
    "referred": ("to refer", "may refer", "can refer", "referring"),
    "declared-12-3": (" lodge ", " make ", " file ", " submit ", "to accept", "may accept", "can accept"),
    "unsigned": ("not intend", "no intention", "would not", "will not", "never"),
}
"""What a sentence that speaks of an act holds one of."""
OPENING = re.compile(r"\W*(?:(?:and|but|so|nor|neither|however,?|by contrast,?|meanwhile,?|likewise,?) )*(?:the )?$")
"""What may stand before a short form that takes up the sentence before."""


NEAR = re.compile(r",? ?")


class Echo(NamedTuple):
    """What a short form takes up: the predicate, what it is said of, and the shades that go with it."""

    predicate: str
    about: str
    how: tuple[str, ...] = ()


def spoken(fold: str) -> str:
    """The act of which a sentence speaks without saying that anybody did it: a state may withdraw.

    >>> spoken("can a state choose to leave?")
    'withdrew'
    """
    found = [
        (match.end(), predicate)
        for verb, predicate in VERBS
        if any(map(fold.__contains__, SPOKEN[predicate]))
        for match in verb.finditer(fold)
    ]
    return max(found)[1] if found else ""


def echoed(hit: Hit, claims: list[Placed], sentence: Marked, context: Context) -> Echo | str:
    """What the short words of a hit take up, or why they take up nothing."""
    before = [one for one in claims if one[1] < hit.match.start() and not CONCEDED.search(sentence.fold[: one[1]])]
    told = max(before, key=lambda one: one[1], default=None)
    if told is None and context.told is not None and OPENING.match(sentence.fold[: hit.match.start()]):
        told = (context.told, -1, -1, -1, -1)
    if "elliptic" in hit.pattern.how and ((told and told[0].subject == "UNSC") or not elliptic(hit, told, sentence)):
        return "a state and a day, with no act before them"
    if "short" in hit.pattern.how:
        return shortly(hit, told, sentence)
    beside = re.match(r"(?:like|along|together)", hit.match.group())
    if beside and (
        told is None or told[1] < 0 or not NEAR.fullmatch(sentence.shadow[max(told[2], told[4]) : hit.match.start()])
    ):
        return "a likeness to another, with no act right before it"
    if "same" in hit.pattern.how and told is not None:
        context.same_day = (
            told[0].date
            if re.match(r"(?:as|so) (?:did|had|have|has)\b|(?:on )?the same day|like|along|together", hit.match.group())
            else ""
        )
        return same(hit, told)
    since = sentence.fold[told[2] if told else 0 : hit.match.start()]
    if told is not None and told[1] >= 0 and "same" not in hit.pattern.how and (verb := wanted(since)):
        return wanting(verb, context)
    if told is not None and told[0].predicate in ACTS:
        either = ("either",) if told[0].predicate in ("ratified", "acceded") else ()
        return Echo(told[0].predicate, told[0].about, (*told[0].how, *either))
    if verb := spoken(sentence.fold[: hit.match.start()]):
        return wanting(verb, context)
    lead = sentence.shadow[: hit.match.start()]
    if ";" in lead or len(re.findall(r"[a-z]{2,}", lead)) > 7:
        return "no act was told before that another could follow"
    if context.last_act:
        return Echo(context.last_act, context.last_about, context.last_how)
    if context.spoken and "same" not in hit.pattern.how:
        return wanting(context.spoken, context)
    return "no act was told before that another could follow"


def wanted(fold: str) -> str:
    """The act that words want or put off: needed years to ratify, and did so."""
    return spoken(fold) if re.search(r"\b(?:to|before|without|of) [a-z]+", fold) else ""


def wanting(predicate: str, context: Context) -> Echo | str:
    """An act of which was only spoken, done after all: under the treaty last named."""
    about = context.spoken_about or context.treaty or "rome-statute"
    if about == "other":
        return "goes with no treaty, court or situation that the record knows"
    return Echo(predicate, about, shade(predicate))


def shade(predicate: str) -> tuple[str, ...]:
    return {"is-party": ("became",), "ratified": ("either",)}.get(predicate, ())


def same(hit: Hit, told: Placed) -> Echo | str:
    """``as did Kenya``: an act for ``did``, a status for ``is``."""
    claim, words = told[0], hit.match.group()
    if re.search(r"\b(?:is|are|was|were)\b", words) and claim.predicate not in STATUS:
        return "a short form that goes with no status"
    if re.search(r"\b(?:did|has|have|had|followed)\b", words) and claim.predicate not in ACTS:
        return "a short form that goes with no act"
    if claim.predicate == "number-of-parties" or (
        re.search(r"\b(?:too|as well)\b", words) and claim.predicate not in (*ACTS, *STATUS)
    ):
        return "a short form that goes with no act"
    return Echo(claim.predicate, claim.about, claim.how)


def shortly(hit: Hit, told: Placed | None, sentence: Marked) -> Echo | str:
    """``but Rwanda is not``: the opposite of what was told, where nothing follows that completes the words."""
    start, end = hit.span
    words = hit.match.group()
    opens = re.match(r"(?:but )?(?:neither|nor|not)\b", words)
    if told is None or not END.match(sentence.shadow[end:]):
        return "a short form that takes up nothing"
    if not opens and not BEGINS.search(sentence.shadow[:start]):
        return "a short form within another clause"
    claim = told[0]
    if opens and not words.startswith(("not", "but")):
        return (
            Echo(claim.predicate, claim.about, claim.how)
            if claim.predicate == "is-not-party"
            else "a short form of something else"
        )
    denied = bool(opens or re.search(r"\b(?:not|never)\b|n't\b", words))
    return opposite(
        claim.predicate, claim.about, claim.how, denied, re.search(r"\b(?:has|have|did|do|does)", words) is not None
    )


def opposite(predicate: str, about: str, how: tuple[str, ...], denied: bool, acted: bool) -> Echo | str:
    """The opposite of a status or act; ``acted`` where the short form is one of doing."""
    if denied and predicate == "is-party":
        return Echo("is-not-party", about)
    if denied and predicate in ("ratified", "acceded"):
        return Echo("is-not-party", about, ("not-ratified",))
    if denied and predicate == "signed":
        return Echo("is-not-party", about, ("not-signed",))
    if not denied and predicate == "is-not-party":
        if not acted:
            return Echo("is-party", about)
        if "not-signed" in how:
            return Echo("signed", about)
        return Echo("ratified", about, ("either",)) if "not-ratified" in how else Echo("is-party", about, ("became",))
    return "a short form of something that has no opposite"
