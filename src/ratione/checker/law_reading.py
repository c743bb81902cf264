"""Law reading: what a sentence says was enacted, ended, or put under sanctions by the United States, and when.

The patterns of ``united-states.toml`` give the verbs and nouns; here each finds of whom or what it is said, and its day.
"""

from __future__ import annotations

import re

from ..record.record import Record
from . import days
from .attach import act_day, completed, lately, second
from .claim import Claim
from .comparison_law import matching
from .context import Context
from .gazetteer import Mention
from .hits import Hit, Placed
from .law_clauses import Theme, agent_of, continued, denied, listed_with, own_days, themes, unreal
from .law_names import CITED
from .marked import CODES, Marked
from .objects import OURS, Objects
from .reported import refused
from .subjects import Words

__all__ = ["LawReading"]

MATTER = re.compile(
    r"\b(?:orders?|acts?|laws?|statutes?|bans?|sanction\w*|it|itself|such|that|thing|measures?|designat\w+|programme|program)\b"
)
TALK = re.compile(r"\b(?:sanction\w*|designat\w+|blacklist\w*|sdn|specially designated|executive order)\b")
ITSELF = re.compile(
    r"^,? ?(?:\([^()]*\) )?(?:itself|as such|as an? (?:institution|whole|entity|body)|the institution)\b"
)
ALONE = re.compile(
    r"^(?:$|[.,;:)\"”]| (?:on|in|hours|days|weeks|months|after|when|while|because|a|just|again|under|was|is|has|had|and|by|for|over|with|as|since|pursuant|last|this|yesterday)\b)"  # noqa: E501 - a grammar or list that reads best in one piece
)
PRONOUN = re.compile(
    r"^ (?:it|them|that|this|all (?:that|this|of it|of that)|the thing|the (?:whole )?(?:order|act|law|measures?|thing|ban)|that ban|an? (?:previous |earlier |trump |trump-era )?(?:executive )?order|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:that|this|his predecessor's|trump's|mr\.? trump's|its|the executive|his|the earlier|the first|the 2020) (?:executive )?order|those (?:measures|orders)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:the|these|those|trump's|all) (?:[a-z.]+ ){0,2}?(?:sanctions|measures|restrictions))\b"
)
SPOKEN = re.compile(
    r"(?:^|[ ,(])(?P<word>(?:the|that|this|his|its|trump's|biden's) (?:same |new |earlier |first )?(?:executive )?order|(?:the|that|this|whose) (?:act|law|amendment|measure|ban)|it|which|(?:the|these|those|trump's) (?:us |u\.s\. |american )?sanctions(?: (?:on|against) (?:the )?(?:icc|court|international criminal court))?|the measures|these|those)"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?: itself)?,? (?P<be>(?:was|were|is|has been|had been|have been)(?: [a-z]+ly| then| later| first| itself| finally)*,? )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
POSSESSIVE = re.compile(r"\b(?:its|their|the (?:order|act|law|ban)'s) (?:[a-z]+ )?$")
CHAMBER = re.compile(
    r"\b(?:(?<!white )house|senate|committee|chamber|representatives|assembly|parliament|knesset|duma|bundestag|governor)\b"
)
BOTH = re.compile(
    r"\bboth (?:houses|chambers)\b|\bcongress\b|\bhouse and (?:the )?senate\b|\bsenate and (?:the )?house\b"
)
ASPA = frozenset(("ASPA", "P.L. 107-206", "P.L. 107-206 sec. 2007", "22 U.S.C. 7426", "22 U.S.C. 7421"))
STAFF = re.compile(
    r"\b(?:judges?|prosecutors?|officials?|staff(?: members?)?|personnel|employees|lawyers?|members? of (?:the|its) (?:court|bench|staff))\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
ELSEWHERE = re.compile(r"\b(?:wanted|watch|short|reading|guest|witness|speakers?|waiting|terror(?:ist)? watch) list")
FROM_LIST = re.compile(r"\b(?:from|off) (?:the |its |a |their |his )?(?:[a-z.']+ ){0,4}(?:list|sdn)\b|^delist|^unblock")
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
DOES = re.compile(
    rf"[{CODES['state']}{CODES['person']}](?: [a-z]+ly| also| then)? $|\b(?:department|treasury|ofac|government|administration|rubio|trump|he) $"  # noqa: E501 - a grammar or list that reads best in one piece
)  # noqa: E501 - a grammar or list that reads best in one piece
ROLES = frozenset(
    "judge judges prosecutor prosecutors president official officials rapporteur lawyer lawyers the of and un u n deputy former then "  # noqa: E501 - a grammar or list that reads best in one piece
    "chief special trial senior palestinian group groups organisation organisations organization organizations ngo ngos expert experts "  # noqa: E501 - a grammar or list that reads best in one piece
    "registrar court s icc more also two three four six".split()
)
"""Words that may stand between a day and the first name of a line."""
LINE_STOPS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|said|says|elected|sworn|met|visits?|visited|who|which|signs?|signed|speaks|opens|becomes|became|takes|took|issues?|condemns?)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
BESIDE = re.compile(r"\b(?:when|after|before|since|until|as soon as|the day) (?:the )?$")
UNTIL = re.compile(r"\b(?:until|till|through|expires?|expiring|expire|lapses?|runs)\b(?: [a-z]+){0,3} $")
STILL = re.compile(r"\b(?:remains?|remained|stays?|stayed|since|once|already|now) $")
FISCAL = re.compile(r"\b(?:fiscal|financial|budget) (?:year )?$|\bfy ?$")
LEADING = re.compile(r"^[\"“(•*–-]* ?(?:(?:then|and|later|but),? )?(?:in|on|by|early in|late in)? ?$")
BODY, PLACES = CODES["body"], CODES["state"] + CODES["adjective"]
PEOPLE = re.compile(
    r"(?:^|[ ,;])(?P<who>he|she|both|they|the two|the three|all (?:three|four)|the pair|these|the four) (?:themselves |himself |herself )?"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:(?:was|were|is|are|has been|have been|had been|have|has|had)(?: [a-z]+ly| also| both| all| themselves| later| then)* )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
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
        hits = [
            one for one in hits if one.match.group() != "sanctions" or DOES.search(sentence.shadow[: one.match.start()])
        ]
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
        if hit.pattern.about == "listed":
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
        plain = not {"stays", "noun", "slot", "citing"} & set(hit.pattern.how)
        pronoun = plain and PRONOUN.match(sentence.fold[end:])
        if pronoun and any(one.start < end + pronoun.end() and end <= one.start for one in wanted):
            pronoun = None
        if pronoun and (code := self.taken_up(hit, sentence, wanted, sentence.fold[end:], context)):
            return [Theme(code, start, end)]
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
        if not subject and word and ahead and "stays" not in hit.pattern.how:
            last = next(one for one in reversed(wanted) if one.end <= start)
            actors = sentence.inside(last.end, start, "state", "person", "country")
            near = actors and not re.search(r"[,;]", sentence.shadow[actors[-1].end : start])
            subject = [] if near else [last]
        if subject and ahead and word:
            ahead = ahead[:-1]
        if re.search(r"\bban\b", text):
            return (
                "P.L. 107-206 sec. 2007" if context.statute in ASPA or any(one.value in ASPA for one in wanted) else ""
            )
        if re.search(r"sanctions|measures|restrictions|\ball\b|these|those", text):
            return (
                "sanctions-2020" if hit.pattern.claims == "revoked" and self.first_programme(sentence, context) else ""
            )
        kinds = {"order": "EO ", "act": "", "law": "", "statute": "", "amendment": ""}
        noun = next((one for one in kinds if re.search(rf"\b{one}\b", text)), "")
        if noun == "order":
            fits = [one for one in ahead if one.startswith("EO ")]
            if text.startswith((" an ", " a ")) and not fits:
                return "EO 13928" if hit.pattern.claims == "revoked" and self.first_programme(sentence, context) else ""
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
        start, end = hit.span
        if ELSEWHERE.search(hit.match.group() + sentence.fold[end : end + 30]) or (
            not hit.match.group().endswith("list") and AS_OFFICE.match(sentence.fold[end:])
        ):
            return "another list, or an office"
        if "from-list" in hit.pattern.how and not FROM_LIST.search(hit.match.group() + sentence.fold[end:]):
            return "another list, or an office"
        if "to-list" in hit.pattern.how and not TO_LIST.search(sentence.fold[end:]):
            return "another list, or an office"
        if "talk" in hit.pattern.how and not (context.sanctions or TALK.search(sentence.fold)):
            return "speaks of no sanctions"
        wanted = self.who(sentence, hit)
        verbs = [one.span for one in hits if one.pattern.claims == "sanctioned" and "slot" not in one.pattern.how]
        names = themes(hit, sentence, wanted, verbs)
        told = self.told_before(hit, sentence, context)
        if told or not names:
            if told:
                more = [
                    one
                    for one in wanted
                    if one.start > end and re.search(r"\b(?:together|along) with\b", sentence.fold[end : one.start])
                ]
                return [
                    *(Theme(code, start, end) for code in told),
                    *(Theme(one.value, one.start, one.end) for one in more),
                ]
            return self.staff(hit, sentence, context)
        group = listed_with(names[0], wanted, sentence, start)
        if (
            "verbless" in hit.pattern.how
            and not all(one.day for one in own_days(group, sentence, found))
            and not bare_line(sentence, hit, group[0])
        ):
            return "names nobody with a day of their own"
        themed = own_days(group, sentence, found)
        themed += continued(themed, hit, wanted, sentence, found)
        return [one._replace(value="icc") if one.value == "ICC" else one for one in themed]

    def told_before(self, hit: Hit, sentence: Marked, context: Context) -> tuple[str, ...]:
        """Those whom a pronoun takes up from the sentence before."""
        match = PEOPLE.search(sentence.fold[: hit.match.start()] + ("" if " list" in hit.match.group() else " "))
        if match is None and (match := PEOPLE.search(sentence.fold[: hit.match.start()])) is None:
            return ()
        many = match.group("who") not in ("he", "she")
        return context.people if (len(context.people) > 1) == many else ()

    def staff(self, hit: Hit, sentence: Marked, context: Context) -> list[Theme] | str:
        """Officials of the Court whom the words do not name, or the Court loosely."""
        start, end = hit.span
        behind, ahead = sentence.fold[end : end + 80], sentence.fold[max(0, start - 80) : start]
        shadow = re.split(r"[;:.]", sentence.shadow[end : end + 80])[0]
        active = re.match(
            rf"(?: [a-z0-9'{BODY}{PLACES}-]+| [a-z]+,){{0,6}}? (?:{STAFF.pattern})",
            shadow.replace(CODES["number"], "n"),
        )
        passive = STAFF.search(re.split(r"[;:,]", ahead)[-1]) and re.search(
            r"\b(?:was|were|are|is|been) (?:[a-z]+ly )?$", ahead
        )
        ours = context.about or any(one.value in OURS for one in sentence.mentions)
        if (
            not ours
            or re.search(r"\b(?:other|another court|foreign|russian|chinese|israeli) ", behind[:30] + ahead[-50:])
            or "noun" in hit.pattern.how
        ):
            return "names nobody whom the record holds as designated"
        if active or passive or (" under " in hit.match.group() and STAFF.search(hit.match.group())):
            return [Theme("staff", start, end)]
        return "names nobody whom the record holds as designated"

    def who(self, sentence: Marked, hit: Hit) -> list[Mention]:
        """Everybody named who is or was listed; the Court where it is meant itself."""
        found = []
        sure = not hit.match.group().startswith("sanctions ")
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
        free = [
            one
            for one in found
            if one not in taken
            and not FISCAL.search(sentence.fold[: one.start])
            and not only_end(sentence, one)
            and not self.cited(one, hit, group, sentence)
        ]
        shared = (
            None
            if len(taken) == len(group)
            else self.day(hit, hits, [one for one in group if not one.day], sentence, free)
        )  # noqa: E501 - a grammar or list that reads best in one piece
        how = tuple(one for one in hit.pattern.how if one in ("acts", "citing", "delisted"))
        if "sanctions" in hit.match.group():
            how = (*how, "sanctions")
        placed = []
        start = hit.match.start()
        bare = month_named(sentence, context) if shared is None and not found and len(taken) < len(group) else ()
        for theme in group:
            one = theme.day or shared
            sure = one is None or not one.iso.startswith("-") or any(not day.iso.startswith("-") for day in found)
            again = (one.other if one else "") if sure else second(one, "-", context)
            told = [reading for reading in (completed(one, context, found), again) if reading]
            if one is not None and one.iso.startswith("-") and context.written and not context.heading:
                told.append(days.in_year(one.iso, lately(one.iso, context.written)))
            if one is not None and one.iso.startswith("-") and context.year:
                told.append(days.in_year(one.iso, context.year))
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
            other = (
                ""
                if sure and one is not None and one.iso.startswith("-")
                else next((reading for reading in told if reading != iso), "")
            )
            lead = sentence.fold[max(0, theme.start - 60) : theme.start]
            if not iso and hit.pattern.claims != "sanctioned" and BESIDE.search(lead):
                continue
            if theme.value == "staff" and iso and not self.any_listed(iso):
                continue
            if "slot" in hit.pattern.how and len(iso) == 4 and theme.value[0].isdigit():
                continue
            named = theme.start < start and "verb" in hit.pattern.how and not STILL.search(sentence.fold[:start])
            if hit.pattern.needs_day and not iso and not named:
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

    def any_listed(self, iso: str) -> bool:
        """Whether anybody was put under sanctions on a day."""
        first, last = days.bounds(iso)
        rows = self.record.lawbook.listings.values()
        return any(first <= day <= last for row in rows for day in (row.designated, row.published) if day)

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
        if group and group[0].start > end:
            close = [
                one
                for one in free
                if end <= one.start and sentence.shadow[one.end : group[0].start] in (" (", ": ", " – ", " — ")
            ]
            if close:
                return close[0]
        if "bracket" in hit.pattern.how:
            ahead = [one for one in free if one.end <= start]
            return ahead[-1] if ahead else None
        if "slot" in hit.pattern.how and "named" not in hit.pattern.how:
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
            got = next((one for one in free if since(sentence, one, group, start, end)), None)
        if got is None and free and free[0].end <= start and LEADING.match(sentence.shadow[: free[0].start]):
            got = free[0]
        if got is None and hit.pattern.claims == "revoked":
            return by_another(sentence, end, free)
        return got


def only_end(sentence: Marked, day: days.Found) -> bool:
    """Whether a day is told as the end of something else: until 7 April 2027."""
    return UNTIL.search(sentence.fold[: day.start]) is not None and not sentence.fold.startswith(", when", day.end)


def month_named(sentence: Marked, context: Context) -> list[str]:
    """The month that a sentence names without its year, in the year last told and in the last before the text was written."""
    match = MONTH.search(sentence.fold)
    if match is None or not (context.year or context.written):
        return []
    number = f"{MONTHS.index(match.group(1)) + 1:02}"
    lately = str(context.written.year - (number > context.written.isoformat()[5:7])) if context.written else ""
    return [f"{year}-{number}" for year in dict.fromkeys((context.year, lately)) if year]


def bare_line(sentence: Marked, hit: Hit, first: Mention) -> bool:
    """Whether a line holds a day and names alone, as in a list: June 5, 2025: Judges A and B."""
    day = sentence.at(hit.match.start())
    if day is None or day.kind != "day" or day.start > 2:
        return False
    gap = sentence.shadow[day.end : first.start]
    parted = re.match(r" ?[:–—,-] ", gap) is not None and ROLES.issuperset(re.findall(r"[a-z]+", gap))
    return parted and not LINE_STOPS.search(sentence.fold) and len(sentence.words) < 45


def since(sentence: Marked, day: days.Found, group: list[Theme], start: int, end: int) -> bool:
    """Whether a day told with since is that from which those of a group are listed."""
    lead = sentence.shadow[: day.start]
    if not SINCE.search(lead):
        return False
    if day.end <= start:
        return start - day.end < 90
    last = max(end, *(one.end for one in group))
    return last <= day.start and not re.search(r"[,;:(]", sentence.shadow[last : day.start]) and day.start - last < 60


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
