"""How the map is looked at, without a window: which way a drag goes, where the camera comes to rest, what is marked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.records import EMBEDDING
from tests.helpers.runs import fifty_steps, grow, likely
from viz.camera import HOME_AZIMUTH, HOME_ELEVATION, project
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.viewport import Viewport
from viz.theme import theme
from viz.ui_state import UiState

SIZE = (800.0, 600.0)


class Shown:
    """A viewport on a run, with how often it asked for a picture."""

    def __init__(self) -> None:
        self.run, self.pictures = fifty_steps(), 0
        self.viewport = Viewport(lambda: SIZE, self._redraw)
        self.show()

    def _redraw(self) -> None:
        self.pictures += 1

    def show(self, flat: bool = False) -> None:
        """Take over a frame, and be where its motions end."""
        frame = map_frame(self.run, UiState(), Settings(flat=flat))
        self.viewport.show(frame, theme("dark"), 1.0)
        self.viewport.motion.settle()

    def seen(self, place: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> tuple[float, float]:
        pixels, _ = project(self.viewport.matrix(), place.reshape(1, 3), *SIZE)
        return float(pixels[0, 0]), float(pixels[0, 1])


@pytest.fixture
def shown() -> Shown:
    return Shown()


def test_what_is_dragged_follows_the_pointer(shown: Shown) -> None:
    middle = np.zeros(3, np.float32)
    before = shown.seen(middle)
    shown.viewport.pan(40, -25)
    after = shown.seen(middle)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((40, -25), abs=0.5)
    assert shown.pictures == 1


def test_the_near_side_turns_with_the_pointer(shown: Shown) -> None:
    near = shown.viewport.motion.camera.basis()[2] * np.float32(0.5)  # half way to the viewer
    before = shown.seen(near)
    shown.viewport.turn(60, 0)
    across = shown.seen(near)
    assert across[0] > before[0] + 5
    shown.viewport.turn(0, 30)
    assert shown.seen(near)[1] > across[1] + 5


def test_zooming_keeps_what_lies_under_the_pointer(shown: Shown) -> None:
    place = np.array([0.3, 0.2, 0.0], np.float32)
    for flat in (True, False):
        shown.show(flat=flat)
        if not flat:  # in the plane through the target that faces the viewer
            right, up, _ = shown.viewport.motion.camera.basis()
            place = np.asarray(0.3 * right + 0.2 * up, np.float32)
        x, y = shown.seen(place)
        distance = shown.viewport.motion.camera.distance
        shown.viewport.zoom(0.5, x, y)
        assert shown.viewport.motion.camera.distance == pytest.approx(distance / 2)
        assert shown.seen(place) == pytest.approx((x, y), abs=0.5)


def test_the_camera_stays_where_a_person_put_it_until_it_is_sent_home(shown: Shown) -> None:
    home = shown.viewport.motion.camera
    shown.viewport.turn(80, 10)
    put = shown.viewport.motion.camera
    grow(shown.run, [likely(shown.run)])
    shown.show()
    shown.viewport.fit()
    assert shown.viewport.motion.camera == put
    shown.viewport.go_home()
    shown.viewport.motion.settle()
    assert shown.viewport.motion.camera.azimuth == home.azimuth
    assert shown.viewport.motion.camera == shown.viewport.home(home)


def test_another_dimension_begins_anew(shown: Shown) -> None:
    shown.viewport.turn(80, 10)
    shown.show(flat=True)
    assert shown.viewport.is_flat
    assert shown.viewport.motion.camera.flat
    assert not shown.viewport.touched


def test_a_figure_of_another_shape_keeps_angles_and_relative_distance(shown: Shown) -> None:
    shown.viewport.set_camera(40, 20, 0.5)
    wide, tall = shown.viewport.in_size(1600, 400), shown.viewport.in_size(400, 1600)
    assert (wide.azimuth, wide.elevation) == (tall.azimuth, tall.elevation) == (40, 20)
    for camera, size in ((wide, (1600.0, 400.0)), (tall, (400.0, 1600.0))):
        assert camera.distance == pytest.approx(0.5 * shown.viewport.home(camera, size).distance)


def test_points_set_out_from_the_layout_before(shown: Shown) -> None:
    state = shown.run.maps[EMBEDDING]
    before = shown.viewport.frame
    assert before is not None
    np.testing.assert_array_equal(shown.viewport.start, before.points)
    state.choose(replace(state.layout, points3=state.layout.points3[::-1].copy(), key="other"))
    after = map_frame(shown.run, UiState(), Settings())
    shown.viewport.show(after, theme("dark"), 1.0)
    seen = shown.viewport.seen
    assert seen is not None
    np.testing.assert_allclose(seen.points, before.points)
    np.testing.assert_array_equal(shown.viewport.start, before.points)
    shown.viewport.motion.settle()
    assert shown.viewport.seen is after


def test_what_a_search_found_is_another_picture(shown: Shown) -> None:
    drawn = shown.viewport.changes
    shown.viewport.set_matches(np.array([3, 5]))
    assert shown.viewport.matches.tolist() == [3, 5]
    shown.viewport.clear_matches()
    assert not len(shown.viewport.matches)
    assert shown.viewport.changes == drawn + 2
    assert shown.pictures == 2


# -- two maps beside each other ------------------------------------------------------------------------------------


@pytest.fixture
def twins() -> tuple[Viewport, Viewport]:
    """Two viewports of the same points laid out differently, looked at together."""
    run = fifty_steps()
    state = run.maps[EMBEDDING]
    other = replace(state.layout, algorithm="pca", points3=state.layout.points3[::-1].copy(), key="other")
    state.layouts.append(other)
    frame = map_frame(run, UiState(), Settings(second="PCA"))
    assert frame.second is not None
    made = Viewport(lambda: SIZE, lambda: None), Viewport(lambda: SIZE, lambda: None)
    for viewport, shown_there in zip(made, (frame, frame.second), strict=True):
        viewport.show(shown_there, theme("dark"), 1.0)
        viewport.motion.settle()
    made[0].twin, made[1].twin = made[1], made[0]
    made[0].linked = made[1].linked = True
    return made


def at(viewport: Viewport, row: int) -> tuple[float, float]:
    assert viewport.frame is not None
    pixels, _ = project(viewport.matrix(), viewport.frame.points[row : row + 1], *SIZE)
    return float(pixels[0, 0]), float(pixels[0, 1])


def sides(viewport: Viewport) -> tuple[float, float]:
    camera = viewport.motion.destination
    return camera.azimuth, camera.elevation


@pytest.mark.parametrize("which", [0, 1])
def test_linked_maps_turn_together_and_pan_alone(twins: tuple[Viewport, Viewport], which: int) -> None:
    one, other = twins[which], twins[1 - which]
    one.turn(80, 10)
    assert sides(one) == sides(other) != (HOME_AZIMUTH, HOME_ELEVATION)
    before = other.motion.camera
    one.pan(40, 20)
    assert other.motion.camera == before
    one.linked = other.linked = False
    one.turn(30, 0)
    assert sides(one) != sides(other)


def test_linked_maps_zoom_to_the_same_point(twins: tuple[Viewport, Viewport]) -> None:
    one, other = twins
    row = 17
    before = at(one, row), at(other, row)
    assert np.hypot(before[0][0] - before[1][0], before[0][1] - before[1][1]) > 20  # it lies elsewhere there
    far = other.motion.camera.distance
    one.zoom(0.5, *before[0])
    assert other.motion.camera.distance == pytest.approx(0.5 * far)
    assert at(one, row) == pytest.approx(before[0], abs=2)
    assert at(other, row) == pytest.approx(before[1], abs=2)
    other.linked = one.linked = False
    one.zoom(0.5, *before[0])
    assert other.motion.camera.distance == pytest.approx(0.5 * far)


def test_a_flight_to_a_point_goes_to_its_place_on_both(twins: tuple[Viewport, Viewport]) -> None:
    one, other = twins
    for viewport in twins:
        assert viewport.frame is not None
    one.fly_to(one.frame.points[9], 9)  # type: ignore[union-attr]
    assert one.motion.destination.target == pytest.approx(one.frame.points[9].tolist())  # type: ignore[union-attr]
    assert other.motion.destination.target == pytest.approx(other.frame.points[9].tolist())  # type: ignore[union-attr]
    one.go_home()
    assert one.motion.destination == one.home(one.motion.destination)
    assert other.motion.destination == other.home(other.motion.destination)


def test_a_search_marks_on_both(twins: tuple[Viewport, Viewport]) -> None:
    one, other = twins
    one.set_matches(np.array([3, 4]))
    assert other.matches.tolist() == [3, 4]
    other.clear_matches()
    assert not len(one.matches)
