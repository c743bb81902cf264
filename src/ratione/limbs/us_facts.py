"""What a question on United States law tells, in words; and the same read against a record.

What was not told is never guessed: a condition is given, denied or not told, and each limb says what not told means.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from ..dates import Day, read_day
from ..errors import FactError
from ..record.measure import Activity, Code, Lawbook
from ..record.names import Names, folded, one_of
from ..record.record import Record
from ..timelines.measures import listing_named
from .us_names import check_holder, listing_told

__all__ = ["ACTORS", "Beneficiary", "Told", "UsConduct", "UsFacts", "denials", "read_us_facts"]

ACTORS = ("federal-government", "president", "state-or-local", "us-court", "private-us-person", "icc")
KINDS = ("icc", "icc-official:NAME", "person:NAME", "state:ISO3", "un", "victims")
STATUSES = ("us-person", "allied-person", "foreign")


class UsFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The facts of a question on United States law, as words; an empty word is a fact not told.

    >>> UsFacts(activity="direct-funding", on="2015-06-01", beneficiary="icc").activity
    'direct-funding'
    """

    on: str = ""
    activity: str = ""
    actor: str = ""
    beneficiary: str = ""
    situation: str = ""
    accused_nationality: str = ""
    accused_of: str = ""
    person_status: str = ""
    conditions: str = ""
    asked_on: str = ""


class Beneficiary(NamedTuple):
    """Whom it helps: a kind, and a state's code or a name. ``listing`` is the listing of that name, empty if none."""

    kind: str = "none"
    name: str = ""
    listing: str = ""


class Told(NamedTuple):
    """Conditions that were given or denied, told or taken for granted; ``words`` holds the word after a colon."""

    given: frozenset[str]
    denied: frozenset[str]
    presumed: frozenset[str]
    words: tuple[tuple[str, str], ...]

    def word(self, prefix: str) -> str:
        """The word told after a prefix such as ``actor:``, empty where none was."""
        return next((word for name, word in self.words if name == prefix), "")


class UsConduct(NamedTuple):
    """A question with its words read: what limbs pick their lines by."""

    on: Day
    activity: str
    actor: str
    beneficiary: Beneficiary
    situation: str
    nationality: str
    status: str
    crimes: tuple[str, ...]
    told: Told
    asked_on: Day
    presumptions: tuple[str, ...] = ()
    begin: Day | None = None


def read_us_facts(record: Record, names: Names, facts: UsFacts, asked_on: Day) -> UsConduct:
    """The facts read against the record; a :class:`FactError` names the first one that cannot be read."""
    book = record.lawbook
    activity = chosen(facts.activity, book.activities, "activity", "an activity")
    if not activity:
        raise FactError("activity", "", "an activity: " + ", ".join(book.activities))
    if not facts.on.strip():
        raise FactError("on", "", "a day written YYYY-MM-DD, such as 2022-03-04")
    row = book.activities[activity]
    told_actor = chosen(facts.actor, ACTORS, "actor", "an actor")
    actor = row.actor if row.own or not told_actor else told_actor
    on = read_day(facts.on.strip())
    told, granted = conditions(book, row, facts.conditions, on)
    helped = beneficiary(record, names, facts.beneficiary.strip(), "no-listed-person" in told.given)
    presumptions = list(granted)
    if helped.kind in ("icc-official", "person") and not helped.listing:
        presumptions.append(f"nobody listed is meant; no listing bears the name {helped.name}")
    if actor != told_actor:
        presumptions.insert(0, f"the act is that of the actor {actor}")
    return UsConduct(
        on=on,
        activity=activity,
        actor=actor,
        beneficiary=helped,
        situation=situation(record, facts.situation, told),
        nationality=nationality(names, facts.accused_nationality),
        status=chosen(facts.person_status, STATUSES, "person_status", "a status"),
        crimes=crimes(record, facts.accused_of),
        told=told,
        asked_on=read_day(facts.asked_on, field="asked_on") if facts.asked_on else asked_on,
        presumptions=tuple(presumptions),
    )


def chosen(word: str, known: dict[str, Activity] | tuple[str, ...], field: str, what: str) -> str:
    """A word of a closed list, or empty where none was told."""
    word = word.strip()
    return one_of(word, known, field=field, expected=f"{what}: " + ", ".join(known)) if word else ""


def nationality(names: Names, word: str) -> str:
    """The code of the state of nationality, empty where none was told."""
    return names.state(word.strip(), field="accused_nationality") if word.strip() else ""


def crimes(record: Record, text: str) -> tuple[str, ...]:
    """The crimes of which the accused is accused."""
    known = [code for code, row in record.crimes.items() if row.basis in ("statute", "aggression")]
    words = [word.strip() for word in text.replace(",", ";").split(";") if word.strip()]
    expected = "a crime: " + ", ".join(known)
    return tuple(one_of(word, known, field="accused_of", expected=expected) for word in words)


def situation(record: Record, word: str, told: Told) -> str:
    """The code of the situation, empty where none was told or where it was denied."""
    word = word.strip()
    if not word:
        return ""
    spelled = {folded(name): code for code, row in record.situations.items() for name in (code, row.name, *row.also)}
    return spelled.get(folded(word)) or one_of(word, spelled, field="situation", expected="a situation of the record")


def beneficiary(record: Record, names: Names, text: str, other: bool) -> Beneficiary:
    """Whom it helps; ``other`` says that nobody listed is meant."""
    if not text:
        return Beneficiary()
    kind, colon, name = text.partition(":")
    kind, name = kind.strip().lower(), name.strip()
    expected = "a beneficiary: " + ", ".join(KINDS)
    if kind in ("icc", "un", "victims") and not colon:
        return Beneficiary(kind, "", listing_named(record.lawbook, kind) if kind == "icc" else "")
    if kind == "state" and name:
        return Beneficiary(kind, names.state(name, field="beneficiary"))
    if kind in ("icc-official", "person") and name:
        return Beneficiary(kind, name, listing_told(record.lawbook, name, field="beneficiary", other=other))
    if kind in ("icc-official", "person", "state"):
        raise FactError("beneficiary", text, f"a word after {kind}:")
    hint = one_hint(kind)
    raise FactError("beneficiary", text, expected, hint=hint)


def one_hint(kind: str) -> str | None:
    """The nearest kind of beneficiary."""
    try:
        one_of(kind, [known.partition(":")[0] for known in KINDS], field="beneficiary", expected="")
    except FactError as fault:
        return fault.hint
    return None


def conditions(book: Lawbook, activity: Activity, text: str, on: Day) -> tuple[Told, tuple[str, ...]]:
    """The conditions told, with what follows from them, and what is taken for granted, in words."""
    codes = {code.code: code for group in book.conditions.values() for code in group.codes}
    told = [read_condition(codes, word.strip()) for word in text.split(";") if word.strip()]
    for code, no, word in told:
        if code in HELD and word and not no:
            check_holder(book, code, word)
    given = {code for code, no, _ in told if not no}
    denied = {code for code, no, _ in told if no}
    implied, shut = closure(codes, given)
    shut |= shut_out(book, given)
    for code, no, word in told:
        if codes[code].begins and word and not no:
            later = "-".join([*word.split("-"), "01", "01"][:3]) > on.isoformat()
            (denied if later else implied).add(codes[code].begins)
            given -= {codes[code].begins} if later else set()
    given |= implied - denied - shut
    denied |= shut - given
    granted = {code for code in activity.takes_for_granted if code not in given and code not in denied}
    words = tuple((code, word) for code, no, word in told if word and not no)
    plain = frozenset(code for code in given if not code.endswith(":"))
    prefixes = frozenset(code for code in given if code.endswith(":"))
    said = tuple(
        f"taken for granted: {codes[code].says[:1].lower()}{codes[code].says[1:-1]}" for code in sorted(granted)
    )
    return Told(plain | prefixes, frozenset(denied), frozenset(granted), words), said


def read_condition(codes: dict[str, Code], text: str) -> tuple[str, bool, str]:
    """A condition code, whether it was denied, and the word after its colon."""
    low = text.lower()
    if low in codes:
        return low, False, ""
    for known in codes:
        if known.endswith(":") and low.startswith(known) and len(text) > len(known):
            return known, False, checked_word(known, text[len(known) :].strip())
    if low.startswith("no-"):
        try:
            return read_condition(codes, text[3:])[0], True, ""
        except FactError:
            pass
    expected = "a condition code of the closed list"
    one_of(low, [*codes, *(f"no-{code}" for code in codes)], field="conditions", expected=expected)
    raise FactError("conditions", text, expected)


def checked_word(prefix: str, word: str) -> str:
    """The word after a colon; where the code takes a day, a year, month or day."""
    if prefix in DATED:
        parts = word.split("-")
        shape = [len(part) for part in parts]
        if shape not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdigit() for part in parts):
            raise FactError("conditions", prefix + word, f"{prefix}YYYY, {prefix}YYYY-MM or {prefix}YYYY-MM-DD")
        read_day("-".join([*parts, "01", "01"][:3]), field="conditions")
    return word


HELD = ("injunction:", "actor:")
DATED = ("agreement-date:", "conduct-date:", "referral:")


def closure(codes: dict[str, Code], given: set[str]) -> tuple[set[str], set[str]]:
    """What the given conditions imply, step by step, and what they deny."""
    implied: set[str] = set()
    waiting = list(given)
    shut: set[str] = set()
    while waiting:
        code = codes[waiting.pop()]
        shut.update(code.denies)
        fresh = set(code.implies) - implied - given
        implied |= fresh
        waiting.extend(fresh)
    return implied, shut


def shut_out(book: Lawbook, given: set[str]) -> set[str]:
    """What is denied because another of its group, in which one only can be so, was told."""
    found: set[str] = set()
    for group in book.conditions.values():
        members = {code.code for code in group.codes}
        if group.one_only and members & given:
            found |= members - given
    return found


def denials(told: Told) -> tuple[str, ...]:
    """The conditions denied, sorted."""
    return tuple(sorted(told.denied))
