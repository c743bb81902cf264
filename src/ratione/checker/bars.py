"""Bars: why the words of a hit make no claim, or not on the day beside them, whoever did what they tell."""

from __future__ import annotations

import re

from . import days
from .context import Context
from .echo import END
from .hits import ACTS, STATUS, Hit
from .marked import CODES, Marked
from .subjects import WHEN_IT, Subject

__all__ = ["WHEN_IT_WAS", "barred", "guessed", "in_aside", "leaves", "of_main_clause", "stands_alone"]

BEFORE_IT = re.compile(rf"\b(?:before|until|when) (?:the )?[{CODES['country']}{CODES['state']}]+ (?:[a-z]+ly |had )?$")
"""A clause that tells when something else was done: before it was a member."""
NOT_BEFORE = re.compile(r"\b(?:not|non)[ -](?:yet |a |an )?$")
"""A denial right in front of the word for a party: not party to the Statute, notably."""
ALMOST = re.compile(r"\b(?:almost|nearly) $")
"""Words by which an act was not done: nearly left."""
WHETHER = re.compile(r"\bwhether (?:or not )?[^,;:]{0,40}$")
"""A status that is left open: all states, whether or not they were party."""
WHEN_IT_WAS = re.compile(rf"\b(?:while|when|because) (?:the )?[{CODES['country']}{CODES['state']}]+ $")
"""A clause that tells the time of something else by what a state was then: while it was a member."""
SOME = re.compile(
    r" (?:of the (?:court|icc|international criminal court) )?(?:over|for|with respect to|in respect of|regarding)\b"
)
"""Crimes for which alone jurisdiction is not accepted: over war crimes."""
ELSEWHERE = re.compile(
    r"'s? [a-z]| (?:withdrawal|exit|investigation|proceedings|case|probe|inquiry|appeal|debate|talks|negotiations|conference)s?\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What a state joins that is not the Court: the ICC withdrawal proceedings."""
ASIDE_OF = re.compile(r", (?:by|under|through|with|in|on|upon) which (?:the )?$")
"""What opens an aside that says what the treaty is: by which the Court is established."""
UNTIL_THEN = re.compile(rf"\b(?:before|until) (?:the )?[{CODES['country']}{CODES['state']}]+ $")
"""A clause that tells what was not yet so: before it was a member."""
GENERALLY = re.compile(r"\ba (?:state|country|party|state party|member)\b")
"""Somebody of whom it is said what holds for all."""
JOINS_IN = re.compile(r" (?:in|by) [a-z]+ing\b")
"""What the Court is joined in doing: in denouncing the sanctions."""
INTO_LAW = re.compile(r"(?: it| them| the bill| the act| the legislation)? into law\b")
"""What a head of state signs at home."""
INSTRUMENT = re.compile(
    r" (?:the |its |an? |their )?(?:instruments?|documents?|papers?|bill|law) (?:of|on) (?:accession|ratification|acceptance)"
)
"""What a minister signs before a state deposits it."""
BY_SO_MANY = re.compile(rf" by (?:(?:almost|nearly|about|over|more than|some|only|at least) )*[{CODES['number']}]")
"""Those who did something, told by their number: ratified by 66."""
WANTED = re.compile(r"\b(?:may|might|can|could|will|would|should|must|shall)\b[^.;:]{0,80}$")
HAVING = re.compile(r"\b(?:has|have|had|having) (?:[a-z]+ )?$")
NEAR = 40
"""Signs behind an act within which its own day stands."""
ELSE_DECLARED = re.compile(
    r"\b(?:declarations?|declared) of (?!acceptance|consent|intent|article|the court)(?:(?:a|an|the|its) )?[a-z]{3,}|"
    rf"\bdeclarations? of [{CODES['state']}]+['’]s? (?!acceptance)[a-z]"
)
"""A declaration of something that is no acceptance: of war, of a ceasefire."""
ELSE_ARTICLE = re.compile(r"\bdeclarations? (?:[a-z]+ ){0,3}(?:article|art\.) (?!12\b)\d")
"""A declaration under another article, such as 124."""


def stands_alone(sentence: Marked, start: int, end: int) -> bool:
    """Whether words end their clause, and are no relative clause of somebody unnamed: those that remain outside."""
    lead = sentence.shadow[max(0, start - 16) : start]
    return bool(END.match(sentence.shadow[end:])) and not re.search(
        r"\b(?:that|which|who|those|states|countries) $", lead
    )


def barred(hit: Hit, sentence: Marked) -> str:
    """Why words make no claim, of whomever: done almost, told as the time of something else; empty where they can."""
    pattern, (start, end) = hit.pattern, hit.match.span()
    lead, fold = sentence.shadow[:start], sentence.fold
    timing = pattern.claims in ACTS or (pattern.claims == "is-party" and "became" not in pattern.how)
    if pattern.claims in STATUS and "jurisdiction" in hit.match.group() and SOME.match(fold, end):
        return "not accepted for some crimes only"
    if pattern.claims in STATUS and WHETHER.search(lead):
        return "one of two things, without saying which"
    if pattern.claims in STATUS and ELSEWHERE.match(fold, end):
        return "goes on with something else"
    if pattern.claims == "is-party" and pattern.subject == "slot" and NOT_BEFORE.search(fold[:start]):
        return "said of those who are none"
    if "joined" in hit.match.group() and JOINS_IN.match(fold, end):
        return "goes on with something else"
    if pattern.claims == "entered-into-force" and "retroactiv" in fold:
        return "an acceptance that reaches back"
    if pattern.claims == "signed" and INSTRUMENT.match(fold, end):
        return "an instrument that was signed at home"
    if pattern.claims in ("signed", "ratified", "acceded") and BY_SO_MANY.match(sentence.shadow, end):
        return "done by somebody whom the words do not name"
    if hit.match.group().startswith("become ") and WANTED.search(lead) and not HAVING.search(lead):
        return "wanted, supposed or to come, not said as done"
    if INTO_LAW.match(fold, end):
        return "an act of a parliament or another body at home, none under the treaty"
    was = hit.match.group().startswith("was ") and WHEN_IT_WAS.search(lead)
    if was and (GENERALLY.search(lead) or lead.endswith(" the state ")):
        return "said of states in general"
    if pattern.claims in STATUS and hit.match.group().startswith("was ") and UNTIL_THEN.search(lead):
        return "told as the time of something else"
    if timing and not was and CODES["day"] not in sentence.shadow[end : end + NEAR] and BEFORE_IT.search(lead):
        return "told as the time of something else"
    if ALMOST.search(lead):
        return "wanted, supposed or to come, not said as done"
    place = max(0, start - 1)
    other = ELSE_DECLARED.search(sentence.shadow, place) or ELSE_ARTICLE.search(fold, place)
    return "a declaration of something else" if pattern.claims == "declared-12-3" and other else ""


def in_aside(hit: Hit, sentence: Marked) -> bool:
    """Whether a hit is an aside that says what the treaty is: the Rome Statute, by which the Court is established, on ..."""
    return sentence.shadow.startswith(",", hit.match.end()) and bool(
        ASIDE_OF.search(sentence.shadow[: hit.match.start()])
    )


def guessed(where: tuple[int, int], found: list[days.Found], context: Context) -> bool:
    """Whether the year of a day was taken from elsewhere in the text: neither its sentence nor its heading tells any."""
    own = next((one for one in found if one.start == where[0] and where[1]), None)
    told = context.heading or context.line_day or any(not one.iso.startswith("-") for one in found)
    return own is not None and own.iso.startswith("-") and not told


LEAVES = re.compile(r",? (?:then |later |formally )?(?:withdrew|left|quit)\b")


def leaves(hit: Hit, sentence: Marked) -> bool:
    """Whether a status set beside a name is one that the sentence goes on to end: a party since 2011, it withdrew."""
    rest = re.sub(rf"^ since [{CODES['day']}]+", "", sentence.shadow[hit.match.end() :])
    return "set-beside" in hit.pattern.how and LEAVES.match(rest) is not None


SIGNATURE = re.compile(r"\b(?:from|by|of) (?:its|the|that) signature\b[^,;]{0,40}$")
"""What a day is told of that is none of a note of intent: its signature on December 31, 2000."""
NEXT_ACT = re.compile(r"\b(?:and|then), $|\bback to $")
"""What makes of a day that of what is told next, or of what an act covers: and, a day later, it handed in."""
NEXT_DOER = re.compile(rf", (?:the )?[{CODES['state']}{CODES['person']}]+ (?:on |in )$")
"""Who acts next, with the day of that: after it signed the treaty, Ukraine on Friday ratified it."""


def of_main_clause(where: tuple[int, int], subject: Subject, hit: Hit, sentence: Marked) -> bool:
    """Whether a day is that of the main clause, and the act is told beside it: on that day, two years after it withdrew."""
    if hit.pattern.claims == "unsigned" and SIGNATURE.search(sentence.fold[: where[0]]):
        return True
    if where[0] >= hit.match.end() and WHEN_IT.search(sentence.shadow[: max(subject.start, 0)]):
        return ", " in sentence.shadow[hit.match.end() : where[0]]
    if where[0] >= hit.match.end() and NEXT_ACT.search(sentence.fold[: where[0]]):
        return sentence.fold.startswith(", ", where[1]) or sentence.fold[: where[0]].endswith("back to ")
    if where[0] >= hit.match.end() and NEXT_DOER.search(sentence.shadow[: where[0]]):
        return re.match(r" (?:[a-z]+ly )?[a-z]+ed\b", sentence.fold[where[1] :]) is not None
    if 0 < where[1] <= hit.match.start() and re.search(
        r"\b(?:and|but) then\b", sentence.fold[where[1] : hit.match.start()]
    ):
        return True
    return 0 < where[1] <= subject.start and WHEN_IT.search(sentence.shadow[: subject.start]) is not None
