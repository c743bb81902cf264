"""Verdicts on two clocks, and the explanation of each kind of fault."""

from __future__ import annotations

import pytest

from .conftest import Ask

CASES = [
    ("Burundi ratified the Rome Statute on 21 September 2004.", "", "agrees", ""),
    ("The Rome Statute entered into force for Burundi on 30 November 2004.", "", "contradicts", "one-day-early"),
    ("The Rome Statute entered into force for Burundi on 2 December 2004.", "", "contradicts", "one-day-late"),
    ("South Korea signed the Rome Statute on 3 August 2000.", "", "contradicts", "day-month-swapped"),
    ("Brazil ratified the Rome Statute on 20 June 2003.", "", "contradicts", "wrong-year"),
    ("Switzerland signed the Rome Statute on 12 October 2001.", "", "contradicts", "wrong-verb"),
    ("Ghana acceded to the Rome Statute on 20 December 1999.", "", "imprecise", "wrong-verb"),
    ("Japan ratified the Rome Statute on 17 July 2007.", "", "imprecise", "wrong-verb"),
    ("Ghana ratified the Rome Statute on 18 July 1998.", "", "contradicts", "day-of-signature"),
    ("Kenya ratified the Rome Statute on 20 December 1999.", "", "contradicts", "swapped-state"),
    ("China signed the Rome Statute on 1 May 1999.", "", "contradicts", "no-such-act"),
    ("Armenia is not a party to the Rome Statute.", "2021-12-01", "outdated", "stale-status"),
    ("Armenia is not a party to the Rome Statute.", "2025-12-01", "contradicts", "wrong-status"),
    ("The Philippines is a State Party to the Rome Statute.", "2015-01-01", "outdated", "stale-status"),
    ("The ICC has 123 States Parties.", "2021-05-23", "outdated", "stale-count"),
    ("The ICC has 123 States Parties.", "2025-05-23", "contradicts", "wrong-count"),
    ("As of 23 May 2021, 123 states are parties to the Rome Statute.", "", "agrees", ""),
    ("The ICC has more than 120 member states.", "", "agrees", ""),
    ("The United States suspended its signature of the Rome Statute in May 2002.", "", "agrees", "note-of-intent"),
    ("Burundi withdrew from the Rome Statute in 2016.", "", "imprecise", "notice-for-effect"),
    ("Burundi left the ICC on 27 October 2016.", "", "imprecise", "notice-for-effect"),
    ("Niger withdrew from the Rome Statute.", "", "agrees", ""),
    ("Niger has left the ICC.", "", "imprecise", "notice-for-effect"),
    ("The Philippines announced its withdrawal from the ICC on 14 March 2018.", "", "agrees", ""),
    ("Burundi left the ICC on 27 October 2017.", "", "agrees", ""),
    ("The Philippines withdrew from the ICC in 2018.", "", "imprecise", "notice-for-effect"),
    ("The Philippines withdrew from the ICC on 17 March 2018, with effect from 17 March 2019.", "", "agrees", ""),
    ("The Philippines withdrew from the ICC with effect from 17 March 2018.", "", "contradicts", "notice-for-effect"),
    ("Resolution 1593 referred the situation in Libya to the ICC.", "", "contradicts", "wrong-resolution"),
    ("The Security Council referred Darfur to the ICC by resolution 1970.", "", "contradicts", "wrong-resolution"),
    ("The Security Council referred Darfur to the ICC by resolution 1593.", "", "agrees", ""),
    ("Burundi's withdrawal from the Rome Statute took effect on 27 October 2016.", "", "contradicts", "notice-for-effect"),
    ("Hungary withdrew from the Rome Statute in June 2025.", "2025-08-01", "outdated", "rescinded"),
    ("The United States withdrew from the Rome Statute in 2002.", "", "contradicts", "note-for-withdrawal"),
    ("Kenya withdrew from the Rome Statute in 2013.", "", "contradicts", "announcement-for-act"),
    ("Malaysia acceded to the Rome Statute on 4 March 2019.", "", "agrees", ""),
    ("Montenegro succeeded to the Rome Statute with effect from 3 June 2006.", "", "agrees", ""),
    ("The ICC was established in 1998.", "", "imprecise", "day-of-adoption"),
    ("President Biden revoked Executive Order 13298 on April 1, 2021, which had targeted the ICC.", "", "contradicts", "digits-swapped"),  # noqa: E501 - a case reads best in one piece  # noqa: E501 - a case reads best in one piece
    ("The Security Council referred the situation in Libya to the ICC on 26 February 2010.", "", "contradicts", "wrong-year"),
    ("The United States voted in favour of referring the situation in Darfur to the ICC.", "", "contradicts", "wrong-vote"),
    ("Ukraine became a State Party to the Rome Statute on 1 February 2025.", "", "contradicts", "wrong-month"),
    ("Ukraine became a State Party to the Rome Statute on 1 January 2025.", "", "agrees", ""),
    ("In November 2013 China abstained on a draft deferring the Kenyan cases at the ICC.", "", "contradicts", "wrong-vote"),
    ("KYIV/NEW YORK, 26 October 2024 - The ICC currently has 124 member states.", "", "outdated", "stale-count"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "verdict", "fault"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_claim_gets_its_verdict_and_its_explanation(
    ask: Ask, text: str, written: str, verdict: str, fault: str
) -> None:
    claims = ask(text, written=written).claims
    assert [(one.verdict, one.fault) for one in claims[:1]] == [(verdict, fault)], [one.because for one in claims]


def test_a_verdict_names_the_act_the_article_and_the_sources(ask: Ask) -> None:
    (one,) = ask("The Rome Statute entered into force for Burundi on 30 November 2004.").claims
    assert one.should_be == "1 December 2004"
    assert one.acts == ("bdi-rome-statute-ratification-2004-09-21",)
    assert one.article == "126(2)"
    assert "untc-10-2014" in one.sources


DOUBTED = [
    "You write that Russia withdrew from the Rome Statute in 2016.",
    "Your article claims that Kenya left the ICC in 2013.",
    "It is a common misconception that Israel is a party to the Rome Statute.",
    "Did the United States ratify the Rome Statute?",
    "Had Venezuela left the ICC in 2017, nothing would have changed.",
    "That Kenya left the ICC in 2013 is a myth.",
    "If you deposit on 10 March, the Rome Statute enters into force for you on 1 June 2026.",
]


@pytest.mark.parametrize("text", DOUBTED)
def test_what_is_asked_or_told_as_the_word_of_others_gets_no_verdict_and_is_listed(ask: Ask, text: str) -> None:
    report = ask(text)
    assert report.claims == ()
    assert len(report.coverage.skipped) == 1


READ = [
    ("Palestine is, since 2015, a State Party to the Rome Statute.", [("PSE", "is-party", "2015", "agrees")]),
    ('In May 2002 the United States "suspended" its signature of the Rome Statute.', [("USA", "unsigned", "2002-05", "agrees")]),  # noqa: E501 - a grammar or list that reads best in one piece  # noqa: E501 - a case reads best in one piece
    ("Kenya is a party to the Rome Statute, but Rwanda is not.", [("KEN", "is-party", "", "agrees"), ("RWA", "is-not-party", "", "agrees")]),  # noqa: E501 - a grammar or list that reads best in one piece  # noqa: E501 - a case reads best in one piece
    (
        "The Security Council has referred two situations to the ICC: Darfur in 2005 and Libya in 2012.",
        [("UNSC", "referred", "2005", "agrees"), ("UNSC", "referred", "2012", "contradicts")],
    ),
    ("Philippe Kirsch is the President of the International Criminal Court.", [("ICC", "other", "", "outdated")]),
    ("Fatou Bensouda became ICC Prosecutor on 15 June 2012.", [("ICC", "other", "2012-06-15", "agrees")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), READ, ids=[one[0][:50] for one in READ])
def test_asides_quotations_short_forms_lists_and_offices_are_read(
    ask: Ask, text: str, claims: list[tuple[str, str, str, str]]
) -> None:
    assert ask.claims(text, "a.txt") == claims


def test_a_day_at_the_head_is_no_day_of_writing_where_the_text_tells_of_later_days(ask: Ask) -> None:
    report = ask("17 July 1998\n\nUkraine ratified the Rome Statute on 25 October 2024.", "a.txt")
    assert report.written is None
    assert "later days" in report.doubt


SUPPOSED = [
    "Ukraine should ratify the Rome Statute.",
    "If the United States ratified the Rome Statute, much would change.",
    "Burundi may withdraw from the ICC.",
    "The United States would become a State Party to the Rome Statute.",
    "Unless Sudan is a party to the Rome Statute, the rule does not apply.",
    "Activists urged Indonesia to sign the Rome Statute.",
    "Armenia's parliament ratified the Rome Statute on 3 October 2023.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_supposed_wanted_or_done_at_home_is_no_claim(ask: Ask, text: str) -> None:
    report = ask(text)
    assert report.claims == ()
    assert len(report.coverage.skipped) == 1


PARTS = [
    ("The Rome Statute was adopted on 17 July 1997 and entered into force on 1 July 2002.", ("17 July 1997",)),
    ("Resolution 1970 referred Libya to the ICC by 14 votes to 1.", ("14 votes to 1",)),
    ("Burundi ratified the Rome Statute on 21 September 2004.", ()),
]


@pytest.mark.parametrize(("text", "unread"), PARTS)
def test_a_sentence_with_a_day_or_a_vote_that_was_not_compared_is_checked_in_part(
    ask: Ask, text: str, unread: tuple[str, ...]
) -> None:
    cover = ask(text).coverage
    assert (cover.checkable, cover.checked, cover.partly) == (1, 0 if unread else 1, 1 if unread else 0)
    assert [one.unread for one in cover.skipped] == ([unread] if unread else [])


def test_what_a_court_did_to_an_order_is_no_claim_of_its_making(ask: Ask) -> None:
    report = ask(
        "On 18 July 2025 a court in Maine permanently barred Executive Order 14203 for everyone, the ICC heard."
    )
    assert report.claims == ()
    assert len(report.coverage.skipped) == 1


def test_which_of_two_resolutions_is_meant_must_be_sure(ask: Ask) -> None:
    two = "The Security Council referred Darfur to the ICC by resolution 1593 and Libya by resolution 1970. "
    first = ask(f"{two}The first was adopted with the United States and China abstaining.")
    assert {(one.claim.about, one.verdict) for one in first.claims if one.claim.predicate == "voted"} == {
        ("UNSC-1593", "agrees")
    }
    unsure = ask(f"{two}It was adopted with the United States and China abstaining.")
    assert not [one for one in unsure.claims if one.claim.predicate == "voted"]


def test_a_referral_that_was_vetoed_is_told_with_its_draft(ask: Ask) -> None:
    (one,) = ask("In May 2014 the Security Council referred Syria to the ICC.").claims
    assert (one.verdict, one.acts) == ("contradicts", ("council:DRAFT-S-2014-348",))
    assert "vetoed by" in one.because


def test_an_instrument_that_was_withdrawn_is_told_as_such(ask: Ask) -> None:
    (one,) = ask("Malaysia acceded to the Rome Statute on 5 March 2019.").claims
    assert "withdrew the instrument on 29 April 2019" in one.because


def test_the_same_bytes_give_the_same_report(ask: Ask) -> None:
    text = "Ghana ratified the Rome Statute on 20 December 1999. Kenya is a member of the ICC."
    assert ask(text).to_dict() == ask(text).to_dict()


def test_a_count_that_is_right_today_and_was_wrong_when_written_is_right_by_chance(ask: Ask) -> None:
    page = "---\ndate: 2019-06-01\n---\n\nThe ICC has 125 member states."
    found = ask(page, "a.md").claims
    assert [(one.verdict, one.then, one.fault) for one in found] == [("agrees", "contradicts", "right-by-chance")]


def test_ratifications_before_the_entry_into_force_are_counted_as_deposits(ask: Ask) -> None:
    found = ask("The Rome Statute had been ratified by more than 60 states in April 2002.", "a.txt").claims
    assert [(one.claim.date, one.verdict) for one in found] == [("2002-04", "agrees")]


def test_states_of_a_list_keep_their_own_days(ask: Ask) -> None:
    left = ask.claims(
        "Only two countries have left the ICC: Burundi in October 2017 and the Philippines in March 2018."
    )
    assert left == [("BDI", "withdrew", "2017-10", "agrees"), ("PHL", "withdrew", "2018-03", "imprecise")]
    each = ask.claims(
        "Benin ratified the Rome Statute on 22 January 2002, The Gambia on 28 June 2002 and Liberia on 22 September 2004."
    )
    assert {one[3] for one in each} == {"agrees"}


def test_a_state_that_took_its_instrument_back_has_not_ratified(ask: Ask) -> None:
    assert ask.claims("Malaysia has not ratified the Rome Statute.") == [("MYS", "is-not-party", "", "agrees")]
    back = "Malaysia acceded to the Rome Statute on 4 March 2019 but withdrew its accession on 29 April 2019."
    assert ask.claims(back) == [("MYS", "acceded", "2019-03-04", "agrees")]


def test_the_day_of_a_page_that_does_not_fit_is_no_fault_of_its_words(ask: Ask) -> None:
    page = "---\ndate: 2016-05-01\n---\n\nLast month the President signed an executive order imposing sanctions on the ICC."
    assert {one.verdict for one in ask(page, "a.md").claims} == {"open"}


TRUE = (
    "Neither Turkey nor Pakistan has signed the Rome Statute.",
    "Kenya ratified the Rome Statute on 15 March 2005, and it entered into force on 1 June 2005.",
    "In neighbouring Georgia the Rome Statute came into force on 1 December 2003.",
    "South Africa withdrew from the Rome Statute on 19 October 2016 but revoked the notice on 7 March 2017.",
    "Guatemala had not signed the Rome Statute, so it acceded on 2 April 2012.",
    "Ukraine, a State Party since 2025, does not accept the Court's jurisdiction over war crimes of its nationals under the Statute.",  # noqa: E501 - a case reads best in one piece
    "Sanctioned by the United States for the ICC: Beti Hohler on 5 June 2025; Francesca Albanese on 9 July 2025.",
    "The sanctions on Albanese, the friend of the ICC, were suspended on 13 May 2026.",
    "Of the members of the United Nations, 125 of 193 are parties to the Rome Statute.",
    "The United States is not a party to the Rome Statute, but Mexico is; it ratified on 28 October 2005.",
    "None of the great powers - China, Russia or the United States - are parties to the Rome Statute.",
    "Citizens of states not party to the Rome Statute, notably China and India, were not charged.",
    "Palestine acceded to the Rome Statute in 2015 and referred the situation to the ICC.",
    "Without a Security Council referral of Syria the ICC could do nothing.",
    "Hungary nearly left the ICC.",
    "The Rome Conference and the ICC: the Court was created by the 1998 Rome Statute.",
    "The Philippines signed the Rome Statute, by which the ICC is established, on December 28, 2000.",
    "US membership in the ICC would harm American soldiers.",
    "Rubio designated Gocha Lordkipanidze of the ICC under Executive Order 14203, an order which Trump signed in February.",
    "The Dodd clause, widened on December 29, 2022, leaves a window for help to the ICC in Ukraine.",
    "The Nethercutt Amendment, aimed at members of the ICC, was dropped from the appropriations act for 2009.",
    "Mali and Burkina Faso, members of the ICC, filed their papers together on June 24, 2026.",
    "Ukraine twice accepted the jurisdiction of the ICC before it was a member, on 17 April 2014 and on 8 September 2015.",
    "The Philippines, a party to the Rome Statute since 1 November 2011, withdrew with effect from 17 March 2019.",
    "Ivory Coast signed the Rome Statute on 30 November 1998 but did not ratify it during the war.",
    "The Rome Statute entered into force in July 2002, as 60 countries had ratified it.",
)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_raises_no_alarm(ask: Ask, text: str) -> None:
    assert ask(text).flagged() == ()


FALSE = (
    "At the end of 2019 the Rome Statute had 123 parties.",
    "Executive Order 13928, against the ICC, was revoked by Executive Order 14203 on 1 April 2021.",
    "Karim Khan of the ICC was sanctioned under Executive Order 14023 on 6 February 2025.",
    "Fatou Bensouda, once of the ICC, is still on the US sanctions list.",
    "Lithuania referred the situation in Georgia to the ICC on 1 March 2022.",
    "Hungary left the ICC on 2 June 2026 and cancelled its contribution.",
    "Hungary left the ICC on 2 June 2026, and its parliament revoked the law on cooperation.",
    "Kiribati, a small country, joined the ICC. It acceded in November 2020.",
    "The ICC and Slovenia: our country ratified the Agreement on the Privileges and Immunities of the Court in 2005.",
)


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_is_flagged(ask: Ask, text: str) -> None:
    assert len(ask(text).flagged()) == 1


def test_the_day_of_an_order_is_not_that_of_its_page(ask: Ask) -> None:
    page = "---\ndate: 2019-10-20\n---\n# The ICC\n\nToday 122 states are parties. Executive Order 13928 was issued on 11 June 2020.\n"  # noqa: E501 - a case reads best in one piece
    assert str(ask(page, "a.md").written) == "2019-10-20"
    told = "# The ICC\n\nThere are 123 parties.\n\nMalaysia left the talks on 29 April 2019.\n"
    assert ask(told, "a.md").written is None
    worded = "---\nlast_updated: November 3, 2026\n---\n# The ICC\n\nThe ICC has 125 members.\n"
    assert str(ask(worded, "a.md").written) == "2026-11-03"


def test_a_day_of_another_kind_is_told_as_what_it_is(ask: Ask) -> None:
    (one,) = ask("Palestine referred its situation to the ICC on 22 May 2018.").claims
    assert "It was received on 22 May 2018." in one.because
    (two,) = ask("Ukraine lodged a declaration under article 12(3) with the ICC on 9 April 2014.").claims
    assert "It was dated 9 April 2014." in two.because


def test_sanctions_on_the_court_are_told_by_order_and_listing(ask: Ask) -> None:
    (one,) = ask("On 7 February 2025 the White House published an order sanctioning the ICC.").claims
    assert (one.verdict, one.should_be) == ("contradicts", "6 February 2025")
    assert "listed on 9 October 2026" in one.because


def test_the_day_of_the_page_is_no_field_left_unchecked(ask: Ask) -> None:
    page = "---\ntitle: Kenya\ndate: 2024-05-01\nsigned_date: 1999-08-11\n---\nThe ICC.\n"
    assert (ask(page, "a.md").coverage.checkable, ask(page, "a.md").coverage.checked) == (1, 1)
