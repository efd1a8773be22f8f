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


@pytest.mark.parametrize("where", ['["a"]', "null", "{}", "3"])
def test_an_index_that_names_no_files_is_refused(folder: Path, where: str) -> None:
    (folder / "model.safetensors.index.json").write_text(f'{{"weight_map": {where}}}')
    with pytest.raises(ModelUnusable, match="names no weight files"):
        weights.examine(folder)


def test_a_tensor_in_two_files_is_refused(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    save_file({"model.norm.weight": tensors["model.norm.weight"] + 1}, folder / "other.safetensors")
    names = {**dict.fromkeys(tensors, "model.safetensors"), "model.norm.weight": "other.safetensors"}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": names}))
    with pytest.raises(ModelUnusable, match=r"model\.norm\.weight stands in two"):
        weights.examine(folder)


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "data_offsets": [0, 128]},
        {"dtype": "F32", "shape": "x", "data_offsets": [0, 128]},
        {"dtype": "F32", "shape": [-32], "data_offsets": [0, 128]},
        {"dtype": "F3", "shape": [32], "data_offsets": [0, 128]},
        {"dtype": 7, "shape": [32], "data_offsets": [0, 128]},
        {"dtype": "F32", "shape": [33], "data_offsets": [0, 128]},
    ],
)
def test_a_damaged_header_is_refused_however_it_is(folder: Path, entry: dict[str, object]) -> None:
    header = json.dumps({"a": entry}).encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bytes(128))
    with pytest.raises(ModelUnusable, match="damaged safetensors header"):
        weights.require_finite(weights.examine(folder))


def test_eight_bit_floats_are_checked_too(folder: Path) -> None:
    path = folder / "model.safetensors"
    tensors = {name: tensor.to(torch.float8_e4m3fn) for name, tensor in load_file(path).items()}
    save_file(tensors, path, metadata={"format": "pt"})
    weights.require_finite(weights.examine(folder))
    tensors["model.norm.weight"] = torch.full((32,), float("nan")).to(torch.float8_e4m3fn)
    save_file(tensors, path, metadata={"format": "pt"})
    with pytest.raises(ModelUnusable, match=r"model\.norm\.weight"):
        weights.require_finite(weights.examine(folder))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000 + "]" * 200_000,
        '{"weight_map": {"a": NaN}}',
        '{"metadata": {"total_size": 1' + "0" * 400 + '}, "weight_map": {}}',
        '{"metadata": {"total_size": 1e999}}',
    ],
)
def test_an_index_that_breaks_python_is_a_sentence(folder: Path, text: str) -> None:
    (folder / "model.safetensors.index.json").write_text(text)
    with pytest.raises(ModelUnusable, match="cannot be read as JSON"):
        weights.examine(folder)


@pytest.mark.parametrize("shape", ["[" * 200_000 + "]" * 200_000, "[1e999]", "[1" + "0" * 5000 + "]", "[NaN]"])
def test_a_header_that_breaks_python_is_a_sentence(folder: Path, shape: str) -> None:
    header = f'{{"a": {{"dtype": "F32", "shape": {shape}, "data_offsets": [0, 4]}}}}'.encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bytes(4))
    with pytest.raises(ModelUnusable, match="damaged safetensors header"):
        weights.examine(folder)
