"""Store: folds kept on disk, one for a version of the record, of the rules, and of what is asked.

They stand in ``$RATIONE_CACHE``, else in the user's cache folder; a fold that cannot be kept or read is worked out again.
"""

from __future__ import annotations

import os
import zipfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from ..limbs.conduct import Conduct
from ..timelines.law import Law
from .extras import np
from .fold import Fold, Folder, day_of, fold, ordinal
from .plan import Asking

__all__ = ["folded_for", "kept_in"]

ARRAYS = (
    "days", "eras", "place_signatures", "place_steps", "place_ties", "place_givers", "passport_signatures", "passport_steps",
    "passport_ties",
)  # fmt: skip
LAYERS = ("record", "timelines", "limbs", "rules")


@cache
def rules_hash() -> str:
    """What changes when any line of the law's code does, or of the fold's."""
    root = Path(__file__).parents[1]
    paths = [path for layer in LAYERS for path in sorted((root / layer).glob("*.py"))]
    found = sha256()
    for path in [*paths, root / "columns" / "fold.py", root / "columns" / "cells.py"]:
        found.update(path.read_bytes())
    return found.hexdigest()


def kept_in() -> Path:
    """The folder in which folds are kept."""
    named = os.environ.get("RATIONE_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "ratione"


def folded_for(law: Law, asked: Asking) -> Fold | None:
    """The fold for what is asked, kept or worked out and then kept; one under suppositions is never kept."""
    assert asked.courses is not None
    if law.supposed:
        return None
    path = kept_in() / f"fold-{name_of(law, asked.courses)}.npz"
    found = opened(path)
    if found is None:
        found = fold(Folder(law, asked.courses))
        keep(path, found)
    return found


def name_of(law: Law, courses: tuple[Conduct, ...]) -> str:
    """The name of a fold: another for each version of the record and of the rules, day asked on, and course."""
    said = "|".join([law.record.version, str(law.asked_on), rules_hash(), *map(repr, courses)])
    return sha256(said.encode()).hexdigest()[:32]


def opened(path: Path) -> Fold | None:
    """The fold kept at ``path``; None where there is none, or it cannot be read."""
    try:
        with np.load(path, allow_pickle=False) as held:
            arrays = {name: held[name] for name in ARRAYS}
            days = [day_of(int(number)) for number in held["era_days"]]
            return Fold(**arrays, era_days=days, keepers=frozenset(held["keepers"].tolist()))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, EOFError):
        return None


def keep(path: Path, found: Fold) -> None:
    """Keeps a fold, whole or not at all; where it cannot be kept, nothing is lost but time."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb") as file:
            np.savez_compressed(
                file,
                **{name: getattr(found, name) for name in ARRAYS},
                era_days=np.array([ordinal(day) for day in found.era_days], np.int32),
                keepers=np.array(sorted(found.keepers), "U3"),
            )
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
