"""A dictionary's arithmetic against the same written apart, and what its file keeps and refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.dictionaries import files, shelf
from engine.dictionaries.dictionary import AT_ONCE
from engine.dictionaries.records import ACTIVATIONS, Activation, Activity, Hook, Normalising, Recipe, Scores
from engine.errors import DiskProblem, InputRefused
from tests.helpers.dictionaries import by_hand, random_dictionary

X = torch.randn((17, 32), generator=torch.Generator().manual_seed(3)) * 3 + 1


@pytest.mark.parametrize("normalising", get_args(Normalising))
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_it_computes_what_its_formula_says(activation: Activation, normalising: Normalising) -> None:
    dictionary = random_dictionary(activation=activation, normalising=normalising)
    f, made = by_hand(dictionary, X)
    assert np.abs(dictionary.encode(X).numpy() - f).max() < 1e-5
    assert np.abs(dictionary.reconstruct(X).numpy() - made).max() < 1e-5
    some = torch.tensor([3, 0, 41])
    assert torch.equal(dictionary.encode_some(X, some), dictionary.encode(X)[:, some])


def test_many_positions_are_read_in_pieces_that_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    dictionary = random_dictionary()
    whole = dictionary.encode(X)
    assert 48 * len(X) < AT_ONCE
    monkeypatch.setattr("engine.dictionaries.dictionary.AT_ONCE", 48 * 5)
    assert torch.allclose(dictionary.encode(X), whole, atol=1e-6)


def test_a_direction_is_what_an_activation_of_1_adds() -> None:
    dictionary = random_dictionary()
    f = dictionary.encode(X)
    more = f.clone()
    more[:, 7] += 1
    added = dictionary.decode(more, X) - dictionary.decode(f, X)
    assert torch.allclose(added, dictionary.directions()[7].expand_as(added), atol=1e-5)


# -- its file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_file_keeps_the_numbers_and_what_is_said(activation: Activation, tmp_path: Path) -> None:
    facts: dict[str, Any] = {"recipe": Recipe(Hook("mlp", 1), seed=4), "scores": Scores(9, 0.5, loss=3.5), "note": "n"}
    dictionary = random_dictionary(activation=activation, hook=Hook("mlp", 1), model="m", **facts)
    activity = Activity(9, *(np.arange(48, dtype=np.float32) + n for n in range(3)))
    sha = files.save(tmp_path / "a.safetensors", dictionary, activity)
    again, active = files.read(tmp_path / "a.safetensors", "mine")
    assert torch.equal(again.reconstruct(X), dictionary.reconstruct(X))
    info = again.info
    assert (info.name, info.hook, info.model, info.recipe, info.sha256) == ("mine", Hook("mlp", 1), "m",
                                                                            facts["recipe"], sha)  # fmt: skip
    assert (info.scores.explained, info.scores.loss) == (0.5, 3.5)
    assert np.isnan(info.scores.kl)
    assert active is not None
    assert np.array_equal(active.largest, activity.largest)
    assert files.read_info(tmp_path / "a.safetensors", "mine") == info or np.isnan(info.scores.kl)


def test_half_precision_takes_half_and_reads_nearly_the_same(tmp_path: Path) -> None:
    dictionary = random_dictionary(d=64, width=512)
    whole, half = tmp_path / "a.safetensors", tmp_path / "b.safetensors"
    files.save(whole, dictionary)
    files.save(half, dictionary, half=True)
    assert half.stat().st_size < 0.55 * whole.stat().st_size
    x = torch.randn((9, 64), generator=torch.Generator().manual_seed(1))
    assert torch.allclose(files.read(half)[0].reconstruct(x), dictionary.reconstruct(x), atol=0.05)


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(DiskProblem):
        files.save(tmp_path / "none" / "a.safetensors", random_dictionary())
    assert list(tmp_path.iterdir()) == []


def _changed(path: Path, **facts: Any) -> None:
    """Write the file again with other facts."""
    tensors = load_file(path)
    from safetensors import safe_open

    with safe_open(path, "pt") as stream:
        told = json.loads(stream.metadata()[files.KEY])
    save_file(tensors, path, {files.KEY: json.dumps({**told, **facts})})


@pytest.mark.parametrize(
    "facts",
    [
        {"format": 2},
        {"activation": "other"},
        {"activation": "jumprelu"},
        {"k": 0},
        {"k": 49},
        {"k": True},
        {"k": "5"},
        {"normalising": "no"},
        {"hook": {"kind": "resid", "layer": -1}},
        {"hook": {"kind": "<b>", "layer": 0}},
        {"hook": None},
        {"title": 3},
        {"scores": {"positions": "x"}},
        {"scores": {"other": 1}},
        {"recipe": {"hook": {"kind": "resid", "layer": 0}}},
        {"scores": [1]},
    ],
)
def test_what_no_dictionary_says_of_itself_is_refused(facts: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    files.save(path, random_dictionary())
    files.read(path)
    _changed(path, **facts)
    with pytest.raises(InputRefused, match="cannot be read"):
        files.read(path)
    with pytest.raises(InputRefused, match="cannot be read"):
        files.read_info(path)


def test_damaged_numbers_and_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    files.save(path, random_dictionary())
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputRefused, match="cannot be read"):
        files.read(path)
    path.write_bytes(b"no tensors")
    with pytest.raises(InputRefused, match="cannot be read"):
        files.read(path)
    save_file({"a": torch.zeros(2)}, path)
    with pytest.raises(InputRefused, match="is not a dictionary that Orrery saved"):
        files.read(path)


@pytest.mark.parametrize(("part", "value"), [("w_enc", "nan"), ("w_dec", "inf"), ("mean", "nan"), ("scale", "0")])
def test_numbers_that_nothing_can_be_read_with_are_refused(part: str, value: str, tmp_path: Path) -> None:
    dictionary = random_dictionary()
    getattr(dictionary, part).view(-1)[3] = float(value)
    files.save(tmp_path / "a.safetensors", dictionary)
    with pytest.raises(InputRefused, match=r"not finite|not above 0"):
        files.read(tmp_path / "a.safetensors")


# -- the shelf -------------------------------------------------------------------------------------------------------


def test_dictionaries_are_listed_by_their_files_and_damaged_ones_passed_over(monkeypatch: pytest.MonkeyPatch,
                                                                              tmp_path: Path) -> None:  # fmt: skip
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    along = tmp_path / "along"
    along.mkdir()
    monkeypatch.setattr(shelf, "TOGETHER", along)
    files.save(along / "resid.1.safetensors", random_dictionary())
    assert [info.name for info in shelf.there_are()] == ["bundled:resid.1"]
    path = shelf.path_for("My / dictionary")
    assert path == tmp_path / "dictionaries" / "My_dictionary.safetensors"
    files.save(path, random_dictionary(seed=1))
    assert shelf.path_for("My / dictionary").name == "My_dictionary_2.safetensors"
    (path.parent / "broken.safetensors").write_bytes(b"x")
    assert [info.name for info in shelf.there_are()] == ["bundled:resid.1", str(path)]
    assert shelf.load("bundled:resid.1")[0] is shelf.load("bundled:resid.1")[0]
    files.save(path, random_dictionary(seed=2))
    assert torch.equal(shelf.load(str(path))[0].w_dec, random_dictionary(seed=2).w_dec)


@pytest.mark.parametrize("name", ["", "/none/there", "bundled:../../secret", "a\0b"])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(InputRefused, match=r"There is no dictionary|cannot be read"):
        shelf.load(name)
