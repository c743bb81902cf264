"""The same rule over millions of rows: tables in, tables with answers out; every cell agrees with the one-case finding.

    fold     the rule's lines over epochs -> small tables of signatures, once for a version of the record
    tag      a table -> the same table with an answer, its link, and the key of its finding in each row
    explain  a row -> the finding behind it
    panel    the record -> a table of states, pairs or members by period

Needs the extra ``columns``; country codes can be looked up without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .compare import Change, compare_file
    from .crosswalk import Codes, codes
    from .events import LAYOUTS, read_map
    from .files import explain_row, notes_in, tag_file
    from .frames import tag, tagger_for
    from .panel_files import panel_format, write_panel
    from .panels import Panel, make_panel, panel
    from .shown import fold_lines
    from .sources import scanned

__all__ = [
    "LAYOUTS",
    "Change",
    "Codes",
    "Panel",
    "codes",
    "compare_file",
    "explain_row",
    "fold_lines",
    "make_panel",
    "notes_in",
    "panel",
    "panel_format",
    "read_map",
    "scanned",
    "tag",
    "tag_file",
    "tagger_for",
    "write_panel",
]

HOMES = {
    "LAYOUTS": ".events",
    "Change": ".compare",
    "compare_file": ".compare",
    "Codes": ".crosswalk",
    "Panel": ".panels",
    "codes": ".crosswalk",
    "explain_row": ".files",
    "fold_lines": ".shown",
    "make_panel": ".panels",
    "notes_in": ".files",
    "panel": ".panels",
    "panel_format": ".panel_files",
    "read_map": ".events",
    "scanned": ".sources",
    "tag": ".frames",
    "tag_file": ".files",
    "tagger_for": ".frames",
    "write_panel": ".panel_files",
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that is its home; read when first asked for, so that no extra is needed before."""
    if name not in HOMES:
        raise AttributeError(f"module 'ratione.columns' has no attribute {name!r}")
    value = getattr(import_module(HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
