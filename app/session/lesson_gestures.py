"""Makes the gestures that a step's “Do” asks for, each once the engine has answered the one before.

A gesture is an intent, or a press of a button, as a person would make it: nothing is drawn or computed in another way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.session.session import Session
from app.session.wanted import Wanted
from app.state import Phase
from engine import protocol
from engine.records import Space
from viz import intents
from viz.board import EMPTY
from viz.lessons.lesson import Gesture, Step

PAUSE_MS: Final = 600  # between two gestures: a class is to see each
MOVES: Final = (protocol.NewRun, protocol.AdoptRun, protocol.Generate, protocol.BranchAt, protocol.GoTo)
BUSY: Final = (Phase.PREFILLING, Phase.GENERATING, Phase.LOADING)


@dataclass(frozen=True)
class Hands:
    """What gestures are made with."""

    wanted: Wanted
    handle: Callable[[object], object]  # of an intent
    step: Callable[[], object]
    back: Callable[[], object]
    play: Callable[[int], object]


class LessonGestures(QObject):
    """Plays one step."""

    playing = Signal(bool)
    _due = Signal()

    def __init__(
        self, session: Session, hands: Hands, walks: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._walks = walks  # whether what is recorded is being played
        self._session, self._hands = session, hands
        self._left: list[Gesture] = []
        self._step: Step | None = None
        self._measured = ""  # the view that is being measured
        self._asked: list[object] = []  # what was asked for it
        self._waits = False  # for the end of a pause, or for a word that is on its way
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._due.connect(self._look, Qt.ConnectionType.QueuedConnection)
        session.state_changed.connect(lambda _: self._come_back())
        hands.wanted.changed.connect(self._come_back)

    @property
    def is_playing(self) -> bool:
        """Whether gestures are still to come, or the last one is not answered yet."""
        return self._step is not None

    def play(self, step: Step) -> None:
        """Make the gestures of `step`, from the first one on."""
        self.stop()
        if step.play:
            self._step, self._left = step, list(step.play)
            self.playing.emit(True)
            self._go_on()

    def stop(self) -> None:
        """Make no more of them."""
        self._timer.stop()
        self._left, self._measured = [], ""
        if self._step is not None:
            self._step = None
            self.playing.emit(False)

    def look_again(self) -> None:
        """What was being played has ended."""
        self._come_back()

    def _come_back(self) -> None:
        if self._step is not None and not self._waits and not self._timer.isActive():
            self._waits = True
            self._due.emit()

    def _look(self) -> None:
        self._waits = False
        if self._step is not None and not self._timer.isActive():
            self._go_on()

    def _go_on(self) -> None:
        """Make the next gesture, unless the engine is about the one before."""
        if self._step is None or self._is_busy() or self._measures():
            return
        if not self._left:
            self.stop()
            return
        gesture = self._left.pop(0)
        self._make(gesture)
        if gesture.verb == "wait":
            self._timer.start(int(1000 * gesture.seconds))
        else:
            self._timer.start(PAUSE_MS if self._left else 0)

    def _is_busy(self) -> bool:
        return self._session.state.phase in BUSY or self._walks() or any(self._hands.wanted.of(kind) for kind in MOVES)

    def _measures(self) -> bool:
        """Whether what a view's button asks is still on its way; what it wants besides, once it has the first, is
        asked."""
        if not self._measured:
            return False
        from viz.lessons.measuring import ROUNDS, asked_by_button

        if self._hands.wanted.of(protocol.AskLab):
            return True
        wanted = asked_by_button(self._measured, self._session.run, self._session.ui)
        fresh = [intent for intent in wanted if intent not in self._asked]
        if not fresh or len(self._asked) >= ROUNDS:
            self._measured = ""
            return False
        for intent in fresh:
            self._asked.append(intent)
            self._hands.handle(intent)
        return bool(self._hands.wanted.of(protocol.AskLab))

    def _make(self, gesture: Gesture) -> None:
        if gesture.verb == "step":
            self._hands.step()
        elif gesture.verb == "back":
            self._hands.back()
        elif gesture.verb == "generate":
            self._hands.play(gesture.number or 0)
        elif gesture.verb == "measure":
            self._measured, self._asked = gesture.text, []
            self._measures()
        else:
            for intent in self._intents(gesture):
                self._hands.handle(intent)

    def _intents(self, gesture: Gesture) -> tuple[intents.Intent, ...]:
        """What a gesture in a view would send."""
        layer, number = gesture.part
        if gesture.verb == "take":
            return self._take(gesture)
        if gesture.verb == "change":
            return self._change(gesture)
        if gesture.verb == "show":
            workspace = self._step.state.workspace if self._step is not None else ""
            return (intents.ShowViews(workspace, (gesture.text,)),)
        if gesture.verb == "reveal":
            return (intents.SetGuesses(self._session.ui.guesses.revealed),)
        made: dict[str, Callable[[], intents.Intent]] = {
            "look": lambda: intents.LookAt(self._position(gesture.number)),
            "set": lambda: intents.SetOption(gesture.view, gesture.name, gesture.value),
            "head": lambda: intents.ChooseHead(layer, number),
            "neuron": lambda: intents.ChooseNeuron(layer, number),
            "layer": lambda: intents.ChooseLayer(gesture.number or 0),
            "space": lambda: intents.ShowSpace(Space(gesture.text, gesture.number or 0)),  # type: ignore[arg-type]
        }
        return (made[gesture.verb](),) if gesture.verb in made else ()

    def _position(self, position: int | None) -> int | None:
        """As the run counts them: one below 0 is counted from the prompt's end; None is the last."""
        if position is None or position >= 0:
            return position
        return max(0, self._session.run.prompt_tokens + position)

    def _take(self, gesture: Gesture) -> tuple[intents.Intent, ...]:
        from viz.typed_token import exact_token

        run = self._session.run
        at = len(run) - 1 if gesture.number is None else gesture.number
        at = at if at >= 0 else run.prompt_tokens + at
        token_id = exact_token(run.vocabulary, gesture.text)
        return (intents.TakeToken(run.path[at], token_id),) if 0 <= at < len(run) and token_id >= 0 else ()

    def _change(self, gesture: Gesture) -> tuple[intents.Intent, ...]:
        from viz.figures.parts import change_of

        board = self._session.ui.board
        return (intents.SetBoard(board.put(change_of(gesture.text)) if gesture.text else EMPTY),)
