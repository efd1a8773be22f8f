"""Spaces, layouts, placements and fits: the map side of the session.

It asks the engine for a space's background and layouts, has the mapper process fit other layouts, and keeps what comes
back in the run's `maps`, which outlive a run as long as the model stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject

from app.session.alike import choose_alike, is_alike
from app.session.bridge import Bridge
from app.session.fit_watch import FitWatch
from app.session.session import Session
from app.session.wanted import About, Wanted
from app.state import FIT, Phase
from engine.maps.fit_messages import CostKnown, FitAnswer, FitDone, FitFailed, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import (
    FanPlaced,
    HoldLayouts,
    LayAlong,
    LayoutMade,
    NodesPlaced,
    OpenSpace,
    ShareVectors,
    SpaceReady,
    UseLayout,
    VectorsShared,
)
from engine.records import FitJob, FitParams, Layout, Space, UmapParams, along_of
from engine.run import MapState, Run
from viz import lab
from viz.in_language import in_language

Axes = tuple[tuple[str | tuple[int, ...], str | tuple[int, ...]], ...]
MakeMapper = Callable[[Callable[[FitAnswer], None]], Mapper]


@dataclass(frozen=True)
class Fit:
    """A fit that a person asked for; another one with the same parameters is another fit."""

    number: int
    space: Space
    params: FitParams


def _about(space: Space) -> About:
    """What has to stay for a map to be of use: points of a laboratory outlive models, or are made anew."""
    return "program" if space.kind == "points" else "model"


class Maps(QObject):
    """Owns the mapper process; everything else it has the engine do."""

    def __init__(
        self, session: Session, wanted: Wanted, make_mapper: MakeMapper = Mapper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = wanted
        self._bridge = Bridge(self)
        self._bridge.answered.connect(self._on_mapper)
        self._make_mapper = make_mapper
        self._mapper: Mapper | None = None
        self._fit: Fit | None = None
        self._fits = 0  # asked for so far
        self._liked: Layout | None = None  # of states: a layer that has a layout made in the same way is shown in it
        self._at_mapper = 0  # the mapper's number of the fit under way there
        self._watch = FitWatch(session, self._seconds_used, self)
        # kind of space -> keys of the layout that the engine places nodes into, and of the one beside it, "" without
        self._used: dict[str, tuple[str, str]] = {}
        self._beside: dict[str, Layout] = {}  # kind of space -> the layout that is shown beside the one shown
        self._refused: set[Space] = set()  # what this model has no map of
        self._stale: set[Space] = set()  # opened before layers beside them were laid out together
        self._costs: dict[int, tuple[FitJob, UmapParams]] = {}  # the mapper's number of an estimate -> of what

    # -- spaces --------------------------------------------------------------------------------------------------

    def show(self, space: Space) -> None:
        """Show another space, which is opened where it is not there yet.

        A layer of the same states is shown in the layout of the one before, where it has it.
        """
        self._refused.discard(space)
        before = self._session.shown_map
        there = before.background.space if before is not None else space
        if before is not None and there != space and there.kind == space.kind == "resid":
            self._liked = before.layout
        self._session.show_space(space)
        state = self._session.run.maps.get(space)
        if space in self._stale and self._session.fits_model:
            self._stale.discard(space)
            self.open(space)
        elif state is not None:
            choose_alike(state, self._liked)
        self.see_to(space)

    def see_to(self, space: Space) -> None:
        """Where the run's model is there: have `space` opened, or where its map is there, the run's nodes placed on it.

        Another model's map would show other tokens under the same numbers.
        """
        if not self._can_open(space):
            return
        state = self._session.run.maps.get(space)
        if state is not None:
            if space.kind != "points":
                self._place_into(state.layout)
        elif space not in self._refused:
            self.open(space)

    def _can_open(self, space: Space) -> bool:
        """Whether there is somebody to make this map: the run's model, or for points that need none the engine."""
        own = lab.own_points(space)
        if own is not None and not own.needs_model:
            return True
        return self._session.state.has_model and self._session.fits_model

    def make_ready(self, space: Space) -> None:
        """Have `space` opened where it is not there yet; the one shown stays, and the one that nodes are placed on."""
        session = self._session
        known = space in session.run.maps or space in self._refused
        if self._can_open(space) and not known:
            self.open(space)

    def place_anew(self) -> None:
        """The engine has taken over a run: it places those of its nodes that have no places on the map shown."""
        self._used.clear()
        self.see_to(self._session.ui.space)

    def forget_layouts(self) -> None:
        """A load was begun: whatever becomes of it, the engine places nothing any more."""
        self._used.clear()

    def _place_into(self, layout: Layout) -> None:
        """Have the engine place nodes into `layout`, unless that is what it does."""
        kind = layout.space.kind
        beside = self._beside.get(kind)
        if beside is not None and (beside.space != layout.space or beside.key == layout.key):
            beside = None
        keys = (layout.key, "" if beside is None else beside.key)
        if self._session.fits_model and self._used.get(kind) != keys:
            self._used[kind] = keys
            self._wanted.send(UseLayout, layout, "model", layout=layout, beside=beside)

    def place_beside(self, space: Space, key: str) -> None:
        """Have the engine place nodes into a second layout of the space shown too; without a key, into none."""
        if not key:
            self._end_beside(space)
            return
        state = self._session.run.maps.get(space)
        there = [] if state is None else [layout for layout in state.layouts if layout.key == key]
        if space.kind != "points" and there and self._beside.get(space.kind) is not there[0]:
            self._beside[space.kind] = there[0]
            self.see_to(space)

    def _end_beside(self, space: Space) -> None:
        shown = self._session.ui.space
        if self._beside.pop(space.kind, None) is not None and shown.kind == space.kind:
            self.see_to(shown)

    def forget_engine(self) -> None:
        """There is another model, or none: it places nothing yet, and no fit is of use any more."""
        self._used.clear()
        self._beside.clear()
        self._stale.clear()
        self._liked = None
        self._refused.clear()
        self.cancel_fit()

    def open(self, space: Space) -> None:
        """Have the background of `space` gathered, unless that is under way."""
        if not self._wanted.waits_for(space):
            self._wanted.send(OpenSpace, space, _about(space), space=space)

    def choose(self, space: Space, key: str) -> None:
        """Show another layout of `space` that is already there."""
        state = self._session.run.maps.get(space)
        for layout in state.layouts if state else []:
            if layout.key == key and state is not None:
                state.choose(layout)
                self.see_to(space)
        self._session.touch()

    def hand_on(self, to_run: Run) -> None:
        """The model's maps stay, the old run's places go; those of a run that another model made go with it."""
        old, loaded = self._session.run, self._session.loaded
        other = old.info is not None and loaded is not None and old.info.sha256 != loaded.sha256
        if other:
            self.cancel_fit()
            self.open(self._session.ui.space)
        else:
            to_run.fit_costs.update(old.fit_costs)
        for space, state in old.maps.items():
            if other and space.kind != "points":
                continue
            to_run.maps[space] = MapState(state.background, state.layouts, state.chosen)

    # -- fits ----------------------------------------------------------------------------------------------------

    def fit(self, space: Space, params: FitParams) -> None:
        """Fit a layout; a running fit is replaced."""
        if not self._can_lay_out(space):
            return
        self.cancel_fit()
        self._session.settle("fit")
        self._fits += 1
        self._at_mapper = 0  # what the mapper says of the fit before may still be on its way
        self._fit = Fit(self._fits, space, params)
        self._share(self._fit)
        self._session.set_state(is_fitting=True)
        self._session.works.tell(FIT, QCoreApplication.translate("Maps", "Preparing the map layout"), 0, 0)

    def _can_lay_out(self, space: Space) -> bool:
        """Whether the model that the run is of is there, or none is needed; a person is told where it is another's."""
        if space.kind == "points":
            return self._can_open(space)
        if not self._session.state.has_model:
            return False
        if self._session.fits_model:
            return True
        info = self._session.run.info
        words = QCoreApplication.translate(
            "Maps", "This run was made by {name}, and only that model can make a map for it. Load it first."
        )
        words = words.format(name=info.name if info else "")
        self._session.notice("warning", words, actions=("get_model",), about="run's model")
        return False

    def lay_along(self, space: Space, axes: Axes, orthogonal: bool) -> None:
        """Have a space laid out along directions that a person chose; the engine does it, and it takes a second."""
        if self._can_lay_out(space):
            wish = ("directions", space)
            self._wanted.send(LayAlong, wish, _about(space), space=space, axes=axes, orthogonal=orthogonal)

    def on_made(self, answer: LayoutMade) -> None:
        """A layout along directions has come: show it."""
        self._wanted.end(answer.request_id)
        if answer.note:
            self._session.notice("warning", answer.note)
        self._use(answer.layout)

    def _share(self, fit: Fit) -> None:
        self._wanted.send(ShareVectors, fit, _about(fit.space), space=fit.space, layers=along_of(fit.params))

    def fit_again(self) -> None:
        """Begin the fit under way anew, in a new process."""
        if self._fit is not None:
            self.fit(self._fit.space, self._fit.params)

    def cancel_fit(self) -> None:
        """End a fit by ending its process; the layout shown stays."""
        self._end_fit()
        self._costs.clear()
        if self._mapper is not None:
            self._mapper.cancel()

    def _end_fit(self) -> None:
        self._fit = None
        self._watch.end()
        self._session.set_state(is_fitting=False)
        self._session.works.end(FIT)

    @property
    def fitting(self) -> bool:
        """Whether a fit is under way."""
        return self._fit is not None

    # -- answers of the engine -----------------------------------------------------------------------------------

    def on_space(self, answer: SpaceReady) -> None:
        """A space's background has come, with the best layout at hand."""
        self._wanted.end(answer.request_id)
        maps, space = self._session.run.maps, answer.background.space
        if not self._session.fits_model and space.kind != "points":
            return  # the run of another model has been opened since
        known = maps.get(space)
        if known is None:  # what the engine has placed into it meanwhile had no map to go to
            self._used.pop(space.kind, None)
        state = maps[space] = MapState(answer.background, list(answer.layouts))
        state.choose(answer.layout)
        choose_alike(state, self._liked)
        if known is not None:  # a run from a file, or the engine was started again: what lies where still holds
            state.nodes, state.fans = known.nodes, known.fans
            fits = len(known.layout.points3) == len(answer.background.token_ids)
            if known.layout.key in known.nodes and fits and not is_alike(state.layout, self._liked):
                state.choose(known.layout)  # in which the run lies
        if space == self._session.ui.space:
            self.see_to(space)
        self._session.touch()

    def on_space_lost(self, space: Space) -> None:
        """A Cancel that was meant for something else took the space with it."""
        if self._session.state.phase is not Phase.LOADING:
            self.see_to(space)

    def on_stopped(self, space: Space) -> None:
        """A person has stopped the making of a map: another one is shown where there is one."""
        session = self._session
        others = list(session.run.maps)
        if session.ui.space == space and others:
            session.show_space(others[-1])
            self.see_to(others[-1])
        elif session.ui.space != space:
            self._refused.add(space)  # made ready for a path: not begun again unasked
        words = QCoreApplication.translate(
            "Maps", "The map was cancelled before it was complete. Choose it again to compute it."
        )
        session.notice("info", words)

    def on_refused(self, space: Space) -> None:
        """This model has no map of a space; it is not asked for again until a person does."""
        self._refused.add(space)

    def on_layout_lost(self, layout: Layout, again: bool) -> None:
        """The engine places nothing into a layout that it was told to use. `again`: a Cancel has dropped that."""
        if layout.key in self._used.get(layout.space.kind, ()):
            del self._used[layout.space.kind]
            if again and self._session.ui.space == layout.space:
                self.see_to(layout.space)

    def on_shared(self, answer: VectorsShared) -> None:
        """The vectors lie in shared memory: begin the fit that wanted them."""
        wish = self._wanted.end(answer.request_id)
        fit = self._fit
        if fit is None or wish is None or wish.thing != fit:
            return
        state = self._session.run.maps.get(fit.space)
        left_out = state.background.left_out if state and not along_of(fit.params) else answer.left_out
        self._at_mapper = self._the_mapper().fit(answer, fit.params, left_out)
        self._watch.begin()

    def _the_mapper(self) -> Mapper:
        if self._mapper is None:
            self._mapper = self._make_mapper(self._bridge.deliver)
        return self._mapper

    def estimate(self, job: FitJob, params: UmapParams) -> None:
        """Have it estimated what a fit takes, unless that is known, under way, or a fit is under way."""
        key = (job, replace(params, along=(), seed=0))
        if key in self._session.run.fit_costs or key in self._costs.values() or self._fit is not None:
            return
        number = self._the_mapper().cost(*key)
        if number:
            self._costs = {number: key}

    def _seconds_used(self) -> float | None:
        return None if self._mapper is None else self._mapper.seconds_used

    def on_not_shared(self, fit: object) -> None:
        """The vectors could not be shared: there is nothing to fit."""
        if fit == self._fit:
            self._end_fit()

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
            for placed in answer.placed:
                state.fans.setdefault(placed.layout_key, {})[answer.node] = (answer.token_ids, placed)
            self._session.touch()

    # -- answers of the mapper -----------------------------------------------------------------------------------

    def _on_mapper(self, answer: object) -> None:
        if isinstance(answer, CostKnown):
            key = self._costs.pop(answer.id, None)
            if key is not None:
                self._session.run.fit_costs[key] = answer.cost
                self._session.touch()
            return
        if self._costs.pop(getattr(answer, "id", 0), None) is not None:
            return  # it cannot be told: nothing stands there
        if self._fit is None or getattr(answer, "id", None) != self._at_mapper:
            return  # of a fit that was given up
        self._watch.heard()
        answer = in_language(answer)
        if isinstance(answer, FitProgress):
            self._session.works.tell(FIT, answer.stage, answer.done, answer.total)
        elif isinstance(answer, FitFailed):
            self._end_fit()
            self._session.notice("error", answer.sentence, about="fit")
        elif isinstance(answer, FitDone):
            self._end_fit()
            if answer.note:
                self._hold((*answer.others, answer.layout), answer.note)
            for layout in (*answer.others, answer.layout):
                self._use(layout)
            if answer.others:
                self._use_between(answer.layout)

    def _hold(self, layouts: tuple[Layout, ...], note: str) -> None:
        """The disk had no room for these: the engine keeps them, for spaces that are opened later."""
        self._session.notice("warning", note, about="fit")
        if self._can_open(layouts[-1].space):
            self._wanted.send(HoldLayouts, layouts[-1], _about(layouts[-1].space), layouts=layouts)

    def _use_between(self, layout: Layout) -> None:
        """Layers were laid out together: those between them, and those not opened yet, have their layouts of it."""
        self._liked = layout
        maps = self._session.run.maps
        for space, state in maps.items():
            if space.texts == layout.space.texts and not choose_alike(state, layout):
                self._stale.add(space)
        shown = self._session.ui.space
        if shown in self._stale:
            self.show(shown)

    def _use(self, layout: Layout) -> None:
        state = self._session.run.maps.get(layout.space)
        own = layout.space.kind == "points"
        if state is not None and (own or self._session.fits_model):
            state.choose(layout)
            if layout.space == self._session.ui.space and not own:  # another one of its kind may be shown
                self._place_into(layout)
            self._session.touch()

    def close(self) -> None:
        """End the mapper process."""
        self._bridge.close()
        self._watch.end()
        if self._mapper is not None:
            self._mapper.close()
