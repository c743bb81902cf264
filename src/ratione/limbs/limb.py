"""Limb: a question, its article, the family of lines that answers it, the facts that pick the line, the day it is read on."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from ..timelines import families  # noqa: F401 - enters every family
from ..timelines.law import Law
from ..timelines.line import Line
from .conduct import Conduct, Link

__all__ = ["LIMBS", "Limb", "limb"]


class Limb(NamedTuple):
    """One question a judge would ask.

    ``picks`` names the facts whose values pick the line out of its ``family``: fields of the link where the limb is asked
    of a link, else of the conduct; a name after ``=`` stands for itself. ``day`` is the day the line is read on: that of
    the conduct, or that on which the attack or the crime began. ``links`` says of which links it is asked at all.
    A ``gate`` only sorts questions into their branch; it is never the reason of an answer. A ``quiet`` limb is one only where
    something stands behind its step: an act, a contested point, or a remark.
    """

    name: str
    question: str
    article: str
    family: str
    picks: tuple[str, ...]
    day: Literal["conduct", "begin"] = "conduct"
    links: Literal["none", "any", "place", "passport"] = "none"
    gate: bool = False
    quiet: bool = False
    point: str = ""
    pick: Callable[[Conduct, Link | None], tuple[Any, ...]] = lambda conduct, link: ()

    def applies(self, link: Link | None) -> bool:
        """Whether the limb is asked of such a link."""
        return link is None or self.links in ("none", "any", link.by)

    def line(self, law: Law, conduct: Conduct, link: Link | None) -> Line:
        """The line that answers, as a function of the day of the conduct."""
        line = law.line(self.family, *self.pick(conduct, link))
        if self.day == "begin" and conduct.begin is not None:
            return line.held_from(conduct.begin)
        return line

    def __hash__(self) -> int:
        return hash(self.name)


LIMBS: dict[str, Limb] = {}
"""Every limb by its name."""


def limb(name: str, question: str, article: str, family: str, picks: str = "", **more: Any) -> Limb:
    """Enter a limb; ``picks`` is a list of words."""
    words = tuple(picks.split())
    made = Limb(name, question, article, family, words, pick=picker(words), **more)
    assert name not in LIMBS, f"two limbs named {name}"
    LIMBS[name] = made
    return made


def picker(words: tuple[str, ...]) -> Callable[[Any, Any], tuple[Any, ...]]:
    """A function from the facts to the values that pick a line.

    Facts of the link stand first, then those of the conduct, then words that stand for themselves.
    """
    of_link = [word for word in words if word in Link._fields]
    of_conduct = [word for word in words if word[0] != "=" and word not in Link._fields]
    own = tuple(word[1:] for word in words if word[0] == "=")
    assert words == (*of_link, *of_conduct, *("=" + word for word in own)), f"{words}: link, conduct, then own words"
    from_link, from_conduct = getter(of_link), getter(of_conduct)
    if not of_link:
        return lambda conduct, link: from_conduct(conduct) + own
    if not of_conduct:
        return lambda conduct, link: from_link(link) + own
    return lambda conduct, link: from_link(link) + from_conduct(conduct) + own


def getter(words: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function from a thing to the values of its fields."""
    if not words:
        return lambda thing: ()
    if len(words) == 1:
        one = attrgetter(words[0])
        return lambda thing: (one(thing),)
    return attrgetter(*words)
