"""Spans: whole rows of the table of participation, with the act and the article behind each."""

from __future__ import annotations

from datetime import date

import pytest

from ratione import spans

ROWS = [
    (
        "BDI",
        "rome-statute",
        [
            ("signatory", "1999-01-13", "2004-09-21", "yes", ("bdi-rome-statute-signature-1999-01-13",), "125(1)", ""),
            (
                "deposited",
                "2004-09-21",
                "2004-12-01",
                "yes",
                ("bdi-rome-statute-ratification-2004-09-21",),
                "126(2)",
                "",
            ),
            ("party", "2004-12-01", "2017-10-27", "yes", ("bdi-rome-statute-ratification-2004-09-21",), "126(2)", ""),
            ("former-party", "2017-10-27", "", "yes", ("bdi-rome-statute-withdrawal-notice-2016-10-27",), "127(1)", ""),
        ],
    ),
    (
        "PHL",
        "rome-statute",
        [
            ("signatory", "2000-12-28", "2011-08-30", "yes", ("phl-rome-statute-signature-2000-12-28",), "125(1)", ""),
            (
                "deposited",
                "2011-08-30",
                "2011-11-01",
                "yes",
                ("phl-rome-statute-ratification-2011-08-30",),
                "126(2)",
                "",
            ),
            ("party", "2011-11-01", "2019-03-17", "yes", ("phl-rome-statute-ratification-2011-08-30",), "126(2)", ""),
            ("former-party", "2019-03-17", "", "yes", ("phl-rome-statute-withdrawal-notice-2018-03-17",), "127(1)", ""),
        ],
    ),
    (
        "MYS",
        "rome-statute",
        [
            ("deposited", "2019-03-04", "2019-04-29", "yes", ("mys-rome-statute-accession-2019-03-04",), "126(2)", ""),
        ],
    ),
    (
        "MNE",
        "rome-statute",
        [
            ("party", "2006-06-03", "", "yes", ("mne-rome-statute-succession-2006-10-23",), "126(2)", ""),
        ],
    ),
    (
        "MNE",
        "apic",
        [
            ("party", "2006-06-03", "", "yes", ("mne-apic-succession-2006-10-23",), "35(2)", ""),
        ],
    ),
    (
        "USA",
        "rome-statute",
        [
            ("signatory", "2000-12-31", "", "yes", ("usa-rome-statute-signature-2000-12-31",), "125(1)", ""),
        ],
    ),
    (
        "AND",
        "rome-statute",
        [
            ("signatory", "1998-07-18", "2001-04-30", "yes", ("and-rome-statute-signature-1998-07-18",), "125(1)", ""),
            (
                "deposited",
                "2001-04-30",
                "2002-07-01",
                "yes",
                ("and-rome-statute-ratification-2001-04-30",),
                "126(2)",
                "",
            ),
            ("party", "2002-07-01", "", "yes", ("and-rome-statute-ratification-2001-04-30",), "126(1)", ""),
        ],
    ),
    (
        "AND",
        "apic",
        [
            ("signatory", "2004-06-21", "2005-02-11", "yes", ("and-apic-signature-2004-06-21",), "34(1)", ""),
            ("deposited", "2005-02-11", "2005-03-13", "yes", ("and-apic-ratification-2005-02-11",), "35(2)", ""),
            ("party", "2005-03-13", "", "yes", ("and-apic-ratification-2005-02-11",), "35(2)", ""),
        ],
    ),
    (
        "AND",
        "amendment-art8-2010",
        [
            (
                "accepted",
                "2013-09-26",
                "2014-09-26",
                "yes",
                ("and-amendment-art8-2010-acceptance-2013-09-26",),
                "121(5)",
                "",
            ),
            (
                "bound",
                "2014-09-26",
                "",
                "yes",
                ("and-amendment-art8-2010-acceptance-2013-09-26", "and-rome-statute-ratification-2001-04-30"),
                "121(5);126(1)",
                "",
            ),
        ],
    ),
    (
        "AND",
        "amendment-aggression-2010",
        [
            (
                "accepted",
                "2013-09-26",
                "2014-09-26",
                "yes",
                ("and-amendment-aggression-2010-acceptance-2013-09-26",),
                "121(5)",
                "",
            ),
            (
                "bound",
                "2014-09-26",
                "",
                "yes",
                ("and-amendment-aggression-2010-acceptance-2013-09-26", "and-rome-statute-ratification-2001-04-30"),
                "121(5);126(1)",
                "",
            ),
        ],
    ),
    (
        "AND",
        "amendment-art124-2015",
        [
            ("accepted", "2020-11-03", "", "yes", ("and-amendment-art124-2015-acceptance-2020-11-03",), "121(4)", ""),
        ],
    ),
    (
        "GMB",
        "rome-statute",
        [
            ("signatory", "1998-12-04", "2002-06-28", "yes", ("gmb-rome-statute-signature-1998-12-04",), "125(1)", ""),
            (
                "deposited",
                "2002-06-28",
                "2002-09-01",
                "yes",
                ("gmb-rome-statute-ratification-2002-06-28",),
                "126(2)",
                "",
            ),
            ("party", "2002-09-01", "", "yes", ("gmb-rome-statute-ratification-2002-06-28",), "126(2)", ""),
        ],
    ),
    (
        "HUN",
        "rome-statute",
        [
            ("signatory", "1999-01-15", "2001-11-30", "yes", ("hun-rome-statute-signature-1999-01-15",), "125(1)", ""),
            (
                "deposited",
                "2001-11-30",
                "2002-07-01",
                "yes",
                ("hun-rome-statute-ratification-2001-11-30",),
                "126(2)",
                "",
            ),
            ("party", "2002-07-01", "", "yes", ("hun-rome-statute-ratification-2001-11-30",), "126(1)", ""),
        ],
    ),
    (
        "HUN",
        "apic",
        [
            ("signatory", "2002-09-10", "2006-03-22", "yes", ("hun-apic-signature-2002-09-10",), "34(1)", ""),
            ("deposited", "2006-03-22", "2006-04-21", "yes", ("hun-apic-ratification-2006-03-22",), "35(2)", ""),
            ("party", "2006-04-21", "2026-06-02", "yes", ("hun-apic-ratification-2006-03-22",), "35(2)", ""),
            ("party", "2026-06-02", "", "open", ("hun-apic-withdrawal-notice-2025-06-02",), "37(1)", "inferred"),
        ],
    ),
    (
        "PSE",
        "rome-statute",
        [
            ("deposited", "2015-01-02", "2015-04-01", "yes", ("pse-rome-statute-accession-2015-01-02",), "126(2)", ""),
            ("party", "2015-04-01", "", "yes", ("pse-rome-statute-accession-2015-01-02",), "126(2)", ""),
        ],
    ),
    (
        "PSE",
        "apic",
        [
            ("deposited", "2015-01-02", "2015-02-01", "yes", ("pse-apic-accession-2015-01-02",), "35(2)", ""),
            ("party", "2015-02-01", "", "yes", ("pse-apic-accession-2015-01-02",), "35(2)", ""),
        ],
    ),
    (
        "PSE",
        "amendment-aggression-2010",
        [
            (
                "accepted",
                "2016-06-26",
                "2017-06-26",
                "yes",
                ("pse-amendment-aggression-2010-ratification-2016-06-26",),
                "121(5)",
                "",
            ),
            (
                "bound",
                "2017-06-26",
                "",
                "yes",
                ("pse-amendment-aggression-2010-ratification-2016-06-26", "pse-rome-statute-accession-2015-01-02"),
                "121(5);126(2)",
                "",
            ),
        ],
    ),
    ("CHN", "rome-statute", []),
    (
        "NER",
        "rome-statute",
        [
            ("signatory", "1998-07-17", "2002-04-11", "yes", ("ner-rome-statute-signature-1998-07-17",), "125(1)", ""),
            (
                "deposited",
                "2002-04-11",
                "2002-07-01",
                "yes",
                ("ner-rome-statute-ratification-2002-04-11",),
                "126(2)",
                "",
            ),
            ("party", "2002-07-01", "2027-06-18", "yes", ("ner-rome-statute-ratification-2002-04-11",), "126(1)", ""),
            (
                "former-party",
                "2027-06-18",
                "",
                "yes",
                ("ner-rome-statute-withdrawal-notice-2026-06-18",),
                "127(1)",
                "one-source",
            ),
        ],
    ),
    (
        "ARM",
        "rome-statute",
        [
            ("signatory", "1999-10-01", "2023-11-14", "yes", ("arm-rome-statute-signature-1999-10-01",), "125(1)", ""),
            (
                "deposited",
                "2023-11-14",
                "2024-02-01",
                "yes",
                ("arm-rome-statute-ratification-2023-11-14",),
                "126(2)",
                "",
            ),
            ("party", "2024-02-01", "", "yes", ("arm-rome-statute-ratification-2023-11-14",), "126(2)", ""),
        ],
    ),
]
"""State, instrument, and its rows: status, first day, first day after, answer, acts, article, weak mark."""


@pytest.mark.parametrize(
    ("state", "instrument", "rows"), ROWS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_rows(law, state, instrument, rows):
    found = [row for row in spans(law, instrument) if row.iso3 == state]
    assert [
        (row.status, str(row.start), str(row.until or ""), str(row.answer), row.because, row.article, row.weak)
        for row in found
    ] == rows


def test_why_a_row_is_open_stands_beside_it(law):
    notes = {row.note for row in spans(law, "apic") if row.iso3 == "HUN"}
    record = law.record.row("hun-apic-withdrawal-notice-2025-06-02")
    assert notes == {"", record.unverified}


def test_all_instruments_come_in_order_of_state_and_code(law):
    rows = list(spans(law))
    assert [(row.iso3, row.instrument) for row in rows] == sorted((row.iso3, row.instrument) for row in rows)
    assert {row.instrument for row in rows} == {code for code in law.record.instruments if any(spans(law, code))}


def test_an_amendment_that_binds_all_binds_nobody_before_enough_have_accepted(asked):
    """Article 121(4): it binds every party, but only one year after seven eighths of them have accepted."""
    law = asked(date(2026, 11, 21))
    assert law.record.instruments["amendment-art124-2015"].force.counting == "all-at-once"
    assert not [row for row in spans(law, "amendment-art124-2015") if row.status == "bound"]
