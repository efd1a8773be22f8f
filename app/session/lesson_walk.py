"""Gives lessons without a window, step by step with a real engine: for checking claims, and for recording runs.

What it does is what the window does: the same session enters the steps, and the same gestures are played.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEventLoop, QObject, QTimer

from app.session.bridge import Bridge
from app.session.engine_client import EngineClient
from app.session.headless import unattended
from app.session.parts import Parts
from app.session.session import Session
from app.state import Phase
from engine.errors import InputRefused
from engine.run import Run
from engine.sentences import say
from viz.intents import Intent
from viz.lessons.lesson import Lesson, Step
from viz.lessons.measuring import measured_by
from viz.ui_state import UiState

Value = float | str
PATIENCE_MS = 600_000  # for one step


@dataclass(frozen=True)
class Walked:
    """A step that was entered, and what its numbers are."""

    number: int
    step: Step
    values: Mapping[str, Value | None]
    run: Run


class LessonWalk(QObject):
    """Use it as a context: leaving it ends the engine. `fetch`: a model that is not on this computer is downloaded.

    `measures` says of which views steps may measure what a button begins: some takes minutes.
    """

    def __init__(self, fetch: bool = False, measures: Callable[[str], bool] = lambda view: True) -> None:
        super().__init__()
        self._fetch, self._measures = fetch, measures
        self._loop = QEventLoop(self)
        self._bridge = Bridge(self)
        self.session = Session(UiState(), self)
        self.parts = Parts(self.session, EngineClient(self._bridge.deliver), unattended(), str, str, parent=self)
        self._bridge.answered.connect(self.parts.answers.handle)
        self.parts.loader.engine_ended.connect(self._bridge.forget)
        self._said: list[str] = []
        self.session.noticed.connect(lambda notice: self._said.append(notice.sentence))
        self.parts.loader.start(None, "cpu", "auto", None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bridge.close()
        self.parts.close()

    def steps(self, path: Path, play: bool = False) -> Iterator[Walked]:
        """Each step of a lesson's file, entered; with `play`, its gestures are made before the next.

        Raises InputRefused: it has no steps, or its model is not there.
        """
        lessons = self.parts.lessons
        self._until(lambda: self.session.state.phase is not Phase.STARTING)
        lessons.open_file(path)
        if lessons.lesson is None:
            raise InputRefused(self._said[-1] if self._said else say("{path} has no steps.", path=path))
        for number, step in enumerate(lessons.lesson.steps, start=1):
            if number > 1:
                lessons.next()
            self._enter(lessons.lesson, step)
            self._measure(step)
            yield Walked(number, step, self._values(step), self.session.run)
            if play and step.play:
                lessons.play()
                self._until(lambda: not lessons.gestures.is_playing and not self.session.state.busy)
        lessons.close()

    def handle(self, intent: Intent) -> None:
        """What a view asks."""
        self.parts.intents.handle(intent)

    def wait(self) -> None:
        """Until nothing is on its way."""
        self._until(lambda: not self.parts.wanted.live)

    def _enter(self, lesson: Lesson, step: Step) -> None:
        lessons, asked = self.parts.lessons, step.state.run
        self._until(lambda: lessons.is_settled)
        if asked.prompt and self.session.run.prompt != asked.prompt and self._fetch:
            lessons.get_model()
            self._until(lambda: lessons.is_settled)
        if asked.prompt and self.session.run.prompt != asked.prompt:
            why = self._said[-1] if self._said else ""
            raise InputRefused(
                say(
                    "The run of the step “{heading}” of {name} could not be made. {why}",
                    heading=step.heading,
                    name=lesson.name,
                    why=why,
                )
            )

    def _measure(self, step: Step) -> None:
        """Have measured what the step's gestures measure, as its numbers and claims are of that."""
        from viz.lessons.measuring import ROUNDS, asked_by_button

        for name in filter(self._measures, measured_by(step)):
            asked: list[Intent] = []
            for _ in range(ROUNDS):
                fresh = [it for it in asked_by_button(name, self.session.run, self.session.ui) if it not in asked]
                if not fresh:
                    break
                asked += fresh
                for intent in fresh:
                    self.handle(intent)
                self._until(lambda: not self.parts.wanted.live and not self.session.ui.going)

    def _values(self, step: Step) -> dict[str, Value | None]:
        """Its numbers, once they are there, or nothing more is on its way."""
        found: dict[str, Value | None] = {}

        def are_there() -> bool:
            found.update(self.parts.lessons.numbers.values(step, ask=True))
            return all(value is not None for value in found.values()) or not self.parts.wanted.live

        self._until(are_there)
        return found

    def _until(self, is_so: Callable[[], bool]) -> None:
        """Hear answers until something is so. Ctrl+C is heard between them. Raises InputRefused: it takes too long."""
        if is_so():
            return
        left = [PATIENCE_MS]
        timer = QTimer(self)

        def look() -> None:
            left[0] -= timer.interval()
            if is_so() or left[0] < 0 or self.session.state.phase is Phase.DEAD:
                self._loop.quit()

        timer.timeout.connect(look)
        timer.start(20)
        self._loop.exec()
        timer.stop()
        timer.deleteLater()
        if not is_so():
            raise InputRefused(say("The engine did not answer. Try again."))
