"""Votes: how each state voted in the Council or at Rome; who, on what and when are found by their places around the vote."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

import msgspec

from . import days, sieve
from .attach import act_day, completed, second
from .ballots import ballot_of, spoken_of
from .claim import Claim
from .context import Ballot, Context
from .gazetteer import Mention
from .hits import Placed
from .marked import CODES, Marked
from .objects import Objects
from .referral_actors import accompanied
from .reported import refused
from .subjects import JOINS, Subject, Words, found_before, group, is_place, mood

__all__ = ["Cast", "casts", "with_votes"]

STATE = f"[{CODES['state']}{CODES['person']}]"
WHO = f"[{CODES['state']}{CODES['person']}{CODES['country']}]"
VOTED = r"(?:vot(?:ed|es|e|ing)|cast (?:its|their|a|the|his|her) (?:\w+ )?(?:votes?|ballots?))(?: [a-z]+ly| both| also| together)?"  # noqa: E501 - a grammar or list that reads best in one piece
CUE = re.compile(
    r"(?<![^\W_])(?:"
    rf"(?P<no>{VOTED} (?:against|no\b|\Wno\W)|veto(?:ed|es|ing|s)?|(?:negative|dissenting) votes?|votes against|opposed the adoption|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"block(?:ed|s|ing)?(?= (?:the |a |an |any |that |this |its )?(?:\S+ ){{0,4}}?(?:draft|referral|resolution|text|attempt|move|bid)\b)|(?<={STATE} )against|(?<=^)against(?=:))"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"|(?P<yes>{VOTED} (?:in favou?r(?: of)?|for|yes\b|aye|\Wyes\W|with the majority|to (?:refer|adopt|send|approve|defer|pass))|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"(?:affirmative|positive|favourable) votes?|joined the (?:vote|majority)|(?:backed|supported|endorsed)(?= by )|"
    rf"(?:backed|backs|supported|supports)(?= (?:the|a|this|that) (?:french |un |security council |us |british )?(?:draft|resolution|text)\b)|(?<={STATE} )(?:was |were |had been )?(?:in favou?r|for)(?=[,.;)]|$| and)|(?<=^)(?:in favou?r|for)(?=:))"  # noqa: E501 - a grammar or list that reads best in one piece
    r"|(?P<abstain>abst(?:ain(?:ed|s|ing)?|entions?))"
    r")(?![^\W_])"
)
"""Words that say how a vote was cast."""
ELLIPTIC = re.compile(r"(?:was |were |had been )?(?:against|for|in favou?r)$")
"""A vote told by its side alone, where another word of the sentence speaks of voting: China against."""
VOTING = re.compile(r"\bvot(?:e|es|ed|ing)\b|\babst|\bveto|\bblock|\bback(?:s|ed)\b|\bsupport(?:s|ed)\b")
ALIKE = (
    "did",
    " do ",
    "does",
    "had",
    "has",
    "suit",
    "join",
    "too",
    "like",
    "along",
    "together",
    "as well",
    "among",
    "with",
    "others",
)
"""Words without which no vote is told by its side, or as that of another."""
NOUN = re.compile(r"votes?(?: against)?$|abstentions?$|vetoe?s?$")
FILLER = re.compile(
    r"(?:[ ,(–—-]|\b(?:both|all|each|then|also|again|itself|alone|jointly|together|too|twice|even|had|has|have|having|did|do|does|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"was|were|is|are|be|which|who|that|to|chose|opted|decided|preferred|preferring|felt|free|able|one|of|among|amongst|the|only|other|no more than|not more than|just|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"members?|states?|countries|nations|powers|permanent|five|governments?|those|being|voting|on the council|in turn|for (?:its|their) part|cast|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"included|promptly|casting|using|exercising|wielding|their|its|a|duly|[a-z]+ly)\b|[{CODES['number']}])*"
)
"""What may stand between a state and its vote."""
PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got) (?:[a-z]+ly |then |jointly |twice )?$")
BEHIND = re.compile(
    rf"(?: \([{CODES['body']}]+\)| (?:against |for |on )?(?:the )?(?=[{CODES['word']}{CODES['treaty']}{CODES['country']}{CODES['resolution']}])|[{CODES['word']}{CODES['treaty']}{CODES['country']}{CODES['resolution']}{CODES['day']}]|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf" (?:cast|jointly|together|once again|twice|then|again|both|at rome|in rome|in the council|at the time|on (?=[{CODES['day']}])|in (?=[{CODES['day']}]))|,)*"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: (?:were cast by|was cast by|by|of|from|came from|were(?: those of)?(?: (?:the )?(?:two )?(?:permanent )?members,)?|being those of|from among)|:| \((?:by|from|namely|those of)?|,? (?:among them|including|namely|notably)|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf" (?:was|were|are|is))(?: both| only)? ?(?:the )?(?=[{CODES['state']}{CODES['person']}{CODES['adjective']}])"
)
"""What stands between a vote and those who are named behind it."""
INVERTED = re.compile(
    r"\b(?:among|amongst|those|states?|countries|members|ones?|who|that|which)\b[^,;.:]{0,40}$|^\W*(?:the )?$"
)
"""What opens a vote whose voters follow: among those who voted against were."""
LIST = re.compile(
    rf"[^.;()]{{0,60}}?(?: \((?:the |namely |among them )?|: (?:the )?|,? (?:[–—-] )?(?:among them|including|namely|notably)(?: the)? |, [–—] )(?={STATE})"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What stands between a vote of so many states and their names."""
TABLED = re.compile(rf"(?:\b(?:text|draft|resolution)\b|[{CODES['resolution']}])")
"""What can be supported by a vote."""
SIDE = re.compile(r"\bagainst\b|\bin favou?r\b|abst|\bveto")
"""Another vote, whose voters follow."""
ECHO = re.compile(
    rf",? (?:and )?(?:as|so|like) (?:did|do|does|had|has) (?:also )?(?:the )?(?P<behind>{STATE})|"
    rf"(?P<ahead>{STATE})(?: (?:both|all))? (?:did|do|does|had|has) (?:likewise|the same|so(?: too)?|as well|too)\b|"
    rf"(?P<suit>{STATE}) (?:followed suit|joined (?:it|them|him|her))\b|"
    rf"\bjoined (?:in (?:this|so doing|doing so) )?by (?:the )?(?P<joined>{STATE})|, (?P<too>{STATE}) too\b|"
    rf",? (?:like|along with|together with|alongside|as well as|joined by|joining) (?:the )?(?P<like>{STATE})|"
    rf"(?:,? (?:with|along with|together with|alongside|joined by) [{CODES['number']}]* ?(?:other (?:states|countries|members)|others),? (?:among them|including|namely)|[;,] the (?:others|other [{CODES['number']}]+)(?: countries| states)? (?:were|being|are)) (?:the )?(?P<others>{STATE})"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A vote told as that of another."""
AMONG = re.compile(
    rf"(?P<who>{WHO}) (?:was|were|is|are) (?:one of|among|amongst) (?:only )?(?:the|those) (?P<number>[{CODES['number']}])[{CODES['number']}]*(?=$|[.,;:)]| and | but )"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""One of the number of which the sentence before told how they voted."""
GENERIC = re.compile(
    rf"\b(?:all|the|its) (?:(?:other|remaining) )?(?:[{CODES['number']}]+|others|rest|remaining)(?: [a-z]+)?(?: had| have)? $|"
    r"\b(?:those|ones|states|countries|members|nations|governments|powers|others|some)(?: (?:who|which|that))?(?: had| have)? $"
)
"""Voters without a name: those who abstained."""
ADMINISTRATION = re.compile(r"\bthe administration\b[^;.]{0,60}$")
ELSEWHERE = re.compile(
    r"\b(?:general assembly|human rights council|unga|assembly of states parties|european parliament|budget|elections?|elected|parliament|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"congress|senate|house|lawmakers|referendum|cabinet|knesset|duma|rada|bundestag|african union|mps|deputies)\b"
)
"""Other bodies and other business on which votes are taken."""


DRAFT = re.compile(r"\bS/\d{4}/\d+")


MOST = 30
"""Votes in one sentence, at most: no sentence that a person wrote has more."""


class Cast(NamedTuple):
    """A vote in a sentence: how it was cast, where its words stand, and whose it was."""

    vote: str
    start: int
    end: int
    who: Subject
    echo: bool = False
    """Whether it is told as that of another, and was on the same."""


def with_votes(
    claims: list[Placed], sentence: Marked, found: list[days.Found], context: Context, objects: Objects, words: Words
) -> tuple[list[Placed], list[Ballot]]:
    """The claims with those of every vote that the sentence tells, and that on which the votes were."""
    told = casts(sentence, context, words)
    made: list[Placed] = []
    last: list[Ballot] = []
    every: list[Ballot] = []
    for number, one in enumerate(told):
        spans = [(other.start, other.end) for other in told if other.start != one.start]
        limit = min((other.start for other in told[number + 1 :] if other.start > one.end), default=len(sentence.fold))
        ballots = (
            last
            if one.echo and last
            else ballot_of(sentence, one.start, one.end, limit, one.who, found, context, objects, last)
        )
        if ballots:
            last = ballots
        every += ballots
        for ballot in ballots:
            made += votes_on(ballot, one, spans, sentence, found, context, objects, words, [*claims, *made])
    if last:
        dated = next((row[0].date for row in reversed(made) if row[0].about == last[-1].about), "")
        alone = len({ballot.about for ballot in every}) == 1
        context.ballot, context.ballot_age = (last[-1]._replace(day=dated) if alone else None), 0
        context.voted = told[-1].vote
        first = made[0][0].subject
        if told[0].start > told[0].who.start >= 0 and told[0].who.start < 40 and len(told[0].who.codes) == 1:
            context.subject = first
    elif (next_one := spoken_of(claims, sentence, found, context, objects)) is not None:
        context.ballot, context.ballot_age, context.voted = (next_one if next_one.about else None), 0, ""
    else:
        context.ballot_age += 1
    on = {ballot.about: ballot for ballot in every}
    made = shared(made)
    return ([one for one in claims if one[0].predicate != "voted"] + made if made else claims), list(on.values())


def shared(made: list[Placed]) -> list[Placed]:
    """The votes of a sentence, those without a day with that of another on the same."""
    dated = {row[0].about: row for row in made if row[0].date}
    return [
        row
        if row[0].date or row[0].about not in dated
        else (msgspec.structs.replace(row[0], date=dated[row[0].about][0].date), *row[1:])
        for row in made
    ]


def votes_on(
    ballot: Ballot,
    one: Cast,
    spans: list[tuple[int, int]],
    sentence: Marked,
    found: list[days.Found],
    context: Context,
    objects: Objects,
    words: Words,
    beside: list[Placed],
) -> list[Placed]:
    """One claim for each state that cast the vote."""
    day = ballot.found or act_day(sentence, found, (one.start, one.end), spans, words)
    if day and (
        LATER.search(sentence.fold[day.start : day.end])
        or (day.start >= one.end and NEXT.search(sentence.fold[: day.start]))
    ):
        day = None
    iso = completed(day, context, found)
    other = second(day, iso, context) if iso else ""
    alike = (
        ballot.about,
        objects.record.council[ballot.about].situation if ballot.about in objects.record.council else "",
    )
    if not iso and (
        same := [
            row
            for row in beside
            if row[0].date and row[0].about and row[0].about in alike and row[0].predicate in ("voted", "referred")
        ]
    ):
        iso, other = same[-1][0].date, same[-1][0].other_date
    if (
        not iso
        and len(found) == 1
        and own(found[0], one, spans, sentence)
        and not taken(found[0], beside)
        and not LOOSE.search(sentence.fold[: found[0].start])
    ):
        day, iso = found[0], completed(found[0], context, found)
    if not iso and not found:
        iso = remembered(ballot, context, objects)
    iso = iso or (year_of(ballot, sentence) if len(found) == 0 else "")
    place = (day.start, day.end) if day and iso else (0, 0)
    return [
        (
            Claim(
                sentence=sentence.text,
                start=one.start,
                end=one.end,
                subject=code,
                predicate="voted",
                object=objects.named(ballot.about, "voted"),
                about=ballot.about,
                date=iso,
                other_date=other,
                tense="past",
                how=(ballot.where, f"vote-{one.vote}", *unknown(sentence, objects)),
                pattern="vote",
            ),
            one.start,
            one.end,
            *place,
        )
        for code in one.who.codes
    ]


def unknown(sentence: Marked, objects: Objects) -> tuple[str, ...]:
    """The one resolution of a sentence, where the record holds no such vote of the Council."""
    named = {one.value for one in sentence.of("resolution")}
    return tuple(f"by:{code}" for code in named if len(named) == 1 and code not in objects.record.council)


NEXT = re.compile(r", (?:and|but) (?:on|in) (?:the )?$")
"""What stands before the day of the next thing told."""
LATER = re.compile(r"\b(?:following|next|later|earlier|previous|same|that|this|before|after)\b")
"""Words of a day told by another day, which need not be that of the vote."""
LOOSE = re.compile(r"\b(?:since|until|before|after|from|to|between|than) (?:the )?$")
"""Words before a day that is no day of a vote."""


def own(day: days.Found, one: Cast, spans: list[tuple[int, int]], sentence: Marked) -> bool:
    """Whether a day told in figures has no other vote between itself and this one."""
    low, high = sorted((day.start, one.start))
    return any(map(str.isdigit, sentence.text[day.start : day.end])) and not any(
        low < start < high for start, _ in spans
    )


def taken(day: days.Found, beside: list[Placed]) -> bool:
    """Whether a day is that of another claim."""
    return any(row[3] <= day.start < row[4] for row in beside if row[0].predicate != "voted")


def remembered(ballot: Ballot, context: Context, objects: Objects) -> str:
    """The day of a vote that its sentence does not tell: told before, in the heading, or the day of the page itself."""
    if ballot.day:
        return ballot.day
    if (
        context.ballot is not None
        and context.ballot.about == ballot.about
        and context.ballot_age <= 2
        and context.ballot.day
    ):
        return context.ballot.day
    if context.line_day and not context.line_day.startswith("-"):
        return context.line_day
    if context.heading and not context.heading.startswith("-"):
        return context.heading
    if context.written is None:
        return ""
    rows = [
        row
        for code, row in objects.record.council.items()
        if row.votes and ballot.about in (code, row.situation, place_of(row.subject, objects))
    ]
    near = [row.day for row in rows if 0 <= (context.written - row.day).days <= 1]
    return near[0].isoformat() if near else ""


def year_of(ballot: Ballot, sentence: Marked) -> str:
    """The year in brackets that a resolution bears: resolution 1593 (2005)."""
    named = [one for one in sentence.of("resolution") if one.value == ballot.about]
    year = re.search(r"\(((?:19|20)\d\d)\)$", sentence.text[named[0].start : named[0].end]) if named else None
    return year.group(1) if year else ""


def place_of(subject: str, objects: Objects) -> str:
    """The situation of the state of which a draft speaks."""
    codes = [code for code, state in objects.record.states.items() if state.name == subject]
    return objects.situations.get(codes[0], "") if codes else ""


def casts(sentence: Marked, context: Context, words: Words) -> list[Cast]:
    """Every vote of a sentence with the states that cast it, in order."""
    shadow = sentence.shadow
    found: list[Cast] = []
    if sentence.may & sieve.VOTES and VOTING.search(shadow):
        for match in islice(CUE.finditer(shadow), MOST):
            if match.group().startswith("block") and "veto" in shadow[: match.start()]:
                continue
            if match.group() in ("backed", "supported", "endorsed") and not TABLED.search(shadow):
                continue
            vote = match.lastgroup or ""
            if (
                ELLIPTIC.search(match.group())
                and not VOTING.search(shadow.replace(match.group(), "", 1))
                and not match.group().startswith("vot")
            ):
                continue
            found += cast(vote, match.start(), match.end(), sentence, context, words)
    return sorted([*found, *echoes(found, sentence, context)], key=lambda one: one.start)


def cast(vote: str, start: int, end: int, sentence: Marked, context: Context, words: Words) -> list[Cast]:
    """The vote at a place: those who are named beside it."""
    shadow = sentence.shadow
    if NOBODY.search(shadow[:start]):
        return []
    who = behind(sentence, start, end) or ahead(sentence, start, end, context, words)
    who = who or listed(sentence, start, end) or Subject((), -1, 0)
    if not who.codes or why_not(sentence, start, end):
        return []
    told = CUE.search(shadow[: max(who.start, 0)]) and not SUPPOSED.search(shadow[:start])
    aside = ASIDE.match(shadow, max(who.end, 0))
    if (
        who.start < start
        and not told
        and mood(sentence, who, aside.start() if aside else start, words)
        and not CHOSE.search(shadow[:start])
    ):
        return []
    return [Cast(vote, start, end, who)]


NOBODY = re.compile(r"\b(?:nobody|no one|none(?: of [a-z ]+)?|no (?:state|country|member|one else)) $")
"""Words by which nobody cast a vote."""
SUPPOSED = re.compile(
    r"\b(?:would|should|could|might|may|will|if|whether|not|never|n't|urg|want|call(?:s|ed) (?:on|for)|threat)"
)
"""Words in a sentence that tells of a vote, by which the next one may be none that was cast."""
CHOSE = re.compile(
    r"\bone of [^;.]{0,90},? to $|\blet [^.;]{0,50} by $|\b(?:chose|opted|decided|reason|decision|choice|preferred|was (?:one of|among) [^,;.]{0,30}|[a-z]+ (?:state|country)) to $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words after which a vote to be cast was cast: chose to abstain, one of seven countries to vote against."""


def why_not(sentence: Marked, start: int, end: int) -> bool:
    """Whether a vote is asked about, doubted, denied, or cast elsewhere."""
    resolved = bool(sentence.of("resolution")) or "security council" in sentence.fold or DRAFT.search(sentence.text)
    if not resolved and ELSEWHERE.search(sentence.fold):
        return True
    if re.search(
        r"\b(?:not|never|without|n't|nor|would|could|might|may|should|will|threat(?:en)?(?:ed|s)? (?:to|of a)|threat of(?: a)?)(?: have| be| a)?(?: been)? (?:[a-z]+ly )?$",  # noqa: E501 - a grammar or list that reads best in one piece
        sentence.fold[max(0, start - 30) : start],
    ):
        return True
    if NEEDED.search(sentence.fold[max(0, start - 60) : start]):
        return True
    fold = re.sub(r"^why did ", "", sentence.fold)
    return bool(refused(fold, start, end, ()))


NEEDED = re.compile(
    r"\b(?:necessary|enough|sufficient|needed|required|requisite|secur\w+|muster\w*|gather\w*|w[io]n(?:ning)?|lack\w*|seek\w*|sought|takes|take|requires?|needs?) (?:the |its |at least )?(?:\S+ )?$|\b(?:no|any|a possible|a likely) (?:[a-z]+ )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words in front of votes that somebody needed or won, not cast."""


def ahead(sentence: Marked, start: int, end: int, context: Context, words: Words) -> Subject | None:
    """Those who are named in front of a vote: right before it, else the subject of its clause."""
    shadow = sentence.shadow
    noun = NOUN.search(shadow[start:end]) is not None
    verb = not noun or shadow[start:end] == "vetoes" or shadow.startswith("joined", start)
    passive = PASSIVE.search(shadow[:start]) is not None
    if both := accompanied(sentence, start):
        return both
    told = [row.span() for row in ASIDE.finditer(shadow[:start]) if FILLER.fullmatch(shadow[row.end() : start])]
    aside = told[-1] if told else (start, start)
    for one in reversed(sentence.mentions):
        if one.end > aside[0] or one.kind not in ("state", "person", "country", "adjective"):
            continue
        gap = shadow[one.end : aside[0]] + shadow[aside[1] : start]
        if THOSE_FOUR.match(shadow, one.start):
            continue
        gap = gap.replace(CODES["country"], CODES["number"]) if THOSE_FOUR.search(gap) else gap
        if one.kind == "adjective":
            if noun and re.fullmatch(r" (?:double |joint |permanent |negative )*", gap):
                return adjectives(sentence, one)
            continue
        if one.kind == "country" and sentence.fold[one.start : one.end] == "we":
            code = context.speaker or context.page or context.section
            return Subject((code,), one.start, one.end) if code else None
        if one.kind == "country" or passive or not FILLER.fullmatch(gap):
            break
        if is_place(sentence, one, words) and not WITH.search(shadow[: group(sentence, one, words, placed=True)[1]]):
            break
        codes, first = group(sentence, one, words, placed=True)
        return Subject(codes, first, one.end)
    if GENERIC.search(shadow[:start]):
        return None
    if passive or not (
        verb
        or re.search(
            r"\b(?:cast|used|wielded|exercised|opposed|with) (?:a|its|their|the)? ?(?:double |joint )?$", shadow[:start]
        )
    ):
        return genitive(sentence, start, words)
    if ADMINISTRATION.search(shadow[:start]) and "USA" in (context.page, context.section, context.subject):
        return Subject(("USA",), -1, 0)
    got = found_before(sentence, start, context, words)
    if got.start >= 0 and sentence.fold.startswith("all ", got.start):
        return None
    return got if got.codes else genitive(sentence, start, words)


ASIDE = re.compile(
    rf", (?:[{CODES['country']}]+|none of|neither of|all of|both of|which|who|though|although|itself|themselves|not|then|still|a|an|as|despite|like) [^,;:{CODES['state']}]{{2,80}}, ?"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What is told of voters between commas before their vote: none of them parties to the Statute."""
THOSE_FOUR = re.compile(rf"[{CODES['country']}]+ (?:that|who|which) ")
"""Voters counted behind their names: were the four that abstained."""
WITH = re.compile(r"\b(?:with|while|and|but|as|among them|including|where)(?: both| only)?(?: the)? $")


def genitive(sentence: Marked, start: int, words: Words) -> Subject | None:
    """Whose vote a noun tells: China's abstention, his country's reason to abstain."""
    shadow = sentence.shadow
    for one in reversed(sentence.of("state", "person", "country")):
        gap = shadow[one.end : start]
        if one.end <= start and re.fullmatch(
            r"'s? (?:own |double |joint |first )?(?:reason to |decision to |choice to |vote (?:of )?)?", gap
        ):
            if one.kind != "country":
                codes, first = group(sentence, one, words, placed=True)
                return Subject(codes, first, one.end)
            before = [name for name in sentence.of("state", "person") if name.end <= one.start]
            speaker = [
                name
                for name in before
                if re.search(
                    r"\b(?:representative|ambassador|delegate|minister|speaker|envoy) (?:of|for|from) (?:the )?$",
                    shadow[: name.start],
                )
            ]
            return Subject(((speaker or before)[-1].value,), one.start, one.end) if before else None
    return None


def adjectives(sentence: Marked, last: Mention) -> Subject:
    """The states of Russian and Chinese vetoes."""
    found = [last]
    for one in reversed([one for one in sentence.of("adjective", "state") if one.end <= last.start]):
        if not JOINS.fullmatch(sentence.shadow[one.end : found[0].start]):
            break
        found.insert(0, one)
    return Subject(tuple(dict.fromkeys(one.value for one in found)), found[0].start, last.end)


def behind(sentence: Marked, start: int, end: int) -> Subject | None:
    """Those who are named behind a vote: vetoed by Russia, abstentions (Algeria, Brazil), among those who voted no was Iraq."""
    shadow = sentence.shadow
    gap = BEHIND.match(shadow, end)
    if gap is None:
        return None
    words = gap.group().strip(" ,")
    noun = NOUN.search(shadow[start:end]) is not None
    if re.search(r"\bof\b", words) and not noun:
        return None
    if re.match(r"(?:was|were|are|is)\b", words) and not (noun or INVERTED.search(shadow[:start])):
        return None
    verb = shadow[start:end].startswith(("vetoed", "blocked", "backed", "supported", "endorsed"))
    if re.match(r"(?:by|from)\b", words) and not (noun or verb):
        return None
    if re.search(rf"[{CODES['resolution']}] \($", gap.group()) and not noun:
        return None
    return following(sentence, gap.end())


def listed(sentence: Marked, start: int, end: int) -> Subject | None:
    """The states of which a vote of so many is told behind it: seven voted against the Statute (China, Iraq)."""
    if not re.search(
        rf"[{CODES['number']}]|\b(?:states|countries|members|those|others)\b",
        sentence.shadow[max(0, start - 60) : start],
    ):
        return None
    gap = LIST.match(sentence.shadow, end)
    return following(sentence, gap.end()) if gap and not SIDE.search(gap.group()) else None


def following(sentence: Marked, place: int) -> Subject | None:
    """The list of states that begins at a place."""
    found: list[Mention] = []
    for one in sentence.of("state", "person", "adjective"):
        if one.start < place:
            continue
        if found and not JOINS.fullmatch(sentence.shadow[found[-1].end : one.start]):
            break
        if not found and one.start > place:
            return None
        found.append(one)
    return Subject(tuple(dict.fromkeys(one.value for one in found)), found[0].start, found[-1].end) if found else None


def echoes(told: list[Cast], sentence: Marked, context: Context) -> list[Cast]:
    """Votes told as those of others: as did China, Mexico did likewise, was among the seven."""
    shadow = sentence.shadow
    found: list[Cast] = []
    if not told and (context.ballot is None or context.ballot_age > 1 or not (context.voted or context.tally)):
        return found
    if not any(word in sentence.fold for word in ALIKE):
        return found
    for match in islice(ECHO.finditer(shadow), MOST):
        before = [one for one in told if one.end <= match.start() + 1]
        if match.lastgroup == "like":
            before = [one for one in told if 0 <= one.start - match.end() < 60 or 0 <= match.start() - one.end < 30][:1]
            if not before:
                continue
        opens = not told and len(shadow[: match.start()].split()) < 4 and context.ballot_age <= 1
        vote = before[-1].vote if before else context.voted if opens and context.ballot else ""
        at = match.start(match.lastgroup or 0)
        if not vote or why_not(sentence, match.start(), match.end()):
            continue
        who = (
            following(sentence, at)
            if match.lastgroup in ("behind", "joined", "like", "others")
            else leading(sentence, at)
        )
        if who and not any(set(who.codes) & set(one.who.codes) for one in before[-1:]):
            found.append(Cast(vote, match.start(), max(match.end(), who.end), who, echo=True))
    if not told and context.ballot and context.ballot_age <= 1 and (one := AMONG.search(shadow)):
        mention = sentence.at(one.start("who")) or next(
            (row for row in sentence.mentions if row.start <= one.start("who") < row.end), None
        )
        counted = sentence.at(one.start("number"))
        side = next((side for side, count in context.tally.items() if counted and str(count) == counted.value), "")
        if mention and mention.kind != "country" and (side := side or context.voted):
            who = Subject((mention.value,), mention.start, mention.end)
            found.append(Cast(side, one.start(), one.end(), who, echo=True))
    return found


def leading(sentence: Marked, place: int) -> Subject | None:
    """The list of states in which the sign at a place lies, up to the last of them before the words."""
    found: list[Mention] = []
    for one in sentence.of("state", "person"):
        if found and not JOINS.fullmatch(sentence.shadow[found[-1].end : one.start]):
            if found[-1].start <= place < found[-1].end:
                break
            found = []
        if one.start > place:
            break
        found.append(one)
    if not found or not found[-1].start <= place < found[-1].end:
        return None
    return Subject(tuple(dict.fromkeys(one.value for one in found)), found[0].start, found[-1].end)
