"""Labels never cover each other, whatever the camera; landmarks are whole words spread over the map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from engine.records import TOKEN_KINDS, Vocabulary
from tests.helpers.map_stage import crowded
from tests.helpers.runs import branched, fifty_steps
from viz.camera import Camera
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.landmarks import (
    candidates,
    regions,
    spread_order,
    whole_words,
)
from viz.map.data.path import NO_PATH
from viz.map.data.path_line import NO_LINE
from viz.map.data.settings import Settings
from viz.map.input.targets import Sight, Target, place_of
from viz.map.paint.composition import within
from viz.map.paint.label_layout import Occupied, Wish, place
from viz.map.paint.labels import quoted
from viz.map.paint.overlay import Overlay
from viz.map.paint.point_names import readable
from viz.theme import theme
from viz.ui_state import UiState

Box = tuple[float, float, float, float]


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


wishes = st.lists(
    st.builds(
        Wish,
        st.floats(-50, 850),
        st.floats(-50, 650),
        st.floats(5, 160),
        st.floats(8, 30),
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)


@given(wishes)
def test_what_is_placed_overlaps_nothing_and_stays_in_view(asked: list[Wish]) -> None:
    taken: Box = (300.0, 200.0, 420.0, 260.0)
    spots = place(asked, 800, 600, Occupied([taken]))
    boxes: list[Box] = [taken]
    for wish, spot in zip(asked, spots, strict=True):
        if spot is None:
            continue
        box = (spot.left, spot.top, spot.left + wish.width, spot.top + wish.height)
        assert box[0] >= 0
        assert box[2] <= 800.001
        assert box[1] >= 0
        assert box[3] <= 600.001
        assert not any(overlap(box, other) for other in boxes)
        boxes.append(box)


def test_a_label_that_must_be_shown_finds_room_far_off_with_a_leader() -> None:
    crowd = Occupied([(200.0, 100.0, 600.0, 500.0)])
    plain, urgent = place([Wish(400, 300, 60, 20), Wish(400, 300, 60, 20, must=True)], 800, 600, crowd)
    assert plain is None
    assert urgent is not None
    assert urgent.leader


def test_the_more_important_label_gets_the_place() -> None:
    first, second = place([Wish(400, 300, 60, 20, centred=True)] * 2, 800, 600, Occupied())
    assert first is not None
    assert second is None


@pytest.mark.parametrize("camera", [Camera(), Camera(azimuth=80, elevation=-30, distance=1.2), Camera(distance=0.4)])
@pytest.mark.parametrize(("width", "height"), [(1200, 800), (420, 300)])
def test_labels_of_a_real_frame_do_not_collide(qapp: QApplication, camera: Camera, width: int, height: int) -> None:
    run = branched()
    frame = map_frame(run, UiState(), Settings(fan_k=20, fan_cutoff=0.0))
    overlay = Overlay()
    composition = overlay.compose(frame, theme("dark"), camera, width, height, 1.0)
    boxes = [label.box for label in composition.labels]
    boxes += overlay.statement.plan(frame, theme("dark"), width, height, 1.0).boxes
    for i, box in enumerate(boxes):
        assert not any(overlap(box, other) for other in boxes[i + 1 :])
    assert composition.labels


def test_from_near_every_point_in_sight_has_its_name(qapp: QApplication) -> None:
    run = crowded(fifty_steps())
    frame = map_frame(run, UiState(), Settings(fans="none", path_labels=False))
    place = frame.points[-1]
    target = (float(place[0]), float(place[1]), float(place[2]))
    near, far = Camera(target=target, distance=0.12), Camera()
    width, height = 1100, 700
    for camera, every in ((near, True), (far, False)):
        composer = Overlay()
        made = composer.compose(frame, theme("dark"), camera, float(width), float(height), 1.0)
        rows = readable(frame, camera, camera.matrix(width, height), width, height).tolist()
        named = {label.index for label in made.labels if label.index >= 0}
        assert bool(rows) == every
        if every:
            assert len(frame.points) - 1 in rows
            assert len(named & set(rows)) > 0.6 * min(len(rows), 30)  # those that find room
            label = next(label for label in made.labels if label.index == len(frame.points) - 1)
            left, top, right, bottom = label.box
            assert made.name_at((left + right) / 2, (top + bottom) / 2) is label


@pytest.mark.parametrize(("away", "side", "arrow"), [((-60.0, 0.0, 0.0), 0, "←"), ((60.0, 0.0, 0.0), 2, "→")])
@pytest.mark.parametrize(
    ("width", "words"), [(1200, "(outlier, position 0) lies outside this view"), (400, "position 0: outside")]
)
def test_an_outlier_outside_the_view_is_named_at_its_edge_and_no_longer_once_flown_to(
    qapp: QApplication, away: tuple[float, float, float], side: int, arrow: str, width: int, words: str
) -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(fans="none", landmarks=False))
    path, camera = frame.path, Camera(azimuth=0.0, elevation=0.0)
    giant = np.arange(len(path)) == 0
    place = np.array(away, np.float32) @ camera.basis()  # to the left or right as the camera sees it
    far = replace(frame, path=replace(path, points=np.where(giant[:, None], place, path.points), left_out=giant))
    made = Overlay().compose(far, theme("dark"), camera, width, 700, 1.0)
    label = next(label for label in made.labels if "outside" in label.text)
    assert label.text.startswith(arrow)
    assert words in label.text
    assert abs(label.box[side] - (0, 0, width)[side]) < 40
    left, top, right, bottom = label.box
    target = Sight(far, made, camera.matrix(width, 700), width, 700).at((left + right) / 2, (top + bottom) / 2)
    assert target == Target("path", 0)
    x, y, z = place_of(far, target).tolist()
    flown = Overlay().compose(far, theme("dark"), replace(camera, target=(x, y, z)), width, 700, 1.0)
    assert not any("outside" in label.text for label in flown.labels)
    turned = Overlay().compose(far, theme("dark"), replace(camera, azimuth=90.0), width, 700, 1.0)  # behind or before
    assert all(0 <= at <= width for label in turned.labels if "outside" in label.text for at in label.box[::2])


def test_a_fan_label_is_found_under_the_pointer(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(fan_cutoff=0.0))
    composition = Overlay().compose(frame, theme("dark"), Camera(), 1200, 800, 1.0)
    fans = [label for label in composition.labels if label.kind == "fan"]
    assert fans
    for label in fans:
        left, top, right, bottom = label.box
        assert composition.at((left + right) / 2, (top + bottom) / 2) == label
        assert label.detail.endswith("%")
    assert composition.at(-10, -10) is None


def test_the_current_point_is_labelled_largest(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings())
    labels = Overlay().compose(frame, theme("dark"), Camera(), 1200, 800, 1.0).labels
    (current,) = [label for label in labels if label.kind == "current"]
    assert current.style.pixels == max(label.style.pixels for label in labels)


def test_a_token_is_named_once_where_it_is_both_said_and_likely(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(position=20), Settings(landmarks=False))
    ends = set(frame.fan.token_ids[frame.fan.current].tolist())
    assert ends & set(frame.path.token_ids.tolist())
    made = Overlay().compose(frame, theme("dark"), Camera(), 1400.0, 900.0, 1.0)
    named = [label for label in made.labels if label.kind == "path"]
    assert named
    assert not ends & {label.token_id for label in named}


def test_a_giant_of_the_path_is_named_however_far_back(qapp: QApplication) -> None:
    """The first token of nearly every run is one; it was a ring without a name as soon as the run had thirty tokens."""
    frame = map_frame(fifty_steps(), UiState(), Settings(fans="none", landmarks=False))
    out = np.zeros(len(frame.path), np.bool_)
    out[0] = True
    giant = replace(frame, path=replace(frame.path, left_out=out, token_ids=np.arange(len(out), dtype=np.int32)))
    made = Overlay().compose(giant, theme("dark"), Camera(), 1400.0, 900.0, 1.0)
    (label,) = [label for label in made.labels if label.node == int(giant.path.nodes[0])]
    assert "(outlier)" in label.text
    assert sum("(outlier)" in label.text for label in made.labels) == 1


@pytest.mark.parametrize(
    ("token", "text"), [(".", "“.”"), ("·-", "“·-”"), ("·", "“·”"), ("a", "a"), ("↵", "↵"), ("...", "...")]
)
def test_a_token_that_is_but_a_dot_can_be_seen(token: str, text: str) -> None:
    assert quoted(token) == text


def test_a_ray_that_leaves_the_view_is_labelled_at_its_edge() -> None:
    inside = within(np.array([400, 300], np.float32), np.array([500, 350], np.float32), 800, 600)
    assert inside == pytest.approx((500, 350))
    x, y = within(np.array([400, 300], np.float32), np.array([2000, 300], np.float32), 800, 600)
    assert x == pytest.approx(784)
    assert y == 300


def vocabulary(words: list[str]) -> Vocabulary:
    raw = [word.encode() for word in words]
    kinds = [TOKEN_KINDS.index("word start" if word.startswith(" ") else "continuation") for word in words]
    return Vocabulary(
        np.frombuffer(b"".join(raw), np.uint8).copy(),
        np.cumsum([0, *(len(r) for r in raw)]).astype(np.int64),
        np.array(kinds, np.uint8),
    )


def test_landmarks_are_whole_words() -> None:
    made = vocabulary([" exper", " experience", " people", " peoples", "ing", " a", " London", " Lon", " walked"])
    ids = np.arange(len(made), dtype=np.int32)
    whole = whole_words(ids, made.data, made.offsets, made.kinds)
    assert whole.tolist()[:4] == [False, True, True, True]
    chosen = candidates(ids, made.data, made.offsets, made.kinds)
    assert [made.raw(int(i)).decode() for i in chosen] == [" experience", " people", " peoples", " London", " walked"]


def test_landmarks_spread_over_the_map() -> None:
    rng = np.random.default_rng(0)
    corners = np.array([[-1, -1, 0], [1, 1, 0], [-1, 1, 0], [1, -1, 0]], np.float32)
    places = (np.repeat(corners, 50, axis=0) + rng.normal(0, 0.05, (200, 3))).astype(np.float32)
    first = spread_order(places, np.ones(200, np.float32), 4)
    assert {int(i) // 50 for i in first} == {0, 1, 2, 3}
    assert len(set(spread_order(places, np.ones(200, np.float32), 500).tolist())) == 200


def test_a_region_is_named_at_a_point_of_its_own() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(0, 1, (60, 3)).astype(np.float32)
    texts = (np.arange(60) % 3).astype(np.int32)
    found = regions(points, texts)
    for kind in range(3):
        own = points[texts == kind]
        away = np.linalg.norm(own - np.median(own, axis=0), axis=1)
        np.testing.assert_array_equal(found[kind], own[away.argmin()])


def test_the_token_that_was_taken_has_a_colour_of_its_own_among_the_rays(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(position=20), Settings(fan_k=20, fan_cutoff=0.0))
    assert frame.fan.chosen.sum() == 1
    look = theme("dark")
    made = Overlay().compose(frame, look, Camera(), 1200.0, 800.0, 1.0)
    colours = {label.token_id: label.style.colour for label in made.labels if label.kind == "fan"}
    assert len(colours) > 3
    (taken,) = frame.fan.token_ids[frame.fan.chosen].tolist()
    assert {token for token, colour in colours.items() if colour == look.chosen} == {taken}


def test_a_landmark_that_stands_is_not_pushed_away_by_a_better_one_beside_it(qapp: QApplication) -> None:
    """While the map turns, names that change places at every picture cannot be read."""
    frame = map_frame(crowded(fifty_steps()), UiState(), Settings(fans="none", path_labels=False))
    points = np.full_like(frame.points, -50.0)  # far behind
    points[1], points[2] = (0.02, 0.0, 0.0), (0.0, 0.0, 0.0)
    frame = replace(frame, points=points, landmarks=np.array([1, 2]), path=NO_PATH, line=NO_LINE, current=-1)
    overlay = Overlay()

    def standing(shown: MapFrame, by: Overlay) -> list[int]:
        made = by.compose(shown, theme("dark"), Camera(flat=True), 900.0, 700.0, 1.0)
        return [label.index for label in made.labels]

    assert standing(frame, Overlay()) == [1]
    assert standing(replace(frame, landmarks=np.array([2])), overlay) == [2]
    assert standing(frame, overlay) == [2]
