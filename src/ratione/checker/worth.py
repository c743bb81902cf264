"""Worth: whether a sentence names somebody or tells of an act, so that it can claim anything and is worth reading."""

from __future__ import annotations

import re

from .context import Context
from .marked import Marked
from .sieve import Kept

__all__ = ["worth"]

KEYS = re.compile(
    r"been in since|instrument|belong|includ|among|appl|prosecutor|president|judge|registrar|waive|bind|leav|depart|walk|went|stand|stay|keep|kept|comprise|such as|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"name|put|settl|\bout\b|\bdone\b|\bare:|elect|head|serv|took|warrant|bound|follow|did so|same|"
    r"sign|ratif|acce|part(?:y|ies|\b)|member|withdr|left|quit|exit|pull|force|notif|inform|declar|lodg|refer|vot|abstain|veto|"
    r"join|succe|establish|found|creat|set up|began|start|open|launch|initiat|authori|clos|conclud|recogn|deposit|effect|enact|"
    r"revok|rescind|terminat|sanction|design|order|act|law|amend|outside|countries|states|nations|became|intend|jurisdiction|"
    r"notice|sent|handed|added|lift|scrap|repeal|congress|expir|injunc|ceas|ended|signs|ratifies|nullif|suspend|renounc|repudiat|adopt|impos|block|list|visa|agreement|submitted|licen|draft|resolution|unanim|number|today|council"
)
CLAIMING = Kept(lambda word: KEYS.search(f" {word} ") is not None)
"""Whether a word alone makes a sentence worth reading."""
EVENTS = Kept(
    re.compile(
        r"reject|refus|^rul(?:ed|es|ing)$|decid|enjoin|^v$|attend|deprior|embassy|^pass(?:ed|es)$|denied|blocked"
    ).search
)
"""Whether a word alone makes a sentence with a day worth reading: something that happened on it."""
ACTING = Kept(
    re.compile(
        r"^(?:un)?(?:sign|ratif|acce|part(?:y|ies)$|member|withdr|left$|leav|quit|exit|pull|join|notif|inform|declar|lodg|refer|"
        r"vot|abstain|veto|bound$|bind|follow|same$|revok|rescind|sanction|terminat|lift|scrap|repeal|expir|outside$|inten|stay|remain|"
        r"nullif|suspend|renounc|repud|depart|walk|went$|court$|designat|licen|deposit|succe|force$|oppos|against$|favou?r|back|"
        r"block|ceas|ended$|added$|unanim|did$|either$|neither$|impos|adopt|enact|recogn|jurisdiction$|belong|hand|serv|elect|took$|handed$)"
    ).search
)
"""Whether a word alone tells of an act, so that it makes a sentence without any name worth reading."""
TELLING = frozenset(("listed", "measure", "resolution", "agreement", "licence"))
"""Kinds of mentions that make a sentence worth reading whatever its words."""
NAMELESS = frozenset(("country", "word", "none", "body", "treaty", "other"))
"""Kinds of mentions that name nobody."""
TOGETHER = re.compile(
    "|".join(words for words in KEYS.pattern.split("|") if " " in words or ":" in words.replace("?:", ""))
)
"""Words that do so only together."""


def worth(sentence: Marked, context: Context) -> bool:
    """Whether a sentence names somebody or tells of an act, so that it can claim anything."""
    kinds = {one.kind for one in sentence.mentions}
    if kinds & TELLING or (context.told is not None and "day" in kinds) or "itself" in sentence.words:
        return True
    if ("day" in kinds or context.line_day) and any(map(EVENTS.__getitem__, sentence.words)):
        return True
    asked = ACTING if kinds <= NAMELESS else CLAIMING
    return any(map(asked.__getitem__, sentence.words)) or TOGETHER.search(sentence.fold) is not None
