"""Notebooks run from top to bottom, print what is kept in them, and draw the pictures of the pages."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def tool(name: str) -> ModuleType:
    """A module of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool("notebooks")


@pytest.mark.parametrize("path", TOOL.NOTEBOOKS, ids=lambda path: path.name)
def test_every_cell_prints_and_draws_what_is_kept(path):
    wrong = list(TOOL.differences(path))
    assert not wrong, "run tools/notebooks.py --write and read the difference: " + "\n".join(wrong)


def test_a_cell_that_prints_something_else_is_seen(tmp_path):
    cell = {"cell_type": "code", "source": ["1 + 1"], "outputs": [{"text": ["3\n"]}]}
    path = tmp_path / "sum.ipynb"
    path.write_text(json.dumps({"cells": [cell]}), "utf-8")
    assert list(TOOL.differences(path)) == ["sum.ipynb, cell 1:\n2\n"]


def yearly(text: str) -> list[tuple[str, ...]]:
    """The years and shares in a printed table."""
    return [
        tuple(re.findall(r"[\d.]+", line)) for line in text.splitlines() if re.match(r"20(0[2-9]|1\d|20) +\d", line)
    ]


def test_the_page_and_the_notebook_tell_the_same_shares():
    notebook = json.loads((ROOT / "notebooks" / "ged.ipynb").read_text("utf-8"))
    printed = "".join(TOOL.kept(cell) for cell in notebook["cells"] if cell["cell_type"] == "code")
    page = yearly((ROOT / "docs" / "ged.md").read_text("utf-8"))
    assert len(page) == 19
    assert yearly(printed) == page


def test_a_plot_takes_five_lines():
    page = (ROOT / "docs" / "ged.md").read_text("utf-8").partition("## Five lines")[2]
    code = re.search(r"```python\n(.*?)```", page, re.S)
    assert code
    assert len([line for line in code[1].splitlines() if line.strip()]) <= 5


def test_the_pictures_say_what_was_presumed():
    for name in ("ged-share", "ged-map"):
        drawn = (ROOT / "docs" / f"{name}.svg").read_text("utf-8")
        assert "Nationality: none presumed." in drawn
        assert "CC BY 4.0" in drawn
