"""What is written over the map can be read whatever lies behind it: WCAG's 4.5:1, measured in painted pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from engine.records import F32, Bools
from tests.helpers.map_stage import crowded, pixels
from tests.helpers.runs import branched
from viz.camera import Camera
from viz.charts.colours import contrast
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.paint import text
from viz.map.paint.overlay import Overlay
from viz.map.paint.text import readable
from viz.theme import Theme, names, rgb, theme
from viz.ui_state import UiState

W, H = 760, 560


def painted(overlay: Overlay, colours: Theme) -> F32:
    """[H, W, 3] statement, legend and labels over stripes of all that a map can have behind them, in 0..1."""
    frame = map_frame(crowded(branched()), UiState(), Settings())
    frame = replace(frame, selection=(7,), hover_token=9)
    image = QImage(W, H, QImage.Format.Format_RGBA8888)
    painter = QPainter(image)
    behind = [*colours.categories, colours.text, colours.path, colours.fan, colours.ground]
    for x in range(0, W, 6):
        painter.fillRect(x, 0, 6, H, QColor(behind[x // 6 % len(behind)]))
    camera = Camera(distance=2.4)
    composition = overlay.compose(frame, colours, camera, W, H, 1.0)
    assert {label.kind for label in composition.labels} >= {"current", "fan", "path", "landmark", "mark"}
    overlay.paint(painter, frame, colours, camera, composition, W, H, 1.0)
    painter.end()
    return np.asarray(pixels(image)[..., :3] / 255, np.float32)


def grown(mask: Bools) -> Bools:
    """And the pixels beside."""
    made = mask.copy()
    for axis in (0, 1):
        for step in (-1, 1):
            made |= np.roll(mask, step, axis)
    return made


def luminances(colours: F32) -> F32:
    """[n] relative luminance of [n, 3] sRGB colours, as WCAG 2.2 defines it."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), np.float32)


@pytest.mark.parametrize("name", names())
def test_around_every_letter_there_is_enough_contrast(
    qapp: QApplication, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours = theme(name)
    inks: set[str] = set()

    def noted(colour: str, halo: str, back: float) -> str:
        inks.add(readable(colour, halo, back))
        return readable(colour, halo, back)

    monkeypatch.setattr(text, "readable", noted)
    written = painted(Overlay(), colours)
    monkeypatch.setattr(text, "readable", lambda colour, halo, back: halo)
    without = painted(Overlay(), colours)
    letters = np.abs(written - without).max(axis=2) > 0.1
    around = without[grown(letters) & ~letters]
    assert len(around) > 3000
    assert len(inks) > 3
    behind = luminances(around)
    for ink in inks:
        own = luminances(rgb(ink))
        reached = (np.maximum(own, behind) + 0.05) / (np.minimum(own, behind) + 0.05)
        assert np.quantile(reached, 0.02) >= 4.5


@pytest.mark.parametrize("name", names())
def test_a_colour_that_is_readable_is_left_and_one_that_stands_back_stays_readable(name: str) -> None:
    colours = theme(name)
    for colour in (colours.text, colours.muted, colours.path, colours.accent, *colours.categories):
        plain, back = readable(colour, colours.ground, 0.0), readable(colour, colours.ground, 0.9)
        assert contrast(rgb(plain), rgb(colours.ground)) >= contrast(rgb(back), rgb(colours.ground)) >= 4.5
    assert readable(colours.text, colours.ground, 0.0) == colours.text
    assert readable(colours.text, colours.ground, 0.3) != colours.text
