"""Citations: statutes, orders, treaties, resolutions, records of the Court and cases, found with their offsets.

>>> [found.form for found in find("see 22 U.S.C. § 7423(b) and S.C. Res. 1593 (2005)")]
['22 U.S.C. 7423(b)', 'S/RES/1593 (2005)']
"""

from __future__ import annotations

import re
from functools import lru_cache

from .claim import Citation

__all__ = ["find"]

SECTION = r"\d{1,5}[a-z]{0,2}(?:-\d{1,2}[a-z]?)?(?:\([0-9A-Za-z]{1,4}\)){0,5}"
FORMS: tuple[tuple[str, str], ...] = (
    (
        "usc",
        rf"(?P<usc_t>\d{{1,2}}) ?U\.? ?S\.? ?C\.?(?: ?A\.?| Code)? ?(?:§§? ?|[Ss]ec(?:tion|s?\.) ?)?(?P<usc_s>{SECTION})",
    ),
    (
        "usc",
        rf"(?:§ ?|[Ss]ection )(?P<usb_s>{SECTION}) of [Tt]itle (?P<usb_t>\d{{1,2}})(?:,? (?:of the )?(?:United States|U\.S\.) Code)?",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    ("publ", r"(?:Pub(?:lic|\.) ?L(?:aw|\.)|P\. ?L\.) ?(?:No\. ?|Number )?(?P<pl>\d{2,3}[-–—]\d{1,3})(?!\d)"),
    ("stat", r"(?P<st_v>\d{2,3}) Stat\. (?P<st_p>\d{1,4}(?:,\d{3})?)(?!\d)"),
    ("eo", r"(?:Executive Orders?|Exec\. Order|E\. ?O\.|EO) ?(?:No\. ?|Number )?(?P<eo>1[0-9]{4})(?!\d)"),
    ("fr", r"(?P<fr_v>\d{2}) ?(?:Fed\. ?Reg\.|F\. ?R\.|FR) ?(?P<fr_p>\d{1,3},\d{3}|\d{1,6})(?![\d,]\d)"),
    (
        "cfr",
        r"(?P<cf_t>\d{1,2}) ?C\. ?F\. ?R\.? ?(?:[Pp]art ?|[Pp]t\. ?|§§? ?)?(?P<cf_p>\d{1,4}(?:\.\d{1,4})?)(?!\d)|(?P<cg_t>\d{1,2}) CFR ?(?:[Pp]art ?|§§? ?)?(?P<cg_p>\d{1,4}(?:\.\d{1,4})?)",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    (
        "unts",
        r"(?P<un_v>\d{1,4}) ?U\. ?N\. ?T\. ?S\. ?(?:,? ?(?:No\. ?\d+)?)?(?P<un_p>\d{1,4})?|(?P<uo_v>\d{1,4}) UNTS ?(?P<uo_p>\d{1,4})?",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    ("cn", r"C\. ?N\. ?(?P<cn>\d{1,4}\.(?:19|20)\d\d\.TREATIES(?:[-–—][A-Z0-9.]{1,12})?)"),
    (
        "sc",
        r"(?:S/RES/|(?:U\.?N\.? )?S\. ?C\. ?Res(?:olution|\.) ?|UNSCR ?|SC Res(?:olution|\.) ?|(?:UN |U\.N\. |United Nations )?Security Council [Rr]es(?:olution|\.) ?)(?:S/RES/)?(?P<sc>\d{1,4})(?: ?\((?P<sc_y>(?:19|20)\d\d)\))?(?!\d)",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    ("ga", r"A/RES/(?P<ga>\d{1,3}/\d{1,4})"),
    ("unconf", r"(?P<conf>A/CONF\.\d{1,3}/\d{1,3}(?:/[A-Za-z.]{1,6}\d{0,3})?)"),
    ("icc", r"(?P<icc>ICC[-–—]\d{2}/\d{2}(?:[-–—]\d{2}/\d{2})?(?:[-–—]\d{1,4}(?:[-–—][A-Za-z]{2,8}\d{0,3}){0,4})?)"),
    (
        "asp",
        r"(?P<asp>(?:ICC[-–—]ASP/\d{1,2}(?:/[A-Za-z.]{2,8}\d{0,3}(?:/\d+)?|/\d{1,3})?|RC/Res\.\d{1,2}|RC/\d{1,2}))",
    ),
    (
        "statute",
        r"(?:Rome Statute|ICC Statute|the Statute),? ?(?:at )?[Aa]rt(?:icle|s)?\.? ?(?P<ra>\d{1,3}(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,3}\)){0,4})",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    (
        "statute",
        r"[Aa]rt(?:icle|s)?\.? ?(?P<rb>\d{1,3}(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,3}\)){0,4}) (?:of )?(?:the )?(?:Rome Statute|ICC Statute|Statute of the International Criminal Court)",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    (
        "vclt",
        r"(?:Vienna Convention on the Law of Treaties|VCLT),? ?[Aa]rt(?:icle|s)?\.? ?(?P<va>\d{1,2}(?:\([0-9a-z]{1,2}\)){0,2})|[Aa]rt(?:icle|s)?\.? ?(?P<vb>\d{1,2}(?:\([0-9a-z]{1,2}\)){0,2}) (?:of )?(?:the )?(?:VCLT|Vienna Convention(?: on the Law of Treaties)?)",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    (
        "case",
        r"(?P<us_n>[A-Z][\w’'. ]{1,40} v\.? [A-Z][\w’'. ]{1,40}), (?P<us_v>\d{1,3}) U\. ?S\. (?P<us_p>\d{1,4})(?: ?\((?P<us_y>(?:17|18|19|20)\d\d)\))?",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    ("case", r"(?P<ut_v>\d{1,3}) U\. ?S\. (?P<ut_p>\d{1,4})(?: ?\((?P<ut_y>(?:17|18|19|20)\d\d)\))?(?![.\w])"),
    (
        "bill",
        r"(?P<bl_k>H\. ?R\.|S\.|H\. ?Res\.|S\. ?Res\.|H\. ?Con\. ?Res\.|S\. ?Con\. ?Res\.|H\. ?J\. ?Res\.|S\. ?J\. ?Res\.) ?(?P<bl_n>\d{1,5})(?:,? ?(?P<bl_c>\d{2,3})(?:st|nd|rd|th) Cong(?:ress|\.))?(?![\w/])",  # noqa: E501 - a grammar or list that reads best in one piece
    ),
    ("casename", r"(?P<pv>(?:The )?Prosecutor v\.? [A-ZÀ-Ý][\wÀ-ÿ'’ -]{1,40}?)(?=[,.;:()\n]|$| case| \()"),
)
HINTS = {
    "usc": ("SC", "S.C", "S C", "S. C", "itle"),
    "publ": ("Law", "L."),
    "stat": ("Stat.",),
    "eo": ("Order", "EO", "E.O", "E O", "E. O"),
    "fr": ("Reg", "FR", "F.R", "F. R"),
    "cfr": ("CFR", "C.F", "C. F"),
    "unts": ("TS", "T.S", "T. S"),
    "cn": ("TREATIES",),
    "sc": ("Res", "res", "RES", "SCR"),
    "ga": ("A/RES",),
    "unconf": ("A/CONF",),
    "icc": ("ICC-", "ICC–", "ICC—"),
    "asp": ("ASP/", "RC/"),
    "statute": ("Statute",),
    "vclt": ("Vienna", "VCLT"),
    "case": ("U.S.", "U. S."),
    "bill": ("H.", "S."),
    "casename": ("Prosecutor v",),
}
"""What every citation of a kind holds one of; a text without it is not searched for one."""
FINDERS = tuple((kind, HINTS[kind], re.compile(r"(?<![\w/.])(?:" + form + ")")) for kind, form in FORMS)
DIGIT = re.compile(r"\d")
NEAR = re.compile(
    r"UNSCR|U\. ?S\.|U\.?S\.?C|Stat\.|Reg\.|F\.?R|R\.|Order|E\. ?O|EO|L\.|Law|UNTS|T\. ?S|TREATIES|RES|Res|A/|ICC[-–—]|RC/|[Aa]rt|v\.?\s|Prosecutor|§|[Ss]ection"  # noqa: E501 - a grammar or list that reads best in one piece
)

KNOWN_CASES = {"medellin": ("552", "491", "Medellin v. Texas, 552 U.S. 491 (2008)")}
KNOWN_PAGES = {("553", "491"): "Medellin v. Texas begins at 552 U.S. 491 (2008); the volume given is wrong"}
TREATIES = {("2187", "3"): "rome-statute", ("2187", "90"): "rome-statute", ("2271", "3"): "apic", ("1155", "331"): ""}


@lru_cache(maxsize=2048)
def find(text: str) -> list[Citation]:
    """Every citation in the text, in order; none inside another."""
    found: list[Citation] = []
    figures = DIGIT.search(text) is not None
    if not (figures or "Prosecutor" in text):
        return found
    near = False
    for kind, hints, finder in FINDERS:
        for hint in hints:
            if hint in text:
                break
        else:
            continue
        if not (figures or kind == "casename"):
            continue
        if not near and not (near := NEAR.search(text) is not None):
            return found
        for match in finder.finditer(text):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if kind == "bill" and not (match.group("bl_c") or match.group("bl_k") != "S."):
                continue
            found.append(told(kind, match))
    return sorted(found, key=lambda one: one.start)


def told(kind: str, match: re.Match[str]) -> Citation:
    """A citation in its plain form, with the entry it leads to where that follows from the form."""
    given = {name: value for name, value in match.groupdict().items() if value}
    form, entry, fault = formed(kind, given)
    return Citation(
        text=match.group(), start=match.start(), end=match.end(), kind=kind, form=form, entry=entry, fault=fault
    )


def formed(kind: str, given: dict[str, str]) -> tuple[str, str, str]:
    """The plain form, the entry, and what is wrong."""
    values = [value.replace("–", "-").replace("—", "-") for value in given.values()]
    match kind:
        case "usc":
            title, section = (given.get("usc_t") or given["usb_t"]), (given.get("usc_s") or given["usb_s"])
            return f"{title} U.S.C. {section}", "", ""
        case "publ":
            return f"Pub. L. {values[0]}", "", ""
        case "stat":
            return f"{values[0]} Stat. {values[1].replace(',', '')}", "", ""
        case "eo":
            return f"EO {values[0]}", "", ""
        case "fr":
            return f"{values[0]} Fed. Reg. {values[1].replace(',', '')}", "", ""
        case "cfr":
            return f"{values[0]} C.F.R. {values[1]}", "", ""
        case "unts":
            page = values[1] if len(values) > 1 else ""
            entry = TREATIES.get((values[0], page), "")
            return f"{values[0]} UNTS {page}".strip(), f"instrument:{entry}" if entry else "", ""
        case "sc":
            year = f" ({given['sc_y']})" if "sc_y" in given else ""
            return f"S/RES/{given['sc']}{year}", f"council:UNSC-{given['sc']}", ""
        case "statute":
            return f"Rome Statute art. {values[0].replace(' ', '')}", "instrument:rome-statute", ""
        case "vclt":
            return f"VCLT art. {values[0]}", "", ""
        case "case":
            return case_of(given)
        case "bill":
            congress = f", {given['bl_c']}th Cong." if "bl_c" in given else ""
            return f"{given['bl_k'].replace(' ', '')} {given['bl_n']}{congress}", "", ""
        case "cn":
            return f"C.N.{values[0]}", "", ""
    return values[0], "", ""


def case_of(given: dict[str, str]) -> tuple[str, str, str]:
    """A case by volume and page; one that is known is checked against them."""
    volume, page = given.get("us_v") or given["ut_v"], given.get("us_p") or given["ut_p"]
    year = given.get("us_y") or given.get("ut_y")
    form = f"{volume} U.S. {page}" + (f" ({year})" if year else "")
    name = given.get("us_n", "")
    for word, (right_volume, right_page, whole) in KNOWN_CASES.items():
        if word in name.lower().replace("í", "i") and (volume, page) != (right_volume, right_page):
            return f"{name}, {form}", "", f"wrong volume or page: it is {whole}"
    return (f"{name}, {form}" if name else form), "", KNOWN_PAGES.get((volume, page), "")
