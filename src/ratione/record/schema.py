"""JSON Schema files for the text of the record, so that an editor completes fields and marks faults.

Made from the same types that reading checks against::

    python -m ratione.record.schema data/schema
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from .bounds import Bound
from .folder import SHELVES

__all__ = ["main", "schemas"]


def schemas() -> dict[str, bytes]:
    """The schema of each folder of the record, by file name.

    >>> sorted(schemas())[:3]
    ['activities.json', 'agreements.json', 'alliances.json']
    """
    made = {f"{shelf.rpartition('/')[2]}.json": of_shelf(shelf) for shelf in SHELVES}
    made["bounds.json"] = written({"type": "object", "additionalProperties": {"$ref": "#/$defs/Bound"}}, Bound)
    return made


def of_shelf(shelf: str) -> bytes:
    """The schema of the files in one folder, without what the name of the file says."""
    kind = SHELVES[shelf].kind
    top: dict[str, Any] = {"$ref": f"#/$defs/{kind.__name__}"}
    if shelf == "sources":
        rows = {"source": {"type": "array", "items": top}}
        top = {"type": "object", "properties": rows, "required": ["source"], "additionalProperties": False}
    return written(top, kind, "family" if shelf == "sources" else "code")


def written(top: dict[str, Any], kind: type, never: str = "") -> bytes:
    """A schema as it stands in its file: sorted, indented, the field that is ``never`` written left out."""
    whole = msgspec.json.schema(kind)
    own = whole["$defs"][kind.__name__]
    own["properties"].pop(never, None)
    own["required"] = [name for name in own["required"] if name != never]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": whole["$defs"]}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2) + b"\n"


def main(folder: Path) -> None:
    """Writes every schema into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in schemas().items():
        (folder / name).write_bytes(raw)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
