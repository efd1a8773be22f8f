"""The order in which the keyboard goes through a window: part by part as they stand on screen, each as it was built.

Qt's own order is that in which controls were made, bars of docks before all that stands in them, and it stops at docks
that lie behind their tabs, where nobody can see what has the keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QScrollArea,
    QStatusBar,
    QTabBar,
    QToolButton,
    QWidget,
)

BAR = "dockBar"  # name of a dock's bar
SAME = 40  # logical pixels: parts that begin nearer to each other stand in one column


@dataclass(frozen=True)
class Region:
    """A part of the window, and what takes the keyboard in it, in order."""

    whole: QWidget
    stops: tuple[QWidget, ...]

    @property
    def first(self) -> QWidget:
        """Where one begins who jumps to it: in a dock what it shows, before the buttons of its bar."""
        return next((part for part in self.stops if not _in_bar(part)), self.stops[0])


def regions(window: QMainWindow) -> list[Region]:
    """The parts that can be seen and have anything that takes the keyboard, in the order in which one reads."""
    found: dict[QWidget, list[QWidget]] = {}
    for part in _parts(window):
        if _stops(part, window):
            found.setdefault(_region_of(part, window), []).append(part)
    seen = [whole for whole in found if not whole.visibleRegion().isEmpty()]
    return [Region(whole, tuple(found[whole])) for whole in _as_read(seen, window)]


def next_stop(window: QMainWindow, forward: bool) -> QWidget | None:
    """What has the keyboard after, or before, what has it now; where that is being hidden, what stands near it.

    Qt asks this too when it hides what has the keyboard.
    """
    there = regions(window)
    stops = [part for region in there for part in region.stops]
    now = QApplication.focusWidget()
    at = _index_of(now, stops)
    if not stops:
        return None
    if at is None and now is not None and (near := _near(now, window, there)) is not None:
        return near
    return stops[(at + (1 if forward else -1)) % len(stops) if at is not None else 0 if forward else -1]


def stop_for(part: QWidget, window: QMainWindow) -> QWidget | None:
    """What is to have the keyboard that this had: itself, else what stands near it; None where neither can be seen."""
    return part if part.isVisible() else _near(part, window, regions(window))


def next_region(window: QMainWindow, forward: bool) -> QWidget | None:
    """Where the next part of the window begins, or the one before."""
    there = regions(window)
    if not there:
        return None
    now = QApplication.focusWidget()
    at = next((i for i, region in enumerate(there) if _index_of(now, region.stops) is not None), None)
    step = (at + (1 if forward else -1)) % len(there) if at is not None else 0 if forward else -1
    return there[step].first


def bring_into_sight(part: QWidget) -> None:
    """Scroll whatever it stands in, so that it can be seen."""
    around = part.parentWidget()
    while around is not None and not part.isWindow():
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None and inside.isAncestorOf(part):
            around.ensureWidgetVisible(part, 12, 12)
        around = around.parentWidget()


def _parts(window: QWidget) -> Sequence[QWidget]:
    """All that stands in the window, each part as it was built.

    Not by `nextInFocusChain`: PySide takes what that returns for a child of what it was asked of. A header and its own
    viewport, which follow each other, are then each the other's parent, and Python's collector deletes both.
    """
    return window.findChildren(QWidget)


def _stops(part: QWidget, window: QWidget) -> bool:
    if part.window() is not window or not part.isVisible() or not part.isEnabled() or part.focusProxy() is not None:
        return False
    if isinstance(part.parentWidget(), QTabBar) and isinstance(part, QToolButton):
        return False  # they scroll the tabs, as the arrow keys do
    if part.size().isEmpty() or (isinstance(part, QTabBar) and part.count() < 2):
        return False
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _region_of(part: QWidget, window: QWidget) -> QWidget:
    """The child of the window in which it stands."""
    whole = part
    while (around := whole.parentWidget()) is not None and around is not window:
        whole = around
    return whole


def _as_read(wholes: Sequence[QWidget], window: QMainWindow) -> list[QWidget]:
    """The header, docks column by column and each from above, the status line, then what lies over the window."""
    columns: dict[QWidget, int] = {}
    column, last = 0, None
    for whole in sorted(wholes, key=lambda it: it.x()):
        if last is not None and whole.x() - last > SAME:
            column += 1
        if last is None or whole.x() - last > SAME:
            last = whole.x()
        columns[whole] = column

    def rank(whole: QWidget) -> tuple[int, int, int]:
        kind = 1 if isinstance(whole, (QDockWidget, QTabBar)) else 2 if isinstance(whole, QStatusBar) else 3
        return 0 if whole is window.menuWidget() else kind, columns[whole], whole.y()

    return sorted(wholes, key=rank)


def _near(part: QWidget, window: QMainWindow, there: Sequence[Region]) -> QWidget | None:
    """Where one begins in the part of the window in which this stands, if that can be seen."""
    if part is window or not window.isAncestorOf(part):
        return None
    whole = _region_of(part, window)
    return next((region.first for region in there if region.whole is whole), None)


def _index_of(part: QWidget | None, stops: Sequence[QWidget]) -> int | None:
    """Which of the stops has the keyboard: what stands inside one counts as it."""
    while part is not None:
        if part in stops:
            return stops.index(part)
        part = part.parentWidget()
    return None


def _in_bar(part: QWidget) -> bool:
    around = part.parentWidget()
    while around is not None:
        if around.objectName() == BAR:
            return True
        around = around.parentWidget()
    return False
