"""On a laptop's or a projector's screen no view pushes the window past the edge, in any workspace, at any text size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.window import MainWindow
from app.window.workspaces import WORKSPACES, places
from tests.helpers.rested import rested
from tests.helpers.runs import RUNS
from tests.helpers.there import there

TITLE_BAR = 30
LAPTOP = QSize(1280, 720 - TITLE_BAR)
PROJECTOR = QSize(960, 540 - TITLE_BAR)  # 1920 x 1080 at a scale of 200 %


@pytest.fixture
def make_real() -> Iterator[Callable[[QSize, float], MainWindow]]:
    """Makes windows of all real views with a run in them; at the end they are closed."""
    windows: list[MainWindow] = []

    def one(size: QSize, scale: float) -> MainWindow:
        window = make_window(Settings(scale=scale))
        windows.append(window)
        window.resize(size)
        window.show()
        window.refresh(RUNS["branched"](), window.first_ui_state())
        return window

    yield one
    for window in windows:
        window.close()
        window.deleteLater()


def wider_than(window: MainWindow, given: QSize) -> str:
    """How large the window is and wants to be; "" where that is within what it was given."""
    least = there(window.layout()).minimumSize()
    if window.size() == given and least.boundedTo(given) == least:
        return ""
    return f"{window.width()} x {window.height()}, at least {least.width()} x {least.height()}"


@pytest.mark.parametrize(("size", "scale"), [(LAPTOP, 1.0), (LAPTOP, 1.5), (LAPTOP, 2.0), (PROJECTOR, 1.0)])
def test_every_view_in_front_leaves_the_window_its_size(
    qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow], size: QSize, scale: float
) -> None:
    window = make_real(size, scale)
    grown = {}
    for workspace in WORKSPACES:
        window.show_workspace(workspace.name)
        window.docks.reset()
        own = places(workspace, window.views).shown
        for name in window.docks.hosts if workspace.open else own:
            window.docks.show_view(name)
            host = window.docks.hosts[name]
            qtbot.waitUntil(lambda host=host: host.view is not None and not host.is_outdated)  # type: ignore[misc]
            QApplication.processEvents()
            if why := wider_than(window, size):
                grown[workspace.name, name] = why
                window.resize(size)
    assert grown == {}


@pytest.mark.parametrize("size", [LAPTOP, QSize(1400, 800), PROJECTOR])
def test_going_from_workspace_to_workspace_leaves_the_window_its_size(
    qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow], size: QSize
) -> None:
    """With the docks of both arrangements there at a time the window would have to be half as high again."""
    window = make_real(size, 1.0)
    qtbot.waitUntil(lambda: bool(window.docks.in_front()))
    met = [window.size()]
    for workspace in (*WORKSPACES, *WORKSPACES):
        window.show_workspace(workspace.name)
        met.append(window.size())
        rested(qtbot, window)
        met.append(window.size())
    assert set(map(QSize.toTuple, met)) == {size.toTuple()}


def test_what_does_not_fit_is_scrolled_not_cut(qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow]) -> None:
    window = make_real(LAPTOP, 1.0)
    window.show_workspace("hello_bye")
    host = window.docks.hosts["hello_bye"]
    qtbot.waitUntil(lambda: host.view is not None and not host.is_outdated)
    host.setFloating(True)
    host.resize(190, 150)
    qtbot.waitUntil(lambda: host.height() <= 160)
    view = there(host.view)
    least = view.minimumSizeHint()
    assert least.height() > host.height()
    assert view.width() >= least.width()
    assert view.height() >= least.height()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_option_of_a_view_can_be_scrolled_to(
    qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow], scale: float
) -> None:
    window = make_real(LAPTOP, scale)
    edge = window.mapToGlobal(window.rect().bottomRight())
    tallest = max(window.docks.hosts.values(), key=lambda host: len(host.view_class.options))
    tallest.dock_bar.options.click()
    panel = there(tallest.option_panel)
    qtbot.waitExposed(panel)
    assert len(panel.controls) > 20, "so many that this window has no room for them"
    assert panel.geometry().bottom() <= edge.y()
    assert panel.geometry().right() <= edge.x()
    area = there(panel.findChild(QScrollArea))
    assert area.horizontalScrollBar().maximum() == 0
    for control in panel.controls:
        area.ensureWidgetVisible(control)
        assert control.visibleRegion().boundingRect() == control.rect(), control.option.name
    panel.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_help_fits_the_screen_and_is_scrolled_where_it_is_longer(
    qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow], scale: float
) -> None:
    window = make_real(LAPTOP, scale)
    screen = window.screen().availableSize()
    for action in ("shortcuts", "about"):
        window.actions_made.by_id[action].trigger()
        (panel,) = [panel for panel in window.findChildren(QDialog) if panel.isVisible()]
        assert panel.size().boundedTo(screen * 0.9) == panel.size()
        least = panel.minimumSizeHint()
        assert least.boundedTo(PROJECTOR) == least
        area = there(panel.findChild(QScrollArea))
        assert area.horizontalScrollBar().maximum() == 0
        label = area.findChildren(QLabel)[-1]
        area.ensureWidgetVisible(label)
        assert not label.visibleRegion().isEmpty()
        panel.close()


@pytest.mark.parametrize("scales", [(1.25, 1.5, 2.0), (2.0,)])
def test_larger_text_widens_the_right_at_once(
    qtbot: QtBot, make_real: Callable[[QSize, float], MainWindow], scales: tuple[float, ...]
) -> None:
    """Its tabs and charts were cut until the docks were laid out anew."""
    window = make_real(QSize(1680, 1020), 1.0)
    qtbot.waitUntil(lambda: bool(window.docks.in_front()))
    rested(qtbot, window)
    right = window.docks.hosts["next_token"]
    for scale in scales:
        window.appearance.set_scale(scale)
        rested(qtbot, window)
        assert right.width() >= 0.97 * min(300 * scale, 0.27 * window.width()), scale  # Qt gives a few pixels less
        assert window.docks.hosts["meaning_space"].width() > right.width()
    grown = right.width()
    window.docks.reset()
    rested(qtbot, window)
    assert abs(right.width() - grown) < 10
    assert window.width() == 1680
