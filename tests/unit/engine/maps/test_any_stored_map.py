"""Stored, bundled and sampled maps of any content: usable, or passed over with a note."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from engine.errors import MapProblem
from engine.maps.bundled import bundled_layouts, write_bundled
from engine.maps.place import Placer
from engine.maps.sample import sample_states, sample_texts
from engine.maps.store import METADATA_KEY, LayoutStore, read_layout
from engine.records import EMBEDDING, F32, I32, Layout, UmapParams
from tests.helpers.fuzz import drawn, read_or_refused, require_both
from tests.helpers.made_maps import clustered, layout_of, space_of
from tests.helpers.strategies.json_files import json_files
from tests.helpers.strategies.raw_bytes import raw
from tests.helpers.strategies.tensor_files import TensorFile, tensor_files

HASH, N = "0123456789abcdef0123", 50


def place_in(layout: Layout, vectors: F32) -> None:
    """Put points on it, as is done with each token."""
    placed = Placer(space_of(vectors), layout).place(vectors[:3])
    assert np.isfinite(placed.points3).all()


def test_any_stored_map(tmp_path: Path) -> None:
    vectors, store, again = clustered(N), LayoutStore(tmp_path / "a"), LayoutStore(tmp_path / "b")
    layout = dataclasses.replace(layout_of(vectors), params=UmapParams(seed=3), kept3=0.3, n_measured=N)
    path = store.save(HASH, layout)
    valid = TensorFile.of(path.read_bytes(), METADATA_KEY)

    def used() -> None:
        found = read_layout(path, EMBEDDING, N)
        place_in(found, vectors)
        same = read_layout(again.save(HASH, found), EMBEDDING, N)
        assert (same.key, same.params, same.n_measured) == (found.key, found.params, found.n_measured)

    @drawn(30, 0.08, tensor_files(valid))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("stored map", used, MapProblem)
        layouts, notes = store.stored(HASH, EMBEDDING, N)
        assert len(layouts) + len(notes) == 1

    used()
    check()
    require_both("stored map")


def test_any_bundled_map(tmp_path: Path) -> None:
    vectors, path = clustered(N), tmp_path / "one.safetensors"
    write_bundled(path, vectors, layout_of(vectors), "a test")
    store, space, valid = (
        LayoutStore(tmp_path / "stored"),
        space_of(vectors),
        TensorFile.of(path.read_bytes(), METADATA_KEY),
    )

    def used() -> None:
        for layout in bundled_layouts(space, HASH, tmp_path):
            place_in(layout, vectors)
            read_layout(store.save(HASH, layout), EMBEDDING, N)  # which finds it whole

    @drawn(20, 0.04, tensor_files(valid))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("bundled map", used, MapProblem)

    assert bundled_layouts(space, HASH, tmp_path)
    check()


def test_any_sample(tmp_path: Path) -> None:
    whole = {
        "texts": [{"kind": "prose", "title": "One", "file": "a.txt"}, {"kind": "code", "title": "", "file": "b.txt"}]
    }
    (tmp_path / "b.txt").write_text("some text", "utf-8")

    def forward(ids: I32) -> tuple[F32, F32]:
        return np.ones((len(ids), 4), np.float32), np.ones(len(ids), np.float32)

    def used() -> None:
        texts = sample_texts(tmp_path)
        states = sample_states(forward, lambda text: list(text.encode()), texts)
        assert len(states.vectors) > 0

    @drawn(15, 0.02, json_files(whole), st.one_of(st.just(b"a text"), raw))
    def check(index: bytes, text: bytes) -> None:
        (tmp_path / "index.json").write_bytes(index)
        (tmp_path / "a.txt").write_bytes(text)
        read_or_refused("sample text", used, MapProblem)

    (tmp_path / "index.json").write_text(json.dumps(whole), "utf-8")
    (tmp_path / "a.txt").write_text("a text", "utf-8")
    used()
    check()
