"""Published dictionaries that cannot be used: each is refused in a sentence that says why."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.dictionaries import shelf
from engine.dictionaries.foreign import published
from engine.errors import InputRefused
from tests.helpers import published as writing
from tests.helpers.fuzz import require_fit_for_a_person
from tests.helpers.published import D, N, Written


def changed(written: Written, facts: dict[str, Any] | None = None, **arrays: Any) -> Written:
    given = {name.replace("__", "."): array for name, array in arrays.items()}
    kept = {name: array for name, array in {**written.arrays, **given}.items() if array is not None}
    return replace(written, arrays=kept, facts={**(written.facts or {}), **(facts or {})})


CASES: dict[str, tuple[Written, str]] = {
    "not finite": (changed(writing.saelens(), W_dec=np.full((N, D), np.nan, np.float32)), "not finite in w_dec"),
    "transposed": (changed(writing.saelens(), W_dec=writing.numbers(2, D, N)), "W_dec is 8×24, not 24×8"),
    "missing": (changed(writing.saelens("gated"), b_gate=None), "b_gate is missing"),
    "whole numbers": (changed(writing.saelens(), b_dec=np.zeros(D, np.int32)), "b_dec holds no real numbers"),
    "another size": (changed(writing.saelens(), {"d_in": 768}), "d_in is 768"),
    "architecture": (changed(writing.saelens(), {"architecture": "transcoder"}), "architecture is transcoder"),
    "function": (changed(writing.saelens(new=False), {"activation_fn_str": "tanh-relu"}), "tanh-relu"),
    "k": (changed(writing.saelens("topk"), {"k": N + 1}), "k is 25, which must be from 1 to 24"),
    "no k": (changed(writing.saelens("topk"), {"k": None}), "k is None"),
    "normalising": (changed(writing.saelens(), {"normalize_activations": "rms"}), "normalize_activations is rms"),
    "factor": (changed(writing.saelens(), {"normalize_activations": "expected_average_only_in"}), "it is measured"),
    "head": (changed(writing.saelens(new=False), {"hook_point_head_index": 3}), "head 3"),
    "head's output": (changed(writing.saelens(new=False), {"hook_point": "blocks.3.attn.hook_z"}), "hook_z"),
    "scaling": (changed(writing.saelens(), scaling_factor=np.full(N, 2, np.float32)), "none is to be used"),
    "no folders": (replace(writing.gemma_scope(), file="params.npz"), "does not say where it reads"),
    "of attention": (replace(writing.gemma_scope(), file="gemma-scope-2b-pt-att/layer_3/a/params.npz"), "hook_z"),
    "no activation": (replace(writing.openai(), file="8.safetensors", facts=None), "does not say its activation"),
    "no place": (replace(writing.openai(), file="8.safetensors", facts_name="8.json"), "does not say where it reads"),
    "between": (changed(writing.openai(), {"location": "resid_post_attn", "layer": 3}), "hook_resid_mid"),
    "no class": (writing.dictionary_learning("AutoEncoder", dict_class="CrossCoder"), "class is CrossCoder"),
    "no config": (replace(writing.dictionary_learning("AutoEncoder"), facts=None), "config.json"),
    "no threshold": (changed(writing.dictionary_learning("BatchTopKSAE"), threshold=np.float32(-1).reshape(())),
                     "depends on the batch"),
    "input of the MLP": (writing.dictionary_learning("AutoEncoder", submodule_name="ln2 something"), "ln2"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    written, why = CASES[name]
    path = written.write(tmp_path)
    with pytest.raises(InputRefused) as refused:
        published.read(path)
    assert why in str(refused.value)
    require_fit_for_a_person(refused.value)


def refused(read: Callable[[], object]) -> str:
    with pytest.raises(InputRefused) as found:
        read()
    require_fit_for_a_person(found.value)
    return str(found.value)


def test_pickles_are_never_opened(tmp_path: Path) -> None:
    torch.save({"encoder.weight": torch.ones(2, 2)}, tmp_path / "ae.pt")
    assert "is pickled" in refused(lambda: published.read(tmp_path / "ae.pt"))
    assert "save_file" in refused(lambda: published.read(tmp_path))
    np.savez(tmp_path / "params.npz", W_enc=np.array([{"a": 1}], dtype=object))
    assert "pickled" in refused(lambda: published.read(tmp_path / "params.npz"))


def test_an_archive_that_unpacks_to_more_than_it_says_is_refused_unread(tmp_path: Path) -> None:
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, {"descr": "<f4", "fortran_order": False, "shape": (2**20, 2**12)})
    with zipfile.ZipFile(tmp_path / "params.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("W_enc.npy", head.getvalue() + bytes(64))
    assert "another size than it says" in refused(lambda: published.read(tmp_path))


def test_folders_and_files_of_something_else(tmp_path: Path) -> None:
    assert "holds no published dictionary" in refused(lambda: published.read(tmp_path))
    np.savez(tmp_path / "other.npz", a=np.ones(3))
    assert "of no format" in refused(lambda: published.read(tmp_path))
    (tmp_path / "text.safetensors").write_bytes(b"not at all")
    assert "cannot be read" in refused(lambda: published.read(tmp_path / "text.safetensors"))
    assert "There is no dictionary" in refused(lambda: shelf.load(str(tmp_path / "nowhere")))
    path = writing.saelens().write(tmp_path / "b")
    (path.parent / "cfg.json").write_text("{", "utf-8")
    assert "cfg.json" in refused(lambda: published.read(path))
