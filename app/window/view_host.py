"""The dock a view lives in: title, option bar, menu; built empty, the view itself only when it is first seen.

A view that raises is answered with a sentence in its own dock; the others do not notice. Hidden docks keep only the
newest run and state, and paint them when they are seen again.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.look.tint import tint
from app.widgets.basics import (
    Title,
    flat_button,
    muted,
    name,
)
from app.window.option_bar import OptionBar, OptionPanel
from engine.run import Run
from viz.intents import Intent
from viz.theme import Theme, theme
from viz.ui_state import Option, UiState
from viz.view import View

log = logging.getLogger(__name__)
FLOATING = QSize(640, 480)  # logical pixels of a floating dock, at least
AWAY = 48  # logical pixels from its old place
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
Pending = tuple[Run, UiState]


def keeps_key(focus: QWidget | None, key: int) -> bool:
    """Whether the widget with the keyboard wants a plain key for itself, before the window's shortcuts get it."""
    if key == Qt.Key.Key_Space:
        return isinstance(focus, (QAbstractButton, QComboBox, QAbstractItemView))
    if key in ARROWS:
        if isinstance(focus, (QAbstractSlider, QComboBox, QAbstractItemView, QTabBar)):
            return True
        while focus is not None and not focus.isWindow():
            if isinstance(focus, View):
                return True
            focus = focus.parentWidget()
    return False


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
        if event.type() == QEvent.Type.ZOrderChange:
            self.raised.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and keeps_key(QApplication.focusWidget(), event.key()):
                event.accept()
                return True
        return super().event(event)

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


class DockBar(QWidget):
    """Title, options and buttons in one row. Dragging it moves the dock: Qt sees to that."""

    def __init__(self, title: str, tip: str, dock: Dock, bar: QWidget | None) -> None:
        super().__init__()
        self._dock = dock
        self.setObjectName("dockBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(2)
        self.title = Title(title)
        self.title.setObjectName("dockTitle")
        self.title.setToolTip(tip)
        row.addWidget(self.title)
        row.addSpacing(14)
        if bar is None:
            row.addStretch(1)
        else:
            row.addWidget(bar, 1)
        tr = self.tr
        self.options = flat_button("options", tr("Options of {title}").format(title=title), size=16)
        self.options.setVisible(bar is not None)
        self.export = flat_button("export", tr("Export a figure of {title}").format(title=title), size=16)
        self.float = flat_button("float", tr("Float or dock {title}").format(title=title), size=16)
        self.close_button = flat_button("close", tr("Hide {title}").format(title=title), size=16)
        for button in (self.options, self.export, self.float, self.close_button):
            row.addWidget(button)
        self.float.clicked.connect(dock.toggle_floating)
        self.close_button.clicked.connect(dock.close)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Float or dock, as the button does: Qt alone would leave the dock where it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dock.toggle_floating()
            event.accept()


class Body(QScrollArea):
    """Where a view stands in its dock. One that needs more room than it is given is scrolled.

    A dock that insisted on its view's least size would push the window past the edge of a small screen.
    """

    LEAST = QSize(180, 90)  # logical pixels that a view is always given

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewBody")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self.stack = QStackedLayout(self._inside)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:
        """What the view would like."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the view needs, up to the least there always is."""
        return self._inside.minimumSizeHint().boundedTo(self.LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dock when what stands inside needs another size: Qt's own scroll area does not."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are the view's and the window's: none scrolls."""
        event.ignore()


class ViewHost(Dock):
    """The dock of one view class."""

    intent = Signal(object)
    option_changed = Signal(str, str, object)
    export_asked = Signal(str)
    failed = Signal(str, str)  # sentence, detail: told once per kind of failure

    def __init__(self, view: type[View], parent: QWidget | None = None) -> None:
        super().__init__(view.translated_title(), view.name, parent)
        self.view_class = view
        self.view: View | None = None
        self._pending: Pending | None = None
        self._painted: tuple[int, int, UiState] | None = None
        self._theme: Theme | None = None
        self._told = ""
        self.option_panel: OptionPanel | None = None
        self.bar = OptionBar(view) if view.options else None
        self.dock_bar = DockBar(view.translated_title(), view.tip, self, self.bar)
        self.setTitleBarWidget(self.dock_bar)
        self._body = Body()
        wide = view.area == "centre"
        self._body.setSizePolicy(
            QSizePolicy.Policy.Expanding if wide or view.area == "bottom" else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Expanding if view.area != "bottom" else QSizePolicy.Policy.Preferred,
        )
        self._stack = self._body.stack
        self.setWidget(self._body)
        self.trouble: Trouble | None = None
        self._connect()

    def _connect(self) -> None:
        if self.bar is not None:
            self.bar.changed.connect(self.choose)
        self.dock_bar.options.clicked.connect(self._open_options)
        self.dock_bar.export.clicked.connect(lambda: self.export_asked.emit(self.view_class.name))

    # -- painting ------------------------------------------------------------------------------------------------

    def take(self, run: Run, ui: UiState) -> None:
        """Remember what is to be shown; nothing is computed yet."""
        self._pending = (run, ui)

    @property
    def is_seen(self) -> bool:
        """Whether a person can see the view now: docked in front, or floating."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    @property
    def is_behind(self) -> bool:
        """Whether something newer is to be shown than what was painted last."""
        return self._pending is not None and self._painted != self._key(*self._pending)

    @staticmethod
    def _key(run: Run, ui: UiState) -> tuple[int, int, UiState]:
        return id(run), run.changed, ui

    def paint_pending(self) -> None:
        """Compute the newest frame, paint it and send what it wants; a failure becomes a sentence in this dock."""
        if self._pending is None or not self.is_behind:
            return
        run, ui = self._pending
        key = self._key(run, ui)
        wanted: Sequence[Intent] = ()
        try:
            view = self._built()
            shown = theme(ui.theme)
            frame = self.view_class.frame(run, ui)
            view.paint(frame, shown)
            wanted = self.view_class.wants(frame)
        except Exception as error:  # noqa: BLE001  any fault of a view stays in its dock
            self._fail(error)
        else:
            self._stack.setCurrentWidget(view)
            self._told = ""
        self._painted = key
        self._show_options(ui)
        for intent in wanted:
            self.intent.emit(intent)

    def _built(self) -> View:
        if self.view is None:
            self.view = self.view_class()
            self.view.intent.connect(self.intent)
            self._stack.addWidget(self.view)
        return self.view

    def _fail(self, error: Exception) -> None:
        detail = traceback.format_exc()
        sentence = self.tr("{title} could not be drawn: {error}").format(
            title=self.windowTitle(), error=str(error) or type(error).__name__
        )
        if self.trouble is None:
            self.trouble = Trouble()
            self.trouble.again.clicked.connect(self.try_again)
            self._stack.addWidget(self.trouble)
        self.trouble.show_trouble(sentence, detail)
        self._stack.setCurrentWidget(self.trouble)
        if sentence != self._told:
            self._told = sentence
            log.error("%s\n%s", sentence, detail)
            self.failed.emit(sentence, detail)

    def try_again(self) -> None:
        """Paint once more what could not be painted."""
        self._painted = None
        self.paint_pending()

    def forget_view(self) -> None:
        """Close the view's widget; it is built anew when it is seen again."""
        if self.view is not None:
            self._stack.removeWidget(self.view)
            self.view.close()
            self.view.deleteLater()
            self.view = None
            self._painted = None

    # -- look and options ----------------------------------------------------------------------------------------

    def show_theme(self, shown: Theme, scale: float) -> None:
        """Draw the bar's icons in another theme's colours; the view gets the theme with its next frame."""
        self._theme = shown
        tint(self.dock_bar, shown, scale)
        self._painted = None

    def show_tabbed(self, tabbed: bool) -> None:
        """A dock among tabs has its title there; saying it twice would be noise."""
        self.dock_bar.title.setVisible(not tabbed or self.isFloating())

    def _show_options(self, ui: UiState) -> None:
        if self.bar is not None:
            self.bar.show_ui(self.view_class, ui)
        if self.option_panel is not None and self.option_panel.isVisible():
            self.option_panel.show_ui(self.view_class, ui)

    def chosen(self, option: Option) -> Any:
        """The value of one of the view's options as it stands now."""
        return option.default if self._pending is None else self._pending[1].option(self.view_class.name, option)

    def choose(self, option: str, value: Any) -> None:
        """Set one of the view's options, by its name."""
        self.option_changed.emit(self.view_class.name, option, value)

    def _open_options(self) -> None:
        if self.option_panel is None:
            self.option_panel = OptionPanel(self.view_class, self)
            self.option_panel.changed.connect(self.choose)
        if self._pending is not None:
            self.option_panel.show_ui(self.view_class, self._pending[1])
        self.option_panel.open_below(self.dock_bar.options)


class Trouble(QWidget):
    """A sentence in place of a view that could not be drawn, its trace on demand, and another try."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = muted()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.hide()
        name(self.detail, self.tr("Details"))
        self.again = QPushButton(self.tr("Try again"))
        name(self.again, self.tr("Try again"))
        more = QPushButton(self.tr("Show details"))
        name(more, self.tr("Show details"))
        more.clicked.connect(lambda: self.detail.setVisible(not self.detail.isVisible()))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(more)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.detail, 2)
        layout.addStretch(1)

    def show_trouble(self, sentence: str, detail: str) -> None:
        """Say what went wrong."""
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.detail.setPlainText(detail)
