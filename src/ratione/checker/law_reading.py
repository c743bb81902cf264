"""Law reading: what a sentence says was enacted, ended, or put under sanctions by the United States, and when.

The patterns of ``united-states.toml`` give the verbs and nouns; here each finds of whom or what it is said, and its day.
"""

from __future__ import annotations

import re

from ..record.record import Record
from . import days
from .attach import act_day, completed, second
from .claim import Claim
from .comparison_law import matching
from .context import Context
from .gazetteer import Mention
from .hits import Hit, Placed
from .law_clauses import Theme, agent_of, continued, denied, listed_with, own_days, themes, unreal
from .law_names import CITED
from .marked import Marked
from .objects import OURS, Objects
from .reported import refused
from .subjects import Words

__all__ = ["LawReading"]

MATTER = re.compile(
    r"\b(?:orders?|acts?|laws?|statutes?|bans?|sanction\w*|it|that|thing|measures?|designat\w+|programme|program)\b"
)
TALK = re.compile(r"\b(?:sanction\w*|designat\w+|blacklist\w*|sdn|specially designated|executive order)\b")
ITSELF = re.compile(
    r"^,? ?(?:\([^()]*\) )?(?:itself|as such|as an? (?:institution|whole|entity|body)|the institution)\b"
)
ALONE = re.compile(
    r"^(?:$|[.,;:)\"”]| (?:on|in|under|was|is|has|had|and|by|for|over|with|as|since|pursuant|last|this|yesterday)\b)"
)
PRONOUN = re.compile(
    r"^ (?:it|them|that|this|all (?:that|this|of it|of that)|the thing|the (?:whole )?(?:order|act|law|statute|measures?|thing)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:that|this|his predecessor's|trump's|mr\.? trump's|its|the executive|his|the earlier|the first|the 2020) (?:executive )?order|those (?:measures|orders)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:the|these|those|trump's|all) (?:[a-z.]+ ){0,2}?(?:sanctions|measures|restrictions))\b"
)
SPOKEN = re.compile(
    r"(?:^|[ ,(])(?P<word>(?:the|that|this|his|its|trump's|biden's) (?:same |new |earlier |first )?(?:executive )?order|(?:the|that|this) (?:act|law|statute|amendment|measure)|it|which|the (?:us |u\.s\. )?sanctions|the measures)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: itself)?,? (?P<be>(?:was|were|is|has been|had been|have been)(?: [a-z]+ly| then| later| first| itself| finally)*,? )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
POSSESSIVE = re.compile(r"\b(?:its|their|the (?:order|act|law|ban)'s) (?:[a-z]+ )?$|\bthe $")
CHAMBER = re.compile(
    r"\b(?:house|senate|committee|chamber|representatives|assembly|parliament|knesset|duma|bundestag|governor)\b"
)
BOTH = re.compile(
    r"\bboth (?:houses|chambers)\b|\bcongress\b|\bhouse and (?:the )?senate\b|\bsenate and (?:the )?house\b"
)
ELSEWHERE = re.compile(r"\b(?:wanted|watch|short|reading|guest|witness|speakers?|waiting|terror(?:ist)? watch) list")
TO_LIST = re.compile(r"\b(?:to|on|onto|in) (?:the |its |a |their |his )?(?:[a-z.']+ ){0,4}(?:list|sdn)\b")
AS_OFFICE = re.compile(
    r"^ (?:as|to (?:serve|act|sit|lead|hear)|by (?:the )?(?:\S+ ){0,2}(?:presidency|court|chamber|icc|assembly|president of))\b"
)
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = re.compile(rf"\b(?:in|early in|late in|last|in early|in late|in mid-|since) ({'|'.join(MONTHS)})\b(?! \d)")
SINCE = re.compile(r"\bsince (?:the )?$")
PART = re.compile(
    r"\b(?:ban|cut-?off|prohibition|restrictions?|limits?|section|provisions?) (?:on|of) (?:[a-z]+ )?(?:military|training|imet|2007)|\bmilitary[- ](?:aid|assistance)"  # noqa: E501 - a grammar or list that reads best in one piece
)


class LawReading:
    """Reads what sentences say of the law of the United States; made once for a record."""

    def __init__(self, record: Record, words: Words, objects: Objects, law_rows: dict[str, tuple[str, ...]]) -> None:
        self.record = record
        self.words = words
        self.objects = objects
        self.law_rows = law_rows

    def worth(self, hits: list[Hit], sentence: Marked, context: Context) -> list[Hit]:
        """The hits without those of this law, where the sentence and what stands before it hold nothing of it."""
        if not any("law" in one.pattern.how for one in hits):
            return hits
        hits = sorted(
            hits, key=lambda one: (one.match.start() - one.match.end(), one.match.start(), "law" not in one.pattern.how)
        )
        named = sentence.of("measure", "listed")
        told = context.order or context.statute or context.sanctions
        matter = named or TALK.search(sentence.fold) or (told and MATTER.search(sentence.fold))
        return [one for one in hits if "law" not in one.pattern.how or matter or "unnamed" in one.pattern.how]

    def claims(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Placed] | str:
        """The claims of one verb or noun, or why it makes none."""
        start, end = hit.span
        if why := refused(sentence.fold, start, end, hit.pattern.wants):
            return why
        if unreal(hit, sentence):
            return "wanted, supposed or to come, not said as done"
        if denied(sentence, start):
            return "denied, and no rule says what that claims"
        agent = agent_of(sentence, start, end)
        if agent and agent != "USA":
            return "an act of another state than the United States"
        if hit.pattern.claims == "sanctioned":
            group = self.listed(hit, hits, sentence, found, context)
        else:
            group = self.measures(hit, hits, sentence, found, context)
        if isinstance(group, str):
            return group
        return self.dated(group, hit, hits, sentence, found, context)

    def measures(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Theme] | str:
        """The laws and orders of which the words are said."""
        start, end = hit.span
        lead = sentence.fold[max(0, start - 60) : start]
        chamber = CHAMBER.search(re.split(r"[;:]|, (?!which)", lead)[-1]) or re.match(
            r"[^.;]{0,24}\b(?:by|in) the (?:house|senate)\b|(?: by)? the (?:house|senate)\b", sentence.fold[end:]
        )
        if "congress" in hit.pattern.how and chamber and not BOTH.search(lead):
            return "passed by one house, which makes no law"
        wanted = [one for one in sentence.of("measure") if not one.value.startswith("GL ")]
        verbs = [one.span for one in hits if "law" in one.pattern.how and "slot" not in one.pattern.how]
        names = (
            self.citing(hit, sentence, wanted) if "citing" in hit.pattern.how else themes(hit, sentence, wanted, verbs)
        )
        said = sentence.fold[end:]
        if names:
            if "acts" in hit.pattern.how and names[0].end > start:
                names = names[:1]
            return [
                Theme(self.part(one, hit, sentence), one.start, one.end)
                for one in names
                if self.known(one.value, sentence)
            ] or "goes with no law that the record knows"
        code = self.taken_up(hit, sentence, wanted, said, context)
        if code:
            return [Theme(code, start, end)]
        return "goes with no law that the record knows"

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
        if subject and ahead and word:
            ahead = ahead[:-1]
        if re.search(r"sanctions|measures|restrictions|\ball\b", text):
            return (
                "sanctions-2020" if hit.pattern.claims == "revoked" and self.first_programme(sentence, context) else ""
            )
        kinds = {"order": "EO ", "act": "", "law": "", "statute": "", "amendment": ""}
        noun = next((one for one in kinds if re.search(rf"\b{one}\b", text)), "")
        if noun == "order":
            fits = [one for one in ahead if one.startswith("EO ")]
            return fits[-1] if fits else self.ended(context.order, hit)
        if noun:
            fits = [one for one in ahead if not one.startswith("EO ")]
            return fits[-1] if fits else context.statute
        if ahead:
            return ahead[-1]
        last = context.law
        if not last and text.strip() in ("it", "which"):
            return ""
        return self.ended(last, hit)

    def ended(self, code: str, hit: Hit) -> str:
        """The order last told; where that is the one that ended another, the one that it ended."""
        return (
            "EO 13928"
            if code == "EO 14022" and hit.pattern.claims == "revoked" and "stays" not in hit.pattern.how
            else code
        )

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

    def listed(
        self, hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Theme] | str:
        """The persons and bodies that the words put under sanctions."""
        end = hit.match.end()
        after = sentence.shadow[end : end + 60]
        if ELSEWHERE.search(hit.match.group() + sentence.fold[end : end + 30]) or (
            not hit.match.group().endswith("list") and AS_OFFICE.match(sentence.fold[end:])
        ):
            return "another list, or an office"
        if "to-list" in hit.pattern.how and not TO_LIST.search(sentence.fold[end:]):
            return "another list, or an office"
        if "talk" in hit.pattern.how and not (context.sanctions or TALK.search(sentence.fold)):
            return "speaks of no sanctions"
        wanted = self.who(sentence, hit)
        verbs = [one.span for one in hits if one.pattern.claims == "sanctioned"]
        names = themes(hit, sentence, wanted, verbs)
        if not names:
            return "names nobody whom the record holds as designated"
        group = listed_with(names[0], wanted, sentence)
        if "verbless" in hit.pattern.how and after and not all(one.day for one in own_days(group, sentence, found)):
            return "names nobody with a day of their own"
        themed = own_days(group, sentence, found)
        themed += continued(themed, hit, wanted, sentence, found)
        return [one._replace(value="icc") if one.value == "ICC" else one for one in themed]

    def who(self, sentence: Marked, hit: Hit) -> list[Mention]:
        """Everybody named who is or was listed; the Court where it is meant itself."""
        found = []
        sure = "sanctions" not in hit.match.group()
        for one in sentence.of("listed", "body"):
            if one.kind == "listed":
                found.append(one)
            elif one.value == "ICC":
                rest = sentence.shadow[one.end :]
                near = one.start - hit.match.end() <= 5 and one.start >= hit.match.end()
                ahead = one.end <= hit.match.start() and hit.match.start() - one.end < 40
                if ITSELF.match(rest) or ((near or ahead) and sure and ALONE.match(rest)):
                    found.append(one)
        return found

    def dated(
        self, group: list[Theme], hit: Hit, hits: list[Hit], sentence: Marked, found: list[days.Found], context: Context
    ) -> list[Placed] | str:
        """One claim for each of a group, with its own day or that of all."""
        taken = [one.day for one in group if one.day]
        free = [one for one in found if one not in taken and not self.cited(one, hit, group, sentence)]
        shared = None if len(taken) == len(group) else self.day(hit, hits, group, sentence, free)
        how = tuple(one for one in hit.pattern.how if one in ("acts", "citing", "delisted", "loose"))
        placed = []
        bare = month_named(sentence, context) if shared is None and not found and len(taken) < len(group) else ()
        for theme in group:
            one = theme.day or shared
            sure = one is None or not one.iso.startswith("-") or any(not day.iso.startswith("-") for day in found)
            again = (one.other if one else "") if sure else second(one, "-", context)
            told = [reading for reading in (completed(one, context, found), again) if reading]
            if one is None and bare:
                told = list(bare)
            if (
                one is None
                and context.heading
                and not context.heading.startswith("-")
                and not found
                and "acts" not in how
            ):
                told = told or [context.heading]
            fits = [reading for reading in told if self.fits(theme.value, hit.pattern.claims, reading)]
            iso = (fits or told or [""])[0]
            other = next((reading for reading in told if reading != iso), "")
            if hit.pattern.needs_day and not iso:
                continue
            claim = Claim(
                sentence=sentence.text,
                start=hit.match.start(),
                end=hit.match.end(),
                subject="USA",
                predicate=hit.pattern.claims,
                object=self.named(theme.value),
                about=theme.value,
                date=iso,
                other_date=other,
                tense="past",
                how=how,
                pattern=hit.pattern.name,
            )
            placed.append((claim, hit.match.start(), hit.match.end(), *((one.start, one.end) if one else (0, 0))))
        return placed or "gives no day to compare"

    def fits(self, value: str, predicate: str, iso: str) -> bool:
        """Whether a day is one on which the record has that law made or that person listed."""
        first, last = days.bounds(iso)
        row = self.record.lawbook.listings.get(value)
        if row is not None:
            return any(first <= day <= last for day in (row.designated, row.published) if day)
        rows = matching(self.record, self.law_rows, "EO 14022" if predicate == "revoked" else value)
        return any(first <= one.start <= last for _, one in rows)

    def named(self, value: str) -> str:
        """Who or what it is, in words."""
        return "EO 13928" if value == "sanctions-2020" else value

    def cited(self, day: days.Found, hit: Hit, group: list[Theme], sentence: Marked) -> bool:
        """Whether a day belongs to the name of a law that it stands behind: Executive Order 13928 of 11 June 2020."""
        if "slot" in hit.pattern.how:
            return False
        for one in sentence.of("measure"):
            gap = sentence.shadow[one.end : day.start] if one.end <= day.start else "?"
            if re.fullmatch(r",? (?:of|dated|from) (?:the )?| \(|, dated ", gap):
                ours = any(theme.start == one.start for theme in group)
                return not (
                    "reviser" in hit.pattern.how
                    or (hit.pattern.claims == "revoked" and not ours and one.start >= hit.match.end())
                )
        return False

    def day(
        self, hit: Hit, hits: list[Hit], group: list[Theme], sentence: Marked, free: list[days.Found]
    ) -> days.Found | None:
        """The day that goes with the words."""
        start, end = hit.span
        if "acts" in hit.pattern.how:
            return next(
                (one for one in free if re.match(r" ?[:–—-] ", sentence.shadow[one.end :]) and one.start < 12), None
            )
        if "slot" in hit.pattern.how:
            inside = [one for one in free if start <= one.start and one.end <= end]
            return inside[-1] if inside else None
        wide = (
            (min(start, *(one.start for one in group)), max(end, *(one.end for one in group)))
            if group
            else (start, end)
        )
        if group and group[-1].end <= start:
            wide = (start, end)
        rest = [
            one
            for one in hits
            if one is not hit
            and "slot" not in one.pattern.how
            and "elliptic" not in one.pattern.how
            and "acts" not in one.pattern.how
        ]
        others = [one.span for one in rest if one.match.start() >= wide[1] or one.match.end() <= wide[0]]
        acts = [
            one.span
            for one in rest
            if one.pattern.day == "act" and (one.match.start() >= wide[1] or one.match.end() <= wide[0])
        ]
        got = act_day(sentence, free, wide, others, self.words, acts=acts)
        if got is None and wide != (start, end):
            got = act_day(sentence, free, (start, end), others, self.words, acts=acts)
        if got is None and hit.pattern.claims == "sanctioned":
            got = next(
                (one for one in free if SINCE.search(sentence.shadow[: one.start]) and abs(one.start - end) < 90), None
            )
        if got is None and hit.pattern.claims == "revoked":
            return by_another(sentence, end, free)
        return got


def month_named(sentence: Marked, context: Context) -> list[str]:
    """The month that a sentence names without its year, in the year last told and in the last before the text was written."""
    match = MONTH.search(sentence.fold)
    if match is None or not (context.year or context.written):
        return []
    number = f"{MONTHS.index(match.group(1)) + 1:02}"
    lately = str(context.written.year - (number > context.written.isoformat()[5:7])) if context.written else ""
    return [f"{year}-{number}" for year in dict.fromkeys((context.year, lately)) if year]


def by_another(sentence: Marked, end: int, free: list[days.Found]) -> days.Found | None:
    """The day of the order that ends another: by Executive Order 14022, signed on April 1, 2021; else the only day."""
    for one in sentence.of("measure"):
        if one.start >= end and re.search(
            r"\b(?:by|through|with|under|via|in) (?:the )?$", sentence.shadow[end : one.start]
        ):
            day = next((day for day in free if 0 <= day.start - one.end < 26), None)
            if day is not None:
                return day
    return free[0] if len(free) == 1 else None
