"""The visuals, drawn off screen: that a place is drawn where the camera sees it, in its colour and width."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from vispy import gloo

from engine.records import F32
from viz.camera import Camera, project
from viz.visuals.discs import Discs
from viz.visuals.glow import Glow
from viz.visuals.points import Points
from viz.visuals.renderer import is_available
from viz.visuals.ribbons import Ribbons, vertices
from viz.visuals.shapes import Marks, Segments, joined
from viz.visuals.surface import OffScreen, Pixels

W, H = 320, 240
CAMERA = Camera(azimuth=20, elevation=10, distance=3.0)
MATRIX = CAMERA.matrix(W, H)
BLACK = (0.0, 0.0, 0.0, 1.0)
CORNERS = np.array([[-0.8, 0.6, 0], [0.8, 0.6, 0], [-0.8, -0.6, 0], [0.8, -0.6, 0]], np.float32)


@pytest.fixture
def off(qapp: QApplication) -> Iterator[OffScreen]:
    made = OffScreen(W, H)
    made.surface.begin()
    gloo.set_state(blend=True, depth_test=False, blend_func=("one", "one_minus_src_alpha"))
    yield made
    made.close()


def at(picture: Pixels, place: F32) -> list[int]:
    """The brightest colour within two pixels of where a place is seen."""
    pixels, _ = project(MATRIX, place.reshape(1, 3), W, H)
    x, y = np.round(pixels[0]).astype(int)
    spot = picture[y - 2 : y + 3, x - 2 : x + 3, :3].reshape(-1, 3)
    return [int(v) for v in spot[spot.sum(axis=1).argmax()]]


def test_there_is_opengl_here(qapp: QApplication) -> None:
    assert is_available()


def test_points_are_seen_where_they_are(off: OffScreen) -> None:
    points = Points()
    points.set_places(CORNERS, CORNERS)
    colours = np.array([[1, 0, 0, 2], [0, 1, 0, 2], [0, 0, 1, 2], [1, 1, 0, 2]], np.float32)
    points.set_colours(colours)
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 1.0), BLACK)
    for place, colour in zip(CORNERS, colours, strict=True):
        seen = at(picture, place)
        assert [v > 150 for v in seen] == [bool(c) for c in colour[:3]]
    assert picture.shape == (H, W, 4)


def test_points_on_the_way_are_half_way(off: OffScreen) -> None:
    points = Points()
    points.set_places(CORNERS, -CORNERS)
    points.set_colours(np.full((4, 4), 2, np.float32))
    half = off.render(lambda: points.draw(MATRIX, 0.5, 8.0, 3.0, 1.0, 0.0, 1.0), BLACK)
    assert max(at(half, np.zeros(3, np.float32))) > 200
    assert max(at(half, CORNERS[0])) == 0


def test_points_that_lie_over_one_another_keep_their_colour(off: OffScreen) -> None:
    """However many there are: light that added up would burn out to white."""
    points = Points()
    places = np.zeros((400, 3), np.float32)
    points.set_places(places, places)
    points.set_colours(np.tile(np.array([0.4, 0.6, 0.9, 1], np.float32), (400, 1)))
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 0.5), BLACK)
    np.testing.assert_allclose(at(picture, places[0]), np.array([0.4, 0.6, 0.9]) * 255, atol=3)


def test_of_two_kinds_at_one_place_both_are_seen_in_whatever_order_they_come(off: OffScreen) -> None:
    points = Points()
    places = np.zeros((400, 3), np.float32)
    points.set_places(places, places)
    kinds = np.repeat(np.array([[1, 0, 0, 1], [0, 0, 1, 1]], np.float32), 200, axis=0)  # all red ones come first
    points.set_colours(kinds)
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 0.02), BLACK)
    red, green, blue = at(picture, places[0])
    assert green == 0
    assert red == pytest.approx(blue, abs=60)
    assert red + blue > 240


def test_a_point_that_stands_out_lies_on_top_and_a_weak_one_is_fainter(off: OffScreen) -> None:
    points = Points()
    places = np.zeros((300, 3), np.float32)
    colours = np.tile(np.array([0.3, 0.3, 0.3, 1], np.float32), (300, 1))
    colours[150] = (0, 1, 0, 1.5)
    points.set_places(places, places)
    points.set_colours(colours)
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 0.9), BLACK)
    assert at(picture, places[0])[1] > 200
    points.set_places(CORNERS, CORNERS, np.array([1, 1, 1, 0.25], np.float32))
    points.set_colours(np.ones((4, 4), np.float32))
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 0.8), BLACK)
    assert max(at(picture, CORNERS[3])) == pytest.approx(max(at(picture, CORNERS[0])) / 4, rel=0.15)


def test_what_is_far_is_fainter(off: OffScreen) -> None:
    _, _, towards = CAMERA.basis()
    places = np.stack([towards * 0.9, -towards * 0.9 + [0.3, 0.3, 0]]).astype(np.float32)
    points = Points()
    points.set_places(places, places)
    points.set_colours(np.ones((2, 4), np.float32))
    picture = off.render(lambda: points.draw(MATRIX, 1.0, 6.0, 3.0, 1.0, 0.9, 1.0), BLACK)
    assert max(at(picture, places[0])) > 2 * max(at(picture, places[1])) > 0


def one_segment(width: float, head: float = 0.0, order: float = 0.0) -> Segments:
    return Segments(
        np.array([[-0.8, 0, 0]], np.float32),
        np.array([[0.8, 0, 0]], np.float32),
        np.full((1, 2), width, np.float32),
        np.ones((1, 2, 4), np.float32),
        np.array([order], np.float32),
        np.ones(1, np.float32),
        np.array([head], np.float32),
    )


@pytest.mark.parametrize("width", [2.0, 7.0, 15.0])
def test_a_line_is_as_wide_as_asked(off: OffScreen, width: float) -> None:
    ribbons = Ribbons()
    ribbons.set_segments(one_segment(width))
    flat = Camera(distance=3.0, flat=True).matrix(W, H)
    picture = off.render(lambda: ribbons.draw(flat, (W, H), 1.0, 10.0, 0.0), BLACK)
    column = picture[:, W // 2, 0].astype(float).sum() / 255
    assert column == pytest.approx(width, abs=0.6)


def test_a_line_grows_as_it_appears(off: OffScreen) -> None:
    ribbons = Ribbons()
    ribbons.set_segments(one_segment(6.0, order=1.0))
    flat = Camera(distance=3.0, flat=True).matrix(W, H)
    lengths = []
    for now in (-0.5, 0.3, 0.6, 1.0):
        picture = off.render(lambda n=now: ribbons.draw(flat, (W, H), 1.0, n, 0.0), BLACK)  # type: ignore[misc]
        lengths.append(int((picture[H // 2, :, 0] > 100).sum()))
    assert lengths[0] == 0
    assert lengths == sorted(lengths)
    assert lengths[3] > lengths[1] > 0


def test_an_arrow_head_points_along(off: OffScreen) -> None:
    ribbons = Ribbons()
    head = one_segment(0.0, head=40.0)
    wide = Segments(head.start, head.end, np.array([[30, 0]], np.float32), *(getattr(head, n) for n in REST))
    ribbons.set_segments(wide)
    flat = Camera(distance=3.0, flat=True).matrix(W, H)
    picture = off.render(lambda: ribbons.draw(flat, (W, H), 1.0, 10.0, 0.0), BLACK)
    columns = (picture[..., 0] > 100).sum(axis=0)
    filled = np.flatnonzero(columns)
    assert len(filled) == pytest.approx(40, abs=4)
    assert columns[filled[2]] > 3 * columns[filled[-3]]


REST = ("colour", "order", "rate", "head")


def test_a_line_from_behind_the_camera_is_cut(off: OffScreen) -> None:
    _, _, towards = CAMERA.basis()
    ribbons = Ribbons()
    plain = one_segment(4.0)
    start = (towards * 6)[None].astype(np.float32)
    ribbons.set_segments(Segments(start, plain.end, plain.width, *(getattr(plain, name) for name in REST)))
    picture = off.render(lambda: ribbons.draw(MATRIX, (W, H), 1.0, 10.0, 0.0), BLACK)
    assert max(at(picture, plain.end[0] * 0.98)) > 100
    assert (picture[..., 0] > 100).mean() < 0.2


def test_vertices_share_their_ends() -> None:
    both = joined([one_segment(2.0), one_segment(3.0)])
    made = vertices(both)
    assert len(made) == 8
    np.testing.assert_array_equal(made["a_start"][:4], np.repeat(both.start[:1], 4, axis=0))
    assert made["a_width"][4:].max() == 3.0


def test_discs_keep_their_size_and_rings_are_hollow(off: OffScreen) -> None:
    places = CORNERS[:2]
    look = np.array([[20, -10, 0, 0], [20, -10, 0, 3]], np.float32)
    discs = Discs()
    discs.set_marks(Marks(places, np.ones((2, 4), np.float32), look))
    black = np.zeros(3, np.float32)
    for camera in (Camera(distance=3.0, flat=True), Camera(distance=6.0, flat=True)):
        matrix = camera.matrix(W, H)
        picture = off.render(lambda m=matrix: discs.draw(m, 1.0, 10.0, black, 0.0), BLACK)  # type: ignore[misc]
        pixels, _ = project(matrix, places, W, H)
        (x0, y0), (x1, y1) = np.round(pixels).astype(int).tolist()
        assert picture[y0, x0, 0] > 240
        assert picture[y1, x1, 0] < 20
        assert picture[y1, x1 - 9 : x1 - 6, 0].max() > 200
        assert (picture[y0 - 14 : y0 + 15, x0, 0] > 100).sum() == pytest.approx(14, abs=3)  # the disc within its rim


def test_the_nebula_is_brightest_where_points_crowd(off: OffScreen) -> None:
    rng = np.random.default_rng(0)
    dense = rng.normal((-0.5, 0, 0), 0.1, (4000, 3))
    thin = rng.normal((0.6, 0, 0), 0.1, (40, 3))
    places = np.concatenate([dense, thin]).astype(np.float32)
    glow = Glow()
    glow.set_places(places, places)
    glow.set_colours(np.ones((len(places), 4), np.float32))
    glow.gather(MATRIX, 1.0, (W, H), 3.0, 0.0, 0.5, BLACK)
    picture = off.render(glow.spread, BLACK)
    left, right = at(picture, np.array([-0.5, 0, 0], np.float32)), at(picture, np.array([0.6, 0, 0], np.float32))
    assert left[0] > 60
    assert left[0] > 3 * right[0]
    assert picture[2, 2, 0] < 8


def test_nothing_is_drawn_of_nothing(off: OffScreen) -> None:
    points, ribbons, discs, glow = Points(), Ribbons(), Discs(), Glow()
    none = np.zeros((0, 3), np.float32)
    ribbons.set_segments(joined([one_segment(1.0)]))
    empty = Segments(none, none, np.zeros((0, 2), np.float32), np.zeros((0, 2, 4), np.float32), *[none[:, 0]] * 3)
    ribbons.set_segments(empty)
    discs.set_marks(Marks(none, np.zeros((0, 4), np.float32), np.zeros((0, 4), np.float32)))
    glow.gather(MATRIX, 1.0, (W, H), 3.0, 0.0, 0.5, BLACK)

    def draw() -> None:
        points.draw(MATRIX, 1.0, 4.0, 3.0, 1.0, 0.0, 1.0)
        ribbons.draw(MATRIX, (W, H), 1.0, 1.0, 0.0)
        discs.draw(MATRIX, 1.0, 1.0, np.zeros(3, np.float32), 0.0)
        glow.spread()

    assert not off.render(draw, BLACK)[..., :3].any()


def test_two_surfaces_do_not_disturb_each_other(off: OffScreen) -> None:
    points = Points()
    points.set_places(CORNERS, CORNERS)
    points.set_colours(np.full((4, 4), 2, np.float32))

    def draw() -> None:
        gloo.set_state(blend=True, depth_test=False, blend_func=("one", "one_minus_src_alpha"))
        points.draw(MATRIX, 1.0, 8.0, 3.0, 1.0, 0.0, 1.0)

    before = off.render(draw, BLACK)
    other = OffScreen(64, 64)
    other.surface.begin()
    assert not other.render(lambda: None, BLACK)[..., :3].any()
    other.close()
    np.testing.assert_array_equal(off.render(draw, BLACK), before)
