"""MCP, grounded: questions whose answers are known from the text of the record or from the golden questions.

The text in ``data/`` is read here by itself, and days are counted here anew. Each answer must be right, name the version of the
record, and carry sources that stand in ``data/sources``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import ratione
from ratione.surfaces.mcp_tools import called
from ratione.surfaces.shelf import Shelf
from ratione.surfaces.site.book import Book

ROOT = Path(__file__).parents[2]
DATA, GOLDEN = ROOT / "data", ROOT / "tests" / "golden"
TODAY = date(2026, 11, 21)
RECORD = ratione.Record.embedded()
SHELF = Shelf(Book(RECORD, lambda: TODAY))
FORCE = date(2002, 7, 1)
"""The day on which the Statute entered into force: nobody was bound before."""


def told(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


@cache
def known_sources() -> set[str]:
    return {row["code"] for path in (DATA / "sources").glob("*.toml") for row in told(path)["source"]}


def asked(tool: str, **given: Any) -> dict[str, Any]:
    """What a tool answers, with grounds that every answer must have."""
    found, wrong = called(SHELF, tool, {name: str(value) for name, value in given.items()})
    assert not wrong, found
    grounds = found["grounds"]
    assert grounds["record_version"] == RECORD.version
    assert {row["id"] for row in grounds["sources"]} <= known_sources()
    assert all(row["title"] and row["publisher"] for row in grounds["sources"])
    return found


def sources_in(found: dict[str, Any]) -> set[str]:
    return {row["id"] for row in found["grounds"]["sources"]}


def in_force(deposited: date) -> date:
    """Article 126(2), counted here by itself: the first day of the month after the sixtieth day following the deposit."""
    sixtieth = deposited + timedelta(days=60)
    following = date(sixtieth.year + sixtieth.month // 12, sixtieth.month % 12 + 1, 1)
    return max(following, FORCE)


def deposits() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every state's deposit under the Statute, with the whole file."""
    for path in sorted((DATA / "states").glob("*.toml")):
        whole = told(path)
        for act in whole.get("act", []):
            if act["instrument"] == "rome-statute" and "deposited" in act and "effective" not in act:
                yield path.stem.upper(), whole, act


PLAIN = [(code, act) for code, whole, act in deposits() if len(whole["act"]) <= 3][::9]


@pytest.mark.parametrize(("code", "act"), PLAIN, ids=[code for code, _ in PLAIN])
def test_a_state_is_a_party_from_the_day_that_its_deposit_gives(code: str, act: dict[str, Any]) -> None:
    day = in_force(act["deposited"])
    before = asked("state_status", state=code, on=day - timedelta(days=1))
    after = asked("state_status", state=code, on=day)
    assert status(before) != "party"
    assert status(after) == "party"
    assert {word.partition(":")[0] for word in act["sources"]} <= sources_in(after)
    assert f"asked_on: {TODAY}, because no day was told" in after["grounds"]["presumed"]


def status(found: dict[str, Any]) -> str:
    """The state's status under the Statute."""
    now = next(row["now"] for row in found["under"] if row["instrument"] == "rome-statute")
    return str(now["status"]) if now else ""


LEFT = {"BDI": "2016-10-27", "PHL": "2018-03-17"}


@pytest.mark.parametrize("code", LEFT)
def test_a_state_that_gave_notice_is_a_party_for_one_year_more(code: str) -> None:
    acts = told(DATA / "states" / f"{code.lower()}.toml")["act"]
    notice = next(act for act in acts if act["kind"] == "withdrawal-notice" and act["instrument"] == "rome-statute")
    assert notice["received"].isoformat() == LEFT[code]
    leaves = notice["received"].replace(year=notice["received"].year + 1)
    assert status(asked("state_status", state=code, on=leaves - timedelta(days=1))) == "party"
    gone = asked("state_status", state=code, on=leaves)
    assert status(gone) == "former-party"
    assert set(notice["sources"]) <= sources_in(gone)


@pytest.mark.parametrize("day", ["2003-01-01", "2010-01-01", "2015-06-01", "2017-10-26", "2017-10-27", "2020-01-01"])
def test_so_many_are_parties_as_the_text_gives(day: str) -> None:
    on, count = date.fromisoformat(day), 0
    for path in sorted((DATA / "states").glob("*.toml")):
        acts = [act for act in told(path).get("act", []) if act["instrument"] == "rome-statute"]
        days = [act.get("effective") or in_force(act["deposited"]) for act in acts if "deposited" in act]
        taken = any(act["kind"] == "instrument-withdrawal" for act in acts)
        left = [act["received"] for act in acts if act["kind"] == "withdrawal-notice"]
        back = any(act["kind"] == "withdrawal-rescission" for act in acts)
        gone = bool(left) and not back and left[0].replace(year=left[0].year + 1) <= on
        count += bool(days) and min(days) <= on and not taken and not gone
    found = asked("parties", on=day)
    assert found["count"] == count
    assert len(found["parties"]) == count
    assert sources_in(found)


def golden(folder: str, keys: set[str], each: int) -> list[tuple[str, dict[str, Any]]]:
    """Every so many a golden question that these keys tell whole."""
    found = []
    for path in sorted((GOLDEN / folder).glob("*.toml")):
        whole = told(path)
        shared = {name: value for name, value in whole.items() if not isinstance(value, list | dict)}
        rows = [shared | row for row in whole.get("question", []) if not {"suppose", "parts", "what", "day"} & set(row)]
        found += [(path.stem, row) for row in rows if keys <= set(row)]
    return found[::each]


CASES = golden("jurisdiction", {"facts", "asked_on", "answer"}, 9)


@pytest.mark.parametrize(("name", "row"), CASES, ids=[f"{name}: {row['title']}" for name, row in CASES])
def test_jurisdiction_is_answered_as_the_golden_question_says(name: str, row: dict[str, Any]) -> None:
    found = asked("jurisdiction", asked_on=row["asked_on"], **row["facts"])
    assert found["answer"] == row["answer"], row["authority"]
    named = {one["limb"] for answer in found["deciding"] for one in answer["limbs"]}
    assert set(row.get("limbs", [])) <= named
    assert set(row.get("articles", [])) <= set(found["articles"])
    rests = {one["id"] for line in found["rows"] for one in line["sources"]}
    assert rests <= sources_in(found)
    assert {f"{one['fact']}: {one['presumed']}" for one in found["missing"] if one["presumed"]} <= set(
        found["grounds"]["presumed"]
    )


US = [one for one in golden("us-law", {"on", "answer", "activity"}, 12) if "asked_on" not in one[1]]
US_WORDS = ("activity", "on", "actor", "beneficiary", "situation", "accused_nationality", "accused_of", "person_status",
            "conditions", "question")  # fmt: skip


@pytest.mark.parametrize(("name", "row"), US, ids=[f"{name}: {row['name']}" for name, row in US])
def test_united_states_law_is_answered_as_the_golden_question_says(name: str, row: dict[str, Any]) -> None:
    found = asked("united_states_law", **{word: row[word] for word in US_WORDS if word in row})
    assert found["answer"] == row["answer"], row["authority"]
    assert set(row.get("deciding", [])) <= set(found["deciding_measures"])
    assert sources_in(found) or not found["deciding_measures"]


LISTED = [told(path) for path in sorted((DATA / "united-states" / "listings").glob("*.toml"))][::4]


@pytest.mark.parametrize("row", LISTED, ids=[row["name"] for row in LISTED])
def test_somebody_is_listed_from_the_day_of_designation(row: dict[str, Any]) -> None:
    day = row["designated"]
    before = asked("united_states_sanctions", on=day - timedelta(days=1))
    after = asked("united_states_sanctions", on=day)
    assert row["name"] not in [one["name"] for one in before["listed"] if one["order"] == row["order"]]
    assert row["name"] in [one["name"] for one in after["listed"]]
    assert set(row["sources"]) <= sources_in(after) or after["grounds"]["more_sources"]


EVENTS = [told(path) for path in sorted((DATA / "united-states" / "events").glob("*.toml"))][5::60]


@pytest.mark.parametrize("row", EVENTS, ids=[row["title"] for row in EVENTS])
def test_an_event_stands_in_the_history_on_its_day(row: dict[str, Any]) -> None:
    found = asked("united_states_history", **{"from": row["day"], "until": row["day"] + timedelta(days=1)})
    assert row["title"] in [one["title"] for one in found["items"]]
    assert {word.partition(":")[0] for word in row["sources"]} <= sources_in(found)


SITUATIONS = [(path.stem.upper(), told(path)) for path in sorted((DATA / "situations").glob("*.toml"))][::6]


@pytest.mark.parametrize(("code", "row"), SITUATIONS, ids=[code for code, _ in SITUATIONS])
def test_a_situation_is_told_as_the_text_has_it(code: str, row: dict[str, Any]) -> None:
    found = asked("look_up", kind="situation", code=row["name"] if row["name"] == "Kenya" else code)["situation"]
    assert (found["name"], found["trigger"]) == (row["name"], row.get("trigger", ""))
    assert [one["code"] for one in found["states"]] == row.get("states", [])
    assert (found["conduct_from"] or "") == (row["from"].isoformat() if "from" in row else "")
    assert sorted(one["step"] for one in found["steps"]) == sorted(one["step"] for one in row.get("step", []))


DEBATES = [(path.stem, told(path)) for path in sorted((DATA / "disputes").glob("*.toml"))][::9]


@pytest.mark.parametrize(("code", "row"), DEBATES, ids=[code for code, _ in DEBATES])
def test_a_contested_point_is_told_with_every_position_and_holder(code: str, row: dict[str, Any]) -> None:
    found = asked("look_up", kind="debate", code=code)
    debate = found["debate"]
    assert debate["question"] == row["question"]
    assert {(one["holder"], one["answer"]) for one in debate["positions"]} == {
        (one["holder"], one["answer"]) for one in row["position"]
    }
    assert {word.partition(":")[0] for one in row["position"] for word in one.get("sources", [])} <= sources_in(found)


def test_there_are_at_least_sixty_such_questions() -> None:
    count = 2 * len(PLAIN) + 2 * len(LEFT) + 6 + len(CASES) + len(US) + 2 * len(LISTED)
    assert count + len(EVENTS) + len(SITUATIONS) + len(DEBATES) >= 60
