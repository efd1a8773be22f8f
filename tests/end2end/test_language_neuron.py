"""`language-neuron` as a person runs it: two models side by side, the same numbers twice, a sentence for a failure."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.helpers.command import main_py
from tests.helpers.tiny_models import write_folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    small = write_folder(tmp_path_factory.mktemp("small"))
    return small, write_folder(tmp_path_factory.mktemp("large"), num_hidden_layers=3, seed=1)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return main_py("language-neuron", *arguments)


def numbers(path: Path) -> list[dict[str, Any]]:
    """What was found, without the time it took."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for row in rows:
        row["found"].pop("seconds")
    return rows


def test_two_models_give_a_figure_and_the_same_numbers_twice(folders: tuple[Path, Path], tmp_path: Path) -> None:
    picture, once, again = tmp_path / "a.png", tmp_path / "a.json", tmp_path / "b.json"
    models = [part for folder in folders for part in ("--model", folder)]
    done = run(*models, "--out", picture, "--json", once, "--size", "1200x700", "--language", "code")
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1200, 700)
    small, large = numbers(once)
    assert small["found"]["sets"][0] == "code"
    assert small["found"]["n_tried"] == 2 * 48
    assert large["found"]["n_tried"] == 3 * 48
    assert len(small["found"]["loss"]) == 3
    assert "switched off: code" in done.stdout
    assert run("--model", folders[0], "--json", again, "--language", "code").returncode == 0
    assert numbers(again) == [small]


def test_a_failure_is_one_sentence(folders: tuple[Path, Path], tmp_path: Path) -> None:
    for arguments, words in (
        (("--model", folders[0], "--language", "klingon"), "cannot be read"),
        (("--out", tmp_path / "no" / "a.png"), "does not exist. Create it"),
        (("--size", "large"), "WIDTHxHEIGHT"),
        (("--model", "a", "--model", "b", "--model", "c"), "One model or two"),
    ):
        done = run(*arguments)
        assert done.returncode == 1
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
