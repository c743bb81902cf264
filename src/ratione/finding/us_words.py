"""How a finding on United States law is said: one sentence for the answer, and the tree as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .us_shown import Branch, UsFinding, Wanted

__all__ = ["WEAK", "reason_of", "text_of", "weak_words"]

WEAK = {
    "recalled": "rests on memory; no document was read",
    "cited": "the document itself was not read, only what others say of it",
    "inferred": "worked out from other rows",
    "one-source": "read in one secondary source only",
    "low": "sources differ, or the text is poor",
}


def weak_words(branches: Iterable[Branch]) -> tuple[str, ...]:
    """The weak marks of the measures that decide."""
    return tuple(dict.fromkeys(f"{one.measure}: {WEAK[one.weak]}" for one in branches if one.weak))


def reason_of(question: str, answer: str, open_kind: str, deciding: list[Branch], wanted: tuple[Wanted, ...]) -> str:
    """One sentence that says why."""
    if open_kind == "conditional":
        facts = "; ".join(dict.fromkeys(one.fact for one in wanted))
        return f"Open for want of a fact: {facts}."
    if open_kind == "unsettled":
        why = [word for one in deciding for word in one.why] or ["the measures that decide are open"]
        return f"Unsettled: {'; '.join(dict.fromkeys(word.rstrip('.') for word in why))}."
    if question == "required":
        return required_reason(answer, deciding)
    if answer == "no":
        return prohibited_reason(deciding)
    return permitted_reason(deciding)


def required_reason(answer: str, deciding: list[Branch]) -> str:
    """Why something is required or not."""
    if answer == "no":
        duties = [one for one in deciding if one.role == "duty" and one.state == "stands"]
        if not duties:
            return "Not required: no duty in the record reaches these facts on that day."
        return "Not required. " + " ".join(" ".join((f"{one.citation}: {one.says}", *one.why[-1:])) for one in duties)
    return "Required: " + " ".join(f"{one.says} ({one.citation})" for one in deciding if one.role == "duty")


def prohibited_reason(deciding: list[Branch]) -> str:
    """Why something is prohibited."""
    bans = [one for one in deciding if one.role == "ban" and one.state == "stands"]
    if not bans:
        return "Prohibited: no authority in the record reaches these facts on that day."
    return "Prohibited: " + " ".join(f"{one.says} ({one.citation})" for one in bans)


def permitted_reason(deciding: list[Branch]) -> str:
    """Why something is permitted."""
    parts = []
    for one in deciding:
        if one.role == "ban" and one.lifted_by:
            lifts = [other for other in one.lifted_by if other.state == "stands"]
            parts.append(f"{one.citation} is lifted by {' and '.join(other.citation for other in lifts)}")
        elif one.role == "authority" and one.state == "stands":
            parts.append(f"{one.citation} allows it")
    if not parts:
        return "Permitted: nothing in the record forbids it on that day."
    return f"Permitted: {'; '.join(dict.fromkeys(parts))}."


def text_of(finding: UsFinding, *, timeline: bool = True) -> str:
    """The whole finding as text, ban by ban.

    The first line is the answer; what is not in force or does not bind comes last, in one line.

    >>> from ratione import Day, Record, UsFacts, us_law, us_law_text
    >>> facts = UsFacts(activity="information-sharing", on="2024-05-01", situation="UKR", accused_nationality="RUS")
    >>> us_law_text(us_law(Record.embedded(), facts, asked_on=Day(2026, 11, 21))).partition(' ')[0]
    'OPEN'
    """
    return (
        "\n".join([*lines_of(finding), *(timeline_lines(finding) if timeline else ()), *source_lines(finding)]) + "\n"
    )


def lines_of(finding: UsFinding) -> Iterator[str]:
    facts = finding.facts
    told = [
        f"{name.replace('_', ' ')}: {getattr(facts, name)}"
        for name in facts.__struct_fields__
        if getattr(facts, name) and name not in ("on", "activity", "asked_on")
    ]
    yield f"{finding.answer.upper()} ({finding.word}): {facts.activity} on {finding.on}, asked on {finding.asked_on}"
    yield finding.reason
    yield f"Told: {'; '.join(told) or 'nothing more'}. Default: {finding.default}."
    for words in finding.presumed:
        yield f"Presumed: {words}."
    for act in finding.supposed:
        yield f"Supposed: {act}."
    yield ""
    aside = []
    for branch in finding.tree:
        if branch.state == "not in force":
            aside.append(f"{branch.citation} ({dates(branch).removeprefix(', ')})")
        elif branch.state != "does not bind":
            yield from branch_lines(branch, "")
    if aside:
        yield "Not in force on that day: " + "; ".join(aside) + "."
    for branch in finding.read_with:
        yield f"Read with: {branch.citation}, {branch.name}: {branch.says}"
    yield from closing_lines(finding)


def closing_lines(finding: UsFinding) -> Iterator[str]:
    """What is still wanted, what would change the answer, when it changes, and the sources."""
    for fact in finding.wanted:
        yield f"Still wanted: {fact.fact}. {fact.says}"
    for change in finding.changes:
        gives = f"{change.gives} ({change.open_kind})" if change.open_kind else change.gives
        yield f"Would make it {gives}: {change.act}, by {change.who}" + (f" ({change.under})" if change.under else "")


def timeline_lines(finding: UsFinding) -> Iterator[str]:
    """The answer to the same question on every day."""
    yield "Over time:"
    for stretch in finding.timeline:
        kind = f" ({stretch.open_kind})" if stretch.open_kind else ""
        by = f"  {', '.join(stretch.deciding)}" if stretch.deciding else ""
        yield f"  {stretch.start or 'before':>10} to {stretch.until or 'now':10}  {stretch.answer}{kind}{by}"


def source_lines(finding: UsFinding) -> Iterator[str]:
    """Weak marks and sources."""
    for words in finding.weak:
        yield f"Weak: {words}."
    for source in finding.sources:
        where = source.read or (f"not read; {source.cites}" if source.cites else "no address kept")
        yield f"Source: {source.title}, {source.publisher}. {where}"
    yield f"Record {finding.record_version}."


def branch_lines(branch: Branch, indent: str) -> Iterator[str]:
    """A measure, what it says, why it stands or not, and what lifts it."""
    mark = f" [weak: {branch.weak}]" if branch.weak else ""
    yield f"{indent}{branch.role}: {branch.citation}, {branch.name}: {branch.state}{dates(branch)}{mark}"
    yield f"{indent}  {branch.says}"
    for words in branch.why:
        yield f"{indent}  - {words}"
    if branch.state == "does not reach":
        return
    shown = [one for one in branch.lifted_by if one.state not in ("not in force", "does not reach")]
    silent = [one for one in branch.lifted_by if one.state in ("not in force", "does not reach")]
    for one in shown:
        yield from branch_lines(one, indent + "  ")
    if silent:
        yield f"{indent}  not lifted by: " + "; ".join(f"{one.citation} ({one.state})" for one in silent)


def dates(branch: Branch) -> str:
    """The days between which a measure is in force."""
    return f", from {branch.since}" + (f" until {branch.until}" if branch.until else "")
