"""Table: every question with its path, its parameters, the type of its answer and an example."""

from __future__ import annotations

import ratione

from . import api_questions as ask
from . import api_types as types
from . import api_types_finding as findings
from .api_params import ASKED_ON, LIMIT, OFFSET, ON, SUPPOSE, Param, Question
from .api_questions import FACT_PARAMS, GROUP, INSTRUMENT
from .api_table_documents import DOCUMENT_QUESTIONS
from .api_table_us import UNITED_STATES_QUESTIONS, code_param, with_examples

__all__ = ["NOT_ASKED", "QUESTIONS"]

PAGE = (LIMIT, OFFSET)
LAW = (ASKED_ON, SUPPOSE)
TABLE = ("json", "csv")
STATE = code_param("state", "a state by code or name", "UKR")
FACTS_EXAMPLE = {"crime": "war-crimes", "on": "2022-03-04", "territory": "UKR", "nationality": "RUS"}

COURT_QUESTIONS = (
    Question("record", "/record", "what the record holds, and its version", ask.record, types.RecordAnswer),
    Question(
        "states", "/states", "how every state stands under an instrument on a day", ask.states, types.StandingsAnswer,
        (INSTRUMENT, ON, *LAW, GROUP, *PAGE), forms=TABLE,
    ),
    Question(
        "state", "/states/{state}", "everything about a state on a day: status, acts, what is pending, relationship",
        ask.state, types.StateAnswer, (STATE, ON, *LAW), command="status",
    ),
    Question(
        "reach", "/states/{state}/reach", "what the Court can reach by a state's territory and nationals", ask.reach,
        types.ReachAnswer, (STATE, ON, *LAW), forms=TABLE,
    ),
    Question(
        "parties", "/parties", "who is a party on a day, how many, why published numbers differ", ask.parties,
        types.PartiesAnswer, (INSTRUMENT, ON, *LAW, GROUP), forms=TABLE, command="parties",
    ),
    Question(
        "spans", "/spans", "every derived span of participation, half-open", ask.spans, types.SpansAnswer,
        (
            Param("state", "a state by code or name", example="BDI"),
            Param("instrument", "an instrument by code or name", most=200),
            *LAW,
            *PAGE,
        ),
        forms=TABLE, command="spans",
    ),
    Question(
        "instruments", "/instruments", "instruments with their numbers", ask.instruments, types.InstrumentsAnswer,
        (ON, *LAW, *PAGE), forms=TABLE,
    ),
    Question(
        "instrument", "/instruments/{code}", "an instrument and who stands how", ask.instrument, types.InstrumentAnswer,
        (code_param("code", "an instrument by code or name", "apic"), ON, *LAW),
    ),
    Question("situations", "/situations", "situations and examinations", ask.situations, types.SituationsAnswer, PAGE),
    Question(
        "situation", "/situations/{code}", "a situation: trigger, window, steps, and what jurisdiction rests on",
        ask.situation, types.SituationAnswer,
        (code_param("code", "a situation by code, name or case number", "UKR"), ON, *LAW), command="situation",
    ),
    Question("debates", "/debates", "contested points", ask.debates, types.DebatesAnswer, (*LAW, *PAGE)),
    Question(
        "debate", "/debates/{code}", "a contested point with its positions", ask.debate, types.DebateAnswer,
        (code_param("code", "a contested point by code or question", "art-124-split"), *LAW), command="debate",
    ),
    Question("limbs", "/limbs", "the limbs of the rule of jurisdiction", ask.limbs, types.LimbsAnswer, PAGE, forms=TABLE),
    Question(
        "limb", "/limbs/{name}", "a limb: its question, its article, what is said of it", ask.limb, ratione.LimbPage,
        (code_param("name", "a limb by name", "of_age"),),
    ),
    Question("sources", "/sources", "sources", ask.sources, types.SourcesAnswer, PAGE, forms=TABLE),
    Question(
        "source", "/sources/{code}", "a source and what rests on it", ask.source, ratione.SourcePage,
        (code_param("code", "a source by id", "untc-10-2014"),),
    ),
    Question(
        "changes", "/changes", "what happened or took effect between two days, the latest first", ask.changes,
        types.ChangesAnswer,
        (
            Param("from", "the first day; a year before the last if not told", "day", "2025-01-01"),
            Param("to", "the last day; the day of asking if not told", "day", "2025-12-31"),
            *LAW,
            *PAGE,
        ),
        forms=TABLE,
    ),
    Question(
        "search", "/search", "things by name, however it is spelled", ask.search, types.SearchAnswer,
        (Param("q", "a name", example="Ukrane", required=True, most=100), *PAGE), forms=TABLE,
    ),
    Question(
        "codes", "/codes", "which place a country code or spelling means, since when, on whose word", ask.codes,
        types.CodesAnswer,
        (
            Param("code", "a code or spelling", example="345", most=100),
            Param("scheme", "gw, cow, v-dem, iso-alpha-3, m49, fips, ucdp, acled and others; all if not told", example="gw",
                  most=60),
            Param("place", "a state, territory or contested place: every code that means it", most=100),
            Param("on", "only what is meant on that day", "day", "2004-05-01"),
            *PAGE,
        ),
        forms=TABLE, command="codes",
    ),
    Question(
        "jurisdiction", "/jurisdiction", "whether the Court has jurisdiction over given facts, with the reasons",
        ask.jurisdiction, findings.FindingAnswer,
        (
            *with_examples(FACT_PARAMS, FACTS_EXAMPLE),
            *LAW,
            Param("timeline", "add the answer by day of the conduct", "flag"),
            Param("tree", "add the whole tree of reasons", "flag"),
        ),
        heavy=True, command="ask jurisdiction",
    ),
    Question(
        "jurisdiction_batch", "/jurisdiction/batch", "the same question for up to a hundred rows; a bad row has its error",
        ask.batch, findings.BatchAnswer, LAW, "POST", findings.BatchBody,
        {"rows": [{"id": "1", **FACTS_EXAMPLE}, {"id": "2", "crime": "theft"}]}, heavy=True, forms=TABLE,
    ),
)  # fmt: skip

QUESTIONS = (*COURT_QUESTIONS, *UNITED_STATES_QUESTIONS, *DOCUMENT_QUESTIONS)
"""Every question, with its route."""

NOT_ASKED = {
    "explain": "it reads a table that was tagged on one's own machine",
    "mcp": "it serves",
    "panel": "it writes tables of millions of rows, which need the extra columns; /spans has the intervals behind them",
    "patterns build": "it compiles a file",
    "record build": "it compiles a file",
    "record check": "it reads text on one's own machine",
    "record schema": "it writes files for editors",
    "rules": "it shows the tables of tagging, which need the extra columns and are kept on disk",
    "serve": "it serves",
    "site build": "it writes files",
    "tag": "it reads and writes tables on one's own machine; /jurisdiction/batch answers rows",
    "tour": "it prints questions that can be asked here one by one",
}
"""Commands that are no question of the HTTP API, each with the reason."""
