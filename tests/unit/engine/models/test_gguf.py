"""GGUF files: expanded once, equal to the original, and refused in a sentence where they cannot be."""

from __future__ import annotations

import errno
import math
import resource
import shutil
import struct
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from gguf import GGUFReader
from transformers import AutoTokenizer

from engine import folders
from engine.errors import DiskProblem, ModelNotFound, ModelUnusable, NotOnDisk, Stopped
from engine.models import disk, gguf, gguf_header, list_models, store
from engine.models.load import load
from engine.models.resolve import require_here, resolve
from tests.helpers import tiny_models


def test_the_expansion_is_the_model_it_was_written_from(tiny_gguf: Path) -> None:
    loaded = load(str(tiny_gguf), device="cpu")
    original = tiny_models.llama(loaded.model.config.vocab_size, seed=1, num_key_value_heads=4)
    ids = torch.arange(20)[None]
    with torch.no_grad():
        difference = (loaded.model(ids).logits - original(ids).logits).abs().max()
    assert float(difference) < 1e-4
    assert loaded.dtype == "float32"


def test_the_tokenizer_is_the_same_for_odd_texts(tiny_gguf: Path) -> None:
    folder = resolve(str(tiny_gguf)).folder
    saved = AutoTokenizer.from_pretrained(folder)
    read = AutoTokenizer.from_pretrained(tiny_gguf.parent, gguf_file=tiny_gguf.name)
    for text in tiny_models.ODD_TEXTS:
        assert saved(text).input_ids == read(text).input_ids
        assert saved.decode(saved(text, add_special_tokens=False).input_ids) == text
    assert (saved.bos_token_id, saved.eos_token_id) == (read.bos_token_id, read.eos_token_id)
    assert saved.chat_template == read.chat_template
    assert saved.chat_template


def test_the_default_models_tokenizer_survives_the_expansion(default_model_folder: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(default_model_folder)
    for text in tiny_models.ODD_TEXTS:
        assert tokenizer.decode(tokenizer(text).input_ids) == text
    assert "<|im_start|>user" in tokenizer.apply_chat_template([{"role": "user", "content": "Hi"}], tokenize=False)


def test_it_is_expanded_once(tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = resolve(str(tiny_gguf))
    monkeypatch.setattr(gguf, "expand", lambda *_: pytest.fail("expanded twice"))
    assert resolve(str(tiny_gguf)) == first
    assert store.notes()[first.folder].sha256 == first.sha256


def test_it_is_loaded_by_the_name_it_is_listed_under_when_the_file_is_gone(tiny_gguf: Path, tmp_path: Path) -> None:
    file = shutil.copy(tiny_gguf, tmp_path / "borrowed.gguf")
    first = resolve(str(file))
    Path(file).unlink()
    (listed,) = [row.name for row in list_models() if row.folder == str(first.folder)]
    require_here(listed)
    assert resolve(listed) == replace(first, source="the file borrowed.gguf"), "its place then was another matter"
    assert first.source == f"the file {file}"


@pytest.mark.parametrize("spec", ["SmolLM2-360M-Instruct", "someone/something", "/no/such/folder", "nonsense"])
def test_a_model_that_would_have_to_be_fetched_is_refused_where_nothing_may_be(spec: str) -> None:
    with pytest.raises(NotOnDisk, match=spec):
        require_here(spec)


def test_a_file_that_has_to_be_expanded_is_here(tiny_gguf: Path) -> None:
    require_here(str(tiny_gguf))


def test_the_expansion_tells_how_far_it_is_and_stops_at_a_tensor(
    tiny_gguf: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(Stopped):
        resolve(str(tiny_gguf), lambda doing, *count: told.append(count) if "Expanding" in doing else None,
                lambda: len(told) > 4)  # fmt: skip
    assert store.notes() == {}
    told.clear()
    resolve(str(tiny_gguf), lambda doing, *count: told.append(count) if "Expanding" in doing else None)
    done = [part for part, whole in told if whole]
    assert done == sorted(done)
    assert len(set(done)) > 10
    assert told[-1][0] == told[-1][1] > 0
    assert capfd.readouterr().err == ""


def test_the_weights_are_written_in_parts_with_numbers_and_a_stop_between_them(
    tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf, "SHARD", 2**15)
    told: list[tuple[int, int]] = []
    with pytest.raises(Stopped):
        resolve(str(tiny_gguf), lambda doing, *count: told.append(count) if "Writing" in doing else None,
                lambda: len(told) > 2)  # fmt: skip
    assert store.notes() == {}
    told.clear()
    found = resolve(str(tiny_gguf), lambda doing, *count: told.append(count) if "Writing" in doing else None)
    files = list(found.folder.glob("*.safetensors"))
    assert len(files) > 3
    loaded = load(str(tiny_gguf), device="cpu")
    n_bytes = sum(weight.numel() * 4 for weight in loaded.model.parameters())
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == len(files) + 1
    assert {total for _, total in told} == {n_bytes}
    assert told[-1] == (n_bytes, n_bytes)
    original = tiny_models.llama(loaded.model.config.vocab_size, seed=1, num_key_value_heads=4)
    ids = torch.arange(20)[None]
    with torch.no_grad():
        assert float((loaded.model(ids).logits - original(ids).logits).abs().max()) < 1e-4


@pytest.mark.parametrize("stamp", [None, b"1", b"\xff\xfe"])
def test_what_an_earlier_version_expanded_is_made_again(tiny_gguf: Path, tmp_path: Path, stamp: bytes | None) -> None:
    file = Path(shutil.copy(tiny_gguf, tmp_path / "borrowed.gguf"))
    first = resolve(str(file))
    marks = first.folder / "expansion.txt"
    current = marks.read_bytes()
    marks.write_bytes(stamp) if stamp is not None else marks.unlink()
    (first.folder / "tokenizer.json").write_text("{}")
    assert store.by_key(store.notes()[first.folder].key) is None
    assert resolve(str(file)) == first
    assert marks.read_bytes() == current
    assert AutoTokenizer.from_pretrained(first.folder)("the cat").input_ids
    marks.unlink()
    file.unlink()
    with pytest.raises(
        ModelNotFound, match=r"borrowed was expanded from the file borrowed\.gguf by an earlier version"
    ):
        resolve("borrowed")


def test_models_that_were_not_expanded_need_no_stamp(tiny: Path) -> None:
    part = store.new_folder("other")
    shutil.copytree(tiny, part, dirs_exist_ok=True)
    store.put(part, store.Note("other", "hub:some/other", "the hub", "main", "ab" * 32, store.now()))
    assert store.by_key("hub:some/other") is not None
    assert store.outdated("other") is None


def test_a_damaged_expansion_is_made_again(tiny_gguf: Path) -> None:
    first = resolve(str(tiny_gguf))
    weights = first.folder / "model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:1000])
    assert resolve(str(tiny_gguf)) == first
    assert weights.read_bytes() == whole


def test_what_a_killed_program_left_of_it_is_removed_and_nothing_else(tiny_gguf: Path) -> None:
    left, others = (folders.models_folder() / f".part-tiny-{name}" for name in ("a1b2_c3d", "two-a1b2_c3d"))
    for folder in (left, others):
        folder.mkdir()
        (folder / store.NOTE).write_text("{}")
    resolve(str(tiny_gguf))
    assert not left.exists()
    assert others.exists()


def test_room_is_asked_for_the_weights_as_they_will_be(tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [tuple(tensor.shape) for tensor in GGUFReader(tiny_gguf).tensors]
    needed = 4 * sum(math.prod(map(int, shape)) for shape in shapes) + disk.MARGIN
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(total=10**12, free=needed - 1))
    with pytest.raises(DiskProblem, match=rf"needs {disk.in_words(needed)} on the disk"):
        resolve(str(tiny_gguf))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(total=10**12, free=needed))
    resolve(str(tiny_gguf))


def test_what_the_system_refuses_while_weights_are_written_is_a_sentence_and_leaves_nothing(tiny_gguf: Path) -> None:
    """safetensors' own writer meets a real limit here: a file may be no longer than its tokenizer's."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(DiskProblem, match=r"cannot be written to \(File too large\)"):
            resolve(str(tiny_gguf))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(folders.models_folder().glob("*/")) == []
    assert list(folders.models_folder().glob(".part*")) == []


def test_a_disk_that_fills_up_is_not_said_to_be_downloaded_to(tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "stamp", full)
    with pytest.raises(DiskProblem, match=r"is full.* try again. What was expanded so far was removed") as refused:
        resolve(str(tiny_gguf))
    assert "download" not in str(refused.value)
    assert list(folders.models_folder().glob(".part*")) == []


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_truncated_files_are_refused_and_leave_nothing(tiny_gguf: Path, tmp_path: Path, share: float) -> None:
    data = tiny_gguf.read_bytes()
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelUnusable, match="truncated or damaged"):
        resolve(str(cut))
    assert list(folders.models_folder().glob("*/")) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"without": "blk.1.ffn_up.weight"}, r"lacks 1 tensors .*layers\.1\.mlp\.up_proj"),
        ({"tensors": {"blk.0.attn_q.bias": np.ones(32)}}, r"no place in the model .*blk\.0\.attn_q\.bias"),
        ({"texts": {"llama.rope.scaling.type": "yarn"}}, "yarn rope scaling"),
        ({"tensors": {"rope_freqs.weight": np.array([1, 2, 3, 4])}}, "stretches its positions"),
        ({"numbers": {"split.no": 0, "split.count": 3}}, r"part 1 of 3 .*llama-gguf-split --merge"),
    ],
)
def test_what_the_reader_would_leave_out_or_make_up_is_refused(
    tmp_path: Path, change: dict[str, Any], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ModelUnusable, match=said):
        resolve(str(tiny_models.write_gguf(tmp_path / "odd.gguf", **change)))
    assert store.notes() == {}
    assert capfd.readouterr().err == ""


def test_llama_3s_stretched_rotation_is_kept(tmp_path: Path) -> None:
    plain = {"rope_type": "default", "rope_theta": 5e5}
    stretched = {"rope_type": "llama3", "rope_theta": 5e5, "factor": 8.0, "low_freq_factor": 1.0,
                 "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}  # fmt: skip
    before, expected = (
        tiny_models.llama(64, rope_parameters=settings).model.rotary_emb.inv_freq for settings in (plain, stretched)
    )
    path = tiny_models.write_gguf(
        tmp_path / "three.gguf",
        tensors={"rope_freqs.weight": (before / expected).numpy()},
        numbers={"llama.rope.freq_base": 500_000},
    )
    loaded: Any = load(str(path), device="cpu").model
    assert torch.allclose(loaded.model.rotary_emb.inv_freq, expected, rtol=1e-4)
    assert not torch.allclose(before, expected, rtol=0.1)


def test_an_unknown_architecture_is_named(tmp_path: Path) -> None:
    strange = tiny_models.write_gguf(tmp_path / "strange.gguf", architecture="sparrow")
    with pytest.raises(ModelUnusable, match="sparrow"):
        resolve(str(strange))


@pytest.mark.parametrize(
    ("start", "said"), [(b"", "not a GGUF"), (b"PK\x03\x04 a zip", "not a GGUF"), (b"GGUF\x09\0\0\0", "version 9")]
)
def test_foreign_files_are_refused(tmp_path: Path, start: bytes, said: str) -> None:
    path = tmp_path / "foreign.gguf"
    path.write_bytes(start)
    with pytest.raises(ModelUnusable, match=said):
        resolve(str(path))


def test_a_gguf_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="no file or folder"):
        resolve(str(tmp_path / "absent.gguf"))


def test_numbers_that_are_not_finite_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = tiny_models.llama

    def broken(*arguments: int, **named: int) -> object:
        model = original(*arguments, **named)
        model.lm_head.weight.data[0, 0] = float(np.nan)
        return model

    monkeypatch.setattr(tiny_models, "llama", broken)
    path = tiny_models.write_gguf(tmp_path / "nan.gguf")
    with pytest.raises(ModelUnusable, match="not finite"):
        load(str(path), device="cpu")
    shutil.rmtree(folders.models_folder())


# -- figures that its tensors cannot have ---------------------------------------------------------------------------


def _with_number(path: Path, to: Path, name: str, number: int) -> Path:
    """A copy in which the 32-bit field `name` has another value."""
    data = path.read_bytes()
    key = len(name).to_bytes(8, "little") + name.encode()
    at = data.index(key) + len(key)
    assert data[at : at + 4] == (4).to_bytes(4, "little")
    to.write_bytes(data[: at + 4] + number.to_bytes(4, "little") + data[at + 8 :])
    return to


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        ("llama.block_count", 2_000_000, "block_count 2000000, and holds tensors of 2 blocks"),
        ("llama.block_count", 3, "block_count 3"),
        ("llama.block_count", 0, "block_count 0"),
        ("llama.embedding_length", 4_000_000_000, "embedding_length 4000000000"),
        ("llama.embedding_length", 48, "its embedding has 32 columns"),
        ("llama.embedding_length", 0, "embedding_length 0"),
        ("llama.feed_forward_length", 1_000_000_000, "feed_forward_length 1000000000"),
        ("llama.feed_forward_length", 0, "feed_forward_length 0, and holds blk.0.ffn"),
        ("llama.attention.head_count", 2**31, "attention.head_count"),
        ("llama.attention.head_count", 0, "attention.head_count 0, and holds blk.0.attn_q"),
        ("llama.attention.head_count_kv", 0, "attention.head_count_kv 0, and holds blk.0.attn_k"),
        ("llama.vocab_size", 2**32 - 1, "vocab_size"),
        ("llama.context_length", 2**32 - 1, "context_length"),
        ("tokenizer.ggml.eos_token_id", 100_000, "its eos token is 100000"),
    ],
)
def test_figures_that_its_tensors_cannot_have_are_refused_before_anything_is_built(
    tiny_gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, said: str
) -> None:
    monkeypatch.setattr(gguf, "_read", lambda *_: pytest.fail("it was built"))
    with pytest.raises(ModelUnusable, match="does not hold together") as met:
        resolve(str(_with_number(tiny_gguf, tmp_path / "odd.gguf", name, number)))
    assert said in str(met.value)
    assert list(folders.models_folder().glob("*/")) == []


def _header(n_tensors: int, n_fields: int, rest: bytes = b"") -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, n_tensors, n_fields) + rest


_A = struct.pack("<Q", 1) + b"a"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_header(2**60, 0), "1,152,921,504,606,846,976 tensors"),
        (_header(0, 2**60), "fields"),
        (_header(0, 1, struct.pack("<Q", 2**62) + bytes(40)), "bytes of text"),
        (_header(0, 1, _A + struct.pack("<IIQ", 9, 4, 2**60)), "numbers"),  # an array without end
        (_header(0, 1, _A + struct.pack("<IIQ", 9, 8, 2**60)), "entries"),
        (_header(0, 1, _A + struct.pack("<I", 77) + bytes(8)), "unknown kind 77"),
        (_header(0, 1, _A + struct.pack("<IIQ", 9, 9, 1) * 9 + bytes(99)), "is truncated or damaged"),
        (_header(1, 0, _A + struct.pack("<I", 2**31) + bytes(40)), "axes"),
        (_header(1, 0, _A + struct.pack("<IQQIQ", 2, 2**40, 2**20, 0, 0)), "ends beyond the file"),
        (_header(1, 0, _A + struct.pack("<IQIQ", 1, 1, 99, 0) + bytes(64)), "unknown kind 99"),
    ],
)
def test_counts_beyond_the_files_bytes_are_not_followed(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "odd.gguf"
    path.write_bytes(data)
    began = time.monotonic()
    with pytest.raises(ModelUnusable, match="is truncated or damaged") as met:
        resolve(str(path))
    assert said in str(met.value)
    assert time.monotonic() - began < 1
    assert len(str(met.value)) < 400 + len(str(path))


def test_reading_a_header_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.gguf"
    path.write_bytes(_header(0, 1, _A + struct.pack("<IIQ", 9, 8, 200_000) + bytes(8 * 200_000)))
    looks = 0

    def stop() -> bool:
        nonlocal looks
        looks += 1
        return looks > 10

    with pytest.raises(Stopped):
        gguf_header.read_header(path, stop)
    assert looks == 11


def test_the_header_says_what_was_written(tiny_gguf: Path) -> None:
    header = gguf_header.read_header(tiny_gguf, lambda: False)
    assert header.architecture == "llama"
    assert header.fields["llama.block_count"] == 2
    reader = GGUFReader(tiny_gguf)
    assert header.shapes == {tensor.name: tuple(map(int, tensor.shape)) for tensor in reader.tensors}
    assert header.fields["tokenizer.ggml.tokens"].length == len(reader.fields["tokenizer.ggml.tokens"].data)
