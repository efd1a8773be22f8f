"""The lesson that is given: which there are, which step is shown, and what is said in it. It knows no window.

`Parts.lessons` is the one of a session. Whoever shows it (the dock, the presenter's window) connects to

- `step_changed(object)`: a `Shown`, the step as it is now said; None when no lesson is given any more. It comes again
  when a number of the text is there, so `body` and the rest hold the numbers of now;
- `listed(object)`: the `Entry`s there are, where those have changed (another language, a file opened);

and reads `shown` for what was told last. What a person does goes in by `open`, `next`, `back`, `go_to`, `again`, `play`
and `close`. A `Shown` has all that the presenter needs: the lesson's title, the step's number (from 1) and the count of
steps, its heading, its paragraphs by kind with numbers filled in (`body`, `notes`: what is to be done, seen, asked,
answered, and the teacher's own), and the heading of the next step ("" after the last).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.session.session import Session
from viz.lessons.lesson import NOT_YET, Block, Kind, Lesson, Span, Step

if TYPE_CHECKING:
    from viz.lessons.library import Entry

NOTES: tuple[Kind, ...] = ("do", "see", "question", "answer", "note")


@dataclass(frozen=True)
class Shown:
    """A step as it is said now."""

    lesson: Lesson
    number: int  # from 1 on
    step: Step
    said: Mapping[str, str]  # the step's numbers, by name

    @property
    def title(self) -> str:
        """The lesson's."""
        return self.lesson.head.title

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.lesson.steps)

    @property
    def heading(self) -> str:
        """The step's."""
        return self.step.heading

    @property
    def next_heading(self) -> str:
        """Of the step after this; "" after the last."""
        return self.lesson.steps[self.number].heading if self.number < self.count else ""

    @property
    def body(self) -> tuple[Block, ...]:
        """What is simply said."""
        return self.of("text")

    @property
    def notes(self) -> tuple[Block, ...]:
        """What is to be done, seen, asked and answered, and what is for the teacher alone, in the text's order."""
        return self.of(*NOTES)

    def of(self, *kinds: Kind) -> tuple[Block, ...]:
        """Paragraphs of some kinds, with their numbers filled in: no span of these has a `number`."""
        return tuple(self._filled(block) for block in self.step.blocks if block.kind in kinds)

    def _filled(self, block: Block) -> Block:
        spans = (
            Span(self.said.get(it.number, NOT_YET), it.bold, it.italic, it.code) if it.number else it
            for it in block.spans
        )
        return Block(block.kind, tuple(spans), block.marker)


def plain(block: Block) -> str:
    """A paragraph as text without marks."""
    text = "".join(span.text for span in block.spans)
    return f"{block.marker} {text}" if block.marker else text


class Lessons(QObject):
    """What is given."""

    step_changed = Signal(object)  # Shown | None
    listed = Signal(object)  # tuple[Entry, ...]

    def __init__(self, session: Session, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._language = "en"
        self._entries: tuple[Entry, ...] | None = None
        self._lesson: Lesson | None = None
        self._at = 0
        self.shown: Shown | None = None
        session.changed.connect(self._say_anew)

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
        """Give the lesson of this name, from a step on."""
        if (found := self._find(name)) is not None:
            self._lesson = found
            self.go_to(step)

    def go_to(self, number: int) -> None:
        """Show a step, counted from 1, and make its state true."""
        if self._lesson is None:
            return
        self._at = min(max(number - 1, 0), len(self._lesson.steps) - 1)
        self.again()

    def next(self) -> None:
        """The step after this."""
        self.go_to(self._at + 2)

    def back(self) -> None:
        """The step before this."""
        self.go_to(self._at)

    def again(self) -> None:
        """Make the step's state true again, wherever the pupil has gone."""
        self._say()

    def play(self) -> None:
        """Make the gestures that the step asks for."""

    def close(self) -> None:
        """No lesson is given any more; what is on screen stays."""
        self._lesson = None
        self._say()

    # -- what is said --------------------------------------------------------------------------------------------

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return None if self._lesson is None else self._lesson.steps[self._at]

    def _say_anew(self) -> None:
        shown = self._shown()
        if shown != self.shown:
            self._tell(shown)

    def _say(self) -> None:
        self._tell(self._shown())

    def _tell(self, shown: Shown | None) -> None:
        self.shown = shown
        self.step_changed.emit(shown)

    def _shown(self) -> Shown | None:
        step = self.step
        if step is None or self._lesson is None:
            return None
        return Shown(self._lesson, self._at + 1, step, self._said(step))

    def _said(self, step: Step) -> dict[str, str]:
        from viz.lessons import facts  # as above

        run, ui = self._session.run, self._session.ui
        return {
            name: facts.said(number, facts.value_of(number, run, step.state, ui))
            for name, number in step.numbers.items()
        }
