"""Begins and ends a presentation; everything it takes is loaded when one is begun for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.notice import Notice
from app.window.appearance import Appearance
from app.window.docks import Docks
from engine.run import Run
from viz.ui_state import UiState

if TYPE_CHECKING:
    from app.window.presenter.presentation import Presentation

# what a clicker's keys do: with a lesson, and where none is open
STEPS = {True: ("lesson_next", "step"), False: ("lesson_back", "step_back")}
# what is done from the window for the audience too: with one display it covers the first
ALSO_THERE = ("lesson_next", "lesson_back", "lesson_play", "lesson_again", "lesson_reveal", "present")


class TopRow(QWidget):
    """The header, and while something is presented the presenter's panel below it."""

    def __init__(self, header: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(header)

    def add(self, panel: QWidget) -> None:
        """Show a panel below the header."""
        self._column.addWidget(panel)


class Presenter(QObject):
    """`kept` are the settings of presentations, changed in place."""

    intent = Signal(object)
    noticed = Signal(object)
    kept_changed = Signal()

    def __init__(
        self, window: QWidget, top: TopRow, docks: Docks, appearance: Appearance, kept: dict[str, str],
        actions: Mapping[str, QAction],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._top, self._docks, self._appearance = window, top, docks, appearance
        self._kept, self._actions = kept, actions
        self._pending: tuple[Run, UiState] | None = None
        self._notes = ("", "", "")  # heading, notes and next heading of the step of the lesson that is open
        self._step: tuple[tuple[str, ...], str, str] = ((), "", "")  # its views, and what the class reads of it
        self.presentation: Presentation | None = None

    def toggle(self) -> None:
        """Begin a presentation, or end the one that goes on."""
        if self.presentation is None:
            self.begin()
        else:
            self.end()

    def begin(self) -> None:
        """Show the window for the audience, and the panel."""
        from app.window.presenter.presentation import Around, Presentation

        if self._pending is None:
            return
        around = Around(
            views=lambda: {name: host.view_class for name, host in self._docks.hosts.items()},
            first_choice=self._in_sight,
            go=self._go,
            notice=self._say,
            camera=self._docks.turned_camera_of,
            reveal=self._actions["lesson_reveal"].trigger,
        )
        made = self.presentation = Presentation(self._window, self._kept, around)
        made.intent.connect(self.intent)
        made.ended.connect(self.end)
        made.kept_changed.connect(self.kept_changed)
        made.seen_changed.connect(self._hold)
        made.audience.addActions([self._actions[name] for name in ALSO_THERE])  # by their keys
        self._top.add(made.panel)
        self._actions["lesson_reveal"].enabledChanged.connect(made.panel.show_answers)
        made.panel.show_answers(self._actions["lesson_reveal"].isEnabled())
        self.show_style()
        self.show_notes(*self._notes)
        self.show_step(*self._step)
        made.begin(*self._pending)
        self._actions["present"].setChecked(True)

    def _in_sight(self) -> tuple[str, ...]:
        """The view in front, until a person chooses."""
        name = self._docks.in_front()
        return (name,) if name else ()

    def _go(self, onward: bool) -> None:
        """The next step of the lesson or the one before; without a lesson, a token on or back."""
        with_lesson, without = STEPS[onward]
        is_open = self._actions["lesson_close"].isEnabled()
        action = self._actions[with_lesson if is_open else without]
        if action.isEnabled():
            action.trigger()

    def _say(self, notice: Notice) -> None:
        self.noticed.emit(notice)

    def _hold(self) -> None:
        seen = self.presentation.projects if self.presentation is not None else frozenset[str]()
        self._docks.hold(seen)

    def refresh(self, run: Run, ui: UiState) -> None:
        """What is on screen has changed."""
        self._pending = run, ui
        if self.presentation is not None:
            self.presentation.refresh(run, ui)

    def show_style(self) -> None:
        """The theme or the size of the letters has changed."""
        if self.presentation is not None:
            self.presentation.show_style(self._appearance.theme, self._appearance.scale)

    def show_notes(self, heading: str = "", text: str = "", next_heading: str = "") -> None:
        """A lesson shows another step; without a heading none is open."""
        self._notes = heading, text, next_heading
        if self.presentation is not None:
            self.presentation.show_notes(heading, text, next_heading)

    def show_step(self, views: tuple[str, ...] = (), heading: str = "", text: str = "") -> None:
        """What a class sees and reads of the step of a lesson; without a heading none is given."""
        self._step = views, heading, text
        if self.presentation is not None:
            self.presentation.show_step(views, heading, text)

    def end(self) -> None:
        """Close the window for the audience, where there is one."""
        ended, self.presentation = self.presentation, None
        if ended is not None:
            ended.end()
            self._hold()
            self._actions["present"].setChecked(False)
