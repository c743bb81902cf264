"""Prose in, claims out: every pattern tried on a sentence, each hit given its subject, its object and its day."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from ..record.act import Deposit
from ..record.record import Record
from . import days
from .attach import act_day, completed, object_of, status_day
from .claim import Claim, Tense
from .context import Context
from .counting import not_counted, shade_of
from .gazetteer import Gazetteer, Mention
from .marked import Marked, mark
from .patterns import Pattern, Patterns, Ways
from .relative import with_relative
from .subjects import Subject, Words, earlier, found_before, group, mood

__all__ = ["Reader", "Reading"]

STATUS = {"is-party", "is-not-party", "number-of-parties"}
PRESENT = re.compile(r"(?<![^\W_])(?:is|are|remains?|'s|now|currently|still|today|stands?|has|have|number)(?![^\W_])")
FORMER = re.compile(r"(?<![^\W_])(?:was|were|had|remained|then)(?![^\W_])")
ACTS = {"signed", "ratified", "acceded", "referred", "withdrew"}
KEYS = re.compile(
    r"bound|follow|did so|same|"
    r"sign|ratif|acce|part(?:y|ies)|member|withdr|left|quit|exit|pull|force|notif|inform|declar|lodg|refer|vot|abstain|veto|"
    r"join|succe|establish|found|creat|set up|began|start|open|launch|initiat|authori|clos|conclud|recogn|deposit|effect|enact|"
    r"revok|rescind|terminat|sanction|design|order|act|law|amend|outside|countries|states|nations|became|intend|jurisdiction|"
    r"notice|sent|handed|added|ceas|ended|signs|ratifies|nullif|suspend|renounc|repudiat|adopt|impos|block|list|agreement|submitted|licen"
)


BOUND = re.compile(r"(?:since|from|after|until|before|as of) (?:the )?$")
OURS = frozenset(("ICC", "rome-statute", "OTP", "ICC-PTC", "ASP", "apic"))

Placed = tuple[Claim, int, int, int, int]
"""A claim, where its words stand in the sentence, and where its day or number stands there."""


class Hit(NamedTuple):
    """A pattern that fits, and where."""

    pattern: Pattern
    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        return self.match.span()


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
        self.regions = {region.code: code for code, state in record.states.items() for region in state.regions}
        self.situations = situations(record)

    def mark(self, text: str) -> Marked:
        return mark(text, self.gazetteer)

    def read(self, text: str, context: Context) -> Reading:
        """The claims of one sentence; ``context`` is brought up to date."""
        if not KEYS.search(text.lower()):
            sentence = self.mark(text)
            context.after(sentence, days.find(text), "")
            return Reading([], [], sentence)
        marked = self.mark(text)
        dated = {one.start for one in marked.of("day")}
        sentence, found = with_relative(marked, [one for one in days.find(text) if one.start in dated], context)
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
        about = self.object(hit, sentence, context)
        if about is None:
            return "goes with no treaty, court or situation that the record knows"
        day, other, where, how = self.day(hit, hits, sentence, found, context, predicate)
        if pattern.needs_day and not day:
            return "gives no day to compare"
        if predicate == "number-of-parties" or "signatories" in pattern.how:
            return self.count(hit, sentence, about, day)
        if "jurisdiction" in pattern.how and not all(map(self.joined, subject.codes)):
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
                    self.own(about, code, pattern),
                    [own],
                    how,
                )
            ]
        if pattern.all_days:
            told = every_day(hit, hits, sentence, found, predicate) or told
        shades = tuple(dict.fromkeys((*pattern.how, *how, *shades_of(hit, sentence, predicate, denied))))
        return self.made(hit, sentence, subject, predicate, about, told, shades)

    def own(self, about: str, code: str, pattern: Pattern) -> str:
        """What one state of a list did it to: its own situation, where each referred its own."""
        return self.situations.get(code, about) if pattern.claims == "referred" else about

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
                    object=self.named(about, one),
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

    def object(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The instrument or situation that the claim is about."""
        pattern, (start, end) = hit.pattern, hit.span
        if pattern.object == "situation" or pattern.about == "situation":
            return self.situation(hit, sentence, context)
        bodies = list(sentence.inside(start, end, "body"))
        if pattern.about == "rome-statute" and bodies and not any(one.value in (*OURS, "UNSG") for one in bodies):
            return None
        if pattern.about == "as-before":
            return context.last_about or None
        if pattern.about in ("measure", "listed", "staff", "order"):
            return self.law(hit, sentence, context)
        if pattern.object == "none":
            names = sentence.of("treaty", "body")
            if any(one.value in ("rome-statute", "ICC", "ASP", "OTP") for one in names) or (
                context.about and not sentence.of("other")
            ):
                return pattern.about
            return None
        if pattern.object == "slot":
            slot = next((name for name in ("treaty", "any", "statute") if hit.match.groupdict().get(name)), "")
            if slot:
                start, end = hit.match.span(slot)
        status = pattern.claims in STATUS
        loose = pattern.claims == "entered-into-force" and pattern.subject == "ICC"
        return object_of(
            sentence, start, end, context, self.words, court=pattern.object == "court", status=status, loose=loose
        )

    def law(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The statute, order or listed person that the claim is about."""
        about = hit.pattern.about
        if about in ("staff", "order"):
            return about
        name = sentence.at(hit.match.start(about)) if hit.match.groupdict().get(about) else None
        if name is not None:
            return name.value
        before = [one for one in sentence.of("measure") if one.end <= hit.match.start()]
        return before[-1].value if before else context.order or None

    def situation(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The situation that the sentence names: behind the words, else in front of them, else the page's own."""
        names = list(sentence.of("region", "state", "adjective", "resolution"))
        behind = [one for one in names if one.start >= hit.match.start()]
        before = [one for one in reversed(names) if one.end <= hit.match.start()]
        if "council" in hit.pattern.how and (draft := self.draft((*before, *behind))):
            return draft
        for one in (*behind, *before):
            code = self.situation_of(one)
            if code and not (one.kind == "state" and "council" in hit.pattern.how and one in before):
                return code
        spoken = self.record.council.get(context.resolution)
        if hit.pattern.claims == "voted" and spoken is not None and spoken.situation:
            return spoken.situation
        if hit.pattern.claims == "referred" and "situation" not in sentence.fold:
            return None
        return context.situation or self.situations.get(context.section or context.page)

    def joined(self, code: str) -> bool:
        """Whether a state has deposited an instrument under the Statute."""
        state = self.record.states.get(code)
        return state is not None and any(
            isinstance(act, Deposit) and act.instrument == "rome-statute" for act in state.acts
        )

    def draft(self, names: tuple[Mention, ...]) -> str:
        """The draft that failed, of which a vote speaks: named by its country alone."""
        for one in names:
            state = self.record.states.get(one.value) if one.kind == "state" else None
            names_of = [name for name in (state.name, *state.also) if len(name) > 3] if state else []
            for code, row in self.record.council.items():
                if row.kind == "referral-attempt" and any(name in row.subject for name in names_of):
                    return code
        return ""

    def situation_of(self, one: Mention) -> str | None:
        """The situation that a name leads to."""
        if one.kind == "resolution":
            row = self.record.council.get(one.value)
            return row.situation or None if row else None
        if one.kind == "region":
            return self.situations.get(self.regions.get(one.value, one.value))
        return self.situations.get(one.value)

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

    def named(self, about: str, predicate: str) -> str:
        """What the claim is about, in the words of the record."""
        if about in self.record.instruments:
            return self.record.instruments[about].short
        if predicate == "voted":
            return f"vote on {about}"
        if about in self.record.situations:
            return f"situation in {self.record.situations[about].name}"
        return about


def respectively(claims: list[Placed], found: list[days.Found]) -> list[Placed]:
    """Acts and days told in two lists: signed and ratified in 1998 and 1999, respectively."""
    acts = [one for one in claims if one[0].predicate not in STATUS]
    if len(acts) != len(found) or len(acts) != len(claims):
        return claims
    return [
        (msgspec.structs.replace(one[0], date=day.iso, other_date=day.other), one[1], one[2], day.start, day.end)
        for one, day in zip(claims, found, strict=True)
        if not day.iso.startswith("-")
    ]


def bracketed(
    sentence: Marked, subject: Subject, found: list[days.Found]
) -> list[tuple[str, tuple[str, str, tuple[int, int]]]]:
    """Each state of a list with the day in brackets behind its name; empty where one has none."""
    given = []
    for one in sentence.inside(max(subject.start, 0), subject.end, "state") if len(subject.codes) > 1 else ():
        day = next((day for day in found if 0 < day.start - one.end <= 2), None)
        if day is None or sentence.text[one.end : day.start] != " (" or day.iso.startswith("-"):
            return []
        given.append((one.value, (day.iso, day.other, (day.start, day.end))))
    return given


def elliptic(hit: Hit, told: Placed | None, sentence: Marked) -> bool:
    """Whether a state and a day only repeat the act told before them, with its own day: ratified in 2002, Chad in 2007."""
    if told is None or not told[0].date or told[0].predicate not in ACTS or told[4] > hit.match.start():
        return False
    return bool(re.fullmatch(r"[,;]?(?: and| while)? ?", sentence.shadow[max(told[2], told[4]) : hit.match.start()]))


def claimed(pattern: Pattern, denied: bool) -> str:
    """The predicate that a pattern claims, also where it is denied; empty where a denial claims nothing."""
    if denied and not pattern.denies and pattern.claims not in ("is-not-party", "unsigned"):
        return pattern.negative
    return pattern.claims


def shades_of(hit: Hit, sentence: Marked, predicate: str, denied: bool) -> tuple[str, ...]:
    """What the comparison must know beside: how a vote was cast, and that it was ratification that was denied."""
    if denied and predicate == "is-not-party" and hit.pattern.claims in ("ratified", "acceded"):
        return ("not-ratified",)
    if predicate == "voted" and not any(one.startswith("vote-") for one in hit.pattern.how):
        end = hit.match.end()
        return (vote_of(hit.match.group() + sentence.fold[end : end + 12]),)
    return ()


def every_day(
    hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], predicate: str
) -> list[tuple[str, str, tuple[int, int]]]:
    """Every day behind the words of a hit, up to the next claim of another kind; the bounds of what it covers are left."""
    start, end = hit.span
    nexts = [one.match.start() for one in hits if one.match.start() >= end and one.pattern.claims != predicate]
    limit = min(nexts, default=len(sentence.text))
    return [
        (one.iso, one.other, (one.start, one.end))
        for one in found
        if start <= one.start
        and one.end <= limit
        and not one.iso.startswith("-")
        and not BOUND.search(sentence.fold[max(0, one.start - 14) : one.start])
    ]


def vote_of(words: str) -> str:
    """How the words say that a state voted."""
    if "abst" in words:
        return "vote-abstain"
    return "vote-no" if re.search(r"against|veto|oppos", words) else "vote-yes"


def situations(record: Record) -> dict[str, str]:
    """The situation to which the name of a state or place leads; the one before the Court comes first."""
    found: dict[str, str] = {}
    order = {"situation": 0, "preliminary-examination": 1, "closed-examination": 2, "not-opened": 3}
    for code, row in sorted(record.situations.items(), key=lambda item: (order[item[1].kind], item[0])):
        for place in row.places:
            found.setdefault(
                place.partition(":")[0] if place[:3].isupper() else place.replace("disputed:", "place:"), code
            )
            if place.startswith("disputed:"):
                found.setdefault(row.states[0], code)
    return found


def clash(one: Hit, other: Hit) -> bool:
    """Whether two hits are about the same words: they overlap, and claim the same kind of thing."""
    begin, end = max(one.match.start(), other.match.start()), min(one.match.end(), other.match.end())
    return begin < end and any("a" <= sign <= "z" for sign in one.match.string[begin:end])


def acting(hit: Hit) -> int:
    """Where the acting words of a hit begin: behind the name, where a name opens the pattern."""
    group = hit.match.groupdict()
    if hit.pattern.subject == "slot" and group.get("state") and hit.match.start("state") - hit.match.start() < 5:
        return hit.match.end("state")
    return hit.match.start()


def denied_inside(hit: Hit, words: Words) -> bool:
    """Whether the words of the hit deny the claim themselves."""
    return bool(words.negation.search(hit.match.group()))


def tense_of(text: str, lead: str, predicate: str) -> Tense:
    """Whether a status is said of now or of then."""
    if predicate not in STATUS:
        return "past"
    if FORMER.search(text) and not re.search(r"has been|have been", text):
        return "past"
    if PRESENT.search(text) or (PRESENT.search(lead) and not FORMER.search(lead)):
        return "present"
    return "past" if FORMER.search(lead) else "present"


def unique(claims: list[Placed]) -> list[Placed]:
    """One claim of a kind for each subject and day; the one with a day before the one without."""
    kept: dict[tuple[str, str, str, str], Placed] = {}
    for one in claims:
        claim = one[0]
        day = claim.date if claim.predicate not in ("is-not-party", "unsigned") else ""
        key = (claim.subject, claim.predicate, claim.about + (claim.object if claim.subject == "ICC" else ""), day)
        if key not in kept:
            kept[key] = one
    return list(kept.values())
