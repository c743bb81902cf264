"""PDF in, text out, page by page; an encrypted, broken or swollen file is an error that says so."""

from __future__ import annotations

import io
import logging

import pypdf
from pypdf.errors import LimitReachedError, PyPdfError

from ..errors import InputError
from .page import Drawn, Stamp

__all__ = ["read"]

PAGES = 1_000
SIGNS = 4_000_000
CONTENT = 2_000_000
"""Bytes of the content of one page, as packed; drawings may have more, text has not."""
PARTS = 10_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(raw: bytes, name: str) -> Drawn:
    """The text of a PDF file."""
    drawn = Drawn()
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name}: the PDF is encrypted; save a copy without a password and check that")
        described(reader, drawn)
        paged(reader, drawn, name)
    except InputError:
        raise
    except LimitReachedError:
        raise InputError(
            f"{name}: the PDF swells beyond what is read of one; export it anew or give its text"
        ) from None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        AssertionError,
        NotImplementedError,
        ArithmeticError,
        MemoryError,
        LookupError,
    ) as fault:
        raise InputError(
            f"{name}: cannot be read as PDF ({type(fault).__name__}); export it anew or give its text"
        ) from None
    return drawn


def described(reader: pypdf.PdfReader, drawn: Drawn) -> None:
    """The title and the days that the file gives as its own; a day of making is not sure to be that of the text."""
    about = reader.metadata
    if about is None:
        return
    drawn.title = str(about.get("/Title") or "")[:300]
    for key in ("/ModDate", "/CreationDate"):
        found = str(about.get(key) or "")
        digits = found.removeprefix("D:")[:8]
        if len(digits) == 8 and digits.isascii() and digits.isdigit():
            drawn.stamps.append(Stamp(f"PDF {key[1:]}", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", False))


def packed(page: pypdf.PageObject) -> int:
    """How many bytes the content of a page has in the file, before anything is unpacked."""
    content = page.get("/Contents")
    found = content.get_object() if content is not None else None
    parts = found if isinstance(found, list) else [found]
    return sum(len(getattr(part.get_object(), "_data", b"")) for part in parts[:PARTS] if part is not None)


def paged(reader: pypdf.PdfReader, drawn: Drawn, name: str) -> None:
    """The text of each page, as far as the bounds reach."""
    for count, page in enumerate(reader.pages, 1):
        if count > PAGES:
            drawn.faults.append(f"only the first {PAGES} pages were read")
            return
        if packed(page) > CONTENT:
            drawn.faults.append(f"page {count} was not read: its content has more than {CONTENT} bytes")
            continue
        text = page.extract_text() or ""
        if drawn.length + len(text) > SIGNS:
            drawn.faults.append(f"only the first {count - 1} pages were read: the text is longer than {SIGNS} signs")
            return
        drawn.write(text + "\n\f\n")
    if not drawn.text.strip():
        why = (
            "; ".join(drawn.faults[:3])
            or "the PDF holds no text (scanned pages?); run a text recognition over it first"
        )
        raise InputError(f"{name}: {why}")
