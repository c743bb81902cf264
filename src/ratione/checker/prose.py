"""Prose in, claims out: every pattern tried on a sentence, each hit given its subject, its object and its day."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from ..record.record import Record
from . import days
from .attach import act_day, completed, status_day
from .claim import Claim, Tense
from .context import Context
from .counting import not_counted, shade_of
from .gazetteer import Gazetteer, Mention
from .hits import (
    ACTS,
    STATUS,
    Hit,
    Placed,
    acting,
    bracketed,
    claimed,
    clash,
    denied_inside,
    elliptic,
    every_day,
    respectively,
    shades_of,
    tense_of,
    unique,
)  # fmt: skip
from .marked import Marked, mark
from .objects import OURS, Objects
from .patterns import Patterns, Ways
from .relative import with_relative
from .sieve import Kept
from .subjects import Subject, Words, earlier, found_before, group, mood

__all__ = ["Reader", "Reading"]

KEYS = re.compile(
    r"bound|follow|did so|same|"
    r"sign|ratif|acce|part(?:y|ies)|member|withdr|left|quit|exit|pull|force|notif|inform|declar|lodg|refer|vot|abstain|veto|"
    r"join|succe|establish|found|creat|set up|began|start|open|launch|initiat|authori|clos|conclud|recogn|deposit|effect|enact|"
    r"revok|rescind|terminat|sanction|design|order|act|law|amend|outside|countries|states|nations|became|intend|jurisdiction|"
    r"notice|sent|handed|added|ceas|ended|signs|ratifies|nullif|suspend|renounc|repudiat|adopt|impos|block|list|agreement|submitted|licen"
)
CLAIMING = Kept(lambda word: KEYS.search(f" {word} ") is not None)
"""Whether a word alone makes a sentence worth reading."""


class Reading(NamedTuple):
    """What a sentence gave: its claims, where each stands in it, and why hits were left."""

    claims: list[Placed]
    left: list[str]
    sentence: Marked


class Reader:
    """Reads sentences with the patterns; made once for a record and used for many documents."""

    def __init__(self, record: Record, patterns: Patterns) -> None:
        self.record = record
        self.patterns = patterns
        self.gazetteer = Gazetteer(record, patterns.names)
        self.words = Words(patterns)
        self.ways = Ways(patterns)
        self.objects = Objects(record, self.words)

    def mark(self, text: str) -> Marked:
        return mark(text, self.gazetteer)

    def read(self, text: str, context: Context) -> Reading:
        """The claims of one sentence; ``context`` is brought up to date."""
        marked = self.mark(text)
        if not (any(map(CLAIMING.__getitem__, marked.words)) or KEYS.search(text.lower())):
            context.after(marked, days.find(text), "")
            return Reading([], [], marked)
        dated = {one.start for one in marked.mentions if one.kind == "day"}
        sentence, found = with_relative(
            marked, [one for one in days.find(text) if one.start in dated] if dated else [], context
        )
        hits = self.hits(sentence)
        if not context.about and not any(one.value in OURS for one in sentence.mentions):
            context.after(sentence, found, "")
            return Reading([], ["not about the Court or the Statute"] if hits else [], sentence)
        claims, left = self.tried(hits, sentence, found, context)
        last = claims[-1][0].subject if claims else ""
        context.after(sentence, found, last if last in self.record.states else "")
        return Reading(unique(claims), left, sentence)

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
        for hit in sorted(hits, key=lambda one: "as-before" in one.pattern.how):
            if any(clash(hit, other) for other in good):
                continue
            if "as-before" in hit.pattern.how:
                told = max((one for one in claims if one[1] < hit.match.start()), key=lambda one: one[1], default=None)
                context.last_how = told[0].how if told is not None else ()
                if "elliptic" in hit.pattern.how and not elliptic(hit, told, sentence):
                    continue
                if told is not None:
                    context.last_act, context.last_about = told[0].predicate, told[0].about
            got = self.claim(hit, [one for one in kept if not clash(one, hit)], sentence, found, context)
            if isinstance(got, str):
                left.append(got)
            else:
                good.append(hit)
                claims += got
                if got and got[0][0].predicate in ACTS:
                    context.last_act, context.last_about = got[0][0].predicate, got[0][0].about
        claims.sort(key=lambda one: one[1])
        return (respectively(claims, found) if "respectively" in sentence.fold else claims), left

    def hits(self, sentence: Marked) -> list[Hit]:
        """Every place where a pattern fits, the one that reads most words first."""
        found = [Hit(pattern, match) for pattern, match in self.ways.matches(sentence)]
        return sorted(found, key=lambda one: (one.match.start() - one.match.end(), one.match.start()))

    def claim(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Placed] | str:
        """The claims that a hit makes, or the reason why it makes none."""
        pattern = hit.pattern
        subject = self.subject(hit, sentence, context)
        if not subject.codes:
            return subject.why
        state = "" if pattern.any_mood else mood(sentence, subject, acting(hit), self.words)
        if state == "unreal":
            return "wanted, supposed or to come, not said as done"
        if "as-before" in pattern.how:
            if not context.last_act:
                return "no act was told before that another could follow"
            pattern = msgspec.structs.replace(pattern, claims=context.last_act, how=context.last_how)
        denied = state == "negative" or denied_inside(hit, self.words)
        predicate = claimed(pattern, denied)
        if not predicate:
            return "denied, and no rule says what that claims"
        about = self.objects.of(hit, sentence, context)
        if about is None:
            return "goes with no treaty, court or situation that the record knows"
        day, other, where, how = self.day(hit, hits, sentence, found, context, predicate)
        if pattern.needs_day and not day:
            return "gives no day to compare"
        if predicate == "number-of-parties" or "signatories" in pattern.how:
            return self.count(hit, sentence, about, day)
        if "jurisdiction" in pattern.how and not all(map(self.objects.joined, subject.codes)):
            return "the record has no day from which the Statute binds it"
        if predicate == "is-not-party" and pattern.claims != predicate and pattern.day == "act":
            day, other, where = "", "", (0, 0)
        told = [(day, other, where)]
        beside = bracketed(sentence, subject, found)
        if beside and not day:
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
                    how,
                )
            ]
        if pattern.all_days:
            told = every_day(hit, hits, sentence, found, predicate) or told
        shades = tuple(dict.fromkeys((*pattern.how, *how, *shades_of(hit, sentence, predicate, denied))))
        return self.made(hit, sentence, subject, predicate, about, told, shades)

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
        tense: Tense = "past" if "became" in how else tense_of(hit.match.group(), lead, predicate)
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

    def subject(self, hit: Hit, sentence: Marked, context: Context) -> Subject:
        """Of whom the claim is made."""
        wanted = hit.pattern.subject
        if wanted == "context":
            inside = sentence.inside(*hit.span, "state")
            if inside and "jurisdiction" in hit.pattern.how:
                return self.of_group(sentence, inside[-1])
            got = found_before(sentence, hit.match.start(), context, self.words)
            code = context.subject or context.section or context.page
            return got if got.codes or not code else Subject((code,), -1, hit.match.start())
        if wanted == "before":
            got = found_before(sentence, hit.match.start(), context, self.words)
            inside = [one for one in sentence.inside(*hit.span, "state") if "state" in hit.match.groupdict()]
            return got if got.codes or not inside else self.of_group(sentence, inside[0])
        if wanted == "slot":
            name = "state" if hit.match.groupdict().get("state") else "who"
            if hit.match.groupdict().get(name):
                mention = sentence.at(hit.match.start(name))
                if mention and mention.kind == "country":
                    codes = earlier(sentence, mention, self.words) or (
                        context.subject or context.section or context.page,
                    )
                    return Subject(tuple(filter(None, codes)), mention.start, mention.end, "names no state")
                return self.of_group(sentence, mention) if mention else Subject((), -1, 0, "names no state")
            return found_before(sentence, hit.match.start(), context, self.words)
        if wanted == "by":
            after = [one for one in sentence.of("state", "person") if one.start >= hit.match.end()]
            return self.of_group(sentence, after[0]) if after else Subject((), -1, 0, "names no state")
        return self.fixed(hit, sentence, wanted, context)

    def fixed(self, hit: Hit, sentence: Marked, wanted: str, context: Context) -> Subject:
        """A subject that the pattern names itself: the Court, the Council, the Prosecutor."""
        bodies = [one for one in sentence.of("body", "resolution") if one.start < hit.match.end() + 80]
        if "taken-up" in hit.pattern.how:
            taken = context.actor == "UNSC" and sentence.fold.startswith("it ")
            return Subject((wanted,) if taken else (), -1, hit.match.start(), "names no body that could do so")
        if wanted == "UNSC" and not any(one.value == "UNSC" or one.kind == "resolution" for one in bodies):
            return Subject((), -1, 0, "another body than the Security Council")
        if wanted in ("OTP", "ICC-PTC"):
            near = [one for one in bodies if one.end <= hit.match.start()]
            if near and near[-1].value not in ("OTP", "ICC", "ICC-PTC", "UNSC", "ASP"):
                return Subject((), -1, 0, "another body than the Court")
            states = [one for one in sentence.of("state", "adjective") if one.end <= hit.match.start()]
            if not near and (states and states[-1].end > hit.match.start() - 30):
                return Subject((), -1, 0, "an act of a state, none of the Court")
            return Subject((wanted,), near[-1].start if near else -1, near[-1].end if near else hit.match.start())
        if (
            wanted == "ICC"
            and "established" in hit.pattern.how
            and not any(one.value == "ICC" for one in sentence.inside(*hit.span, "body"))
        ):
            return Subject((), -1, 0, "another body than the Court")
        return Subject((wanted,), -1, hit.match.start())

    def of_group(self, sentence: Marked, mention: Mention) -> Subject:
        """The states of the list in which a name stands."""
        codes, first = group(sentence, mention, self.words)
        after = [one for one in sentence.of("state") if one.start > mention.end]
        end = mention.end
        for one in after:
            gap = sentence.shadow[end : one.start]
            if not re.fullmatch(r",? (?:and|or|nor|&) (?:the )?|, (?:the )?", gap):
                break
            codes, end = (*codes, one.value), one.end
        return Subject(tuple(dict.fromkeys(codes)), first, end)

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
            return "", "", (0, 0), ()
        rest = [other for other in hits if other is not hit and "elliptic" not in other.pattern.how]
        others = [other.span for other in rest]
        acts = [other.span for other in rest if other.pattern.day == "act"]
        slot = bool(hit.match.groupdict().get("day"))
        one = act_day(sentence, found, span, others, self.words, slot=slot, acts=acts)
        if one:
            return completed(one, context, found), one.other, (one.start, one.end), ()
        if "performative" in hit.pattern.how and context.written:
            return (context.issued or context.written).isoformat(), "", (0, 0), ("document",)
        if context.heading and not found and predicate not in STATUS:
            return context.heading, "", (0, 0), ("heading",)
        return "", "", (0, 0), ()

    def count(self, hit: Hit, sentence: Marked, about: str, day: str) -> list[Placed] | str:
        """A claim that so many are parties."""
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
