"""Separation against scikit-learn, losses against plain forwards, and the experiment's halves kept apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.metrics import roc_auc_score

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.subject import of_bench
from engine.labs.language_neurons import (
    contrast,
    language_neuron,
    redundancy,
    text_batches,
    text_sets,
)
from engine.labs.language_neurons.language_neuron import scaled
from engine.labs.language_neurons.records import (
    BUNDLED,
    OTHERS,
    AskContrast,
    AskLanguage,
    AskRedundancy,
)
from engine.labs.language_neurons.text_batches import (
    F64,
    encoded,
    interval,
    keep_states,
    losses_with,
    mean_activations,
)
from engine.labs.language_neurons.text_sets import TextSet, other_texts, text_set
from engine.records import I32
from tests.helpers.sessions import hooks_on, tiny_session
from tests.helpers.workbench import bench

SOME = ["llama", "gpt2", "gpt_neox", "bloom", "mistral", "gemma2"]


def texts(count: int, low: int, high: int, seed: int = 0) -> tuple[str, ...]:
    rng = np.random.default_rng(seed)
    return tuple(" ".join(map(str, rng.integers(low, high, rng.integers(4, 11)))) for _ in range(count))


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[str, str]:
    """Texts of small numbers and texts of large ones: easily told apart."""
    paths = tmp_path / "small.txt", tmp_path / "large.txt"
    for path, lines in zip(paths, (texts(12, 5, 30), texts(14, 60, 96, 1)), strict=True):
        path.write_text("\n".join(lines), encoding="utf-8")
    return str(paths[0]), str(paths[1])


def plain_losses(session: Session, lines: tuple[str, ...], off: tuple[int, int] | None = None) -> F64:
    """Bits of each text, one plain forward each, with a llama's neuron at zero."""
    found = []
    model: Any = session.model
    handle = None
    if off is not None:

        def zero(_m: Any, args: Any) -> Any:
            values = args[0].clone()
            values[..., off[1]] = 0
            return (values,)

        handle = model.model.layers[off[0]].mlp.down_proj.register_forward_pre_hook(zero)
    for line in lines:
        ids = torch.tensor([int(word) for word in line.split()])
        with torch.no_grad():
            logits = session.model(input_ids=ids[None], use_cache=False).logits[0]
        bits = torch.nn.functional.cross_entropy(logits[:-1], ids[1:], reduction="sum") / np.log(2)
        found.append(float(bits))
    if handle is not None:
        handle.remove()
    return np.array(found)


# -- texts -------------------------------------------------------------------------------------------------------


def test_every_bundled_set_has_forty_different_texts() -> None:
    every = [text_set(name) for name in BUNDLED]
    assert all(len(it.texts) >= 40 for it in every)
    whole = [text for it in every for text in it.texts]
    assert len(set(whole)) == len(whole)
    assert len(other_texts("french", OTHERS).texts) == len(whole) - len(text_set("french").texts)
    assert any("\u4e00" <= character <= "\u9fff" for character in text_set("chinese").texts[0])


def test_files_of_texts_are_refused_in_words(tmp_path: Path) -> None:
    few, wrong = tmp_path / "few.txt", tmp_path / "wrong.txt"
    few.write_text("one\n\ntwo\n", encoding="utf-8")
    wrong.write_bytes(b"\xff\xfe\x00a")
    for name, words in ((str(few), "at least 4"), (str(wrong), "not UTF-8"), ("klingon", "one of the sets")):
        with pytest.raises(InputRefused, match=words):
            text_set(name)
    few.write_text("a\n \nb\nc\nd\n", encoding="utf-8")
    assert text_set(str(few)).note == "1 empty lines were left out."


def test_long_texts_are_cut_and_short_ones_left_out_and_both_is_said() -> None:
    subject = of_bench(bench(tiny_session("llama", context=6)))
    found = encoded(subject, TextSet("mine", ("5 6 7 8 9 10 11 12", "5 6", "7", "8 9 10")))
    assert found.n_tokens.tolist() == [5, 1, 2]
    assert "1 texts of mine were cut to the model's context of 6 tokens." in found.note
    assert "1 texts of mine were shorter than two tokens" in found.note


# -- losses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", SOME)
def test_padded_batches_lose_what_plain_forwards_do(family: str) -> None:
    session = tiny_session(family)
    lines = texts(9, 5, 96)
    subject = of_bench(bench(session))
    mine = encoded(subject, TextSet("mine", lines))
    (losses,), _ = keep_states(subject, [mine], [1, 2], "")
    np.testing.assert_allclose(losses, plain_losses(session, lines), rtol=1e-4)
    again = losses_with(subject, mine, 2, text_batches.intact)
    np.testing.assert_allclose(again, losses, rtol=1e-5)
    with pytest.raises(Stopped):
        losses_with(of_bench(bench(session, stop=True)), mine, 2, text_batches.intact)
    assert hooks_on(session.model) == 0


def test_a_loss_without_a_neuron_resumes_to_the_plain_one_and_scale_one_is_bit_identical() -> None:
    session = tiny_session("llama")
    lines = texts(9, 5, 96)
    subject = of_bench(bench(session))
    mine = encoded(subject, TextSet("mine", lines))
    keep_states(subject, [mine], [2], "")
    intact = losses_with(subject, mine, 2, text_batches.intact)
    assert (losses_with(subject, mine, 2, lambda _: scaled(subject, [(2, 7)], 1.0)) == intact).all()
    off = losses_with(subject, mine, 2, lambda _: scaled(subject, [(2, 7)], 0.0))
    np.testing.assert_allclose(off, plain_losses(session, lines, (2, 7)), rtol=1e-4)
    below = losses_with(subject, mine, 0, lambda _: scaled(subject, [(0, 7), (2, 7)], 0.0))  # begins at the bottom
    assert not np.allclose(below, off)
    assert hooks_on(session.model) == 0


def test_mean_activations_leave_padding_out() -> None:
    session = tiny_session("llama")
    lines = texts(7, 5, 96)
    subject = of_bench(bench(session))
    (means,) = mean_activations(subject, [encoded(subject, TextSet("mine", lines))], "")
    model: Any = session.model
    for row, line in enumerate(lines):
        kept: list[torch.Tensor] = []
        hook = model.model.layers[1].mlp.down_proj.register_forward_pre_hook(lambda _m, args, k=kept: k.append(args[0]))
        with torch.no_grad():
            model(input_ids=torch.tensor([[int(word) for word in line.split()]]))
        hook.remove()
        np.testing.assert_allclose(means[row, 1], kept[0][0].mean(0), atol=1e-5)


def test_the_bootstrap_interval_covers_as_it_says() -> None:
    """Of many samples of a known mean, about 95 % have it inside; and the interval is that of plain resampling."""
    rng = np.random.default_rng(0)
    tokens: I32 = np.full(40, 10, np.int32)
    inside = 0
    for trial in range(200):
        low, high = interval(rng.normal(20, 4, 40), tokens, 400, trial)
        inside += low <= 2.0 <= high
    assert 0.88 <= inside / 200 <= 0.99
    values = rng.normal(20, 4, 40)
    low, high = interval(values, tokens, 20_000, 1)
    spread = values.std() / np.sqrt(40) / 10 * 1.96
    assert low == pytest.approx(values.mean() / 10 - spread, abs=0.01)
    assert high == pytest.approx(values.mean() / 10 + spread, abs=0.01)


# -- separation --------------------------------------------------------------------------------------------------


def test_auc_is_scikit_learns_ties_included() -> None:
    rng = np.random.default_rng(0)
    values = rng.integers(0, 6, (50, 30)).astype(np.float32)
    labels = rng.random((4, 30)) < 0.4
    found = contrast.aucs(torch.from_numpy(values), torch.from_numpy(labels))
    expected = [[roc_auc_score(label, row) for label in labels] for row in values]
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_of_equal_aucs_the_larger_difference_comes_first() -> None:
    auc, effect = torch.tensor([1.0, 1.0, 0.9, 1.0]), torch.tensor([0.1, 1.001, 5.0, 1.002])
    assert contrast.best_first(auc, effect).tolist() == [3, 1, 0, 2]


def test_the_ranking_separates_two_files_and_says_how_much_is_chance(two_files: tuple[str, str]) -> None:
    session = tiny_session("llama")
    found = contrast.answer(AskContrast(*two_files, count=20, folds=4), bench(session))
    assert (found.n_a, found.n_b, found.n_tried) == (12, 14, 4 * 48)
    amounts = np.abs(found.auc - 0.5)
    assert (np.diff(amounts) <= 1e-6).all()
    assert amounts[0] > 0.3
    assert found.n_pass >= 20
    assert found.n_by_chance < found.n_pass
    assert 0.5 < found.best_held_out <= 1
    subject = of_bench(bench(session))
    a, b = mean_activations(subject, [encoded(subject, text_set(name)) for name in two_files], "")
    labels = [1] * 12 + [0] * 14
    for row in range(5):
        values = np.concatenate([part[:, found.layers[row], found.indices[row]] for part in (a, b)])
        assert found.auc[row] == pytest.approx(roc_auc_score(labels, values), abs=1e-5)
        assert found.mean_a[row] == pytest.approx(a[:, found.layers[row], found.indices[row]].mean(), abs=1e-5)
    assert hooks_on(session.model) == 0


def test_where_there_is_nothing_to_find_held_out_figures_say_so(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for seed, path in enumerate(paths):
        path.write_text("\n".join(texts(16, 5, 96, 10 + seed)), encoding="utf-8")
    found = contrast.answer(AskContrast(str(paths[0]), str(paths[1]), count=10), bench(tiny_session("llama")))
    assert abs(found.auc[0] - 0.5) > 0.2  # the best of many looks good
    assert found.best_held_out < 0.85
    assert found.n_by_chance > 1  # and as many would by chance


def test_contrast_is_refused_and_stopped(two_files: tuple[str, str]) -> None:
    session = tiny_session("llama")
    for ask in (AskContrast(two_files[0], two_files[0]), AskContrast(*two_files, folds=13), AskContrast("none", "x")):
        with pytest.raises(InputRefused):
            contrast.answer(ask, bench(session))
    with pytest.raises(Stopped):
        contrast.answer(AskContrast(*two_files), bench(session, stop=True))
    assert hooks_on(session.model) == 0


# -- the experiment ----------------------------------------------------------------------------------------------


@pytest.fixture
def small_sets(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, ...]]:
    """Small sets in place of the bundled ones: french has small numbers."""
    sets = {
        name: texts(10, 5, 30, 3) if name == "french" else texts(10, 30, 96, seed) for seed, name in enumerate(BUNDLED)
    }
    monkeypatch.setattr(language_neuron, "text_set", lambda name: TextSet(name, sets[name]))
    monkeypatch.setattr(redundancy, "text_set", lambda name: TextSet(name, sets[name]))
    monkeypatch.setattr(text_sets, "text_set", lambda name: TextSet(name, sets[name]))
    return sets


def test_the_experiment_measures_on_texts_it_did_not_choose_on(small_sets: dict[str, tuple[str, ...]]) -> None:
    session = tiny_session("llama")
    found = language_neuron.answer(AskLanguage(candidates=6, scales=(-1.0, 0.0, 1.0, 3.0), draws=300), bench(session))
    assert found.sets[0] == "french"
    assert found.loss.shape == (3, 6, 3)
    assert found.n_texts.tolist() == [5] * 6
    for at, name in enumerate(found.sets):
        held = small_sets[name][1::2]
        tokens = sum(len(line.split()) - 1 for line in held)
        assert found.n_tokens[at] == tokens
        assert found.loss[0, at, 0] == pytest.approx(plain_losses(session, held).sum() / tokens, rel=1e-4)
        for row in range(3):
            off = (int(found.layers[row]), int(found.indices[row]))
            expected = plain_losses(session, held, off).sum() / tokens
            assert found.loss[row, at, 1] == pytest.approx(expected, rel=1e-4)
            assert found.rise[row, at, 0] == pytest.approx(found.loss[row, at, 1] - found.loss[row, at, 0], abs=1e-5)
    assert (found.rise_low <= found.rise + 1e-6).all()
    assert (found.rise <= found.rise_high + 1e-6).all()
    assert (found.low <= found.loss + 1e-5).all()
    np.testing.assert_allclose(found.curve[:, 2], found.loss[0, :, 0], atol=1e-6)  # scale 1
    np.testing.assert_allclose(found.curve[:, 1], found.loss[0, :, 1], atol=1e-6)  # scale 0
    assert (found.curve_low[:, 2] == 0).all()
    assert hooks_on(session.model) == 0


def test_a_second_model_is_loaded_for_it_beside_the_first(
    small_sets: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    from tests.helpers.tiny_models import write_folder

    folder = write_folder(tmp_path / "another", num_hidden_layers=3)
    session = tiny_session("llama")
    ask = AskLanguage("french", str(folder), candidates=3, scales=(1.0,), draws=100)
    found = language_neuron.answer(ask, bench(session))
    assert found.model == "another"
    assert found.n_tried == 3 * 48
    assert found.n_parameters > 0
    own = language_neuron.answer(AskLanguage(candidates=3, scales=(1.0,), draws=100), bench(session))
    assert own.n_tried == 4 * 48
    assert hooks_on(session.model) == 0


def test_candidates_are_ordered_by_what_their_loss_costs_the_set(small_sets: dict[str, tuple[str, ...]]) -> None:
    session = tiny_session("llama")
    ask = AskLanguage(neurons=3, candidates=3, scales=(1.0,), draws=100)
    found = language_neuron.answer(ask, bench(session))
    chosen_on = small_sets["french"][0::2]
    costs = [
        plain_losses(session, chosen_on, off).sum()
        for off in zip(found.layers.tolist(), found.indices.tolist(), strict=True)
    ]
    assert costs == sorted(costs, reverse=True)


def test_the_experiment_is_refused_and_stopped(small_sets: dict[str, tuple[str, ...]]) -> None:
    session = tiny_session("llama")
    for ask in (
        AskLanguage(neurons=0),
        AskLanguage(scales=()),
        AskLanguage(scales=(float("nan"),)),
        AskLanguage(draws=3),
    ):
        with pytest.raises(InputRefused):
            language_neuron.answer(ask, bench(session))
    with pytest.raises(Stopped):
        language_neuron.answer(AskLanguage(), bench(session, stop=True))
    with pytest.raises(InputRefused):
        language_neuron.answer(AskLanguage(), bench(session_without_neurons()))
    assert hooks_on(session.model) == 0


def session_without_neurons() -> Session:
    from tests.helpers.families import MIXTURES
    from tests.helpers.sessions import session_of

    return session_of(MIXTURES["mixtral"]())


def test_redundancy_takes_out_as_many_others_of_the_same_layers(small_sets: dict[str, tuple[str, ...]]) -> None:
    session = tiny_session("llama")
    found = redundancy.answer(AskRedundancy(counts=(1, 4, 12), draws=2), bench(session))
    assert found.random_a.shape == (2, 3)
    held = small_sets["french"][1::2]
    tokens = sum(len(line.split()) - 1 for line in held)
    assert found.intact_a == pytest.approx(plain_losses(session, held).sum() / tokens, rel=1e-4)
    one = (int(found.layers[0]), int(found.indices[0]))
    assert found.top_a[0] == pytest.approx(plain_losses(session, held, one).sum() / tokens, rel=1e-4)
    ranked = list(zip(found.layers.tolist(), found.indices.tolist(), strict=True))
    other = redundancy.random_like(np.random.default_rng(0), ranked, 48)
    assert [layer for layer, _ in other] == [layer for layer, _ in ranked]
    assert not set(other) & set(ranked)
    assert len(set(other)) == len(other)
    for counts in ((), (0,), (10_000,)):
        with pytest.raises(InputRefused):
            redundancy.answer(AskRedundancy(counts=counts), bench(session))
    with pytest.raises(Stopped):
        redundancy.answer(AskRedundancy(counts=(1,)), bench(session, stop=True))
    assert hooks_on(session.model) == 0
