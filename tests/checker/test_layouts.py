"""Layouts: the ordinary shapes of factsheets, encyclopaedias and treaty tables, each with the claims that a reader sees."""

from __future__ import annotations

import pytest

from .conftest import Ask

# ruff: noqa: E501 - a layout reads best in one piece
RATIFIED = [("KEN", "signed", "1999-08-11", "agrees"), ("KEN", "ratified", "2005-03-15", "agrees")]
LAYOUTS = {
    "maps in the front matter": (
        "a.md",
        "---\ntitle: Kenya\nromeStatute:\n  signed: 1999-08-11\n  ratified: 2005-03-15\ngenocide_convention:\n  ratified: 1990-01-01\n---\n",
        RATIFIED,
    ),
    "a list of states in the front matter": (
        "a.md",
        "---\ntitle: The ICC\nstates:\n  - name: Kenya\n    signed: 1999-08-11\n  - name: Ghana\n    ratified: 1999-12-21\n---\n",
        [("KEN", "signed", "1999-08-11", "agrees"), ("GHA", "ratified", "1999-12-21", "contradicts")],
    ),
    "a list of acts in the front matter": (
        "a.md",
        "---\ntitle: Kenya\nacts:\n  - act: signature\n    date: 1999-08-11\n  - act: ratification\n    date: 2005-03-15\n---\nThe ICC.\n",
        RATIFIED,
    ),
    "keys with the name of the instrument": (
        "a.md",
        "---\ntitle: Senegal\napic_signed_date: 2002-09-19\napic-ratified-date: 2014-09-25\n---\nThe ICC.\n",
        [("SEN", "signed", "2002-09-19", "agrees"), ("SEN", "ratified", "2014-09-25", "agrees")],
    ),
    "a note of two acts": (
        "a.md",
        '---\ntitle: Israel\nicc_note: "12/31/2000* (unsigned on 8/28/2002)"\n---\n',
        [("ISR", "signed", "2000-12-31", "agrees"), ("ISR", "unsigned", "2002-08-28", "agrees")],
    ),
    "several acts on the line of a treaty": (
        "a.txt",
        "Kenya and the International Criminal Court\n\nRome Statute: signed 11 August 1999, ratified 15 March 2005\n",
        RATIFIED,
    ),
    "a label that names its state on a page about none": (
        "a.txt",
        "The International Criminal Court: notes\n\nEntry into force for Zambia: 1 January 2003\n",
        [("ZMB", "entered-into-force", "2003-01-01", "contradicts")],
    ),
    "a number of members as of a year": (
        "a.md",
        "# The ICC\n\n| Membership | 125 countries (as of 2024) |\n|---|---|\n| Seat | The Hague |\n",
        [("ICC", "number-of-parties", "2024", "imprecise")],
    ),
    "groups of columns": (
        "a.html",
        "<h1>ICC</h1><table><tr><th rowspan=2>State</th><th colspan=2>Rome Statute</th><th colspan=2>APIC</th></tr><tr><th>Signed</th>"
        "<th>Ratified</th><th>Signed</th><th>Ratified</th></tr><tr><td>Namibia</td><td>27 Oct 1998</td><td>25 Jun 2002</td>"
        "<td>10 Sep 2002</td><td>29 Jan 2004</td></tr></table>",
        [
            ("NAM", "signed", "1998-10-27", "agrees"),
            ("NAM", "ratified", "2002-06-25", "agrees"),
            ("NAM", "signed", "2002-09-10", "agrees"),
            ("NAM", "ratified", "2004-01-29", "agrees"),
        ],
    ),
    "columns parted by blanks": (
        "a.txt",
        "Rome Statute: African states\n\n  State     Signed       Ratified\n  -----     ------       --------\n"
        "  Kenya     11.08.1999   15.03.2005\n  Rwanda\n  Angola    07.10.1998   -\n",
        [*RATIFIED, ("AGO", "signed", "1998-10-07", "agrees")],
    ),
    "cells that say what became of it": (
        "a.md",
        "# ICC\n\n| State | Notice received | Outcome |\n|---|---|---|\n| Burundi | 27 October 2016 | Effective 27 October 2017 |\n"
        "| South Africa | 19 October 2016 | Revoked 7 March 2017 |\n",
        [
            ("BDI", "withdrew", "2016-10-27", "agrees"),
            ("BDI", "withdrew", "2017-10-27", "agrees"),
            ("ZAF", "withdrew", "2016-10-19", "agrees"),
        ],
    ),
    "acts in a column of notes": (
        "a.md",
        "# Rome Statute\n\n| State | Signed | Notes |\n|---|---|---|\n| Russia | 13 September 2000 | Unsigned 30 November 2016 |\n"
        "| Gambia, The | 4 December 1998 | Notified withdrawal 10 November 2016; rescinded 10 February 2017 |\n",
        [
            ("RUS", "signed", "2000-09-13", "agrees"),
            ("RUS", "unsigned", "2016-11-30", "agrees"),
            ("GMB", "signed", "1998-12-04", "agrees"),
            ("GMB", "withdrew", "2016-11-10", "agrees"),
        ],
    ),
    "a table of acts with reversed names": (
        "a.md",
        "# ICC\n\n| State | Act | Date |\n|---|---|---|\n| Tanzania, United Republic of | Ratification | 20 August 2002 |\n"
        "| Comoros and South Africa | Joint referral concerning Palestine | 17 November 2023 |\n| Kenya | Visit | 1 May 2010 |\n",
        [
            ("TZA", "ratified", "2002-08-20", "agrees"),
            ("COM", "referred", "2023-11-17", "agrees"),
            ("ZAF", "referred", "2023-11-17", "agrees"),
        ],
    ),
    "the column of a treaty collection": (
        "a.md",
        "# Rome Statute\n\n| Participant | Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d) |\n|---|---|\n"
        "| Afghanistan | 10 Feb 2003 a |\n| Montenegro | 23 Oct 2006 d |\n| Netherlands (Kingdom of the) | 17 Jul 2001 A |\n",
        [
            ("AFG", "acceded", "2003-02-10", "agrees"),
            ("MNE", "succeeded", "2006-10-23", "agrees"),
            ("NLD", "ratified", "2001-07-17", "agrees"),
        ],
    ),
    "an infobox with a row of its own for the treaty": (
        "a.html",
        "<h1>Kenya</h1><p>ICC</p><table><tr><th colspan=2>Rome Statute</th></tr><tr><th>Signature</th><td>11 August 1999</td></tr>"
        "<tr><th>Ratification</th><td>15 March 2005</td></tr><tr><th>Regional group</th><td>Africa</td></tr></table>",
        RATIFIED,
    ),
    "an infobox that opens with an empty value": (
        "a.html",
        "<h1>Japan</h1><p>ICC</p><table><tr><th>Signed</th><td>&mdash;</td></tr><tr><th>Acceded</th><td>17 July 2007</td></tr>"
        "<tr><th>Effective</th><td>1 September 2007</td></tr></table>",
        [("JPN", "acceded", "2007-07-17", "agrees"), ("JPN", "entered-into-force", "2007-09-01", "contradicts")],
    ),
    "chips that touch": (
        "a.html",
        "<h1>Kenya</h1><p>ICC</p><div><span>Signed</span><span>11 August 1999</span></div>"
        "<div><span>Ratified</span><span>15 March 2005</span></div>",
        RATIFIED,
    ),
    "cards with a badge": (
        "a.html",
        "<h1>The ICC</h1><h2>Members</h2><p>By state.</p><h3>Rwanda</h3><span>Not a party</span><h3>Uganda</h3><span>Non-member</span>",
        [("RWA", "is-not-party", "", "agrees"), ("UGA", "is-not-party", "", "contradicts")],
    ),
    "a list of days under the act and the year": (
        "a.md",
        "# ICC\n\n### Ratified in 2005\n\n- Kenya – 15 March\n- Mexico – 28 November\n",
        [("KEN", "ratified", "2005-03-15", "agrees"), ("MEX", "ratified", "2005-11-28", "contradicts")],
    ),
    "the newest of the members": (
        "a.html",
        "<h1>The ICC</h1><dl><dt>States Parties</dt><dd>125</dd><dt>Most recent to join</dt><dd>Ukraine (1 January 2025)</dd></dl>",
        [("ICC", "number-of-parties", "", "agrees"), ("UKR", "is-party", "2025-01-01", "agrees")],
    ),
    "headings that are sentences": (
        "a.md",
        "# Armenia joins the ICC\n\nText.\n\n## Why China is not a member\n\n## Ratification by Kenya\n\n## China is a member of the ICC\n",
        [("ARM", "is-party", "", "agrees"), ("CHN", "is-party", "", "contradicts")],
    ),
    "states on lines of their own": (
        "a.txt",
        "Who stayed outside the ICC\n\nSudan\n\nSigned the Rome Statute in 2000 but withdrew its signature in 2008, and never ratified it.\n\n"
        "Qatar\n\nNever signed the Rome Statute, and says that it has no plans to do so in the years ahead.\n",
        [
            ("SDN", "signed", "2000", "agrees"),
            ("SDN", "unsigned", "2008", "agrees"),
            ("SDN", "is-not-party", "", "agrees"),
            ("QAT", "is-not-party", "", "agrees"),
        ],
    ),
    "marks of footnotes behind full stops": (
        "a.txt",
        "Kenya signed the Rome Statute on 11 August 1999.[3] Ghana looked on.[4][5] The ICC opened in 2003.[6] That is all.",
        [("KEN", "signed", "1999-08-11", "agrees")],
    ),
    "attributes and includes of a site generator": (
        "a.md",
        '# The ICC\n\n[Kenya](https://example.org){: target="_blank"} signed the Rome Statute{{< ref >}} on 11 August 1999{% include a.html %}.\n',
        [("KEN", "signed", "1999-08-11", "agrees")],
    ),
    "a government that says we": (
        "a.md",
        "---\ntitle: Press briefing\nsource_url: https://www.whitehouse.gov/briefing\n---\n\nOn the ICC: well, we are not a member of the ICC.\n",
        [("USA", "is-not-party", "", "agrees")],
    ),
    "days alone over what happened on them": (
        "a.txt",
        "The Rome Statute, a timeline\n\n30. November 1998\n\nThe Statute is signed by Britain and by Lesotho.\n\n"
        "15 March 2005\n\nKenya ratifies the Rome Statute.\n\n1 November 2006\n\nChad ratifies the Rome Statute.\n",
        [
            ("GBR", "signed", "1998-11-30", "agrees"),
            ("LSO", "signed", "1998-11-30", "agrees"),
            ("KEN", "ratified", "2005-03-15", "agrees"),
            ("TCD", "ratified", "2006-11-01", "agrees"),
        ],
    ),
    "a footnote that tells something": (
        "a.md",
        "# The ICC\n\nKenya took its time.[^1]\n\n[^1]: Kenya ratified the Rome Statute on 15 March 2005.\n[^2]: See https://example.org/a.\n",
        [("KEN", "ratified", "2005-03-15", "agrees")],
    ),
}
QUIET = {
    "days on which news were published": "The ICC, news\n\n9 October 2026\n\nThe Court answers.\n\n20 June 2026\n\nNiger and the ICC.\n\n2 May 2026\n\nA visit.\n",
    "a line of sources": "# Mali and the ICC\n\n> Sources: ICC-01/12; ICC Prosecutor opens investigation in Mali, https://example.org/2011\n",
    "the titles of sources in a footnote": "# Uganda and the ICC\n\nIt began.[^1]\n\n[^1]: Uganda refers its situation to the ICC (3 May 2005), https://example.org/a\n",
    "labels of other treaties": "# Kenya and the ICC\n\n- UN member since: 16 December 1963\n- Genocide Convention: acceded 12 March 1990\n",
    "numbers of something else": "# The ICC\n\nMember states (EU): 27\n\nMembers: 18 judges\n",
    "names under a letter": "# Syria and the ICC\n\nSigned by:\n\nA. Person\n\nB. Person\n",
    "days of something else": "# ICC\n\n| State | Report due | Visit |\n|---|---|---|\n| Kenya | 1 May 2005 | 2 June 2006 |\n",
    "prose with two blanks": "Kenya and the ICC went their ways.  They met again.\nGhana did not.  It was there in 2003.  So it was.\n",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read(ask: Ask, name: str) -> None:
    file, text, wanted = LAYOUTS[name]
    assert sorted(ask.claims(text, file)) == sorted(wanted)


@pytest.mark.parametrize("name", QUIET)
def test_a_layout_that_makes_no_claim_is_left_alone(ask: Ask, name: str) -> None:
    assert ask.claims(QUIET[name]) == []
