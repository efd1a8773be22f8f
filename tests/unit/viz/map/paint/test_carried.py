"""Labels of a moving map go with what they name, and are laid out again after a few pictures or where that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.records import EMBEDDING, Space
from engine.run import Run
from tests.helpers.further import bundle, shown_on, typed
from tests.helpers.runs import fifty_steps, with_map
from viz.camera import Camera, project
from viz.map.data.blend import blended
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.paint.carried import PICTURES
from viz.map.paint.composition import Composition
from viz.map.paint.overlay import Overlay
from viz.theme import theme
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
W, H = 1200.0, 800.0
CAMERA = Camera()
LAYERS = Space("resid", 1), Space("resid", 2)


def turned(degrees: float) -> Camera:
    return replace(CAMERA, azimuth=CAMERA.azimuth + degrees)


def with_layers() -> Run:
    """A run on maps of two layers, of the same states."""
    run = fifty_steps()
    for layer in LAYERS:
        run = with_map(run, layer)
        state = run.maps[layer]
        state.background = replace(
            state.background, positions=np.arange(len(state.background.token_ids), dtype=np.int32)
        )
    return run


def composed(overlay: Overlay, frame: MapFrame, camera: Camera, moving: bool = True) -> Composition:
    return overlay.compose(frame, theme("dark"), camera, W, H, 1.0, moving=moving)


@pytest.fixture(params=[EMBEDDING, LAYERS[1]], ids=str)
def frame(request: pytest.FixtureRequest) -> MapFrame:
    run = fifty_steps()
    if request.param != EMBEDDING:
        run = with_map(run, request.param)
    return map_frame(run, UiState(space=request.param, position=20), Settings())


def test_labels_at_rest_are_laid_out_once_and_anew_for_whatever_is_shown_otherwise(frame: MapFrame) -> None:
    """The ring around the current point beats for twenty pictures, in which nothing else is another."""
    overlay = Overlay()
    made = composed(overlay, frame, CAMERA, moving=False)
    assert made.labels
    assert composed(overlay, frame, CAMERA, moving=False) is made
    another = replace(frame)
    others: tuple[Callable[[], Composition], ...] = (
        lambda: composed(overlay, frame, turned(20), moving=False),
        lambda: composed(overlay, another, CAMERA, moving=False),
        lambda: overlay.compose(frame, theme("light"), CAMERA, W, H, 1.0),
        lambda: overlay.compose(frame, theme("dark"), CAMERA, W - 100, H, 1.0),
        lambda: overlay.compose(frame, theme("dark"), CAMERA, W, H, 1.5),
        lambda: overlay.compose(frame, theme("dark"), CAMERA, W, H, 1.0, [(0.0, 0.0, W / 2, H)]),
        lambda: overlay.compose(frame, theme("dark"), CAMERA, W, H, 1.0, hasty=True),
    )
    for other in others:
        now = other()
        assert now is not made
        assert other() is now
        made = composed(overlay, frame, CAMERA, moving=False)
        assert made is not now


def test_each_label_keeps_its_side_of_the_place_that_it_names(frame: MapFrame) -> None:
    overlay = Overlay()
    before = composed(overlay, frame, CAMERA)
    after = composed(overlay, frame, turned(2.0))
    assert len(after.labels) > 10
    known = {(label.kind, label.text, label.of): label for label in before.labels}
    for label in after.labels:
        source, row = label.of
        was = known[label.kind, label.text, label.of]
        places = {"path.points": frame.path.points, "points": frame.points, "regions": frame.regions}
        if source in places:
            pixels, _ = project(turned(2.0).matrix(W, H), places[source][row : row + 1], W, H)
            np.testing.assert_allclose(label.anchor, pixels[0], atol=0.01)
        moved = np.subtract(label.anchor, was.anchor)
        inside = label.box[0] > 0 and label.box[2] < W and label.box[1] > 0 and label.box[3] < H
        if inside:
            np.testing.assert_allclose(np.subtract(label.box[:2], was.box[:2]), moved, atol=0.01)
        assert label.box[0] >= 0
        assert label.box[3] <= H + 1e-6


def test_at_rest_and_after_a_few_pictures_they_are_laid_out_as_if_nothing_had_moved(frame: MapFrame) -> None:
    there = turned(3.0)
    expected = composed(Overlay(), frame, there, moving=False)
    overlay = Overlay()
    composed(overlay, frame, CAMERA)
    carried = composed(overlay, frame, there)
    assert {label.box for label in carried.labels} != {label.box for label in expected.labels}
    assert len(composed(overlay, frame, there, moving=False).labels) >= len(expected.labels) - 3  # those standing first
    overlay = Overlay()
    composed(overlay, frame, CAMERA)
    for _ in range(PICTURES):
        composed(overlay, frame, there)
    laid_out, afresh = composed(overlay, frame, there), Overlay()
    composed(afresh, frame, CAMERA)
    assert laid_out == composed(afresh, frame, there, moving=False)


def test_what_is_pointed_at_or_chosen_is_named_at_once(frame: MapFrame) -> None:
    overlay = Overlay()
    composed(overlay, frame, CAMERA)
    chosen = replace(frame, selection=(7,))
    assert [
        label for label in composed(overlay, chosen, turned(1.0)).labels if label.index == 7 and label.kind == "mark"
    ]


def test_on_the_way_to_another_layer_they_stay_with_what_they_name() -> None:
    run = with_layers()
    before, after = (map_frame(run, UiState(space=layer, position=20), Settings()) for layer in LAYERS)
    overlay = Overlay()
    first = composed(overlay, before, CAMERA)
    halfway = blended(before, after, 0.5)
    seen = composed(overlay, halfway, CAMERA)
    current = next(label for label in seen.labels if label.kind == "current")
    pixels, _ = project(CAMERA.matrix(W, H), halfway.path.points[halfway.current : halfway.current + 1], W, H)
    np.testing.assert_allclose(current.anchor, pixels[0], atol=0.01)
    assert {label.text for label in seen.labels} <= {label.text for label in first.labels}
    shorter = replace(after, path=replace(after.path, nodes=after.path.nodes[::-1].copy()))
    names = [label for label in composed(overlay, shorter, CAMERA).labels if label.of[0] == "path.points"]
    assert not names  # its rows are other tokens: they are named when labels are laid out again


def test_a_run_of_another_model_is_named_anew() -> None:
    first = map_frame(fifty_steps(), UiState(position=20), Settings())
    assert first.vocabulary is not None
    other = replace(first, vocabulary=replace(first.vocabulary))
    for frame, is_carried in ((first, True), (other, False)):
        overlay, there = Overlay(), turned(1.0)
        composed(overlay, first, CAMERA)
        seen = composed(overlay, frame, there)
        overlay = Overlay()
        composed(overlay, first, CAMERA)
        assert (seen == composed(overlay, frame, there, moving=False)) != is_carried


def test_samples_that_are_not_there_yet_on_another_layer_are_named_later() -> None:
    run = with_layers()
    run.run_id = 1
    before, ui = shown_on(run, UiState(space=LAYERS[0], position=20), bundle(run), typed(run))
    after = map_frame(run, replace(ui, space=LAYERS[1]), Settings())
    assert before.further.bundles[0].samples
    assert not after.further.bundles[0].samples
    overlay = Overlay()
    first = composed(overlay, before, CAMERA)
    assert any(label.of[0].startswith("further.bundles") for label in first.labels)
    seen = composed(overlay, blended(before, after, 0.3), turned(1.0))
    assert any(label.kind == "current" for label in seen.labels)
    assert not any(label.of[0].startswith("further") for label in seen.labels)
    overlay = Overlay()
    composed(overlay, before, CAMERA)
    assert any(label.of[0].startswith("further.bundles") for label in composed(overlay, before, turned(1.0)).labels)
