"""Everything the engine does, on other devices than one processor: the same as there, to float rounding.

A graphics card is pretended (`tests.helpers.pretended`); accelerate's spreading is the real one, over two pretended
cards and the main memory, or over the main memory and the disk, where weights lie on "meta" in between.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

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


class Plain(NamedTuple):
    """What a model is and does on one processor."""

    folder: Path
    info: ModelInfo
    answers: dict[str, Any]
    size: int  # bytes


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Plain]:
    """A family on one processor, asked once: tests of one family stand beside each other."""
    kept: dict[tuple[str, str], Plain] = {}

    def one(family: str, dtype: str = "float32") -> Plain:
        if (family, dtype) not in kept:
            folder = written(family, tmp_path_factory.mktemp(family) / "model")
            engine = Engine()
            info = engine.load(folder, device="cpu", dtype=dtype).info
            size = sum(each.nbytes for each in engine.models.require().session.model.parameters())
            kept[family, dtype] = Plain(folder, info, everything(engine, folder), size)
        return kept[family, dtype]

    return one


def _without_narrowing(expected: dict[str, Any]) -> dict[str, Any]:
    """Rows of the weights are taken of plain layers only, so single heads come with all of their block."""
    ways = ["kept" if way == "one by one" else way for way in expected["anatomy"]["ways"]]
    return expected | {"anatomy": expected["anatomy"] | {"ways": ways}}


@pytest.mark.parametrize(("family", "share"), [("llama", 0.5), ("gpt2", 0.0), ("mixtral", 0.4)])
def test_weights_that_are_fetched_when_it_is_their_turn(
    family: str,
    share: float,
    plain: Callable[..., Plain],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder, info, expected, size = plain(family)
    monkeypatch.setattr(devices, "choose", lambda *_: devices.Choice("cpu", torch.float32, spread=True))
    monkeypatch.setattr(devices, "room", lambda: {"cpu": int(size * share)})
    engine = Engine()
    loaded = engine.load(folder).info
    assert "disk" in loaded.device.split(" + ")
    assert any(each.is_meta for each in engine.models.require().session.model.parameters())
    assert "meta device" not in capfd.readouterr().err, "accelerate says where it spread the model to"
    assert apart(info, loaded, 0.0) == []
    found = everything(engine, folder)
    assert apart(_without_narrowing(expected), found, ROUNDING) == []
    engine.models.release()
    assert list((cache_folder() / "spread").iterdir()) == []


@pytest.mark.parametrize(("kind", "family"), [("cuda", "mixtral"), ("mps", "gemma3")])
def test_a_card_gives_what_a_processor_gives(kind: str, family: str, plain: Callable[..., Plain]) -> None:
    folder, info, expected, _ = plain(family)
    with pretended(kind):
        engine = Engine()
        loaded = engine.load(folder, dtype="float32").info
        weight = engine.models.require().session.model.get_input_embeddings().weight
        assert (loaded.device, weight.device.type) == (kind, kind)
        found = everything(engine, folder)
    assert apart(info, loaded, 0.0) == []
    assert apart(expected, found, ROUNDING) == []


def test_two_cards_and_the_main_memory(plain: Callable[..., Plain], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, info, expected, size = plain("gemma3")
    monkeypatch.setattr(devices, "choose", lambda *_: devices.Choice("cuda", torch.float32, spread=True))
    monkeypatch.setattr(devices, "room", lambda: {0: size // 2, 1: size // 2, "cpu": 2 * size})
    with pretended("cuda", count=2):
        engine = Engine()
        loaded = engine.load(folder).info
        assert loaded.device == "cuda:0 + cuda:1 + cpu"
        assert any(each.is_meta for each in engine.models.require().session.model.parameters())
        found = everything(engine, folder)
    assert apart(info, loaded, 0.0) == []
    one, other = _without_narrowing(expected), found
    _take_out_the_dial(one, other)
    assert apart(one, other, ROUNDING) == []


def _take_out_the_dial(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Of steering: over several cards attention cannot be frozen, and it says so."""
    plainly, spread = (each.pop("lab: dial")[0].finding for each in (one, other))
    assert (plainly.why_not_frozen, "frozen" in plainly.variants) == ("", True)
    assert spread.why_not_frozen
    assert "frozen" not in spread.variants


def test_a_card_in_half_precision_does_everything_too(plain: Callable[..., Plain]) -> None:
    folder, _, expected, _ = plain("llama-biases-tied", "bfloat16")
    with pretended("cuda"):
        engine = Engine()
        assert engine.load(folder).info.dtype == "bfloat16"
        found = everything(engine, folder)
    failed = [name for name, value in found.items() if isinstance(value, str) and not isinstance(expected[name], str)]
    assert failed == []
    assert apart(expected["prefill"][1].tokens.resid, found["prefill"][1].tokens.resid, 0.02) == []
