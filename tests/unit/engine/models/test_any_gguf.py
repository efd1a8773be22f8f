"""GGUF files of any content: expanded into a model that reads a text and writes a token, or refused in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import ModelUnusable, OrreryError
from engine.models import gguf, gguf_figures, gguf_header
from engine.models.words import never
from engine.protocol import NewRun
from engine.records import Sampling
from tests.helpers.fuzz import drawn, read_or_refused, require_both
from tests.helpers.strategies.gguf_files import GgufFile, gguf_files, valid_files
from tests.helpers.whole_engine import Engine


def test_any_header(tmp_path: Path) -> None:
    path = tmp_path / "a.gguf"

    def used() -> None:
        gguf.require_gguf(path)
        gguf_figures.require_possible(path, gguf_header.read_header(path, never))

    @drawn(30, 0.08, gguf_files)
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("gguf header", used, ModelUnusable)

    check()
    require_both("gguf header")


def test_any_gguf(tmp_path: Path, cache: Path) -> None:
    path, engine = tmp_path / "a.gguf", Engine()

    def used() -> None:
        try:
            engine.load(path, device="cpu")
            try:
                engine.ask(NewRun, prompt="the cat", sampling=Sampling(temperature=0))
                engine.models.require().session.step()
            except OrreryError:
                pass  # it has a sentence for what cannot be done with it
        finally:
            shutil.rmtree(cache, ignore_errors=True)

    @drawn(1, 0.002, valid_files())
    def check_whole(file: GgufFile) -> None:
        path.write_bytes(file.data)
        used()

    @drawn(6, 0.02, gguf_files)
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("gguf", used, ModelUnusable)

    check_whole()
    check()
