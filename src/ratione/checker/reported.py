"""Reported: what a sentence only asks, or tells as the word of others that it doubts or answers."""

from __future__ import annotations

import re

__all__ = ["asked", "doubted", "refused"]

AUXILIARY = "is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|might|isn't|aren't|didn't|hasn't"
QUESTION = re.compile(
    rf"^[\"“(]?(?:(?:q|question)\W{{0,3}}\d*\W{{1,3}})?(?:\d+[.)] )?(?:(?:and|but|so|or|then) )?(?:(?:in|on|at|by|since|to|of|from|for|under) )?"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"(?:{AUXILIARY}|when|why|how|which|who|whom|whose|what|whether|where)\b.*\?[\"”)]?\s*$",
    re.DOTALL,
)
LABEL = re.compile(
    r"^[\"“*(]?(?:true or false|fact or fiction|fill in the blank|(?:common |popular |viral |the )?(?:myth|claim|rumou?r|false|fiction|misconception|allegation|untrue|wrong|error)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"s?(?: (?:no\.? ?)?\d+| #\d+)?) ?[:–—-] "
)
EMBEDDED = re.compile(
    r"\b(?:ask|asks|asked|asking|wonder|wonders|wondered|explain|explains|explained|know|see|determine|consider|decide|decides|"
    r"discuss|discusses|debate|debated|question|clarify|unclear|uncertain)\b[^.;:]{0,80}\b(?:when|whether|why|how|if)\b[^.;:]*$"
)
SPEAKS = (
    r"(?:writes?|wrote|written|says?|said|states?|stated|claims?|claimed|asserts?|asserted|suggests?|suggested|reports?|reported|"
    r"maintains?|maintained|argues?|argued|implies|implied|tells?|told|mentions?|mentioned|insists?|insisted|lists?|listed)"
)
OFTEN = r"(?:(?:often|widely|sometimes|commonly|wrongly|frequently|falsely|repeatedly|generally|also|still) )*"
DOUBTS = tuple(
    re.compile(one)
    for one in (
        rf"\b(?:you|your(?: [\w'-]+){{1,4}}?)(?: have| had)?(?: (?!right|correct|well)[a-z]+){{0,2}}? {SPEAKS}\b[^;]*$",
        rf"\bit (?:is|was|has been|had been) {OFTEN}(?:said|claimed|believed|assumed|thought|alleged|suggested|rumou?red|supposed)\b[^;]*$",  # noqa: E501 - a grammar or list that reads best in one piece
        r"\b(?:myth|misconception|mistake|mistaken|fallacy|rumou?rs?|falsehood|misunderstanding|untrue|not true|not correct|"
        r"incorrect|inaccurate|false|wrong|denie[sd]|deny|denying|no truth|error|erroneous)\b[^.;]{0,40}\b(?:that|to say|to claim|is|as if)\b[^;]*$",  # noqa: E501 - a grammar or list that reads best in one piece
        r"\b(?:wrongly|falsely|mistakenly|incorrectly|erroneously|inaccurately|misleadingly)\b[^;]*$",
        r"\bcontrary to\b[^,;]*$",
        r"\b(?:some|critics|opponents|many(?: people)?|most people|people|others|commentators|skeptics|sceptics|posts?|users)"
        r"(?: [a-z]+){0,3} (?:say|claim|believe|think|argue|assert|allege|assume|claimed|claiming|assumed|believed)\b[^;]*$",
        r"\b(?:alleges?|alleged|alleging) that\b[^;]*$|\ballegedly\b[^;]*$",
        r"\b(?:as if|as though|pretends?|pretended)\b[^;,]*$",
    )
)
HINT = re.compile(
    r"\b(?:your?\b|it (?:is|was|ha[sd])\b|myth|misconcep|mistak|fallacy|rumou?r|falsehood|misunder|untrue|not (?:true|correct)|incorrect|inaccura|false|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"wrong|den(?:y|ie)|no truth|err|mislead|contrary|some|critics|opponents|many|most people|people|others|comment|s[kc]eptics|posts?\b|users|alleg|as (?:if|though)|pretend)"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words of which one must stand in front of what is told as the word of others."""
BEHIND = re.compile(
    r"^[^.;]{0,120}?(?:\b(?:is|was|are) (?:simply |plainly |also )?(?:a myth|wrong|false|untrue|incorrect|mistaken|not (?:true|correct|the case|so))\b)"  # noqa: E501 - a grammar or list that reads best in one piece
)


WHOSE = re.compile(
    r"\bwhose (?:[a-z-]+ ){0,3}(?:agreement|accord|treaty|convention|protocol|charter|pact|memorandum)\b[^.;:]*$"
)
"""What is signed or ratified, named in front of those who did: whose founding agreement they signed."""
TO_ASK = re.compile(r"^(?:\W*|hl\d+\W*|q\d*\W*)to ask\b")


def asked(fold: str, start: int) -> bool:
    """Whether the words at ``start`` are part of a question.

    >>> asked("has russia signed the rome statute?", 11)
    True
    """
    return bool(QUESTION.match(fold) or TO_ASK.match(fold) or EMBEDDED.search(fold[max(0, start - 140) : start]))


def doubted(fold: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are told as what others say, rightly or not.

    >>> doubted("you write that russia withdrew in 2016.", 22, 30)
    True
    >>> doubted("the report says that ghana ratified in 1999.", 27, 35)
    False
    """
    lead = fold[max(0, start - 200) : start]
    if LABEL.match(fold) or (HINT.search(lead) and any(one.search(lead) for one in DOUBTS)):
        return True
    return fold.startswith("that ") and BEHIND.match(fold[end:]) is not None


def refused(fold: str, start: int, end: int, wants: tuple[str, ...]) -> str:
    """Why words are no claim of the text, whatever they say; empty where they can be one."""
    if asked(fold, start):
        return "asked, not said"
    if fold.startswith("either ") and " or " in fold:
        return "one of two things, without saying which"
    if "whose " in fold and WHOSE.search(fold[:start]):
        return "goes with another agreement"
    if doubted(fold, start, end):
        return "told as the word of others, which the text may doubt"
    if wants and not re.search(rf"\b(?:{'|'.join(wants)})\b", fold[:start]):
        return "says nothing of this kind in front"
    return ""
