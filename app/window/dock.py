"""A dock of the window: its title bar with buttons, how it floats, and which plain keys stay inside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QTabBar,
    QWidget,
)

from app.widgets.basics import ElidedLabel, flat_button
from app.window.focus import by_click
from app.window.option_bar import OptionBar
from viz.plain import set_tip
from viz.view import View

FLOATING = QSize(640, 480)  # logical pixels of a floating dock, at least
BETWEEN = 14  # logical pixels between title, subtitle and options
AWAY = 48  # logical pixels from its old place
_WORKED_BY_MOUSE = (QAbstractButton, QAbstractSlider, QComboBox, QTabBar)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def keeps_key(focus: QWidget | None, key: int, buttons: bool = False) -> bool:
    """Whether the widget with the keyboard wants a plain key for itself, before the window's shortcuts get it.

    `buttons`: the arrow keys go from button to button of a row.

    A button or slider that was clicked does not: it was used with the mouse, and the keys are for playback again.
    """
    if focus is not None and isinstance(focus, _WORKED_BY_MOUSE) and by_click(focus):
        return False
    if key == Qt.Key.Key_Space:
        return isinstance(focus, (QAbstractButton, QComboBox, QAbstractItemView))
    if key in ARROWS:
        if buttons and isinstance(focus, QAbstractButton):
            return True
        if isinstance(focus, (QAbstractSlider, QComboBox, QAbstractItemView, QTabBar)):
            return True
        while focus is not None and not focus.isWindow():
            if isinstance(focus, View):
                return True
            focus = focus.parentWidget()
    return False


def kept_from_shortcuts(event: QEvent, buttons: bool = False) -> bool:
    """Accept a plain key that the widget with the keyboard wants, before a shortcut gets it; False for others."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if not plain or not keeps_key(QApplication.focusWidget(), event.key(), buttons):
        return False
    event.accept()
    return True


def within(rect: QRect, screen: QRect) -> QRect:
    """`rect` no larger than the screen and wholly on it."""
    fitting = QRect(rect.topLeft(), rect.size().boundedTo(screen.size()))
    fitting.moveLeft(max(screen.left(), min(fitting.left(), screen.right() + 1 - fitting.width())))
    fitting.moveTop(max(screen.top(), min(fitting.top(), screen.bottom() + 1 - fitting.height())))
    return fitting


def floated(docked: QRect, screen: QRect) -> QRect:
    """Where a dock that stood at `docked` floats: nearer to the middle of its screen, and of a useful size."""
    size = docked.size().expandedTo(FLOATING).boundedTo(screen.size() * 0.8)
    middle = screen.center()
    left = docked.left() + (AWAY if docked.center().x() < middle.x() else docked.width() - size.width() - AWAY)
    top = docked.top() + (AWAY if docked.center().y() < middle.y() else docked.height() - size.height() - AWAY)
    return within(QRect(QPoint(left, top), size), screen)


class Dock(QDockWidget):
    """A dock whose content may keep plain keys; those it does not use after all are told by `key_unused`."""

    key_unused = Signal(str)
    raised = Signal()  # it has come to stand above what else lies over the window

    def __init__(self, title: str, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(identifier)
        self.setAccessibleName(title)
        self._stood: QRect | None = None  # where it floated last

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rim of a floating dock, as wide as the style sheet has it: over views of its colour it had none."""
        super().paintEvent(event)
        if self.isFloating():
            QPainter(self).fillRect(self.rect(), self.palette().placeholderText())

    def event(self, event: QEvent) -> bool:
        """Take plain keys from the window's shortcuts where the focused control needs them."""
        if kept_from_shortcuts(event):
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.ZOrderChange:  # Qt has brought its tab to the front by now
            self.raised.emit()
        return done

    def toggle_floating(self) -> None:
        """Let the dock float, away from its old place and large enough to be of use; or dock it again."""
        if self.isFloating():
            self._stood = self.geometry()
            self.setFloating(False)
            return
        screen = self.screen().availableGeometry()
        docked = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        away = floated(docked, screen) if self._stood is None else within(self._stood, screen)
        self.setFloating(True)
        self.setGeometry(away)
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A plain key that nothing inside used belongs to the window after all."""
        if event.key() in ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.key_unused.emit(QKeySequence(event.key()).toString())
            event.accept()
            return
        super().keyPressEvent(event)


@dataclass(frozen=True)
class Heading:
    """What a dock's bar says: the title and subtitle, and what the pointer is told."""

    title: str
    subtitle: str = ""
    tip: str = ""


class DockBar(QWidget):
    """Title, options and buttons in one row. Dragging it moves the dock: Qt sees to that.

    The subtitle gives way first, to all the controls of the options that would fit; among tabs the title goes too
    where the tab says the same. The button of the help goes where a dock is very narrow: F1 does the same.
    """

    def __init__(self, heading: Heading, dock: Dock, bar: OptionBar | None) -> None:
        super().__init__()
        self._dock, self._bar = dock, bar
        self._title_needed = True
        self.setObjectName("dockBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(2)
        title = heading.title
        set_tip(self, heading.tip)
        self.title = ElidedLabel(title)
        self.title.setObjectName("dockTitle")
        self.subtitle = ElidedLabel(heading.subtitle)
        self.subtitle.setObjectName("muted")
        for label in (self.title, self.subtitle):
            set_tip(label, heading.tip)
            row.addWidget(label)
            row.addSpacing(BETWEEN)
        if bar is None:
            row.addStretch(1)
        else:
            row.addWidget(bar, 1)
        self.options = flat_button("options", self.tr("Options of {title}").format(title=title), size=16)
        self.options.setVisible(bar is not None)
        self.export = flat_button("export", self.tr("Export a figure of {title}").format(title=title), size=16)
        self.help = flat_button("info", self.tr("About {title}").format(title=title), size=16)
        self._has_help = bool(heading.tip)
        self.float = flat_button("float", self.tr("Float or dock {title}").format(title=title), size=16)
        self.close_button = flat_button("close", self.tr("Hide {title}").format(title=title), size=16)
        for button in (self.options, self.export, self.help, self.float, self.close_button):
            row.addWidget(button)
        self.float.clicked.connect(dock.toggle_floating)
        self.close_button.clicked.connect(dock.close)

    def offer_below_export(self, rows: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Give the button of figures a menu, which opens by the right mouse button or the menu key."""
        for words, do in rows:
            action = QAction(words, self.export)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.export.addAction(action)
        self.export.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_heading(self, beside_a_tab: bool) -> None:
        """Show title and subtitle as there is room; the title not beside a tab that says the same."""
        if self._title_needed == beside_a_tab:
            self._title_needed = not beside_a_tab
            self._share_room()

    def _share_room(self) -> None:
        wanted = 0 if self._bar is None else self._bar.wanted_width()
        left = self.options.x() if self._bar is not None else self.export.x()
        titled = self.title.sizeHint().width() + BETWEEN if self._title_needed else 0
        room = left - self._row.contentsMargins().left() - 2 * BETWEEN - wanted - titled
        self.help.setVisible(self._has_help and self.width() >= self._least() + self._of_help())
        self.title.setVisible(self._title_needed)
        self.subtitle.setVisible(bool(self.subtitle.text()) and room >= self.subtitle.sizeHint().width())

    def _of_help(self) -> int:
        return self.help.sizeHint().width() + self._row.spacing()

    def _least(self) -> int:
        """The width that all need which do not give way."""
        return self._row.minimumSize().width() - (0 if self.help.isHidden() else self._of_help())

    def minimumSizeHint(self) -> QSize:
        """What does not give way has room."""
        return QSize(self._least(), self._row.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """See anew whether there is room for the subtitle where something in the bar has another size."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share_room()
        return done

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Float or dock, as the button does: Qt alone would leave the dock where it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dock.toggle_floating()
            event.accept()
