"""The window on the projector: the chosen views and the running text, in large letters and without controls.

Views are fresh instances, fed as docks are: what comes within one screen refresh is painted once, the text first, then
one view in each turn of the event loop, the one that has waited longest. Nothing is painted under black or a still.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPixmap, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.look import style
from app.window.presenter.caption import Caption
from app.window.presenter.glass import Glass
from app.window.presenter.projected import Projected, letters_of, sheet
from app.window.presenter.running_text import AROUND, LINE, LINES, RunningText
from engine.run import Run
from viz.theme import Theme
from viz.theme import theme as theme_called
from viz.typeface import NORMAL_TEXT
from viz.ui_state import UiState
from viz.view import View

REFRESH_MS = 16
MOST = 4  # views that are projected at once
AWAY = 24  # pixels that an ordinary window keeps from the display's edges
USUAL = 720  # logical pixels of a window's height for which the size of letters is meant; in a higher one they grow
LARGE = 22  # the running text's letters are one of so many parts of the window's height, at 100 %
GRIDS = {  # (row, column, rows, columns) of each of so many views
    1: ((0, 0, 1, 1),),
    2: ((0, 0, 1, 1), (0, 1, 1, 1)),
    3: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)),
    4: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)),
}


class Audience(QWidget):
    """`closed` when a person closes it. `painted` after something in it has changed."""

    intent = Signal(object)
    closed = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Orrery: for the audience"))
        self.setAccessibleName(self.windowTitle())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.parts: list[Projected] = []
        self._pending: tuple[Run, UiState] | None = None
        self._text_pending = True
        self._letters = 1.75
        self._theme: Theme | None = None
        self._styled = 1.0  # times, as the style sheet has it
        self._ended = False
        self._scene = QWidget(self)
        self._scene.setObjectName("panel")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.text = RunningText(self._scene)
        self.text.intent.connect(self.intent)
        column = QVBoxLayout(self._scene)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.caption = Caption(self._scene)
        column.addWidget(self.caption)
        column.addLayout(self._grid, 1)
        column.addWidget(self.text)
        self.glass = Glass(self, self.picture)
        self.glass.changed.connect(self.schedule)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.paint_some)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_views(self, views: Mapping[str, type[View]], names: Sequence[str], text: bool) -> None:
        """Project these views, at most `MOST` of them; those that are there already stay as they are."""
        wanted = [name for name in names if name in views][:MOST]
        kept = {part.view_class.name: part for part in self.parts}
        for name in [name for name in kept if name not in wanted]:
            part = kept.pop(name)
            part.end()
            part.hide()
            part.deleteLater()
        self.parts = [kept[name] if name in kept else self._part(views[name]) for name in wanted]
        for part, place in zip(self.parts, GRIDS.get(len(wanted), ()), strict=True):
            self._grid.addWidget(part, *place)
            part.title.setVisible(len(wanted) > 1)
            part.show()
        self._grid.setColumnStretch(0, 3 if len(wanted) < MOST else 1)
        self._grid.setColumnStretch(1, (2 if len(wanted) < MOST else 1) if len(wanted) > 1 else 0)
        for row in (0, 1):
            self._grid.setRowStretch(row, 1 if row == 0 or len(wanted) > 2 else 0)
        self.text.setVisible(text)
        self.glass.raise_()
        if self._pending is not None:
            self.refresh(*self._pending)

    def _part(self, view: type[View]) -> Projected:
        part = Projected(view, self._scene)
        part.intent.connect(self.intent)
        part.resized.connect(self.schedule)
        if self._theme is not None:
            part.show_style(self._theme, self._letters * self._styled)
        return part

    def refresh(self, run: Run, ui: UiState) -> None:
        """What is on screen is no longer what is there."""
        self._pending = run, ui
        self._text_pending = True
        self.glass.still = ui.still
        for part in self.parts:
            part.set_pending(run, ui)
        self.schedule()

    def schedule(self) -> None:
        """Paint from the next screen refresh on."""
        if not self._ended and not self._timer.isActive():
            self._timer.start(REFRESH_MS)

    @property
    def is_seen(self) -> bool:
        """Whether the class sees the views."""
        return self.isVisible() and not self.isMinimized() and not self.glass.hides

    def paint_some(self) -> None:
        """Paint the text, and one of the views; come back while another is outdated."""
        if self._pending is None or not self.is_seen or self._ended:
            return
        if self._text_pending:
            self._text_pending = False
            run, ui = self._pending
            if not self.text.isHidden():
                self.text.paint(RunningText.frame(run, ui), theme_called(ui.theme))
        waiting = [part for part in self.parts if part.is_outdated]
        if waiting:
            waiting[0].paint_pending()
            self._waits_last(waiting[0])
        if len(waiting) > 1:
            self._timer.start(0)
        self.painted.emit()

    def _waits_last(self, painted: Projected) -> None:
        """The one that was painted waits last from now on."""
        self.parts = [part for part in self.parts if part is not painted] + [painted]

    @property
    def projects(self) -> frozenset[str]:
        """The views that the class sees now."""
        return frozenset(part.view_class.name for part in self.parts) if self.is_seen else frozenset()

    def picture(self, of: QRect | None = None) -> QPixmap:
        """What lies below the glass, or a part of it, as it stands now."""
        return self._scene.grab(self._scene.rect() if of is None else of)

    # -- look ----------------------------------------------------------------------------------------------------

    def show_style(self, theme: Theme, letters: float) -> None:
        """Draw all in these colours, in letters so many times as large as ordinary ones."""
        self._letters, self._theme, self._styled = letters, theme, self._times()
        scale = letters * self._styled
        self.setPalette(style.palette(theme))
        self.setStyleSheet(sheet(theme, scale))
        self._size_text()
        for part in self.parts:
            part.show_style(theme, scale)
        self._text_pending = True
        self.schedule()

    def _times(self) -> float:
        """How many times as large as asked for letters are: from the last row every display is equally small."""
        return max(1.0, round(self.height() / USUAL, 2))

    def _size_text(self) -> None:
        """The running text goes with the window's height, so that it is read from the last row of any hall."""
        em = max(self.height() / LARGE * self._letters / 1.75, NORMAL_TEXT * self._letters)
        em = round(min(em, self.width() / 14))
        if self.text.styleSheet() != letters_of(em):
            self.text.setStyleSheet(letters_of(em))
        self.caption.fit(em, self.height())
        self.text.setFixedHeight(round((LINE * LINES + AROUND) * em))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scene.setGeometry(self.rect())
        self.glass.setGeometry(self.rect())
        self._size_text()
        if self._theme is not None and self._times() != self._styled:
            self.show_style(self._theme, self._letters)

    # -- where ---------------------------------------------------------------------------------------------------

    def show_full(self, screen: QScreen) -> None:
        """Fill a display."""
        if self.isFullScreen() and self.screen() is screen:
            return
        if self.isFullScreen():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_window(self, screen: QScreen) -> None:
        """Be an ordinary window on a display."""
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        room = screen.availableGeometry()
        size = room.size() * 0.6
        corner = QPoint(room.right() - size.width() - AWAY, room.bottom() - size.height() - AWAY)
        self.setGeometry(QRect(corner, size))  # off what stands at the top of the first window, where both are on one
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()  # not on a button of a view, which would look as if it were chosen
        self.schedule()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give keys to a view that a class works, wherever in it the keyboard is."""
        for part in self.parts:
            if part.view is not None and part.view_class.worked_by_audience and not part.view.hasFocus():
                part.view.keyPressEvent(event)
                return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.end()
        self.closed.emit()
        super().closeEvent(event)

    def end(self) -> None:
        """Paint no more."""
        self._ended = True
        self._timer.stop()
        self.glass.end()
        for part in self.parts:
            part.end()
