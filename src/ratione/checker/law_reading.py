"""Law reading: what a sentence says was enacted, ended, or put under sanctions by the United States, and when.

The patterns of ``united-states.toml`` give the verbs and nouns; here each finds of whom or what it is said, and its day.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from ..record.record import Record
from . import days
from .claim import Claim
from .comparison_law import matching
from .context import Context
from .gazetteer import Mention
from .hits import Hit, Placed
from .law_clauses import FRONT, Theme, agent_of, denied, fronted, themes, unreal
from .law_days import LawDays
from .law_names import CITED
from .law_people import TALK, LawPeople
from .law_told import LawTold
from .marked import CODES, Marked
from .objects import OURS, Objects
from .reported import refused
from .subjects import Words

__all__ = ["LawReading"]

MATTER = re.compile(
    r"\b(?:orders?|acts?|laws?|statutes?|bans?|sections?|provisions?|cuts?|rules?|amendments?|sanction\w*|added|joined|first|second|it|itself|such|that|thing|measures?|designat\w+|programme|program)\b"
)
PRONOUN = re.compile(
    r"^ (?:it|them|that|this|all (?:that|this|of it|of that)|the thing|the (?:whole )?(?:order|act|law|measures?|thing|ban)|that ban|an? (?:previous |earlier |trump |trump-era )?(?:executive )?order|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:that|this|his predecessor's|trump's|mr\.? trump's|its|the executive|his|the earlier|the first|the 2020) (?:executive )?order|those (?:measures|orders)|(?:such|said) (?:executive )?order|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:the|these|those|trump's|all) (?:[a-z.]+ ){0,3}?(?:sanctions|measures|restrictions|program|programme))\b"
)
SPOKEN = re.compile(
    r"(?:^|[ ,(])(?P<word>(?:the|that|this|his|its|trump's|biden's) (?:same |new |earlier |first )?(?:executive )?order|(?:the|that|this|whose) (?:act|law|amendment|measure|ban)|it|which|(?:the|these|those|trump's) (?:us |u\.s\. |american )?sanctions(?: (?:imposed |placed )?(?:on|against) (?:(?:the )?(?:icc|court|international criminal court)|[a-z]+ [a-z]+(?: and [a-z]+ [a-z]+)?)(?: in (?:19|20)\d\d)?)?|the measures|these|those)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: itself)?,? (?P<be>(?:was|were|is|has been|had been|have been)(?: [a-z]+ly| then| later| first| itself| finally)*,? )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
POSSESSIVE = re.compile(r"\b(?:its|their|the (?:order|act|law|ban)'s) (?:[a-z]+ )?$")
CHAMBER = re.compile(
    r"\b(?:(?<!white )house|senate|committee|chamber|representatives|assembly|parliament|knesset|duma|bundestag|governor)\b"
)
OTHERS = r"(?:judges?|justices?|chambers?|registrar|registry|presidency|court|tribunal|parliament|assembly|cabinet|knesset|duma|bundestag)"  # noqa: E501 - a grammar or list that reads best in one piece
COURTS = re.compile(rf"(?:\b{OTHERS}|[{CODES['body']}])(?: (?:has|had|have|also|then|later|[a-z]+ly))* $")
BY_OTHERS = re.compile(
    rf"[^.;,{CODES['state']}{CODES['person']}]{{0,24}} by (?:the |a )?(?:[a-z-]+ ){{0,2}}(?:{OTHERS}\b|[{CODES['body']}])"
)
"""Those who make no law of the United States, as the doers of a verb."""
FRONTED_IT = re.compile(FRONT.pattern.removesuffix("(?:the )?") + r"it\b")
BOTH = re.compile(
    r"\bboth (?:houses|chambers)\b|\bcongress\b|\bhouse and (?:the )?senate\b|\bsenate and (?:the )?house\b"
)
TITLE = re.compile(r"\bAct of ((?:19|20)\d\d)\b")
"""The year in the title of an act."""
EDITION = re.compile(rf"\([{CODES['measure']}]+, [{CODES['day']}]+\)")
"""A law cited by its year, as scholars do: (American Service-Members' Protection Act, 2003)."""
ASPA = frozenset(("ASPA", "P.L. 107-206", "P.L. 107-206 sec. 2007", "22 U.S.C. 7426", "22 U.S.C. 7421"))
DOES = re.compile(
    rf"[{CODES['state']}{CODES['person']}](?: [a-z]+ly| also| then)? $|\b(?:department|treasury|ofac|government|administration|rubio|trump|he) $"  # noqa: E501 - a grammar or list that reads best in one piece
)
PART = re.compile(
    r"\b(?:ban|cut-?off|prohibition|restrictions?|limits?|section|provisions?) (?:on|of) (?:[a-z]+ )?(?:military|training|imet|2007)|\bmilitary[- ](?:aid|assistance)"  # noqa: E501 - a grammar or list that reads best in one piece
)


class LawReading:
    """Reads what sentences say of the law of the United States; made once for a record."""

    def __init__(self, record: Record, words: Words, objects: Objects, law_rows: dict[str, tuple[str, ...]]) -> None:
        self.record = record
        self.objects = objects
        self.law_rows = law_rows
        self.people = LawPeople()
        self.told = LawTold(record, law_rows)
        self.days = LawDays(record, words, law_rows)

    def worth(self, hits: list[Hit], sentence: Marked, context: Context) -> list[Hit]:
        """The hits without those of this law, where the sentence and what stands before it hold nothing of it."""
        if not any("law" in one.pattern.how for one in hits):
            return hits
        hits = sorted(
            hits, key=lambda one: (one.match.start() - one.match.end(), one.match.start(), "law" not in one.pattern.how)
        )
        hits = [
            one for one in hits if one.match.group() != "sanctions" or DOES.search(sentence.shadow[: one.match.start()])
        ]
        named = sentence.of("measure", "listed")
        told = (
            context.order
            or context.statute
            or context.sanctions
            or context.page == "USA"
            or "congress" in sentence.words
        )
        matter = named or TALK.search(sentence.fold) or (told and MATTER.search(sentence.fold))
        return [one for one in hits if "law" not in one.pattern.how or matter or "unnamed" in one.pattern.how]

    def claims(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Placed] | str:
        """The claims of one verb or noun, or why it makes none."""
        start, end = hit.span
        if why := refused(sentence.fold, start, end, hit.pattern.wants):
            return why
        if EDITION.fullmatch(sentence.shadow, max(0, start - 1), end + 1):
            return "the year of an edition that is cited"
        if unreal(hit, sentence):
            return "wanted, supposed or to come, not said as done"
        if denied(sentence, start):
            return "denied, and no rule says what that claims"
        agent = agent_of(sentence, start, end)
        if agent and agent != "USA":
            return "an act of another state than the United States"
        if hit.pattern.about == "listed":
            group = self.people.listed(hit, hits, sentence, found, context)
        else:
            group = self.measures(hit, hits, sentence, found, context)
        if isinstance(group, str):
            return group
        return self.days.dated(group, hit, hits, sentence, found, context)

    def with_titles(self, claims: list[Placed], sentence: Marked, context: Context) -> list[Placed]:
        """The claims, with the year that the title of an act bears, where nothing else is said of its making."""
        years = {
            one.value: title.group(1)
            for one in sentence.of("measure")
            if (title := TITLE.search(sentence.text[one.start : one.end]))
        }
        claims = [
            (replace(row[0], date=years[row[0].about], how=(*row[0].how, "titled")), *row[1:])
            if row[0].predicate == "enacted" and not row[0].date and row[0].about in years
            else row
            for row in claims
        ]
        told = {one[0].about for one in claims if one[0].predicate == "enacted"}
        made = []
        for one in sentence.of("measure"):
            title = TITLE.search(sentence.text[one.start : one.end])
            if title is None or one.value in told or not self.known(one.value, sentence):
                continue
            told.add(one.value)
            claim = Claim(
                sentence=sentence.text,
                start=one.start,
                end=one.end,
                subject="USA",
                predicate="enacted",
                object=self.objects.named(one.value, "enacted"),
                about=one.value,
                date=title.group(1),
                tense="past",
                how=("titled",),
                pattern="year in the title of an act",
            )
            made.append((claim, one.start, one.end, one.start + title.start(1), one.start + title.end(1)))
        return sorted([*claims, *made], key=lambda row: row[1]) if made else claims

    def measures(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Theme] | str:
        """The laws and orders of which the words are said."""
        start, end = hit.span
        lead = sentence.fold[max(0, start - 60) : start]
        if COURTS.search(sentence.shadow[:start]) or BY_OTHERS.match(sentence.shadow[end:]):
            return "an act of a court or parliament, not of the United States"
        chamber = CHAMBER.search(re.split(r"[;:]|, (?!which)", lead)[-1]) or re.match(
            r"[^.;]{0,24}\b(?:by|in) the (?:house|senate)\b|(?: by)? the (?:house|senate)\b", sentence.fold[end:]
        )
        if "congress" in hit.pattern.how and chamber and not BOTH.search(lead):
            return "passed by one house, which makes no law"
        wanted = sentence.of("measure")
        verbs = [one.span for one in hits if "law" in one.pattern.how and "slot" not in one.pattern.how]
        plain = not {"stays", "noun", "slot", "citing"} & set(hit.pattern.how)
        pronoun = plain and PRONOUN.match(sentence.fold[end:])
        if pronoun and any(one.start < end + pronoun.end() and end <= one.start for one in wanted):
            pronoun = None
        if pronoun and (code := self.taken_up(hit, sentence, wanted, sentence.fold[end:], context)):
            sure = self.surely(code, hit)
            return (
                sure if isinstance(sure, list) else self.unnamed(hit, sentence, wanted, verbs, found, context) or sure
            )
        names = (
            self.citing(hit, sentence, wanted) if "citing" in hit.pattern.how else themes(hit, sentence, wanted, verbs)
        )
        said = sentence.fold[end:]
        if "bracket" in hit.pattern.how and not (names and names[0].value.startswith(("P.L.", "22 U.S.C."))):
            return "no public law"
        if names:
            if "acts" in hit.pattern.how and names[0].end > start:
                names = names[:1]
            return [
                Theme(self.part(one, hit, sentence), one.start, one.end)
                for one in names
                if self.known(one.value, sentence)
            ] or "goes with no law that the record knows"
        code = self.taken_up(hit, sentence, wanted, said, context)
        if not code and fronted(hit, sentence) and FRONTED_IT.match(sentence.fold[end:]):
            code = context.law
        sure = self.surely(code, hit) if code else "goes with no law that the record knows"
        return sure if isinstance(sure, list) else self.unnamed(hit, sentence, wanted, verbs, found, context) or sure

    def unnamed(
        self,
        hit: Hit,
        sentence: Marked,
        wanted: list[Mention],
        verbs: list[tuple[int, int]],
        found: list[days.Found],
        context: Context,
    ) -> list[Theme]:
        """The law of which the words are said where a common noun tells it: that order, a law of 2013."""
        phrases = self.told.phrases(sentence)
        if not phrases or "citing" in hit.pattern.how:
            return []
        inside = [one for one in phrases if hit.match.start() < one.end and one.start < hit.match.end()]
        both = sorted((*wanted, *phrases), key=lambda one: one.start)
        names = inside[:1] or themes(hit, sentence, both, verbs)
        if not names or names[0] not in phrases:
            return []
        code = self.told.code(names[0], hit, sentence, found, context)
        sure = self.surely(code, hit) if code else ""
        return [Theme(code, names[0].start, names[0].end, told=True)] if isinstance(sure, list) else []

    def surely(self, code: str, hit: Hit) -> list[Theme] | str:
        """What a pronoun takes up, unless it is said to have ended and the record knows no end of it."""
        book = self.record.lawbook.measures.values()
        ended = {end.measure for row in book for end in row.ends}
        rows = {own for own, _ in matching(self.record, self.law_rows, code)}
        if hit.pattern.claims == "revoked" and code != "sanctions-2020" and not rows & ended:
            return "a pronoun that may stand for another law"
        return [Theme(code, *hit.span)]

    def citing(self, hit: Hit, sentence: Marked, wanted: list[Mention]) -> list[Mention]:
        """The public law named behind what Congress did, else the law that it changed."""
        near = [
            one
            for one in wanted
            if one.start >= hit.match.end() and ";" not in sentence.shadow[hit.match.end() : one.start]
        ]
        return [one for one in near if one.value.startswith("P.L.")][:1] or near[:1]

    def part(self, one: Mention, hit: Hit, sentence: Marked) -> str:
        """The code of a law, or of its part where the words end a ban of it alone."""
        ended = hit.pattern.claims == "revoked"
        unnumbered = one.value.startswith("EO ") and not re.search(r"\d{5}", sentence.text[one.start : one.end])
        if unnumbered and ended and self.first_programme(sentence, Context()):
            return "EO 13928"
        if unnumbered and not ended and re.search(r"\b2020\b", sentence.fold):
            return "EO 13928"
        if ended and one.value in ("ASPA", "P.L. 107-206") and PART.search(sentence.fold):
            return "P.L. 107-206 sec. 2007"
        return one.value

    def taken_up(self, hit: Hit, sentence: Marked, wanted: list[Mention], said: str, context: Context) -> str:
        """The order or statute that a pronoun, or a noun such as the order, takes up."""
        start = hit.match.start()
        lead = sentence.fold[:start]
        word = PRONOUN.match(said)
        text = word.group() if word and "stays" not in hit.pattern.how and "noun" not in hit.pattern.how else ""
        if not text and (one := SPOKEN.search(lead)):
            bare = one.group("word") in ("it", "which")
            sure = "law" in hit.match.group() if "stays" in hit.pattern.how else one.group("be")
            text = "" if bare and not sure else one.group("word")
        if not text and "noun" in hit.pattern.how and POSSESSIVE.search(lead[-24:]) and not re.match(r" of\b", said):
            text = "its"
        if not text:
            return ""
        ahead = [one.value for one in wanted if one.end <= start]
        subject = [
            one
            for one in wanted
            if one.end <= start
            and re.fullmatch(
                r",? (?:which |that )?(?:[a-z]+ly |then |later |had |has )*", sentence.shadow[one.end : start]
            )
        ]
        coordinate = re.search(r",? and (?:[a-z]+ly |also |then )?$", lead)
        if not subject and word and ahead and "stays" not in hit.pattern.how and not coordinate:
            last = next(one for one in reversed(wanted) if one.end <= start)
            actors = sentence.inside(last.end, start, "state", "person", "country")
            near = actors and not re.search(r"[,;]", sentence.shadow[actors[-1].end : start])
            subject = [] if near else [last]
        opening = [
            one for one in wanted[:1] if re.fullmatch(r", [^,;]+, ", sentence.shadow[one.end : max(one.end, start)])
        ]
        if (subject or opening) and ahead and word:
            ahead = ahead[:-1]
        if re.search(r"\bban\b", text):
            return (
                "P.L. 107-206 sec. 2007" if context.statute in ASPA or any(one.value in ASPA for one in wanted) else ""
            )
        if re.search(r"sanctions|measures|restrictions|program|\ball\b|these|those", text):
            return (
                "sanctions-2020" if hit.pattern.claims == "revoked" and self.first_programme(sentence, context) else ""
            )
        kinds = {"order": "EO ", "act": "", "law": "", "statute": "", "amendment": ""}
        noun = next((one for one in kinds if re.search(rf"\b{one}\b", text)), "")
        if noun == "order":
            fits = [one for one in ahead if one.startswith("EO ")]
            if text.startswith((" an ", " a ")) and not fits:
                return "EO 13928" if hit.pattern.claims == "revoked" and self.first_programme(sentence, context) else ""
            return fits[-1] if fits else self.ended(context.order, hit, sentence)
        if noun:
            fits = [one for one in ahead if not one.startswith("EO ")]
            return fits[-1] if fits else context.statute
        if ahead:
            return ahead[-1]
        recent = context.law
        if not recent and text.strip() in ("it", "which"):
            return ""
        return self.ended(recent, hit, sentence)

    def ended(self, code: str, hit: Hit, sentence: Marked) -> str:
        """The order last told; where that is the one that ended another, the one that it ended."""
        again = re.search(r"14148|\btrump\b", sentence.fold)
        ending = hit.pattern.claims == "revoked" and "stays" not in hit.pattern.how
        return "EO 13928" if code == "EO 14022" and ending and not again else code

    def first_programme(self, sentence: Marked, context: Context) -> bool:
        """Whether the sanctions spoken of can be those of 2020 and 2021."""
        return bool(re.search(r"\bbiden|\b2021\b", sentence.fold)) or context.order == "EO 13928"

    def known(self, value: str, sentence: Marked) -> bool:
        """Whether the record holds a law, or an order with the same digits."""
        if value.startswith("EO "):
            return any(one.value in OURS for one in sentence.mentions) or self.objects.concerns(
                value, sentence, Context()
            )
        return bool(matching(self.record, self.law_rows, value)) or not CITED.match(value)
