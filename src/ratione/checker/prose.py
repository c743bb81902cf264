"""Prose in, claims out: every pattern tried on a sentence, each hit given its subject, its object and its day."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from ..record.record import Record
from . import days, referrals, sieve
from .attach import OPENING, act_day, completed, second, status_day
from .bars import WHEN_IT_WAS, barred, guessed, in_aside, leaves, of_main_clause, stands_alone
from .claim import Claim, Tense
from .colons import with_listed
from .context import Context
from .council import with_council
from .counting import instrument_counted, not_counted, shade_of
from .doers import Doers
from .echo import CONCEDED, echoed, spoken
from .frames import Frames, with_days
from .gazetteer import Gazetteer
from .hits import (
    ACTS,
    STATUS,
    TAKEN_UP,
    Hit,
    Placed,
    acting,
    bracketed,
    claimed,
    clash,
    denied_inside,
    every_day,
    leaving,
    paired,
    respectively,
    shades_of,
    tense_of,
    unique,
)  # fmt: skip
from .law_reading import LawReading
from .leftover import EARLIER, with_leftover
from .marked import Marked, mark
from .objects import OURS, Objects
from .ordinals import with_ordinals
from .patterns import Patterns, Ways
from .relative import with_relative
from .reported import refused
from .subjects import Subject, Words, mood
from .worth import worth

__all__ = ["Reader", "Reading"]

Told = tuple[str, str, tuple[int, int]]
"""A day, its other reading, and where it stands."""


def dated(own: days.Found | None, shared: Told, listed: list[tuple[str, days.Found | None]]) -> Told:
    """The day of one of a list: its own, or that of all, where none has its own."""
    if own is not None:
        return own.iso, own.other, (own.start, own.end)
    return ("", "", (0, 0)) if any(day for _, day in listed) else shared


NOUN = re.compile(
    r"\b(?:instruments?|ratifications?|accessions?|signatures?|notices?|withdrawals?|deposits?|membership|force|investigations?|"
    r"warrants?|elections?|laws?|war|letters?|declarations?|others?|debate|vote|conference|order|resolution) (?:[a-z]+ly |then |soon )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A thing that can follow another, where a state that followed is looked for."""
PASSIVE = re.compile(r"\b(?:was|were|been|being|be) (?:[a-z]+ly |then |later |first )?$")
SMALL = re.compile(r"\b([Tt]he )court\b(?!s| of| martial| house|house)")
"""The Court of a page that is about it, as newspapers write it."""
AWAY = re.compile(r"\b(?:up|down) from\b|\bcompared (?:to|with)\b")
"""Words behind a count after which another count stands, with its own day."""
CURRENT = re.compile(
    r"\b(?:is|are|has|have|will|would|may|can|remains?|still|now|currently|today)\b|"
    r"\b(?:ratif|acced|access|join|becom|becam)"
)
"""Words of a sentence that tells what is, or how a state joined, so that a day in it is not that of a status beside a name."""
AWAY_FROM = re.compile(r"[,;]| and | which | with ")
"""Words between an act and a day by which, in a line that opens with its own day, that is the day of something else."""
LEADING = 12
"""Signs in front of the name with which a sentence begins, at most: In turn, the ..."""
HAD_SIGNED = re.compile(r"\bhad been signed by [^.;]*$")
"""What is told of a time gone by: had been signed by a state but not yet ratified."""
WILL = re.compile(r"\bwill\b")
FUTURE = re.compile(r"(?:will|is|are) (?:to |due|set|become|be |enter|take|bind)|(?:will|to) ")
"""Words of what was still to come when a text was written."""
NEVER = re.compile(r" (?:it |the statute )?never\b")
"""A denial behind the verb: ratified it never."""
UNTIL_NOW = re.compile(r" (?:it |them |the \w+ |the rome statute )?(?:until|till|before) (?:now|today|then|this)\b")
"""Words that end a denial: never ratified it until now."""
KEPT = 1_000
"""Marked sentences that are kept, at most."""
LONGEST = 1_500
"""Signs of a sentence that is read by its clauses too, at most: a longer one has none that could be told apart."""
BEFOREHAND = re.compile(r"^(?:after|since|before) ")
MOST = 60
"""Places in one sentence where a pattern fits, at most: no sentence that a person wrote has more."""
DECLARED = re.compile(r"[Aa]rt(?:icle|\.) ?12 ?\(3\)")
"""An article that can only be the Statute's, where a declaration is spoken of."""


class Reading(NamedTuple):
    """What a sentence gave: its claims, where each stands in it, and why hits were left."""

    claims: list[Placed]
    left: list[str]
    sentence: Marked


LATEST = re.compile(r"\b(?:which|who|latest|newest|most recent|when|after|last)\b")
"""Words in front of a day that is that of one of those counted."""


def only_day(sentence: Marked, found: list[days.Found]) -> str:
    """The one day of a sentence, where a word before it says that it is that of a status: from, since, as of."""
    if len(found) != 1 or found[0].iso.startswith("-") or LATEST.search(sentence.fold[: found[0].start]):
        return ""
    lead = len(found[0].iso) > 4 and re.search(
        r"\b(?:from|as of|as at|on|by|at) (?:the )?$", sentence.shadow[: found[0].start]
    )
    return found[0].iso if lead else ""


EDGE = re.compile(r"\b(?:at|by|since|from|as of) the (?P<edge>end|close|beginning|start) of (?:the year )?$")
"""What stands before a year at whose end or beginning so many were parties."""


def edge_of(sentence: Marked, found: list[days.Found]) -> str:
    """The last or first day of the year at whose end or beginning a count is told; empty where none is."""
    edge = EDGE.search(sentence.shadow[: found[0].start]) if len(found) == 1 and len(found[0].iso) == 4 else None
    if edge is None:
        return ""
    return f"{found[0].iso}-{'12-31' if edge.group('edge') in ('end', 'close') else '01-01'}"


def on_heading(found: list[days.Found], context: Context) -> list[days.Found]:
    """The days of a sentence that opens with a year, under a heading that is a day of the calendar: 2002, under 6 May."""
    if not context.heading.startswith("-") or not found or found[0].start > 2 or len(found[0].iso) != 4:
        return found
    return [found[0]._replace(iso=days.in_year(context.heading, found[0].iso)), *found[1:]]


class Said(NamedTuple):
    """What is said of whom: subject, predicate, the instrument or situation, and whether the words were denied."""

    subject: Subject
    predicate: str
    about: str
    denied: bool


class Reader:
    """Reads sentences with the patterns; made once for a record and used for many documents."""

    def __init__(self, record: Record, patterns: Patterns) -> None:
        self.record = record
        self.patterns = patterns
        self.gazetteer = Gazetteer(record, patterns.names)
        self.marks: dict[str, Marked] = {}
        self.words = Words(patterns)
        self.ways = Ways(patterns)
        self.objects = Objects(record, self.words)
        self.doers = Doers(self.words)
        self.frames = Frames(patterns, self.words, self.objects)
        self.law = LawReading(record, self.words, self.objects, patterns.names.get("law_rows", {}))

    def mark(self, text: str) -> Marked:
        """A sentence or heading with everything in it told; those of one page are asked for more than once, and kept."""
        found = self.marks.get(text)
        if found is None:
            if len(self.marks) >= KEPT:
                self.marks.clear()
            found = self.marks[text] = mark(text, self.gazetteer)
        return found

    def read(self, text: str, context: Context) -> Reading:
        """The claims of one sentence; ``context`` is brought up to date."""
        small = context.about and "he court" in text and not (context.elsewhere and text.startswith("The court"))
        marked = self.mark(SMALL.sub("\\1Court", text)).said(text) if small else self.mark(text)
        if not worth(marked, context):
            context.last_act = context.spoken = ""
            context.after(marked, days.find(text), "")
            return Reading([], [], marked)
        dated = {one.start for one in marked.mentions if one.kind == "day"}
        sentence, found = with_relative(
            marked,
            on_heading([one for one in days.find(text) if one.start in dated] if dated else [], context),
            context,
        )
        hits = self.law.worth(self.hits(sentence), sentence, context)
        if not context.about and not any(one.value in OURS for one in sentence.mentions) and not DECLARED.search(text):
            context.after(sentence, found, "")
            return Reading([], ["not about the Court or the Statute"] if hits else [], sentence)
        claims, left = self.tried(hits, sentence, found, context)
        last = self.theme(claims, sentence, context)
        whole = [one._replace(iso=completed(one, context, found) or one.iso) for one in found]
        context.after(sentence, whole, last)
        claims = self.law.with_titles(claims, sentence, context)
        claims = with_council(claims, sentence, found, context, self.objects, self.doers.words)
        context.spoken = spoken(sentence.fold) if sentence.may & sieve.SPEAKS else ""
        context.spoken_about = context.treaty
        if not claims:
            context.last_act = ""
        if "amendments" in sentence.fold and not sentence.of("treaty"):
            context.last_act = context.told_act = context.spoken = ""
        context.told_act = next(
            (one[0].predicate for one in reversed(claims) if one[0].predicate in ACTS), context.told_act
        )
        context.told = next((one[0] for one in reversed(claims) if one[0].predicate in TAKEN_UP), None)
        return Reading(unique(claims), left, sentence)

    def theme(self, claims: list[Placed], sentence: Marked, context: Context) -> str:
        """Whom the next sentence takes up with ``it``: who stands first where it made a claim, else who claimed last."""
        codes = [one[0].subject for one in claims if one[0].subject in self.record.states]
        if not codes:
            return ""
        first = next((one for one in sentence.of("state", "person", "country") if one.start <= LEADING), None)
        if first is not None and first.kind == "country" and context.subject:
            return context.subject
        return first.value if first is not None and first.value in codes else codes[-1]

    def tried(
        self, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> tuple[list[Placed], list[str]]:
        """The claims of the hits; a hit that comes to nothing makes room for one that it covered."""
        kept: list[Hit] = []
        for hit in hits:
            if not any(clash(hit, other) for other in kept):
                kept.append(hit)
        good: list[Hit] = []
        claims: list[Placed] = []
        left: list[str] = []
        for hit in sorted(hits, key=lambda one: one.match.start() if "as-before" in one.pattern.how else -1):
            if any(clash(hit, other) for other in good):
                continue
            context.same_day = ""
            if "as-before" in hit.pattern.how:
                taken = echoed(hit, claims, sentence, context)
                if isinstance(taken, str):
                    left += [] if {"elliptic", "short"} & set(hit.pattern.how) else [taken]
                    continue
                kept_act = context.last_act, context.last_about, context.last_how
                context.last_act, context.last_about, context.last_how = taken
            got = self.claim(hit, [one for one in kept if not clash(one, hit)], sentence, found, context)
            if "as-before" in hit.pattern.how:
                context.last_act, context.last_about, context.last_how = kept_act
            if isinstance(got, str):
                left.append(got)
            else:
                good.append(hit)
                claims += got
                self.remember(got, sentence, context)
        claims.sort(key=lambda one: one[1])
        self.remember(claims, sentence, context)
        told_apart = "respectively" in sentence.fold and not any(one[0].predicate == "referred" for one in claims)
        if told_apart:
            return respectively(claims, found, context), left
        if len(sentence.text) > LONGEST:
            return claims, left
        claims += self.frames.read(claims, sentence, context)
        claims = paired(claims, found, sentence, context)
        claims = with_days(with_leftover(claims, kept, sentence, found, context, self.objects))
        return with_ordinals(with_listed(claims, sentence, context, self.objects), sentence), left

    def remember(self, claims: list[Placed], sentence: Marked, context: Context) -> None:
        """The act last told in a sentence is the one that ``did the same`` takes up in the next."""
        told = [one for one in claims if one[0].predicate in ACTS and not CONCEDED.search(sentence.fold[: one[1]])]
        if told:
            last = told[-1][0]
            context.last_act, context.last_about, context.last_how = last.predicate, last.about, last.how

    def hits(self, sentence: Marked) -> list[Hit]:
        """Every place where a pattern fits, the one that reads most words first."""
        found = [Hit(pattern, match) for pattern, match in self.ways.matches(sentence)]
        found = [one for one in found if not in_aside(one, sentence)]
        found = [one for one in found if not one.pattern.names or self.objects.among(one, sentence)]
        if len(found) > MOST:
            found = sorted(found, key=lambda one: one.match.start())[:MOST]
        return sorted(found, key=lambda one: (one.match.start() - one.match.end(), one.match.start()))

    def claim(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Placed] | str:
        """The claims that a hit makes, or the reason why it makes none."""
        pattern = hit.pattern
        if "law" in pattern.how:
            return self.law.claims(hit, hits, sentence, found, context)
        if why := refused(sentence.fold, *hit.span, pattern.wants):
            return why
        if pattern.name in ("signed", "ratified") and PASSIVE.search(
            sentence.shadow[max(0, hit.match.start() - 24) : hit.match.start()]
        ):
            return "done by somebody whom the words do not name"
        if "alone" in pattern.how and not stands_alone(sentence, *hit.span):
            return "goes on with something else"
        subject = self.doers.of(hit, sentence, context)
        if not subject.codes:
            return subject.why
        if why := barred(hit, sentence):
            return why
        state = "" if pattern.any_mood else mood(sentence, subject, acting(hit), self.words)
        if state == "unreal":
            return "wanted, supposed or to come, not said as done"
        if "as-before" in pattern.how:
            if NOUN.search(sentence.shadow[: hit.match.start()][-40:]):
                return "done by something else than a state"
            if not context.last_act:
                return "no act was told before that another could follow"
            how = tuple(one for one in context.last_how if one != "guessed-year")
            pattern = msgspec.structs.replace(pattern, claims=context.last_act, how=how)
        denied = state == "negative" or denied_inside(hit, self.words)
        denied = denied or NEVER.match(sentence.fold, hit.match.end()) is not None
        if denied and UNTIL_NOW.match(sentence.fold, hit.match.end()):
            return "denied only until then"
        predicate = claimed(pattern, denied)
        if not predicate:
            return "denied, and no rule says what that claims"
        about = self.objects.of(hit, sentence, context)
        if about is None:
            return "goes with no treaty, court or situation that the record knows"
        if predicate == "referred" and subject.codes != ("UNSC",):
            subject = self.objects.referrer(subject, about, sentence)
            if not subject.codes:
                return subject.why
        return self.timed(
            hit._replace(pattern=pattern), hits, sentence, found, context, Said(subject, predicate, about, denied)
        )

    def timed(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context, said: Said
    ) -> list[Placed] | str:
        """The claims of what was said of somebody, each with its day."""
        pattern = hit.pattern
        subject, predicate, about, denied = said
        day, other, where, how = self.day(hit, hits, sentence, found, context, predicate)
        elsewhere = bool(day) and of_main_clause(where, subject, hit, sentence)
        if day and (elsewhere or self.too_early(day, predicate, about)):
            day, other, where = (context.line_day if predicate not in STATUS else ""), "", (0, 0)
        if elsewhere and not day:
            how = (*how, "dayless")
        if day and guessed(where, found, context):
            how = (*how, "guessed-year")
        lead = sentence.shadow[: hit.match.start()]
        then = hit.match.group().startswith(("was ", "were ")) and WHEN_IT_WAS.search(lead)
        if predicate in STATUS and then and where[1] <= hit.match.start():
            day, other, where, how = "", "", (0, 0), ()
        if predicate == "is-not-party" and "until" in how and day:
            predicate, how = "is-party", ("became",)
        if pattern.needs_day and not day and "respectively" not in sentence.fold:
            return "gives no day to compare"
        if predicate == "number-of-parties" or "signatories" in pattern.how:
            if day and AWAY.search(sentence.fold[hit.match.end() : where[0]]):
                return self.count(hit, sentence, context, "")
            return self.count(hit, sentence, context, edge_of(sentence, found) or day or only_day(sentence, found))
        if "jurisdiction" in pattern.how and not all(map(self.objects.joined, subject.codes)):
            return "the record has no day from which the Statute binds it"
        if predicate == "is-not-party" and pattern.claims != predicate and pattern.day == "act":
            day, other, where = "", "", (0, 0)
        if predicate == "withdrew":
            how = (*how, *leaving(sentence, where[0], pattern.how))
        if predicate == "referred":
            how = (*how, *referrals.resolution(hit, sentence))
            listed = referrals.each(hit, sentence, found, self.objects)
            if "each-own" in pattern.how:
                return self.each_own(hit, sentence, subject)
            if len(listed) > 1:
                return self.listed(hit, sentence, subject, listed, (day, other, where), how)
        told = [(day, other, where)]
        if pattern.about == "listed" and len(names := self.objects.listed(hit, sentence, about)) > 1:
            shades = (*pattern.how, *how)
            return [one for name in names for one in self.made(hit, sentence, subject, predicate, name, told, shades)]
        beside = bracketed(sentence, subject, found, context)
        if beside and (not day or len(beside) > 1):
            return [
                one
                for code, own in beside
                for one in self.made(
                    hit,
                    sentence,
                    Subject((code,), subject.start, subject.end),
                    predicate,
                    self.objects.own(about, code, pattern),
                    [own],
                    (*pattern.how, *how),
                )
            ]
        if pattern.all_days:
            told = every_day(hit, hits, sentence, found, predicate) or told
        shades = tuple(dict.fromkeys((*pattern.how, *how, *shades_of(hit, sentence, predicate, denied))))
        return self.made(hit, sentence, subject, predicate, about, told, shades)

    def each_own(self, hit: Hit, sentence: Marked, subject: Subject) -> list[Placed]:
        """One claim for each state of a list that is said to have referred its own situation."""
        told = [("", "", (0, 0))]
        return [
            one
            for code in subject.codes
            for one in self.made(
                hit,
                sentence,
                Subject((code,), subject.start, subject.end),
                "referred",
                self.objects.own("", code, hit.pattern),
                told,
                hit.pattern.how,
            )
        ]

    def too_early(self, day: str, predicate: str, about: str) -> bool:
        """Whether a day lies before the treaty was adopted: then it is the day of something else."""
        instrument = self.record.instruments.get(about)
        return instrument is not None and predicate in ACTS and days.bounds(day)[1] < instrument.adopted

    def listed(
        self,
        hit: Hit,
        sentence: Marked,
        subject: Subject,
        listed: list[tuple[str, days.Found | None]],
        shared: Told,
        how: tuple[str, ...],
    ) -> list[Placed]:
        """One claim for each situation of a list that was referred, with its own day."""
        shades = tuple(dict.fromkeys((*hit.pattern.how, *how)))
        return [
            one
            for code, own in listed
            for one in self.made(hit, sentence, subject, "referred", code, [dated(own, shared, listed)], shades)
        ]

    def made(
        self,
        hit: Hit,
        sentence: Marked,
        subject: Subject,
        predicate: str,
        about: str,
        told: list[tuple[str, str, tuple[int, int]]],
        how: tuple[str, ...],
    ) -> list[Placed]:
        """One claim for each subject and day."""
        start, end = hit.span
        lead = sentence.fold[max(0, start - 20) : start]
        then = (
            "became" in how
            or HAD_SIGNED.search(sentence.fold[:start])
            or (predicate == "is-not-party" and hit.match.group().startswith(("did ", "had ")))
        )
        tense: Tense = "past" if bool(then) or leaves(hit, sentence) else tense_of(hit.match.group(), lead, predicate)
        return [
            (
                Claim(
                    sentence=sentence.text,
                    start=start,
                    end=end,
                    subject=code,
                    predicate=one,
                    object=self.objects.named(about, one),
                    about=about,
                    date=iso,
                    other_date=second,
                    tense=tense,
                    how=how,
                    pattern=hit.pattern.name,
                ),
                start,
                end,
                *place,
            )
            for one in ((predicate, "signed") if "also-signed" in how else (predicate,))
            for code in subject.codes
            for iso, second, place in told
        ]

    def day(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context, predicate: str
    ) -> tuple[str, str, tuple[int, int], tuple[str, ...]]:
        """The day of a claim, its other reading, where it stands, and the word before it."""
        if hit.pattern.day == "none":
            return "", "", (0, 0), ()
        span = hit.span
        if hit.pattern.day == "status":
            got = status_day(sentence, found, span, [one.span for one in hits if one is not hit])
            if got:
                return completed(got[0], context, found), got[0].other, (got[0].start, got[0].end), (got[1],)
            inside = [one for one in found if span[0] <= one.start and one.end <= span[1]]
            if inside:
                return completed(inside[0], context, found), "", (inside[0].start, inside[0].end), ("since",)
            return self.meanwhile(hit, sentence, found, context)
        found = [one for one in found if not sentence.fold.endswith("back to ", 0, one.start)]
        rest = [other for other in hits if other is not hit and "elliptic" not in other.pattern.how]
        others = [other.span for other in rest]
        acts = [other.span for other in rest if other.pattern.day == "act"]
        slot = bool(hit.match.groupdict().get("day"))
        one = act_day(sentence, found, span, others, self.words, slot=slot, acts=acts)
        if context.line_day and one and any(span[1] <= begin < one.start for begin, _ in others):
            return context.line_day, "", (0, 0), ("heading",)
        if (
            context.line_day
            and one
            and predicate not in STATUS
            and AWAY_FROM.search(sentence.shadow[span[1] : one.start])
        ):
            one = None
        if (
            context.line_day
            and (one is None or one.start <= OPENING)
            and EARLIER.search(sentence.fold[: span[0]] + " ".join(BEFOREHAND.findall(hit.match.group())))
        ):
            return "", "", (0, 0), ()
        if one:
            first = completed(one, context, found)
            if (
                first
                and one.iso.startswith("-")
                and context.written
                and (FUTURE.match(hit.match.group()) or WILL.search(hit.match.group()))
            ):
                first = days.in_year(
                    one.iso, str(context.written.year + (first[5:] <= context.written.isoformat()[5:]))
                )
            return first, second(one, first, context), (one.start, one.end), ()
        if context.same_day:
            return context.same_day, "", (0, 0), ()
        if "performative" in hit.pattern.how and context.written:
            return (context.issued or context.written).isoformat(), "", (0, 0), ("document",)
        far = [one for one in found if one.start > OPENING]
        opens = all(one.start > span[1] for one in far) and all(begin >= span[0] for begin, _ in others)
        if context.line_day and (not far or opens) and predicate not in STATUS:
            return context.line_day, "", (0, 0), ("heading",)
        if context.heading and not context.heading.startswith("-") and not found and predicate not in STATUS:
            return context.heading, "", (0, 0), ("heading",)
        return "", "", (0, 0), ()

    def meanwhile(
        self, hit: Hit, sentence: Marked, found: list[days.Found], context: Context
    ) -> tuple[str, str, tuple[int, int], tuple[str, ...]]:
        """For a status beside a name the day of what the state did, here or by the heading: Ukraine, not a party, declared."""
        if "set-beside" not in hit.pattern.how or CURRENT.search(sentence.fold):
            return "", "", (0, 0), ()
        behind = [one for one in found if one.start >= hit.span[1]]
        if one := next(iter(behind or found[-1:]), None):
            return completed(one, context, found), "", (one.start, one.end), ("on",)
        headed = context.line_day or context.heading
        return (headed, "", (0, 0), ("on",)) if len(headed) == 10 else ("", "", (0, 0), ())

    def count(self, hit: Hit, sentence: Marked, context: Context, day: str) -> list[Placed] | str:
        """A claim that so many are parties."""
        about = instrument_counted(sentence, hit.match.start(), hit.match.end(), context.treaty)
        if not about:
            return "does not say to which treaty"
        mention = sentence.at(hit.match.start("number"))
        words = hit.match.group()
        if mention is None or (why := not_counted(sentence, mention, words)):
            return why if mention else "a number that counts no parties"
        lead = sentence.fold[max(0, hit.match.start() - 30) : hit.match.start()]
        how = (*hit.pattern.how, *shade_of(sentence.fold[max(0, mention.start - 24) : mention.start]))
        claim = Claim(
            sentence=sentence.text,
            start=hit.match.start(),
            end=hit.match.end(),
            subject="ICC",
            predicate=hit.pattern.claims,
            object=mention.value,
            about=about,
            date=day,
            tense=tense_of(words, lead, "number-of-parties"),
            how=how,
            pattern=hit.pattern.name,
        )
        return [(claim, *hit.span, mention.start, mention.end)]
