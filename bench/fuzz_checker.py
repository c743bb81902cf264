"""Fuzzes the reading of documents: random text for the grammars, changed pages for each container format.

Run from the project's root: .venv/bin/python bench/fuzz_checker.py --text 1000000 --each 20000 --seed 1
The same seed gives the same inputs. An input fails where anything but an ``InputError`` is raised, an offset leads out of the
source, or the processor needs more than ``SLOW`` seconds; it is then kept in tests/documents/fuzz, which the tests read again.
"""

# ruff: noqa: E501 - lists of words and pages read best in one piece

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from ratione import Day, InputError, Record
from ratione.checker import Checker, Patterns, annotated, citations, corrections, days, shown
from ratione.checker.context import Context
from ratione.checker.document import read
from ratione.checker.sentences import split

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "tests" / "documents" / "fuzz"
TODAY = Day(2026, 11, 21)
SLOW = 5.0
"""Seconds of the processor that one input may take, at most; ordinary pages take a hundredth of one."""
FORMS = ("html", "md", "pdf", "docx")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

DATES = (
    "January Feb. march APRIL may June 17 July Sept sep Sepember October Nov. Dec 1 2nd 3rd 17th 29 30 31 32 0 00 1998 2002 "
    "2004 20044 1899 2100 -07-17 2004-09-21 2004-9-1T00:00:00.000Z 21/09/2004 9.21.2004 2002-2004 the of , . - – / to until and th "
    "day ( ) ٣ ² ſept İ ١٢ first two days later last year the following month"
)
CITED = (
    "22 U.S.C. § 7421 7423(b)(1) Pub. L. No. 107-206 116 Stat. 820 Executive Order 13928 14203 85 Fed. Reg. 36,139 31 CFR part 520 "
    "2187 U.N.T.S. 3 C.N.1021.2016.TREATIES-XVIII.10 S/RES/1593 (2005) SC Res. 1970 A/RES/58/79 A/CONF.183/9 ICC-02/17-138 "
    "ICC-ASP/22/Res.3 Rome Statute art. 12(3) article 127 of the VCLT Medellin v. Texas, 552 U.S. 491 (2008) H.R. 8282 118th Cong. "
    "Prosecutor v. Al Bashir § § – — ( ) [ ] . , ; : No. Nos."
)
SAID = (
    "Burundi Kenya Côte d'Ivoire the United States Russia Palestine Armenia it they the Government of ratified signed acceded to "
    "withdrew from is is not never was a State Party member states parties to the Rome Statute the ICC the Court the Treaty "
    "Security Council referred Darfur Libya by resolution 1593 on 20 September 2004 in 2017 , , . . ; : ( ) “ ” \" ' ’s 's and or "
    "but which neither nor yet since as of until effective 123 one hundred and twenty-three countries voted against veto did so "
    "notified its withdrawal entered into force revoked sanctions Executive Order 14203 – - no longer has respectively"
)
ODD = (
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufb01",
    "\u2028",
    "\x0b",
    "\x0c",
    "\r",
    "\n",
    "\t",
    "\ue000",
    "\ue002",
    "\ufeff",
    "İ",
    "ß",
    "𝟐",
    "\ud7ff",
)

PAGE = """Burundi ratified the Rome Statute on 20 September 2004. It withdrew in 2017 and is no longer a State Party.
Kenya signed on 11 August 1999. As of May 2020, 123 countries were parties (22 U.S.C. § 7421)."""
HTML = f"""<!doctype html><html><head><title>Burundi</title><meta name="date" content="2020-05-04"></head><body><h1>Burundi</h1>
<p>{PAGE}</p><table><tr><th>State</th><th>Signed</th><th>Ratified</th></tr><tr><td>Kenya<td>11 Aug 1999<td>15 Mar 2005</tr></table>
<dl><dt>Status</dt><dd>State Party</dd></dl><ul><li>Ghana &amp; Mali</ul><script>var a = "<p>";</script><!-- x --></body></html>"""
MARKDOWN = f"""---\ntitle: Burundi\ncountry: BDI\nratified: 2004-09-20\nstate_party: true\ntags: [a, b]\nnotes: >\n  Signed in 1999.
date: 2020-05-04\n---\n\n# Burundi in 2017\n\n{PAGE}\n\n| State | Signed | Ratified |\n|---|---|---|\n| Kenya | 1999-08-11 | 2005 |
\n- [Ghana](http://a.b/c) *acceded*[^1]\n\nSigned: 13 January 1999\n\n> quoted `code` <br> &nbsp;\n\n```\nx\n```\n"""
WORD = f"""<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Burundi
</w:t></w:r></w:p><w:p><w:r><w:t>{PAGE}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>State</w:t></w:r></w:p></w:tc><w:tc><w:p>
<w:r><w:t>Signed</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Kenya</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1999
</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"""
PARTS = {
    "html": ("<table>", "<tr>", "<td>", "</tr>", "<dl>", "<dt>", "<dd>", "</dl>", "<li>", "<p", ">", "<", "&", "&#0;", "&#xd800;", "&nbsp;",
             "<!--", "-->", "<script>", "</script>", "<title>", "<h2>", "<time datetime='2020'>", "='", '"', "<svg/>", "<?", "\0"),
    "md": ("---\n", "# ", "|", "\n|---|\n", "- ", "> ", "```\n", "[", "](", ")", "][", "[^1]", "*", "_", "`", "<div>\n\n", "</div>", "<sup>",
           "\n\n", ": ", "\\", "&", "<", "!!python/object:os.x ", "&a ", "*a ", "<<: ", "? ", "{", "[", "'", '"', "|\n  ", "\t", "\ufeff"),
    "docx": ("<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:t>", "</w:t>", "<w:tab/>", "<w:br/>", "&amp;", "&x;", "<![CDATA[",
             "]]>", "<!DOCTYPE a [", "<!ENTITY b 'c'>", '<w:pStyle w:val="Heading9"/>', "\0", "<x:y>"),
    "pdf": ("obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "/Kids", "/Count", "9999999999", "-1", "3 0 R", "1 0 R", "/Parent",
            "/Filter/FlateDecode", "/Filter/LZWDecode", "/Encrypt 3 0 R", "(", ")", "BT", "ET", "Tj", "Tf", "/Prev 9", "xref", "%%EOF", "/Contents"),
}  # fmt: skip


WORDS = {kind: text.split(" ") for kind, text in (("date", DATES), ("citation", CITED), ("text", SAID))}


def soup(chance: random.Random, words: list[str]) -> str:
    """A few of the words, with odd signs among them."""
    parts = [chance.choice(words) for _ in range(chance.randint(1, 14))]
    if chance.random() < 0.3:
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(ODD))
    if chance.random() < 0.1:
        parts *= chance.randint(2, 30)
    return chance.choice((" ", " ", " ", "")).join(parts)


def changed(chance: random.Random, raw: bytes, parts: tuple[str, ...]) -> bytes:
    """A page with some of its bytes left out, doubled, exchanged, or with parts of its grammar put in."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 6, 12))):
        place, size = chance.randrange(len(raw) + 1), chance.choice((1, 1, 2, 5, 20, 80))
        match chance.randrange(6):
            case 0:
                raw = raw[:place] + raw[place + size :]
            case 1:
                raw = raw[:place] + raw[place : place + size] * chance.choice((2, 3, 40)) + raw[place + size :]
            case 2:
                raw = raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]
            case 3:
                other = chance.randrange(len(raw) + 1)
                raw = raw[:place] + raw[other : other + size] + raw[place:]
            case _:
                part = chance.choice(parts) * chance.choice((1, 1, 1, 2, 50))
                raw = raw[:place] + part.encode() + raw[place:]
    return raw[: chance.randrange(len(raw) + 1)] if chance.random() < 0.05 else raw


def pdf(content: bytes) -> bytes:
    """A small PDF with this as the content of its page, not packed, so that changes reach its grammar."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + head + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def docx(document: bytes) -> bytes:
    """A DOCX file with this as its document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document)
    return out.getvalue()


NO_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that XML does not know."""
LINES = b"\n".join(b"BT /F1 12 Tf 72 %d Td (%s) Tj ET" % (700 - 20 * n, line.encode("latin-1"))
                   for n, line in enumerate(PAGE.splitlines()))  # fmt: skip


def container(chance: random.Random, form: str) -> bytes:
    """One changed page of a form; of packed forms the inside is changed three times out of four."""
    inside = chance.random() < 0.75
    parts = PARTS[form]
    if form == "html":
        return changed(chance, HTML.encode(), parts)
    if form == "md":
        return changed(chance, MARKDOWN.encode(), parts)
    if form == "pdf":
        return pdf(changed(chance, LINES, parts)) if inside else changed(chance, pdf(LINES), parts)
    if chance.random() < 0.5:
        said = escape(changed(chance, PAGE.encode(), tuple(WORDS["text"])).decode("utf-8", "replace"))
        return docx(WORD.replace(PAGE, NO_SIGN.sub("\ufffd", said)).encode())
    return docx(changed(chance, WORD.encode(), parts)) if inside else changed(chance, docx(WORD.encode()), parts)


class Failed(Exception):
    """What an input did that none may do."""


def grammars(text: str) -> None:
    """Days, citations and sentences of a text lie in it, and their days are days."""
    for found in days.find.__wrapped__(text):
        if not 0 <= found.start < found.end <= len(text):
            raise Failed(f"a day at {found.start}-{found.end} of {len(text)}")
        if not found.iso.startswith("-"):
            days.bounds(found.iso)
    for cited in citations.find.__wrapped__(text):
        if text[cited.start : cited.end] != cited.text:
            raise Failed(f"a citation that is not where it says: {cited.text!r}")
    last = 0
    for begin, end in split(text):
        if not last <= begin < end <= len(text):
            raise Failed(f"a sentence at {begin}-{end} of {len(text)}")
        last = end


def sentence(engine: Checker, text: str) -> None:
    """What is claimed in a sentence lies in it."""
    grammars(text)
    for claim, start, end, day_start, day_end in engine.reader.read(
        text, Context(about=True, page="BDI", written=TODAY)
    ).claims:
        if not (0 <= start <= end <= len(text) and 0 <= day_start <= day_end <= len(text)):
            raise Failed(f"{claim.pattern} at {start}-{end}, {day_start}-{day_end} of {len(text)}")


def document(engine: Checker, raw: bytes, name: str, *, whole: bool) -> bool:
    """Reads and checks a document; false where it is refused."""
    try:
        page = read(raw, name)
    except InputError:
        return False
    for block in page.blocks:
        if len(block.text) != len(block.places) or any(not 0 <= place <= len(page.source) for place in block.places):
            raise Failed(f"a block whose signs do not lie in the source: {block.text[:60]!r}")
    report = engine.check(raw, name=name, today=TODAY)
    for one in (*(judged.claim for judged in report.claims), *report.coverage.skipped, *report.citations):
        if not 0 <= one.start <= one.end <= len(page.source):
            raise Failed(f"offsets {one.start}-{one.end} of {len(page.source)}")
    if whole:
        json.dumps(report.to_dict(), default=str).encode("utf-8")
        for text in (annotated(report, raw), corrections(report, raw), shown(report, every=True)):
            text.encode("utf-8", "surrogatepass")
        if engine.check(raw, name=name, today=TODAY) != report:
            raise Failed("a second check gives another report")
    return True


def inputs(seed: int, texts: int, each: int) -> Iterator[tuple[str, int, str | bytes]]:
    """Every input: its kind, its number, and what it holds; each depends on the seed and its number alone."""
    for kind, words in WORDS.items():
        for number in range(-(-texts // 3)):
            yield kind, number, soup(random.Random(f"{seed} {kind} {number}"), words)
    for form in FORMS:
        for number in range(each):
            yield form, number, container(random.Random(f"{seed} {form} {number}"), form)


def tried(engine: Checker, kind: str, number: int, given: str | bytes) -> str:
    """Tries one input: empty where all is well, ``refused``, or what went wrong."""
    began = time.process_time()
    try:
        if isinstance(given, bytes):
            good = document(engine, given, f"a.{kind}", whole=number % 10 == 0)
        else:
            good = True
            sentence(engine, given) if kind == "text" else grammars(given)
    except Exception as fault:
        return "".join(traceback.format_exception(fault)[-3:])
    took = time.process_time() - began
    return f"took {took:.1f} s" if took > SLOW else "" if good else "refused"


def keep(kind: str, seed: int, number: int, given: str | bytes) -> Path:
    """Keeps an input that failed for the tests."""
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{kind}-{seed}-{number}.{kind if kind in FORMS else 'txt'}"
    path.write_bytes(given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass"))
    return path


def campaign(engine: Checker, seed: int, texts: int, each: int, said: Callable[[str], object] = print) -> int:
    """Tries every input and says how many of each kind were read, refused and failed; gives the number that failed."""
    counts: dict[str, list[int]] = {}
    began, slowest = time.process_time(), (0.0, "")
    for kind, number, given in inputs(seed, texts, each):
        count = counts.setdefault(kind, [0, 0, 0])
        start = time.process_time()
        told = tried(engine, kind, number, given)
        slowest = max(slowest, (time.process_time() - start, f"{kind} {number}"))
        count[0] += 1
        count[1] += told == "refused"
        if told not in ("", "refused"):
            count[2] += 1
            if count[2] <= 20:
                said(f"{kind} {number}: {told}\n  kept as {keep(kind, seed, number, given).name}")
        if count[0] % 50_000 == 0 or (kind in FORMS and count[0] % 5_000 == 0):
            said(
                f"{kind}: {count[0]} tried, {count[1]} refused, {count[2]} failed, {time.process_time() - began:.0f} s"
            )
    for kind, (all_of, refused, failed) in counts.items():
        said(f"{kind:9} {all_of:8} inputs, {refused:6} refused with a clear error, {failed:4} failed")
    said(f"slowest {slowest[1]}: {slowest[0]:.2f} s; {time.process_time() - began:.0f} s of the processor in all")
    return sum(count[2] for count in counts.values())


def main() -> int:
    """The campaign that the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--text", type=int, default=30_000, help="inputs for the grammars of text, days and citations together"
    )
    parser.add_argument("--each", type=int, default=300, help="inputs for each container format")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    engine = Checker(Record.embedded(), Patterns.embedded())
    return min(1, campaign(engine, given.seed, given.text, given.each, lambda line: print(line, flush=True)))


if __name__ == "__main__":
    sys.exit(main())
