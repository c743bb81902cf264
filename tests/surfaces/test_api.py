"""The HTTP API: every question answered, one form of errors, marks, packing, bounds."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

import ratione
from ratione.surfaces.api_params import Question
from ratione.surfaces.api_table import QUESTIONS
from ratione.surfaces.serving import application
from ratione.surfaces.site.limits import Allowance

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(
        application(ratione.Record.embedded(), log=False, today=lambda: TODAY, allowance=Allowance(10_000, 1000))
    )


def asked(client: TestClient, question: Question, **more: object) -> object:
    """The question with the words of its examples."""
    path, told = "/api/v1" + question.path, {}
    for param in question.params:
        if param.where == "path":
            path = path.replace("{" + param.name + "}", param.example)
        elif param.example is not None:
            told[param.name] = param.example
    if question.body is not None:
        return client.post(path, params=told, json=question.body_example)
    return client.get(path, params=told | more)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.name)
def test_every_question_is_answered_with_its_example_and_names_the_record(
    client: TestClient, question: Question
) -> None:
    answer = asked(client, question)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert ratione.Record.embedded().version in (body.get("record_version"), body.get("record"))


def test_the_description_names_every_question_and_gives_each_a_schema(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    routes = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert routes == {("/api/v1" + one.path, one.method.lower()) for one in QUESTIONS}
    for methods in described["paths"].values():
        for operation in methods.values():
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            assert schema["$ref"].rpartition("/")[2] in described["components"]["schemas"]


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
]


@pytest.mark.parametrize(("path", "status", "field"), WRONG, ids=[row[0] for row in WRONG])
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
    assert client.options("/api/v1/states").status_code == 204


def test_pages_of_a_list_join_to_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/states", params={"limit": 500}).json()
    parts = [
        client.get("/api/v1/states", params={"limit": 70, "offset": at}).json()["items"] for at in range(0, 210, 70)
    ]
    assert [row for part in parts for row in part] == whole["items"]
    assert whole["total"] == len(ratione.Record.embedded().states)


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


def test_a_batch_answers_row_by_row_and_says_what_is_wrong_with_one(client: TestClient) -> None:
    rows = [
        {"id": "a", "crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"},
        {"id": "b", "crime": "theft"},
    ]
    items = client.post("/api/v1/jurisdiction/batch", json={"rows": rows}).json()["items"]
    assert [(row["id"], row["answer"]) for row in items] == [("a", "yes"), ("b", "error")]


BODIES = [
    ({"json": {"rows": []}}, 400),
    ({"json": {"rows": [{}] * 101}}, 400),
    ({"json": {"lines": []}}, 400),
    ({"content": b"{", "headers": {"content-type": "application/json"}}, 400),
    ({"content": b"\xff", "headers": {"content-type": "application/json"}}, 400),
    ({"content": b"x", "headers": {"content-type": "text/plain"}}, 415),
    ({"content": b"x" * 2_000_001, "headers": {"content-type": "application/json"}}, 413),
]


@pytest.mark.parametrize(("told", "status"), BODIES, ids=["none", "many", "unknown", "cut", "bytes", "kind", "large"])
def test_bodies_are_bounded_and_typed(client: TestClient, told: dict[str, object], status: int) -> None:
    assert client.post("/api/v1/jurisdiction/batch", **told).status_code == status


def test_a_method_that_is_not_meant_is_refused(client: TestClient) -> None:
    answer = client.delete("/api/v1/states")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


def test_heavy_questions_of_one_client_have_a_limit() -> None:
    client = TestClient(
        application(ratione.Record.embedded(), log=False, today=lambda: TODAY, allowance=Allowance(1, 0.001))
    )
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
