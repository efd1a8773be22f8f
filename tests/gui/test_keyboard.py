"""The whole window by keyboard: each control that the mouse reaches is reached, in the order in which one reads, and
what has the keyboard is seen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.focus_order import regions
from app.window.window import MainWindow
from tests.helpers.runs import RUNS
from tests.helpers.tour import settle, tour
from tests.helpers.windows import Make
from viz.charts.colours import contrast
from viz.theme import names, rgb, theme

CONTROLS = (
    QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QAbstractSlider, QAbstractItemView,
    QTabBar,
)  # fmt: skip
COMPOUND = (QAbstractSpinBox, QComboBox, QAbstractItemView, QTabBar, QLineEdit)
ENOUGH = 3.0  # contrast of the ring
MOST = 400  # presses of Tab


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = make_window(Settings())
    made.resize(1920, 1040)
    made.show()
    made.refresh(RUNS["fifty_steps"](), made.first_ui_state())
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made, timeout=5000)
    yield made
    made.close()
    made.deleteLater()


def parents(part: QWidget) -> Iterator[QWidget]:
    around = part.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def clickable(whole: QWidget) -> list[QWidget]:
    """The controls in it that a person can see, and so click."""
    found = [part for part in whole.findChildren(QWidget) if isinstance(part, CONTROLS) and part.isEnabled()]
    return [
        part
        for part in found
        if part.isVisible()
        and not part.visibleRegion().isEmpty()
        and not isinstance(part, QScrollBar)
        and part.window() is whole.window()
        and not any(isinstance(around, COMPOUND) for around in parents(part))
    ]


def one_of_a_row(part: QWidget) -> bool:
    """Whether the arrow keys go to it from the others of its row, one of which has the place in the order of Tab."""
    group = part.group() if isinstance(part, QPushButton) else None
    return group is not None and group.exclusive()


def focused() -> QWidget:
    now = QApplication.focusWidget()
    assert now is not None
    return now


def press(key: Qt.Key, shift: bool = False) -> QWidget | None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused(), key, held)
    return QApplication.focusWidget()


def round_trip(window: MainWindow) -> list[QWidget]:
    """What Tab gives the keyboard to, until it comes back to where it began."""
    window.setFocus()
    met: list[QWidget] = []
    while len(met) < MOST and (now := press(Qt.Key.Key_Tab)) is not None and now not in met:
        met.append(now)
    assert met[0] is QApplication.focusWidget(), "it is caught somewhere, and never comes round"
    return met


def picture(window: QWidget, place: QRect) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    image = window.grab(place.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).copy()


def looks_focused(window: MainWindow, part: QWidget) -> bool:
    """Whether pixels around it change when it is given the keyboard as Tab does."""
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-4, -4, 4, 4)
    window.setFocus()
    before = picture(window, place)
    window.focus_watch.go_to(part)
    return bool(np.count_nonzero(before != picture(window, place)) > 100)


def test_tab_goes_through_every_workspace_and_view(window: MainWindow, qtbot: QtBot) -> None:
    missed: dict[str, list[str]] = {}
    looked_at: set[type] = set()
    workspace = ""
    for stop in tour(qtbot, window):
        if stop.workspace != workspace:
            workspace = stop.workspace
            met = round_trip(window)
            back = [press(Qt.Key.Key_Tab, shift=True) for _ in met]
            assert back == [*met[:0:-1], met[0]], f"{workspace}: Shift+Tab goes another way back"
            for part in met:
                assert part.isVisible()
                assert not part.window().isHidden()
        reached = {part for region in regions(window) for part in region.stops}
        lost = [part for part in clickable(window) if part not in reached and part.focusProxy() not in reached]
        lost = [part for part in lost if not one_of_a_row(part)]
        if lost:
            missed[str(stop)] = [f"{type(part).__name__} {part.accessibleName()}" for part in lost]
        inside = [part for region in regions(window) if region.whole is stop.host for part in region.stops]
        shown = [part for part in inside if stop.host.view is part or stop.view.isAncestorOf(part)]
        assert shown, f"{stop}: nothing of what is shown takes the keyboard"
        for part in inside:
            window.focus_watch.go_to(part)
            assert window.focus_watch.ringed is part or part.visibleRegion().isEmpty(), f"{stop}: {part}"
            if type(part) not in looked_at:
                looked_at.add(type(part))
                assert looks_focused(window, part), f"{stop}: nothing shows that {part} has the keyboard"
    assert missed == {}


def test_the_parts_of_a_window_follow_each_other_as_they_stand(window: MainWindow, qtbot: QtBot) -> None:
    settle()
    there = regions(window)
    assert there[0].whole is window.menuWidget()
    assert there[1].whole is window.controls.dock
    columns = [region.whole.x() for region in there[1:]]
    assert all(one <= other + 40 for one, other in itertools.pairwise(columns))
    hidden = [host for host in window.docks.hosts.values() if not host.is_seen]
    assert not [region for region in there if region.whole in hidden]
    window.setFocus()
    begins = []
    for _ in there:
        window.actions_made.by_id["next_region"].trigger()
        begins.append(QApplication.focusWidget())
    assert begins == [region.first for region in there]
    window.actions_made.by_id["last_region"].trigger()
    assert QApplication.focusWidget() is there[-2].first


def test_the_ring_comes_with_keys_and_goes_with_a_click(make: Make) -> None:
    window = make()
    button = window.header.theme_button
    ringed = []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    ringed.append(window.focus_watch.ringed)
    window.focus_watch.go_to(button)
    ringed.append(window.focus_watch.ringed)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    ringed.append(window.focus_watch.ringed)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Home)
    ringed.append(window.focus_watch.ringed)
    assert ringed == [None, button, None, button]


def test_arrow_keys_go_from_workspace_to_workspace(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.resize(1920, 900)
    qtbot.waitUntil(window.header.strip.isVisible)  # there is room for all beside each other
    stepped: list[bool] = []
    window.step.connect(lambda: stepped.append(True))
    buttons = list(window.header.buttons.values())
    window.focus_watch.go_to(buttons[0])
    assert press(Qt.Key.Key_Right) is buttons[1]
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert buttons[1].isChecked()
    assert not stepped


@pytest.mark.parametrize("name", names())
def test_the_ring_has_contrast_to_everything_it_lies_on(name: str) -> None:
    shown = theme(name)
    for below in (shown.ground, shown.surface, shown.raised, shown.border, shown.accent, shown.text):
        lines = (shown.accent, shown.ground)
        assert max(contrast(rgb(line), rgb(below)) for line in lines) >= ENOUGH, below


def test_a_control_without_a_place_in_the_order_is_seen(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    rows = QVBoxLayout(whole)
    rows.addWidget(QPushButton("reached"))
    lost = QPushButton("lost")
    lost.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    rows.addWidget(lost)
    whole.show()
    qtbot.waitExposed(whole)
    assert len(clickable(whole)) == 2
    assert not one_of_a_row(lost)
