"""Spaces, layouts, placements and fits: the map side of the controller.

It asks the engine for a space's background and layouts, has the mapper process fit UMAP layouts, and keeps what comes
back in the run's `maps`, which outlive a run as long as the model stays.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.session.bridge import Bridge
from app.session.engine_client import EngineClient
from engine.maps.fit_messages import FitDone, FitFailed, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import (
    FanPlaced,
    NodesPlaced,
    OpenSpace,
    ShareVectors,
    SpaceReady,
    TrueFan,
    UseLayout,
    VectorsShared,
)
from engine.records import Layout, Space, UmapParams
from engine.run import MapState, Run


class MapService(QObject):
    """Owns the mapper process; everything else it does through the engine client."""

    changed = Signal()
    progress = Signal(str, int, int)  # doing, done, total
    fitted = Signal(object)  # Layout
    failed = Signal(str)  # sentence

    def __init__(self, client: EngineClient, run: Callable[[], Run], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._run = run
        self._bridge = Bridge(self)
        self._bridge.answered.connect(self._on_mapper)
        self._mapper: Mapper | None = None
        self._wanted: tuple[Space, UmapParams] | None = None
        self._asked: set[Space] = set()

    def forget(self) -> None:
        """Another model: its spaces are other spaces."""
        self._asked.clear()
        self.cancel_fit()

    def open(self, space: Space) -> None:
        """Have the background of `space` gathered, unless that was asked before."""
        if space not in self._asked:
            self._asked.add(space)
            self._client.send(OpenSpace, space=space)

    def refuse(self, space: Space | None) -> None:
        """The engine could not open `space`: it may be asked for again."""
        self._asked.discard(space) if space is not None else self._asked.clear()

    def fit(self, space: Space, params: UmapParams) -> None:
        """Fit a UMAP layout; a running fit is replaced."""
        self.cancel_fit()
        self._wanted = (space, params)
        self._client.send(ShareVectors, space=space)
        self.progress.emit(QCoreApplication.translate("MapService", "Handing the vectors to the mapper"), 0, 0)

    def cancel_fit(self) -> None:
        """End a fit by ending its process; the layout shown stays."""
        self._wanted = None
        if self._mapper is not None:
            self._mapper.cancel()

    @property
    def fitting(self) -> bool:
        """Whether a fit is under way."""
        return self._wanted is not None

    def ask_fan(self, space: Space, node: int, k: int) -> None:
        """The true next states at `node`, in a `resid` space."""
        self._client.send(TrueFan, space=space, node=node, k=k)

    def choose(self, space: Space, key: str) -> None:
        """Show another layout of `space` that is already there."""
        state = self._run().maps.get(space)
        for layout in state.layouts if state else []:
            if layout.key == key and state is not None:
                state.choose(layout)
                self._client.send(UseLayout, layout=layout)
        self.changed.emit()

    # -- answers of the engine -----------------------------------------------------------------------------------

    def on_space(self, answer: SpaceReady) -> None:
        """A space's background has come, with the best layout at hand."""
        run = self._run()
        state = MapState(answer.background, list(answer.layouts))
        known = run.maps.get(answer.background.space)
        if known is not None:  # a run from a file, or the engine was started again: what lies where still holds
            state.nodes, state.fans = known.nodes, known.fans
        state.choose(answer.layout)
        run.maps[answer.background.space] = state
        self._client.send(UseLayout, layout=answer.layout)
        self.changed.emit()

    def on_shared(self, answer: VectorsShared) -> None:
        """The vectors lie in shared memory: begin the fit that wanted them."""
        if self._wanted is None:
            return
        space, params = self._wanted
        state = self._run().maps.get(space)
        left_out = state.background.left_out if state else None
        if self._mapper is None:
            self._mapper = Mapper(self._bridge.deliver)
        self._mapper.fit(answer, params, left_out)

    def on_placed(self, answer: NodesPlaced) -> None:
        """Nodes of this run have their places."""
        run = self._run()
        state = run.maps.get(answer.space)
        if state is not None and answer.run_id == run.run_id:
            state.place(answer.nodes, answer.placed)
            run.changed += 1
            self.changed.emit()

    def on_fan(self, answer: FanPlaced) -> None:
        """A fan's true ends have their places."""
        run = self._run()
        state = run.maps.get(answer.space)
        if state is not None and answer.run_id == run.run_id:
            fans = state.fans.setdefault(answer.placed.layout_key, {})
            fans[answer.node] = (answer.token_ids, answer.placed)
            run.changed += 1
            self.changed.emit()

    # -- answers of the mapper -----------------------------------------------------------------------------------

    def _on_mapper(self, answer: object) -> None:
        if isinstance(answer, FitProgress):
            self.progress.emit(answer.stage, answer.done, answer.total)
        elif isinstance(answer, FitFailed):
            self._wanted = None
            self.failed.emit(answer.sentence)
        elif isinstance(answer, FitDone):
            self._wanted = None
            self._use(answer.layout)

    def _use(self, layout: Layout) -> None:
        state = self._run().maps.get(layout.space)
        if state is not None:
            state.choose(layout)
            self._client.send(UseLayout, layout=layout)
            self.fitted.emit(layout)
            self.changed.emit()

    def close(self) -> None:
        """End the mapper process."""
        self._bridge.close()
        if self._mapper is not None:
            self._mapper.close()
