"""Makes the two documents that are no text: a PDF and a Word file, each from its words, with the standard library only.

usage: python tests/documents/make.py
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).parent
PDF_LINES = """Report on ratification, 14 May 2019

Canada signed the Rome Statute on 18 December 1998 and ratified
it on 7 July 2000. Costa Rica ratified the Rome Statute on 30 January
2001. The Arms Trade Treaty entered into force in 2014.

The United Kingdom, a State Party to the Rome Statute, ratified on
4 October 2001.""".splitlines()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page, its text compressed, every line where the last one ended."""
    shown = "BT /F1 11 Tf 14 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    packed = zlib.compress(shown.encode("latin-1"), 9)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Report on ratification) /CreationDate (D:20190514120000Z) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    return (
        out
        + head
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    )


def paragraph(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(path: Path) -> None:
    """A Word file with a heading, two paragraphs and a table."""
    rows = [("State", "Succession", "Entry into force"), ("Montenegro", "23 October 2006", "3 June 2006")]
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    body = (
        paragraph("Brief on Latin America", "Heading1")
        + paragraph(
            "Brazil signed the Rome Statute on 7 February 2000 and deposited its instrument of ratification on 20 June 2002."
        )
        + paragraph("The Statute entered into force for Brazil on 1 July 2002. Brazil may ratify the amendments next.")
        + f"<w:tbl>{cells}</w:tbl>"
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    )
    core = (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="urn:x" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:modified>2018-02-03T10:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (("word/document.xml", document), ("docProps/core.xml", core)):
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    (HERE / "report-pdf.pdf").write_bytes(pdf(PDF_LINES))
    docx(HERE / "brief-docx.docx")
