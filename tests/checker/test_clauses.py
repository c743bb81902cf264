"""Acts and statuses read by the parts of their clause: who, what, when; and what only looks like one."""

from __future__ import annotations

import pytest

from .conftest import Ask

HEAD = "# The Rome Statute of the International Criminal Court\n\n"

READ = {
    # an act told by a noun, a paper or a participle
    "Armenia's signature on the Rome Statute dates from October 1, 1999.": ["ARM signed 1999-10-01"],
    "By depositing its instrument of accession on 26 November 2019, Kiribati made itself heard.": [
        "KIR acceded 2019-11-26"
    ],
    "Following its accession in June 2011, Tunisia sent observers.": ["TUN acceded 2011-06"],
    "The deposit by Ukraine, on 25 October 2024, of its instrument of ratification was welcomed.": [
        "UKR ratified 2024-10-25"
    ],
    "Andorra's instrument was received in New York on 30 April 2001.": ["AND ratified 2001-04-30"],
    "The depositary received the notification of withdrawal of Chad on 27 July 2026.": ["TCD withdrew 2026-07-27"],
    "Fiji's signature and ratification both took place on 29 November 1999.": [
        "FJI ratified 1999-11-29",
        "FJI signed 1999-11-29",
    ],
    # who did it, named elsewhere
    "The Rome Statute was signed by Kenya on 11 August 1999 and ratified on 15 March 2005.": [
        "KEN ratified 2005-03-15",
        "KEN signed 1999-08-11",
    ],
    "Although it signed the Statute on 28 December 2000, Morocco is still not a State Party.": [
        "MAR is-not-party ",
        "MAR signed 2000-12-28",
    ],
    "Lusaka's ratification came on 13 November 2002.": ["ZMB ratified 2002-11-13"],
    "The Philippine withdrawal took effect on 17 March 2019.": ["PHL withdrew 2019-03-17"],
    "Mali and Chad were named. The former ratified on 16 August 2000 and the latter ratified on 1 November 2006.": [
        "MLI ratified 2000-08-16",
        "TCD ratified 2006-11-01",
    ],
    # lists whose verb stands once
    "Niger notified its withdrawal on 18 June 2026, Mali and Burkina Faso on 24 June 2026.": [
        "BFA withdrew 2026-06-24",
        "MLI withdrew 2026-06-24",
        "NER withdrew 2026-06-18",
    ],
    "In the south all have ratified: Venezuela, the first, on 7 June 2000; Argentina on 8 February 2001.": [
        "ARG ratified 2001-02-08",
        "VEN ratified 2000-06-07",
    ],
    "Japan joined the Court in 2007, Bangladesh in 2010.": ["BGD is-party 2010", "JPN is-party 2007"],
    "Burundi was the first to leave, in October 2017, and the Philippines the second, in March 2019.": [
        "BDI withdrew 2017-10",
        "PHL withdrew 2019-03",
    ],
    "Chad and the Central African Republic ratified in November 2006 and October 2001 respectively.": [
        "CAF ratified 2001-10",
        "TCD ratified 2006-11",
    ],
    "Iran signed on 31 December 2000, the same day as Israel.": ["IRN signed 2000-12-31", "ISR signed 2000-12-31"],
    # days in the order of telling
    "Armenia ratified on 14 November 2023 and became a State Party on 1 February.": [
        "ARM is-party 2024-02-01",
        "ARM ratified 2023-11-14",
    ],
    "Israel signed on the last day of 2000.": ["ISR signed 2000-12-31"],
    "Burkina Faso remains a party until 24 June 2027.": ["BFA is-party 2027-06-24"],
    # statuses said shortly
    "Spain and Portugal have been parties from the start.": ["ESP is-party ", "PRT is-party "],
    "Egypt has signed but not ratified; Libya has done neither.": [
        "EGY is-not-party ",
        "EGY signed ",
        "LBY is-not-party ",
    ],
    "Neither Sudan nor Libya is a party.": ["LBY is-not-party ", "SDN is-not-party "],
    "Of the G7, all but the United States have joined the Court.": [],
    "Zambia signed in 1998 and went on to ratify in November 2002.": ["ZMB ratified 2002-11", "ZMB signed 1998"],
    "Not until 17 July 2007 did Japan accede.": ["JPN ratified 2007-07-17"],
    "No more than three States are parties so far: Fiji, Japan and Samoa.": [
        "FJI is-party ",
        "JPN is-party ",
        "WSM is-party ",
    ],
    "These have signed: Egypt, on December 26th 2000, Algeria on December 28th 2000.": [
        "DZA signed 2000-12-28",
        "EGY signed 2000-12-26",
    ],
    "Of the region only Jordan has ratified; there are two further members, Djibouti and the Comoros.": [
        "COM is-party ",
        "DJI is-party ",
        "JOR ratified ",
    ],
    "Two years after the Philippines withdrew from the Statute, in March 2021, he spoke.": ["PHL withdrew "],
    "The crimes were committed while the Philippines was still a member of the Court.": ["PHL is-party "],
    "Self-referrals to the Court include Uganda, Mali and Gabon.": ["GAB referred ", "MLI referred ", "UGA referred "],
    "Russia and the United States are signatories but never ratified.": [
        "RUS is-not-party ",
        "RUS signed ",
        "USA is-not-party ",
        "USA signed ",
    ],
    "The Court has no power over the United States or Israel, because neither country is a party to the Statute.": [
        "ISR is-not-party ",
        "USA is-not-party ",
    ],
    "Kenya and Chad are parties, having ratified in March 2005 and November 2006 respectively.": [
        "KEN is-party ",
        "KEN ratified 2005-03",
        "TCD is-party ",
        "TCD ratified 2006-11",
    ],
    "Côte d'Ivoire accepted jurisdiction in 2003 although it did not ratify until 2013, and Ukraine did so in April 2014.": [
        "CIV declared-12-3 2003",
        "CIV ratified 2013",
        "UKR declared-12-3 2014-04",
    ],
    "Seven countries voted against the Rome Statute: the United States, China, Iraq, Israel, Libya, Qatar and Yemen.": [
        "CHN voted ",
        "ICC other ",
        "IRQ voted ",
        "ISR voted ",
        "LBY voted ",
        "QAT voted ",
        "USA voted ",
        "YEM voted ",
    ],
}

SET_BESIDE = {
    "Gabon, a State Party to the Statute, received him in 2014.": [("GAB", "is-party", "2014", "agrees")],
    "On 3 May 2010 Tunisia, a non-party, hosted the talks.": [("TUN", "is-not-party", "2010-05-03", "agrees")],
    "Zambia, a State Party, ratified on 13 November 2002.": [
        ("ZMB", "is-party", "", "agrees"),
        ("ZMB", "ratified", "2002-11-13", "agrees"),
    ],
    "Turkey, like Pakistan, is not a party to the Statute.": [
        ("PAK", "is-not-party", "", "agrees"),
        ("TUR", "is-not-party", "", "agrees"),
    ],
}


@pytest.mark.parametrize("text", list(SET_BESIDE))
def test_a_status_beside_a_name_is_that_of_the_day_told(text: str, ask: Ask) -> None:
    assert sorted(ask.claims(HEAD + text)) == SET_BESIDE[text]


def test_a_status_beside_a_name_is_that_of_its_heading(ask: Ask) -> None:
    text = HEAD + "## 3 May 2010\n\nTunisia (a non-State Party to the Statute) sent observers to the Court.\n"
    assert ask.claims(text, "a.md") == [("TUN", "is-not-party", "2010-05-03", "agrees")]


LEFT = (
    "Colombia made a declaration under article 124 in 2002.",
    "The 12 June 2003 letter signed by Minister Ada Example of Kenya was read out.",
    "Kenya's declaration of a state of emergency on 3 May 2005 was noted.",
    "The tribunal, whose founding agreement Kenya and Ghana signed on 25 June 2025, is new.",
    "Kenya has joined the ICC withdrawal talks.",
    "The Court keeps what was done while the State was a member.",
    "General Assembly resolution on the establishment of the International Criminal Court, A/RES/53/105 (26 January 1999).",
    "Arcadia ratified on 3 March 2014.",
    "The Diet approved accession in April 2007.",
    "The act was signed into law by President George W. Bush on 2 August 2002.",
    "A signature is a first endorsement; a treaty that has only been signed does not bind.",
    "Once the 60 ratifications had been reached, Ghana sent a note.",
    "They even pulled out of ECOWAS itself in January 2025.",
    "Ukraine accepted help long before it ratified.",
    "Kenya announced its departure on 3 April 2025.",
    "States that cooperate with the Court: Kenya, Uganda and Ghana.",
    "The Court opened investigations in these countries: Kenya, Uganda and Mali.",
    "France also joined the ICC in denouncing the move.",
    "Parliament adopted a bill on the Statute in 2000, but the President of Angola did not sign it into law.",
    "It barred citizens of a U.S. ally which is not a state party to the Rome Statute.",
    "Article 127: a state keeps the duties that arose while it was a party to the Statute.",
)


@pytest.mark.parametrize("text", list(READ))
def test_a_clause_is_read_by_its_parts(text: str, ask: Ask) -> None:
    found = sorted({f"{subject} {predicate} {day}" for subject, predicate, day, _ in ask.claims(HEAD + text)})
    assert found == READ[text]


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_like_an_act_is_left(text: str, ask: Ask) -> None:
    assert ask.claims(HEAD + text) == []


def test_the_lines_of_a_timeline_take_their_day(ask: Ask) -> None:
    lines = "## 2016\n\n3 March. El Salvador accedes.\n\n19 October. South Africa gives notice of withdrawal.\n\n"
    more = "27 October. Burundi notifies its withdrawal, and Chad looks on.\n"
    assert {one[:3] for one in ask.claims(HEAD + lines + more)} == {
        ("SLV", "acceded", "2016-03-03"),
        ("ZAF", "withdrew", "2016-10-19"),
        ("BDI", "withdrew", "2016-10-27"),
    }


def test_the_day_of_a_report_is_not_that_of_what_it_tells(ask: Ask) -> None:
    text = (
        HEAD
        + "BAMAKO, 26 June 2026 (Wire) - Mali and Niger have told the United Nations that they are leaving the Court."
    )
    assert {one[:3] for one in ask.claims(text)} == {("MLI", "withdrew", ""), ("NER", "withdrew", "")}


def test_days_of_two_states_told_apart_go_with_the_act_before_them(ask: Ask) -> None:
    text = "Gambia and South Africa had notified the Secretary-General of their withdrawal from the Rome Statute but "
    told = ask.claims(HEAD + text + "reversed their decision in February 2017 and March 2017, respectively.")
    assert sorted(told) == [
        ("GMB", "other", "2017-02", "agrees"),
        ("GMB", "withdrew", "", "agrees"),
        ("ZAF", "other", "2017-03", "agrees"),
        ("ZAF", "withdrew", "", "agrees"),
    ]


def test_the_day_of_the_week_belongs_to_the_day(ask: Ask) -> None:
    for day in ("Friday, 2 December 2011", "Friday 2 December 2011", "Friday, December 2, 2011"):
        for text in (
            f"On {day}, the Republic of Vanuatu acceded to the Rome Statute.",
            f"On {day}, Vanuatu deposited with the United Nations its instrument of accession to the Rome Statute.",
        ):
            assert ask.claims(HEAD + text) == [("VUT", "acceded", "2011-12-02", "agrees")], text


def test_a_list_goes_on_behind_a_bracket(ask: Ask) -> None:
    text = "Niue (a State in free association with New Zealand), Palau and Tuvalu are non-States Parties."
    assert [one[0] for one in ask.claims(HEAD + text)] == ["NIU", "PLW", "TUV"]
    text = "The Republics of Fiji and Nauru and the Independent State of Samoa are States Parties to the Statute."
    assert sorted(one[0] for one in ask.claims(HEAD + text)) == ["FJI", "NRU", "WSM"]


def test_notices_told_as_leaving(ask: Ask) -> None:
    text = "Hungary announced its withdrawal on 3 April 2025 and formally notified the UN on 2 June 2025, the ICC said."
    assert ("HUN", "withdrew", "2025-06-02", "agrees") in ask.claims(HEAD + text)
    text = "South Africa served notice to pull out of the ICC in October 2016."
    assert ask.claims(HEAD + text) == [("ZAF", "withdrew", "2016-10", "agrees")]


def test_what_is_left_open_or_said_of_something_else_is_no_claim(ask: Ask) -> None:
    told = ask.claims(
        HEAD
        + "Brazil and the United States abstained on resolution 1593. The Council urged all states to co-operate with the "
        "Court, whether or not they were party to the Rome Statute."
    )
    assert {one[1] for one in told} == {"voted"}
    assert ask.claims(HEAD + "Israel reversed its position on the Rome Statute in the course of the day.") == []
    order = "| Type | Executive order |\n| --- | --- |\n| Signed | February 6, 2025 |\n| On | the ICC and the United States |\n"
    assert [one for one in ask.claims(HEAD + order) if one[1] == "signed"] == []


def test_the_statute_came_into_force_after_so_many_had_ratified_it(ask: Ask) -> None:
    text = "The Rome Statute was adopted by 120 countries on July 17, 1998, and came into force after 60 countries "
    assert ask.claims(HEAD + text + "had ratified it on July 1, 2002.") == [
        ("ICC", "entered-into-force", "2002-07-01", "agrees")
    ]


def test_a_count_is_compared_with_the_instrument_of_which_it_is_told(ask: Ask) -> None:
    def counted(text: str) -> list[tuple[str, str, str]]:
        claims = ask(HEAD + text).claims
        return [(one.claim.object, one.claim.about, one.verdict) for one in claims if one.claim.subject == "ICC"]

    aggression = "amendment-aggression-2010"
    assert counted("45 states have ratified the Kampala amendments on aggression.") == [("45", aggression, "agrees")]
    assert counted("By 2016 the Kampala amendments on aggression had been ratified by 50 states.") == [
        ("50", aggression, "contradicts")
    ]
    assert counted("The APIC has been ratified by 90 states.") == [("90", "apic", "contradicts")]
    assert counted("There are 125 parties to the Rome Statute, and 45 have ratified the Kampala amendments.") == [
        ("125", "rome-statute", "agrees"),
        ("45", aggression, "agrees"),
    ]
    assert counted("The Kampala amendments were adopted in 2010; 70 states are parties today.") == []
    assert counted("Sixty ratifications were reached on 11 April 2002.") == [], "66 were deposited on that day"


def test_a_count_of_then_whose_day_is_not_read_is_open(ask: Ask) -> None:
    told = ask.claims(HEAD + "When the Court opened in 2002 it had 76 members.")
    assert told == [("ICC", "number-of-parties", "", "open")]
    told = ask.claims(HEAD + "When the Court opened in 2002 it had 150 members.")
    assert told == [("ICC", "number-of-parties", "", "contradicts")], "there were never so many"


def test_a_membership_of_years_past_is_compared_with_both_its_ends(ask: Ask) -> None:
    def verdicts(text: str) -> list[str]:
        return [one[3] for one in ask.claims(HEAD + text) if one[1] == "is-party"]

    assert verdicts("The Philippines, a party from 2011 to 2019, is no longer a member.") == ["agrees"]
    assert verdicts("The Philippines, a party from 2011 to 2018, is no longer a member.") == ["contradicts"]
    assert verdicts("France, a party from 2002 to 2010, sent observers to the ICC.") == ["contradicts"]


def test_signatories_are_not_counted_as_parties(ask: Ask) -> None:
    text = "Currently, 139 states are signatories, but only 123 are considered parties to the Rome Statute."
    told = ask(HEAD + text).claims
    assert [(one.claim.object, one.verdict) for one in told if one.claim.predicate == "number-of-parties"] == [
        ("123", "outdated")
    ]


def test_the_agreement_is_not_taken_for_the_statute(ask: Ask) -> None:
    text = HEAD + "Agreement on Privileges and Immunities: ratified by Trinidad and Tobago (6 February 2003)."
    report = ask(text)
    assert [(one.claim.about, one.verdict) for one in report.claims] == [("apic", "agrees")]


def test_a_count_of_ratifications_is_one_of_deposits(ask: Ask) -> None:
    counted = ask.claims(HEAD + "By 1 October 2004, 97 states had ratified or acceded to the Rome Statute.")
    assert counted == [("ICC", "number-of-parties", "2004-10-01", "agrees")]
    parties = ask.claims(HEAD + "On 1 October 2004 the Rome Statute had 97 States Parties.")
    assert parties == [("ICC", "number-of-parties", "2004-10-01", "imprecise")], "three of them were no parties yet"
    wrong = ask.claims(HEAD + "On 1 October 2004 the Rome Statute had 98 States Parties.")
    assert wrong == [("ICC", "number-of-parties", "2004-10-01", "contradicts")]
