"""The line of the path, through its tokens, their running mean or its sentences; its colours and its last tokens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.helpers.runs import branched, fifty_steps
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.path_line import FADE_FROM, fades, path_line, path_values
from viz.map.data.settings import Settings
from viz.ui_state import UiState


def frame_of(**settings: object) -> MapFrame:
    return map_frame(fifty_steps(), UiState(), Settings(**settings))  # type: ignore[arg-type]


def test_the_running_mean_is_that_of_the_last_few_places_and_giants_do_not_count() -> None:
    frame = frame_of()
    out = np.zeros(len(frame.path), np.bool_)
    out[10] = True
    path = replace(frame.path, left_out=out)
    line = path_line(path, "running mean", 6, frame.vocabulary)
    assert len(line) == len(path)
    for row in (0, 3, 12, 40):
        rows = [i for i in range(max(row - 5, 0), row + 1) if i != 10]
        np.testing.assert_allclose(line.points[row], path.points[rows].mean(axis=0), atol=1e-5)
    only = path_line(replace(path, left_out=np.ones(len(path), np.bool_)), "running mean", 6, frame.vocabulary)
    assert np.isfinite(only.points).all()


def test_what_a_running_mean_has_drawn_stays_as_tokens_come() -> None:
    frame = frame_of()
    short = replace(frame.path, **{name: getattr(frame.path, name)[:30] for name in ("nodes", "points", "left_out")})
    before = path_line(short, "running mean", 8, frame.vocabulary)
    after = path_line(frame.path, "running mean", 8, frame.vocabulary)
    np.testing.assert_allclose(after.points[:30], before.points, atol=1e-6)


def test_sentences_part_the_path_and_each_stands_at_the_mean_of_its_tokens() -> None:
    frame = frame_of(path_line="sentence means")
    line, path = frame.line, frame.path
    assert 1 < len(line) < len(path)
    assert line.first[0] == 0
    assert line.last[-1] == len(path) - 1
    np.testing.assert_array_equal(line.first[1:], line.last[:-1] + 1)
    for first, last, place in zip(line.first, line.last, line.points, strict=True):
        kept = ~path.left_out[first : last + 1]
        if kept.any():
            np.testing.assert_allclose(place, path.points[first : last + 1][kept].mean(axis=0), atol=1e-5)
        assert line.row_of(int(last)) == line.row_of(int(first))


def test_the_path_is_coloured_by_position_and_by_surprisal_and_a_mean_by_the_mean() -> None:
    path = frame_of().path
    by_position, by_surprisal = path_values(path, "position"), path_values(path, "surprisal")
    assert by_position is not None
    assert by_surprisal is not None
    assert path_values(path, "age") is None
    assert (by_position.low, by_position.high) == (path.positions[0], path.positions[-1])
    np.testing.assert_allclose(by_position.values, np.linspace(0, 1, len(path)), atol=1e-6)
    bits = -np.log2(path.probability)
    assert np.isnan(by_surprisal.values[0])  # nothing came before the first
    inside = bits < by_surprisal.high
    np.testing.assert_allclose(by_surprisal.values[inside] * by_surprisal.high, bits[inside], rtol=1e-4)
    line = path_line(path, "running mean", 5, None)
    np.testing.assert_allclose(by_surprisal.means(line)[20], by_surprisal.values[16:21].mean(), rtol=1e-5)
    np.testing.assert_allclose(by_surprisal.means(line)[2], by_surprisal.values[1:3].mean(), rtol=1e-5)


@pytest.mark.parametrize("position", [None, 20])
def test_the_last_tokens_end_at_the_one_looked_at(position: int | None) -> None:
    run = fifty_steps()
    frame = map_frame(run, UiState(position=position), Settings(last_n=7))
    end = len(run.path) if position is None else position + 1
    assert frame.path.positions.tolist() == list(range(end - 7, end))
    assert frame.current == 6
    assert frame.path_length == len(run.path)
    assert len(frame.line) == 7


def test_all_fans_are_those_of_the_tokens_that_are_shown() -> None:
    every, few = frame_of(fans="all").fan, frame_of(fans="all", last_n=5)
    assert len(set(every.nodes.tolist())) > 5
    assert set(few.fan.nodes.tolist()) <= set(few.path.nodes.tolist())
    assert len(few.fan) == np.isin(every.nodes, few.path.nodes).sum() > 0


def test_branches_that_leave_a_part_of_the_path_that_is_not_shown_are_not_shown_either() -> None:
    run = branched()
    every = map_frame(run, UiState(), Settings()).branches
    assert len(every)
    left_at = {run.nodes[node].parent for node in every.nodes.tolist()} & set(run.path)
    after = len(run.path) - 1 - max(run.path.index(node) for node in left_at)
    assert len(map_frame(run, UiState(), Settings(last_n=after)).branches) == 0
    assert len(map_frame(run, UiState(), Settings(last_n=len(run.path))).branches) == len(every)


def test_long_paths_fade_by_themselves_and_lines_of_means_do_not() -> None:
    frame = frame_of()
    means = path_line(frame.path, "running mean", 4, None)
    assert not fades("long paths", FADE_FROM - 1, frame.line)
    assert fades("long paths", FADE_FROM, frame.line)
    assert not fades("long paths", 400, means)
    assert fades("always", 3, means)
    assert not fades("never", 400, frame.line)
