"""Places: whose territory a ground is, and whether what binds the state extends to it (art. 12(2)(a); VCLT 29)."""

from collections.abc import Sequence
from typing import NamedTuple

from ..answer import Answer, OpenKind
from ..dates import Day
from ..record.act import TerritorialClause, TerritorialExclusion, TerritorialExtension
from .force import counted
from .law import Law, family
from .line import Line, Step

__all__ = ["Ground", "claimants", "covers", "extends_to", "national_of", "territory_of"]


class Ground(NamedTuple):
    """Where something happened.

    ``kind``: ``land`` (code of a state or territory, perhaps with a region), ``disputed`` (code of a contested place),
    ``vessel`` or ``aircraft`` (code of the state of registration), ``eez`` (of the coastal state), ``highseas``.
    """

    kind: str
    code: str = ""
    region: str = ""

    def __str__(self) -> str:
        if self.kind == "land":
            return f"{self.code}:{self.region}" if self.region else self.code
        return f"{self.kind}:{self.code}" if self.code else self.kind


class Tenure(NamedTuple):
    """A code of a state in the course of time: until the day given, another state stood in its place."""

    state: str
    until: Day | None
    sources: tuple[str, ...]


def tenures(law: Law, code: str) -> list[Tenure]:
    """The states that stood under a code one after the other: predecessors first, the state itself last."""
    territory = law.record.territories.get(code)
    if territory is not None:
        return [Tenure(territory.parent, None, territory.sources)]
    state = law.record.states[code]
    before = sorted(state.predecessors, key=lambda row: row.until)
    return [Tenure(row.state, row.until, row.sources) for row in before] + [Tenure(code, None, state.sources)]


def claimants(law: Law, ground: Ground) -> tuple[str, ...]:
    """The states that the ground may give as a link, on whatever day."""
    return law.keep(("claimants", ground), lambda: found_claimants(law, ground))  # type: ignore[no-any-return]


def found_claimants(law: Law, ground: Ground) -> tuple[str, ...]:
    if ground.kind == "highseas":
        return ()
    if ground.kind == "disputed":
        return tuple(dict.fromkeys(holder.state for holder in law.record.places[ground.code].holders))
    return tuple(dict.fromkeys(tenure.state for tenure in tenures(law, ground.code)))


ALWAYS = {article: Line.always(Answer.YES, article=article) for article in ("12(2)(a)", "12(2)(b)", "VCLT 29")}
NEVER = {article: Line.always(Answer.NO, article=article) for article in ("12(2)(a)", "12(2)(b)")}


def tenure_line(law: Law, code: str, state: str, article: str) -> Line:
    """Whether ``state`` is the one that stands under ``code``."""
    steps, start = [], Day.min
    found = tenures(law, code)
    if len(found) == 1:
        return ALWAYS[article] if found[0].state == state else NEVER[article]
    for tenure in found:
        answer = Answer.YES if tenure.state == state else Answer.NO
        steps.append(Step(start, answer, (), article))
        start = tenure.until or start
    return Line.stepping(Answer.NO, steps, article=article)


@family
def territory_of(law: Law, ground: Ground, state: str) -> Line:
    """Whether the ground is territory of the state, or a vessel or aircraft that it registers."""
    if ground.kind == "disputed":
        return held(law, ground.code, state)
    if ground.kind == "highseas":
        return Line.always(Answer.NO, article="12(2)(a)", note="the high seas are no state's territory")
    if ground.kind == "eez":
        note = "the exclusive economic zone is not territory"
        return Line.always(Answer.NO, article="12(2)(a)", note=note)
    return tenure_line(law, ground.code, state, "12(2)(a)")


def held(law: Law, place: str, state: str) -> Line:
    """A contested place: its holders since when, each as sure as the contested points on which its holding hangs."""
    line = Line.always(Answer.NO, article="12(2)(a)")
    for number, holder in enumerate(law.record.places[place].holders):
        if holder.state != state:
            continue
        sure = Line.always(Answer.YES, note=holder.by)
        for code in holder.disputes:
            sure &= law.line("point", code)
        because = (f"place:{place}:{number}", *sure.steps[0].because)
        steps = [sure.steps[0]._replace(day=holder.start or Day.min, because=because, article="12(2)(a)")]
        if holder.until is not None:
            steps.append(Step(holder.until, Answer.NO, (), "12(2)(a)"))
        line |= Line.stepping(Answer.NO, steps, article="12(2)(a)")
    return line


@family
def national_of(law: Law, code: str, since: Day | None, state: str) -> Line:
    """Whether a passport of ``code``, held since birth or acquired on ``since``, is one of ``state`` (art. 12(2)(b))."""
    if not code:
        return Line.always(Answer.NO, article="12(2)(b)", note="the accused has no nationality")
    line = tenure_line(law, code, state, "12(2)(b)")
    if since is None:
        return line
    before = law.line("point", "later-nationality").steps[0]
    return line & Line([before._replace(article="12(2)(b)"), Step(since, Answer.YES, (), "12(2)(b)")])


@family
def extends_to(law: Law, ground: Ground, state: str, instrument: str) -> Line:
    """Whether what binds the state extends to the ground.

    A territory shares the lot of its parent unless a clause leaves it out; whether such a clause works is, for the
    Statute, a contested point (VCLT 29 against art. 120).
    """
    territory = law.record.territories.get(ground.code) if ground.kind in ("land", "vessel", "aircraft") else None
    if territory is None or territory.parent != state:
        return ALWAYS["VCLT 29"]
    clauses = [
        (key, act)
        for key, act in law.acts(state, instrument)
        if isinstance(act, TerritorialClause) and territory.code in act.territories
    ]
    left_out = tuple(key for key, act in clauses if isinstance(act, TerritorialExclusion))
    if not left_out and not territory.by_extension:
        note = "no clause names the territory; that it shares the lot of its parent is inferred"
        return Line.always(Answer.YES, article="VCLT 29", note=note)
    steps = [extension(law, key, act, instrument) for key, act in clauses if isinstance(act, TerritorialExtension)]
    return Line.stepping(Answer.NO, [left(law, instrument, left_out, clauses), *steps])


def left(law: Law, instrument: str, because: tuple[str, ...], clauses: Sequence[tuple[str, TerritorialClause]]) -> Step:
    """The step of a territory left out: no, or open where such clauses are contested or the clause was not read."""
    unread = next((act.unverified for key, act in clauses if key in because and act.unverified), "")
    if unread:
        return Step(Day.min, Answer.OPEN, because, "VCLT 29", OpenKind.WEAK, note=unread)
    dispute = law.record.instruments[instrument].territorial_clauses
    if not dispute:
        return Step(Day.min, Answer.NO, because, "VCLT 29")
    works = law.line("point", dispute).steps[0]
    return works._replace(answer=~works.answer, because=because + works.because, article="VCLT 29;120")


def extension(law: Law, key: str, act: TerritorialExtension, instrument: str) -> Step:
    """The step by which a territory is brought in: on the day of effect, counted as for a deposit unless overridden."""
    rule = law.record.instruments[instrument].force
    day = act.effective or counted(rule, act.day)
    return Step(day, Answer.YES, (key,), act.overrides or rule.article)


def covers(law: Law, place: str, ground: Ground) -> Answer:
    """Whether a place named in a referral or situation takes in the ground; open where the region is not given."""
    kind, _, code = (
        place.rpartition(":") if place.startswith(("vessel:", "aircraft:", "disputed:")) else ("", "", place)
    )
    if kind:
        return Answer.YES if (ground.kind, ground.code) == (kind, code) else Answer.NO
    state, _, region = code.partition(":")
    if ground.kind == "disputed":
        return Answer.YES if not region and state in claimants(law, ground) else Answer.NO
    if ground.kind != "land" or ground.code != state:
        return Answer.NO
    if region and not ground.region:
        return Answer.OPEN
    return Answer.YES if region in ("", ground.region) else Answer.NO
