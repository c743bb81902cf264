"""Referring: who referred which situation when; found by their places around the words that say so."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

import msgspec

from . import days, sieve
from .attach import act_day, completed, second
from .ballots import own_day
from .claim import Claim
from .context import Context
from .followers import followers
from .gazetteer import Mention
from .hits import Placed
from .marked import CODES, Marked
from .objects import Objects
from .referral_actors import BARE, OBJECT, PASSIVE, STATE, Actors, own_situation
from .referred_places import Place, places
from .reported import refused
from .subjects import Subject, Words, mood

__all__ = ["with_referrals"]

PLACE = f"[{CODES['state']}{CODES['region']}{CODES['adjective']}]"
GOAL = rf"(?:to|before|into the hands of|over to|with|at) (?:the )?(?:[a-z]+ )?(?:[{CODES['body']}]|court\b|prosecutor\b|hague\b|tribunal\b)"  # noqa: E501 - a grammar or list that reads best in one piece
CUE = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<verb>(?:self-)?refer(?:red|s|ring)?(?! to (?:(?:the )?\S+ ){1,2}as\b)(?! to as\b))"
    rf"|(?P<sent>(?:sent|sends|sending|handed|hands|handing|submitted|submits|submitting|brought|brings|bringing|put|puts|took|takes|transferred|remitted|"
    rf"entrusted)(?= (?:[^.;]{{0,80}} )?{GOAL})|(?:ask|request|invit)(?:s|ed|es)(?= (?:the )?[{CODES['body']}]*(?:'s )?(?:prosecutors?|court|(?<=[{CODES['body']}]))[^.;]{{0,60}} to (?:investigate|look into|examine|open)))"  # noqa: E501 - a grammar or list that reads best in one piece
    r"|(?P<noun>(?:self-)?referrals?)"
    rf"|(?P<deals>(?:concern(?:ed|s)|dealt with|deals with|covered|covers|was about)(?= (?:the )?(?:situations? in )?(?:the )?{PLACE}))"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"|(?P<again>(?:did|done|do|does) (?:the same|so|[{CODES['country']}]+)(?: again| once more)?(?:,? twice| on two occasions)?(?=,? (?:for|with|over|in respect of|regarding|in the case of)\b)|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"(?<=[{CODES['country']}] )did(?=,? (?:for|with|over|in respect of|in the case of) )|used (?:that|this|its) power(?: of referral| to refer)?(?: twice| only twice| on two occasions)?(?=,? (?:for|with|over)\b))"  # noqa: E501 - a grammar or list that reads best in one piece
    r"|(?P<theirs>(?:sent|sends|made|makes|filed|submitted|lodged|handed in) (?:theirs|another|one of (?:its|their) own|one(?= (?:on|in) )|a (?:second|further|third|similar) one))"  # noqa: E501 - a grammar or list that reads best in one piece
    r"|(?P<joined>added (?:their|its) (?:names?|voices?|signatures?)|joined the referral)"
    r")(?![^\W_])"
)
"""Words that say that a situation was referred, or may."""
UNREAL = re.compile(
    r"\b(?:would|should|could|can|cannot|may|might|must|shall|will|not|never|without|no|nor|failed? to|fails to|refus(?:ed|es|al) to|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"call(?:s|ed|ing)?(?: on)?(?: for)?|urg(?:e|es|ed|ing)|draft|drafts|proposal|proposed|attempts?|attempted|effort|efforts|bid|move|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"possible|potential|future|if|whether|another|any|demand(?:s|ed)?|recommend(?:s|ed)?|idea of|seek|seeks|sought|support(?:s|ed)? for|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"favou?r(?:s|ed)?|opposed|opposes|for lack of|power (?:to|of)|right to|able to|competence to|options? (?:to|of)|veto(?:e[ds])?|block(?:s|ed|ing)?|oppos(?:e|es|ing)|thwart(?:s|ed)?|prevent(?:s|ed)?|reject(?:s|ed)?|request(?:s|ed|ing)?(?: for)?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:the|a|this|that|its) votes?|push(?:es|ed)?(?: for)?|threat(?:s|en|ens|ened|ening)?|consider(?:s|ed|ing)?|article 14|art\. 14|chance of|prospect of|means of)"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"(?: have| be| been| the| a| an| any| council| un| security| security council| of| to| that| which| [a-z]+ly| further| new| second| formal| state| french| resolution| text| [{CODES['body']}]+)* ?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words in front that take the act from it: should refer, a draft referring, call for a referral."""
LISTED = re.compile(
    rf"(?:^|[–—:.] ?)(?:\W|[{CODES['day']}])*(?:(?:the )?{STATE}+(?:,? and |, )(?:the )?)+{STATE}+ $|(?:^|[–—:.] ?)(?:\W|[{CODES['day']}{CODES['number']}])+ (?:(?:[a-z]+|[{CODES['adjective']}]+) ){{0,3}}(?:states|countries|parties) $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Several states with which a sentence opens, of which a verb in the present tells: Chile and Mexico refer Palestine."""
ANEW = re.compile(rf", (?:the )?[{CODES['country']}]")
"""Where somebody told before begins to do something else."""
REALLY = re.compile(
    r"\b(?:voted|decided|decides|agreed|chose|resolved|moved|acted|(?:the )?(?:states|countries) parties|"
    r"the (?:first|only|second|third|last)(?: [a-z]+)?(?: (?:state|country|government|party))?(?: party)?|"
    rf"one of(?: the)?(?: only)?(?: [{CODES['number']}]+)?(?: (?:states|countries|parties))?) (?:unanimously )?to $"
)
"""Words after which what was to be done was done: voted to refer, the first state to refer."""
UNDONE = re.compile(
    r"[^.;,]{0,60}?\b(?:was|were|is|are|has been|had been|got)? ?(?:vetoed|blocked|rejected|defeated|refused|voted down|withdrawn|failed|fell|would|could|might|should|may|requires?|needs?|unlikely|never)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words behind a noun that take the act from it: the referral of Syria was vetoed."""
ELSE = re.compile(
    r"[^.;]{0,50}? to (?:the |a |its |an )?(?:parliament|committee|senate|cabinet|supreme|constitutional|national|public prosecutor|attorney|police|un\b|united nations|general assembly|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"security council|council\b|assembly|trial|appeals|pre-trial|chamber|presidency|registrar|plenary|commission|domestic|article|section|paragraph|rule|her|him|it as)"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Others to whom things are referred."""
OWN = re.compile(
    r"\b(?:itself|its own (?:situation|case|territory)|their own (?:situation|case|territor)|his own country|its (?:situation|territory)|(?:situations?|crimes|events) (?:on|in|within) (?:its|their|the|his|her) (?:own )?(?:territor(?:y|ies)|soil|country|borders)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"situation (?:there|in the country|at home|in the north|in its)|crimes (?:committed )?(?:anywhere )?(?:in the (?:north|east|south|west) of (?:the|its) country|on its (?:own )?(?:territory|soil))|flying its (?:own )?flag|flew its flag|registered there|self-referr|of its own\b|own situations?)"  # noqa: E501 - a grammar or list that reads best in one piece
)


EVENTS = re.compile(
    rf"(?: to investigate| to look into| to examine)? (?:the |a |an |its |two |some |alleged )?(?:(?:[a-z'’-]+|[{CODES['adjective']}{CODES['state']}]+(?:'s)?) ){{0,3}}?"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:crimes|events|raid|attack|boarding|blockades?|violence|conflict|war|acts|effects|killings|abuses|atrocities|flotilla|unrest)\b(?! to (?!the (?:court|prosecutor|icc)))"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Events at home that a state referred without a word on where they were."""


MOST = 30
"""Referrals in one sentence, at most: no sentence that a person wrote has more."""


class Told(NamedTuple):
    """A referral in a sentence: where its words stand, who made it, and what was referred."""

    start: int
    end: int
    who: Subject
    what: tuple[Place, ...]


def with_referrals(
    claims: list[Placed], sentence: Marked, found: list[days.Found], context: Context, objects: Objects, words: Words
) -> list[Placed]:
    """The claims with those of every referral that the sentence tells, in place of what single patterns read of them."""
    reader = Referrals(sentence, found, context, objects, words)
    made = reader.claims(claims)
    if not made:
        return [
            row
            for row in claims
            if row[0].predicate != "referred"
            or (row[0].subject == "UNSC" and row[0].pattern != "state referred")
            or not reader.by_council(Place(row[0].about, None, ""))
        ]
    told = {row[0].subject for row in made}
    kept = [
        row
        for row in claims
        if (row[0].predicate != "referred" and (row[0].subject not in told or not inside(row, made)))
        or (row[0].predicate == "referred" and "as-before" in row[0].pattern and row[0].subject not in told)
    ]
    echoes = [
        row
        for row in claims
        if row[0].predicate == "referred"
        and row[0].pattern not in NAMED
        and row[0].subject not in told
        and not any(one[1] <= row[1] < one[2] for one in made)
    ]
    return [*kept, *echoes, *made]


def inside(row: Placed, made: list[Placed]) -> bool:
    """Whether the day of another claim is that of a referral of the same state."""
    return row[3] > 0 and any(row[0].subject == one[0].subject and row[3:] == one[3:] for one in made)


NAMED = (
    "Council referred",
    "situation was referred by the Council",
    "state referred",
    "situation was referred by the state itself",
    "it referred, said of the Council",
)


class Referrals(Actors):
    """Reads the referrals of one sentence."""

    def claims(self, others: list[Placed]) -> list[Placed]:
        """Every referral with its states, situations and days."""
        if not self.may():
            return []
        told: list[Told] = []
        for match in islice(CUE.finditer(self.shadow), MOST):
            one = self.told(match.lastgroup or "", match.start(), match.end())
            if one and not any(
                set(one.who.codes) == set(other.who.codes)
                and {p.code for p in one.what} <= {p.code for p in other.what}
                for other in told
            ):
                told.append(one)
        made: list[Placed] = []
        for one in told:
            spans = [(other.start, other.end) for other in told if other is not one]
            made += self.placed(one, spans, others)
        if told and made:
            made += self.followed(told[-1], [row for row in made if row[1] == told[-1].start])
        if made:
            self.context.referral = made[-1][0].about
            self.context.referral_day = made[-1][0].date or self.context.referral_day
        return made

    def may(self) -> bool:
        """Whether the words of the sentence can tell of a referral at all."""
        may, context = self.sentence.may, self.context
        if may & sieve.REFERS or self.sentence.of("resolution"):
            return True
        if may & sieve.SENT and may & sieve.GOAL:
            return True
        spoken = context.referral or context.actor == "UNSC" or "council" in self.sentence.words
        return bool(spoken) and bool(may & sieve.AGAIN)

    def followed(self, one: Told, rows: list[Placed]) -> list[Placed]:
        """The claims of those who are told to have followed with theirs, or with a referral of the same situation."""
        if not rows or len(one.what) != 1 or one.who.codes == ("UNSC",):
            return []
        first, *_, day_end = rows[-1]
        listed = [place.end for place in self.sentence.of("region", "state", "adjective") if place.start > one.end]
        past = max(one.end, one.who.end, day_end, *(end for end in listed if end <= max(day_end, one.who.end)), 0)
        own = any(own_situation(code, self.objects) == one.what[0].code for code in one.who.codes)
        found: list[Placed] = []
        again = SECOND.search(self.shadow, one.end) if own else None
        day = next((row for row in self.found if again and row.end == again.end()), None)
        if again and day:
            iso = completed(day, self.context, self.found)
            claim = msgspec.structs.replace(first, start=again.start(), end=again.end(), date=iso, other_date="")
            found.append((claim, again.start(), again.end(), day.start, day.end))
        for row in followers(self.sentence, past, self.found):
            for code in row.codes:
                about = own_situation(code, self.objects) if own else ""
                iso = completed(row.day, self.context, self.found) if row.day else ""
                claim = msgspec.structs.replace(
                    first,
                    start=row.start,
                    end=row.end,
                    subject=code,
                    about=about or one.what[0].code,
                    object=self.objects.named(about or one.what[0].code, "referred"),
                    date=iso,
                    other_date="",
                )
                where = (row.day.start, row.day.end) if row.day else (0, 0)
                found.append((claim, row.start, row.end, *where))
        return found

    def placed(self, one: Told, spans: list[tuple[int, int]], others: list[Placed]) -> list[Placed]:
        """One claim for each state and situation, and for each day on which it was done again."""
        rows: list[Placed] = []
        dated = any(place.day for place in one.what)
        for place in one.what:
            day = place.day or (None if dated else self.day(one, spans, others))
            day, iso, other = self.told_day(day, place, one)
            every = self.series(one) if place.day is None else []
            if len(every) > 1:
                day, iso, other = every[0], completed(every[0], self.context, self.found), ""
            where = (day.start, day.end) if day and iso else (0, 0)
            by = place.resolution or (self.by(one) if len(one.what) == 1 else "")
            council = ("council", f"by:{by}") if by else ("council",)
            for code in (place.state,) if place.state else one.who.codes:
                claim = Claim(
                    sentence=self.sentence.text,
                    start=one.start,
                    end=one.end,
                    subject=code,
                    predicate="referred",
                    object=self.objects.named(place.code, "referred"),
                    about=place.code,
                    date=iso,
                    other_date=other,
                    tense="past",
                    how=council if one.who.codes == ("UNSC",) else ("state",),
                    pattern="referral",
                )
                rows.append((claim, one.start, one.end, *where))
            for again in every[1:]:
                claim = msgspec.structs.replace(
                    rows[-1][0], date=completed(again, self.context, self.found), other_date=""
                )
                rows.append((claim, one.start, one.end, again.start, again.end))
        return rows

    def told_day(self, day: days.Found | None, place: Place, one: Told) -> tuple[days.Found | None, str, str]:
        """The day of a referral with its two readings, completed by the year of the resolution or the referral joined."""
        year = self.year(place, one)
        iso = completed(day, self.context, self.found)
        other = second(day, iso, self.context) if iso else ""
        if day and year and (day.iso.startswith("-") or "of that year" in self.sentence.fold[day.start : day.end + 14]):
            iso, other = f"{year}{iso[4:]}", ""
        joined = self.shadow[one.start : one.end].startswith(("added", "joined"))
        if day and day.iso.startswith("-") and joined and self.context.referral_day:
            iso, other = f"{self.context.referral_day[:4]}{day.iso[1:]}", ""
        if not iso and not any(row for row in self.found if not SINCE.search(self.sentence.fold[: row.start])):
            iso = year or self.remembered(place, one)
        return day, iso, other

    def series(self, one: Told) -> list[days.Found]:
        """The days on which one state or the Council referred the same more than once: in 2004 and 2014."""
        match = SERIES.search(self.shadow, one.end)
        if len(one.what) != 1 or len(one.who.codes) != 1 or match is None or not TWICE.search(self.shadow):
            return []
        if re.search(r"[;:]|\b(?:but|while)\b", self.shadow[one.end : match.start()]):
            return []
        return [day for day in self.found if match.start() < day.start < match.end()]

    def by(self, one: Told) -> str:
        """The one resolution of the sentence, where it stands as that by which the Council referred."""
        named = self.sentence.of("resolution")
        if len(named) != 1 or named[0].start > one.end + 140:
            return ""
        lead, rest = self.shadow[max(0, named[0].start - 24) : named[0].start], self.shadow[named[0].end :]
        by = re.search(r"\b(?:by|in|through|under|via|with|adopted|adopting|vide|passed) (?:its |the )?$|\($", lead)
        subject = named[0].start == one.who.start or re.match(
            r"(?:[^a-z]|of|on|in|adopted|dated|passed)*,? ?(?:by which|which|that|referr)", rest
        )
        return named[0].value if by or subject else ""

    def year(self, place: Place, one: Told) -> str:
        """The year in brackets behind the resolution by which the Council referred."""
        named = [row for row in self.sentence.of("resolution") if row.value == place.resolution] or [
            row
            for row in self.sentence.of("resolution")
            if row.start == one.who.start or len(self.sentence.of("resolution")) == 1
        ]
        found = re.search(r"\((\d{4})\)", self.sentence.text[named[0].start : named[0].end]) if named else None
        return found.group(1) if found else ""

    def remembered(self, place: Place, one: Told) -> str:
        """The day that the heading gives, or that of a page which tells of it on the day or the day after."""
        heading = self.context.heading
        if heading and not heading.startswith("-"):
            return heading
        row, written = self.objects.record.situations.get(place.code), self.context.written
        told = [ref.day for ref in (row.referrals if row else ()) if ref.resolution and ref.day]
        near = written and one.who.codes == ("UNSC",) and told and 0 <= (written - told[0]).days <= 1
        return told[0].isoformat() if near else ""

    def day(self, one: Told, spans: list[tuple[int, int]], others: list[Placed]) -> days.Found | None:
        """The day of a referral: beside its words, or the only one of the sentence that nothing else takes."""
        later = [row.day for row in followers(self.sentence, max(one.end, one.who.end), self.found)]
        asides = [row.span() for row in ASIDE.finditer(self.shadow) if not row.start() <= one.start < row.end()]
        own = [
            day
            for day in self.found
            if not SINCE.search(self.sentence.fold[: day.start])
            and day not in later
            and not any(start <= day.start < end for start, end in asides)
        ]
        named = [row for row in self.sentence.of("resolution") if row.start == one.who.start]
        if named and (given := own_day(named[0], self.sentence, self.found)):
            return given
        if AFTER_IT.search(self.shadow[: one.start]):
            own = [day for day in own if day.start >= one.end]
        got = act_day(self.sentence, own, (one.start, one.end), spans, self.words)
        acts = ("signed", "ratified", "acceded", "is-party")
        elsewhere = got is not None and any(
            row[3:] == (got.start, got.end) and row[0].predicate in acts and row[0].subject in one.who.codes
            for row in others
        )
        if got is not None and got.end <= one.start and elsewhere:
            got, own = None, []
        if got is not None and ANEW.search(self.shadow[one.end : got.start]):
            got = None
        if got is None and len(own) == 1:
            taken = any(
                row[3] <= own[0].start < row[4] for row in others if row[0].predicate not in ("referred", "voted")
            )
            low, high = sorted((own[0].start, one.start))
            between = any(low < start < high for start, _ in spans) or ";" in self.shadow[low:high]
            got = None if taken or between else own[0]
        return got

    def told(self, kind: str, start: int, end: int) -> Told | None:
        """The referral of which the words at a place tell, if they tell of one."""
        if self.left(kind, start, end):
            return None
        who = self.who(kind, start, end)
        what = self.what(kind, start, end, who)
        if not what:
            return None
        mention = self.sentence.at(who.start) if who and who.start >= 0 else None
        if mention and mention.kind == "country" and all(self.by_council(place) for place in what):
            who = Subject(("UNSC",), mention.start, mention.end)
        if who is not None and who.codes == ("own",):
            row = self.objects.record.situations.get(what[0].code)
            who = Subject(row.states[:1] if row else (), -1, 0)
        if who is not None and who.why == "another body":
            return None
        if who is None or not who.codes:
            who = self.implied(kind, start, end, what)
        if who is None:
            return None
        if (
            kind == "noun"
            and who.codes != ("UNSC",)
            and not any(place.day for place in what)
            and re.search(r"(?:'s|\bits|\btheir|\bin the|\bthis) (?:[a-z]+ )?$", self.shadow[:start])
            and not self.found
        ):
            return None
        if (
            who.codes != ("UNSC",)
            and 0 <= who.start < start
            and kind in ("verb", "sent")
            and not REALLY.search(self.shadow[:start])
            and mood(self.sentence, who, start, self.words)
        ):
            return None
        return Told(start, end, who, what)

    def by_council(self, place: Place) -> bool:
        """Whether the Council referred a situation."""
        row = self.objects.record.situations.get(place.code)
        return row is not None and row.trigger == "security-council"

    def left(self, kind: str, start: int, end: int) -> bool:
        """Whether the words tell of no referral: wanted, denied, asked, of something else, to somebody else."""
        lead, rest = self.shadow[:start], self.shadow[end:]
        bare = self.shadow[start:end] in ("refer", "self-refer")
        if bare and not REALLY.search(lead) and not (LISTED.search(lead) and not UNREAL.search(lead[-90:])):
            return True
        if bare and re.search(r"\b(?:voted|decided|decides|agreed|chose|resolved|moved|acted) (?:[a-z]+ )?to $", lead):
            actor = self.actor(start, end)
            if actor is None or actor.codes != ("UNSC",):
                return True
        if not bare and UNREAL.search(lead[-90:]):
            return True
        if kind == "verb" and ANY.match(rest) and WHENEVER.search(lead):
            return True
        if kind == "noun" and (UNDONE.match(rest) or VOTE.search(lead)):
            return True
        if kind in ("verb", "sent") and (
            ELSE.match(rest)
            or re.match(r" to (?!\S* ?(?:[^.;]{0,40}(?:situation|case|crimes)))(?:in|as|by|above|below|here)\b", rest)
        ):
            return True
        if (
            kind == "verb"
            and re.match(
                r" to (?:the )?(?![^.;]{0,60}\b(?:situation|case|crimes|conflict|events|matter|violence))", rest
            )
            and not PASSIVE.search(lead)
            and not BARE.search(lead)
        ):
            return True
        fold = re.sub(r"^why did ", "", self.sentence.fold)
        return bool(refused(fold, start, end, ()))

    def what(self, kind: str, start: int, end: int, who: Subject | None) -> tuple[Place, ...]:
        """The situations referred, each with its own day and resolution."""
        after = (
            max(end, who.end)
            if who and who.start >= end and kind == "noun" and not OF.match(self.shadow[end : who.start])
            else end
        )
        if kind == "theirs":
            last = self.context.told
            return (Place(last.about, None, ""),) if last and last.predicate == "referred" and who and who.codes else ()
        if kind == "joined":
            return (Place(self.context.referral, None, ""),) if self.context.referral and who and who.codes else ()
        asked = (
            re.search(r"\b(?:investigate|look into|examine)\b", self.shadow[after:])
            if kind == "sent" and self.shadow[start:end].startswith(("ask", "req", "inv"))
            else None
        )
        after = after + asked.end() if asked else after
        behind = places(self.sentence, after, self.found, self.objects, who.codes if who and who.start >= end else ())
        if behind:
            return behind
        if who and who.codes and who.codes != ("UNSC",) and OWN.search(self.shadow[max(0, start - 40) : end + 70]):
            return tuple(
                Place(code, self.bracketed(one, who), "", one)
                for one in who.codes
                if (code := self.objects.situations.get(one) or self.objects.referrers.get(one))
            )
        if (
            who
            and kind in ("verb", "sent")
            and EVENTS.match(self.shadow, after)
            and not PASSIVE.search(self.shadow[:start])
            and (mine := [(one, own_situation(one, self.objects)) for one in who.codes])
            and all(code for _, code in mine)
        ):
            return tuple(Place(code, None, "", state if len(mine) > 1 else "") for state, code in mine)
        passive = PASSIVE.search(self.shadow[:start]) or (
            BARE.search(self.shadow[:start]) and not OBJECT.match(self.shadow[end:])
        )
        relative = re.search(r"\b(?:which|that|whose)\b[^,;]{0,40}$", self.shadow[:start]) and not OBJECT.match(
            self.shadow[end:]
        )
        pronoun = re.match(rf" [{CODES['country']}]+(?: to)?(?![^\W_])", self.shadow[end:]) or PAIR.match(
            self.sentence.fold[end:]
        )
        if (kind == "noun" or passive or relative or pronoun) and (before := self.before(start, end, who)):
            return before
        return self.taken_up(kind, start, end, who)

    def bracketed(self, code: str, who: Subject) -> days.Found | None:
        """The day in brackets behind a state of a list."""
        one = next(
            (one for one in self.sentence.of("state", "person") if one.value == code and one.start >= who.start), None
        )
        return next(
            (
                day
                for day in self.found
                if one and self.shadow[one.end : day.start] in (" (", " (in ", " (on ", ", in ", " in ")
            ),
            None,
        )

    def before(self, start: int, end: int, who: Subject | None) -> tuple[Place, ...]:
        """The situation named in front of the words: Darfur was referred, the Libya referral, the situation in Mali, which."""
        for one in reversed(self.sentence.of("region", "state", "adjective")):
            if one.end > start or (who and who.start <= one.start < who.end):
                continue
            name = one._replace(kind="state") if one.kind == "adjective" else one
            code = self.objects.situation_of(name)
            gap = self.shadow[one.end : start]
            if code and len(gap) < 90 and ";" not in gap:
                last = Place(code, None, resolution_of(self.sentence, one, start))
                return (
                    (*self.joined(one), last)
                    if PAIR.match(self.sentence.fold[end:]) or TOGETHER.match(gap)
                    else (last,)
                )
        return ()

    def joined(self, last: Mention) -> tuple[Place, ...]:
        """The situations named in one list with the last: Sudan and Libya, which were both referred."""
        found: list[Place] = []
        begin = last.start
        for one in reversed(self.sentence.of("region", "state")):
            if one.end > begin or not JOINED.fullmatch(self.shadow[one.end : begin]):
                continue
            code = self.objects.situation_of(one)
            if not code:
                break
            found.insert(0, Place(code, None, ""))
            begin = one.start
        return tuple(place for place in found if self.by_council(place))

    def taken_up(self, kind: str, start: int, end: int, who: Subject | None) -> tuple[Place, ...]:
        """The situation of which the text speaks, where the words only say: the situation."""
        around = self.shadow[start : end + 60]
        if who is None or not who.codes or not re.search(r"\b(?:situation|case|matter|referrals?)\b", around):
            return ()
        code = self.context.situation or self.objects.situations.get(self.context.section or self.context.page, "")
        if who.codes == ("UNSC",):
            named = {self.objects.situation_of(one) for one in self.sentence.of("resolution")}
            code = next(iter(named)) or code if len(named) == 1 else code
            row = self.objects.record.situations.get(code)
            return (Place(code, None, ""),) if row and row.trigger == "security-council" else ()
        mine = [self.objects.referrers[one] for one in who.codes if one in self.objects.referrers]
        own = [found for one in who.codes if (found := self.objects.situations.get(one))]
        code = code or next(iter(own), "") or next(iter(mine), "")
        return (Place(code, None, ""),) if code else ()

    def implied(self, kind: str, start: int, end: int, what: tuple[Place, ...]) -> Subject | None:
        """Who referred where nobody is named: the one who did, as the record says, of a referral told as done."""
        if any(place.resolution for place in what):
            return Subject(("UNSC",), -1, 0)
        rows = [self.objects.record.situations.get(place.code) for place in what]
        if self.shadow[start:end].startswith("self-referral") and len(rows) == 1 and self.found:
            return Subject(rows[0].states[:1], -1, 0) if rows[0] and rows[0].trigger == "state-referral" else None
        if kind not in ("noun", "verb", "again") or not all(rows):
            return None
        if kind == "noun" and not all(place.day for place in what) and not DEFINITE.search(self.shadow[:start]):
            return None
        if kind == "verb" and not (PASSIVE.search(self.shadow[:start]) or BARE.search(self.shadow[:start])):
            return None
        if all(row and row.trigger == "security-council" for row in rows):
            return Subject(("UNSC",), -1, 0)
        states = {state for row in rows if row for one in row.referrals for state in one.states}
        if kind == "verb" and len(states) == 1 and all(row and row.trigger == "state-referral" for row in rows):
            return Subject(tuple(states), -1, 0)
        return None


PAIR = re.compile(r" (?:both|the two|these two|those two)(?: (?:countries|situations|cases|states|matters|of them))?\b")
"""Two situations named before, as what is referred."""
TOGETHER = re.compile(r"[^;.]*\b(?:were|both|have been|had been|are|two)\b")
"""Words behind a list of which all is told."""
JOINED = re.compile(r",? (?:and|&) (?:in )?(?:the )?|, (?:in )?(?:the )?")
"""What joins the names of a list."""
ANY = re.compile(r" (?:a|any) (?:situation|case|matter)\b(?! (?:in|of|concerning|regarding))")
WHENEVER = re.compile(r"\b(?:once|when|whenever|where|if|after) [^,;.]*$")
"""Words of a rule that tells what follows when some situation is referred: once the Council has referred a situation."""
DEFINITE = re.compile(
    rf"(?:^|\b)(?:the|its|both|these|those|this|that)(?: (?:first|second|earlier|previous|two|subsequent|situation))*(?: (?:and )?[{CODES['state']}{CODES['region']}{CODES['adjective']}{CODES['day']}]+)* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What stands in front of a referral that is told as made: the Libya referral, its referrals of."""
VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|abst[a-z]+|favou?r|after|since|until|before) (?:(?:for|against|on|in favou?r of|of|from|to) )*(?:the |a |both )?[^ ]*? ?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words in front of a referral on which a vote was taken, or after which something else happened."""
AFTER_IT = re.compile(
    rf"\b(?:following|after|upon|despite|since|through|by) (?:the )?(?:[{CODES['state']}{CODES['person']}{CODES['adjective']}{CODES['country']}]+(?:['’]s?)? |(?:its|their|a|an) )(?:own |formal |state |first )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words by which a referral is only the time of something else, whose day is not its own."""
OF = re.compile(rf" of\b|[^.;]*[{CODES['state']}{CODES['region']}]+,? (?:which|that) ")
"""What stands behind a referral whose situation is named before those who made it."""
ASIDE = re.compile(r", (?:which|who|whose) [^,;]*,")
"""What is told of somebody between commas."""
TWICE = re.compile(r"\b(?:twice|two|both|three|thrice|first|once|again)\b")
SECOND = re.compile(
    rf"\b(?:the|a) (?:second|other)(?: one| referral)?,? (?:(?:was|were) (?:made|sent|submitted|received|lodged) |came |followed |of |dated |is of |dates from )(?:on |in |of |from )?[{CODES['day']}]+"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""The second referral of a state of which the first has been told."""
SERIES = re.compile(
    rf"\b(?:(?:first|once|then|both|again) )?(?:in|on) (?:the )?(?P<first>[{CODES['day']}]+)(?:,? (?:and|then)(?: (?:then|again|later|a second time))?(?: (?:in|on))? [{CODES['day']}]+)+"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Two or more days on which the same was done: in 2004 and 2014."""
SINCE = re.compile(r"\b(?:since|from|after|before|until|committed (?:in|on)|beginning) (?:the )?$")
"""Words before a day that is none of a referral: the situation in Darfur since 1 July 2002."""


def resolution_of(sentence: Marked, one: Mention, end: int) -> str:
    """The resolution named between a place and the words, or right behind."""
    near = [row for row in sentence.of("resolution") if row.start >= one.end and row.start < end + 40]
    return near[0].value if len(near) == 1 else ""
