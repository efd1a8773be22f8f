"""A session without a window, which brings views of a run to whole frames: for `figure`, `film` and `data`.

The engine is started, and the run's model loaded, only once a view wants what the run does not hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from PySide6.QtCore import QEventLoop, QObject

from app.engine_share import memory_for_a_run, threads_for_the_model
from app.model_spec import spec_of
from app.session.bridge import Bridge
from app.session.chosen import Chosen
from app.session.completion import Completion
from app.session.engine_client import EngineClient
from app.session.parts import Parts
from app.session.session import Session
from app.state import Phase, Work
from engine import errors
from engine.errors import InputRefused, OrreryError
from engine.records import Sampling
from engine.run import MapState, Run
from engine.sentences import say
from viz.figures.whole import instead, needs_model, wanted_if_held
from viz.ui_state import UiState
from viz.view import View

Tell = Callable[[str, int, int], object]  # what is done, how much of it, of how much (0: not known)


@dataclass(frozen=True)
class ModelAsked:
    """Which model, and where. Without `spec` it is the run's own, which is not fetched unasked."""

    spec: str | None = None
    device: str = "auto"
    dtype: str = "auto"


class Headless(QObject):
    """Whole frames of one run. A Qt application has to be there. Use it as a context: leaving it ends the engine."""

    def __init__(self, run: Run, model: ModelAsked | None = None, tell: Tell = lambda *_: None) -> None:
        super().__init__()
        self.run = run
        run.run_id = 0  # whichever engine held it, this one does not
        self._model = model or ModelAsked()
        self._tell = tell
        self._loop = QEventLoop(self)
        self._parts: Parts | None = None
        self._failure: OrreryError | None = None
        self._loaded = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the engine, where one was started."""
        if self._parts is not None:
            self._bridge.close()
            self._parts.close()

    def frame(self, view: type[View], ui: UiState) -> Any:
        """The whole frame of a view, seen as `ui` says; a frame that is whole already costs nothing.

        Raises:
            InputRefused: the run, or its model, has nothing to show there, or the model is not on this computer.
            OrreryError: the engine ended, or failed.
        """
        wanted = wanted_if_held(view, self.run, ui)
        if not wanted:
            frame = view.frame(self.run, ui)
            if why := instead(view, frame):
                raise InputRefused(why)
            return frame
        parts = self._started()
        self._see_to_run(parts)
        if needs_model(wanted):
            self._see_to_model(parts, view)
        return self._completed(parts, view, ui)

    def show(self, run: Run) -> None:
        """Another run of the same model from now on: engine and model stay, with the texts that were read for maps."""
        if run is not self.run:
            self.run = run
            run.run_id = 0

    # -- the session ---------------------------------------------------------------------------------------------

    def _see_to_run(self, parts: Parts) -> None:
        """Have the session show the run that is asked about, on the maps that are there."""
        session, before, run = parts.session, parts.session.run, self.run
        if before is run:
            return
        for space, state in before.maps.items():
            run.maps.setdefault(space, MapState(state.background, state.layouts, state.chosen))
        of_model = {asked: found for asked, found in before.findings.items() if asked.about == "model"}
        run.findings = {**of_model, **run.findings}
        parts.player.give_up()
        session.set_state(from_file=True)
        session.show_run(run)

    def _started(self) -> Parts:
        if self._parts is None:
            self._bridge = Bridge(self)
            client = EngineClient(self._bridge.deliver)
            session = Session(UiState(), self)
            parts = self._parts = Parts(session, client, unattended(), str, str, parent=self)
            self._bridge.answered.connect(parts.answers.handle)
            parts.loader.engine_ended.connect(self._bridge.forget)
            session.works.changed.connect(self._on_works)
            session.show_run(self.run)
            session.set_state(from_file=True)
            parts.loader.start(None, self._model.device, self._model.dtype, None)
            self._until(session, lambda: session.state.phase is not Phase.STARTING)
        return self._parts

    def _see_to_model(self, parts: Parts, view: type[View]) -> None:
        """Have the model loaded that made the run. Raises InputRefused where it is another one, or is not here."""
        if self._loaded:
            return
        session, info, asked = parts.session, self.run.info, self._model
        if info is None:
            raise InputRefused(
                say("The view {name!r} needs the model of the run, and the file does not name it.", name=view.name)
            )
        spec, fetch = (spec_of(info), False) if asked.spec is None else (asked.spec, True)
        said: list[str] = []
        session.noticed.connect(lambda notice: said.append(notice.sentence))
        parts.loader.load(spec, asked.device, asked.dtype, fetch, for_run=True)
        self._until(session, lambda: session.state.phase is not Phase.LOADING)
        if not session.state.has_model:
            why = said[-1] if said else ""
            raise InputRefused(
                say(
                    "The view {name!r} needs the model that made the run, {model}, which could not be loaded: {why} "
                    "(`models` lists and downloads models; --model names one.)",
                    name=view.name,
                    model=info.name,
                    why=why,
                )
            )
        if not session.fits_model:
            raise InputRefused(
                say(
                    "The run was made by {name} ({sha256}), but the model given is {given} ({given_sha256}): only the "
                    "run's own model can complete it.",
                    name=info.name,
                    sha256=info.sha256[:16],
                    given=session.loaded.name if session.loaded else "",
                    given_sha256=session.loaded.sha256[:16] if session.loaded else "",
                )
            )
        self._loaded = True

    def _completed(self, parts: Parts, view: type[View], ui: UiState) -> Any:
        session = parts.session
        session.ui = ui
        session.refresh()
        completion = Completion(session, parts.wanted, parts.intents.handle, view, ui, self)
        completion.whole.connect(self._loop.quit)
        completion.failed.connect(self._on_failed)
        self._run_loop()
        frame = completion.frame
        completion.deleteLater()
        return frame

    # -- waiting -------------------------------------------------------------------------------------------------

    def _until(self, session: Session, is_so: Callable[[], bool]) -> None:
        def look(*_: object) -> None:
            if is_so() or session.state.phase is Phase.DEAD:
                self._loop.quit()

        session.state_changed.connect(look)
        if not is_so():
            self._run_loop()
        session.state_changed.disconnect(look)
        if session.state.phase is Phase.DEAD:
            raise errors.WorkerDied(say("The engine ended before the picture was whole. Try again."))

    def _run_loop(self) -> None:
        """Hear answers until somebody quits. Ctrl+C is heard between them."""
        self._failure = None
        ticks = self.startTimer(100)  # Python hears a signal only while it runs
        self._loop.exec()
        self.killTimer(ticks)
        if self._failure is not None:
            raise self._failure

    def _on_failed(self, sentence: str, _actions: object) -> None:
        self._failure = InputRefused(sentence)
        self._loop.quit()

    def _on_works(self, works: tuple[Work, ...]) -> None:
        for work in works:
            self._tell(work.doing, work.done, work.total)


def unattended() -> Chosen:
    """What is chosen where nobody is there to choose."""
    return Chosen(
        asked=lambda: ("", Sampling(), False, 0),
        n_tokens=lambda: 0,
        model_place=lambda: ("auto", "auto"),
        offline=lambda: False,
        engine_share=lambda: {"threads": threads_for_the_model(), "memory_budget": memory_for_a_run() * 2**20},
        saved=lambda: (True, None),
        camera=lambda _: None,
    )
