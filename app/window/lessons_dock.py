"""The dock that a lesson is given in, beside the views: first the list of lessons, then one step after the other.

It shows what `app.session.lessons` tells as `Shown` and knows nothing of how a state is made true. Letters are larger
than elsewhere: a lesson is read from a chair, and from the back of a room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.window.dock import Dock
from app.window.workspaces import LESSON
from viz.theme import Theme

if TYPE_CHECKING:
    from app.window.panels.lesson_list import LessonList
    from app.window.panels.lesson_step import LessonStep

NARROWEST: Final = 300  # logical pixels at normal text size


class LessonsDock(Dock):
    """`chosen(name)`, `file_wanted`, `jumped(number)` and `closed` are a person's; the rest is done by actions."""

    chosen = Signal(str)
    file_wanted = Signal()
    jumped = Signal(int)
    closed = Signal()
    list_wanted = Signal()  # the lessons are to be told by `show_entries`

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(self.tr("Lesson"), LESSON, parent)
        self._actions = actions
        self._look: tuple[Theme, float] | None = None
        self.stack: QStackedWidget | None = None
        self.list: LessonList | None = None
        self.page: LessonStep | None = None
        self.setTitleBarWidget(QWidget())

    def _made(self) -> tuple[LessonList, LessonStep]:
        """The two pages, made when a lesson is first wanted."""
        if self.list is None or self.page is None or self.stack is None:
            from app.window.panels.lesson_list import LessonList  # when they are wanted, as the glossary
            from app.window.panels.lesson_step import LessonStep

            self.list, self.page = LessonList(), LessonStep(self._actions)
            self.list.chosen.connect(self.chosen)
            self.list.file_wanted.connect(self.file_wanted)
            self.list.closed.connect(self.closed)
            self.page.jumped.connect(self.jumped)
            self.page.list_wanted.connect(self.show_list)
            self.page.closed.connect(self.closed)
            self.stack = QStackedWidget()
            self.stack.addWidget(self.list)
            self.stack.addWidget(self.page)
            self.setWidget(self.stack)
            if self._look is not None:
                self.show_look(*self._look)
        return self.list, self.page

    def taken_right(self, width: int) -> int:
        """Pixels that it takes at the right of a window so wide; 0 where it stands elsewhere."""
        stands = self.isVisible() and not self.isFloating() and self.x() > width // 2
        return width - self.x() if stands else 0

    def show_list(self) -> None:
        """Offer the lessons there are."""
        shown, _ = self._made()
        self.list_wanted.emit()
        if self.stack is not None:
            self.stack.setCurrentWidget(shown)
        shown.take_keyboard()

    def show_entries(self, entries: Sequence[Any], given: str) -> None:
        """These are the lessons; `given` is the name of the one that is given now."""
        if self.list is not None:
            self.list.show_entries(entries, given)

    def show_step(self, shown: Any) -> None:
        """Show a step (`app.session.lessons.Shown`)."""
        _, page = self._made()
        page.show_step(shown)
        if self.stack is not None:
            self.stack.setCurrentWidget(page)

    def show_playing(self, playing: bool) -> None:
        """Whether the step's gestures are being made."""
        if self.page is not None:
            self.page.show_playing(playing)

    def show_look(self, theme: Theme, scale: float) -> None:
        """Draw it in a theme's colours, at a text size."""
        self._look = (theme, scale)
        if self.list is not None and self.page is not None:
            self.list.show_look(theme, scale)
            self.page.show_look(theme, scale)
            self.setMinimumWidth(round(NARROWEST * min(scale, 1.5)))
