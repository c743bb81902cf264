"""Variables of a panel on treaties: each a value over time, worked out from the record's lines; nothing is typed in.

A value over time is a list of steps, each with the first day on which the value holds; before the first it is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from ..answer import Answer
from ..dates import BEGINNING, Day
from ..record.act import Declaration12_3, Deposit, IntentionNotToRatify
from ..record.instrument import Instrument
from ..record.record import Record
from ..timelines.force import start_of, taken_back
from ..timelines.law import Law
from ..timelines.line import Line
from ..timelines.participation import bound_from, leavings
from ..timelines.spans import spans_of, status_line

__all__ = [
    "STATUSES",
    "Steps",
    "Variable",
    "amendment_name",
    "day_of_act",
    "merged",
    "of_family",
    "of_line",
    "treaty_variables",
]

Steps = list[tuple[Day, Any]]
"""Values in order of the days on which they begin to hold."""

STATUTE, AGREEMENT = "rome-statute", "apic"

STATUSES = ("none", "signatory", "deposited", "party", "former-party")
"""What a state may be under a treaty, in words."""


class Variable(NamedTuple):
    """One value over time: its name, a label, how it is worked out, by which article, of which kind, and its steps.

    ``answer`` is no, open or yes; ``word`` one of ``words``; ``day`` a day; ``text`` and ``number`` are codes and lists.
    """

    name: str
    label: str
    says: str
    article: str
    kind: Literal["answer", "word", "day", "text", "number"]
    steps: Callable[[Law, str], Steps]
    words: tuple[str, ...] = ()
    of: Literal["state", "place"] = "state"
    """Whether the steps are those of the one that acts, or of its land."""


def treaty_variables(record: Record) -> list[Variable]:
    """What is asked of a state under the treaties: its part in the Statute, amendments, the Agreement, declarations."""
    return [*participation(), *amendments(record), *declarations()]


def of_line(line: Line) -> Steps:
    """The steps of a line without its reasons."""
    return [(step.day, step.answer) for step in line.steps]


def answer(name: str, label: str, says: str, article: str, line: Callable[[Law, str], Line]) -> Variable:
    """A variable that is a line of the record."""
    return Variable(name, label, says, article, "answer", lambda law, state: of_line(line(law, state)))


def of_family(name: str, label: str, says: str, article: str, family: str, *keys: Any) -> Variable:
    """A variable that is a family's line for the state and some keys."""
    return answer(name, label, f"{says} (line `{family}`)", article, lambda law, state: law.line(family, state, *keys))


def merged(steps: Iterable[tuple[Day, Any]], first: Any = None) -> Steps:
    """Steps in order, one a day (the later given counts), beginning with ``first``."""
    by_day: dict[Day, Any] = {BEGINNING: first}
    for day, value in sorted(steps, key=lambda step: step[0]):
        by_day[day] = value
    return list(by_day.items())


def participation() -> list[Variable]:
    """Variables on signature, deposit, entry into force and withdrawal."""
    says = "span of that name in `ratione spans`, from the acts under the Statute"
    spans = [
        Variable(word.replace("-", "_"), f"Rome Statute: {label}", says, article, "answer", status_is(word))
        for word, label, article in (
            ("signatory", "signed and nothing more", "125(1)"),
            ("deposited", "deposited, not yet in force", "126"),
            ("former-party", "has left", "127(1)"),
        )
    ]
    return [
        Variable("status", "Rome Statute: status", says, "125-127", "word", status, STATUSES),
        Variable("status_weak", "Weakest mark of the acts behind the status", "how the record falls short where it does: "
                 "recalled, inferred, low, one-source, cited (data/README.md); missing where a document was read", "",
                 "text", status_weak),
        of_family("signed", "Rome Statute: has signed", "yes from the day of signature; nothing takes it away", "125(1)",
                  "signed", STATUTE),
        *spans,
        of_family("party", "Rome Statute: bound as a party", "in force for the state, until a withdrawal takes effect",
                  "126; 127(1)", "party", STATUTE),
        of_family("good_faith", "Duty not to defeat object and purpose", "runs from signature or deposit until the state is "
                  "a party or makes clear that it will not be one", "VCLT 18", "good_faith", STATUTE),
        Variable("withdrawal_pending", "Withdrawal notified, not yet in effect", "from receipt of the notice to its effect or "
                 "its rescission", "127(1)", "answer", withdrawal_pending),
        Variable("note_of_intent", "Said it will not ratify", "yes from receipt of a note that the state does not intend to "
                 "become a party", "VCLT 18(a)", "answer", noted),
        day_of_act("signed_on", "Day of signature", "once signed", "125(1)", signed_on),
        Variable("consent_by", "Form of consent", "kind of the instrument deposited, once deposited", "125", "text",
                 lambda law, state: deposit_steps(law, state, lambda act: act.kind)),
        day_of_act("deposited_on", "Day of deposit", "once deposited, until taken back before entry into force", "126",
            lambda law, state: deposit_steps(law, state, lambda act: act.deposited)),
        day_of_act("in_force_on", "Day of entry into force", "once it can be counted: from deposit, or for "
            "the first ones from the deposit that completed the number", "126",
            lambda law, state: in_force_on(law, state, STATUTE)),
        day_of_act("withdrawal_notice_on", "Day a notice of withdrawal came in", "once received, until rescinded", "127(1)",
            lambda law, state: notices(law, state, lambda leaving: leaving.received)),
        day_of_act("withdrawal_effect_on", "Day a withdrawal takes effect", "once notified, until rescinded: one year after "
            "receipt or the later day named", "127(1)", lambda law, state: notices(law, state, lambda one: one.step.day)),
        day_of_act("note_of_intent_on", "Day of the note not to ratify", "once received", "VCLT 18(a)", noted_on),
    ]  # fmt: skip


def day_of_act(name: str, label: str, when: str, article: str, steps: Callable[[Law, str], Steps]) -> Variable:
    """A variable that is a day."""
    return Variable(name, label, f"known at the end of the period: {when}; missing before", article, "day", steps)


def status(law: Law, state: str) -> Steps:
    """The status of a state in words."""
    steps: list[tuple[Day, Any]] = []
    for word, (step, until) in status_line(law, state, STATUTE):
        steps += [(until, "none")] if until else []
        steps.append((step.day, word))
    return merged(steps, "none")


def status_weak(law: Law, state: str) -> Steps:
    """The weakest mark of the acts behind the status."""
    steps: list[tuple[Day, Any]] = []
    for row in spans_of(law, state, STATUTE):
        steps += [(row.until, None)] if row.until else []
        steps.append((row.start, row.weak or None))
    return merged(steps)


def status_is(word: str) -> Callable[[Law, str], Steps]:
    """Whether the state has that status."""

    def steps(law: Law, state: str) -> Steps:
        found: list[tuple[Day, Any]] = []
        for one, (step, until) in status_line(law, state, STATUTE):
            held = Answer.OPEN if step.answer is Answer.OPEN else Answer.YES
            found += [(until, Answer.NO)] if until else []
            found.append((step.day, held if one == word else Answer.NO))
        return merged(found, Answer.NO)

    return steps


def withdrawal_pending(law: Law, state: str) -> Steps:
    """Whether a notice of withdrawal is waiting to take effect."""
    found: list[tuple[Day, Any]] = []
    for one in leavings(law, state, STATUTE):
        found += [(one.received, Answer.YES), (min(one.step.day, one.rescinded or one.step.day), Answer.NO)]
    return merged(found, Answer.NO)


def notices(law: Law, state: str, value: Callable[[Any], Day]) -> Steps:
    """A day of the latest notice of withdrawal that stands."""
    found: list[tuple[Day, Any]] = []
    for one in leavings(law, state, STATUTE):
        found.append((one.received, value(one)))
        found += [(one.rescinded, None)] if one.rescinded else []
    return merged(found)


def noted(law: Law, state: str) -> Steps:
    """Whether the state made clear that it does not intend to become a party."""
    return merged([(act, Answer.YES) for act in note_days(law, state)], Answer.NO)


def noted_on(law: Law, state: str) -> Steps:
    """The day on which it did."""
    return merged([(act, act) for act in note_days(law, state)])


def note_days(law: Law, state: str) -> list[Day]:
    """The days of notes of intent."""
    return [act.received for _, act in law.acts(state, STATUTE) if isinstance(act, IntentionNotToRatify)]


def signed_on(law: Law, state: str) -> Steps:
    """The day of signature."""
    return merged((step.day, step.day) for step in law.line("signed", state, STATUTE).steps[1:])


def deposit_steps(law: Law, state: str, value: Callable[[Deposit], Any]) -> Steps:
    """Something of the latest deposit that stands."""
    acts = law.acts(state, STATUTE)
    found: list[tuple[Day, Any]] = []
    for _, act in acts:
        if isinstance(act, Deposit):
            back, _ = taken_back(acts, act)
            found += [(act.deposited, value(act)), *([(back, None)] if back else [])]
    return merged(found)


def in_force_on(law: Law, state: str, code: str) -> Steps:
    """The day on which a treaty enters into force for the state, from the day on which it could be counted."""
    instrument: Instrument = law.record.instruments[code]
    acts, start = law.acts(state, code), start_of(law, code)
    found: list[tuple[Day, Any]] = []
    for key, act in acts:
        step = bound_from(law, instrument, key, act) if isinstance(act, Deposit) else None
        if step is None or not isinstance(act, Deposit):
            continue
        back, _ = taken_back(acts, act)
        known = act.deposited if act.effective or start is None else max(act.deposited, start.completed)
        if back is None or known < back:
            found += [(known, step.day), *([(back, None)] if back and back < step.day else [])]
    return merged(found)


def amendment_name(code: str) -> str:
    """The name of the variable that says whether an amendment binds.

    >>> amendment_name("amendment-art8-2010")
    'bound_art8_2010'
    """
    return "bound_" + code.removeprefix("amendment-").replace("-", "_")


def amendments(record: Record) -> list[Variable]:
    """Variables on amendments and on the Agreement."""
    rows = sorted((row for row in record.instruments.values() if row.kind == "amendment"), key=lambda row: row.adopted)
    found = [
        of_family(amendment_name(row.code), f"Bound by: {row.short}"[:80], "in force for the state, which must be a party "
                  "too", row.force.article, "amendment_binds", row.code)
        for row in rows
    ]  # fmt: skip
    return [
        *found,
        of_family("aggression_opt_out", "Opted out of aggression", "a declaration that the state does not accept "
                  "jurisdiction over its own aggression was received", "15bis(4)", "opted_out", STATUTE),
        of_family("apic", "Agreement on Privileges: party", "in force for the state", "Agreement 35", "party", AGREEMENT),
        of_family("apic_signed", "Agreement on Privileges: signed", "yes from the day of signature", "Agreement 34",
                  "signed", AGREEMENT),
        day_of_act("apic_in_force_on", "Agreement on Privileges: in force on", "once it can be counted", "Agreement 35",
            lambda law, state: in_force_on(law, state, AGREEMENT)),
    ]  # fmt: skip


def declarations() -> list[Variable]:
    """Variables on declarations under articles 12(3) and 124."""
    shield = "a declaration shuts war crimes {} out of what the Court may reach, for seven years at most"
    return [
        of_family("accepted_12_3", "Art. 12(3) declaration covers this day", "conduct of the day on the state's territory is "
                  "covered by a declaration, whenever it was lodged; open where its validity is contested", "12(3)",
                  "accepted_by_declaration", "place", STATUTE),
        day_of_act("declared_12_3_on", "Day of the latest art. 12(3) declaration", "once received", "12(3)", declared_on),
        of_family("art124_territory", "Art. 124: war crimes on its territory out", shield.format("on its territory"), "124",
                  "shielded", "place", False, STATUTE),
        of_family("art124_nationals", "Art. 124: war crimes of its nationals out", shield.format("by its nationals"), "124",
                  "shielded", "passport", False, STATUTE),
    ]  # fmt: skip


def declared_on(law: Law, state: str) -> Steps:
    """The day of the latest declaration under article 12(3)."""
    acts = law.acts(state, STATUTE)
    return merged((act.received, act.received) for _, act in acts if isinstance(act, Declaration12_3))
