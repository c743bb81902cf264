"""Tables and panels: rows of states under named columns, labels beside values, and values whose labels stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from . import days
from .cells import count, parts
from .claim import Claim
from .designations import designated
from .events import events
from .fields import FieldReader, Value, cell_value, is_short
from .labels import plain
from .page import Block
from .patterns import FieldRule
from .structured import Structured

__all__ = ["Structured", "read"]

LABEL = re.compile(r"^\s*\|?\s*([^:=–—|]{2,60}?)\s*(?::|=|\s[–—-]\s)\s*(\S.{0,80})$")


def read(
    blocks: tuple[Block, ...],
    reader: FieldReader,
    subject: str,
    instruments: list[str] | None = None,
    about: bool = False,
) -> Structured:
    """Everything structured in a document; ``subject`` is the state that the page is about, ``about`` whether the Court is.

    ``instruments`` says for each block of which instrument its heading speaks; rows under another treaty are left alone.
    """
    found = Structured()
    heads = sections(blocks, reader, subject)
    spoken = scoped(blocks, instruments or [""] * len(blocks), reader)
    found.taken = {number for number, block in enumerate(blocks) if SIGNATURES.fullmatch(block.text)}
    found.foreign = {
        number
        for number, code in enumerate(spoken)
        if code == "other" and blocks[number].kind in ("row", "item", "line")
    }
    found.foreign |= of_orders(blocks, reader)
    events(blocks, reader, heads, found)
    tables(blocks, reader, heads, found)
    across(blocks, reader, found)
    labels(blocks, reader, heads, found, about)
    panels(blocks, reader, heads, found)
    badges(blocks, reader, found)
    found.claims = [(number, under(claim, spoken[number], reader)) for number, claim in found.claims]
    return found


SIGNATURES = re.compile(r"(?i)\W*(?:signed|endorsed)(?: by)?:\W*")
"""What stands over the names of those who signed a letter."""


ORDER = re.compile(r"(?i)(?:executive order|proclamation|public law|act of congress)\b.{0,20}")
"""A cell that says that its table is about an order or a law, which was signed by somebody else than a state."""


def of_orders(blocks: tuple[Block, ...], reader: FieldReader) -> set[int]:
    """The labels of signatures in a table about an order or a law: Type, executive order; signed, 6 February 2025."""
    rows = [(number, block) for number, block in enumerate(blocks) if block.kind == "row" and block.table]
    orders = {block.table for _, block in rows if any(ORDER.fullmatch(cell.text) for cell in block.cells)}
    rules = {number: reader.rule(block.cells[0].text) for number, block in rows if block.table in orders}
    return {number for number, rule in rules.items() if rule and rule.claims == "signed"}


def scoped(blocks: tuple[Block, ...], spoken: list[str], reader: FieldReader) -> list[str]:
    """The instruments of the blocks, where a row of one cell names that of the rows below it in its table."""
    found, code, table = list(spoken), "", -1
    for number, block in enumerate(blocks):
        if block.kind != "row" or not block.table:
            continue
        if block.table != table:
            table, code = block.table, ""
        told = [cell.text for cell in block.cells if cell.text]
        if len(told) == 1 and len(block.cells) > 1:
            code = reader.labels.instrument(plain(told[0]))[0]
        found[number] = code or found[number]
    return found


def under(claim: Claim, instrument: str, reader: FieldReader) -> Claim:
    """A claim under a heading that names another instrument of the record: it is said of that one."""
    if instrument in ("", "rome-statute", "other") or claim.about != "rome-statute":
        return claim
    return msgspec.structs.replace(claim, about=instrument, object=reader.record.instruments[instrument].short)


def sections(blocks: tuple[Block, ...], reader: FieldReader, subject: str) -> list[str]:
    """For each block the state that its last heading names, else the page's own."""
    found, current = [], subject
    for block in blocks:
        if block.kind == "heading" or (is_short(block) and block.kind != "item" and reader.state(block.text)):
            named = reader.state(block.text)
            current = named or (subject if block.kind == "heading" and block.level <= 2 else current)
        found.append(current)
    return found


OF_LEAVING = re.compile(r"(?i)withdraw|leaving|leavers|exit|departure")
RECEIVED = re.compile(
    r"^(?:received|notified|notice|notification|date of (?:notice|notification|receipt)|notice given|letter|deposited)\b"
)
"""Columns of a table of withdrawals that hold the day of the notice."""


def tables(blocks: tuple[Block, ...], reader: FieldReader, heads: list[str], found: Structured) -> None:
    """Rows under a row that names columns."""
    columns: dict[int, FieldRule] = {}
    groups: dict[int, str] = {}
    table, over, short, owner = -1, "", legends(blocks, reader), ""
    topic = next((block.text for block in blocks if block.kind == "heading"), "")
    for number, block in enumerate(blocks):
        over = block.text if block.kind == "heading" else over
        if block.kind != "row" or not block.table or number in found.foreign or number in found.taken:
            continue
        if block.table != table:
            table, columns, groups, owner = block.table, {}, {}, ""
        named = leaving(named_columns(block, reader), block, OF_LEAVING.search(topic) is not None)
        if len(named) > 1:
            more = {place: short[cell.text] for place, cell in enumerate(block.cells) if cell.text in short}
            named = {**more, **named}
        if sum(bool(cell.text) for cell in block.cells) > 1 and (
            named and (block.header or len(named) >= 2 or not columns) and not reader_row(block, reader)
        ):
            columns = grouped(named, groups, reader)
            groups = spanning(block, reader)
            found.taken.add(number)
        elif columns:
            if not any(rule.value != "subject" for rule in columns.values()):
                continue
            if any(rule.claims == "sanctioned" for rule in columns.values()):
                listed = designated(block, columns, reader, number)
                found.claims += listed
                found.taken |= {number} if listed else set()
                continue
            owned = any(rule.value == "subject" for rule in columns.values())
            subject = row_subject(block, columns, reader) or (owner if owned and continues(block, columns) else "")
            owner = subject
            subject = subject or ("" if owned else heads[number])
            if subject:
                found.taken.add(number)
                found.claims += [(number, claim) for claim in of_row(block, columns, reader, subject)]
                if signed := [rule for rule in columns.values() if rule.claims == "signed" and UNRATIFIED.search(over)]:
                    told = {claim.predicate for at, claim in found.claims if at == number}
                    value = cell_value(signed[0], block, 0, f"row {block.cells[0].text}")
                    if told == {"signed"}:
                        shades = {"tense": "present", "how": ("not-ratified",)}
                        found.claims.append((number, reader.claim(subject, "is-not-party", value, **shades)))


def of_row(block: Block, columns: dict[int, FieldRule], reader: FieldReader, subject: str) -> Iterator[Claim]:
    """The claims of a row; a cell under a name that means nothing counts where it names its acts itself."""
    leaves = any(rule.claims == "withdrew" for rule in columns.values())
    for place, cell in enumerate(block.cells):
        rule = columns.get(place)
        if not cell.text or (rule is not None and rule.value == "subject"):
            continue
        if rule is not None and rule.value != "prose":
            yield from reader.claims(subject, cell_value(rule, block, place, f"row {block.cells[0].text}"))
        elif place:
            value = cell_value(WITHDRAWAL if leaves else UNNAMED, block, place, f"row {block.cells[0].text}")
            yield from reader.acts(subject, value)


UNNAMED = FieldRule(names=("outcome",), claims="other", value="prose")
WITHDRAWAL = FieldRule(names=("outcome",), claims="withdrew", value="prose")


def spanning(block: Block, reader: FieldReader) -> dict[int, str]:
    """The instruments that the cells of a row name alone, each for its column and the empty ones behind it."""
    found: dict[int, str] = {}
    code = ""
    for place, cell in enumerate(block.cells):
        if cell.text:
            code, left = reader.labels.instrument(plain(cell.text))
            code = (
                ""
                if set(left.split()) - {"the", "of", "to", "on", "agreement", "apic", "amendment", "amendments"}
                else code
            )
        if code:
            found[place] = code
    return found


def grouped(named: dict[int, FieldRule], groups: dict[int, str], reader: FieldReader) -> dict[int, FieldRule]:
    """Columns under the groups of the row over them: Signed and Ratified under APIC are said of the Agreement."""
    return {
        place: msgspec.structs.replace(rule, instrument=groups[place], how=(*rule.how, "either"))
        if rule.value == "day" and groups.get(place, "rome-statute") != "rome-statute"
        else rule
        for place, rule in named.items()
    }


def continues(block: Block, columns: dict[int, FieldRule]) -> bool:
    """Whether a row leaves the name of its state to the row before it."""
    return all(
        not block.cells[place].text
        for place, rule in columns.items()
        if rule.value == "subject" and place < len(block.cells)
    )


UNRATIFIED = re.compile(r"(?i)\bsign\w*\b.{0,40}\b(?:not|never|yet to|without)\b.{0,20}\bratif|\bsignatories only\b")
"""A heading over a table of those that signed and went no further."""


LEGEND = re.compile(r"(?:^|[.;,] )([A-Za-z][A-Za-z0-9]{0,3}) ?[:=–—] ?([^.;:]{6,90})")
"""What short names of columns stand for, told under or over the table: A1: amendment to article 8 (2010)."""


def legends(blocks: tuple[Block, ...], reader: FieldReader) -> dict[str, FieldRule]:
    """The rules of the columns whose short names the page explains."""
    if not any(block.kind == "row" and block.header for block in blocks):
        return {}
    found: dict[str, FieldRule] = {}
    for block in blocks:
        for match in LEGEND.finditer(block.text) if block.kind != "row" and len(block.text) < 400 else ():
            if rule := reader.rule(match.group(2)):
                found.setdefault(match.group(1), rule)
    return found


def leaving(named: dict[int, FieldRule], block: Block, topic: bool) -> dict[int, FieldRule]:
    """The columns of a table of withdrawals, which its columns or the page's heading (``topic``) make it: notices and effects."""  # noqa: E501 - a grammar or list that reads best in one piece
    notices = {place for place, cell in enumerate(block.cells) if RECEIVED.search(plain(cell.text))}
    if topic and notices and any(rule.value == "subject" for rule in named.values()):
        notice = FieldRule(names=("notice of withdrawal",), claims="withdrew", value="day", how=("notice",))
        named = {**named, **dict.fromkeys(notices, notice)}
    if not any(rule.claims == "withdrew" for rule in named.values()):
        return named
    effect = FieldRule(names=("withdrawal effective",), claims="withdrew", value="day", how=("effect",))
    return {
        place: effect if rule.claims == "entered-into-force" and "force" not in plain(block.cells[place].text) else rule
        for place, rule in named.items()
    }


def across(blocks: tuple[Block, ...], reader: FieldReader, found: Structured) -> None:
    """Tables that stand on their side: states name the columns, and the first cell of each row says what its cells mean."""
    states: dict[int, str] = {}
    table = -1
    for number, block in enumerate(blocks):
        if block.kind != "row" or not block.table or number in found.foreign or len(block.cells) < 3:
            continue
        if block.table != table:
            named = {place: reader.state(cell.text) for place, cell in enumerate(block.cells) if place and cell.text}
            table, states = block.table, named if len(named) > 1 and all(named.values()) else {}
            continue
        rule = reader.rule(block.cells[0].text) if states and number not in found.taken else None
        if rule is None or rule.value in ("subject", "prose", "count"):
            continue
        found.taken.add(number)
        for place, code in states.items():
            if place < len(block.cells) and block.cells[place].text:
                value = cell_value(rule, block, place, f"column {code}")
                found.claims += [(number, claim) for claim in reader.claims(code, value)]


def named_columns(block: Block, reader: FieldReader) -> dict[int, FieldRule]:
    """The columns that a row names."""
    found = {}
    for place, cell in enumerate(block.cells):
        rule = reader.rule(cell.text)
        if rule is not None:
            found[place] = rule
    return found


def reader_row(block: Block, reader: FieldReader) -> bool:
    """Whether a row is one of values: it names a state, holds days, or sets a value beside a label."""
    if len(block.cells) == 2:
        rule, value = reader.rule(block.cells[0].text), block.cells[1].text
        meaning = reader.statuses.get(plain(value), "") if value else ""
        other = reader.rule(value) if value else None
        if rule is not None and meaning.startswith("is-") and rule.value in ("status", "flag"):
            return True
        if rule is not None and count(value):
            return True
        if rule is not None and value and rule.value != "subject" and (other is None or other.value != "day"):
            told = meaning and (not meaning.startswith("is-") or rule.instrument != "rome-statute")
            if told or any(part.day for part in parts(value)):
                return True
    return any(reader.state(cell.text) for cell in block.cells) or any(days.of_field(cell.text) for cell in block.cells)


def row_subject(block: Block, columns: dict[int, FieldRule], reader: FieldReader) -> str:
    """The state of a row: in the column of states, else in its first cells."""
    for place, rule in columns.items():
        if rule.value == "subject" and place < len(block.cells) and (code := reader.state(block.cells[place].text)):
            return code
    return next((code for cell in block.cells[:2] if (code := reader.state(cell.text))), "")


CONDITIONS = frozenset(("condition", "conditions", "threshold", "ratifications required", "ratifications needed"))
"""Labels of what a treaty asks for before it enters into force."""


FIRST = 60
"""Parties with which the Statute entered into force: a lesser number beside a lone label counts something else."""


def labels(blocks: tuple[Block, ...], reader: FieldReader, heads: list[str], found: Structured, about: bool) -> None:
    """A label with its value, in a row of two cells or on one line: ``Signed: 13 January 1999``.

    A label may name its state itself; a number of parties, and the Statute's own entry into force, need none.
    """
    for number, block in enumerate(blocks):
        if number in found.taken or number in found.foreign:
            continue
        value, own = labelled(block, reader)
        if block.kind == "row" and plain(block.cells[0].text) in CONDITIONS:
            found.taken.add(number)
        if value is None or value.rule.value in ("subject", "prose"):
            continue
        forced = about and value.rule.claims == "entered-into-force" and "force" in value.sentence.lower()
        subject = own or heads[number] or ("ICC" if forced else "")
        counted = about and value.rule.value in ("count", "status", "flag")
        claims = list(reader.claims(subject, value)) if subject or counted else []
        if not subject:
            claims = [one for one in claims if one.predicate == "number-of-parties" and int(one.object) >= FIRST]
        if claims or (block.kind == "row" and heads[number]):
            found.taken.add(number)
            found.claims += [(number, claim) for claim in claims]


def labelled(block: Block, reader: FieldReader) -> tuple[Value | None, str]:
    """The value beside a label in a row of two cells, or on a line that opens with a label; and the state the label names."""
    if block.kind == "row" and len(block.cells) == 2 and all(cell.text for cell in block.cells):
        rule, code = reader.label(block.cells[0].text)
        if rule is not None and rule.value == "subject" and count(block.cells[1].text):
            rule = reader.labels.by_core(frozenset(plain(block.cells[0].text).split()))
        return (cell_value(rule, block, 1, block.cells[0].text) if rule else None), code
    if block.kind == "row" and sum(bool(cell.text) for cell in block.cells) != 1:
        return None, ""
    match = (
        LABEL.match(block.text)
        if len(block.text) < 150 and block.kind in ("line", "item", "paragraph", "quote", "row")
        else None
    )
    rule, code = reader.label(match.group(1)) if match else (None, "")
    if match is None or rule is None:
        return None, ""
    start, end = block.visible.span(match.start(2), match.end(2))
    whole = block.visible.span(0, len(block.text))
    return Value(rule, match.group(2), block.text, *whole, start, end, match.group(1)), code


def runs(blocks: tuple[Block, ...], taken: set[int], reader: FieldReader) -> Iterator[list[int]]:
    """Stretches of three or more lines that stand for themselves, and name no state."""
    run: list[int] = []
    for number, block in enumerate(blocks):
        if is_short(block) and number not in taken and not reader.state(block.text):
            run.append(number)
            continue
        if len(run) >= 3:
            yield run
        run = []
    if len(run) >= 3:
        yield run


def panels(blocks: tuple[Block, ...], reader: FieldReader, heads: list[str], found: Structured) -> None:
    """A status panel: its first status counts; a value goes with the label next to it, else with what the status leaves."""
    for run in runs(blocks, found.taken | found.foreign, reader):
        subject = heads[run[0]]
        if not subject:
            continue
        status = [
            number
            for number in run
            if len(blocks[number].text) > 5
            and blocks[number].text[-1] != ":"
            and reader.meaning(plain(blocks[number].text))
            and not labels_a_day(blocks, run, number, reader)
            and not names_act(blocks[number], reader)
        ]
        dated = [
            number
            for number in run
            if len(blocks[number].text) < 40
            and (days.of_field(blocks[number].text) or names_act(blocks[number], reader))
        ]
        if not status and not any(
            names_act(blocks[number], reader) or label_of(blocks, run, number, reader) for number in dated
        ):
            continue
        meaning = ""
        if status:
            block = blocks[status[0]]
            meaning = reader.meaning(plain(block.text))
            rule = FieldRule(names=("panel",), claims="is-party", value="status")
            found.claims += [(status[0], claim) for claim in reader.claims(subject, whole(rule, block, "status panel"))]
            found.taken.add(status[0])
        found.taken |= {
            number
            for number in run
            if reader.statuses.get(plain(blocks[number].text)) or reader.rule(blocks[number].text)
        }
        for number in dated:
            rule_found = (
                (UNNAMED if names_act(blocks[number], reader) else None)
                or label_of(blocks, run, number, reader)
                or told_by_status(meaning, blocks[number], reader, subject)
            )
            if rule_found is not None:
                found.taken.add(number)
                value = whole(rule_found, blocks[number], "status panel")
                found.claims += [(number, claim) for claim in reader.claims(subject, value)]


def badges(blocks: tuple[Block, ...], reader: FieldReader, found: Structured) -> None:
    """A status alone on its line right under the name of a state alone on its own."""
    rule = FieldRule(names=("badge",), claims="is-party", value="status")
    for number, block in enumerate(blocks[1:], 1):
        over = blocks[number - 1]
        if number in found.taken | found.foreign or block.kind in ("heading", "row") or over.kind == "row":
            continue
        if len(block.text) > 5 and reader.statuses.get(plain(block.text), "").startswith("is-") and is_short(over):
            code = reader.state(over.text)
            if code in reader.record.states:
                found.taken.add(number)
                found.claims += [(number, claim) for claim in reader.claims(code, whole(rule, block, "badge"))]


def names_act(block: Block, reader: FieldReader) -> bool:
    """Whether a line names an act and its day: Signed 11 August 1999."""
    told = [reader.act(part, UNNAMED) for part in parts(block.text) if part.words and part.day]
    return any(rule is not None and rule.claims != "is-party" for rule in told)


def labels_a_day(blocks: tuple[Block, ...], run: list[int], number: int, reader: FieldReader) -> bool:
    """Whether a line that could be a status is the label of a day behind it: Signed, then 11 September 1998."""
    rule = reader.rule(blocks[number].text)
    if rule is None or rule.value != "day" or number + 1 not in run:
        return False
    return days.of_field(blocks[number + 1].text) is not None


def whole(rule: FieldRule, block: Block, place: str) -> Value:
    start, end = block.visible.span(0, len(block.text))
    return Value(rule, block.text, block.text, start, end, start, end, place)


def label_of(blocks: tuple[Block, ...], run: list[int], number: int, reader: FieldReader) -> FieldRule | None:
    """The rule of the label before a value, else of the one behind it."""
    for other in (number - 1, number + 1):
        if other in run:
            rule = reader.rule(blocks[other].text)
            if rule is not None and rule.value == "day":
                return rule
    return None


def told_by_status(meaning: str, block: Block, reader: FieldReader, subject: str) -> FieldRule | None:
    """What a lone day means: of a mere signatory the signature; else the act of that day, else the deposit."""
    found = days.of_field(block.text)
    state = reader.record.states.get(subject)
    if found is None or state is None or not meaning:
        return None
    if meaning == "is-not-party":
        return reader.rules["signature"]
    for act in state.acts:
        if (
            act.instrument == "rome-statute"
            and act.day.isoformat() == found.iso
            and act.kind in ("signature", "ratification", "accession")
        ):
            return reader.rules["signature" if act.kind == "signature" else "ratification or accession"]
    return reader.rules["ratification or accession"]
