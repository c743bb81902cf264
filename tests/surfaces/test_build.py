"""The site as files: every page, every twin, every link, from disk."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import ratione
from ratione.surfaces.site.address import Links
from ratione.surfaces.site.build import broken_links, build_site
from ratione.surfaces.site.catalogue import strings

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public")
    build_site(ratione.Record.embedded_path(), out, TODAY)
    return out


@pytest.mark.slow
def test_every_link_of_every_file_leads_to_a_file(built: Path) -> None:
    assert broken_links(built) == []


@pytest.mark.slow
def test_every_state_year_and_contested_point_has_its_file_with_twins(built: Path) -> None:
    record = ratione.Record.embedded()
    for folder, codes in (("states", record.states), ("debates", record.disputes), ("situations", record.situations)):
        for code in codes:
            assert (built / folder / f"{code}.html").exists()
            assert (built / folder / f"{code}.json").exists()
    assert (built / "map" / "2017.html").exists()
    assert (built / "states" / "UKR.csv").exists()


@pytest.mark.slow
def test_files_need_no_server_and_no_script_but_that_of_the_search(built: Path) -> None:
    for path in built.rglob("*.html"):
        page = path.read_text("utf-8")
        assert not re.search(r'(href|src|action)="/', page), path
        assert ("<script" in page) == (path.name == "search.html"), path
        assert "<form" not in page or path.name == "search.html" or 'role="search"' in page


@pytest.mark.slow
def test_the_search_of_the_files_knows_every_thing(built: Path) -> None:
    text = (built / "static" / "search-data.fr.js").read_text("utf-8")
    rows = json.loads(text.removeprefix("window.RATIONE = ").removesuffix(";\n"))
    assert len(rows) == len(ratione.things(ratione.Record.embedded()))
    assert [row[2] for row in rows if row[:2] == [strings("fr")["kind.state"], "DEU"]] == ["Allemagne"]


LINKS = [
    (("/states/UKR", "en"), "/debates", "../debates.html"),
    (("/states/UKR", "fr"), "/states/RUS", "RUS.html"),
    (("/", "en"), "/states/UKR", "states/UKR.html"),
    (("/", "fr"), "/map/2017", "map/2017.html"),
]


@pytest.mark.parametrize(("page", "path", "href"), LINKS, ids=range(len(LINKS)))
def test_files_link_to_each_other_by_where_they_lie(page: tuple[str, str], path: str, href: str) -> None:
    assert Links(page[0], page[1], static=True)(path) == href
