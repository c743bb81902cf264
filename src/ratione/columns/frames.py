"""Tag: every row of a table with what the Court may reach, by the same rule that answers one question.

>>> frame = pl.DataFrame({"day": ["2022-03-04", "2022-03-04"], "place": ["Ukraine", "Syria"]})
>>> tag(frame, map={"date": "day", "territory": "place"}).select("if_war_crime", "by_territory").rows()
[('yes', 'yes'), ('open', 'no')]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..dates import Day
from ..errors import FactError, near
from ..record.record import Record
from ..timelines.law import Law
from .crosswalk import Codes
from .events import mapping_of
from .extras import pa, pl
from .plan import CRIMES, Plan, check_presume, wants
from .tagger import BESIDE, Tagger

__all__ = ["check_beside", "planned", "tag", "tagger_for"]


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
) -> Plan:
    """What is asked of the rows of a table with these columns; ``alone`` for what the place alone gives, too."""
    mapping, layout = mapping_of(columns, map, Codes(record))
    nationality = check_presume(presume.removeprefix("nationality="))
    asked = wants(record, crimes, trigger=trigger, coded="crime" in mapping)
    if not alone:
        asked = tuple(want for want in asked if not want.stateless)
    return Plan(
        mapping, asked, nationality, asked_on or record.day, f"{layout.name} ({layout.tried})" if layout else ""
    )


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
    where the table gives none (``none``, ``territory``, ``actor``); ``crimes`` what is asked. Order and index stay.
    """
    if isinstance(frame, pl.LazyFrame):
        schema = frame.collect_schema()
        tags = tagger_for(record, schema.names(), map, **options)
        return frame.map_batches(tags.frame, streamable=True, schema=pl.Schema({**schema, **tags.schema}))
    if isinstance(frame, pl.DataFrame):
        return tagger_for(record, frame.columns, map, **options).frame(frame)
    if isinstance(frame, pa.Table | pa.RecordBatch):
        held = pl.from_arrow(frame)
        return tagger_for(record, frame.schema.names, map, **options).frame(held).to_arrow()
    return tag_pandas(frame, map, record, options)


def tag_pandas(frame: Any, map: dict[str, str] | None, record: Record | None, options: dict[str, Any]) -> Any:
    """A pandas frame with columns of answers beside those it has."""
    names = [str(name) for name in frame.columns]
    tags = tagger_for(record, names, map, **options)
    held = pl.from_pandas(frame.reset_index(drop=True)[list(tags.needed)])
    added = tags.tags(held).to_pandas().set_index(frame.index)
    return frame.assign(**{name: added[name] for name in added.columns})
