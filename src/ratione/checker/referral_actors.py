"""Referral actors: who referred, found by the place beside the words that say so: the Council, a resolution, states."""

from __future__ import annotations

import re

from . import days
from .context import Context
from .gazetteer import Mention
from .marked import CODES, Marked
from .objects import Objects
from .subjects import JOINS, Subject, Words, found_before, group, is_place

__all__ = ["BARE", "OBJECT", "PASSIVE", "STATE", "Actors", "accompanied", "listed_from", "own_situation"]

STATE = f"[{CODES['state']}{CODES['person']}]"
GROUPS = re.compile(
    r"\b(?:group of|coalition of)? ?(?:\S+ )?(?:states|countries|parties|governments|members)(?: parties)?(?: to [^,;.]{0,20})?(?: (?:which|that|who))?(?: (?:had|have|jointly))* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:[a-z]+ly |then |also |first |thus |jointly |itself |once )*$"
)
BARE = re.compile(r"(?:^|[,(:–—;] ?|\b(?:when|situations?|cases?|one|two|three|those) )(?:[a-z]+ly |jointly |also )?$")
STARTING = re.compile(r", (?:starting|beginning) with [^;]{0,50}, $")
BEGAN = re.compile(r"\bthe (?:first|second|only|last) [^,;.]{0,20}to $")
"""What opens words whose doer follows them: the first state to refer its own situation was Uganda."""
GIVEN = re.compile(
    r" (?:letters? )?(?:by|from|of|submitted by|made by|lodged by|filed by)(?: the)?"
    rf"(?: (?:government|governments|authorities|state|republic) of| [{CODES['country']}]+(?: of)?)?(?: the)? "
    rf"(?:(?:a group of |some )?[{CODES['number']}]+ (?:(?:[a-z]+|[{CODES['adjective']}]+) ){{0,2}}?(?:states|countries|governments|members)(?: parties)?(?:: | \(|, namely |, )(?:the )?)?"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What stands between a referral and those who made it."""
CAST = re.compile(r"\b(?:passed|result|abst[a-z]+|veto[a-z]*|vot[a-z]+|opposed|supported)\b")
"""Words of a vote on a referral, which is no act of those who cast it."""
OBJECT = re.compile(r" (?:the|a|an|its|their|another|several|two|itself)\b")
"""What opens an object of its own."""
TO_COUNCIL = re.compile(r"\b(?:to|urged|called on|asked|before|in|at|of|from) (?:the )?$")
BY = re.compile(r"(?: to [^.;]{0,60}?)?(?: (?:on|in) \S+)? by (?:the |its |their )?(?=\S)")


COUNCIL = re.compile(r"\b(?:council|resolution)\b")


COMPANY = re.compile(
    rf"(?P<first>{STATE}),? (?:joined by|together with|along with|alongside|accompanied by) (?:the )?(?={STATE})"
)
"""What stands between one who acts and those who act with it."""


def listed_from(sentence: Marked, first: Mention) -> Subject:
    """The list of states that begins with a name."""
    found = [first]
    for one in sentence.of("state", "person"):
        if one.start > found[-1].start and JOINS.fullmatch(sentence.shadow[found[-1].end : one.start]):
            found.append(one)
    return Subject(tuple(dict.fromkeys(one.value for one in found)), first.start, found[-1].end)


def accompanied(sentence: Marked, start: int) -> Subject | None:
    """One who acts and those named with it right before the words: South Africa, joined by Bolivia and Djibouti, referred."""
    company = COMPANY.search(sentence.shadow)
    if company is None:
        return None
    names = sentence.of("state", "person")
    first = next((one for one in names if one.start <= company.start("first") < one.end), None)
    after = next((one for one in names if one.start == company.end()), None)
    if first is None or after is None:
        return None
    more = listed_from(sentence, after)
    if not re.fullmatch(r",? ?(?:(?:has|had|have|jointly|both|all|then) )*", sentence.shadow[more.end : start]):
        return None
    return Subject(tuple(dict.fromkeys((first.value, *more.codes))), first.start, more.end)


def own_situation(code: str, objects: Objects) -> str:
    """The situation of a state that it referred itself; empty where it referred none."""
    rows = sorted(objects.record.situations.items())
    return next(
        (name for name, row in rows if code in row.states and any(code in one.states for one in row.referrals)),
        "",
    )


MAKING = re.compile(r" (?:had |have |jointly )*(?:made|submitted|sent|filed|lodged)\b")
ITS = re.compile(r"\bits (?:own )?(?:first |second |third |new |earlier )?$")
DATED = re.compile(rf",? ?\(?(?:of|dated|on|in|(?:made|submitted|sent|received) (?:on|in)) (?=[{CODES['day']}])")
"""A referral of a state of which the text speaks, with its day: its first referral, of 22 December 2004."""


class Actors:
    """Finds who referred in one sentence."""

    def __init__(
        self, sentence: Marked, found: list[days.Found], context: Context, objects: Objects, words: Words
    ) -> None:
        self.sentence = sentence
        self.found = found
        self.context = context
        self.objects = objects
        self.words = words
        self.shadow = sentence.shadow

    def who(self, kind: str, start: int, end: int) -> Subject | None:
        """Who referred."""
        shadow, _sentence = self.shadow, self.sentence
        lead, rest = shadow[:start], shadow[end:]
        if (by := BY.match(rest)) and not CAST.search(by.group()) and "followed" not in by.group():
            return self.named_by(end + by.end())
        if kind == "noun":
            return self.owner(start, end)
        if kind == "deals":
            return self.by_resolution(start)
        if kind == "joined" and not self.context.referral:
            return None
        if (
            kind == "verb"
            and shadow[start:end].endswith("red")
            and (PASSIVE.search(lead) or (BARE.search(lead) and not OBJECT.match(rest)))
        ):
            far = re.search(
                rf"[^.;]{{0,120}}?\bby (?:the |its |their )?(?=[{CODES['body']}{CODES['resolution']}{CODES['state']}]|(?:own )?(?:government|authorities))",  # noqa: E501 - a grammar or list that reads best in one piece
                rest,
            )
            return self.named_by(end + far.end()) if (far and BARE.search(lead) is None) or far else None
        return self.actor(start, end)

    def named_by(self, place: int) -> Subject | None:
        """Who is named at a place behind ``by`` or ``from``."""
        one = next((one for one in self.sentence.mentions if one.start >= place), None)
        if one is None or not re.fullmatch(
            r"(?:the |a |its |own |government of |authorities of |group of )*", self.shadow[place : one.start]
        ):
            return (
                Subject(("own",), -1, 0)
                if re.match(r"(?:its |their |the )?(?:own )?(?:government|authorities)", self.shadow[place:])
                else None
            )
        if one.kind == "resolution" or one.value == "UNSC":
            return Subject(("UNSC",), one.start, one.end)
        if one.kind in ("state", "person"):
            return self.listed(one)
        return None

    def listed(self, first: Mention) -> Subject:
        """The list of states that begins with a name."""
        return listed_from(self.sentence, first)

    def by_resolution(self, start: int) -> Subject | None:
        """The Council, where a resolution by which it referred stands in front."""
        before = [one for one in self.sentence.of("resolution", "state", "body", "region") if one.end <= start]
        if not before or before[-1].kind != "resolution" or len(self.shadow[before[-1].end : start]) > 40:
            return None
        row = self.objects.record.council.get(before[-1].value)
        return Subject(("UNSC",), before[-1].start, before[-1].end) if row and row.kind == "referral" else None

    def owner(self, start: int, end: int) -> Subject | None:
        """Whose a referral is: the Council's, Palestine's, from Gabon, of Japan."""
        shadow, sentence = self.shadow, self.sentence
        for one in reversed(sentence.mentions):
            if one.end > start or one.kind not in ("body", "state", "person", "adjective", "resolution"):
                continue
            gap = shadow[one.end : start]
            if re.fullmatch(r"(?:'s?)? (?:[a-z]+ |own |first |second |two |only )?(?:state |self-)?", gap):
                if one.value == "UNSC":
                    return Subject(("UNSC",), one.start, one.end)
                if one.kind in ("state", "person") and gap.startswith("'"):
                    return Subject(group(sentence, one, self.words, placed=True)[0], one.start, one.end)
                if one.kind == "adjective" and "self" in shadow[start:end]:
                    return Subject((one.value,), one.start, one.end)
            break
        after = GIVEN.match(shadow[end:])
        named = next(
            (
                one
                for one in sentence.mentions
                if after and one.kind != "country" and one.start >= end + after.end() - 1
            ),
            None,
        )
        if after and named and named.start <= end + after.end():
            if named.value == "UNSC" or named.kind == "resolution":
                return Subject(("UNSC",), named.start, named.end)
            of = after.group().startswith(" of") and "government" not in sentence.fold[end : named.start]
            if named.kind in ("state", "person") and (not of or self.objects.situation_of(named) is None):
                return self.listed(named)
        far = re.match(
            rf"[^.;]{{0,90}}? (?:by|from) (?:the )?(?:(?:following )?(?:[{CODES['number']}]+ )?(?:states|countries)(?: parties)?:? )?(?=[{CODES['body']}{CODES['resolution']}{CODES['state']}])",  # noqa: E501 - a grammar or list that reads best in one piece
            shadow[end:],
        )
        if (
            far
            and not CAST.search(far.group())
            and "followed" not in far.group()
            and (got := self.named_by(end + far.end()))
        ):
            return got
        if told := self.told_of(start, end):
            return told
        made = re.search(
            r"\b(?:made|makes|submitted|submits|sent|sends|filed|lodged|joined|answered|responded|replied) (?:[^.;]{0,90} )?(?:a|its|their|an|the) (?:[a-z]+ )*$",  # noqa: E501 - a grammar or list that reads best in one piece
            shadow[:start],
        )
        if made:
            return (
                self.actor(made.start(), made.end())
                if not shadow[made.start() :].startswith("joined")
                else self.joiners(made.start(), start)
            )
        return None

    def told_of(self, start: int, end: int) -> Subject | None:
        """Those of whom a relative clause says that they made a referral, or the state whose first one it was."""
        related = re.match(rf"[^.;]{{0,60}}?,? (?:which|that) (?:the )?(?={STATE})", self.shadow[end:])
        if related:
            first = next((one for one in self.sentence.of("state") if one.start == end + related.end()), None)
            makers = self.listed(first) if first else None
            if makers and MAKING.match(self.shadow[makers.end :]):
                return makers
        if ITS.search(self.shadow[:start]) and DATED.match(self.shadow[end:]) and self.context.actor in ("", "ICC"):
            code = self.context.subject or self.context.section or self.context.page
            return Subject((code,), -1, 0) if own_situation(code, self.objects) else None
        return None

    def joiners(self, start: int, end: int) -> Subject | None:
        """Those who joined others in a referral, and the others."""
        first = self.actor(start, end)
        one = next((one for one in self.sentence.of("state") if one.start > start), None)
        more = self.listed(one) if one and one.start < end else None
        codes = (*(first.codes if first else ()), *(more.codes if more else ()))
        return Subject(tuple(dict.fromkeys(codes)), first.start if first else start, end) if codes else None

    def actor(self, start: int, end: int) -> Subject | None:
        """Who stands as the one who acts in front of a verb: the Council, a resolution, states."""
        shadow, sentence = self.shadow, self.sentence
        if both := accompanied(sentence, start):
            return both
        if begun := BEGAN.search(shadow[:start]):
            after = re.match(rf"[^.;]{{0,80}}? (?:was|were|is) (?:the )?(?={STATE})", shadow[end:])
            one = next((one for one in sentence.of("state") if after and one.start == end + after.end()), None)
            if one and not re.search(STATE, shadow[: begun.start()]):
                return self.listed(one)
        clause = max((one.end() for one in re.finditer(r"; |: ", shadow[:start])), default=0)
        for one in reversed(sentence.mentions):
            if (
                one.end > start
                or one.start < clause
                or one.kind not in ("body", "resolution", "state", "person", "country")
            ):
                continue
            gap = shadow[one.end : start]
            if one.kind == "resolution":
                if re.search(r"\b(?:the|a|which|that|who) (?:\S+ )?(?:[a-z]+ )?$", gap) and not re.search(
                    r"(?:which|that|who) (?:had |has |have |[a-z]+ly )*$", gap
                ):
                    continue
                return Subject(("UNSC",), one.start, one.end)
            if one.kind == "body":
                if one.value == "UNSC":
                    if TO_COUNCIL.search(shadow[: one.start]) and not re.match(r", (?:which|that)\b", gap):
                        continue
                    return Subject(("UNSC",), one.start, one.end)
                if one.value in ("OTP", "ICC-PTC") and not is_behind_to(shadow, one.start):
                    return Subject((), -1, 0, "another body")
                continue
            if one.kind == "country":
                return self.pronoun(one, start)
            if is_place(sentence, one, self.words) and not re.fullmatch(
                r" (?:also |then |jointly |itself |has |had )*", gap
            ):
                continue
            break
        if shadow[start:end] == "refer" and (
            after := re.match(
                rf"(?: [{CODES['state']}{CODES['region']}]+)?(?:: | \()(?:the )?(?={STATE})", shadow[end:]
            )
        ):
            one = next((one for one in sentence.of("state") if one.start == end + after.end()), None)
            return self.listed(one) if one else None
        if GROUPS.search(STARTING.sub(" ", shadow[:start])) and (behind := self.starting(start)):
            return behind
        got = found_before(sentence, start, self.context, self.words)
        if got.codes:
            return got
        resolution = [one for one in sentence.of("resolution") if one.end <= start]
        if resolution or (not got.codes and COUNCIL.search(shadow[:start])):
            return Subject(("UNSC",), -1, 0)
        return got

    def starting(self, start: int) -> Subject | None:
        """The states of a group of so many that referred, where some are named: starting with Lithuania, one of them Chile."""
        begun = re.search(rf"\b(?:starting|beginning|led off) (?:with|by) (?:the )?(?={STATE})", self.shadow)
        one = next((one for one in self.sentence.of("state", "person") if begun and one.start == begun.end()), None)
        return self.listed(one) if one else None

    def pronoun(self, one: Mention, start: int) -> Subject | None:
        """Whom ``it`` takes up: the Council of which was spoken, else a state."""
        text = self.sentence.fold[one.start : one.end]
        bodies = [row for row in self.sentence.of("body", "resolution", "state", "person") if row.end <= one.start]
        council = bodies and (
            bodies[-1].value == "UNSC" or bodies[-1].kind == "resolution" or bodies[0].value == "UNSC"
        )
        if text == "it" and (council or (not bodies and self.context.actor == "UNSC")):
            return Subject(("UNSC",), one.start, one.end)
        if text == "it" and not bodies and self.context.actor not in ("", "UNSC"):
            return Subject((), -1, 0, "a pronoun that stands for a body")
        return found_before(self.sentence, start, self.context, self.words)


def is_behind_to(shadow: str, place: int) -> bool:
    """Whether a name stands where something is sent to: to the Prosecutor."""
    return re.search(r"\b(?:to|of|by|before|from|with|for|at|under) (?:the )?$", shadow[:place]) is not None
