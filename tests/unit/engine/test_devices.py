"""Everything the engine does, on other devices than one processor: the same as there, to float rounding.

A graphics card is pretended (`tests.helpers.pretended`); accelerate's spreading is the real one, over two pretended
cards and the main memory, or over the main memory and the disk, where weights lie on "meta" in between.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.folders import cache_folder
from engine.models import device as devices
from engine.records import ModelInfo
from tests.helpers.pretended import pretended
from tests.helpers.whole_engine import Engine, apart, everything, written

ROUNDING = 1e-5


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _plain(folder: Path, dtype: str = "float32") -> tuple[ModelInfo, dict[str, Any], int]:
    """On one processor: what the model is, all that came of it, and its bytes."""
    engine = Engine()
    info = engine.load(folder, device="cpu", dtype=dtype).info
    size = sum(each.nbytes for each in engine.models.require().session.model.parameters())
    return info, everything(engine, folder), size


def _leave_narrowing_out(expected: dict[str, Any]) -> None:
    """Rows of the weights are taken of plain layers only, so single heads come with all of their block."""
    anatomy = expected["anatomy"]
    anatomy["ways"] = ["kept" if way == "one by one" else way for way in anatomy["ways"]]


@pytest.mark.parametrize(("kind", "family"), [("cuda", "mixtral"), ("mps", "gemma3")])
def test_a_card_gives_what_a_processor_gives(kind: str, family: str, tmp_path: Path) -> None:
    folder = written(family, tmp_path / "model")
    info, expected, _ = _plain(folder)
    with pretended(kind):
        engine = Engine()
        loaded = engine.load(folder, dtype="float32").info
        weight = engine.models.require().session.model.get_input_embeddings().weight
        assert (loaded.device, weight.device.type) == (kind, kind)
        found = everything(engine, folder)
    assert apart(info, loaded, 0.0) == []
    assert apart(expected, found, ROUNDING) == []


def test_a_card_in_half_precision_does_everything_too(tmp_path: Path) -> None:
    folder = written("llama-biases-tied", tmp_path / "model")
    _, expected, _ = _plain(folder, "bfloat16")
    with pretended("cuda"):
        engine = Engine()
        assert engine.load(folder).info.dtype == "bfloat16"
        found = everything(engine, folder)
    failed = [name for name, value in found.items() if isinstance(value, str) and not isinstance(expected[name], str)]
    assert failed == []
    assert apart(expected["prefill"][1].tokens.resid, found["prefill"][1].tokens.resid, 0.02) == []


@pytest.mark.parametrize(("family", "share"), [("llama", 0.5), ("gpt2", 0.0), ("mixtral", 0.4)])
def test_weights_that_are_fetched_when_it_is_their_turn(
    family: str, share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = written(family, tmp_path / "model")
    info, expected, size = _plain(folder)
    monkeypatch.setattr(devices, "choose", lambda *_: devices.Choice("cpu", torch.float32, spread=True))
    monkeypatch.setattr(devices, "room", lambda: {"cpu": int(size * share)})
    engine = Engine()
    loaded = engine.load(folder).info
    assert "disk" in loaded.device.split(" + ")
    assert any(each.is_meta for each in engine.models.require().session.model.parameters())
    assert "meta device" not in capfd.readouterr().err, "accelerate says where it spread the model to"
    assert apart(info, loaded, 0.0) == []
    found = everything(engine, folder)
    _leave_narrowing_out(expected)
    assert apart(expected, found, ROUNDING) == []
    engine.models.release()
    assert list((cache_folder() / "spread").iterdir()) == []


def test_two_cards_and_the_main_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written("gemma3", tmp_path / "model")
    info, expected, size = _plain(folder)
    monkeypatch.setattr(devices, "choose", lambda *_: devices.Choice("cuda", torch.float32, spread=True))
    monkeypatch.setattr(devices, "room", lambda: {0: size // 2, 1: size // 2, "cpu": 2 * size})
    with pretended("cuda", count=2):
        engine = Engine()
        loaded = engine.load(folder).info
        assert loaded.device == "cuda:0 + cuda:1 + cpu"
        assert any(each.is_meta for each in engine.models.require().session.model.parameters())
        found = everything(engine, folder)
    assert apart(info, loaded, 0.0) == []
    _leave_narrowing_out(expected)
    assert apart(expected, found, ROUNDING) == []
