"""What comes from a file, a model or a person is shown as it is written, in every view; no way past is made again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.hostile import NAMES, hostile_board, hostile_run, is_markup, leaks, takes_a_letter, widgets_of
from viz import plain
from viz.registry import all_views
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

ROOT = Path(__file__).resolve().parents[3]
PLAIN = ROOT / "viz" / "plain.py"


# -- the pieces ------------------------------------------------------------------------------------------------------


def _ink(widget: QWidget) -> int:
    """How many pixels of a picture's colour (pure red) are in it."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    red = QColor("red").rgb()
    return sum(image.pixel(x, y) == red for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def picture(tmp_path: Path) -> str:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(tmp_path / "x.png"))
    return f'<img src="{tmp_path / "x.png"}">'


def test_a_label_shows_no_picture_that_its_text_names(qtbot: QtBot, picture: str) -> None:
    usual, ours = QLabel(picture), plain.Label(picture)
    for label in (usual, ours):
        qtbot.addWidget(label)
    assert _ink(usual) > 300, "this is what Qt does by itself"
    assert _ink(ours) == 0
    ours.setText(f"<b>{picture}</b>")
    assert _ink(ours) == 0
    assert plain.Label("x", usual).parent() is usual


@pytest.mark.parametrize("name", [*NAMES, "plain", "a < b", "1 > 0\n2", "", "<p>"])
def test_a_tip_reads_as_it_is_written(qtbot: QtBot, name: str) -> None:
    made = plain.tip(name)
    assert not is_markup(made)
    label = QLabel(made)
    qtbot.addWidget(label)
    label.setSelection(0, 0)
    shown = made
    if Text.mightBeRichText(made):
        from PySide6.QtGui import QTextDocument

        document = QTextDocument()
        document.setHtml(made)
        shown = document.toPlainText()
    assert shown == name


@pytest.mark.parametrize("name", NAMES)
def test_a_caption_takes_no_letter_for_a_shortcut(name: str) -> None:
    assert not takes_a_letter(plain.caption(name))
    assert plain.caption(name).replace("&&", "&") == name


@pytest.mark.parametrize("name", NAMES)
def test_a_box_that_asks_shows_its_words_as_they_are(qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = plain.asking("Title", f"Remove {name}?", f"{name} goes.", parent)
    box.show()
    assert leaks(box) == []
    texts = {label.text() for label in box.findChildren(QLabel)}
    assert {f"Remove {name}?", f"{name} goes."} <= texts
    box.close()


# -- every view ------------------------------------------------------------------------------------------------------


@pytest.fixture(params=list(all_views()))
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[View]:
    made = all_views()[str(request.param)]()
    qtbot.addWidget(made)
    made.resize(900, 600)
    yield made
    made.close()


def _shown_tips(view: View) -> list[str]:
    """What tooltips say all over a view."""
    found = set()
    for widget in widgets_of(view):
        if widget.isVisible() and widget.width() > 4 and widget.height() > 4:
            for x in range(4, widget.width(), max(widget.width() // 12, 8)):
                for y in range(4, widget.height(), max(widget.height() // 12, 8)):
                    at = QPoint(x, y)
                    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
                    found.add(QToolTip.text())
    QToolTip.hideText()
    return sorted(found)


def test_no_view_shows_names_as_markup(view: View) -> None:
    run = hostile_run()
    view.show()
    for ui in (
        UiState(board=hostile_board(), compare=run.leaves[0]),
        UiState(
            position=3, layer=1, head=(1, 2), hover_token=4, hover_node=2, selection=(1, 2, 3), board=hostile_board()
        ),
    ):
        view.paint(type(view).frame(run, ui), theme("dark"))
        QApplication.processEvents()
        assert leaks(view) == []
        assert [tip for tip in _shown_tips(view) if is_markup(tip)] == []


def test_walking_while_tips_are_shown_meets_no_tip_that_is_gone(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.setToolTip("first")
    view.show()
    at = QPoint(4, 4)
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert len(view.findChildren(QWidget)) == 1, "Qt's window for the tip, deleted when the next one comes"
    assert widgets_of(view) == [view]
    QToolTip.hideText()


def test_the_strips_menu_shows_tokens_as_they_are(qtbot: QtBot) -> None:
    view = all_views()["token_strip"]()
    qtbot.addWidget(view)
    view.resize(900, 200)
    run = hostile_run()
    view.paint(type(view).frame(run, UiState()), theme("dark"))
    menus = [menu for position in range(len(run)) if isinstance(menu := view.branch_menu(position), QMenu)]  # type: ignore[attr-defined]
    assert menus
    for menu in menus:
        assert leaks(menu) == []
        menu.deleteLater()


# -- no other way ----------------------------------------------------------------------------------------------------

_CALLS = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QStaticText"}
_METHODS = {"setToolTip", "setHtml", "insertHtml", "setMarkdown", "setTextFormat", "setWhatsThis"}
_OWN_WORDS = {("viz/labs/brackets/brackets_lesson_view.py", "setHtml")}  # a lesson of Orrery's own, all escaped


def _ways_past(path: Path) -> list[str]:
    """Calls by which text can become markup."""
    where = str(path.relative_to(ROOT))
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
            found += [f"{where}:{node.lineno} {base}" for base in bases if base in _CALLS]
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name) and function.id in _CALLS:
            found.append(f"{where}:{node.lineno} {function.id}")
        if isinstance(function, ast.Attribute) and not _is_allowed(where, function, node):
            found.append(f"{where}:{node.lineno} {function.attr}")
    return found


def _is_allowed(where: str, function: ast.Attribute, call: ast.Call) -> bool:
    owner = getattr(function.value, "id", "")
    if function.attr in _CALLS or (owner == "QToolTip" and function.attr == "showText"):
        return False
    if owner in ("QMessageBox", "QToolTip"):
        return function.attr == "hideText"
    if function.attr not in _METHODS or (where, function.attr) in _OWN_WORDS:
        return True
    last = call.args[-1] if call.args else None  # `item.setToolTip(0, tip(text))`: of a column
    return len(call.args) == 2 and isinstance(last, ast.Call) and getattr(last.func, "id", "") == "tip"


def test_no_other_way_makes_markup_of_text() -> None:
    files = [path for top in ("app", "viz") for path in (ROOT / top).rglob("*.py") if path != PLAIN]
    assert [way for path in files for way in _ways_past(path)] == []
    assert len(_ways_past(PLAIN)) > 5, "they are what this test would find elsewhere"


def test_tips_of_items_are_made_plain() -> None:
    """A model's `data` gives its tips to Qt itself."""
    for top in ("app", "viz"):
        for path in (ROOT / top).rglob("*.py"):
            text = path.read_text("utf-8")
            assert "ToolTipRole" not in text or "tip(" in text, path


def test_markup_is_made_of_escaped_text_only() -> None:
    for top in ("app", "viz"):
        for path in (ROOT / top).rglob("*.py"):
            text = path.read_text("utf-8")
            assert path == PLAIN or "Markup(" not in text or "from html import escape" in text, path
