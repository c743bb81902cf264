"""The HTTP API against its own description: what may be asked is answered as described, what may not is refused."""

from __future__ import annotations

import os
from urllib.parse import quote
from zlib import crc32

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks

import ratione
from ratione.surfaces import api
from ratione.surfaces.api_table import QUESTIONS
from ratione.surfaces.serving import application
from ratione.surfaces.site.limits import Allowance

SEED = 20261121
EXAMPLES = int(os.environ.get("RATIONE_EXAMPLES", "3"))
"""Examples a route and test in the ordinary run; a release is tried with RATIONE_EXAMPLES=200."""

RECORD = ratione.Record.embedded()
app = application(RECORD, log=False, allowance=Allowance(1_000_000, 1_000_000))
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
schema.config.phases.coverage.enabled = EXAMPLES >= 50
"""A hundred requests a route that try each bound of each parameter: where there is time for them."""
OPERATIONS = {found.ok().label: found.ok() for found in schema.get_all_operations()}

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""What is given up while hypothesis counts the time of the collector is raised there, lost, and raised again."""

settings = hypothesis.settings(
    max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
)
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.allow_header_conformance,
    checks.unsupported_method,
    checks.missing_required_header,
]

WORDS = {
    "/states/{state}": [*RECORD.states, *(row.name for row in RECORD.states.values())],
    "/united-states/agreements/{state}": [row.name for row in RECORD.states.values()],
    "/instruments/{code}": [*RECORD.instruments],
    "/situations/{code}": [*RECORD.situations],
    "/debates/{code}": [*RECORD.disputes],
    "/limbs/{name}": [limb.name for limb in ratione.rule_limbs()],
    "/sources/{code}": [*RECORD.sources],
    "/united-states/administrations/{administration}": ["clinton", "bush", "obama", "trump-1", "biden", "trump-2"],
}
"""Words of the record for the words of a path."""
FREE = ("record", "known_on", "suppose")
"""Parameters whose generated words hardly ever mean anything: left out here, and tried in the other test."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions that are too wide are given up sooner than elsewhere: there are many of them here."""
    monkeypatch.setattr(api, "SECONDS", 1.0)


@pytest.mark.slow
@schema.parametrize()
@hypothesis.seed(SEED)
@settings
def test_answers_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("label", OPERATIONS, ids=str)
def test_questions_with_words_of_the_record_are_answered(label: str) -> None:
    """Every route is answered 2xx at least once, and so is nearly everything that names what the record knows."""
    question = next(one for one in QUESTIONS if label == f"{one.method} /api/v1{one.path}")
    answered = []

    @hypothesis.seed(SEED)
    @settings
    @hypothesis.given(case=OPERATIONS[label].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def tried(case: schemathesis.Case) -> None:
        with_words(case, question.path)
        answer = case.call_and_validate(checks=CHECKS)
        answered.append(answer.status_code)

    tried()
    assert any(200 <= status < 300 for status in answered), answered


def with_words(case: schemathesis.Case, path: str) -> None:
    """The same case with words that the record knows where words are free; the same for the same case."""
    drawn = crc32(repr((case.path_parameters, case.query)).encode(errors="replace"))
    words = WORDS.get(path) or WORDS.get(path.rpartition("/")[0])
    if words:
        (name,) = case.path_parameters
        case.path_parameters[name] = quote(words[drawn % len(words)], safe="")
    if isinstance(case.body, dict) and "rows" not in case.body and "documents" not in case.body:
        case.body = {"text": case.body.get("text") or "Kenya ratified the Rome Statute on 15 March 2005."}
    states, instruments = [*RECORD.states], [*RECORD.instruments]
    known = {
        "instrument": instruments,
        "state": states,
        "place": states,
        "territory": [*states, "SDN:darfur", "vessel:COM", "highseas", "disputed:crimea"],
        "second_territory": [*states, "effect:UKR"],
        "nationality": [*states, "CAN@2012-06-01", "stateless", "RUS;UKR"],
        "crime": ["genocide", "crimes-against-humanity", "war-crimes", "aggression", "other"],
        "situation": [*RECORD.situations],
        "activity": [*RECORD.lawbook.activities],
        "scheme": ["gw", "cow", "fips"],
    }
    if path == "/jurisdiction":  # a question that tells less is tried in the other test, and may be too wide
        known["on"] = ["2015-06-01", "2022-03-04/2022-05-01"]
        case.query = {"crime": "", "on": "", "territory": "", "nationality": ""} | (case.query or {})
    for name in list(case.query or {}):
        if name in FREE or (name not in known and name in FACTS):
            del case.query[name]
        elif name in known:
            case.query[name] = known[name][drawn % len(known[name])]
            drawn = drawn * 31 % 1_000_003


FACTS = {kind.name for kind in ratione.FACTS} | set(ratione.UsFacts.__struct_fields__)
FACTS -= {"on", "asked_on"}
