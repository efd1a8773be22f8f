"""Asks what a picture of a view lacks until it is whole: for figures, films and tables, which cannot wait as docks do.

A view's frame says what it wants. Each round asks that, in turn with what docks ask, and the next frame is looked at
when answers have come. What is refused, or can never come, ends it with a sentence. A run of a file is handed to its
model first where anything has to be asked about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance

from app.notice import Notice
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import Phase
from engine import protocol
from engine.questions import Question, Refused
from viz.figures.whole import instead, needs_model, wanted_if_held
from viz.intents import AskLab, GoOn, HandOver, Intent, PlaceBeside
from viz.ui_state import UiState
from viz.view import View

translate = QCoreApplication.translate  # by this name its texts are collected

AT_WORK = (Phase.STARTING, Phase.LOADING, Phase.PREFILLING, Phase.GENERATING)
UNSEEN = (protocol.ListModels, protocol.CheckReference, protocol.Configure)  # no picture waits for these
MAPS = (protocol.OpenSpace, protocol.UseLayout)  # the text finds its places: many views show them


class Completion(QObject):
    """One frame of one view of the run on screen, seen as `ui` says, from now on until it is whole."""

    whole = Signal()  # `frame` and `ui` are what is to be painted, before anything else changes
    failed = Signal(str, object)  # why it cannot be had, and the ids of actions that help

    def __init__(
        self, session: Session, wanted: Wanted, send: Callable[[Intent], object], view: type[View], ui: UiState,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.frame: Any = None
        self.ui = ui
        self._session, self._wanted, self._send = session, wanted, send
        self._view, self._run = view, session.run
        self._asked: list[Question] = []
        self._beside: list[PlaceBeside] = []  # second layouts that the run was placed into for this
        self._is_over = False
        self._said = ""  # the last thing that went wrong meanwhile
        self._turn = QTimer(self)  # once after all that changes together
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._look)
        for source in self._sources():
            source.connect(self._begin_turn)
        session.noticed.connect(self._hear)
        self._turn.start(0)

    @property
    def title(self) -> str:
        """Of the view."""
        return self._view.translated_title()

    def stop(self) -> None:
        """Wait no longer. What was asked stays asked: others may want it."""
        self._turn.stop()
        if not self._is_over:
            self._is_over = True
            for source in self._sources():
                source.disconnect(self._begin_turn)
            self._session.noticed.disconnect(self._hear)
            for put in self._beside:  # a dock that shows one asks again when a token has no place on it
                self._send(replace(put, key=""))

    def _sources(self) -> tuple[SignalInstance, ...]:
        return self._session.changed, self._session.state_changed, self._wanted.changed

    def _begin_turn(self, *_: object) -> None:
        self._turn.start(0)

    def _hear(self, notice: Notice) -> None:
        if notice.level in ("error", "warning"):
            self._said = notice.sentence

    # -- one round -----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Ask what is wanted still, or be done."""
        session = self._session
        if session.run is not self._run:
            self._fail(translate("Completion", "Another run took its place before the picture was whole. Try again."))
        elif session.state.phase not in AT_WORK:
            self._ask()

    def _ask(self) -> None:
        run, waits = self._run, self._waits()
        self.ui = replace(self.ui, going=self._session.ui.going, playing=False)
        wanted = wanted_if_held(self._view, run, self.ui)
        if wanted and needs_model(wanted) and run.run_id <= 0:
            self._hand_over(waits)
            return
        for intent in wanted:
            self._put(intent)
        if wanted and not self._waits():
            self._fail(self._why(wanted))
        elif not wanted and not self._waits(*MAPS):
            self._end()

    def _hand_over(self, waits: bool) -> None:
        """The run is one of a file: its model has to take it over before anything can be asked about it."""
        session, info = self._session, self._run.info
        if session.model_is_ready and session.fits_model:
            self._send(HandOver())
            return
        if waits and not session.state.has_model:
            return
        words = translate(
            "Completion",
            "“{view}” shows what the run does not hold and only its model can compute ({name}). Load that model, then "
            "try again.",
        )
        actions = () if info is None else ("get_model",)
        said = words.format(view=self._view.translated_title(), name=info.name if info is not None else "?")
        self._fail(said, actions)

    def _put(self, intent: Intent) -> None:
        """Ask one thing, not before others of its kind are answered: what docks ask is ended by a newer question."""
        if isinstance(intent, AskLab | GoOn) and intent.question not in self._asked:
            self._asked.append(intent.question)
        if isinstance(intent, AskLab):
            intent = replace(intent, in_turn=True)
        if isinstance(intent, PlaceBeside) and intent not in self._beside:
            self._beside.append(intent)
        if not (isinstance(intent, GoOn) and type(intent.question).__name__ in self._session.ui.going):
            self._send(intent)

    def _waits(self, *kinds: type[protocol.Request]) -> bool:
        """Whether anything is on its way (of these kinds, where any are named) that pictures show."""
        on_way = {wish.kind for wish in self._wanted.live.values()} - set(UNSEEN)
        return bool(on_way & set(kinds) if kinds else on_way)

    # -- endings -------------------------------------------------------------------------------------------------

    def _why(self, wanted: Sequence[Intent]) -> str:
        """Why something that is wanted neither is there nor comes."""
        asked = [intent.question for intent in wanted if isinstance(intent, AskLab | GoOn)]
        words = translate("Completion", "What “{view}” shows could not be computed.")
        return self._refusal(asked) or self._said or words.format(view=self._view.translated_title())

    def _refusal(self, asked: Sequence[Question]) -> str:
        findings = (self._run.findings.get(question) for question in asked)
        return next((found.sentence for found in findings if isinstance(found, Refused)), "")

    def _end(self) -> None:
        self.frame = self._view.frame(self._run, self.ui)
        why = self._refusal(self._asked) or instead(self._view, self.frame)
        if why:
            self._fail(why)
        else:
            self.stop()
            self.whole.emit()

    def _fail(self, sentence: str, actions: tuple[str, ...] = ()) -> None:
        self.stop()
        self.failed.emit(sentence, actions)
