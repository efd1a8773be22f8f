"""From a name to a model that runs, and the sentences where it does not."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import (
    AutoModelForCausalLM,
    BertConfig,
    BertForMaskedLM,
    FalconConfig,
    FalconForCausalLM,
    Gemma4Config,
    Gemma4ForConditionalGeneration,
)

from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from engine.errors import DiskProblem, InputRefused, ModelNotFound, ModelUnusable, OutOfMemory, Stopped
from engine.libraries import rust_panics
from engine.models import clear, device, get, list_models
from engine.models.load import LoadedModel, load, told
from tests.helpers import tiny_models


@pytest.fixture
def folder(tiny: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny, tmp_path / "model"))


def _change(folder: Path, **settings: Any) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **settings}))


def test_a_folder_loads_as_transformers_loads_it(tiny: Path) -> None:
    loaded = load(str(tiny), device="cpu")
    plain = AutoModelForCausalLM.from_pretrained(tiny, dtype=torch.float32)
    ids = torch.arange(12)[None]
    with torch.no_grad():
        assert torch.equal(loaded.model(ids).logits, plain(ids).logits)
    assert (loaded.device, loaded.dtype, loaded.name, loaded.revision) == ("cpu", "float32", "tiny", "local")
    assert not loaded.model.training
    assert not any(parameter.requires_grad for parameter in loaded.model.parameters())
    assert len(loaded.vocabulary) == loaded.model.config.vocab_size
    assert len(loaded.sha256) == 64


def test_attention_can_be_switched_where_it_is_left_at_sdpa(tiny: Path) -> None:
    model: Any = load(str(tiny), device="cpu").model
    assert model.config._attn_implementation == "sdpa"
    model.set_attn_implementation("eager")
    with torch.no_grad():
        weights = model(torch.arange(9)[None], output_attentions=True).attentions
    assert torch.allclose(weights[1].sum(-1), torch.ones(1, 4, 9), atol=1e-5)


@pytest.mark.parametrize("alibi", [False, True])
def test_falcon_computes_what_the_library_computes_by_itself(tmp_path: Path, alibi: bool) -> None:
    tokenizer = tiny_models.byte_level_tokenizer()
    settings: dict[str, Any] = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "alibi": alibi}
    FalconForCausalLM(FalconConfig(vocab_size=len(tokenizer), **settings)).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    model, plain = load(str(tmp_path), device="cpu").model, AutoModelForCausalLM.from_pretrained(tmp_path)
    ids = torch.arange(12)
    with torch.no_grad():
        expected = plain(ids[None]).logits[0]
    got = forward(model, describe(model), ids, want=Want(attn=True))
    assert got.logits is not None
    assert got.attn is not None
    assert torch.allclose(got.logits, expected, atol=1e-5)
    assert torch.allclose(got.attn.sum(-1), torch.ones(2, 4, 12), atol=1e-5)


def test_the_default_model_runs(default_model: LoadedModel) -> None:
    tokenizer = default_model.tokenizer
    ids = tokenizer("The best thing about AI is its ability to", return_tensors="pt").input_ids
    with torch.no_grad():
        likeliest = default_model.model(ids).logits[0, -1].topk(10).indices
    assert " make" in [tokenizer.decode(index) for index in likeliest]
    assert default_model.name == "SmolLM2-135M-Instruct"
    assert len(default_model.vocabulary) == 49_152


def test_a_second_load_neither_hashes_nor_checks(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(str(tiny), device="cpu")
    monkeypatch.setattr("engine.models.weights.sha256_of", lambda *_: pytest.fail("hashed twice"))
    monkeypatch.setattr("engine.models.weights.require_finite_tensor", lambda *_: pytest.fail("checked twice"))
    assert load(str(tiny), device="cpu").sha256 == first.sha256


@pytest.mark.parametrize("spec", ["", "   ", "no-such-model", "./nowhere", "a\0b", "~nobody-of-that-name", "x" * 5000])
def test_unknown_names_are_refused(spec: str) -> None:
    with pytest.raises(ModelNotFound):
        load(spec)


def test_a_near_name_is_offered() -> None:
    with pytest.raises(ModelNotFound, match="Did you mean SmolLM2"):
        load("SmolLM2-135-Instruct")


def test_a_folder_without_a_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match=r"no config\.json"):
        load(str(tmp_path))


def test_an_unknown_architecture_is_refused(folder: Path) -> None:
    _change(folder, model_type="sparrow")
    with pytest.raises(ModelUnusable, match="sparrow"):
        load(str(folder))


def test_code_from_a_repository_is_refused_and_not_run(folder: Path) -> None:
    (folder / "code.py").write_text(f"open({str(folder / 'was-run')!r}, 'w')")
    _change(folder, model_type="sparrow", auto_map={"AutoConfig": "code.Config", "AutoModelForCausalLM": "code.Model"})
    with pytest.raises(ModelUnusable, match="auto_map"):
        load(str(folder))
    _change(folder, model_type="llama")  # known to transformers itself: its own class is used, the code is not
    load(str(folder), device="cpu")
    assert not (folder / "was-run").exists()


def test_a_model_that_is_no_decoder_is_refused(tmp_path: Path) -> None:
    config = BertConfig(vocab_size=50, hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
    BertForMaskedLM(config).save_pretrained(tmp_path)
    with pytest.raises(ModelUnusable, match="not a decoder-only"):
        load(str(tmp_path))


def test_missing_tensors_are_not_made_up(folder: Path) -> None:
    _change(folder, num_hidden_layers=3)
    with pytest.raises(ModelUnusable, match=r"do not fit its config\.json"):
        load(str(folder), device="cpu")


def test_tensors_of_another_shape_are_refused(folder: Path) -> None:
    _change(folder, intermediate_size=64)
    with pytest.raises(ModelUnusable, match=r"could not be loaded|do not fit"):
        load(str(folder), device="cpu")


@pytest.mark.parametrize(
    "settings",
    [
        {"num_hidden_layers": 1},
        {"num_hidden_layers": 0},
        {"num_hidden_layers": 10**9},
        {"vocab_size": 10**9},
    ],
)
def test_a_configuration_of_another_model_is_refused_before_it_is_built(folder: Path, settings: dict[str, Any]) -> None:
    _change(folder, **settings)
    with pytest.raises(ModelUnusable, match=r"do not fit its config\.json"):
        load(str(folder), device="cpu")


def test_heads_for_other_tasks_may_be_left_over(folder: Path) -> None:
    path = folder / "model.safetensors"
    more = {"score.weight": torch.zeros(2, 32), "model.layers.0.self_attn.rotary_emb.inv_freq": torch.zeros(4)}
    save_file({**load_file(path), **more}, path, metadata={"format": "pt"})
    load(str(folder), device="cpu")


@pytest.mark.parametrize("method", ["gptq", "bitsandbytes"])
def test_weights_that_need_another_library_are_a_sentence(folder: Path, method: str) -> None:
    _change(folder, quantization_config={"quant_method": method, "bits": 4, "load_in_4bit": True})
    with pytest.raises(ModelUnusable, match="needs a further library"):
        load(str(folder), device="cpu")


def test_a_json_file_of_a_million_brackets_is_a_sentence(folder: Path) -> None:
    (folder / "config.json").write_text("[" * 10**6)
    with pytest.raises(ModelUnusable, match="cannot be read as JSON"):
        load(str(folder), device="cpu")


def test_a_missing_tokenizer_is_refused(folder: Path) -> None:
    for path in folder.glob("tokenizer*"):
        path.unlink()
    with pytest.raises(ModelUnusable, match="tokenizer"):
        load(str(folder), device="cpu")


def test_a_stop_is_no_error(tiny: Path) -> None:
    with pytest.raises(Stopped):
        load(str(tiny), device="cpu", stop=lambda: True)


@pytest.mark.parametrize(("chosen", "dtype"), [("tpu9", "auto"), ("cpu", "int3")])
def test_unknown_devices_and_precisions_are_refused(tiny: Path, chosen: str, dtype: str) -> None:
    with pytest.raises(InputRefused):
        load(str(tiny), device=chosen, dtype=dtype)


def test_asked_precision_is_kept(tiny: Path) -> None:
    loaded = load(str(tiny), device="cpu", dtype="bfloat16")
    assert loaded.dtype == "bfloat16"
    assert {parameter.dtype for parameter in loaded.model.parameters()} == {torch.bfloat16}


def test_too_little_memory_says_what_is_needed_and_what_would_fit(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "free_bytes", lambda _: 600 * 10**6)
    with pytest.raises(OutOfMemory, match=r"needs 42\.\d GB on cpu in float32, but 600\.0 MB are free.*pythia-70m"):
        device.choose("cpu", "float32", 10**10)
    monkeypatch.setattr(device, "free_bytes", lambda _: 10)
    with pytest.raises(OutOfMemory, match="Close other programs"):
        load(str(tiny), device="cpu")


def test_half_precision_is_taken_where_only_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "free_bytes", lambda _: 3 * 10**9)
    assert device.choose("cpu", "auto", 500 * 10**6).dtype is torch.float32
    assert device.choose("cpu", "auto", 10**9).dtype is torch.bfloat16


def test_a_large_model_is_spread_over_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "available", lambda: ["cuda", "cpu"])
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda *_: (8, 0))
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(device, "free_bytes", lambda where: 10 * 10**9 if "cuda" in where else 4 * 10**9)
    assert device.choose("auto", "auto", 10**9) == device.Choice("cuda", torch.bfloat16)
    assert device.choose("auto", "auto", 10**10) == device.Choice("cuda", torch.bfloat16, spread=True)
    with pytest.raises(OutOfMemory):
        device.choose("auto", "auto", 2 * 10**10)


def test_old_gpus_compute_in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "available", lambda: ["cuda", "cpu"])
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda *_: (7, 5))
    monkeypatch.setattr(device, "free_bytes", lambda _: 10**10)
    assert device.choose("auto", "auto", 10**8).dtype is torch.float32


def test_a_cache_that_cannot_be_written_to_is_a_sentence(
    tiny_gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(DiskProblem, match="ORRERY_CACHE"):
        load(str(tiny_gguf))


def test_models_are_listed_fetched_and_cleared(tiny_gguf: Path) -> None:
    where = get(str(tiny_gguf))
    rows = {row.name: row for row in list_models()}
    assert rows["tiny"].on_disk
    assert rows["tiny"].n_bytes > 10_000
    assert not rows["gpt2-xl"].on_disk
    assert clear("tiny") == rows["tiny"].n_bytes
    assert not where.folder.exists()
    with pytest.raises(ModelNotFound):
        clear("tiny")
    get(str(tiny_gguf))
    assert clear() > 10_000


def test_a_language_model_beside_a_tower_without_the_same_attention_loads(tmp_path: Path) -> None:
    tokenizer = tiny_models.byte_level_tokenizer()
    text: dict[str, Any] = {
        "vocab_size": len(tokenizer), "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
        "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8, "global_head_dim": 8,
        "hidden_size_per_layer_input": 0, "vocab_size_per_layer_input": len(tokenizer), "num_kv_shared_layers": 0,
        "layer_types": ["sliding_attention", "full_attention"], "sliding_window": 16, "max_position_embeddings": 64,
    }  # fmt: skip
    sound = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "output_proj_dims": 32}
    sight = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    sight |= {"num_key_value_heads": 2, "head_dim": 8, "global_head_dim": 8, "position_embedding_size": 64}
    config = Gemma4Config(text_config=text, audio_config=sound, vision_config=sight)
    Gemma4ForConditionalGeneration(config).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    model = load(str(tmp_path), device="cpu").model
    found = describe(model)
    assert (found.n_layers, found.d_mlp, dict(found.missing)) == (2, 48, {})
    assert model.config.get_text_config()._attn_implementation == "sdpa"


def test_a_load_tells_how_far_it_is_and_stops_at_a_tensor(tiny: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(doing: str, done: int, total: int) -> None:
        if doing == "Loading tiny":
            told.append((done, total))

    load(str(tiny), progress=progress)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({done for done, _ in told}) > 10
    assert told[-1][0] == told[-1][1]
    told.clear()
    with pytest.raises(Stopped):
        load(str(tiny), progress=progress, stop=lambda: len(told) > 4)
    assert len(told) == 5


# -- files that do not say what they should -------------------------------------------------------------------------

_X = "x" * 10_000


@pytest.mark.parametrize(
    "settings",
    [
        {"architectures": 3.5},
        {"architectures": [3.5]},
        {"architectures": _X},
        {"architectures": [f"{_X}MaskedLM"]},
        {"model_type": [_X]},
        {"model_type": _X},
        {"model_type": {}},
        {"num_hidden_layers": _X},
        {"num_attention_heads": 0},
        {"eos_token_id": _X},
        {"hidden_act": _X},
        {"dtype": _X},
        {"quantization_config": 5},
        {"rope_parameters": [_X]},
        {"max_position_embeddings": "many"},
    ],
)
def test_a_configuration_of_other_kinds_is_a_short_sentence(folder: Path, settings: dict[str, Any]) -> None:
    _change(folder, **settings)
    with pytest.raises(ModelUnusable) as met:
        load(str(folder), device="cpu")
    assert len(str(met.value)) < 400 + len(str(folder))
    assert str(folder) in str(met.value)


@pytest.mark.parametrize("role", ["eos_token", "bos_token", "pad_token"])
@pytest.mark.parametrize("token", ["", 5, {"content": 5}, "zz" * 5000])
def test_a_special_token_that_is_none_is_a_short_sentence(folder: Path, role: str, token: object) -> None:
    path = folder / "tokenizer_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {role: token}))
    if token == "zz" * 5000:  # a text of its own becomes a token of its own
        load(str(folder), device="cpu")
        return
    with pytest.raises(ModelUnusable, match=f"The tokenizer in .*{role}") as met:
        load(str(folder), device="cpu")
    assert len(str(met.value)) < 400 + len(str(folder))


@pytest.mark.parametrize(
    "part",
    [
        {"normalizer": {"type": "Precompiled", "precompiled_charsmap": "AAAA"}},
        {"normalizer": {"type": "Precompiled", "precompiled_charsmap": "/////w=="}},
        {"normalizer": {"type": "Sequence", "normalizers": [{"type": "Precompiled", "precompiled_charsmap": ""}]}},
        {"pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(("}, "behavior": "Isolated", "invert": False}},
        {"decoder": {"type": _X}},
    ],
)
def test_a_tokenizer_that_makes_the_library_panic_is_a_short_sentence(
    folder: Path, part: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / "tokenizer.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | part))
    with pytest.raises(ModelUnusable, match=r"The tokenizer in .* cannot be read") as met:
        load(str(folder), device="cpu")
    assert len(str(met.value)) < 400 + len(str(folder))
    assert "panicked" not in capfd.readouterr().err


def test_only_what_rust_writes_of_a_panic_is_kept_from_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with rust_panics.unprinted():
        os.write(2, b"before\n")
        os.write(2, b"\nthread '<unnamed>' panicked at a.rs:1:2:\nwhy\nnote: run with ...\n")
    with rust_panics.unprinted():
        print("after", file=sys.stderr)
    os.write(2, b"and later")
    assert capfd.readouterr().err == "before\nafter\nand later"


def test_a_figure_that_is_0_is_told_in_words() -> None:
    with pytest.raises(ModelUnusable, match=r"fit together \(a number is 0 that others are divided by\)"), told("m"):
        _ = 7 % 0


def test_what_a_library_raises_over_a_models_files_is_a_sentence_but_a_stop_and_memory_are_not() -> None:
    with pytest.raises(ModelUnusable, match=r"m could not be loaded.* is missing"), told("m"):
        raise KeyError(_X)
    for error in (Stopped(), MemoryError(), InputRefused("no")):
        with pytest.raises(type(error)), told("m"):
            raise error


@pytest.mark.parametrize("names", [["a" * 5000], ["b\0c"], [5], ["x" * 10_000, "y" * 10_000, "z" * 10_000, "w"]])
def test_an_index_that_names_what_cannot_be_is_a_short_sentence(folder: Path, names: list[object]) -> None:
    _index(folder, *names)
    with pytest.raises(ModelUnusable, match="of its") as met:
        load(str(folder), device="cpu")
    assert len(str(met.value)) < 400 + len(str(folder))


@pytest.mark.parametrize(
    "name", ["../outside.safetensors", "sub/../../outside.safetensors", "ABSOLUTE", "..\\outside", "C:\\w"]
)
def test_weights_outside_of_the_folder_are_not_read(folder: Path, name: str) -> None:
    outside = folder.parent / "outside.safetensors"
    shutil.copy(folder / "model.safetensors", outside)
    _index(folder, str(outside) if name == "ABSOLUTE" else name)
    with pytest.raises(ModelUnusable, match="outside of the model's folder"):
        load(str(folder), device="cpu")


def test_weights_in_a_folder_below_and_behind_a_link_are_read(folder: Path) -> None:
    store = folder.parent / "blobs"
    store.mkdir()
    shutil.move(folder / "model.safetensors", store / "0123")
    (folder / "model.safetensors").symlink_to(store / "0123")  # as in the hub's cache
    load(str(folder), device="cpu")


def _index(folder: Path, *names: object) -> None:
    found = dict.fromkeys(load_file(folder / "model.safetensors"), names[0])
    more = {f"more.{number}": name for number, name in enumerate(names)}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {**found, **more}}))
