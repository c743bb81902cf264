"""Table, second part: questions on United States law and history."""

from __future__ import annotations

from dataclasses import replace

from . import api_questions_us as ask
from . import api_types_finding as findings
from . import api_types_us as types
from .api_params import ASKED_ON, LIMIT, OFFSET, ON, SUPPOSE, Param, Question
from .api_questions_us import ADMINISTRATIONS, US_PARAMS

__all__ = ["UNITED_STATES_QUESTIONS", "code_param", "with_examples"]

PAGE = (LIMIT, OFFSET)
LAW = (ON, ASKED_ON, SUPPOSE)
TABLE = ("json", "csv")
US_EXAMPLE = {"activity": "direct-funding", "on": "2015-06-01"}
KINDS = (
    "statute", "bill", "executive-order", "sanction", "court-decision", "un-vote", "treaty-act", "agreement", "cooperation",
    "institution", "statement", "report", "visit", "other",
)  # fmt: skip


def code_param(name: str, says: str, example: str) -> Param:
    """A code that stands in the path."""
    return Param(name, says, example=example, required=True, where="path", most=300)


def with_examples(params: tuple[Param, ...], examples: dict[str, str]) -> tuple[Param, ...]:
    """The parameters with the words of an example; an activity must be told."""
    return tuple(
        replace(one, example=examples.get(one.name, one.example), required=one.required or one.name == "activity")
        for one in params
    )


QUESTION = Param(
    "question", "whether it is permitted, or required", choices=("permitted", "required"), default="permitted"
)
HISTORY = (
    Param("administration", "an administration", choices=ADMINISTRATIONS, example="obama"),
    Param("kind", "a kind of event", choices=KINDS),
    Param("actor", "words in the name of who acted", most=60),
    Param(
        "stance", "supportive, restrictive, neutral or mixed", choices=("supportive", "restrictive", "neutral", "mixed")
    ),
    Param("from", "the first day", "day", "2015-01-01"),
    Param("until", "the first day left out", "day", "2017-01-20"),
    Param("statements", "add what was said", "flag"),
)

UNITED_STATES_QUESTIONS = (
    Question(
        "us_law", "/united-states/law", "whether United States law permits or requires an activity, ban by ban",
        ask.us_law, types.UsFindingAnswer, (*with_examples(US_PARAMS, US_EXAMPLE), *LAW, QUESTION),
        heavy=True, command="ask us-law",
    ),
    Question(
        "us_law_batch", "/united-states/law/batch", "the same question for up to a hundred rows; a bad row has its error",
        ask.us_batch, types.UsBatchAnswer, (ASKED_ON, SUPPOSE, QUESTION), "POST", findings.BatchBody,
        {"rows": [{"id": "1", **US_EXAMPLE}, {"id": "2", "activity": "theft", "on": "2015-06-01"}]},
        heavy=True, forms=TABLE,
    ),
    Question(
        "measures", "/united-states/measures", "measures of United States law, and which are in force on a day", ask.measures,
        types.MeasuresAnswer, (Param("activity", "only measures on this activity", most=60), *LAW, *PAGE), forms=TABLE,
    ),
    Question(
        "sanctions", "/united-states/sanctions", "who is listed on a day, with orders, licences, injunctions and stays",
        ask.sanctions, types.SanctionsAnswer, (replace(ON, example="2026-08-20"), ASKED_ON, SUPPOSE), forms=TABLE,
        command="sanctions",
    ),
    Question(
        "agreements", "/united-states/agreements", "non-surrender agreements, and why published totals differ", ask.agreements,
        types.AgreementsAnswer, PAGE, forms=TABLE, command="agreements",
    ),
    Question(
        "agreement", "/united-states/agreements/{state}", "a state's agreement, waivers, and what aid law forbade when",
        ask.agreement, types.AgreementAnswer,
        (code_param("state", "a state by code or name", "Zambia"), ASKED_ON), heavy=True,
    ),
    Question(
        "history", "/united-states/history", "the United States and the Court, day by day", ask.history, types.HistoryAnswer,
        (*HISTORY, *PAGE), forms=("json", "csv", "ics", "atom", "timelinejs"), command="timeline us",
    ),
    Question(
        "administration", "/united-states/administrations/{administration}", "the page of prose on an administration",
        ask.administration, types.AdministrationAnswer,
        (code_param("administration", "an administration: " + ", ".join(ADMINISTRATIONS), "obama"),),
    ),
)  # fmt: skip
"""Questions on United States law and history."""
