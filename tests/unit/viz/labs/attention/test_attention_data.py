"""The atlas grown row by row, heatmaps, pyramids and ports against their definitions written out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from engine.records import F32
from engine.run import Run
from tests.helpers.runs import HEADS, LAYERS, RUNS, causal_attention, empty, grow
from viz.charts.atlas_grid import by_layer, in_order
from viz.charts.heatmap import EMPTY, MODES, Colouring, image_of
from viz.charts.matrix_pyramid import Pyramid, halved, without_future
from viz.labs.attention.atlas_sheet import AtlasSheet, SheetPlan, merged
from viz.labs.attention.attention_store import (
    BINS,
    F64,
    SCORES,
    Atlas,
    atlas_of,
    column_of,
    layer_mean,
    row_of,
)
from viz.labs.attention.matrix_frame import (
    CHOSEN_MEAN,
    DIFFERENCE,
    KINDS,
    MatrixChoice,
    matrix_of,
)
from viz.labs.attention.matrix_parts import seen_sums
from viz.theme import theme


def long_run(n: int) -> Run:
    """A run of n tokens from a small set, so that many repeat."""
    run = empty()
    grow(run, np.random.default_rng(n).integers(3, 12, n).tolist(), neurons=False, resid=False)
    return run


def full(run: Run) -> F32:
    """[L, H, T, T], NaN in the future."""
    n = len(run)
    matrix = np.full((LAYERS, HEADS, n, n), np.nan, np.float32)
    for row, node in enumerate(run.path):
        attn = run.nodes[node].attn
        assert attn is not None
        matrix[:, :, row, : row + 1] = attn
    return matrix


def atlas(run: Run) -> Atlas:
    found = atlas_of(run)
    assert found is not None
    return found


@pytest.mark.parametrize("n", [1, 2, BINS - 1, BINS, BINS + 1, 2 * BINS + 3, 200])
@pytest.mark.parametrize("first", [True, False])
def test_a_cell_is_the_maximum_of_what_it_covers(n: int, first: bool) -> None:
    run = long_run(n)
    found, matrix = atlas(run), full(run)
    if not first:
        matrix[..., 0] = np.nan
    b = found.bin
    assert found.cells.shape[2] == -(-n // b) <= BINS
    cells = found.cells.copy()
    if not first:
        cells[..., 0] = found.without_first
    for i in range(cells.shape[2]):
        for j in range(cells.shape[3]):
            block = matrix[:, :, i * b : (i + 1) * b, j * b : (j + 1) * b]
            expected = np.fmax.reduce(block.reshape(LAYERS, HEADS, -1), axis=2)
            np.testing.assert_array_equal(cells[:, :, i, j], expected)


def test_grown_step_by_step_equals_made_at_once() -> None:
    whole = long_run(150)
    ids = whole.token_ids.tolist()
    grown = empty()
    for position, token in enumerate(ids):
        grow(grown, [token], neurons=False, resid=False)
        grown.nodes[-1] = whole.nodes[position]
        atlas_of(grown)
    one, other = atlas(grown), atlas(whole)
    np.testing.assert_array_equal(one.cells, other.cells)
    np.testing.assert_allclose(one.scores, other.scores)


@pytest.mark.parametrize("n", [40, BINS - 2, BINS, BINS + 1])
def test_an_atlas_does_not_change_when_the_run_grows(n: int) -> None:
    run = long_run(n)
    before = atlas(run)
    copy = before.cells.copy()
    grow(run, [4, 5, 6])
    assert atlas(run).n_rows == n + 3
    np.testing.assert_array_equal(before.cells, copy)


def test_another_branch_is_another_atlas() -> None:
    run = RUNS["branched"]()
    here = atlas(run)
    other = next(leaf for leaf in run.leaves if leaf != run.current)
    run.move(other)
    there = atlas(run)
    np.testing.assert_array_equal(there.cells[..., :60, :60], full(run)[..., :60, :60])
    assert here.n_rows != there.n_rows or not np.array_equal(here.cells, there.cells, equal_nan=True)


def test_scores_are_their_definitions() -> None:
    run = long_run(90)
    found, matrix, ids = atlas(run), full(run), run.token_ids
    sums: dict[str, list[F64]] = {name: [] for name in SCORES}
    for p in range(90):
        a = matrix[:, :, p, : p + 1].astype(np.float64)
        sums["entropy"].append(-(a * np.log2(np.maximum(a, 1e-30))).sum(axis=2))
        sums["distance"].append(np.sum([a[..., j] * (p - j) for j in range(p + 1)], axis=0))
        if not p:
            continue
        sums["first"].append(a[..., 0])
        sums["current"].append(a[..., p])
        sums["previous"].append(a[..., p - 1])
        if (ids[:p] == ids[p]).any():
            sums["duplicate"].append(np.sum([a[..., j] for j in range(p) if ids[j] == ids[p]], axis=0))
            sums["induction"].append(np.sum([a[..., j] for j in range(1, p + 1) if ids[j - 1] == ids[p]], axis=0))
    for index, name in enumerate(SCORES):
        np.testing.assert_allclose(found.scores[index], np.mean(sums[name], axis=0), rtol=1e-4, atol=1e-6)


def test_without_attention_there_is_no_atlas() -> None:
    assert atlas_of(RUNS["without_attention"]()) is None
    assert atlas_of(RUNS["no_model"]()) is None
    assert atlas_of(RUNS["empty"]()) is None


def test_rows_stored_in_part_are_counted() -> None:
    run = long_run(10)
    grow(run, [4, 5], attn=False)
    found = atlas(run)
    assert (found.n_rows, found.n_missing) == (12, 2)
    assert np.isnan(found.cells[:, :, 10:]).all()


def test_rows_columns_and_means() -> None:
    run = RUNS["one_step"]()
    matrix = full(run)
    np.testing.assert_array_equal(row_of(run, 4, 1, 2), matrix[1, 2, 4, :5])
    np.testing.assert_array_equal(column_of(run, 4, 1, 2), matrix[1, 2, 4:, 4])
    mean = layer_mean(run, 1)
    assert mean is not None
    np.testing.assert_allclose(mean, np.nan_to_num(matrix[1]).mean(axis=0), rtol=1e-5)


def test_what_was_replayed_is_used() -> None:
    run = RUNS["without_attention"]()
    n = len(run)
    assert row_of(run, 2, 0, 0) is None
    assert column_of(run, 2, 0, 0) is None
    assert layer_mean(run, 0) is None
    heads = causal_attention(np.random.default_rng(0), n, 0)  # [L, H, T, T]
    for head in range(HEADS):
        run.replayed[(run.current, 0, "attn", head)] = heads[0, head]
    np.testing.assert_array_equal(row_of(run, 2, 0, 1), heads[0, 1, 2, :3])
    np.testing.assert_array_equal(column_of(run, 2, 0, 1), heads[0, 1, 2:, 2])
    mean = layer_mean(run, 0)
    assert mean is not None
    np.testing.assert_allclose(mean, heads[0].mean(axis=0), rtol=1e-6)


# -- matrices ----------------------------------------------------------------------------------------------------


def test_a_matrix_and_its_sums() -> None:
    run = RUNS["fifty_steps"]()
    whole = np.nan_to_num(full(run))
    found = matrix_of(run, MatrixChoice(KINDS[0], 1, 2, (0, 0), False))
    assert found is not None
    np.testing.assert_array_equal(found.values, whole[1, 2])
    np.testing.assert_allclose(found.row_sums, 1, rtol=1e-5)
    np.testing.assert_allclose(found.column_sums, whole[1, 2].sum(axis=0), rtol=1e-5)
    assert found.first_share == pytest.approx(whole[1, 2, 1:, 0].mean(), rel=1e-5)
    assert found.high >= whole[1, 2].max()


def test_leaving_the_first_token_out_changes_sums_and_range() -> None:
    run = RUNS["fifty_steps"]()
    whole = np.nan_to_num(full(run))[1, 2]
    found = matrix_of(run, MatrixChoice(KINDS[0], 1, 2, (0, 0), True))
    assert found is not None
    np.testing.assert_allclose(found.row_sums, whole[:, 1:].sum(axis=1), rtol=1e-5)
    assert found.high >= whole[:, 1:].max()


def test_a_mean_over_chosen_heads() -> None:
    run = RUNS["fifty_steps"]()
    whole = np.nan_to_num(full(run))
    choice = MatrixChoice(CHOSEN_MEAN, 0, 0, (0, 0), False, ((1, 2), (0, 3), (2, 0)))
    assert choice.needs == ((1, 2), (0, 3), (2, 0))
    found = matrix_of(run, choice)
    assert found is not None
    np.testing.assert_allclose(found.values, (whole[1, 2] + whole[0, 3] + whole[2, 0]) / 3, atol=1e-7)
    alone = matrix_of(run, MatrixChoice(CHOSEN_MEAN, 1, 2, (0, 0), False))
    assert alone is not None
    np.testing.assert_array_equal(alone.values, whole[1, 2])


def test_a_difference_is_signed_and_symmetric() -> None:
    run = RUNS["fifty_steps"]()
    whole = np.nan_to_num(full(run))
    found = matrix_of(run, MatrixChoice(DIFFERENCE, 1, 2, (0, 3), False))
    assert found is not None
    np.testing.assert_array_equal(found.values, whole[1, 2] - whole[0, 3])
    assert found.signed
    assert found.high >= np.abs(found.values).max()


def test_a_matrix_is_made_anew_when_the_run_grows() -> None:
    run, choice = long_run(5), MatrixChoice(KINDS[0], 0, 0, (0, 0), False)
    first = matrix_of(run, choice)
    assert matrix_of(run, choice) is first
    grow(run, [4])
    second = matrix_of(run, choice)
    assert second is not None
    assert second.values.shape == (6, 6)


# -- heatmaps ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(8, 8), (7, 9), (1, 5), (33, 2)])
@pytest.mark.parametrize("signed", [False, True])
def test_halving_keeps_the_largest_amount(shape: tuple[int, int], signed: bool) -> None:
    values = np.random.default_rng(0).normal(0, 1, shape).astype(np.float32)
    values = values if signed else np.abs(values)
    found = halved(values, signed)
    for i in range(found.shape[0]):
        for j in range(found.shape[1]):
            block = values[2 * i : 2 * i + 2, 2 * j : 2 * j + 2].ravel()
            assert found[i, j] == block[np.argmax(np.abs(block))]


def test_one_strong_cell_of_millions_stays_visible() -> None:
    values = np.zeros((2048, 2048), np.float32)
    values[1777, 1234] = 0.9
    cells, span, left, top = Pyramid(values).cut(0, 0, 2048, 2048, 300)
    assert max(cells.shape) <= 300, "every cell has a pixel"
    row, column = np.unravel_index(int(cells.argmax()), cells.shape)
    assert cells.max() == np.float32(0.9)
    assert 0 <= 1777 - (top + row * span) < span
    assert 0 <= 1234 - (left + column * span) < span


def test_a_cut_sharpens_on_zoom() -> None:
    values = np.random.default_rng(0).uniform(0, 1, (500, 500)).astype(np.float32)
    cells, span, left, top = Pyramid(values).cut(100.5, 200.2, 50, 50, 300)
    assert span == 1
    np.testing.assert_array_equal(cells, values[top : top + cells.shape[0], left : left + cells.shape[1]])
    assert left <= 100 < 150 <= left + cells.shape[1]
    assert top <= 200 < 250 <= top + cells.shape[0]


def test_the_future_is_empty_and_the_past_is_not() -> None:
    cells = np.zeros((4, 6), np.float32)
    found = without_future(cells, 2, 3)
    for row in range(4):
        for column in range(6):
            assert np.isnan(found[row, column]) == (column + 2 > row + 3)


@pytest.mark.parametrize("mode", MODES)
def test_colours_rise_with_values_and_empty_is_none_of_them(mode: str) -> None:
    colouring = Colouring(theme("dark").ramp, "#123456", 0.5, next(m for m in MODES if m == mode))
    values = np.linspace(0, 0.5, 200, dtype=np.float32)
    numbers = colouring.indices(values)
    assert (np.diff(numbers.astype(int)) >= 0).all()
    assert (numbers[0], numbers[-1]) == (0, 255)
    assert colouring.indices(np.array([np.nan], np.float32))[0] == EMPTY
    assert colouring.indices(np.array([9.0], np.float32))[0] == 255


def test_signed_colours_have_zero_in_the_middle() -> None:
    colouring = Colouring(theme("dark").diverging, "", 2.0, "linear", True)
    numbers = colouring.indices(np.array([-2, 0, 2, -1], np.float32))
    assert numbers[0] == 0
    assert numbers[1] in (127, 128)
    assert numbers[2] == 255
    assert colouring.low == -2.0


def test_an_image_has_the_colours_of_its_cells() -> None:
    colouring = Colouring(("#000000", "#ffffff"), "", 1.0)
    image = image_of(np.array([[0.0, 1.0, np.nan], [0.5, 0.25, 0.75]], np.float32), colouring)
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(0, 0).name() == "#000000"
    assert image.pixelColor(1, 0).name() == "#ffffff"
    assert image.pixelColor(2, 0).alpha() == 0
    assert image.pixelColor(0, 1).red() == pytest.approx(128, abs=1)


# -- places ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("layers", "heads"), [(30, 9), (48, 25), (1, 1), (12, 1), (1, 64), (2, 64), (12, 12)])
@pytest.mark.parametrize("size", [(420, 560), (900, 300), (200, 900)])
def test_every_head_has_a_place_of_its_own_inside(layers: int, heads: int, size: tuple[int, int]) -> None:
    area = QRectF(7, 40, *size)
    for grid in (by_layer(area, layers, heads, 20.0), in_order(area, layers * heads)):
        places = [grid.place(at) for at in range(grid.n)]
        for at, place in enumerate(places):
            assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place)
            assert grid.at(place.center()) == at
        assert len({(round(place.left(), 3), round(place.top(), 3)) for place in places}) == len(places)
        assert grid.at(QPointF(0, 0)) is None


def test_blocks_of_layers_stand_below_each_other_and_few_layers_of_many_heads_fold() -> None:
    area = QRectF(0, 0, 900, 580)
    one = by_layer(area, 12, 1, 20.0)
    assert one.rows > 1
    assert one.place(1).top() > one.place(0).top(), "as the sheet of thumbnails is drawn, with one head as with many"
    folded = by_layer(area, 2, 64, 20.0)
    assert folded.folds > 1
    assert folded.width > 40
    assert folded.place(64).top() >= folded.place(63).bottom(), "a layer ends before the next begins"
    assert by_layer(area, 30, 9, 20.0).folds == by_layer(area, 48, 25, 20.0).folds == 1


# -- sums --------------------------------------------------------------------------------------------------------


def test_sums_are_told_one_by_one_where_there_is_room_and_by_the_largest_where_there_is_not() -> None:
    sums = np.random.default_rng(0).uniform(0, 1, 1000).astype(np.float32)
    sums[0] = 90.0
    whole = seen_sums(sums, -0.5, 999.5, 250)
    assert len(whole.at) == 250
    np.testing.assert_array_equal(whole.sums, sums.reshape(250, 4).max(axis=1))
    np.testing.assert_allclose(whole.at, np.arange(250) * 4 + 1.5)
    assert whole.largest == 90.0
    near = seen_sums(sums, 99.5, 119.5, 250)
    assert near.at[0] == 100
    np.testing.assert_array_equal(near.sums[:20], sums[100:120])
    assert near.largest == sums[100:121].max(), "the longest is the largest of those in sight"
    assert near.thick < 1


def test_sums_below_zero_keep_their_sign_and_their_amount() -> None:
    found = seen_sums(np.array([0.1, -0.5, 0.2, -0.1], np.float32), -0.5, 3.5, 2)
    np.testing.assert_array_equal(found.sums, np.array([-0.5, 0.2], np.float32))
    assert found.largest == 0.5
    assert seen_sums(np.zeros(3, np.float32), -0.5, 2.5, 100).largest > 0
    assert len(seen_sums(np.empty(0, np.float32), -0.5, 0.5, 100).at) == 0


# -- the sheet ---------------------------------------------------------------------------------------------------


def plan(step: int, capacity: int, without_first: bool = False) -> SheetPlan:
    colouring = Colouring(theme("dark").ramp, "#204060", 1.0)
    return SheetPlan(LAYERS, HEADS, step, capacity, 1, 2, "#111111", colouring, without_first)


@pytest.mark.parametrize("step", [1, 2, 4])
@pytest.mark.parametrize("without_first", [False, True])
def test_a_sheet_brought_up_to_date_equals_a_new_one(step: int, without_first: bool) -> None:
    made = plan(step, BINS // step, without_first)
    grown, run = AtlasSheet(made), empty()
    for token in long_run(150).token_ids.tolist():
        grow(run, [token], neurons=False, resid=False)
        if len(run) % 3 == 0:
            grown.show(atlas(run))
    grown.show(atlas(run))
    fresh = AtlasSheet(made)
    fresh.show(atlas(run))
    assert grown.image == fresh.image
    other = RUNS["branched"]()
    grown.show(atlas(other))
    fresh = AtlasSheet(made)
    fresh.show(atlas(other))
    assert grown.image == fresh.image


@pytest.mark.parametrize(("n", "step"), [(9, 1), (8, 2), (9, 2), (11, 4)])
def test_merged_cells_are_the_largest_of_those_they_cover(n: int, step: int) -> None:
    cells = np.random.default_rng(n).random((2, 3, n, n), np.float32)
    cells[:, :, ~np.tri(n, dtype=bool)] = np.nan
    found = merged(cells, step)
    assert found.shape == (2, 3, -(-n // step), -(-n // step))
    for row, column in np.ndindex(found.shape[2:]):
        block = cells[:, :, row * step : (row + 1) * step, column * step : (column + 1) * step]
        expected = np.where(np.isnan(block), -np.inf, block).max(axis=(2, 3))
        np.testing.assert_array_equal(
            found[:, :, row, column], np.where(np.isinf(expected), np.float32(np.nan), expected)
        )


def test_a_sheet_has_each_heads_cells_at_its_place() -> None:
    run, made = RUNS["one_step"](), plan(1, 16)
    sheet = AtlasSheet(made)
    sheet.show(atlas(run))
    table, cells = made.colouring.table(), atlas(run).cells
    for layer in range(LAYERS):
        for head in range(HEADS):
            corner = made.place(layer, head).topLeft().toPoint()
            for i, j in ((0, 0), (5, 3), (9, 9), (3, 5)):
                expected = int(table[made.colouring.indices(cells[layer, head, i, j][None])[0]])
                assert sheet.image.pixel(corner.x() + j, corner.y() + i) == expected
            assert sheet.image.pixelColor(corner.x() + 16, corner.y()).name() == "#111111"
