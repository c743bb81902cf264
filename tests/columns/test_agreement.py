"""Tables and the one-case finding agree: every cell, random rows, all of the GED extract."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from columns.agreement import MAP, days_of_change, differences, random_rows

from ratione.columns.cells import Cells

GED = Path(__file__).parents[1] / "data" / "ged_extract.parquet"
CRIMES = ("genocide", "crimes-against-humanity", "war-crimes", "aggression")


def cells(record, *, places):
    """Every place (or every passport) in every epoch."""
    book = Cells(record)
    words = (
        [str(ground) for ground in book.grounds[1 : book.ashore]]
        if places
        else [code or "stateless" for code in book.passports[1:]]
    )
    starts = days_of_change(record)[::2]
    return pl.DataFrame(
        {
            "date": [str(day) for _ in words for day in starts],
            "territory": [word if places else "highseas" for word in words for _ in starts],
            "nationality": ["stateless" if places else word for word in words for _ in starts],
        }
    )


@pytest.mark.slow
@pytest.mark.parametrize("places", [True, False], ids=["places", "passports"])
def test_every_cell_of_the_folded_tables_is_what_the_finding_says(record, law, places):
    frame = cells(record, places=places)
    mapping = {name: name for name in frame.columns}
    assert differences(frame, mapping, record, law, crimes=CRIMES) == []


def test_random_rows_are_what_the_finding_says(record, law):
    assert differences(random_rows(record, 300, seed=7), MAP, record, law) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_a_hundred_thousand_random_rows_are_what_the_finding_says(record, law, seed):
    """What the place alone gives is left to the cells: it would put three more questions for each row."""
    assert differences(random_rows(record, 25_000, seed), MAP, record, law, alone=False) == []


@pytest.mark.slow
@pytest.mark.parametrize("presume", ["none", "territory", "actor"])
def test_every_event_of_the_extract_is_what_the_finding_says(record, law, presume):
    wanted = ("date_start", "date_end", "country", "type_of_violence", "gwnoa")
    frame = pl.read_parquet(GED).select(wanted).unique(["date_start", "date_end", "country", "gwnoa"]).sort(wanted)
    assert differences(frame, None, record, law, presume=presume, by_epoch=True) == []
