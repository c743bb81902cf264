"""Attach: which day, and which treaty, the words of a claim go with."""

from __future__ import annotations

import re
from datetime import date

from . import days
from .context import Context
from .gazetteer import Mention
from .marked import CODES, Marked
from .subjects import Words

__all__ = ["act_day", "completed", "object_of", "second", "status_day"]

SINCE = re.compile(
    r"(?:^|[ ,(])(?:since|as of|from|until|as at|effective|in|on|by|at|with effect from|in force since) (?:the )?$"
)
LEADING = re.compile(
    r"^[\"“(•*–-]* ?(?:since|as of|as at|with effect from|effective|from|in|on|by|until|today,? on|today,|at|throughout|during|early in|late in|in early|in late|in mid-?) ?(?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
WHICH = re.compile(
    rf"[{CODES['treaty']}{CODES['other']}{CODES['word']}][^,;]{{0,60}}, which (?:the )?[{CODES['country']}{CODES['state']}]+ (?:[a-z]+ly |had |has )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A relative clause of which a treaty is the object: the amendment, which it ratified in 2022."""
SAME = re.compile(
    r"\b(?:same day|hours? (?:after|before|later|earlier)|minutes? (?:after|before)|moments? (?:after|before)|simultaneously)\b"
)
THE_DAY = re.compile(
    rf"\bthe (?:very |same )?day (?:on which |when |that )?(?:the )?(?:[{CODES['country']}{CODES['treaty']}{CODES['word']}]+ )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
WHEN = re.compile(
    rf"[{CODES['day']}], (?:when|the day|on which day) (?:the )?[{CODES['country']}{CODES['treaty']}{CODES['word']}{CODES['state']}]* ?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What is told as the circumstance of a day that stands before it: 1 July 2002, when the Statute entered into force."""
VERB = re.compile(r"(?<![^\W_])(?:was|were|is|are|has|had|and|but|created|which|who)(?![^\W_])")
BARE = frozenset(
    [
        "in",
        "on",
        "and",
        "but",
        "it",
        "later",
        "day",
        "before",
        "after",
        "or",
        "then",
        "at",
        "as",
        "while",
        "only",
        "with",
        "although",
        "which",
        "effective",
        "upon",
        "without",
        "under",
        *(
            "too",
            "last",
            "first",
            "next",
            "again",
            "together",
            "during",
            "by",
            "until",
            "since",
            "early",
            "late",
            "both",
            "long",
        ),
        *("back", "already", "soon", "second", "twice", "once", "also", "even", "because", "when", "though", "so"),
    ]
) | {""}
LAST = re.compile(r",| and | but |;")
LATER = re.compile(
    r"[ ,]*(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|the|only|just) )+(?:few )?(?:day|week|month|year|decade)s? "  # noqa: E501 - a grammar or list that reads best in one piece
)
AWAY = re.compile(r"\b(?:which|who|where|when|that|allowing|leading|paving) ")
"""Words behind an act that begin to tell of something else."""
OPENING = 4
"""Signs in front of a day that opens its line, at most."""
AFTER_THAT = re.compile(r"\b(?:years?|months?|weeks?|days?) (?:after|before)(?: that)?\b,?")
"""How long after another act, which leaves the day to the act."""
THEM = re.compile(r" (?:both of )?(?:them|these|those)\b")
"""Several instruments, told before: it ratified them."""
OTHER_STATE = re.compile(rf"[{CODES['state']}{CODES['person']}]+ (?:since|from|as of) ")
ITS_OWN = re.compile(r"\b(?:ratification|accession|signature|independence|election) of (?:the )?$")
"""Nouns that a day behind ``of`` belongs to."""
OTHER_NAME = re.compile(r"[A-Z][\w'’-]+ (?:since|from|as of) (?:the )?$")
APART = 3
"""Months by which two days of a sentence must lie out of order, at least, before a year is taken to have passed."""
DASH = re.compile(r" ?[–—-] ")
"""What parts the day at the head of a report, or of a line, from what is told."""
SPAN = re.compile(rf"\b(?:from|between|since) (?:the )?[{CODES['day']}]+ ?(?:-|–|to|and|until) ?(?:the )?$")
"""What stands before the last day of a period."""
AMENDED = re.compile(r"\bamendments? (?:to|of) (?:the )?(?:articles? \S+ (?:of )?)?(?:the )?$")
AMENDMENTS = re.compile(
    r" (?:(?:the|its|both|all|two|three|four|five|six|several|these|those|sets?|of|other) )+amendments\b"
)
"""Amendments as what is ratified, whatever they amend: ratified five amendments to article 8."""
FAR = 24


def object_of(
    sentence: Marked,
    start: int,
    end: int,
    context: Context,
    words: Words,
    *,
    court: bool,
    status: bool = False,
    loose: bool = False,
) -> str | None:
    """The code of the instrument that the words go with; None where it is another treaty, or nobody can say.

    ``court`` is true where the Court may be named for its treaty, ``status`` for a noun that needs no object, ``loose`` where
    anything may follow.
    """
    if THEM.match(sentence.fold, end) and not any(one.kind == "treaty" for one in sentence.mentions):
        return context.beside.get("amendment")
    if AMENDMENTS.match(sentence.fold, end) and not sentence.inside(end, end + 90, "treaty"):
        return None
    if WHICH.search(sentence.shadow[max(0, start - 140) : start]):
        before = [one for one in sentence.mentions if one.end <= start and one.kind in ("treaty", "other", "word")]
        if before:
            return told(before[-1], sentence, context, court=court)
    for one in sentence.mentions:
        if one.end > start and one.start < end and (counts(one) or (one.kind == "body" and one.value != "UNSG")):
            return told(one, sentence, context, court=court) if counts(one) else None
    one_behind = named_behind(sentence, end, words, court=court, status=status)
    if one_behind is not None:
        return told(one_behind, sentence, context, court=court)
    if not (loose or stands_bare(sentence, end, status=status)):
        return None
    if any(word in words.other for word in re.findall(r"[a-z]+", LAST.split(sentence.shadow[:start])[-1])):
        return None
    for one in reversed(sentence.mentions):
        if one.end <= start and one.kind in ("treaty", "other", "word"):
            return told(one, sentence, context, court=court)
    if context.treaty == "other":
        return None
    ours = context.about or any(one.value in ("ICC", "rome-statute") for one in sentence.mentions)
    return context.treaty or ("rome-statute" if ours else None)


def named_behind(sentence: Marked, end: int, words: Words, *, court: bool, status: bool) -> Mention | None:
    """The treaty named behind the words, where only words stand between that may."""
    one = next((one for one in sentence.mentions if one.start >= end and counts(one)), None)
    if one is None:
        return None
    gap = sentence.shadow[end : one.start]
    if (one.kind == "body" and not court) or (status and re.match(r",| (?:and|but|or|while) ", gap)):
        return None
    strange = [word for word in re.findall(r"[a-z][a-z'-]+", gap) if word not in words.link]
    barred = any(word in words.other for word in strange) or len(strange) > 2 or re.search(r"[.;:]", gap)
    return None if barred else one


def stands_bare(sentence: Marked, end: int, *, status: bool) -> bool:
    """Whether words can stand without their treaty: ``ratified in 2005``, ``is a State Party``."""
    rest = sentence.shadow[end:]
    if re.match(rf",? in (?:early |late |mid-?)?[{CODES['day']}]", rest):
        return True
    after = re.match(r"[ ,]*([a-z'-]*)", rest)
    following = after.group(1) if after else ""
    if status:
        return following not in ("to", "of", "in", "at", "with", "countries", "states")
    if LATER.match(rest) or (following.endswith("ly") and len(following) > 3):
        return True
    if following in ("the", "that", "this"):
        return bool(re.match(rf" (?:the|that|this) (?:[{CODES['word']}{CODES['day']}])", rest))
    return following in BARE or bool(re.match(r" ?[,.;:)]", rest))


def counts(one: Mention) -> bool:
    """Whether a mention can be what is signed, joined or left."""
    return one.kind in ("treaty", "other", "word", "agreement") or (one.kind == "body" and one.value == "ICC")


ARTICLE_8 = re.compile(r"\barticle 8\b(?! ?bis)")
"""The article that the other amendment of Kampala changed."""


def told(one: Mention, sentence: Marked, context: Context, *, court: bool) -> str | None:
    """The instrument that a mention means."""
    if one.kind == "treaty" and re.match(r"['’]s (?:[a-z]+ )?amendments?\b", sentence.fold[one.end :]):
        return next((other.value for other in sentence.of("treaty") if other.start > one.end), None)
    if one.kind != "other" and AMENDED.search(sentence.fold[max(0, one.start - 50) : one.start]):
        return None
    if one.kind == "treaty":
        kampala = "kampala" in sentence.fold[one.start : one.end] and "aggression" not in sentence.fold
        return "amendment-art8-2010" if kampala and ARTICLE_8.search(sentence.fold) else one.value
    if one.kind == "word":
        before = [other for other in sentence.of("treaty", "other") if other.end <= one.start]
        if before and meant(sentence.fold[one.start : one.end], before[-1].value):
            return before[-1].value if before[-1].kind == "treaty" else None
        words = sentence.fold[one.start : one.end]
        if "agreement" in words or "amendment" in words:
            current = context.treaty if context.treaty not in ("", "other", "rome-statute") else ""
            own = current if meant(words, current) else ""
            return context.beside.get("agreement" if "agreement" in words else "amendment") or own or None
        if context.treaty == "other":
            return None
        statute = words.endswith("statute")
        if statute and context.treaty:
            return "rome-statute"
        return context.treaty or ("rome-statute" if context.about or statute else None)
    if one.kind == "body" and one.value == "ICC" and court:
        return "rome-statute"
    return None


def meant(words: str, code: str) -> bool:
    """Whether words such as ``the amendment`` can mean an instrument."""
    if "amendment" in words:
        return code.startswith("amendment")
    return "agreement" not in words or code == "apic"


def gap_between(shadow: str, a: int, b: int) -> str:
    return shadow[a:b] if a <= b else ""


def act_day(
    sentence: Marked,
    found: list[days.Found],
    span: tuple[int, int],
    others: list[tuple[int, int]],
    words: Words,
    *,
    slot: bool = False,
    acts: list[tuple[int, int]] | None = None,
) -> days.Found | None:
    """The day that goes with an act: behind its words before the next act begins, else in front of them.

    ``slot`` is true where the words of the act hold their own day; ``acts`` are those of the others that are no statuses.
    """
    start, end = span
    nexts = [a for a, _ in others if a >= end]
    befores = [b for _, b in (others if acts is None else acts) if b <= start]
    limit, floor = min(nexts, default=len(sentence.text)), max(befores, default=0)
    inside = [one for one in found if start <= one.start and one.end <= end]
    if inside and slot:
        return inside[-1]
    lead = sentence.shadow[max(0, start - 120) : start]
    if THE_DAY.search(lead) or WHEN.search(lead):
        ahead = [one for one in found if one.end <= start]
        return ahead[-1] if ahead and start - ahead[-1].end < 50 else None
    one = behind(sentence, found, end, limit, words, bool(nexts))
    if one and found[0].end <= start and AWAY.search(sentence.shadow[end : one.start]):
        one = None if LEADING.match(sentence.shadow[: found[0].start]) and floor <= found[0].start else one
    one = one or before(sentence, found, floor, start, words, bool(befores))
    if one is None and inside:
        return inside[-1]
    if one is None and nexts:
        gap = sentence.shadow[end:limit]
        later = [day for day in found if day.start >= limit] if joined(gap) else []
        return alone(found, words, gap) or (later[0] if later else None)
    return one


def behind(
    sentence: Marked, found: list[days.Found], end: int, limit: int, words: Words, more: bool
) -> days.Found | None:
    """The first day behind the words, unless it opens the next act: ``signed and in 1999 ratified``."""
    shadow = sentence.shadow
    for one in found:
        if end <= one.start and one.end <= limit and goes_with(shadow[end : one.start], words):
            if re.search(r"(?<!effect)(?<!effective) (?:since|from) (?:the )?$", shadow[end : one.start]):
                continue
            if (
                SPAN.search(shadow[end : one.start])
                or attributive(shadow, one)
                or OTHERS.search(shadow[end : one.start])
            ):
                continue
            opens = more and len(re.findall(r"[^\W_]+", shadow[one.end : limit])) <= 2
            return None if opens and re.search(r"(?:and|but|,) (?:in|on) $", shadow[end : one.start]) else one
    return None


def attributive(shadow: str, one: days.Found) -> bool:
    """Whether a year only says which thing is meant: into the 2015 political crisis, the 1998 Statute, the Court (1998)."""
    if len(one.iso) != 4:
        return False
    lead, rest = shadow[: one.start], shadow[one.end : one.end + 2]
    if lead.endswith("the ") and rest[:1] == " " and rest[1:] in NAMES:
        return True
    if rest[:1] == ")" and lead.endswith("(") and lead[-3:-2] == CODES["body"]:
        return True
    return THING.search(lead) is not None and rest.strip().isalpha()


NAMES = (CODES["treaty"], CODES["word"], CODES["other"])
"""Signs of what a year can stand before: a treaty."""
OTHERS = re.compile(r"\bfollowed by (?:that|those) of\b|\b(?:to|through|till) the end of (?:the )?(?:year )?$")
"""What makes a day that of another's act, or the end of a time."""
THING = re.compile(r"\b(?:into|about|over|during|against|after|following|before|since) the $")
"""Words before a year that says which thing is meant."""


def before(
    sentence: Marked, found: list[days.Found], floor: int, start: int, words: Words, more: bool
) -> days.Found | None:
    """The nearest day in front of the words; the first day behind an earlier act is that act's own."""
    shadow = sentence.shadow
    ahead = [one for one in found if floor <= one.start and one.end <= start]
    if more and ahead and goes_with(shadow[floor : ahead[0].start], words):
        opens = len(re.findall(r"[^\W_]+", shadow[ahead[0].end : start])) <= 2
        ahead = (
            ahead if opens and re.search(r"(?:and|but|,) (?:in|on) $", shadow[floor : ahead[0].start]) else ahead[1:]
        )
    for one in reversed(ahead):
        lead = shadow[max(floor, one.start - 14) : one.start]
        placed = re.search(r"(?:^|[ ,(])(?:in|on|by|of|dated|early|late|mid-)(?: the)? $|^[\"(]?$", lead)
        if not sentence.fold[: one.start].strip(' "“(*•') and DASH.match(shadow, one.end):
            continue
        if ITS_OWN.search(shadow[max(0, one.start - 40) : one.start]):
            continue
        if ";" not in shadow[one.end : start] and (placed or LEADING.match(shadow[: one.start])):
            return one
    return None


def alone(found: list[days.Found], words: Words, gap: str) -> days.Found | None:
    """The one day of a sentence whose next act is told as its circumstance: abstained when it was referred in 2005."""
    return found[0] if len(found) == 1 and re.match(r"[ ,]*(?:when|as|in the|on the|by which)\b", gap) else None


def joined(gap: str) -> bool:
    """Whether two acts share one day: ``signed and ratified it in``, ``signed hours after``."""
    return bool(SAME.search(gap)) or re.sub(r"[,\W]", " ", gap).split() in (
        ["and"],
        ["or"],
        ["and", "then"],
        ["and", "subsequently"],
    )


def goes_with(gap: str, words: Words) -> bool:
    """Whether a day behind the words still goes with them."""
    gap = AFTER_THAT.sub("", gap)
    if gap.strip() == ":":
        return True
    if re.search(r"[;:]", gap) or len(re.findall(r"[^\W_]+", gap)) > FAR:
        return False
    return not words.parts.search(gap)


def status_day(
    sentence: Marked, found: list[days.Found], span: tuple[int, int], others: list[tuple[int, int]]
) -> tuple[days.Found, str] | None:
    """The day of a status, with the word before it: ``since``, ``as of``; a day elsewhere in the sentence is not its day."""
    shadow = sentence.shadow
    limit = min((a for a, _ in others if a >= span[1]), default=len(shadow))
    for one in found:
        if (
            one.start >= span[0]
            and one.end <= limit
            and one.start - span[1] < 60
            and len(re.findall(r"[a-z]+", gap_between(shadow, span[1], one.start))) <= 5
        ):
            lead = SINCE.search(shadow[max(0, one.start - 24) : one.start])
            if OTHER_STATE.search(gap_between(shadow, span[1], one.start)) or OTHER_NAME.search(
                gap_between(sentence.text, span[1], one.start)
            ):
                continue
            if lead and not VERB.search(gap_between(shadow, span[1], one.start)):
                return one, lead.group().strip(" ,(")
    for one in found:
        lead = LEADING.match(shadow[: one.start])
        if lead and one.end < span[0] and re.match(r"[ ,]", shadow[one.end : one.end + 1]):
            return one, lead.group().strip()
    return None


def completed(found: days.Found | None, context: Context, sentence: list[days.Found]) -> str:
    """The ISO form of a day; one without a year takes it from the sentence, the heading, or what was last said."""
    if found is None:
        return ""
    if not found.iso.startswith("-"):
        return found.iso
    if context.line_day[4:] == found.iso[1:] and found.start < OPENING:
        return context.line_day
    whole = [one for one in sentence if not one.iso.startswith("-")]
    if len({one.iso[:4] for one in whole}) == 1:
        return in_order(found, whole[0])
    year = "" if context.heading.startswith("-") else context.heading[:4]
    if not year and context.written and sentence and not context.heading:
        year = lately(found.iso, context.written)
    year = year or context.year
    return days.in_year(found.iso, year) if year else ""


def in_order(found: days.Found, whole: days.Found) -> str:
    """A day without a year beside one with: in the same year, or the next or the one before, as the order of telling has it."""
    year = int(whole.iso[:4])
    if len(whole.iso) == 10:
        apart = int(found.iso[2:4]) - int(whole.iso[5:7])
        year += (
            -1
            if found.start < whole.start and apart >= APART
            else 1
            if found.start > whole.start and -apart >= APART
            else 0
        )
    return days.in_year(found.iso, str(year))


def lately(iso: str, written: date) -> str:
    """The year of a day without one, in a text of which the day is known: the last such day before it was written."""
    return str(written.year - (iso[2:] > written.isoformat()[5:]))


def second(found: days.Found | None, first: str, context: Context) -> str:
    """The other reading of a day without a year: in the year last told, where that is another."""
    if found is None or not found.iso.startswith("-") or not first or not context.year or context.heading:
        return found.other if found is not None else ""
    return days.in_year(found.iso, context.year) if context.year != first[:4] else ""
