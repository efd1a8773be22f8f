"""Features and differences of texts as changes of strength 1, against the same done by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.dictionaries import files
from engine.dictionaries.records import FeatureName
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.steering.answers import ANSWERS
from engine.labs.steering.measured import TOKENS
from engine.labs.steering.records import FRAMES, AskFeatureSteering, AskVectorSteering, FeatureChange, SteeringVector
from engine.labs.steering.vectors import feature_steering, vector_steering
from engine.maps.sample import sample_texts
from tests.helpers.answered import workbench
from tests.helpers.steering import FEATURE, HOOK, LARGEST, dictionary_file

LAYER = HOOK.layer
ONES, OTHERS = ("the cat sat", "a cat ran on"), ("1234 and 5678", "5678 and 12")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("model"))


def _states(bench: Workbench, text: str, most: int = 10_000) -> torch.Tensor:
    """[t - 1, D] by a hook of torch's own, the first position left out."""
    ids = torch.tensor([bench.tokenizer(text)["input_ids"][:most]])
    found: list[torch.Tensor] = []
    block = bench.model.model.layers[LAYER]
    handle = block.register_forward_hook(lambda _module, _args, output: found.append(output))
    with torch.inference_mode():
        bench.model(input_ids=ids)
    handle.remove()
    return found[0][0, 1:]


def _median(bench: Workbench) -> float:
    lengths = torch.cat([_states(bench, text.text, TOKENS).norm(dim=-1) for text in sample_texts()])
    return float(lengths.median())


def test_a_feature_is_counted_in_its_own_maximum_and_in_the_states_norm(bench: Workbench, tmp_path: Path) -> None:
    dictionary, name = dictionary_file(tmp_path, bench.anatomy.d_model)
    found = feature_steering(AskFeatureSteering(FeatureName(name, FEATURE), "clamp"), bench)
    length = float((dictionary.w_dec[FEATURE] * dictionary.scale).norm()) * LARGEST
    assert isinstance(found.change, FeatureChange)
    assert (found.change.largest, found.change.way, found.change.sha256) == (LARGEST, "clamp", dictionary.info.sha256)
    assert found.length == pytest.approx(length, rel=1e-5)
    assert found.state == pytest.approx(_median(bench), rel=1e-4)
    assert found.change.share == pytest.approx(length / found.state, rel=1e-5)
    assert isinstance(found.control, FeatureChange)
    assert found.control.control != 0
    assert found.positions > 100


def test_where_no_maximum_is_known_it_is_measured(bench: Workbench, tmp_path: Path) -> None:
    dictionary, name = dictionary_file(tmp_path, bench.anatomy.d_model)
    files.save(Path(name), dictionary)
    seen = torch.cat([_states(bench, text.text, TOKENS) for text in sample_texts()])
    largest = dictionary.encode(seen).max(dim=0).values
    alive = int(largest.argmax())
    found = feature_steering(AskFeatureSteering(FeatureName(name, alive)), bench)
    assert isinstance(found.change, FeatureChange)
    assert found.change.largest == pytest.approx(float(largest[alive]), rel=1e-4)
    assert "was measured on" in found.note


def test_a_dead_feature_says_that_it_has_no_maximum(bench: Workbench, tmp_path: Path) -> None:
    name = dictionary_file(tmp_path, bench.anatomy.d_model)[1]
    found = feature_steering(AskFeatureSteering(FeatureName(name, 0)), bench)
    assert "F0 was never active" in found.note
    with pytest.raises(InputRefused, match="There is no feature 999"):
        feature_steering(AskFeatureSteering(FeatureName(name, 999)), bench)
    with pytest.raises(InputRefused, match="There is no dictionary"):
        feature_steering(AskFeatureSteering(FeatureName(str(tmp_path / "none.safetensors"), 1)), bench)


def test_a_vector_is_the_difference_of_the_means(bench: Workbench) -> None:
    found = vector_steering(AskVectorSteering(LAYER, ONES, OTHERS), bench)
    means = [torch.stack([_states(bench, text).mean(dim=0) for text in texts]) for texts in (ONES, OTHERS)]
    by_hand = (means[0].mean(dim=0) - means[1].mean(dim=0)).numpy()
    assert isinstance(found.change, SteeringVector)
    assert isinstance(found.control, SteeringVector)
    np.testing.assert_allclose(found.change.vector, by_hand, atol=1e-4)
    assert found.length == pytest.approx(float(np.linalg.norm(by_hand)), rel=1e-4)
    assert found.change.share == pytest.approx(found.length / _median(bench), rel=1e-4)
    halves = [means[0][at] - means[1][at] for at in (0, 1)]
    assert found.halves == pytest.approx(float(torch.cosine_similarity(halves[0], halves[1], dim=0)), abs=1e-4)
    assert np.linalg.norm(found.control.vector) == pytest.approx(found.length, rel=1e-4)
    along = float(np.dot(found.control.vector, found.change.vector)) / found.length**2
    assert abs(along) < 0.9
    assert found.change.title == "“the cat sat…” − “1234 and 567…”" or found.change.title.startswith("“")


def test_words_are_read_at_the_end_of_frames(bench: Workbench) -> None:
    found = vector_steering(AskVectorSteering(LAYER, ("cat",), ("dog",), words=True), bench)
    ends = [[_states(bench, frame.format(word))[-1] for frame in FRAMES] for word in ("cat", "dog")]
    by_hand = torch.stack(ends[0]).mean(dim=0) - torch.stack(ends[1]).mean(dim=0)
    assert isinstance(found.change, SteeringVector)
    np.testing.assert_allclose(found.change.vector, by_hand.numpy(), atol=1e-4)
    one_each = vector_steering(AskVectorSteering(LAYER, ONES[:1], OTHERS[:1]), bench)
    assert np.isnan(one_each.halves)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (AskVectorSteering(LAYER, (), OTHERS), "one has 0"),
        (AskVectorSteering(LAYER, ONES, ("  ",)), "one has 1"),
        (AskVectorSteering(99, ONES, OTHERS), "There is no layer 99"),
        (AskVectorSteering(LAYER, ONES, ONES), "no direction between them"),
        (AskVectorSteering(LAYER, ("1",), OTHERS), "two at least are needed"),
        (AskVectorSteering(LAYER, ("a b",) * 201, OTHERS), "1 to 200 texts"),
    ],
)
def test_texts_without_a_difference_are_refused(bench: Workbench, asked: AskVectorSteering, sentence: str) -> None:
    with pytest.raises(InputRefused, match=sentence):
        vector_steering(asked, bench)


def test_it_can_be_stopped(bench: Workbench) -> None:
    with pytest.raises(Stopped):
        vector_steering(AskVectorSteering(LAYER, ONES, OTHERS), replace(bench, stop=lambda: True))
    assert set(ANSWERS) == {AskFeatureSteering, AskVectorSteering} | {
        each for each in ANSWERS if "Dial" in each.__name__
    }
