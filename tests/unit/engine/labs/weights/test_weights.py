"""Pictures, sizes and singular values of weights, against the model's own state dict by numpy and scipy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file
from scipy import stats
from scipy.ndimage import uniform_filter

from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench, Workbench
from engine.labs.weights import answers, orders, shuffle
from engine.labs.weights.cells import read_shown, strongest
from engine.labs.weights.matrices import list_matrices, matrix_of
from engine.labs.weights.records import (
    AskLayers,
    AskMatrices,
    AskNetMatrices,
    AskPart,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Axis,
    Look,
    Matrices,
    MatrixName,
    Picture,
    Piece,
    Spectrum,
    about_net,
)
from engine.labs.weights.shuffle import Places
from engine.labs.weights.sizes import sizes
from engine.labs.weights.source import Source
from engine.labs.weights.spectrum import effective_rank, expected, spectrum
from engine.records import F32
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.sessions import session_of, tiny_session
from tests.helpers.workbench import bench

Q = MatrixName("q", 1)


@pytest.fixture(scope="module")
def session() -> Session:
    return tiny_session()


@pytest.fixture(scope="module")
def workbench(session: Session) -> Workbench:
    return bench(session)


def of_numbers(values: F32) -> Source:
    return Source(torch.from_numpy(values))


def drawn(rows: int, columns: int, seed: int = 0) -> F32:
    return np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)


# -- pictures --------------------------------------------------------------------------------------------------------


def test_a_small_matrix_is_shown_number_by_number(session: Session, workbench: Workbench) -> None:
    stored = session.model.state_dict()["model.layers.1.self_attn.q_proj.weight"].numpy()
    found = answers.picture(AskPicture(Q), workbench)
    assert found.stored_as == "model.layers.1.self_attn.q_proj.weight"
    assert found.spans == (1, 1)
    assert np.array_equal(found.cells, stored)
    assert not np.array_equal(found.control, stored)
    assert np.array_equal(np.sort(found.control, None), np.sort(stored, None))  # the same weights, elsewhere
    assert found.usual == pytest.approx(np.sqrt((stored.astype(float) ** 2).mean()))
    assert found.scale == pytest.approx(3 * found.usual)
    assert found.variation == pytest.approx(stored.astype(float).std()) == pytest.approx(found.control_variation)
    assert found.not_finite == 0


@pytest.mark.parametrize("window", [1, 2, 5, 64])
def test_moving_averages_are_scipy_s(session: Session, workbench: Workbench, window: int) -> None:
    stored = session.model.state_dict()["model.layers.1.mlp.down_proj.weight"].numpy()
    found = answers.picture(AskPicture(MatrixName("down", 1), Look("average", window)), workbench)
    assert np.allclose(found.cells, uniform_filter(stored, window), atol=1e-6)
    sized = answers.picture(AskPicture(MatrixName("down", 1), Look("size", window)), workbench)
    usual = np.sqrt((stored.astype(float) ** 2).mean())
    assert np.allclose(sized.cells, np.sqrt(uniform_filter(stored.astype(float) ** 2, window)) / usual - 1, atol=1e-5)
    assert found.variation == pytest.approx(found.cells.astype(float).std(), rel=1e-4)
    assert found.control_variation == pytest.approx(found.control.astype(float).std(), rel=1e-4)
    assert found.times_chance == pytest.approx(found.variation / found.control_variation)


def test_a_moving_average_by_hand() -> None:
    values = drawn(9, 7)
    found = read_shown(of_numbers(values), Look("average", 3), 1.0, 0, 9, 0, 7)
    mirrored = np.pad(values.astype(float), 1, "symmetric")
    by_hand = [[mirrored[row : row + 3, column : column + 3].mean() for column in range(7)] for row in range(9)]
    assert np.allclose(found, by_hand, atol=1e-6)


@pytest.mark.parametrize("shown", ["value", "average", "size"])
def test_a_part_is_that_part_of_the_whole(shown: str) -> None:
    values, look = drawn(40, 50), Look(shown, 8)  # type: ignore[arg-type]
    source = of_numbers(values)
    whole = read_shown(source, look, 1.0, 0, 40, 0, 50)
    for top, bottom, left, right in ((0, 10, 0, 10), (7, 31, 13, 40), (35, 40, 48, 50), (0, 40, 20, 21)):
        part = read_shown(source, look, 1.0, top, bottom, left, right)
        assert np.allclose(part, whole[top:bottom, left:right], atol=1e-6)


def test_cells_hold_the_strongest_of_what_falls_together() -> None:
    values = drawn(11, 13)
    values[4, 4], values[2, 3] = np.nan, -9
    found = strongest(values, (4, 2))
    assert found.shape == (3, 7)
    for row, column in np.ndindex(*found.shape):
        inside = values[4 * row : 4 * row + 4, 2 * column : 2 * column + 2].ravel()
        inside = inside[np.isfinite(inside)]
        assert found[row, column] == inside[np.argmax(np.abs(inside))]
    assert found[0, 1] == -9


def test_parts_of_an_ordered_picture_are_cut_from_it(workbench: Workbench) -> None:
    look = Look("average", 4, "norm", "similarity")
    name = MatrixName("gate", 0)
    whole = answers.picture(AskPicture(name, look), workbench)
    part = answers.part(AskPart(name, look, 0, (1, 1), 8, 30, 5, 25), workbench)
    assert np.allclose(part.cells, whole.cells[8:30, 5:25], atol=1e-6)
    assert np.allclose(part.control, whole.control[8:30, 5:25], atol=1e-6)
    halves = answers.part(AskPart(name, look, 0, (2, 4), 8, 32, 4, 24), workbench)
    assert np.allclose(halves.cells, strongest(whole.cells[8:32, 4:24], (2, 4)), atol=1e-6)


@pytest.mark.parametrize(
    "asked",
    [AskPart(Q, Look(), 0, (1, 1), 9, 9, 0, 4), AskPart(Q, Look(), 0, (0, 1), 0, 9, 0, 4),
     AskPart(Q, Look(), 0, (2, 2), 1, 9, 0, 4), AskPart(Q, Look(), 0, (1, 1), 90, 99, 0, 4)],
)  # fmt: skip
def test_what_is_no_part_is_refused(workbench: Workbench, asked: AskPart) -> None:
    with pytest.raises(InputRefused, match="no such part"):
        answers.part(asked, workbench)


def test_windows_and_names_that_there_are_not_are_refused(workbench: Workbench) -> None:
    for look, words in ((Look("average", 0), "1 to 256"), (Look("average", 257), "1 to 256"),
                        (Look("colour"), "another one")):  # type: ignore[arg-type]  # fmt: skip
        with pytest.raises(InputRefused, match=words):
            answers.picture(AskPicture(Q, look), workbench)
    for name, words in ((MatrixName("q", 99), "layers are 0 to 3"), (MatrixName("by name"), "no matrix called"),
                        (MatrixName("by name", name="nothing"), "no matrix called nothing"),
                        (MatrixName("position embedding"), "no position embedding")):  # fmt: skip
        with pytest.raises(InputRefused, match=words):
            answers.picture(AskPicture(name), workbench)


def test_a_stop_ends_it(session: Session) -> None:
    stopped = bench(session, stop=True)
    for question in (AskPicture(Q), AskSizes(Q), AskSpectrum(Q), AskLayers("q")):
        with pytest.raises(Stopped):
            answer(question, stopped)


# -- the control -----------------------------------------------------------------------------------------------------


def test_a_shuffle_keeps_every_weight_and_follows_from_its_seed() -> None:
    values = drawn(30, 40)
    found = of_numbers(values).shuffled(3).read(0, 30, 0, 40)
    assert np.array_equal(np.sort(found, None), np.sort(values, None))
    assert np.array_equal(found, of_numbers(values).shuffled(3).read(0, 30, 0, 40))
    assert not np.array_equal(found, of_numbers(values).shuffled(4).read(0, 30, 0, 40))


def test_tables_move_each_weight_once() -> None:
    places = Places(70, 90, 3)
    row, column = places.source(np.arange(70), np.arange(90))
    assert len(np.unique(row * 90 + column)) == 70 * 90
    part = places.source(np.arange(5, 9), np.array([80, 2]))
    assert np.array_equal(part[0], row[5:9][:, [80, 2]])
    again = Places(70, 90, 3).source(np.arange(70), np.arange(90))
    assert np.array_equal(again[0], row)
    assert not np.array_equal(Places(70, 90, 4).source(np.arange(70), np.arange(90))[0], row)


def test_tables_leave_nothing_of_a_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix of stripes: after the shuffle, rows and columns have means and correlations as of a lot."""
    monkeypatch.setattr(shuffle, "WHOLE", 0)
    stripes = np.tile(np.sign(np.sin(np.arange(256) / 5)), (128, 1)).astype(np.float32)
    found = of_numbers(stripes).shuffled(0).read(0, 128, 0, 256)
    assert found.mean(0).std() == pytest.approx(stripes.std() / 128**0.5, rel=0.2)
    assert found.mean(1).std() == pytest.approx(stripes.std() / 256**0.5, rel=0.25)
    assert abs(np.corrcoef(found[:-1].ravel(), found[1:].ravel())[0, 1]) < 0.02


def test_smoothing_finds_no_more_than_chance_in_what_is_shuffled() -> None:
    """The mean of n weights drawn by lot has 1 / sqrt n of their spread; a real wave keeps its own."""
    rng = np.random.default_rng(0)
    wave = np.sin(np.arange(256) / 40)[:, None] + rng.normal(size=(256, 256))
    source, look = of_numbers(wave.astype(np.float32)), Look("average", 16)
    real = read_shown(source, look, 1.0, 0, 256, 0, 256)
    control = read_shown(source.shuffled(0), look, 1.0, 0, 256, 0, 256)
    assert control.std() == pytest.approx(wave.std() / 16, rel=0.2)
    assert real.std() > 5 * control.std()


# -- orders ----------------------------------------------------------------------------------------------------------


def test_by_norm_and_back(session: Session, workbench: Workbench) -> None:
    stored = session.model.state_dict()["model.layers.1.self_attn.q_proj.weight"].numpy()
    found = answers.picture(AskPicture(Q, Look(rows="norm", columns="norm")), workbench)
    lengths = np.linalg.norm(stored, axis=1)
    assert np.array_equal(found.row_order, np.argsort(-lengths, kind="stable"))
    assert np.array_equal(found.cells, stored[np.ix_(found.row_order, found.column_order)])
    assert (np.diff(np.linalg.norm(found.control, axis=1)) <= 1e-6).all(), "the control is put into order as well"


def test_similar_rows_stand_together(monkeypatch: pytest.MonkeyPatch, workbench: Workbench) -> None:
    rng = np.random.default_rng(0)
    kinds = rng.permutation(np.repeat(np.arange(4), 15))
    values = (rng.normal(size=(4, 32))[kinds] + 0.2 * rng.normal(size=(60, 32))).astype(np.float32)
    for most in (1500, 30):
        monkeypatch.setattr(orders, "CLUSTERED", most)
        order, sampled = orders.by_similarity(of_numbers(values), False, workbench)
        assert sorted(order) == list(range(60))
        assert sampled == (0 if most == 1500 else 30)
        assert (np.diff(kinds[order]) != 0).sum() == 3, "each kind stands in one piece"
        across, _ = orders.by_similarity(of_numbers(np.ascontiguousarray(values.T)), True, workbench)
        assert (np.diff(kinds[across]) != 0).sum() == 3


def test_by_role() -> None:
    lengths = np.array([1, 1, 3, 3, 2, 2], np.float32)
    heads = Axis((Piece("head", 6, width=2),))
    assert orders.by_role(heads, lengths, None, None).tolist() == [2, 3, 4, 5, 0, 1]
    neurons = Axis((Piece("neuron", 3),))
    assert orders.by_role(neurons, lengths[:3], np.array([0.1, -0.5, 0.9], np.float32), None).tolist() == [2, 0, 1]
    tokens = Axis((Piece("token", 4),))
    assert orders.by_role(tokens, lengths[:4], None, np.array([3, 0, 3], np.uint8)).tolist() == [1, 0, 2, 3]
    assert not orders.is_known("role", Axis((Piece("residual", 4),)))


def test_neurons_by_what_they_read_and_write(session: Session, workbench: Workbench) -> None:
    model: Any = session.model
    mlp = model.model.layers[1].mlp
    gate, down = mlp.gate_proj.weight.detach().numpy(), mlp.down_proj.weight.detach().numpy()
    cosines = [gate[n] @ down[:, n] / np.linalg.norm(gate[n]) / np.linalg.norm(down[:, n]) for n in range(len(gate))]
    found = answers.picture(AskPicture(MatrixName("down", 1), Look(columns="role")), workbench)
    assert np.array_equal(found.column_order, np.argsort(-np.array(cosines), kind="stable"))


# -- sizes -----------------------------------------------------------------------------------------------------------


def test_moments_are_scipy_s(session: Session, workbench: Workbench) -> None:
    stored = session.model.state_dict()["model.layers.1.mlp.up_proj.weight"].numpy().ravel().astype(float)
    found = answers.how_large(AskSizes(MatrixName("up", 1)), workbench)
    assert found.n_weights == len(stored) == found.counts.sum()
    assert found.mean == pytest.approx(stored.mean(), abs=1e-9)
    assert found.spread == pytest.approx(stored.std())
    assert found.skewness == pytest.approx(stats.skew(stored), abs=1e-9)
    assert found.kurtosis == pytest.approx(stats.kurtosis(stored), abs=1e-9)
    assert (found.smallest, found.largest) == (stored.min(), stored.max())
    assert found.beyond == pytest.approx((np.abs(stored - stored.mean()) > 3 * stored.std()).mean())
    assert found.beyond_normal == pytest.approx(0.0026998, rel=1e-4)
    assert found.expected.sum() == pytest.approx(len(stored), rel=0.01)


def test_what_is_not_finite_is_counted_and_left_out(workbench: Workbench) -> None:
    values = drawn(8, 9)
    values[0, 0], values[1, 1], values[2, 2] = np.nan, np.inf, -np.inf
    found = sizes(of_numbers(values), AskSizes(Q), workbench)
    known = values[np.isfinite(values)].astype(float)
    assert (found.not_finite, found.n_weights) == (3, 69)
    assert found.spread == pytest.approx(known.std())
    rest = spectrum(of_numbers(values), AskSpectrum(Q), workbench)
    assert rest.not_finite == 3
    assert np.allclose(rest.values, np.linalg.svd(np.where(np.isfinite(values), values, 0))[1], atol=1e-5)
    smooth = read_shown(of_numbers(values), Look("average", 3), 1.0, 0, 8, 0, 9)
    assert np.isfinite(smooth).all()
    assert smooth[1, 1] == pytest.approx(np.nanmean(np.where(np.isfinite(values), values, np.nan)[0:3, 0:3]), abs=1e-6)
    with pytest.raises(InputRefused, match="finite"):
        sizes(of_numbers(np.full((2, 2), np.nan, np.float32)), AskSizes(Q), workbench)


def test_a_matrix_of_zeros_and_one_of_a_single_row(workbench: Workbench) -> None:
    zeros = of_numbers(np.zeros((6, 5), np.float32))
    found, values = sizes(zeros, AskSizes(Q), workbench), spectrum(zeros, AskSpectrum(Q), workbench)
    assert (found.zeros, found.spread) == (30, 0)
    assert np.isnan(found.kurtosis)
    assert not values.values.any()
    assert (values.effective, values.stable, values.half) == (0, 0, 0)
    row = of_numbers(drawn(1, 20))
    one = spectrum(row, AskSpectrum(Q), workbench)
    assert one.values[0] == pytest.approx(np.linalg.norm(drawn(1, 20)))
    assert one.effective == pytest.approx(1)
    assert orders.by_similarity(row, False, workbench)[0].size == 0


# -- singular values -------------------------------------------------------------------------------------------------


def test_singular_values_are_numpy_s(session: Session, workbench: Workbench) -> None:
    state = session.model.state_dict()
    for role, name in (("q", "self_attn.q_proj"), ("down", "mlp.down_proj"), ("gate", "mlp.gate_proj")):
        stored = state[f"model.layers.1.{name}.weight"].numpy()
        found = answers.singular(AskSpectrum(MatrixName(role, 1)), workbench)  # type: ignore[arg-type]
        exact = np.linalg.svd(stored.astype(float), compute_uv=False)
        assert np.allclose(found.values, exact, atol=2e-6 * exact[0])
        shares = exact / exact.sum()
        assert found.effective == pytest.approx(np.exp(-(shares * np.log(shares)).sum()), rel=1e-4)
        assert found.stable == pytest.approx((exact**2).sum() / exact[0] ** 2, rel=1e-4)
        assert found.half == 1 + np.flatnonzero(np.cumsum(exact**2) >= (exact**2).sum() / 2)[0]
        assert found.above == (exact > found.shuffled[0]).sum()


def test_effective_rank_of_equal_values_is_their_number() -> None:
    assert effective_rank(np.full(7, 2, np.float32)) == pytest.approx(7)
    assert effective_rank(np.array([5, 0, 0], np.float32)) == pytest.approx(1)


@pytest.mark.parametrize(("rows", "columns"), [(400, 400), (600, 150), (100, 800)])
def test_random_numbers_have_the_values_expected(rows: int, columns: int) -> None:
    found = expected(rows, columns)
    exact = np.linalg.svd(drawn(rows, columns), compute_uv=False)
    assert np.abs(found - exact).max() < 0.03 * exact[0]
    assert found[0] < rows**0.5 + columns**0.5
    assert found[0] == pytest.approx(rows**0.5 + columns**0.5, rel=0.03)
    assert (np.diff(found) <= 0).all()


def test_a_planted_direction_stands_out(workbench: Workbench) -> None:
    rng = np.random.default_rng(1)
    values = drawn(120, 80) + 3 * np.outer(rng.choice([-1, 1], 120), rng.choice([-1, 1], 80)).astype(np.float32)
    found = spectrum(of_numbers(values), AskSpectrum(Q), workbench)
    assert found.above == 1
    assert found.values[0] > 1.5 * found.edge
    assert found.effective < 0.9 * found.effective_shuffled


def test_a_wide_matrix_is_taken_by_bands(monkeypatch: pytest.MonkeyPatch, workbench: Workbench) -> None:
    from engine.labs.weights import spectrum as module

    values = drawn(20, 70)
    found, _ = module._of_wide(of_numbers(values), workbench)
    assert np.allclose(found, np.linalg.svd(values, compute_uv=False), atol=1e-4)
    monkeypatch.setattr(module, "LONGEST", 10)
    with pytest.raises(InputRefused, match="at most 10"):
        spectrum(of_numbers(values), AskSpectrum(Q), workbench)


# -- all layers, all names -------------------------------------------------------------------------------------------


def test_all_layers_are_each_one(workbench: Workbench) -> None:
    look = Look("average", 3)
    found = answers.layers(AskLayers("o", look), workbench)
    assert found.cells.shape[0] == 4
    for layer in range(4):
        alone = answers.picture(AskPicture(MatrixName("o", layer), look), workbench)
        assert np.array_equal(found.cells[layer], alone.cells)
        assert np.array_equal(found.control[layer], alone.control)
        assert found.variations[layer] == pytest.approx(alone.variation, rel=1e-5)
        assert found.control_variations[layer] == pytest.approx(alone.control_variation, rel=1e-5)
        told = answers.how_large(AskSizes(MatrixName("o", layer)), workbench)
        assert found.spreads[layer] == pytest.approx(told.spread, rel=1e-5)
        assert found.kurtoses[layer] == pytest.approx(told.kurtosis, abs=1e-4)
    assert found.scale == pytest.approx(3 * np.sqrt((found.cells.astype(float) ** 2).mean()), rel=1e-4)
    assert np.allclose(found.times_chance, found.variations / found.control_variations)
    with pytest.raises(InputRefused):
        answers.layers(AskLayers("token embedding"), workbench)


@pytest.mark.parametrize("family", ["llama", "gpt2", "opt", "mixtral", "mamba", "phi3"])
def test_every_name_is_the_state_dict_s(family: str) -> None:
    session = session_of({**FAMILIES, **MIXTURES, **OTHERS}[family]())
    workbench = bench(session)
    listed, state = list_matrices(workbench), session.model.state_dict()
    for name, shape in zip(listed.names, listed.name_shapes.tolist(), strict=True):
        found = matrix_of(MatrixName("by name", name=name), workbench)
        plain, _, index = name.partition("[")
        stored = state[plain][int(index[:-1])] if index else state[plain]
        assert torch.equal(found.weights.flatten(), stored.flatten())
        assert list(found.weights.shape) == shape == [found.row_axis.n, found.column_axis.n]
    assert {name.partition("[")[0] for name in listed.names} >= {
        name for name, value in state.items() if value.is_floating_point() and isinstance(value, torch.Tensor)
    } - {name for name, _ in session.model.named_buffers()}


def test_a_named_matrix_knows_what_it_is() -> None:
    session = session_of(FAMILIES["gpt2"]())
    workbench = bench(session)
    stored = matrix_of(MatrixName("by name", name="transformer.h.1.mlp.c_fc.weight"), workbench)
    assert [piece.kind for piece in stored.row_axis.pieces] == ["residual"]  # kept as [in, out]
    assert [piece.kind for piece in stored.column_axis.pieces] == ["neuron"]
    fused = matrix_of(MatrixName("by name", name="transformer.h.1.attn.c_attn.weight"), workbench)
    assert [piece.part for piece in fused.column_axis.pieces] == ["q", "k", "v"]
    positions = matrix_of(MatrixName("position embedding"), workbench)
    assert [piece.kind for piece in positions.row_axis.pieces] == ["position"]
    assert list_matrices(workbench).why("gate").startswith("The MLPs of this model have no gate")


def test_what_a_model_lacks_is_said() -> None:
    experts = answers.matrices(AskMatrices(), bench(session_of(MIXTURES["mixtral"]())))
    assert "mixture of experts" in experts.why("up")
    assert experts.why("q") == ""
    assert any(name.endswith("[3]") for name in experts.names)
    mamba = answers.matrices(AskMatrices(), bench(session_of(OTHERS["mamba"]())))
    assert mamba.why("q")
    assert not mamba.why("token embedding")


# -- small nets, without a language model ---------------------------------------------------------------------------


def test_a_small_net_s_matrices_are_those_of_its_file(tmp_path: Path) -> None:
    tools = Bench(lambda *_: None, lambda: False)
    values = np.random.default_rng(3).standard_normal((5, 7)).astype(np.float32)
    path = tmp_path / "net.safetensors"
    save_file({"layers.0.weight": values, "layers.0.bias": values[0]}, path)
    listed = answer(about_net(AskMatrices(), str(path)), tools)
    assert isinstance(listed, Matrices)
    assert sorted(listed.names) == ["layers.0.bias", "layers.0.weight"]
    name = MatrixName("by name", 0, "layers.0.weight")
    assert listed.shape(name) == (5, 7)
    found = answer(about_net(AskPicture(name), str(path)), tools)
    assert isinstance(found, Picture)
    np.testing.assert_array_equal(found.cells, values)
    assert not np.array_equal(found.control, values)
    np.testing.assert_array_equal(np.sort(found.control, axis=None), np.sort(values, axis=None))
    spectrum = answer(about_net(AskSpectrum(name), str(path)), tools)
    assert isinstance(spectrum, Spectrum)
    np.testing.assert_allclose(spectrum.values, np.linalg.svd(values, compute_uv=False), rtol=1e-4)
    brackets = answer(AskNetMatrices(), tools)
    assert isinstance(brackets, Matrices)
    assert brackets.shape(MatrixName("by name", 0, "transformer.h.0.attn.c_attn.weight")) == (128, 384)


@pytest.mark.parametrize("written", [None, b"no weights"])
def test_a_file_that_is_no_net_is_told(tmp_path: Path, written: bytes | None) -> None:
    path = tmp_path / "net.safetensors"
    if written is not None:
        path.write_bytes(written)
    with pytest.raises(ModelUnusable, match="cannot be read"):
        answer(about_net(AskMatrices(), str(path)), Bench(lambda *_: None, lambda: False))


def test_about_no_net_a_question_stays_what_it_is() -> None:
    assert about_net(AskMatrices(), "") == AskMatrices()
    assert about_net(AskMatrices(), "").about == "model"
    assert about_net(AskMatrices(), "one-block") == AskNetMatrices("one-block")
    assert AskNetMatrices.about == "resources"
