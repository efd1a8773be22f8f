"""Further paths on the map: where they lie, what is asked for them, and what is said where they are not there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.labs.paths.records import AskPath, AskSamplePaths
from engine.questions import Refused
from engine.records import EMBEDDING, Change, Plan, Site, Space
from engine.run import Run
from tests.helpers.further import TYPED, answer, bundle, shown_on, typed
from tests.helpers.runs import branched, fifty_steps, grow, likely, with_map
from tests.helpers.same import difference
from viz.intents import AskLab, OpenSpace
from viz.map.asking import wants
from viz.map.data.blend import blended
from viz.map.data.frame import map_frame
from viz.map.data.further import (
    NO_ENGINE,
    NO_FURTHER,
    NOTHING,
    OTHER_MODEL,
    SAME_EVERYWHERE,
    WAITING,
    Line,
    running_mean,
)
from viz.map.data.path_line import MEAN
from viz.map.data.places import Places
from viz.map.data.settings import Settings
from viz.map.data.slide import posed_along
from viz.map.paint.path_words import statement
from viz.shown_paths import MOST, ShownPath, with_shown, without
from viz.ui_state import UiState

STATES = Space("resid", 2)
ON = UiState(space=STATES)


def held(space: Space = EMBEDDING, run: Run | None = None) -> Run:
    """A run that an engine holds, with a map of a space."""
    made = with_map(fifty_steps() if run is None else run, space)
    made.run_id = 1
    return made


def test_without_any_nothing_is_made_or_asked() -> None:
    run = held(STATES)
    assert map_frame(run, ON, Settings()).further is NO_FURTHER
    assert not [it for it in wants(map_frame(run, ON, Settings())) if isinstance(it, (AskLab, OpenSpace))]


def test_numbers_are_the_lowest_free_ones_and_stay() -> None:
    paths = with_shown(with_shown((), ShownPath("prompt", "a")), ShownPath("prompt", "b"))
    paths = with_shown(without(paths, 1), ShownPath("prompt", "c"))
    assert [(it.number, it.label) for it in paths if isinstance(it, ShownPath)] == [(1, "c"), (2, "b")]
    assert with_shown(paths, ShownPath("prompt", "b")) == paths
    for at in range(2 * MOST):
        paths = with_shown(paths, ShownPath("prompt", f"more {at}"))
    assert len(paths) == MOST
    run = held()
    both = with_shown(with_shown(paths, bundle(run, "B")), bundle(run, "A"))
    assert with_shown(both, replace(bundle(run, "A"), label="other"))[-2:] == (
        replace(bundle(run, "A"), label="other"), bundle(run, "B"),
    )  # fmt: skip
    assert without(both, None) == ()


def test_a_path_of_states_lies_where_its_places_are() -> None:
    run = held(STATES)
    for flat in (False, True):
        settings = Settings(flat=flat)
        frame, _ = shown_on(run, ON, typed(run), settings=settings)
        layout = run.maps[STATES].layout
        line = frame.further.paths[0].line
        pose, points = posed_along(run, STATES, layout, flat)
        np.testing.assert_allclose(line.points, points[list(TYPED)], atol=1e-5)
        assert line.token_ids.tolist() == list(TYPED)
        assert Places(run, run.maps[STATES], flat, pose, points).flat == flat


def test_on_a_map_of_tokens_it_lies_on_its_tokens_and_known_ones_need_no_engine() -> None:
    run = held()
    ids = tuple(run.token_ids.tolist())
    run.run_id = 0
    model = run.info.sha256 if run.info else ""
    kept = ShownPath("run", "kept", model, token_ids=ids)
    frame = map_frame(run, UiState(paths=with_shown(with_shown((), kept), typed(run))), Settings())
    np.testing.assert_allclose(frame.further.paths[0].line.points, frame.points[list(ids)], atol=1e-6)
    assert (frame.further.paths[1].why, frame.further.question) == (NO_ENGINE, None)
    frame, _ = shown_on(run := held(), UiState(), typed(run))
    assert frame.further.paths[0].line.token_ids.tolist() == list(TYPED)


def test_what_cannot_be_there_says_why() -> None:
    run = held(STATES)
    foreign = ShownPath("prompt", "x", "another model", prompt="x")
    layer = ShownPath("layer", "", layer=1)
    ui = replace(ON, paths=with_shown(with_shown((), foreign), typed(run)))
    frame = map_frame(run, ui, Settings())
    assert [path.why for path in frame.further.paths] == [OTHER_MODEL, WAITING]
    question = frame.further.question
    assert question == AskPath(STATES, run.maps[STATES].layout.key, prompt="another text")
    run.findings[question] = Refused("This model takes at most 4 tokens.")
    run.changed += 1
    frame = map_frame(run, ui, Settings())
    assert (frame.further.paths[1].why, frame.further.question) == ("This model takes at most 4 tokens.", None)
    on_tokens = map_frame(run, replace(ui, space=EMBEDDING, paths=with_shown((), layer)), Settings())
    assert on_tokens.further.paths[0].why == SAME_EVERYWHERE
    playing = map_frame(held(STATES), replace(ui, playing=True), Settings())
    assert playing.further.question is None


def _say_positions(run: Run, space: Space) -> None:
    """As of states of one text, which maps of several layers are laid over each other by."""
    state = run.maps[space]
    state.background = replace(state.background, positions=state.background.token_ids)


def test_another_layer_lies_in_its_own_map_turned_onto_this_one() -> None:
    run, other = held(STATES), Space("resid", 1)
    _say_positions(run, STATES)
    ui = replace(ON, paths=with_shown((), ShownPath("layer", "", layer=1)))
    frame = map_frame(run, ui, Settings())
    assert (frame.further.opens, OpenSpace(other) in wants(frame)) == (other, True)
    with_map(run, other)
    _say_positions(run, other)
    run.changed += 1
    frame, _ = shown_on(run, ui)
    ids = run.token_ids.tolist()
    _, points = posed_along(run, other, run.maps[other].layout, False)
    np.testing.assert_allclose(frame.further.paths[0].line.points, points[ids], atol=1e-5)
    assert frame.further.opens is None
    grow(run, [likely(run)])
    grown = map_frame(run, ui, Settings())
    assert len(grown.further.paths[0].line) == len(ids), "what is known stays while the rest is asked for"
    assert isinstance(grown.further.question, AskPath)
    assert grown.further.question.token_ids == tuple(run.token_ids.tolist())


def test_the_twin_with_other_interventions_is_asked_for_by_its_plan() -> None:
    run = held(STATES)
    plan = Plan((Change(Site("mlp", 1), 0.0),))
    frame = map_frame(run, replace(ON, paths=with_shown((), ShownPath("plan", "", plan=plan))), Settings())
    assert isinstance(frame.further.question, AskPath)
    assert frame.further.question.plan == plan


def test_a_mean_of_places_on_a_map_of_tokens_is_numpys_and_so_are_its_rings() -> None:
    run = held()
    shown = bundle(run)
    frame, _ = shown_on(run, UiState(), shown)
    found = frame.further.bundles[0]
    assert found.mean.of_places
    for step in range(6):
        rows = [frame.points[sample[step]] for sample in shown.samples if len(sample) > step]
        middle = np.mean(rows, axis=0)
        np.testing.assert_allclose(found.mean.points[step], middle, atol=1e-6)
        expected = np.median([np.linalg.norm(row - middle) for row in rows])
        np.testing.assert_allclose(found.mean.spread[step], expected, atol=1e-5)
        assert found.mean.counted[step] == len(rows)
    np.testing.assert_allclose(found.fork[0], frame.points[run.token_ids[-1]], atol=1e-6)


def test_a_bundle_of_states_has_the_places_that_were_found_and_rings_about_the_placed_mean() -> None:
    run = held(STATES, branched())
    shown = bundle(run, "B", prompt="typed")
    frame, _ = shown_on(run, ON, shown)
    found, points = frame.further.bundles[0], frame.points
    assert not found.mean.of_places
    for sample, line in zip(shown.samples, found.samples, strict=True):
        np.testing.assert_allclose(line.points, points[list(sample)], atol=1e-5)
        assert line.first == len(TYPED)
    middle = points[shown.samples[0][0]]
    rows = np.stack([points[sample[1]] for sample in shown.samples])
    np.testing.assert_allclose(found.mean.spread[1], np.median(np.linalg.norm(rows - middle, axis=1)), atol=1e-5)
    np.testing.assert_allclose(found.fork[0], points[TYPED[-1]], atol=1e-5)
    assert map_frame(run, replace(ON, paths=(shown,)), Settings()).further.bundles[0].why == ""


def test_a_running_mean_is_numpys_leaves_outliers_out_and_begins_in_the_text_before() -> None:
    rng = np.random.default_rng(8)
    points, out = rng.normal(size=(9, 3)).astype(np.float32), np.zeros(9, np.bool_)
    out[[0, 4]] = True
    ids, kept = np.arange(9, dtype=np.int32), np.ones(9, np.float32)
    whole = running_mean(Line(ids, points, kept, out), 3).points
    for at in range(1, 9):
        rows = [row for row in range(max(at - 2, 0), at + 1) if not out[row]]
        np.testing.assert_allclose(whole[at], points[rows].mean(axis=0), atol=1e-5)
    np.testing.assert_allclose(whole[0], points[0], atol=1e-6)  # there is nothing else
    before, after = (Line(ids[at], points[at], kept[at], out[at]) for at in (slice(0, 5), slice(5, 9)))
    np.testing.assert_allclose(running_mean(after, 3, before).points, whole[5:], atol=1e-5)
    assert running_mean(NOTHING, 3) is NOTHING
    run = held()
    means = Settings(path_line=MEAN, path_window=4)
    plain, ui = shown_on(run, UiState(), typed(run), bundle(run))
    smooth = map_frame(run, ui, means)
    expected = running_mean(plain.further.paths[0].line, 4).points
    np.testing.assert_allclose(smooth.further.paths[0].line.points, expected, atol=1e-6)
    assert "running means of 4 of their points" in " ".join(statement(smooth))
    mean, lines = smooth.further.bundles[0].mean, smooth.further.bundles[0].samples
    own = plain.further.bundles[0]
    through = np.concatenate([own.before.points, own.mean.points])[-len(mean) - 4 :]
    np.testing.assert_allclose(mean.points[2], through[4 + 2 - 3 : 4 + 2 + 1].mean(axis=0), atol=1e-5)
    away = [np.linalg.norm(line.points[2] - mean.points[2]) for line in lines if len(line) > 2]
    assert mean.spread[2] == pytest.approx(np.median(away), abs=1e-5)


def test_every_token_can_be_pointed_at() -> None:
    run = held(STATES)
    frame, _ = shown_on(run, ON, typed(run), bundle(run))
    further, spots = frame.further, frame.further.spots
    n = len(TYPED) + len(run.path) + sum(map(len, bundle(run).samples)) + 6
    assert len(spots.points) == n
    for at in range(n):
        item, sample, row = int(spots.item[at]), int(spots.sample[at]), int(spots.row[at])
        line = further.bundles[0].mean.points if sample == -2 else further.line(item, sample).points
        np.testing.assert_array_equal(line[row], spots.points[at])
    assert len(further.trail(1, 0)) == len(bundle(run).samples[0]) + 1


def test_one_thing_is_asked_after_the_other_and_frames_stay_the_same_objects() -> None:
    run = held(STATES)
    ui = replace(ON, paths=with_shown(with_shown((), bundle(run)), typed(run)))
    asked = []
    for _ in range(5):
        frame = map_frame(run, ui, Settings())
        if frame.further.question is None:
            break
        assert sum(isinstance(it, AskLab) for it in wants(frame)) == 1
        asked.append(type(frame.further.question))
        answer(run, frame.further.question)
    assert asked == [AskPath, AskSamplePaths]
    one, other = map_frame(run, ui, Settings()), map_frame(run, replace(ui, hover_token=3), Settings())
    assert one.further is other.further
    run.changed += 1
    assert difference(map_frame(run, ui, Settings()).further, one.further) is None


def test_all_of_it_moves_with_the_points_from_layout_to_layout() -> None:
    run = held(STATES)
    after, _ = shown_on(run, ON, typed(run), bundle(run))
    shifted = [replace(path, line=replace(path.line, points=path.line.points + np.float32(1)))
               for path in after.further.paths]  # fmt: skip
    before = replace(after, further=replace(after.further, paths=tuple(shifted)))
    half = blended(before, after, 0.5)
    own = after.further
    np.testing.assert_allclose(half.further.paths[0].line.points, own.paths[0].line.points + 0.5, atol=1e-6)
    np.testing.assert_allclose(half.further.bundles[0].samples[0].points, own.bundles[0].samples[0].points, atol=1e-6)
    assert blended(before, replace(after, further=NO_FURTHER), 0.5).further is NO_FURTHER
