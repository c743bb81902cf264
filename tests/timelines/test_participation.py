"""Who is bound since when: art. 125 to 127, and what signing and leaving mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ratione import Answer
from ratione.timelines.participation import leavings, pending

NO, OPEN, YES = Answer
STATUTE = "rome-statute"


def spans(law, family, state, instrument=STATUTE):
    """The days from which a line answers, as pairs."""
    steps = law.line(family, state, instrument).steps
    return [(step.day, str(step.answer)) for step in steps[1:]]


SIXTIETH_DAY = [
    # state, deposit, the sixtieth day, in force, what a wrong rule gives
    ("VCT", date(2002, 12, 3), date(2003, 2, 1), date(2003, 3, 1), date(2003, 2, 1)),
    ("ALB", date(2003, 1, 31), date(2003, 4, 1), date(2003, 5, 1), date(2003, 4, 1)),
    ("GTM", date(2012, 4, 2), date(2012, 6, 1), date(2012, 7, 1), date(2012, 6, 1)),
    ("TCD", date(2006, 11, 1), date(2006, 12, 31), date(2007, 1, 1), date(2007, 2, 1)),
    ("VUT", date(2011, 12, 2), date(2012, 1, 31), date(2012, 2, 1), date(2012, 3, 1)),
    ("AUS", date(2002, 7, 1), date(2002, 8, 30), date(2002, 9, 1), date(2002, 10, 1)),
    ("HND", date(2002, 7, 1), date(2002, 8, 30), date(2002, 9, 1), date(2002, 10, 1)),
]
"""Art. 126(2), the first day of the month after the sixtieth day following deposit; a day printed by another publisher
than the one whose deposit is used confirms each of the seven (Portuguese gazette, Dutch treaty database, PGA)."""


@pytest.mark.parametrize(
    ("state", "deposit", "sixtieth", "force", "wrong"), SIXTIETH_DAY, ids=[r[0] for r in SIXTIETH_DAY]
)
def test_force_begins_on_the_first_of_the_month_after_the_sixtieth_day(law, state, deposit, sixtieth, force, wrong):
    """The day of deposit is day 0; where the sixtieth day is a first of a month, the next first counts."""
    assert deposit + timedelta(days=60) == sixtieth
    steps = law.line("party", state, STATUTE).steps
    assert steps[1].day == force != wrong
    assert (steps[0].answer, steps[1].answer) == (NO, YES)
    assert steps[1].article == "126(2)"
    act = law.record.acts[steps[1].because[0]][1]
    assert act.deposited == deposit


MEMBERSHIP = {
    # founders: those that had deposited by 11 April 2002
    "founder (art. 126(1))": ("DEU", [(date(2002, 7, 1), "yes")]),
    "one of the ten of 11 April 2002": ("COD", [(date(2002, 7, 1), "yes")]),
    "after the sixtieth, before 1 July 2002: art. 126(2)": ("GRC", [(date(2002, 8, 1), "yes")]),
    "succession, with its own day of effect": ("MNE", [(date(2006, 6, 3), "yes")]),
    "instrument taken back before entry into force": ("MYS", []),
    "never deposited": ("USA", []),
    "withdrawal, one year after receipt": ("BDI", [(date(2004, 12, 1), "yes"), (date(2017, 10, 27), "no")]),
    "withdrawal on 17 March": ("PHL", [(date(2011, 11, 1), "yes"), (date(2019, 3, 17), "no")]),
    "notice taken back after three months": ("GMB", [(date(2002, 9, 1), "yes")]),
    "notice taken back, South Africa": ("ZAF", [(date(2002, 7, 1), "yes")]),
    "notice taken back four days before effect": ("HUN", [(date(2002, 7, 1), "yes")]),
    "pending, Niger": ("NER", [(date(2002, 7, 1), "yes"), (date(2027, 6, 18), "no")]),
    "pending, Burkina Faso": ("BFA", [(date(2004, 7, 1), "yes"), (date(2027, 6, 24), "no")]),
    "pending, Mali": ("MLI", [(date(2002, 7, 1), "yes"), (date(2027, 6, 24), "no")]),
    "pending, Venezuela": ("VEN", [(date(2002, 7, 1), "yes"), (date(2027, 7, 24), "no")]),
    "pending, Chad": ("TCD", [(date(2007, 1, 1), "yes"), (date(2027, 7, 27), "no")]),
    "pending, Nauru": ("NRU", [(date(2002, 7, 1), "yes"), (date(2027, 9, 23), "no")]),
    "announced only, Kenya": ("KEN", [(date(2005, 6, 1), "yes")]),
    "the newest, Ukraine": ("UKR", [(date(2025, 1, 1), "yes")]),
}


@pytest.mark.parametrize(("state", "wanted"), MEMBERSHIP.values(), ids=MEMBERSHIP)
def test_membership(law, state, wanted):
    """Only a deposit makes a party and only a notice that ran its year unmakes one."""
    assert spans(law, "party", state) == wanted


def test_those_who_deposit_on_the_day_of_the_sixtieth_belong_to_the_same_batch(law):
    """Ten deposited together on 11 April 2002, so that deposits went from 56 to 66: nobody is the sixtieth."""
    (step,) = law.line("in_force", STATUTE).steps[1:]
    assert step.day == date(2002, 7, 1)
    assert step.article == "126(1)"
    assert len(step.because) == 10
    assert {law.record.acts[key][1].deposited for key in step.because} == {date(2002, 4, 11)}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2002, 6, 30), 0),
        (date(2002, 7, 1), 66),
        (date(2002, 8, 1), 67),
        (date(2012, 6, 30), 120),
        (date(2012, 7, 1), 121),
        (date(2013, 5, 1), 122),
        (date(2015, 4, 1), 123),
        (date(2016, 6, 1), 124),
        (date(2017, 10, 26), 124),
        (date(2017, 10, 27), 123),
        (date(2019, 3, 16), 123),
        (date(2019, 3, 17), 122),
        (date(2020, 2, 1), 123),
        (date(2024, 1, 31), 123),
        (date(2024, 2, 1), 124),
        (date(2024, 12, 31), 124),
        (date(2025, 1, 1), 125),
        (date(2026, 6, 2), 125),
        (date(2026, 7, 24), 125),
        (date(2026, 11, 21), 125),
        (date(2027, 6, 17), 125),
        (date(2027, 6, 18), 124),
        (date(2027, 6, 24), 122),
        (date(2027, 7, 24), 121),
        (date(2027, 7, 27), 120),
        (date(2027, 9, 22), 120),
        (date(2027, 9, 23), 119),
    ],
    ids=str,
)
def test_count_of_parties(law, record, day, count):
    """As the Court, its Assembly and the depositary counted them; 2027 if nobody takes a notice back."""
    assert sum(law.line("party", code, STATUTE).at(day).answer is YES for code in record.states) == count


PENDING = {"NER": date(2027, 6, 18), "BFA": date(2027, 6, 24), "MLI": date(2027, 6, 24), "VEN": date(2027, 7, 24),
           "TCD": date(2027, 7, 27), "NRU": date(2027, 9, 23)}  # fmt: skip


def test_six_notices_are_pending(law, record):
    found = {
        code: leaving.step.day for code in record.states for leaving in pending(law, code, STATUTE, date(2026, 11, 21))
    }
    assert found == PENDING


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2025, 6, 1), 0), (date(2025, 6, 2), 1), (date(2026, 5, 28), 1), (date(2026, 5, 29), 0)],
    ids=str,
)
def test_a_notice_is_pending_from_receipt_until_it_is_taken_back(law, day, count):
    assert len(pending(law, "HUN", STATUTE, day)) == count


@pytest.mark.parametrize(("day", "count"), [(date(2017, 10, 26), 1), (date(2017, 10, 27), 0)], ids=str)
def test_a_notice_is_pending_until_it_takes_effect(law, day, count):
    assert len(pending(law, "BDI", STATUTE, day)) == count


def test_no_withdrawal_takes_effect_earlier_than_one_year_after_receipt(law, record):
    """Art. 127(1): one year after receipt, unless the notice names a later day."""
    every = [leaving for code in record.states for leaving in leavings(law, code, STATUTE)]
    assert len(every) >= 11
    for leaving in every:
        assert leaving.step.day >= leaving.received.replace(year=leaving.received.year + 1)
        assert leaving.step.article == "127(1)"


def test_a_notice_that_was_taken_back_is_known_from_that_day_only(asked):
    """Asked between notice and rescission, Hungary was about to leave; asked later, it never did."""
    before, after = asked(date(2026, 5, 28)), asked(date(2026, 5, 29))
    assert before.line("party", "HUN", STATUTE).at(date(2026, 6, 2)).answer is NO
    assert after.line("party", "HUN", STATUTE).at(date(2026, 6, 2)).answer is YES


def test_an_act_does_not_count_before_its_day(asked):
    assert asked(date(2004, 9, 20)).line("party", "BDI", STATUTE).steps[1:] == ()
    assert asked(date(2004, 9, 21)).line("party", "BDI", STATUTE).steps[1].day == date(2004, 12, 1)
    assert asked(date(2016, 10, 26)).line("party", "BDI", STATUTE).at(date(2018, 1, 1)).answer is YES
    assert asked(date(2016, 10, 27)).line("party", "BDI", STATUTE).at(date(2018, 1, 1)).answer is NO


def test_no_statute_in_force_before_its_sixtieth_instrument_is_known(asked):
    assert asked(date(2002, 4, 10)).line("in_force", STATUTE).steps[1:] == ()
    assert asked(date(2002, 4, 11)).line("in_force", STATUTE).steps[1].day == date(2002, 7, 1)
    assert asked(date(2002, 4, 10)).line("party", "DEU", STATUTE).steps[1:] == ()


GOOD_FAITH = {
    "signed, then made clear it would not join": (
        "USA", [(date(2000, 12, 31), "yes"), (date(2002, 5, 6), "no")],
    ),
    "the same, Israel": ("ISR", [(date(2000, 12, 31), "yes"), (date(2002, 8, 28), "no")]),
    "the same, Sudan": ("SDN", [(date(2000, 9, 8), "yes"), (date(2008, 8, 26), "no")]),
    "the same, Russia": ("RUS", [(date(2000, 9, 13), "yes"), (date(2016, 11, 30), "no")]),
    "acceded without signing: from deposit to entry into force": ("GTM", [(date(2012, 4, 2), "yes"), (date(2012, 7, 1), "no")]),
    "neither signed nor joined": ("CHN", []),
}  # fmt: skip


@pytest.mark.parametrize(("state", "wanted"), GOOD_FAITH.values(), ids=GOOD_FAITH)
def test_the_duty_of_good_faith(law, state, wanted):
    """VCLT art. 18: from signature until the intention not to join is made clear, and from consent until it is in force."""
    assert spans(law, "good_faith", state) == wanted


@pytest.mark.parametrize("state", ["USA", "ISR", "SDN", "RUS"])
def test_a_note_of_intent_leaves_the_signature_standing(law, state):
    assert law.line("signed", state, STATUTE).at(date(2026, 11, 21)).answer is YES


def test_139_signed(law, record):
    day = date(2026, 11, 21)
    assert sum(law.line("signed", code, STATUTE).at(day).answer is YES for code in record.states) == 139
    assert sum(law.line("signed", code, STATUTE).at(date(2000, 12, 30)).answer is YES for code in record.states) < 139


@pytest.mark.parametrize(
    ("state", "day", "answer"),
    [
        ("USA", date(2026, 11, 21), YES),
        ("PHL", date(2018, 1, 1), NO),
        ("PHL", date(2019, 3, 17), YES),
        ("DEU", date(2010, 1, 1), NO),
        ("BTN", date(2026, 11, 21), OPEN),
    ],
    ids=lambda value: str(value),
)
def test_observer(law, state, day, answer):
    """Art. 112(1): signed the Statute or the Final Act, and no party; open where the list of the Final Act was not read."""
    assert law.line("observer", state, STATUTE).at(day).answer is answer


APIC = [
    ("CAN", date(2004, 7, 22)),
    ("UKR", date(2007, 2, 28)),
    ("MNE", date(2006, 6, 3)),
    ("PSE", date(2015, 2, 1)),
]


def test_the_agreement_counts_thirty_days(law):
    """Agreement art. 35: thirty days after the tenth deposit, and after each later one."""
    (start,) = law.line("in_force", "apic").steps[1:]
    assert start.day == date(2004, 7, 22)
    assert {law.record.acts[key][1].deposited for key in start.because} == {date(2004, 6, 22)}
    later = law.record.states.keys()
    for code in later:
        for step in law.line("party", code, "apic").steps[1:]:
            act = law.record.acts[step.because[0]][1]
            if step.article == "35(2)" and hasattr(act, "deposited") and act.effective is None:
                assert step.day == act.deposited + timedelta(days=30)


def test_a_withdrawal_that_nobody_verified_leaves_membership_of_the_agreement_open(law):
    """Hungary's denunciation of the Agreement: counted by one list, neither day nor fate known."""
    step = law.line("party", "HUN", "apic").at(date(2026, 11, 21))
    assert (step.answer, step.kind) == (OPEN, "weak")
    assert "was not found" in step.note
