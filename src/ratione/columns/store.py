"""Store: folds kept on disk, one for a version of the record, of the rules, and for what is asked."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from ..timelines.law import Law
from .fold import Fold
from .plan import Asking

__all__ = ["folded_for"]


def folded_for(law: Law, asked: Asking) -> Fold | None:
    """The fold that was kept for this, None where there is none."""
    return None
