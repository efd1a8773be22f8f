"""An empty cache for each test, and one tiny model written once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import tiny_models
from tests.helpers.fake_hub import FakeHub


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Orrery's cache folder, empty; the hub's own cache is out of reach too."""
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub-cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny llama in Hugging Face format. Copy it before changing it."""
    return tiny_models.write_folder(tmp_path_factory.mktemp("models") / "tiny", padding=5)


@pytest.fixture(scope="session")
def tiny_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny llama as a GGUF file."""
    return tiny_models.write_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A hub on this machine without any repository yet."""
    with FakeHub(tmp_path / "repositories") as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running
