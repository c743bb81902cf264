"""The rule of jurisdiction: whether the Court may reach given conduct (art. 5 to 8 bis, 11 to 15 ter, 26, 121, 124, 127).

Conditions tied to one state stand together inside "any link"; conditions that any state can spoil stand inside "every
link". A flat list of time, link and exclusion would let one state supply the time and another the tie.

Article 16 stays the exercise of jurisdiction: it is asked where a party or the Prosecutor sets the Court in motion, and not
where only the conditions are asked about. Gravity, complementarity and the interests of justice (17, 53) are judgements of the
Court and are never worked out here.
"""

from __future__ import annotations

from ..limbs import loci, materiae, personae, temporis, trigger
from .tree import AnyLink, EveryLink, Node, ask, named

__all__ = ["JURISDICTION"]

by_territory = named(
    "by_territory",
    ask(loci.territory_of) & ask(loci.statute_extends) & ask(loci.more_than_effects) & ask(loci.part_suffices),
)
by_nationality = ask(personae.national_of)
tie = named("tie", by_territory | by_nationality)

member = named("member", ask(temporis.party) & ask(temporis.withdrawal_survived))
tail = named("tail", ask(temporis.withdrawn) & ask(temporis.party_when_it_began) & ask(temporis.tail_is_covered))
bound = named("bound", member | ask(temporis.accepted_by_declaration) | tail)

began_in_time = named(
    "began_in_time",
    ask(materiae.attack_may_come_first) | ask(temporis.party_when_it_began) | ask(temporis.declared_when_it_began),
)
amended = named(
    "amended",
    ask(materiae.crime_of_1998)
    | ask(materiae.amendment_in_force)
    | (ask(materiae.joined_after_the_amendment) & ask(materiae.joining_takes_the_amended_text))
    | (ask(temporis.accepted_by_declaration) & ~ask(temporis.party) & ask(materiae.amendments_by_declaration)),
)
link = named("link", tie & bound & began_in_time & amended)

some_link = named("some_link", AnyLink(link))

unshielded = named("unshielded", ask(materiae.not_shut_out_by_124) | ~ask(temporis.shield_124))
no_shield = named("no_shield", EveryLink(unshielded | ~tie))
link_124 = named("link_124", AnyLink(link & unshielded) & (~ask(temporis.shield_is_total) | no_shield))
not_121_5 = named("not_121_5", EveryLink(amended | ~tie | (~ask(temporis.party) & ask(materiae.nonparty_not_shielded))))

deferred = named("deferred", ask(trigger.under_a_deferral) & ~ask(temporis.party))
set_in_motion = named(
    "set_in_motion",
    ask(trigger.conditions_only)
    | ((ask(trigger.referred_by_party) | ask(trigger.by_prosecutor)) & EveryLink(~deferred)),
)
carved_out = named(
    "carved_out", ask(trigger.served_in_the_operation) & ~ask(temporis.party) & ask(trigger.carve_out_binds)
)
by_council = named(
    "by_council",
    ask(trigger.referred_by_council)
    & ask(trigger.part_of_the_situation)
    & AnyLink(ask(trigger.in_the_referral) & ask(loci.more_than_effects))
    & EveryLink(~carved_out),
)

by_15bis = named(
    "by_15bis",
    set_in_motion
    & EveryLink(ask(temporis.party) | ~tie)
    & EveryLink(~ask(materiae.opted_out) | ~by_nationality)
    & AnyLink(tie & bound & amended)
    & (EveryLink(amended | ~tie) | ask(materiae.one_acceptance_is_enough)),
)
aggression = named(
    "aggression", ask(materiae.charged_as_aggression) & ask(materiae.aggression_activated) & (by_15bis | by_council)
)
other_crimes = named(
    "other_crimes",
    ask(materiae.crime_of_the_statute)
    & ~ask(materiae.charged_as_aggression)
    & (
        (set_in_motion & link_124 & not_121_5)
        | (by_council & (ask(materiae.crime_of_1998) | (some_link & not_121_5) | ask(materiae.amendments_by_referral)))
    ),
)

JURISDICTION: Node = named(
    "jurisdiction",
    ask(temporis.statute_in_force)
    & ask(personae.of_age)
    & (ask(materiae.attack_may_come_first) | ask(temporis.statute_in_force_when_it_began))
    & (ask(materiae.offence_against_the_court) | aggression | other_crimes),
)
"""The whole rule."""
