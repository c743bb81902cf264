"""Ratione materiae: is it a crime of the Statute, and since which text (art. 5 to 8 bis, 70, 121)."""

from __future__ import annotations

from ..answer import Answer
from ..record.court import SpecificCrime
from ..timelines.law import Law, family
from ..timelines.line import Line
from ..timelines.places import Ground
from .conduct import Charge
from .limb import limb


def specific_of(law: Law, charge: Charge) -> SpecificCrime | None:
    """The row of the specific crime charged, if one is."""
    return next((row for row in law.record.crimes[charge.crime].specific if row.code == charge.specific), None)


def article_of(law: Law, charge: Charge) -> str:
    """The provisions of the crime charged, as near as the charge says.

    Article 8(2)(a) and (b) speak of international armed conflicts, (c) and (e) of others.
    """
    row = specific_of(law, charge)
    if row is None:
        return law.record.crimes[charge.crime].article
    provisions = row.article.replace(",", ";").replace(" ", "").split(";")
    wrong = {"iac": ("8(2)(c)", "8(2)(e)"), "niac": ("8(2)(a)", "8(2)(b)")}.get(charge.conflict, ())
    return (
        ";".join([one for one in provisions if not one.startswith(wrong)] or provisions)
        if wrong
        else ";".join(provisions)
    )


def said(answer: bool, article: str) -> Line:
    """A line that is the same on every day."""
    return Line.always(Answer.YES if answer else Answer.NO, article=article)


@family
def listed(law: Law, charge: Charge) -> Line:
    """Whether the Statute lists the crime, in a conflict of that kind."""
    crime, row = law.record.crimes[charge.crime], specific_of(law, charge)
    fits = row is None or not row.conflicts or charge.conflict in ("", *row.conflicts)
    if row is not None and not fits:
        kind = "international" if row.conflicts == ("iac",) else "other"
        note = (
            f"listed in {kind} armed conflicts only; with that kind of conflict a like act is charged by another name"
        )
        return Line.always(Answer.NO, article=article_of(law, charge), note=note)
    return said(crime.basis != "none" and fits, article_of(law, charge) if crime.basis != "none" else "5")


@family
def in_first_text(law: Law, charge: Charge) -> Line:
    """Whether the crime stands in the text adopted at Rome, so that no amendment is needed."""
    return said(not charge.amendment, article_of(law, charge))


@family
def basis(law: Law, charge: Charge, wanted: str) -> Line:
    """Whether the crime is charged on that basis."""
    return said(law.record.crimes[charge.crime].basis == wanted, article_of(law, charge))


@family
def offence(law: Law, charge: Charge) -> Line:
    """Whether the charge is an offence against the administration of justice (art. 70)."""
    if article_of(law, charge) == "70" and charge.specific:
        return Line.always(Answer.YES, article="70", note="no place and no nationality is needed (rules 162 and 163)")
    return said(False, "70")


@family
def not_shut_out(law: Law, charge: Charge) -> Line:
    """Whether the crime is one that article 124 never let a state shut out."""
    return said(not law.record.crimes[charge.crime].opt_out, "124")


@family
def attack_may_precede(law: Law, charge: Charge) -> Line:
    """Whether the crime is one whose attack may have begun before entry into force."""
    row = specific_of(law, charge)
    return said(row is None or not row.attack_must_follow, article_of(law, charge))


@family
def amendment_in_force_for(law: Law, state: str, ground: Ground | None, charge: Charge) -> Line:
    """Whether the amendment that the crime needs binds the state, and extends to the ground."""
    if not charge.amendment:
        return Line.always(Answer.NO, article="121(5)")
    line = law.line("amendment_binds", state, charge.amendment) if state else Line.always(Answer.NO, article="121(5)")
    return line if ground is None else line & law.line("extends_to", ground, state, charge.amendment)


@family
def joined_after(law: Law, state: str, charge: Charge) -> Line:
    """Whether the state joined after the amendment that the crime needs had entered into force for others."""
    if not charge.amendment or not state:
        return Line.always(Answer.NO, article="VCLT 40(5)")
    return law.line("joined_after_amendment", state, charge.amendment)


@family
def exercisable(law: Law, charge: Charge) -> Line:
    """Whether the Court may exercise jurisdiction over the crime at all yet."""
    return law.line("activated", charge.amendment) if charge.amendment else Line.always(Answer.YES)


@family
def opted_out_of(law: Law, state: str, charge: Charge) -> Line:
    """Whether the state had opted out of the crime (art. 15 bis(4))."""
    if not charge.amendment or not state:
        return Line.always(Answer.NO, article="15bis(4)")
    return law.line("opted_out", state, charge.amendment)


crime_of_the_statute = limb(
    "crime_of_the_statute", "Is the act charged a crime that the Statute lists?", "5", "listed", "charge"
)
crime_of_1998 = limb(
    "crime_of_1998", "Does the crime stand in the text adopted at Rome?", "5", "in_first_text", "charge", gate=True
)
charged_as_aggression = limb(
    "charged_as_aggression", "Is the act charged as aggression?", "8bis", "basis", "charge =aggression", gate=True
)
offence_against_the_court = limb(
    "offence_against_the_court", "Is the act an offence against the administration of justice?", "70", "offence",
    "charge", quiet=True,
)  # fmt: skip
not_shut_out_by_124 = limb(
    "not_shut_out_by_124",
    "Is it a crime that article 124 does not speak of?",
    "124",
    "not_shut_out",
    "charge",
    gate=True,
)
attack_may_come_first = limb(
    "attack_may_come_first", "May the attack have begun before entry into force, as for every crime but enforced"
    " disappearance?", "7(1)(i)", "attack_may_precede", "charge", gate=True,
)  # fmt: skip
amendment_in_force = limb(
    "amendment_in_force", "Was the amendment that added the crime in force for the state?", "121(5)",
    "amendment_in_force_for", "state ground charge", links="any",
)  # fmt: skip
joined_after_the_amendment = limb(
    "joined_after_the_amendment", "Did the state join after the amendment had entered into force?", "VCLT 40(5)",
    "joined_after", "state charge", links="any",
)  # fmt: skip
joining_takes_the_amended_text = limb(
    "joining_takes_the_amended_text", "Does a state that joins later take the Statute as amended?", "VCLT 40(5)",
    "point", "=joining-after-amendment", point="joining-after-amendment",
)  # fmt: skip
amendments_by_declaration = limb(
    "amendments_by_declaration", "Does a declaration under article 12(3) reach crimes added by amendment?", "12(3);121(5)",
    "point", "=amendments-by-declaration", point="amendments-by-declaration",
)  # fmt: skip
nonparty_not_shielded = limb(
    "nonparty_not_shielded", "Are nationals and territory of a non-party without the shield of article 121(5)?",
    "12(2);121(5)", "point", "=nonparty-weapons", point="nonparty-weapons",
)  # fmt: skip
aggression_activated = limb(
    "aggression_activated", "Could the Court exercise jurisdiction over aggression on that day?",
    "15bis(2);15bis(3);15ter(2);15ter(3)", "exercisable", "charge",
)  # fmt: skip
one_acceptance_is_enough = limb(
    "one_acceptance_is_enough", "Is it enough that one of the two states accepted the amendments on aggression?",
    "15bis(4);121(5)", "point", "=aggression-one-side", point="aggression-one-side",
)  # fmt: skip
amendments_by_referral = limb(
    "amendments_by_referral", "Does a referral by the Council reach crimes added by amendment?", "13(b);121(5)",
    "point", "=amendments-under-referral", point="amendments-under-referral",
)  # fmt: skip
opted_out = limb(
    "opted_out", "Had the aggressor state declared that it does not accept jurisdiction over its aggression?", "15bis(4)",
    "opted_out_of", "state charge", links="passport",
)  # fmt: skip
