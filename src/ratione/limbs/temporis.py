"""Ratione temporis: was the Statute in force, was the state bound, did its reach outlive a withdrawal (11, 24, 126, 127)."""

from __future__ import annotations

from .limb import limb

statute_in_force = limb(
    "statute_in_force", "Was the Statute itself in force?", "11(1);24(1)", "in_force", "=rome-statute"
)
statute_in_force_when_it_began = limb(
    "statute_in_force_when_it_began", "Was the Statute in force when the attack began?", "11(1);7(1)(i)", "in_force",
    "=rome-statute", day="begin",
)  # fmt: skip
party = limb(
    "party",
    "Was the state a party on the day of the conduct?",
    "11(2)",
    "party",
    "state =rome-statute",
    links="any",
)
party_when_it_began = limb(
    "party_when_it_began", "Was the state a party when it began?", "11(2)", "party", "state =rome-statute",
    day="begin", links="any",
)  # fmt: skip
accepted_by_declaration = limb(
    "accepted_by_declaration", "Had the state accepted jurisdiction over such conduct by declaration?", "12(3)",
    "accepted_by_declaration", "state by =rome-statute", links="any",
)  # fmt: skip
declared_when_it_began = limb(
    "declared_when_it_began", "Did a declaration of the state cover the day on which it began?", "12(3)",
    "accepted_by_declaration", "state by =rome-statute", day="begin", links="any",
)  # fmt: skip
withdrawal_survived = limb(
    "withdrawal_survived", "If the state has left, does its membership on that day still count?", "127(2)",
    "survived_withdrawal", "state ground crime =rome-statute", links="any", quiet=True,
)  # fmt: skip
withdrawn = limb(
    "withdrawn",
    "Had the state left by the day of the conduct?",
    "127(1)",
    "withdrawn",
    "state =rome-statute",
    links="any",
    quiet=True,
)
tail_is_covered = limb(
    "tail_is_covered", "Is the part of a continuing crime that comes after the withdrawal still covered?", "127",
    "point", "=crimes-across-withdrawal", point="crimes-across-withdrawal",
)  # fmt: skip
shield_124 = limb(
    "shield_124", "Did a declaration under article 124 shut out war crimes over this link?", "124", "shielded",
    "state by home =rome-statute", links="any", quiet=True,
)  # fmt: skip
shield_is_total = limb(
    "shield_is_total", "Does such a declaration block the Court even where another state gives the link?", "124;12(1)-(2)",
    "point", "=art-124-split", point="art-124-split",
)  # fmt: skip
