"""What a step shows, but for its run: the workspace, the views in front, options, what is chosen and looked at.

Options that a lesson sets are not kept as the person's: when it is closed they are as they were before. In a step that
does not set one that another step of the lesson sets, it is as it is by itself, so each step looks the same every time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.session.board_history import BoardHistory
from app.session.maps import Maps
from app.session.session import Session
from engine.errors import InputRefused
from viz.board import EMPTY, Board
from viz.intents import SetGuesses
from viz.lessons.lesson import Lesson, State, Step

GESTURE = "lesson"  # edits of the board that a lesson makes one after the other are undone together


class LessonViews:
    """Shows steps. `handle` takes intents."""

    def __init__(self, session: Session, maps: Maps, boards: BoardHistory, handle: Callable[[object], object]) -> None:
        self._session, self._maps, self._boards = session, maps, boards
        self.handle = handle
        self._before: dict[tuple[str, str], Any] = {}  # options as they were before the lesson, where chosen

    def keep(self, lesson: Lesson) -> None:
        """A lesson begins: remember what it changes; where another one was given, that is given back first."""
        self.give_back()
        options = self._session.ui.options
        self._before = {(view, name): options.get(view, {}).get(name) for view, name in lesson.options}

    def give_back(self) -> None:
        """The options are as they were before the lesson."""
        for (view, name), value in self._before.items():
            self._set(view, name, value)
        self._before = {}

    def arrange(self, lesson: Lesson, step: Step) -> None:
        """What does not depend on the run."""
        state = step.state
        if state.workspace:
            self._session.views_wanted.emit(state.workspace, ())
        if state.views:
            self._session.views_wanted.emit(state.workspace, state.views)
        for view, name in sorted(lesson.options):
            self._set(view, name, step.options.get(view, {}).get(name))
        self._hide(state)
        self._board(state)
        self._session.set_ui(**_chosen(state))
        if state.space is not None and state.space.space != self._session.ui.space:
            self._maps.show(state.space.space)
        if state.camera:
            self._session.camera_wanted.emit(state.camera)

    def look(self, step: Step) -> None:
        """What depends on the run, which is there now: the position, the points selected, the branch beside it; and the
        head, neuron and layer again, which a model that has been loaded for it begins without."""
        session, state = self._session, step.state
        run = session.run
        position = state.position
        if position is not None and position < 0:
            position = max(0, run.prompt_tokens + position)
        if position is not None and position >= len(run) - 1:
            position = None
        compare = state.compare if state.compare is not None and state.compare < len(run.nodes) else None
        session.set_ui(position=position, compare=compare, selection=state.selection, **_chosen(state))
        self._hide(state)  # a run that has come begins with nothing hidden

    def _hide(self, state: State) -> None:
        """Hide what comes next, so that it is predicted first; or hide nothing, and keep the score of the class."""
        guesses = self._session.ui.guesses
        if "next" in state.hide and not guesses.hides:
            self.handle(SetGuesses(replace(guesses, hides=True)))
        elif "next" not in state.hide and guesses.hides:
            self.handle(SetGuesses(guesses.given_up))

    def _board(self, state: State) -> None:
        from viz.figures.parts import texts_of  # when lessons are wanted: the first window does not wait for it

        board = board_in(state.interventions)
        if texts_of(self._session.ui.board) != texts_of(board):
            self._boards.edit(board, GESTURE)

    def _set(self, view: str, name: str, value: Any) -> None:
        """Set an option; None: as it is by itself. One of a view that is not there is left alone."""
        from viz.registry import all_views  # as above

        known = {option.name: option for option in all_views()[view].options} if view in all_views() else {}
        if name not in known:
            return
        value = known[name].default if value is None else value
        if self._session.ui.option(view, known[name]) != value:
            self._session.set_option(view, name, value)


def board_in(texts: tuple[str, ...]) -> Board:
    """A step's interventions; those that cannot be read were told when the lesson was opened, and there are none."""
    from viz.figures.parts import board_of  # as above

    try:
        return board_of(texts)
    except InputRefused:
        return EMPTY


def _chosen(state: State) -> dict[str, Any]:
    """Layer, head and neuron as `UiState` has them; what the lesson does not name is left alone."""
    found: dict[str, Any] = {}
    for kind, text in (("head", state.head), ("neuron", state.neuron)):
        if (part := _part(text, kind)) is not None:
            found[kind], found["layer"] = part, part[0]
    if state.layer is not None:
        found["layer"] = state.layer
    return found


def _part(text: str, kind: str) -> tuple[int, int] | None:
    from viz.figures.parts import part_of  # as above

    try:
        return part_of(text, kind) if text else None
    except InputRefused:
        return None
