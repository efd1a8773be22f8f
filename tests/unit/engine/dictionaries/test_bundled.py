"""The dictionaries that come along: whole, small enough, of the default model, and with what was measured of them."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.dictionaries import shelf
from engine.dictionaries.records import BUNDLED, Recipe
from engine.models import catalogue

PATHS = sorted(shelf.TOGETHER.glob("*.safetensors"))


def test_there_are_some() -> None:
    names = [info.name for info in shelf.there_are() if info.name.startswith(BUNDLED)]
    assert names == [f"{BUNDLED}{path.stem}" for path in PATHS]
    assert f"{BUNDLED}resid.12" in names


@pytest.mark.parametrize("name", [path.stem for path in PATHS])
def test_it_is_what_its_name_says_and_good(name: str) -> None:
    dictionary, activity = shelf.load(f"{BUNDLED}{name}")
    info = dictionary.info
    assert (info.hook.key, info.width, info.d, info.k, info.model) == (name, 4608, 576, 32, catalogue.default_name())
    assert info.recipe == Recipe(info.hook)
    assert shelf.path_of(info.name).stat().st_size < 11e6
    assert info.scores.explained > 0.6
    assert info.scores.recovered > 0.9
    assert info.scores.dead < 0.05
    assert activity is not None
    assert activity.density.sum() == pytest.approx(info.scores.active, rel=1e-4)
    assert ((activity.largest == 0) == (activity.density == 0)).all()
    assert (activity.mean <= activity.largest * 1.00001).all()
    assert torch.allclose(dictionary.w_dec.norm(dim=1), torch.ones(4608), atol=2e-3)  # float16
    assert np.isfinite(info.longest)
