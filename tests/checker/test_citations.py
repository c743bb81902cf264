"""Citations: every form in use, found with its offsets; the decoy left; the wrong volume reported."""

from __future__ import annotations

import pytest

from ratione.checker.citations import find

from .conftest import Ask

FORMS = [
    ("22 U.S.C. § 7421", "22 U.S.C. 7421"), ("22 U.S.C. 7423(b)", "22 U.S.C. 7423(b)"), ("22 USC 7433", "22 U.S.C. 7433"),
    ("Pub. L. 107-206", "Pub. L. 107-206"), ("Pub. L. No. 117-328", "Pub. L. 117-328"), ("Public Law 106–113", "Pub. L. 106-113"),  # noqa: E501 - a case reads best in one piece
    ("116 Stat. 899", "116 Stat. 899"), ("Executive Order 14203", "EO 14203"), ("E.O. 13928", "EO 13928"),
    ("90 Fed. Reg. 9369", "90 Fed. Reg. 9369"), ("85 FR 36139", "85 Fed. Reg. 36139"), ("31 C.F.R. part 528", "31 C.F.R. 528"),
    ("2187 U.N.T.S. 3", "2187 UNTS 3"), ("2187 UNTS 90", "2187 UNTS 90"), ("C.N.577.1998.TREATIES-8", "C.N.577.1998.TREATIES-8"),  # noqa: E501 - a case reads best in one piece
    ("S.C. Res. 1593 (2005)", "S/RES/1593 (2005)"), ("S/RES/1970 (2011)", "S/RES/1970 (2011)"), ("ICC-02/17-138", "ICC-02/17-138"),  # noqa: E501 - a case reads best in one piece
    ("ICC-01/18-143", "ICC-01/18-143"), ("Rome Statute, art. 12(2)(a)", "Rome Statute art. 12(2)(a)"),
    ("article 126 of the Rome Statute", "Rome Statute art. 126"), ("ICC-ASP/16/Res.5", "ICC-ASP/16/Res.5"),
    ("A/CONF.183/9", "A/CONF.183/9"), ("18 U.S.C. § 1091", "18 U.S.C. 1091"),
    ("Vienna Convention on the Law of Treaties, art. 18", "VCLT art. 18"), ("1155 U.N.T.S. 331", "1155 UNTS 331"),
    ("H.R. 23, 119th Cong.", "H.R. 23, 119th Cong."), ("ICC-01/04-01/06-2842", "ICC-01/04-01/06-2842"), ("RC/Res.6", "RC/Res.6"),  # noqa: E501 - a case reads best in one piece
    ("article 8 bis of the Rome Statute", "Rome Statute art. 8bis"), ("UNSCR 1422", "S/RES/1422"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form"), FORMS, ids=[text for text, _ in FORMS])
def test_a_form_is_found_where_it_stands(text: str, form: str) -> None:
    (found,) = find(f"See {text}; and more.")
    assert (found.form, found.text, found.start) == (form, text, 4)


@pytest.mark.parametrize(
    "text", ["T.D. 9000", "the U.S. 491 times", "page 22 of the report", "A/C.6/51", "EO is short"]
)
def test_a_decoy_is_left(text: str) -> None:
    assert find(f"See {text}, please.") == []


def test_the_wrong_volume_is_reported_and_the_right_one_is_not() -> None:
    wrong, right = find("553 U.S. 491 (2008) and Medellin v. Texas, 552 U.S. 491 (2008).")
    assert "552 U.S. 491" in wrong.fault
    assert right.fault == ""


LED = [
    ("22 U.S.C. § 7423(b)", "measure:usc22-7423b"),
    ("22 U.S.C. 7421", "measure:usc22-7421"),
    ("Executive Order 14022", "measure:eo14022"),
    ("90 Fed. Reg. 9369", "measure:eo14203-1a1"),
    ("31 C.F.R. part 528", "measure:cfr31-528"),
    ("Executive Order 12345", ""),
]


@pytest.mark.parametrize(("cited", "entry"), LED, ids=[case[0] for case in LED])
def test_a_citation_leads_to_the_measure_that_the_record_holds(ask: Ask, cited: str, entry: str) -> None:
    found = ask(f"On the ICC see {cited}.", "a.txt").citations
    assert [one.entry for one in found] == [entry]
