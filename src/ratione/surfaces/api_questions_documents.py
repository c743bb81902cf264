"""Questions on documents: read, compared with the record, and forgotten."""

from __future__ import annotations

import binascii
from base64 import b64decode

import msgspec

import ratione
from ratione import checker

from . import api_types_finding as types
from .api_setting import Setting

__all__ = ["LARGEST_DOCUMENT", "MOST_DOCUMENTS", "report_of"]

LARGEST_DOCUMENT = 1_400_000
MOST_DOCUMENTS = 20


def check(setting: Setting) -> types.CheckAnswer:
    """A document beside the record."""
    return shown(report_of(setting, setting.told["body"])[0])


def report_of(setting: Setting, body: types.CheckBody) -> tuple[checker.Report, bytes]:
    """The report on a document, with its bytes."""
    raw = bytes_of(body)
    written = ratione.read_day(body.written_on, field="written_on") if body.written_on else None
    name = body.name[-120:] or "document.md"
    reader = setting.book.once(("checker",), lambda: checker.Checker(setting.book.record, checker.Patterns.embedded()))
    report: checker.Report = reader.check(raw, name=name, today=setting.asked_on, written_on=written)
    return report, raw


def bytes_of(body: types.CheckBody) -> bytes:
    """The bytes of a document that was told as text or in base64."""
    if bool(body.text) == bool(body.base64):
        raise ratione.FactError("text", "both" if body.text else "neither", "a text, or bytes as base64")
    if not body.base64:
        return body.text.encode(errors="replace")
    try:
        raw = b64decode(body.base64, validate=True)
    except (binascii.Error, ValueError):
        raise ratione.FactError("base64", body.base64[:20], "bytes written in base64") from None
    if len(raw) > LARGEST_DOCUMENT:
        raise ratione.FactError("base64", f"{len(raw)} bytes", f"at most {LARGEST_DOCUMENT} bytes")
    return raw


def shown(report: checker.Report) -> types.CheckAnswer:
    """A report in the type of its answer."""
    plain = report.to_dict()
    plain["record_version"] = plain.pop("record")
    return msgspec.convert(plain, types.CheckAnswer)


def checks(setting: Setting) -> types.ChecksAnswer:
    """Several documents, each with its report or with what is wrong with it."""
    bodies = setting.told["body"].documents
    if not 1 <= len(bodies) <= MOST_DOCUMENTS:
        raise ratione.FactError("documents", str(len(bodies)), f"1 to {MOST_DOCUMENTS} documents")
    items = []
    for body in bodies:
        try:
            items.append(types.CheckItem(name=body.name, report=shown(report_of(setting, body)[0]), error=""))
        except ratione.InputError as fault:
            items.append(types.CheckItem(name=body.name, report=None, error=str(fault)))
    return types.ChecksAnswer(
        record_version=setting.version,
        today=setting.asked_on,
        errors=sum(bool(one.error) for one in items),
        items=items,
    )


def propose(setting: Setting) -> types.ProposalsAnswer:
    """The acts that a document tells and the record does not hold."""
    report, _ = report_of(setting, setting.told["body"])
    return types.ProposalsAnswer(
        record_version=setting.version, today=setting.asked_on, proposals=checker.proposals(report)
    )
