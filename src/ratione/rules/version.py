"""Version of a rule: what a receipt names so that an answer can be given again."""

from __future__ import annotations

from hashlib import sha256

from .tree import Ask, Node, nodes_of

__all__ = ["rules_version"]


def rules_version(rule: Node) -> str:
    """Sixteen hex digits that change when the rule or one of its limbs does."""
    said = [f"{type(node).__name__} {node.name} {len(node.parts)}" for node in nodes_of(rule)]
    said += [repr(node.limb[:-1]) for node in nodes_of(rule) if isinstance(node, Ask)]
    return sha256("\n".join(said).encode()).hexdigest()[:16]
