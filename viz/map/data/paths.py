"""Further paths and bundles of samples on the map: where their tokens lie, and what is still to be asked for that.

In a space of tokens a path lies on its own tokens, and the engine is asked only how a typed prompt is cut into them. In
a space of states the engine reads the text and places its states. The run's text after another layer lies in that
layer's own map, which is laid over the one shown (`viz.map.data.slide`): a state of one layer has no place among the
states of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

import numpy as np

from engine.labs.paths.records import AskPath, AskSamplePaths, PathPlaces, SamplePlaces
from engine.questions import Question, Refused
from engine.records import EMBEDDING, I32, INTACT, Placed, Plan, Space
from engine.run import MapState, Run
from viz.map.data.further import (
    NO_ENGINE,
    NO_FURTHER,
    NO_MAP,
    NOTHING,
    OTHER_MODEL,
    SAME_EVERYWHERE,
    WAITING,
    Further,
    FurtherBundle,
    FurtherPath,
    Line,
    mean_of,
    smoothed,
    smoothed_bundle,
    spots_of,
    stacked,
)
from viz.map.data.places import Places
from viz.map.data.slide import posed_along, same_states
from viz.per_run import per_path
from viz.shown_paths import ShownBundle, ShownPath, in_short
from viz.token_text import plain_text
from viz.ui_state import UiState

_NONE3 = np.zeros((0, 3), np.float32)
_Found = TypeVar("_Found", PathPlaces, SamplePlaces)


@dataclass(frozen=True)
class OwnText:
    """What of the run on screen is needed to keep its path, or to read another text as it was read."""

    token_ids: tuple[int, ...] = ()
    label: str = ""
    model: str = ""  # sha256 of its weights
    chat: bool = False
    plan: Plan = INTACT
    set_plan: Plan = INTACT  # the interventions that are set now


NO_TEXT = OwnText()


def own_text(run: Run, ui: UiState) -> OwnText:
    """The run's, as it is now."""
    ids, model = _own_ids(run), "" if run.info is None else run.info.sha256
    return OwnText(ids, _own_label(run), model, run.chat, run.plan, ui.plan)


@per_path
def _own_ids(run: Run) -> tuple[int, ...]:
    return tuple(run.nodes[node].token_id for node in run.path)


@per_path
def _own_label(run: Run) -> str:
    return in_short(plain_text(run.vocabulary, _own_ids(run)))


def further_on(run: Run, ui: UiState, places: Places, window: int = 0) -> Further:
    """The paths that are to be shown, as far as they are known; where there is a `window`, each point of a path or of a
    sample is the mean of the places of so many tokens up to it, as in the run's own path (`viz.map.data.path_line`)."""
    if not ui.paths:
        return NO_FURTHER
    looking = _Looking(run, ui, places)
    made = [looking.bundle(each) if isinstance(each, ShownBundle) else looking.path(each) for each in ui.paths]
    paths = tuple(each for each in made if isinstance(each, FurtherPath))
    bundles = tuple(each for each in made if isinstance(each, FurtherBundle))
    if window > 1:
        paths, bundles = (
            tuple(smoothed(it, window) for it in paths),
            tuple(smoothed_bundle(it, window) for it in bundles),
        )
    asks = run.run_id > 0 and not ui.playing
    question = next(iter(looking.missing), None)
    return Further(
        paths, bundles, spots_of(paths, bundles), question if asks else None, looking.opens if asks else None
    )


class _Looking:
    """What is known of each, and what is not."""

    def __init__(self, run: Run, ui: UiState, places: Places) -> None:
        self.run, self.ui, self.places = run, ui, places
        self.space, self.key = places.state.background.space, places.state.layout.key
        self.model = "" if run.info is None else run.info.sha256
        self.own = _own_ids(run)
        self.missing = list[Question]()
        self.opens: Space | None = None

    # -- paths -----------------------------------------------------------------------------------------------------

    def path(self, shown: ShownPath) -> FurtherPath:
        """A path, as far as it is known."""
        if shown.model and shown.model != self.model:
            return FurtherPath(shown, why=OTHER_MODEL)
        if shown.kind in ("layer", "plan"):
            return self._following(shown)
        ids = shown.token_ids
        if self.places.is_vocabulary:
            if not ids:
                found = self._found(AskPath(EMBEDDING, prompt=shown.prompt, chat=shown.chat), PathPlaces)
                if isinstance(found, str):
                    return FurtherPath(shown, why=found)
                ids = tuple(found.token_ids.tolist())
            return FurtherPath(shown, self._on_tokens(ids))
        question = AskPath(self.space, self.key, shown.prompt, shown.chat, ids, shown.plan)
        return self._placed(shown, question, self.places)

    def _following(self, shown: ShownPath) -> FurtherPath:
        """The run's own text, at another layer or with another plan."""
        if self.places.is_vocabulary:
            return FurtherPath(shown, why=SAME_EVERYWHERE)
        if not self.own:
            return FurtherPath(shown)
        space, places = self.space, self.places
        if shown.kind == "layer":
            space = replace(self.space, layer=shown.layer)
            state = self.run.maps.get(space)
            if state is None or not state.layouts:
                self.opens = self.opens or space
                return FurtherPath(shown, why=WAITING if self.run.run_id > 0 else NO_ENGINE)
            if not same_states(state.background, self.places.state.background):
                return FurtherPath(shown, why=NO_MAP)
            places = _places_of(self.run, space, state, self.places.flat)
        plan = self.run.plan if shown.kind == "layer" else shown.plan
        question = AskPath(space, places.state.layout.key, token_ids=self.own, plan=plan)
        return self._placed(shown, question, places)

    def _placed(self, shown: ShownPath, question: AskPath, places: Places) -> FurtherPath:
        found = self._found(question, PathPlaces)
        if isinstance(found, PathPlaces):
            return FurtherPath(shown, _line(places, found.token_ids, found.placed))
        before = self._beginning(question) if shown.kind in ("layer", "plan") else None
        if before is not None:
            return FurtherPath(shown, _line(places, before.token_ids, before.placed), found)
        return FurtherPath(shown, why=found)

    def _found(self, question: Question, kind: type[_Found]) -> _Found | str:
        """What is known, or why nothing is."""
        found = self.run.findings.get(question)
        if isinstance(found, kind):
            return found
        if isinstance(found, Refused):
            return found.sentence
        self.missing.append(question)
        return WAITING if self.run.run_id > 0 else NO_ENGINE

    def _beginning(self, question: AskPath) -> PathPlaces | None:
        """What is known of the longest beginning of the same text, while the run grows."""
        best: PathPlaces | None = None
        for other, found in self.run.findings.items():
            if not isinstance(other, AskPath) or not isinstance(found, PathPlaces):
                continue
            n = len(other.token_ids)
            if (best is None or n > len(best.token_ids)) and other == replace(
                question, token_ids=question.token_ids[:n]
            ):
                best = found
        return best

    def _on_tokens(self, ids: Sequence[int], first: int = 0) -> Line:
        """Tokens in a space of tokens: where their own points are, as far as there are such."""
        rows = np.array([token for token in ids if 0 <= token < len(self.places.points)], np.int32)
        nan = np.full(len(rows), np.nan, np.float32)
        return Line(rows, self.places.of_tokens(rows), nan, np.zeros(len(rows), np.bool_), first)

    # -- bundles ---------------------------------------------------------------------------------------------------

    def bundle(self, shown: ShownBundle) -> FurtherBundle:
        """A bundle, as far as it is known."""
        if shown.model != self.model:
            return FurtherBundle(shown, why=OTHER_MODEL)
        if self.places.is_vocabulary:
            return self._bundle_on_tokens(shown)
        question = AskSamplePaths(self.space, self.key, shown.samples, shown.prompt, False, shown.token_ids, shown.plan)
        found = self._found(question, SamplePlaces)
        if isinstance(found, str):
            return FurtherBundle(shown, why=found)
        before = _line(self.places, found.before_ids, found.before)
        whole = _line(self.places, np.concatenate([np.array(ids, np.int32) for ids in shown.samples]), found.placed)
        samples = _cut(whole, [len(ids) for ids in shown.samples], len(before))
        mean = found.mean
        points = self.places.placed(mean) if len(found.counted) else _NONE3
        kept = mean.kept2 if self.places.flat else mean.kept3
        return FurtherBundle(shown, before, samples, mean_of(points, samples, kept, False))

    def _bundle_on_tokens(self, shown: ShownBundle) -> FurtherBundle:
        ids, why = shown.token_ids, ""
        if not ids:
            found = self._found(AskPath(EMBEDDING, prompt=shown.prompt), PathPlaces)
            if isinstance(found, str):
                why = found
            else:
                ids = tuple(found.token_ids.tolist())
        before = self._on_tokens(ids)
        samples = tuple(self._on_tokens(sample, len(ids)) for sample in shown.samples)
        points = np.nanmean(stacked(samples), axis=0) if any(len(sample) for sample in samples) else _NONE3
        mean = mean_of(points, samples, np.full(len(points), np.nan, np.float32), True)
        return FurtherBundle(shown, before, samples, mean, why)


def _places_of(run: Run, space: Space, state: MapState, flat: bool) -> Places:
    """The places of another layer's map, laid over the one shown."""
    pose, points = posed_along(run, space, state.layout, flat)
    return Places(run, state, flat, pose, points)


def _line(places: Places, ids: I32, placed: Placed | None, first: int = 0) -> Line:
    if placed is None or not len(ids):
        return NOTHING
    kept = placed.kept2 if places.flat else placed.kept3
    return Line(ids, places.placed(placed).astype(np.float32), kept, placed.left_out, first)


def _cut(whole: Line, lengths: Sequence[int], first: int) -> tuple[Line, ...]:
    """One line after another, each of a length."""
    ends = np.cumsum([0, *lengths]).tolist()
    parts = [slice(low, high) for low, high in pairwise(ends)]
    return tuple(Line(whole.token_ids[at], whole.points[at], whole.kept[at], whole.left_out[at], first) for at in parts)
