"""A training in slices: what comes with each, two kinds of bracket, what goes wrong, and nets opened as models."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import DiskProblem, InputRefused, ModelUnusable, Stopped
from engine.labkit.workbench import Bench
from engine.labs.brackets import questions as asked
from engine.labs.brackets import records
from engine.labs.brackets.answers import ANSWERS
from engine.labs.brackets.measure import held_out_strings, measure
from engine.labs.brackets.shipped import TRAININGS, TWO_KINDS, open_net

NUMBERS: dict[str, Any] = {"layers": 1, "max_pairs": 5, "examples": 64, "batch": 16, "groups": 2, "device": "cpu"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    return tmp_path


def answer(question: Any) -> Any:
    return ANSWERS[type(question)](question, Bench(lambda *_: None, lambda: False))


def own(turn: int = 0, **numbers: Any) -> asked.TrainSlice:
    return asked.TrainSlice("own", turn, **{"seconds": 600.0, **NUMBERS, **numbers})


def test_each_slice_tells_what_the_net_is_like_now() -> None:
    first = answer(own(seconds=0.0))
    assert isinstance(first, records.Trained)
    assert (first.step, first.done, first.then) == (0, False, own(1, seconds=0.0))
    last = answer(own(1))
    assert (last.done, last.then, last.examples) == (True, None, 64)
    net = open_net("mine/own")
    plain = measure(net, held_out_strings(range(6), 16, net.language))
    assert last.best_mass == pytest.approx(plain.legal_mass)
    assert last.losses is not None
    assert last.losses[-1, 0] == 64
    assert last.cloud is not None
    assert first.cloud is not None
    assert last.cloud.points3.shape == first.cloud.points3.shape
    assert last.attention is not None
    assert np.allclose(last.attention.attn.sum(axis=-1), 1.0, atol=1e-5)


LONG = (
    asked.MeasureNet(),
    asked.DepthProbe(),
    asked.DepthCloud("two-block@3"),
    asked.TellingFailure(),
    asked.BracketSurface(longest=14, exact=True),
    asked.BracketSurface(),
    asked.WorstStrings(length=45, depth=1),
    asked.BracketKnockOut(),
)


@pytest.mark.parametrize("question", LONG, ids=lambda question: f"{type(question).__name__}-{question}"[:60])
def test_what_takes_long_heeds_a_stop_within_its_work(question: Any) -> None:
    asked_before = 0

    def stop() -> bool:
        nonlocal asked_before
        asked_before += 1
        return asked_before > 1

    with pytest.raises(Stopped):
        ANSWERS[type(question)](question, Bench(lambda *_: None, stop))
    assert asked_before == 2, "not only before it begins"


def test_the_watched_string_is_watched_where_the_net_can_read_it() -> None:
    assert answer(own(seconds=0.0, watch="(())")).attention.string == "(())"
    assert answer(own(1, seconds=0.0, watch="([])")).attention.string == "((((()))))"[:10]


def test_two_kinds_of_bracket_are_trained_and_read() -> None:
    found = answer(own(kinds=2))
    assert (found.kinds, found.done) == (2, True)
    read = answer(asked.ReadBrackets("([", "mine/own"))
    assert read.outcomes == ("(", ")", "[", "]", "End")
    assert read.legal[2].tolist() == [True, False, True, True, False]
    with pytest.raises(InputRefused, match="can be used"):
        answer(asked.ReadBrackets("([", "two-block"))


def test_the_shipped_net_of_two_kinds_is_as_good_as_its_recipe_says() -> None:
    net = open_net(TWO_KINDS)
    found = measure(net, held_out_strings(range(net.recipe.max_pairs + 1), 16, net.language))
    assert found.legal_mass > 0.999
    card = answer(asked.AskNetCard(TWO_KINDS))
    assert found.legal_mass == pytest.approx(card.curve["legal_mass"].max(), abs=1e-4)
    assert "--kinds 2" in card.command
    assert answer(asked.MeasureNet(TWO_KINDS)).legal_mass == pytest.approx(found.legal_mass)
    failing = answer(asked.TellingFailure(TWO_KINDS)).readings
    assert not failing or (failing[0].wrong[-1] and not failing[0].wrong[:-1].any())


def test_own_nets_are_listed_after_the_shipped_ones() -> None:
    assert answer(asked.ListNets()).names == ("two-block", "one-block", "two-kinds")
    answer(own())
    found = answer(asked.ListNets(1))
    assert found.names[-1] == "mine/own"
    assert found.checkpoints == 20


@pytest.mark.parametrize("name", ["two-block", "two-block@3", "two-kinds", "mine/own"])
def test_a_net_opens_as_a_model_and_says_the_same(name: str) -> None:
    from engine.models.load import load

    if name == "mine/own":
        answer(own())
    folder = Path(answer(asked.PrepareNet(name)).folder)
    assert folder.name == name.rpartition("/")[2]
    loaded = load(str(folder), device="cpu", dtype="float32")
    ids = loaded.tokenizer("(()", return_tensors="pt").input_ids
    assert loaded.vocabulary.raw(int(ids[0, 0])) == b"Start"
    with torch.inference_mode():
        probs = torch.softmax(loaded.model(input_ids=ids).logits[0].float(), dim=-1).numpy()
    read = answer(asked.ReadBrackets("(()", name))
    columns = [
        next(i for i in range(len(loaded.vocabulary)) if loaded.vocabulary.raw(i) == outcome.encode())
        for outcome in read.outcomes
    ]
    assert np.abs(probs[:, columns] - read.probs).max() < 1e-5


def test_a_spoilt_training_is_refused_in_words(cache: Path) -> None:
    answer(own(seconds=0.0))
    state = cache / TRAININGS / "own" / "state.safetensors"
    state.write_bytes(state.read_bytes()[:100])
    with pytest.raises(ModelUnusable, match=r"state\.safetensors"):
        answer(own(1))


def test_a_full_disk_loses_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(own(seconds=0.0))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def read_only(descriptor: int) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DiskProblem, match=r"No space left.* Free some room"):
            answer(own(1))
        patched.setattr(os, "fsync", read_only)
        with pytest.raises(DiskProblem, match=r"Read-only.* Choose a folder that you can write to, then save"):
            answer(own(1))
    assert not list((cache / TRAININGS / "own").glob("**/.*.part"))
    assert answer(own(2)).done


@pytest.mark.parametrize(
    ("string", "said"), [("(a", "character 2"), ("(" * 10_000, "10,000 brackets"), ("(" * 128, "128 brackets")]
)
def test_strings_that_cannot_be_read_are_refused_in_words(string: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        answer(asked.ReadBrackets(string))


def test_clouds_of_checkpoints_lie_alike() -> None:
    """Length runs along the first axis and depth along the second, at every moment of the training."""
    for net in ("two-block@6", "two-block@12", "two-block"):
        cloud = answer(asked.DepthCloud(net, strings=30))
        for axis, quantity in ((0, cloud.length), (1, cloud.depth)):
            assert np.corrcoef(cloud.points3[:, axis], quantity)[0, 1] > 0.2, (net, axis)
