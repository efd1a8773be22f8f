"""The second path on the map: where it lies, what of it is missing, and that it is told apart by more than colour."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from engine.records import F32, Space
from tests.helpers.runs import branched, with_map
from tests.helpers.same import difference
from viz.branches import branch_tree
from viz.map.data.beside import NO_BESIDE, own_rows
from viz.map.data.blend import blended
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.paint.beside import DASHES, beside_marks, beside_segments, without_beside
from viz.map.paint.words import statement
from viz.theme import Theme, names, rgb, theme
from viz.ui_state import UiState


def frame_of_two() -> MapFrame:
    run = branched()
    return map_frame(run, UiState(compare=run.leaves[0]), Settings(branches=True))


def test_it_begins_where_both_part_and_ends_with_its_branch() -> None:
    run, frame = branched(), frame_of_two()
    tree, path = branch_tree(run), run.path_to(run.leaves[0])
    fork = next(at for at in range(len(path)) if path[at] != run.path[at])
    assert frame.beside.path.nodes.tolist() == path[fork - 1 :]
    assert frame.beside.path.nodes[own_rows(frame.beside)].tolist() == path[fork:]
    ids = [run.nodes[node].token_id for node in path[fork - 1 :]]
    np.testing.assert_allclose(frame.beside.path.points, frame.points[ids], atol=1e-6)
    assert (frame.beside.name, frame.beside.n_missing) == (tree.branches[0].name, 0)
    assert map_frame(run, UiState(), Settings()).beside is NO_BESIDE
    again = map_frame(run, UiState(compare=run.leaves[0], hover_token=3), Settings(branches=True))
    assert again.beside is map_frame(run, UiState(compare=run.leaves[0]), Settings(branches=True)).beside
    assert difference(again.beside, frame.beside) is None


def test_what_has_no_place_is_counted_and_said() -> None:
    run = branched()
    space = Space("resid", 2)
    state = with_map(run, space).maps[space]
    ui = UiState(compare=run.leaves[0], space=space)
    key, own = state.layout.key, map_frame(run, ui, Settings()).beside
    lost = own.path.nodes[own_rows(own)].tolist()[2:5]
    for node in lost:
        del state.nodes[key][node]
    frame = map_frame(run, ui, Settings())
    assert frame.beside.n_missing == 3
    assert "3 tokens of B have no place" in " ".join(statement(frame))
    assert "no place" not in " ".join(statement(frame_of_two()))


def test_pieces_are_dashes_and_tokens_are_rings() -> None:
    frame, look = frame_of_two(), theme("dark")
    n = len(frame.beside.path) - 1
    made = beside_segments(frame.beside, look)
    assert len(made) == 2 * n * DASHES + n
    dashes = slice(n * DASHES, 2 * n * DASHES)
    whole = np.linalg.norm(np.diff(frame.beside.path.points, axis=0), axis=1).sum()
    covered = np.linalg.norm(made.end[dashes] - made.start[dashes], axis=1).sum()
    assert 0.4 < covered / whole < 0.7
    marks = beside_marks(frame.beside, look)
    assert len(marks.place) == n
    assert (marks.look[:, 3] > 0).all()
    assert len(beside_segments(NO_BESIDE, look)) == len(beside_marks(NO_BESIDE, look).place) == 0


def test_no_line_of_an_abandoned_branch_lies_below_it() -> None:
    frame = frame_of_two()
    left = without_beside(frame).branches.nodes.tolist()
    assert set(left) == set(frame.branches.nodes.tolist()) - set(frame.beside.path.nodes.tolist())
    assert left
    alone = replace(frame, beside=NO_BESIDE)
    assert without_beside(alone) is alone


def test_it_moves_with_the_points_from_layout_to_layout() -> None:
    after = frame_of_two()
    shifted = replace(after.beside, path=replace(after.beside.path, points=after.beside.path.points + np.float32(1)))
    before = replace(after, beside=shifted)
    half = blended(before, after, 0.5)
    np.testing.assert_allclose(half.beside.path.points, after.beside.path.points + 0.5, atol=1e-6)


# -- its colour --------------------------------------------------------------------------------------------------------

# Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
# severity 1, on linear sRGB.
SEEN = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def lab(
    colour: F32, eye: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """CIELAB (D65) of sRGB in 0..1, as an eye of some kind sees it."""
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(eye @ linear, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize(("name", "eye"), [*itertools.product(names(), SEEN)])
def test_its_colour_is_unlike_the_paths_the_fans_and_the_rest_for_every_eye(name: str, eye: str) -> None:
    made: Theme = theme(name)
    others = (made.path, made.fan, made.accent, made.chosen, made.muted, made.text, made.ground, made.categories[2])
    apart = [np.linalg.norm(lab(rgb(made.compared), SEEN[eye]) - lab(rgb(it), SEEN[eye])) for it in others]
    assert min(apart) > 25
