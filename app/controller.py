"""Joins window, engine and run: gestures become requests, answers grow the run, and every change repaints.

Answers arrive by a `Bridge` on the window's thread and go to `Answers`; the run is only touched on that one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from app.engine_share import room
from app.notice import Level, Notice
from app.session.answers import Answers
from app.session.bridge import Bridge
from app.session.documents import RunFiles
from app.session.engine_client import EngineClient
from app.session.intents import Gestures
from app.session.maps import MapService
from app.state import Phase, RunState, StatusFacts
from app.window.window import MainWindow
from engine import protocol
from engine.records import INTACT, Layout, ModelInfo, Plan, Sampling, Vocabulary
from engine.run import Run
from viz.board import told
from viz.ui_state import UiState


def _tr(text: str) -> str:
    return QCoreApplication.translate("Controller", text)


class Controller(QObject):
    """One session: a window, an engine process, a mapper process when asked for, and the run on screen."""

    def __init__(
        self,
        window: MainWindow,
        ui: UiState,
        make_client: Callable[[Callable[[protocol.Answer], None]], EngineClient] = EngineClient,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.ui = ui
        self.run = Run()
        self.state = RunState()
        self.facts = StatusFacts()
        self.spec: tuple[str, str, str, bool] | None = None  # asked to be loaded: spec, device, dtype, fetch
        self._speed: float | None = None
        self._replaced = 0  # run_id of the run that was there when a new one was asked for
        self.play_when_loaded: tuple[str, Sampling, bool, int] | None = None
        self.loaded: ModelInfo | None = None
        self.vocabulary: Vocabulary | None = None
        self.adopting = False
        self.when_started: Callable[[], None] | None = None  # what follows once the engine holds the run
        self.loading: int | None = None  # id of the LoadModel under way
        self.generating: int | None = None  # id of the Generate under way or waiting
        self._bridge = Bridge(self)
        self.client = make_client(self._bridge.deliver)
        self.maps = MapService(self.client, lambda: self.run, self)
        self.maps.changed.connect(self.refresh)
        self.maps.progress.connect(lambda doing, done, total: window.show_progress(doing, done, total, "", True))
        self.maps.failed.connect(lambda sentence: self.notice("error", sentence))
        self.maps.fitted.connect(self._on_fitted)
        self.gestures = Gestures(self)
        self.files = RunFiles(self)
        self._answers = Answers(self)
        self._bridge.answered.connect(self._answers.handle)
        self._connect_window()

    def _connect_window(self) -> None:
        window = self.window
        window.prompt_run.connect(self.new_run)
        window.play.connect(self.play)
        window.pause.connect(lambda: self.client.send(protocol.Pause))
        window.step.connect(lambda: self.play(1))
        window.step_back.connect(self.step_back)
        window.stop.connect(self.stop)
        window.cancel.connect(self.stop)
        window.sampling_changed.connect(self._on_sampling)
        window.speed_changed.connect(self._on_speed)
        window.model_chosen.connect(self.load_model)
        window.open_file.connect(lambda path: self.open_run(Path(path)))
        window.save_file.connect(lambda path: self.save_run(Path(path)))
        window.load_again.connect(self.load_again)
        window.preference_changed.connect(self._on_preference)
        window.get_model.connect(self.files.get_model)
        window.export_figure.connect(self.files.export)
        window.restart_engine.connect(self.restart)
        window.check_reference.connect(lambda: self.client.send(protocol.CheckReference))
        window.theme_changed.connect(lambda name: self.set_ui(theme=name))
        window.option_changed.connect(self.set_option)
        window.intent.connect(self.gestures.handle)
        window.closing.connect(self.close)

    # -- what a person asks --------------------------------------------------------------------------------------

    def start(self, spec: str | None, device: str, dtype: str, play: tuple[str, Sampling, bool, int] | None) -> None:
        """Start the engine and load a model (None: none); then run `play` (prompt, sampling, chat, tokens)."""
        self.play_when_loaded = play
        self.client.start()
        self.client.send(protocol.ListModels)
        if spec is not None:
            self.load_model(spec, device, dtype)

    def load_model(self, spec: str, device: str = "auto", dtype: str = "auto", fetch: bool = True) -> None:
        """Load another model, fetched where allowed. The run stays on screen until the new one is there."""
        self.cancel()
        fetch = fetch and not self.window.settings.offline
        self.spec = (spec, device, dtype, fetch)
        self.window.show_wanted_model(spec)
        self.set_phase(Phase.LOADING)
        self.loading = self.client.send(
            protocol.LoadModel, spec=spec, device=device, dtype=dtype, fetch=fetch, **room(self.window.settings)
        )

    def load_again(self) -> None:
        """Load what was asked for last once more, on the device and in the precision chosen since."""
        if self.spec is None:
            self.window.open_models()
        else:
            self.load_model(self.spec[0], *self.window.model_place())

    def _on_preference(self, name: str) -> None:
        """Act at once on what was chosen in the preferences."""
        if name in ("threads", "memory"):
            self.client.send(protocol.Configure, **room(self.window.settings))
        elif name == "still":
            self.set_ui(still=self.window.settings.still)
        elif name == "storage":
            self.client.send(protocol.ListModels)

    def new_run(
        self, prompt: str, sampling: Sampling, chat: bool, n_tokens: int, plan: Plan = INTACT,
        token_ids: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """Prefill `prompt` (exactly `token_ids`, where given), then generate, with the changes of `plan` made."""
        if self._is_dead():
            return
        self.files.by_hand = True
        if not self.state.has_model:
            self.play_when_loaded = (prompt, sampling, chat, n_tokens)
            self.notice("info", _tr("The model is still loading; the run begins when it is ready."))
            return
        if self.state.phase in (Phase.GENERATING, Phase.PREFILLING):
            self.client.send(protocol.Cancel)
        self.generating = None
        self.set_phase(Phase.PREFILLING)
        self.when_started = (lambda: self.generate(n_tokens, sampling)) if n_tokens > 0 else None
        self._replaced = self.run.run_id
        self.client.send(protocol.NewRun, prompt=prompt, sampling=sampling, chat=chat, plan=plan, token_ids=token_ids)

    def play(self, n_tokens: int) -> None:
        """Generate more after the token looked at last."""
        if self._is_dead() or self.is_going:
            return
        if not self.state.has_model:
            self.notice("warning", _tr("There is no model to run yet: choose one, or wait until it is loaded."))
            return
        if not self.run.nodes:
            self.window.run_prompt()
            return
        if self.state.from_file:
            self._adopt(lambda: self.play(n_tokens))
            return
        self.files.by_hand = True
        self.set_ui(position=None)
        self.set_phase(Phase.GENERATING)
        self.generate(n_tokens, self.run.sampling)

    def _is_dead(self) -> bool:
        """Whether there is no engine, which is then said with a button that starts another."""
        if self.state.phase is Phase.DEAD:
            self.window.show_engine_died(_tr("The engine has ended, so nothing can be run: restart it to go on."))
        return self.state.phase is Phase.DEAD

    def generate(self, n_tokens: int, sampling: Sampling) -> None:
        self.generating = self.client.send(
            protocol.Generate, n_tokens=n_tokens, tokens_per_second=self._speed, sampling=sampling, stop_at_end=True
        )

    @property
    def is_going(self) -> bool:
        """Whether the run on screen is about to give way to another: the engine knows its nodes no more."""
        return self.state.phase is Phase.PREFILLING and self.run.run_id == self._replaced

    def step_back(self) -> None:
        """Go to the node before the current one; it can be gone forward from again."""
        if self.is_going:
            return
        if self.run.current > 0 and not self.state.from_file:
            self.client.send(protocol.GoTo, node=self.run.nodes[self.run.current].parent)
        elif self.run.current > 0:
            self.run.move(self.run.nodes[self.run.current].parent)
            self.refresh()

    def branch(self, node: int, token_id: int) -> None:
        """Take `token_id` after `node`; generation goes on from there where it was going on."""
        if self.is_going:
            return
        if self.state.has_model and self.state.from_file:
            self._adopt(lambda: self.branch(node, token_id))
            return
        if not self.state.has_model:
            known = [child for child in self.run.nodes[node].children if self.run.nodes[child].token_id == token_id]
            if known:
                self.run.move(known[0])
                self.refresh()
            else:
                self.notice("warning", _tr("Taking another token needs the run's model: load it first."))
            return
        self.files.by_hand = True
        playing = self.state.phase is Phase.GENERATING
        if playing:
            self.client.send(protocol.Cancel)
        self.set_ui(position=None)
        self.client.send(protocol.BranchAt, node=node, token_id=token_id)
        if playing:
            self.generate(self.window.tokens_wanted(), self.run.sampling)

    def go_to(self, node: int) -> None:
        """Return to `node`, on whatever branch it lies."""
        if self.is_going:
            return
        if self.state.phase is Phase.GENERATING:
            self.client.send(protocol.Cancel)
        if self.state.has_model and not self.state.from_file:
            self.client.send(protocol.GoTo, node=node)
        else:
            self.run.move(node)
            self.refresh()

    def cancel(self) -> None:
        """Stop whatever runs, a fit included."""
        if self.maps.fitting:
            self.maps.cancel_fit()
            self.window.show_progress("", 0, 0, "", False)
        if self.state.busy:
            self.client.send(protocol.Cancel)

    def stop(self) -> None:
        """A person wants an end of whatever runs, labs included."""
        if self.gestures.stop_labs() and not self.state.busy:
            self.client.send(protocol.Cancel)
        self.cancel()

    def restart(self) -> None:
        """Start the engine again after it died, with the run still on screen."""
        self.client.restart()
        if self.spec is not None:
            self.load_model(*self.spec)
        else:
            self.set_phase(Phase.STARTING)
            self.client.send(protocol.ListModels)

    def open_run(self, path: Path) -> bool:
        """Show a run file and see to its model; False where it could not be read, which is told."""
        shown = self.files.open(path)
        if shown:
            self.files.see_to_model(self.window.model_place())
        return shown

    def save_run(self, path: Path) -> None:
        """Write the run to a file, whole or not at all."""
        self.files.save(path)

    def hand_over(self) -> None:
        """Let the loaded model take over a run opened from a file, without going on from it."""
        if self.state.has_model and self.state.from_file and not self.adopting:
            self._adopt(lambda: None)
        elif not self.state.has_model:
            self.notice(
                "warning", _tr("There is no model to compute with yet: choose one, or wait until it is loaded.")
            )

    def _adopt(self, then: Callable[[], None]) -> None:
        """Hand a run opened from a file to the engine, and do `then`; a sentence where its model is another one."""
        loaded, of_run = self.loaded, self.run.info
        if loaded is None or of_run is None or loaded.sha256 != of_run.sha256:
            name = of_run.name if of_run else _tr("another model")
            self.notice(
                "warning", _tr("This run was made by {name}: load that model to go on from it.").format(name=name)
            )
            return
        self.adopting, self.when_started = True, then
        self.client.send(
            protocol.AdoptRun,
            prompt=self.run.prompt,
            prompt_tokens=self.run.prompt_tokens,
            parents=np.array([record.parent for record in self.run.nodes], np.int32),
            token_ids=np.array([record.token_id for record in self.run.nodes], np.int32),
            current=self.run.current,
            sampling=self.run.sampling,
            chat=self.run.chat,
            plan=self.run.plan,
        )

    # -- state ---------------------------------------------------------------------------------------------------

    def show_run(self, run: Run) -> None:
        """Put `run` on screen; what was found out about Orrery's own resources stays."""
        kept = {asked: found for asked, found in self.run.findings.items() if asked.about == "resources"}
        run.findings = {**kept, **run.findings}
        self.run = run
        self.refresh()

    def set_ui(self, **changes: Any) -> None:
        """Change what is chosen or pointed at, and repaint."""
        changed = replace(self.ui, **changes)
        if changed != self.ui:
            self.ui = changed
            self.refresh()

    def set_option(self, view: str, name: str, value: object) -> None:
        """Change one view's option, and repaint."""
        self.ui = self.ui.with_option(view, name, value)
        self.update_facts()
        self.refresh()

    def set_phase(self, phase: Phase) -> None:
        """The engine is about something else now."""
        self.set_state(phase=phase)

    def set_state(self, **changes: Any) -> None:
        """Change what can be done now and tell the window."""
        self.state = replace(self.state, **changes)
        self.ui = replace(self.ui, playing=self.state.phase is Phase.GENERATING)
        self.window.show_state(self.state)

    def update_facts(self, **changes: Any) -> None:
        """Change facts of the status line; those of run and map are read anew."""
        shown = self.run.maps.get(self.ui.space)
        reference = self.run.reference
        info = self.run.info or self.loaded
        if info is not None and self.loaded is not None and info.sha256 == self.loaded.sha256:
            info = self.loaded  # chosen anew on another device or in another precision: it is that which runs now
        self.facts = replace(
            self.facts,
            model=info.name if info else None,
            device=info.device if info else None,
            dtype=info.dtype if info else None,
            kept=self._kept(),
            kept_error=shown.layout.kept_error if shown else None,
            max_logit_difference=reference.max_abs_logit_difference if reference else None,
            top1_agreement=reference.top1_agreement if reference else None,
            n_tokens=len(self.run),
            changed=told(self.run.plan.changes),
            recorded=self._left_out(),
            **changes,
        )
        self.window.show_status(self.facts)

    def _kept(self) -> float | None:
        """Share of neighbours that the map keeps in the dimensions it is shown in."""
        shown = self.run.maps.get(self.ui.space)
        if shown is None:
            return None
        flat = self.ui.options.get("meaning_space", {}).get("dimensions") == "2D"
        return shown.layout.kept2 if flat else shown.layout.kept3

    def _left_out(self) -> str:
        if not len(self.run) or self.run.at(-1).attn is not None:
            return ""
        return _tr("attention past the memory budget is replayed on demand")

    def refresh(self) -> None:
        """Have every visible view painted from the run as it is now."""
        self.ui = self.gestures.boards.settled(self.ui)
        can_go_back, has_run, lacks = self.run.current > 0, bool(self.run.nodes), self.files.lacks_model
        state = self.state
        if (can_go_back, has_run, lacks) != (state.can_step_back, state.has_run, state.lacks_model):
            self.set_state(can_step_back=can_go_back, has_run=has_run, lacks_model=lacks)
        self.window.refresh(self.run, self.ui)

    def notice(self, level: Level, sentence: str, detail: str = "") -> None:
        """Show a sentence without stopping anybody."""
        self.window.show_notice(Notice(level=level, sentence=sentence, detail=detail))

    def _on_sampling(self, sampling: Sampling) -> None:
        self.run.sampling = sampling

    def _on_speed(self, tokens_per_second: float | None) -> None:
        self._speed = tokens_per_second
        if self.generating is not None:  # what is under way slows down at once
            self.client.send(protocol.SetSpeed, tokens_per_second=tokens_per_second)

    def _on_fitted(self, layout: Layout) -> None:
        self.window.show_progress("", 0, 0, "", False)
        self.update_facts()

    def close(self) -> None:
        """End every process; called once the window closes. Unsaved work is kept for the next start."""
        self.files.leave()
        self._bridge.close()
        self.maps.close()
        self.client.close()
