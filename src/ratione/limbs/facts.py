"""Facts: what a user tells, in words; and the same read against a record, with what was not told kept as unknown.

What "not given" means is written beside each fact in :data:`FACTS`: presumed, unknown, or not asked. Every presumption
that is used is printed with the answer.
"""

from typing import Literal, NamedTuple

from msgspec import Struct

from ..dates import Day, read_day, read_period
from ..errors import FactError
from ..record.names import Names, folded, one_of
from ..record.record import Record
from ..timelines.places import Ground
from .conduct import Charge, Passport, Site, charge_of

__all__ = ["FACTS", "UNKNOWN", "Asked", "FactKind", "Facts", "Unknown", "read_facts"]

Unknown = Literal["unknown"]
UNKNOWN: Unknown = "unknown"
"""Written for a fact that is not known; for some facts, what leaving it out means."""


class FactKind(NamedTuple):
    """A fact: its name, what it is, and what leaving it out means (``presumed`` says it in words, or is ``unknown``)."""

    name: str
    meaning: str
    not_given: str
    presumed: str = ""


FACTS = (
    FactKind("crime", "genocide, crimes-against-humanity, war-crimes, aggression or other", "unknown"),
    FactKind("specific_crime", "one or more crimes of the article's list", "presumed", "a crime of the text of 1998"),
    FactKind("conflict", "iac, niac or none", "unknown"),
    FactKind("on", "the day of the conduct, or its first and last day", "unknown"),
    FactKind(
        "begin",
        "the day on which the attack or the crime began",
        "presumed",
        "the first day of a crime that lasts, else the day of each act",
    ),
    FactKind("territory", "where it took place", "unknown"),
    FactKind("second_territory", "where an element, or effects alone, took place too", "presumed", "none"),
    FactKind("nationality", "every nationality of the accused", "unknown"),
    FactKind("age", "age of the accused at the time, in years", "presumed", "eighteen or older"),
    FactKind("trigger", "state-referral, security-council, proprio-motu or none", "presumed", "the conditions only"),
    FactKind("referred_by", "the states that referred, each perhaps @day, or the resolution", "unknown"),
    FactKind("situation", "the situation referred", "presumed", "the one that the record knows for that place"),
    FactKind("operation", "an operation of the Council in which the accused acted", "presumed", "none"),
    FactKind("asked_on", "the day on which the law is asked", "presumed", "the day of the question"),
)
"""Every fact that may be given."""


class Facts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The facts of a question on jurisdiction, as words; an empty word is a fact not given, ``unknown`` one not known.

    >>> Facts(crime="war-crimes", on="2022-03-04", territory="UKR", nationality="RUS").territory
    'UKR'
    """

    crime: str = ""
    specific_crime: str = ""
    conflict: str = ""
    on: str = ""
    begin: str = ""
    territory: str = ""
    second_territory: str = ""
    nationality: str = ""
    age: str = ""
    trigger: str = ""
    referred_by: str = ""
    situation: str = ""
    operation: str = ""
    asked_on: str = ""


class Asked(NamedTuple):
    """Facts read against a record. Where a field may hold ``unknown`` its type says so.

    ``charges`` are the crimes charged, ``first`` and ``last`` the days of the conduct, both included. ``given`` names the
    facts that were given, ``notes`` says how something given was read where that is not plain.
    """

    charges: tuple[Charge, ...] | Unknown
    first: Day | Unknown
    last: Day | Unknown
    begin: Day | Unknown | None
    ground: Ground | Unknown
    second: Site | Unknown | None
    passports: tuple[Passport, ...] | Unknown
    age: int | Unknown
    trigger: str
    referrers: tuple[tuple[str, Day | None], ...] | Unknown
    resolution: str
    situation: str
    operation: str
    asked_on: Day
    given: frozenset[str]
    notes: tuple[str, ...] = ()


TRIGGERS = ("state-referral", "security-council", "proprio-motu", "none")
GROUND_KINDS = ("vessel", "aircraft", "eez", "disputed", "effect")


def words(text: str) -> list[str]:
    """The items of a list written with semicolons or commas."""
    return [word.strip() for word in text.replace(",", ";").split(";") if word.strip()]


def read_facts(record: Record, names: Names, facts: Facts, asked_on: Day) -> Asked:
    """The facts read against the record; a :class:`FactError` names the first one that cannot be read.

    ``asked_on`` is the day of the question where the facts name none.
    """
    reader = Reader(record, names)
    given = {name for name in facts.__struct_fields__ if getattr(facts, name) not in ("", UNKNOWN)}
    first, last = read_period(facts.on) if "on" in given else (UNKNOWN, UNKNOWN)
    begin: Day | Unknown | None = None
    if facts.begin == UNKNOWN:
        begin = UNKNOWN
    elif facts.begin:
        begin = read_day(facts.begin, field="begin")
    trigger = one_of(
        facts.trigger or "none", (*TRIGGERS, UNKNOWN), field="trigger", expected="one of " + ", ".join(TRIGGERS)
    )
    referrers, resolution = reader.referral(facts.referred_by, trigger)
    return Asked(
        charges=reader.charges(facts),
        first=first,
        last=last,
        begin=begin,
        ground=reader.ground(facts.territory, "territory") if "territory" in given else UNKNOWN,
        second=reader.second(facts.second_territory),
        passports=reader.passports(facts.nationality) if "nationality" in given else UNKNOWN,
        age=reader.age(facts.age),
        trigger=trigger,
        referrers=referrers,
        resolution=resolution,
        situation=reader.situation(facts.situation),
        operation=reader.operation(facts.operation),
        asked_on=read_day(facts.asked_on, field="asked_on") if "asked_on" in given else asked_on,
        given=frozenset(given),
        notes=tuple(reader.notes),
    )


class Reader:
    """Reads single facts against a record; ``notes`` collects how something was read where that is not plain."""

    def __init__(self, record: Record, names: Names) -> None:
        self.record, self.names = record, names
        self.notes: list[str] = []

    def charges(self, facts: Facts) -> tuple[Charge, ...] | Unknown:
        """The crimes charged; a specific crime must stand in the list of its crime."""
        if facts.crime in ("", UNKNOWN):
            if facts.specific_crime not in ("", UNKNOWN):
                raise FactError("crime", facts.crime or "nothing", "the crime to which the specific crime belongs")
            return UNKNOWN
        also = {folded(name): code for code, row in self.record.crimes.items() for name in (row.name, *row.also)}
        word = also.get(folded(facts.crime), facts.crime)
        crime = one_of(word, self.record.crimes, field="crime", expected="one of " + ", ".join(self.record.crimes))
        conflict = facts.conflict.strip().lower()
        if conflict not in ("", "iac", "niac", "none", UNKNOWN):
            raise FactError("conflict", facts.conflict, "iac, niac or none")
        if facts.specific_crime == UNKNOWN:
            return (Charge(crime, UNKNOWN, conflict),)
        specific = [self.specific(crime, word) for word in words(facts.specific_crime)] or [""]
        return tuple(self.charge(crime, code, "" if conflict == "none" else conflict) for code in specific)

    def specific(self, crime: str, word: str) -> str:
        """The code of a specific crime."""
        rows = self.record.crimes[crime].specific
        codes = {folded(name): row.code for row in rows for name in (row.code, row.name, *row.also)}
        expected = f"a crime listed under {crime}: " + ", ".join(row.code for row in rows)
        return codes.get(folded(word)) or one_of(word, codes, field="specific_crime", expected=expected)

    def charge(self, crime: str, specific: str, conflict: str) -> Charge:
        """A charge; the kind of conflict is kept as unknown only where it decides which text is meant."""
        row = next((row for row in self.record.crimes[crime].specific if row.code == specific), None)
        if row and row.amendment and set(row.amended_in) != {"iac", "niac"} and conflict in ("", UNKNOWN):
            return Charge(crime, specific, UNKNOWN)
        if row and row.amendment and not conflict:
            conflict = row.amended_in[0]
        return charge_of(self.record, crime, specific, conflict)

    def ground(self, word: str, field: str) -> Ground:
        """A place where something happened: ``UKR``, ``SDN:darfur``, ``vessel:COM``, ``disputed:crimea``, ``highseas``."""
        kind, colon, code = word.strip().partition(":")
        if folded(word).replace(" ", "") in ("highseas", "highsea"):
            return Ground("highseas")
        if colon and folded(kind) == "disputed":
            found = index_of(code, self.names.places, field, self.names)
            return Ground("disputed", found)
        if colon and folded(kind) in ("vessel", "aircraft", "eez"):
            what, flag = self.names.entity(code, field=field)
            if what == "place":
                flag = self.names.state(code, field=field)
            return Ground(folded(kind), flag)
        if colon:
            return self.region(kind, code, field)
        what, found = self.names.entity(word, field=field)
        return Ground("disputed" if what == "place" else "land", found)

    def region(self, state: str, region: str, field: str) -> Ground:
        """A region of a state; where the record divides the state in none, the state itself, and a note says so."""
        code = self.names.state(state, field=field)
        regions = self.record.states[code].regions
        place = self.names.places.get(folded(region))
        if place:
            raise FactError(
                field, f"{state}:{region}", "the contested place under its own name", hint=f"disputed:{place}"
            )
        if not regions:
            self.notes.append(f"{field}: the record divides {code} in no regions; {region!r} is read as {code}")
            return Ground("land", code)
        known = {folded(name): row.code for row in regions for name in (row.code, row.name, *row.also)}
        if folded(region) not in known:
            one_of(
                region, known, field=field, expected=f"a region of {code}: " + ", ".join(row.code for row in regions)
            )
        return Ground("land", code, known[folded(region)])

    def second(self, word: str) -> Site | Unknown | None:
        """A second place: an element of the crime took place there, or with ``effect:`` only its effects."""
        if word == UNKNOWN:
            return UNKNOWN
        if not word:
            return None
        if word.startswith("effect:"):
            return Site(self.ground(word.removeprefix("effect:"), "second_territory"), "effects")
        return Site(self.ground(word, "second_territory"), "element")

    def passports(self, text: str) -> tuple[Passport, ...]:
        """Nationalities, each perhaps ``@`` the day it was acquired; ``XXA`` or ``stateless`` for none."""
        found = []
        for word in words(text):
            name, at, day = word.partition("@")
            if folded(name) in ("xxa", "stateless"):
                found.append(Passport(""))
                continue
            since = read_day(day, field="nationality") if at else None
            found.append(Passport(self.names.state(name, field="nationality"), since))
        return tuple(found)

    def age(self, text: str) -> int | Unknown:
        """An age in years; adult where none is given."""
        if text == UNKNOWN:
            return UNKNOWN
        if not text:
            return 18
        if not text.isascii() or not text.isdigit() or int(text) > 130:
            raise FactError("age", text, "a number of years from 0 to 130")
        return int(text)

    def referral(self, text: str, trigger: str) -> tuple[tuple[tuple[str, Day | None], ...] | Unknown, str]:
        """The states that referred, or the Council's resolution, as the trigger says."""
        if trigger in ("none", "proprio-motu"):
            return (), ""
        if trigger == "security-council":
            if text in ("", UNKNOWN):
                return (), UNKNOWN
            known = {
                folded(name): code
                for code, row in self.record.council.items()
                for name in (code, row.document, *row.also)
            }
            code = known.get(folded(text))
            expected = "a resolution of the Council, such as " + ", ".join(
                code for code, row in self.record.council.items() if row.kind == "referral"
            )
            return (), code or one_of(text, known, field="referred_by", expected=expected)
        if text in ("", UNKNOWN):
            return UNKNOWN, UNKNOWN if trigger == UNKNOWN else ""
        found: list[tuple[str, Day | None]] = []
        for word in words(text):
            name, at, day = word.partition("@")
            found.append(
                (self.names.state(name, field="referred_by"), read_day(day, field="referred_by") if at else None)
            )
        return tuple(found), ""

    def situation(self, text: str) -> str:
        """The code of a situation."""
        if text in ("", UNKNOWN):
            return ""
        known = {
            folded(name): code
            for code, row in self.record.situations.items()
            for name in (code, row.name, row.case_number, *row.also)
            if name
        }
        return known.get(folded(text)) or one_of(text, known, field="situation", expected="a situation of the record")

    def operation(self, text: str) -> str:
        """The code of an operation, ``none``, ``unknown``, or empty where nothing was said."""
        if text in ("", UNKNOWN) or folded(text) == "none":
            return folded(text)
        known = {
            folded(name): code for code, row in self.record.operations.items() for name in (code, row.name, *row.also)
        }
        expected = "an operation of the Council: " + ", ".join(self.record.operations)
        return known.get(folded(text)) or one_of(text, known, field="operation", expected=expected)


def index_of(word: str, known: dict[str, str], field: str, names: Names) -> str:
    """The code of a contested place."""
    code = known.get(folded(word))
    if code is None:
        expected = "a contested place: " + ", ".join(names.record.places)
        one_of(word, names.record.places, field=field, expected=expected)
    return code or ""
