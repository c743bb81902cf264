"""Law people: who is said to be put under sanctions: persons and bodies by name, those told before, staff unnamed."""

from __future__ import annotations

import re

from . import days
from .context import Context
from .gazetteer import Mention
from .hits import Hit
from .law_clauses import Theme, continued, listed_with, own_days, themes
from .law_days import months
from .marked import CODES, Marked
from .objects import OURS

__all__ = ["TALK", "LawPeople"]

TALK = re.compile(r"\b(?:sanction\w*|designat\w+|blacklist\w*|sdn|specially designated|executive order)\b")
ITSELF = re.compile(
    r"^,? ?(?:\([^()]*\) )?(?:itself|as such|as an? (?:institution|whole|entity|body)|the institution)\b"
)
ALONE = re.compile(
    r"^(?:$|[.,;:)\"”]| (?:on|in|hours|days|weeks|months|after|when|while|because|a|just|again|under|was|is|has|had|and|by|for|over|with|as|since|pursuant|last|this|yesterday)\b)"  # noqa: E501 - a grammar or list that reads best in one piece
)
STAFF = re.compile(
    r"\b(?:judges?|prosecutors?|officials?|staff(?: members?)?|personnel|employees|lawyers?|members? of (?:the|its) (?:court|bench|staff))\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
ELSEWHERE = re.compile(r"\b(?:wanted|watch|short|reading|guest|witness|speakers?|waiting|terror(?:ist)? watch) list")
FROM_LIST = re.compile(r"\b(?:from|off) (?:the |its |a |their |his )?(?:[a-z.']+ ){0,4}(?:list|sdn)\b|^delist|^unblock")
TO_LIST = re.compile(
    r"\b(?:to|on|onto|in) (?:the |its |a |their |his )?(?:[a-z.']+ ){0,4}(?:list|sdn)\b|\bunder (?:[a-z.]+ ){0,3}sanctions\b"
)
OPENING = 40
"""Signs in front of a pronoun that opens its sentence, at most: On 18 August 2026 it."""
ELSEWHERE_TO = re.compile(
    r"^(?:[^.;]{0,80}?) (?:to|onto) (?:the|its|a|her|his|their) (?!(?:[a-z.']+ ){0,4}(?:(?:black)?list|sdn|sanctions))"
)
"""What somebody is added to, where it is no list of sanctions."""
SPREAD = re.compile(
    rf"(?:\b(?:sanctions?|measures?|penalties|restrictions|designations?|these|those|which)|[{CODES['country']}])"
    rf"(?: (?:of|on|against|imposed|under|by|in|the|this|that|kind|order|court|later|then|now|[{CODES['state']}{CODES['person']}{CODES['body']}{CODES['day']}{CODES['measure']}]+))*"  # noqa: E501 - a grammar or list that reads best in one piece
    r" (?:(?:has|have|had) )?$"
)
"""What is extended to further people, right in front of the verb."""
ADDER = re.compile(
    r"(?:^|\b(?:it|they|he|ofac|treasury|department|administration|washington|trump|rubio|government|state)|"
    rf"[{CODES['state']}{CODES['person']}{CODES['country']}])(?: (?:has|have|had|also|then|later|since|[a-z]+ly))* $|\b(?:was|were|been)(?: [a-z]+ly| also| later| then)* $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Who adds names, where the list is not told again: it added President Akane."""
AS_OFFICE = re.compile(
    r"^ (?:for (?:the |a |an )?(?:[a-z-]+ ){0,2}(?:hearing|hearings|trial|session|election|appeal|post|bench|vote|judgment|interview)s?|as|to (?:serve|act|sit|lead|hear)|by (?:the )?(?:\S+ ){0,2}(?:presidency|court|chamber|icc|assembly|president of))\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
ROLES = frozenset(
    (
        *(
            "judge",
            "judges",
            "prosecutor",
            "prosecutors",
            "president",
            "official",
            "officials",
            "rapporteur",
            "lawyer",
            "lawyers",
            "the",
            "of",
            "and",
            "un",
            "u",
        ),
        *(
            "n",
            "deputy",
            "former",
            "then",
            "chief",
            "special",
            "trial",
            "senior",
            "palestinian",
            "group",
            "groups",
            "organisation",
            "organisations",
            "organization",
            "organizations",
        ),
        *("mr", "ms", "mrs", "dr", "sir", "then-prosecutor", "ex"),
        *(
            "ngo",
            "ngos",
            "expert",
            "experts",
            "registrar",
            "court",
            "s",
            "icc",
            "more",
            "also",
            "two",
            "three",
            "four",
            "six",
        ),
    )
)
"""Words that may stand between a day and the first name of a line."""
LINE_STOPS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|said|says|elected|sworn|met|visits?|visited|who|which|signs?|signed|speaks|opens|becomes|became|takes|took|issues?|condemns?)\b"
)
OTHER_CLAUSE = r"(?! (?:an?|but|because|by|when|as|after|while|since|before|or|was|were|is|are|has|had)\b)"
"""No word by which something else begins may stand between sanctions and the staff on whom they are."""
BODY, PLACES = CODES["body"], CODES["state"] + CODES["adjective"]
PEOPLE = re.compile(
    r"(?:^|[ ,;])(?P<who>he|she|both|they|the two|the three|all (?:three|four)|the pair|these|the four) (?:themselves |himself |herself )?"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:(?:was|were|is|are|has been|have been|had been|have|has|had)(?: [a-z]+ly| also| both| all| themselves| later| then)* )?$"  # noqa: E501 - a grammar or list that reads best in one piece
)


class LawPeople:
    """Finds who is said to be under sanctions."""

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
        if (
            "to-list" in hit.pattern.how
            and not TO_LIST.search(sentence.fold[end:])
            and not added(hit, sentence, context)
        ):
            return "another list, or an office"
        if hit.match.group().endswith(" added") and ELSEWHERE_TO.search(sentence.fold[end:]):
            return "another list, or an office"
        if hit.match.group().endswith(" to") and not spread(hit, sentence):
            return "something else than sanctions was extended"
        if "others" in hit.pattern.how and (
            found or not (context.people or any(one.start < start for one in sentence.of("listed")))
        ):
            return "names nobody told before as designated"
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
            further = continued([Theme("", start, end)], hit, wanted, sentence, [*found, *months(sentence, context)])
            return further or self.staff(hit, sentence, context)
        group = listed_with(names[0], wanted, sentence, start)
        if (
            "verbless" in hit.pattern.how
            and not all(one.day for one in own_days(group, sentence, found))
            and not bare_line(sentence, hit, group[0])
        ):
            return "names nobody with a day of their own"
        themed = own_days(group, sentence, found)
        themed += continued(themed, hit, wanted, sentence, [*found, *months(sentence, context)])
        return [one._replace(value="icc") if one.value == "ICC" else one for one in themed]

    def told_before(self, hit: Hit, sentence: Marked, context: Context) -> tuple[str, ...]:
        """Those whom a pronoun takes up from the sentence before."""
        match = PEOPLE.search(sentence.fold[: hit.match.start()] + ("" if " list" in hit.match.group() else " "))
        if match is None and (match := PEOPLE.search(sentence.fold[: hit.match.start()])) is None:
            return ()
        many = match.group("who") not in ("he", "she")
        here = [one.value for one in sentence.of("listed") if one.end <= match.start("who")]
        if here:
            return tuple(dict.fromkeys(here)) if many else (here[-1],)
        return context.people if (len(context.people) > 1) == many else ()

    def staff(self, hit: Hit, sentence: Marked, context: Context) -> list[Theme] | str:
        """Officials of the Court whom the words do not name, or the Court loosely."""
        start, end = hit.span
        behind, ahead = sentence.fold[end : end + 80], sentence.fold[max(0, start - 80) : start]
        shadow = re.split(r"[;:.]", sentence.shadow[end : end + 80])[0]
        active = re.match(
            rf"(?: an?)?(?:{OTHER_CLAUSE}(?: [a-z0-9'{BODY}{PLACES}-]+| [a-z]+,)){{0,6}}? (?:{STAFF.pattern})",
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
                whose = OF_ROLE.search(sentence.fold[: one.start])
                if ITSELF.match(rest) or (not whose and (near or ahead) and sure and ALONE.match(rest)):
                    found.append(one)
        return found


OF_ROLE = re.compile(
    r"\b(?:prosecutors?|judges?|president|registrar|officials?|staff|members?|personnel|lawyers?|officers?|employees)"
    r" (?:of|at|with|from) (?:the )?$"
)
"""Words that make of the Court the place where somebody serves: the chief prosecutor of the Court."""


def spread(hit: Hit, sentence: Marked) -> bool:
    """Whether sanctions of the United States are what is extended, not something else or those of others."""
    match = SPREAD.search(sentence.shadow[: hit.match.start()])
    if match is None:
        return False
    whose = [one for one in sentence.mentions if 0 <= match.start() - one.end < 3]
    if re.search(r"\b(?:eu|european|un|uk)(?:'s)? $", sentence.fold[: match.start()]):
        return False
    return not whose or whose[-1].value in ("USA", "ICC")


def added(hit: Hit, sentence: Marked, context: Context) -> bool:
    """Whether names are added to the sanctions of which the text speaks: it added President Akane."""
    if (
        not hit.match.group().startswith("add")
        or not context.sanctions
        or ELSEWHERE_TO.search(sentence.fold[hit.match.end() :])
    ):
        return False
    told = sentence.at(hit.match.start() - 3)
    if told and told.kind == "country" and (context.subject not in ("", "USA") or told.start > OPENING):
        return False
    return ADDER.search(sentence.shadow[: hit.match.start()]) is not None


def bare_line(sentence: Marked, hit: Hit, first: Mention) -> bool:
    """Whether a line holds a day and names alone, as in a list: June 5, 2025: Judges A and B."""
    day = sentence.at(hit.match.start())
    if day is None or day.kind != "day" or day.start > 2:
        return False
    gap = sentence.shadow[day.end : first.start]
    if gap[:1] == " " and only_names(sentence, day.end):
        return True
    parted = re.match(r" ?[:–—,-] ", gap) is not None and ROLES.issuperset(re.findall(r"[a-z]+", gap))
    return parted and not LINE_STOPS.search(sentence.fold) and len(sentence.words) < 45


def only_names(sentence: Marked, start: int) -> bool:
    """Whether all that follows a day are names and offices, as in the row of a table: June 5, 2025 Judges A and B."""
    rest = sentence.shadow[start:]
    words = re.finditer(r"[a-z][a-z'-]*", rest)
    return all(one.group() in ROLES or sentence.text[start + one.start()].isupper() for one in words)
