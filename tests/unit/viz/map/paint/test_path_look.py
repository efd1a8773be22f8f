"""How the path and the branches that were left are drawn; the same shapes go to OpenGL and into vectors."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.records import F32
from tests.helpers.runs import branched, fifty_steps
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.paint.dashes import dashed
from viz.map.paint.overlay import Overlay
from viz.map.paint.path_look import line_colours, path_marks, path_segments
from viz.map.paint.pieces import segments
from viz.theme import along, rgb, theme
from viz.ui_state import UiState

DARK = theme("dark")


def ends_of(start: F32, end: F32) -> set[tuple[float, ...]]:
    return {tuple(np.round(row, 4)) for row in np.concatenate([start, end], axis=1).tolist()}


def test_dashes_are_of_one_length_and_leave_gaps() -> None:
    start = np.zeros((2, 3), np.float32)
    end = np.array([[0.9, 0, 0], [0, 0.18, 0]], np.float32)
    begins, ends, which = dashed(start, end)
    length = np.linalg.norm(ends - begins, axis=1)
    assert length.max() < 1.2 * length.min()
    covered = [length[which == row].sum() / np.linalg.norm(end[row]) for row in (0, 1)]
    np.testing.assert_allclose(covered, 0.5, atol=0.01)
    assert (which == 0).sum() > 4 * (which == 1).sum()
    assert len(dashed(start[:0], end[:0])[0]) == 0


def test_branches_are_dashed_and_dimmer_than_any_piece_of_a_short_path() -> None:
    run = branched()
    frame = map_frame(run, UiState(), Settings(fade="never"))
    made = segments(frame, DARK)
    long = np.linalg.norm(frame.branches.end - frame.branches.start, axis=1) > 0.1  # a token said twice moves nowhere
    whole = ends_of(frame.branches.start[long], frame.branches.end[long])
    assert whole
    without = segments(map_frame(run, UiState(), Settings(fade="never", branches=False)), DARK)
    n = len(made) - len(without)
    assert n > 3 * len(frame.branches)
    assert not whole & ends_of(made.start[:n], made.end[:n])
    path = path_segments(frame, DARK)[1]
    assert made.colour[:n, :, 3].max() < 0.7
    assert made.width[:n].max() < path.width[:, 1].min()


def test_a_line_of_means_leaves_the_tokens_where_they_are_and_leads_to_the_current_one() -> None:
    frame = map_frame(fifty_steps(), UiState(position=30), Settings(path_line="running mean", path_window=6))
    casing, line, heads, leader = path_segments(frame, DARK)
    np.testing.assert_array_equal(line.end, frame.line.points[1:])
    assert len(heads) < len(line) / 4
    np.testing.assert_array_equal(leader.start, frame.line.points[[30]])
    np.testing.assert_array_equal(leader.end, frame.path.points[[30]])
    tokens, sentences = path_marks(frame, DARK)
    np.testing.assert_array_equal(tokens.place, frame.path.points)
    assert len(sentences) == 0
    assert len(casing) == len(line)


def test_sentences_have_discs_and_their_pieces_come_with_their_last_tokens() -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(path_line="sentence means"))
    _, line, _, _ = path_segments(frame, DARK)
    np.testing.assert_allclose(line.order, frame.line.last[1:] + 0.6)
    _, sentences = path_marks(frame, DARK)
    np.testing.assert_array_equal(sentences.place, frame.line.points)


def test_colours_of_the_path_are_those_of_its_legend() -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(path_colour="surprisal"))
    assert frame.path_values is not None
    colours = line_colours(frame, DARK)[:, :3]
    np.testing.assert_allclose(colours[0], rgb(DARK.muted))  # nothing is known of the first
    values = frame.path_values.values[1:]
    np.testing.assert_allclose(colours[1:], along(DARK.ramp, 0.22 + 0.78 * values), atol=1e-5)


@pytest.mark.parametrize("height", [700.0, 300.0])
def test_the_legend_of_the_path_stands_above_the_other_or_beside_it(qapp: QApplication, height: float) -> None:
    overlay = Overlay()
    frame = map_frame(fifty_steps(), UiState(), Settings(path_colour="position", path_line="running mean"))
    plan = overlay.statement.plan(frame, DARK, 900.0, height, 1.0)
    assert any("running mean" in line.text for line in plan.statement)
    assert plan.path_plate is not None
    assert plan.plate is not None
    if height > 400:
        assert plan.path_plate[3] < plan.plate[1]
    else:
        assert plan.path_plate[0] > plan.plate[2]
    assert plan.path_plate[1] > plan.boxes[0][3]
    assert plan.path_plate[3] <= height
    assert plan.path_plate in plan.boxes
    assert [line.text for line in plan.path_legend][1:] == ["0", str(int(frame.path.positions[-1]))]
    plain = overlay.statement.plan(map_frame(fifty_steps(), UiState(), Settings()), DARK, 900.0, height, 1.0)
    assert plain.path_plate is None
