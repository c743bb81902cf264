"""Facts: how they are read, what near misses say, and what leaving them out means."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import TODAY, embedded

from ratione import FactError, Facts
from ratione.limbs.conduct import Charge, Passport, Site
from ratione.limbs.facts import FACTS, UNKNOWN, read_facts
from ratione.limbs.materiae import article_of
from ratione.record.names import Names
from ratione.timelines.places import Ground

NAMES = Names(embedded())


def read(**told):
    return read_facts(embedded(), NAMES, Facts(**told), TODAY)


TERRITORIES = {
    "UKR": Ground("land", "UKR"),
    "ukr": Ground("land", "UKR"),
    "Ukraine": Ground("land", "UKR"),
    "Côte d'Ivoire": Ground("land", "CIV"),
    "cote d’ivoire": Ground("land", "CIV"),
    "The Gambia": Ground("land", "GMB"),
    "Nauru": Ground("land", "NRU"),
    "GRL": Ground("land", "GRL"),
    "Falkland Islands": Ground("land", "FLK"),
    "SDN:darfur": Ground("land", "SDN", "darfur"),
    "Sudan:Darfur": Ground("land", "SDN", "darfur"),
    "vessel:COM": Ground("vessel", "COM"),
    "vessel:Comoros": Ground("vessel", "COM"),
    "vessel:BMU": Ground("vessel", "BMU"),
    "aircraft:POL": Ground("aircraft", "POL"),
    "eez:PHL": Ground("eez", "PHL"),
    "highseas": Ground("highseas"),
    "high seas": Ground("highseas"),
    "disputed:crimea": Ground("disputed", "crimea"),
    "Crimea": Ground("disputed", "crimea"),
    "Gaza": Ground("disputed", "gaza"),
    "ESH": Ground("disputed", "western-sahara"),
    "XKX": Ground("disputed", "kosovo"),
    "Kosovo": Ground("disputed", "kosovo"),
}


@pytest.mark.parametrize(("word", "ground"), TERRITORIES.items(), ids=TERRITORIES)
def test_every_form_of_a_place(word, ground):
    assert read(territory=word).ground == ground


NATIONALITIES = {
    "RUS": (Passport("RUS"),),
    "Russia": (Passport("RUS"),),
    "EGY;USA": (Passport("EGY"), Passport("USA")),
    "EGY, USA": (Passport("EGY"), Passport("USA")),
    "CAN@2012-06-01": (Passport("CAN", date(2012, 6, 1)),),
    "LKA;CAN@2012-06-01": (Passport("LKA"), Passport("CAN", date(2012, 6, 1))),
    "stateless": (Passport(""),),
    "XXA": (Passport(""),),
    "": UNKNOWN,
    "unknown": UNKNOWN,
}


@pytest.mark.parametrize(("word", "passports"), NATIONALITIES.items(), ids=NATIONALITIES)
def test_every_form_of_a_nationality(word, passports):
    assert read(nationality=word).passports == passports


NEAR_MISSES = {
    "a state": (
        {"territory": "Untied States"},
        "territory: found 'Untied States', expected a state, territory or contested place, by code or name; "
        "did you mean 'United States'?",
    ),
    "a nationality": (
        {"nationality": "Frnace"},
        "nationality: found 'Frnace', expected a state, by ISO 3166 code or name; did you mean 'France'?",
    ),
    "no state at all": (
        {"nationality": "Atlantis Minor Qx"},
        "nationality: found 'Atlantis Minor Qx', expected a state, by ISO 3166 code or name",
    ),
    "a crime": (
        {"crime": "war-crime"},
        "crime: found 'war-crime', expected one of aggression, crimes-against-humanity, genocide, other, war-crimes; "
        "did you mean 'war-crimes'?",
    ),
    "a specific crime without its crime": (
        {"specific_crime": "murder"},
        "crime: found 'nothing', expected the crime to which the specific crime belongs",
    ),
    "the kind of conflict": (
        {"crime": "war-crimes", "conflict": "civil"},
        "conflict: found 'civil', expected iac, niac or none",
    ),
    "a trigger": (
        {"trigger": "state-referal"},
        "trigger: found 'state-referal', expected one of state-referral, security-council, proprio-motu, none; "
        "did you mean 'state-referral'?",
    ),
    "an age": ({"age": "eighteen"}, "age: found 'eighteen', expected a number of years from 0 to 130"),
    "an age too high": ({"age": "131"}, "age: found '131', expected a number of years from 0 to 130"),
    "an age below zero": ({"age": "-1"}, "age: found '-1', expected a number of years from 0 to 130"),
    "a day": ({"on": "4 March 2022"}, "on: found '4 March 2022', expected a day written YYYY-MM-DD, such as 2022-03-04"),
    "the begin": ({"begin": "2022"}, "begin: found '2022', expected a day written YYYY-MM-DD, such as 2022-03-04"),
    "the day of a passport": (
        {"nationality": "CAN@2012"},
        "nationality: found '2012', expected a day written YYYY-MM-DD, such as 2022-03-04",
    ),
    "a contested place as a region": (
        {"territory": "UKR:crimea"},
        "territory: found 'UKR:crimea', expected the contested place under its own name; did you mean 'disputed:crimea'?",
    ),
    "a contested place": (
        {"territory": "disputed:crimmea"},
        None,
    ),
    "a region": ({"territory": "SDN:darfour"}, None),
    "a situation": ({"situation": "Darfurr"}, None),
    "an operation": ({"operation": "unamidd"}, None),
    "a resolution": ({"trigger": "security-council", "referred_by": "UNSC-1539"}, None),
    "a referring state": ({"trigger": "state-referral", "referred_by": "Lithuana"}, None),
}  # fmt: skip


@pytest.mark.parametrize(("told", "says"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_a_near_miss_says_what_was_found_what_was_expected_and_what_is_near(told, says):
    with pytest.raises(FactError) as raised:
        read(**told)
    if says is not None:
        assert str(raised.value) == says
    else:
        assert raised.value.hint
        assert str(raised.value).endswith(f"; did you mean {raised.value.hint!r}?")


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        ({"territory": "disputed:crimmea"}, "crimea"),
        ({"territory": "SDN:darfour"}, "darfur"),
        ({"operation": "unamidd"}, "unamid"),
        ({"trigger": "state-referral", "referred_by": "Lithuana"}, "Lithuania"),
    ],
    ids=str,
)
def test_the_hint_is_the_nearest_name(told, hint):
    with pytest.raises(FactError) as raised:
        read(**told)
    assert raised.value.hint.casefold() == hint.casefold()


def test_a_specific_crime_of_another_crime_is_an_error():
    with pytest.raises(FactError, match="specific_crime: found 'starvation', expected a crime listed under genocide"):
        read(crime="genocide", specific_crime="starvation")


CHARGES = {
    "plain": ({"crime": "war-crimes"}, (Charge("war-crimes"),)),
    "by another name": ({"crime": "War crimes"}, (Charge("war-crimes"),)),
    "several": (
        {"crime": "genocide", "specific_crime": "killing;serious-harm"},
        (Charge("genocide", "killing"), Charge("genocide", "serious-harm")),
    ),
    "an amendment crime in its conflict": (
        {"crime": "war-crimes", "specific_crime": "starvation", "conflict": "niac"},
        (Charge("war-crimes", "starvation", "niac", "amendment-starvation-2019"),),
    ),
    "the same in the other": (
        {"crime": "war-crimes", "specific_crime": "starvation", "conflict": "IAC"},
        (Charge("war-crimes", "starvation", "iac"),),
    ),
    "the conflict not given where it decides": (
        {"crime": "war-crimes", "specific_crime": "starvation"}, (Charge("war-crimes", "starvation", UNKNOWN),),
    ),
    "the conflict not given where it does not": (
        {"crime": "war-crimes", "specific_crime": "blinding-lasers"},
        (Charge("war-crimes", "blinding-lasers", "iac", "amendment-lasers-2017"),),
    ),
    "no conflict": ({"crime": "war-crimes", "specific_crime": "murder", "conflict": "none"}, (Charge("war-crimes", "murder"),)),
    "aggression needs its amendment": ({"crime": "aggression"}, (Charge("aggression", amendment="amendment-aggression-2010"),)),
    "specific crime not known": ({"crime": "war-crimes", "specific_crime": "unknown"}, (Charge("war-crimes", UNKNOWN),)),
    "crime not known": ({}, UNKNOWN),
    "crime said to be unknown": ({"crime": "unknown"}, UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize(("told", "charges"), CHARGES.values(), ids=CHARGES)
def test_charges(told, charges):
    assert read(**told).charges == charges


def test_days_and_begin():
    period = read(on="2022-03-04/2022-05-01")
    assert (period.first, period.last, period.begin) == (date(2022, 3, 4), date(2022, 5, 1), None)
    assert read(on="2022-03-04").begin is None
    assert read(on="2022-03-04", begin="2021-01-01").begin == date(2021, 1, 1)
    assert read(on="2022-03-04", begin="unknown").begin == UNKNOWN
    nothing = read()
    assert (nothing.first, nothing.last, nothing.begin) == (UNKNOWN, UNKNOWN, None)
    assert read(asked_on="2020-01-01").asked_on == date(2020, 1, 1)
    assert nothing.asked_on == TODAY


def test_second_places():
    assert read(second_territory="BGD").second == Site(Ground("land", "BGD"), "element")
    assert read(second_territory="effect:VEN").second == Site(Ground("land", "VEN"), "effects")
    assert read().second is None
    assert read(second_territory="unknown").second == UNKNOWN


@pytest.mark.parametrize(("text", "age"), [("", 18), ("17", 17), ("0", 0), ("130", 130), ("unknown", UNKNOWN)])
def test_ages(text, age):
    assert read(age=text).age == age


REFERRALS = {
    "conditions only": ({}, ((), "")),
    "the Prosecutor": ({"trigger": "proprio-motu"}, ((), "")),
    "a state": ({"trigger": "state-referral", "referred_by": "LTU"}, ((("LTU", None),), "")),
    "states with days": (
        {"trigger": "state-referral", "referred_by": "Lithuania@2022-03-01;USA"},
        ((("LTU", date(2022, 3, 1)), ("USA", None)), ""),
    ),
    "a state not said": ({"trigger": "state-referral"}, (UNKNOWN, "")),
    "a resolution": ({"trigger": "security-council", "referred_by": "1593"}, ((), "UNSC-1593")),
    "the same by its symbol": ({"trigger": "security-council", "referred_by": "S/RES/1593 (2005)"}, ((), "UNSC-1593")),
    "a resolution not said": ({"trigger": "security-council"}, ((), UNKNOWN)),
    "nothing known": ({"trigger": "unknown"}, (UNKNOWN, UNKNOWN)),
}


@pytest.mark.parametrize(("told", "wanted"), REFERRALS.values(), ids=REFERRALS)
def test_referrals(told, wanted):
    asked = read(**told)
    assert (asked.referrers, asked.resolution) == wanted


def test_situations_and_operations():
    assert read(situation="Darfur").situation == read(situation="ICC-02/05").situation == "SDN"
    assert read(situation="unknown").situation == read().situation == ""
    assert read(operation="UNAMID").operation == "unamid"
    assert [read(operation=word).operation for word in ("", "none", "unknown")] == ["", "none", "unknown"]


def test_a_region_of_a_state_that_has_none_is_read_as_the_state_and_says_so():
    asked = read(territory="DEU:bayern")
    assert asked.ground == Ground("land", "DEU")
    assert asked.notes == ("territory: the record divides DEU in no regions; 'bayern' is read as DEU",)


def test_what_was_given_is_known():
    assert read(crime="genocide", nationality="unknown", age="20").given == {"crime", "age"}


def test_an_unknown_field_is_refused():
    with pytest.raises(TypeError, match="teritory"):
        Facts(teritory="UKR")


def test_every_fact_says_what_leaving_it_out_means():
    assert [kind.name for kind in FACTS] == list(Facts.__struct_fields__)
    for kind in FACTS:
        assert kind.not_given in ("presumed", "unknown", "not asked")
        assert bool(kind.presumed) is (kind.not_given == "presumed")


@pytest.mark.parametrize("word", ["ICC", "Germania?", "", "SDN:", ":SDN", "vessel:", "effect:", "disputed:"])
def test_what_is_no_place(word):
    if word:
        with pytest.raises(FactError):
            read(territory=word)
    else:
        assert read(territory=word).ground == UNKNOWN


FAULTS = [
    ({"territory": "disputed:Atlantis"}, "territory", "a contested place: "),
    ({"referred_by": "Lithuani@2022-03-01", "trigger": "state-referral"}, "referred_by", ""),
    ({"referred_by": "LTU@2022-13-01", "trigger": "state-referral"}, "referred_by", "a day"),
    ({"situation": "Atlantis", "trigger": "state-referral"}, "situation", "a situation of the record"),
    ({"operation": "Atlantis", "trigger": "security-council"}, "operation", "an operation of the Council: "),
    ({"nationality": "CAN@soon"}, "nationality", "a day"),
]


@pytest.mark.parametrize(("told", "field", "expected"), FAULTS, ids=str)
def test_a_fault_names_the_fact_and_what_was_expected(told, field, expected):
    with pytest.raises(FactError) as caught:
        read(crime="genocide", **told)
    assert caught.value.field == field
    assert caught.value.expected.startswith(expected)


@pytest.mark.parametrize("word", ["high seas", "High Seas", "high sea", "highsea"])
def test_the_high_seas_under_their_names(word):
    assert read(territory=word).ground == Ground("highseas")


def test_an_unknown_resolution_is_told_the_referrals():
    with pytest.raises(FactError) as caught:
        read(crime="genocide", trigger="security-council", referred_by="resolution 9999")
    assert "UNSC-1593" in caught.value.expected
    assert "UNSC-1422" not in caught.value.expected


ARTICLES = [
    ("attack-on-civilians", "iac", "8(2)(b)(i)"),
    ("attack-on-civilians", "niac", "8(2)(e)(i)"),
    ("attack-on-civilians", "", "8(2)(b)(i);8(2)(e)(i)"),
    ("wilful-killing", "niac", "8(2)(a)(i)"),
    ("torture", "niac", "8(2)(c)(i)"),
]


@pytest.mark.parametrize(("specific", "conflict", "article"), ARTICLES)
def test_the_article_of_a_war_crime_follows_the_kind_of_conflict(law, specific, conflict, article):
    assert article_of(law, Charge("war-crimes", specific, conflict)) == article
