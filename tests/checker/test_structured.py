"""Front matter, labels, panels and tables: the most useful part."""

from __future__ import annotations

from ratione.checker import corrections, proposals, shown, site_table

from .conftest import Ask

PAGE = """---
title: Burundi
geocode: BDI
state_party: true
signed_but_not_ratified: false
signed_date: 1999-01-13 00:00:00
ratified_or_acceded_date: 2004-09-21T00:00:00.000Z
entry_into_force_date: '2004-11-30'
---
"""


def test_each_field_is_a_claim(ask: Ask) -> None:
    assert ask.claims(PAGE) == [
        ("BDI", "is-party", "", "outdated"),
        ("BDI", "signed", "1999-01-13", "agrees"),
        ("BDI", "ratified", "2004-09-21", "agrees"),
        ("BDI", "entered-into-force", "2004-11-30", "contradicts"),
    ]


def test_a_patch_changes_the_value_and_nothing_else(ask: Ask) -> None:
    patch = corrections(ask(PAGE), PAGE.encode())
    assert [line for line in patch.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-state_party: true",
        "+state_party: false",
        "-entry_into_force_date: '2004-11-30'",
        "+entry_into_force_date: '2004-12-01'",
    ]


def test_the_offsets_of_a_field_point_at_its_line(ask: Ask) -> None:
    one = ask(PAGE).claims[-1].claim
    assert PAGE[one.start : one.end] == "entry_into_force_date: '2004-11-30'"
    assert PAGE[one.value_start : one.value_end] == "'2004-11-30'"


def test_a_value_whose_label_stands_apart_is_read_by_the_status_of_its_panel(ask: Ask) -> None:
    text = "United States\n\nCampaign\n\nSigned but not ratified (non-ICC member state)\nCrime of aggression\nNot ratified\n31 December 2000\nArticle 8\nNot ratified"  # noqa: E501 - a case reads best in one piece
    assert ask.claims(text, "usa.txt") == [
        ("USA", "is-not-party", "", "agrees"),
        ("USA", "signed", "2000-12-31", "agrees"),
    ]


def test_a_table_of_states_is_read_row_by_row(ask: Ask) -> None:
    text = "| State | Signed | Ratified |\n|---|---|---|\n| Ghana | 18 July 1998 | 20 December 1999 |\n| Kenya | 11 August 1999 | 14 March 2005 |\n"  # noqa: E501 - a case reads best in one piece
    assert ("KEN", "ratified", "2005-03-14", "contradicts") in ask.claims(text)


def test_yaml_tags_execute_nothing(ask: Ask) -> None:
    text = PAGE.replace("title: Burundi", "title: !!python/object/apply:os.system ['touch /tmp/ratione-was-here']")
    assert [one[1] for one in ask.claims(text)] == ["is-party", "signed", "ratified", "entered-into-force"]


def test_the_text_view_says_first_how_much_was_checked(ask: Ask) -> None:
    lines = shown(ask(PAGE)).splitlines()
    assert lines[1].startswith("coverage: 4 of 4 sentences or fields")


def test_the_table_for_the_editor_holds_no_formula(ask: Ask) -> None:
    report = ask("=cmd Burundi ratified the Rome Statute on 20 September 2004.")
    assert ",'=cmd Burundi" in site_table([report])


def test_a_claim_that_the_record_lacks_becomes_a_proposal_and_nothing_more(ask: Ask) -> None:
    text = proposals(ask("China signed the Rome Statute on 1 May 1999."))
    assert 'kind = "signature"' in text
    assert "done = 1999-05-01" in text
    assert "Nobody has reviewed these" in text


def test_a_list_of_states_is_read_under_its_lead(ask: Ask) -> None:
    text = "# The ICC\n\n## Non-members\n\n- China\n- Japan\n- Egypt (26 December 2000)\n"
    assert ask.claims(text) == [
        ("CHN", "is-not-party", "", "agrees"),
        ("JPN", "is-not-party", "", "outdated"),
        ("EGY", "is-not-party", "", "agrees"),
    ]


def test_a_table_on_its_side_is_read_column_by_column(ask: Ask) -> None:
    text = "# Rome Statute\n\n| | Kenya | Ghana |\n|---|---|---|\n| Signed | 11 Aug 1999 | 18 Jul 1998 |\n| Ratified | 14 Mar 2005 | 20 Dec 1999 |\n"  # noqa: E501 - a case reads best in one piece
    assert ("GHA", "signed", "1998-07-18", "agrees") in ask.claims(text)
    assert ("KEN", "ratified", "2005-03-14", "contradicts") in ask.claims(text)


def test_a_table_under_another_treaty_is_left_alone(ask: Ask) -> None:
    text = "# The ICC\n\n## Cybercrime Convention\n\n| Country | Signed |\n|---|---|\n| Albania | 23 November 2001 |\n"
    assert ask.claims(text) == []


def test_a_question_with_a_short_answer_is_one_statement(ask: Ask) -> None:
    text = "## When did Kenya join the ICC?\n\nOn 1 June 2005.\n\n## Is China a member of the ICC?\n\nNo.\n"
    assert ask.claims(text) == [("KEN", "is-party", "2005-06-01", "agrees"), ("CHN", "is-not-party", "", "agrees")]


def test_a_calendar_has_its_day_in_the_heading_and_its_year_in_the_line(ask: Ask) -> None:
    text = "# On this day at the ICC\n\n### 11 April\n\n- 2002: Jordan and Mongolia ratify the Rome Statute.\n"
    assert [one[2] for one in ask.claims(text)] == ["2002-04-11", "2002-04-11"]


def test_a_table_of_days_may_name_several_designated_in_one_cell(ask: Ask) -> None:
    rows = "| Date | Designated |\n|---|---|\n| June 5, 2025 | Judges Solomy Balungi Bossa and Beti Hohler |\n"
    found = ask.claims(f"# Sanctions on the ICC\n\n{rows}| September 2, 2020 | Fatou Bensouda, Prosecutor |\n")
    assert found == [
        ("USA", "sanctioned", "2025-06-05", "agrees"),
        ("USA", "sanctioned", "2025-06-05", "agrees"),
        ("USA", "sanctioned", "2020-09-02", "agrees"),
    ]


def test_a_column_with_a_short_name_is_read_where_the_page_explains_it(ask: Ask) -> None:
    table = "| State party | Signed | A1 | B7 |\n|---|---|---|---|\n| Finland | 7 October 1998 | 30 December 2015 | 2001 |\n"
    found = ask(f"# The Rome Statute\n\n{table}\nA1: Amendment to Article 8 (2010). B7: seats of a club.\n").claims
    assert sorted((one.claim.about, one.claim.date, one.verdict) for one in found) == [
        ("amendment-art8-2010", "2015-12-30", "agrees"),
        ("rome-statute", "1998-10-07", "agrees"),
    ]


def test_a_table_of_signatories_that_have_not_ratified_says_so_of_each(ask: Ask) -> None:
    rows = "| State | Signature |\n|---|---|\n| Egypt | 26 December 2000 |\n| Israel | 31 December 2000 |\n"
    found = ask.claims(f"# The Rome Statute\n\n## Signatories which have not ratified\n\n{rows}")
    assert sorted(found) == [
        ("EGY", "is-not-party", "", "agrees"),
        ("EGY", "signed", "2000-12-26", "agrees"),
        ("ISR", "is-not-party", "", "agrees"),
        ("ISR", "signed", "2000-12-31", "agrees"),
    ]


def test_a_list_takes_its_verb_and_year_from_the_words_over_it(ask: Ask) -> None:
    page = "# The ICC\n\nTwo told the UN in 2026 that they are leaving:\n\n- Niger (18 June)\n- Chad (27 June)\n"
    assert ask.claims(page) == [
        ("NER", "withdrew", "2026-06-18", "agrees"),
        ("TCD", "withdrew", "2026-06-27", "contradicts"),
    ]


def test_a_value_that_names_its_verb_is_held_to_it(ask: Ask) -> None:
    report = ask(
        "# Mexico and the ICC\n\n| APIC | Ratified 26 September 2007 |\n|---|---|\n| APIC | Ratified 26 September 2007 |\n"
    )
    assert [(one.claim.about, one.fault) for one in report.claims][-1:] == [("apic", "wrong-verb")]


def test_a_label_may_name_its_state(ask: Ask) -> None:
    page = "# New Zealand and the ICC\n\nIn force for New Zealand: 1 July 2002\n"
    assert ask.claims(page) == [("NZL", "entered-into-force", "2002-07-01", "agrees")]
