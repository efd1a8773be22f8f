"""The lesson that is given: which there are, which step is shown, and what is said in it. It knows no window.

`Parts.lessons` is the one of a session. Whoever shows it (the dock, the presenter's window) connects to

- `step_changed(object)`: a `Shown`, the step as it is now said; None when no lesson is given any more. It comes again
  when a number of the text is there, so `body` and the rest hold the numbers of now;
- `listed(object)`: the `Entry`s there are, where those have changed (another language, a file opened);

and reads `shown` for what was told last. What a person does goes in by `open`, `next`, `back`, `go_to`, `again`,
`play`, `reveal` and `close`. A `Shown` has all that the presenter needs: the lesson's title, the step's number (from 1)
and the count of steps, its heading, its paragraphs by kind with numbers filled in (`body`, `notes`: what is to be
done, seen, asked, answered, and the teacher's own), and the heading of the next step ("" after the last).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.session.lesson_gestures import LessonGestures
from app.session.lesson_numbers import LessonNumbers
from app.session.lesson_steps import LessonSteps
from app.session.lesson_views import LessonViews
from app.session.session import Session
from viz.in_language import in_language
from viz.lessons.lesson import Lesson, Step
from viz.lessons.shown import NOTES, Shown, plain

if TYPE_CHECKING:
    from viz.lessons.library import Entry

__all__ = ["NOTES", "Lessons", "Shown", "plain"]
translate = QCoreApplication.translate  # by this name its texts are collected


class Lessons(QObject):
    """What is given."""

    step_changed = Signal(object)  # Shown | None
    listed = Signal(object)  # tuple[Entry, ...]
    _due = Signal()

    def __init__(
        self, session: Session, steps: LessonSteps, gestures: LessonGestures, views: LessonViews,
        parent: QObject | None = None, folder: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._steps, self.gestures, self._views = steps, gestures, views
        self._language = "en"
        self._entries: tuple[Entry, ...] | None = None
        self._lesson: Lesson | None = None
        self._at = 0
        self._revealed = False  # the answer of the step that is shown
        self.numbers = LessonNumbers(session, views.handle)
        self._waits = False
        self.shown: Shown | None = None
        self._due.connect(self._say_anew, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._come_back)
        steps.settled.connect(self._on_settled)

    # -- which there are -----------------------------------------------------------------------------------------

    def set_language(self, locale: str) -> None:
        """Give lessons in this language, for a locale such as "zh_CN"; the one that is given goes on in it."""
        from viz.lessons import library  # when lessons are wanted: the first window does not wait for them

        language = library.language_of(locale, self._folder or library.FOLDER)
        if language == self._language:
            return
        self._language, self._entries = language, None
        self.listed.emit(self.entries())
        if self._lesson is not None and (again := self._find(self._lesson.name)) is not None:
            self._lesson = again
            self._at = min(self._at, len(again.steps) - 1)
            self._say()

    def entries(self) -> tuple[Entry, ...]:
        """The lessons there are, read when they are first asked for."""
        from viz.lessons import library  # as above

        if self._entries is None:
            self._entries = library.entries(self._language, self._folder or library.FOLDER)
        return self._entries

    def _find(self, name: str) -> Lesson | None:
        return next((it.lesson for it in self.entries() if it.lesson.name == name and it.lesson.steps), None)

    # -- what a person does --------------------------------------------------------------------------------------

    def open(self, name: str, step: int = 1) -> None:
        """Give the lesson of this name, from a step on; of one with faults the first is told."""
        from viz.lessons.lesson_file import told  # as above

        for entry in self.entries():
            if entry.lesson.name == name and entry.problems:
                self._tell_fault(told(entry.path, entry.problems[0]), bool(entry.lesson.steps))
        if (found := self._find(name)) is not None:
            self._begin(found, step)

    def open_file(self, path: Path) -> None:
        """Give the lesson of a file of a person's own; of one with faults the first is told."""
        from viz.lessons import library  # as above
        from viz.lessons.lesson_file import told

        entry = library.entry_of(path)
        if entry.problems:
            self._tell_fault(told(path, entry.problems[0]), bool(entry.lesson.steps))
        if entry.lesson.steps:
            self._begin(entry.lesson, 1)

    def _tell_fault(self, fault: str, goes_on: bool) -> None:
        words = (
            translate("Lessons", "The lesson has a fault, and continues without what is wrong: {fault}")
            if goes_on
            else translate("Lessons", "The lesson cannot be given: {fault}")
        )
        self._session.notice("warning", words.format(fault=in_language(fault)), about="open")

    def _begin(self, lesson: Lesson, step: int) -> None:
        self._views.keep(lesson)
        self._lesson = lesson
        self.go_to(step)

    def go_to(self, number: int) -> None:
        """Show a step, counted from 1, and make its state true."""
        if self._lesson is None:
            return
        self._at = min(max(number - 1, 0), len(self._lesson.steps) - 1)
        self.again()

    def next(self) -> None:
        """The step after this."""
        if self._lesson is not None and self._at + 1 < len(self._lesson.steps):
            self.go_to(self._at + 2)

    def back(self) -> None:
        """The step before this."""
        if self._at > 0:
            self.go_to(self._at)

    def again(self) -> None:
        """Make the step's state true again, wherever the pupil has gone."""
        lesson, step = self._lesson, self.step
        if lesson is None or step is None:
            return
        self.gestures.stop()
        self._revealed = False
        self._say()
        self._views.arrange(lesson, step)
        self._steps.enter(lesson, step, self._recordings(lesson))

    def reveal(self) -> None:
        """Let the answer of the step that is shown be read, until a step is entered again."""
        if self.step is not None and not self._revealed:
            self._revealed = True
            self._say()

    def get_model(self) -> None:
        """A person wants the lesson's model, downloaded where it is not on this computer."""
        lesson, step = self._lesson, self.step
        if lesson is not None and step is not None:
            self._steps.get_model(lesson, step, self._recordings(lesson))

    def play(self) -> None:
        """Make the gestures that the step asks for; where they are being made, no more of them."""
        step = self.step
        if self.gestures.is_playing:
            self.gestures.stop()
        elif step is not None:
            self.gestures.play(step)

    def close(self) -> None:
        """No lesson is given any more; the run on screen stays, and the options are as they were before the lesson."""
        self.gestures.stop()
        self._steps.leave()
        self._views.give_back()
        self._lesson = None
        self._say()

    def _recordings(self, lesson: Lesson) -> tuple[Path, ...]:
        from viz.lessons import library  # as above

        return library.recordings_of(lesson, (self._folder or library.FOLDER) / library.RECORDINGS.name)

    # -- what is said --------------------------------------------------------------------------------------------

    @property
    def lesson(self) -> Lesson | None:
        """The one that is given."""
        return self._lesson

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return None if self._lesson is None else self._lesson.steps[self._at]

    @property
    def is_settled(self) -> bool:
        """Whether the step's state is true, or as true as it can be made."""
        return self._steps.is_settled

    def _on_settled(self) -> None:
        if self.step is not None:
            self._views.look(self.step)
            self._come_back()

    def _come_back(self, *_: object) -> None:
        if self._lesson is not None and not self._waits:
            self._waits = True
            self._due.emit()

    def _say_anew(self) -> None:
        self._waits = False
        shown = self._shown(ask=True)
        if shown != self.shown:
            self._tell(shown)

    def _say(self) -> None:
        self._tell(self._shown())

    def _tell(self, shown: Shown | None) -> None:
        self.shown = shown
        plays = shown is not None and bool(shown.step.play)
        at, count = (shown.number, shown.count) if shown is not None else (0, 0)
        hides = shown is not None and shown.has_answer and not shown.revealed
        self._session.set_state(lesson_at=at, lesson_steps=count, lesson_plays=plays, lesson_hides=hides)
        self.step_changed.emit(shown)

    def _shown(self, ask: bool = False) -> Shown | None:
        step = self.step
        if step is None or self._lesson is None:
            return None
        said = self.numbers.said(step, ask and self.is_settled)
        return Shown(self._lesson, self._at + 1, step, said, self._revealed)
