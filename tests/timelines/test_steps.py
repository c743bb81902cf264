"""Steps: the article and the remark that each family of lines gives, beside its answers.

A table of whole steps: the day ("" for the first), the answer, the article, and the remark (None where it is the record's).
"""

from __future__ import annotations

from datetime import date

import pytest

from ratione import Answer
from ratione.limbs.conduct import Charge
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import limbs_of
from ratione.timelines.places import Ground

STEPS = [
    ("in_force", ("amendment-aggression-2010",), [("", "no", "121(5)", ""), ("2013-05-08", "yes", "121(5)", "")]),
    ("in_force", ("amendment-art124-2015",), [("", "no", "121(4)", "")]),
    ("in_force", ("amendment-art8-2010",), [("", "no", "121(5)", ""), ("2012-09-26", "yes", "121(5)", "")]),
    ("in_force", ("amendment-biological-2017",), [("", "no", "121(5)", ""), ("2020-04-02", "yes", "121(5)", "")]),
    ("in_force", ("amendment-fragments-2017",), [("", "no", "121(5)", ""), ("2020-04-02", "yes", "121(5)", "")]),
    ("in_force", ("amendment-lasers-2017",), [("", "no", "121(5)", ""), ("2020-04-02", "yes", "121(5)", "")]),
    ("in_force", ("amendment-starvation-2019",), [("", "no", "121(5)", ""), ("2021-10-14", "yes", "121(5)", "")]),
    ("in_force", ("apic",), [("", "no", "35(1)", ""), ("2004-07-22", "yes", "35(1)", "")]),
    ("in_force", ("rome-statute",), [("", "no", "126(1)", ""), ("2002-07-01", "yes", "126(1)", "")]),
    ("party", ("DEU", "rome-statute"), [("", "no", "126(2)", ""), ("2002-07-01", "yes", "126(1)", "")]),
    ("party", ("GRC", "rome-statute"), [("", "no", "126(2)", ""), ("2002-08-01", "yes", "126(2)", "")]),
    (
        "party",
        ("BDI", "rome-statute"),
        [("", "no", "126(2)", ""), ("2004-12-01", "yes", "126(2)", ""), ("2017-10-27", "no", "127(1)", "")],
    ),
    ("party", ("MNE", "rome-statute"), [("", "no", "126(2)", ""), ("2006-06-03", "yes", "126(2)", "")]),
    ("party", ("USA", "rome-statute"), [("", "no", "126(2)", "")]),
    ("party", ("CAN", "apic"), [("", "no", "35(2)", ""), ("2004-07-22", "yes", "35(1)", "")]),
    ("party", ("UKR", "apic"), [("", "no", "35(2)", ""), ("2007-02-28", "yes", "35(2)", "")]),
    (
        "party",
        ("HUN", "apic"),
        [("", "no", "35(2)", ""), ("2006-04-21", "yes", "35(2)", ""), ("2026-06-02", "open", "37(1)", None)],
    ),
    ("signed", ("USA", "rome-statute"), [("", "no", "", ""), ("2000-12-31", "yes", "125(1)", "")]),
    ("signed", ("GTM", "rome-statute"), [("", "no", "", "")]),
    (
        "good_faith",
        ("USA", "rome-statute"),
        [("", "no", "VCLT 18", ""), ("2000-12-31", "yes", "VCLT 18", ""), ("2002-05-06", "no", "VCLT 18(a)", "")],
    ),
    (
        "good_faith",
        ("GTM", "rome-statute"),
        [("", "no", "VCLT 18", ""), ("2012-04-02", "yes", "VCLT 18", ""), ("2012-07-01", "no", "VCLT 26", "")],
    ),
    ("good_faith", ("CHN", "rome-statute"), [("", "no", "VCLT 18", "")]),
    (
        "good_faith",
        ("DEU", "rome-statute"),
        [
            ("", "no", "VCLT 18", ""),
            ("1998-12-10", "yes", "VCLT 18", ""),
            ("2000-12-11", "yes", "VCLT 18", ""),
            ("2002-07-01", "no", "VCLT 26", ""),
        ],
    ),
    ("observer", ("USA", "rome-statute"), [("", "no", "112(1)", ""), ("2000-12-31", "yes", "112(1);126(2)", "")]),
    ("observer", ("SSD", "rome-statute"), [("", "no", "112(1)", "it became a state after the Final Act was signed")]),
    (
        "observer",
        ("BTN", "rome-statute"),
        [("", "open", "112(1)", "whether it signed the Final Act is not known: the list was not read")],
    ),
    (
        "observer",
        ("DEU", "rome-statute"),
        [("", "no", "112(1)", ""), ("1998-12-10", "yes", "112(1);126(2)", ""), ("2002-07-01", "no", "126(1)", "")],
    ),
    (
        "amendment_binds",
        ("LIE", "amendment-art8-2010"),
        [
            ("", "no", "121(5);126(2)", ""),
            ("2002-07-01", "no", "121(5)", ""),
            ("2013-05-08", "yes", "121(5);126(1)", ""),
        ],
    ),
    (
        "amendment_binds",
        ("KEN", "amendment-art8-2010"),
        [("", "no", "121(5);126(2)", ""), ("2005-06-01", "no", "121(5)", "")],
    ),
    (
        "amendment_binds",
        ("DEU", "amendment-art124-2015"),
        [("", "no", "121(4);126(2)", ""), ("2002-07-01", "no", "121(4)", "")],
    ),
    (
        "joined_after_amendment",
        ("ARM", "amendment-art8-2010"),
        [("", "no", "VCLT 40(5)", ""), ("2024-02-01", "yes", "VCLT 40(5)", "")],
    ),
    (
        "joined_after_amendment",
        ("KEN", "amendment-art8-2010"),
        [("", "no", "VCLT 40(5)", ""), ("2005-06-01", "no", "VCLT 40(5)", "")],
    ),
    (
        "activated",
        ("amendment-aggression-2010",),
        [
            ("", "no", "15bis(2);15bis(3);15ter(2);15ter(3)", ""),
            ("2018-07-17", "yes", "15bis(2);15bis(3);15ter(2);15ter(3)", ""),
        ],
    ),
    ("activated", ("amendment-art8-2010",), [("", "yes", "", "")]),
    (
        "accepted_by_declaration",
        ("UKR", "place", "rome-statute"),
        [
            ("", "no", "12(3)", ""),
            ("2013-11-21", "yes", "12(3)", ""),
            ("2014-02-20", "yes", "12(3)", ""),
            ("2014-02-23", "yes", "12(3)", ""),
        ],
    ),
    (
        "accepted_by_declaration",
        ("LBY", "place", "rome-statute"),
        [("", "no", "12(3)", ""), ("2011-01-01", "open", "12(3)", ""), ("2028-01-01", "no", "12(3)", "")],
    ),
    ("accepted_by_declaration", ("USA", "place", "rome-statute"), [("", "no", "12(3)", "")]),
    (
        "shielded",
        ("FRA", "place", False, "rome-statute"),
        [("", "no", "124", ""), ("2002-07-01", "yes", "124", ""), ("2008-06-15", "no", "124", "")],
    ),
    ("shielded", ("DEU", "place", False, "rome-statute"), [("", "no", "124", "")]),
    (
        "opted_out",
        ("KEN", "amendment-aggression-2010"),
        [("", "no", "15bis(4)", ""), ("2015-11-30", "yes", "15bis(4)", "")],
    ),
    ("opted_out", ("DEU", "amendment-aggression-2010"), [("", "no", "15bis(4)", "")]),
    ("withdrawn", ("BDI", "rome-statute"), [("", "no", "127(1)", ""), ("2017-10-27", "yes", "127(1)", "")]),
    ("withdrawn", ("DEU", "rome-statute"), [("", "no", "127(1)", "")]),
    (
        "survived_withdrawal",
        ("BDI", Ground("land", "BDI"), "crimes-against-humanity", "rome-statute"),
        [("", "open", "127(2)", ""), ("2015-04-26", "yes", "127(2)", ""), ("2017-10-27", "open", "127(2)", "")],
    ),
    (
        "survived_withdrawal",
        ("PHL", Ground("land", "PHL"), "crimes-against-humanity", "rome-statute"),
        [("", "open", "127(2)", ""), ("2011-11-01", "yes", "127(2)", None), ("2019-03-17", "open", "127(2)", "")],
    ),
    (
        "survived_withdrawal",
        ("DEU", Ground("land", "DEU"), "crimes-against-humanity", "rome-statute"),
        [("", "yes", "127(2)", "")],
    ),
    ("survived_withdrawal", ("PHL", Ground("land", "PHL"), "war-crimes", "rome-statute"), [("", "open", "127(2)", "")]),
    ("territory_of", (Ground("land", "UKR"), "UKR"), [("", "yes", "12(2)(a)", "")]),
    ("territory_of", (Ground("highseas"), "UKR"), [("", "no", "12(2)(a)", "the high seas are no state's territory")]),
    (
        "territory_of",
        (Ground("eez", "PHL"), "PHL"),
        [("", "no", "12(2)(a)", "the exclusive economic zone is not territory")],
    ),
    (
        "territory_of",
        (Ground("disputed", "kosovo"), "SRB"),
        [("", "yes", "12(2)(a)", None), ("2008-02-17", "open", "12(2)(a)", "")],
    ),
    (
        "territory_of",
        (Ground("land", "MNE"), "SRB"),
        [("", "yes", "12(2)(a)", ""), ("2006-06-03", "no", "12(2)(a)", "")],
    ),
    ("national_of", ("DEU", None, "DEU"), [("", "yes", "12(2)(b)", "")]),
    ("national_of", ("", None, ""), [("", "no", "12(2)(b)", "the accused has no nationality")]),
    (
        "national_of",
        ("CAN", date(2012, 6, 1), "CAN"),
        [("", "open", "12(2)(b)", ""), ("2012-06-01", "yes", "12(2)(b)", "")],
    ),
    ("extends_to", (Ground("land", "UKR"), "UKR", "rome-statute"), [("", "yes", "VCLT 29", "")]),
    (
        "extends_to",
        (Ground("land", "IMN"), "GBR", "rome-statute"),
        [("", "open", "VCLT 29;120", ""), ("2013-02-01", "yes", "126(2)", "")],
    ),
    (
        "extends_to",
        (Ground("land", "GUF"), "FRA", "rome-statute"),
        [("", "yes", "VCLT 29", "no clause names the territory; that it shares the lot of its parent is inferred")],
    ),
    ("extends_to", (Ground("land", "CUW"), "NLD", "amendment-art8-2010"), [("", "no", "VCLT 29", "")]),
    ("extends_to", (Ground("land", "GRL"), "DNK", "amendment-starvation-2019"), [("", "open", "VCLT 29", None)]),
    ("referred_by_party", ((("LTU", date(2022, 3, 1)),), "rome-statute"), [("", "yes", "14(1)", "")]),
    (
        "referred_by_party",
        ((), "rome-statute"),
        [("", "no", "14(1)", "none of those that referred it was a party then")],
    ),
    ("council_referred", ("UNSC-1593",), [("", "yes", "13(b)", "")]),
    ("council_referred", ("DRAFT-S-2014-348",), [("", "no", "13(b)", "draft S/2014/348: vetoed")]),
    (
        "in_referral",
        ("UNSC-1593", Ground("land", "SDN")),
        [
            ("", "no", "13(b)", ""),
            ("2002-07-01", "open", "13(b)", "the referral covers SDN:darfur; the region of the conduct is not given"),
        ],
    ),
    (
        "in_referral",
        ("UNSC-1970", Ground("land", "LBY")),
        [("", "no", "13(b)", ""), ("2011-02-15", "yes", "13(b)", "")],
    ),
    ("part_of_situation", ("UNSC-1593",), [("", "yes", "13(b)", ""), ("2005-03-31", "yes", "13(b)", None)]),
    ("part_of_situation", ("UNSC-HYPOTHETICAL",), [("", "yes", "13(b)", "")]),
    (
        "served",
        ("unified-protector", "QAT", "UNSC-1970"),
        [("", "no", "13(b)", ""), ("2011-03-23", "yes", "13(b)", ""), ("2011-11-01", "no", "13(b)", "")],
    ),
    ("served", ("", "QAT", "UNSC-1970"), [("", "no", "13(b)", "")]),
    (
        "deferred",
        (),
        [
            ("", "no", "16", ""),
            ("2002-07-01", "yes", "16", ""),
            ("2003-07-01", "yes", "16", ""),
            ("2004-07-01", "no", "16", ""),
        ],
    ),
    ("listed", (Charge("war-crimes", "wilful-killing", "iac"),), [("", "yes", "8(2)(a)(i)", "")]),
    ("listed", (Charge("war-crimes", "wilful-killing", "niac"),), [("", "no", "8(2)(a)(i)", None)]),
    ("listed", (Charge("other", "piracy"),), [("", "no", "5", "")]),
    ("listed", (Charge("genocide"),), [("", "yes", "6", "")]),
    (
        "in_first_text",
        (Charge("war-crimes", "starvation", "niac", "amendment-starvation-2019"),),
        [("", "no", "8(2)(e)(xix)", "")],
    ),
    ("in_first_text", (Charge("genocide", "killing"),), [("", "yes", "6(a)", "")]),
    ("basis", (Charge("aggression"), "aggression"), [("", "yes", "8 bis", "")]),
    ("basis", (Charge("genocide"), "aggression"), [("", "no", "6", "")]),
    (
        "offence",
        (Charge("other", "article-70"),),
        [("", "yes", "70", "no place and no nationality is needed (rules 162 and 163)")],
    ),
    ("offence", (Charge("other", "piracy"),), [("", "no", "70", "")]),
    ("offence", (Charge("other"),), [("", "no", "70", "")]),
    ("not_shut_out", (Charge("war-crimes"),), [("", "no", "124", "")]),
    ("not_shut_out", (Charge("genocide"),), [("", "yes", "124", "")]),
    ("attack_may_precede", (Charge("crimes-against-humanity", "enforced-disappearance"),), [("", "no", "7(1)(i)", "")]),
    ("attack_may_precede", (Charge("crimes-against-humanity", "murder"),), [("", "yes", "7(1)(a)", "")]),
    (
        "amendment_in_force_for",
        ("LIE", None, Charge("war-crimes", "poison", "niac", "amendment-art8-2010")),
        [
            ("", "no", "121(5);126(2)", ""),
            ("2002-07-01", "no", "121(5)", ""),
            ("2013-05-08", "yes", "121(5);126(1)", ""),
        ],
    ),
    ("amendment_in_force_for", ("LIE", None, Charge("genocide")), [("", "no", "121(5)", "")]),
    (
        "amendment_in_force_for",
        ("", None, Charge("war-crimes", "poison", "niac", "amendment-art8-2010")),
        [("", "no", "121(5)", "")],
    ),
    (
        "joined_after",
        ("ARM", Charge("war-crimes", "poison", "niac", "amendment-art8-2010")),
        [("", "no", "VCLT 40(5)", ""), ("2024-02-01", "yes", "VCLT 40(5)", "")],
    ),
    ("joined_after", ("ARM", Charge("genocide")), [("", "no", "VCLT 40(5)", "")]),
    (
        "joined_after",
        ("", Charge("war-crimes", "poison", "niac", "amendment-art8-2010")),
        [("", "no", "VCLT 40(5)", "")],
    ),
    (
        "exercisable",
        (Charge("aggression", "", "", "amendment-aggression-2010"),),
        [
            ("", "no", "15bis(2);15bis(3);15ter(2);15ter(3)", ""),
            ("2018-07-17", "yes", "15bis(2);15bis(3);15ter(2);15ter(3)", ""),
        ],
    ),
    ("exercisable", (Charge("genocide"),), [("", "yes", "", "")]),
    (
        "opted_out_of",
        ("KEN", Charge("aggression", "", "", "amendment-aggression-2010")),
        [("", "no", "15bis(4)", ""), ("2015-11-30", "yes", "15bis(4)", "")],
    ),
    ("opted_out_of", ("", Charge("aggression", "", "", "amendment-aggression-2010")), [("", "no", "15bis(4)", "")]),
    ("opted_out_of", ("KEN", Charge("genocide")), [("", "no", "15bis(4)", "")]),
    ("grown", (17,), [("", "no", "26", "")]),
    ("grown", (18,), [("", "yes", "26", "")]),
    ("trigger_is", ("none", "none"), [("", "yes", "12", "as the question says")]),
    ("trigger_is", ("proprio-motu", "proprio-motu"), [("", "yes", "13(c);15", "as the question says")]),
    ("trigger_is", ("none", "proprio-motu"), [("", "no", "13", "")]),
    ("state_referral", ("state-referral", (("LTU", date(2022, 3, 1)),), "rome-statute"), [("", "yes", "14(1)", "")]),
    ("state_referral", ("none", (), "rome-statute"), [("", "no", "13", "")]),
    ("council_referral", ("security-council", "UNSC-1593"), [("", "yes", "13(b)", "")]),
    ("council_referral", ("none", "UNSC-1593"), [("", "no", "13", "")]),
    ("council_referral", ("security-council", ""), [("", "no", "13", "")]),
    (
        "covered_by_referral",
        (Ground("land", "LBY"), "UNSC-1970"),
        [("", "no", "13(b)", ""), ("2011-02-15", "yes", "13(b)", "")],
    ),
    ("covered_by_referral", (Ground("land", "LBY"), ""), [("", "no", "13", "")]),
    ("still_part", ("UNSC-1593",), [("", "yes", "13(b)", ""), ("2005-03-31", "yes", "13(b)", None)]),
    ("still_part", ("",), [("", "no", "13", "")]),
    (
        "served_in",
        ("QAT", "unified-protector", "UNSC-1970"),
        [("", "no", "13(b)", ""), ("2011-03-23", "yes", "13(b)", ""), ("2011-11-01", "no", "13(b)", "")],
    ),
    ("served_in", ("QAT", "", "UNSC-1970"), [("", "no", "13", "")]),
    ("clause_binds", ("UNSC-1970",), [("", "open", "13(b)", "")]),
    ("clause_binds", ("",), [("", "no", "13", "")]),
    ("clause_binds", ("UNSC-HYPOTHETICAL",), [("", "no", "13", "")]),
    ("barred_by_deferral", ("USA", "un-operation"), [("", "no", "16", "")]),
    ("enough_there", ("element", "element", "deportation-limb"), [("", "yes", "12(2)(a)", None)]),
    ("enough_there", ("conduct", "element", "deportation-limb"), [("", "yes", "12(2)(a)", "")]),
]


@pytest.mark.parametrize(("family", "keys", "steps"), STEPS, ids=lambda value: str(value)[:60])
def test_steps(law, family, keys, steps):
    line = law.line(family, *keys)
    found = [
        ("" if step.day == date.min else str(step.day), str(step.answer), step.article, step.note)
        for step in line.steps
    ]
    wanted = [(*told[:3], step[3] if told[3] is None else told[3]) for told, step in zip(steps, found, strict=True)]
    assert found == wanted
    assert all(type(step.because) is tuple and type(step.point) is str for step in line.steps)
    assert all((step.kind is not None) is (step.answer is Answer.OPEN) for step in line.steps)


def test_every_family_of_jurisdiction_stands_in_the_table(law):
    """The contested points have a table of their own."""
    asked = {limb.family for limb in limbs_of(JURISDICTION)}
    assert asked - {row[0] for row in STEPS} <= {"point"}


BECAUSE = {
    ("in_force", "('amendment-aggression-2010',)"): [(), ("lie-amendment-aggression-2010-ratification-2012-05-08",)],
    ("in_force", "('amendment-art8-2010',)"): [(), ("smr-amendment-art8-2010-ratification-2011-09-26",)],
    ("in_force", "('amendment-biological-2017',)"): [(), ("lux-amendment-biological-2017-ratification-2019-04-02",)],
    ("in_force", "('amendment-fragments-2017',)"): [(), ("lux-amendment-fragments-2017-ratification-2019-04-02",)],
    ("in_force", "('amendment-lasers-2017',)"): [(), ("lux-amendment-lasers-2017-ratification-2019-04-02",)],
    ("in_force", "('amendment-starvation-2019',)"): [(), ("nzl-amendment-starvation-2019-ratification-2020-10-14",)],
    ("in_force", "('apic',)"): [(), ("can-apic-ratification-2004-06-22",)],
    ("in_force", "('rome-statute',)"): [
        (),
        (
            "bgr-rome-statute-ratification-2002-04-11",
            "bih-rome-statute-ratification-2002-04-11",
            "cod-rome-statute-ratification-2002-04-11",
            "irl-rome-statute-ratification-2002-04-11",
            "jor-rome-statute-ratification-2002-04-11",
            "khm-rome-statute-ratification-2002-04-11",
            "mng-rome-statute-ratification-2002-04-11",
            "ner-rome-statute-ratification-2002-04-11",
            "rou-rome-statute-ratification-2002-04-11",
            "svk-rome-statute-ratification-2002-04-11",
        ),
    ],
    ("party", "('DEU', 'rome-statute')"): [(), ("deu-rome-statute-ratification-2000-12-11",)],
    ("party", "('GRC', 'rome-statute')"): [(), ("grc-rome-statute-ratification-2002-05-15",)],
    ("party", "('BDI', 'rome-statute')"): [
        (),
        ("bdi-rome-statute-ratification-2004-09-21",),
        ("bdi-rome-statute-withdrawal-notice-2016-10-27",),
    ],
    ("party", "('MNE', 'rome-statute')"): [(), ("mne-rome-statute-succession-2006-10-23",)],
    ("party", "('CAN', 'apic')"): [(), ("can-apic-ratification-2004-06-22",)],
    ("party", "('UKR', 'apic')"): [(), ("ukr-apic-accession-2007-01-29",)],
    ("party", "('HUN', 'apic')"): [
        (),
        ("hun-apic-ratification-2006-03-22",),
        ("hun-apic-withdrawal-notice-2025-06-02",),
    ],
    ("signed", "('USA', 'rome-statute')"): [(), ("usa-rome-statute-signature-2000-12-31",)],
    ("good_faith", "('USA', 'rome-statute')"): [
        (),
        ("usa-rome-statute-signature-2000-12-31",),
        ("usa-rome-statute-intention-not-to-ratify-2002-05-06",),
    ],
    ("good_faith", "('GTM', 'rome-statute')"): [
        (),
        ("gtm-rome-statute-accession-2012-04-02",),
        ("gtm-rome-statute-accession-2012-04-02",),
    ],
    ("good_faith", "('DEU', 'rome-statute')"): [
        (),
        ("deu-rome-statute-signature-1998-12-10",),
        ("deu-rome-statute-ratification-2000-12-11",),
        ("deu-rome-statute-ratification-2000-12-11",),
    ],
    ("observer", "('USA', 'rome-statute')"): [(), ("usa-rome-statute-signature-2000-12-31",)],
    ("observer", "('DEU', 'rome-statute')"): [
        (),
        ("deu-rome-statute-signature-1998-12-10",),
        ("deu-rome-statute-ratification-2000-12-11",),
    ],
    ("amendment_binds", "('LIE', 'amendment-art8-2010')"): [
        (),
        (),
        ("lie-amendment-art8-2010-ratification-2012-05-08", "lie-rome-statute-ratification-2001-10-02"),
    ],
    ("joined_after_amendment", "('ARM', 'amendment-art8-2010')"): [(), ("arm-rome-statute-ratification-2023-11-14",)],
    ("joined_after_amendment", "('KEN', 'amendment-art8-2010')"): [(), ("ken-rome-statute-ratification-2005-03-15",)],
    ("activated", "('amendment-aggression-2010',)"): [
        (),
        ("pse-amendment-aggression-2010-ratification-2016-06-26", "instrument:amendment-aggression-2010"),
    ],
    ("accepted_by_declaration", "('UKR', 'place', 'rome-statute')"): [
        (),
        ("ukr-rome-statute-declaration-12-3-2014-04-17",),
        ("ukr-rome-statute-declaration-12-3-2014-04-17", "ukr-rome-statute-declaration-12-3-2015-09-08"),
        ("ukr-rome-statute-declaration-12-3-2015-09-08",),
    ],
    ("accepted_by_declaration", "('LBY', 'place', 'rome-statute')"): [
        (),
        ("lby-rome-statute-declaration-12-3-2025-05-12",),
        ("lby-rome-statute-declaration-12-3-2025-05-12",),
    ],
    ("shielded", "('FRA', 'place', False, 'rome-statute')"): [
        (),
        ("fra-rome-statute-declaration-124-2000-06-09",),
        ("fra-rome-statute-declaration-124-withdrawal-2008-08-13",),
    ],
    ("opted_out", "('KEN', 'amendment-aggression-2010')"): [
        (),
        ("ken-amendment-aggression-2010-declaration-15bis-4-2015-11-30",),
    ],
    ("withdrawn", "('BDI', 'rome-statute')"): [(), ("bdi-rome-statute-withdrawal-notice-2016-10-27",)],
    (
        "survived_withdrawal",
        "('BDI', Ground(kind='land', code='BDI', region=''), 'crimes-against-humanity', 'rome-statute')",
    ): [
        ("bdi-rome-statute-withdrawal-notice-2016-10-27",),
        ("situation:BDI", "bdi-rome-statute-withdrawal-notice-2016-10-27"),
        ("bdi-rome-statute-withdrawal-notice-2016-10-27",),
    ],
    (
        "survived_withdrawal",
        "('PHL', Ground(kind='land', code='PHL', region=''), 'crimes-against-humanity', 'rome-statute')",
    ): [
        ("phl-rome-statute-withdrawal-notice-2018-03-17",),
        ("situation:PHL", "phl-rome-statute-withdrawal-notice-2018-03-17", "2026-04-22-duterte-jurisdiction-appeal"),
        ("phl-rome-statute-withdrawal-notice-2018-03-17",),
    ],
    ("survived_withdrawal", "('PHL', Ground(kind='land', code='PHL', region=''), 'war-crimes', 'rome-statute')"): [
        ("phl-rome-statute-withdrawal-notice-2018-03-17",)
    ],
    ("territory_of", "(Ground(kind='disputed', code='kosovo', region=''), 'SRB')"): [
        ("place:kosovo:0",),
        ("place:kosovo:1",),
    ],
    ("extends_to", "(Ground(kind='land', code='IMN', region=''), 'GBR', 'rome-statute')"): [
        (),
        ("gbr-rome-statute-territorial-extension-2012-11-28",),
    ],
    ("extends_to", "(Ground(kind='land', code='CUW', region=''), 'NLD', 'amendment-art8-2010')"): [
        ("nld-amendment-art8-2010-territorial-exclusion-2016-09-23",)
    ],
    ("extends_to", "(Ground(kind='land', code='GRL', region=''), 'DNK', 'amendment-starvation-2019')"): [
        ("dnk-amendment-starvation-2019-territorial-exclusion-2025-01-01",)
    ],
    ("referred_by_party", "((('LTU', datetime.date(2022, 3, 1)),), 'rome-statute')"): [
        ("ltu-rome-statute-ratification-2003-05-12",)
    ],
    ("council_referred", "('UNSC-1593',)"): [("UNSC-1593",)],
    ("council_referred", "('DRAFT-S-2014-348',)"): [("DRAFT-S-2014-348",)],
    ("in_referral", "('UNSC-1593', Ground(kind='land', code='SDN', region=''))"): [(), ("UNSC-1593",)],
    ("in_referral", "('UNSC-1970', Ground(kind='land', code='LBY', region=''))"): [(), ("UNSC-1970",)],
    ("part_of_situation", "('UNSC-1593',)"): [(), ("2025-01-18-njeem-warrant",)],
    ("served", "('unified-protector', 'QAT', 'UNSC-1970')"): [
        (),
        ("operation:unified-protector",),
        ("operation:unified-protector",),
    ],
    ("deferred", "()"): [(), ("UNSC-1422",), ("UNSC-1487",), ("UNSC-1422", "UNSC-1487")],
    (
        "amendment_in_force_for",
        "('LIE', None, Charge(crime='war-crimes', specific='poison', conflict='niac', amendment='amendment-art8-2010'))",
    ): [(), (), ("lie-amendment-art8-2010-ratification-2012-05-08", "lie-rome-statute-ratification-2001-10-02")],
    (
        "joined_after",
        "('ARM', Charge(crime='war-crimes', specific='poison', conflict='niac', amendment='amendment-art8-2010'))",
    ): [(), ("arm-rome-statute-ratification-2023-11-14",)],
    ("exercisable", "(Charge(crime='aggression', specific='', conflict='', amendment='amendment-aggression-2010'),)"): [
        (),
        ("pse-amendment-aggression-2010-ratification-2016-06-26", "instrument:amendment-aggression-2010"),
    ],
    (
        "opted_out_of",
        "('KEN', Charge(crime='aggression', specific='', conflict='', amendment='amendment-aggression-2010'))",
    ): [(), ("ken-amendment-aggression-2010-declaration-15bis-4-2015-11-30",)],
    ("state_referral", "('state-referral', (('LTU', datetime.date(2022, 3, 1)),), 'rome-statute')"): [
        ("ltu-rome-statute-ratification-2003-05-12",)
    ],
    ("council_referral", "('security-council', 'UNSC-1593')"): [("UNSC-1593",)],
    ("covered_by_referral", "(Ground(kind='land', code='LBY', region=''), 'UNSC-1970')"): [(), ("UNSC-1970",)],
    ("still_part", "('UNSC-1593',)"): [(), ("2025-01-18-njeem-warrant",)],
    ("served_in", "('QAT', 'unified-protector', 'UNSC-1970')"): [
        (),
        ("operation:unified-protector",),
        ("operation:unified-protector",),
    ],
    ("enough_there", "('element', 'element', 'deportation-limb')"): [("2019-11-14-bangladesh-myanmar-authorisation",)],
}
"""The acts behind each step, for those rows of the table in which any stands behind one."""


@pytest.mark.parametrize(("family", "keys"), [row[:2] for row in STEPS], ids=lambda value: str(value)[:60])
def test_the_acts_behind_steps(law, family, keys):
    found = [step.because for step in law.line(family, *keys).steps]
    assert found == BECAUSE.get((family, str(keys)), [()] * len(found))
