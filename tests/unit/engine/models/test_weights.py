"""Folders that cannot be loaded are refused in a sentence, before anything is loaded."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.errors import ModelUnusable
from engine.models import weights


@pytest.fixture
def folder(tiny: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny, tmp_path / "model"))


def test_parameters_are_counted_from_the_headers(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    examined = weights.examine(folder)
    assert examined.n_parameters == sum(tensor.numel() for tensor in tensors.values())
    assert examined.n_bytes == (folder / "model.safetensors").stat().st_size


@pytest.mark.parametrize("kept", [0, 4, 100, -1])
def test_truncated_files_are_refused(folder: Path, kept: int) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ModelUnusable, match=r"truncated|not a safetensors|cut off"):
        weights.examine(folder)


def test_foreign_files_are_refused(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0not a json object at all")
    with pytest.raises(ModelUnusable, match="damaged"):
        weights.examine(folder)


def test_pickles_are_refused_with_the_reason(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ModelUnusable, match="pickle, which can run any program"):
        weights.examine(folder)


def test_a_folder_without_weights_is_refused(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelUnusable, match="no weights"):
        weights.examine(folder)


def test_a_missing_shard_is_named(folder: Path) -> None:
    (folder / "model.safetensors.index.json").write_text(
        json.dumps({"weight_map": {"a": "model.safetensors", "b": "model-00002-of-00002.safetensors"}})
    )
    with pytest.raises(ModelUnusable, match="model-00002-of-00002"):
        weights.examine(folder)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_not_finite_are_refused_by_the_tensors_name(folder: Path, value: float) -> None:
    path = folder / "model.safetensors"
    tensors = load_file(path)
    tensors["model.layers.1.mlp.up_proj.weight"][3, 4] = value
    save_file(tensors, path, metadata={"format": "pt"})
    with pytest.raises(ModelUnusable, match=r"model\.layers\.1\.mlp\.up_proj\.weight"):
        weights.require_finite(weights.examine(folder))


def test_bfloat16_is_checked_too(folder: Path) -> None:
    path = folder / "model.safetensors"
    tensors = {name: tensor.to(torch.bfloat16) for name, tensor in load_file(path).items()}
    save_file(tensors, path, metadata={"format": "pt"})
    weights.require_finite(weights.examine(folder))
    tensors["model.norm.weight"][0] = float("nan")
    save_file(tensors, path, metadata={"format": "pt"})
    with pytest.raises(ModelUnusable, match=r"model\.norm\.weight"):
        weights.require_finite(weights.examine(folder))


def test_a_single_number_may_be_infinite_as_a_bound_that_is_none_but_not_nan(folder: Path) -> None:
    path = folder / "model.safetensors"
    tensors = {**load_file(path), "tower.layer.input_max": torch.tensor(float("inf"))}
    save_file(tensors, path, metadata={"format": "pt"})
    weights.require_finite(weights.examine(folder))
    save_file({**tensors, "tower.layer.input_max": torch.tensor(float("nan"))}, path, metadata={"format": "pt"})
    with pytest.raises(ModelUnusable, match=r"tower\.layer\.input_max"):
        weights.require_finite(weights.examine(folder))


def test_the_hash_is_that_of_the_file_and_is_taken_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examined = weights.examine(folder)
    expected = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    assert weights.sha256(examined) == expected
    monkeypatch.setattr(weights, "sha256_of", lambda *_: pytest.fail("hashed twice"))
    assert weights.sha256(examined) == expected


def test_a_changed_file_is_hashed_and_checked_anew(folder: Path) -> None:
    examined = weights.examine(folder)
    before = weights.sha256(examined)
    weights.require_finite(examined)
    path = folder / "model.safetensors"
    tensors = load_file(path)
    tensors["model.norm.weight"][0] = float("nan")
    save_file(tensors, path, metadata={"format": "pt"})
    assert weights.sha256(weights.examine(folder)) != before
    with pytest.raises(ModelUnusable):
        weights.require_finite(weights.examine(folder))
