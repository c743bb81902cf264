"""Objects: the instrument, situation, measure or listed person that the words of a claim are about."""

from __future__ import annotations

import re

from ..record.act import Deposit
from ..record.record import Record
from .attach import object_of
from .context import Context
from .gazetteer import Mention
from .hits import STATUS, Hit
from .marked import Marked
from .patterns import Pattern
from .subjects import Subject, Words

__all__ = ["OURS", "Objects"]

OURS = frozenset(("ICC", "rome-statute", "OTP", "ICC-PTC", "ASP", "apic", "article-98"))
"""Names that make a sentence one about the Court or its Statute."""


NEXT = re.compile(r",? (?:and|&) (?:the |[a-z ]{0,30})?|, (?:the |judges? |prosecutor )?")
"""What stands between two names of a list."""


NAMING = ("state", "place", "number", "person")
"""Slots whose name tells which of several things is meant."""
ORDINAL = re.compile(r"\bthe (first|former|second|latter)\b(?! time)")
"""Which of two is taken up."""


class Objects:
    """Finds what a claim is about; made once for a record."""

    def __init__(self, record: Record, words: Words) -> None:
        self.record = record
        self.words = words
        self.regions = {region.code: code for code, state in record.states.items() for region in state.regions}
        self.situations = situations(record)
        self.referrers = {
            code: name
            for name, row in sorted(record.situations.items())
            for one in row.referrals
            for code in one.states[:1]
        }
        self.orders = {
            number for row in record.lawbook.measures.values() for number in re.findall(r"\bEO (\d{5})\b", row.citation)
        }

    def of(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The instrument or situation that the claim is about."""
        pattern, (start, end) = hit.pattern, hit.span
        if pattern.object == "situation" or pattern.about == "situation":
            return self.situation(hit, sentence, context)
        bodies = list(sentence.inside(start, end, "body"))
        if pattern.about == "rome-statute" and bodies and not any(one.value in (*OURS, "UNSG") for one in bodies):
            return None
        if pattern.about == "as-before":
            return context.last_about or None
        if pattern.about == "officer":
            words = sentence.fold[start:end]
            meant = "office:Prosecutor" not in pattern.how or "prosecutor" in words
            return self.officer(sentence.at(hit.match.start("officer"))) if meant and "deputy" not in words else None
        if pattern.about in ("measure", "listed", "staff", "order"):
            return self.law(hit, sentence, context)
        if pattern.object == "none":
            names = sentence.of("treaty", "body", "agreement")
            if any(one.value in ("rome-statute", "ICC", "ASP", "OTP", "ICC-PTC", "article-98") for one in names) or (
                context.about and not sentence.of("other")
            ):
                return self.told(hit, sentence)
            return None
        if pattern.object == "slot":
            slot = next((name for name in ("treaty", "any", "statute") if hit.match.groupdict().get(name)), "")
            if slot:
                start, end = hit.match.span(slot)
        status = pattern.claims in STATUS
        loose = pattern.claims == "entered-into-force" and pattern.subject == "ICC"
        loose = loose or pattern.bare
        return object_of(
            sentence, start, end, context, self.words, court=pattern.object == "court", status=status, loose=loose
        )

    def told(self, hit: Hit, sentence: Marked) -> str | None:
        """What a pattern is about that names no treaty: an event by its code, a licence by its number, agreements by theirs."""
        about, given = hit.pattern.about, hit.match.groupdict()
        if about not in ("licence", "agreement") or not (given.get("licence") or given.get("number")):
            return about
        name = sentence.at(hit.match.start("licence" if about == "licence" else "number"))
        return (f"{name.value} non-surrender agreements" if about == "agreement" else name.value) if name else None

    def among(self, hit: Hit, sentence: Marked) -> bool:
        """Whether the words of a hit name one of those that its pattern asks for, by code or by last name."""
        given, names = hit.match.groupdict(), hit.pattern.names
        return not any(given.get(slot) for slot in NAMING) or any(
            one.value in names or sentence.fold[one.start : one.end].rsplit(" ", 1)[-1] in names
            for one in sentence.mentions
            if hit.match.start() <= one.start < hit.match.end()
        )

    def law(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The statute, order or listed person that the claim is about."""
        about = hit.pattern.about
        if about in ("staff", "order"):
            return about
        name = sentence.at(hit.match.start(about)) if hit.match.groupdict().get(about) else None
        if name is not None and "reviser" not in hit.pattern.how:
            return name.value if self.concerns(name.value, sentence, context) else None
        if about == "listed":
            return "icc" if hit.match.groupdict().get("body") else None
        before = [one for one in sentence.of("measure") if one.end <= hit.match.start()]
        return before[-1].value if before else context.order or None

    def officer(self, mention: Mention | None) -> str | None:
        """The person of the record who holds or held an office of the Court, by the name in the sentence."""
        if mention is None or mention.kind == "officer":
            return mention.value if mention else None
        listing = self.record.lawbook.listings.get(mention.value)
        last = listing.name.rsplit(" ", 1)[-1] if listing and listing.kind == "person" else ""
        first = listing.name.split()[0] if listing else ""
        people = self.record.history.people.items()
        found = [code for code, row in people if last and row.name.endswith(last) and row.name.startswith(first)]
        return found[0] if len(found) == 1 else None

    def listed(self, hit: Hit, sentence: Marked, first: str) -> list[str]:
        """Everybody of the list in which a person or body named by the words stands."""
        names = sentence.of("listed")
        places = [
            number
            for number, one in enumerate(names)
            if one.value == first and hit.match.start() <= one.start <= hit.match.end()
        ]
        if not places:
            return [first]
        low = high = places[0]
        while high + 1 < len(names) and NEXT.fullmatch(sentence.shadow[names[high].end : names[high + 1].start]):
            high += 1
        while low and NEXT.fullmatch(sentence.shadow[names[low - 1].end : names[low].start]):
            low -= 1
        return list(dict.fromkeys(one.value for one in names[low : high + 1]))

    def concerns(self, code: str, sentence: Marked, context: Context) -> bool:
        """Whether an order is one of the record, has the digits of one, or is named beside the Court: others are left alone."""
        number = code.removeprefix("EO ")
        if number == code or number in self.orders or sorted(number) in map(sorted, self.orders):
            return True
        return any(one.value in OURS for one in sentence.mentions)

    def situation(self, hit: Hit, sentence: Marked, context: Context) -> str | None:
        """The situation that the sentence names: behind the words, else in front of them, else the page's own."""
        names = list(sentence.of("region", "state", "adjective", "resolution"))
        if hit.pattern.claims == "referred":
            names.sort(key=lambda one: (one.kind == "resolution", one.start))
        behind = [one for one in names if one.start >= hit.match.start()]
        before = [one for one in reversed(names) if one.end <= hit.match.start()]
        if hit.pattern.claims == "referred":
            before.sort(key=lambda one: one.kind == "resolution")
            if all(one.kind == "resolution" for one in behind):
                behind, before = [], [*before, *behind]
        if "council" in hit.pattern.how and (draft := self.draft((*before, *behind))):
            return draft
        for one in (*behind, *before):
            if hit.pattern.claims == "voted" and one.kind == "resolution" and one.value in self.record.council:
                return one.value
            code = self.situation_of(one)
            row = self.record.situations.get(code or "")
            if hit.pattern.claims == "referred" and one.kind == "state" and row is not None and not row.referrals:
                continue
            if (
                hit.pattern.claims == "referred"
                and one.kind == "state"
                and one.value in self.referring(context.situation)
            ):
                return context.situation
            if (
                hit.pattern.subject == "UNSC"
                and one.kind == "state"
                and one in behind
                and (draft := self.draft((one,)))
            ):
                return draft
            if code and not (one.kind == "state" and "council" in hit.pattern.how and one in before):
                return code
        spoken = self.record.council.get(which(sentence, hit.match.start(), context))
        if hit.pattern.claims == "voted" and spoken is not None and spoken.situation:
            return spoken.situation
        if hit.pattern.claims == "referred" and "situation" not in sentence.fold:
            return None
        own = context.situation or self.situations.get(context.section or context.page)
        told = self.record.situations.get(own or "")
        if hit.pattern.claims == "referred" and told is not None and not told.referrals:
            own = None
        if own is None and "state" in hit.pattern.how:
            acting = [one.value for one in (*behind[:1], *before) if one.kind == "state"]
            codes = [*reversed(acting)] or [context.subject or context.page]
            own = next((self.referrers[code] for code in codes if code in self.referrers), None)
        return own

    def referrer(self, subject: Subject, about: str, sentence: Marked) -> Subject:
        """Who referred a situation where a pronoun says it: the Council of which the sentence spoke, or the state itself."""
        mention = sentence.at(subject.start) if subject.start >= 0 else None
        if mention is None or mention.kind != "country":
            return subject
        row = self.record.situations.get(about)
        mine = {
            *(row.states if row else ()),
            *(state for one in (row.referrals if row else ()) for state in one.states),
        }
        if mine & set(subject.codes):
            return subject
        before = [one for one in sentence.of("body", "resolution") if one.end <= subject.start]
        if any(one.kind == "resolution" or one.value == "UNSC" for one in before):
            return Subject(("UNSC",), subject.start, subject.end)
        return Subject((), -1, 0, "a pronoun that stands for a body")

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

    def own(self, about: str, code: str, pattern: Pattern) -> str:
        """What one state of a list did it to: its own situation, where each referred its own."""
        mine = self.situations.get(code, about) if pattern.claims == "referred" else about
        return mine if code in self.referring(mine) and code not in self.referring(about) else about

    def referring(self, about: str) -> set[str]:
        """The states that referred a situation."""
        row = self.record.situations.get(about)
        return {state for one in (row.referrals if row else ()) for state in one.states}

    def named(self, about: str, predicate: str) -> str:
        """What the claim is about, in the words of the record."""
        if about in self.record.history.people:
            return self.record.history.people[about].name
        kind, _, code = about.partition(" ")[0].partition(":")
        if about == "agreement":
            return "non-surrender agreement"
        if about.startswith("GL "):
            return f"General License {about.removeprefix('GL ')}"
        if kind == "event":
            return self.record.history.events[code].title
        if kind == "measure":
            return self.record.lawbook.measures[code].name
        if kind == "ruling":
            return f"ruling {self.record.rulings[code].document}"
        if about in self.record.instruments:
            return self.record.instruments[about].short
        if predicate == "voted":
            return f"vote on {about}"
        if about in self.record.council:
            return f"situation in {self.record.council[about].subject}"
        if about in self.record.situations:
            return f"situation in {self.record.situations[about].name}"
        return about


def which(sentence: Marked, end: int, context: Context) -> str:
    """The resolution that a sentence takes up from the one before: the only one, or the first or second of two."""
    told = context.resolutions
    if len(told) < 2:
        return context.resolution
    order = ORDINAL.findall(sentence.fold[:end])
    if len(told) > 2 or len(order) != 1:
        return ""
    return told[0 if order[0] in ("first", "former") else 1]


def situations(record: Record) -> dict[str, str]:
    """The situation to which the name of a state or place leads; the one before the Court comes first.

    A state on whose soil some crimes of another's situation were committed leads to none by that.
    """
    found: dict[str, str] = {}
    order = {"situation": 0, "preliminary-examination": 1, "closed-examination": 2, "not-opened": 3}
    for code, row in sorted(record.situations.items(), key=lambda item: (order[item[1].kind], item[0])):
        for place in row.places:
            if place[:3].isupper() and place[:3] not in row.states:
                continue
            found.setdefault(
                place.partition(":")[0] if place[:3].isupper() else place.replace("disputed:", "place:"), code
            )
            if place.startswith("disputed:"):
                found.setdefault(row.states[0], code)
    return found
