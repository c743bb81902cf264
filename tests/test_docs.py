"""The pages: every example prints what they show, every link leads somewhere, and nothing that users meet is left out."""

from __future__ import annotations

import importlib.util
import inspect
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import ratione
from ratione import FACTS, Answer, Law, OpenKind, Record, errors
from ratione.record.act import Act
from ratione.record.supposing import KINDS
from ratione.rules.jurisdiction import JURISDICTION
from ratione.rules.tree import AnyLink, EveryLink, Node, ask, limbs_of, named, nodes_of
from ratione.surfaces import cli
from ratione.words import WEAK_MARKS

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)


def tool(name: str) -> ModuleType:
    """A module of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES, REFERENCE = tool("pages"), tool("reference")
LINKED = [*PAGES.PAGES, *sorted((ROOT / "docs" / "reference").glob("*.md")), ROOT / "CHANGELOG.md"]


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def entry(page: str, heading: str) -> str:
    """What stands below a heading, to the next of its level."""
    found = re.search(rf"^(#+) `?{re.escape(heading)}`?$\n(.*?)(?=^\1 |^#{{1,2}} |\Z)", page, re.M | re.S)
    return found[2] if found else ""


@pytest.mark.parametrize("path", PAGES.PAGES, ids=lambda path: path.name)
def test_every_example_prints_what_the_page_shows(path):
    wrong = list(PAGES.differences(path))
    assert not wrong, "run tools/pages.py --write and read the difference: " + "\n".join(
        f"{one.example}\n{one.says}" for one in wrong
    )


@pytest.mark.parametrize("path", LINKED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_link_leads_somewhere(path):
    page = path.read_text("utf-8")
    for link in PAGES.links(page):
        target, _, anchor = link.partition("#")
        goal = (path.parent / target).resolve() if target else path
        assert goal.exists(), f"{path.name}: {link}"
        if anchor:
            assert anchor in PAGES.slugs(goal.read_text("utf-8")), f"{path.name}: {link}"


@pytest.mark.parametrize("path", PAGES.PAGES, ids=lambda path: path.name)
def test_every_page_can_be_reached_from_the_first(path):
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        targets = (link.partition("#")[0] for link in PAGES.links(page.read_text("utf-8")))
        waiting += [goal for target in targets if target and (goal := (page.parent / target).resolve()).is_file()]
    assert path in reached


@pytest.mark.parametrize("path", PAGES.PAGES, ids=lambda path: path.name)
def test_no_example_depends_on_the_day_on_which_it_is_read(path):
    asks = ("ask ", "status ", "parties", "spans")
    for block in PAGES.blocks(path.read_text("utf-8"), "console"):
        for command in PAGES.commands(block.text):
            if any(f"ratione {word}" in command.line for word in asks) and "found" not in "".join(command.shown):
                assert "--asked-on" in command.line or "--help" in command.line, command.line


def test_the_tool_sees_an_example_that_has_changed():
    assert PAGES.agrees(["a", "...", "c"], ["a", "b", "c"])
    assert not PAGES.agrees(["a", "...", "x", "..."], ["a", "b", "c"])
    assert not PAGES.agrees(["a"], ["a", "b"])
    assert not PAGES.agrees(["b", "..."], ["a", "b"])
    assert PAGES.agrees(["record 0123456789abcdef"], ["record fedcba9876543210"])
    assert PAGES.refreshed(["a", "~", "...", "c"], ["a 1", "b", "x", "c 2"]) == ["a 1", "b", "...", "c 2"]


def test_the_reference_is_up_to_date():
    old = [name for name, page in REFERENCE.pages().items() if text(f"docs/reference/{name}") != page]
    assert not old, "run: python tools/reference.py"


@pytest.mark.parametrize("limb", limbs_of(JURISDICTION), ids=lambda limb: limb.name)
def test_every_limb_has_its_entry(limb):
    found = entry(text("docs/law.md"), limb.name)
    assert limb.question in found
    assert f"- Article: {limb.article}" in found
    for part in ("- Line: ", "- Read on: ", "- Asked of: ", "- Not given: ", "```console"):
        assert part in found, f"{limb.name}: {part} is missing"
    if limb.point:
        assert f"`{limb.point}`" in found


def test_no_entry_stands_for_a_limb_that_is_gone():
    heads = set(re.findall(r"^### ([a-z]\w+)$", text("docs/law.md"), re.M))
    assert heads == {limb.name for limb in limbs_of(JURISDICTION)}


def shape(node: Node) -> str:
    """A rule without the order of its parts, which changes no answer."""
    return f"{type(node).__name__} {node.name} ({', '.join(sorted(map(shape, node.parts)))})"


def test_the_page_shows_the_tree_as_it_is():
    page = text("docs/law.md").partition("## The tree")[2]
    code = re.search(r"```text\n(.*?)```", page, re.S)
    assert code
    names: dict[str, Any] = {limb.name: ask(limb) for limb in limbs_of(JURISDICTION)}
    names |= {"AnyLink": AnyLink, "EveryLink": EveryLink}
    for line in re.sub(r"\n +", " ", code[1]).splitlines():
        name, _, rule = line.partition("=")
        node = eval(rule.strip(), {"__builtins__": {}}, names)
        names[name.strip()] = named(name.strip(), node)
    assert shape(names["jurisdiction"]) == shape(JURISDICTION)
    for name in (node.name for node in nodes_of(JURISDICTION) if node.name and node.parts):
        assert f"*{name}*" in page, f"the tree in words lacks {name}"


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_every_fact_is_explained(fact):
    row = next((line for line in text("docs/law.md").splitlines() if line.startswith(f"| `{fact.name}` |")), "")
    assert f"`--{fact.name.replace('_', '-')}`" in row
    told = row.split(" | ")[-1]
    if fact.not_given == "presumed":
        assert "presumed" in told or fact.name == "asked_on"
    assert len(told) > 5


def test_the_contested_points_answer_as_the_page_says():
    law = Law(Record.embedded(), TODAY)
    table = text("docs/law.md").partition("## Contested points")[2].partition("Points of the record that")[0]
    shown = dict(re.findall(r"^\| `([\w-]+)` \|.*?\| \*\*(\w+)\*\*", table, re.M))
    assert {code: str(law.line("point", code).steps[0].answer) for code in shown} == shown
    assert {limb.point for limb in limbs_of(JURISDICTION) if limb.point} <= set(shown)
    places = {code for place in law.record.places.values() for one in place.holders for code in one.disputes}
    acts = {getattr(act, "dispute", "") for _, act in law.record.acts.values()} - {""}
    assert places | acts <= set(shown)


@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_has_a_page_and_is_named_in_another(command):
    assert f"## ratione {command}\n" in text("docs/reference/commands.md")
    pages = "".join(page.read_text("utf-8") for page in PAGES.PAGES if page.name != "CONTRIBUTING.md")
    assert f"ratione {command}" in pages, f"no page beside the reference names: ratione {command}"


def test_every_answer_word_kind_and_mark_is_explained():
    glossary, readme = text("docs/glossary.md"), text("README.md")
    for word in (*map(str, Answer), *map(str, OpenKind), *WEAK_MARKS):
        assert f"`{word}`" in glossary, word
    for mark, meaning in WEAK_MARKS.items():
        assert f"| `{mark}` | {meaning} |" in readme


def test_every_kind_of_act_and_every_status_is_in_the_glossary():
    glossary = text("docs/glossary.md")
    assert all(issubclass(kind, Act) for kind in KINDS.values())
    for word in (*KINDS, "signatory", "deposited", "party", "former-party", "accepted", "bound"):
        assert f"`{word}`" in glossary, word


def test_every_error_and_exit_code_is_explained():
    page = text("docs/reference/errors.md")
    classes = [name for name in errors.__all__ if name in ratione.__all__]
    assert len(classes) >= 5
    for name in classes:
        assert f"### {name}\n" in page
    for code in (0, 1, 2, 3, 130):
        assert re.search(rf"^\| {code} \| \w", page, re.M)
        assert re.search(rf"\b{code}\b", cli.__doc__ or "")
    assert "| 130 |" in text("docs/how-to.md")


def keys_of(value: Any, path: str = "") -> set[str]:
    """The paths of every field in a value; lists are entered, maps whose keys are values are not."""
    if isinstance(value, list):
        return set().union(*(keys_of(one, f"{path}[]") for one in value)) if value else set()
    if isinstance(value, dict) and not path.endswith((".could", ".with", "facts")):
        found = set()
        for key, one in value.items():
            place = f"{path}.{key}" if path else key
            found |= {place} | keys_of(one, place)
        return found
    return set()


JSON_COMMANDS = {
    "ask jurisdiction": [
        ["--crime", "crimes-against-humanity", "--on", "2017-10-26/2017-10-28", "--territory", "BDI", "--timeline"],
        ["--crime", "aggression", "--on", "2021-01-01", "--territory", "IRL", "--nationality", "GBR",
         "--suppose", "USA ratification rome-statute 2027-03-01"],
    ],
    "status": [["Ukraine", "--on", "2026-11-21"], ["Niger", "--on", "2026-11-21"], ["Burundi", "--on", "2004-10-01"]],
    "parties": [["--on", "2026-11-21"]],
    "spans": [["--instrument", "rome-statute"]],
}  # fmt: skip


@pytest.mark.parametrize("command", JSON_COMMANDS)
def test_every_field_of_the_json_is_explained_and_none_is_invented(command, capsys):
    found: set[str] = set()
    for words in JSON_COMMANDS[command]:
        assert cli.main([*command.split(), *words, "--json", "--asked-on", "2026-11-21"]) == 0
        found |= keys_of(json.loads(capsys.readouterr().out))
    shown = set(re.findall(r"^\| `([\w.\[\]]+)` \|", entry(text("docs/json.md"), f"ratione {command} --json"), re.M))
    assert found - shown == set(), "fields that docs/json.md does not explain"
    assert shown - found == set(), "fields that docs/json.md explains and no output has"


def test_a_change_has_its_note():
    notes = [path for path in (ROOT / "changelog.d").glob("*.md") if path.name != "README.md"]
    assert all(re.match(r"(added|changed|fixed|data|removed)-[a-z0-9-]+\.md$", path.name) for path in notes)
    assert notes or "## 0." in text("CHANGELOG.md")


def test_the_readme_names_the_two_commands_and_what_run_starts():
    readme, makefile = text("README.md"), text("Makefile")
    run = re.search(r"^run:.*\n\t\$\(BIN\)/(ratione \w+)", makefile, re.M)
    assert run
    assert run[1] in readme
    assert run[1].removeprefix("ratione ") in cli.COMMANDS
    assert "make run" in readme
    assert "make test" in readme


@pytest.mark.parametrize("name", sorted(ratione.__all__))
def test_every_function_of_the_front_door_has_an_example(name):
    value = getattr(ratione, name)
    if inspect.isfunction(value):
        assert ">>> " in (value.__doc__ or ""), f"{value.__module__}.{name}: its docstring has no example that runs"
