"""Subjects: who it is that a sentence says something of, and whether it is said as done, denied, or only supposed."""

from __future__ import annotations

import re
from typing import NamedTuple

from .context import Context
from .gazetteer import Mention
from .marked import CODES, Marked
from .patterns import Patterns

__all__ = ["WHEN_IT", "Subject", "Words", "found_before", "group"]

JOINS = re.compile(
    r"(?:,? (?:and|or|nor|&|as well as|along with|together with) (?:by )?(?:the )?|, (?:the )?)(?:(?:independent )?state of )?"
    r"|/"
)
DAY = re.compile(rf"^(?: \([{CODES['day']}]+\)|, (?:on|in) [{CODES['day']}]+(?=, and |,? and ))")
"""A day in brackets behind a name, in a list of names."""
CLAUSE = re.compile(r"[;:]| that |, (?:but|and|while|although|though|whereas|yet) |[\"“”] ?")
RELATIVE = re.compile(r"^, (?:which|who|whose|itself|a|an|the) [^,;:]{1,90}(?=,)")
"""What is told of one name of a list before the next: Afghanistan, which acceded in 2003, and Palestine."""
BRACKET = re.compile(r"^ \([^()]{1,120}\)")
"""What a bracket tells of one name of a list: Niue (a State in free association with New Zealand), Palau and Tuvalu."""
IN_BRACKET = re.compile(r" \([^(),]*[a-z][^(),]*$")
BRACKET_ENDS = re.compile(r"[^()]{0,80}\)")
"""What stands about a name that only tells of another in its bracket."""
TWO, THREE = 2, 3
MANY = ("they", "neither", "both", "the two", "the three", "none of", "all three", "these")
GENERAL = re.compile(
    r"\b(?:(?:every|any|no) [^,.;]{0,40}|countries|states|those|nations|governments|members|ones|anyone|parties|(?:any|a|every|no) (?:state|country|party|government)) "  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:that|which|who) (?:have |has |had |also |do |did |are |were )?$"
)
"""Words of which a relative clause is told that names no state."""
AMONG = re.compile(
    r"\b(?:one of|among|amongst|like|with|by|(?:are|were|is|was) (?:two |three |the )?other|the only|the first|the last|the second|the third) [^,;.]{0,30}$"  # noqa: E501 - a grammar or list that reads best in one piece
)
STRANGER = re.compile(r"(?:\b(?:although|while|but|and|whereas|though|because)|;) (?:the )?([A-Z][\w'’-]+) $")
"""A name that begins a clause right in front of the words, and is no name of the record: although the Taliban do not."""
BOTH = re.compile(
    r"\W*(?:both|the two)(?: of them| countries| states| governments)? (?:(?:had|have|has|then|later|also|eventually) )*"
)
AS_DID = re.compile(r"\b(?:same [a-z]+|as \w+) as $|\bthan $")
"""Words that only compare with somebody: on the same day as we did."""
HOME = ("the country", "this country", "our country", "the nation", "the government", "its country")
"""Words that stand for the state of which a text speaks all the time."""
OWN = ("we", "our country", "my country", "our government", "our state")
"""Words with which a text speaks of the state that it is about, or from which it comes."""
GENITIVE = re.compile(r"['’]s? ")


ASIDE = re.compile(
    r", (?:whose|which|who|where|while|though|although|once|when|not|never|then|still|now|as|like|unlike|despite|itself|alone) [^,;]{1,80}(?=,)"  # noqa: E501 - a grammar or list that reads best in one piece
)
PARTS = re.compile(r"[;:] |,? and that |, that ")
"""What parts a long sentence into parts that each have their own subject."""
NEXT_CLAUSE = re.compile(rf"; |, (?:and|but|while|whereas) (?=(?:the )?[{CODES['state']}{CODES['person']}])")
"""Where a clause with a state of its own begins."""
BESIDE = re.compile(r",? (?:though|although|which|since|because|while|when|as) ")


class Subject(NamedTuple):
    """Whom a claim is made of, and where the name ends in the sentence (-1: it is not in it)."""

    codes: tuple[str, ...]
    start: int
    end: int
    why: str = ""


class Words:
    """The word lists of the patterns, each as one expression."""

    def __init__(self, patterns: Patterns) -> None:
        lists = patterns.words
        self.negation = expression(("not", "never", "n't", "neither", "nor", "no longer", "without", "cannot"))
        self.supposed = expression(lists["supposed"])
        self.unreal = expression(lists["unreal"])
        self.domestic = expression(lists["domestic"])
        self.executive = expression(lists["executive"])
        self.place = re.compile(
            rf"(?:^|[ ,(])(?:{either(lists['place'])}) (?:(?:the|its|their|his|neighbouring|nearby) )*(?:neighbours? |ally |allies |[a-z]+ern )?$"  # noqa: E501 - a grammar or list that reads best in one piece
        )
        self.link = frozenset(lists["link"])
        self.other = frozenset(lists["other"])
        self.parts = expression(lists["parts"])


def either(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def expression(words: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    """One expression for any of the words, each alone."""
    return re.compile(
        rf"(?<![^\W_])(?:{either(words)})(?![^\W_])|n['’]t(?![a-z])"
        if "n't" in words
        else rf"(?<![^\W_])(?:{either(words)})(?![^\W_])"
    )


def found_before(sentence: Marked, start: int, context: Context, words: Words, *, body: bool = False) -> Subject:
    """The nearest name before ``start`` that can be doing something; else whom the context is about.

    ``body`` is true where a body can do what is told, so that ``it`` can stand for one.
    """
    shadow = sentence.shadow
    if (new := STRANGER.search(sentence.text[:start])) and not any(
        one.start <= new.start(1) < one.end for one in sentence.mentions
    ):
        return Subject((), -1, 0, "names somebody whom the record does not know")
    if BOTH.fullmatch(sentence.fold[:start]) and len(context.seen) == 2:
        return Subject(tuple(context.seen), -1, 0)
    if (general := GENERAL.search(shadow[:start])) and not AMONG.search(shadow[: general.start()]):
        return Subject((), -1, 0, "said of states in general")
    asides = [match.span() for match in ASIDE.finditer(shadow[:start])]
    for one in reversed(sentence.mentions):
        if one.end > start or one.kind not in ("state", "person", "adjective", "country", "region"):
            continue
        if any(a < one.start and one.end <= b and sentence.inside(0, a, "state", "person") for a, b in asides):
            continue
        if one.kind == "region" and not one.value.startswith("place:"):
            continue
        between = shadow[one.end : start]
        if one.kind == "country" and AS_DID.search(sentence.fold[: one.start]):
            continue
        if one.kind == "country":
            if (
                body
                and context.actor not in ("", "ICC", "OTP", "ASP")
                and one.start == 0
                and sentence.fold.startswith("it ")
            ):
                return Subject((), -1, 0, "a pronoun that stands for a body")
            codes = earlier(sentence, one, words, context) or ahead(sentence, one) or taken_up(sentence, one, context)
            if codes and not GENITIVE.match(between) and counts_as_country(shadow, one):
                if other_thing(between, words):
                    return Subject((), -1, 0, "something else than this treaty")
                return Subject(codes, one.start, one.end)
            continue
        if one.kind == "region":
            continue
        subject = named(sentence, one, between, start, words)
        if subject:
            return subject
    lead = shadow[:start].strip(" •-–—*\"“'(")
    subject_code = context.section or context.page or (context.subject if opens_bare(sentence, start) else "")
    if subject_code and len(lead.split()) <= 2 and not sentence.inside(0, start, "body", "word", "other"):
        return Subject((subject_code,), -1, 0)
    bare = context.section or context.page
    if bare and OPENED.match(sentence.fold) and not sentence.inside(0, start, "state", "person"):
        return Subject((bare,), -1, 0)
    return Subject((), -1, 0, "names no state that the record knows")


OPENED = re.compile(
    r"(?:first |never )?(?:signed|ratified|acceded|withdrew|joined|lodged|deposited|accepted|voted|abstained)\b"
)
"""An act with which a sentence without a subject opens."""


def owner(sentence: Marked, start: int, context: Context, words: Words) -> Subject:
    """The state whose act a noun names: the nearest name in front, else whom the context is about."""
    for one in reversed(sentence.mentions):
        if one.end <= start and one.kind in ("state", "person"):
            return Subject((one.value,), one.start, one.end)
        if one.end <= start and one.kind == "country" and (codes := earlier(sentence, one, words, context)):
            return Subject(codes, one.start, one.end)
    code = context.subject or context.section or context.page
    return Subject((code,), -1, start) if code else Subject((), -1, 0, "names no state that the record knows")


def both(sentence: Marked, start: int, context: Context, words: Words) -> Subject:
    """The states of which ``neither`` or ``both`` speaks: those that the sentence names before, else the sentence before it."""
    found = [one for one in sentence.of("state", "person") if one.end <= start and not is_place(sentence, one, words)]
    codes = tuple(dict.fromkeys(one.value for one in found)) or tuple(context.seen)
    if len(codes) > 1:
        return Subject(codes, found[0].start if found else -1, found[-1].end if found else start)
    return Subject((), -1, 0, "names no states of which neither could speak")


PARTICIPLE = re.compile(
    r"^[\"“(•*–-]* ?(?:(?:after|upon|on|by|having|following|in|despite|since|through|with|although|though|while|when|once) )?"
    r"(?:[a-z]+ly )?(?:(?:first|initially|already|been) )?$"
)
OPENS = re.compile(r"[a-z]+(?:ing|ed|en)\b|(?:after|upon|on|by|since|in|through|with|having|before|despite|put|set)\b")


def behind_comma(sentence: Marked, start: int, end: int) -> Mention | None:
    """The state behind the comma of a sentence that opens with a participle: having signed in 1998, Jordan ratified."""
    if not PARTICIPLE.match(sentence.fold[:start]) or not OPENS.match(sentence.fold[start:]):
        return None
    comma = sentence.shadow.find(", ", end)
    while comma >= 0:
        one = next((one for one in sentence.mentions if one.start >= comma), None)
        lead = sentence.fold[comma + 2 : one.start] if one else "?"
        if one and one.kind in ("state", "person") and lead in ("", "the ", "both "):
            return one
        comma = sentence.shadow.find(", ", comma + 2)
    return None


def ahead(sentence: Marked, pronoun: Mention) -> tuple[str, ...]:
    """The state behind the comma that a pronoun in a clause before it stands for: although it signed, Morocco is no party."""
    if not re.match(
        r"\W*(?:although|though|while|when|after|since|because|before|even though|where) (?:the )?$",
        sentence.fold[: pronoun.start],
    ):
        return ()
    behind = re.search(rf", (?:the )?([{CODES['state']}{CODES['person']}])", sentence.shadow[pronoun.end :])
    one = sentence.at(pronoun.end + behind.start(1)) if behind else None
    return (one.value,) if one else ()


ALONE = re.compile(r" (?:is|does|did|has|was|had)(?: so| too| not| already)?[;,:](?: and)? ")
"""A clause that ends with its verb, whose state the next takes up: but Canada is; it ratified."""


def taken_up(sentence: Marked, pronoun: Mention, context: Context) -> tuple[str, ...]:
    """Whom a pronoun takes up from the sentences before: all that were named together, or the last that did something."""
    if sentence.fold[pronoun.start : pronoun.end].startswith(MANY) and len(context.seen) > 1:
        words = sentence.fold[pronoun.start : pronoun.end]
        if "three" in words:
            return tuple(context.seen) if len(context.seen) == THREE else ()
        two = words.startswith(("both", "neither", "the two"))
        return (context.pair or tuple(context.seen[-2:])) if two else tuple(context.seen)
    if sentence.fold[pronoun.start : pronoun.end] in OWN:
        return tuple(filter(None, (context.speaker or context.page or context.section or context.home,)))
    home = context.home if sentence.fold[pronoun.start : pronoun.end] in HOME else ""
    return tuple(filter(None, (context.subject or context.section or context.page or home,)))


def opens_bare(sentence: Marked, start: int) -> bool:
    """Whether a sentence without a subject begins with the words: Not a member. Accepted jurisdiction twice."""
    lead = sentence.fold[:start].strip(' "“(*•–-')
    return lead in ("", "so", "and", "but", "still", "later", "then") and not re.match(
        r"[^.;]*, (?:the |it |this )", sentence.fold[start:]
    )


SENT = re.compile(
    r"\b(?:submitt|sent|send|wr[io]t|deliver|transmit|fil|lodg|deposit|issu)\w* (?:a|an|its|the|their|another) (?:[a-z]+ ){0,2}?letter\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A letter that somebody sent, after which that somebody may go on."""


def other_thing(between: str, words: Words) -> bool:
    """Whether something else stands as subject right before the words: ``but the peace agreement was never signed``."""
    last = SENT.sub("", re.split(r",| and | but |;", between)[-1])
    return any(word in words.other for word in re.findall(r"[a-z]+", last))


def counts_as_country(shadow: str, one: Mention) -> bool:
    """``it`` counts as a subject, not in ``it is said that``; ``the state`` not in ``the state of``."""
    after = shadow[one.end : one.end + 14]
    return not re.match(r" (?:is|was) (?:said|clear|true|important|likely|hoped|believed|noted)| of ", after)


def earlier(sentence: Marked, pronoun: Mention, words: Words, context: Context) -> tuple[str, ...]:
    """The state in the same sentence that a pronoun takes up: the first before it that is no mere place; ``they``: the list."""
    before = [one for one in sentence.of("state", "person") if one.end <= pronoun.start]
    text = sentence.fold[pronoun.start : pronoun.end]
    if text in ("the latter", "the former"):
        named = tuple(dict.fromkeys(one.value for one in before)) or tuple(context.seen)
        return (named[-1 if text == "the latter" else 0],) if named else ()
    if text.startswith(("neither ", "both ", "the two ")) and len({one.value for one in before}) == TWO:
        return tuple(dict.fromkeys(one.value for one in before))
    if text.startswith(MANY):
        each = tuple(dict.fromkeys(one.value for one in before if not is_place(sentence, one, words)))
        if text not in ("they",) and len(each) > 1:
            listed = group(sentence, before[-1], words, placed=True)[0]
            return listed if len(listed) == len(each) + 1 and listed[1:] == each else each
        return max((group(sentence, one, words)[0] for one in before), key=len, default=())
    acting = [one for one in before if not is_place(sentence, one, words)]
    if not acting and len({one.value for one in before}) == 1:
        return (before[0].value,)
    own = [
        one
        for one in acting
        if one.start >= max((cut.end() for cut in NEXT_CLAUSE.finditer(sentence.shadow[: pronoun.start])), default=0)
    ]
    if own and own != acting:
        return (own[0].value,)
    last = before[-1] if before else None
    if last is not None and ALONE.fullmatch(sentence.shadow[last.end : pronoun.start]):
        return (last.value,)
    begin = max((one.end() for one in PARTS.finditer(sentence.shadow[: pronoun.start])), default=0)
    near = [one for one in acting if one.start >= begin] or acting
    beside = [one for one in near if BESIDE.fullmatch(sentence.shadow[one.end : pronoun.start])]
    return ((beside or near)[0].value,) if near else ()


EXCEPT = re.compile(
    r"\b(?:all|every|everyone|each|both|none)\b[^.;,]{0,50}\b(?:but|save|except|bar|other than|aside from|excluding)(?: for)? (?:the )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words before a name that take it out of what is said of all others."""
DATELINE = re.compile(
    r"(?:/[a-z ]+)?, (?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)| ?\(|/|, [a-z]+ [–—-]| [–—-] "
)
"""What follows the place at the head of a report."""


MANY_LIKE = re.compile(
    r"\b(?:countries|states|nations|powers|governments|members|parties|those),? (?:like|such as) (?:the )?$"
)
"""Words that make the names behind them some of many who act: countries like the United States and China."""


def is_place(sentence: Marked, one: Mention, words: Words) -> bool:
    """Whether words before a name make it a place or an object, not one that acts."""
    before = sentence.fold[max(0, one.start - 60) : one.start]
    if EXCEPT.search(before):
        return True
    if one.kind == "person" and not before and DATELINE.match(sentence.fold[one.end :]):
        return True
    if not words.place.search(before) or re.match(r"(?:,| ?[—–-]) ?(?:which|who|itself) ", sentence.fold[one.end :]):
        return False
    if MANY_LIKE.search(before):
        return False
    if re.search(r"(?:including|among them|such as) (?:the )?$", before) and re.match(
        r"[^.;]{0,60}, ", sentence.shadow[one.end :]
    ):
        return False
    return not re.search(
        r"(?:government|republics?|kingdoms?|state|president|people|authorities|commonwealth|union|delegation|minister|leader|"
        r"observer|permanent observer|head|nation|island|islands|archipelago|country|representatives?|ambassador|envoy|speaker|delegate|spokesman|spokesperson|spokeswoman)"  # noqa: E501 - a grammar or list that reads best in one piece
        r"(?: [\w'’.-]+){0,3} of (?:the )?$",
        before,
    )


OTHER_WHO = re.compile(
    r" (?:[a-z]+ )?(?:all(?:y|ies)|nationals?|citizens?|persons?|judges?|soldiers?|personnel|officials?|partners?|companies) (?:which|who|that) "  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Somebody whom the name only describes, of whom the rest is said: a U.S. ally which is not a party."""
WHEN_IT = re.compile(r"\b(?:after|before) (?:the )?$")
"""Words that open a clause in which the name behind them acts: after the Philippines withdrew."""
AUXILIARY = re.compile(r" (?:(?:had|has|have|itself|also|already|finally|formally|officially|first) )*")
PAST = re.compile(
    r"(?:(?:had|has|have|formally|officially|already|finally) )*(?:withdr[ae]wn?|left|quit|exited|pulled|ratified|acceded|signed|joined|became|become|accepted|deposited)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)


def named(sentence: Marked, one: Mention, between: str, start: int, words: Words) -> Subject | None:
    """The subject that a name makes, or None where it is a place, an object, or the owner of something else."""
    spoken = ASIDE.sub(",", between)
    domestic = words.domestic.search(spoken) if len(spoken) < 120 else None
    if domestic and (GENITIVE.match(between) or one.kind == "adjective" or domestic.start() < 14):
        return Subject((), one.start, one.end, "an act of a parliament or another body at home, none under the treaty")
    if one.kind == "adjective":
        return Subject((one.value,), one.start, one.end) if words.executive.match(between.lstrip()) else None
    if other_thing(between, words):
        return None
    if OTHER_WHO.match(between):
        return Subject((), one.start, one.end, "said of somebody else than the state")
    if GENITIVE.match(between) and not words.executive.search(between[:60]):
        return None
    if is_place(sentence, one, words):
        head = sentence.shadow[max(0, one.start - 60) : one.start]
        if WHEN_IT.search(head) and AUXILIARY.fullmatch(between) and PAST.match(sentence.fold[start:]):
            return Subject(*group(sentence, one, words, placed=True), one.end)
        if re.search(r"parliament of|senate of|assembly of", head) and words.domestic.search(head):
            return Subject(
                (), one.start, one.end, "an act of a parliament or another body at home, none under the treaty"
            )
        return None
    inside = re.match(r"(?:,| ?[—–-]) ?(?:which|who|whose|itself|a|an|now|then) ", between) is not None
    relative = between.strip() == "," or (inside and not re.fullmatch(r"[, ]+", spoken))
    codes, first = group(sentence, one, words, over=not relative)
    return Subject(codes, first, one.end)


def group(
    sentence: Marked, last: Mention, words: Words, *, placed: bool = False, over: bool = False
) -> tuple[tuple[str, ...], int]:
    """All states of a list that ends with ``last``, and where the list begins.

    ``placed``: also behind ``with``; ``over``: over what is told of one name before the next.
    """
    found = [last]
    rest = [one for one in sentence.mentions if one.end <= last.start and one.kind != "day"]
    for one in reversed(rest):
        lead = sentence.shadow[: one.start]
        if IN_BRACKET.search(lead) and BRACKET_ENDS.match(sentence.shadow, one.end):
            continue
        if over and found[0] is not one and ASIDE_OPEN.search(lead):
            continue
        gap = DAY.sub("", sentence.shadow[one.end : found[0].start])
        gap = BRACKET.sub("", gap)
        gap = RELATIVE.sub("", gap) if over else gap
        if one.kind not in ("state", "person") or not JOINS.fullmatch(gap):
            break
        found.insert(0, one)
    if len(found) > 1 and not placed and is_place(sentence, found[0], words):
        found = [last]
    return tuple(dict.fromkeys(one.value for one in found)), found[0].start


NONE_OF = re.compile(r"\b(?:none|neither|not one|nobody|no one|hardly any) of [^,.;]{0,30}$|^none of [^.;]{0,90}$")
"""Words that deny a status of all of whom is spoken."""
ASIDE_OPEN = re.compile(r", (?:which|who|whose) [^,;]*$")
HAD = re.compile(r"(?:^|[.;:,—(] ?|\band |\bbut |\bfor )(?:had|were) (?:the )?$")
"""A supposition told by its word order: had Venezuela left, were Jamaica to ratify."""


def mood(sentence: Marked, subject: Subject, start: int, words: Words) -> str:
    """``unreal`` where the claim is wanted or supposed, ``negative`` where it is denied, else nothing."""
    shadow = sentence.shadow
    begin = subject.start if subject.start >= 0 else start
    clause = shadow[:begin]
    cut = max((one.end() for one in CLAUSE.finditer(clause)), default=0)
    relative = re.match(r", (?:which|who) ", shadow[max(subject.end, 0) : start])
    if (
        not relative
        and words.supposed.search(
            re.sub(
                rf"even if|as if|once (?:bound|a|an|in|the)\b|until [{CODES['day']}]+, when|until (?:then|now|recently|today)|once again",  # noqa: E501 - a grammar or list that reads best in one piece
                "",
                clause[cut:],
            )
        )
        and not re.search(r"\b(?:after|since|when|while|because) ", clause[cut:])
    ):
        return "unreal"
    between = ASIDE.sub(",", shadow[max(subject.end, 0) : start]).rstrip(' "“”')
    tail = CLAUSE.split(between)[-1] if subject.end > 0 else between
    near = tail.rsplit(",", 1)[-1] if tail.lstrip().startswith((",", "(", "-", "–", "—")) else tail
    near = re.split(r" and (?!not )| but ", near)[-1] if subject.end > 0 else near
    if re.search(r"\bhaving (?:[a-z]+ly |already |first )?$", between + " "):
        near = ""
    if words.unreal.search(re.sub(r"\bto (?!(?:[a-z]+ly )?$)", "", " ".join(near.split()[-7:]) + " ")):
        return "unreal"
    lead = shadow[max(0, begin - 12) : begin]
    if NONE_OF.search(shadow[:start]):
        return "negative"
    if HAD.search(sentence.fold[max(0, begin - 14) : begin]):
        return "unreal"
    if re.search(
        r"\bn(?:or|either) (?:has|have|had|did|does|do|is|are|was|were) (?:the )?$", shadow[max(0, begin - 20) : begin]
    ):
        return "negative"
    plural = sentence.fold[begin : max(subject.end, 0)].startswith(("neither", "none"))
    if words.negation.search(tail) or "neither " in lead or plural:
        return "negative"
    return ""
