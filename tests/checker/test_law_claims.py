"""Sentences on the law of the United States, with the claims that they make and what the record says to each."""

from __future__ import annotations

import pytest

from .conftest import Ask

SENTENCES: list[tuple[str, set[tuple[str, str, str, str]]]] = [
    (
        "The American Service-Members' Protection Act, Pub. L. No. 107-206, tit. II, 116 Stat. 820, 899 (codified as amended at "  # noqa: E501 - a case reads best in one piece
        "22 U.S.C. §§ 7421-7433), was signed into law on August 2, 2002, against the ICC.",
        {("enacted", "ASPA", "2002-08-02", "agrees")},
    ),
    (
        "The Nethercutt Amendment, which Congress passed in December 2003, cut aid to members of the ICC.",
        {("enacted", "Nethercutt Amendment", "2003-12", "contradicts")},
    ),
    (
        "On January 15, 2013, President Obama signed Public Law 112-283, which helped the ICC.",
        {("enacted", "P.L. 112-283", "2013-01-15", "agrees")},
    ),
    (
        "On 11 June 2020 the White House unveiled Executive Order 13928 against the ICC.",
        {("enacted", "EO 13928", "2020-06-11", "agrees")},
    ),
    (
        "Trump's executive order of 7 February 2025 targets the ICC.",
        {("enacted", "EO 14203", "2025-02-07", "contradicts")},
    ),
    ("In July 2004 the House adopted the Nethercutt Amendment against members of the ICC.", set()),
    (
        "President Biden rescinded the 2020 order against the ICC on 1 April 2021.",
        {("revoked", "EO 13928", "2021-04-01", "agrees")},
    ),
    (
        "Executive Order 13928 against the ICC stood until 2 April 2021, when President Biden revoked it.",
        {("revoked", "EO 13928", "2021-04-02", "contradicts")},
    ),
    (
        "President Biden revoked E.O. 13928 by E.O. 14022, signed on April 1, 2021, to the relief of the ICC.",
        {("revoked", "EO 13928", "2021-04-01", "agrees"), ("enacted", "EO 14022", "2021-04-01", "agrees")},
    ),
    (
        "The sanctions on the ICC were lifted in April 2021 by the Biden administration.",
        {("revoked", "EO 13928", "2021-04", "agrees")},
    ),
    (
        "ASPA's ban on military assistance to members of the ICC was repealed by Congress on 28 January 2009.",
        {("revoked", "P.L. 107-206 sec. 2007", "2009-01-28", "contradicts")},
    ),
    ("Executive Order 14203 against the ICC was never revoked.", set()),
    ("The ICC hopes that Executive Order 14203 will be lifted in 2027.", set()),
    (
        "Kimberly Prost of Canada and Nicolas Guillou of France were hit with sanctions on 20 August 2025, as judges of the ICC.",  # noqa: E501 - a case reads best in one piece
        {("sanctioned", "prost", "2025-08-20", "agrees"), ("sanctioned", "guillou", "2025-08-20", "agrees")},
    ),
    (
        "The ICC heard of the sanctions: Prost and Guillou followed on 20 August 2025, Lordkipanidze and Damdin on 18 October 2025.",  # noqa: E501 - a case reads best in one piece
        {
            ("sanctioned", "prost", "2025-08-20", "agrees"),
            ("sanctioned", "guillou", "2025-08-20", "agrees"),
            ("sanctioned", "lordkipanidze", "2025-10-18", "contradicts"),
            ("sanctioned", "damdin", "2025-10-18", "contradicts"),
        },
    ),
    (
        "On 18 August 2026 the United States designated the President of the ICC, Judge Tomoko Akane, and on 9 October 2026 the "  # noqa: E501 - a case reads best in one piece
        "ICC as such.",
        {("sanctioned", "akane", "2026-08-18", "agrees"), ("sanctioned", "icc", "2026-10-09", "agrees")},
    ),
    (
        "On September 2, 2020, OFAC added then-Prosecutor Fatou Bensouda and Phakiso Mochochoko, a director at the ICC, to the "
        "SDN List.",
        {("sanctioned", "bensouda", "2020-09-02", "agrees"), ("sanctioned", "mochochoko", "2020-09-02", "agrees")},
    ),
    ("Russia put Karim Khan of the ICC on its wanted list in May 2023.", set()),
    ("In 2024 senators threatened to sanction Karim Khan of the ICC.", set()),
    ("Secretary Rubio announced sanctions on the ICC in February 2025.", {("sanctioned", "icc", "2025-02", "agrees")}),
    (
        "The sanctions on the ICC lasted less than a year: the order was signed on 11 June 2020 and revoked on 1 April 2021.",
        {("enacted", "EO 13928", "2020-06-11", "agrees"), ("revoked", "EO 13928", "2021-04-01", "agrees")},
    ),
    (
        "Congress passed a law in November 1998 that keeps public funds from the ICC.",
        {("enacted", "22 U.S.C. 7401", "1998-11", "contradicts")},
    ),
    (
        "A US law of January 15, 2013, extended the rewards program to suspects wanted by the ICC.",
        {("enacted", "P.L. 112-283", "2013-01-15", "agrees")},
    ),
    (
        "The Dodd Amendment, in the version enacted in December 2022, helps the ICC in Ukraine.",
        {("enacted", "Dodd Amendment", "2022-12", "agrees")},
    ),
    (
        "Passed by Congress in 2003, the Nethercutt Amendment cut aid to members of the ICC.",
        {("enacted", "Nethercutt Amendment", "2003", "contradicts")},
    ),
    (
        "After Kimberly Prost was designated on 21 August 2025, the ICC protested.",
        {("sanctioned", "prost", "2025-08-21", "contradicts")},
    ),
    (
        "On 20 August 2025 Washington put two more judges of the ICC, Kimberly Prost and Nicolas Guillou, under sanctions.",
        {("sanctioned", "prost", "2025-08-20", "agrees"), ("sanctioned", "guillou", "2025-08-20", "agrees")},
    ),
    (
        "Under the sanctions on ICC staff three organisations were listed on 4 September 2025 and two judges, Gocha "
        "Lordkipanidze and Erdenebalsuren Damdin, on 18 December 2025.",
        {
            ("sanctioned", "lordkipanidze", "2025-12-18", "agrees"),
            ("sanctioned", "damdin", "2025-12-18", "agrees"),
        },
    ),
    ("The sanctions on the ICC stay. The law, in force since 1 January 2009, lets home courts try war crimes.", set()),
    ("Sanctions on the ICC are told elsewhere. Issued on 17 March 2023, it names Vladimir Putin.", set()),
    ("Washington is weighing sanctions against the ICC.", set()),
    (
        "The sanctions on the ICC stood, and a federal judge issued an order on July 30, 2025, for the plaintiffs.",
        set(),
    ),
    ("The Court's judges issued an order on 4 March 2009, long before any sanctions on the ICC.", set()),
    ("Kenya's parliament passed a law in 2008 on cooperation with the ICC.", set()),
    ("Two judges of the ICC, Solomy Bossa and Beti Hohler, were listed for the hearing on 5 May 2021.", set()),
    (
        "Bensouda and Mochochoko were removed from the sanctions list on 2 April 2021, the ICC noted.",
        {("other", "bensouda", "2021-04-02", "agrees"), ("other", "mochochoko", "2021-04-02", "agrees")},
    ),
]


@pytest.mark.parametrize(("text", "claims"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_a_sentence_on_united_states_law_makes_these_claims(
    ask: Ask, text: str, claims: set[tuple[str, str, str, str]]
) -> None:
    found = ask(text).claims
    told = {
        (one.claim.predicate, one.claim.object, one.claim.date, one.verdict)
        for one in found
        if one.claim.subject == "USA"
    }
    assert told == claims


PAGES = [
    (
        "# The sanctions on the ICC\n\nExecutive Order 14203 is the latest. Executive Order 13928 came first.\n\n"
        "President Biden revoked that order on 2 April 2021.",
        ("revoked", "EO 13928", "2021-04-02"),
    ),
    (
        "# What is the American Servicemembers' Protection Act?\n\nThe act was signed into law by President Bush on "
        "August 2, 2002, a month after the ICC was born.",
        ("enacted", "ASPA", "2002-08-02"),
    ),
    (
        "# US sanctions on the ICC\n\nThe list grew. On 18 August 2026 it added President Akane and a "
        "trial lawyer, Abdoulaye Seye.",
        ("sanctioned", "seye", "2026-08-18"),
    ),
    (
        "# US sanctions on the ICC\n\n| Date | Who |\n| --- | --- |\n| August 20, 2025 | Judges Prost and Guillou |\n",
        ("sanctioned", "guillou", "2025-08-20"),
    ),
    (
        "# US sanctions on the ICC\n\nOn 20 August 2025 Judge Kimberly Prost was one of four. The others were Nicolas Guillou, "
        "Nazhat Shameem Khan and Mame Mandiaye Niang.",
        ("sanctioned", "niang", "2025-08-20"),
    ),
    (
        "# Sanctions on the ICC\n\nPresident Trump issued Executive Order 14203.\n\nIt was signed on 6 February 2025.",
        ("enacted", "EO 14203", "2025-02-06"),
    ),
    (
        "# Sanctions on the ICC\n\nDeputy Prosecutor Mame Mandiaye Niang is from Senegal. He was placed under United States "
        "sanctions on 20 August 2025.",
        ("sanctioned", "niang", "2025-08-20"),
    ),
    (
        "# Who is under sanctions for work at the ICC\n\n- June 5, 2025: Judges Solomy Balungi Bossa and Beti Hohler\n"
        "- July 9, 2025: Francesca Albanese, UN Special Rapporteur\n",
        ("sanctioned", "albanese", "2025-07-09"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), PAGES, ids=[f"{claim[0]} {claim[1]}" for _, claim in PAGES])
def test_a_sentence_takes_up_the_law_or_the_person_told_before(
    ask: Ask, text: str, claim: tuple[str, str, str]
) -> None:
    found = {(one.claim.predicate, one.claim.object, one.claim.date) for one in ask(text).claims}
    assert claim in found
