"""One view on the projector: a fresh instance of it, fed the same run and state as its dock, without controls.

What a person does to it with the mouse leaves as intents, like those of a dock. One that raises costs a sentence in its
place. `Quiet` keeps the controls out of sight that a view has for whoever sits in front of it.
"""

from __future__ import annotations

import logging
import traceback
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from app.look import style
from app.widgets.basics import muted
from app.window.dock_body import DockBody, hidden_words, needed_height
from engine.run import Run
from viz.charts.sorted_table import SortedTable
from viz.plain import Label
from viz.plural import plural
from viz.same_frame import same_frame
from viz.theme import Theme, theme
from viz.typeface import NORMAL_TEXT
from viz.ui_state import UiState
from viz.view import View

log = logging.getLogger(__name__)
SMALLER = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)  # times the letters, where a view needs more room than there is
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


class Quiet(QObject):
    """Hides what a view is worked with, also when the view shows it again."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        for part in view.findChildren(QWidget):
            is_control = isinstance(part, CONTROLS) and not isinstance(part, QScrollBar) and not view.worked_by_audience
            if is_control or part.objectName() in view.controls_named:
                part.installEventFilter(self)
                part.hide()
            if isinstance(part, QAbstractScrollArea):
                part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                part.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        if event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            watched.hide()
        return False


class Projected(QWidget):
    """The place of one view. `title` is shown where several are projected."""

    intent = Signal(object)
    resized = Signal()

    def __init__(self, view: type[View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view_class = view
        self.view: View | None = None
        self._pending: tuple[Run, UiState] | None = None
        self._painted: tuple[int, int, UiState] | None = None
        self._shown: tuple[Any, tuple[Theme, QSize]] | None = None  # the frame that the view shows, how and how large
        self._told = ""
        self._style: tuple[Theme, float] | None = None  # and how many times as large as ordinary ones letters are
        self._times = 1.0  # the same of those that the view has room for
        self.setAccessibleName(view.translated_title())
        self.title = Label(view.translated_title())
        self.title.setObjectName("dockTitle")
        self.title.setContentsMargins(10, 4, 10, 2)
        self.trouble = muted()
        self.trouble.setWordWrap(True)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = DockBody()
        self._body.stack.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self._body, 1)
        self.lacks = muted()  # that not all columns of a table have room
        self.lacks.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lacks.setContentsMargins(10, 2, 10, 4)
        self.lacks.hide()
        column.addWidget(self.lacks)

    def set_pending(self, run: Run, ui: UiState) -> None:
        """Remember what is to be shown."""
        self._pending = run, ui

    @property
    def is_outdated(self) -> bool:
        """Whether something newer is to be shown than what was painted last."""
        return self._pending is not None and self._painted != _key(*self._pending)

    def forget_painted(self) -> None:
        """Its colours or letters are others: paint it anew."""
        self._painted = self._shown = None

    def show_style(self, theme: Theme, scale: float) -> None:
        """Letters are to be so large, and smaller where the view needs more room: nobody scrolls what is projected."""
        self._style = theme, scale
        self._take_letters(1.0)
        self.forget_painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_letters(1.0)
        self.forget_painted()
        self.resized.emit()

    def _take_letters(self, times: float) -> None:
        if self._style is not None and times != self._times:
            self._times = times
            theme, scale = self._style
            self._body.setStyleSheet(sheet(theme, times * scale) if times < 1 else "")

    def _fit(self, view: View) -> None:
        """Smaller letters until the view has room, and whole columns of its tables."""
        for times in SMALLER:
            if self._has_room(view):
                break
            if times < self._times:
                self._take_letters(times)
        lacking = 0
        for table in view.findChildren(SortedTable):
            table.show_all()
            left_out = table.fit_figure()
            lacking += left_out if table.isVisibleTo(view) else 0
        said = QCoreApplication.translate("SortedTable", "No room here for {n} column(s).", "", lacking)
        self.lacks.setText(plural(said, lacking).format(n=lacking))
        self.lacks.setVisible(lacking > 0)

    def _has_room(self, view: View) -> bool:
        room = self._body.size()
        return view.minimumSizeHint().width() <= room.width() and needed_height(view, room.width()) <= room.height()

    def paint_pending(self) -> None:
        """Paint the newest, and send what it wants; a failure becomes a sentence here."""
        if self._pending is None or not self.is_outdated:
            return
        run, ui = self._pending
        self._painted = _key(run, ui)
        if ui.hides_next and self.view_class.gives_next_away:
            self._shown = None
            self.trouble.setText(hidden_words())
            self._body.stack.setCurrentWidget(self.trouble)
            return
        try:
            view = self._built()
            frame, look = self.view_class.frame(run, ui), (theme(ui.theme), view.size())
            if self._shown is None or self._shown[1] != look or not same_frame(self._shown[0], frame):
                self._shown = None  # until it is painted whole
                view.paint(frame, look[0])
                self._body.stack.setCurrentWidget(view)
                self._fit(view)
                self._shown = frame, look
            wanted = (*self.view_class.wants(frame), *view.wants_here())
        except Exception as error:  # noqa: BLE001  any fault of a view stays in its place
            self._fail(error)
            return
        self._body.stack.setCurrentWidget(view)
        self._told = ""
        for intent in wanted:
            self.intent.emit(intent)

    def _built(self) -> View:
        if self.view is None:
            self.view = self.view_class()
            Quiet(self.view)
            self.view.intent.connect(self.intent)
            self._body.stack.addWidget(self.view)
        return self.view

    def _fail(self, error: Exception) -> None:
        sentence = self.tr("{title} could not be drawn: {error}").format(
            title=self.view_class.translated_title(), error=str(error) or type(error).__name__
        )
        self.trouble.setText(sentence)
        self._body.stack.setCurrentWidget(self.trouble)
        if sentence != self._told:
            self._told = sentence
            log.error("%s\n%s", sentence, traceback.format_exc())

    def look_from(self, camera: tuple[float, ...]) -> bool:
        """See a view that has a camera from where its dock shows it; False while there is no such view yet."""
        turn = getattr(self.view, "set_camera", None)  # as `viz.figures.picture.HasCamera` has it
        if turn is None or self._painted is None:
            return False
        turn(*camera)
        return True

    def end(self) -> None:
        """Let the view give back what it holds, as a map does its OpenGL memory."""
        if self.view is not None:
            self.view.close()


def letters_of(pixels: float) -> str:
    """The rule for letters of a size: where a style sheet is, Qt passes no font on from a widget to those in it."""
    return f"QWidget {{ font-size: {round(pixels)}px; }}"


def sheet(theme: Theme, scale: float) -> str:
    """The style sheet of what is projected in letters so many times as large as ordinary ones."""
    return f"{letters_of(NORMAL_TEXT * scale)}\n{style.sheet(theme, scale)}"


def _key(run: Run, ui: UiState) -> tuple[int, int, UiState]:
    return id(run), run.changed, ui
