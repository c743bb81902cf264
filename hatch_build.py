"""Compiles the record and the patterns of the checker into the package, so that no answer waits for parsing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecord(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``record.json`` and ``patterns.json`` in ``src/ratione`` from ``data/`` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from ratione.checker import patterns  # noqa: PLC0415 - the package itself, from source
        from ratione.record.reading import build  # noqa: PLC0415

        build(root / "data", root / "src" / "ratione" / "record.json")
        patterns.build(root / "data" / "patterns", root / "src" / "ratione" / "patterns.json")
