"""Law clauses: what a verb of law-making or of listing is said of, found by its place in the clause.

A passive or intransitive verb is said of the name before it, an active one or a noun of the name behind it; what stands in
one list with that name shares it, each with its own day where it has one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import days
from .gazetteer import Mention
from .hits import Hit
from .marked import CODES, Marked

__all__ = [
    "FRONT",
    "Theme",
    "agent_of",
    "continued",
    "denied",
    "fronted",
    "listed_with",
    "own_days",
    "themes",
    "unreal",
]

DAY = CODES["day"]
BE = re.compile(
    r"(?:\b(?:was|were|is|are|been|being|be|became|becomes|got|stood)|'s) (?:[a-z]+ly |also |first |later |then |now |itself |themselves |both |all |there |so |in turn |thus )*$"  # noqa: E501 - a grammar or list that reads best in one piece
)
IS_PASSIVE = re.compile(r"^(?:(?:was|were|is|are|been|being|be|has been|have been|had been|became|becomes)\b)")
UNREAL = re.compile(
    r"\b(?:would|could|may|might|must|shall|should|will|can|cannot|to)(?: (?:be|have|been|not|also|further|even|then|it|simply|[a-z]+ly))* $|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"\b(?:if|unless|whether|until|should|in case)\b[^,;]{0,70}$|\bbe (?:[a-z]+ly )?$"
)
UNREAL_NOUN = re.compile(
    r"\b(?:for|threats? of|threatened|possible|potential|proposed|future|risk of|prospect of|fear of|seek|sought|seeks|want|wants|demand\w*|propos\w+|urg\w+|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"since|despite|without|before|enforcement of|implementation of|blocking|enjoining|suspending|challeng\w+) (?:the |a |an |its |their |his )?(?:[a-z]+ )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
WEIGHED = re.compile(
    r"\b(?:weigh\w*|consider\w*|mull\w*|prepar\w+|plan\w*|debat\w+|threat\w*|threats? of|discuss\w*|possible|potential|more|further|future|fears?|urg\w+|propos\w+|want\w*|seek\w*|sought|oppos\w+|against|wave of|risk\w*|calls? for)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: (?:of|the|new|us|american|possible|further|fresh|broad|sweeping|wider|more|imposing))* $"
)
"""Words in front of sanctions that are only spoken of."""
FREE = re.compile(
    r"\b(?:went on|moved|chose|decided|one|ones|person|persons|judge|judges|act|order) to (?:be )?$|"
    r"\b(?:first|second|third|last|latest|only)\b[^,.;]{0,40} to (?:be )?$"
)
"""Words before ``to`` that tell an act as done: the first to be designated."""
LASTED = re.compile(
    rf"\buntil (?:[{CODES['country']}]+|it|they|he|she|(?:the|that) [a-z]+) (?:was|were)(?: [a-z]+ly)? $"
)
"""Words that tell the end of something as done: until it was revoked."""
DENIED = re.compile(r"\b(?:not|never|no longer|neither|nor|n't|yet to be|without being)\b(?: [a-z]+){0,2} ?$")
AGENT = re.compile(
    r"\b(?:by|under|through|with|via|per|pursuant to|in line with|in accordance with|based on|like|unlike|despite|since|after|before|following|replacing|than)"  # noqa: E501 - a grammar or list that reads best in one piece
    r" (?:the |section \S+ of |its |his |an? )*$"
)
PLACE = re.compile(
    r"\b(?:in|of|to|on|for|against|from|around|about) (?:the |section \S+ of |its |his |an? |judge |prosecutor )*$"
)
PARTS = re.compile(
    r"\b(?:ban|bans|cut|cuts|section|sections|provision|provisions|restriction|restrictions|prohibition|part|parts|limits|rule|rules|sanctions|"
    r"emergency|clause|measures|language)\b[^.;,]{0,60}$"
)
"""A part of a law, said of before its name: the ban on military assistance in ASPA."""
TIME = re.compile(r"\b(?:after|before|since|until|when|once) (?:the |judge |prosecutor )*$")
FINITE = re.compile(
    r",?(?: (?:itself|as such|as a whole|as an institution|himself|herself),?)? (?:(?:was|were|had been|has been|have been|[a-z]+ly|also|then|first|later) )+"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A verb right behind a name, which makes what stands in front of it a conjunction: after the Court was designated."""
OTHERS = re.compile(
    rf",? and (?:[{CODES['number']}]+|several|some|many|more|other|others)(?: (?:other|more|further|fellow|of [a-z]+))*(?: [a-z]+){{0,3}}(?= (?:was|were|are|have|had|has) )"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Others whom a list adds without their names: and two other judges."""
LONGEST = 170
STOPS = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "who",
        "which",
        "that",
        "under",
        "after",
        "because",
        "while",
        "but",
        "when",
        "where",
        "said",
        "says",
        "signed",
        "met",
        "told",
        "asked",
        "spoke",
        "not",
        "never",
        "against",
        "whose",
        "if",
        "than",
        "before",
        "during",
        "since",
        "until",
        "without",
        "called",
        "went",
        "issued",
        "asking",
        "saying",
        "condemned",
        "criticised",
        "criticized",
        "welcomed",
    ]
)
WORDS = re.compile(r"[a-z][a-z'-]*")
CONJ = re.compile(r"(?:^|[ ,])(?:and|but|while|or) ")
RELATIVE = re.compile(
    rf", (?:who|which|whose|an?|the|then|now|formerly|already) [^;]*?,(?= )| \([^()]*\)|, [^,;{DAY}]{{2,60}},(?= )"
)
"""What is told of a name before its verb comes."""


class Theme(NamedTuple):
    """What is said to be made, ended or listed, where its name stands, and the day that is its own."""

    value: str
    start: int
    end: int
    day: days.Found | None = None
    told: bool = False
    """Whether only a common noun tells it: the order, a law."""


def unreal(hit: Hit, sentence: Marked) -> bool:
    """Whether the words are wanted, feared or possible, not told as done."""
    lead = sentence.shadow[max(0, hit.match.start() - 80) : hit.match.start()]
    if "noun" in hit.pattern.how:
        return bool(UNREAL_NOUN.search(lead))
    if hit.match.group().startswith("sanctions ") and WEIGHED.search(lead):
        return True
    return bool(UNREAL.search(lead)) and not FREE.search(lead) and not LASTED.search(lead)


def denied(sentence: Marked, start: int) -> bool:
    """Whether the words are denied."""
    return bool(DENIED.search(sentence.shadow[max(0, start - 30) : start]))


def passive(hit: Hit, sentence: Marked) -> bool:
    """Whether the words are passive: was designated, were among those sanctioned."""
    if hit.match.group() in ("sanctions on", "sanctions against", "sanctions upon"):
        return False
    return bool(
        IS_PASSIVE.match(hit.match.group())
        or BE.search(sentence.shadow[max(0, hit.match.start() - 50) : hit.match.start()])
    )


def themes(hit: Hit, sentence: Marked, wanted: list[Mention], others: list[tuple[int, int]]) -> list[Mention]:
    """The name of which the words are said: before or behind them, by their voice; empty where none is."""
    start, end = hit.span
    how = hit.pattern.how
    slot = [one for one in wanted if start <= one.start and one.end <= end]
    if slot:
        return slot[:1] if "last" not in how else slot[-1:]
    if fronted(hit, sentence) and (
        near := [one for one in wanted if FRONT.fullmatch(sentence.shadow[end : max(end, one.start)])]
    ):
        return near[:1]
    if INTRANSITIVE.match(hit.match.group()):
        return before(sentence, start, wanted)
    if "noun" in how:
        return behind(sentence, end, wanted, others) or owner(sentence, start, wanted)
    if "stays" in how or passive(hit, sentence):
        ahead = before(sentence, start, wanted)
        if ahead or "stays" in how:
            return ahead
        return [one for one in behind(sentence, end, wanted, others) if opens(sentence.shadow[end : one.start])]
    if not re.search(r"(?:s|ing)$", hit.match.group().partition(" ")[0]) and (
        near := participle(sentence, start, wanted)
    ):
        return near
    if relative := WHICH_IT.search(sentence.shadow[:start]):
        return [one for one in wanted if one.end <= relative.start()][-1:]
    found = behind(sentence, end, wanted, others)
    bare = hit.match.group().endswith(("ed", "put", "hit", "n")) and NO_OBJECT.match(sentence.fold[end:])
    return found or (before(sentence, start, wanted) if bare else [])


WHICH_IT = re.compile(rf",? (?:which|that) (?:the )?[{CODES['measure']}]+ (?:[a-z]+ly |then )?$")
"""A law that did something to what was told before: which Executive Order 14022 terminated."""


def fronted(hit: Hit, sentence: Marked) -> bool:
    """Whether a participle opens the sentence, so that it is said of what comes behind its comma: passed in 2002, ASPA."""
    start = hit.match.start()
    opens_it = start < 3 or sentence.shadow[max(0, start - 2) : start] in (": ", "– ", "— ")
    return opens_it and re.match(r"(?:[a-z]+ly )?[a-z]+(?:ed|n|d)\b", hit.match.group()) is not None


FRONT = re.compile(r"(?: (?:by|in|on|from|at|during|with|into|to|under) [^,;.]{2,50}){0,3}, (?:the )?")
"""What stands between a participle that opens a sentence and the name of which it is said."""
INTRANSITIVE = re.compile(r"(?:went|landed|appeared|appears|ended up|came|come|fell|found|joined|joins|joining)\b")
"""Verbs of those who come under sanctions, said of the name before them."""
NO_OBJECT = re.compile(
    r"\W*$|[,.;:)]| (?:on|in|under|since|by|with|at|as|for|last|this|that|later|again|too|alongside|yesterday|today)\b"
)
"""What follows a participle that has no object: then it is said of the name before it."""


def opens(gap: str) -> bool:
    """Whether a gap leads from a passive to those of whom it is said: were designated: A, B; were listed, among them A."""
    return not gap.strip(' ,"“') or bool(
        re.search(
            r"[:(–—]|\b(?:including|among them|namely|such as|they are|as was|as were|together with|along with|alongside|as well as)\b",  # noqa: E501 - a grammar or list that reads best in one piece
            gap,
        )
    )


def owner(sentence: Marked, start: int, wanted: list[Mention]) -> list[Mention]:
    """The name whose end or making a noun tells: the order's revocation."""
    return [
        one
        for one in wanted
        if one.end <= start and re.fullmatch(r"['’]s? (?:[a-z]+ )?", sentence.shadow[one.end : start])
    ]


def participle(sentence: Marked, start: int, wanted: list[Mention]) -> list[Mention]:
    """The name right before a participle or a relative clause: the order, signed in June; the Act, which Congress passed."""
    for one in reversed(wanted):
        if one.end > start:
            continue
        gap = sentence.shadow[one.end : start]
        direct = re.fullmatch(r"\)?\"?(?: \(|, | [–—-] )(?:first |originally |[a-z]+ly |since |later |and |now )*", gap)
        clause = re.fullmatch(
            rf"\)?(?:, (?:an?|the|now|then|formerly|once) [^,;]{{2,50}}?)?,? (?:which|that|whom) (?:had |has |was |the )?(?:president |us |u\.s\. |[{CODES['person']}{CODES['state']}]+ |congress |lawmakers |both houses |he |she |they )?(?:of congress )?(?:had |has )?(?:[a-z]+ly |first |later )*",  # noqa: E501 - a grammar or list that reads best in one piece
            gap,
        )
        agents = bool(clause) and bool(
            re.fullmatch(r"\)?,? (?:which|that|whom) (?:[a-z]+ly |had |has |then |later )*", gap)
        )
        if (direct and not gap.endswith("and ")) or (clause and not agents):
            return [one]
        return []
    return []


def before(sentence: Marked, start: int, wanted: list[Mention]) -> list[Mention]:
    """The name of which a verb behind it is said."""
    shadow = sentence.shadow
    for one in reversed(wanted):
        if one.end > start or start - one.end > LONGEST:
            continue
        lead = shadow[max(0, one.start - 90) : one.start]
        gap = shadow[one.end : start]
        if ";" in gap or ": " in gap or re.match(r"['’]s? ", gap):
            if ";" in gap or ": " in gap:
                return []
            continue
        told = re.match(r",? (?:who|which) ", gap) is not None
        told = told or gap in (" ", " was ", " were ")
        told = told or (lead.endswith((", under ", ", by ")) and gap.startswith(", "))
        told = told or (TIME.search(lead) is not None and FINITE.fullmatch(gap) is not None)
        if (AGENT.search(lead) and not told) or (
            not told and PLACE.search(lead) and not PARTS.search(PLACE.sub("", lead))
        ):
            continue
        rest = OTHERS.sub("", RELATIVE.sub("", gap))
        conj = CONJ.search(rest)
        if conj and conj.start() > 2 and not BEHIND.match(rest[conj.end() :]):
            return []
        return [one]
    return []


BEHIND = re.compile(
    r"(?:(?:was|were|is|are|has been|have been|had been|then|later|also|so|again|on|in|subsequently|finally)\b|$)"
)
"""What follows a conjunction that only adds another verb to the same name."""


def behind(sentence: Marked, end: int, wanted: list[Mention], others: list[tuple[int, int]]) -> list[Mention]:
    """The name that is the object of a verb or noun before it."""
    shadow = sentence.shadow
    for one in wanted:
        if one.start < end:
            continue
        gap = re.sub(rf", [^,;]{{0,30}}[{DAY}]+,", ",", shadow[end : one.start])
        if AGENT.search(gap) or ";" in gap or re.search(r"[a-z]{3}[.] ", gap) or len(WORDS.findall(gap)) > 16:
            return []
        if any(end <= a < one.start for a, _ in others) or re.search(
            r"(?<![a-z])(?:after|before|because|since|who|where|but|while|against|despite|following|although|though|as a result|under|pursuant|by|nobody|none|no one|, and)\b",  # noqa: E501 - a grammar or list that reads best in one piece
            re.split(r"[(:]", gap)[-1],
        ):
            return []
        return [one]
    return []


def linked(gap: str) -> bool:
    """Whether what stands between two names makes them a list: commas, and, an office, a day in brackets."""
    bare = re.sub(rf"\([^()]*\)|[{DAY}]+", "", gap)
    words = WORDS.findall(bare)
    if ":" in bare or "." in bare.replace("u.s.", "") or len(words) > 10 or STOPS.intersection(words):
        return False
    return bool(re.search(r"[,;]|\band\b|&|/|\bas well as\b|\balong with\b", bare))


def listed_with(first: Mention, wanted: list[Mention], sentence: Marked, verb: int = -1) -> list[Mention]:
    """Everything in the list in which a name stands, in order; a list does not reach over the verb."""
    place = wanted.index(first)
    low = high = place
    while high + 1 < len(wanted) and in_list(wanted[high], wanted[high + 1], sentence, verb):
        high += 1
    while low and in_list(wanted[low - 1], wanted[low], sentence, verb):
        low -= 1
    return wanted[low : high + 1]


def in_list(one: Mention, other: Mention, sentence: Marked, verb: int) -> bool:
    """Whether two names stand next to each other in one list."""
    return not one.end <= verb < other.start and linked(sentence.shadow[one.end : other.start])


def own_days(group: list[Mention], sentence: Marked, found: list[days.Found]) -> list[Theme]:
    """Each name of a list with the day that belongs to it alone: in brackets, or with on, behind or before it."""
    own: dict[int, days.Found] = {}
    shadow = sentence.shadow
    last = len(group) - 1
    for number, one in enumerate(group):
        until = group[number + 1].start if number < last else len(shadow)
        day = next((day for day in found if one.end <= day.start and day.end <= until), None)
        if day is None:
            continue
        gap = shadow[one.end : day.start]
        joined = re.search(r"\band\b|;", gap)
        if joined and number < last and re.search(r"\b(?:and|;)(?: then| later)? (?:on|in) $", gap):
            own.setdefault(number + 1, day)
        elif not joined and re.fullmatch(
            r"(?:[^.;:()]{0,40}? \(|(?:,[^,.;:()]{2,40},)?,? (?:on|in|since) |, | [–—-] | )(?:on |since |in )?", gap
        ):
            own[number] = day
    behind_all = last in own and own[last].start >= group[last].end
    if behind_all and len(own) == 1 and last and not re.search(r"\($", shadow[: own[last].start]):
        own = {}
    return [Theme(one.value, one.start, one.end, own.get(number)) for number, one in enumerate(group)]


def continued(
    group: list[Theme], hit: Hit, wanted: list[Mention], sentence: Marked, found: list[days.Found]
) -> list[Theme]:
    """Further names behind the verb, each with its own day: A was designated on 9 July; B and C on 4 September."""
    more: list[Theme] = []
    past = max(hit.match.end(), group[-1].end)
    for one in wanted:
        if one.start < past or any(one.start == theme.start for theme in group):
            continue
        gap = sentence.shadow[past : one.start]
        lead = FURTHER.search(gap) or AHEAD.search(gap)
        if lead is None or STOPS.intersection(WORDS.findall(lead.group())):
            break
        beside = to_day([two for two in listed_with(one, wanted, sentence) if two.start >= past], found)
        last = beside[-1].end
        day = next((day for day in found if 0 < day.start - last <= 40), None)
        if ahead := AHEAD.search(sentence.shadow[past : one.start]):
            day = next((day for day in found if day.start == past + ahead.start("day")), None)
        together = re.match(r",? (?:together|along)|,? as ", lead.group()) is not None
        if not (together or (ahead and day)) and (
            day is None or not NEXT_DAY.fullmatch(sentence.shadow[last : max(last, day.start)])
        ):
            break
        own = group[0].day if together and day is None else day
        more += [Theme(two.value, two.start, two.end, own) for two in beside]
        past = max(last, day.end) if day else last
    return more


def to_day(names: list[Mention], found: list[days.Found]) -> list[Mention]:
    """The names of a list up to the first behind which a day stands."""
    for number, one in enumerate(names[:-1]):
        if any(one.end <= day.start and day.end <= names[number + 1].start for day in found):
            return names[: number + 1]
    return names


FURTHER = re.compile(
    r"(?:[;,]| and|,? together with|,? along with|,? alongside|,? as were|,? as was)(?: and| then| later| finally)? "
    rf"(?:[a-z'{CODES['number']}{CODES['adjective']} -]{{0,50}}(?:,? |\(|: ))?$"
)
"""What leads from a verb to further names of which it is said too."""
NEXT_DAY = re.compile(r"\)?(?:, [^,.;]{2,30},)?(?: then| later| too| only| followed)?,?(?: (?:on|in) (?:the )?| \()")
AHEAD = re.compile(
    rf"(?:[;,]| and)(?: and)?(?: then| later| finally)? (?:on|in) (?:the )?(?P<day>[{DAY}]+),?(?: of this year)?(?: (?:to|on|against))?"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"(?: [a-z'{CODES['number']}{CODES['adjective']}{CODES['body']}{CODES['state']} -]{{0,60}},?)?(?: (?:mr|ms|mrs|dr|judges?|prosecutors?))?\.? ?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A further day in front of further names: and on 9 July to the rapporteur, A."""
"""What stands between a further name and its day."""


def agent_of(sentence: Marked, start: int, end: int) -> str:
    """The state said to have acted, right before or with ``by`` behind the words; empty where none is named."""
    shadow = sentence.shadow
    after = re.match(
        rf"[^.;,]{{0,40}}? by (?:the )?(?P<by>[{CODES['state']}{CODES['person']}{CODES['adjective']}]+)", shadow[end:]
    )
    if after and (one := sentence.at(end + after.start("by"))):
        return one.value
    names = [one for one in sentence.of("state", "person") if one.end <= start]
    if (
        names
        and re.fullmatch(
            r"(?: (?:[a-z]+ly|also|then|later|has|had|have|first|itself|government|administration|department|in turn))* |, (?:too|in turn), ",  # noqa: E501 - a grammar or list that reads best in one piece
            shadow[names[-1].end : start],
        )
    ):
        return names[-1].value
    return ""
