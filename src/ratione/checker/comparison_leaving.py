"""Leaving beside the record: withdrawals, notices taken back, and notes of intent not to become a party."""

from __future__ import annotations

import re

from ..answer import Answer
from ..dates import Day
from ..record.act import (
    Announcement,
    InstrumentWithdrawal,
    IntentionNotToRatify,
    WithdrawalRescission,
)
from ..timelines.participation import leavings
from .beside import Beside, in_form, within
from .claim import Claim, Judged, Verdict, day_text
from .comparison_acts import unknown, wrong_day

__all__ = ["rescinded", "unsigned", "withdrew"]


UNDONE = re.compile(
    r"\b(?:rescind|revok|revers|retract|cancel|undo|undid)\w* (?:it\b|this\b|(?:its|the|that|their) (?:[a-z]+ )?(?:notice|notification|withdrawal|exit|decision)\b)|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"\b(?:notices?|notification|withdrawal|exit|it|they) (?:was|were|been|had been|not been)(?: [a-z]+)? (?:rescinded|revoked|reversed|retracted|cancelled)\b|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"\b(?:not been|later|then|since) (?:rescinded|revoked|reversed)(?=[.,;)]|$| (?:on|in) )|"
    r"\btook (?:it|the notice|that|this) back\b|\btaken back\b|\bwithdr\w+ (?:its|the|that) (?:notice|withdrawal)\b"
)
"""Words that tell, beside a withdrawal, that it was taken back."""


GONE = re.compile(r"(?i)\b(?:left|leaves?|out of|gone|ceased|no longer|departed|exit(?:ed|s)?|completed)\b")
"""Words that say that a state is no party any longer, not only that it withdrew."""


def withdrew(claim: Claim, beside: Beside) -> Judged:
    """A state withdrew: by its notice, or by what the notice led to."""
    if out := unknown(claim, beside):
        return out
    if "announced" in claim.how and (told := announced(claim, beside)):
        return told
    leaving = next(reversed(leavings(beside.law, claim.subject, claim.about)), None)
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    if leaving is None:
        return no_notice(claim, beside)
    effect, received = leaving.step.day, leaving.received
    because = f"{name} notified its withdrawal on {day_text(received)}; "
    because += f"it takes effect on {day_text(effect)} (art. {leaving.step.article})."
    if effect <= beside.today:
        because = because.replace("takes effect", "took effect")
    if leaving.rescinded:
        because = f"{name} notified its withdrawal on {day_text(received)} "
        because += f"and took the notice back on {day_text(leaving.rescinded)}."
    keys = tuple(one for one in (leaving.key, leaving.rescission) if one)
    days_meant = [received] if "notice" in claim.how else [effect]
    if "apart" in claim.how:
        days_meant = [received, effect]
    right = not claim.date or any(within(claim, day) for day in days_meant)
    if right and "notice" in claim.how:
        return beside.judged(claim, "agrees", because, acts=keys, article=leaving.step.article)
    if (
        leaving.rescinded
        and UNDONE.search(claim.sentence)
        and (not claim.date or any(within(claim, day) for day in (*days_meant, received)))
    ):
        return beside.judged(claim, "agrees", because, acts=keys, article=leaving.step.article)
    if leaving.rescinded:
        stood = beside.written is not None and received <= beside.written < leaving.rescinded
        return beside.judged(
            claim,
            "outdated" if stood else "contradicts",
            because,
            fault="rescinded",
            should_be=f"a party to {treaty}",
            acts=keys,
        )
    if right and leaving.step.answer is Answer.OPEN:
        return beside.judged(claim, "open", f"{because} {leaving.step.note}", acts=keys)
    if right and effect > beside.today and not claim.date and not GONE.search(claim.sentence):
        return beside.judged(claim, "agrees", f"{because} Until then it is a party.", acts=keys)
    if right and effect > beside.today and not ({"effect", "apart"} & set(claim.how) and claim.date):
        return beside.judged(
            claim, "imprecise", f"{because} Until then it is a party.", fault="notice-for-effect", acts=keys
        )
    if right:
        return beside.judged(claim, "agrees", because, acts=keys, article=leaving.step.article)
    return withdrew_on_wrong_day(claim, beside, days_meant, (received, effect), keys, because)


def announced(claim: Claim, beside: Beside) -> Judged | None:
    """A withdrawal that is only told as announced: right where one was announced, or open; None where notice was given then."""
    leaving = next(reversed(leavings(beside.law, claim.subject, claim.about)), None)
    if leaving is not None and (not claim.date or within(claim, leaving.received)):
        return None
    name = beside.name(claim.subject)
    for key, act in beside.acts(claim.subject, claim.about, Announcement):
        if not claim.date or within(claim, act.day):
            said = f"{name} announced it on {day_text(act.day)}; the announcement is no act under the treaty."
            return beside.judged(claim, "agrees", said, acts=(key,))
    said = f"{name} notified its withdrawal on {day_text(leaving.received)}." if leaving else ""
    return beside.judged(
        claim, "not-in-record", f"The record does not hold an announcement of that day. {said}".strip()
    )


def withdrew_on_wrong_day(
    claim: Claim, beside: Beside, meant: list[Day], known: tuple[Day, Day], keys: tuple[str, ...], because: str
) -> Judged:
    """The right state, another day: that of the other step, of an announcement, or none."""
    if any(within(claim, day) for day in known):
        fault = "notice-for-effect" if meant == [known[1]] else "effect-for-notice"
        said: Verdict = "contradicts" if "effect" in claim.how and fault == "notice-for-effect" else "imprecise"
        return beside.judged(claim, said, because, fault=fault, should_be=in_form(claim, meant[0]), acts=keys)
    for key, act in beside.acts(claim.subject, claim.about, Announcement):
        if within(claim, act.day):
            because = f"The day given is that of an announcement, which is no act under the treaty. {because}"
            return beside.judged(
                claim,
                "imprecise",
                because,
                fault="announcement-for-act",
                should_be=in_form(claim, meant[0]),
                acts=(*keys, key),
            )
    return wrong_day(claim, beside, meant[-1], keys, because, "127(1)")


def no_notice(claim: Claim, beside: Beside) -> Judged:
    """A withdrawal of which no notice is known."""
    name, treaty = beside.name(claim.subject), beside.treaty(claim.about)
    note = next(iter(beside.acts(claim.subject, claim.about, IntentionNotToRatify)), None)
    if note:
        said = f"{name} was no party; it said on {day_text(note[1].day)} that it does not intend to become one."
        return beside.judged(
            claim,
            "contradicts",
            said,
            fault="note-for-withdrawal",
            should_be="said that it does not intend to become a party",
            acts=(note[0],),
        )
    back = next(iter(beside.acts(claim.subject, claim.about, InstrumentWithdrawal)), None)
    if back and (not claim.date or within(claim, back[1].day)):
        said = f"{beside.spoken(claim.subject, *back)}, before {treaty} entered into force for it."
        return beside.judged(claim, "agrees", said, fault="instrument-taken-back", acts=(back[0],))
    announced = next(iter(beside.acts(claim.subject, claim.about, Announcement)), None)
    if announced:
        said = f"{name} announced something on {day_text(announced[1].day)} and notified no withdrawal."
        return beside.judged(claim, "contradicts", said, fault="announcement-for-act", acts=(announced[0],))
    return beside.judged(claim, "contradicts", f"{name} has notified no withdrawal from {treaty}.", fault="no-such-act")


def rescinded(claim: Claim, beside: Beside) -> Judged:
    """A notice of withdrawal was taken back."""
    if out := unknown(claim, beside):
        return out
    found = next(reversed(beside.acts(claim.subject, claim.about, WithdrawalRescission)), None)
    if found is None:
        back = next(iter(beside.acts(claim.subject, claim.about, InstrumentWithdrawal)), None)
        if back and (not claim.date or within(claim, back[1].day)):
            return beside.judged(claim, "agrees", f"{beside.spoken(claim.subject, *back)}.", acts=(back[0],))
        return beside.judged(
            claim,
            "contradicts",
            f"{beside.name(claim.subject)} took back no notice of withdrawal.",
            fault="no-such-act",
        )
    because = f"{beside.spoken(claim.subject, *found)}."
    if not claim.date or within(claim, found[1].day):
        return beside.judged(claim, "agrees", because, acts=(found[0],))
    return wrong_day(claim, beside, found[1].day, (found[0],), because)


def unsigned(claim: Claim, beside: Beside) -> Judged:
    """A note of intent not to become a party, however it is called."""
    if out := unknown(claim, beside):
        return out
    found = next(iter(beside.acts(claim.subject, claim.about, IntentionNotToRatify)), None)
    name = beside.name(claim.subject)
    if found is None:
        if "strong" not in claim.how:
            return beside.judged(
                claim, "not-in-record", f"The record holds no note by {name} that it does not intend to become a party."
            )
        said = f"The record holds no note by {name} that it does not intend to become a party; its signature stands."
        return beside.judged(claim, "contradicts", said, fault="no-such-act")
    because = f"{name} said on {day_text(found[1].day)} that it does not intend to become a party."
    if "strong" in claim.how:
        because += (
            " The treaty knows no way to take a signature back; the note ends what a signatory owes in good faith "
            "(VCLT art. 18(a)), and the name stays on the list."
        )
    dates = [day for day in (found[1].received, found[1].dated, found[1].notified) if day]
    if not claim.date or any(within(claim, day) for day in dates):
        return beside.judged(
            claim,
            "agrees",
            because,
            fault="note-of-intent" if "strong" in claim.how else "",
            acts=(found[0],),
            article="VCLT 18(a)",
        )
    return wrong_day(claim, beside, found[1].day, (found[0],), because, "VCLT 18(a)")
