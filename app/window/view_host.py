"""The dock a view lives in; built empty, the view itself only when it is first seen.

A view that raises is answered with a sentence in its own dock; the others do not notice. Hidden docks keep only the
newest run and state, and paint them when they are seen again. What a view shows already is not painted again.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.look.tint import tint
from app.widgets.basics import muted
from app.window.dock import Dock, DockBar, Heading
from app.window.dock_body import DockBody, ErrorPanel, hidden_words
from app.window.option_bar import OptionBar, OptionPanel
from engine.run import Run
from viz.figures.palettes import worn
from viz.in_language import in_language
from viz.intents import HandOver, Intent
from viz.same_frame import same_frame
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import View

log = logging.getLogger(__name__)
Pending = tuple[Run, UiState]


class ViewHost(Dock):
    """The dock of one view class."""

    intent = Signal(object)
    option_changed = Signal(str, str, object)
    export_asked = Signal(str)
    data_asked = Signal(str)
    copy_asked = Signal(str)
    help_asked = Signal(str)
    read_asked = Signal(str)

    def __init__(self, view: type[View], parent: QWidget | None = None) -> None:
        super().__init__(view.translated_tab(), view.name, parent)
        self.title = view.translated_title()
        self.setAccessibleName(self.title)
        self.view_class = view
        self.view: View | None = None
        self._pending: Pending | None = None
        self._painted: tuple[int, int, UiState] | None = None
        self._shown: tuple[Any, Theme, QSize] | None = None  # the frame that the view shows, how, and at which size
        self._hidden: QLabel | None = None  # says so while a class guesses what the view shows
        self._told = ""
        self._camera: tuple[float, ...] | None = None  # from where the view is to be looked at once it is painted
        self.option_panel: OptionPanel | None = None
        self.bar = OptionBar(view) if view.options else None
        self.tip = view.translated(view.tip)
        heading = Heading(self.title, view.translated(view.subtitle), self.tip)
        self.dock_bar = DockBar(heading, self, self.bar)
        self.setTitleBarWidget(self.dock_bar)
        self._body = DockBody()
        wide = view.area == "centre"
        self._body.setSizePolicy(
            QSizePolicy.Policy.Expanding if wide or view.area == "bottom" else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Expanding if view.area != "bottom" else QSizePolicy.Policy.Preferred,
        )
        self._stack = self._body.stack
        self.setWidget(self._body)
        self.error_panel: ErrorPanel | None = None
        self._connect()

    def _connect(self) -> None:
        if self.bar is not None:
            self.bar.changed.connect(self.choose)
        self.dock_bar.options.clicked.connect(self._open_options)
        self.dock_bar.export.clicked.connect(partial(self._ask_for, self.export_asked))
        self.dock_bar.help.clicked.connect(partial(self._ask_for, self.help_asked))
        self.dock_bar.offer_below_export([(words, partial(self._ask_for, asked)) for words, asked in self.exports()])
        self._body.offer.clicked.connect(lambda: self.intent.emit(HandOver()))
        self.topLevelChanged.connect(self._name_window)

    def _name_window(self, floating: bool) -> None:
        """A window of its own has the whole title; a tab, which Qt names after the window, has the short one."""
        self.setWindowTitle(self.title if floating else self.view_class.translated_tab())

    # -- painting ------------------------------------------------------------------------------------------------

    def set_pending(self, run: Run, ui: UiState) -> None:
        """Remember what is to be shown; nothing is computed yet."""
        self._pending = (run, ui)

    @property
    def is_seen(self) -> bool:
        """Whether a person can see the view now: docked in front, or floating."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    @property
    def is_outdated(self) -> bool:
        """Whether something newer is to be shown than what was painted last."""
        return self._pending is not None and self._painted != self._key(*self._pending)

    @staticmethod
    def _key(run: Run, ui: UiState) -> tuple[int, int, UiState]:
        return id(run), run.changed, ui

    def paint_pending(self) -> None:
        """Compute the newest frame, paint it and send what it wants; a failure becomes a sentence in this dock."""
        if self._pending is None or not self.is_outdated:
            return
        run, ui = self._pending
        key = self._key(run, ui)
        if ui.hides_next and self.view_class.gives_next_away:
            self._hide(key)
            return
        wanted: Sequence[Intent] = ()
        try:
            view = self._built()
            shown = worn(ui.theme, ui.palette)
            frame = self.view_class.frame(run, ui)
            if not self._shows(frame, shown, view.size()):
                self._shown = None  # until it is painted whole
                view.paint(frame, shown)
                self._shown = frame, shown, view.size()
            wanted = (*self.view_class.wants(frame), *view.wants_here())
            self._body.show_offer(run.run_id == 0 and bool(run.nodes) and self.view_class.lacks(frame))
        except Exception as error:  # noqa: BLE001  any fault of a view stays in its dock
            self._fail(error)
        else:
            self._stack.setCurrentWidget(view)
            self._told = ""
            self._turn(view)
        self._painted = key
        self._show_options(ui)
        for intent in wanted:
            self.intent.emit(intent)

    def _hide(self, key: tuple[int, int, UiState]) -> None:
        """Say that the view would give away what a class is guessing; nothing of it is computed or kept."""
        if self._hidden is None:
            self._hidden = muted()
            self._hidden.setWordWrap(True)
            self._hidden.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._stack.addWidget(self._hidden)
        self._hidden.setText(hidden_words())
        self._stack.setCurrentWidget(self._hidden)
        self._painted, self._shown = key, None

    def begin_from(self, camera: tuple[float, ...]) -> None:
        """Look at the view from there, as soon as it has something to be looked at."""
        self._camera = camera

    def _turn(self, view: View) -> None:
        turn = getattr(view, "set_camera", None)  # as `viz.figures.picture.HasCamera` has it, without loading figures
        if turn is not None and self._camera is not None:
            turn(*self._camera)
        self._camera = None

    def _shows(self, frame: Any, shown: Theme, size: QSize) -> bool:
        """Whether the view was painted with an equal frame as it is now."""
        return self._shown is not None and self._shown[1:] == (shown, size) and same_frame(self._shown[0], frame)

    @property
    def painted_frame(self) -> Any:
        """The frame that the view shows; None where it shows none."""
        return None if self._shown is None else self._shown[0]

    def _built(self) -> View:
        if self.view is None:
            self.view = self.view_class()
            self.view.intent.connect(self.intent)
            self._offer_exports(self.view)
            self._stack.addWidget(self.view)
        return self.view

    def exports(self) -> tuple[tuple[str, SignalInstance], ...]:
        """What leaves the window of any view: the words, and the signal that asks for it with the view's name."""
        return (
            (self.dock_bar.export.accessibleName(), self.export_asked),
            (self.tr("Save data of {title}…").format(title=self.title), self.data_asked),
            (self.tr("Copy table of {title}").format(title=self.title), self.copy_asked),
            (self.tr("Read {title} as a table").format(title=self.title), self.read_asked),
        )

    def _offer_exports(self, view: View) -> None:
        """Put them among the view's actions, which its charts have in their menu."""
        for words, asked in self.exports():
            action = QAction(words, view)
            action.triggered.connect(partial(self._ask_for, asked))
            view.addAction(action)

    def _ask_for(self, asked: SignalInstance, _checked: bool = False) -> None:
        asked.emit(self.view_class.name)

    def _fail(self, error: Exception) -> None:
        detail = traceback.format_exc()
        sentence = self.tr("{title} could not be drawn: {error}").format(
            title=self.title, error=in_language(str(error)) or type(error).__name__
        )
        if self.error_panel is None:
            self.error_panel = ErrorPanel()
            self.error_panel.again.clicked.connect(self.try_again)
            self._stack.addWidget(self.error_panel)
        self.error_panel.show_error(sentence, detail)
        self._stack.setCurrentWidget(self.error_panel)
        if sentence != self._told:
            self._told = sentence
            log.error("%s\n%s", sentence, detail)

    def try_again(self) -> None:
        """Paint once more what could not be painted."""
        self._painted = self._shown = None
        self.paint_pending()

    # -- look and options ----------------------------------------------------------------------------------------

    def show_theme(self, shown: Theme, scale: float) -> None:
        """Draw the bar's icons in another theme's colours; the view gets the theme with its next frame."""
        tint(self.dock_bar, shown, scale)
        self._painted = self._shown = None

    def show_tabbed(self, tabbed: bool) -> None:
        """A dock among tabs that has its whole title there does not say it twice."""
        beside = tabbed and not self.isFloating() and self.title == self.view_class.translated_tab()
        self.dock_bar.show_heading(beside)

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
