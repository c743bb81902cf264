"""Answers: no < open < yes."""

from __future__ import annotations

from itertools import product

import pytest

from ratione import Answer, OpenKind

NO, OPEN, YES = Answer
TABLE = {
    # one, two: and, or
    (NO, NO): (NO, NO), (NO, OPEN): (NO, OPEN), (NO, YES): (NO, YES),
    (OPEN, NO): (NO, OPEN), (OPEN, OPEN): (OPEN, OPEN), (OPEN, YES): (OPEN, YES),
    (YES, NO): (NO, YES), (YES, OPEN): (OPEN, YES), (YES, YES): (YES, YES),
}  # fmt: skip


@pytest.mark.parametrize(("one", "two"), list(product(Answer, Answer)), ids=str)
def test_and_is_the_lower_and_or_the_higher(one, two):
    assert (one & two, one | two) == TABLE[one, two]
    assert type(one & two) is type(one | two) is Answer


@pytest.mark.parametrize(("answer", "turned"), [(NO, YES), (OPEN, OPEN), (YES, NO)])
def test_not_swaps_no_and_yes_and_leaves_open(answer, turned):
    assert ~answer is turned


@pytest.mark.parametrize(("answer", "word"), [(NO, "no"), (OPEN, "open"), (YES, "yes")])
def test_words(answer, word):
    assert str(answer) == word
    assert Answer.of(word) is Answer.of(word.upper()) is answer


def test_an_unknown_word():
    with pytest.raises(KeyError):
        Answer.of("maybe")


def test_three_kinds_of_open():
    assert [str(kind) for kind in OpenKind] == ["contested", "fact", "weak"]
