"""Report: a finding as text for a terminal, as plain JSON, and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from ..dates import Day
from ..limbs.conduct import Link
from ..record.court import Dispute, Position
from ..record.record import Record
from ..rules.tree import Ask, Not
from ..rules.version import rules_version
from ..rules.walk import Leaf, Reason
from ..words import ANSWER_SAYS, FACT_SAYS, JOIN_SAYS, NODE_SAYS, OPEN_KINDS, WEAK_MARKS, Words, said_day
from .beside import Beside, beside
from .missing import Missing

if TYPE_CHECKING:
    from .finding import Finding

__all__ = ["as_dict", "as_html", "as_text", "headline", "reasons"]

SIGNS = {Answer.YES: "+", Answer.OPEN: "?", Answer.NO: "-"}
MANY = 6
"""So many values of a fact are named before the rest is counted."""


def headline(finding: Finding) -> str:
    """The answer in one sentence."""
    kind = f": {OPEN_KINDS[finding.kind]}" if finding.kind else ""
    return f"{str(finding.answer).upper()}  {ANSWER_SAYS[finding.answer]}{kind}"


def reasons(finding: Finding, leaves: Iterable[Leaf]) -> Iterator[tuple[Leaf, str, str]]:
    """Each deciding leaf with its sentence and what stands behind it: article, acts, what comes next."""
    words, told = Words(finding.record), set[tuple[str, str]]()
    for leaf in leaves:
        behind = ["art. " + article_of(leaf) if leaf.articles[0][0].isdigit() else article_of(leaf)]
        behind += words.reasons(leaf.step.because)
        if leaf.step.note:
            behind.append(leaf.step.note)
        conduct = finding.question.outcomes(finding.day)[0].conduct
        coming = (
            leaf.limb.line(finding.law, conduct, leaf.link).after(leaf.read_on) if leaf.answer is Answer.NO else None
        )
        if coming is not None and coming.answer is not Answer.NO:
            behind.append(f"this changes on {said_day(coming.day)}: " + "; ".join(words.reasons(coming.because)))
        marks = sorted(
            {row.weak for key in leaf.step.because if (row := finding.record.row(key)) is not None and row.weak}
        )
        behind += [f"weak: {WEAK_MARKS[mark]}" for mark in marks]
        said = words.leaf(leaf), "; ".join(behind)
        if said not in told:
            told.add(said)
            yield leaf, *said


def article_of(leaf: Leaf) -> str:
    """The articles of a leaf, as they are cited."""
    return ", ".join(leaf.articles)


def as_text(finding: Finding, *, tree: bool = True, width: int = 100) -> str:
    """The finding for a terminal."""
    return "\n".join(line.rstrip() for line in text_lines(finding, tree, width)) + "\n"


def text_lines(finding: Finding, tree: bool, width: int) -> Iterator[str]:
    yield headline(finding)
    yield f"     asked on {said_day(finding.asked.asked_on)}; record {finding.record.version}"
    for note in finding.asked.notes:
        yield f"     {note}"
    yield from parts_lines(finding)
    if len(finding.by_charge) > 1:
        yield ""
        yield "By crime"
        yield from (f"  {charge.specific if charge else '?'}: {answer}" for charge, answer in finding.by_charge)
    for alternative in finding.alternatives:
        yield ""
        chosen = ", ".join(f"{FACT_SAYS.get(fact, fact)} {value}" for fact, value in alternative.chosen.items())
        several = len(finding.alternatives) > 1
        yield f"Because (it would be {alternative.answer}, for example with {chosen})" if several else "Because"
        for leaf, says, behind in reasons(finding, alternative.leaves):
            yield fill(f"{SIGNS[leaf.answer]} {says}", width, initial_indent="  ", subsequent_indent="    ")
            yield fill(f"[{behind}]", width, initial_indent="      ", subsequent_indent="       ")
    yield from part_reason_lines(finding, width)
    yield from contested_lines(finding, width)
    yield from missing_lines(finding, width)
    yield from beside_lines(beside(finding), width)
    yield from source_lines(finding, width)
    if tree:
        yield from ["", "Tree of reasons (+ yes, ? open, - no; what does not decide is folded)"]
        yield from tree_lines(Words(finding.record), finding.tree, 1)


def parts_lines(finding: Finding) -> Iterator[str]:
    """The days of the conduct by their answers, where there is more than one."""
    if len(finding.parts) > 1:
        yield ""
        yield "By day of the conduct"
        for part in finding.parts:
            kind = f" ({part.kind})" if part.kind else ""
            yield f"  {said_span(part.first, part.last)}: {part.answer}{kind}"


def said_span(first: Day, last: Day) -> str:
    """Days from first to last, as people say them."""
    if first == last:
        return said_day(first)
    start = "" if first == Day.min else f"from {said_day(first)} "
    end = "on" if last == Day.max else f"to {said_day(last)}"
    return (start + end).strip()


def part_reason_lines(finding: Finding, width: int) -> Iterator[str]:
    """Why the other days of the conduct are answered as they are: what decides from each day on which that changes."""
    said = {sentence for _, sentence, _ in reasons(finding, finding.leaves)}
    for part, first, last in ((one, *days) for one in finding.parts for days in finding.days_alike(one)):
        if first <= finding.day <= last:
            continue
        yield ""
        yield f"Because, {said_span(first, last)} ({'still ' if first != part.first else ''}{part.answer})"
        leaves = finding.leaves_on(first)
        rows = [row for row in reasons(finding, leaves) if row[0].answer is part.answer] or list(
            reasons(finding, leaves)
        )
        for leaf, says, behind in rows:
            if says not in said:
                yield fill(f"{SIGNS[leaf.answer]} {says}", width, initial_indent="  ", subsequent_indent="    ")
                yield fill(f"[{behind}]", width, initial_indent="      ", subsequent_indent="       ")


def known_positions(finding: Finding, dispute: Dispute) -> list[Position]:
    """The positions that were taken by the day asked on; those without a day are shown too."""
    by_then = finding.asked.asked_on
    return [position for position in dispute.positions if position.dated is None or position.dated <= by_then]


def contested_lines(finding: Finding, width: int) -> Iterator[str]:
    """The contested points on which the answer hangs, with their positions and holders."""
    for dispute in finding.contested:
        yield ""
        yield fill(f"Contested: {dispute.question} ({dispute.code}; art. {dispute.article})", width)
        for position in known_positions(finding, dispute):
            day = f", {said_day(position.dated)}" if position.dated else ""
            weak = f" [weak: {position.weak}]" if position.weak else ""
            line = f"{SIGNS[Answer.of(position.answer)]} {position.says} -- {position.holder or 'no holder named'}{day}{weak}"
            yield fill(line, width, initial_indent="  ", subsequent_indent="    ")


def missing_lines(finding: Finding, width: int) -> Iterator[str]:
    """What was presumed, what could change the answer, and what could not."""
    found = finding.missing
    if presumed := [f"{FACT_SAYS[row.fact]}: {row.presumed}" for row in found if row.presumed]:
        yield ""
        yield fill("Presumed: " + "; ".join(presumed), width, subsequent_indent="  ")
    if moving := [row for row in found if row.could]:
        yield ""
        yield "Facts not given that could change the answer"
        for row in moving:
            yield from moving_lines(finding.record, row, width)
    if idle := [FACT_SAYS[row.fact] for row in found if not row.could]:
        at = f" (for {said_day(finding.day)})" if len(finding.parts) > 1 else ""
        yield fill(f"Facts not given that could not{at}: " + ", ".join(idle), width, subsequent_indent="  ")


def moving_lines(record: Record, row: Missing, width: int) -> Iterator[str]:
    """One fact and where its values lead; values that may lead to more than one answer wait for the other facts."""
    every = [value for values in row.could.values() for value in values]
    for answer, values in sorted(row.could.items(), reverse=True):
        sure = [value for value in values if every.count(value) == 1]
        if row.fact == "on":
            days = [said_span(*map(Day.fromisoformat, value.split("/"))) for value in sure]
            yield fill(
                f"{FACT_SAYS[row.fact]}: {answer} {'; '.join(days)}",
                width,
                initial_indent="  ",
                subsequent_indent="    ",
            )
            continue
        if sure:
            named = ", ".join(sure[:MANY]) + (f" and {len(sure) - MANY} more" if len(sure) > MANY else "")
            yield fill(
                f"{FACT_SAYS[row.fact]}: {answer} with {named}", width, initial_indent="  ", subsequent_indent="    "
            )
    unsure = len({value for value in every if every.count(value) > 1})
    if unsure:
        yield f"  {FACT_SAYS[row.fact]}: with {unsure} values it depends on the other facts not given"


def beside_lines(rows: list[Beside], width: int) -> Iterator[str]:
    """What stands beside the answer without changing it."""
    if rows:
        yield ""
        yield "Beside the answer"
        for row in rows:
            yield fill(row.says, width, initial_indent="  ", subsequent_indent="    ")


def source_lines(finding: Finding, width: int) -> Iterator[str]:
    """The sources behind the deciding steps, with the weak marks of their rows; rows on the same sources together."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for row in cited(finding):
        groups.setdefault("\n".join(said_source(source) for source in row["sources"]), []).append(row_mark(row))
    if groups:
        yield from ["", "Sources"]
    words = Words(finding.record)
    for sources, rows in groups.items():
        keys = tuple(key for key, _ in rows)
        marks = sorted({mark for _, mark in rows if mark})
        said = "; ".join(words.reasons(keys)) + "".join(f" [weak: {WEAK_MARKS[mark]}]" for mark in marks)
        yield fill(said, width, initial_indent="  ", subsequent_indent="    ")
        for source in filter(None, sources.split("\n")):
            yield fill(source, width, initial_indent="      ", subsequent_indent="        ", break_long_words=False)


def row_mark(row: dict[str, Any]) -> tuple[str, str]:
    """The key of a row with its weak mark."""
    return row["key"], row["weak"] or ""


def said_source(source: dict[str, Any]) -> str:
    """A source in one line: publisher, title, passage, what was read, how weak."""
    at = f", {source['passage']}" if source["passage"] else ""
    link = f" <{source['read']}>" if source["read"] else (f" (cites {source['cites']})" if source["cites"] else "")
    mark = f" [weak: {WEAK_MARKS[source['weak']]}]" if source["weak"] else ""
    return f"{source['publisher']}: {source['title']}{at}{link}{mark}"


def cited(finding: Finding) -> list[dict[str, Any]]:
    """Every row behind a deciding step, with its weak mark and its sources."""
    words, found = Words(finding.record), []
    for key in finding.because:
        row = finding.record.row(key)
        if row is not None:
            sources = [source_of(finding.record, reference) for reference in row.sources]
            found.append(
                {"key": key, "says": words.because(key), "weak": row.weak, "note": row.note, "sources": sources}
            )
    return found


def source_of(record: Record, reference: str) -> dict[str, Any]:
    """A source that a row names, with the passage."""
    code, _, passage = reference.partition(":")
    source = record.sources[code]
    return {
        "id": code,
        "passage": passage.strip(),
        "title": source.title,
        "publisher": source.publisher,
        "read": source.read,
        "cites": source.cites,
        "weak": source.weak,
    }


def tree_lines(
    words: Words, reason: Reason, depth: int, above: Link | None = None, shown: set[object] | None = None
) -> Iterator[str]:
    """The tree of reasons; parts that do not decide are folded into a line, or left out where they have no name.

    A part that comes up again is not unfolded a second time.
    """
    shown = set() if shown is None else shown
    turned = isinstance(reason.node, Not) and reason.parts[0].leaf is not None
    leaf = reason.parts[0].leaf if turned else reason.leaf
    label = "  " * depth + SIGNS[reason.answer] + " "
    if leaf is not None:
        yield label + words.leaf(leaf)
        return
    if isinstance(reason.node, Ask):
        return
    link = reason.link if reason.link is not above else None
    name = NODE_SAYS.get(reason.node.name) or JOIN_SAYS[type(reason.node).__name__]
    again = bool(reason.node.name) and (reason.node, reason.link) in shown
    shown.add((reason.node, reason.link))
    yield label + name + (f" [{words.link(link)}]" if link else "") + (" (as above)" if again else "")
    for part in () if again else reason.parts:
        if isinstance(reason.node, Not) or part.answer is reason.answer:
            yield from tree_lines(words, part, depth + 1, reason.link, shown)
        elif part.leaf is not None or part.node.name:
            yield from folded(words, part, depth + 1, reason.link)


def folded(words: Words, reason: Reason, depth: int, above: Link | None) -> Iterator[str]:
    """A part that does not decide, in one line; a limb that is not asked of such a link is not shown at all."""
    if reason.leaf is not None or not isinstance(reason.node, Ask):
        yield next(tree_lines(words, reason, depth, above))


def as_dict(finding: Finding) -> dict[str, Any]:
    """The finding as plain JSON: stable names, documented in the reference."""
    asked = finding.asked
    return {
        "answer": str(finding.answer),
        "open_kind": finding.kind,
        "says": ANSWER_SAYS[finding.answer],
        "facts": {name: getattr(finding.facts, name) for name in finding.facts.__struct_fields__},
        "asked_on": asked.asked_on.isoformat(),
        "record_version": finding.record.version,
        "rules_version": rules_version(finding.question.rule),
        "notes": list(asked.notes),
        "parts": [part_dict(part) for part in finding.parts],
        "by_crime": [
            {"crime": charge.crime, "specific_crime": charge.specific, "answer": str(answer)}
            for charge, answer in finding.by_charge
            if charge
        ],
        "decided_on": finding.day.isoformat(),
        "articles": finding.articles,
        "deciding": [
            {"answer": str(one.answer), "with": one.chosen, "limbs": [leaf_dict(finding, leaf) for leaf in one.leaves]}
            for one in finding.alternatives
        ],
        "contested": [dispute_dict(finding, dispute) for dispute in finding.contested],
        "missing": [
            {"fact": row.fact, "presumed": row.presumed, "could": {str(a): values for a, values in row.could.items()}}
            for row in finding.missing
        ],
        "beside": [row._asdict() for row in beside(finding)],
        "rows": cited(finding),
    }


def part_dict(part: Any) -> dict[str, Any]:
    """A part of the conduct, both days included."""
    return {
        "from": part.first.isoformat(),
        "to": part.last.isoformat(),
        "answer": str(part.answer),
        "open_kind": part.kind,
    }


def leaf_dict(finding: Finding, leaf: Leaf) -> dict[str, Any]:
    """A deciding limb."""
    words = Words(finding.record)
    return {
        "limb": leaf.limb.name,
        "question": leaf.limb.question,
        "answer": str(leaf.answer),
        "says": words.leaf(leaf),
        "articles": list(leaf.articles),
        "read_on": leaf.read_on.isoformat(),
        "link": words.link(leaf.link),
        "state": leaf.link.state if leaf.link else "",
        "because": list(leaf.step.because),
        "open_kind": leaf.step.kind,
        "point": leaf.step.point,
        "note": leaf.step.note,
    }


def dispute_dict(finding: Finding, dispute: Dispute) -> dict[str, Any]:
    """A contested point with the positions taken by the day asked on."""
    return {
        "code": dispute.code,
        "question": dispute.question,
        "article": dispute.article,
        "positions": [
            {
                "answer": position.answer,
                "says": position.says,
                "holder": position.holder,
                "dated": position.dated.isoformat() if position.dated else None,
                "authority": position.authority,
                "weak": position.weak,
                "sources": list(position.sources),
            }
            for position in known_positions(finding, dispute)
        ],
    }


MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escaped(text: str) -> str:
    """Text that may stand in HTML; the library for it loads every entity there is, which a cold start would pay for."""
    return text.translate(MARKUP)


def as_html(finding: Finding) -> str:
    """The finding as a piece of HTML: the answer, why, and the tree in details that open."""
    rows = "".join(
        f"<li><b>{leaf.answer}</b> {escaped(says)} <small>{escaped(behind)}</small></li>"
        for leaf, says, behind in reasons(finding, finding.leaves)
    )
    tree = escaped("\n".join(tree_lines(Words(finding.record), finding.tree, 0)))
    return (
        f"<div class='ratione-finding'><p><strong>{escaped(headline(finding))}</strong></p><ul>{rows}</ul>"
        f"<details><summary>Tree of reasons</summary><pre>{tree}</pre></details></div>"
    )
