"""At any number of points the eye sees kinds: measured in pictures of clusters of one kind each, as CIE 1976 L*a*b*.

A map of 300 must not be a dim smudge, and one of 262,144 must not burn out to white.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING, F32, Background, Layout
from engine.run import MapState, Run
from tests.helpers.map_stage import pixels
from tests.helpers.runs import fifty_steps
from viz.camera import Camera, project
from viz.map.data.camera_places import home
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.paint.overlay import Overlay
from viz.map.paint.portrait import Portrait
from viz.theme import rgb, theme
from viz.ui_state import UiState

W, H = 640, 400
KINDS = 6
WHITE = np.array([0.95047, 1.0, 1.08883])
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colours: F32) -> F32:
    """[..., 3] L*a*b* of sRGB in 0..1."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    part = linear @ XYZ.T / WHITE
    f = np.where(part > (6 / 29) ** 3, np.cbrt(part), part * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def clusters(n: int) -> Run:
    """A run on a map of six clusters of one kind each, the first dense and small, the last wide and thin."""
    random = np.random.default_rng(1)
    angle = np.arange(KINDS) * 2 * np.pi / KINDS
    middles = np.stack([np.cos(angle), 0.7 * np.sin(angle), 0 * angle], axis=1) * 3
    kind = random.choice(KINDS, n, p=np.array([0.3, 0.2, 0.2, 0.1, 0.1, 0.1]))
    wide = np.array([0.2, 0.3, 0.4, 0.5, 0.6, 0.7])[kind]
    points = (middles[kind] + random.normal(0, 1, (n, 3)) * wide[:, None]).astype(np.float32)
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "a test", f"{n}", 0.3, 0.2, 0.01, 500)
    background = Background(EMBEDDING, np.zeros(n, np.int32), np.ones(n, np.float32), kind.astype(np.uint8))
    run = fifty_steps()
    run.maps = {EMBEDDING: MapState(background, [layout])}
    return run


@pytest.mark.parametrize("name", ["dark", "print"])
@pytest.mark.parametrize("n", [300, 262_144])
def test_kinds_are_told_apart_and_nothing_burns_out(qtbot: QtBot, n: int, name: str) -> None:
    colours = theme(name)
    frame = map_frame(clusters(n), UiState(), Settings(colour="cluster", landmarks=False))
    camera = home(frame, Camera(azimuth=0, elevation=0), W, H)
    portrait = Portrait(frame, colours, np.zeros(0, np.int64), Overlay(), 1.0, lambda width, height: camera)
    picture = np.asarray(pixels(portrait.image(QSize(W, H), False, lines=False))[..., :3] / 255, np.float32)
    shown, ground = lab(picture), lab(rgb(colours.ground))
    seen, _ = project(camera.matrix(W, H), frame.points, W, H)
    assert frame.colours is not None
    assert frame.colours.codes is not None
    middles = []
    for kind in range(KINDS):
        own = seen[frame.colours.codes == kind]
        away = np.linalg.norm(own - np.median(own, axis=0), axis=1)
        at = own[away < np.median(away)].astype(int)
        middles.append(np.median(shown[at[:, 1], at[:, 0]], axis=0))
    told = np.stack(middles)
    assert np.linalg.norm(told - ground, axis=1).min() > 25  # each is plain to see
    apart = np.linalg.norm(told[:, None] - told[None], axis=-1)[np.triu_indices(KINDS, 1)]
    assert apart.min() > 15  # and in a colour of its own; 2.3 can just be noticed
    burnt = (picture > 0.93).all(axis=2) if colours.is_dark else (picture < 0.1).all(axis=2)
    assert burnt.mean() < 0.0005
    brightness = shown[..., 0][np.linalg.norm(shown - ground, axis=2) > 12]
    assert np.ptp(np.quantile(brightness, (0.05, 0.95))) > 25  # crowded places are told from empty ones
