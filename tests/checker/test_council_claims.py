"""Votes, referrals and counts: what a sentence claims, and what the record says to it."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Record
from ratione.checker import Checker, Patterns

TODAY = date(2026, 11, 21)
KINDS = ("voted", "referred", "number-of-parties")


@pytest.fixture(scope="module")
def engine() -> Checker:
    return Checker(Record.embedded(), Patterns.embedded())


def told(engine: Checker, text: str) -> set[str]:
    """Each claim of these kinds as one line: subject, predicate, what it is about or the number, day, verdict."""
    rows = engine.check(text, name="page.txt", today=TODAY).claims
    return {
        " ".join(
            filter(
                None,
                (
                    one.claim.subject,
                    one.claim.predicate,
                    one.claim.object if one.claim.predicate == "number-of-parties" else one.claim.about,
                    one.claim.date,
                    one.verdict,
                ),
            )
        )
        for one in rows
        if one.claim.predicate in KINDS or "tally" in one.claim.how
    }


def lines(text: str) -> set[str]:
    return {one.strip() for one in text.strip().splitlines()} - {""}


VOTES = {
    "as did another": (
        "The United States voted against the Rome Statute, as did China.",
        "USA voted rome-statute agrees\nCHN voted rome-statute not-in-record",
    ),
    "each side of one clause": (
        "At Rome the United States and Israel voted against, France in favour, while the ICC was born.",
        "USA voted rome-statute agrees\nISR voted rome-statute not-in-record\nFRA voted rome-statute not-in-record",
    ),
    "the number of the sentence before": (
        "On 17 July 1998 the Rome Statute was adopted by 120 votes to 7, with 21 abstentions. The United States was among the seven.",  # noqa: E501 - one text
        "ICC other rome-statute agrees\nUSA voted rome-statute 1998-07-17 agrees",
    ),
    "abstentions in brackets": (
        "Resolution 1593 on Darfur and the ICC was adopted by 11 votes to none with 4 abstentions (Algeria, Brazil, China, Russia).",  # noqa: E501 - one text
        "UNSC other UNSC-1593 agrees\nDZA voted UNSC-1593 agrees\nBRA voted UNSC-1593 agrees\nCHN voted UNSC-1593 agrees\nRUS voted UNSC-1593 contradicts",  # noqa: E501 - one text
    ),
    "abstaining": (
        "Resolution 1593, which sent Darfur to the ICC, passed 12-0-3, with Algeria and China abstaining.",
        "UNSC referred SDN agrees\nUNSC other UNSC-1593 contradicts\nDZA voted UNSC-1593 agrees\nCHN voted UNSC-1593 agrees",
    ),
    "adjectives": (
        "Russian and Chinese vetoes in May 2014 blocked the referral of Syria to the ICC.",
        "RUS voted DRAFT-S-2014-348 2014-05 agrees\nCHN voted DRAFT-S-2014-348 2014-05 agrees",
    ),
    "in a relative clause": (
        "We read the draft of 22 May 2014 on Syria and the ICC and the explanations of Russia and China, which vetoed it.",
        "RUS voted DRAFT-S-2014-348 2014-05-22 agrees\nCHN voted DRAFT-S-2014-348 2014-05-22 agrees",
    ),
    "two resolutions": (
        "France voted in favour of resolutions 1593 (2005) and 1970 (2011) on the ICC.",
        "FRA voted UNSC-1593 2005 agrees\nFRA voted UNSC-1970 2011 agrees",
    ),
    "the first and the second": (
        "Resolution 1593 sent Darfur to the ICC and resolution 1970 Libya. The United States abstained on the first and voted for the second.",  # noqa: E501 - one text
        "UNSC referred SDN agrees\nUNSC referred LBY agrees\nUSA voted UNSC-1593 agrees\nUSA voted UNSC-1970 agrees",
    ),
    "likewise": (
        "France abstained on resolution 1497 (2003), which shields troops from the ICC; Germany and Mexico did likewise.",
        "FRA voted UNSC-1497 2003 agrees\nDEU voted UNSC-1497 2003 agrees\nMEX voted UNSC-1497 2003 agrees",
    ),
    "a wrong side": (
        "On 31 March 2005 the United States voted for resolution 1593, which referred Darfur to the ICC.",
        "USA voted UNSC-1593 2005-03-31 contradicts\nUNSC referred SDN 2005-03-31 agrees",
    ),
    "an aside before the vote": (
        "Resolution 1970 sent Libya to the ICC in February 2011. China and Russia, neither of them parties to the Rome Statute, voted in favour.",  # noqa: E501 - one text
        "UNSC referred LBY 2011-02 agrees\nCHN voted LBY 2011-02 agrees\nRUS voted LBY 2011-02 agrees\n",
    ),
    "a request that failed": (
        "At the ICC's door, a request on behalf of Kenya failed on 15 November 2013 by seven votes to none, with eight abstentions. "  # noqa: E501 - one text
        "Morocco and Togo were in favour, Britain and France abstained.",
        "UNSC other KEN agrees\nMAR voted KEN 2013-11-15 agrees\nTGO voted KEN 2013-11-15 agrees\n"
        "GBR voted KEN 2013-11-15 agrees\nFRA voted KEN 2013-11-15 agrees",
    ),
    "the place of a resolution in brackets": (
        "Portugal voted for resolution 1970 (Libya) on 26 February 2011, which sent the conflict to the ICC.",
        "PRT voted UNSC-1970 2011-02-26 agrees",
    ),
    "by the day alone": (
        "The ICC was the issue when the mandate was renewed on 12 June 2003: Germany and Syria abstained.",
        "DEU voted UNSC-1487 2003-06-12 agrees\nSYR voted UNSC-1487 2003-06-12 agrees",
    ),
    "a resolution that referred nothing": (
        "France voted for resolution 1973, which referred Libya to the ICC on 26 February 2011.",
        "FRA voted LBY 2011-02-26 contradicts\nUNSC referred LBY 2011-02-26 contradicts",
    ),
    "another resolution on the same state": (
        "China and Russia abstained on resolution 1973 on Libya in March 2011, and the ICC went on.",
        "",
    ),
    "inverted": (
        "Among those who voted no at Rome, where the ICC began, was the United States.",
        "",
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, row in VOTES.items()])
def test_votes_are_read_by_their_places_in_the_clause(engine, text, expected):
    assert told(engine, text) == lines(expected)


REFERRALS = {
    "a list with days and resolutions": (
        "It referred Darfur to the ICC in March 2005 (resolution 1593) and Libya in February 2011 (resolution 1973).",
        "UNSC referred SDN 2005-03 agrees\nUNSC referred LBY 2011-02 contradicts",
    ),
    "each day in front": (
        "The Council has twice referred situations to the ICC: in March 2005, the Darfur region of Sudan, and in February 2011, Libya.",  # noqa: E501 - one text
        "UNSC referred SDN 2005-03 agrees\nUNSC referred LBY 2011-02 agrees",
    ),
    "what a resolution concerned": (
        "Both went to the ICC. Resolution 1593 of 31 March 2005 concerned Darfur; resolution 1970 of 26 February 2010 concerned Libya.",  # noqa: E501 - one text
        "UNSC referred SDN 2005-03-31 agrees\nUNSC referred LBY 2010-02-26 contradicts",
    ),
    "referrals in brackets": (
        "The ICC has had two Council referrals (Darfur 2005, Libya 2011).",
        "UNSC referred SDN 2005 agrees\nUNSC referred LBY 2011 agrees",
    ),
    "by which": (
        "On 31 March 2005 the Council, acting under Chapter VII, adopted resolution 1593, by which it referred the situation in Darfur "  # noqa: E501 - one text
        "since 1 July 2002 to the Prosecutor of the ICC.",
        "UNSC referred SDN 2005-03-31 agrees",
    ),
    "the object behind the Court": (
        "The Security Council this evening referred to the Prosecutor of the ICC the situation in Darfur since 1 July 2002.",
        "UNSC referred SDN agrees",
    ),
    "a referral of one's own": (
        "Caracas answered in February 2020 with a referral of its own to the ICC.",
        "VEN referred VEN2 2020-02 agrees",
    ),
    "states that joined": (
        "In November 2024 Mexico joined Chile and Spain in a referral on Afghanistan to the ICC.",
        "MEX referred AFG 2024-11 agrees\nCHL referred AFG 2024-11 agrees\nESP referred AFG 2024-11 agrees",
    ),
    "referrals of those who made them": (
        "The referrals of Japan and North Macedonia concerning Ukraine were received by the ICC Prosecutor on 11 March 2022.",
        "JPN referred UKR 2022-03-11 agrees\nMKD referred UKR 2022-03-11 agrees",
    ),
    "each its own": (
        "Uganda (December 2003) and the Central African Republic (December 2005) referred situations on their own territory to the ICC.",  # noqa: E501 - one text
        "UGA referred UGA 2003-12 agrees\nCAF referred CAF 2005-12 contradicts",
    ),
    "starting with": (
        "Forty-three States Parties had referred Ukraine to the ICC Prosecutor, starting with Lithuania on 1 March 2022.",
        "LTU referred UKR 2022-03-01 agrees",
    ),
    "several on their days": (
        "The Central African Republic, which ratified in 2001, twice asked the ICC to investigate crimes on its soil, in 2004 and 2014.",  # noqa: E501 - one text
        "CAF referred CAF 2004 agrees\nCAF referred CAF2 2014 agrees",
    ),
    "followed by others": (
        "Uganda made the first referral to the ICC, in December 2003, followed by the Democratic Republic of the Congo in March 2004.",  # noqa: E501 - one text
        "UGA referred UGA 2003-12 agrees\nCOD referred COD 2004-03 agrees",
    ),
    "a further one": (
        "On 1 March 2022 the ICC Prosecutor received a referral of Ukraine from Lithuania, and on 11 March 2022 another from Japan.",  # noqa: E501 - one text
        "LTU referred UKR 2022-03-01 agrees\nJPN referred UKR 2022-03-11 agrees",
    ),
    "each on its day": (
        "South Africa and four others referred Palestine to the ICC on 17 November 2023, and Chile and Mexico on 18 January 2024.",  # noqa: E501 - one text
        "ZAF referred PSE 2023-11-17 agrees\nCHL referred PSE 2024-01-18 agrees\nMEX referred PSE 2024-01-18 agrees",
    ),
    "what is told of another behind the list": (
        "Chile and Mexico referred Palestine to the ICC on 18 January 2024, and Ukraine ratified later.",
        "CHL referred PSE 2024-01-18 agrees\nMEX referred PSE 2024-01-18 agrees",
    ),
    "which they made": (
        "The ICC weighed the referrals concerning Palestine, which Bolivia and Djibouti made in November 2023 and Chile in January 2024.",  # noqa: E501 - one text
        "BOL referred PSE 2023-11 agrees\nDJI referred PSE 2023-11 agrees\nCHL referred PSE 2024-01 agrees",
    ),
    "so many of them": (
        "In September 2018 six states referred Venezuela to the ICC. The Office then had a referral from two governments, Peru and Canada.",  # noqa: E501 - one text
        "",
    ),
    "events at home": (
        "The Comoros referred the attack on the flotilla to the ICC on 14 May 2013; Bolivia refers road blockades in September 2020.",  # noqa: E501 - one text
        "COM referred COM 2013-05-14 agrees\nBOL referred BOL 2020-09 agrees",
    ),
    "theirs": (
        "Lithuania referred Ukraine to the ICC on 1 March 2022. Japan and North Macedonia sent theirs on 11 March 2022.",
        "LTU referred UKR 2022-03-01 agrees\nJPN referred UKR 2022-03-11 agrees\nMKD referred UKR 2022-03-11 agrees",
    ),
    "as it did with": (
        "The Security Council can send a case to the ICC, as it did with Darfur in March 2005 and Libya in February 2011.",
        "UNSC referred SDN 2005-03 agrees\nUNSC referred LBY 2011-02 agrees",
    ),
    "a referral told by a noun": (
        "The Darfur referral was the first, and the Libya referral followed it to the ICC.",
        "UNSC referred SDN agrees\nUNSC referred LBY agrees",
    ),
    "the time of something else": (
        "Two weeks later, following Gabon's self-referral of 2016, the ICC Prosecutor opened an examination on 4 October 2016.",
        "GAB referred GAB 2016 agrees",
    ),
    "another situation than the one referred": (
        "Lithuania referred the situation in Georgia to the ICC on 1 March 2022.",
        "LTU referred GEO 2022-03-01 contradicts",
    ),
    "the situation that the day tells": (
        "On 1 March 2022 Lithuania referred the situation to the ICC.",
        "LTU referred UKR 2022-03-01 agrees",
    ),
    "so many, named behind a colon": (
        "On 17 November 2023 the ICC Prosecutor received a referral of the situation in Palestine from five States Parties: "
        "South Africa, Bangladesh, Bolivia, Comoros and Djibouti.",
        "ZAF referred PSE 2023-11-17 agrees\nBGD referred PSE 2023-11-17 agrees\nBOL referred PSE 2023-11-17 agrees\n"
        "COM referred PSE 2023-11-17 agrees\nDJI referred PSE 2023-11-17 agrees",
    ),
    "a rule, no referral": ("Once the Council has referred a situation, the ICC Prosecutor may look into it.", ""),
    "received from": (
        "On 4 September 2020 the ICC Prosecutor received a referral from the Government of Bolivia.",
        "BOL referred BOL 2020-09-04 agrees",
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, row in REFERRALS.items()])
def test_referrals_are_read_by_their_places_in_the_clause(engine, text, expected):
    assert told(engine, text) == lines(expected)


COUNTS = {
    "up from": (
        "The Rome Statute currently has 125 States Parties, up from 114 in January 2011.",
        "ICC number-of-parties 125 agrees\nICC number-of-parties 114 2011-01 agrees",
    ),
    "told shortly": (
        "Next year the ICC will have 119 members. It has 124 today.",
        "ICC number-of-parties 124 outdated",
    ),
    "the Court before the noun": (
        "As of March 2019, there are 122 ICC member states.",
        "ICC number-of-parties 122 2019-03 agrees",
    ),
    "the latest of them": (
        "The Rome Statute has 125 States Parties, the latest being Ukraine, which ratified on 25 October 2024.",
        "ICC number-of-parties 125 agrees",
    ),
    "one after the other": (
        "The ICC counted 105 members at the start of 2008, 110 in 2010 and 121 at the end of 2012.",
        "ICC number-of-parties 105 2008 agrees\nICC number-of-parties 110 2010 agrees\nICC number-of-parties 121 2012 agrees",
    ),
    "when something took effect": (
        "Membership of the ICC fell to 122 when the departure of the Philippines took effect in March 2019.",
        "ICC number-of-parties 122 2019-03 agrees",
    ),
    "brought down": (
        "The loss of Burundi brought the membership of the ICC down to 123.",
        "ICC number-of-parties 123 agrees",
    ),
    "on a day of the Court, and now": (
        "The Rome Statute was adopted on 17 July 1998 and now has 125 parties.",
        "ICC number-of-parties 125 agrees",
    ),
    "before its words": (
        "125 – number of States Parties to the Rome Statute",
        "ICC number-of-parties 125 agrees",
    ),
    "remains": ("The number of States Parties to the Rome Statute remains 125.", "ICC number-of-parties 125 agrees"),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, row in COUNTS.items()])
def test_counts_are_read_by_the_words_on_either_side(engine, text, expected):
    assert told(engine, text) == lines(expected)


NOTHING = (
    "The Security Council should refer Syria to the ICC.",
    "A draft resolution to refer Syria to the ICC was put forward in May 2014.",
    "France called for a referral of Syria to the ICC in 2014.",
    "The Prosecutor referred to the situation in Libya at the ICC.",
    "The ICC's Pre-Trial Chamber referred Kenya to the Assembly of States Parties in 2016.",
    "Jordan was referred by the ICC Pre-Trial Chamber to the Security Council in December 2017.",
    "Israel's ambassador referred to the ICC as a political body.",
    "The Palestinian Authority threatened a referral of Israel to the ICC in 2012.",
    "The Council has not referred Myanmar to the ICC.",
    "A referral under article 13(b) of the Rome Statute needs nine votes and no veto.",
    "Since the Libya referral, conditions at the ICC have changed.",
    "China would have vetoed any referral of Myanmar to the ICC.",
    "Russia threatened to veto the Syria referral to the ICC.",
    "The United States vetoed a resolution on Gaza in 2023, and the ICC opened nothing.",
    "The General Assembly adopted a resolution on the ICC by 85 votes to 1, with 40 abstentions.",
    "The US House passed the sanctions bill against the ICC by 247 votes to 155 on 4 June 2024.",
    "Argentina voted for Ocampo as ICC Prosecutor in 2003.",
    "The UK abstained on the Rome Statute amendments at Kampala.",
    "Members of the Assembly voted to remove the Prosecutor of the ICC on 24 July 2026.",
    "Within this region, 100 members of movements were killed, the ICC was told.",
    "France voted for its own amendment on 12 June 2003 so that it could ratify the Rome Statute.",
    "In the Senate 94 members voted to end the debate on the ICC bill.",
    "Two hundred states and 77 observers attended the ICC conference in 1998.",
    "Chile referred the violence to its own parliament, not to the ICC.",
    "The ICC's Prosecutor asked Chile to look into crimes on its territory, in 2004 and 2014.",
    "A second treaty followed, signed by Chile in 2004, and the ICC was not asked.",
    "The 66 parties to the Kampala amendments of the ICC met in New York.",
    "The ICC began on July 1, 2002 when the requisite 60 states had ratified the Rome Statute.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_was_not_done_or_is_something_else_makes_no_claim(engine, text):
    assert told(engine, text) == set()


def test_a_number_that_stands_alone_is_read_with_the_words_below_it(engine):
    page = (
        "<html><body><h2>124</h2><p>countries are members of the International Criminal Court today.</p></body></html>"
    )
    rows = engine.check(page, name="page.html", today=TODAY).claims
    assert [(one.claim.object, one.verdict) for one in rows] == [("124", "outdated")]


def test_long_lists_of_names_are_read_in_good_time(engine):
    text = "The ICC. " + "The Security Council referred " + "the International Criminal Court, " * 60 + "and nothing."
    engine.check(text, name="page.txt", today=TODAY)
