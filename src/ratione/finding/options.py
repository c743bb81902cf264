"""Options: the values that a fact may have when it is not known, one for each way in which it can matter."""

from itertools import product
from typing import Any, NamedTuple

from ..answer import Answer
from ..dates import BEGINNING, Day
from ..limbs.conduct import Charge, Conduct, Site, charge_of
from ..limbs.facts import UNKNOWN, Asked
from ..limbs.personae import MAJORITY
from ..timelines.law import Law
from ..timelines.places import Ground, covers

__all__ = ["Option", "charge_options", "conducts", "every_ground", "referrers_of", "site_options"]


class Option(NamedTuple):
    """A value that a fact may have, how it is said, and what it sets in the conduct."""

    said: str
    sets: dict[str, Any]


def referrers_of(law: Law, asked: Asked) -> tuple[tuple[str, Day], ...]:
    """The states that referred, each with its day: the one given, else the record's, else the day asked on."""
    if isinstance(asked.referrers, str):
        return ()
    return tuple((state, day or recorded_day(law, asked, state) or asked.asked_on) for state, day in asked.referrers)


def recorded_day(law: Law, asked: Asked, state: str) -> Day | None:
    """The day of the state's referral of the situation asked about, or of one that covers the place of the conduct."""
    days = []
    for code, situation in law.record.situations.items():
        ground = asked.ground
        fits = code == asked.situation if asked.situation else (
            isinstance(ground, Ground) and any(covers(law, place, ground) is Answer.YES for place in situation.places)
        )  # fmt: skip
        if fits:
            days += [row.day for row in situation.referrals if state in row.states and row.day]
    return min(days, default=None)


def charge_options(law: Law, asked: Asked, charge: Charge | None) -> dict[str, list[Option]]:
    """What the charge may be; for a crime not known, one crime of each class that the rule tells apart."""
    record = law.record
    if charge is None:
        found = [one for code, row in record.crimes.items() if row.basis != "none" for one in classes(law, code)]
        return {"crime": [Option(said_charge(one), {"charge": one}) for one in found]}
    if charge.specific == UNKNOWN:
        found = classes(law, charge.crime, charge.conflict)
        return {"specific_crime": [Option(said_charge(one), {"charge": one}) for one in found]}
    if charge.conflict == UNKNOWN:
        kinds = [charge_of(record, charge.crime, charge.specific, kind) for kind in ("iac", "niac")]
        return {"conflict": [Option(kind.conflict, {"charge": kind}) for kind in kinds]}
    return {"charge": [Option(said_charge(charge), {"charge": charge})]}


def classes(law: Law, crime: str, conflict: str = "") -> list[Charge]:
    """One charge under the crime for each way in which its list differs, in that kind of conflict where it is given.

    Crimes differ by amendment, and by when the attack must begin; what is no crime of article 5, by its article (70).
    """
    found: dict[tuple[str, bool, str], Charge] = {}
    row = law.record.crimes[crime]
    given = conflict if conflict in ("iac", "niac") else ""
    plain = charge_of(law.record, crime, "", given)
    found[plain.amendment, False, ""] = plain
    for specific in row.specific:
        for kind in (given,) if given else specific.amended_in or ("",):
            charge = charge_of(law.record, crime, specific.code, kind)
            article = specific.article if row.basis == "none" else ""
            found.setdefault((charge.amendment, specific.attack_must_follow, article), charge)
    return list(found.values())


def said_charge(charge: Charge) -> str:
    """A charge in words."""
    kind = f", {charge.conflict}" if charge.amendment and charge.conflict else ""
    return f"{charge.specific} ({charge.crime}{kind})" if charge.specific else charge.crime


def age_options(asked: Asked) -> list[Option]:
    """The age given, or one on each side of the age of article 26."""
    if asked.age == UNKNOWN:
        return [Option("under eighteen", {"age": MAJORITY - 1}), Option("eighteen or older", {"age": MAJORITY})]
    return [Option(str(asked.age), {"age": asked.age})]


def trigger_options(law: Law, asked: Asked) -> list[Option]:
    """How the Court may have been set in motion."""
    council = law.record.council.items()
    if asked.trigger == UNKNOWN:
        supposed = [code for code, row in council if row.outcome == "hypothetical"]
        return [
            Option("a party's referral or the Prosecutor", {"trigger": "none"}),
            *(
                Option("a referral by the Council", {"trigger": "security-council", "resolution": code})
                for code in supposed
            ),
        ]
    given: dict[str, Any] = {"trigger": asked.trigger, "resolution": asked.resolution}
    if asked.resolution == UNKNOWN:
        known = [code for code, row in council if row.kind == "referral" and row.outcome == "adopted"]
        return [Option(code, {**given, "resolution": code}) for code in known]
    if asked.referrers == UNKNOWN:
        return [
            Option("a referral by a party", {**given, "trigger": "none"}),
            Option("a referral by a state that is no party", {**given, "referrers": ()}),
        ]
    return [Option(asked.trigger, {**given, "referrers": referrers_of(law, asked)})]


def operation_options(law: Law, asked: Asked) -> list[Option]:
    """The operation in which the accused may have acted.

    Where nothing was said it is presumed that there was none; but where a state of nationality contributed to an operation
    that the referral's clause speaks of, at that time, nobody can know without being told; nor while a deferral runs.
    """
    if asked.trigger in DEFERRED:
        return [Option(code or "none", {"operation": code}) for code in deferred_operations(law, asked)]
    inside = [code for code, row in law.record.operations.items() if asked.resolution in row.resolutions]
    if asked.operation not in ("", UNKNOWN, "none"):
        return [Option(asked.operation, {"operation": asked.operation})]
    none = Option("none", {"operation": ""})
    if asked.operation == "none" or not inside or asked.resolution == UNKNOWN:
        return [none]
    if asked.operation == "":
        inside = [code for code in inside if may_have_served(law, asked, code)]
    return [none, *(Option(code, {"operation": code}) for code in inside)]


DEFERRED = ("proprio-motu", "state-referral")
"""How the Court is set in motion where a deferral of the Council may stand in the way."""


def deferred_operations(law: Law, asked: Asked) -> list[str]:
    """The operation given; where none is, and a deferral runs on the day asked on, none or one of which it speaks."""
    if asked.operation not in ("", UNKNOWN):
        return ["" if asked.operation == "none" else asked.operation]
    running = law.line("deferred").at(law.asked_on)
    resolutions = set(running.because) if running.answer is Answer.YES else set()
    spoken_of = [code for code, row in law.record.operations.items() if not resolutions.isdisjoint(row.resolutions)]
    return ["", *spoken_of]


def may_have_served(law: Law, asked: Asked, operation: str) -> bool:
    """Whether a state of nationality contributed to the operation on some day of the conduct."""
    if isinstance(asked.passports, str) or isinstance(asked.first, str) or isinstance(asked.last, str):
        return True
    lines = [law.line("served", operation, passport.code, asked.resolution) for passport in asked.passports]
    return any(step.answer is Answer.YES for line in lines for step in line.within(asked.first, after(asked.last)))


def after(day: Day) -> Day:
    """The day after."""
    return Day.fromordinal(day.toordinal() + 1)


def begin_options(law: Law, asked: Asked, day: Day) -> list[Option]:
    """The day on which it may have begun: that of the conduct, or one in each earlier epoch."""
    if asked.begin != UNKNOWN:
        return [Option("as given", {"begin": asked.begin})]
    days = {step.day for state in law.record.states for step in law.line("party", state, "rome-statute").steps}
    return [Option("the day of the conduct", {"begin": day})] + [
        Option("before the Statute" if early == BEGINNING else early.isoformat(), {"begin": early})
        for early in sorted(days)
        if early < day
    ]


def conducts(law: Law, asked: Asked, charge: Charge | None, day: Day) -> list[tuple[dict[str, str], Conduct]]:
    """Every choice of values for the facts that are neither places nor passports, with what was chosen for the unknown."""
    dims = charge_options(law, asked, charge)
    dims |= {"age": age_options(asked), "trigger": trigger_options(law, asked)}
    dims |= {"operation": operation_options(law, asked), "begin": begin_options(law, asked, day)}
    found = []
    for choice in product(*dims.values()):
        sets: dict[str, Any] = {"referrers": (), "resolution": "", "links": ()}
        for option in choice:
            sets |= option.sets
        chosen = {
            fact: option.said for (fact, all_of), option in zip(dims.items(), choice, strict=True) if len(all_of) > 1
        }
        if sets["begin"] is None and lasts(law, sets["charge"]) and asked.first != asked.last:
            sets["begin"] = asked.first
        found.append((chosen, Conduct(**sets)))
    return found


def lasts(law: Law, charge: Charge) -> bool:
    """Whether the crime charged lasts, so that conduct over several days is one crime begun on the first of them."""
    return any(row.code == charge.specific and row.continuing for row in law.record.crimes[charge.crime].specific)


def every_ground(law: Law) -> list[Ground]:
    """Every place that a question can name, ships and aircraft apart: they follow the state of registration.

    The high seas come first: where the place makes no difference, the reasons are then those that hold anywhere.
    """
    record = law.record
    found = [Ground("land", code) for code in (*record.states, *record.territories)]
    found += [Ground("land", code, region.code) for code, row in record.states.items() for region in row.regions]
    coded = {code for row in record.places.values() for code in row.codes}
    found = [ground for ground in found if ground.code not in coded]
    return [Ground("highseas"), *found, *(Ground("disputed", code) for code in record.places)]


def site_options(law: Law, asked: Asked) -> dict[str, list[tuple[str, tuple[Site, ...]]]]:
    """The places of the conduct that may be, as ``fact -> (said, places)``; facts that are known have one value."""
    first = [Site(ground) for ground in every_ground(law)] if isinstance(asked.ground, str) else [Site(asked.ground)]
    second: list[Site | None]
    if asked.second == UNKNOWN:
        parts: list[Any] = ["element", "effects"]
        second = [None, *(Site(ground, part) for part in parts for ground in every_ground(law))]
    else:
        second = [asked.second]
    return {
        "territory": [(str(site.ground), (site,)) for site in first],
        "second_territory": [(said_site(site), (site,) if site else ()) for site in second],
    }


def said_site(site: Site | None) -> str:
    """A second place in words."""
    if site is None:
        return "none"
    return f"effect:{site.ground}" if site.part == "effects" else str(site.ground)
