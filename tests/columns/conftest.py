"""One record, one law and one tagger for all tests of tables."""

from __future__ import annotations

import pytest

from ratione import Record
from ratione.timelines.law import Law


@pytest.fixture(scope="session")
def record():
    return Record.embedded()


@pytest.fixture(scope="session")
def law(record):
    return Law(record, record.day)
