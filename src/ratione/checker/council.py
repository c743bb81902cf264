"""Council: votes, referrals and counts of a sentence, read by their places in its clauses, beside single patterns."""

from __future__ import annotations

from . import days
from .context import Context
from .hits import Placed
from .marked import Marked
from .memberships import with_counts
from .objects import Objects
from .referring import with_referrals
from .subjects import Words
from .tallies import tallied
from .votes import with_votes

__all__ = ["with_council"]


def with_council(
    claims: list[Placed], sentence: Marked, found: list[days.Found], context: Context, objects: Objects, words: Words
) -> list[Placed]:
    """The claims of a sentence with its votes and referrals, in the order of their places."""
    claims = with_referrals(claims, sentence, found, context, objects, words)
    claims, ballots = with_votes(claims, sentence, found, context, objects, words)
    claims = [*claims, *tallied(sentence, found, context, objects, ballots[0] if len(ballots) == 1 else None)]
    claims = with_counts(claims, sentence, found, context)
    return sorted(claims, key=lambda one: one[1])
