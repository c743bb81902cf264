"""Walking names every row as a reader of the file would."""

from __future__ import annotations

from ratione.record.reading import read
from ratione.record.walking import rows


def test_rows_come_in_the_order_of_the_text_with_the_row_they_stand_in(data):
    found = [(one.where, type(one.row).__name__, type(one.inside).__name__) for one in rows(read(data.folder))]
    assert found == [
        ("states/aaa.toml", "State", "NoneType"),
        ("states/aaa.toml, region 1", "Region", "State"),
        ("states/aaa.toml, act 1", "Signature", "State"),
        ("states/aaa.toml, act 2", "Ratification", "State"),
        ("states/bbb.toml", "State", "NoneType"),
        ("territories/ccc.toml", "Territory", "NoneType"),
        ("instruments/amendment.toml", "Instrument", "NoneType"),
        ("instruments/amendment.toml, force", "EntryIntoForce", "Instrument"),
        ("instruments/statute.toml", "Instrument", "NoneType"),
        ("instruments/statute.toml, force", "EntryIntoForce", "Instrument"),
        ("instruments/statute.toml, withdrawal", "WithdrawalRule", "Instrument"),
    ]
