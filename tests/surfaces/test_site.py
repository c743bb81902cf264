"""The site: every page in every language, its twins, what it shows beside the record, and what keeps it safe."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from html import unescape
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

import ratione
from ratione.surfaces.serving import application
from ratione.surfaces.site import render
from ratione.surfaces.site.book import Book
from ratione.surfaces.site.catalogue import LANGUAGES, strings
from ratione.surfaces.site.limits import Allowance
from ratione.surfaces.site.page import Request
from ratione.surfaces.site.routes import ROUTES, Route
from ratione.surfaces.site.server import parts_of

TODAY = date(2026, 11, 21)
RECORD = ratione.Record.embedded()
BOOK = Book(RECORD, lambda: TODAY)
STYLE = len((files("ratione.surfaces.site") / "static" / "style.css").read_bytes())
MOST = 100_000
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=Allowance(10_000, 1000)))


def first_path(route: Route) -> str:
    """One address of a route."""
    return route.path(next(iter(route.every(Request(BOOK)))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("route", ROUTES, ids=lambda one: one.pattern)
def test_every_kind_of_page_is_drawn_in_every_language_within_its_size(
    client: TestClient, route: Route, language: str
) -> None:
    path = first_path(route)
    at = path if language == "en" else f"/{language}{path if path != '/' else ''}"
    answer = client.get(at)
    assert answer.status_code == 200, at
    assert f'<html lang="{language}">' in answer.text
    if not path.startswith("/map"):
        assert len(answer.content) + STYLE <= MOST
    twin = client.get(f"{at if at != '/' else '/index'}.json")
    assert (twin.status_code, twin.headers["content-type"]) == (200, "application/json")


@pytest.mark.slow
@pytest.mark.parametrize(
    "route", [one for one in ROUTES if "{" in one.pattern and "map" not in one.pattern], ids=lambda one: one.pattern
)
def test_no_page_is_larger_than_it_may_be(route: Route) -> None:
    request = Request(BOOK)
    for words in route.every(request):
        page = route.view(request, *words)
        size = len(render.as_html(request, route.path(words), page).encode())
        assert size + STYLE <= MOST, (route.path(words), size)


def test_no_language_lacks_a_string_or_holds_one_too_many() -> None:
    assert {language: set(strings(language)) for language in LANGUAGES} == {
        language: set(strings("en")) for language in LANGUAGES
    }
    for language in LANGUAGES:
        assert not [
            key for key, word in strings(language).items() if not word and (key, language) != ("lang.note", "en")
        ]


def test_every_string_that_a_template_asks_for_is_there() -> None:
    folder = files("ratione.surfaces.site") / "templates"
    for path in folder.iterdir():
        for key in re.findall(r"\bt\('([\w.-]+)'\)", path.read_text("utf-8")):
            assert key in strings("en"), f"{path.name}: {key}"


@pytest.mark.parametrize("code", ["UKR", "PHL", "USA", "HUN", "PSE", "NRU", "GBR"])
def test_a_state_page_shows_every_span_day_of_the_record_and_no_other_status(client: TestClient, code: str) -> None:
    law = ratione.Law(RECORD, TODAY)
    page = client.get(f"/states/{code}").text
    for row in ratione.spans(law):
        if row.iso3 == code:
            assert ratione.said_day(row.start) in page
            if row.until:
                assert ratione.said_day(row.until) in page
    rows = list(csv.DictReader(io.StringIO(client.get(f"/states/{code}.csv").text)))
    assert {(row["instrument"], row["status"], row["from"], row["until"]) for row in rows} == {
        (row.instrument, row.status, row.start.isoformat(), row.until.isoformat() if row.until else "")
        for row in ratione.spans(law)
        if row.iso3 == code
    }


@pytest.mark.parametrize("day", ["2002-07-01", "2017-10-26", "2017-10-27", "2019-03-17", "2025-01-01", "2026-06-02"])
def test_home_map_list_and_instrument_agree_on_the_number_of_parties(client: TestClient, day: str) -> None:
    law, on = ratione.Law(RECORD, TODAY), date.fromisoformat(day)
    sure = sum(str(row.answer) == "yes" for _, row in ratione.parties(law, "rome-statute", on))
    told = {"on": day}
    counts = client.get("/map.json", params=told).json()["counts"]
    listed = client.get("/states.json", params=told).json()["states"]
    assert counts.get("party", 0) + counts.get("leaving", 0) == sure
    assert sum(row["status"] == "party" and row["answer"] == "yes" for row in listed) == sure
    assert client.get("/instruments/rome-statute.json", params=told).json()["parties"] == sure
    assert client.get("/index.json", params=told).json()["parties"] == sure
    assert f"<b>{sure}</b>" in client.get("/", params=told).text


def test_the_finding_page_says_what_the_finding_says(client: TestClient) -> None:
    told = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"}
    found = ratione.jurisdiction(ratione.Facts(**told), RECORD, asked_on=TODAY)
    data = client.get("/ask/jurisdiction.json", params=told).json()
    assert (data["answer"], data["articles"]) == (str(found.answer), found.articles)
    page = client.get("/ask/jurisdiction", params=told).text
    assert "asked_on=2026-11-21" in page
    assert '<details open><summary><span class="answer a-yes">' in page


def test_what_if_says_the_answer_with_and_without(client: TestClient) -> None:
    told = {
        "crime": "genocide",
        "on": "2027-06-01",
        "nationality": "USA",
        "territory": "highseas",
        "suppose": "USA ratification rome-statute 2027-03-01",
    }
    data = client.get("/ask/jurisdiction.json", params=told).json()
    assert (data["answer"], data["without_supposition"]) == ("yes", "no")


@pytest.mark.parametrize(("form", "begins"), [("md", b"# Jurisdiction"), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_memo_can_be_taken_away(client: TestClient, form: str, begins: bytes) -> None:
    answer = client.get(
        f"/ask/jurisdiction.{form}",
        params={"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
    )
    assert answer.content.startswith(begins)
    assert "attachment" in answer.headers["content-disposition"]


def test_a_memo_on_united_states_law_names_measures_and_how_to_find_it_again(client: TestClient) -> None:
    told = {"activity": "direct-funding", "on": "2015-06-01"}
    text = client.get("/ask/united-states.md", params=told).text
    for word in (
        "22 U.S.C. 7401(b)",
        "PROHIBITED",
        "Money to the Court",
        "1 June 2015",
        RECORD.version,
        "asked_on=2026-11-21",
    ):
        assert word in text
    for form, begins in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert client.get(f"/ask/united-states.{form}", params=told).content.startswith(begins)
    assert client.get("/ask/united-states.md").status_code == 404


CASES = """id,crime,on,territory,nationality
bucha,war-crimes,2022-03-04,UKR,RUS
typo,war-crimes,soon,UKR,RUS
=1+1,genocide,2001-01-01,USA,USA
"""


def test_a_table_of_cases_is_answered_row_by_row(client: TestClient) -> None:
    page = client.post("/ask/jurisdiction", files={"table": ("cases.csv", CASES.encode())}).text
    rows = re.findall(r'<th scope="row"><span lang="">(.*?)</span></th><td><span class="answer a-(\w+)">(\w+)', page)
    assert rows == [("bucha", "yes", "yes"), ("typo", "no", "error"), ("=1+1", "no", "no")]
    assert "&#39;=1+1" in page, "a cell that a spreadsheet would run is told as text"


def test_a_table_on_united_states_law_is_answered_in_the_language_of_the_page(client: TestClient) -> None:
    table = "id,on,activity,beneficiary\na,2015-06-01,direct-funding,icc\n"
    page = client.post("/fr/ask/united-states", data={"rows": table}).text
    assert '<html lang="fr">' in page
    assert '<span class="answer a-no">non</span>' in page


BAD_TABLES = [
    ("x" * 410_000, 413),
    ("", 400),
    ("colour\nred\n", 400),
    ("id,on\n" + "a,2020-01-01\n" * 501, 400),
    ("\x00\x01", 400),
]


@pytest.mark.parametrize(("table", "status"), BAD_TABLES, ids=["long", "empty", "no facts", "rows", "no text"])
def test_tables_are_bounded_and_must_be_tables(client: TestClient, table: str, status: int) -> None:
    assert client.post("/ask/jurisdiction", data={"rows": table}).status_code == status


def test_a_hostile_table_comes_back_as_text(client: TestClient) -> None:
    table = f'id,on,territory\n"{HOSTILE.replace(chr(34), chr(39))}",2020-01-01,<script>alert(1)</script>\n'
    page = client.post("/ask/jurisdiction", files={"table": ("a.csv", table.encode())}).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_document_is_checked_in_the_language_of_the_page(client: TestClient) -> None:
    page = client.post("/es/check", data={"text": "Burundi ratified the Rome Statute on 20 September 2004."}).text
    assert '<html lang="es">' in page
    assert strings("es")["verdict.contradicts"] in page


def test_any_page_may_be_asked_of_the_record_as_it_stood_and_says_so(client: TestClient) -> None:
    day = RECORD.day.isoformat()
    page = client.get("/states/UKR", params={"known_on": day}).text
    assert f"known_on={day}" in page.partition('class="cite"')[2]
    told = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS", "known_on": day}
    assert f"known_on={day}" in client.get("/ask/jurisdiction.md", params=told).text
    assert client.get("/states/UKR", params={"known_on": "1999-01-01"}).status_code == 400
    assert client.get("/states/UKR", params={"record": "0" * 16}).status_code == 400


@pytest.mark.parametrize(("form", "begins"), [("ics", "BEGIN:VCALENDAR"), ("atom", "<?xml")])
def test_the_history_can_be_taken_away_for_other_programs(client: TestClient, form: str, begins: str) -> None:
    answer = client.get(f"/united-states/timeline.{form}", params={"administration": "obama"})
    assert answer.text.startswith(begins)
    assert "Kenya" in answer.text
    assert client.get(f"/states.{form}").status_code == 404


def test_a_page_is_cited_by_its_whole_address_with_the_days_it_used() -> None:
    app = application(RECORD, log=False, today=lambda: TODAY, address="https://ratione.example/")
    cite = TestClient(app).get("/fr/states/UKR").text.partition('class="cite"')[2]
    assert "https://ratione.example/fr/states/UKR?on=2026-11-21&amp;asked_on=2026-11-21" in cite


def test_a_limb_shows_the_worked_questions_that_it_decides(client: TestClient) -> None:
    rows = client.get("/limbs/opted_out.json").json()["questions"]
    assert rows[0]["alone"]
    page = client.get("/limbs/opted_out").text
    for row in rows:
        assert row["title"].replace("'", "&#39;") in page
        assert row["authority"] in page
        asked = client.get("/ask/jurisdiction.json", params=row["query"]).json()
        assert asked["answer"] == row["answer"]


@pytest.mark.parametrize(
    ("query", "code"),
    [("Untied States", "USA"), ("Palestin", "PSE"), ("Cote dIvoire", "CIV"), ("Darfur", "SDN"), ("Ukrane", "UKR"),
     ("EO 14203", "eo14203-"), ("DRC", "COD"), ("Karim Kahn", "khan")],
)  # fmt: skip
def test_what_people_type_comes_first(client: TestClient, query: str, code: str) -> None:
    assert client.get("/search.json", params={"q": query}).json()["results"][0]["code"].startswith(code)


@pytest.mark.parametrize(
    ("on", "word"), [("2003-08-01", "permitted"), ("2005-01-01", "prohibited"), ("2026-11-21", "permitted")]
)
def test_aid_law_on_the_page_of_a_state_is_that_of_the_day_shown(client: TestClient, on: str, word: str) -> None:
    rows = client.get("/states/BOL.json", params={"on": on}).json()["aid_law"]
    told = {"activity": "military-aid-to-party", "on": on, "beneficiary": "state:BOL"}
    assert [row["word"] for row in rows if row["code"] == "military-aid-to-party"] == [word]
    assert client.get("/ask/united-states.json", params=told).json()["word"] == word


WEAK = "amendment-art8-2010"


@pytest.mark.parametrize("path", [f"/map?instrument={WEAK}", "/grid", f"/instruments/{WEAK}"])
def test_a_weak_row_says_so_wherever_it_is_shown(client: TestClient, path: str) -> None:
    weak = [row.code for row in ratione.standings(ratione.Law(RECORD, TODAY), WEAK, TODAY) if row.weak]
    assert weak
    page = client.get(path).text.partition("<main")[2]
    for code in weak:
        row = page.partition(f'href="/states/{code}')[2]
        assert 'class="weak"' in re.split(r"</li>|</tr>", row)[0], code


def test_bolton_is_found_by_what_he_said(client: TestClient) -> None:
    found = client.get("/search.json", params={"q": "Bolton"}).json()["results"]
    assert {"event", "statement"} <= {row["kind"] for row in found}


def test_a_memo_names_articles_sources_and_the_day(client: TestClient) -> None:
    told = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"}
    text = client.get("/ask/jurisdiction.md", params=told).text
    for word in ("12(3)", "21 November 2026", RECORD.version, "Authorities and sources", "Presumed"):
        assert word in text


@pytest.mark.parametrize("query", ["Ukrane", "ukraine", "Cote d'Ivoire", "Untied States", "darfor", "phillipines"])
def test_a_name_need_not_be_spelled_right(client: TestClient, query: str) -> None:
    assert client.get("/search.json", params={"q": query}).json()["count"] >= 1


def test_a_page_that_is_not_there_names_what_is_near(client: TestClient) -> None:
    answer = client.get("/states/Ukrane")
    assert answer.status_code == 404
    assert 'href="/states/UKR"' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/search?q={}",
        "/ask/jurisdiction?crime={}",
        "/ask/jurisdiction?crime=genocide&territory={}",
        "/ask/united-states?activity={}",
        "/states/{}",
        "/states?on={}",
        "/map?year={}",
        "/united-states/timeline?actor={}",
    ],
)
def test_nothing_that_is_told_comes_back_as_markup(client: TestClient, path: str) -> None:
    page = client.get(path.format(HOSTILE.replace("/", "%2F").replace("#", ""))).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_hostile_document_comes_back_as_text(client: TestClient) -> None:
    text = f"{HOSTILE} Burundi ratified the Rome Statute on 20 September 2004. {HOSTILE}"
    for name in ("a.md", "a.html", "a.txt"):
        page = client.post("/check", files={"document": (name, text.encode())}).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "contradicts" in page


def test_documents_are_bounded(client: TestClient) -> None:
    assert client.post("/check", data={"text": "x" * 2_100_000}).status_code == 413
    assert (
        client.post("/check", content=b"nonsense", headers={"content-type": "multipart/form-data"}).status_code == 400
    )


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_broken_document_is_an_error_and_not_a_fault(client: TestClient, name: str) -> None:
    assert client.post("/check", files={"document": (name, b"%PDF-1.4 broken")}).status_code == 400


def test_every_page_has_a_policy_that_allows_no_script_in_it(client: TestClient) -> None:
    for path in ("/", "/map", "/states/UKR", "/ask/jurisdiction", "/nothing"):
        answer = client.get(path)
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert not re.search(r"<script|\son\w+=|\sstyle=|https?://(?!www\.w3\.org)[^\"]*\.(js|css|png)", answer.text)


def test_no_page_sets_a_cookie(client: TestClient) -> None:
    assert "set-cookie" not in client.get("/").headers


@pytest.mark.parametrize(
    "path", ["/states?on=0", "/states?on=2020-02-31", "/states/UKR?asked_on=yesterday", "/map/1492", "/changes?since=x"]
)
def test_a_day_that_is_none_is_an_error_that_says_so(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (400, 404)


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    mark = client.get("/states/UKR").headers["etag"]
    assert client.get("/states/UKR", headers={"if-none-match": mark}).status_code == 304
    assert RECORD.version in mark


def test_health_is_told_and_other_methods_are_refused(client: TestClient) -> None:
    assert [client.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]
    assert client.put("/states").status_code == 405


def test_the_log_has_no_question_and_no_document() -> None:
    out = io.StringIO()
    app = application(RECORD, log=True, today=lambda: TODAY)
    app.out = out  # type: ignore[attr-defined]
    client = TestClient(app)
    client.get(
        "/ask/jurisdiction", params={"crime": "genocide", "territory": "UKR", "on": "2020-01-01", "nationality": "RUS"}
    )
    client.post("/check", data={"text": "secretword Burundi ratified."})
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(row["method"], row["path"], row["status"]) for row in rows] == [
        ("GET", "/ask/jurisdiction", 200),
        ("POST", "/check", 200),
    ]
    assert "secretword" not in out.getvalue()


PARTS = [
    ("/fr/states/UKR.json", ("fr", "/states/UKR", "json")),
    ("/", ("en", "/", "")),
    ("/es", ("es", "/", "")),
    ("/index.json", ("en", "/", "json")),
    ("/states/", ("en", "/states", "")),
    ("/sources/a.b", ("en", "/sources/a.b", "")),
]


@pytest.mark.parametrize(("path", "parts"), PARTS, ids=[row[0] for row in PARTS])
def test_an_address_is_language_path_and_form(path: str, parts: tuple[str, str, str]) -> None:
    assert parts_of(path) == parts


def test_a_cell_that_a_spreadsheet_would_run_is_told_as_text() -> None:
    assert [render.plain(cell) for cell in ("=1+1", "@x", "-x", "-1", "2020-01-01", None)] == [
        "'=1+1",
        "'@x",
        "'-x",
        "-1",
        "2020-01-01",
        "",
    ]


def test_an_allowance_fills_up_again() -> None:
    now = [0.0]
    bucket = Allowance(2, 1, lambda: now[0])
    assert [bucket.take("a"), bucket.take("a"), bucket.take("a"), bucket.take("b")] == [True, True, False, True]
    now[0] = 1.0
    assert bucket.take("a")


@pytest.mark.parametrize("code", RECORD.history.debates)
def test_a_debate_in_prose_shows_each_sentence_with_links_that_lead_somewhere(client: TestClient, code: str) -> None:
    written = RECORD.history.debates[code]
    page = client.get(f"/debates/{code}").text
    for sentence in written.sentences:
        assert sentence.text in unescape(page)
    links = set(re.findall(r'href="(/(?:debates|sources|united-states)/[^"#]+)', page))
    assert links
    assert [link for link in links if client.get(link).status_code != 200] == []
    assert f'href="/debates/{code}"' in client.get("/debates").text
    assert client.get(f"/debates/{code}.json").json()["answers"] == list(written.answers)
