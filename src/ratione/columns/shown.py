"""Shown: the tables of a fold in words, so that anybody can check them against the rule."""

from __future__ import annotations

from collections.abc import Iterator

from ..answer import Answer
from ..dates import Day
from ..record.names import Names
from ..record.record import Record
from ..rules.tree import AnyLink, Node
from ..rules.tried import unpacked
from ..timelines.law import Law
from .cells import Cells
from .extras import np
from .fold import Fold
from .plan import CRIMES, Asking, Plan, asking, wants
from .rows import Rows
from .store import folded_for

__all__ = ["fold_lines"]

SIGNS = {Answer.NO: "-", Answer.OPEN: "?", Answer.YES: "+"}


def fold_lines(record: Record, asked_on: Day, place: str = "", crimes: tuple[str, ...] = CRIMES) -> Iterator[str]:
    """What the fold for these crimes holds; for one place, its class in each epoch."""
    law = Law(record, asked_on)
    plan = Plan({}, wants(record, crimes), "none", asked_on)
    asked = asking(law, Names(record), plan, {})
    rows = Rows(law, Cells(record), asked, folded_for(law, asked))
    yield f"record {record.version}, asked on {asked_on}"
    yield from place_lines(rows, place) if place else table_lines(rows, asked, rows.fold)


def table_lines(rows: Rows, asked: Asking, fold: Fold) -> Iterator[str]:
    """The sizes of the tables, then every class of link with what each quantified node says of it."""
    cells = rows.cells
    yield (
        f"{rows.epochs} epochs, {len(fold.era_days)} eras, {cells.ashore - 1} places, {len(cells.passports) - 1} passports, "
        f"{len(rows.folder.courses)} courses, {len(rows.folder.nodes)} nodes, {len(rows.tables.patterns)} classes of links"
    )
    yield "home matters for: " + (", ".join(sorted(fold.keepers)) or "nobody")
    yield "nodes: " + "; ".join(f"{number} {said_node(node)}" for number, node in enumerate(rows.folder.nodes))
    for number, course in enumerate(rows.folder.courses):
        resolution = f", {course.resolution}" if course.resolution else ""
        yield f"course {number}: {course.crime}, trigger {course.trigger}{resolution}"
    for column in asked.columns:
        yield f"column {column.name}: courses {', '.join(map(str, column.courses))}, {column.how}"
    yield "class  era  cells  what each node says, by course (+ yes, ? open, - no)"
    uses = np.bincount(np.concatenate([rows.tables.place_classes.ravel(), rows.tables.passport_classes.ravel()]))
    for number, pattern in enumerate(rows.tables.patterns[: len(uses)]):
        said = "  ".join(said_signature(rows.folder.nodes, signature) for signature in pattern[1:])
        yield f"{number:5}  {pattern[0]:3}  {uses[number]:5}  {said}"


def said_node(node: Node) -> str:
    """A quantified node by its name or that of its body."""
    kind = "any link" if type(node) is AnyLink else "every link"
    return f"{kind}: {node.name or node.parts[0].name or 'unnamed'}"


def said_signature(nodes: list[Node], signature: int) -> str:
    """A signature as signs, one for each node."""
    return "".join(SIGNS[answer] for answer in unpacked(nodes, signature))


def place_lines(rows: Rows, place: str) -> Iterator[str]:
    """The epochs of a place with its class and, for a stateless person, the answer of each column."""
    number = rows.cells.place(place)
    tables = rows.tables
    everywhen = np.arange(rows.epochs)
    classes = tables.place_classes[number]
    joined = tables.join(classes, tables.passport_classes[1])
    unknown = [column for column in range(len(tables.columns)) if not tables.columns[column].stateless]
    yield "from        class  " + "  ".join(column.name for column in tables.columns)
    before = None
    for epoch in everywhen.tolist():
        answers = []
        for column in range(len(tables.columns)):
            if column in unknown:
                answers.append(int(rows.unknowns.at(column, np.array([number]), np.array([epoch]))[0]))
            else:
                answers.append(int(tables.worth(column, joined[epoch : epoch + 1])[0]))
        said = (int(classes[epoch]), tuple(answers))
        if said != before:
            words = "  ".join(
                str(Answer(answer)).ljust(len(column.name))
                for answer, column in zip(answers, tables.columns, strict=True)
            )
            yield f"{tables.calendar[epoch]}  {said[0]:5}  {words}".rstrip()
        before = said
