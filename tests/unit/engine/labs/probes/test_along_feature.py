"""Points along what a feature adds, against the projection of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.dictionaries import files
from engine.dictionaries.records import FeatureName, Hook
from engine.errors import InputRefused
from engine.labs.probes import answers
from engine.labs.probes.records import AlongFeature, AskFeatureAlong
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Space
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.sessions import tiny_session
from tests.helpers.workbench import bench

VECTORS: F32 = (np.random.default_rng(0).normal(size=(200, 32)) * np.linspace(1, 3, 32)).astype(np.float32)


def asked(vectors: SpaceVectors, path: Path, index: int = 3, space: Space = EMBEDDING) -> AlongFeature:
    table = replace(bench(tiny_session()), layouts=lambda _space: (vectors, ()))
    return answers.along_feature(AskFeatureAlong(space, FeatureName(str(path), index)), table)


def test_each_point_is_projected_on_what_the_feature_adds(tmp_path: Path) -> None:
    path, made = tmp_path / "a.safetensors", random_dictionary(hook=Hook("resid", 1))
    files.save(path, made)
    direction = (made.w_dec[3] * made.scale).double().numpy()
    whole = vocabulary_space(EMBEDDING, VECTORS)
    out = np.zeros(len(VECTORS), bool)
    out[7] = True
    scale = np.linspace(0.5, 2, 32).astype(np.float32)
    spaces = (
        (whole, direction),
        (
            SpaceVectors(replace(whole.background, left_out=out), VECTORS, np.zeros(32, np.float32), scale),
            direction / scale,
        ),
    )
    for vectors, along in spaces:
        found = asked(vectors, path)
        kept = VECTORS if vectors.counted is None else VECTORS[vectors.counted]
        unit = along / np.linalg.norm(along)
        expected = (VECTORS - kept.mean(axis=0)) @ unit
        deviation = float(((kept - kept.mean(axis=0)) @ unit).std())
        known = np.isfinite(found.values)
        np.testing.assert_allclose(found.values[known], (expected / deviation)[known], atol=2e-4)
        assert known.sum() == len(kept)
        assert found.share == pytest.approx(deviation**2 / kept.var(axis=0).sum(), rel=1e-4)
        assert found.share_random == pytest.approx(1 / 32)


def test_of_neurons_through_the_down_projection(tmp_path: Path) -> None:
    table = bench(tiny_session())
    made = random_dictionary(d=table.anatomy.d_mlp, hook=Hook("neurons", 1))
    files.save(tmp_path / "a.safetensors", made)
    found = asked(vocabulary_space(EMBEDDING, VECTORS), tmp_path / "a.safetensors")
    module = table.anatomy.blocks[1].down_projection
    assert module is not None
    adds = module.weight.detach().double().numpy() @ (made.w_dec[3] * made.scale).double().numpy()  # type: ignore[operator]
    expected = (VECTORS - VECTORS.mean(axis=0)) @ (adds / np.linalg.norm(adds))
    np.testing.assert_allclose(found.values, expected / expected.std(), atol=2e-4)


def test_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    files.save(path, random_dictionary(hook=Hook("resid", 1)))
    whole = vocabulary_space(EMBEDDING, VECTORS)
    with pytest.raises(InputRefused, match="no such feature"):
        asked(whole, path, -1)
    with pytest.raises(InputRefused, match="not vectors that a feature adds to"):
        asked(whole, path, space=Space("points", points="digits/x"))
    with pytest.raises(InputRefused, match="not vectors that a feature adds to"):
        asked(vocabulary_space(EMBEDDING, VECTORS[:, :16]), path)
