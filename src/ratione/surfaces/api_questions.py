"""Questions on the record and the Court: how each is answered from its setting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import asdict

import ratione
from ratione import columns

from . import api_types as types
from . import api_types_finding as findings
from .api_params import Param, Told
from .api_setting import Setting
from .commands.ask_jurisdiction import FACTS as FACT_FORMS

__all__ = ["FACT_PARAMS", "GROUP", "INSTRUMENT", "MOST_ROWS", "paged"]

MOST_ROWS = 100
INSTRUMENT = Param(
    "instrument", "an instrument by code or name", example="rome-statute", default="rome-statute", most=200
)
GROUP = Param("group", "a regional group", choices=("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"))
FACT_PARAMS = tuple(
    Param(kind.name, f"{FACT_FORMS[kind.name.replace('_', '-')]}; not told: {kind.presumed or 'unknown'}")
    for kind in ratione.FACTS
    if kind.name != "asked_on"
)


def paged(rows: Sequence[Any], told: Told) -> dict[str, Any]:
    """The rows of one page, with how many there are and where the next page begins."""
    offset = told["offset"] or 0
    last = offset + (told["limit"] or (100 if told.form == "json" else len(rows)))
    return {
        "total": len(rows),
        "offset": offset,
        "next_offset": last if last < len(rows) else None,
        "items": list(rows[offset:last]),
    }


def found(setting: Setting, kind: str, word: str, known: Any) -> str:
    """The code that a word names, whatever its case, or a :class:`ratione.FactError` with what is near."""
    for code in (word, word.upper(), word.lower()):
        if code in known:
            return str(code)
    near = [thing.code for thing in ratione.found_things(setting.book.record, word, 20) if thing.kind == kind]
    raise ratione.FactError(kind, word, f"a {kind} of the record, by code", hint=near[0] if near else None)


def instrument_code(setting: Setting, word: str) -> str:
    """The code of the instrument that a code or name means."""
    rows = setting.record.instruments
    names = {ratione.folded(name): code for code, row in rows.items() for name in (row.short, row.name, *row.also)}
    return names.get(ratione.folded(word)) or found(setting, "instrument", word, rows)


def record(setting: Setting) -> types.RecordAnswer:
    """What the record holds."""
    held = setting.book.record
    return types.RecordAnswer(
        record_version=held.version,
        package_version=ratione.__version__,
        versions=setting.shelf.versions(),
        begins=held.begins,
        day=held.day,
        states=len(held.states),
        acts=len(held.acts),
        situations=len(held.situations),
        debates=len(held.disputes),
        sources=len(held.sources),
        measures=len(held.lawbook.measures),
        events=len(held.history.events),
    )


def states(setting: Setting) -> types.StandingsAnswer:
    """How every state stands."""
    told, code = setting.told, instrument_code(setting, setting.told["instrument"])
    rows = [row for row in ratione.standings(setting.law, code, setting.on) if told["group"] in (None, row.group)]
    return types.StandingsAnswer(
        record_version=setting.version, instrument=code, on=setting.on, asked_on=setting.asked_on, **paged(rows, told)
    )


def state(setting: Setting) -> types.StateAnswer:
    """Everything about one state."""
    code = setting.names.state(setting.told["state"])
    page = asdict(ratione.state_page(setting.law, code, setting.on)) | {"record_version": setting.version}
    beside = ratione.relationship_dict(setting.law, code, setting.on)
    return types.StateAnswer(**page, relationship=msgspec.convert(beside, list[types.RelationItem]))


def reach(setting: Setting) -> types.ReachAnswer:
    """What a state's link lets the Court reach."""
    code = setting.names.state(setting.told["state"])
    rows = ratione.reach_of(setting.law, code, setting.on)
    return types.ReachAnswer(
        record_version=setting.version, state=code, on=setting.on, asked_on=setting.asked_on, items=rows
    )


def parties(setting: Setting) -> types.PartiesAnswer:
    """Who is a party on a day."""
    law, on, code = setting.law, setting.on, instrument_code(setting, setting.told["instrument"])
    rows = [party(law, *row) for row in ratione.parties(law, code, on, setting.told["group"] or "")]
    sure = [row for row in rows if row.answer == "yes"]
    return types.PartiesAnswer(
        record_version=setting.version,
        instrument=code,
        on=on,
        asked_on=setting.asked_on,
        count=len(sure),
        open_count=len(rows) - len(sure),
        signatures=ratione.instrument_page(law, code, on).signatures,
        explained=ratione.counts_text(law, code, on),
        parties=sure,
        open=[row for row in rows if row.answer == "open"],
    )


def party(law: ratione.Law, code: str, row: ratione.SpanRow) -> types.PartyItem:
    """A party with the acts by which it is one, and their sources."""
    acts = (law.record.row(key) for key in row.because)
    sources = dict.fromkeys(source for act in acts if act is not None for source in act.sources)
    return types.PartyItem(
        code=code,
        name=law.record.states[code].name,
        group=law.record.states[code].group,
        since=row.start,
        until=row.until,
        answer=str(row.answer),  # type: ignore[arg-type]
        because=list(row.because),
        article=row.article,
        weak=row.weak,
        sources=list(sources),
    )


def spans(setting: Setting) -> types.SpansAnswer:
    """Derived spans of one state or all."""
    told = setting.told
    instrument = instrument_code(setting, told["instrument"]) if told["instrument"] else ""
    state = setting.names.state(told["state"]) if told["state"] else ""
    rows = [
        types.SpanItem(
            iso3=row.iso3,
            instrument=row.instrument,
            status=row.status,
            start=row.start,
            until=row.until,
            answer=str(row.answer),  # type: ignore[arg-type]
            because=list(row.because),
            article=row.article,
            weak=row.weak,
        )
        for row in ratione.spans(setting.law, instrument)
        if state in ("", row.iso3)
    ]
    return types.SpansAnswer(record_version=setting.version, asked_on=setting.asked_on, **paged(rows, told))


def instruments(setting: Setting) -> types.InstrumentsAnswer:
    """Instruments with their numbers."""
    law, on, rows = setting.law, setting.on, []
    for code, row in setting.record.instruments.items():
        now = [str(span.answer) for _, span in ratione.parties(law, code, on)]
        rows.append(
            types.InstrumentItem(
                code=code,
                name=row.name,
                kind=row.kind,
                adopted=row.adopted,
                parties=now.count("yes"),
                open=now.count("open"),
            )
        )
    return types.InstrumentsAnswer(
        record_version=setting.version, on=on, asked_on=setting.asked_on, **paged(rows, setting.told)
    )


def instrument(setting: Setting) -> types.InstrumentAnswer:
    """One instrument."""
    code = instrument_code(setting, setting.told["code"])
    page = asdict(ratione.instrument_page(setting.law, code, setting.on)) | {"record_version": setting.version}
    return types.InstrumentAnswer(**page, asked_on=setting.asked_on)


def situations(setting: Setting) -> types.SituationsAnswer:
    """Every situation."""
    rows = [ratione.situation_page(setting.record, code) for code in setting.record.situations]
    return types.SituationsAnswer(record_version=setting.version, **paged(rows, setting.told))


def situation(setting: Setting) -> types.SituationAnswer:
    """One situation."""
    code = ratione.situation_named(setting.record, setting.told["code"])
    page = asdict(ratione.situation_page(setting.record, code)) | {"record_version": setting.version}
    rests_on = ratione.rests_on(setting.law, code, setting.on)
    return types.SituationAnswer(**page, on=setting.on, asked_on=setting.asked_on, rests_on=rests_on)


def debates(setting: Setting) -> types.DebatesAnswer:
    """Every contested point."""
    rows = [msgspec.structs.replace(debate_page(setting, code)) for code in setting.record.disputes]
    return types.DebatesAnswer(record_version=setting.version, asked_on=setting.asked_on, **paged(rows, setting.told))


def debate_page(setting: Setting, code: str) -> ratione.DebatePage:
    """A contested point under the version of the record itself, whatever is supposed."""
    return msgspec.structs.replace(ratione.debate_page(setting.law, code), record_version=setting.version)


def debate(setting: Setting) -> types.DebateAnswer:
    """One contested point."""
    page = debate_page(setting, ratione.debate_named(setting.record, setting.told["code"]))
    return types.DebateAnswer(**asdict(page))


def limbs(setting: Setting) -> types.LimbsAnswer:
    """Every limb."""
    rows = [ratione.limb_page(setting.record, limb.name) for limb in ratione.rule_limbs()]
    return types.LimbsAnswer(record_version=setting.version, **paged(rows, setting.told))


def limb(setting: Setting) -> ratione.LimbPage:
    """One limb."""
    known = {limb.name for limb in ratione.rule_limbs()}
    return ratione.limb_page(setting.record, found(setting, "limb", setting.told["name"], known))


def codes(setting: Setting) -> types.CodesAnswer:
    """What country codes mean."""
    told, day = setting.told, setting.told["on"]
    rows = [
        types.CodeItem(
            scheme=scheme,
            code=entry.code,
            name=entry.name,
            means=entry.means or None,
            start=entry.start,
            until=entry.until,
            sources=list(entry.sources or of.sources),
            weak=entry.weak or of.weak,
            note=entry.note,
        )
        for scheme, entry, of in columns.codes(
            setting.record, told["code"] or "", told["scheme"] or "", told["place"] or ""
        )
        if day is None or ((entry.start is None or entry.start <= day) and (entry.until is None or day < entry.until))
    ]
    return types.CodesAnswer(record_version=setting.version, **paged(rows, told))


def sources(setting: Setting) -> types.SourcesAnswer:
    """Every source."""
    rows = [
        msgspec.convert(msgspec.to_builtins(row), types.SourceItem, strict=False)
        for row in setting.record.sources.values()
    ]
    return types.SourcesAnswer(record_version=setting.version, **paged(rows, setting.told))


def source(setting: Setting) -> ratione.SourcePage:
    """One source with what rests on it."""
    return ratione.source_page(setting.record, found(setting, "source", setting.told["code"], setting.record.sources))


def changes(setting: Setting) -> types.ChangesAnswer:
    """What changed between two days."""
    last = setting.told.day("to", setting.asked_on)
    first = setting.told.day("from", date(last.year - 1, last.month, min(last.day, 28)))
    rows = ratione.changes_between(setting.law, first, last)
    return types.ChangesAnswer(
        record_version=setting.version, start=first, to=last, asked_on=setting.asked_on, **paged(rows, setting.told)
    )


def search(setting: Setting) -> types.SearchAnswer:
    """Things by name."""
    rows = ratione.found_things(setting.record, setting.told["q"], 200)
    return types.SearchAnswer(record_version=setting.version, query=setting.told["q"], **paged(rows, setting.told))


def jurisdiction(setting: Setting) -> findings.FindingAnswer:
    """A finding on jurisdiction; the whole tree of reasons and the timeline where they are wanted."""
    told = setting.told
    facts = ratione.Facts(**{param.name: told[param.name] or "" for param in FACT_PARAMS})
    law = None if setting.lines else setting.law
    answered = ratione.jurisdiction(
        facts, setting.book.record, asked_on=setting.asked_on, law=law, suppose=setting.lines
    )
    plain = answered.to_dict() | {"record_version": setting.version}
    if told["timeline"]:
        plain["timeline"] = ratione.timeline_dict(answered)
    if told["tree"]:
        plain["tree"] = msgspec.to_builtins(ratione.reasons_tree(answered))
    return msgspec.convert(plain, findings.FindingAnswer)


def batch(setting: Setting) -> findings.BatchAnswer:
    """Many questions on jurisdiction."""
    rows = list(
        ratione.answer_table(
            told_rows(setting.told), setting.book.record, asked_on=setting.asked_on, suppose=setting.lines
        )
    )
    items = [msgspec.convert(row | {"record_version": setting.version}, findings.BatchItem) for row in rows]
    return findings.BatchAnswer(
        record_version=setting.version,
        asked_on=setting.asked_on,
        errors=sum(row.answer == "error" for row in items),
        items=items,
    )


def told_rows(told: Told) -> list[dict[str, str]]:
    """The rows of a batch, bounded."""
    body: findings.BatchBody = told["body"]
    if not 1 <= len(body.rows) <= MOST_ROWS:
        raise ratione.FactError("rows", str(len(body.rows)), f"1 to {MOST_ROWS} rows")
    for row in body.rows:
        if any(len(word) > 400 for pair in row.items() for word in pair):
            raise ratione.FactError("rows", "a long word", "at most 400 letters a word")
    return body.rows
