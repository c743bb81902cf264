"""The HTTP API: every question answered, one form of errors, marks, packing, bounds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from httpx import Response
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

import ratione
from ratione.surfaces import cli
from ratione.surfaces.api_forms import FORMS
from ratione.surfaces.api_params import Question
from ratione.surfaces.api_table import NOT_ASKED, QUESTIONS
from ratione.surfaces.cli import COMMANDS
from ratione.surfaces.serving import application
from ratione.surfaces.shelf import Shelf
from ratione.surfaces.site.book import Book
from ratione.surfaces.site.limits import Allowance

TODAY = date(2026, 11, 21)
RECORD = ratione.Record.embedded()


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=Allowance(10_000, 1000)))


def asked(client: TestClient, question: Question, **more: object) -> Response:
    """The question with the words of its examples; nothing is supposed unless it is told."""
    path, told = "/api/v1" + question.path, {}
    for param in question.params:
        if param.where == "path":
            path = path.replace("{" + param.name + "}", param.example)
        elif param.example is not None and param.name != "suppose":
            told[param.name] = param.example
    if question.body is not None:
        return client.post(path, params=told | more, json=question.body_example)
    return client.get(path, params=told | more)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.name)
def test_every_question_is_answered_with_its_example_and_names_the_record(
    client: TestClient, question: Question
) -> None:
    answer = asked(client, question)
    assert answer.status_code == 200, answer.text
    assert answer.json()["record_version"] == RECORD.version
    assert answer.headers["etag"].startswith(f'"{RECORD.version}-')


@pytest.mark.parametrize(
    ("question", "form"),
    [(one, form) for one in QUESTIONS for form in one.forms[1:]],
    ids=lambda one: getattr(one, "name", one),
)
def test_every_form_of_every_question_is_written(client: TestClient, question: Question, form: str) -> None:
    answer = asked(client, question, format=form)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == FORMS[form].media
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content


def test_every_command_is_a_question_here_or_has_a_reason_not_to_be() -> None:
    asked_here = {one.command for one in QUESTIONS if one.command}
    assert asked_here | set(NOT_ASKED) == set(COMMANDS)
    assert not asked_here & set(NOT_ASKED)


def test_every_question_can_be_asked_of_the_record_as_it_was(client: TestClient) -> None:
    for question in QUESTIONS:
        assert {"known_on", "record"} <= {param.name for param in question.all_params}
    begins = RECORD.begins.isoformat()
    assert client.get("/api/v1/record", params={"known_on": begins}).status_code == 200
    assert (
        client.get("/api/v1/record", params={"known_on": TODAY.isoformat()}).json()["record_version"] == RECORD.version
    )
    early = client.get("/api/v1/parties", params={"known_on": "1998-01-01"})
    assert (early.status_code, early.json()["field"]) == (400, "known_on")


def test_a_version_that_is_kept_can_be_asked_and_another_cannot(tmp_path: Path) -> None:
    older = RECORD.with_acts([]).known_on(RECORD.begins)
    (tmp_path / f"{older.version}.json").write_bytes(older.encode())
    (tmp_path / f"{'0' * 16}.json").write_bytes(older.encode())
    shelf = Shelf(Book(RECORD, lambda: TODAY), str(tmp_path))
    assert shelf.book(older.version).record.version == older.version
    assert older.version in shelf.versions()
    for version in ("0" * 16, "f" * 16):
        with pytest.raises(ratione.FactError):
            shelf.book(version)


def test_the_description_names_every_question_with_a_schema_and_an_example_for_every_answer(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    routes = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert routes == {("/api/v1" + one.path, one.method.lower()) for one in QUESTIONS}
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["x-stability"] in ("stable", "unstable")
            for status, answer in operation["responses"].items():
                for content in answer.get("content", {}).values():
                    assert content["schema"], (operation["operationId"], status)
                    assert content["example"] not in (None, ""), (operation["operationId"], status)


def test_examples_fit_their_schemas(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    for methods in described["paths"].values():
        for operation in methods.values():
            for answer in operation["responses"].values():
                for media, content in answer.get("content", {}).items():
                    schema = content["schema"] | {"components": described["components"]}
                    faults = list(Draft202012Validator(schema).iter_errors(content["example"]))
                    assert not faults, (operation["operationId"], media, faults[0].message)


def test_no_field_of_a_finding_is_lost(client: TestClient) -> None:
    told = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"}
    found = ratione.jurisdiction(ratione.Facts(**told), RECORD, asked_on=TODAY)
    plain = msgspec.json.decode(msgspec.json.encode(found.to_dict()))
    answer = client.get("/api/v1/jurisdiction", params=told).json()
    assert holds(answer, plain)
    report = client.post("/api/v1/check", json={"text": "Kenya ratified the Rome Statute on 15 March 2005."}).json()
    assert {"verdict", "because", "should_be", "claim"} <= set(report["claims"][0])


def test_a_finding_on_united_states_law_is_told_whole(client: TestClient) -> None:
    told = {"activity": "information-sharing", "on": "2024-05-01", "situation": "UKR"}
    found = ratione.us_law(RECORD, ratione.UsFacts(**told), asked_on=TODAY)
    plain = msgspec.json.decode(msgspec.json.encode(found.to_dict()))
    answer = client.get("/api/v1/united-states/law", params=told).json()
    assert holds(answer, plain)


def holds(answer: Any, plain: Any) -> bool:
    """Whether an answer says all that plain values say; it may add what is empty there."""
    if isinstance(plain, dict):
        return all(name in answer and holds(answer[name], value) for name, value in plain.items())
    if isinstance(plain, list):
        return len(answer) == len(plain) and all(map(holds, answer, plain))
    return bool(answer == plain)


WRONG = [
    ("/parties?on=0", 400, "on"),
    ("/parties?on=2020-01-01T00:00:00", 400, "on"),
    ("/parties?on=2020-02-31", 400, "on"),
    ("/parties?on=9999-12-31", 400, "on"),
    ("/parties?nonsense=1", 400, "nonsense"),
    ("/parties?on=2026-01-01&on=2026-01-02", 400, "on"),
    ("/states?limit=0", 400, "limit"),
    ("/states?limit=٣", 400, "limit"),
    ("/states?offset=-1", 400, "offset"),
    ("/states/Ukrane", 400, "state"),
    ("/debates/nothing", 404, "debate"),
    ("/jurisdiction?crime=theft", 400, "crime"),
    ("/jurisdiction?territory=%00", 400, "territory"),
    ("/search", 400, "q"),
    ("/united-states/law?activity=", 400, "activity"),
    ("/nothing", 404, None),
    ("/states/%FF", 400, None),
    ("/states?group=%FF", 400, None),
    ("/states/UKR%2Freach", 400, "state"),
    ("/states/", 400, "state"),
    ("/spans?record=../../etc/passwd", 400, "record"),
    ("/spans?record=ffffffffffffffff", 400, "record"),
    ("/parties?suppose=", 400, "suppose"),
    ("/parties?suppose=%20%20", 400, "suppose"),
    ("/parties?suppose=end", 400, "suppose"),
    ("/united-states/sanctions?suppose=list%20%202027-01-01", 400, "suppose"),
    ("/parties?format=xml", 400, "format"),
    ("/united-states/administrations/nobody", 400, "administration"),
    ("/search?q=" + "a" * 9000, 400, None),
    ("/search?" + "q=a&" * 200, 400, None),
]


@pytest.mark.parametrize(("path", "status", "field"), WRONG, ids=[row[0][:40] for row in WRONG])
def test_errors_have_one_form_and_say_what_was_expected(
    client: TestClient, path: str, status: int, field: str | None
) -> None:
    answer = client.get("/api/v1" + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body.get("field") == field


def test_a_near_miss_is_hinted_at(client: TestClient) -> None:
    assert client.get("/api/v1/states/Ukrane").json()["hint"] == "Ukraine"


def test_an_answer_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/states/UKR")
    assert client.get("/api/v1/states/UKR", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_answers_are_packed_and_readable_from_other_sites(client: TestClient) -> None:
    answer = client.get("/api/v1/states", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["access-control-allow-origin"] == "*"
    plain = client.get("/api/v1/states", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    asked_before = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    before = client.options("/api/v1/jurisdiction/batch", headers=asked_before)
    assert before.status_code == 204
    assert before.headers["access-control-allow-methods"] == "OPTIONS, POST"
    assert "Content-Type" in before.headers["access-control-allow-headers"]
    assert client.options("/api/v1/nothing").status_code == 404


def test_a_head_says_what_a_get_would_without_the_body(client: TestClient) -> None:
    whole, head = client.get("/api/v1/states/UKR"), client.head("/api/v1/states/UKR")
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head.headers[name] for name in ("etag", "content-length", "content-type")} == {
        name: whole.headers[name] for name in ("etag", "content-length", "content-type")
    }


ACCEPTED = [
    ("application/json", 200, "application/json"),
    ("*/*", 200, "application/json"),
    ("text/csv", 200, "text/csv; charset=utf-8"),
    ("text/html,application/xhtml+xml,*/*;q=0.8", 200, "application/json"),
    ("application/json;q=0.2, text/*;q=0.9", 200, "text/csv; charset=utf-8"),
    ("image/png", 406, "application/problem+json"),
    ("application/json;q=0", 406, "application/problem+json"),
    ("application/json;q=x", 406, "application/problem+json"),
]


@pytest.mark.parametrize(("header", "status", "media"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_the_client_says_in_which_form(client: TestClient, header: str, status: int, media: str) -> None:
    answer = client.get("/api/v1/spans", params={"state": "BDI"}, headers={"Accept": header})
    assert (answer.status_code, answer.headers["content-type"]) == (status, media)


def test_spans_as_a_table_are_those_of_the_command_line(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    told = {"format": "csv", "instrument": "apic", "asked_on": TODAY.isoformat()}
    table = client.get("/api/v1/spans", params=told).text
    assert cli.main(["spans", "--instrument", "apic", "--asked-on", TODAY.isoformat()]) == 0
    assert table.replace("\r\n", "\n") == capsys.readouterr().out


def test_names_may_be_written_in_any_letters(client: TestClient) -> None:
    assert client.get("/api/v1/states/C%C3%B4te%20d%27Ivoire").json()["code"] == "CIV"
    assert client.get("/api/v1/states/Türkiye").json()["code"] == "TUR"


def test_pages_of_a_list_join_to_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/states", params={"limit": 500}).json()
    parts = [
        client.get("/api/v1/states", params={"limit": 70, "offset": at}).json()["items"] for at in range(0, 210, 70)
    ]
    assert [row for part in parts for row in part] == whole["items"]
    assert whole["total"] == len(RECORD.states)
    second = client.get("/api/v1/states?limit=70&offset=70&group=African")
    assert second.headers["x-total-count"] == str(second.json()["total"])
    assert 'rel="prev"' in second.headers["link"]
    first = client.get("/api/v1/states?limit=70")
    following = re.search(r'<([^>]+)>; rel="next"', first.headers["link"])
    assert following is not None
    assert client.get(following[1]).json()["items"] == parts[1]
    assert first.json()["next_offset"] == 70


def test_the_number_of_parties_is_that_of_the_record(client: TestClient) -> None:
    law = ratione.Law(ratione.Record.embedded(), TODAY)
    sure = [code for code, row in ratione.parties(law, "rome-statute", TODAY) if str(row.answer) == "yes"]
    answer = client.get("/api/v1/parties").json()
    assert (answer["count"], [row["code"] for row in answer["parties"]]) == (len(sure), sure)


def test_a_supposed_act_changes_the_answer_only_where_it_is_supposed(client: TestClient) -> None:
    told = {"on": "2027-06-01", "suppose": "USA ratification rome-statute 2027-03-01"}
    supposed, plain = (
        client.get("/api/v1/parties", params=told),
        client.get("/api/v1/parties", params={"on": "2027-06-01"}),
    )
    assert "USA" in [row["code"] for row in supposed.json()["parties"]]
    assert "USA" not in [row["code"] for row in plain.json()["parties"]]
    assert supposed.json()["record_version"] == RECORD.version
    assert {row["at"] for row in supposed.json()["difference"]} >= {"count", "parties[USA]"}
    assert plain.json()["difference"] == []


@pytest.mark.parametrize(
    ("path", "line", "at"),
    [
        ("/states/USA?on=2027-06-01", "USA ratification rome-statute 2027-03-01", "under[rome-statute].now.status"),
        ("/states/USA/reach?on=2027-06-01", "USA ratification rome-statute 2027-03-01", "items"),
        ("/spans?state=USA", "USA ratification rome-statute 2027-03-01", "total"),
        ("/debates/sc-carve-out", "ruling sc-carve-out no 2026-11-01", "answer"),
        ("/instruments/rome-statute?on=2027-06-01", "USA ratification rome-statute 2027-03-01", "parties"),
        (
            "/united-states/measures?on=2027-06-01&limit=500",
            "end usc22-7401a 2027-01-01",
            "items[usc22-7401a].in_force",
        ),
        ("/united-states/sanctions?on=2027-06-01", "delist Karim Khan 2027-01-01", "listed[Karim Asad Ahmad Khan]"),
        ("/changes?from=2027-01-01&to=2027-12-31", "USA ratification rome-statute 2027-03-01", "total"),
    ],
    ids=lambda one: one[:40],
)
def test_a_supposition_says_what_it_changes(client: TestClient, path: str, line: str, at: str) -> None:
    joined = "&" if "?" in path else "?"
    answer = client.get(f"/api/v1{path}{joined}{urlencode({'suppose': line})}").json()
    assert answer["supposed"] == [line]
    assert at in [row["at"] for row in answer["difference"]], [row["at"] for row in answer["difference"]]


def test_a_batch_answers_row_by_row_and_says_what_is_wrong_with_one(client: TestClient) -> None:
    rows = [
        {"id": "a", "crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
        {"id": "b", "crime": "theft"},
    ]
    items = client.post("/api/v1/jurisdiction/batch", json={"rows": rows}).json()["items"]
    assert [(row["id"], row["answer"]) for row in items] == [("a", "yes"), ("b", "error")]
    asked_of_us = [{"id": "a", "activity": "direct-funding", "on": "2015-06-01"}, {"id": "b", "activity": "theft"}]
    found = client.post("/api/v1/united-states/law/batch", json={"rows": asked_of_us}).json()
    assert [(row["id"], row["answer"]) for row in found["items"]] == [("a", "no"), ("b", "error")]
    documents = [{"text": "Kenya ratified the Rome Statute on 15 March 2005."}, {"base64": "!!", "name": "a.pdf"}]
    checked = client.post("/api/v1/check/batch", json={"documents": documents}).json()
    assert (checked["errors"], checked["items"][0]["report"]["summary"]) == (1, {"agrees": 1})
    assert "base64" in checked["items"][1]["error"]


BODIES = [
    ({"json": {"rows": []}}, 400),
    ({"json": {"rows": [{}] * 101}}, 400),
    ({"json": {"lines": []}}, 400),
    ({"content": b"{", "headers": {"content-type": "application/json"}}, 400),
    ({"content": b"\xff", "headers": {"content-type": "application/json"}}, 400),
    ({"content": b"x", "headers": {"content-type": "text/plain"}}, 415),
    ({"content": b"x", "headers": {"content-type": "application/json", "content-encoding": "gzip"}}, 415),
    ({"content": b"[" * 100_000, "headers": {"content-type": "application/json"}}, 400),
    ({"content": b"x" * 2_000_001, "headers": {"content-type": "application/json"}}, 413),
]


@pytest.mark.parametrize(
    ("told", "status"), BODIES, ids=["none", "many", "unknown", "cut", "bytes", "kind", "packed", "deep", "large"]
)
def test_bodies_are_bounded_and_typed(client: TestClient, told: dict[str, object], status: int) -> None:
    assert client.post("/api/v1/jurisdiction/batch", **told).status_code == status


def test_a_method_that_is_not_meant_is_refused(client: TestClient) -> None:
    answer = client.delete("/api/v1/states")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert client.get("/api/v1/check").headers["allow"] == "OPTIONS, POST"


def test_heavy_questions_of_one_client_have_a_limit() -> None:
    client = TestClient(application(RECORD, log=False, today=lambda: TODAY, allowance=Allowance(1, 0.001)))
    told = [
        client.get(
            "/api/v1/jurisdiction",
            params={"crime": "genocide", "on": f"2020-01-0{day}", "territory": "UKR", "nationality": "RUS"},
        )
        for day in (1, 2)
    ]
    assert [one.status_code for one in told] == [200, 429]
    assert told[1].headers["retry-after"]


def test_a_check_says_what_the_record_contradicts_and_keeps_nothing(client: TestClient) -> None:
    answer = client.post("/api/v1/check", json={"text": "Burundi ratified the Rome Statute on 20 September 2004."})
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["summary"] == {"contradicts": 1}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_question_that_is_too_wide_is_given_up(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> None:
    monkeypatch.setattr("ratione.surfaces.api.SECONDS", 0.05)
    answer = client.get("/api/v1/jurisdiction", params={"timeline": "true", "territory": "KEN"})
    assert (answer.status_code, answer.json()["title"]) == (400, "too wide a question")
    monkeypatch.undo()
    told = {"crime": "genocide", "on": "2015-01-01", "territory": "KEN", "nationality": "KEN"}
    assert client.get("/api/v1/jurisdiction", params=told).json()["answer"] == "yes"
