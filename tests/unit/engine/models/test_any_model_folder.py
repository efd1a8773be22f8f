"""Folders of models of any content: loaded, and a text read and a token written, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import ModelUnusable, OrreryError
from engine.labs.brackets.shipped import folder_of
from engine.protocol import FullDistribution, NewRun, OpenSpace
from engine.records import EMBEDDING, Sampling
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.model_folders import Folder, files_of, model_folders, put
from tests.helpers.whole_engine import Engine


def use(engine: Engine, folder: Path) -> None:
    """Load it, and do with it what is done first."""
    engine.load(folder, device="cpu")
    try:
        engine.ask(NewRun, prompt="(()", sampling=Sampling(temperature=0))
        session = engine.models.require().session
        session.step()
        engine.ask(FullDistribution, node=session.current)
        engine.ask(OpenSpace, space=EMBEDDING)
    except OrreryError:
        pass  # it has a sentence for what cannot be done with it


@pytest.mark.parametrize("family", ["llama", "gpt2"])
def test_any_model_folder(family: str, tiny: Path, tmp_path: Path) -> None:
    valid = files_of(tiny if family == "llama" else folder_of("one-block"))
    folder, engine = tmp_path / "model", Engine()
    folder.mkdir()
    put(folder, valid)
    use(engine, folder)

    @drawn(9, 0.02, model_folders(valid))
    def check(files: Folder) -> None:
        put(folder, {**valid, **files})
        read_or_refused("model folder", lambda: use(engine, folder), ModelUnusable)

    check()
