"""Training: resumed equals uninterrupted to the bit, nothing lost when a disk is full, learning at all."""

from __future__ import annotations

import dataclasses
import errno
import json
import math
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import DiskProblem, InputRefused, ModelUnusable
from engine.labs.brackets import net
from engine.labs.brackets.bench import read
from engine.labs.brackets.knockout import knock_out
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.sequences import complete_runs
from engine.labs.brackets.surface import sampled_surface
from engine.labs.brackets.train import Told, Trainer, finished, pack_along
from engine.nets.device import choose_device
from engine.nets.files import read_tensors

SMALL = Recipe(
    max_pairs=6,
    examples=96,
    batch=8,
    groups=2,
    width=16,
    heads=2,
    mlp=32,
    context=24,
    warmup=2,
    evaluations=3,
    checkpoints=4,
)


def weights(trainer: Trainer) -> dict[str, torch.Tensor]:
    return net.weights_of(trainer.model)


def stop_after(steps: int) -> tuple[list[Told], object]:
    asked = iter(range(steps + 1))
    return [], lambda: next(asked) < steps


def test_resumed_equals_uninterrupted_to_the_bit(tmp_path: Path) -> None:
    whole = Trainer(SMALL, tmp_path / "whole", "cpu")
    assert whole.run()
    _, carry_on = stop_after(5)
    part = Trainer(SMALL, tmp_path / "part", "cpu")
    assert not part.run(carry_on=carry_on)  # type: ignore[arg-type]
    assert part.step == 5
    assert finished(tmp_path / "part") == "part"
    again = Trainer.resume(tmp_path / "part", "cpu")
    assert again.run()
    assert finished(tmp_path / "part") == "done"
    for name, value in weights(whole).items():
        assert torch.equal(value, weights(again)[name]), name
    timeless = [{k: v for k, v in row.items() if k != "seconds"} for row in whole.curve]
    assert timeless == [{k: v for k, v in row.items() if k != "seconds"} for row in again.curve]


def test_it_reports_figures_a_person_can_use(tmp_path: Path) -> None:
    told: list[Told] = []
    Trainer(SMALL, tmp_path, "cpu").run(told.append)
    looks = [one for one in told if one.quality is not None]
    assert [one.step for one in looks] == sorted(SMALL.evaluation_steps() | SMALL.checkpoint_steps())
    assert told[-1].seconds_left == 0.0
    assert told[-1].examples == 96
    assert told[-1].examples_per_second > 0
    quality = looks[-1].quality
    assert quality is not None
    assert quality.pairs_count[3] == 8 * 7  # 8 strings of 3 pairs have 7 prefixes each
    assert np.nansum(quality.depth_mass * quality.depth_count) / quality.depth_count.sum() == pytest.approx(
        quality.legal_mass
    )


def test_it_learns(tmp_path: Path) -> None:
    recipe = dataclasses.replace(SMALL, examples=6400, batch=32, learning_rate=5e-3, evaluations=2)
    trainer = Trainer(recipe, tmp_path, "cpu")
    trainer.run()
    assert trainer.curve[-1]["held_out_loss"] < 0.75 < trainer.curve[0]["held_out_loss"]
    assert trainer.curve[-1]["legal_mass"] > 0.9 > trainer.curve[0]["legal_mass"]


def test_what_is_exported_opens_as_any_model(tmp_path: Path) -> None:
    from engine.models.load import load

    trainer = Trainer(SMALL, tmp_path, "cpu")
    trainer.run()
    opened = net.load_folder(tmp_path / "net")
    loaded = load(str(tmp_path / "net"), device="cpu")
    ids = loaded.tokenizer("(()").input_ids
    assert ids == [3, 0, 0, 1]
    assert loaded.vocabulary.raw(0) == b"("
    assert loaded.tokenizer.decode(ids[1:]) == "(()"
    with torch.inference_mode():
        logits = loaded.model(torch.tensor([ids])).logits[0]
    expected = torch.softmax(logits, dim=-1)[:, [0, 1, 2]].double().numpy()
    np.testing.assert_allclose(opened.probabilities(np.array([[0, 0, 1]]))[0], expected, atol=1e-7)
    described = json.loads((tmp_path / "net" / "recipe.json").read_text())
    assert Recipe.from_json(described["recipe"]) == SMALL


def test_two_kinds_of_bracket_are_learnt_by_the_same_code(tmp_path: Path) -> None:
    recipe = dataclasses.replace(SMALL, kinds=2, examples=3200, batch=32, learning_rate=5e-3)
    trainer = Trainer(recipe, tmp_path, "cpu")
    trainer.run()
    assert trainer.curve[-1]["legal_mass"] > 0.75 > trainer.curve[0]["legal_mass"]
    opened = net.load_folder(tmp_path / "net")
    reading = read(opened, "([()])[")
    assert reading.outcomes == ("(", ")", "[", "]", "End")
    assert reading.as_json()["prefixes"][2]["legal"] == ["(", "[", "]"]
    surface = sampled_surface(opened, 8, rows=50)
    assert (surface.close_illegal[8, 2::2] > 0).any()  # the wrong kind is illegal at any depth
    assert len(complete_runs(opened, 5)) == 5
    assert knock_out(opened, np.array([[0, 4, 5, 1]])).neurons.shape == (2, 32)


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Trainer(SMALL, tmp_path, "cpu")
    _, carry_on = stop_after(3)
    trainer.run(carry_on=carry_on)  # type: ignore[arg-type]
    stored = (tmp_path / "state.safetensors").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskProblem, match="No space left on device"):
            trainer.run()
    assert (tmp_path / "state.safetensors").read_bytes() == stored
    assert not list(tmp_path.rglob("*.part"))
    assert trainer.run()  # the same training, once there is space


@pytest.mark.parametrize("damage", ["truncated", "foreign", "missing", "no recipe"])
def test_a_spoilt_state_is_refused_with_a_sentence(tmp_path: Path, damage: str) -> None:
    trainer = Trainer(SMALL, tmp_path, "cpu")
    trainer.save()
    path = tmp_path / "state.safetensors"
    if damage == "truncated":
        path.write_bytes(path.read_bytes()[:-100])
    elif damage == "foreign":
        path.write_bytes(b"not a safetensors file at all")
    elif damage == "missing":
        path.unlink()
    else:
        from safetensors.torch import save_file

        save_file({"x": torch.zeros(1)}, path)
    with pytest.raises(ModelUnusable, match=r"state\.safetensors"):
        Trainer.resume(tmp_path, "cpu")
    if damage != "missing":
        with pytest.raises(ModelUnusable, match=r"state\.safetensors"):
            finished(tmp_path)


@pytest.mark.parametrize("damage", ["truncated", "not finite", "other shape", "no recipe"])
def test_a_spoilt_net_is_refused_with_a_sentence(tmp_path: Path, damage: str) -> None:
    model = net.build(SMALL)
    if damage == "not finite":
        with torch.no_grad():
            model.transformer.wpe.weight[0, 0] = float("nan")
    net.save_folder(model, SMALL, tmp_path)
    if damage == "truncated":
        path = tmp_path / "model.safetensors"
        path.write_bytes(path.read_bytes()[:1000])
    elif damage == "other shape":
        net.save_folder(net.build(dataclasses.replace(SMALL, width=32)), SMALL, tmp_path)
    elif damage == "no recipe":
        (tmp_path / "recipe.json").write_text("[1, 2")
    with pytest.raises(ModelUnusable):
        net.load_folder(tmp_path)


def test_checkpoints_are_packed_in_order(tmp_path: Path) -> None:
    trainer = Trainer(SMALL, tmp_path, "cpu")
    trainer.run()
    count = pack_along(tmp_path, tmp_path / "along.safetensors")
    assert count == len(SMALL.checkpoint_steps())
    tensors, _ = read_tensors(tmp_path / "along.safetensors")
    last = tensors[f"{SMALL.steps:08d}/transformer.wte.weight"]
    assert last.dtype == torch.float16
    torch.testing.assert_close(last.float(), weights(trainer)["transformer.wte.weight"], atol=1e-3, rtol=1e-3)


def test_numbers_that_make_no_training_are_refused() -> None:
    for wrong in ({"layers": 0}, {"max_pairs": 64}, {"batch": 7}, {"kinds": 3}, {"examples": 0}):
        with pytest.raises(InputRefused):
            Recipe(**wrong)  # type: ignore[arg-type]
    with pytest.raises(InputRefused, match="abacus"):
        choose_device("abacus")


def test_the_command_of_a_recipe_makes_the_same_recipe() -> None:
    import argparse

    from engine.labs.brackets import command

    recipe = Recipe(layers=1, examples=480_000, batch=64, groups=2, learning_rate=1.5e-3, warmup=150, evaluations=40)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    args = parser.parse_args(recipe.command().split()[3:])
    given = {entry.name: getattr(args, entry.name, None) for entry in dataclasses.fields(Recipe)}
    assert Recipe(**{name: value for name, value in given.items() if value is not None}) == recipe


@pytest.mark.parametrize("numbers", [{"learning_rate": math.nan}, {"learning_rate": 0.0}, {"warmup": -1}, {"seed": -1}])
def test_numbers_that_cannot_be_trained_with_are_refused(numbers: dict[str, Any]) -> None:
    with pytest.raises(InputRefused):
        Recipe(**numbers)
