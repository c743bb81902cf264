"""Questions: how each question of the HTTP API and of MCP is answered from a book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

import ratione
from ratione import checker

from . import api_types as types
from .api_params import Param, Told
from .site.book import Book

__all__ = ["FACT_PARAMS", "GROUP", "INSTRUMENT", "MOST_ROWS", "US_PARAMS"]


INSTRUMENT = Param("instrument", "an instrument by code", example="rome-statute", default="rome-statute", most=60)
GROUP = Param("group", "a regional group", choices=("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"))
FACT_PARAMS = tuple(
    Param(kind.name, f"{kind.meaning}; not given: {kind.presumed or 'unknown'}")
    for kind in ratione.FACTS
    if kind.name != "asked_on"
)
US_PARAMS = tuple(
    Param(name, name.replace("_", " ")) for name in ratione.UsFacts.__struct_fields__ if name not in ("asked_on", "on")
)


def paged(rows: Sequence[Any], told: Told) -> dict[str, Any]:
    """The rows of one page with the total."""
    offset = told["offset"]
    return {"total": len(rows), "offset": offset, "items": list(rows[offset : offset + told["limit"]])}


def found(book: Book, kind: str, word: str, known: Any) -> str:
    """The code that a word names, or a :class:`ratione.FactError` with what is near."""
    for code in (word, word.upper(), word.lower()):
        if code in known:
            return str(code)
    near = [thing.code for thing in ratione.found_things(book.record, word, 20) if thing.kind == kind]
    raise ratione.FactError(kind, word, f"a {kind} of the record, by code", hint=near[0] if near else None)


def record(book: Book, told: Told) -> types.RecordAnswer:
    """What the record holds."""
    held = book.record
    return types.RecordAnswer(
        record_version=held.version,
        package_version=ratione.__version__,
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


def law_of(book: Book, told: Told) -> ratione.Law:
    """The law as known on the day told."""
    return book.law(told.day("asked_on", book.today()))


def states(book: Book, told: Told) -> types.StandingsAnswer:
    """How every state stands."""
    law, on = law_of(book, told), told.day("on", book.today())
    code = found(book, "instrument", told["instrument"], book.record.instruments)
    rows = [row for row in ratione.standings(law, code, on) if told["group"] in (None, row.group)]
    return types.StandingsAnswer(
        record_version=book.record.version, instrument=code, on=on, asked_on=law.asked_on, **paged(rows, told)
    )


def state(book: Book, told: Told) -> ratione.StatePage:
    """Everything about one state."""
    return ratione.state_page(law_of(book, told), book.names.state(told["state"]), told.day("on", book.today()))


def reach(book: Book, told: Told) -> types.ReachAnswer:
    """What a state's link lets the Court reach."""
    law, on, code = law_of(book, told), told.day("on", book.today()), book.names.state(told["state"])
    rows = ratione.reach_of(law, code, on)
    return types.ReachAnswer(record_version=book.record.version, state=code, on=on, asked_on=law.asked_on, items=rows)


def parties(book: Book, told: Told) -> types.PartiesAnswer:
    """Who is a party on a day, with what is supposed."""
    law, on = law_of(book, told), told.day("on", book.today())
    code = found(book, "instrument", told["instrument"], book.record.instruments)
    lines = told.words("suppose")
    if lines:
        supposed = ratione.suppose(book.record, book.names, lines)
        law = ratione.Law(supposed.record, law.asked_on, supposed.keys)
    wanted = "bound" if book.record.instruments[code].kind == "amendment" else "party"
    rows = [
        row for row in ratione.standings(law, code, on) if row.status == wanted and told["group"] in (None, row.group)
    ]
    sure = [row for row in rows if row.answer == "yes"]
    return types.PartiesAnswer(
        record_version=book.record.version,
        instrument=code,
        on=on,
        asked_on=law.asked_on,
        count=len(sure),
        open_count=len(rows) - len(sure),
        signatures=ratione.instrument_page(law, code, on).signatures,
        explained=ratione.counts_text(law, code, on),
        parties=sure,
        open=[row for row in rows if row.answer == "open"],
        supposed=lines,
    )


def spans(book: Book, told: Told) -> types.SpansAnswer:
    """Derived spans of one state or all."""
    law = law_of(book, told)
    instrument = found(book, "instrument", told["instrument"], book.record.instruments) if told["instrument"] else ""
    state = book.names.state(told["state"]) if told["state"] else ""
    rows = [
        {
            "iso3": row.iso3,
            "instrument": row.instrument,
            "status": row.status,
            "from": row.start,
            "until": row.until,
            "answer": str(row.answer),
            "because": list(row.because),
            "article": row.article,
            "weak": row.weak,
        }
        for row in ratione.spans(law, instrument)
        if state in ("", row.iso3)
    ]
    return types.SpansAnswer(record_version=book.record.version, asked_on=law.asked_on, **paged(rows, told))


def instruments(book: Book, told: Told) -> types.InstrumentsAnswer:
    """Instruments with their numbers."""
    law, on = law_of(book, told), told.day("on", book.today())
    rows = []
    for code, row in book.record.instruments.items():
        now = [str(span.answer) for _, span in ratione.parties(law, code, on)]
        rows.append(
            {
                "code": code,
                "name": row.name,
                "kind": row.kind,
                "adopted": row.adopted,
                "parties": now.count("yes"),
                "open": now.count("open"),
            }
        )
    return types.InstrumentsAnswer(record_version=book.record.version, on=on, **paged(rows, told))


def instrument(book: Book, told: Told) -> ratione.InstrumentPage:
    """One instrument."""
    code = found(book, "instrument", told["code"], book.record.instruments)
    return ratione.instrument_page(law_of(book, told), code, told.day("on", book.today()))


def situations(book: Book, told: Told) -> types.SituationsAnswer:
    """Every situation."""
    rows = [ratione.situation_page(book.record, code) for code in book.record.situations]
    return types.SituationsAnswer(record_version=book.record.version, **paged(rows, told))


def situation(book: Book, told: Told) -> ratione.SituationPage:
    """One situation."""
    return ratione.situation_page(book.record, found(book, "situation", told["code"], book.record.situations))


def debates(book: Book, told: Told) -> types.DebatesAnswer:
    """Every contested point."""
    law = law_of(book, told)
    rows = [ratione.debate_page(law, code) for code in book.record.disputes]
    return types.DebatesAnswer(record_version=book.record.version, asked_on=law.asked_on, **paged(rows, told))


def debate(book: Book, told: Told) -> ratione.DebatePage:
    """One contested point."""
    return ratione.debate_page(law_of(book, told), found(book, "debate", told["code"], book.record.disputes))


def limbs(book: Book, told: Told) -> types.LimbsAnswer:
    """Every limb."""
    rows = [ratione.limb_page(book.record, limb.name) for limb in ratione.rule_limbs()]
    return types.LimbsAnswer(record_version=book.record.version, **paged(rows, told))


def limb(book: Book, told: Told) -> ratione.LimbPage:
    """One limb."""
    known = {limb.name for limb in ratione.rule_limbs()}
    return ratione.limb_page(book.record, found(book, "limb", told["name"], known))


def sources(book: Book, told: Told) -> types.SourcesAnswer:
    """Every source."""
    rows = [msgspec.to_builtins(row) for row in book.record.sources.values()]
    return types.SourcesAnswer(record_version=book.record.version, **paged(rows, told))


def source(book: Book, told: Told) -> ratione.SourcePage:
    """One source with what rests on it."""
    return ratione.source_page(book.record, found(book, "source", told["code"], book.record.sources))


def changes(book: Book, told: Told) -> types.ChangesAnswer:
    """What changed between two days."""
    today = book.today()
    first, last = told.day("from", date(today.year - 1, today.month, min(today.day, 28))), told.day("to", today)
    rows = ratione.changes_between(law_of(book, told), first, last)
    return types.ChangesAnswer(record_version=book.record.version, start=first, to=last, **paged(rows, told))


def search(book: Book, told: Told) -> types.SearchAnswer:
    """Things by name."""
    rows = ratione.found_things(book.record, told["q"], 200)
    return types.SearchAnswer(record_version=book.record.version, query=told["q"], **paged(rows, told))


def jurisdiction(book: Book, told: Told) -> types.FindingAnswer:
    """A finding on jurisdiction."""
    facts = ratione.Facts(**{param.name: told[param.name] or "" for param in FACT_PARAMS})
    asked_on, lines = told.day("asked_on", book.today()), told.words("suppose")
    law = None if lines else book.law(asked_on)
    answered = ratione.jurisdiction(facts, book.record, asked_on=asked_on, law=law, suppose=lines)
    plain = answered.to_dict()
    if told["timeline"]:
        plain["timeline"] = ratione.timeline_dict(answered)
    if lines:
        before = ratione.jurisdiction(facts, book.record, asked_on=asked_on)
        plain |= {"supposed": lines, "without_supposition": str(before.answer), "record_version": book.record.version}
    return msgspec.convert(plain, types.FindingAnswer)


def batch(book: Book, told: Told) -> types.BatchAnswer:
    """Many questions on jurisdiction."""
    asked_on = told.day("asked_on", book.today())
    body: types.BatchBody = told["body"]
    if not 1 <= len(body.rows) <= MOST_ROWS:
        raise ratione.FactError("rows", str(len(body.rows)), f"1 to {MOST_ROWS} rows")
    for row in body.rows:
        if any(len(word) > 400 for pair in row.items() for word in pair):
            raise ratione.FactError("rows", "a long word", "at most 400 letters a word")
    rows = list(ratione.answer_table(body.rows, book.record, asked_on=asked_on))
    return types.BatchAnswer(record_version=book.record.version, asked_on=asked_on, items=rows)


MOST_ROWS = 100


def us_law(book: Book, told: Told) -> types.UsFindingAnswer:
    """A finding on United States law."""
    asked_on = told.day("asked_on", book.today())
    words = {param.name: told[param.name] or "" for param in US_PARAMS}
    facts = ratione.UsFacts(**words, on=told.day("on", book.today()).isoformat())
    answered = ratione.us_law(
        book.record, facts, asked_on=asked_on, question=told["question"], suppose=told.words("suppose")
    )
    plain = answered.to_dict() | {"record_version": book.record.version}
    return msgspec.convert(plain, types.UsFindingAnswer)


def measures(book: Book, told: Told) -> types.MeasuresAnswer:
    """Measures of United States law with what is in force."""
    law, on = law_of(book, told), told.day("on", book.today())
    rows = []
    for code, row in sorted(book.record.lawbook.measures.items(), key=lambda pair: (pair[1].start, pair[0])):
        now = law.line("measure_in_force", code).at(on)
        rows.append(msgspec.to_builtins(row) | {"in_force": str(now.answer)})
    return types.MeasuresAnswer(record_version=book.record.version, on=on, **paged(rows, told))


def sanctions(book: Book, told: Told) -> types.SanctionsAnswer:
    """Sanctions on a day."""
    shown = ratione.sanctions(book.record, told.day("on", book.today()), asked_on=law_of(book, told).asked_on)
    return msgspec.convert(shown.to_dict(), types.SanctionsAnswer)


def agreements(book: Book, told: Told) -> types.AgreementsAnswer:
    """Non-surrender agreements."""
    plain = ratione.all_agreements(book.record).to_dict()
    rows = paged(plain["rows"], told)
    return types.AgreementsAnswer(record_version=book.record.version, totals=plain["totals"], **rows)


def history(book: Book, told: Told) -> types.HistoryAnswer:
    """The history of the United States and the Court."""
    filters = {name: told[name] or "" for name in ("administration", "kind", "actor", "stance")}
    start, until = told["from"], told["until"]
    rows = ratione.us_timeline(
        book.record,
        **filters,
        start=start.isoformat() if start else "",
        until=until.isoformat() if until else "",
        statements=bool(told["statements"]),
    )
    return types.HistoryAnswer(record_version=book.record.version, **paged([row.to_dict() for row in rows], told))


def check(book: Book, told: Told) -> types.CheckAnswer:
    """A document beside the record."""
    body: types.CheckBody = told["body"]
    kept = book.__dict__
    if "checker" not in kept:
        kept["checker"] = checker.Checker(book.record, checker.Patterns.embedded())
    written = ratione.read_day(body.written_on, field="written_on") if body.written_on else None
    report = kept["checker"].check(
        body.text, name=body.name[-120:] or "document.md", today=book.today(), written_on=written
    )
    return msgspec.convert(report.to_dict(), types.CheckAnswer)
