"""Tag: every row of a table with what the Court may reach, by the same rule that answers one question.

>>> frame = pl.DataFrame({"day": ["2022-03-04", "2022-03-04"], "place": ["Ukraine", "Syria"]})
>>> tag(frame, map={"date": "day", "territory": "place"}).select("if_war_crime", "by_territory").rows()
[('yes', 'yes'), ('open', 'no')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..dates import Day
from ..errors import FactError, near
from ..record.record import Record
from ..timelines.law import Law
from .crosswalk import Codes
from .events import mapping_of
from .extras import pa, pl
from .plan import CRIMES, Plan, check_places, check_presume, wants
from .tagger import BESIDE, Tagger

__all__ = ["check_beside", "planned", "tag", "tagged_lazily", "tagger_for"]


def planned(
    record: Record,
    columns: Iterable[str],
    map: dict[str, str] | None = None,
    *,
    crimes: Iterable[str] = CRIMES,
    presume: str = "none",
    trigger: str = "",
    alone: bool = True,
    asked_on: Day | None = None,
    places: str = "finer",
) -> Plan:
    """What is asked of the rows of a table with these columns; ``alone`` for what the place alone gives, too."""
    mapping, layout = mapping_of(columns, map, Codes(record))
    nationality = check_presume(presume.removeprefix("nationality="))
    asked = wants(record, crimes, trigger=trigger, coded="crime" in mapping)
    if not alone:
        asked = tuple(want for want in asked if not want.stateless)
    said = f"{layout.name} ({layout.tried})" if layout else ""
    return Plan(mapping, asked, nationality, asked_on or record.day, said, check_places(places))


def tagger_for(
    record: Record | None, columns: Iterable[str], map: dict[str, str] | None = None, **options: Any
) -> Tagger:
    """What tags the batches of a table with these columns."""
    record = record or Record.embedded()
    beside = options.pop("beside", BESIDE)
    plan = planned(record, columns, map, **options)
    return Tagger(Law(record, plan.asked_on), plan, beside=check_beside(beside))


def check_beside(names: Iterable[str]) -> tuple[str, ...]:
    """What stands beside the answers, in its order."""
    asked = set(names)
    for name in sorted(asked - set(BESIDE)):
        raise FactError("beside", name, "one of " + ", ".join(BESIDE), hint=near(name, BESIDE))
    return tuple(name for name in BESIDE if name in asked)


def tag(frame: Any, map: dict[str, str] | None = None, *, record: Record | None = None, **options: Any) -> Any:
    """The frame with columns of answers: a Polars or pandas frame, an Arrow table, or a lazy frame gives one of its kind.

    ``map`` says what the columns are, where the table is none that is recognised; ``presume`` whose nationality is presumed
    where the table gives none (``none``, ``territory``, ``actor``); ``crimes`` what is asked; ``places`` which counts where the
    table gives coordinates too (``finer``, ``shape``, ``table``, ``none``). Order and index stay.
    """
    if isinstance(frame, pl.LazyFrame):
        tags = tagger_for(record, frame.collect_schema().names(), map, **options)
        return tagged_lazily(frame, tags, tags.varied)
    if isinstance(frame, pl.DataFrame):
        return tagger_for(record, frame.columns, map, **options).frame(frame)
    if isinstance(frame, pa.Table | pa.RecordBatch):
        held = pl.from_arrow(frame)
        return tagger_for(record, frame.schema.names, map, **options).frame(held).to_arrow()
    return tag_pandas(frame, map, record, options)


def tagged_lazily(frame: Any, tags: Tagger, step: Callable[[Any], Any]) -> Any:
    """A lazy frame with the columns of answers; ``step`` gives the numbers of a batch's rows."""
    schema = pl.Schema({**frame.collect_schema(), **tags.numbers_schema})
    tagged = frame.map_batches(step, streamable=True, schema=schema).with_columns(tags.worded)
    return tagged.with_columns(tags.record_column) if "record" in tags.beside else tagged


def tag_pandas(frame: Any, map: dict[str, str] | None, record: Record | None, options: dict[str, Any]) -> Any:
    """A pandas frame with columns of answers beside those it has."""
    names = [str(name) for name in frame.columns]
    tags = tagger_for(record, names, map, **options)
    held = pl.from_pandas(frame.reset_index(drop=True)[list(tags.needed)])
    added = tags.tags(held).to_pandas().set_index(frame.index)
    return frame.assign(**{name: added[name] for name in added.columns})
