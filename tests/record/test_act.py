"""An act counts from the day that its kind makes the day of the act."""

from __future__ import annotations

from datetime import date

import pytest

from ratione.record import act as kinds

ONE, TWO, THREE = date(2010, 3, 11), date(2010, 4, 12), date(2010, 5, 13)
ACTS = {
    "signature": (kinds.Signature(instrument="s", done=ONE), ONE),
    "final-act": (kinds.FinalActSignature(instrument="s", done=ONE), ONE),
    "deposit": (kinds.Succession(instrument="s", deposited=TWO, effective=ONE, overrides="126(2)"), TWO),
    "notice": (kinds.WithdrawalNotice(instrument="s", dated=ONE, received=TWO, notified=THREE), TWO),
    "declaration-124": (kinds.Declaration124(instrument="s", deposited=ONE, shields=("nationals",), years=7), ONE),
    "clause-deposited": (
        kinds.TerritorialExclusion(instrument="s", territories=("C",), deposited=ONE, received=TWO, effective=THREE),
        ONE,
    ),
    "clause-received": (
        kinds.TerritorialExtension(instrument="s", territories=("C",), received=TWO, effective=ONE, overrides="x"),
        TWO,
    ),
    "clause-effective": (
        kinds.TerritorialExtension(instrument="s", territories=("C",), effective=THREE, overrides="x"),
        THREE,
    ),
    "other-deposited": (kinds.OtherDeclaration(instrument="s", deposited=ONE, received=TWO), ONE),
    "other-received": (kinds.OtherDeclaration(instrument="s", received=TWO), TWO),
    "announcement": (kinds.Announcement(instrument="s", announced=ONE, subject="to leave"), ONE),
}


@pytest.mark.parametrize(("act", "day"), ACTS.values(), ids=ACTS)
def test_the_day_of_an_act(act, day):
    assert act.day == day


def test_the_key_is_state_instrument_kind_and_day():
    act = kinds.WithdrawalNotice(instrument="statute", received=TWO)
    assert act.key_in("BDI") == "bdi-statute-withdrawal-notice-2010-04-12"


def test_a_key_of_its_own_counts():
    assert kinds.Signature(instrument="statute", done=ONE, key="bdi-first").key_in("BDI") == "bdi-first"
