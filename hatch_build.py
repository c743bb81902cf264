"""Compiles the record's text into the package when it is built, so that no answer waits for parsing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecord(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``src/ratione/record.json`` from ``data/`` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from ratione.record.reading import build  # the package itself, from source

        build(root / "data", root / "src" / "ratione" / "record.json")
