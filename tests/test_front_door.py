"""The front door: every public name, sorted, at home where it says, and fast."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import ratione

SOURCE = Path(ratione.__file__)


def test_the_names_are_sorted_and_complete():
    """As ruff sorts: constants, then classes, then functions; each has a home and no home is without a name."""
    names = ratione.__all__
    groups = [sorted(n for n in names if n.isupper()), sorted(n for n in names if not n.isupper() and n[0].isupper())]
    assert names == [*groups[0], *groups[1], *sorted(n for n in names if n[0].islower())]
    assert set(names) == set(ratione.HOMES)
    assert list(ratione.HOMES) == sorted(ratione.HOMES)


def test_type_checkers_see_the_same_names():
    block = next(node for node in ast.parse(SOURCE.read_text("utf-8")).body if isinstance(node, ast.If))
    seen = {alias.asname or alias.name for node in block.body for alias in node.names}
    assert seen == set(ratione.__all__)


@pytest.mark.parametrize("name", ratione.__all__)
def test_a_name_comes_from_its_home(name):
    value = getattr(ratione, name)
    home = "ratione" + ratione.HOMES[name].partition(":")[0]
    assert value is not None
    if isinstance(value, type | FunctionType):
        assert getattr(value, "__module__", home) in (home, "datetime")
        assert value.__doc__


@pytest.mark.parametrize("name", ratione.__all__)
def test_dir_names_it(name):
    assert name in dir(ratione)


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="module 'ratione' has no attribute 'jurisdicton'"):
        ratione.jurisdicton  # noqa: B018


def test_importing_it_loads_the_standard_library_only():
    """What a question needs is loaded when it is asked."""
    code = f"import sys; sys.path.insert(0, {str(SOURCE.parents[1])!r}); import ratione; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    known = set(sys.stdlib_module_names) | {"ratione"}
    assert {name.split(".")[0] for name in loaded if not name.startswith("_")} - known <= {
        "sitecustomize",
        "usercustomize",
    }
    assert [name for name in loaded if name.startswith("ratione")] == ["ratione"]
