"""Published dictionaries of every format do what their own programs do with the same numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.dictionaries import files, shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.foreign import published
from engine.dictionaries.records import Hook
from tests.helpers import published as writing

X = writing.activations()


def require_same(found: Dictionary, written: writing.Written) -> None:
    f, back = written.by_hand(X)
    x = torch.from_numpy(X)
    assert np.count_nonzero(f) > writing.T  # something is active
    np.testing.assert_allclose(found.encode(x).numpy(), f, rtol=2e-4, atol=2e-4)
    np.testing.assert_allclose(found.reconstruct(x).numpy(), back, rtol=2e-4, atol=4e-4)


@pytest.mark.parametrize("name", writing.ALL)
def test_codes_and_decodes_as_its_own_program(name: str, tmp_path: Path) -> None:
    written = writing.ALL[name]
    path = written.write(tmp_path)
    found = published.read(path)
    require_same(found, written)
    assert (found.width, found.info.d) == (writing.N, writing.D)
    assert found.info.hook == Hook("resid", 2 if "gemma" not in name else 3)  # hook_resid_pre of block 3, too
    assert found.info.format.lower().replace(" ", "").startswith(name.split(maxsplit=1)[0][:5])


@pytest.mark.parametrize("name", writing.ALL)
def test_as_npz_by_its_folder_and_kept_as_an_own_file(name: str, tmp_path: Path) -> None:
    written = writing.ALL[name]
    path = written.write(tmp_path / "a", ".npz")
    found = published.read(path.parent)
    require_same(found, written)
    files.save(tmp_path / "own.safetensors", found)
    own, activity = files.read(tmp_path / "own.safetensors")
    assert activity is None
    require_same(own, written)
    assert own.info.sha256 == found.info.sha256 == published.read(path).info.sha256


def test_other_numbers_have_another_hash(tmp_path: Path) -> None:
    written = writing.saelens()
    one = published.read(written.write(tmp_path / "a"))
    other = replace(written, arrays={**written.arrays, "b_enc": written.arrays["b_enc"] + 1})
    assert published.read(other.write(tmp_path / "b")).info.sha256 != one.info.sha256


def test_what_the_files_tell_is_kept(tmp_path: Path) -> None:
    told = published.read(writing.gemma_scope().write(tmp_path)).info
    assert (told.model, told.format, told.activation) == ("google/gemma-2-2b", "Gemma Scope", "jumprelu")
    assert "average_l0_71" in told.title
    assert np.isnan(told.scores.loss)  # nothing of its quality is believed
    centred = writing.ALL["saelens centred writing"].write(tmp_path)
    assert "centred" in published.read(centred).info.note
    assert published.read(writing.openai().write(tmp_path)).info.model == "gpt2"


def test_a_factor_that_is_not_told_has_to_be_given(tmp_path: Path) -> None:
    written = writing.saelens("standard", normalize_activations="expected_average_only_in")
    path = written.write(tmp_path)
    assert published.lacks_factor(path)
    assert not published.lacks_factor(writing.ALL["saelens factor"].write(tmp_path / "b"))
    with_factor = replace(
        written,
        by_hand=writing.saelens(normalize_activations="expected_average_only_in", norm_scaling_factor=0.4).by_hand,
    )
    require_same(published.read(path, factor=0.4), with_factor)


def test_the_shelf_gives_a_published_one_by_its_folder(tmp_path: Path) -> None:
    written = writing.saelens("topk")
    path = written.write(tmp_path)
    require_same(shelf.load(str(path.parent))[0], written)
    other = replace(written, arrays={**written.arrays, "b_enc": written.arrays["b_enc"] + np.float32(1.0)})
    path.unlink()
    other.write(tmp_path)
    assert not torch.equal(shelf.load(str(path.parent))[0].b_enc, published.read(path).b_enc - 1)
    np.testing.assert_array_equal(shelf.load(str(path.parent))[0].b_enc.numpy(), other.arrays["b_enc"])


def test_openai_tells_activation_and_k_in_many_ways(tmp_path: Path) -> None:
    written = writing.openai()
    as_array = replace(written, facts=None, arrays={**written.arrays, "k": np.int64(5).reshape(())})
    require_same(published.read(as_array.write(tmp_path / "a")), written)
    in_metadata = replace(written, facts=None, metadata={"activation": "TopK", "k": "5"})
    require_same(published.read(in_metadata.write(tmp_path / "b")), written)
    elsewhere = replace(
        written, file="some.safetensors", facts_name="config.json",
        facts={"activation": "TopK", "k": 5, "location": "resid_delta_mlp", "layer": 4},
    )  # fmt: skip
    assert published.read(elsewhere.write(tmp_path / "c")).info.hook == Hook("mlp", 4)
