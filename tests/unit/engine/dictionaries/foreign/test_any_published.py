"""Published dictionaries of any content: read and used, or refused in a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import torch
from hypothesis import strategies as st

from engine.dictionaries.foreign import published
from engine.errors import InputRefused
from tests.helpers import published as writing
from tests.helpers.fuzz import drawn, read_or_refused, require_both
from tests.helpers.strategies.json_files import damaged, written
from tests.helpers.strategies.raw_bytes import damaged_bytes, raw
from tests.helpers.strategies.tensor_files import TensorFile, tensor_files

SAMPLES = ("saelens gated", "saelens topk before 6", "openai topk", "dictionary_learning GatedAutoEncoder",
           "dictionary_learning BatchTopKSAE", "gemma scope 2")  # fmt: skip


def used(path: Path) -> None:
    found = published.read(path)
    x = torch.from_numpy(writing.activations())[:, : found.info.d]
    if x.shape[1] == found.info.d:
        assert found.reconstruct(x).shape == x.shape


def test_any_published_dictionary(tmp_path: Path) -> None:
    valid = {name: writing.ALL[name].write(tmp_path / f"{at}") for at, name in enumerate(SAMPLES)}
    arrays = {name: path.read_bytes() for name, path in valid.items()}

    @drawn(200, 0.02, st.data())
    def check(data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(SAMPLES))
        path, facts = valid[name], valid[name].parent / writing.ALL[name].facts_name
        said = writing.ALL[name].facts
        if data.draw(st.booleans()):
            path.write_bytes(data.draw(tensor_files(TensorFile.of(arrays[name]))))
        else:
            path.write_bytes(arrays[name])
            facts.write_bytes(written(data.draw(damaged(said))))
        read_or_refused("published dictionary", lambda: used(path), InputRefused)
        writing.ALL[name].write(tmp_path / f"{SAMPLES.index(name)}")

    check()
    require_both("published dictionary")


def test_any_npz(tmp_path: Path) -> None:
    path = writing.gemma_scope().write(tmp_path)
    valid = path.read_bytes()
    used(path)

    @drawn(150, 0.01, st.one_of(damaged_bytes(valid), damaged_bytes(valid), raw))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("npz", lambda: used(path), InputRefused)

    check()
    require_both("npz")


def test_what_is_written_for_these_is_itself_valid(tmp_path: Path) -> None:
    for name in SAMPLES:
        used(replace(writing.ALL[name]).write(tmp_path / name.replace(" ", "_")))
