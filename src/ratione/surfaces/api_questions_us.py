"""Questions on United States law and history: how each is answered from its setting."""

from __future__ import annotations

import msgspec

import ratione

from . import api_types_us as types
from .api_params import Param
from .api_questions import paged, told_rows
from .api_setting import Setting
from .commands.ask_us_law import FACTS as US_FORMS

__all__ = ["ADMINISTRATIONS", "US_PARAMS"]

US_PARAMS = tuple(
    Param(name, US_FORMS.get(name.replace("_", "-"), name.replace("_", " ")))
    for name in ratione.UsFacts.__struct_fields__
    if name not in ("asked_on", "on")
)
ADMINISTRATIONS = ("clinton", "bush", "obama", "trump-1", "biden", "trump-2")


def us_law(setting: Setting) -> types.UsFindingAnswer:
    """A finding on United States law."""
    words = {param.name: setting.told[param.name] or "" for param in US_PARAMS}
    facts = ratione.UsFacts(**words, on=setting.on.isoformat())
    answered = ratione.us_law(
        setting.book.record,
        facts,
        asked_on=setting.asked_on,
        question=setting.told["question"],
        suppose=setting.lines,
    )
    plain = answered.to_dict() | {"record_version": setting.version}
    return msgspec.convert(plain, types.UsFindingAnswer)


def us_batch(setting: Setting) -> types.UsBatchAnswer:
    """Many questions on United States law."""
    rows = ratione.us_table(
        told_rows(setting.told),
        setting.book.record,
        asked_on=setting.asked_on,
        question=setting.told["question"],
        suppose=setting.lines,
    )
    items = [msgspec.convert(row | {"record_version": setting.version}, types.UsBatchItem) for row in rows]
    return types.UsBatchAnswer(
        record_version=setting.version,
        asked_on=setting.asked_on,
        errors=sum(row.answer == "error" for row in items),
        items=items,
    )


def measures(setting: Setting) -> types.MeasuresAnswer:
    """Measures of United States law with what is in force; of one activity where that is told."""
    law, on, activity = setting.law, setting.on, setting.told["activity"]
    book = setting.record.lawbook
    if activity and activity not in book.activities:
        raise ratione.FactError("activity", activity, "one of " + ", ".join(sorted(book.activities)))
    rows = []
    for code, row in sorted(book.measures.items(), key=lambda pair: (pair[1].start, pair[0])):
        if activity in (None, *row.activities):
            now = law.line("measure_in_force", code).at(on)
            rows.append(msgspec.convert(msgspec.to_builtins(row) | {"in_force": str(now.answer)}, types.MeasureItem))
    return types.MeasuresAnswer(
        record_version=setting.version, on=on, asked_on=setting.asked_on, **paged(rows, setting.told)
    )


def sanctions(setting: Setting) -> types.SanctionsAnswer:
    """Sanctions on a day."""
    shown = ratione.sanctions(setting.record, setting.on, asked_on=setting.asked_on, supposed=setting.keys)
    return msgspec.convert(shown.to_dict() | {"record_version": setting.version}, types.SanctionsAnswer)


def agreements(setting: Setting) -> types.AgreementsAnswer:
    """Non-surrender agreements."""
    plain = ratione.all_agreements(setting.record).to_dict()
    totals = msgspec.convert(plain["totals"], list[types.TotalItem])
    rows = msgspec.convert(plain["rows"], list[types.AgreementItem])
    return types.AgreementsAnswer(record_version=setting.version, totals=totals, **paged(rows, setting.told))


def agreement(setting: Setting) -> types.AgreementAnswer:
    """One state's agreement, waivers and aid law."""
    shown = ratione.agreements(setting.record, setting.told["state"], asked_on=setting.asked_on)
    known = {"record_version": setting.version, "asked_on": setting.asked_on.isoformat()}
    return msgspec.convert(shown.to_dict() | known, types.AgreementAnswer, strict=False)


def history_rows(setting: Setting) -> list[ratione.HistoryRow]:
    """The events, and statements where they are wanted, that the filters leave."""
    told = setting.told
    start, until = told["from"], told["until"]
    return ratione.us_timeline(
        setting.record,
        **{name: told[name] or "" for name in ("administration", "kind", "actor", "stance")},
        start=start.isoformat() if start else "",
        until=until.isoformat() if until else "",
        statements=bool(told["statements"]),
    )


def history(setting: Setting) -> types.HistoryAnswer:
    """The history of the United States and the Court."""
    return types.HistoryAnswer(record_version=setting.version, **paged(history_rows(setting), setting.told))


def administration(setting: Setting) -> types.AdministrationAnswer:
    """The page of prose on an administration."""
    name = setting.told["administration"]
    if name not in ADMINISTRATIONS:
        raise ratione.FactError("administration", name, "one of " + ", ".join(ADMINISTRATIONS))
    return types.AdministrationAnswer(
        record_version=setting.version, administration=name, prose=ratione.profile_text(setting.record, name)
    )
