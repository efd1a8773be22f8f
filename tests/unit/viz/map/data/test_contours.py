"""Lines around the densest points: the shares they enclose, against a Gaussian's own circles and by counting."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from scipy.ndimage import gaussian_filter

from engine.records import F32, Bools
from tests.helpers.runs import fifty_steps, with_map
from viz.camera import Camera
from viz.map.data.contours import CELL, FEWEST, MOST, SHARES, SMOOTH, Line, contours, counted, smoothed, stride_of
from viz.map.data.picking import inside_outline
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint import density_lines, words
from viz.ui_state import UiState

SIZE = (900.0, 700.0)


def inside(pixels: F32, lines: tuple[Line, ...]) -> Bools:
    """[n] whether a pixel lies within an odd number of closed lines."""
    odd = np.zeros(len(pixels), np.bool_)
    for line in lines:
        odd ^= inside_outline(pixels, line.astype(np.float32))
    return odd


def cloud(n: int = 20_000, seed: int = 0) -> F32:
    rng = np.random.default_rng(seed)
    first = rng.normal((300, 300), 60, (n // 2, 2))
    return np.concatenate([first, rng.normal((620, 420), (90, 40), (n - n // 2, 2))]).astype(np.float32)


def test_each_line_encloses_the_share_it_says() -> None:
    pixels = cloud()
    found = contours(pixels, np.ones(len(pixels), bool), *SIZE)
    assert len(found.lines) == len(SHARES)
    for share, lines in zip(SHARES, found.lines, strict=True):
        assert inside(pixels, lines).mean() == pytest.approx(share, abs=0.01)


def test_around_a_gaussian_they_are_circles_of_its_quantiles() -> None:
    rng = np.random.default_rng(2)
    sigma, middle = 100.0, np.array((450, 350))
    pixels = rng.normal(middle, sigma, (60_000, 2)).astype(np.float32)
    found = contours(pixels, np.ones(len(pixels), bool), *SIZE)
    for share, lines in zip(SHARES[1:], found.lines[1:], strict=True):
        longest = max(lines, key=len)
        radius = np.linalg.norm(longest - middle, axis=1)
        # the count is smoothed, so the level is looked up in a wider bell: its circles are those of the points' own
        assert radius.mean() == pytest.approx(sigma * np.sqrt(-2 * np.log(1 - share)), rel=0.04)


def test_only_what_is_in_sight_counts() -> None:
    pixels = cloud()
    sight = pixels[:, 0] < 460
    found = contours(pixels, sight, *SIZE)
    assert inside(pixels[sight], found.lines[0]).mean() == pytest.approx(SHARES[0], abs=0.01)
    assert max(line[:, 0].max() for line in found.lines[1]) < 480


def test_of_a_handful_of_points_there_are_no_lines() -> None:
    pixels = cloud()[:FEWEST]
    sight = np.ones(FEWEST, bool)
    assert contours(pixels, sight, *SIZE).lines
    sight[0] = False
    assert contours(pixels, sight, *SIZE).lines == ()


def test_counting_and_smoothing_are_scipy_s() -> None:
    rng = np.random.default_rng(1)
    at: npt.NDArray[np.float64] = rng.uniform(0, (29, 19), (500, 2))
    grid = counted(at, 30, 20)
    assert grid.sum() == pytest.approx(500)
    whole = counted(np.floor(at), 30, 20)
    expected, _, _ = np.histogram2d(np.floor(at[:, 1]), np.floor(at[:, 0]), (20, 30), ((0, 20), (0, 30)))
    np.testing.assert_allclose(whole, expected)
    np.testing.assert_allclose(smoothed(grid, SMOOTH), gaussian_filter(grid, SMOOTH, mode="constant"), atol=1e-12)


def test_a_crowd_is_counted_in_part_and_that_is_said() -> None:
    assert stride_of(MOST) == 1
    assert stride_of(262_144) == 5
    run = with_map(fifty_steps())
    on = UiState().with_option("meaning_space", "density", True)
    said = " ".join(words.statement(MeaningSpace.frame(run, on)))
    assert "Lines around the densest" in said
    assert "of points is counted" not in said
    assert "one behind the other" in said
    flat = " ".join(words.statement(MeaningSpace.frame(run, on.with_option("meaning_space", "dimensions", "2D"))))
    assert "one behind the other" not in flat


def test_the_lines_of_a_flat_map_stay_on_it_when_the_camera_moves() -> None:
    run = with_map(fifty_steps())
    frame = MeaningSpace.frame(run, UiState().with_option("meaning_space", "dimensions", "2D"))
    here = Camera(flat=True)
    one = density_lines.made_of(frame, here.matrix(*SIZE), *SIZE)
    moved = here.panned(int(CELL) * 2, 0, SIZE[1])  # by whole cells: the grid is laid over the same points
    other = density_lines.made_of(frame, moved.matrix(*SIZE), *SIZE)
    middle = [np.concatenate(it.lines[2]).mean(axis=0) for it in (one, other)]
    np.testing.assert_allclose(middle[1] - middle[0], (CELL * 2, 0), atol=1.5)


def test_the_widths_said_are_those_drawn() -> None:
    source = Path(density_lines.__file__).read_text(encoding="utf-8")
    assert f"Gaussian of {CELL * SMOOTH:.0f} px" in source
    for share in SHARES:
        assert f"{100 * share:.0f}" in source
