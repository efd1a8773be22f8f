"""What a feature's weights say, against the same written with plain numpy and the library's own forwards."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.capture.norms import readout
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.labkit.dispatch import answer
from engine.labkit.undertrained import undertrained
from engine.labs.features import weights
from engine.labs.features.records import PROBABLE, AskReading, Reading
from tests.helpers.sessions import hooks_on
from tests.helpers.steering import dictionary_file
from tests.unit.engine.labs.features.conftest import HOOK, Stage

FEATURE, AMOUNT = 7, 3.0


def reading(stage: Stage, name: str = "", amount: float = AMOUNT) -> Reading:
    found = answer(AskReading(name or stage.name, FEATURE, amount), stage.bench)
    assert isinstance(found, Reading)
    assert hooks_on(stage.session.model) == 0
    return found


def kept(stage: Stage) -> np.ndarray:
    candidates = undertrained(stage.session.anatomy, stage.bench.vocabulary).candidates
    return np.flatnonzero(~candidates[: stage.session.anatomy.vocab_size])


def test_through_the_later_layers_is_what_a_forward_with_the_vector_added_changes(stage: Stage) -> None:
    found, model, changes, probable = reading(stage), stage.session.model, [], []
    vector = AMOUNT * stage.dictionary.directions()[FEATURE]
    for text in weights.NEUTRAL:
        ids = torch.tensor([stage.bench.tokenizer(text)["input_ids"]])

        def add(_module: object, _args: object, output: torch.Tensor) -> torch.Tensor:
            states = output.clone()
            states[:, -1] += vector
            return states

        with torch.inference_mode():
            before = model(input_ids=ids).logits[0, -1].log_softmax(-1)
            handle = stage.session.anatomy.blocks[HOOK.layer].module.register_forward_hook(add)
            after = model(input_ids=ids).logits[0, -1].log_softmax(-1)
            handle.remove()
        changes.append(((after - before) / np.log(2)).numpy())
        probable.append(np.maximum(before.exp().numpy(), after.exp().numpy()))
    mean, shown = np.mean(changes, 0), kept(stage)
    shown = shown[np.mean(probable, 0)[shown] >= PROBABLE]
    order = shown[np.argsort(-mean[shown])]
    np.testing.assert_array_equal(found.through.up, order[:12])
    np.testing.assert_allclose(found.through.up_by, mean[order[:12]], atol=1e-4)
    np.testing.assert_array_equal(found.through.down, order[::-1][:12])


def test_read_at_once_is_the_head_on_the_direction_with_the_scale_held(stage: Stage) -> None:
    found = reading(stage)
    assert found.direct is not None
    head = readout(stage.session.anatomy)
    vector = AMOUNT * stage.dictionary.directions()[FEATURE]
    logits = np.array([float(vector @ head.direction(it)) for it in range(stage.session.anatomy.vocab_size)])
    logits /= found.norm_scale
    order = kept(stage)[np.argsort(-logits[kept(stage)])]
    np.testing.assert_array_equal(found.direct.up, order[:12])
    np.testing.assert_allclose(found.direct.up_by, logits[order[:12]], atol=1e-4)
    twice = reading(stage, amount=2 * AMOUNT)
    assert twice.direct is not None
    np.testing.assert_allclose(twice.direct.up_by, 2 * found.direct.up_by, rtol=1e-4)


def test_under_trained_tokens_are_in_no_reading(stage: Stage) -> None:
    found, candidates = reading(stage), undertrained(stage.session.anatomy, stage.bench.vocabulary).candidates
    assert found.direct is not None
    assert found.left_out == candidates.sum() > 0
    for ids in (found.direct.up, found.direct.down, found.through.up, found.through.down):
        assert not candidates[ids].any()


def test_neurons_and_heads_that_feed_it_are_those_that_write_along_the_encoders_row(stage: Stage) -> None:
    found, anatomy = reading(stage), stage.session.anatomy
    row = (stage.dictionary.w_enc[FEATURE] / stage.dictionary.scale).numpy()
    row /= np.linalg.norm(row)
    model = stage.session.model
    cosines = {}
    for layer in range(HOOK.layer + 1):
        down = model.get_parameter(f"model.layers.{layer}.mlp.down_proj.weight").detach().numpy()  # [D, M]
        for neuron in range(down.shape[1]):
            cosines[layer, neuron] = float(row @ down[:, neuron]) / np.linalg.norm(down[:, neuron])
    best = sorted(cosines, key=lambda it: -abs(cosines[it]))[: len(found.neurons)]
    assert list(found.neurons) == best
    np.testing.assert_allclose(found.neuron_cosines, [cosines[it] for it in best], atol=1e-5)
    shares, wide = {}, anatomy.head_dim
    for layer in range(HOOK.layer + 1):
        out = model.get_parameter(f"model.layers.{layer}.self_attn.o_proj.weight").detach().numpy()  # [D, H * hd]
        for head in range(anatomy.n_heads):
            part = out[:, head * wide : (head + 1) * wide]
            shares[layer, head] = float(np.linalg.norm(row @ part) / np.linalg.norm(part))
    best = sorted(shares, key=lambda it: -shares[it])[: len(found.heads)]
    assert list(found.heads) == best
    np.testing.assert_allclose(found.head_shares, [shares[it] for it in best], atol=1e-5)
    assert 0 < found.head_random < 1
    assert 0 < found.neuron_random < 1


def test_the_nearest_features_are_those_of_the_largest_cosine(stage: Stage) -> None:
    found, rows = reading(stage), stage.dictionary.directions().numpy()
    units = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    cosines = units @ units[FEATURE]
    cosines[FEATURE] = -1
    order = np.argsort(-cosines)[: len(found.near)]
    np.testing.assert_array_equal(found.near, order)
    np.testing.assert_allclose(found.near_cosines, cosines[order], atol=1e-5)


@pytest.mark.parametrize("kind", ["attention", "mlp", "neurons"])
def test_every_hook_can_be_read(stage: Stage, kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    hook = Hook(kind, 1)  # type: ignore[arg-type]
    anatomy = stage.session.anatomy
    width = anatomy.d_mlp if kind == "neurons" else anatomy.d_model
    _, name = dictionary_file(tmp_path_factory.mktemp("other"), width, hook)
    found = reading(stage, name)
    assert found.direct is not None
    assert np.isfinite(found.direct.up_by).all()
    assert bool(found.neurons) == (kind != "attention")
    assert bool(found.heads) == (kind == "attention")


def test_a_feature_that_is_not_there_is_refused(stage: Stage) -> None:
    with pytest.raises(InputRefused, match="features 0 to 47"):
        answer(AskReading(stage.name, 48), stage.bench)
