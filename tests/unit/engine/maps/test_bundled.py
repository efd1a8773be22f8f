from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from engine.errors import MapProblem
from engine.maps.bundled import FOLDER, bundled_layouts, write_bundled
from engine.maps.store import METADATA_KEY, layout_key
from engine.records import EMBEDDING, UNEMBEDDING, Space, UmapParams
from tests.helpers.made_maps import clustered, layout_of, space_of, states


def test_a_bundled_layout_comes_back_to_within_its_steps(tmp_path: Path) -> None:
    vectors = clustered(500)
    layout = layout_of(vectors)
    write_bundled(tmp_path / "one.safetensors", vectors, layout, "a test")
    (found,) = bundled_layouts(space_of(vectors), "hash", tmp_path)
    assert np.abs(found.points3 - layout.points3).max() <= np.abs(layout.points3).max() / 32767
    assert np.abs(found.points2 - layout.points2).max() <= np.abs(layout.points2).max() / 32767
    assert found.key == layout_key("hash", EMBEDDING, "umap", UmapParams(), "test")
    assert found.n_measured == 500
    assert found.kept3 > 0


def test_slightly_different_weights_take_it_and_are_measured_again(tmp_path: Path) -> None:
    vectors = clustered(500)
    write_bundled(tmp_path / "one.safetensors", vectors, layout_of(vectors), "a test")
    random = np.random.default_rng(1)
    noisy = (vectors + 0.1 * np.abs(vectors).mean() * random.standard_normal(vectors.shape)).astype(np.float32)
    (same,) = bundled_layouts(space_of(vectors), "hash", tmp_path)
    (found,) = bundled_layouts(space_of(noisy), "hash", tmp_path)
    assert np.array_equal(found.points3, same.points3)
    assert found.kept3 != same.kept3


def test_other_vectors_other_sizes_and_states_do_not_take_it(tmp_path: Path) -> None:
    vectors = clustered(500)
    write_bundled(tmp_path / "one.safetensors", vectors, layout_of(vectors), "a test")
    assert bundled_layouts(space_of(clustered(500, seed=8)), "hash", tmp_path) == ()
    assert bundled_layouts(space_of(vectors[:499]), "hash", tmp_path) == ()
    assert bundled_layouts(space_of(np.ascontiguousarray(vectors[:, :9])), "hash", tmp_path) == ()
    from engine.maps.spaces import resid_space

    assert bundled_layouts(resid_space(Space("resid", 1), states(clustered(500))), "hash", tmp_path) == ()


def test_tied_unembeddings_take_it_too(tmp_path: Path) -> None:
    from engine.maps.spaces import vocabulary_space

    vectors = clustered(300)
    write_bundled(tmp_path / "one.safetensors", vectors, layout_of(vectors), "a test")
    (found,) = bundled_layouts(vocabulary_space(UNEMBEDDING, vectors), "hash", tmp_path)
    assert found.space == UNEMBEDDING


def test_a_damaged_bundled_file_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "one.safetensors").write_bytes(b"nothing of use")
    with pytest.raises(MapProblem, match="is damaged"):
        bundled_layouts(space_of(clustered()), "hash", tmp_path)


def test_the_default_models_layout_is_there_and_well_framed() -> None:
    path = FOLDER / "smollm2-135m-instruct.embedding.safetensors"
    with safe_open(path, "np") as file:
        facts = json.loads(file.metadata()[METADATA_KEY])
        points3, points2 = file.get_tensor("points3"), file.get_tensor("points2")
    assert facts["vectors"] == [49_152, 576]
    assert facts["params"] == {"n_neighbors": 15, "min_dist": 0.1, "metric": "cosine", "seed": 0}
    assert facts["kept"][0] > 0.28
    assert facts["kept"][1] > 0.2
    for steps, extent, width in ((points3, facts["extents"][0], 3), (points2, facts["extents"][1], 2)):
        assert steps.shape == (49_152, width)
        radii = np.linalg.norm(steps * (extent / 32767), axis=1)
        assert (radii <= 1.001).mean() == pytest.approx(0.98, abs=0.002)
        assert extent < 3  # no island so far out that it would decide a frame
    assert path.stat().st_size < 700_000
