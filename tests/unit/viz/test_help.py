"""Every view says how it is computed, what to try and where it comes from, in whole sentences that can be translated.

What stands in “ ” is the name of something on screen, so it has to be there by that name; what is typed stands in ‘ ’.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from app.window import actions
from app.window.workspaces import WORKSPACES
from tests.helpers.texts import written
from tests.unit.test_translation import collect
from viz.help import Help, help_of
from viz.registry import all_views
from viz.view import View

ROOT = Path(__file__).resolve().parents[3]
VIEWS = [name for name, view in all_views().items() if view.__module__.startswith("viz.")]
PLAIN = {"__future__", "collections.abc", "typing", "viz.help", "viz.lab"}


def help_files() -> list[Path]:
    return sorted(path for path in (ROOT / "viz").rglob("help.py") if path.parent.name != "viz")


def texts_of(found: Help) -> tuple[str, ...]:
    return (found.how, *found.attempts, found.source)


def help_for(name: str) -> Help:
    found = help_of(all_views()[name])
    assert found is not None, f"{name} has no help"
    return found


@cache
def on_screen(module: str) -> frozenset[str]:
    """Every text in a view's file, by its module, and in those that it shares with the other views of its folder."""
    own = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    others = [path for path in own.parent.rglob("*.py") if path.name != "help.py"]
    files = [path for path in others if path == own or not path.name.endswith("_view.py")]
    return frozenset(text for path in files for text in written(ast.parse(path.read_text("utf-8"))))


@cache
def everywhere() -> frozenset[str]:
    """What is called by its name from anywhere: views, workspaces, and what can be done in menus."""
    views = {text for view in all_views().values() for text in (view.title, view.tab)}
    spaces = {it.title for it in WORKSPACES}
    return frozenset(views | spaces | {row.text.replace("&", "") for row in actions.ROWS})


def choices(view: type[View]) -> set[str]:
    """How the options of a view, and what can be chosen in them, are called."""
    return {text for it in view.options for text in (it.label, it.least, *map(it.text_of, it.choices))}


def named(text: str) -> list[str]:
    return re.findall("“([^”]+)”", text)


def not_there(view: type[View], text: str) -> list[str]:
    """Names in a text that neither the view has, nor another one that the text names, nor the map where it says so."""
    names, views = set(named(text)), all_views()
    meant = [view, *(other for other in views.values() if {other.title, other.tab} & names)]
    if re.search(r"\bthe map\b", text):
        meant.append(views["meaning_space"])
    known = set(everywhere()).union(*(choices(it) | on_screen(it.__module__) for it in meant))
    return sorted(names - known)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_tells_how_it_is_computed_what_to_try_and_its_source(name: str) -> None:
    found = help_for(name)
    assert len(found.attempts) >= 2
    for text in texts_of(found):
        assert text.endswith((".", "?")), text
        assert text == " ".join(text.split()), text
    assert found.how.endswith("."), found.how
    assert found.source.endswith("."), found.source
    assert len(set(texts_of(found))) == len(texts_of(found))


@pytest.mark.parametrize("name", VIEWS)
def test_what_a_help_names_is_on_screen(name: str) -> None:
    view, found = all_views()[name], help_for(name)
    texts = (found.how, *found.attempts)  # a source may quote the title of an essay
    assert {text: missing for text in texts if (missing := not_there(view, text))} == {}


def test_a_name_that_is_nowhere_is_found() -> None:
    view = all_views()["attention_head"]
    assert not_there(view, "Choose “difference” under “Show” and name a head in “minus layer”.") == []
    assert not_there(view, "Choose “As drawn” under “Show”.") == ["As drawn"]
    assert not_there(view, "Type two heads into “Heads”.") == ["Heads"]  # of another view
    assert not_there(view, "Type two heads into “Heads” of “Attention on the text”.") == []
    assert not_there(view, "Press “Fit layout”.") == ["Fit layout"]
    assert not_there(view, "On the map press “Fit layout”.") == []


def test_quotation_marks_are_paired() -> None:
    for name in VIEWS:
        for text in texts_of(help_for(name)):
            assert not set(re.sub("“[^“”]+”|‘[^‘’]+’", "", text)) & set("“”‘’"), text


def test_no_help_is_of_a_view_that_is_not_there() -> None:
    for path in help_files():
        package = ".".join(path.relative_to(ROOT).parent.parts)
        of_folder = {name for name, view in all_views().items() if view.__module__.rpartition(".")[0] == package}
        assert written_keys(path) == of_folder, path


def written_keys(path: Path) -> set[str]:
    """The names that a file has helps for."""
    tables = [node.value for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.AnnAssign)]
    return {
        str(key.value) for it in tables if isinstance(it, ast.Dict) for key in it.keys if isinstance(key, ast.Constant)
    }


def test_a_help_is_plain_data() -> None:
    """It is read when it is asked for, and needs no window: nothing but the record and the mark for translators."""
    for path in help_files():
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        modules = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
        assert modules <= PLAIN, path
        assert not [node for node in nodes if isinstance(node, ast.Import)], path


def test_every_text_is_collected(tmp_path: Path) -> None:
    collected = collect(help_files(), tmp_path / "found.ts")
    assert set(collected) - {"Engine"} == {"ViewHelp"}
    assert {text for name in VIEWS for text in texts_of(help_for(name))} == collected["ViewHelp"]
