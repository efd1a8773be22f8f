"""Every text a person sees can be translated: the collector of texts finds it under the context it is looked up in."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from app import translation
from app.window import actions
from app.window.glossary import TERMS
from app.window.help_panels import ON_THE_MAP
from app.window.panels.export import PRESETS
from app.window.workspaces import WORKSPACES
from engine.maps.sample import sample_texts
from engine.records import TOKEN_KINDS
from viz import lab, registry, theme
from viz.view import View

ROOT = Path(__file__).resolve().parents[2]
COLLECTOR = Path(sys.executable).with_name("pyside6-lupdate")
OUTSIDE_LABS = [name for name, module in registry.files().items() if module.startswith(("viz.map.", "viz.tokens."))]
Collected = Mapping[str, set[str]]


def sources() -> list[Path]:
    """The files whose texts are collected."""
    return sorted(path for folder in ("app", "viz") for path in (ROOT / folder).rglob("*.py"))


def collect(files: Iterable[Path], into: Path) -> Collected:
    """Every text of these files that the collector finds, by its context."""
    call = [str(COLLECTOR), "-no-obsolete", "-locations", "none", *map(str, files), "-ts", str(into)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    texts: dict[str, set[str]] = defaultdict(set)
    for context in ET.parse(into).getroot().iter("context"):  # noqa: S314 - made by the line above
        texts[context.findtext("name") or ""] |= {
            message.findtext("source") or "" for message in context.iter("message")
        }
    return texts


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """What is found in all files."""
    return collect(sources(), tmp_path_factory.mktemp("texts") / "found.ts")


def of_view(view: type[View]) -> set[str]:
    """Every text of a view that is looked up under its name."""
    found = {view.title, view.tab, view.subtitle, view.tip, *view.keywords}
    for option in view.options:
        found |= {option.label, option.tip, *(option.text_of(choice) for choice in option.choices)}
    return found - {""}


@pytest.mark.parametrize("name", OUTSIDE_LABS)
def test_the_texts_of_a_view_are_collected(name: str, collected: Collected) -> None:
    view = registry.all_views()[name]
    assert of_view(view) <= collected[view.__name__]


def test_the_texts_of_menus_and_actions_are_collected(collected: Collected) -> None:
    rows = {text for row in actions.ROWS for text in (row.text, row.tip, *row.words)} - {""}
    assert rows | {text for _, text in actions.MENUS} <= collected["Actions"]
    assert {text for row in ON_THE_MAP for text in row if len(text) > 5} <= collected["Help"]
    assert {text for text, *_ in PRESETS} <= collected["Export"]
    spaces = {text for it in WORKSPACES for text in (it.title, it.tip, *it.keywords)}
    assert spaces <= collected["Workspaces"]
    labs = {text for it in lab.all_labs().values() for text in (it.title, *(q.text for q in it.token_questions))}
    assert labs <= collected["Labs"]


def test_names_that_are_data_are_collected(collected: Collected) -> None:
    assert {theme.theme(name).title for name in theme.names()} == collected["Themes"] == set(translation.TITLES)
    assert set(TOKEN_KINDS) <= collected["token_kinds"]
    assert {text for row in TERMS for text in row} <= collected["Glossary"]
    assert {text.kind for text in sample_texts()} <= collected["Map"]


@pytest.mark.parametrize("path", [it for it in sources() if "labs" not in it.parts], ids=str)
def test_no_text_hides_from_the_collector(path: Path) -> None:
    """A helper of another name, or `tr = self.tr`, hides what it is given, or the context that it is looked up in."""
    text = path.read_text("utf-8")
    assert not re.search(r"def _?tr\(|\btr = self\.tr\b|[^.\w]_?tr\(", text)
    assert not re.search(r'\.tr\(\s*(?!"|\n)[\w(]', text), "what is given to `tr` must be written there"


def test_what_is_collected_has_a_context(tmp_path: Path) -> None:
    """A text filed under none is not found where it is looked up."""
    found = collect([path for path in sources() if "labs" not in path.parts], tmp_path / "found.ts")
    assert len(found) > 20
    assert found.get("", set()) == set()
