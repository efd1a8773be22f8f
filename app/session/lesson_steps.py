"""Makes the state of a lesson's step true: what differs is repaired, and what is right is left alone.

A run is long in coming, so this is a small machine: `enter` says what is wanted, and whenever something has changed the
next thing that is lacking is asked for: the model, a run of the step's prompt, the node where it stands then, tokens.
Each is asked once for one entering, so that what fails is told once and the lesson goes on with what is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.model_spec import spec_of
from app.session.documents import Documents
from app.session.lesson_views import board_in
from app.session.loader import Loader
from app.session.player import Player
from app.session.recorded_run import load_recorded
from app.session.run_before import RunBefore
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import Phase
from engine import protocol
from engine.errors import OrreryError
from engine.records import ModelEntry, ModelInfo, Plan, Sampling
from engine.run import Run
from viz.lessons.lesson import Lesson, RunAsked, Step

translate = QCoreApplication.translate  # by this name its texts are collected

BUSY: Final = (Phase.STARTING, Phase.LOADING, Phase.PREFILLING, Phase.GENERATING)


@dataclass(frozen=True)
class Around:
    """What a step's state is made true with, besides the session."""

    wanted: Wanted
    player: Player
    loader: Loader
    documents: Documents
    before: RunBefore
    place: Callable[[], tuple[str, str]]  # device and precision of models


class LessonSteps(QObject):
    """One step's state at a time."""

    settled = Signal()  # the run of the step is there, or will not come: what looks at it may be set
    _due = Signal()

    def __init__(self, session: Session, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._around = session, around
        self._lesson: Lesson | None = None
        self._step: Step | None = None  # that is being entered
        self._tried: set[str] = set()  # for it
        self._models: dict[str, bool] = {}  # spec -> on this disk
        self._made: _Made | None = None
        self._recorded: dict[Path, Run] = {}
        self._waits = False
        self._mine: WeakSet[Run] = WeakSet()  # what lessons have begun: it can be begun again at any time
        around.before.passing = self._mine.__contains__
        self._due.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._on_changed)
        session.state_changed.connect(lambda _: self._come_back())
        session.models_listed.connect(self._on_models)
        around.wanted.changed.connect(self._come_back)

    # -- entering ------------------------------------------------------------------------------------------------

    def enter(self, lesson: Lesson, step: Step, recordings: tuple[Path, ...]) -> None:
        """Make the run of a step the one on screen; `settled` tells when that is so."""
        self._lesson, self._step, self._recordings = lesson, step, recordings
        self._tried = set()
        if step.state.run.prompt and self._session.state.phase in (Phase.GENERATING, Phase.PREFILLING):
            self._around.player.end()
        self._come_back()

    def leave(self) -> None:
        """Nothing is to be made true any more."""
        self._step = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is on its way for the step."""
        return self._step is None

    def _on_models(self, entries: tuple[ModelEntry, ...], _left_out: object) -> None:
        self._models = {entry.spec: entry.on_disk for entry in entries}
        self._come_back()

    def _on_changed(self, run: Run, _ui: object) -> None:
        if self._made is not None:
            self._made.see(run)
            if self._made.is_run(run):
                self._mine.add(run)
        self._come_back()

    def _come_back(self) -> None:
        if self._step is not None and not self._waits:
            self._waits = True
            self._due.emit()

    def _advance(self) -> None:
        self._waits = False
        step = self._step
        if step is None:
            return
        asked = step.state.run
        if not (self._is_there(asked) if asked.prompt else self._has_model(asked)):
            return
        self._step = None
        self.settled.emit()

    def _once(self, what: str) -> bool:
        """Whether `what` was not tried for this entering yet; it counts as tried from now on."""
        fresh = what not in self._tried
        self._tried.add(what)
        return fresh

    # -- the run -------------------------------------------------------------------------------------------------

    def _is_there(self, asked: RunAsked) -> bool:
        """Whether the run is as asked, or cannot be made so; else the next thing that it lacks is asked for."""
        session, wanted = self._session, self._around.wanted
        if self._downloads(asked) and self._recording(asked) is not None:
            pass  # nobody waits for half a gigabyte where the run is recorded
        elif session.state.phase in BUSY or wanted.run_is_going or self._moves():
            return False
        if not self._is_begun(session.run, asked):
            return self._begin(asked)
        return self._stands(session.run, asked)

    def _has_model(self, asked: RunAsked) -> bool:
        """Whether a step without a run has a model to look at, or cannot have one; else it is loaded.

        Any will do, unless the lesson names one.
        """
        session, lesson = self._session, self._lesson
        if session.state.phase in (Phase.STARTING, Phase.LOADING):
            return False
        named = asked.model or (lesson.head.model if lesson is not None else "")
        fits = session.model_is_ready and (not named or self._is_model(asked, session.loaded))
        if fits or session.state.phase is Phase.DEAD or not self._on_disk(asked) or not self._once("model"):
            return True
        self._around.loader.load(self.model_of(asked), *self._around.place(), fetch=False)
        return False

    def _downloads(self, asked: RunAsked) -> bool:
        """Whether a model is being loaded while that of the run is not on this disk."""
        return self._session.state.phase is Phase.LOADING and bool(self._models) and not self._on_disk(asked)

    def _moves(self) -> bool:
        return any(self._around.wanted.of(kind) for kind in (protocol.GoTo, protocol.BranchAt, protocol.AdoptRun))

    def _begin(self, asked: RunAsked) -> bool:
        """Have the run begun, by the model or from a recording; whether that is not possible."""
        session = self._session
        if session.model_is_ready and self._is_model(asked, session.loaded):
            if not self._once("run"):
                return True
            self._new_run(asked)
            return False
        if self._on_disk(asked) and session.state.phase is not Phase.DEAD and self._once("model"):
            self._around.loader.load(self.model_of(asked), *self._around.place(), fetch=False)
            return False
        if (run := self._recording(asked)) is not None and self._once("recording"):
            self._show(run)
            return False
        if self._once("offer"):
            self._offer(asked)
        return True

    def model_of(self, asked: RunAsked) -> str:
        """The model that a run is made with."""
        from viz.lessons.library import default_model

        of_lesson = self._lesson.head.model if self._lesson is not None else ""
        return asked.model or of_lesson or default_model()

    def _is_model(self, asked: RunAsked, info: ModelInfo | None) -> bool:
        return info is not None and self.model_of(asked) in (spec_of(info), info.name)

    def _on_disk(self, asked: RunAsked) -> bool:
        return self._models.get(self.model_of(asked), False)

    def _new_run(self, asked: RunAsked) -> None:
        session, player = self._session, self._around.player
        chat = asked.chat and session.state.has_chat_template
        session.asked_changed.emit(asked.prompt, asked.sampling, chat)
        self._made = _Made(session.run, asked.sampling)
        player.new_run(asked.prompt, asked.sampling, chat, asked.tokens, self._plan(asked), by_hand=False)

    def _plan(self, asked: RunAsked) -> Plan:
        return board_in(asked.plan).plan(0, self._session.loaded or self._session.run.info)

    def _recording(self, asked: RunAsked) -> Run | None:
        """The recorded run, None where there is none or it cannot be read."""
        lesson = self._lesson
        beginnings = [] if lesson is None else [run.beginning for run in lesson.runs]
        if asked.beginning not in beginnings or len(self._recordings) <= beginnings.index(asked.beginning):
            return None
        path = self._recordings[beginnings.index(asked.beginning)]
        if path not in self._recorded and path.is_file():
            try:
                self._recorded[path] = load_recorded(path)
            except OrreryError as error:
                self._session.notice("error", str(error), about="open")
        return self._recorded.get(path)

    def _show(self, run: Run) -> None:
        self._made = _Made(self._session.run, run.sampling)
        run.run_id = 0
        run.changed += 1
        self._around.documents.show_recorded(run)
        name = run.info.name if run.info is not None else ""
        words = translate(
            "Lessons", "The model {name} is not on this computer, so the lesson is given from its recorded runs."
        )
        self._session.notice("info", words.format(name=name), actions=("lesson_model",), about="model")

    def _offer(self, asked: RunAsked) -> None:
        words = translate(
            "Lessons",
            "This lesson needs the model {name}, which is not on this computer. Its text can be read without.",
        )
        self._session.notice(
            "info", words.format(name=self.model_of(asked)), actions=("lesson_model", "models"), about="model"
        )

    def get_model(self, lesson: Lesson, step: Step, recordings: tuple[Path, ...]) -> None:
        """A person wants the model of the lesson, fetched where it is not on this disk; then the step is entered."""
        self._lesson = lesson
        self._around.loader.load(self.model_of(step.state.run), *self._around.place(), fetch=True)
        self.enter(lesson, step, recordings)

    # -- where it stands -----------------------------------------------------------------------------------------

    def _is_begun(self, run: Run, asked: RunAsked) -> bool:
        """Whether `run` is one of this prompt, model, sampling and interventions, whatever was written since."""
        info = run.info
        if not run.nodes or info is None or not self._is_model(asked, info):
            return False
        chat = asked.chat and info.has_chat_template
        same = (run.prompt, run.chat, run.plan) == (asked.prompt, chat, self._plan(asked))
        if not same or not _draws_alike(run.sampling, asked.sampling) or run.prompt_tokens > len(run.nodes):
            return False
        return asked.tokens == 0 or _is_greedy(asked.sampling) or (self._made is not None and self._made.is_pure(run))

    def _stands(self, run: Run, asked: RunAsked) -> bool:
        """Whether the path ends where it should, or cannot be brought there; else it is moved, or written on."""
        line = self._line(run)
        wanted = run.prompt_tokens + asked.tokens
        target = line[min(wanted, len(line)) - 1]
        if run.current != target:
            if not self._once(f"go to {target}"):
                return True
            self._around.player.go_to(target)
            return not self._moves()
        if len(line) >= wanted or not self._can_write():
            return True
        if not self._once("write"):
            return True
        self._around.player.play(wanted - len(line), by_hand=False)
        return False

    def _can_write(self) -> bool:
        session = self._session
        return session.model_is_ready and not session.lacks_model

    def _line(self, run: Run) -> list[int]:
        """The nodes of the prompt, and of what the model has written on by itself, from the root."""
        line = list(range(run.prompt_tokens))
        taken, greedy = self._around.player.taken, _is_greedy(run.sampling)
        while True:
            last = run.nodes[line[-1]]
            drawn = [
                child
                for child in last.children
                if (
                    run.nodes[child].token_id == int(last.next_ids[0])
                    if greedy
                    else (last.node, run.nodes[child].token_id) not in taken
                )
            ]
            if not drawn:
                return line
            line.append(drawn[0])


class _Made:
    """The run that a lesson has begun, and whether all of it was drawn as the lesson says."""

    def __init__(self, before: Run, sampling: Sampling) -> None:
        self._before, self._sampling = before, sampling
        self._run: Run | None = None
        self._nodes = 0
        self._pure = True

    def see(self, run: Run) -> None:
        """Something has changed."""
        if self._run is None and run is not self._before:
            self._run = run
        if run is self._run and len(run.nodes) > self._nodes:
            self._nodes = len(run.nodes)
            self._pure = self._pure and run.sampling == self._sampling

    def is_run(self, run: Run) -> bool:
        """Whether it is this run."""
        return run is self._run

    def is_pure(self, run: Run) -> bool:
        """Whether it is this run, and its tokens were drawn as the lesson says."""
        return self.is_run(run) and self._pure


def _is_greedy(sampling: Sampling) -> bool:
    """Whether always the likeliest token is taken."""
    return sampling.temperature == 0 and sampling.repetition_penalty == 1


def _draws_alike(one: Sampling, other: Sampling) -> bool:
    """Whether two settings draw the same tokens."""
    if one.temperature == other.temperature == 0:
        return one.repetition_penalty == other.repetition_penalty
    return one == other
