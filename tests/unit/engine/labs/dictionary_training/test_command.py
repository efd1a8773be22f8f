"""`dictionary train` on a tiny model: the file that it writes, what it says, and what it refuses."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pytest

from engine.dictionaries import files
from engine.labs.dictionary_training import command, train
from tests.helpers.tiny_models import write_folder


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    train.MEMORY.live = None
    text = tmp_path / "own.txt"
    text.write_text(" ".join(map(str, np.random.default_rng(0).integers(0, 10_000, 900))), encoding="utf-8")
    model = write_folder(tmp_path / "model")
    numbers = {"width": 48, "k": 4, "batch": 64, "steps": 4, "context": 16, "device": "cpu", "threads": 1}
    small = [part for name, value in numbers.items() for part in (f"--{name}", str(value))]
    return ["train", "--model", str(model), "--layer", "0", "--text", str(text), *small]


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


def test_it_trains_writes_and_says_how_good_it_is(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made.safetensors"
    assert run([*given, "--out", str(out), "--half", "--title", "Small"]) == 0
    dictionary, activity = files.read(out)
    info = dictionary.info
    assert (info.title, info.width, info.hook.key, info.k) == ("Small", 48, "resid.0", 4)
    assert info.recipe is not None
    assert (info.recipe.steps, info.recipe.context) == (4, 16)
    assert activity is not None
    said = capsys.readouterr()
    assert f"explained variance {info.scores.explained:.4f}" in said.out
    assert f"loss recovered {info.scores.recovered:.4f}" in said.out
    assert info.sha256 in said.out
    assert "step 4 of 4" in said.err
    again = tmp_path / "again.safetensors"
    train.MEMORY.live = None  # the same command in another process finds it trained
    assert run([*given, "--out", str(again), "--half", "--title", "Small"]) == 0
    assert files.read_info(again).sha256 == info.sha256


@pytest.mark.parametrize(
    ("more", "met"),
    [
        (["--k", "49"], "k is 49, but there are only 48 latents"),
        (["--layer", "7"], "There is no layer 7"),
        (["--text", "/nowhere"], "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], met: str
) -> None:
    assert run([*given, *more, "--out", str(tmp_path / "made.safetensors")]) == 1
    assert met in capsys.readouterr().err
    assert not (tmp_path / "made.safetensors").exists()


def test_a_file_that_is_there_is_not_replaced_unasked(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made.safetensors"
    out.write_bytes(b"mine")
    assert run([*given, "--out", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert out.read_bytes() == b"mine"
