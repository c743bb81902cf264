"""Fields: front matter, labels with their values, status panels and tables of states, read as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from ..record.act import Deposit
from ..record.names import Names
from ..record.record import Record
from . import cells, days
from .claim import Claim
from .gazetteer import shortened
from .labels import Labels, plain
from .naming import forms
from .page import Block, Field, Page
from .patterns import FieldRule, Patterns

__all__ = ["FieldReader", "Value", "plain"]

ACCESSION = re.compile(r"\d\W{0,3}(?:\(|\b)?(a|A|acc\.?|accession|AA|d|s)\)?\s*$")
FOR_ONE = re.compile(r"(.{4,40}?) (?:for|by) (?:the )?([A-Z][\w' -]{3,40}):?$")
"""A label that names the state itself: in force for New Zealand."""
VERB = re.compile(r"\W*(ratified|ratification|acceded|accession)\b(?! or | and |/)", re.IGNORECASE)
"""The act that a value names itself, before its day."""
OTHERWISE = re.compile(r"(?i)\b(?:not?|never|revoked|rescinded|expected|planned|pending|until)\b")
GONE = re.compile(r"(?i)\bwithdr\w+\b")
"""Words beside a day with which it is not that of the act that the label names."""
SIGNATORY = re.compile(r"signed (?:but )?(?:has )?(?:not|never) ratified")
"""A status that tells the signature too."""
LEAVING = FieldRule(names=("withdrawal effective",), claims="withdrew", value="day", how=("effect",))
SHORT = 60
LONGEST = 120
"""Signs of a name of a state, at most."""


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
        self.labels = Labels(record, patterns)
        self.rules = self.labels.rules
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
        self.last_names = last_names(record)
        self.territories = {
            plain(name): code for code, row in record.territories.items() for name in (code, row.name, *row.also)
        }

    def rule(self, text: str) -> FieldRule | None:
        """What a label means, None where no rule of ``fields.toml`` fits it."""
        return self.labels.rule(text)

    def label(self, text: str) -> tuple[FieldRule | None, str]:
        """What a label beside its value means, and the state that it names itself."""
        one = FOR_ONE.match(text)
        code = self.state(one.group(2)) if one else ""
        return (self.rule(one.group(1)), code) if one and code else (self.rule(text), "")

    def state(self, text: str) -> str:
        """The code of the state (or territory) that a label, cell or field names, empty where it names none."""
        if not text or len(text) > LONGEST:
            return ""
        told = [plain(form) for form in forms(text)]
        for names in (self.by_name, self.territories):
            for form in told:
                if form in names:
                    return names[form]
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
        """The claims of the front matter; what stands under the name of a state is said of that state."""
        owners = self.owners(page.fields)
        for field in page.fields:
            rule = self.of_key(field.key)
            owner = owner_of(field.key, owners) or subject
            if owner and rule is not None and rule.value not in ("subject", "prose"):
                yield from self.claims(owner, self.of_field(rule, field))
            elif owner and rule is not None and rule.value == "prose" and "unsigned" in field.value:
                yield from self.acts(owner, self.of_field(self.rules["signature"], field))
        yield from self.referred(page.fields)
        for act, field in listed_acts(page.fields):
            rule = self.rule(act)
            owner = owner_of(field.key, owners) or subject
            if owner and rule is not None and rule.value == "day" and (day := days.of_field(field.value)):
                yield from self.on(owner, self.of_field(rule, field), day, plain(act))

    def owners(self, fields: tuple[Field, ...]) -> dict[str, str]:
        """The states of which parts of the front matter speak, by the keys of those parts."""
        found: dict[str, str] = {}
        for field in fields:
            *above, last = field.key.split(".")
            rule = self.rule(last)
            if above and rule is not None and rule.value == "subject" and (code := self.state(field.value)):
                found.setdefault(".".join(above), code)
            for depth, part in enumerate(above, 1):
                if len(part) > 2 and not part.isdigit() and (code := self.state(re.sub("[_-]", " ", part))):
                    found.setdefault(".".join(above[:depth]), code)
        return found

    def of_key(self, key: str) -> FieldRule | None:
        """What a field means by its own key, and by those over it."""
        *above, last = key.split(".")
        over = " ".join(part for part in above if not part.isdigit() and not self.state(part))
        if not over:
            return self.rule(last)
        if self.labels.foreign(f"{over} {last}"):
            return None
        code, _ = self.labels.instrument(plain(over))
        if code not in ("", "rome-statute"):
            return self.rule(f"{over} {last}")
        return self.rule(last) or self.rule(f"{over} {last}")

    def referred(self, fields: tuple[Field, ...]) -> Iterator[Claim]:
        """The referral by a state, and its day, where two fields say so: referred_by, referral_date."""
        by_key = {plain(field.key): field for field in fields}
        state = self.state(by_key["referred by"].value) if "referred by" in by_key else ""
        rule = FieldRule(names=("referral",), claims="referred", value="day")
        for name in ("referred by", "referral date", "date of referral", "referred on", "referred") if state else ():
            if field := by_key.get(name):
                day = days.of_field(field.value)
                more = {"date": day.iso} if day else {}
                yield self.claim(state, "referred", self.of_field(rule, field), about="", object="", **more)

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
        acts = list(self.acts(subject, value))
        if acts:
            yield from acts
        elif value.rule.value == "day":
            yield from self.dated(subject, value, meaning)
        elif value.rule.value == "flag":
            yield from self.flag(subject, value, meaning)
        elif value.rule.value == "status":
            yield from self.status(subject, value)
        elif value.rule.value == "count":
            yield from self.counted(value)

    def counted(self, value: Value) -> Iterator[Claim]:
        """The number of parties, and the day of which it is said."""
        told = cells.count(value.text)
        if told and value.rule.instrument == "rome-statute":
            number, day = told
            more = {"date": day.iso} if day else {}
            yield self.claim("ICC", "number-of-parties", value, object=number, tense="present", **more)

    def acts(self, subject: str, value: Value) -> Iterator[Claim]:
        """The claims of a value that names its own acts, each with its day: Signed 4 May 1999, ratified 5 June 2003."""
        given = [(part, self.act(part, value.rule)) for part in cells.parts(value.text) if part.words or part.day]
        if not any(part.words and part.day and rule for part, rule in given):
            return
        leaving = value.rule.claims == "withdrew"
        for part, rule in given:
            if rule is None or part.day is None:
                continue
            leaving = leaving or rule.claims == "withdrew"
            if leaving and rule.claims == "entered-into-force" and "force" not in part.words:
                rule = LEAVING
            yield from self.on(subject, value._replace(rule=rule), part.day, part.words)

    def act(self, part: cells.Part, column: FieldRule) -> FieldRule | None:
        """What a part of a value tells: the act that it names itself, else that of its column."""
        if not part.words:
            return column if column.value == "day" else None
        rule = self.rule(part.words)
        if rule is None or rule.value != "day":
            return None
        if rule.instrument == "rome-statute" != column.instrument:
            rule = msgspec.structs.replace(rule, instrument=column.instrument)
        return rule

    def on(self, subject: str, value: Value, day: days.Found, words: str) -> Iterator[Claim]:
        """An act on its day."""
        predicate, how = value.rule.claims, value.rule.how
        if predicate == "ratified" and "either" in how:
            predicate, how = self.verb(subject, value, how)
        elif predicate == "ratified" and re.search(r"\bac?cept|\bapprov", words):
            how = ("either",)
        yield self.claim(subject, predicate, value, date=day.iso, other_date=day.other, how=how)

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
        if OTHERWISE.search(value.text) or (GONE.search(value.text) and value.rule.claims != "withdrew"):
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
        elif cells.count(value.text):
            yield from self.counted(value)
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
            yield from self.counted(value)
            return
        found = days.of_field(value.text[-30:]) if days.find(value.text) else None
        how: tuple[str, ...] = ("not-ratified",) if meaning == "is-not-party" and "ratified" in text else ()
        if meaning == "is-party" and found and re.search(r"\bsince\b|\bfrom\b", text):
            yield self.claim(subject, meaning, value, date=found.iso, how=("since",), tense="present")
        else:
            if SIGNATORY.match(text) and value.place not in ("status panel", "badge"):
                yield self.claim(subject, "signed", value)
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


def last_names(record: Record) -> dict[str, str]:
    """The last names of persons under sanctions, plain, each with its code; those that two of them bear are left out."""
    found: dict[str, str] = {}
    for code, row in record.lawbook.listings.items():
        words = plain(row.name).split() if row.kind == "person" else []
        for size in (1, 2):
            name = " ".join(words[-size:])
            if len(words) > size:
                found[name] = "" if name in found else code
    return {name: code for name, code in found.items() if code}


def listed_acts(fields: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    """The acts of a list in the front matter, each with the field of its day: - act: signature, date: 1999-08-11."""
    acts = {}
    for field in fields:
        above, _, last = field.key.rpartition(".")
        if above.rpartition(".")[2].isdigit() and last.lower() in ("act", "action", "event", "type", "kind", "step"):
            acts[above] = field.value
    for field in fields:
        above, _, last = field.key.rpartition(".")
        if above in acts and last.lower() in ("date", "day", "on", "when"):
            yield acts[above], field


def owner_of(key: str, owners: dict[str, str]) -> str:
    """The state of the nearest part of the front matter in which a field stands."""
    while "." in key:
        key = key.rpartition(".")[0]
        if key in owners:
            return owners[key]
    return ""


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
