"""Labels: what the words of a field, label, column or cell mean, and of which instrument they speak."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from ..record.names import folded
from ..record.record import Record
from .patterns import FieldRule, Patterns

__all__ = ["Labels", "plain"]

PLAIN = re.compile(r"[^a-z0-9✓✔✗✘✅❌☑☒✖]+")
USUAL = frozenset(
    re.findall(
        r"\w+",
        "of the date dates day to rome statute icc on at un s its treaty court international criminal year formal for by a an "
        "is in since joined became from current instrument instruments deposit deposited lodged official",
    )
)
"""Words of labels that do not tell one from another."""
DATED = frozenset(("date", "since", "joined", "became", "from", "day", "year"))
CORES = {
    frozenset(core.split()): name
    for name, cores in {
        "signed": "signed|signature|signing|signs",
        "ratified": "ratified|ratification|ratifying|acceptance|accepted|approval|approved",
        "acceded": "acceded|accession",
        "ratified or acceded": "ratified or acceded|ratification or accession|ratification accession|ratified acceded|"
        "accession ratification|ratification and accession|ratification acceptance approval accession",
        "succession": "succeeded|succession",
        "entry into force": "entry into force|entered into force|force|effective|effect|takes effect|took effect|into force|"
        "binding|enters into force|entry force",
        "state party": "member|membership|party|state party|states party|member state|member country",
        "withdrawal": "withdrawal|withdrew|withdrawn|left|withdrawal takes effect|withdrawal effect",
        "withdrawal notified": "notice received|notification received|notification|withdrawal notice|notice|"
        "withdrawal notified|notice withdrawal|notification withdrawal|notified|notified withdrawal|withdrawal received|"
        "notice withdrawal received|"
        "notice given|gave notice|notice withdrawal given",
        "unsigned": "unsigned|un signed",
        "status": "status|membership status",
        "number of parties": "parties|states parties|members|number parties|number members|number states parties|total parties|"
        "total members|state parties|member states|number member states|number state parties|total states parties|"
        "membership total",
    }.items()
    for core in cores.split("|")
}
"""Rules by the words that are left of a label."""
WAYS = frozenset(("ratification", "accession", "acceptance", "approval", "succession", "ratified", "acceded"))
CONSENT = WAYS | {"or", "and", "aa", "d", "other", "accepted", "approved"}
"""Words of a column that holds every way to consent to be bound."""
FOREIGN = re.compile(
    r"\b(?:convention|protocol|covenant|charter|agreements?|non surrender|article 98|cedaw|iccpr|icescr|opcat|ctbt|npt|"
    r"un member\w*|united nations|african union|eu|au|commonwealth|european union|nato|council|member\w* of (?:the )?un)\b"
)
"""Words of a label that speak of something that is no instrument of the record."""
ACT = re.compile(r"\b(?:rati|acce|sign|date\b|entry|force|succ)")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A label as it is compared: small letters and figures, parted by single blanks.

    >>> plain("Ratified_or-Acceded Date:")
    'ratified or acceded date'
    """
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return PLAIN.sub(" ", folded(split)).strip()


class Labels:
    """The rules of ``fields.toml`` by the names of fields, and the instruments that names of fields can hold."""

    def __init__(self, record: Record, patterns: Patterns) -> None:
        self.rules = {plain(name): rule for rule in reversed(patterns.fields) for name in rule.names}
        self.instruments = {
            plain(name): code
            for code, row in record.instruments.items()
            for name in (row.name, row.short, *row.also, *patterns.names.get("treaties", {}).get(code, ()))
            if not name.startswith("the ")
        }
        for name, rule in self.rules.items():
            if rule.instrument in record.instruments and rule.instrument != "rome-statute" and not ACT.search(name):
                self.instruments[name] = rule.instrument
        self.longest = sorted(self.instruments, key=lambda name: (self.instruments[name] == "rome-statute", -len(name)))
        self.known: dict[str, FieldRule | None] = {}

    def rule(self, text: str) -> FieldRule | None:
        """What a label means: as its names say it, else by its words without those that every label has."""
        if text not in self.known:
            if len(self.known) > 4096:
                self.known.clear()
            self.known[text] = self.found(text) if len(text) < 200 else None
        return self.known[text]

    def found(self, text: str) -> FieldRule | None:
        whole = plain(text)
        if whole in self.rules:
            return self.rules[whole]
        bare = plain(re.sub(r"\(.*?\)|\[.*?\]", "", text))
        if bare in self.rules and not self.foreign(whole):
            return self.rules[bare]
        code, left = self.instrument(whole)
        if code not in ("", "rome-statute"):
            return self.of_another(code, left)
        words = bare.split()
        if len(words) > 9 or not words or FOREIGN.search(whole):
            return None
        return self.by_core(frozenset(words))

    def by_core(self, words: frozenset[str]) -> FieldRule | None:
        left = words - USUAL
        name = CORES.get(left, "")
        if not name and left <= CONSENT and len(left & WAYS) > 1:
            name = "ratified or acceded"
        if name == "state party" and DATED & words:
            name = "member since"
        return self.rules.get(name)

    def of_another(self, code: str, left: str) -> FieldRule | None:
        """What a label says of an instrument other than the Statute: an act, or its name alone."""
        words = frozenset(left.split())
        if not words - USUAL:
            return FieldRule(names=(code,), claims="ratified", value="day", instrument=code, how=("either",))
        rule = self.by_core(words)
        return msgspec.structs.replace(rule, instrument=code) if rule is not None and rule.value == "day" else None

    def foreign(self, text: str) -> bool:
        """Whether a label speaks of something that is no instrument of the record."""
        whole = plain(text)
        return not self.instrument(whole)[0] and FOREIGN.search(whole) is not None

    def instrument(self, text: str) -> tuple[str, str]:
        """The instrument that a plain label names, and what is left of the label without it."""
        code, padded = "", f" {text} "
        for name in self.longest:
            if f" {name} " in padded and self.instruments[name] == (code or self.instruments[name]):
                code, padded = self.instruments[name], padded.replace(f" {name} ", " ", 1)
        return code, padded.strip()
