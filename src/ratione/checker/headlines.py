"""Headlines: headings that are whole sentences, with a subject and a verb: Armenia joins the ICC."""

from __future__ import annotations

import re

from .marked import Marked

__all__ = ["tells"]

VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|becomes?|became|joins?|joined|ratif(?:y|ies|ied)|accedes?|acceded|signs?|signed|withdraws?|withdrew|"
    r"leaves?|left|quits?|exits?|notif(?:y|ies|ied)|refer(?:s|red)|deposits?|deposited|enters?|entered|imposes?|imposed|sanctions|"
    r"sanctioned|lifts?|lifted|revokes?|revoked|rescinds?|rescinded|vetoe?[ds]?|blocks?|blocked|votes?|voted|abstains?|abstained)\b"
)
OPEN = re.compile(
    r"\?|:$|^\W*(?:why|how|what|when|whether|where|which|who|whose|if|can|could|should|would|will|may|might|must|do|does|did|is|are|was|"
    r"were|has|have|after|before|since|as|until|while|myth|claim|fact check|states|countries|those|that)\b",
    re.IGNORECASE,
)
"""Headings that ask, suppose, or name a thing."""
LONGEST = 160


def tells(heading: Marked) -> bool:
    """Whether a heading tells something: it names a state or body, and a verb follows the name."""
    text = heading.text
    if len(text) > LONGEST or OPEN.search(text):
        return False
    verb = VERB.search(text.lower())
    names = [one for one in heading.mentions if one.kind in ("state", "body", "treaty", "person")]
    return verb is not None and any(one.end <= verb.start() for one in names)
