"""Sieve: what the words of a sentence rule out, so that only what can fit is tried.

A sentence is parted into words once. What a word can be part of is worked out when it is first met and kept; nothing here
decides a claim, it only says which searches would find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

__all__ = [
    "AGAIN",
    "BALLOT",
    "BINDS",
    "DIGIT",
    "GOAL",
    "LONE",
    "REFERS",
    "RELATIVE",
    "SENT",
    "SPEAKS",
    "SPELLED",
    "STATUS",
    "TALLY",
    "VOTES",
    "Kept",
    "flat",
    "may",
]

DIGIT, SPELLED, LONE, STATUS, RELATIVE, VOTES, TALLY, BALLOT, SPEAKS, BINDS, REFERS, SENT, GOAL, AGAIN = (
    1 << place for place in range(14)
)
"""What a word can be part of: a number in figures or in words, a treaty's name, a word of status, a day told by another;
a vote, its result, that on which it was; an act spoken of, force; a referral, something sent, to whom, once more."""

WHICH = (
    (DIGIT, "[0-9]"),
    (
        SPELLED,
        "^(?:hundred|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|ten|"
        "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)$",
    ),
    (
        LONE,
        "convention|covenant|protocol|treaty|accord|charter|pact|agreement|^(?:npt|ctbt|tpnw|iccpr|icescr|unclos|cedaw|opcat)$",
    ),
    (
        STATUS,
        "^(?:states?|part(?:y|ies)|sign|signs|signing|member|signed|signator(?:y|ies)|ratif.*|acced.*|accession|withdr[ae]w.*|"
        "force|referr(?:ed|al)|vetoed|abstained|sanction.*|revoked|enacted|joined)$",
    ),
    (
        RELATIVE,
        "later|earlier|afterwards|following|next|same|previous|^that$|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|^last$|^this$|^ago$|^eve$|^day$|^[0-9]+(?:st|nd|rd|th)$",
    ),
    (VOTES, "vot|abst|veto|block|back|support"),
    (TALLY, "adopt|pass|vot|approv|carri|refer|veto|fail"),
    (BALLOT, "draft|resol|refer|veto|defer|council|request|motion|call|adopt|vot|text"),
    (
        SPEAKS,
        "sign|ratify|deposit|approve|accept|accede|acceding|withdraw|leav|quit|pull|denounce|exit|join|become|refer|"
        "^lodge$|^make$|^file$|^submit$|^add$|inten|would|will|never",
    ),
    (BINDS, "force|effect|binding|applied"),
    (REFERS, "refer"),
    (SENT, "sen|hand|submi|br|put|took|takes|transferred|remitted|entrusted|asked|asks|request|invit"),
    (GOAL, "court|prosecutor|hague|tribunal|icc|otp"),
    (AGAIN, "did|does|^do$|done|made|filed|lodged|added|joined|used|submi|sent"),
)
FINDERS = tuple((bit, re.compile(words)) for bit, words in WHICH)
MOST = 50_000
"""Words that are kept, at most."""

FLAT = bytes(code if chr(code).isdigit() or "a" <= chr(code) <= "z" else 32 for code in range(128)) + b" " * 128


class Kept(dict[str, Any]):
    """What a question says of each word, worked out when the word is first met.

    >>> Kept(str.isdigit)["2004"]
    True
    """

    def __init__(self, asked: Callable[[str], Any]) -> None:
        super().__init__()
        self.asked = asked

    def __missing__(self, word: str) -> Any:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self.asked(word)
        return found


BITS = Kept(lambda word: sum(bit for bit, finder in FINDERS if finder.search(word)))


def flat(fold: str) -> str:
    """A folded text with a blank for each sign that is no letter or figure; every sign keeps its place.

    >>> flat("the u.s.-led vote")
    'the u s  led vote'
    """
    return fold.encode("ascii", "replace").translate(FLAT).decode("ascii")


def may(words: list[str]) -> int:
    """What the words can be part of, as bits.

    >>> may(["ghana", "signed", "2"]) & (STATUS | DIGIT | LONE) == STATUS | DIGIT
    True
    """
    return reduce(or_, map(BITS.__getitem__, words), 0)
