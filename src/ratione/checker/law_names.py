"""Law names: statutes, orders, regulations and licences of the United States as documents name and cite them."""

from __future__ import annotations

import re

from .gazetteer import Mention

__all__ = ["CITED", "law_mentions", "whole"]

PUBLIC = r"(?:Pub(?:lic|\.) ?L(?:aw|\.)|P\. ?L\.) ?(?:No\. ?|Number )?(?P<congress>\d{2,3})[-–—](?P<law>\d{1,3})(?!\d)"
SECTION = r"(?:§§? ?|[Ss]ec(?:tion|\.) )"
CODE = (
    r"(?P<title>\d{1,2}) ?U\. ?S\. ?C\.?(?: Code)? ?(?:§§? ?|[Ss]ec(?:tion|\.)s? ?)?(?P<place>\d{3,5}(?:-\d(?!\d))?)(?:\(\w{1,4}\))*"  # noqa: E501 - a grammar or list that reads best in one piece
    r"(?:[-–—]\d{3,5})?(?: et seq\.)?"
)
RULES = r"(?P<volume>\d{1,2}) ?(?:C\. ?F\. ?R\.?|CFR) ?(?:[Pp]art |[Pp]t\. )?(?P<part>\d{1,4})(?![\d.])"
ORDER = r"(?:[Ee]xecutive [Oo]rders?|Exec\. Order|E\. ?O\.|EO|[Oo]rder),?(?: ?(?:No\.?|Number))? ?(?P<order>1[2-5]\d{3})(?!\d)"
LICENCE = r"(?:[Gg]eneral [Ll]icen[cs]e|GL)s?(?: (?:No\.?|Number))? ?(?P<licence>\d{1,2})(?!\d)"
OF_TITLE = (
    r"[Ss]ection (?P<within>\d{3,5}) of [Tt]itle (?P<numbered>\d{1,2})(?: of the (?:U\. ?S\.|United States) Code)?"
)
ONE_SECTION = r"[Ss]ection (?P<aspa>20(?:0[2-9]|1[0-5]))\b"
NAMES = re.compile(
    rf"(?<![\w/.])(?:(?P<first>{SECTION}(?P<sec>\d{{1,5}})(?:\(\w{{1,4}}\))* of (?:the )?)?{PUBLIC}(?P<after>,? (?:tit\. \w+, |div\. \w+, )?{SECTION}(?P<sec2>\d{{2,5}})(?:\(\w{{1,4}}\))*)?|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"{CODE}|{RULES}|{ORDER}|{LICENCE}|{OF_TITLE}|{ONE_SECTION})"
)
HINTS = re.compile(r"L\.|Law|U\. ?S\. ?C|C\.? ?F\.? ?R|[Oo]rder|E\. ?O|EO|[Ll]icen|GL|[Ss]ection|§")
YEARS = {"2020": "13928", "2021": "14022", "2025": "14203"}
"""The orders on the Court by the year in which each was made."""
OTHERS = (
    r"(?! (?:on|about|regarding|concerning|banning|restricting) (?!\d|[a-z]+ \d|the (?:icc|international|court)|icc))"
)
UNNUMBERED = re.compile(
    rf"\b(?P<before>2020|2021|2025) (?:executive |sanctions |presidential )*order\b{OTHERS}|"
    rf"\b(?:executive|sanctions|trump's|biden's|president's|presidential) order\b(?= (?:of|dated|from|issued on|signed on|issued in|signed in) [a-z0-9 ,]{{0,16}}?\b(?P<behind>2020|2021|2025)\b)|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf"\b(?P<whose>trump|biden)(?:'s|s') (?P<which>(?:first|second|original|earlier|new|latest|february 2025) )?(?:executive |sanctions )+order\b{OTHERS}"  # noqa: E501 - a grammar or list that reads best in one piece
)
BAN = re.compile(
    r"\b(?:ban|prohibition|cut-?off|restrictions?|bar|block) (?:on|of|to) (?:[a-z.]+ )?military (?:assistance|aid|help|training)(?: (?:and|or) (?:assistance|aid|training))?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"\bmilitary[- ](?:assistance|aid)[- ](?:ban|prohibition|cut-?off)\b"
)
"""The ban of section 2007, told by what it bans."""
WHICH = {"first ": "13928", "original ": "13928", "earlier ": "13928"}
CITED = re.compile(r"^(?:EO|P\.L\.|GL|\d+ U\.S\.C\.|\d+ CFR)")
"""Names that are citations, not words."""
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
TAIL = re.compile(
    r"(?:,? ?[\"“][^\"”]{3,160}[\"”]|,? (?:[Tt]it(?:\.|le)|[Dd]iv(?:\.|ision)|App\.) [A-Z0-9]+\b|,? \d{2,3} Stat\. \d{1,4}(?:, \d{1,4})*(?: \((?:19|20)\d\d\))?|"  # noqa: E501 - a grammar or list that reads best in one piece
    r",? \d{2} (?:Fed\. ?Reg\.|F\. ?R\.|FR) \d[\d,]*\d(?: \([^()]{4,30}\))?|"
    rf",? {re.sub(r'[?]P<[a-z0-9]+>', '?:', PUBLIC)}|,? {SECTION}\d{{2,5}}(?:\(\w{{1,4}}\))*|,? {re.sub(r'[?]P<[a-z]+>', '?:', CODE)}|"  # noqa: E501 - a grammar or list that reads best in one piece
    rf" \((?=[^()]*(?:L\.|Law|Stat|U\.S\.C|[Cc]ode|C\.F\.R|ASPA|H\.R\.|S\.))(?![^()]*(?i:\b(?:{MONTH})[a-z]*\.? \d|\b\d\d? (?:{MONTH})))[^()]{{2,90}}\))+"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""What only cites a law further behind its name: volume and page, title, code, its own title in marks of quotation."""
YEAR = re.compile(r" of (?:19|20)\d\d\b")
"""The year that belongs to the name of an act."""


def law_mentions(text: str, fold: str) -> list[Mention]:
    """The laws, orders, regulations and licences that a text cites, with the code of each.

    >>> [one.value for one in law_mentions("Pub. L. No. 110-181, § 1212", "pub. l. no. 110-181, § 1212")]
    ['P.L. 110-181 sec. 1212']
    """
    found = (
        [Mention(kind_of(one), code(one), one.start(), one.end()) for one in NAMES.finditer(text)]
        if HINTS.search(text)
        else []
    )
    if "order" in fold:
        for one in UNNUMBERED.finditer(fold):
            if not any(other.start < one.end() and one.start() < other.end for other in found):
                found.append(Mention("measure", f"EO {unnumbered(one)}", one.start(), one.end()))
    if "military" in fold:
        found += [Mention("measure", "P.L. 107-206 sec. 2007", *one.span()) for one in BAN.finditer(fold)]
    return sorted(found, key=lambda one: one.start)


def kind_of(one: re.Match[str]) -> str:
    """A licence is no law that is enacted or revoked."""
    return "licence" if one.group("licence") else "measure"


def code(one: re.Match[str]) -> str:
    """The code of a citation, in the form of the record."""
    given = one.groupdict()
    if given["congress"]:
        section = given["sec"] or given["sec2"]
        return f"P.L. {given['congress']}-{given['law']}" + (f" sec. {section}" if section else "")
    if given["title"]:
        return f"{given['title']} U.S.C. {given['place']}"
    if given["within"]:
        return f"{given['numbered']} U.S.C. {given['within']}"
    if given["volume"]:
        return f"{given['volume']} CFR part {given['part']}"
    if given["licence"]:
        return f"GL {given['licence']}"
    return f"EO {given['order']}" if given["order"] else f"P.L. 107-206 sec. {given['aspa']}"


def unnumbered(one: re.Match[str]) -> str:
    """The number of an order that is told by its year or its maker."""
    if year := one.group("before") or one.group("behind"):
        return YEARS[year]
    return "14022" if one.group("whose") == "biden" else WHICH.get(one.group("which") or "", "14203")


def whole(found: list[Mention], text: str) -> list[Mention]:
    """The mentions, each law with what only cites it further: name, public law, volume and page are one."""
    kept: list[Mention] = []
    past = 0
    for one in found:
        if one.start < past:
            continue
        year = YEAR.match(text, one.end) if one.kind == "measure" and text[: one.end].endswith("Act") else None
        one = one._replace(end=year.end()) if year else one
        tail = TAIL.match(text, one.end) if one.kind == "measure" else None
        kept.append(one._replace(end=tail.end()) if tail else one)
        past = kept[-1].end
    return kept
