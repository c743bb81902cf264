"""Table, third part: questions on documents."""

from __future__ import annotations

from . import api_questions_documents as ask
from . import api_types_finding as types
from .api_params import ASKED_ON, Question

__all__ = ["DOCUMENT_QUESTIONS"]

EXAMPLE = {"text": "Burundi ratified the Rome Statute on 20 September 2004."}

DOCUMENT_QUESTIONS = (
    Question(
        "check", "/check", "which claims of a document the record contradicts, and what was not checked", ask.check,
        types.CheckAnswer, (ASKED_ON,), "POST", types.CheckBody, EXAMPLE, heavy=True, stable=False,
        forms=("json", "jsonl", "claim-review", "patch", "html"), command="check",
    ),
    Question(
        "check_batch", "/check/batch", "the same for up to twenty documents; one that cannot be read has its error", ask.checks,
        types.ChecksAnswer, (ASKED_ON,), "POST", types.ChecksBody,
        {"documents": [EXAMPLE, {"text": "x", "name": "cut.pdf"}]}, heavy=True, stable=False,
    ),
    Question(
        "propose", "/propose", "claims that the record does not hold, as acts for a person to review", ask.propose,
        types.ProposalsAnswer, (ASKED_ON,), "POST", types.CheckBody,
        {"text": "Indonesia ratified the Rome Statute on 5 May 2021."}, heavy=True, stable=False,
        forms=("json", "toml"), command="propose",
    ),
)  # fmt: skip
"""Questions on documents; each is read in memory and forgotten."""
