"""Positions that a dictionary says nothing of: too long to be like those it was trained on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.dictionaries import files
from engine.dictionaries.records import Activation
from tests.helpers.dictionaries import random_dictionary

X = torch.randn((9, 32), generator=torch.Generator().manual_seed(3))
LONG = X.clone()
LONG[[2, 5]] *= 100


@pytest.mark.parametrize("activation", ["topk", "relu"])
def test_nothing_is_active_at_an_outlier_and_it_stays_as_it_is(activation: Activation) -> None:
    plain = random_dictionary(activation=activation)
    own = replace(plain, info=replace(plain.info, longest=50.0))
    f = own.encode(LONG)
    kept = [0, 1, 3, 4, 6, 7, 8]
    assert torch.equal(f[kept], plain.encode(LONG)[kept])
    assert not f[[2, 5]].any()
    assert plain.encode(LONG)[[2, 5]].any()
    assert torch.equal(own.reconstruct(LONG)[[2, 5]], LONG[[2, 5]])
    assert torch.equal(own.reconstruct(LONG)[kept], plain.reconstruct(LONG)[kept])
    assert own.left_out(LONG).nonzero()[:, 0].tolist() == [2, 5]


@pytest.mark.parametrize("longest", [float("inf"), 551.25])
def test_its_file_keeps_from_which_length_on(longest: float, tmp_path: Path) -> None:
    plain = random_dictionary()
    files.save(tmp_path / "a.safetensors", replace(plain, info=replace(plain.info, longest=longest)))
    assert files.read(tmp_path / "a.safetensors")[0].info.longest == longest
