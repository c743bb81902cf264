"""What no single file of United States law can show: every code names something, and nothing lifts itself."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ..errors import near
from .debate import debate_faults
from .measure import Lawbook, Measure, When
from .profile import profile_faults
from .record import Record

__all__ = ["lawbook_faults", "rings"]

FOLDER = "united-states"


def lawbook_faults(record: Record) -> Iterator[str]:
    """A fault for each unknown code and each ring of measures that lift each other."""
    book = record.lawbook
    for code, measure in book.measures.items():
        where = f"{FOLDER}/measures/{code}.toml"
        yield from demand_faults(where, measure)
        for field, found, known in named(record, measure):
            yield from unknown(where, field, found, known)
        for name, tables in (("when", measure.when), ("except", measure.limits)):
            for count, table in enumerate(tables, 1):
                yield from table_faults(record, f"{where}, {name} {count}", measure, table)
    for code, listing in book.listings.items():
        yield from unknown(f"{FOLDER}/listings/{code}.toml", "measure", (listing.measure,), book.measures)
    for code, waiver in book.waivers.items():
        yield from unknown(f"{FOLDER}/waivers/{code}.toml", "power", (waiver.power,), book.measures)
    for code, alliance in book.alliances.items():
        states = [member.state for member in alliance.members]
        yield from unknown(f"{FOLDER}/alliances/{code}.toml", "state", states, record.states)
    yield from profile_faults(record.history.profiles, record.history.events, dict(record.sources))
    cited: dict[str, Container[str]] = {
        "": record.history.statements,
        "source": record.sources,
        "point": record.disputes,
        "measure": book.measures,
        "council": {code.lower() for code in record.council},
    }
    yield from debate_faults(record.history.debates, record.history.events, cited)
    yield from (
        f"debates/{code}.md: a contested point has that code"
        for code in record.history.debates
        if code in record.disputes
    )
    for ring in rings(book):
        names = " lifts ".join(f'"{code}"' for code in (*ring, ring[0]))
        yield f"{FOLDER}/measures/{ring[0]}.toml: a ring of measures: {names}; say which of them yields"


def demand_faults(where: str, measure: Measure) -> Iterator[str]:
    """A fault where a duty does not say what it demands, or where what is no duty says it."""
    if measure.effect == "requires" and measure.demands is None:
        yield f'{where}: field "demands": a duty says what it demands: "activity", "restraint" or "other"'
    if measure.effect != "requires" and measure.demands is not None:
        yield f'{where}: field "demands": only of a duty; the effect is "{measure.effect}"'


def named(record: Record, measure: Measure) -> list[tuple[str, tuple[str, ...], Iterable[str]]]:
    """The fields of a measure that name something, with what they may name."""
    book = record.lawbook
    return [
        ("activities", measure.activities, book.activities),
        ("lifts", measure.lifts, book.measures),
        ("rewords", measure.rewords, book.measures),
        ("ends", tuple(end.measure for end in measure.ends), book.measures),
        ("covers", measure.covers, book.listings),
    ]


def table_faults(record: Record, where: str, measure: Measure, table: When) -> Iterator[str]:
    """The unknown codes of one table."""
    book = record.lawbook
    known = [code.code for group in book.conditions.values() for code in group.codes]
    yield from unknown(where, "activities", table.activities, measure.activities)
    yield from unknown(where, "of", table.of, record.crimes)
    yield from unknown(where, "situation", table.situation, record.situations)
    yield from unknown(where, "listed", table.listed, book.measures)
    yield from unknown(where, "point", (table.point,) if table.point else (), record.disputes)
    for field in ("given", "one_of", "said", "said_one", "lacks", "unless"):
        for code in getattr(table, field):
            plain = code.removeprefix("no-") if code not in known else code
            if plain not in known and plain.partition(":")[0] + ":" not in known:
                yield from unknown(where, field, (code,), known)


def unknown(where: str, field: str, found: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """A fault for each code that is not known, with the nearest one."""
    names = list(known)
    for code in found:
        if code not in names:
            nearest = near(code, names)
            yield f'{where}: field "{field}": unknown "{code}"' + (f'; did you mean "{nearest}"?' if nearest else "")


def rings(book: Lawbook) -> list[tuple[str, ...]]:
    """Every ring of measures that lift each other, each once, from its first code in the alphabet."""
    found: set[tuple[str, ...]] = set()
    done: set[str] = set()

    def follow(code: str, path: tuple[str, ...]) -> None:
        if code in path:
            ring = path[path.index(code) :]
            first = ring.index(min(ring))
            found.add(ring[first:] + ring[:first])
            return
        if code in done or code not in book.measures:
            return
        for lifted in book.measures[code].lifts:
            follow(lifted, (*path, code))
        done.add(code)

    for code in sorted(book.measures):
        follow(code, ())
    return sorted(found)
