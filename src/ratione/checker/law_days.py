"""Law days: the claims of those of whom or of what a verb of the law is said, each with its own day or that of all."""

from __future__ import annotations

import re

from ..record.record import Record
from . import days
from .attach import act_day, completed, lately, second
from .claim import Claim
from .comparison_law import matching
from .context import Context
from .hits import Hit, Placed
from .law_clauses import Theme
from .marked import Marked
from .subjects import Words

__all__ = ["LawDays", "months"]

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
BESIDE = re.compile(r"\b(?:when|after|before|since|until|as soon as|the day) (?:the )?$")
UNTIL = re.compile(r"\b(?:until|till|through|expires?|expiring|expire|lapses?|runs)\b(?: [a-z]+){0,3} $")
NUMBERED = re.compile(r"\b(?:proclamation|order|resolution) (?:no\.? )?\d[\d-]* of (?:the )?$")
"""A document by its number, in front of the day that is its own."""
STILL = re.compile(r"\b(?:remains?|remained|stays?|stayed|since|once|already|now) $")
AFTERWARDS = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?|morning) (?:after|before)\b[^,;]*$")
RELATIVE = re.compile(r"(?: of [^,;]{2,40})?,? (?:who|whom|which) ")
SAID = re.compile(
    r"\b(?:said|says|noted|recalled|wrote|reported|complained|confirmed|told|stressed|condemned|protested|criticised|criticized|met)\b"
)
TOLD = re.compile(
    r"\b(?:announc\w*|impos\w*|order\w*|made|saw|brought|came|issued|expanded|extended|widened|began|add\w*|sign\w*|enact\w*|revok\w*|declared|:)|: "  # noqa: E501 - a grammar or list that reads best in one piece
)
FISCAL = re.compile(r"\b(?:fiscal|financial|budget) (?:year )?$|\bfy ?$")
ACT_FOR = re.compile(r"\bacts? for $")
"""What makes of a year that for which money is given, not that of the act."""
LEADING = re.compile(
    r"^[\"“(•*–-]* ?(?:(?:on|in|at) [^,;.]{3,40}, )?(?:(?:then|and|later|but),? )?(?:in|on|by|early in|late in)? ?$"
)
ANNOUNCED = re.compile(
    r",? (?:which was |which were |as )?(?:announced|made|effective|imposed|published|issued)(?: by [^,;]{2,30})? (?:on|in) "
)
"""What stands between a name and the day on which its listing or making was made known."""
VERSION = re.compile(
    r"\b(?:version|as amended|wording|form|text)\b[^,;.]{0,30}$|(?:widened|extended|expanded|broadened|amended|changed)(?: by congress)?,?(?: on| in)?$"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Words by which a law is told as changed, so that the day is that of the change."""
NEAR = 2
"""Years between the day told and that of a law that a pronoun or common noun takes up, at most."""
SINCE = re.compile(r"\bsince (?:the )?$")

THAT_ORDER = re.compile(r" (?:that|this|such|said) (?:executive )?order\b")
"""An order told right before, which a verb takes up."""
UPHELD = re.compile(
    r"^[^.;]{0,60}\b(?:was|were|are|is|have been|has been) (?!imposed|announced|placed|ordered|issued)[a-z]+ed\b"
)
"""What happened to sanctions later: were enjoined, were suspended."""
WHICH = re.compile(r",? (?:which|thereby|that) (?:[a-z]+ly |also |in turn )?$")
"""Words by which an order did something on the day on which it was made."""


class LawDays:
    """Gives laws and persons their days; made once for a record."""

    def __init__(self, record: Record, words: Words, law_rows: dict[str, tuple[str, ...]]) -> None:
        self.record = record
        self.words = words
        self.law_rows = law_rows
        rows = record.lawbook.listings.values()
        self.years = sorted({str(row.designated.year) for row in rows})

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
            and not (hit.pattern.claims == "enacted" and ACT_FOR.search(sentence.fold[: one.start]))
            and not only_end(sentence, one)
            and not self.cited(one, hit, group, sentence)
        ]
        free = [one for one in free if not whose_order(hit, one, sentence)]
        shared = (
            None
            if len(taken) == len(group)
            else self.day(hit, hits, [one for one in group if not one.day], sentence, free)
        )
        how = tuple(one for one in hit.pattern.how if one in ("acts", "citing", "delisted"))
        if shared is None and any(elsewhere(sentence, one, hit, group) for one in free):
            how = (*how, "dayless")
        if "acts" not in how and "citing" not in how and VERSION.search(sentence.shadow[: hit.match.end()]):
            how = (*how, "citing")
        if "sanctions" in hit.match.group():
            how = (*how, "sanctions")
        untold = shared is None and len(taken) < len(group) and all(one in taken for one in found)
        ordered = hit.pattern.claims == "sanctioned" and OF_ORDER.search(sentence.fold)
        bare = month_named(sentence, context) if untold and not ordered else []
        placed = []
        for theme in group:
            one = theme.day or shared
            this_year = one is not None and sentence.fold.startswith(" of this year", one.end)
            told = self.readings(one, bare, [one] if this_year and one else found, context, heads="acts" not in how)
            fits = [reading for reading in told if self.fits(theme.value, hit.pattern.claims, reading)]
            iso = (fits or told or [""])[0]
            if not iso and "others" in hit.pattern.how and self.fits(theme.value, "sanctioned", context.last_day):
                iso = context.last_day
            fixed = one is not None and one.iso.startswith("-") and whole_day(found) and not this_year
            other = "" if fixed else next((reading for reading in told if reading != iso), "")
            if self.idle(theme, hit, sentence, iso) or (iso and self.far(theme, hit, iso)):
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

    def readings(
        self, one: days.Found | None, bare: list[str], found: list[days.Found], context: Context, *, heads: bool
    ) -> list[str]:
        """The days that a day can mean: without its year it is of the sentence, the last year told, or lately."""
        if one is None:
            if bare:
                return bare
            return [context.heading] if heads and context.heading[:1].isdigit() and not found else []
        if not one.iso.startswith("-"):
            return [reading for reading in (completed(one, context, found), one.other) if reading]
        told = [completed(one, context, found)]
        if not whole_day(found):
            told.append(second(one, "-", context))
        if context.written and not context.heading:
            told.append(days.in_year(one.iso, lately(one.iso, context.written)))
        if context.year:
            told.append(days.in_year(one.iso, context.year))
        if not whole_day(found):
            told += [days.in_year(one.iso, year) for year in self.years]
        return [reading for reading in told if reading]

    def idle(self, theme: Theme, hit: Hit, sentence: Marked, iso: str) -> bool:
        """Whether the words claim nothing that can be compared: no day where one is needed, or a day of something else."""
        start = hit.match.start()
        if theme.value == "staff" and iso and not self.any_listed(iso):
            return True
        if "slot" in hit.pattern.how and len(iso) == 4 and theme.value[0].isdigit():
            return True
        if iso:
            return False
        if theme.told and "law" not in hit.match.group():
            return True
        beside = BESIDE.search(sentence.fold[max(0, theme.start - 60) : theme.start])
        if hit.pattern.claims != "sanctioned" and beside:
            return True
        sure = theme.value == "sanctions-2020" or THAT_ORDER.match(sentence.fold, hit.match.end())
        if sure and not STILL.search(sentence.fold[:start]):
            return False
        named = theme.start < start and "verb" in hit.pattern.how and not STILL.search(sentence.fold[:start])
        return hit.pattern.needs_day and not named

    def far(self, theme: Theme, hit: Hit, iso: str) -> bool:
        """Whether a law known only from what was told before would be meant with a day years from its own."""
        if hit.pattern.about != "measure" or not (theme.told or (theme.start, theme.end) == hit.span):
            return False
        rows = matching(self.record, self.law_rows, theme.value)
        codes = {code for code, _ in rows}
        book = self.record.lawbook.measures.values()
        over = hit.pattern.claims == "revoked"
        ends = [row.start.year for row in book if over and any(end.measure in codes for end in row.ends)]
        years = [*(row.start.year for _, row in rows), *ends]
        return bool(years) and all(abs(int(iso[:4]) - year) > NEAR for year in years)

    def any_listed(self, iso: str) -> bool:
        """Whether anybody was put under sanctions on a day."""
        first, last = days.bounds(iso)
        rows = self.record.lawbook.listings.values()
        return any(first <= day <= last for row in rows for day in (row.designated, row.published) if day)

    def fits(self, value: str, predicate: str, iso: str) -> bool:
        """Whether a day is one on which the record has that law made or that person listed."""
        if not iso:
            return False
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
        free = [one for one in free if not elsewhere(sentence, one, hit, group)]
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
        if which := WHICH.search(sentence.shadow[:start]):
            own = [one for one in free if one.end == which.start()]
            if own:
                return own[0]
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
        if got is None and group:
            last = max(end, *(one.end for one in group))
            got = next((one for one in free if ANNOUNCED.fullmatch(sentence.shadow[last : max(last, one.start)])), None)
        if got is None and hit.pattern.claims == "sanctioned":
            got = next((one for one in free if since(sentence, one, group, start, end)), None)
        if got is None and free and free[0].end <= start and LEADING.match(sentence.shadow[: free[0].start]):
            got = free[0]
        if got is None and hit.pattern.claims == "revoked":
            return by_another(sentence, end, free)
        return got


def elsewhere(sentence: Marked, day: days.Found, hit: Hit, group: list[Theme]) -> bool:
    """Whether a day is that of something else: of a main verb before a relative clause, of what was said or followed."""
    shadow, start = sentence.shadow, hit.match.start()
    if hit.pattern.claims == "revoked" and NUMBERED.search(sentence.fold[: day.start]):
        return True
    if AFTERWARDS.search(shadow[:start]) and day.start > start:
        return True
    last = max((one.end for one in group), default=hit.match.end())
    if day.start > last and hit.match.group().startswith("sanctions ") and UPHELD.search(shadow[last : day.start]):
        return True
    if day.end > start:
        return False
    first = min((one.start for one in group), default=start)
    last = max((one.end for one in group if one.end <= start), default=-1)
    if day.end <= first and last >= 0 and RELATIVE.match(shadow[last:start]):
        return True
    gap = shadow[day.end : min(first, start)]
    if SAID.search(gap):
        return True
    nominal = (
        hit.match.group().startswith(("sanctions on", "sanctions against", "sanctions upon", "sanctions imp"))
        or "noun" in hit.pattern.how
    )
    return nominal and not TOLD.search(gap) and len(gap.split()) > 1


OF_ORDER = re.compile(r"\border,? (?:which|that) (?:[a-z]+ ){0,5}(?:signed|issued|made) in [a-z]+\b")
ORDERED = re.compile(r"\b(?:which|that) (?:[a-z]+ ){0,4}(?:signed|issued|made) (?:(?:on|in) )?(?:the )?$")


def whose_order(hit: Hit, day: days.Found, sentence: Marked) -> bool:
    """Whether a day is that of the order under which somebody is designated: an order that the President signed in February."""
    told = hit.pattern.claims == "sanctioned" and day.start >= hit.match.end()
    return told and ORDERED.search(sentence.fold[: day.start]) is not None


def whole_day(found: list[days.Found]) -> bool:
    """Whether a sentence holds a day with its year, from which others take theirs."""
    return any(not day.iso.startswith("-") for day in found)


def only_end(sentence: Marked, day: days.Found) -> bool:
    """Whether a day is told as the end of something else: until 7 April 2027."""
    return UNTIL.search(sentence.fold[: day.start]) is not None and not sentence.fold.startswith(", when", day.end)


def months(sentence: Marked, context: Context) -> list[days.Found]:
    """The months that a sentence names without their year, as days of the years that they can mean."""
    told = []
    for match in MONTH.finditer(sentence.fold):
        first, *rest = month_in(match.group(1), context) or [""]
        if first:
            told.append(days.Found(*match.span(1), first, rest[0] if rest else ""))
    return told


def month_named(sentence: Marked, context: Context) -> list[str]:
    """The month that a sentence names without its year, in the year last told and in the last before the text was written."""
    match = MONTH.search(sentence.fold)
    if match is None or not (context.year or context.written):
        return []
    return month_in(match.group(1), context)


def month_in(name: str, context: Context) -> list[str]:
    """A month in the year last told, and in the last before the text was written."""
    number = f"{MONTHS.index(name) + 1:02}"
    lately = str(context.written.year - (number > context.written.isoformat()[5:7])) if context.written else ""
    return [f"{year}-{number}" for year in dict.fromkeys((context.year, lately)) if year]


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
    if len(free) != 1 or ";" in sentence.shadow[min(end, free[0].start) : max(end, free[0].start)]:
        return None
    told = sentence.fold.startswith(", when", free[0].end)
    return free[0] if told or free[0].start >= end or LEADING.match(sentence.shadow[: free[0].start]) else None
