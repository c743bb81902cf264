"""Trees: limbs joined by and, or, not, "any link" and "every link".

>>> from ratione.limbs.personae import of_age
>>> rule = ask(of_age) & ~ask(of_age)
>>> type(rule).__name__, len(rule.parts)
('All', 2)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..limbs.limb import Limb

__all__ = [
    "All",
    "AnyLink",
    "Any_",
    "Ask",
    "EveryLink",
    "Node",
    "Not",
    "OverLinks",
    "ask",
    "limbs_of",
    "named",
    "quantifiers_of",
]


class Node:
    """A part of a rule; ``name`` is what lawyers call it, empty where it has no name of its own.

    ``per_link`` is true where its value depends on the link of which it is asked.
    """

    __slots__ = ("name", "per_link")
    parts: tuple[Node, ...] = ()

    def __init__(self, per_link: bool) -> None:
        self.name = ""
        self.per_link = per_link

    def __and__(self, other: Node) -> Node:
        return All(flat(All, self, other))

    def __or__(self, other: Node) -> Node:
        return Any_(flat(Any_, self, other))

    def __invert__(self) -> Node:
        return Not(self)


class Ask(Node):
    """A leaf: one limb."""

    __slots__ = ("limb",)

    def __init__(self, limb: Limb) -> None:
        super().__init__(limb.links != "none")
        self.limb = limb
        self.name = limb.name


class All(Node):
    """The lowest answer of its parts."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...]) -> None:
        super().__init__(any(part.per_link for part in parts))
        self.parts = parts


class Any_(Node):
    """The highest answer of its parts."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...]) -> None:
        super().__init__(any(part.per_link for part in parts))
        self.parts = parts


class Not(Node):
    """No and yes change places."""

    __slots__ = ("parts",)

    def __init__(self, part: Node) -> None:
        super().__init__(part.per_link)
        self.parts = (part,)


class OverLinks(Node):
    """A body asked of every link in turn."""

    __slots__ = ("parts",)

    def __init__(self, body: Node) -> None:
        super().__init__(False)
        self.parts = (body,)


class AnyLink(OverLinks):
    """The highest answer that the body has for some link; no where there is none."""

    __slots__ = ()


class EveryLink(OverLinks):
    """The lowest answer that the body has for some link; yes where there is none."""

    __slots__ = ()


def flat(kind: type[Node], one: Node, other: Node) -> tuple[Node, ...]:
    """The parts of two nodes side by side, without nesting nodes of one kind that have no name."""
    return tuple(
        part for node in (one, other) for part in (node.parts if type(node) is kind and not node.name else (node,))
    )


LEAVES: dict[str, Ask] = {}


def ask(limb: Limb) -> Node:
    """The leaf that asks the limb: one and the same wherever a rule asks it."""
    return LEAVES.setdefault(limb.name, Ask(limb))


def named(name: str, node: Node) -> Node:
    """The same node under a name."""
    node.name = name
    return node


def nodes_of(rule: Node) -> Iterator[Node]:
    """Every node of the tree, each once, from the root down."""
    seen: set[int] = set()
    waiting = [rule]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(reversed(node.parts))


def limbs_of(rule: Node) -> list[Limb]:
    """Every limb that the rule asks, each once, in the order of the tree."""
    return list(dict.fromkeys(node.limb for node in nodes_of(rule) if isinstance(node, Ask)))


def quantifiers_of(rule: Node) -> list[Node]:
    """Every "any link" and "every link" of the rule, in the order of the tree."""
    return [node for node in nodes_of(rule) if isinstance(node, OverLinks)]
