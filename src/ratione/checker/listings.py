"""Listings: states listed line by line under words that say what they are: non-members, the following have ratified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from . import days
from .claim import Claim
from .fields import FieldReader, Value
from .labels import plain
from .page import Block
from .patterns import FieldRule

__all__ = ["LEADS", "OTHERS", "read"]

LEADS: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), predicate, how)
    for pattern, predicate, how in (
        (
            r"\b(?:not|never|no) (?:intend|intention|wish|going)\w*\b|\bwill not (?:ratify|become)",
            "unsigned",
            ("intention",),
        ),
        (
            r"\bsign\w*\b.{0,60}\b(?:not|never|yet|without|un)\W?.{0,20}ratif|signed,? (?:but )?not\b|signator\w+ only",
            "is-not-party",
            ("not-ratified",),
        ),
        (
            r"\b(?:not|never|neither|no)\b.{0,40}\b(?:signed|joined|join|ratified|acceded|part(?:y|ies)|members?)\b|\bnon-?(?:icc )?(?:members?|part|states|signator)|\b(?:outside|absentees|absent|holdouts|hold-outs)\b|\byet to (?:join|ratify|accede)",  # noqa: E501 - a grammar or list that reads best in one piece
            "is-not-party",
            (),
        ),
        (
            r"\b(?:have left|has left|former (?:members?|part(?:y|ies)|states? part\w*)|have withdrawn|withdrew)\b"
            r"|^(?:\W|\d)*withdrawals?\W*$",
            "withdrew",
            (),
        ),
        (
            r"\b(?:told|informed)\b.{0,60}\bthey (?:are|were) (?:leaving|withdrawing)\b|\bare (?:leaving|withdrawing)\b",
            "withdrew",
            ("notice",),
        ),
        (r"\b(?:signator(?:y|ies)|signed|signatures?)\b(?!.{0,40}ratif)", "signed", ()),
        (r"\b(?:acceded|accessions?)\b(?!.{0,30}ratif)", "acceded", ("either",)),
        (r"\b(?:ratified|ratifications?|deposited)\b", "ratified", ("either",)),
        (r"\bentr(?:y|ies) into force\b", "entered-into-force", ()),
        (
            r"\b(?:states? part(?:y|ies)|state parties|parties to|icc members?|members? of|members?|member states|member countries|have joined|joined)\b",  # noqa: E501 - a grammar or list that reads best in one piece
            "is-party",
            (),
        ),
    )
)
OTHERS = re.compile(
    r"\b(?:judges?|candidates?|nationals?|officials?|experts?|observers?|contribut\w+|budget|cases?|situations?|visit\w*|vot(?:e|ed|es|ing)|"
    r"speakers?|sponsor\w*|attend\w*|condemn\w*|support\w*|agreements?|article 98|waivers?|sanction\w*|notice|notif\w+|bureau|council|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"committee|amendments?|declar\w+|conventions?|protocols?|could|should|may|might|would|will|if|who|how|why|what|which|when|\?)\b|\?"
)
CONTRARY = re.compile(r"\b(?:except|former|until|left|withdr\w+|not|never|but|however|yet|only|was|ended|ceased|non)\b")
OPENS = re.compile(r"^\W*(?:the )?", re.IGNORECASE)
LONGEST = 90


class Item(NamedTuple):
    """A line that begins with the name of a state: which, and what follows the name."""

    number: int
    code: str
    rest: str
    place: int


def read(
    blocks: tuple[Block, ...],
    reader: FieldReader,
    taken: set[int],
    instruments: list[str],
    written: date | None = None,
) -> list[tuple[int, Claim]]:
    """The claims of all lists; ``instruments`` says for each block of which instrument its heading speaks.

    ``written`` is the day of the document, for a list of what was done this year.
    """
    found: list[tuple[int, Claim]] = []
    for number, block in enumerate(blocks):
        if not leads(block) or item(number, block, reader) is not None:
            continue
        text = block.text.lower()
        if OTHERS.search(text) or instruments[number] not in ("", "rome-statute"):
            continue
        lead = next((one for one in LEADS if one[0].search(text)), None)
        listed = items(blocks, number, reader, taken) if lead else []
        if lead and len(listed) > 1:
            year = year_of(text, written)
            found += [
                (one.number, in_year(claim, year))
                for one in listed
                for claim in claimed(blocks[one.number], one, lead, reader)
            ]
    return found + labelled(blocks, reader, taken, instruments)


def year_of(lead: str, written: date | None) -> str:
    """The year of which the words over a list speak."""
    years = {one.iso[:4] for one in days.find(lead) if not one.iso.startswith("-")}
    if len(years) == 1:
        return years.pop()
    return str(written.year) if written and "this year" in lead else ""


def in_year(claim: Claim, year: str) -> Claim:
    """A claim whose day has its year, from the words over the list where it has none itself; else without its day."""
    if not claim.date.startswith("-"):
        return claim
    day = days.in_year(claim.date, year) if year else ""
    return msgspec.structs.replace(claim, date=day, other_date="")


ACT = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /]{3,40}): (?P<rest>\S.{2,120})$")
PART = re.compile(r"(?P<what>notif\w+|notice|received|effective|effect|deposited|signed|dated)\W[^,;]*")


def labelled(
    blocks: tuple[Block, ...], reader: FieldReader, taken: set[int], instruments: list[str]
) -> list[tuple[int, Claim]]:
    """Lines that name an act, then the state that did it, then its day: Accession: Kiribati (26 November 2019)."""
    found: list[tuple[int, Claim]] = []
    for number, block in enumerate(blocks):
        told_of = block.kind in ("line", "item", "paragraph") or (block.kind == "row" and len(block.cells) == 2)
        act = ACT.match(block.text.replace(" | ", ": ", 1)) if number not in taken and told_of else None
        rule = reader.rule(act.group("label")) or newest(act.group("label"), reader) if act else None
        if act is None or rule is None or instruments[number] == "other":
            continue
        rest, begin = act.group("rest").strip(), act.start("rest")
        if rule.value == "count" and rest.isdigit() and instruments[number] in ("", "rome-statute"):
            value = whole_of(block, rule, begin)
            found.append((number, reader.claim("ICC", "number-of-parties", value, object=rest, tense="present")))
        one = item(number, block._replace(text=rest), reader) if rule.value == "day" else None
        if one is None or one.code not in reader.record.states:
            continue
        value = whole_of(block, msgspec.structs.replace(rule, instrument=instruments[number] or rule.instrument), begin)
        if block.kind == "row":
            taken.add(number)
        for day, how in told(one.rest):
            shades = (*rule.how, *how)
            found.append(
                (number, reader.claim(one.code, rule.claims, value, date=day.iso, other_date=day.other, how=shades))
            )
    return found


NEWEST = frozenset(("most", "recent", "latest", "newest", "last", "first", "joiner", "addition"))
"""Words of a label that names the last state, or the first, to do something."""
JOINED = frozenset(("to", "join", "joins", "joined", "the", "icc", "court", "country"))


def newest(label: str, reader: FieldReader) -> FieldRule | None:
    """What a label says of the state behind it that it names as the newest: Most recent to join."""
    words = frozenset(plain(label).split())
    if not words & NEWEST:
        return None
    rule = reader.labels.by_core((words - NEWEST - JOINED) or frozenset(("member",)))
    if rule is not None and rule.value in ("flag", "status", "count"):
        return reader.rules["member since"]
    return rule if rule is not None and rule.value == "day" else None


def told(rest: str) -> list[tuple[days.Found, tuple[str, ...]]]:
    """The days behind a name, each with what it is said to be: notification received, effective."""
    parts = [(match, days.find(match.group())) for match in PART.finditer(rest.lower())]
    each = [(found[0], kind(match.group("what"))) for match, found in parts if found]
    if each:
        return each
    day = days.of_field(rest.strip("()[]:–—-,.; "))
    if day is None and (short := days.find(rest)) and rest.strip("()[]:–—-, ") == rest[short[0].start : short[0].end]:
        day = short[0]
    return [(day, ())] if day else []


def kind(word: str) -> tuple[str, ...]:
    """What the word before a day says that it is, of a withdrawal."""
    if word.startswith(("notif", "notice", "received")):
        return ("notice",)
    return ("effect",) if word.startswith("effect") else ()


def whole_of(block: Block, rule: FieldRule, start: int) -> Value:
    """The value of a line that begins at ``start``."""
    first, last = block.visible.span(0, len(block.text))
    return Value(rule, block.text[start:], block.text, first, last, first, last, "list")


def leads(block: Block) -> bool:
    """Whether a block can stand over a list: a heading, a line, or a sentence that ends with a colon."""
    if block.kind in ("heading", "line"):
        return len(block.text) <= LONGEST
    return block.kind in ("paragraph", "item", "quote") and block.text.endswith(":") and len(block.text) <= 200


def items(blocks: tuple[Block, ...], number: int, reader: FieldReader, taken: set[int]) -> list[Item]:
    """The lines behind a lead that each begin with the name of a state."""
    found: list[Item] = []
    for place in range(number + 1, len(blocks)):
        block = blocks[place]
        one = item(place, block, reader) if place not in taken and len(block.text) <= LONGEST else None
        if one is None or block.kind in ("heading", "row"):
            break
        found.append(one)
    return found


def item(number: int, block: Block, reader: FieldReader) -> Item | None:
    """A line as an item of a list, if it begins with the name of a state and a sign parts the name from the rest."""
    begin = OPENS.match(block.text)
    start = begin.end() if begin else 0
    words = [
        (match.start(), match.end())
        for match in re.finditer(r"[^\s(),:;–—]+(?:, (?=[A-Z][a-z]+ Republic))?", block.text[start:])
    ]
    for count in range(min(7, len(words)), 0, -1):
        end = start + words[count - 1][1]
        name, rest = block.text[start:end].rstrip(".,;"), block.text[end:].strip()
        code = reader.state(name)
        if code and (not rest or rest[0] in "(:–—-,.;[*†"):
            return Item(number, code, rest, end)
    return None


def claimed(
    block: Block, one: Item, lead: tuple[re.Pattern[str], str, tuple[str, ...]], reader: FieldReader
) -> Iterator[Claim]:
    """The claims that an item makes under its lead; none where what follows the name says something else."""
    _, predicate, how = lead
    rest = one.rest.lower()
    if (CONTRARY.search(rest) and predicate != "withdrew") or one.code not in reader.record.states:
        return
    given = told(one.rest)
    day = given[-1][0] if given and predicate not in ("is-party", "is-not-party") else None
    if predicate not in ("is-party", "is-not-party", "signed", "withdrew") and day is None:
        return
    if given and predicate == "withdrew":
        for found, shade in given:
            yield made(block, one.code, predicate, found, (*how, *shade), reader)
        return
    if given and how == ("not-ratified",) and not WORD.search(MONTHS.sub("", rest)):
        yield made(block, one.code, "signed", given[0][0], (), reader)
    yield made(block, one.code, predicate, day, how, reader)


MONTHS = re.compile("january|february|march|april|may|june|july|august|september|october|november|december")
WORD = re.compile(r"[a-z]{4}")


def made(
    block: Block, code: str, predicate: str, day: days.Found | None, how: tuple[str, ...], reader: FieldReader
) -> Claim:
    """A claim of a line as a whole."""
    start, end = block.visible.span(0, len(block.text))
    return Claim(
        sentence=block.text,
        start=start,
        end=end,
        subject=code,
        predicate=predicate,
        object=reader.record.instruments["rome-statute"].short,
        about="rome-statute",
        date=day.iso if day else "",
        other_date=day.other if day else "",
        tense="present" if predicate in ("is-party", "is-not-party") else "past",
        how=how,
        pattern="listing",
        place="list",
    )
