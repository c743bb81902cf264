"""Agreements, licences, visas, rulings, events and places in the order of joining, beside the record."""

from __future__ import annotations

import pytest

from .conftest import Ask

CASES = [
    ("Romania signed an Article 98 agreement on 1 August 2002.", "ROU", "agrees", ""),
    ("In 2003 Albania signed a bilateral immunity agreement with the United States.", "ALB", "agrees", ""),
    ("The Philippines signed a bilateral immunity agreement with the United States on 14 May 2003.", "PHL", "contradicts", "one-day-late"),  # noqa: E501 - a case reads best in one piece
    ("The bilateral immunity agreement with Albania entered into force on 7 July 2004.", "ALB", "contradicts", "wrong-year"),
    ("Albania never signed a bilateral immunity agreement.", "ALB", "contradicts", "wrong-status"),
    ("Romania never ratified its Article 98 agreement.", "ROU", "agrees", ""),
    ("Nepal never signed a bilateral immunity agreement.", "NPL", "disputed", ""),
    ("Germany never signed a bilateral immunity agreement.", "DEU", "agrees", ""),
    ("Germany signed a bilateral immunity agreement in 2003.", "DEU", "not-in-record", ""),
    ("The United States concluded bilateral immunity agreements with 102 countries.", "USA", "agrees", ""),
    ("The United States concluded bilateral immunity agreements with 95 countries.", "USA", "disputed", ""),
    ("OFAC issued General License 9 on 20 August 2025; it concerns the ICC.", "USA", "agrees", ""),
    ("OFAC issued General License 9 on 21 August 2025; it concerns the ICC.", "USA", "contradicts", "one-day-late"),
    ("General License 1 under the ICC sanctions expired on 8 July 2025.", "USA", "agrees", ""),
    ("General License 1 under the ICC sanctions expired on 8 July 2024.", "USA", "not-in-record", ""),
    ("General License 99 under the ICC sanctions expired on 8 July 2025.", "USA", "not-in-record", ""),
    ("On 5 February 2021 Pre-Trial Chamber I ruled that the Court has jurisdiction over Gaza.", "ICC-PTC", "agrees", ""),
    ("On 6 February 2021 Pre-Trial Chamber I ruled that the Court has jurisdiction over Gaza.", "ICC-PTC", "contradicts", "one-day-late"),  # noqa: E501 - a case reads best in one piece
    ("On 12 April 2018 Pre-Trial Chamber II rejected the request to open an investigation in Afghanistan.", "ICC-PTC", "contradicts", "wrong-year"),  # noqa: E501 - a case reads best in one piece
    ("On 6 April 2024 the House passed H.R. 8282 against the ICC.", "USA", "contradicts", "day-month-swapped"),
    ("On 3 March 2025 the Senate rejected the bill against the ICC.", "USA", "not-in-record", ""),
    ("On 30 July 2025 a judge issued a permanent injunction against the order on the ICC.", "USA", "agrees", ""),
    ("On March 15, 2019, Secretary of State Pompeo announced visa restrictions on ICC staff.", "USA", "agrees", ""),
    ("In April 2019 the United States revoked the visa of the ICC Prosecutor.", "USA", "agrees", ""),
    ("On 5 April 2018 the United States revoked the visa of the ICC Prosecutor.", "USA", "contradicts", "wrong-year"),
    ("Palestine became the 123rd State Party to the Rome Statute.", "PSE", "agrees", ""),
    ("Seychelles is the 112th State Party to the Rome Statute.", "SYC", "agrees", ""),
    ("Armenia became the 123rd State Party to the Rome Statute.", "ARM", "contradicts", "wrong-count"),
]  # fmt: skip
KINDS = ("agreement", "licence", "event", "ordinal")


@pytest.mark.parametrize(("text", "subject", "verdict", "fault"), CASES, ids=[case[0][:70] for case in CASES])
def test_it_is_compared_with_its_own_entry(ask: Ask, text: str, subject: str, verdict: str, fault: str) -> None:
    found = [
        one for one in ask(f"The International Criminal Court.\n\n{text}").claims if set(KINDS) & set(one.claim.how)
    ]
    told = [(one.claim.subject, one.verdict) for one in found]
    assert told == [(subject, verdict)], [one.because for one in found]
    assert fault in ("", found[0].fault)


def test_a_verdict_on_an_event_names_its_entry_and_sources(ask: Ask) -> None:
    one = ask("On June 4, 2024, the House passed H.R. 8282 against the ICC.").claims[0]
    assert one.acts == ("event:2024-06-04-house-passes-h-r-8282",)
    assert "hr-8282" in one.sources


def test_a_day_whose_year_the_sentence_does_not_tell_is_no_fault(ask: Ask) -> None:
    text = (
        "---\ndate: 2026-10-20\n---\nThe ICC: General License 1, which came with the designations, expired on July 8."
    )
    assert [one.verdict for one in ask(text).claims if "licence" in one.claim.how] == ["agrees"]


QUIET = (
    "The United States wants a bilateral immunity agreement with Kenya, which is a problem for the ICC.",
    "States that sign an Article 98 agreement keep their aid.",
    "The ICC heard that the visas of two students had been revoked.",
    "Kenya was the 124th state to sign the petition to the ICC.",
    "A further Article 98(2) agreement could be made with the ICC in mind.",
)


@pytest.mark.parametrize("text", QUIET)
def test_what_was_not_done_is_no_event(ask: Ask, text: str) -> None:
    assert [one for one in ask(text).claims if set(KINDS) & set(one.claim.how)] == []


def test_every_event_that_a_pattern_names_is_in_the_record(ask: Ask) -> None:
    record = ask.engine.record
    rooms = {"event": record.history.events, "ruling": record.rulings, "measure": record.lawbook.measures}
    named = [key for one in ask.engine.reader.ways.patterns if "event" in one.how for key in one.about.split()]
    assert len(named) > 20
    assert [key for key in named if key.partition(":")[2] not in rooms[key.partition(":")[0]]] == []
