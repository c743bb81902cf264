"""The HTTP API against its own description: what may be asked is answered as described, what may not is refused."""

from __future__ import annotations

import os

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

import ratione
from ratione.surfaces.serving import application
from ratione.surfaces.site.limits import Allowance

SEED = 20261121
EXAMPLES = int(os.environ.get("RATIONE_EXAMPLES", "6"))
"""Examples a route in the ordinary run; a release is tried with RATIONE_EXAMPLES=200."""

app = application(ratione.Record.embedded(), log=False, allowance=Allowance(1_000_000, 1_000_000))
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.slow
@schema.parametrize()
@hypothesis.seed(SEED)
@hypothesis.settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
def test_answers_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(
        checks=[
            not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            response_schema_conformance,
            negative_data_rejection,
        ]
    )
