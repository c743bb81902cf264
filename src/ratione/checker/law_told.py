"""Law told: the orders and statutes that a common noun names, known by what was told before, by maker, day, or what they do."""

from __future__ import annotations

import re

from ..record.record import Record
from . import days
from .comparison_law import matching
from .context import Context
from .gazetteer import Mention
from .hits import Hit
from .marked import Marked

__all__ = ["LawTold"]

PHRASE = re.compile(
    r"\b(?:an?|the|that|this|his|its|another|those|these|trump's|biden's|whose|us|u\.s\.|american)\b "
    r"(?:(?:ignoble|new|fresh|earlier|first|second|third|original|old|older|separate|same|underlying|executive|presidential|us|u\.s\.|american|federal|sanctions|"
    r"trump-era|trump|biden|bush-era|(?:19|20)\d\d|later|last|latest|previous|prior|sweeping|broader|further|single|famous|earliest|and|related|military[ -]aid|aid|"  # noqa: E501 - a list that reads best in one piece
    r"january|february|april|june|december|military|assistance|[a-z]+(?:ous|ive|ful|ible|able)),? )*"
    r"(?P<noun>order|act|law|statute|amendment|provision|section|rule|rider|cut|cut-?off|ban|part of (?:the|that) (?:law|act))\b"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?![ -](?:firm|firms|school|schools|professors?|enforcement|students?|of law|of the (?:court|judges?|chamber)|of nations|no\b))|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"\bthe (?:first|second|third)(?=,)"
)
"""An order or a statute without its name: that order, a fresh order, the 2002 act."""
ORDERS = {"2020": "EO 13928", "2021": "EO 14022", "2025": "EO 14203"}
DEFINITE = re.compile(r"(?:the|that|this|its|his|whose) (?!us |american |federal |u\.s\. )")
"""Words by which a statute is that of Rome."""
MATTER = re.compile(
    r"\b(?:sanction\w*|penalt\w+|court's (?:staff|personnel)|icc|international criminal court|emergency|asset freezes)\b"
)
SANCTIONS = re.compile(r"\b(?:sanction\w*|penalt\w+|emergency)\b")
JUDGES = re.compile(
    r"\b(?:judges? (?:in|of the district|had|has|also|then|issued|signed)|district|federal (?:court|judge)|appeals court|court of appeals|injunction|circuit|maine|new york|court order|restraining)\b"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words that tell of the orders of courts at home."""
TOPICS = (
    (re.compile(r"\bukrain"), "P.L. 117-328"),
    (re.compile(r"\brewards?\b"), "P.L. 112-283"),
    (re.compile(r"\b(?:join|joining)\b.*\btribunal"), "P.L. 105-277 div. G sec. 2502"),
    (re.compile(r"\beconomic (?:support|aid|assistance)"), "Nethercutt Amendment"),
    (re.compile(r"\b(?:funds|federal money|public money)\b"), "22 U.S.C. 7401"),
    (
        re.compile(r"\bmilitary (?:aid|assistance|training|help|financing)|\bcooperat|\bhague\b|\bscheveningen\b"),
        "ASPA",
    ),
)
"""What a statute on the Court does, by which it is known without its name."""
MILITARY = re.compile(r"\bmilitary\b")
STATUTES = tuple(code for _, code in TOPICS)
ASPA = frozenset(("ASPA", "P.L. 107-206", "P.L. 107-206 sec. 2007", "22 U.S.C. 7426", "22 U.S.C. 7421"))


class LawTold:
    """Finds the law that a common noun means; made once for a record."""

    def __init__(self, record: Record, law_rows: dict[str, tuple[str, ...]]) -> None:
        self.record = record
        self.starts = {
            code: matching(record, law_rows, code)[0][1].start.isoformat() for code in (*STATUTES, *ORDERS.values())
        }

    def phrases(self, sentence: Marked) -> list[Mention]:
        """The orders and statutes that a sentence tells by a common noun."""
        return [
            Mention("measure", "", *one.span())
            for one in PHRASE.finditer(sentence.fold)
            if not (one.group("noun") == "statute" and DEFINITE.match(one.group()))
        ]

    def code(self, one: Mention, hit: Hit, sentence: Marked, found: list[days.Found], context: Context) -> str:
        """The law that a phrase means; empty where it may be another."""
        phrase = sentence.fold[one.start : one.end]
        if phrase.endswith("order"):
            return self.order(phrase, hit, sentence, found, context)
        return self.statute(one, phrase, hit, sentence, found, context)

    def order(self, phrase: str, hit: Hit, sentence: Marked, found: list[days.Found], context: Context) -> str:
        """The order that a phrase means: that of its year, or the one told before."""
        fold = sentence.fold
        slot = "slot" in hit.pattern.how
        if not (context.sanctions or (SANCTIONS if slot else MATTER).search(fold)):
            return ""
        near = self.near(hit, found)
        if hit.pattern.claims == "revoked":
            if re.search(r"\bbiden", phrase):
                return "EO 14022"
            first = re.search(r"\bbiden", fold) or (near and near.iso[:4] == "2021") or "2020" in phrase
            if first or context.order in ("EO 13928", "EO 14022"):
                return "EO 13928"
            return ""
        dated = ORDERS.get(near.iso[:4], "") if near else ""
        if near and dated and self.starts[dated].startswith(near.iso):
            return dated
        if JUDGES.search(fold) or (slot and not re.search(r"executive|presidential|sanctions|trump", phrase)):
            return ""
        definite = re.match(r"(?:the|that|this|whose) (?!new|fresh|second|latest)", phrase)
        return context.order if definite and context.order else dated

    def statute(
        self, one: Mention, phrase: str, hit: Hit, sentence: Marked, found: list[days.Found], context: Context
    ) -> str:
        """The statute that a phrase means: by what it does, by its day, or the one told before."""
        fold = sentence.fold
        definite = phrase.startswith(("the ", "that ", "this ", "whose ")) and one_law(phrase)
        if hit.pattern.claims == "revoked":
            told = context.statute in ASPA or re.search(r"\bmilitary[- ]aid\b", phrase)
            if MILITARY.search(phrase) or (told and re.search(r"section|part|ban|cut|provision", phrase)):
                return "P.L. 107-206 sec. 2007"
            return "Nethercutt Amendment" if context.statute == "Nethercutt Amendment" and definite else ""
        near = self.near(hit, found)
        names = sentence.of("state", "person", "adjective")
        if any(name.value != "USA" and name.start < hit.match.start() for name in names):
            return ""
        bound = any(name.value == "USA" for name in names) or "congress" in sentence.words or context.page == "USA"
        rest = re.split(r"[.;]", fold[one.end :])[0]
        topics = [code for words, code in TOPICS if words.search(rest)]
        iso = near.iso if near else ""
        exact = [code for code in STATUTES if len(iso) > 4 and self.starts[code].startswith(iso)]
        if exact and (len(iso) == 10 or exact[0] in topics or bound):
            return next((code for code in exact if code in topics), exact[0])
        slot = "slot" in hit.pattern.how
        if definite and context.statute and not slot and re.search(r"act|law|statute|amendment", phrase):
            return context.statute
        return topics[0] if topics and bound and not definite else ""

    def near(self, hit: Hit, found: list[days.Found]) -> days.Found | None:
        """The day with its year right behind the words, else the last in front of them."""
        whole = [one for one in found if not one.iso.startswith("-")]
        behind = [one for one in whole if one.end > hit.match.start()]
        return next(iter(behind or whole[-1:]), None)


def one_law(phrase: str) -> bool:
    """Whether a phrase takes up one law told before, not the first or second of some: the first, the second."""
    return re.search(r"(?:first|second|third)$", phrase) is None
