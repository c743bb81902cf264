"""Ballots: on what a vote was taken: a resolution or a draft of the Council, or the Statute at Rome."""

from __future__ import annotations

import re

from . import days, sieve
from .attach import completed
from .context import Ballot, Context
from .gazetteer import Mention
from .hits import Placed
from .marked import CODES, Marked
from .objects import Objects
from .subjects import Subject

__all__ = ["ballot_of", "spoken_of"]

NAMES = f"{CODES['body']}{CODES['day']}{CODES['number']}{CODES['country']}{CODES['resolution']}"
OBJECT = re.compile(
    r"(?: from(?= ))?(?:[ ,(\"“:–—-]|'s|[a-z]+ (?=situation|crisis|case|conflict|referral|draft|resolution)|\b(?:in favou?r|for|on|against|of|to|the|a|an|that|this|its|their|in|by|at|both|text|draft|drafts|french|proposed|resolution|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"resolutions|referral|referrals|referring|refer|refers|referred|deferral|defer|deferring|deferred|situation|situations|case|cases|crisis|"
    r"concerning|regarding|about|proposal|renewal|renewing|vote|votes|when|it|which|would|have|sending|send|sent|adoption|adopting|adopted|"
    r"creation|creating|attempt|attempts|bid|move|effort|establishing|final|whole|new|un|security|council|states|countries|members|only|first|second|proceedings|over)\b|"
    rf"[{NAMES}])*"
)
"""What may stand between a vote and that on which it was taken."""
EMPTY = re.compile(
    r"(?:[ ,(]|\b(?:it|this|them|both|again|too|also|there|then|on (?:it|both|that)|(?:(?:on|against|for) )?(?:the|that|this) (?:(?:french|same|draft|final|whole) )?"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:text|resolution|resolutions|draft|proposal|motion|referral|measure|statute|treaty|first|second|former|latter|other|vote)|in the (?:vote|council|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"security council)|at the time|in that vote|themselves|alone|together)\b|\b(?:on|in|at) (?:the )?(?:night of )?(?=[{CODES['day']}{CODES['body']}])|at rome|in rome|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"[{CODES['word']}{CODES['day']}{CODES['treaty']}{CODES['country']}{CODES['body']}]|\b(?:the|a) [{CODES['adjective']}{CODES['state']}]+(?:'s)?(?:[- ][a-z]+ed)? (?:draft|text|proposal|resolution)(?: of [{CODES['day']}]+)?)*(?:$|[.,;:)!?—–\"”]| (?:and|but|while|whereas|because|as|since|so|although|though|when|which|out of|rather|considering|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"saying|citing|arguing|despite|with|to|in|for|at|before|after|was|were|is|are|from|by)\b)"
)
"""What may follow a vote that names nothing on which it was taken."""
ORDER = re.compile(r"\bthe (first|former|second|latter)\b(?! time)")
AUTHOR = re.compile(r"(?:'s)?[ -](?:drafted|sponsored|led|backed|draft|proposal|text|resolution|motion|version)\b")
"""What stands behind those who put a draft."""
FURTHER = re.compile(
    rf"(?:(?: ?,)? (?:of|dated|adopted on) [{CODES['day']}]+)?(?:, which [^,;]{{0,60}})?(?: ?,)? and (?:(?:of|for|against|on|also|later|then|in favou?r of|the|its|renewal|renewals|by|in|un|security|council) )*$"  # noqa: E501 - a grammar or list that reads best in one piece
)
LOOSE = re.compile(r"\b(?:since|from|after|before|until) (?:the )?$")
"""Words before a day that is none of a vote: the situation since March 2011."""
OWN = re.compile(r"(?: ?\([^()]{0,20}\))?,?(?: of| on| dated| adopted on| adopted in| in| from| \()? (?:the )?$")
"""What stands between a resolution and its own day."""
COUNCIL = re.compile(r"\b(?:draft|drafts|resolutions?|referrals?|refer(?:red|ring|s)?|veto\w*|defer\w*|council)\b")
WHEN = re.compile(r" (?:when|as) (?:the )?[^ ]+ (?:voted|adopted|referred|decided|took)\b")
"""What says behind a vote on what it was taken."""
AROUND = re.compile(r"\W*(?:with|despite|over|after|following|notwithstanding|because of) (?:the |both |a )?$")
"""What opens a clause of a vote whose sentence then says on what it was taken."""
PLACED = re.compile(r"\b(?:on|of|over|for|about|was|were|in)(?: the)? $|[,:] $")
"""What stands before a place of which a vote without its resolution was taken."""
ASKED = re.compile(r"\b(?:request|requests|deferral|motion|call) (?:[a-z]+ ){0,4}$")
"""What was put to the Council for a state: a request on behalf of Kenya."""
ASKING = re.compile(r"\b(?:request|motion|call)\b")
REFERS = re.compile(r"\breferr(?:ed|ing)\b|\breferral\b|\bsent\b")
VOTED = re.compile(r"\bvot(?:e|es|ed|ing)\b|\babst")
ADOPTED = re.compile(r"\b(?:adopt(?:s|ed|ion)|vot(?:e|es|ed)|put to (?:a|the) vote)\b")
RENEWED = re.compile(r"\b(?:resolution|draft|renew\w*|mission|mandate|peacekeep\w*|deferral|council)\b")
"""What the Council votes on, by which a day alone leads to one of its votes."""
AT_ROME = re.compile(r"\b(?:rome|conference|plenipotentiaries)\b")


def ballot_of(
    sentence: Marked,
    start: int,
    end: int,
    limit: int,
    who: Subject,
    found: list[days.Found],
    context: Context,
    objects: Objects,
    last: list[Ballot],
) -> list[Ballot]:
    """What the vote at a place was on: named behind it, in front of it, before it in the sentence, or before the sentence."""
    behind = who.start >= start
    after = max(who.end, end) if behind else end
    if ordered := in_order(sentence, end, limit, context):
        ahead = {one.value: own_day(one, sentence, found) for one in sentence.of("resolution")}
        return [Ballot(code, "council", found=ahead.get(code)) for code in ordered if code in objects.record.council]
    if behind and (said := named_behind(sentence, end, who.start, who, found, objects)):
        return said
    cited = {one.value for one in sentence.of("resolution")}
    if cited and not cited & set(objects.record.council) and not REFERS.search(sentence.shadow):
        return []
    if named := named_behind(sentence, after, limit, who, found, objects):
        return named
    around = (
        behind
        or AROUND.match(sentence.shadow[: max(who.start, 0)]) is not None
        or sentence.fold[start:end].startswith(("abstention", "vetoes"))
    )
    around = around or WHEN.match(sentence.shadow[end:]) is not None
    if not around and not EMPTY.match(sentence.shadow, after):
        return on_day(found, context, objects) if RENEWED.search(sentence.shadow) else []
    named = named_before(sentence, start, who, found, objects)
    if not named and around:
        named = anywhere(sentence, after, who, found, objects)
    return named or last or rome(sentence, found, context) or lately(sentence, found, context, objects)


def in_order(sentence: Marked, end: int, limit: int, context: Context) -> tuple[str, ...]:
    """The resolutions that the words behind a vote take up: the first, the second, both."""
    told_of = context.resolutions
    order = ORDER.search(sentence.shadow[end:limit])
    if order and order.start() > 24:
        order = None
    if order is None and not sentence.of("resolution", "region"):
        order = ORDER.match(sentence.shadow) or re.search(r"^(?:and|but) the (first|second)\b", sentence.shadow)
    if order and len(told_of) == 2:
        return (told_of[0 if order.group(1) in ("first", "former") else 1],)
    all_of = re.match(
        r" (?:for |against |on |in favou?r of )?(?:both|the two)(?: of)?(?: the)? (?:\w+ )?(?:resolutions|referrals)\b",
        sentence.shadow[end:],
    )
    ahead = [one.value for one in sentence.of("resolution") if one.start > end]
    if all_of and len(ahead) == 2:
        return tuple(ahead)
    both = re.match(
        r" (?:on |for |against )?(?:both|the two)(?: resolutions| referrals)?\b(?! \w)", sentence.shadow[end:limit]
    )
    return told_of if both and len(told_of) == 2 and not sentence.of("resolution") else ()


def named_behind(
    sentence: Marked, after: int, limit: int, who: Subject, found: list[days.Found], objects: Objects
) -> list[Ballot]:
    """What is named right behind a vote, with every further resolution that is joined to it."""
    past = after
    ballots: list[Ballot] = []
    for one in sentence.mentions:
        if one.start < after or one.start >= limit or who.start <= one.start < who.end:
            continue
        gap = sentence.shadow[past : one.start]
        if ballots:
            if one.kind == "resolution" and FURTHER.search(gap) and one.value in objects.record.council:
                ballots.append(Ballot(one.value, "council", found=own_day(one, sentence, found)))
            continue
        if not OBJECT.fullmatch(gap):
            break
        if AUTHOR.match(sentence.shadow, one.end):
            past = one.end
            continue
        ballot = ballot_named(one, sentence, found, objects)
        if ballot is None and one.kind in ("state", "region", "adjective", "treaty", "word", "other"):
            break
        ballots += [ballot] if ballot else []
    return ballots


def ballot_named(one: Mention, sentence: Marked, found: list[days.Found], objects: Objects) -> Ballot | None:
    """The ballot to which a name leads."""
    if one.kind == "resolution":
        return (
            Ballot(one.value, "council", found=own_day(one, sentence, found))
            if one.value in objects.record.council
            else None
        )
    if one.kind in ("treaty", "word") and "amendment" in sentence.fold:
        return None
    if one.kind == "treaty":
        return Ballot("rome-statute", "rome") if one.value == "rome-statute" else None
    if one.kind == "word":
        return Ballot("rome-statute", "rome")
    scene = COUNCIL.search(sentence.shadow) is not None or has_council(sentence)
    if one.kind in ("region", "state", "adjective") and (scene or alone(one, sentence, objects)):
        name = one._replace(kind="state") if one.kind == "adjective" else one
        code = objects.draft((name,)) or objects.situation_of(name)
        return Ballot(code, "council") if code and voted_on(code, objects) else None
    return None


def alone(one: Mention, sentence: Marked, objects: Objects) -> bool:
    """Whether a place of which only a vote is told is one that the Council referred: in 2005, Darfur, and they abstained."""
    row = objects.record.situations.get(objects.situation_of(one) or "")
    told = VOTED.search(sentence.shadow) and PLACED.search(sentence.shadow[: one.start])
    referred = row is not None and row.trigger == "security-council"
    return bool(told) and (referred or ASKED.search(sentence.shadow[: one.start]) is not None)


def has_council(sentence: Marked) -> bool:
    return any(one.value == "UNSC" for one in sentence.of("body"))


def voted_on(code: str, objects: Objects) -> bool:
    """Whether the record holds a vote of the Council about a situation or draft."""
    states = objects.record.situations[code].states if code in objects.record.situations else ()
    names = [objects.record.states[state].name for state in states if state in objects.record.states]
    return any(
        key == code or row.situation == code or any(name in row.subject for name in names)
        for key, row in objects.record.council.items()
        if row.votes
    )


def named_before(sentence: Marked, start: int, who: Subject, found: list[days.Found], objects: Objects) -> list[Ballot]:
    """What is named in front of a vote: the nearest resolution, else a place of a draft or referral, else the treaty."""
    before = [one for one in sentence.mentions if one.end <= start and not who.start <= one.start < who.end]
    for kinds in (("resolution",), ("region", "state", "adjective"), ("treaty",)):
        for one in reversed(before):
            if one.kind in kinds and (ballot := ballot_named(one, sentence, found, objects)):
                if one.kind == "treaty" and 0 <= who.end <= one.start:
                    continue
                if one.kind == "treaty" and not (ADOPTED.search(sentence.shadow) or AT_ROME.search(sentence.shadow)):
                    continue
                return [ballot]
    return []


def anywhere(sentence: Marked, after: int, who: Subject, found: list[days.Found], objects: Objects) -> list[Ballot]:
    """What is named somewhere behind a vote whose voters follow it."""
    rest = [one for one in sentence.mentions if one.start >= after and not who.start <= one.start < who.end]
    for kinds in (("resolution",), ("region", "state", "adjective")):
        for one in rest:
            if one.kind in kinds and (ballot := ballot_named(one, sentence, found, objects)):
                return [ballot]
    return []


def rome(sentence: Marked, found: list[days.Found], context: Context) -> list[Ballot]:
    """The Statute, where the place or the day is that of its adoption."""
    if has_council(sentence) or sentence.of("resolution"):
        return []
    dated = any(one.iso.startswith(("1998-07", "--07-17")) or one.iso == "1998" for one in found)
    year = context.year == "1998" and not found
    if AT_ROME.search(sentence.shadow) or dated or (year and re.search(r"\b(?:seven|text)\b", sentence.fold)):
        return [Ballot("rome-statute", "rome")]
    return []


def lately(sentence: Marked, found: list[days.Found], context: Context, objects: Objects) -> list[Ballot]:
    """What the sentences right before told of; a day of its own that fits another vote of the Council leads to that."""
    if fitting := on_day(found, context, objects):
        return fitting
    far = 8 if re.search(r"\bthe (?:text|resolution|draft|vote)\b", sentence.fold) else 2
    if context.ballot is not None and context.ballot_age <= far:
        return [context.ballot._replace(found=None)]
    vetoed = [code for code, row in objects.record.council.items() if row.kind == "referral-attempt"]
    if "veto" in sentence.fold and "french draft" in sentence.fold and len(vetoed) == 1:
        return [Ballot(vetoed[0], "council")]
    return []


def on_day(found: list[days.Found], context: Context, objects: Objects) -> list[Ballot]:
    """The vote of the Council that was taken on a day of the sentence."""
    told = {completed(one, context, found) for one in found}
    fitting = [code for code, row in objects.record.council.items() if row.votes and row.day.isoformat() in told]
    return [Ballot(fitting[0], "council")] if len(fitting) == 1 else []


def own_day(one: Mention, sentence: Marked, found: list[days.Found]) -> days.Found | None:
    """The day right behind the name of a resolution."""
    for day in found:
        if day.start >= one.end and len(gap := sentence.shadow[one.end : day.start]) < 24:
            return day if OWN.match(gap) else None
    return None


def several(claims: list[Placed], sentence: Marked, objects: Objects) -> bool:
    """Whether a sentence speaks of more than one vote, so that nobody can say which of them the next one takes up."""
    referred = {one[0].about for one in claims if one[0].predicate == "referred" and one[0].subject == "UNSC"}
    named = {one.value for one in sentence.of("resolution") if one.value in objects.record.council}
    return len(referred) > 1 or len(named) > 1


def headed(day: days.Found, sentence: Marked) -> bool:
    """Whether a day is that of a line of news, which says when it was written."""
    return day.start < 60 and re.match(r" ?\)? ?[–—-] ", sentence.shadow[day.end :]) is not None


def spoken_of(
    claims: list[Placed], sentence: Marked, found: list[days.Found], context: Context, objects: Objects
) -> Ballot | None:
    """The ballot of which a sentence without a vote speaks, for the sentences after it."""
    referred = any(row[0].predicate == "referred" for row in claims)
    if not referred and not sentence.may & sieve.BALLOT and not sentence.of("resolution"):
        return None
    alone_day = len(found) == 1 and not headed(found[0], sentence) and not LOOSE.search(sentence.fold[: found[0].start])
    iso = completed(found[0], context, found) if alone_day else ""
    if several(claims, sentence, objects):
        return Ballot("", "council")
    for claim, *_ in reversed(claims):
        if claim.predicate == "referred" and claim.subject == "UNSC":
            return Ballot(claim.about, "council", claim.date)
    for one in reversed(sentence.of("resolution")):
        if one.value in objects.record.council:
            day = own_day(one, sentence, found)
            return Ballot(one.value, "council", completed(day, context, found) if day else iso)
    if sentence.of("treaty", "word") or re.search(r"\btext\b", sentence.shadow):
        dated = any(day.iso.startswith("1998-07") for day in found)
        if ADOPTED.search(sentence.shadow) and (
            dated or AT_ROME.search(sentence.shadow) or context.heading.startswith("1998-07")
        ):
            return Ballot("rome-statute", "rome", iso)
    if COUNCIL.search(sentence.shadow) or (ASKING.search(sentence.shadow) and VOTED.search(sentence.shadow)):
        for one in sentence.of("region", "state"):
            ballot = ballot_named(one, sentence, found, objects)
            if ballot:
                return ballot._replace(day=iso)
    return None
