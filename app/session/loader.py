"""The model: loaded, loaded again, loaded for the run on screen, and what follows when it is there or is not.

Where a model was loaded for the run on screen, that run stays whatever comes; where it is another model than the one
that made it, a sentence says so. Any other load begins with an empty run, unless the run is of the same model.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.session.chosen import Asked, Chosen
from app.session.engine_client import EngineClient
from app.session.maps import Maps
from app.session.player import Player, Waiting
from app.session.run_before import RunBefore
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import ENGINE, Phase
from engine import protocol
from engine.records import ModelInfo
from engine.run import Run

translate = QCoreApplication.translate  # by this name its texts are collected

PATIENCE_MS = 800  # given to an engine that is to end a load


@dataclass(frozen=True)
class Load:
    """What was asked to be loaded."""

    spec: str
    device: str
    dtype: str
    fetch: bool  # where it is not on this disk
    for_run: bool  # it is the model of the run on screen, which stays


class Loader(QObject):
    """Asks for models and follows up what comes."""

    choice_wanted = Signal()  # there is no model to load again, so choose one
    engine_ended = Signal()  # and another one is about to be started: what the old one said is of no use any more

    def __init__(
        self, session: Session, wanted: Wanted, client: EngineClient, chosen: Chosen, player: Player, maps: Maps,
        before: RunBefore, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._wanted = wanted
        self._client = client
        self._chosen = chosen
        self._player = player
        self._maps = maps
        self._before = before
        self._newest: Load | None = None
        self._standing: Load | None = None  # what led to the model that is there
        self._overdue = QTimer(self)
        self._overdue.setSingleShot(True)
        self._overdue.setInterval(PATIENCE_MS)
        self._overdue.timeout.connect(self._end_what_does_not_hear)
        wanted.changed.connect(self._see_whether_it_ended)

    # -- what a person asks --------------------------------------------------------------------------------------

    def start(self, spec: str | None, device: str, dtype: str, play: Asked | None) -> None:
        """Start the engine and load a model (None: none); then run `play`."""
        self._player.when_loaded = Waiting(play, by_hand=False) if play is not None else None
        self._client.start()
        self.list_models()
        if spec is not None:
            self.load(spec, device, dtype)

    def load(
        self, spec: str, device: str = "auto", dtype: str = "auto", fetch: bool = True, for_run: bool = False
    ) -> None:
        """Load another model, fetched where allowed. The run stays on screen until the new one is there."""
        if self._session.state.phase is Phase.DEAD:
            self._begin_anew()
        self._maps.cancel_fit()
        self._player.cancel()
        self._session.settle("model")
        self._newest = Load(spec, device, dtype, fetch and not self._chosen.offline(), for_run)
        self._session.model_wanted.emit(spec)
        self._wanted.send(
            protocol.LoadModel, self._newest, spec=spec, device=device, dtype=dtype, fetch=self._newest.fetch,
            **self._chosen.engine_share(),
        )  # fmt: skip

    def see_to_end(self) -> None:
        """A person may want an end of the load. Where the engine does not come to it in time, it is ended itself."""
        if any(wish.stopped for wish in self._wanted.of(protocol.LoadModel)):
            self._overdue.start()

    def _see_whether_it_ended(self) -> None:
        if not self._wanted.of(protocol.LoadModel):
            self._overdue.stop()

    def close(self) -> None:
        """Nothing is waited for any more."""
        self._overdue.stop()

    def _end_what_does_not_hear(self) -> None:
        """Deep in a library (an import, a tokenizer, a table of gigabytes) nobody looks whether to stop."""
        if not self._wanted.of(protocol.LoadModel):
            return
        standing = self._standing if self._session.state.has_model else None
        self._begin_anew(at_once=True)
        self.on_stopped()
        if standing is not None:  # it was not let go yet, and went with the engine
            self.load(standing.spec, standing.device, standing.dtype, fetch=False, for_run=True)
        else:
            self._session.model_wanted.emit("")
            self.list_models()

    def load_then_run(self, spec: str, asked: Asked | None) -> None:
        """Load another model, and then run what was asked."""
        if asked is not None:
            self._session.prompt_changed.emit(asked[0])
            self._player.when_loaded = Waiting(asked, by_hand=True)
        self.load(spec)

    def load_again(self) -> None:
        """Load what was asked for last once more, on the device and in the precision chosen since."""
        if self._newest is None:
            self.choice_wanted.emit()
        else:
            self.load(self._newest.spec, *self._chosen.model_place())

    def restart(self) -> None:
        """Start the engine again, with the run still on screen."""
        newest = self._newest
        self._begin_anew()
        if newest is not None:
            self.load(newest.spec, newest.device, newest.dtype, newest.fetch)
        else:
            self.list_models()

    def _begin_anew(self, at_once: bool = False) -> None:
        self._session.settle("engine")
        self._client.close(at_once)
        self.engine_ended.emit()
        self._client.start()
        self.on_died(Phase.STARTING)
        self._wanted.engine_started()

    def configure(self) -> None:
        """The engine may use more or less of the machine."""
        self._wanted.send(protocol.Configure, **self._chosen.engine_share())

    def list_models(self) -> None:
        """Find out what can be asked for."""
        self._wanted.send(protocol.ListModels)

    def check_reference(self) -> None:
        """Have the model checked against the library it comes from."""
        if self._player.is_dead():
            return
        self._wanted.send(protocol.CheckReference)

    # -- the model of the run on screen --------------------------------------------------------------------------

    def _is_foreign(self, load: object, info: ModelInfo) -> bool:
        """Whether a model that was loaded for the run on screen is not the one that made it."""
        for_run = isinstance(load, Load) and load.for_run
        return for_run and bool(self._session.run.nodes) and not self._made_the_run(info)

    def _made_the_run(self, info: ModelInfo) -> bool:
        of_run = self._session.run.info
        return of_run is not None and of_run.sha256 == info.sha256

    # -- answers of the engine -----------------------------------------------------------------------------------

    def on_released(self, _: protocol.Released) -> None:
        """There is no model until the next one is there: its load may fail or be stopped."""
        self._session.set_state(has_model=False)
        self._session.hold(0)

    def on_loaded(self, answer: protocol.Loaded) -> None:
        """Another model is there."""
        session = self._session
        session.settle("engine", "model", "run's model")
        session.works.end(ENGINE)
        session.loaded, session.vocabulary = answer.info, answer.vocabulary
        session.set_state(has_model=True, has_chat_template=answer.info.has_chat_template)
        wish = self._wanted.end(answer.request_id)
        self._standing = wish.thing if wish is not None and isinstance(wish.thing, Load) else None
        self._wanted.forget("run", "model")
        self._maps.forget_engine()
        if self._wanted.of(protocol.LoadModel):
            self._pass_over(answer)
            return
        foreign = self._is_foreign(wish and wish.thing, answer.info)
        self._settle_run(answer, foreign)
        session.update_facts(tokens_per_second=None)
        session.model_changed.emit(answer.info)
        self._player.run_when_loaded(answer.info.has_chat_template)  # before the map: the first token comes first
        if foreign:
            self._tell_foreign()  # and the maps stay those of the run's own model
        else:
            self._maps.open(session.ui.space)
        self.list_models()

    def _pass_over(self, answer: protocol.Loaded) -> None:
        """A model has come after another one was asked for: it is there until that comes, or stays if that does not."""
        session = self._session
        session.hold(0)
        if not session.run.nodes:
            session.show_run(Run(answer.info, answer.vocabulary))
        session.update_facts(tokens_per_second=None)
        session.model_changed.emit(answer.info)

    def _settle_run(self, answer: protocol.Loaded, foreign: bool) -> None:
        """The run on screen stays where it is of this model, or was what the model was loaded for."""
        session = self._session
        if not (session.run.nodes and (foreign or self._made_the_run(answer.info))):
            session.set_state(from_file=False, opened=False)
            self._before.put_aside()
            session.by_hand = False
            session.show_run(Run(answer.info, answer.vocabulary))
            session.set_ui(position=None, selection=(), hover_node=None, hover_token=None, hover_point=None)
            session.set_ui(layer=0, head=(0, 0), neuron=(0, 0))
            return
        if not foreign:
            session.run.reference = None  # of the model as it was: as it is now it is checked next
        session.hold(0)  # not yet: it is adopted when it is gone on from

    def _tell_foreign(self) -> None:
        info = self._session.run.info
        words = translate(
            "Controller",
            "The loaded model is not the one that made this run ({name}): its weights differ. You "
            "can look at the run, but not continue it.",
        )
        self._session.notice("warning", words.format(name=info.name if info else ""), about="run's model")

    def on_listed(self, answer: protocol.ModelsListed) -> None:
        """These models can be asked for."""
        self._session.settle("engine")
        self._wanted.end(answer.request_id)
        self._session.works.end(ENGINE)
        self._session.list_models(answer.entries, answer.left_out)
        if self._session.state.phase is Phase.STARTING:  # the engine is there, and no model was asked for
            self._session.set_state(phase=Phase.NO_MODEL)

    def on_referenced(self, answer: protocol.Referenced) -> None:
        """The model was checked."""
        self._wanted.end(answer.request_id)
        self._session.run.reference = answer.reference
        self._session.update_facts()
        self._session.touch()

    def on_died(self, phase: Phase = Phase.DEAD) -> None:
        """The engine has gone, and what it was asked with it; no engine holds the run any more."""
        session = self._session
        session.set_state(phase=phase, has_model=False)
        session.hold(0)
        self._wanted.clear()
        self._session.works.end(ENGINE)
        self._maps.forget_engine()
        session.set_ui(going=frozenset())

    # -- endings without a model ---------------------------------------------------------------------------------

    def on_failed(self, load: object, answer: protocol.Failed) -> None:
        """Say why there is no model, and offer what can be done."""
        self.on_stopped()
        if answer.kind != "NotOnDisk":
            self._session.notice("error", answer.sentence, answer.detail, ("load_again", "models"), "model")
        elif self._chosen.offline():
            words = translate(
                "Controller", "{sentence} Downloads are switched off: see “Never go online” in Preferences, Storage."
            )
            said = words.format(sentence=answer.sentence)
            self._session.notice("info", said, actions=("preferences", "models"), about="model")
        else:
            self._offer(load, answer.sentence)

    def _offer(self, load: object, sentence: str) -> None:
        """A model is not on this disk: get the run's, or choose one."""
        info = self._session.run.info
        if not isinstance(load, Load) or not load.for_run or info is None:
            self._session.notice("info", sentence, actions=("models",), about="model")
            return
        words = translate(
            "Controller",
            "{name}, which made this run, is not on this computer. Everything recorded can be seen; "
            "to continue the run, get the model.",
        )
        self._session.notice("info", words.format(name=info.name), actions=("get_model",), about="run's model")

    def on_stopped(self) -> None:
        """A load has ended without a model; what was asked of the one before is asked again."""
        self._player.follow()
        self._maps.forget_layouts()
        if self._session.fits_model:
            self._maps.see_to(self._session.ui.space)
        self._session.touch()
