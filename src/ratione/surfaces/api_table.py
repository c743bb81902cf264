"""Table: every question with its path, its parameters, the type of its answer and an example."""

from __future__ import annotations

import ratione

from . import api_questions as ask
from . import api_types as types
from .api_params import ASKED_ON, LIMIT, OFFSET, ON, SUPPOSE, Param, Question
from .api_questions import FACT_PARAMS, GROUP, INSTRUMENT, US_PARAMS

__all__ = ["QUESTIONS"]


def code_param(name: str, says: str, example: str) -> Param:
    """A code that stands in the path."""
    return Param(name, says, example=example, required=True, where="path", most=120)


PAGE = (LIMIT, OFFSET)
STATE = code_param("state", "a state by code or name", "UKR")
FACTS_EXAMPLE = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"}
US_EXAMPLE = {"activity": "direct-funding", "on": "2015-06-01"}


def with_examples(params: tuple[Param, ...], examples: dict[str, str]) -> tuple[Param, ...]:
    """The parameters with the words of an example."""
    return tuple(
        Param(
            one.name,
            one.says,
            one.kind,
            examples.get(one.name, one.example),
            one.choices,
            one.default,
            one.least,
            one.most,
            one.required or one.name == "activity",
            one.where,
        )
        for one in params
    )


QUESTION = Param(
    "question", "whether it is permitted, or required", choices=("permitted", "required"), default="permitted"
)
HISTORY = (
    Param(
        "administration",
        "an administration",
        choices=("clinton", "bush", "obama", "trump-1", "biden", "trump-2"),
        example="obama",
    ),
    Param(
        "kind",
        "a kind of event",
        choices=(
            "statute",
            "bill",
            "executive-order",
            "sanction",
            "court-decision",
            "un-vote",
            "treaty-act",
            "agreement",
            "cooperation",
            "institution",
            "statement",
            "report",
            "visit",
            "other",
        ),
    ),
    Param("actor", "words in the name of who acted", most=60),
    Param("stance", "supportive, restrictive or neutral", choices=("supportive", "restrictive", "neutral", "mixed")),
    Param("from", "the first day", "day", "2015-01-01"),
    Param("until", "the first day left out", "day", "2017-01-20"),
    Param("statements", "add what was said", "flag"),
)

QUESTIONS = (
    Question("record", "/record", "what the record holds, and its version", ask.record, types.RecordAnswer),
    Question(
        "states",
        "/states",
        "how every state stands on a day",
        ask.states,
        types.StandingsAnswer,
        (INSTRUMENT, ON, ASKED_ON, GROUP, *PAGE),
    ),
    Question(
        "state",
        "/states/{state}",
        "everything about a state on a day",
        ask.state,
        ratione.StatePage,
        (STATE, ON, ASKED_ON),
    ),
    Question(
        "reach",
        "/states/{state}/reach",
        "what the Court can reach by a state's link",
        ask.reach,
        types.ReachAnswer,
        (STATE, ON, ASKED_ON),
    ),
    Question(
        "parties",
        "/parties",
        "who is a party on a day, how many, why numbers differ",
        ask.parties,
        types.PartiesAnswer,
        (INSTRUMENT, ON, ASKED_ON, GROUP, SUPPOSE),
    ),
    Question(
        "spans",
        "/spans",
        "every derived span of participation",
        ask.spans,
        types.SpansAnswer,
        (
            Param("state", "a state by code or name", example="BDI"),
            Param("instrument", "an instrument by code", most=60),
            ASKED_ON,
            *PAGE,
        ),
    ),
    Question(
        "instruments",
        "/instruments",
        "instruments with their numbers",
        ask.instruments,
        types.InstrumentsAnswer,
        (ON, ASKED_ON, *PAGE),
    ),
    Question(
        "instrument",
        "/instruments/{code}",
        "an instrument and who stands how",
        ask.instrument,
        ratione.InstrumentPage,
        (code_param("code", "an instrument by code", "apic"), ON, ASKED_ON),
    ),
    Question("situations", "/situations", "situations and examinations", ask.situations, types.SituationsAnswer, PAGE),
    Question(
        "situation",
        "/situations/{code}",
        "a situation",
        ask.situation,
        ratione.SituationPage,
        (code_param("code", "a situation by code", "UKR"),),
    ),
    Question("debates", "/debates", "contested points", ask.debates, types.DebatesAnswer, (ASKED_ON, *PAGE)),
    Question(
        "debate",
        "/debates/{code}",
        "a contested point with its positions",
        ask.debate,
        ratione.DebatePage,
        (code_param("code", "a contested point by code", "art-124-split"), ASKED_ON),
    ),
    Question("limbs", "/limbs", "the limbs of the rule of jurisdiction", ask.limbs, types.LimbsAnswer, PAGE),
    Question(
        "limb", "/limbs/{name}", "a limb", ask.limb, ratione.LimbPage, (code_param("name", "a limb by name", "of_age"),)
    ),
    Question("sources", "/sources", "sources", ask.sources, types.SourcesAnswer, PAGE),
    Question(
        "source",
        "/sources/{code}",
        "a source and what rests on it",
        ask.source,
        ratione.SourcePage,
        (code_param("code", "a source by id", "untc-10-2014"),),
    ),
    Question(
        "changes",
        "/changes",
        "what changed between two days",
        ask.changes,
        types.ChangesAnswer,
        (
            Param("from", "the first day; a year ago if not told", "day", "2025-01-01"),
            Param("to", "the last day; today if not told", "day", "2025-12-31"),
            ASKED_ON,
            *PAGE,
        ),
    ),
    Question(
        "search",
        "/search",
        "things by name, however it is spelled",
        ask.search,
        types.SearchAnswer,
        (Param("q", "a name", example="Ukrane", required=True, most=100), *PAGE),
    ),
    Question(
        "jurisdiction",
        "/jurisdiction",
        "whether the Court has jurisdiction over given facts",
        ask.jurisdiction,
        types.FindingAnswer,
        (
            *with_examples(FACT_PARAMS, FACTS_EXAMPLE),
            ASKED_ON,
            SUPPOSE,
            Param("timeline", "add the answer by day of the conduct", "flag"),
        ),
        heavy=True,
    ),
    Question(
        "jurisdiction_batch",
        "/jurisdiction/batch",
        "the same question for up to a hundred rows",
        ask.batch,
        types.BatchAnswer,
        (ASKED_ON,),
        "POST",
        types.BatchBody,
        {"rows": [{"id": "1", **FACTS_EXAMPLE}]},
        heavy=True,
    ),
    Question(
        "us_law",
        "/united-states/law",
        "whether United States law permits or requires an activity",
        ask.us_law,
        types.UsFindingAnswer,
        (*with_examples(US_PARAMS, US_EXAMPLE), ON, ASKED_ON, QUESTION, SUPPOSE),
        heavy=True,
    ),
    Question(
        "measures",
        "/united-states/measures",
        "measures of United States law",
        ask.measures,
        types.MeasuresAnswer,
        (ON, ASKED_ON, *PAGE),
    ),
    Question(
        "sanctions",
        "/united-states/sanctions",
        "who is listed on a day",
        ask.sanctions,
        types.SanctionsAnswer,
        (ON, ASKED_ON),
    ),
    Question(
        "agreements",
        "/united-states/agreements",
        "non-surrender agreements",
        ask.agreements,
        types.AgreementsAnswer,
        PAGE,
    ),
    Question(
        "history",
        "/united-states/history",
        "the United States and the Court, day by day",
        ask.history,
        types.HistoryAnswer,
        (*HISTORY, *PAGE),
    ),
    Question(
        "check",
        "/check",
        "a document's claims beside the record",
        ask.check,
        types.CheckAnswer,
        (),
        "POST",
        types.CheckBody,
        {"text": "Burundi ratified the Rome Statute on 20 September 2004."},
        heavy=True,
        stable=False,
    ),
)
"""Every question, with its route."""
