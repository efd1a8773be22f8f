"""The numbers of the step that is shown, as the run on screen has them, and asking for those that are not there.

A probability beyond the likeliest tokens needs the whole distribution, of which a run keeps the newest only: what was
computed from one is remembered, else two numbers would drive each other out for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from weakref import ref

from app.session.session import Session
from engine.run import Run
from viz.intents import AskDistribution
from viz.lessons.lesson import Number, Step

Value = float | str


class LessonNumbers:
    """What each number of a step is now. `handle` takes the intents that ask for more."""

    def __init__(self, session: Session, handle: Callable[[object], object]) -> None:
        self._session, self._handle = session, handle
        self._run: ref[Run] = ref(session.run)
        self._known: dict[tuple[Number, int], Value] = {}  # (number, node it is of)

    def said(self, step: Step, ask: bool) -> dict[str, str]:
        """Each number in words, by its name; `ask` for what is not there."""
        from viz.lessons import facts  # when lessons are wanted: the first window does not wait for it

        values = self.values(step, ask)
        return {name: facts.said(number, values[name]) for name, number in step.numbers.items()}

    def values(self, step: Step, ask: bool) -> dict[str, Value | None]:
        """Each number, None where it is not there."""
        if self._run() is not self._session.run:
            self._run, self._known = ref(self._session.run), {}
        found = {name: self._value(it, step, ask) for name, it in step.numbers.items() if not it.parts}
        return {name: found[name] if name in found else self._derived(it, found) for name, it in step.numbers.items()}

    @staticmethod
    def _derived(number: Number, found: Mapping[str, Value | None]) -> Value | None:
        from viz.lessons import facts  # as above

        return facts.derived(number, found)

    def _value(self, number: Number, step: Step, ask: bool) -> Value | None:
        from viz.lessons import facts  # as above

        run, ui = self._session.run, self._session.ui
        if run.prompt != step.state.run.prompt and step.state.run.prompt:
            return None  # of another text: the step's is not there yet, or the pupil has gone elsewhere
        value = facts.value_of(number, run, step.state, ui)
        at = -1 if number.view else facts.position_of(run, number.position, step.state)
        key = (number, run.path[at] if 0 <= at < len(run) else -1)
        if value is None:
            value = self._known.get(key)
        elif key[1] >= 0:
            self._known[key] = value
        if value is None and ask:
            self._ask(number, step)
        return value

    def _ask(self, number: Number, step: Step) -> None:
        from viz.lessons import facts  # as above

        node = facts.lacks_distribution(number, self._session.run, step.state)
        if node is not None:
            self._handle(AskDistribution(node))
        elif number.view:
            for intent in facts.wanted_by(number, self._session.run, self._session.ui):
                self._handle(intent)
