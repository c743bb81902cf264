"""Events: the layouts of well-known event tables, recognised by their columns.

Layouts are from the codebooks; of the three only GED was run on real exports.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..errors import FactError, InputError, near
from .crosswalk import Codes

__all__ = ["FIELDS", "LAYOUTS", "Layout", "Mapped", "mapping_of", "read_map", "recognised"]

FIELDS = (
    "date", "date_end", "begin", "territory", "second_territory", "nationality", "actor", "crime", "specific_crime", "conflict",
    "age", "trigger", "referred_by", "operation", "latitude", "longitude", "precision",
)  # fmt: skip
"""What a column of a table may give."""


class Mapped(NamedTuple):
    """A column, and the scheme in which it writes countries, empty for names and ISO codes.

    Of a precision, the values at which coordinates are good enough to tell a place by, joined by a plus.
    """

    column: str
    scheme: str = ""


class Layout(NamedTuple):
    """A well-known table: the columns by which it is recognised, and what each column gives."""

    name: str
    needs: tuple[str, ...]
    columns: dict[str, Mapped]
    tried: str


LAYOUTS = (
    Layout(
        "UCDP GED",
        ("date_start", "country", "type_of_violence"),
        {
            "date": Mapped("date_start"),
            "date_end": Mapped("date_end"),
            "territory": Mapped("country", "ucdp"),
            "actor": Mapped("gwnoa", "gw"),
            "latitude": Mapped("latitude"),
            "longitude": Mapped("longitude"),
            "precision": Mapped("where_prec", "1+2+3"),
        },
        "run on extracts of GED 21.1 and 23.1",
    ),
    Layout(
        "ACLED",
        ("event_date", "event_type", "country"),
        {
            "date": Mapped("event_date"),
            "territory": Mapped("country", "acled"),
            "latitude": Mapped("latitude"),
            "longitude": Mapped("longitude"),
            "precision": Mapped("geo_precision", "1+2"),
        },
        "layout from the codebook, not run on an export",
    ),
    Layout(
        "GDELT events",
        ("SQLDATE", "ActionGeo_CountryCode"),
        {
            "date": Mapped("SQLDATE"),
            "territory": Mapped("ActionGeo_CountryCode", "fips"),
            "actor": Mapped("Actor1CountryCode", "cameo"),
            "latitude": Mapped("ActionGeo_Lat"),
            "longitude": Mapped("ActionGeo_Long"),
            "precision": Mapped("ActionGeo_Type", "3+4"),
        },
        "layout from the codebook, not run on an export",
    ),
)


def recognised(columns: Iterable[str]) -> Layout | None:
    """The layout that a table has, by the names of its columns."""
    held = set(columns)
    return next((layout for layout in LAYOUTS if held.issuperset(layout.needs)), None)


def read_map(text: str) -> dict[str, str]:
    """A mapping written on the command line.

    >>> read_map("date=day,territory=state:gw")
    {'date': 'day', 'territory': 'state:gw'}
    """
    found = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        field, equals, column = item.partition("=")
        if not equals or not column:
            raise FactError("map", item, "field=column, such as date=day or territory=country_id:gw")
        found[field.strip()] = column.strip()
    return found


def mapping_of(
    columns: Iterable[str], given: dict[str, str] | None, codes: Codes
) -> tuple[dict[str, Mapped], Layout | None]:
    """What each field is read from: the layout that was recognised, overlaid by what was given."""
    held = list(columns)
    layout = recognised(held)
    found = {field: of for field, of in layout.columns.items() if of.column in held} if layout else {}
    for field, word in (given or {}).items():
        if field not in FIELDS:
            raise FactError("map", field, "one of " + ", ".join(FIELDS), hint=near(field, FIELDS))
        found[field] = mapped_precision(word, held) if field == "precision" else mapped(word, held, codes)
    if "date" not in found or not {"territory", "nationality", "latitude"} & set(found):
        raise InputError(
            "the table is none that is recognised (UCDP GED, ACLED, GDELT); say what its columns are with "
            f"--map date=COLUMN,territory=COLUMN; it has: {', '.join(held[:40])}"
        )
    if ("latitude" in found) != ("longitude" in found):
        raise InputError(
            "the table's map has one of latitude and longitude; give both: --map latitude=COLUMN,longitude=COLUMN"
        )
    return found, layout


def mapped_precision(word: str, held: list[str]) -> Mapped:
    """A column that says how near coordinates are, with the values that are near enough."""
    column, colon, values = word.rpartition(":")
    if colon and values and column in held:
        return Mapped(column, values)
    raise FactError("map", word, "a column, a colon and the values that are precise enough: where_prec:1+2+3")


def mapped(word: str, held: list[str], codes: Codes) -> Mapped:
    """A column of the table, perhaps with the scheme of its codes."""
    if word in held:
        return Mapped(word)
    column, colon, scheme = word.rpartition(":")
    if colon and column in held:
        return Mapped(column, codes.scheme(scheme))
    raise FactError("map", word, "a column of the table: " + ", ".join(held[:40]), hint=near(word, held))
