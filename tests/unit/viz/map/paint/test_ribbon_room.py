"""Where the path's ribbon lies on screen: no name stands on it, and the background beside it is quiet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING
from tests.helpers.map_stage import Stage, crowded, pixels
from tests.helpers.runs import fifty_steps
from viz.camera import Camera, project
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.paint.label_layout import Occupied
from viz.map.paint.ribbon_room import CELL, REACH, quietness, samples
from viz.ui_state import UiState

W, H = 960.0, 640.0
MATRIX = Camera().matrix(W, H)


@pytest.fixture
def frame() -> MapFrame:
    return map_frame(fifty_steps(), UiState(), Settings())


def away_from_piece(frame: MapFrame, at: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> float:
    """Pixels from a place to the nearest piece that leads to the current point, or ray: looked for point by point."""
    row = frame.current
    ends = [(frame.path.points[row - 1], frame.path.points[row])]
    here = frame.fan.current
    ends += list(zip(frame.fan.start[here], frame.fan.end[here], strict=True))
    nearest = np.inf
    for start, end in ends:
        (a, b), _ = project(MATRIX, np.stack([start, end]), W, H)
        for part in np.linspace(0, 1, 400):
            nearest = min(nearest, float(np.hypot(*(a + (b - a) * part - at))))
    return nearest


def test_samples_lie_along_the_line_and_the_rays(frame: MapFrame) -> None:
    places, weight = samples(frame, MATRIX, W, H)
    assert (weight > 0).all()
    assert (weight <= 1).all()
    full = places[weight == 1.0]
    assert len(full) > 10
    assert max(away_from_piece(frame, at) for at in full[::7]) < 1.0
    assert min(weight) < 0.2  # what is old counts less


def test_the_background_is_quiet_beside_the_path_and_as_it_was_away_from_it(frame: MapFrame) -> None:
    recent = replace(frame.line, points=frame.line.points[:0], first=frame.line.first[:0], last=frame.line.last[:0])
    quiet = quietness(replace(frame, line=recent), MATRIX, W, H)  # the rays alone
    assert quiet.max() == 1.0
    assert 0 < (quiet > 0).mean() < 0.9
    row = frame.current
    alone = replace(frame, line=recent, path=replace(frame.path, points=frame.path.points.copy()))
    alone.path.points[row - 1] = alone.path.points[row]
    for r, c in np.argwhere(quiet == 0)[::60]:
        assert away_from_piece(alone, np.array([c, r], np.float32) * CELL) > (REACH - 1.5) * CELL
    for r, c in np.argwhere(quiet > 0.95)[::20]:
        assert away_from_piece(alone, np.array([c, r], np.float32) * CELL) < CELL


def test_without_path_and_rays_nothing_is_quiet(frame: MapFrame) -> None:
    line = replace(frame.line, points=frame.line.points[:0], first=frame.line.first[:0], last=frame.line.last[:0])
    nothing = replace(frame, line=line, fan=replace(frame.fan, current=frame.fan.current & False), current=-1)
    assert not quietness(nothing, MATRIX, W, H).any()


def test_a_box_on_a_line_is_taken_and_one_beside_it_is_free() -> None:
    occupied = Occupied()
    assert occupied.is_free((100, 100, 160, 120))
    occupied.add_lines(np.array([[x, 110.0] for x in range(0, 400, 8)] + [[-50, 9e9]], np.float32), 640, 360)
    assert not occupied.is_free((100, 100, 160, 120))
    assert occupied.is_free((100, 130, 160, 150))
    assert occupied.is_free((420, 100, 480, 120))
    assert occupied.is_free((-30, -30, -10, -10))


def test_the_option_dims_points_beside_the_path_alone_and_keeps_their_hue(qtbot: QtBot) -> None:
    stage = Stage(qtbot, crowded(fifty_steps()))
    made = []
    for where in ("all spaces", "hidden states"):  # which these are not
        stage.ui = stage.ui.with_option("meaning_space", "quiet", where)
        stage.paint()
        image = stage.view.figure_ground(960, 640, False)
        made.append(pixels(image)[..., :3].astype(np.float64))
    veiled, plain = made
    frame = stage.view.viewport.frame
    assert frame is not None
    assert frame.space == EMBEDDING
    ground = np.median(plain.reshape(-1, 3), axis=0)
    changed = np.abs(veiled - plain).max(axis=2) > 3
    assert 0.001 < changed.mean() < 0.6
    near, was = veiled[changed] - ground, plain[changed] - ground
    assert np.linalg.norm(near, axis=1).mean() < 0.8 * np.linalg.norm(was, axis=1).mean()
    bright = np.linalg.norm(was, axis=1) > 60
    same = (near[bright] * was[bright]).sum(axis=1)
    lengths = np.linalg.norm(near[bright], axis=1) * np.linalg.norm(was[bright], axis=1)
    assert np.median(same / np.maximum(lengths, 1e-6)) > 0.98  # towards the ground, not towards another colour


def test_the_background_is_as_quiet_while_the_map_moves_as_at_rest(qtbot: QtBot) -> None:
    """The veil may be a picture or two late, which so small a turn does not show."""
    stage = Stage(qtbot, crowded(fifty_steps()))
    stage.view.pane.paced = False
    seen: dict[str, list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]] = {}
    for where in ("all spaces", "nowhere"):
        stage.ui = stage.ui.with_option("meaning_space", "quiet", where)
        stage.paint()
        stage.rest()
        canvas = stage.view.canvas
        assert canvas is not None
        pictures = seen[where] = []
        for azimuth in (20.0, 20.02, 20.04, 20.04):  # the last one stands still
            stage.view.viewport.set_camera(azimuth, 10.0, 0.8)
            canvas.redraw()
            pictures.append(pixels(canvas.grabFramebuffer())[..., :3].astype(np.float64))
    moving, resting = seen["all spaces"][2:]
    dimmed = np.abs(seen["nowhere"][3] - resting).mean()
    assert dimmed > 0.1
    assert np.abs(moving - resting).mean() < 0.25 * dimmed
