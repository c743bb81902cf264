"""Context: what a sentence takes from those before it: its subject, its treaty, its year, the state its page is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from . import days
from .claim import Claim
from .gazetteer import Mention
from .marked import Marked

__all__ = ["Ballot", "Context"]

SANCTIONS = re.compile(r"\b(?:sanction|designat|blacklist|sdn\b|executive order)")
BOUNDS = re.compile(r"\b(?:since|from|until|till|to|between|before) (?:the )?(?:(?:end|start|beginning) of )?$")
"""Words before a day that bounds something, and is no day on which the text has arrived."""
BEGINNING = 40
OFTEN, MOSTLY = 2, 0.6
"""How often a text names a state, and as what part of all, before it is the country of which it speaks."""
IS = re.compile(r",? (?:is|was|has|had|[a-z]+ed) ")
COURTS = ("tribunal", "court", "ict", "icj", "scsl", "special ", "chambers")
OTHER_COURT = re.compile(
    r"\b(?:tribunals?|special court|court of (?:justice|appeals?|human rights)|(?:supreme|constitutional|district|federal|high|national) courts?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"ictr|icty|scsl|icj|special (?:panels|chambers)|extraordinary chambers)\b"
)
"""Other courts than this one."""
AND = re.compile(r" and (?:the )?")
"""A body named before this place in a sentence can be whom the next sentence takes up."""


class Ballot(NamedTuple):
    """That on which a vote was taken: its code, ``council`` or ``rome``, and its day, as told before or beside it."""

    about: str
    where: str
    day: str = ""
    found: days.Found | None = None


@dataclass
class Context:
    """What is known before a sentence is read.

    ``page`` is the state that the whole page is about, ``section`` the one of the last heading; ``subject`` the last that
    did something. ``treaty`` is the instrument last named, ``other`` where it was another treaty. ``about`` is true where the
    document speaks of the Court or the Statute. ``heading`` is the day or year that the last heading holds.
    """

    page: str = ""
    speaker: str = ""
    """The state whose government publishes the page: whom it means by ``we``."""
    section: str = ""
    subject: str = ""
    treaty: str = ""
    about: bool = False
    section_treaty: str = ""
    """The instrument of which the heading speaks."""
    heading: str = ""
    line_day: str = ""
    """The day that opens the line of a timeline: 6 May 2002: ..."""
    year: str = ""
    head_year: str = ""
    """The year of the title, or of the last heading that had one."""
    topic: str = ""
    """The title and the last heading, in small letters."""
    told_act: str = ""
    """The act of which the text last told, in whatever sentence since the heading."""
    last_day: str = ""
    several: bool = False
    """Whether the last sentence with days told more than one, so that ``earlier`` may mean either."""
    beside: dict[str, str] = field(default_factory=dict)
    """The agreement and the amendment last named, to which ``the agreement`` and ``the amendment`` lead."""
    situation: str = ""
    order: str = ""
    """The executive order last named; ``statute`` the statute, ``law`` either of them."""
    statute: str = ""
    law: str = ""
    sanctions: bool = False
    """Whether the text spoke of sanctions since the last heading, or in it."""
    people: tuple[str, ...] = ()
    """Those under sanctions whom the sentence before named."""
    resolution: str = ""
    resolutions: tuple[str, ...] = ()
    """The resolutions that the last sentence with any of them named, in its order."""
    actor: str = ""
    """The body with which the last sentence began: whom ``it`` takes up where no state did anything."""
    last_act: str = ""
    last_about: str = ""
    last_how: tuple[str, ...] = ()
    told: Claim | None = None
    """The last claim of the sentence before: what ``so is`` and ``neither is`` take up."""
    same_day: str = ""
    """The day of the act that ``so did`` takes up with it."""
    spoken: str = ""
    """The act of which the sentence before spoke without saying that anybody did it."""
    spoken_about: str = ""
    """The instrument of which it spoke then."""
    ballot: Ballot | None = None
    """The vote of which the text last spoke, how many sentences ago, and how the last state of which it told voted."""
    ballot_age: int = 0
    voted: str = ""
    tally: dict[str, int] = field(default_factory=dict)
    """How many voted on each side, as told with that vote."""
    referral: str = ""
    referral_day: str = ""
    """The situation of whose referral the text last told, and its day."""
    counted: int = 9
    """How many sentences ago the text last told how many are parties."""
    lone: str = ""
    alone: str = ""
    """The number that stood alone right before the sentence, and the one that is the sentence or heading itself."""
    written: date | None = None
    issued: date | None = None
    seen: list[str] = field(default_factory=list)
    elsewhere: bool = False
    """Whether another court was spoken of since the Court was: ``The court`` may be that one."""
    named: Counter[str] = field(default_factory=Counter)
    """How often the text has named each state so far, by its name, adjective or one who acts for it."""
    pair: tuple[str, ...] = ()
    """The two states that the last sentence with states names together at its head."""

    def head(self, text: str, found: list[days.Found], states: list[str]) -> None:
        """A heading: its day holds for what follows, its state is what follows is about."""
        self.alone = text.strip() if text.strip().isdigit() else ""
        self.section = states[0] if len(set(states)) == 1 else ""
        self.subject = self.section or self.page
        self.topic = f"{self.topic.partition(chr(10))[0]}\n{text.lower()}"
        self.sanctions = SANCTIONS.search(text.lower()) is not None
        if found and not found[0].iso.startswith("-"):
            self.year = self.head_year = found[0].iso[:4]
        self.heading = found[0].iso if len(found) == 1 else ""
        if self.heading.startswith("-") and self.head_year:
            self.heading = days.in_year(self.heading, self.head_year)
        self.last_day = self.last_act = self.told_act = ""
        self.elsewhere = OTHER_COURT.search(text.lower()) is not None

    def after(self, sentence: Marked, found: list[days.Found], subject: str) -> None:
        """Takes in a sentence that has been read."""
        if any(one.value == "ICC" for one in sentence.mentions):
            self.elsewhere = False
        elif any(word in sentence.fold for word in COURTS) and OTHER_COURT.search(sentence.fold):
            self.elsewhere = True
        self.lone, self.alone = self.alone, sentence.text.strip() if sentence.text.strip().isdigit() else ""
        if subject:
            self.subject = subject
        states, first, named, law_kept = [], None, False, True
        people: dict[str, None] = {}
        resolutions: dict[str, None] = {}
        for one in sentence.mentions:
            kind = one.kind
            word = sentence.fold[one.start : one.end] if kind == "word" else ""
            named = named or kind in ("treaty", "other") or word.endswith(("statute", "treaty"))
            law_kept = law_kept and kind not in ("treaty", "state")
            if kind == "treaty" or word.endswith("the statute"):
                self.treaty = one.value or ("rome-statute" if self.treaty != "other" else "other")
                if one.value and one.value != "rome-statute":
                    self.beside["agreement" if one.value == "apic" else "amendment"] = one.value
            elif kind == "other":
                self.treaty = "other"
                self.beside.pop("agreement", None)
            elif kind == "resolution":
                self.resolution = one.value
                resolutions[one.value] = None
            elif kind == "listed":
                people[one.value] = None
            elif kind == "measure":
                self.cited(one.value)
            elif kind in ("state", "person"):
                states.append(one)
            if kind in ("state", "person", "adjective"):
                self.named[one.value] += 1
            if first is None and one.start < BEGINNING and kind in ("body", "state", "person"):
                first = one
        if not law_kept and not sentence.of("measure"):
            self.law = ""
        self.sanctions = self.sanctions or SANCTIONS.search(sentence.fold) is not None
        self.people = tuple(people)
        self.resolutions = tuple(resolutions) or self.resolutions
        if self.treaty not in ("", "rome-statute") and self.about and not named:
            self.treaty = self.section_treaty
        self.seen = list(dict.fromkeys(one.value for one in states)) or self.seen
        if states:
            self.pair = pair_of(states, sentence)
        if not subject:
            self.follow(states, sentence)
        if first is not None or not sentence.fold.startswith("it "):
            self.actor = first.value if first is not None and first.kind == "body" else ""
        whole = [day for day in found if not day.iso.startswith("-")]
        told = [day for day in whole if not BOUNDS.search(sentence.fold[max(0, day.start - 24) : day.start])]
        dated = [day.iso for day in told or whole]
        if dated:
            self.several = len(dated) > 1
            self.last_day = dated[-1]
            self.year = dated[-1][:4]

    @property
    def home(self) -> str:
        """The state of which the text speaks all the time, so that ``the country`` is no other; empty where there is none."""
        if not self.named:
            return ""
        code, count = self.named.most_common(1)[0]
        return code if count >= OFTEN and count >= MOSTLY * self.named.total() else ""

    def cited(self, code: str) -> None:
        """A law or order was named."""
        if code.startswith("EO "):
            self.order = self.law = code
        else:
            self.statute = self.law = code

    def follow(self, states: list[Mention], sentence: Marked) -> None:
        """A sentence that made no claim still changes who ``it`` is, where it begins with one state only."""
        alone = len({one.value for one in states}) == 1
        if states and alone and (states[0].start < BEGINNING or IS.match(sentence.fold, states[-1].end)):
            self.subject = states[0].value


def pair_of(states: list[Mention], sentence: Marked) -> tuple[str, ...]:
    """The two states with which a sentence opens, where it names just two together: Russia and China have united."""
    first, second = states[:1], states[1:2]
    for one, other in zip(first, second, strict=False):
        if one.start <= BEGINNING and AND.fullmatch(sentence.fold[one.end : other.start]):
            return (one.value, other.value)
    return ()
