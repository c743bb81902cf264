"""Frames: acts of states read by the parts of their clause, where no pattern fits: who, what, under which treaty, when.

A word tells the act; the doer stands in front of it in its clause, behind ``by`` or ``of``, or is carried over from the clause
before; the treaty is named in the clause or was the last one named. Nouns and papers tell an act only with its day.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import sieve
from .attach import THEM, told
from .claim import Claim
from .context import Context
from .gazetteer import Mention
from .hits import Placed
from .marked import CODES, Marked
from .objects import OURS, Objects
from .patterns import Frame, Patterns
from .reported import refused
from .subjects import GENITIVE, JOINS, Words, group, is_place

__all__ = ["Frames", "with_days"]

STATE = f"[{CODES['state']}{CODES['person']}]"
WHO = f"[{CODES['state']}{CODES['person']}{CODES['country']}]"
BOUND = re.compile(
    r"[;:()—–]|, (?:and|but|while|whereas|although|though|when|after|before|since|because|as|so|yet|which|who|whose|where|having|with)\b|"  # noqa: E501 - a grammar or list that reads best in one piece
    r" and (?=the (?:instrument|statute|treaty|notice|declaration|letter) )|"
    rf" (?:and|but|while|whereas|although|though|when|after|before|that|because|since) (?=(?:the |its |neither |both )?{WHO})"
)
"""What parts a sentence into clauses."""
DEPOSIT = (
    r"(?:deposit(?:s|ed|ing)?|lodg(?:es|ed|ing)|submit(?:s|ted|ting)?|present(?:s|ed|ing)|deliver(?:s|ed|ing)|hand(?:s|ed|ing)(?: in| over)?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"fil(?:es|ed|ing)|transmit(?:s|ted|ting)|sen(?:t|ds|ding)|g(?:ave|ives|iving)|ma(?:de|kes|king)|register(?:s|ed|ing)|complet(?:es|ed|ing)|"
    r"issu(?:es|ed|ing)|receiv(?:es|ed|ing)|serv(?:es|ed|ing)|enter(?:s|ed|ing)|signed)"
)
ARRIVED = (
    r"(?:was|were|is|are|has been|had been|being|having been)?(?: [a-z]+ly| then| first)? ?(?:deposited|lodged|received|submitted|handed (?:in|over)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"delivered|registered|filed|dated|made|sent)|reached|arrived|dropped|dates? from|dated|came|followed|took place|entered new york|is dated|landed"  # noqa: E501 - a grammar or list that reads best in one piece
)
UNREAL = re.compile(
    r"\b(?:would|should|could|may|might|must|shall|will|can|cannot|to|if|unless|whether|without|before|for|of|from|against|on|consider\w*|"
    r"plan\w*|threaten\w*|urg\w+|likely)(?: [a-z]+ly| soon| now| one day| be| have| been| being| also| then| its| their| the)* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words right in front of an act by which it is wanted, feared or named only."""
SUPPOSED = re.compile(r"\b(?:if|unless|whether|should|suppose|in case|until)\b")
DENIED = re.compile(
    rf"\bn(?:or|either) (?:has|have|had|did|does|do) (?:the )?{WHO}+ (?:[a-z]+ly )?$|(?:\b(?:not|never|nor|neither|no)|n't)(?: [a-z]+ly| yet| been| be| ever| itself)* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
NEITHER = re.compile(rf"\bneither (?:the )?{WHO}+ nor (?:the )?{WHO}+ (?:has |had |have |ever |yet |[a-z]+ly )*$")
"""Two states of which an act is denied."""
NOUN_BARRED = re.compile(
    r"\b(?:no|without|before|until|pending|awaiting|towards?|for|against|seek\w*|urg\w+|future|next|possible|despite its refusal of)(?: (?:the|its|their|a|an|any))? $"  # noqa: E501 - a grammar or list that reads best in one piece
)
TALK = re.compile(
    r"\b(?:announc\w+|declar\w+|decid\w+|decision|intent\w*|intend\w*|plan\w*|threat\w*|vot\w+|approv\w+|propos\w+|consider\w*|debat\w+|support\w*|"
    r"oppos\w+|call\w*|bill|law|speak\w*|spoke|talk\w*|discuss\w*|after|since|despite|effect)\b[^.;,]{0,30}$"
)
"""Words by which an act is only spoken of, or told as the time of another."""
THING = re.compile(
    r"(?: [a-z]+ly)? (?:a|an|the|his|her|their|its|two|three|several|some|any|no|another|this|that|these|more)(?: [a-z'-]+){1,3}"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Something that follows an act as what is signed, left or joined."""
SUCCEEDED = re.compile(r"[^.;]{0,60}?\bfollowed by (?:that|those) of\b")
"""Words behind which the act of another is told with its day."""
BY = re.compile(rf"[^;:().,]{{0,40}}? by (?:the )?(?:[a-z]+ (?:of|government of) (?:the )?)?(?P<name>{STATE}+)")
OF = re.compile(rf" (?:of|by|from|for) (?:the )?(?P<name>{STATE}+)(?![^,;.]*'s)")
WHOSE = re.compile(r",? whose(?: [a-z-]+){0,3} $")
FROM = re.compile(rf"[^;:().,]{{0,40}}? from (?:the )?(?P<name>{STATE}+)")
JOINTLY = re.compile(
    rf"(?:signed|ratified|approved|accepted) by (?:the )?(?P<name>{STATE}+)[^;.]{{0,60}}\band (?:[a-z]+ly |later |then |was |were )*$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""An act told of who did the one before it: signed by Kenya in 1999 and ratified in 2005."""
OWN = re.compile(r"\b(?:its|their|his|her) (?:own |formal |later |eventual )?$")
EARLIER_THAN = re.compile(rf"\b(?:before|until|when) (?:the )?{WHO}+ (?:[a-z]+ly |had )?$")
INTO_LAW = re.compile(r"(?: it)? into law\b")
EFFECT = re.compile(r"[^.;,]{0,30}? (?:took|takes|taking|(?:will )?take|became|becomes) effect")
"""What tells when a paper worked, not when it was given."""
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)(?: [a-z]+ly| only| then| first| never| not)* $")
BACK = re.compile(
    r"\b(?:back|rescind\w*|revok\w*|retract\w*|cancel\w*|suspend\w*|nullif\w*|unsign\w*|annul\w*|pull\w*|deactivat\w*|withdr\w+ (?:its|their|his|the|that) (?:own )?(?:signature|accession|ratification|instrument|withdrawal|notice))\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words by which something is taken back, not done."""
BARE = re.compile(
    rf"(?:[{CODES['day']}{CODES['country']}]+|[a-z]+ly|and|but|then|later|also|it|its|their|his|her|had|has|have|having|by|after|upon|on|in|of|at|early|late|"
    r"the|a|same|day|who|which|that|whose|first|never|not|only|both|again|before|back|since|already|itself|itself also|own|so|too|did|long|soon|until|year|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"an|with|formal|written|once|finally|twice|just|even|now|instead|however|did not|yet|when|while|as|although|though|because|after|follow\w*)*"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words in front of an act that name nobody else as its doer."""
OUT = re.compile(
    rf" (?:[a-z]+ly )?(?:from|of|out of|by)? ?(?:the |its )?[{CODES['treaty']}{CODES['word']}{CODES['body']}{CODES['day']}]|[ ,]*(?:on|in) (?:the )?[{CODES['day']}]|[ ,]*(?:[a-z]+ly|altogether|entirely)?[.;,)]|\W*$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What follows where a state leaves this Court."""


PAPER = re.compile(
    r"\b(?:letters?|statements?|orders?|laws?|bills?|petitions?|memos?|notes?|memorand(?:um|a)),? (?:was |were |is )?$"
)
"""Papers other than a treaty that somebody signs."""
ACCEPTS = re.compile(r"12 ?\(3\)|jurisdiction|ad hoc|lodg|(?:such a|new|first|second) declaration")
"""Words without which a declaration is not known to be one under article 12(3)."""
OF_THINGS = re.compile(
    r" of (?:the )?(?!acceptance|approval|instrument|membership|(?:its|their|this|that|said) )[a-z]{3,}"
)
"""What makes a noun one of something else: the instrument of the orchestra."""
SIGNATURE = re.compile(r" of [^.;,]{0,40}\bsignature\b")
"""What is withdrawn that is no membership: the withdrawal of a signature."""
LEAVES = re.compile(r"\b(?:withdr\w+|leav\w+|left|quit\w*|exit\w*|depart\w*|pull\w*|denounc\w+|article 127)\b")
"""Words without which a notice is not known to be one of withdrawal."""
NOTIFIED = re.compile(r"\b(?:notif\w+|notices?|lodged|deposited|letter|informed|told|wrote|received)\b")
EFFECTIVE = re.compile(r"\b(?:effect|effective|final|complete[d]?|ended)\b")
FORCE = re.compile(
    r"\b(?:(?:ent(?:er|ers|ered|ering|ry)|came|comes?|coming) in(?:to)? (?:force|effect)|(?:became|becomes?|is|was) binding|took effect|takes? effect|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:has been|had been|is|was) in force|(?<=^)in force|has applied)(?![^\W_])"
)
"""Words that tell that a treaty began to bind."""
FOR = re.compile(
    rf"(?:for|on|with regard to|in respect of|with respect to|as regards|in) (?:the )?(?P<name>{WHO}+)(?!['’])"
)
LABEL = re.compile(
    rf"\W*(?:in force(?: for (?:the|this|that) country)?|ent(?:ry|ered) into force)(?: since| on| from|:)? ?(?:the )?[{CODES['day']}]+\W*"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What a line says of the state of its page, in two words and a day."""
ALONE = re.compile(rf"\W*(?:[{CODES['day']}]+\W*)?(?:the )?entry into force\b[^.;]{{0,40}}\W*")
"""All that a line of a timeline says of the Statute."""
LAW = re.compile(rf"[{CODES['treaty']}{CODES['word']}]|\b(?:it|its|accession|ratification|membership|statute)\b")


class Found(NamedTuple):
    """A word that tells an act: its frame, where it stands, whether it needs a day, and whether it is a verb."""

    frame: Frame
    start: int
    end: int
    needs_day: bool
    verb: bool


class Frames:
    """Reads acts by the parts of a clause; made once for the word lists of the patterns."""

    def __init__(self, patterns: Patterns, words: Words, objects: Objects) -> None:
        self.words = words
        self.objects = objects
        self.triggers = [one for frame in patterns.frames for one in triggers(frame)]
        self.opens = frozenset(word for one in self.triggers for word in one.opens)

    def read(self, claims: list[Placed], sentence: Marked, context: Context) -> list[Placed]:
        """The claims of acts that no pattern read; those of nouns still need a day."""
        result: list[Placed] = []
        spans = [(one[1], one[2]) for one in claims]
        for found in self.found(sentence):
            if any(a < found.end and found.start < b for a, b in spans):
                continue
            if refused(sentence.fold, found.start, found.end, ()):
                continue
            claim = self.claim(found, sentence, context)
            if claim:
                spans.append((found.start, found.end))
                result += claim
        return result + self.in_force(spans, sentence, context)

    def in_force(self, spans: list[tuple[int, int]], sentence: Marked, context: Context) -> list[Placed]:
        """From when the Statute is in force for a state that the clause names behind ``for``."""
        result: list[Placed] = []
        for match in FORCE.finditer(sentence.shadow) if sentence.may & sieve.BINDS else ():
            start, end = match.span()
            if any(a < end and start < b for a, b in spans) or refused(sentence.fold, start, end, ()):
                continue
            begin, stop = clause(sentence, start, end)
            part = sentence.shadow[begin:stop]
            own = (context.section or context.page) if LABEL.fullmatch(part) else ""
            if own or (context.line_day and ALONE.fullmatch(part)):
                who = (own or context.page or "ICC",)
                result += self.made(who, "entered-into-force", "rome-statute", ("needs-day",), sentence, (start, end))
                continue
            whom = FOR.search(part)
            near = [one for one in sentence.of("state", "person") if one.end <= start]
            there = near[-1].value if near else context.subject
            if whom is None and re.search(r"\bthere\b", part) and there and LAW.search(part):
                result += self.made(
                    (there,), "entered-into-force", "rome-statute", ("needs-day",), sentence, (start, end)
                )
                continue
            if not whom or not LAW.search(part) or SUPPOSED.search(part) or BACK.search(part) or "withdraw" in part:
                continue
            one = sentence.at(begin + whom.start("name"))
            names = self.resolved(one, sentence, context) if one else ()
            about = self.about(
                Found(Frame(claims="entered-into-force"), start, end, True, False), sentence, begin, stop, context
            )
            if about and one:
                result += self.made(names, "entered-into-force", about, ("needs-day",), sentence, (start, end))
        return result

    def found(self, sentence: Marked) -> list[Found]:
        """Every word that tells an act, the longest first where several begin together."""
        fold, held = sentence.fold, frozenset(sentence.words)
        if self.opens.isdisjoint(held):
            return []
        found = [
            Found(one.frame, *match.span("act"), one.needs_day, one.verb)
            for one in self.triggers
            if not one.opens.isdisjoint(held)
            for match in one.expression.finditer(fold)
        ]
        found.sort(key=lambda one: (one.start, one.start - one.end))
        kept: list[Found] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    def claim(self, found: Found, sentence: Marked, context: Context) -> list[Placed]:
        """The claims that a word makes with its clause; none where a part is missing."""
        lead = sentence.shadow[max(0, found.start - 60) : found.start]
        begin, end = clause(sentence, found.start, found.end)
        if SUPPOSED.search(sentence.shadow[begin : found.start]):
            return []
        denied = DENIED.search(lead) is not None or NEITHER.search(sentence.shadow[begin : found.start]) is not None
        if not found.verb and TALK.search(lead):
            return []
        if (UNREAL if found.verb else NOUN_BARRED).search(lead) or (
            denied and not (found.frame.negative and found.verb)
        ):
            return []
        passive = found.verb and PASSIVE.search(lead) is not None and not denied
        part = sentence.shadow[begin:end]
        if found.verb and EARLIER_THAN.search(lead) and CODES["day"] not in sentence.shadow[found.end : found.end + 40]:
            return []
        if found.verb and INTO_LAW.match(sentence.shadow, found.end):
            return []
        if found.frame.claims == "signed" and PAPER.search(lead):
            return []
        if not found.verb and SUCCEEDED.match(sentence.shadow, found.end):
            return []
        if not found.verb and EFFECT.match(sentence.shadow, found.end):
            return []
        if (
            BACK.search(sentence.shadow[begin : found.end + 22])
            or self.words.domestic.search(part)
            or strange(sentence, found.start)
        ):
            return []
        if (
            found.frame.claims == "withdrew"
            and found.verb
            and not found.needs_day
            and not OUT.match(sentence.shadow, found.end)
        ):
            return []
        about = self.about(found, sentence, begin, end, context)
        names = self.doer(found, sentence, begin, context, passive=passive) if about else ()
        predicate = found.frame.negative if denied else found.frame.claims
        how = ("not-ratified",) if denied else found.frame.how
        if predicate == "withdrew" and not how:
            how = ("notice",) if NOTIFIED.search(part) else ("effect",) if EFFECTIVE.search(part) else ()
        named = any(one.start >= begin and one.end <= end for one in sentence.of("treaty", "word"))
        needs = (found.needs_day or not named) and not denied
        return self.made(
            names,
            predicate,
            about,
            (*how, "needs-day") if needs else how,
            sentence,
            (found.start, found.end),
            found.frame.name,
        )

    def made(
        self,
        names: tuple[str, ...],
        predicate: str,
        about: str,
        how: tuple[str, ...],
        sentence: Marked,
        span: tuple[int, int],
        name: str = "in force for a state, by its clause",
    ) -> list[Placed]:
        """A claim for each state."""
        return [
            (
                Claim(
                    sentence=sentence.text,
                    start=span[0],
                    end=span[1],
                    subject=code,
                    predicate=predicate,
                    object=self.objects.named(about, predicate),
                    about=about,
                    tense="past",
                    how=how,
                    pattern=name,
                ),
                *span,
                0,
                0,
            )
            for code in names
        ]

    def leaving(self, sentence: Marked, context: Context) -> bool:
        """Whether the text speaks of leaving: in the sentence, under its heading or title, or with the act last told."""
        return bool(LEAVES.search(sentence.fold) or LEAVES.search(context.topic)) or context.told_act == "withdrew"

    def about(self, found: Found, sentence: Marked, begin: int, end: int, context: Context) -> str:
        """The instrument that the act goes with; empty where it is another, or nobody can say."""
        if (
            found.frame.claims == "declared-12-3"
            and not ACCEPTS.search(sentence.fold)
            and context.told_act != "declared-12-3"
        ):
            return ""
        if not found.verb and (
            OF_THINGS.match(sentence.shadow, found.end) or SIGNATURE.match(sentence.fold, found.end)
        ):
            return ""
        if found.frame.claims == "withdrew" and not self.leaving(sentence, context):
            return ""
        if THEM.match(sentence.fold, found.end):
            return context.beside.get("amendment", "")
        named = [
            one for one in sentence.inside(begin, end, "treaty", "other", "word", "body") if one.end > found.start - 60
        ]
        treaty = next((one for one in named if one.kind in ("treaty", "other", "word")), None)
        if treaty is not None and treaty.kind == "other":
            return ""
        if treaty is not None:
            return told(treaty, sentence, context, court=False) or ""
        following = THING.match(sentence.shadow[found.end : end])
        if found.verb and following and not any(one.value == "ICC" for one in named):
            return ""
        tail = sentence.shadow[found.end : end].split()[:4]
        if any(word in self.words.other for word in tail) or any(one.kind == "other" for one in sentence.mentions):
            return ""
        named_before = [one for one in sentence.of("treaty", "other") if one.end <= found.start]
        if named_before and treaty is None:
            return told(named_before[-1], sentence, context, court=False) or ""
        ours = context.about or any(one.value in OURS for one in sentence.mentions)
        if not ours or context.treaty == "other":
            return ""
        return "rome-statute"

    def doer(self, found: Found, sentence: Marked, begin: int, context: Context, *, passive: bool) -> tuple[str, ...]:
        """The states that did it; none where the words name somebody else, or nobody."""
        shadow = sentence.shadow
        inside = sentence.inside(found.start, found.end, "state", "person")
        if inside:
            return tuple(dict.fromkeys(one.value for one in inside))
        if after := (not found.verb and FROM.match(shadow, found.end)):
            return group_at(sentence, after.start("name"))
        received = sentence.fold.startswith("receiv", found.start)
        if after := ((received or not found.verb) and OF.match(shadow, found.end)) or BY.match(shadow, found.end):
            return group_at(sentence, after.start("name"))
        if signed_by := JOINTLY.search(shadow[: found.start]):
            return group_at(sentence, signed_by.start("name"))
        if passive:
            return ()
        own = OWN.search(sentence.fold[: found.start]) is not None
        adjective = next((one for one in sentence.of("adjective") if one.end + 1 == found.start), None)
        if adjective is not None and not found.verb:
            return (adjective.value,)
        if sentence.fold.startswith("receiv", found.start):
            return ()
        before = [one for one in sentence.of("state", "person", "country") if one.end <= found.start]
        for one in reversed(before):
            between = shadow[one.end : found.start]
            if not found.verb and re.fullmatch(r"['’]s?(?: [a-z-]+){0,3} ", between):
                return self.resolved(one, sentence, context)
            if one.start < begin:
                break
            if is_place(sentence, one, self.words) or GENITIVE.match(between) or "," in between.strip(", "):
                continue
            return self.resolved(one, sentence, context)
        if not own and not bare(shadow[begin : found.start]):
            return ()
        if begin and re.search(r"\b(?:which|who|whose)\b ?$", shadow[:begin]):
            ahead = [one for one in before if one.end <= begin]
            return self.resolved(ahead[-1], sentence, context) if ahead else ()
        acting = [
            one for one in before if not is_place(sentence, one, self.words) and not GENITIVE.match(shadow[one.end :])
        ]
        if acting or (before and sentence.fold[: found.start].endswith("the ")):
            return self.resolved((acting or before)[0], sentence, context)
        behind = re.match(rf"[^;:().]{{0,90}}?,? (?:the )?(?P<name>{STATE}+)", shadow[found.end :])
        opens = found.start <= 24 or re.search(r"\b(?:by|upon|on|after|in) $", shadow[: found.start])
        participle = re.match(r"[a-z]+(?:ing|ed)\b", sentence.fold[found.start :])
        if behind and not before and opens and (own or participle or not found.verb):
            return group_at(sentence, found.end + behind.start("name"))
        code = context.subject or context.section or context.page
        return (code,) if code and not before and not (participle and found.verb) else ()

    def resolved(self, one: Mention, sentence: Marked, context: Context) -> tuple[str, ...]:
        """The states that a name or a word such as ``it`` stands for."""
        if one.kind != "country":
            return group(sentence, one, self.words)[0]
        earlier = [name for name in sentence.of("state", "person") if name.end <= one.start]
        acting = [name for name in earlier if not is_place(sentence, name, self.words)]
        code = acting[0].value if acting else context.subject or context.section or context.page
        return (code,) if code else ()


def bare(lead: str) -> bool:
    """Whether the words in front of an act name nobody as its doer."""
    return all(BARE.fullmatch(word) for word in lead.replace("-", " ").replace(",", " ").replace('"', " ").split())


def strange(sentence: Marked, start: int) -> bool:
    """Whether a name that the record does not know stands right in front of an act: Arcadia ratified."""
    word = re.search(r"(\w+)(?: (?:has|had|have|formally|also|then|later|finally))* $", sentence.text[:start])
    return word is not None and word.group(1)[0].isupper() and not known(sentence, word.start(1))


def known(sentence: Marked, place: int) -> bool:
    """Whether a word stands in a name, or is one with which a sentence begins."""
    return any(one.start <= place < one.end for one in sentence.mentions) or bool(
        BARE.fullmatch(sentence.fold[place:].split(" ")[0].strip(",.;:'’"))
    )


def group_at(sentence: Marked, start: int) -> tuple[str, ...]:
    """The states of the list that begins at a place."""
    names = [one for one in sentence.of("state", "person") if one.start >= start]
    kept = names[:1]
    for one in names[1:]:
        if not JOINS.fullmatch(sentence.shadow[kept[-1].end : one.start]):
            break
        kept.append(one)
    return tuple(dict.fromkeys(one.value for one in kept))


def clause(sentence: Marked, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends."""
    begin, stop = 0, len(sentence.shadow)
    for one in BOUND.finditer(sentence.shadow):
        if one.end() <= start:
            begin = one.end()
        elif one.start() >= end:
            stop = one.start()
            break
    return begin, stop


class Trigger(NamedTuple):
    """Words that tell an act of a frame: their expression, with which words they open, and what is known of the act."""

    frame: Frame
    expression: re.Pattern[str]
    opens: frozenset[str]
    needs_day: bool
    verb: bool


def triggers(frame: Frame) -> list[Trigger]:
    """The expressions of a frame: its verbs, its nouns, and its papers with what is done with them."""

    def trigger(act: str, words: tuple[str, ...], needs_day: bool, verb: bool) -> Trigger:
        opens = frozenset(re.split(r"[^a-z0-9]", word, maxsplit=1)[0] for word in words)
        return Trigger(frame, re.compile(rf"(?<![^\W_])(?P<act>{act}"), opens, needs_day, verb)

    found = []
    if frame.verbs:
        found.append(trigger(rf"{either(frame.verbs)})(?![^\W_])", frame.verbs, False, True))
    if frame.nouns:
        found.append(trigger(rf"{either(frame.nouns)})(?![^\W_])", frame.nouns, True, False))
    if frame.papers:
        papers = either(frame.papers)
        given = rf"{DEPOSIT} (?:[^\s.;:]+ ){{0,8}}?(?:{papers}))(?![^\W_])"
        deposit = rf"deposit (?:by [^.;:]{{3,60}}? )?of (?:its|the|an|their) (?:{papers}))(?![^\W_])"
        arrived = rf"(?:{papers}))(?=,? (?:[^\s.;:]+ ){{0,10}}?(?:{ARRIVED})(?![^\W_]))"
        found += [trigger(given, frame.papers, True, True), trigger(arrived, frame.papers, True, False)]
        found.append(trigger(deposit, ("deposit",), True, False))
    return found


def either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def with_days(claims: list[Placed]) -> list[Placed]:
    """The claims without those that needed a day and found none."""
    return [one for one in claims if "needs-day" not in one[0].how or one[0].date]
