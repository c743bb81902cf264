"""Errors: where, what was found, what was expected, what to do."""

from __future__ import annotations

import pytest

from ratione import FactError, InputError, NotInstalled, RationeError, RecordError
from ratione.errors import near


@pytest.mark.parametrize(
    ("error", "parents", "code"),
    [
        (FactError("on", "x", "a day"), (InputError, RationeError), 2),
        (NotInstalled("the table", "columns"), (InputError, RationeError), 2),
        (RecordError(["a"]), (RationeError,), 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_family(error, parents, code):
    assert isinstance(error, parents)
    assert error.exit_code == code


def test_what_a_fact_error_says():
    assert str(FactError("age", "old", "a number")) == "age: found 'old', expected a number"
    mended = FactError("territory", "Untied States", "a state", hint="United States")
    assert str(mended) == "territory: found 'Untied States', expected a state; did you mean 'United States'?"
    assert (mended.field, mended.found, mended.expected, mended.hint) == (
        "territory", "Untied States", "a state", "United States",
    )  # fmt: skip


def test_what_is_not_installed_says_the_command():
    assert str(NotInstalled("working on tables", "columns")) == (
        "working on tables needs more than is installed; mend it with: pip install 'ratione[columns]'"
    )


def test_all_faults_of_a_record_are_listed():
    assert str(RecordError(["one"])) == "the record is unsound: 1 fault\none"
    assert str(RecordError(["one", "two"])) == "the record is unsound: 2 faults\none\ntwo"


@pytest.mark.parametrize(
    ("word", "found"),
    [("Untied States", "United States"), ("FRANCE", "France"), ("Frnace", "France"), ("Xyzzy", None), ("", None)],
)
def test_the_nearest_name(word, found):
    assert near(word, ["United States", "France"]) == found
