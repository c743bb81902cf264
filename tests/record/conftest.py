"""A small record as text, which each test spoils in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = {
    "record.toml": "begins = 2026-11-21",
    "sources/depositary.toml": """
        [[source]]
        code = "table"
        title = "Status table"
        publisher = "Depositary"
        kind = "primary"
        """,
    "instruments/statute.toml": """
        name = "Statute of the Court"
        short = "Statute"
        kind = "treaty"
        adopted = 1998-07-17
        signature_opened = 1998-07-17
        signature_closed = 2000-12-31
        consent_opened = 1998-07-17
        depositary = "Secretary-General"
        citation = "1 UNTS 1"
        sources = ["table"]

        [force]
        counting = "month-after-day"
        days = 60
        instruments = 2
        article = "126(2)"

        [withdrawal]
        years = 1
        article = "127(1)"
        """,
    "instruments/amendment.toml": """
        name = "Amendment to article 8"
        short = "Amendment"
        kind = "amendment"
        amends = "statute"
        adopted = 2010-06-10
        consent_opened = 2010-06-10
        depositary = "Secretary-General"
        citation = "RC/Res.5"
        sources = ["table"]

        [force]
        counting = "years-after"
        years = 1
        article = "121(5)"
        """,
    "states/aaa.toml": """
        name = "Aland Republic"
        also = ["Aland"]
        sources = ["table"]

        [[region]]
        code = "north"
        name = "North"

        [[act]]
        kind = "signature"
        instrument = "statute"
        done = 1999-05-04
        sources = ["table"]

        [[act]]
        kind = "ratification"
        instrument = "statute"
        deposited = 2001-03-02
        sources = ["table"]
        """,
    "states/bbb.toml": """
        name = "Bland Republic"
        sources = ["table"]
        """,
    "territories/ccc.toml": """
        name = "Cland"
        parent = "AAA"
        sources = ["table"]
        """,
}


class Text:
    """The text of a record in a folder, to be spoiled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> None:
        """Writes a file; the text may stand indented."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Adds to the end of a file."""
        self.write(name, (self.folder / name).read_text(encoding="utf-8") + "\n" + text)

    def mend(self, name: str, old: str, new: str) -> None:
        """Replaces words of a file, which must be there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))


@pytest.fixture
def data(tmp_path: Path) -> Text:
    """A small sound record as text."""
    text = Text(tmp_path / "data")
    for name, words in FILES.items():
        text.write(name, words)
    return text
