"""Hostile input: bounded time, a clear error or a report, nothing executed."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ratione import InputError
from ratione.checker.citations import find as citations
from ratione.checker.days import find as days
from ratione.checker.document import read
from ratione.checker.sentences import split

from .conftest import Ask

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(document: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def locked() -> bytes:
    """A PDF that opens with a password only."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.encrypt("a password", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawn(content: bytes, packing: str = "/FlateDecode") -> bytes:
    """A PDF of one page with this, packed, as its content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(content), packing.encode(), content),
    ]
    return (
        b"%PDF-1.7\n"
        + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
        + (b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF")
    )


BAD = [
    ("a bomb in a PDF", drawn(zlib.compress(b" " * 80_000_000)), "a.pdf", "swells beyond what is read"),
    (
        "a page too large",
        drawn(b"z" * 2_000_001, "/ASCII85Decode"),
        "a.pdf",
        "page 1 was not read: its content has more",
    ),
    ("a file cut in half", docx(b"<a/>")[:-30], "a.docx", "cannot be read as DOCX"),
    ("deep XML", docx(b"<p>" * 50_000), "a.docx", "cannot be read as DOCX"),
    ("a PDF with a password", locked(), "a.pdf", "the PDF is encrypted"),
    ("NUL bytes", b"abc\x00def", "a.txt", "NUL bytes"),
    ("a bomb in a zip", docx(b"<w:t>" + b"0" * 70_000_000), "a.docx", "unpacks to more than"),
    ("entities in XML", docx(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "a.docx", "declares entities"),
    ("no Word document", docx(b"")[:40], "a.docx", "cannot be read as DOCX"),
    ("half a PDF", b"%PDF-1.7\n1 0 obj\n<<", "a.pdf", "cannot be read as PDF|holds no text"),
    ("a PDF that is none", b"hello", "a.pdf", "is no PDF file"),
    ("too long", b"a" * 33_000_000, "a.txt", "expected at most"),
]


@pytest.mark.parametrize(("raw", "name", "said"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_read_is_an_error_that_says_why(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(raw, name)


SWOLLEN = [
    ("a long line", "a" * 2_000_000, "a.txt"),
    ("words without end", "Ghana ratified the Rome Statute " * 30_000, "a.txt"),
    ("deep tags", "<div>" * 200_000 + "Ghana", "a.html"),
    ("open comments", "<!-- " * 200_000, "a.html"),
    ("open tags", "<a href='" * 100_000, "a.html"),
    ("open links", "[" * 100_000, "a.md"),
    ("open links with an end", "[a](" * 30_000, "a.md"),
    ("stars", "*" * 300_000, "a.md"),
    ("deep quotes", "> " * 50_000 + "x", "a.md"),
    ("pipes", "|" * 200_000, "a.md"),
    ("figures", "12/12/" * 100_000, "a.txt"),
    ("years", "2004 " * 100_000, "a.txt"),
    ("deep front matter", "---\na: " + "[" * 30_000 + "\n---\n", "a.md"),
    ("aliases", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nGhana", "a.md"),
    ("entities", "&amp;" * 200_000, "a.html"),
    ("empty lines in an open part", "<div>\n\n" * 60_000, "a.md"),
    ("paragraphs of tags", "<p>a\n\n" * 20_000, "a.md"),
    ("open comments on many lines", "<!-- a\n" * 60_000, "a.md"),
    ("open pictures", "![" * 150_000, "a.md"),
    ("open notes", "a<sup>" * 60_000, "a.md"),
    ("dots", "." * 300_000, "a.txt"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "name"), [case[1:] for case in SWOLLEN], ids=[case[0] for case in SWOLLEN])
def test_a_swollen_page_is_read_in_bounded_time(ask: Ask, text: str, name: str) -> None:
    began = time.process_time()
    ask(text, name)
    assert time.process_time() - began < 20


def test_a_long_word_file_is_read_to_its_bound_and_says_so() -> None:
    body = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 60_000
    page = read(docx(b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W.encode(), body)), "a.docx")
    assert len(page.blocks) < 60_000
    assert "only the beginning was read" in page.faults[0]


def test_front_matter_builds_and_runs_nothing(ask: Ask, tmp_path: Path) -> None:
    mark = tmp_path / "made"
    head = (
        f"---\ntitle: !!python/object/apply:os.system ['touch {mark}']\ncountry: Burundi\nratified: 2004-09-21\n---\n"
    )
    assert [one.verdict for one in ask(head + "Text.", "a.md").claims] == ["agrees"]
    assert not mark.exists()


def test_a_day_that_a_year_does_not_have_is_no_day(ask: Ask) -> None:
    assert ask.claims("In 2003, Burundi ratified the Rome Statute on 29 February.", "a.txt") == [
        ("BDI", "ratified", "", "agrees")
    ]


@pytest.mark.parametrize("text", ["4 Sepember 2004", "4 ſept 2004", "٤ May 2004", "May ٢٠٠٤"])
def test_odd_spellings_of_days_end_no_search(text: str) -> None:
    assert all(one.iso.isascii() for one in days(text))


def test_scripts_and_hidden_text_are_not_read(ask: Ask) -> None:
    page = "<p>The ICC.</p><script>Burundi ratified the Rome Statute on 1 May 1999.</script><!-- Kenya is a member of the ICC -->"  # noqa: E501 - a case reads best in one piece
    assert ask(page, "a.html").claims == ()


def test_broken_encodings_are_read_and_noted(ask: Ask) -> None:
    report = ask("Côte d'Ivoire ratified the Rome Statute on 15 February 2013.".encode("latin-1"), "a.txt")
    assert [one.verdict for one in report.claims] == ["agrees"]
    assert "Windows-1252" in report.faults[0]


def test_ligatures_odd_spaces_and_soft_hyphens_are_as_a_reader_sees_them(ask: Ask) -> None:
    text = "Burundi rati\ufb01ed\u00a0the Rome Sta\u00adtute on\u202f21\u00a0September\u00a02004."
    assert ask.claims(text, "a.txt") == [("BDI", "ratified", "2004-09-21", "agrees")]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_grammars(text: str) -> None:
    for found in days(text):
        assert text[found.start : found.end]
    for cited in citations(text):
        assert text[cited.start : cited.end] == cited.text
    assert all(0 <= begin < end <= len(text) for begin, end in split(text))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["a.md", "a.html", "a.txt", "a.pdf", "a.docx"]))
def test_no_bytes_break_a_reader(raw: bytes, name: str) -> None:
    try:
        page = read(raw, name)
    except InputError:
        return
    for block in page.blocks:
        assert len(block.text) == len(block.places)
        assert all(0 <= place <= len(page.source) for place in block.places)
