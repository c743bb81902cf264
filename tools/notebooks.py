"""Notebooks: every cell run from top to bottom, and what it prints and draws compared with what is kept.

    python tools/notebooks.py            say which cells print or draw something else
    python tools/notebooks.py --write    keep what they print, and their pictures as docs/NAME.svg

A notebook is run in its own folder by plain ``exec``; nothing of Jupyter is needed. Text is kept in the notebook, pictures
beside the pages. One version of the record counts as good as another.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

__all__ = ["NOTEBOOKS", "differences"]

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
VERSION = re.compile(r"\b[0-9a-f]{16}\b")


def ran(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - the notebooks are our own
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None  # noqa: S307
        if value is not None and not hasattr(value, "_repr_mimebundle_"):
            print(value)
    return said.getvalue(), value


def run(notebook: dict[str, Any], folder: Path) -> Iterator[tuple[int, dict[str, Any], str, dict[str, str]]]:
    """Each cell of code: its number, itself, what it prints, and its pictures by name."""
    names: dict[str, Any] = {"__name__": "__main__"}
    here, path = os.getcwd(), list(sys.path)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    try:
        for number, cell in enumerate(notebook["cells"], 1):
            if cell["cell_type"] == "code":
                text, value = ran("".join(cell["source"]), names)
                drawn = {value.name: value.svg} if hasattr(value, "_repr_svg_") else {}
                yield number, cell, text, drawn
    finally:
        os.chdir(here)
        sys.path[:] = path


def kept(cell: dict[str, Any]) -> str:
    """What the notebook says that a cell prints."""
    return "".join(line for output in cell["outputs"] for line in output.get("text", []))


def plain(text: str) -> str:
    """Text with every version of a record written alike."""
    return VERSION.sub("0" * 16, text)


def differences(path: Path, *, write: bool = False) -> Iterator[str]:
    """Every cell that prints or draws something else than is kept; with ``write`` it is kept from now on."""
    notebook = json.loads(path.read_text("utf-8"))
    for number, cell, text, drawn in run(notebook, path.parent):
        if plain(text) != plain(kept(cell)):
            yield f"{path.name}, cell {number}:\n{text}"
            if write:
                lines = text.splitlines(keepends=True)
                cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": lines}] if lines else []
        for name, svg in drawn.items():
            picture = ROOT / "docs" / f"{name}.svg"
            if not picture.exists() or picture.read_text("utf-8") != svg:
                yield f"{path.name}, cell {number}: docs/{name}.svg"
                if write:
                    picture.write_text(svg, "utf-8")
    if write:
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> int:
    """Compares, or writes; 1 where something differs and was not written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="keep what the cells print and draw")
    arguments = parser.parse_args()
    wrong = 0
    for path in NOTEBOOKS:
        for said in differences(path, write=arguments.write):
            wrong += 1
            sys.stdout.write(said + "\n")
    return 1 if wrong and not arguments.write else 0


if __name__ == "__main__":
    sys.exit(main())
