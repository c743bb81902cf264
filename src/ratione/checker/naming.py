"""Naming: the forms in which a cell, label or list can hold the name of a state."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["forms"]

MARKS = re.compile(r"\s*[\[(*†‡].*$")
NUMBERED = re.compile(r"^(?:\d{1,3}[.)]?\s+|[^\w(]+)")
NOTED = re.compile(r"(?<=[^\W\d])\s?\d{1,2}(?:,\s?\d{1,2})*$")
TURNED = re.compile(r"^([^,()]{3,40}), ([^,()]{3,50}(?: of| of the| the)?)$")
"""A name whose first words stand behind: Tanzania, United Republic of."""


def forms(text: str) -> Iterator[str]:
    """A name as written, then without marks, number or flag, then put the right way round.

    >>> list(forms("Tanzania, United Republic of"))[-1]
    'United Republic of Tanzania'
    """
    stripped = text.strip()
    bare = MARKS.sub("", stripped) or stripped
    yield stripped
    yield bare
    if bare[:4].lower() == "the ":
        yield bare[4:]
    cut = NOTED.sub("", NUMBERED.sub("", bare))
    if cut != bare and len(cut) > 3:
        yield cut
    if turned := TURNED.match(cut):
        first, last = turned.groups()
        yield f"{last.removesuffix(' the')} {first}"
        yield f"{last} {first}"
