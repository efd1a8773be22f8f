from __future__ import annotations

import dataclasses
import errno
import json
import os
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from engine.errors import DiskProblem
from engine.maps.holding_store import HoldingStore
from engine.maps.store import METADATA_KEY, LayoutStore, layout_key
from engine.records import (
    ALGORITHMS,
    EMBEDDING,
    UNEMBEDDING,
    FitParams,
    Layout,
    PacmapParams,
    Space,
    TsneParams,
    UmapParams,
)
from tests.helpers.made_maps import clustered, layout_of

HASH = "0123456789abcdef0123"


def a_layout(key: str = "k1") -> Layout:
    return dataclasses.replace(layout_of(clustered(50), key), params=UmapParams(seed=3), kept3=0.3, n_measured=50)


def test_a_stored_layout_comes_back_as_it_was(tmp_path: Path) -> None:
    store = LayoutStore(tmp_path)
    layout = a_layout()
    store.save(HASH, layout)
    found, note = store.find(HASH, EMBEDDING, "k1", 50)
    assert note == ""
    assert found is not None
    for field in dataclasses.fields(Layout):
        one, other = getattr(found, field.name), getattr(layout, field.name)
        assert np.array_equal(one, other) if isinstance(one, np.ndarray) else one == other


@pytest.mark.parametrize("params", [TsneParams(12.5, "euclidean", 3), PacmapParams(15, 0.25, 3.0, "cosine", 9)])
def test_layouts_of_other_algorithms_come_back_with_their_parameters(tmp_path: Path, params: FitParams) -> None:
    store, algorithm = LayoutStore(tmp_path), ALGORITHMS[type(params)]
    layout = dataclasses.replace(a_layout(), params=params, algorithm=algorithm)
    store.save(HASH, layout)
    found, _ = store.find(HASH, EMBEDDING, "k1", 50)
    assert found is not None
    assert (found.algorithm, found.params) == (algorithm, params)
    store.save(HASH, dataclasses.replace(layout, algorithm="umap"))
    assert store.find(HASH, EMBEDDING, "k1", 50)[0] is None, "parameters of one are not another's"
    keys = {layout_key(HASH, EMBEDDING, algorithm, it, "") for it in (params, dataclasses.replace(params, seed=1))}
    assert len(keys) == 2


def test_layouts_are_kept_apart_by_model_space_and_key(tmp_path: Path) -> None:
    store = LayoutStore(tmp_path)
    store.save(HASH, a_layout("k1"))
    store.save(HASH, a_layout("k2"))
    assert {layout.key for layout in store.stored(HASH, EMBEDDING, 50)[0]} == {"k1", "k2"}
    assert store.stored("other model", EMBEDDING, 50) == ((), ())
    assert store.stored(HASH, UNEMBEDDING, 50) == ((), ())
    assert store.find(HASH, EMBEDDING, "k3", 50) == (None, "")


def test_layers_do_not_answer_for_each_other(tmp_path: Path) -> None:
    store = LayoutStore(tmp_path)
    store.save(HASH, dataclasses.replace(a_layout(), space=Space("resid", 1)))
    assert store.stored(HASH, Space("resid", 11), 50) == ((), ())
    assert len(store.stored(HASH, Space("resid", 1), 50)[0]) == 1


def test_every_fact_a_layout_follows_from_changes_its_key() -> None:
    params = UmapParams()
    keys = {
        layout_key(HASH, EMBEDDING, "umap", params, "umap-learn 1"),
        layout_key("other", EMBEDDING, "umap", params, "umap-learn 1"),
        layout_key(HASH, UNEMBEDDING, "umap", params, "umap-learn 1"),
        layout_key(HASH, EMBEDDING, "pca", None, "umap-learn 1"),
        layout_key(HASH, EMBEDDING, "umap", params, "umap-learn 2"),
        *(layout_key(HASH, EMBEDDING, "umap", p, "umap-learn 1") for p in (
            UmapParams(n_neighbors=16), UmapParams(min_dist=0.2), UmapParams(metric="euclidean"), UmapParams(seed=1))),
    }  # fmt: skip
    assert len(keys) == 9


@pytest.mark.parametrize("damage", ["truncated", "foreign", "other size", "not finite"])
def test_a_damaged_file_counts_as_missing_and_is_told_of(tmp_path: Path, damage: str) -> None:
    store = LayoutStore(tmp_path)
    layout = a_layout()
    if damage == "not finite":
        layout = dataclasses.replace(layout, points3=np.full((50, 3), np.nan, np.float32))
    path = store.save(HASH, layout)
    if damage == "truncated":
        path.write_bytes(path.read_bytes()[:200])
    elif damage == "foreign":
        path.write_bytes(b"not a map at all" * 10)
    found, note = store.find(HASH, EMBEDDING, "k1", 49 if damage == "other size" else 50)
    assert found is None
    assert "not usable" in note
    assert "fitted again" in note
    layouts, notes = store.stored(HASH, EMBEDDING, 49 if damage == "other size" else 50)
    assert layouts == ()
    assert notes == (note,)


def test_a_full_disk_is_told_in_words_and_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskProblem, match="No space left"):
        LayoutStore(tmp_path).save(HASH, a_layout())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(DiskProblem, match="needs to write"):
        LayoutStore(tmp_path / "taken").save(HASH, a_layout())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("explained", '"x"'),
        ("explained", "[[]]"),
        ("explained", "1" + "0" * 400),
        ("kept3", "Infinity"),
        ("kept3", '"0.3"'),
        ("kept3", "[" * 200_000 + "]" * 200_000),
        ("n_held_out", "1e999"),
        ("n_held_out", "2.5"),
        ("key", "[]"),
        ("library", "{}"),
        ("algorithm", '"moon"'),
        ("params", '{"n_neighbors": "x"}'),
        ("format", '"' + "x" * 20_000 + '"'),
    ],
)
def test_facts_that_no_layout_can_have_are_told_of(tmp_path: Path, name: str, value: str) -> None:
    store = LayoutStore(tmp_path)
    path = store.save(HASH, a_layout())
    with safe_open(path, "np") as file:
        facts = json.loads(file.metadata()[METADATA_KEY])
    text = json.dumps({**facts, name: "HERE"}).replace('"HERE"', value)
    save_file(load_file(path), path, {METADATA_KEY: text})
    found, note = store.find(HASH, EMBEDDING, "k1", 50)
    assert found is None
    assert "not usable" in note
    assert len(note) < 400
    assert store.stored(HASH, EMBEDDING, 50) == ((), (note,))


def test_figures_that_were_not_measured_come_back_as_such(tmp_path: Path) -> None:
    store = LayoutStore(tmp_path)
    path = store.save(HASH, dataclasses.replace(a_layout(), kept3=float("nan"), kept2=float("nan")))
    with safe_open(path, "np") as file:
        assert "NaN" not in file.metadata()[METADATA_KEY]
    found, note = store.find(HASH, EMBEDDING, "k1", 50)
    assert note == ""
    assert found is not None
    assert np.isnan(found.kept3)
    assert found.kept_error == 0.0


def test_what_a_disk_has_no_room_for_is_held_until_the_model_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = HoldingStore(tmp_path)
    first, second = a_layout("k1"), a_layout("k2")
    store.save(HASH, first)

    def full(*_: object) -> None:
        raise DiskProblem("no room")

    with monkeypatch.context() as patch:
        patch.setattr("engine.maps.store.write_atomically", full)
        with pytest.raises(DiskProblem):
            store.save(HASH, second)
    assert [layout.key for layout in store.stored(HASH, EMBEDDING, 50)[0]] == ["k2", "k1"]
    assert store.find(HASH, EMBEDDING, "k2", 50)[0] is second
    assert store.find(HASH, EMBEDDING, "k2", 49)[0] is None
    assert [layout.key for layout in store.stored(HASH, UNEMBEDDING, 50)[0]] == []
    assert LayoutStore(tmp_path).find(HASH, EMBEDDING, "k2", 50)[0] is None
    store.forget()
    assert [layout.key for layout in store.stored(HASH, EMBEDDING, 50)[0]] == ["k1"]
