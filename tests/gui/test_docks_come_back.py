"""An arrangement comes back as it was left: whatever was shown in between, and after larger text."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.kept_layout import sealed
from app.window.window import MainWindow
from app.window.workspaces import WORKSPACES, key_of
from tests.helpers.rested import rested
from tests.helpers.runs import RUNS
from viz.charts.chips_view import ChipsView

Sizes = dict[str, tuple[int, int]]  # of the docks that can be seen


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = make_window(Settings())
    made.resize(1600, 1000)
    made.show()
    made.refresh(RUNS["branched"](), made.first_ui_state())
    rested(qtbot, made)
    yield made
    made.close()
    made.deleteLater()


def sizes(qtbot: QtBot, window: MainWindow) -> Sizes:
    rested(qtbot, window)
    QApplication.processEvents()
    seen = {name: dock for name, dock in window.docks.all.items() if not dock.visibleRegion().isEmpty()}
    return {name: (dock.width(), dock.height()) for name, dock in seen.items()}


def test_every_workspace_comes_back_with_the_sizes_it_had(qtbot: QtBot, window: MainWindow) -> None:
    choose, left = random.Random(5), dict[str, Sizes]()
    for _ in range(2):
        for workspace in choose.sample(WORKSPACES, len(WORKSPACES)):
            window.show_workspace(workspace.name)
            here = sizes(qtbot, window)
            assert here == left.get(workspace.name, here), workspace.name
            shown = [name for name, host in window.docks.hosts.items() if host.isVisible()]
            if shown:  # the studio has no views
                window.docks.show_view(choose.choice(shown))
            left[workspace.name] = sizes(qtbot, window)


def test_larger_text_and_back_leaves_every_size_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("ablation", "explore", "brackets"):
        window.show_workspace(name)
        here = sizes(qtbot, window)
        window.appearance.set_scale(2.0)
        assert sizes(qtbot, window) != here
        window.show_workspace("attention")
        window.show_workspace(name)
        window.appearance.set_scale(1.0)
        assert sizes(qtbot, window) == here, name


def test_the_tabs_in_front_stay_there_when_the_text_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.show_workspace("explore")
    rested(qtbot, window)
    for chosen, scale in (("layers", 2.0), ("logit_lens", 1.0), ("layers", 1.5), ("attention_head", 2.0)):
        window.docks.show_view(chosen)
        window.docks.show_view("branches")
        sizes(qtbot, window)
        window.appearance.set_scale(scale)
        seen = sizes(qtbot, window)
        assert {chosen, "branches"} <= set(seen), (chosen, scale)


def test_larger_text_leaves_the_tokens_their_room(qtbot: QtBot, window: MainWindow) -> None:
    """Also where nothing was kept with text so large, and where the right side shares tabs from then on."""
    for name in ("explore", "ablation"):
        window.show_workspace(name)
        rested(qtbot, window)
        view = window.docks.hosts["token_strip"].view
        assert isinstance(view, ChipsView)
        for scale in (1.5, 2.0):
            window.appearance.set_scale(scale)
            sizes(qtbot, window)
            row = view.em * (view.header + 1.95 + 0.6)
            assert view.visibleRegion().boundingRect().height() >= row, (name, scale)
        window.appearance.set_scale(1.0)


def test_the_keyboard_stays_where_it_was_while_a_workspace_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.show_workspace("attention")
    window.show_workspace("explore")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    prompt = window.controls.prompt.editor
    prompt.setFocus()
    window.show_workspace("attention")
    assert QApplication.focusWidget() is prompt


def test_the_keyboard_stays_where_it_was_while_text_grows(qtbot: QtBot, window: MainWindow) -> None:
    """Also where docks change places for it, and with what folds away the keyboard stays in its dock."""
    window.resize(1280, 720)
    rested(qtbot, window)
    prompt, space = window.controls.prompt.editor, window.docks.hosts["meaning_space"]
    colour = next(it for it in space.findChildren(QComboBox) if it.accessibleName() == "Colour")
    for part, scale in ((colour, 1.1), (prompt, 1.5)):
        part.setFocus()
        window.appearance.set_scale(scale)
        rested(qtbot, window)
        now = window.focusWidget()
        assert now is part or (not part.isVisible() and space.isAncestorOf(now)), (part, scale)


def test_an_arrangement_kept_before_there_were_ones_for_each_text_size_still_opens(window: MainWindow) -> None:
    window.show_workspace("explore")
    window.docks.hosts["next_token"].hide()
    window.show_workspace("attention")
    assert "explore" in window.settings.layouts
    window.appearance.set_scale(1.5)
    window.show_workspace("explore")
    assert key_of("explore", window, window.settings.scale) == "explore 150%"
    assert window.docks.hosts["next_token"].isHidden()


@pytest.mark.parametrize("steps", [(1.25, 1.5, 1.75, 2.0), (2.0,), (1.5, 1.0, 1.75)])
def test_the_models_card_has_room_for_its_lines_at_once(
    qtbot: QtBot, window: MainWindow, steps: tuple[float, ...]
) -> None:
    card = window.controls.card
    for scale in steps:
        window.appearance.set_scale(scale)
        rested(qtbot, window)
        lines = card.title.fontMetrics().height() + card.detail.fontMetrics().height()
        assert card.title.height() + card.detail.height() >= lines, scale
        assert card.detail.geometry().bottom() < card.button.height(), scale


def test_a_window_as_large_as_the_screen_begins_with_larger_text(qtbot: QtBot) -> None:
    """Qt kept a copy of such an arrangement for the real size, with docks in it that were taken out since: it ended."""
    first = make_window(Settings(workspace="features"))
    first.setWindowState(Qt.WindowState.WindowMaximized)
    first.show()
    rested(qtbot, first)
    first.docks.remember()
    kept = Settings(
        workspace="features", scale=2.0, layouts=dict(first.settings.layouts),
        geometry=sealed(base64.b64encode(first.saveGeometry().data()).decode()),
    )  # fmt: skip
    first.close()
    first.deleteLater()
    assert kept.layouts
    second = make_window(kept)
    assert second.windowState() & Qt.WindowState.WindowMaximized
    second.show_workspace("explore")  # docks change places before the window has its real size
    second.show_workspace("features")
    second.show()
    rested(qtbot, second)
    second.docks.reset()
    rested(qtbot, second)
    assert {"features", "controls"} <= set(sizes(qtbot, second))
    second.close()
    second.deleteLater()
