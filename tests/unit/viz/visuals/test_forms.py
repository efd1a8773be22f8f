"""The forms of points: the formula that OpenGL draws by, the outlines that painters fill, and that none is another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from vispy import gloo

from engine.records import F32, TOKEN_KINDS
from viz.camera import Camera
from viz.map.paint.form_swatch import draw_form, path_of
from viz.visuals.forms import FORMS, NAMES, ROUND, covers, form_of
from viz.visuals.points import GROWS, Points
from viz.visuals.surface import OffScreen

SIDE = 96
PLACE = np.zeros((1, 3), np.float32)
CAMERA = Camera(distance=3.0)


@pytest.fixture(scope="module")
def off(qapp: QApplication) -> Iterator[OffScreen]:
    made = OffScreen(SIDE, SIDE)
    made.surface.begin()
    gloo.set_state(blend=True, depth_test=False, blend_func=("one", "one_minus_src_alpha"))
    yield made
    made.close()


def sprite(off: OffScreen, form: int, pixels: float, formed: bool = True) -> F32:
    """[SIDE, SIDE] how much of a point in the middle is seen."""
    points = Points()
    points.set_places(PLACE, PLACE)
    points.set_colours(np.array([[1, 1, 1, 1]], np.float32))
    points.set_forms(np.array([form], np.uint8) if formed else None)
    matrix = CAMERA.matrix(SIDE, SIDE)
    draw = lambda: points.draw(matrix, 1.0, pixels, 3.0, 1.0, 0.0, 0.6, 1.0, 90.0)  # noqa: E731
    return np.asarray(off.render(draw, (0, 0, 0, 1))[..., 0], np.float32)


def grid(pixels: float) -> tuple[F32, F32]:
    """x and y over a sprite of so many pixels in the middle of the picture, y downwards."""
    at = (np.arange(SIDE, dtype=np.float32) + 0.5 - SIDE / 2) / (pixels / 2)
    x, y = np.meshgrid(at, at)
    return x.astype(np.float32), y.astype(np.float32)


def test_every_kind_of_token_has_a_form_of_its_own() -> None:
    assert len({form_of(kind, len(TOKEN_KINDS)) for kind in range(len(TOKEN_KINDS))}) == len(TOKEN_KINDS)
    assert form_of(3, len(NAMES) + 1) == "disc"  # more categories than forms


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_large_sprite_is_its_form_and_the_outline_of_the_legend_is_the_same(off: OffScreen, name: str) -> None:
    drawn = sprite(off, NAMES.index(name), 80.0)
    seen = drawn > drawn.max() / 2
    x, y = grid(80.0)
    wanted = covers(FORMS[name], x, y) > 0  # type: ignore[index]
    assert (seen != wanted).mean() < 0.02
    path = path_of(name, QRectF(SIDE / 2 - 40, SIDE / 2 - 40, 80, 80))  # type: ignore[arg-type]
    inside = np.array([[path.contains(QPointF(i + 0.5, j + 0.5)) for i in range(SIDE)] for j in range(SIDE)])
    assert (inside != wanted).mean() < (0.08 if name in ROUND else 0.01)  # painters have circles for octagons


def test_forms_differ_in_much_of_their_area() -> None:
    x, y = grid(80.0)
    shapes = {name: covers(form, x, y) for name, form in FORMS.items()}
    for one, other in combinations(shapes.values(), 2):
        assert np.abs(one - other).sum() > 0.15 * max(one.sum(), other.sum())


def test_a_small_sprite_is_a_soft_disc_whatever_its_form(off: OffScreen) -> None:
    plain = sprite(off, 0, GROWS[0], formed=False)
    for form in range(len(NAMES)):
        np.testing.assert_array_equal(sprite(off, form, GROWS[0]), plain)
    assert not np.array_equal(sprite(off, 1, GROWS[1]), sprite(off, 0, GROWS[1]))


def test_a_form_in_a_legend_is_filled_in_its_colour(qapp: QApplication) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    for name in NAMES:
        picture.fill(QColor("black"))
        painter = QPainter(picture)
        draw_form(painter, QRectF(5, 5, 30, 30), name, QColor("#ff0000"))
        painter.end()
        assert (picture.pixelColor(20, 20) == QColor("#ff0000")) != FORMS[name].hollow
