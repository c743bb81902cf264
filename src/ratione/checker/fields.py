"""Fields: front matter, labels with their values, status panels and tables of states, read as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..record.act import Deposit
from ..record.names import Names, folded
from ..record.record import Record
from . import days
from .claim import Claim
from .gazetteer import shortened
from .page import Block, Field, Page
from .patterns import FieldRule, Patterns

__all__ = ["FieldReader", "Value", "plain"]

PLAIN = re.compile(r"[^a-z0-9✓✔✗✘✅❌]+")
ACCESSION = re.compile(r"\d\W{0,3}(?:\(|\b)?(a|A|acc\.?|accession|AA|d|s)\)?\s*$")
FOR_ONE = re.compile(r"(.{4,40}?) (?:for|by) (?:the )?([A-Z][\w' -]{3,40}):?$")
"""A label that names the state itself: in force for New Zealand."""
VERB = re.compile(r"\W*(ratified|ratification|acceded|accession)\b(?! or | and |/)", re.IGNORECASE)
"""The act that a value names itself, before its day."""
SHORT = 60
USUAL = frozenset(
    [
        "of",
        "the",
        "date",
        "dates",
        "day",
        "to",
        "rome",
        "statute",
        "icc",
        "on",
        "at",
        "un",
        "s",
        "its",
        "treaty",
        "court",
        "international",
        "criminal",
        "year",
        "formal",
        "for",
        "by",
        "a",
        "an",
        "is",
        "in",
        "since",
        "joined",
        "became",
        "from",
        "current",
        "instrument",
        "instruments",
        "deposit",
        "deposited",
        "lodged",
        "official",
    ]
)
"""Words of labels that do not tell one from another."""
DATED = frozenset(("date", "since", "joined", "became", "from", "day", "year"))
CORES = {
    frozenset(core.split()): name
    for name, cores in {
        "signed": "signed|signature|signing|signs",
        "ratified": "ratified|ratification|ratifying|acceptance|accepted|approval|approved",
        "acceded": "acceded|accession",
        "ratified or acceded": "ratified or acceded|ratification or accession|ratification accession|ratified acceded|accession ratification|"  # noqa: E501 - a grammar or list that reads best in one piece
        "ratification and accession|ratification acceptance approval accession",
        "entry into force": "entry into force|entered into force|force|effective|effect|takes effect|into force|binding|enters into force",  # noqa: E501 - a grammar or list that reads best in one piece
        "state party": "member|membership|party|state party|states party|member state|member country",
        "withdrawal": "withdrawal|withdrew|withdrawn|left",
        "withdrawal notified": "notice received|notification received|notification|withdrawal notice|notice|withdrawal notified|notice withdrawal|notification withdrawal",  # noqa: E501 - a grammar or list that reads best in one piece
        "status": "status|membership status",
        "number of parties": "parties|states parties|members|number parties|number members|number states parties|total parties|total members",  # noqa: E501 - a grammar or list that reads best in one piece
    }.items()
    for core in cores.split("|")
}
"""Rules by the words that are left of a label."""


def plain(text: str) -> str:
    """A label as it is compared: small letters and figures, parted by single blanks.

    >>> plain("Ratified_or-Acceded Date:")
    'ratified or acceded date'
    """
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return PLAIN.sub(" ", folded(split)).strip()


class Value(NamedTuple):
    """A value with its label: the rule of the label, the visible text, and where text and value stand in the source."""

    rule: FieldRule
    text: str
    sentence: str
    start: int
    end: int
    value_start: int
    value_end: int
    place: str


class FieldReader:
    """Reads fields, labels and columns by the rules of ``fields.toml``."""

    def __init__(self, record: Record, patterns: Patterns, names: Names) -> None:
        self.record = record
        self.names = names
        self.rules = {plain(name): rule for rule in reversed(patterns.fields) for name in rule.names}
        self.statuses = {word: meaning for meaning, words in patterns.statuses.items() for word in map(plain, words)}
        self.statuses[""] = "empty"
        self.by_name = {
            plain(name): code for code, row in record.states.items() for name in (code, row.name, *row.also)
        }
        self.listings = {
            plain(name): code
            for code, row in record.lawbook.listings.items()
            for name in (row.name, *row.also, *(shortened(row.name) if row.kind == "person" else ()))
        }
        self.territories = {
            plain(name): code for code, row in record.territories.items() for name in (code, row.name, *row.also)
        }

    def rule(self, text: str) -> FieldRule | None:
        """What a label means: as its names say it, else by its words without those that every label has."""
        whole = plain(text)
        if whole in self.rules:
            return self.rules[whole]
        bare = plain(re.sub(r"\(.*?\)|\[.*?\]", "", text))
        if bare in self.rules:
            return self.rules[bare]
        words = bare.split()
        if len(words) > 9 or not words:
            return None
        core = frozenset(words) - USUAL
        name = CORES.get(core, "")
        if name == "state party":
            name = "member since" if DATED & set(words) else name
        return self.rules.get(name)

    def label(self, text: str) -> FieldRule | None:
        """What a label beside its value means, where it may name its state too."""
        one = FOR_ONE.match(text)
        return self.rule(one.group(1)) if one and self.state(one.group(2)) else self.rule(text)

    def state(self, text: str) -> str:
        """The code of the state (or territory) that a label, cell or field names, empty where it names none."""
        bare = re.sub(r"\s*[\[(*†‡].*$", "", text.strip()) or text
        for form in (plain(text), plain(bare), plain(bare).removeprefix("the ")):
            if form in self.by_name:
                return self.by_name[form]
        for form in (plain(text), plain(bare)):
            if form in self.territories:
                return self.territories[form]
        return ""

    def listing(self, text: str) -> str:
        """The code of the person or body under sanctions that a cell names, empty where it names none."""
        return self.listings.get(plain(re.sub(r"\s*[\[(*†‡].*$", "", text)), "")

    def subject(self, page: Page) -> str:
        """The state that the front matter says the page is about."""
        for rules in (("geocode", "iso3", "iso code"), ("country", "state", "name", "title"), ("slug",)):
            for field in page.fields:
                rule = self.rule(field.key)
                wanted = plain(field.key) in rules or (
                    rule is not None and rule.value == "subject" and rules[0] == "geocode"
                )
                if wanted and (
                    code := self.state(field.value.replace("-", " ") if rules == ("slug",) else field.value)
                ):
                    return code
        return ""

    def matter(self, page: Page, subject: str) -> Iterator[Claim]:
        """The claims of the front matter."""
        if not subject:
            return
        for field in page.fields:
            rule = self.rule(field.key.rsplit(".", 1)[-1])
            if rule is not None and rule.value not in ("subject", "prose"):
                yield from self.claims(subject, self.of_field(rule, field))

    def of_field(self, rule: FieldRule, field: Field) -> Value:
        return Value(
            rule,
            field.value,
            field.line,
            field.start,
            field.end,
            field.value_start,
            field.value_end,
            f"field {field.key}",
        )

    def claims(self, subject: str, value: Value) -> Iterator[Claim]:
        """The claims of one value."""
        meaning = self.statuses.get(plain(value.text), "")
        if meaning == "empty":
            return
        if value.rule.value == "day":
            yield from self.dated(subject, value, meaning)
        elif value.rule.value == "flag":
            yield from self.flag(subject, value, meaning)
        elif value.rule.value == "status":
            yield from self.status(subject, value)
        elif value.rule.value == "count" and value.text.strip().isdigit():
            yield self.claim("ICC", "number-of-parties", value, object=value.text.strip(), tense="present")

    def claim(self, subject: str, predicate: str, value: Value, **more: Any) -> Claim:
        instrument = self.record.instruments.get(value.rule.instrument)
        given: dict[str, Any] = {
            "object": instrument.short if instrument else value.rule.instrument,
            "about": value.rule.instrument,
            "how": value.rule.how,
            "tense": "past",
            "value_start": value.value_start,
            "value_end": value.value_end,
            **more,
        }
        return Claim(
            sentence=value.sentence,
            start=value.start,
            end=value.end,
            subject=subject,
            predicate=predicate,
            place=value.place,
            pattern=f"field {value.rule.names[0]}",
            **given,
        )

    def dated(self, subject: str, value: Value, meaning: str) -> Iterator[Claim]:
        """A day in a field: as written, its hour and zone left aside."""
        found = days.of_field(value.text)
        if found is None:
            if (
                meaning in ("yes", "no")
                and value.rule.instrument == "rome-statute"
                and value.rule.claims in ("signed", "ratified", "acceded")
            ):
                yield from self.done(subject, value, meaning)
            elif (
                value.rule.claims in ("signed", "ratified")
                and meaning in ("is-party", "is-not-party")
                and value.rule.instrument == "rome-statute"
            ):
                yield from self.status(subject, value)
            return
        predicate, how = value.rule.claims, value.rule.how
        told = VERB.match(value.text) if predicate == "ratified" else None
        if told:
            predicate, how = ("ratified" if told.group(1).lower().startswith("rat") else "acceded"), ()
        elif predicate == "ratified":
            predicate, how = self.verb(subject, value, how)
        yield self.claim(subject, predicate, value, date=found.iso, other_date=found.other, how=how)

    def done(self, subject: str, value: Value, meaning: str) -> Iterator[Claim]:
        """Yes or no under a column that names an act."""
        if meaning == "yes":
            predicate, how = (
                self.verb(subject, value, value.rule.how)
                if value.rule.claims == "ratified"
                else (value.rule.claims, value.rule.how)
            )
            yield self.claim(subject, predicate, value, how=how)
        elif value.rule.claims != "signed":
            yield self.claim(subject, "is-not-party", value, tense="present", how=("not-ratified",))

    def verb(self, subject: str, value: Value, how: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Ratified or acceded: by the mark behind the day, else, where the field speaks of both, as the record has it."""
        mark = ACCESSION.search(value.text)
        if mark and mark.group(1).lower() in ("a", "acc", "acc.", "accession") and mark.group(1) != "AA":
            acts = self.deposits(subject, value.rule.instrument)
            return ("ratified", ("either",)) if mark.group(1) == "A" and "accession" not in acts else ("acceded", ())
        if mark and mark.group(1) in ("d", "s"):
            return "succeeded", ("either",)
        if "either" in how or not mark:
            acts = self.deposits(subject, value.rule.instrument)
            if "either" in how and "accession" in acts:
                return "acceded", how
        return "ratified", how

    def deposits(self, subject: str, instrument: str) -> list[str]:
        state = self.record.states.get(subject)
        return (
            [act.kind for act in state.acts if isinstance(act, Deposit) and act.instrument == instrument]
            if state
            else []
        )

    def flag(self, subject: str, value: Value, meaning: str) -> Iterator[Claim]:
        """True or false in a field."""
        if meaning == "yes":
            yield self.claim(subject, value.rule.claims, value, tense="present")
        elif meaning == "no" and value.rule.no:
            yield self.claim(subject, value.rule.no, value, tense="present")
        elif not meaning or meaning.startswith("is-"):
            found = days.of_field(value.text)
            if found:
                yield self.claim(subject, "is-party", value, date=found.iso, how=("since",), tense="present")
            else:
                yield from self.status(subject, value)

    def status(self, subject: str, value: Value) -> Iterator[Claim]:
        """A status in words: State Party since 2002; signed but not ratified."""
        text = plain(value.text)
        meaning = self.meaning(text)
        if not meaning:
            return
        found = days.of_field(value.text[-30:]) if days.find(value.text) else None
        how: tuple[str, ...] = ("not-ratified",) if meaning == "is-not-party" and "ratified" in text else ()
        if meaning == "is-party" and found and re.search(r"\bsince\b|\bfrom\b", text):
            yield self.claim(subject, meaning, value, date=found.iso, how=("since",), tense="present")
        else:
            yield self.claim(subject, meaning, value, tense="present", how=how)

    def meaning(self, text: str) -> str:
        """What a status says: the whole text, or the longest form that opens it."""
        if text in self.statuses:
            found = self.statuses[text]
            return found if found.startswith("is-") else ""
        opened = [
            word
            for word in self.statuses
            if len(word) > 5 and (text.startswith(word + " ")) and self.statuses[word].startswith("is-")
        ]
        return self.statuses[max(opened, key=len)] if opened else ""


def cell_value(rule: FieldRule, block: Block, number: int, place: str) -> Value:
    """The value in a cell of a row; the whole row is its sentence."""
    cell = block.cells[number]
    start, end = block.visible.span(cell.start, cell.end)
    whole = block.visible.span(0, len(block.text))
    return Value(rule, cell.text, " ".join(one.text for one in block.cells if one.text), *whole, start, end, place)


def is_short(block: Block) -> bool:
    """Whether a block is a line that stands for itself."""
    return block.kind in ("line", "item", "heading") or (
        block.kind == "paragraph" and len(block.text) <= SHORT and block.text[-1] not in ".!?"
    )
