"""Tag every row of a table of events with what the Court may reach, and say what could not be read.

UCDP GED, ACLED and GDELT tables are recognised by their columns; any other needs --map. A column of answers is named
after what it assumes (if_war_crime: if it was a war crime); by_territory never depends on anybody's nationality.

  ratione tag events.parquet -o tagged.parquet
  ratione tag 'events/*.csv.gz' -o tagged.csv --map date=day,territory=state:gw --presume nationality=actor
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from typing import Any

import ratione
from ratione import columns

from ..running import add_record_options, law_of, print_json

SHOWN = 20
PAIRS = 4


def configure(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("table", nargs="+", help="a Parquet, CSV, compressed CSV or Arrow file, several, or a pattern")
    parser.add_argument("-o", "--out", default="", metavar="FILE", help="where the tagged table goes")
    parser.add_argument(
        "--map", default="", metavar="FIELD=COLUMN,...",
        help="what the columns are, perhaps with their scheme of country codes: date=day,territory=country_id:gw",
    )  # fmt: skip
    parser.add_argument(
        "--crime", action="append", default=[], metavar="CRIME",
        help="a column for this crime, such as war-crimes:starvation:niac; again for more; three columns if not given",
    )  # fmt: skip
    parser.add_argument(
        "--presume", default="nationality=none", metavar="nationality=WHOSE",
        help="where the table gives no nationality: none (leave it open), territory, or actor",
    )  # fmt: skip
    parser.add_argument(
        "--places", default="finer", metavar="WHICH",
        help="where the table gives coordinates too: finer (the table picks among the places in reach), shape, table, none",
    )  # fmt: skip
    parser.add_argument("--trigger", default="", help="none (the conditions only, if not given) or proprio-motu")
    parser.add_argument(
        "--compare", action="store_true", help="with --suppose: count the rows whose answer changes, and write no table"
    )
    parser.add_argument("--no-findings", action="store_true", help="write no table of findings beside the tagged one")
    add_record_options(parser)


def run(arguments: Namespace) -> int:
    """Tags the table; 1 where rows had values that could not be read."""
    plain, supposed = law_of(arguments)
    given = columns.read_map(arguments.map)
    options: dict[str, Any] = {
        "presume": arguments.presume,
        "trigger": arguments.trigger,
        "places": arguments.places,
    }
    if arguments.crime:
        options["crimes"] = tuple(arguments.crime)
    if arguments.compare:
        return compared(arguments, plain, supposed, given, options)
    if not arguments.out:
        raise ratione.InputError("-o FILE is missing: where the tagged table goes")
    done = columns.tag_file(
        arguments.table, arguments.out, given, law=supposed or plain, findings=not arguments.no_findings,
        progress=progress() if sys.stderr.isatty() else None, **options,
    )  # fmt: skip
    wrong = {place: count for place, count in done.unread.items() if place[1]}
    if arguments.json:
        print_json(as_dict(done, arguments.out))
    else:
        sys.stdout.write(said(done, arguments.out))
    return 1 if wrong else 0


def compared(
    arguments: Namespace,
    plain: ratione.Law,
    supposed: ratione.Law | None,
    given: dict[str, str],
    options: dict[str, Any],
) -> int:
    """Prints the rows whose answer changes under what is supposed."""
    if supposed is None:
        raise ratione.InputError(
            "--compare needs something to suppose: --suppose 'USA ratification rome-statute 2027-03-01'"
        )
    count, found = columns.compare_file(arguments.table, plain, supposed, given, **options)
    if arguments.json:
        print_json({"rows": count, "changes": [change._asdict() for change in found]})
        return 0
    by_column = Counter(dict.fromkeys((change.column for change in found), 0))
    for change in found:
        by_column[change.column] += change.rows
    sys.stdout.write(f"{count:,} rows; supposed: {'; '.join(arguments.suppose)}\n")
    sys.stdout.writelines(f"{name}: {rows:,} rows change\n" for name, rows in by_column.most_common())
    for change in found:
        rows = ", ".join(map(str, change.examples))
        said = f"{change.column}  {change.place or 'no place'}  {change.year or 'no day'}  {change.before} -> {change.after}"
        sys.stdout.write(f"  {said}: {change.rows:,} rows, such as {rows}\n")
    if not found:
        sys.stdout.write("no answer changes\n")
    return 0


def progress() -> Callable[[int], None]:
    """Tells rows and rows a second on the terminal, in place."""
    start = time.monotonic()

    def tell(count: int) -> None:
        sys.stderr.write(f"\r{count:,} rows, {count / max(time.monotonic() - start, 1e-6):,.0f} a second ")
        sys.stderr.flush()

    return tell


def said(done: Any, out: str) -> str:
    """What was recognised, what came out, and what could not be read."""
    plan = done.plan
    lines = [f"recognised: {plan.layout}"] if plan.layout else []
    read = ", ".join(
        f"{field} from {of.column}{f' ({of.scheme})' if of.scheme else ''}" for field, of in plan.mapping.items()
    )
    lines.append(f"read: {read}")
    lines.append(f"presumed nationality: {plan.presume}")
    lines.append(f"wrote {done.count:,} rows to {out}; record {done.version}, asked on {plan.asked_on}")
    values = sorted(done.unread.items(), key=lambda row: -row[1])
    if values:
        lines.append(
            "could not be read, or was not given (such rows are open unless every value gives the same answer):"
        )
    for (field, value, why), count in values[:SHOWN]:
        lines.append(f"  {field}: {value!r} {why}, {count:,} rows" if value else f"  {field}: {why}, {count:,} rows")
    if len(values) > SHOWN:
        lines.append(f"  and {len(values) - SHOWN} more values")
    lines += said_places(done)
    return "\n".join(lines) + "\n"


def said_places(done: Any) -> list[str]:
    """Where the table and the coordinates do not agree: how many rows of each kind, and the most frequent pairs."""
    if done.placing is None or not done.placing.counts:
        return []
    kinds: dict[str, list[tuple[int, str]]] = {}
    for (table, found, note), count in done.placing.counts.items():
        kinds.setdefault(note, []).append((count, f"{table or 'none'} / {found or 'none'}"))
    lines = [f"places (--places {done.plan.places}), table / coordinates where the two do not say the same:"]
    for note, pairs in sorted(kinds.items(), key=lambda row: -sum(count for count, _ in row[1])):
        most = ", ".join(f"{pair} {count:,}" for count, pair in sorted(pairs, reverse=True)[:PAIRS])
        more = f" and {len(pairs) - PAIRS} more pairs" if len(pairs) > PAIRS else ""
        lines.append(f"  {note}: {sum(count for count, _ in pairs):,} rows ({most}{more})")
    return lines


def as_dict(done: Any, out: str) -> dict[str, object]:
    """The same as plain JSON."""
    return {
        "out": out,
        "rows": done.count,
        "layout": done.plan.layout,
        "presumed_nationality": done.plan.presume,
        "record_version": done.version,
        "asked_on": done.plan.asked_on.isoformat(),
        "unread": [
            {"field": f, "value": v, "why": w, "rows": count} for (f, v, w), count in sorted(done.unread.items())
        ],
        "places": done.plan.places if done.placing else "none",
        "places_differ": [
            {"table": table, "coordinates": found, "note": note, "rows": count}
            for (table, found, note), count in sorted(done.placing.counts.items() if done.placing else ())
        ],
    }
