"""Check: a document and a record in, a report out."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import PurePath

import msgspec

from ..record.names import Names
from ..record.record import Record
from ..timelines.law import Law
from . import coverage, days, listings
from .answers import stated
from .attach import completed
from .beside import Beside
from .citations import find as citations
from .claim import Citation, Claim, Skipped
from .comparison import judge
from .context import Context
from .document import read
from .echo import spoken
from .fields import FieldReader, is_short
from .figures import ordered
from .headlines import tells
from .objects import OURS
from .page import Block, Field, Page, Text
from .patterns import Patterns
from .prose import Reader
from .report import Report
from .scene import carried, instrument_of, opening_days, with_day
from .sentences import split
from .tables import of_orders
from .tables import read as structured
from .written import Written, outlived, written

__all__ = ["Checker", "check"]

YEARS_BACK = 24
"""An undated page is taken to be no older: a status that changed earlier is wrong, one that changed since is outdated."""
SAMPLE = 60_000
"""Signs of a document in which the Court or the Statute is looked for, to know whether the page is about them."""
MEASURED = frozenset(("usc", "publ", "eo", "fr", "cfr"))
"""Kinds of citations that can lead to a measure."""
TWELVE = re.compile(r"[Aa]rticle (?:12\(3\)|127)")
TELLING = re.compile(
    r"^[^:–—]{2,40}(?::| [–—-] ).*\b(?:[Ss]ign|[Rr]atif|[Aa]cced|[Pp]art(?:y|ies)\b|[Mm]ember|withdr|joined|left)"
)
"""A line that stands alone and yet tells something of what its label names."""
PARTY = re.compile(r"\bStates? Part(?:y|ies)\b")
MANY = 20_000
"""Sentences of one document that are read, at most; the report says where more were left."""


def check(
    document: bytes | str,
    record: Record,
    *,
    name: str = "document.txt",
    today: date,
    written_on: date | None = None,
    form: str = "",
    patterns: Patterns | None = None,
) -> Report:
    """The report on one document; ``today`` is the day of the check and ``written_on`` the document's own, where known.

    >>> report = check("Burundi ratified the Rome Statute on 20 September 2004.", Record.embedded(), today=date(2026, 11, 21))
    >>> [(one.claim.predicate, one.verdict, one.fault) for one in report.claims]
    [('ratified', 'contradicts', 'one-day-early')]
    """
    return Checker(record, patterns or Patterns.embedded()).check(
        document, name=name, today=today, written_on=written_on, form=form
    )


@dataclass
class Work:
    """What has been found in one document so far."""

    page: Page
    claims: list[Claim] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    sentences: int = 0
    checkable: int = 0
    checked: int = 0
    partly: int = 0
    faults: list[str] = field(default_factory=list)

    @cached_property
    def breaks(self) -> list[int]:
        """Where the lines of the source end."""
        return [one.start() for one in re.finditer("\n", self.page.source)]

    def line(self, place: int) -> str:
        """The line of the source on which a place lies."""
        return f"line {bisect_left(self.breaks, place) + 1}"


HEAD = re.compile(r"[•*–-]? ?([A-ZÀ-Þ][^:.;–—\d]{2,40}?)(?::| [–—-]) ")
"""A name at the head of an item, and what parts it from what is told of it."""


YEAR = re.compile(r"(?:19|20)\d\d")
LINE = 40
"""Signs of a paragraph behind the name of a state that is told of it, at least."""
REFERENCE = re.compile(r"https?://|^(?:sources?|see|cf\.?)\b", re.I)
"""What a footnote that names a source holds."""
SOURCED = re.compile(r"\W{0,3}[Ss]ources? ?:.{0,400}https?://", re.S)
"""A paragraph that names the sources of the one before it."""
SOURCES = frozenset(("source_url", "url", "canonical", "canonical_url", "source", "original_url", "address"))
"""Fields of the front matter that hold the page's own address."""
HOST = re.compile(r"[\"']?https?://([^/:\s]{4,200})")


class Checker:
    """Checks documents against one record; made once, used for many."""

    def __init__(self, record: Record, patterns: Patterns) -> None:
        self.record = record
        self.reader = Reader(record, patterns)
        self.fields = FieldReader(record, patterns, Names(record))
        self.measures = measures(record)
        self.law_rows = patterns.names.get("law_rows", {})
        self.speakers = patterns.names.get("speakers", {})
        self.laws: dict[date, Law] = {}

    def law(self, today: date) -> Law:
        """The law as understood on a day, worked out once for many documents."""
        if today not in self.laws:
            self.laws = {today: Law(self.record, today)}
        return self.laws[today]

    def check(
        self, document: bytes | str, *, name: str, today: date, written_on: date | None = None, form: str = ""
    ) -> Report:
        """The report on one document."""
        raw = document.encode("utf-8", errors="replace") if isinstance(document, str) else document
        page = read(raw, PurePath(name).name, form)
        self.reader.marks.clear()
        work = Work(page)
        dated = written(page, written_on, today)
        parts = self.parts(page)
        several = len(set(parts.values())) > 1
        subject = self.fields.subject(page) or ("" if several else self.subject(page))
        context = self.context(page, subject, dated)
        work.claims += self.fields.matter(page, subject)
        self.matter_prose(work, context)
        scene = [instrument_of(block, self.reader.mark) for block in page.blocks]
        spoken_of = carried(page.blocks, scene)
        found = structured(page.blocks, self.fields, subject, spoken_of, context.about)
        if context.about:
            found.claims += listings.read(page.blocks, self.fields, found.taken, spoken_of, dated.day)
        by_block: dict[int, list[Claim]] = {}
        for number, claim in found.claims:
            by_block.setdefault(number, []).append(claim)
        lines, orders = opening_days(page.blocks), of_orders(page.blocks, self.fields)
        for number, block in enumerate(page.blocks):
            context.line_day = completed(lines.get(number), context, [])
            if number in by_block:
                self.take(work, block, by_block[number])
            used = self.answered(work, page.blocks, number, context) if context.about else 0
            if block.kind == "heading":
                self.heading(block, context)
                context.treaty = context.section_treaty = spoken_of[number]
                self.title(work, block, context)
            elif several and (number in parts or (is_short(block) and not days.find(block.text))):
                context.section = context.subject = parts.get(number, "")
            elif (
                block.kind == "line"
                and number not in found.taken
                and not days.find(block.text)
                and not TELLING.search(block.text)
            ):
                self.title(work, block, context)
            elif number not in found.taken:
                if scene[number] and block.kind == "row":
                    context.treaty = scene[number]
                treaty, context.treaty = context.treaty, "other" if number in orders else context.treaty
                self.block(work, block, context, used)
                context.treaty = treaty if number in orders else context.treaty
            if work.sentences > MANY:
                work.faults.append(f"only the first {MANY} sentences were read")
                break
        self.uncounted(work)
        return self.report(work, name, subject, dated, today)

    def context(self, page: Page, subject: str, dated: Written) -> Context:
        """What is known before the first sentence."""
        about = any(self.fields.rule(one.key) for one in page.fields) or self.about(page)
        title = days.find(page.title)
        year = title[0].iso[:4] if len(title) == 1 and not title[0].iso.startswith("-") else ""
        situation = self.reader.objects.situations.get(subject, "")
        return Context(
            page=subject,
            speaker=self.speaker(page),
            topic=heading_of(page).lower(),
            subject=subject,
            about=about,
            written=dated.day,
            issued=dated.first,
            year=year,
            head_year=year,
            situation=situation,
        )

    def speaker(self, page: Page) -> str:
        """The state whose government publishes a page, by the host of an address in its front matter."""
        for one in page.fields:
            host = HOST.match(one.value.strip()) if one.key.lower() in SOURCES else None
            for code, ends in self.speakers.items() if host else ():
                if host and f".{host.group(1).lower()}".endswith(tuple(f".{end}" for end in ends)):
                    return code
        return ""

    def about(self, page: Page) -> bool:
        """Whether the page names the Court or the Statute in its title or among its first words, or uses two of their words."""
        left, hints = SAMPLE, 0
        for text in (page.title, *(block.text for block in page.blocks[:400])):
            sentence = self.reader.mark(text[:left])
            if any(one.value in OURS for one in sentence.mentions):
                return True
            statute = any(sentence.text[one.start : one.end].endswith("the Statute") for one in sentence.of("word"))
            hints |= (statute and 1) | (TWELVE.search(text) is not None and 2) | (PARTY.search(text) is not None and 4)
            if hints in (3, 5, 6, 7):
                return True
            left -= len(text)
            if left <= 0:
                break
        return False

    def subject(self, page: Page) -> str:
        """The state that the title or the first heading or line names, if it names one alone."""
        heads = [page.title, *(block.text for block in page.blocks[:3] if block.kind in ("heading", "line"))]
        heads += [block.text for block in page.blocks[:1] if block.kind == "paragraph" and is_short(block)]
        for head in heads:
            if not head:
                continue
            if code := self.fields.state(head):
                return code
            states = {one.value for one in self.reader.mark(head[:300]).of("state")}
            if len(states) == 1 and len(head.split()) <= 14:
                return states.pop()
            if states:
                return ""
        return ""

    def parts(self, page: Page) -> dict[int, str]:
        """The states whose names stand on lines of their own before what is told of each, by the number of the block."""
        found = {}
        for number, (block, after) in enumerate(pairwise(page.blocks)):
            told = page.blocks[number + 2] if YEAR.fullmatch(after.text) and number + 2 < len(page.blocks) else after
            if (
                block.kind == "line"
                and told.kind == "paragraph"
                and len(told.text) > LINE
                and (code := self.fields.state(block.text))
            ):
                found[number] = code
        return found

    def heading(self, block: Block, context: Context) -> None:
        """A heading changes what the sentences after it are about."""
        mentions = self.reader.mark(block.text[:300]).of("state", "measure")
        states = [one.value for one in mentions if one.kind == "state"]
        context.head(block.text, days.find(block.text[:300]), states)
        for one in mentions:
            if one.kind == "measure":
                context.cited(one.value)
        context.spoken = spoken(block.text[:300].lower())

    def matter_prose(self, work: Work, context: Context) -> None:
        """Notes and descriptions in the front matter are read as prose, where they are no list of acts and days."""
        told = {claim.place for claim in work.claims}
        for one in work.page.fields:
            rule = self.fields.rule(one.key)
            if rule is not None and rule.value == "prose" and len(one.value) > 12 and f"field {one.key}" not in told:
                self.prose_field(work, one, context)

    def prose_field(self, work: Work, one: Field, context: Context) -> None:
        places = array("l", [one.start]) * len(one.value)
        for begin, end in split(one.value):
            shown = re.sub(r"\s+", " ", one.value[begin:end].replace("\\_", " ")).strip()
            text = Text(shown, places[: len(shown)])
            self.sentence(work, text, context, f"field {one.key}", (one.value_start, one.value_end))

    def answered(self, work: Work, blocks: tuple[Block, ...], number: int, context: Context) -> int:
        """The claims of a short answer to the question before it; gives how much of the answer was read so."""
        block = blocks[number]
        if not number or block.kind == "row" or not blocks[number - 1].text.endswith("?"):
            return 0
        question = blocks[number - 1].text.rsplit(". ", 1)[-1]
        answer = stated(self.reader.mark(question[-300:]), block.text[:300])
        if answer is None:
            return 0
        reading = self.reader.read(answer.text, context)
        first, last = block.visible.span(0, answer.used)
        shown = f"{question} {block.text[: answer.used]}"
        work.claims += [
            msgspec.structs.replace(one, sentence=shown, start=first, end=last, place=work.line(first))
            for one, *_ in reading.claims
        ]
        return answer.used if reading.claims else 0

    def block(self, work: Work, block: Block, context: Context, used: int = 0) -> None:
        """Every sentence of a block, from ``used`` on."""
        place = f"page {block.page}" if block.page else ""
        if (block.kind == "note" and REFERENCE.search(block.text)) or SOURCED.match(block.text):
            self.reference(work, block)
            return
        if block.kind == "item":
            context.told = None
        kept = context.section, context.subject
        if headed := self.headed(block):
            context.section = context.subject = headed
        for begin, end in with_day(split(block.text), bool(context.line_day)):
            if end <= used:
                work.sentences, work.checkable, work.checked = work.sentences + 1, work.checkable + 1, work.checked + 1
                continue
            self.sentence(work, Text(block.text[begin:end], block.places[begin:end]), context, place, None)
        if headed:
            context.section, context.subject = kept

    def reference(self, work: Work, block: Block) -> None:
        """A footnote that names a source: its citations are found, the title of a source makes no claim of this text."""
        self.cite(work, block.visible)
        kinds = coverage.holds(block.text)
        if not kinds:
            return
        work.sentences, work.checkable = work.sentences + 1, work.checkable + 1
        first, last = block.visible.span(0, len(block.text))
        why = "a footnote that names a source; read for its citations only"
        work.skipped.append(
            Skipped(sentence=block.text, start=first, end=last, holds=kinds, why=why, place=work.line(first))
        )

    def headed(self, block: Block) -> str:
        """The state whose name opens a row or an item, so that all its sentences are about it; empty where none does."""
        if block.kind == "row" and len(block.cells) > 1:
            return self.fields.state(block.cells[0].text)
        name = HEAD.match(block.text)
        return self.fields.state(name.group(1)) if name else ""

    def take(self, work: Work, block: Block, claims: list[Claim]) -> None:
        """Claims that a row, label or panel made."""
        work.claims += [msgspec.structs.replace(one, place=one.place or "table") for one in claims]
        work.sentences += 1
        work.checkable += 1
        work.checked += 1
        self.cite(work, block.visible)

    def title(self, work: Work, block: Block, context: Context) -> None:
        """A heading is shortened speech: it sets the scene, and is read only where it is a whole sentence."""
        if context.about and tells(self.reader.mark(block.text[:300])):
            self.sentence(work, block.visible, replace(context), "", None)
            return
        kinds = coverage.holds(block.text)
        self.cite(work, block.visible)
        if "status word" in kinds:
            work.sentences, work.checkable = work.sentences + 1, work.checkable + 1
            first, last = block.visible.span(0, len(block.text))
            place = work.line(first)
            work.skipped.append(
                Skipped(
                    sentence=block.text,
                    start=first,
                    end=last,
                    holds=kinds,
                    why="a heading or a line that is no sentence",
                    place=place,
                )
            )

    def cite(self, work: Work, text: Text) -> None:
        """The citations in a text, with their places in the source."""
        for one in citations(text.text):
            start, end = text.span(one.start, one.end)
            entry = one.entry
            kind, _, code = entry.partition(":")
            if kind == "council" and code not in self.record.council:
                entry = ""
            if one.kind in MEASURED:
                entry = self.measures.get(one.form, self.measures.get(one.form.partition("(")[0], ""))
            if one.kind == "icc":
                entry = self.case_number(one.form)
            work.citations.append(msgspec.structs.replace(one, start=start, end=end, entry=entry))

    def case_number(self, form: str) -> str:
        for code, row in self.record.situations.items():
            if row.case_number and form.startswith(row.case_number):
                return f"situation:{code}"
        return ""

    def sentence(self, work: Work, text: Text, context: Context, place: str, span: tuple[int, int] | None) -> None:
        """One sentence: its claims, or why it has none."""
        work.sentences += 1
        reading = self.reader.read(text.text, context)
        self.cite(work, text)
        for claim, start, end, day_start, day_end in reading.claims:
            first, last = span or text.span(start, end)
            value = (0, 0) if span or day_end <= day_start else text.span(day_start, day_end)
            work.claims.append(
                msgspec.structs.replace(
                    claim,
                    start=first,
                    end=last,
                    value_start=value[0],
                    value_end=value[1],
                    place=place or work.line(first),
                )
            )
        kinds = coverage.holds(text.text, reading.sentence.may)
        if not kinds:
            return
        work.checkable += 1
        left = coverage.unread(text.text, reading.sentence, reading.claims) if reading.claims else ()
        if reading.claims and not left:
            work.checked += 1
            return
        work.partly += bool(left)
        ours = context.about or any(one.value in OURS for one in reading.sentence.mentions)
        states = bool(reading.sentence.of("state", "person"))
        reason = coverage.PART if left else coverage.why(reading.left, ours, states, kinds)
        first, last = span or text.span(0, len(text.text))
        work.skipped.append(
            Skipped(
                sentence=text.text,
                start=first,
                end=last,
                holds=kinds,
                why=reason,
                place=place or work.line(first),
                unread=left,
            )
        )

    def uncounted(self, work: Work) -> None:
        """Fields of the front matter count for coverage as sentences do; the page's own day is nothing to check."""
        days_of_page = {stamp.where for stamp in work.page.stamps}
        lines = {claim.place for claim in work.claims if claim.place.startswith("field ")}
        work.sentences += len(lines)
        work.checkable += len(lines)
        work.checked += len(lines)
        for one in work.page.fields:
            if f"field {one.key}" in lines or f"front matter {one.key}" in days_of_page or not one.value.strip():
                continue
            kinds = coverage.holds(one.value)
            if kinds:
                work.sentences += 1
                work.checkable += 1
                reason = "no rule reads this field"
                work.skipped.append(
                    Skipped(
                        sentence=one.line,
                        start=one.start,
                        end=one.end,
                        holds=kinds,
                        why=reason,
                        place=f"field {one.key}",
                    )
                )

    def report(self, work: Work, name: str, subject: str, dated: Written, today: date) -> Report:
        """Every claim judged, in the order of the document."""
        told = [days.bounds(one.date)[0] for one in work.claims if one.date[:2] in ("19", "20")]
        dated = outlived(dated, told, today)
        beside = Beside(self.law(today), dated.day, earliest(work, today), self.law_rows)
        work.claims = ordered(work.claims)
        judged = [
            judge(claim, beside)
            for claim in sorted(work.claims, key=lambda one: (one.start, one.end, one.subject, one.predicate))
        ]
        return Report(
            doc_id=PurePath(name).stem,
            name=name,
            form=work.page.form,
            title=work.page.title,
            about=subject,
            written=dated.day,
            written_where=dated.where,
            doubt=dated.doubt,
            today=today,
            record=self.record.version,
            claims=tuple(judged),
            coverage=coverage.Coverage(
                sentences=work.sentences,
                checkable=work.checkable,
                checked=work.checked,
                skipped=tuple(work.skipped),
                partly=work.partly,
            ),
            citations=tuple(work.citations),
            faults=(*work.page.faults, *work.faults),
        )


def heading_of(page: Page) -> str:
    """The title of a page, with its first heading or line."""
    first = next((block.text[:200] for block in page.blocks[:3] if block.kind in ("heading", "line")), "")
    return f"{page.title} {first}".replace("\n", " ")


def measures(record: Record) -> dict[str, str]:
    """The measure of the record to which a citation of a statute, order or register leads: the exact one, else the first.

    A section stands for its subsections too: 22 U.S.C. 7423 for 22 U.S.C. 7423(b).
    """
    found: dict[str, str] = {}
    rows = sorted(record.lawbook.measures.items(), key=lambda item: (item[1].start, item[0]))
    forms = [
        (one.form, f"measure:{code}") for code, row in rows for one in citations(row.citation) if one.kind in MEASURED
    ]
    for form, entry in forms:
        found.setdefault(form, entry)
    for form, entry in forms:
        found.setdefault(form.partition("(")[0], entry)
    return found


def earliest(work: Work, today: date) -> date:
    """The earliest day on which an undated document can have been written: after the last day that it tells."""
    floor = date(today.year - YEARS_BACK, today.month, min(today.day, 28))
    told = [days.bounds(claim.date)[0] for claim in work.claims if claim.date and claim.date[:2] in ("19", "20")]
    return max([floor, *(day for day in told if day <= today)])
