"""Bracket nets and trainings of any content: read and gone on with, or refused in a sentence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, cast

import pytest

from engine.errors import ModelUnusable
from engine.labs.brackets import answers
from engine.labs.brackets.bench import read
from engine.labs.brackets.net import load_folder
from engine.labs.brackets.questions import AskNetCard
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.shipped import Along
from engine.labs.brackets.train import ALONG, NET, STATE, Trainer, finished, pack_along
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.json_files import json_files
from tests.helpers.strategies.tensor_files import TensorFile, tensor_files

SMALL = Recipe(layers=1, max_pairs=3, examples=16, batch=4, groups=2, width=8, heads=2, mlp=8, context=8, evaluations=1,
               checkpoints=2)  # fmt: skip


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """A training of one step, its net as a folder, and its weights on the way packed into one file."""
    steps = iter((True, False))
    Trainer(SMALL, tmp_path, "cpu").run(carry_on=lambda: next(steps))
    pack_along(tmp_path, tmp_path / "along.safetensors")
    return tmp_path


def test_any_net(training: Path) -> None:
    folder = training / NET
    whole = {name: (folder / name).read_bytes() for name in ("recipe.json", "model.safetensors")}

    def used() -> None:
        read(load_folder(folder), "(()")
        answers.net_card(AskNetCard(str(folder)), cast(Any, None))

    def check_file(name: str, data: bytes) -> None:
        (folder / name).write_bytes(data)
        read_or_refused("bracket net", used, ModelUnusable)
        (folder / name).write_bytes(whole[name])

    @drawn(12, 0.02, json_files(json.loads(whole["recipe.json"])))
    def check_recipe(data: bytes) -> None:
        check_file("recipe.json", data)

    @drawn(8, 0.01, tensor_files(TensorFile.of(whole["model.safetensors"])))
    def check_weights(data: bytes) -> None:
        check_file("model.safetensors", data)

    used()
    check_recipe()
    check_weights()


def test_any_training(training: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    valid = TensorFile.of((training / STATE).read_bytes(), "brackets")
    folder = tmp_path_factory.mktemp("again")

    def used() -> None:
        finished(folder)
        trainer, steps = Trainer.resume(folder, "cpu"), iter((True, False))
        trainer.run(carry_on=lambda: next(steps))
        finished(folder)

    @drawn(10, 0.02, tensor_files(valid))
    def check(data: bytes) -> None:
        shutil.rmtree(folder)
        shutil.copytree(training, folder)
        (folder / STATE).write_bytes(data)
        read_or_refused("bracket training", used, ModelUnusable)

    shutil.copytree(training, folder, dirs_exist_ok=True)
    used()
    check()


def test_any_weights_on_the_way(training: Path) -> None:
    path = training / "along.safetensors"
    valid, net = TensorFile.of(path.read_bytes(), "checkpoints"), str(training / NET)
    assert (training / ALONG).is_dir()

    def used() -> None:
        along = Along(path, net)
        for index in range(len(along)):
            read(along.net(index), "()")

    @drawn(8, 0.01, tensor_files(valid))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("bracket weights", used, ModelUnusable)

    used()
    check()
