"""The one home of what is shared: the run on screen, what is chosen, what can be done, the facts, the model.

It announces every change by a signal and knows neither the window nor the engine: whoever shows it listens, and
whoever asks the engine changes it by its methods. All of it lives on one thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.notice import About, Level, Notice
from app.session.works import Works
from app.state import Phase, RunState, StatusFacts
from engine.records import LeftOut, ModelEntry, ModelInfo, Space, Vocabulary
from engine.run import MapState, Run, is_name
from viz.board import told
from viz.guesses import NO_GUESSES
from viz.in_language import in_language
from viz.map.faithful import error_of, is_flat, kept_of
from viz.shown_paths import MOST, Shown, ShownPath, with_shown
from viz.ui_state import UiState

translate = QCoreApplication.translate  # by this name its texts are collected


class Session(QObject):
    """Run, choices, state, facts and model of one window."""

    changed = Signal(object, object)  # Run, UiState: what is on screen is no longer what is there
    state_changed = Signal(object)  # RunState
    facts_changed = Signal(object)  # StatusFacts
    noticed = Signal(object)  # Notice
    settled = Signal(str)  # what a notice may be about, and is no longer so
    run_replaced = Signal()  # another run is on screen: what was asked about the one before is void
    document_changed = Signal(object, object)  # Path that holds the run as it is, or None; Run
    model_wanted = Signal(str)  # what is being loaded
    model_changed = Signal(object)  # ModelInfo
    models_listed = Signal(object, object)  # the ModelEntries that can be asked for; what is LeftOut
    prompt_changed = Signal(str)  # another prompt than the one in the editor
    asked_changed = Signal(str, object, bool)  # prompt, Sampling and chat of the run that was brought back
    option_changed = Signal(str, str, object)  # view, option, value: changed by a view, not by its control
    table_wanted = Signal(object)  # a SaveTable: a person is to say where to
    run_file_wanted = Signal()  # a person is to say which run's path is to be shown on the map
    camera_wanted = Signal(object)  # from where the map is to be looked at: azimuth, elevation, distance, …
    views_wanted = Signal(str, object)  # a workspace, and the names of the views in it to be put in front

    def __init__(self, ui: UiState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.run = Run()
        self.state = RunState()
        self.facts = StatusFacts()
        self.works = Works(self)
        self.listed: tuple[Sequence[ModelEntry], Sequence[LeftOut]] = (), ()  # the models that can be asked for
        self.loaded: ModelInfo | None = None
        self.vocabulary: Vocabulary | None = None
        self.by_hand = False  # the run on screen was asked for or changed by a person
        self.works.changed.connect(lambda works: self.set_state(has_work=any(work.can_cancel for work in works)))

    # -- what follows from what is there -------------------------------------------------------------------------

    @property
    def lacks_model(self) -> bool:
        """Whether the run on screen was made by a model that is not the one that is loaded."""
        info, loaded = self.run.info, self.loaded if self.state.has_model else None
        return bool(self.run.nodes) and info is not None and (loaded is None or loaded.sha256 != info.sha256)

    @property
    def model_is_ready(self) -> bool:
        """Whether there is a model, and no other one about to take its place."""
        return self.state.has_model and self.state.phase is not Phase.LOADING

    @property
    def fits_model(self) -> bool:
        """Whether what the model says may stand beside the run on screen: it is of that model, or of none."""
        return self.loaded is None or self.run.info is None or self.loaded.sha256 == self.run.info.sha256

    @property
    def shown_map(self) -> MapState | None:
        """The map on screen, None where it is not there."""
        return self.run.maps.get(self.ui.space)

    # -- what is on screen ---------------------------------------------------------------------------------------

    def show_run(self, run: Run, path: Path | None = None) -> None:
        """Put `run` on screen, which `path` holds as it is; what was found out about Orrery's own resources stays."""
        kept = {asked: found for asked, found in self.run.findings.items() if asked.about == "resources"}
        run.findings = {**kept, **run.findings}
        self.run = run
        self.settle("run", "run's model", "prompt")
        self.set_state(typed_twice="")
        self.ui = replace(self.ui, compare=None, pins=frozenset(), guesses=NO_GUESSES)
        self.run_replaced.emit()
        self.refresh()
        self.show_document(path)

    def hold(self, run_id: int) -> None:
        """The engine holds the run on screen, under this number; 0: it does not, and has to be handed it first."""
        self.run.run_id = run_id
        self.set_state(from_file=run_id == 0, opened=self.state.opened and run_id == 0)
        self.touch()

    def set_ui(self, **changes: Any) -> None:
        """Change what is chosen or pointed at."""
        changed = replace(self.ui, **changes)
        if changed != self.ui:
            self.ui = changed
            self.refresh()

    def set_option(self, view: str, name: str, value: object) -> None:
        """Change one view's option."""
        self.ui = self.ui.with_option(view, name, value)
        self.update_facts()
        self.refresh()

    def show_space(self, space: Space) -> None:
        """Show the map of another space."""
        self.set_ui(space=space, selection=())
        self.update_facts()

    def name_branch(self, node: int, name: str) -> None:
        """Call a branch of the run on screen so, as a person does; a name that is none changes nothing."""
        if 0 <= node < len(self.run.nodes) and is_name(name):
            self.run.name_branch(node, name)
            self.by_hand = True
            self.refresh()

    def show_path(self, path: Shown) -> None:
        """Show a further path, or a bundle of samples, on the map."""
        paths = with_shown(self.ui.paths, path)
        if paths == self.ui.paths and path not in paths:
            many = translate("Controller", "There are {n} further paths on the map already: remove one first.")
            here = translate("Controller", "This path is on the map already.")
            full = isinstance(path, ShownPath) and all(
                replace(it, number=0) != path for it in paths if isinstance(it, ShownPath)
            )
            self.notice("info", many.format(n=MOST) if full else here)
        self.set_ui(paths=paths, single=None)

    def swap_compared(self, node: int) -> None:
        """A person goes to `node`: where it is on the branch that is compared, that of now is compared with it."""
        run, other = self.run, self.ui.compare
        if other is not None and 0 <= other < len(run.nodes) and 0 <= node < len(run.nodes):
            end = run.branch_end(node)
            if end == run.branch_end(other) and end != run.branch_end(run.current):
                self.set_ui(compare=run.current)

    def touch(self) -> None:
        """Something about the run on screen has come or gone: views are to be painted, and ask for what they lack."""
        self.run.changed += 1
        self.refresh()

    def refresh(self) -> None:
        """Have views painted where the run, or what is chosen, has changed."""
        self.ui = self._settled(self.ui)
        following = self.run.current >= 0 and bool(self.run.nodes[self.run.current].children)
        self.set_state(
            can_step_on=following,
            can_step_back=self.run.current > 0,
            has_run=bool(self.run.nodes),
            lacks_model=self.lacks_model,
        )
        self.changed.emit(self.run, self.ui)
        facts = self._facts_now()
        if facts != self.facts:
            self.facts = facts
            self.facts_changed.emit(facts)

    def _settled(self, ui: UiState) -> UiState:
        """`ui` with the plan that its board means where it looks now."""
        last = len(self.run) - 1 if ui.position is None else ui.position
        plan = ui.board.plan(last, self.run.info or self.loaded, self.run.n_prompt)
        return ui if plan == ui.plan else replace(ui, plan=plan)

    # -- what can be done ----------------------------------------------------------------------------------------

    def set_state(self, **changes: Any) -> None:
        """Change what can be done now."""
        state = replace(self.state, **changes)
        if state != self.state:
            self.state = state
            self.ui = replace(self.ui, playing=state.phase is Phase.GENERATING)
            self.state_changed.emit(state)

    def set_work(self, work: Phase | None) -> None:
        """The engine is about this now; None: about nothing that takes long."""
        self.set_state(phase=self._at_rest() if work is None else work)

    def _at_rest(self) -> Phase:
        if self.state.has_model:
            return Phase.IDLE
        waits = self.state.phase in (Phase.STARTING, Phase.DEAD)
        return self.state.phase if waits else Phase.NO_MODEL

    def list_models(self, entries: Sequence[ModelEntry], left_out: Sequence[LeftOut]) -> None:
        """These models can be asked for."""
        self.listed = entries, left_out
        self.models_listed.emit(entries, left_out)

    def change_language(self) -> None:
        """Say in the person's language, which is another one now, what was said before."""
        run = self.run
        run.info, self.loaded = in_language(run.info), in_language(self.loaded)
        run.findings = {asked: in_language(found) for asked, found in run.findings.items()}
        for shown in run.maps.values():
            shown.background = in_language(shown.background)
        self.listed = in_language(self.listed)
        self.works.change_language()
        self.update_facts()
        run.changed += 1

    # -- what is said --------------------------------------------------------------------------------------------

    def update_facts(self, **changes: Any) -> None:
        """Change facts of the status line; those of run and map are read anew, as they are at every refresh."""
        self.facts = replace(self._facts_now(), **changes)
        self.facts_changed.emit(self.facts)

    def _facts_now(self) -> StatusFacts:
        """The facts as run and map have them at this moment: nobody has to remember to tell them."""
        shown, reference = self.shown_map, self.run.reference
        info = self.run.info or self.loaded
        if not (self.run.nodes or self.state.has_model):
            info = None  # the model before was let go for another one, which has not come (yet)
        if info is not None and self.loaded is not None and info.sha256 == self.loaded.sha256:
            info = self.loaded  # chosen anew on another device or in another precision: it is that which runs now
        return replace(
            self.facts,
            model=info.name if info else None,
            device=info.device if info else None,
            dtype=info.dtype if info else None,
            kept=self._kept(),
            kept_error=error_of(shown.layout) if shown else None,
            max_logit_difference=reference.max_abs_logit_difference if reference else None,
            top1_agreement=reference.top1_agreement if reference else None,
            n_tokens=len(self.run),
            changed=told(self.run.plan.changes),
            recorded=self._left_out(),
        )

    def _kept(self) -> float | None:
        """Share of neighbours that the map keeps in the dimensions it is shown in."""
        shown = self.shown_map
        if shown is None:
            return None
        return kept_of(shown.layout, is_flat(self.ui))

    def _left_out(self) -> str:
        if not len(self.run) or self.run.at(-1).attn is not None:
            return ""
        return translate("Controller", "attention beyond the memory of a run is recomputed when needed")

    def notice(
        self, level: Level, sentence: str, detail: str = "", actions: tuple[str, ...] = (), about: About = ""
    ) -> None:
        """Say a sentence without stopping anybody. `actions`: ids of those offered beside it; `about`: its cause."""
        self.noticed.emit(Notice(level=level, sentence=sentence, detail=detail, actions=actions, about=about))

    def settle(self, *about: About) -> None:
        """What was said about these is true no more."""
        for each in about:
            self.settled.emit(each)

    def show_document(self, path: Path | None) -> None:
        """The run on screen is kept in `path` as it is now, None: in no file."""
        self.document_changed.emit(path, self.run)
