"""Memberships: how many states are parties, found by the words on either side of a number, and told shortly after a count."""

from __future__ import annotations

import re

import msgspec

from . import days
from .attach import completed
from .claim import Claim, Tense
from .context import Context
from .counting import not_counted, shade_of
from .gazetteer import Mention
from .hits import Placed
from .marked import CODES, Marked

__all__ = ["with_counts"]

COURT = f"[{CODES['body']}{CODES['treaty']}{CODES['word']}{CODES['country']}]"
NOUN = (
    r"(?:states? part(?:y|ies)|state-parties|states-parties|parties|members|member[- ](?:states|countries|nations|governments)|ratifications|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"ratifying (?:states|countries)|participating (?:states|countries))"
)
BEHIND = re.compile(
    rf" (?:(?:[{CODES['body']}]|'s|\(|\)| )+ )?(?:(?:current|full|sovereign|total|existing|registered) )*{NOUN}\b"
    rf"| (?:countries|states|nations|governments)(?: (?:in all|worldwide|around the world|in total|today|now|so far|to date))*,?(?: (?:that|which|who))?"  # noqa: E501 - a grammar or list that reads best in one piece
    rf" (?:are|have|were|had|is|belong|belonged)\b(?:(?!, (?:but|while)\b| signator)[^.;:]){{0,50}}?\b(?:part(?:y|ies)|members?|ratified|joined|acceded|adhered|belong(?:ed)?)\b"  # noqa: E501 - a grammar or list that reads best in one piece
    r"| (?:have|had) (?:[a-z]+ )?(?:ratified|joined|acceded)\b"
    r"| (?:(?:are|were)(?: (?!not?\b)[a-z]+)?|count(?:ed)? as) (?:part(?:y|ies)|members)\b"
    rf"| [–—:-] (?:the )?(?:number|total|count) of {NOUN}\b"
)
"""What may follow a number of parties."""
AHEAD = re.compile(
    rf"(?:\b{NOUN}|\b(?:number|total|count|tally) of {NOUN}|\bmembership|\bmembership (?:of|in) (?:the )?{COURT}+)(?: (?:of|to|in) (?:the )?(?:[{CODES['body']}{CODES['treaty']}{CODES['word']}])+)?,?"  # noqa: E501 - a grammar or list that reads best in one piece
    r" (?:(?:now|today|currently|thus|then|has|had|have|would|presently|also|still|only) )*(?:is|are|was|were|remains|remained|(?:rises|rose|risen|grows|grew|grown|climbed|fallen|dropped|increased|gone up|gone down) to|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"stands? at|stood at|reached|reaches|number(?:s|ed)?|totall?ed|totals|at|up to|to|came to|fell to|dropped to|falls to|drops to)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: (?:now|at|only|still|some|about|over|more than|nearly|almost|exactly|back to|just))* ?(?:the )?$"
)
"""What may stand in front of one."""
SHORT = re.compile(
    rf"(?:^|[,;:—–] ?|\b(?:and|but|today|now) )(?:(?:today|now|at present|currently|by then|at that time|that day|then|[{CODES['day']}]+),? )?(?:the )?{COURT}+ (?:(?:now|today|still|currently|then|already) )*"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:has|had|counts|counted|numbers|numbered|is at|was at|stands at|stood at|claims|boasts)(?: (?:now|only|about|some|over|more than|still|just))* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A count told shortly: it has 125."""
AFTER = re.compile(
    rf"(?: (?:of them|in all|in total|altogether))?(?:$|[.,;:)!]| [{CODES['day']}]| (?:today|now|at present|currently|at the moment|and|but|as of|in [{CODES['day']}]|on [{CODES['day']}]|by [{CODES['day']}]|when)(?![^\W_]))"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What may follow it."""
LABEL = re.compile(
    rf"\W*(?:(?:number|total|count|tally) of )?{NOUN}(?: (?:at|as of|on|in|to|of|the|today|now|time|writing|present|date|[{COURT[1:-1]}{CODES['day']}]+))*(?: \((?:as of |at )?[^()]{{0,24}}\))?:? ?(?:– |— |- )?"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What a line says before a number that is its value: Parties at the time of writing (September 2025): 123."""
LABELLED = re.compile(rf"\W*(?:$|\W*(?:as of|at|on|\()? ?[{CODES['day']}])|[.;] ")
NEXT = re.compile(
    rf"(?:[^;.]{{0,40}}?[{CODES['day']}]+)?(?: ?,)?(?: and| then| to)?(?: (?:in|on|by) [{CODES['day']}]+)?(?: then)? (?:to )?"
)
"""What stands between a count with its day and the next: 104 members in 2008 and 121 at the end of 2012."""
DATED = re.compile(
    rf" (?:(?:members|parties|states|in|on|at|by|the|end|beginning|start|close|of|early|late|mid)[ -]?)*[{CODES['day']}]"
)
CHANGED = re.compile(
    rf"\b(?:membership|(?:the|its) (?:number|total|count|tally|figure|roll)(?: of {NOUN})?)(?: (?:of|in) (?:the )?{COURT}+)? (?:(?:was|had|has|been|back|up|down|again) )*(?:to|at) $"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"|\b(?:brought|brings|bringing|restored|took|takes|taking|raised|cut) (?:the |its )?(?:membership|total|count|tally|figure|number)(?: of {NOUN})?(?: (?:of|in) (?:the )?{COURT}+)? (?:(?:back|up|down|again) )*to $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A membership that an act or a loss changed: brought the membership down to 122."""
FROM = re.compile(
    r"\b(?:up|down|rising|risen|rose|grew|grown|growing|increased|increase|compared|as against|against|fell|fallen|dropped|climbing)(?: [a-z]+)? (?:from|with|to)(?: (?:just|only|the|about|some))* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What stands before the count of another day with which one is compared."""
WORDS = re.compile(rf"\b(?:{NOUN}|membership|part(?:y|ies))\b")
BY = re.compile(
    r"(?:[ ,(]|\b(?:in|on|at|as of|as at|by|until|since|the|end|beginning|close|start|of|early|late|was|a year|in total|worldwide)\b)*$"  # noqa: E501 - a grammar or list that reads best in one piece
)
PAST = re.compile(
    r"\b(?:had|was|were|stood|rose|grew|reached|counted|numbered|fell|then|totalled|became|brought|restored|took|raised)\b"
)
LEADING = re.compile(
    r"^\W*(?:(?:as (?:of|at|on)|by|in|on|at|since|from|until)(?: the)?(?: (?:end|beginning|start|close) of)? )$"
)
AIM = re.compile(
    r"\b(?:after|following|upon|once|requisite|minimum|first|needed|required|the|least|threshold of|its|with|when) (?:the |of )?(?:[a-z]+ )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
LONE = re.compile(r"(?:countries|states|nations|governments|states parties|member states|members|parties)\b")


MOST = 30
"""Numbers in one sentence that are looked at, at most."""


MADE_OF = re.compile(
    rf"[{CODES['body']}](?: [a-z]+){{0,6}} (?:made up|composed|consisting|comprised) of (?:(?:some|about|over|the) )*$"
)
"""A court made up of so many states."""


def with_counts(claims: list[Placed], sentence: Marked, found: list[days.Found], context: Context) -> list[Placed]:
    """The claims with every number of parties that no pattern read."""
    told = [row for row in claims if row[0].predicate == "number-of-parties"]
    taken = [(row[3], row[4]) for row in told] + [(row[1], row[2]) for row in claims if "signatories" in row[0].how]
    made: list[Placed] = []
    for one in sentence.of("number")[:MOST]:
        if any(start < one.end and one.start < end for start, end in taken):
            continue
        kind = counted(one, sentence, context, [*told, *made])
        if kind:
            made += claim_of(one, kind, sentence, found, context)
    made += lone(sentence, context) if not told and not made else []
    claims = [
        dated(row, sentence, found, context) if row[0].predicate == "number-of-parties" else row for row in claims
    ]
    if told or made or (sentence.of("number") and WORDS.search(sentence.shadow) and ours(sentence, context)):
        context.counted = 0
    else:
        context.counted += 1
    return [*claims, *made]


BRINGS = re.compile(r"\b(?:bring|brought|rais|tak|took|increas|lift|push)")
"""Words that say that a count changes with what is told."""


def dated(row: Placed, sentence: Marked, found: list[days.Found], context: Context) -> Placed:
    """A count that what happened brought about, with the day of the heading under which it is told."""
    heading = context.heading
    if (not row[0].date or len(found) > 1) and found and (day := circumstance(row, sentence, found)):
        return (msgspec.structs.replace(row[0], date=completed(day, context, found), tense="past"), *row[1:])
    if row[0].date and (since_then(row, sentence, found) or founded(row, sentence, found, context)):
        return (msgspec.structs.replace(row[0], date="", other_date=""), *row[1:])
    if not row[0].date and len(found) == 1 and BRINGS.search(sentence.fold[found[0].end : row[2]]):
        return (msgspec.structs.replace(row[0], date=completed(found[0], context, found), tense="past"), *row[1:])
    if row[0].date or found or not heading or heading.startswith("-") or not BRINGS.search(sentence.fold[: row[2]]):
        return row
    return (msgspec.structs.replace(row[0], date=heading), *row[1:])


NOW = re.compile(r"\b(?:now|today|currently|at present)\b")
FOUNDED = re.compile(
    r"\b(?:adopted|established|created|founded|born|opened|concluded|set up|began|signed)(?: [a-z]+)? (?:on|in) (?:the )?$"
)


def since_then(row: Placed, sentence: Marked, found: list[days.Found]) -> bool:
    """Whether a count is told as that of today behind the day of something else: adopted in 1998 and now has."""
    ahead = [day for day in found if day.end <= row[1]]
    return bool(ahead) and NOW.search(sentence.fold[ahead[-1].end : row[2]]) is not None


def founded(row: Placed, sentence: Marked, found: list[days.Found], context: Context) -> bool:
    """Whether the day of a count is that on which the Statute or the Court came to be, told in front of it."""
    ahead = [day for day in found if day.end <= row[1] and completed(day, context, found) == row[0].date]
    return any(FOUNDED.search(sentence.shadow[: day.start]) for day in ahead)


def circumstance(row: Placed, sentence: Marked, found: list[days.Found]) -> days.Found | None:
    """The day of a count: right behind it, or that on which what changed it took effect, told in the same clause."""
    right = [day for day in found if day.start >= row[2] and BY.fullmatch(strip(sentence.shadow[row[2] : day.start]))]
    if right and (PAST.search(sentence.shadow[: row[2]]) or len(found) > 1):
        return right[0]
    if len(found) != 1 or len(sentence.of("number")) > 1 or found[0].iso[:4] <= FIRST:
        return None
    begin, end = min(found[0].start, row[1]), max(found[0].end, row[2])
    clause = sentence.shadow[begin:end]
    effect = EFFECT.search(sentence.shadow[max(0, found[0].start - 60) : found[0].start])
    return found[0] if effect and not re.search(r"[;:]|\bnow\b|\btoday\b", clause) else None


EFFECT = re.compile(
    r"\b(?:when|with|as|once|after) [^;:.]{0,50}(?:took effect|effective|became effective|into force|left)(?: there| for (?:it|them))?(?: on| in)? (?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What changes the number of parties, with its day behind: when the withdrawal took effect on."""
FIRST = "2002"
"""The year in which the Statute entered into force, when more had ratified than were parties yet."""


def counted(one: Mention, sentence: Marked, context: Context, told: list[Placed]) -> str:
    """How a number is told as one of parties; empty where it is none."""
    number = int(one.value)
    lead, rest = sentence.shadow[: one.start], sentence.shadow[one.end :]
    if told and FROM.search(lead):
        return "from"
    if not 61 <= number <= 250 or (AIM.search(lead) and number == 60):
        return ""
    if re.search(r"\d(?:st|nd|rd|th)$", sentence.fold[one.start : one.end]):
        return ""
    behind = BEHIND.match(rest)
    if behind and not not_counted(sentence, one, behind.group()) and ours(sentence, context):
        return "noun"
    if AHEAD.search(lead) and AFTER.match(rest) and not not_counted(sentence, one, "") and ours(sentence, context):
        return "noun"
    if (
        LABEL.fullmatch(lead)
        and LABELLED.match(rest)
        and not not_counted(sentence, one, "")
        and ours(sentence, context)
    ):
        return "noun"
    if (
        told
        and told[-1][4] <= one.start
        and NEXT.fullmatch(sentence.shadow[told[-1][4] : one.start])
        and DATED.match(rest)
    ):
        return "noun"
    if CHANGED.search(lead) and AFTER.match(rest) and not not_counted(sentence, one, "") and ours(sentence, context):
        return "noun"
    if MADE_OF.search(lead) and LONE.match(rest.lstrip()) and ours(sentence, context):
        return "noun"
    about = context.counted <= 2 or WORDS.search(sentence.shadow)
    if SHORT.search(lead) and AFTER.match(rest) and about and not not_counted(sentence, one, ""):
        return "short"
    return ""


def ours(sentence: Marked, context: Context) -> bool:
    """Whether the sentence speaks of the Court or the Statute, or of nothing else on a page about them."""
    if any(one.value in ("ICC", "rome-statute", "ASP") for one in sentence.mentions):
        return True
    if sentence.of("treaty"):
        return False
    return context.about and not sentence.of("other") and context.treaty in ("", "rome-statute")


def claim_of(one: Mention, kind: str, sentence: Marked, found: list[days.Found], context: Context) -> list[Placed]:
    """The claim that so many are parties."""
    day = None if kind == "from" else next((row for row in found if LEADING.match(sentence.shadow[: row.start])), None)
    behind = next(
        (row for row in found if row.start >= one.end and BY.fullmatch(strip(sentence.shadow[one.end : row.start]))),
        None,
    )
    label = LABEL.fullmatch(sentence.shadow[: one.start]) and len(found) == 1 and found[0].end <= one.start
    day = behind or (found[0] if label else day)
    iso = completed(day, context, found) if day else ""
    if kind == "from" and not iso:
        return []
    clause = re.split(r"[,;:]", sentence.shadow[: one.start])[-1] + re.split(r"[,;:.]", sentence.shadow[one.end :])[0]
    tense: Tense = "past" if kind == "from" or PAST.search(clause) else "present"
    claim = Claim(
        sentence=sentence.text,
        start=one.start,
        end=one.end,
        subject="ICC",
        predicate="number-of-parties",
        object=one.value,
        about="rome-statute",
        date=iso,
        tense=tense,
        how=("count", *shade_of(sentence.fold[max(0, one.start - 24) : one.start])),
        pattern="membership",
    )
    return [(claim, one.start, one.end, one.start, one.end)]


def strip(gap: str) -> str:
    """What stands between a number and a day, without the words of parties."""
    return re.sub(rf"{NOUN}|\b(?:countries|states|to|of)\b|[{CODES['body']}{CODES['treaty']}{CODES['word']}]", "", gap)


def lone(sentence: Marked, context: Context) -> list[Placed]:
    """The count whose number stands alone above the sentence that goes on with it."""
    number = context.lone
    if (
        not number
        or not LONE.match(sentence.fold)
        or not 61 <= int(number) <= 250
        or not BEHIND.match(f" {sentence.shadow}")
    ):
        return []
    claim = Claim(
        sentence=sentence.text,
        start=0,
        end=len(sentence.text),
        subject="ICC",
        predicate="number-of-parties",
        object=number,
        about="rome-statute",
        tense="present",
        how=("count",),
        pattern="membership",
    )
    return [(claim, 0, len(sentence.text), 0, 0)] if ours(sentence, context) else []
