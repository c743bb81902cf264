"""The one function that walks a rule, and what it may be handed.

What comes out depends on the algebra that goes in: answers, the limbs that decide, the whole tree of reasons, or a line
over time. Each algebra says what a leaf is worth and how values join; none of them knows a limb.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from ..answer import Answer
from ..dates import Day
from ..limbs.conduct import Conduct, Link
from ..limbs.limb import Limb
from ..timelines.law import Law
from ..timelines.line import Line, Step
from .tree import All, Any_, AnyLink, Ask, EveryLink, Node, Not, OverLinks

__all__ = ["Algebra", "Answers", "Anywhere", "Deciding", "Leaf", "Lines", "Reaching", "Reason", "Reasons", "walk"]

T = TypeVar("T")


class Algebra(Protocol[T]):
    """What a walk needs: the worth of a leaf, and how values join."""

    known: dict[tuple[int, int], Any]
    """Values by identity of node and link (0 where no link is meant): worked out once, or given beforehand."""

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> T: ...

    def all(self, node: Node, values: Iterator[T], link: Link | None) -> T: ...

    def any(self, node: Node, values: Iterator[T], link: Link | None) -> T: ...

    def negated(self, node: Node, value: T, link: Link | None) -> T: ...


def walk(node: Node, algebra: Algebra[T], links: tuple[Link, ...], link: Link | None = None) -> T:
    """The value of a rule in an algebra, for conduct that gives these links.

    The parts of a rule that come up more than once are walked once for each link.
    """
    place = (id(node), id(link) if node.per_link else 0)
    known = algebra.known
    if place in known:
        return known[place]  # type: ignore[no-any-return]
    value = known[place] = walked(node, algebra, links, link)
    return value


def walked(node: Node, algebra: Algebra[T], links: tuple[Link, ...], link: Link | None) -> T:
    """The value of a node that is not known yet."""
    kind = type(node)
    if kind is Ask:
        return algebra.leaf(node, node.limb, link)  # type: ignore[attr-defined]
    if kind is All:
        return algebra.all(node, (walk(part, algebra, links, link) for part in node.parts), link)
    if kind is Any_:
        return algebra.any(node, (walk(part, algebra, links, link) for part in node.parts), link)
    if kind is Not:
        return algebra.negated(node, walk(node.parts[0], algebra, links, link), link)
    if kind is AnyLink:
        return algebra.any(node, (walk(node.parts[0], algebra, links, each) for each in links), link)
    assert kind is EveryLink, f"a rule holds a {kind.__name__}"
    return algebra.all(node, (walk(node.parts[0], algebra, links, each) for each in links), link)


class Leaf(NamedTuple):
    """A limb as read: of which link, on which day, and the step of the line that answered. ``turned`` where it stood
    under a "not"."""

    limb: Limb
    link: Link | None
    step: Step
    read_on: Day
    turned: bool = False
    amendment: str = ""
    """The amendment that the crime charged needs, if any."""

    @property
    def answer(self) -> Answer:
        """The limb's own answer."""
        return self.step.answer

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that the limb asks about, then those by which its step came about, each once."""
        said = f"{self.limb.article};{self.step.article}".replace(", ", ";")
        return tuple(dict.fromkeys(filter(None, said.split(";"))))


class Reading:
    """Reads limbs for one conduct on one day."""

    def __init__(self, law: Law, conduct: Conduct, day: Day) -> None:
        self.law, self.conduct, self.day = law, conduct, day
        begin = conduct.begin
        self.amendment: str = getattr(conduct, "amendment", "")
        self.begin = day if begin is None or day < begin else begin
        self.known: dict[tuple[int, int], Any] = {}

    def read(self, limb: Limb, link: Link | None) -> Step:
        """The step of the limb's line on the day it is read."""
        line = self.law.line(limb.family, *limb.pick(self.conduct, link))
        return line.at(self.begin if limb.day == "begin" else self.day)


class Answers(Reading):
    """Plain answers, stopping as soon as nothing more can change."""

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Answer:
        return self.read(limb, link).answer if limb.applies(link) else Answer.NO

    def all(self, node: Node, values: Iterator[Answer], link: Link | None) -> Answer:
        lowest = Answer.YES
        for value in values:
            if value < lowest:
                if value is Answer.NO:
                    return value
                lowest = value
        return lowest

    def any(self, node: Node, values: Iterator[Answer], link: Link | None) -> Answer:
        highest = Answer.NO
        for value in values:
            if value > highest:
                if value is Answer.YES:
                    return value
                highest = value
        return highest

    def negated(self, node: Node, value: Answer, link: Link | None) -> Answer:
        return ~value


Bounds = tuple[Answer, Answer]
"""The lowest and the highest answer that may come out."""


class Reaching(Reading):
    """Bounds of the answer where nothing is known of the links; ``reached`` gathers the nodes that ask links of it.

    What is not reached cannot matter to these facts on this day, whatever the links.
    """

    def __init__(self, law: Law, conduct: Conduct, day: Day) -> None:
        super().__init__(law, conduct, day)
        self.reached: list[Node] = []

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Bounds:
        answer = self.read(limb, link).answer
        return answer, answer

    def all(self, node: Node, values: Iterator[Bounds], link: Link | None) -> Bounds:
        if isinstance(node, OverLinks):
            return self.over_links(node)
        low = high = Answer.YES
        for value in values:
            low, high = min(low, value[0]), min(high, value[1])
            if high is Answer.NO:
                break
        return low, high

    def any(self, node: Node, values: Iterator[Bounds], link: Link | None) -> Bounds:
        if isinstance(node, OverLinks):
            return self.over_links(node)
        low = high = Answer.NO
        for value in values:
            low, high = max(low, value[0]), max(high, value[1])
            if low is Answer.YES:
                break
        return low, high

    def over_links(self, node: Node) -> Bounds:
        """A node that asks links: it may be worth anything."""
        self.reached.append(node)
        return Answer.NO, Answer.YES

    def negated(self, node: Node, value: Bounds, link: Link | None) -> Bounds:
        return ~value[1], ~value[0]


class Anywhere(Reaching):
    """Bounds of a node's body where the link may be any one of these."""

    def __init__(self, law: Law, conduct: Conduct, day: Day, links: Sequence[Link]) -> None:
        super().__init__(law, conduct, day)
        self.links = links

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Bounds:
        if limb.links == "none":
            return super().leaf(node, limb, None)
        answers = {self.read(limb, one).answer if limb.applies(one) else Answer.NO for one in self.links}
        return min(answers), max(answers)


Decided = tuple[Answer, tuple[Leaf, ...]]
"""An answer with the leaves that decide it."""


class Deciding(Reading):
    """Answers with the leaves that decide them, stopping as soon as nothing more can change."""

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Decided:
        if not limb.applies(link):
            return Answer.NO, ()
        step = self.read(limb, link)
        read_on = self.begin if limb.day == "begin" else self.day
        return step.answer, (Leaf(limb, link, step, read_on, amendment=self.amendment),)

    def all(self, node: Node, values: Iterator[Decided], link: Link | None) -> Decided:
        if isinstance(node, OverLinks):  # every link that fails is a reason, not only the first
            return gather_all(values)
        return gather(values, Answer.YES, Answer.NO)

    def any(self, node: Node, values: Iterator[Decided], link: Link | None) -> Decided:
        return gather(values, Answer.NO, Answer.YES)

    def negated(self, node: Node, value: Decided, link: Link | None) -> Decided:
        return ~value[0], tuple(leaf._replace(turned=not leaf.turned) for leaf in value[1])


def gather(values: Iterator[Decided], best: Answer, final: Answer) -> Decided:
    """The extreme of the values: all of those that share ``best``, or the first ``final``, or those that are open."""
    found = best
    leaves: tuple[Leaf, ...] = ()
    for value in values:
        if value[0] is final:
            return value
        if value[0] is found:
            leaves += value[1]
        elif found is best:
            found, leaves = value
    return found, leaves


def gather_all(values: Iterator[Decided]) -> Decided:
    """The lowest of the values, with the leaves of all that share it."""
    found = list(values)
    lowest = min((value[0] for value in found), default=Answer.YES)
    return lowest, tuple(leaf for value in found if value[0] is lowest for leaf in value[1])


class Reason(NamedTuple):
    """A node of the tree of reasons: its answer, its parts, and the leaf where it is one.

    ``decides`` is true on the paths that make the answer what it is.
    """

    node: Node
    answer: Answer
    link: Link | None
    parts: "tuple[Reason, ...]" = ()
    leaf: Leaf | None = None


class Reasons(Reading):
    """The whole tree: every limb is read, whether it can change anything or not."""

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Reason:
        if not limb.applies(link):
            return Reason(node, Answer.NO, link)
        step = self.read(limb, link)
        read_on = self.begin if limb.day == "begin" else self.day
        return Reason(node, step.answer, link, (), Leaf(limb, link, step, read_on, amendment=self.amendment))

    def all(self, node: Node, values: Iterator[Reason], link: Link | None) -> Reason:
        parts = tuple(values)
        return Reason(node, min((part.answer for part in parts), default=Answer.YES), link, parts)

    def any(self, node: Node, values: Iterator[Reason], link: Link | None) -> Reason:
        parts = tuple(values)
        return Reason(node, max((part.answer for part in parts), default=Answer.NO), link, parts)

    def negated(self, node: Node, value: Reason, link: Link | None) -> Reason:
        return Reason(node, ~value.answer, link, (value,))


class Lines:
    """Lines over the day of the conduct."""

    def __init__(self, law: Law, conduct: Conduct) -> None:
        self.law, self.conduct = law, conduct
        self.known: dict[tuple[int, int], Any] = {}

    def leaf(self, node: Node, limb: Limb, link: Link | None) -> Line:
        return limb.line(self.law, self.conduct, link) if limb.applies(link) else Line.always(Answer.NO)

    def all(self, node: Node, values: Iterator[Line], link: Link | None) -> Line:
        line = Line.always(Answer.YES)
        for value in values:
            line &= value
        return line

    def any(self, node: Node, values: Iterator[Line], link: Link | None) -> Line:
        line = Line.always(Answer.NO)
        for value in values:
            line |= value
        return line

    def negated(self, node: Node, value: Line, link: Link | None) -> Line:
        return ~value
