"""Spaces, layouts, placements and fits: the map side of the session.

It asks the engine for a space's background and layouts, has the mapper process fit UMAP layouts, and keeps what comes
back in the run's `maps`, which outlive a run as long as the model stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from app.session.bridge import Bridge
from app.session.engine_client import EngineClient
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import Phase
from engine.maps.fit_messages import FitDone, FitFailed, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import FanPlaced, NodesPlaced, OpenSpace, ShareVectors, SpaceReady, UseLayout, VectorsShared
from engine.records import Layout, Space, UmapParams
from engine.run import MapState, Run


@dataclass(frozen=True)
class Fit:
    """A fit that a person asked for; another one with the same parameters is another fit."""

    number: int
    space: Space
    params: UmapParams


class Maps(QObject):
    """Owns the mapper process; everything else it does through the engine client."""

    def __init__(self, session: Session, wanted: Wanted, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = wanted
        self._client = client
        self._bridge = Bridge(self)
        self._bridge.answered.connect(self._on_mapper)
        self._mapper: Mapper | None = None
        self._fit: Fit | None = None
        self._fits = 0  # asked for so far
        self._at_mapper = 0  # the mapper's number of the fit under way there

    # -- spaces --------------------------------------------------------------------------------------------------

    def show(self, space: Space) -> None:
        """Show another space, which is opened where it is not there yet."""
        self._session.show_space(space)
        self.see_to(space)

    def see_to(self, space: Space) -> None:
        """Have `space` opened where a model is there and its map is not."""
        if space not in self._session.run.maps and self._session.state.has_model:
            self.open(space)

    def open(self, space: Space) -> None:
        """Have the background of `space` gathered, unless that is under way."""
        if not self._wanted.waits_for(space):
            self._wanted.send(OpenSpace, space, "model", space=space)

    def choose(self, space: Space, key: str) -> None:
        """Show another layout of `space` that is already there."""
        state = self._session.run.maps.get(space)
        for layout in state.layouts if state else []:
            if layout.key == key and state is not None:
                state.choose(layout)
                self._client.send(UseLayout, layout=layout)
        self._session.refresh()

    def hand_on(self, to_run: Run) -> None:
        """The model's maps stay, the old run's places go; those of a run that another model made go with it."""
        old, loaded = self._session.run, self._session.loaded
        if old.info is not None and loaded is not None and old.info.sha256 != loaded.sha256:
            self.cancel_fit()
            self.open(self._session.ui.space)
            return
        for space, state in old.maps.items():
            to_run.maps[space] = MapState(state.background, state.layouts, state.chosen)

    # -- fits ----------------------------------------------------------------------------------------------------

    def fit(self, space: Space, params: UmapParams) -> None:
        """Fit a UMAP layout; a running fit is replaced."""
        if not self._session.state.has_model:
            return
        self.cancel_fit()
        self._session.settle("fit")
        self._fits += 1
        self._fit = Fit(self._fits, space, params)
        self._share(self._fit)
        self._session.progress(QCoreApplication.translate("Maps", "Handing the vectors to the mapper"), 0, 0)

    def _share(self, fit: Fit) -> None:
        self._wanted.send(ShareVectors, fit, "model", space=fit.space)

    def cancel_fit(self) -> None:
        """End a fit by ending its process; the layout shown stays."""
        self._fit = None
        if self._mapper is not None:
            self._mapper.cancel()

    @property
    def fitting(self) -> bool:
        """Whether a fit is under way."""
        return self._fit is not None

    # -- answers of the engine -----------------------------------------------------------------------------------

    def on_space(self, answer: SpaceReady) -> None:
        """A space's background has come, with the best layout at hand."""
        self._wanted.end(answer.request_id)
        maps, space = self._session.run.maps, answer.background.space
        state = MapState(answer.background, list(answer.layouts))
        if space in maps:  # a run from a file, or the engine was started again: what lies where still holds
            state.nodes, state.fans = maps[space].nodes, maps[space].fans
        state.choose(answer.layout)
        maps[space] = state
        self._client.send(UseLayout, layout=answer.layout)
        self._session.refresh()
        self._session.end_progress()
        self._session.update_facts()

    def on_space_lost(self, space: Space) -> None:
        """A Cancel that was meant for something else took the space with it."""
        if self._session.state.phase is not Phase.LOADING:
            self.see_to(space)

    def on_shared(self, answer: VectorsShared) -> None:
        """The vectors lie in shared memory: begin the fit that wanted them."""
        wish = self._wanted.end(answer.request_id)
        fit = self._fit
        if fit is None or wish is None or wish.thing != fit:
            return
        state = self._session.run.maps.get(fit.space)
        left_out = state.background.left_out if state else None
        if self._mapper is None:
            self._mapper = Mapper(self._bridge.deliver)
        self._at_mapper = self._mapper.fit(answer, fit.params, left_out)

    def on_not_shared(self, fit: object) -> None:
        """The vectors could not be shared: there is nothing to fit."""
        if fit == self._fit:
            self._fit = None

    def on_sharing_lost(self, fit: object) -> None:
        """A Cancel that was meant for something else took the sharing with it."""
        if self._fit is not None and fit == self._fit:
            self._share(self._fit)

    def on_placed(self, answer: NodesPlaced) -> None:
        """Nodes of this run have their places."""
        run = self._session.run
        state = run.maps.get(answer.space)
        if state is not None and answer.run_id == run.run_id:
            state.place(answer.nodes, answer.placed)
            self._session.touch()

    def on_fan(self, answer: FanPlaced) -> None:
        """A fan's true ends have their places."""
        self._wanted.settle(answer.request_id)
        run = self._session.run
        state = run.maps.get(answer.space)
        if state is not None and answer.run_id == run.run_id:
            fans = state.fans.setdefault(answer.placed.layout_key, {})
            fans[answer.node] = (answer.token_ids, answer.placed)
            self._session.touch()

    # -- answers of the mapper -----------------------------------------------------------------------------------

    def _on_mapper(self, answer: object) -> None:
        if self._fit is None or getattr(answer, "id", None) != self._at_mapper:
            return  # of a fit that was given up
        if isinstance(answer, FitProgress):
            self._session.progress(answer.stage, answer.done, answer.total)
        elif isinstance(answer, FitFailed):
            self._fit = None
            self._session.end_progress()
            self._session.notice("error", answer.sentence, about="fit")
        elif isinstance(answer, FitDone):
            self._fit = None
            self._use(answer.layout)

    def _use(self, layout: Layout) -> None:
        state = self._session.run.maps.get(layout.space)
        if state is not None:
            state.choose(layout)
            self._client.send(UseLayout, layout=layout)
            self._session.end_progress()
            self._session.update_facts()
            self._session.refresh()

    def close(self) -> None:
        """End the mapper process."""
        self._bridge.close()
        if self._mapper is not None:
            self._mapper.close()
