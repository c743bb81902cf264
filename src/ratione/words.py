"""Words: how answers, limbs, acts and days are said, in one catalogue a language.

Limbs are said by templates keyed by the limb's name and its answer. A test makes sure that every limb has its three.
"""

from __future__ import annotations

from collections.abc import Callable

from .answer import Answer, OpenKind
from .dates import BEGINNING, Day
from .limbs.conduct import Link
from .record.act import Announcement, AnyAct, TerritorialClause
from .record.record import Record
from .rules.walk import Leaf
from .timelines.places import Ground

__all__ = [
    "ACTS", "ANSWER_SAYS", "FACT_SAYS", "JOIN_SAYS", "LIMB_SAYS", "NODE_SAYS", "OPEN_KINDS", "WEAK_MARKS", "Words", "said_day",
]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

OPEN_KINDS = {
    OpenKind.CONTESTED: "the law is contested",
    OpenKind.FACT: "a fact is wanting",
    OpenKind.WEAK: "the record is weak",
}
"""What each kind of open answer means."""

WEAK_MARKS = {
    "recalled": "from memory, no document read gives it",
    "cited": "a secondary text was read, not the document named",
    "inferred": "worked out from other rows",
    "one-source": "read in one secondary source only",
    "low": "sources differ, or the text is poor",
}
"""What each weak mark means."""

ACTS = {
    "signature": "signature",
    "final-act-signature": "signature of the Final Act",
    "ratification": "ratification deposited",
    "acceptance": "acceptance deposited",
    "approval": "approval deposited",
    "accession": "accession deposited",
    "succession": "succession notified",
    "instrument-withdrawal": "instrument taken back",
    "withdrawal-notice": "notice of withdrawal received",
    "withdrawal-rescission": "notice of withdrawal taken back",
    "intention-not-to-ratify": "note of intention not to become a party received",
    "declaration-12-3": "declaration under article 12(3) received",
    "declaration-124": "declaration under article 124 deposited",
    "declaration-124-withdrawal": "withdrawal of the declaration under article 124 received",
    "declaration-15bis-4": "declaration under article 15 bis(4) received",
    "territorial-exclusion": "territories left out",
    "territorial-extension": "extension to territories",
    "other-declaration": "declaration",
    "announcement": "announcement (no act under the treaty)",
}
"""Acts by kind, in the law's words."""

LIMB_SAYS: dict[str, tuple[str, str, str]] = {
    "statute_in_force": (
        "the Statute was not yet in force on {day}",
        "whether the Statute was in force on {day} is open",
        "the Statute was in force on {day}",
    ),
    "statute_in_force_when_it_began": (
        "the attack began on {day}, before the Statute was in force",
        "whether the Statute was in force when the attack began is open",
        "the Statute was in force on {day}, when the attack began",
    ),
    "of_age": ("the accused was under eighteen", "the age of the accused decides", "the accused was eighteen or older"),
    "crime_of_the_statute": (
        "the act charged is no crime that the Statute lists",
        "whether the act charged is a crime of the Statute is open",
        "the crime charged stands in the Statute",
    ),
    "crime_of_1998": (
        "the crime was added by an amendment",
        "whether the crime needs an amendment is open",
        "the crime stands in the text adopted at Rome",
    ),
    "charged_as_aggression": (
        "it is not charged as aggression",
        "whether it is aggression is open",
        "it is charged as aggression",
    ),
    "offence_against_the_court": (
        "it is no offence against the administration of justice",
        "whether it is an offence against the administration of justice is open",
        "it is an offence against the administration of justice, for which place and nationality do not matter",
    ),
    "not_shut_out_by_124": (
        "article 124 let states shut out such crimes",
        "whether article 124 speaks of the crime is open",
        "article 124 does not speak of the crime",
    ),
    "attack_may_come_first": (
        "for this crime the attack itself must fall after entry into force",
        "whether the attack must fall after entry into force is open",
        "the day of the conduct decides for this crime",
    ),
    "territory_of": (
        "{ground} was not territory of {state}",
        "whether {ground} counted as territory of {state} is open",
        "it took place on territory of {state}{where}",
    ),
    "statute_extends": (
        "the Statute as it binds {state} does not extend to {ground}",
        "whether the Statute as it binds {state} extends to {ground} is open",
        "the Statute as it binds {state} extends to {ground}",
    ),
    "more_than_effects": (
        "effects alone on territory of {state} are not enough",
        "whether effects alone on territory of {state} are enough is open",
        "more than effects took place there",
    ),
    "part_suffices": (
        "an element on territory of {state} is not enough",
        "whether an element of the crime on territory of {state} is enough is open",
        "what took place on territory of {state} is enough",
    ),
    "national_of": (
        "the accused was no national of {state} on {day}",
        "whether a nationality of {state} acquired after {day} is enough is open",
        "the accused was a national of {state} on {day}",
    ),
    "party": (
        "{state} was not a party on {day}",
        "whether {state} was a party on {day} is open",
        "{state} was a party on {day}",
    ),
    "party_when_it_began": (
        "{state} was not a party when it began, on {day}",
        "whether {state} was a party when it began is open",
        "{state} was a party when it began, on {day}",
    ),
    "accepted_by_declaration": (
        "no declaration of {state} covers such conduct on {day}",
        "whether a declaration of {state} covers the conduct is open",
        "a declaration of {state} accepts jurisdiction over conduct of {day}",
    ),
    "declared_when_it_began": (
        "no declaration of {state} covers {day}, when it began",
        "whether a declaration of {state} covers {day}, when it began, is open",
        "a declaration of {state} covers {day}, when it began",
    ),
    "withdrawal_survived": (
        "{state} has left, and its membership on {day} no longer counts",
        "{state} has left; whether its membership on {day} still counts is open",
        "the membership of {state} on {day} counts",
    ),
    "withdrawn": (
        "{state} had not left by {day}",
        "whether {state} had left by {day} is open",
        "{state} had left by {day}",
    ),
    "tail_is_covered": (
        "what comes after a withdrawal is not covered",
        "whether the part of a continuing crime after a withdrawal is covered is open",
        "a continuing crime is covered beyond the withdrawal",
    ),
    "shield_124": (
        "no declaration under article 124 by {state} covers this",
        "whether the declaration of {state} under article 124 covers this is open",
        "a declaration of {state} under article 124 shuts out war crimes here",
    ),
    "shield_is_total": (
        "such a declaration works only for the link of the state that made it",
        "whether such a declaration blocks the Court where another state gives the link is open",
        "such a declaration blocks the Court even where another state gives the link",
    ),
    "amendment_in_force": (
        "the {amendment} was not in force for {state} on {day}",
        "whether the {amendment} was in force for {state} on {day} is open",
        "the {amendment} was in force for {state} on {day}",
    ),
    "joined_after_the_amendment": (
        "{state} did not join after the amendment had entered into force",
        "whether {state} joined after the amendment is open",
        "{state} joined after the amendment had entered into force for others",
    ),
    "joining_takes_the_amended_text": (
        "a state that joins later chooses whether to take the amendment",
        "whether a state that joins later takes the Statute as amended is open",
        "a state that joins later takes the Statute as amended",
    ),
    "amendments_by_declaration": (
        "a declaration under article 12(3) does not reach crimes added by amendment",
        "whether a declaration under article 12(3) reaches crimes added by amendment is open",
        "a declaration under article 12(3) reaches crimes added by amendment",
    ),
    "nonparty_not_shielded": (
        "nationals and territory of a non-party share the shield of article 121(5)",
        "whether nationals and territory of a non-party share the shield of article 121(5) is open",
        "nationals and territory of a non-party have no shield under article 121(5)",
    ),
    "aggression_activated": (
        "the Court could not yet exercise jurisdiction over aggression on {day}",
        "whether the Court could exercise jurisdiction over aggression on {day} is open",
        "the Court could exercise jurisdiction over aggression on {day}",
    ),
    "one_acceptance_is_enough": (
        "both states must have accepted the amendments on aggression",
        "whether acceptance by one of the two states is enough is open",
        "acceptance by one of the two states is enough",
    ),
    "amendments_by_referral": (
        "a referral by the Council does not reach crimes added by amendment",
        "whether a referral by the Council reaches crimes added by amendment is open",
        "a referral by the Council reaches crimes added by amendment",
    ),
    "opted_out": (
        "{state} had not opted out of jurisdiction over its aggression",
        "whether {state} had opted out is open",
        "{state} had declared that it does not accept jurisdiction over its aggression",
    ),
    "conditions_only": (
        "the trigger is part of the question",
        "what set the Court in motion is not known",
        "only the conditions are asked about",
    ),
    "by_prosecutor": (
        "the Prosecutor did not act of his own motion",
        "whether the Prosecutor acted is open",
        "the Prosecutor acts of his own motion",
    ),
    "referred_by_party": (
        "no party referred the situation",
        "whether a party referred the situation is open",
        "a party referred the situation",
    ),
    "referred_by_council": (
        "the Security Council did not refer the situation",
        "whether the Security Council referred the situation is open",
        "the Security Council referred the situation",
    ),
    "in_the_referral": (
        "the referral does not cover {ground} on {day}",
        "whether the referral covers {ground} is open",
        "the referral covers {ground} on {day}",
    ),
    "part_of_the_situation": (
        "conduct of {day} no longer belongs to the situation referred",
        "whether conduct of {day} still belongs to the situation referred is open",
        "conduct of {day} belongs to the situation referred",
    ),
    "served_in_the_operation": (
        "the accused did not act in an operation of which the referral's clause speaks",
        "whether the accused acted in such an operation is open",
        "the accused acted in an operation of the Council to which {state} contributed",
    ),
    "carve_out_binds": (
        "the clause that leaves such persons to their own state does not bind the Court",
        "whether the clause that leaves such persons to their own state binds the Court is open",
        "the clause that leaves such persons to their own state binds the Court",
    ),
    "under_a_deferral": (
        "no deferral bars a case against this person on the day asked on",
        "whether the deferral that runs on the day asked on bars a case against personnel of a non-party is open",
        "a deferral that runs on the day asked on bars a case against personnel of a non-party",
    ),
}
"""What is said of each limb: no, open, yes."""


NODE_SAYS = {
    "jurisdiction": "the Court has jurisdiction",
    "by_territory": "by territory",
    "tie": "the state is tied to the conduct, by territory or nationality",
    "member": "the state was bound as a party",
    "tail": "a continuing crime begun before the state left",
    "bound": "the state was bound, as a party or by declaration",
    "began_in_time": "the attack began in time",
    "amended": "the crime counts for the state",
    "link": "the state gives a link (art. 12(2))",
    "some_link": "some state gives a link (art. 12(2))",
    "unshielded": "no declaration under article 124 stands in the way",
    "no_shield": "no declaration under article 124 covers any link",
    "link_124": "a link remains, whatever was declared under article 124",
    "not_121_5": "no state that did not accept the amendment shields it (art. 121(5))",
    "deferred": "a deferral stands in the way of a case against a national of a state that is no party (art. 16)",
    "set_in_motion": "a party or the Prosecutor may set the Court in motion (art. 13(a), (c))",
    "carved_out": "the Council's referral leaves the accused to the state that sent them",
    "by_council": "the Security Council referred it (art. 13(b))",
    "by_15bis": "aggression without a referral by the Council (art. 15 bis)",
    "aggression": "aggression (art. 8 bis)",
    "other_crimes": "genocide, crimes against humanity, war crimes (art. 6 to 8)",
}
"""What the named parts of the rule are called."""

JOIN_SAYS = {
    "All": "all of these",
    "Any_": "one of these",
    "Not": "not so that",
    "AnyLink": "for some link",
    "EveryLink": "for every link",
}
"""What the unnamed parts of a rule are called, by kind of node."""

ANSWER_SAYS = {
    Answer.YES: "the Court has jurisdiction over this conduct",
    Answer.OPEN: "whether the Court has jurisdiction over this conduct is open",
    Answer.NO: "the Court has no jurisdiction over this conduct",
}
"""The answer of the rule of jurisdiction, in a sentence."""

STATELESS = {
    "place": "the place is no state's territory, nor a vessel or aircraft that a state registers",
    "passport": "the accused has no nationality that could give a link",
}
"""What is said of a link that no state gives."""

FACT_SAYS = {
    "crime": "the crime",
    "specific_crime": "the specific crime",
    "conflict": "the kind of armed conflict",
    "on": "the day of the conduct",
    "begin": "the day on which it began",
    "territory": "the place",
    "second_territory": "a second place",
    "nationality": "nationality",
    "age": "age",
    "trigger": "the trigger",
    "referred_by": "who referred it",
    "situation": "the situation",
    "operation": "an operation of the Council",
    "asked_on": "the day asked on",
}
"""What the facts are called."""


def said_day(day: Day) -> str:
    """A day in words.

    >>> said_day(Day(2002, 7, 1))
    '1 July 2002'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day > BEGINNING else "the earliest days"


class Words:
    """Says things of a record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def state(self, code: str) -> str:
        """A state or territory as it is called in a sentence."""
        row = self.record.states.get(code) or self.record.territories.get(code)
        if row is None:
            return code or "no state"
        return row.said or row.name

    def ground(self, ground: Ground | None) -> str:
        """A place of conduct."""
        if ground is None:
            return "the place"
        if ground.kind == "highseas":
            return "the high seas"
        if ground.kind == "disputed":
            return self.record.places[ground.code].name
        name = self.state(ground.code)
        if ground.region:
            rows = self.record.states[ground.code].regions
            region = next((row.name for row in rows if row.code == ground.region), ground.region)
            return f"{region} ({name})"
        kinds = {
            "vessel": "a vessel of {}",
            "aircraft": "an aircraft of {}",
            "eez": "the exclusive economic zone of {}",
        }
        return kinds.get(ground.kind, "{}").format(name)

    def link(self, link: Link | None) -> str:
        """A link: which state, by what."""
        if link is None:
            return ""
        if link.by == "place":
            part = {"element": "element in ", "effects": "effects in "}.get(link.part, "")
            return f"{self.state(link.state)} by place ({part}{self.ground(link.ground)})"
        return f"{self.state(link.state)} by nationality" if link.passport else "stateless"

    def act(self, state: str, act: AnyAct) -> str:
        """An act with its day, without naming the state."""
        said = act.subject if isinstance(act, Announcement) else ACTS[act.kind]
        if isinstance(act, TerritorialClause):
            said += " (" + ", ".join(self.state(code) for code in act.territories) + ")"
        instrument = self.record.instruments[act.instrument]
        what = "" if instrument.kind == "treaty" and not instrument.amends and act.instrument == "rome-statute" else (
            f" ({instrument.short})"
        )  # fmt: skip
        return f"{self.state(state)}: {said} {said_day(act.day)}{what}"

    def because(self, key: str) -> str:
        """What a key in a step's reasons stands for."""
        kind, colon, code = key.partition(":")
        if colon and kind in SAID_OF:
            return SAID_OF[kind](self, code)
        if key in self.record.acts:
            return self.act(*self.record.acts[key])
        if key in self.record.rulings:
            ruling = self.record.rulings[key]
            return f"{ruling.by}, {ruling.document}, {said_day(ruling.given)}"
        if key in self.record.council:
            row = self.record.council[key]
            return f"{row.document}, {said_day(row.day)}"
        return key

    def reasons(self, keys: tuple[str, ...]) -> list[str]:
        """What keys stand for, acts of one kind done on one day said together."""
        groups: dict[tuple[str, Day, str] | str, list[str]] = {}
        for key in keys:
            found = self.record.acts.get(key)
            groups.setdefault((found[1].kind, found[1].day, found[1].instrument) if found else key, []).append(key)
        said = []
        for group, members in groups.items():
            if isinstance(group, str) or len(members) == 1:
                said.append(self.because(members[0]))
            else:
                states = ", ".join(self.state(self.record.acts[key][0]) for key in members)
                said.append(f"{ACTS[group[0]]} {said_day(group[1])} by {len(members)} states: {states}")
        return said

    def situation(self, code: str) -> str:
        """A situation with the opening of its examination and of its investigation."""
        row = self.record.situations[code]
        steps = [
            f"{step.step.replace('-', ' ')} {said_day(step.day)}"
            for step in row.steps
            if step.day and step.step in ("examination-opened", "investigation-opened")
        ]
        return f"situation {row.name}" + (f" ({', '.join(steps)})" if steps else "")

    def place(self, code: str) -> str:
        """Who treats a contested place as whose."""
        place, _, number = code.partition(":")
        holder = self.record.places[place].holders[int(number)]
        return f"{self.record.places[place].name} counted as {self.state(holder.state)}: {holder.by}"

    def operation(self, code: str) -> str:
        """An operation."""
        return self.record.operations[code].name

    def instrument(self, code: str) -> str:
        """What activated a crime."""
        row = self.record.instruments[code]
        return row.activation.document if row.activation else row.name

    def leaf(self, leaf: Leaf) -> str:
        """What a limb says, in a sentence without its end."""
        link = leaf.link
        if link is not None and not link.state:
            return STATELESS[link.by]
        amendment = self.record.instruments.get(leaf.amendment)
        return LIMB_SAYS[leaf.limb.name][leaf.answer].format(
            amendment=amendment.short if amendment else "amendment that added the crime",
            day=said_day(leaf.read_on),
            state=self.state(link.state) if link else "",
            ground=self.ground(link.ground) if link else "",
            where=self.where(link),
        )

    def where(self, link: Link | None) -> str:
        """The place of a link after the name of its state, where it has another name."""
        ground = link.ground if link else None
        if link is None or ground is None or ground == Ground("land", link.state):
            return ""
        return (
            f", on board {self.ground(ground)}"
            if ground.kind in ("vessel", "aircraft")
            else f", in {self.ground(ground)}"
        )


SAID_OF: dict[str, Callable[[Words, str], str]] = {
    "situation": Words.situation,
    "place": Words.place,
    "operation": Words.operation,
    "instrument": Words.instrument,
}
