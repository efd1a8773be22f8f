"""Every text a person sees can be translated: the collector of texts finds it under the context it is looked up in."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app import translation
from app.window import actions
from app.window.glossary_terms import TERMS
from app.window.help_panels import ON_THE_MAP
from app.window.panels.page_box import PRESETS
from app.window.workspaces import WORKSPACES
from engine.maps.sample import sample_texts
from engine.records import TOKEN_KINDS
from tests.helpers import collect_texts
from tests.helpers.texts import written
from viz import lab, registry, theme
from viz.figures import palettes
from viz.map.data.algorithms import METRICS
from viz.view import View

ROOT = Path(__file__).resolve().parents[2]
Collected = Mapping[str, set[str]]


def sources() -> list[Path]:
    """The files whose texts are collected."""
    return collect_texts.sources("app", "viz")


def collect(files: Iterable[Path], into: Path) -> Collected:
    """Every text of these files that the collector finds, by its context."""
    collect_texts.collect(files, into)
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


def of_view(view: type[View]) -> set[tuple[str, str]]:
    """Every text of a view, with the context that it is looked up in."""
    found = {(view.__name__, text) for text in (view.title, view.tab, view.subtitle, view.tip, *view.keywords)}
    for option in view.options:
        found |= {(view.__name__, text) for text in (option.label, option.tip)}
        found |= {(option.context or view.__name__, option.text_of(choice)) for choice in option.choices}
    return {(context, text) for context, text in found if any(letter.isalpha() for letter in text)}


@pytest.mark.parametrize("name", [it for it, file in registry.files().items() if not file.startswith("viz.charts.")])
def test_the_texts_of_a_view_are_collected(name: str, collected: Collected) -> None:
    view = registry.all_views()[name]
    assert {(context, text) for context, text in of_view(view) if text not in collected[context]} == set()


SHOWN = {"title", "tab", "subtitle", "tip", "keywords"}  # of a view's class
CALLS = {  # what is made of texts that a person sees: which of its arguments, by place and by name
    "Option": ((1,), {"label", "tip", "shown", "choices"}),
    "Field": ((1,), {"hint"}),
    "Lab": ((), {"title"}),
    "Workspace": ((1, 2), {"title", "tip", "keywords"}),
    "TokenQuestion": ((1,), {"text"}),
    "Row": ((1, 5), {"text", "tip", "words"}),
}


def unmarked(tree: ast.AST) -> list[tuple[int, str]]:
    """Line and text of what a person is to see and no translator does, in the source of a file."""
    found = []
    for node in ast.walk(tree):
        shown: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            places, names = CALLS[node.func.id]
            shown += [node.args[place] for place in places if place < len(node.args)]
            shown += [keyword.value for keyword in node.keywords if keyword.arg in names]
        elif isinstance(node, ast.ClassDef) and node.name.endswith("View"):
            for line in (it for it in node.body if isinstance(it, ast.Assign)):
                shown += [line.value for target in line.targets if ast.unparse(target) in SHOWN]
        found += [(text.lineno, text.value) for value in shown for text in plain_texts(value)]
    return found


def plain_texts(value: ast.expr) -> Iterator[Any]:
    """The texts of an expression that are in no call (which marks them, or makes them of others)."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and any(map(str.isalpha, value.value)):
        yield value
    elif not isinstance(value, (ast.Call, ast.Subscript)):
        for part in ast.iter_child_nodes(value):
            yield from plain_texts(part) if isinstance(part, ast.expr) else ()


def test_no_text_of_a_view_or_its_options_is_unmarked() -> None:
    found = {path: unmarked(ast.parse(path.read_text("utf-8"))) for path in sources()}
    assert {str(path.relative_to(ROOT)): texts for path, texts in found.items() if texts} == {}


def test_an_unmarked_text_is_found_and_a_marked_one_is_none() -> None:
    source = """
class SomeView(View):
    title = QT_TRANSLATE_NOOP("SomeView", "Marked")
    tip = "Not marked"
    keywords = (QT_TRANSLATE_NOOP("SomeView", "marked"), "bare")
    options = (
        Option("name", "Label", "choice", "kept", choices=("x", CHOICES[0]), tip=QT_TRANSLATE_NOOP("SomeView", "Tip")),
        Option("count", QT_TRANSLATE_NOOP("SomeView", "×"), "text", "", tip="A tip"),
    )
"""
    assert [text for _, text in unmarked(ast.parse(source))] == ["Not marked", "bare", "Label", "x", "A tip"]


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
    titles = {palettes.palette(name).title for name in palettes.names()}
    assert titles == collected["Palettes"] == set(palettes.TITLES)
    assert {metric for known in METRICS.values() for metric in known} == collected["Metrics"]
    assert set(TOKEN_KINDS) <= collected["token_kinds"]
    assert {text for term in TERMS for text in term.texts} <= collected["Glossary"]
    assert {text.kind for text in sample_texts()} <= collected["Map"]


def test_what_counts_is_translated_with_its_number() -> None:
    """A text with two forms in it asks for all forms of a language; the collector reads no more than a name there."""
    counted, wrong = re.compile(r"\((?:s|es)\)|\[[^\]]*\|"), []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if not isinstance(node, ast.Call) or name not in ("translate", "self.tr"):
                continue
            texts = [it.value for it in node.args if isinstance(it, ast.Constant) and isinstance(it.value, str)]
            with_number = len(node.args) - (name == "translate") == 3
            named = not with_number or name == "self.tr" or isinstance(node.args[-1], ast.Name)
            if not named or with_number != any(counted.search(text) for text in texts):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {texts[-1:]}")
    assert wrong == []


NOT_READ = {"100%", " {}%"}  # what may be typed in the palette, and a name of a kept layout


def test_a_percent_sign_stands_apart_from_its_number_and_on_its_line() -> None:
    """A number that is put in is parted from its sign by a space that does not break, one that is written by any."""
    wrong = re.compile(r"\} ?%(?![a-z(])|\d%")
    found = {
        str(path.relative_to(ROOT)): [
            text for text in written(ast.parse(path.read_text("utf-8"))) if wrong.search(text) and text not in NOT_READ
        ]
        for path in sources()
        if "commands" not in path.parts
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_no_text_hides_from_the_collector() -> None:
    """A helper of another name, or `tr = self.tr`, hides what it is given, or the context that it is looked up in.

    What is given to `tr` must be written there.
    """
    hidden = (
        r"def _?tr\(|\btr = self\.tr\b|[^.\w]_?tr\(",
        r'\.tr\(\s*(?!"|\n)[\w(]',
        r'(?<![\w.])(?<!def )translate\(\s*(?!")\w',
    )
    found = {path: [it for way in hidden for it in re.findall(way, path.read_text("utf-8"))] for path in sources()}
    assert {str(path.relative_to(ROOT)): texts for path, texts in found.items() if texts} == {}


def test_the_sentences_of_the_engine_are_collected(collected: Collected) -> None:
    """As the window looks them up: nothing is lost between the source and the collector."""
    assert collect_texts.templates() == collected["Engine"]
    assert {"There is no layer {layer}: {name} has layers 0 to {last}.", "Starting the engine"} <= collected["Engine"]
    assert any(text.startswith("SmolLM2, 135M") for text in collected["Engine"])


def marked(node: ast.AST) -> bool:
    """Whether this asks for a text in the person's language."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("tr", "translate", "plural")


def inside_texts(tree: ast.AST) -> list[int]:
    """The lines where a text is asked for within another: the collector reads nothing between an f-string's braces."""
    made = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    return [text.lineno for text in made if any(marked(part) for part in ast.walk(text))]


def test_no_text_is_asked_for_within_an_f_string() -> None:
    found = {str(path.relative_to(ROOT)): inside_texts(ast.parse(path.read_text("utf-8"))) for path in sources()}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_text_within_an_f_string_is_found() -> None:
    source = """
fine = translate("Some", "distance {value}").format(value=1)
lost = f"{fine}: {self.tr('hidden')}"
told = f"{fine}\\n{translate('Some', 'hidden too').format(n=f'{n:,}')}"
"""
    assert inside_texts(ast.parse(source)) == [3, 4]


JOINTS = {", ", "; ", ". ", " "}  # between things, clauses and sentences: other languages write other signs there


def added(node: ast.expr) -> Iterator[ast.expr]:
    """The terms of a sum."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from (*added(node.left), *added(node.right))
    else:
        yield node


def glued(tree: ast.AST) -> list[int]:
    """The lines where texts are put one after the other with English signs between: `viz.joined` does that.

    A space alone is one where what it parts are texts for a person: those of a list called what such lists are called.
    """
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            joint = node.func.value
            if (isinstance(joint, ast.Constant) and joint.value in JOINTS - {" "}) or (
                isinstance(joint, ast.Constant)
                and joint.value == " "
                and re.search(r"\b(parts|said|sentences?|told|facts)\b(?!\()", ast.unparse(node.args[0]))
            ):
                found.append(node.lineno)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            ends = [it.value for it in added(node) if isinstance(it, ast.Constant)]
            if JOINTS & {it for it in ends if isinstance(it, str)} and any(marked(it) for it in ast.walk(node)):
                found.append(node.lineno)
        elif isinstance(node, ast.JoinedStr):
            between = [it.value for it in node.values if isinstance(it, ast.Constant)]
            values = [ast.unparse(it.value) for it in node.values if isinstance(it, ast.FormattedValue)]
            told = [
                it for it in values if re.fullmatch(r"(self\.)?_?(said|told|verdict|more|heading|notes)(\(.*\))?", it)
            ]
            if between and set(between) <= JOINTS | {"."} and told:
                found.append(node.lineno)
    return found


OTHER_READERS = ("app/commands", "viz/figures", "viz/films", "app/qt_messages.py")  # the command line, files, the log
ENGLISH_ONLY = {  # what is read by programmers, and lists of what may be typed
    "app/window/action_set.py", "viz/theme.py", "app/widgets/basics.py", "viz/labs/neurons/neurons_view.py",
    "viz/board.py", "viz/labs/features/notes_panel.py", "viz/labs/landscape/settings.py",
}  # fmt: skip
NO_SENTENCE = {  # parts of a line that need nothing between, and names of clusters: tokens in a row
    "app/window/status_line.py", "viz/labs/two_names/words.py", "viz/map/data/clusters.py", "viz/map/data/colouring.py",
    *("viz/labs/feature_attribution/groups.py", "viz/labs/features/list_model.py"),  # of a table
    "viz/charts/rules_text.py",  # a line that is read again
}  # fmt: skip


def test_texts_are_joined_as_a_language_does_it() -> None:
    found = {str(path.relative_to(ROOT)): glued(ast.parse(path.read_text("utf-8"))) for path in sources()}
    wrong = {path: lines for path, lines in found.items() if lines and not path.startswith(OTHER_READERS)}
    assert {path: lines for path, lines in wrong.items() if path not in ENGLISH_ONLY | NO_SENTENCE} == {}


def test_glued_texts_are_found() -> None:
    source = """
a = ", ".join(names)
b = " ".join(part for part in parts if part)
c = " ".join(text.split())
d = said + " " + translate("Some", "More.")
e = f"{said} {more}"
f = f"{layer}.{head}"
g = " · ".join(parts)
h = f"{self._said(frame)}. {self._facts(frame)}"
"""
    assert glued(ast.parse(source)) == [2, 3, 5, 6, 9]


def test_what_is_collected_has_a_context(collected: Collected) -> None:
    """A text filed under none is not found where it is looked up."""
    assert len(collected) > 20
    assert collected.get("", set()) == set()
