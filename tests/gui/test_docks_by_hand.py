"""Docks floated, dragged, tabbed and put back as a person does it, and found again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QRubberBand, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.window.dock import FLOATING, floated, within
from app.window.window import MainWindow
from tests.helpers.rested import rested
from tests.helpers.windows import Make, built

LEFT = Qt.MouseButton.LeftButton


def on_screen(dock: QWidget) -> QRect:
    return QRect(dock.mapToGlobal(QPoint(0, 0)), dock.size())


def drag(qtbot: QtBot, bar: QWidget, window: QMainWindow, to: QPoint) -> None:
    """Take a dock by its title, and let it go over a place on the screen when the window shows that it takes it."""
    start = bar.rect().center()
    QTest.mousePress(bar, LEFT, pos=start)
    for part in range(1, 11):
        QTest.mouseMove(bar, start + (bar.mapFromGlobal(to) - start) * part / 10, delay=10)
    qtbot.waitUntil(lambda: any(band.isVisible() for band in window.findChildren(QRubberBand)))
    QTest.mouseRelease(bar, LEFT, pos=bar.mapFromGlobal(to))


def test_a_floated_dock_stands_away_from_its_place_and_is_of_use(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    host = window.docks.hosts["side"]
    docked = on_screen(host)
    QTest.mouseClick(host.dock_bar.float, LEFT)
    qtbot.waitUntil(lambda: host.isFloating() and host.isVisible())
    now = on_screen(host)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(now)
    assert abs(now.left() - docked.left()) + abs(now.top() - docked.top()) >= 40
    assert now.size().expandedTo(FLOATING) == now.size()
    host.setGeometry(QRect(60, 70, 700, 500))
    QTest.mouseDClick(host.dock_bar, LEFT, pos=QPoint(40, 8))
    qtbot.waitUntil(lambda: not host.isFloating())
    assert window.isAncestorOf(host)
    QTest.mouseClick(host.dock_bar.float, LEFT)
    qtbot.waitUntil(host.isFloating)
    assert on_screen(host) == QRect(60, 70, 700, 500), "where it floated last"


@pytest.mark.parametrize("docked", [QRect(1600, 40, 300, 300), QRect(0, 900, 1920, 180), QRect(300, 100, 900, 900)])
def test_floating_stays_on_the_screen(docked: QRect) -> None:
    screen = QRect(0, 0, 1920, 1080)
    away = floated(docked, screen)
    assert screen.contains(away)
    assert away.topLeft() != docked.topLeft()
    assert within(QRect(3000, -400, 5000, 200), screen) == QRect(0, 0, 1920, 200)


def test_a_rim_is_drawn_round_a_floating_dock(make: Make, qtbot: QtBot) -> None:
    window = make()
    host = window.docks.hosts["side"]
    host.toggle_floating()
    qtbot.waitUntil(lambda: host.isFloating() and host.isVisible())
    picture = host.grab().toImage()
    edges = ((0, 5), (5, 0), (picture.width() - 1, 5), (5, picture.height() - 1))
    (rim,) = {picture.pixelColor(x, y).lightness() for x, y in edges}
    assert abs(rim - picture.pixelColor(8, 8).lightness()) > 60


def test_a_dock_dragged_onto_another_shares_tabs_with_it_also_at_the_next_start(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(path=tmp_path / "settings.json")
    window = make(settings)
    built(qtbot, window)
    side, toy = window.docks.hosts["side"], window.docks.hosts["toy"]
    assert toy not in window.tabifiedDockWidgets(side)
    QTest.mouseClick(side.dock_bar.float, LEFT)
    qtbot.waitUntil(lambda: side.isFloating() and side.isVisible())
    drag(qtbot, side.dock_bar, window, on_screen(toy).center())
    qtbot.waitUntil(lambda: not side.isFloating() and toy in window.tabifiedDockWidgets(side))
    window.close()
    again = make(Settings.load(settings.path))
    hosts = again.docks.hosts
    qtbot.waitUntil(lambda: hosts["toy"] in again.tabifiedDockWidgets(hosts["side"]))
    again.actions_made.by_id["reset_workspace"].trigger()
    qtbot.waitUntil(lambda: hosts["toy"] not in again.tabifiedDockWidgets(hosts["side"]))
    assert all(not host.isFloating() for host in hosts.values())


def test_a_low_windows_arrangement_is_kept_apart(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    """What a projector made of the workspace is not what is found on the desk the next day."""
    path = tmp_path / "settings.json"

    def start(size: QSize) -> MainWindow:
        settings = Settings.load(path)
        settings.geometry = ""
        window = make(settings, size=(size.width(), size.height()))
        built(qtbot, window)
        rested(qtbot, window)
        return window

    desk, projector = QSize(1280, 900), QSize(960, 510)
    for size, shown in ((desk, True), (projector, True), (desk, False), (projector, True)):
        window = start(size)
        lower = window.docks.hosts["lower"]
        assert lower.isHidden() != shown
        if size == desk:
            lower.close()
        window.close()


@pytest.mark.parametrize(("height", "scale", "shared"), [(720, 1.0, False), (510, 1.0, True), (900, 2.0, True)])
def test_where_two_views_would_be_slits_they_share_tabs(
    make: Make, qtbot: QtBot, height: int, scale: float, shared: bool
) -> None:
    """How low a window is depends on the size of its text."""
    window = make(Settings(scale=scale), size=(1280, height))
    built(qtbot, window)
    hosts = window.docks.hosts
    qtbot.waitUntil(lambda: (hosts["lower"] in window.tabifiedDockWidgets(hosts["side"])) is shared)


def test_a_title_without_room_ends_in_an_ellipsis(make: Make, qtbot: QtBot) -> None:
    title = make().docks.hosts["side"].dock_bar.title
    title.setText("A title that is much longer than its dock is wide")
    title.resize(60, title.height())
    assert title.minimumSizeHint().width() <= 40
    cut = title.grab().toImage()
    title.setText(title.fontMetrics().elidedText("A title that is much longer than", Qt.TextElideMode.ElideRight, 60))
    assert title.grab().toImage() == cut


def test_a_tab_has_the_short_title_and_the_header_the_whole_one(make: Make, qtbot: QtBot) -> None:
    window = make(size=(1500, 900))
    built(qtbot, window, "side")
    lower, hidden = window.docks.hosts["lower"], window.docks.hosts["hidden"]
    qtbot.waitUntil(lambda: hidden in window.tabifiedDockWidgets(lower))

    def tabs() -> set[str]:
        bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return {bar.tabText(i) for bar in bars if bar.isVisible() for i in range(bar.count())}

    qtbot.waitUntil(lambda: {"Lower", "Hidden"} <= tabs())
    lower.raise_()
    qtbot.waitUntil(lambda: lower.is_seen)
    window.docks.paint_some()
    assert lower.dock_bar.title.isVisible(), "its tab says less"
    assert not hidden.dock_bar.title.isVisibleTo(hidden), "its tab says the same"
    lower.toggle_floating()
    qtbot.waitUntil(lambda: lower.windowTitle() == "Lower: one of two")
    lower.toggle_floating()
    window.tabifyDockWidget(hidden, lower)
    qtbot.waitUntil(lambda: {"Lower", "Hidden"} <= tabs())
    bar = next(bar for bar in window.findChildren(QTabBar) if "Lower" in [bar.tabText(i) for i in range(bar.count())])
    window.docks.paint_some()
    assert bar.tabToolTip([bar.tabText(i) for i in range(bar.count())].index("Lower")) == "A view for tests"


def test_the_subtitle_gives_way_before_the_title_and_the_options(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window, "side")
    lower = window.docks.hosts["lower"]
    lower.toggle_floating()
    title, subtitle = lower.dock_bar.title, lower.dock_bar.subtitle
    lower.resize(600, 300)
    qtbot.waitUntil(subtitle.isVisible)
    assert title.width() >= title.sizeHint().width()
    assert subtitle.width() >= subtitle.sizeHint().width()
    lower.resize(220, 300)
    qtbot.waitUntil(lambda: not subtitle.isVisible())
    assert title.isVisible()
