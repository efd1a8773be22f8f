"""The written-out gradients against autograd on the dense formulas, and going on from a state that was kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from engine.dictionaries.records import Hook, Recipe
from engine.dictionaries.sparse import _in_chunks, counted, decoded, gathered, scattered
from engine.dictionaries.training import PARTS, Learner, require_recipe
from engine.errors import InputRefused
from tests.helpers.plain_dictionary import Plain

D = 24
SMALL = Recipe(Hook("resid", 0), width=96, k=5, aux_k=7, aux_weight=0.5, dead_after=128, rate=0.01, batch=64, steps=30)
CPU = torch.device("cpu")


def batches(n: int, size: int = 64, seed: int = 3) -> list[Tensor]:
    """Positions in which some directions come together, so that there is something to learn."""
    draw = torch.Generator().manual_seed(seed)
    directions = torch.randn(40, D, generator=draw)
    codes = (torch.rand(n * size, 40, generator=draw) < 0.08) * torch.rand(n * size, 40, generator=draw)
    return list((codes @ directions + 0.05 * torch.randn(n * size, D, generator=draw)).split(size))


@pytest.mark.parametrize("recipe", [SMALL, replace(SMALL, activation="relu", l1=0.01), replace(SMALL, aux_weight=0.0)])
def test_the_gradients_are_those_of_the_dense_formulas(recipe: Recipe) -> None:
    learner = Learner(recipe, D, CPU)
    plain = Plain(learner)
    dead = 0
    for z in batches(12):
        plain.learn(z)
        learner.learn(z)
        dead += int((learner.silent > recipe.dead_after).sum())
        for part in PARTS:
            mine, theirs = getattr(learner, part), plain.params[part].detach()
            if learner.step == 1:
                torch.testing.assert_close(getattr(learner, part).grad, plain.params[part].grad, rtol=1e-4, atol=1e-7)
            torch.testing.assert_close(mine, theirs, rtol=2e-3, atol=2e-4)
    assert recipe.activation == "relu" or dead > 0, "AuxK had nothing to do"


def test_the_sparse_products_are_the_dense_ones() -> None:
    draw = torch.Generator().manual_seed(1)
    pre = torch.randn(50, 30, generator=draw)
    values, which = pre.topk(4, dim=1, sorted=False)
    f = torch.zeros(50, 30).scatter(1, which, values)
    table, dy = torch.randn(30, 8, generator=draw), torch.randn(50, 8, generator=draw)
    torch.testing.assert_close(decoded(which, values, table), f @ table)
    torch.testing.assert_close(scattered(which, values, dy, 30), f.T @ dy)
    torch.testing.assert_close(counted(which, values, 30), f.sum(0))
    torch.testing.assert_close(gathered(which, dy, table), (dy @ table.T).gather(1, which))
    torch.testing.assert_close(_in_chunks(which, dy, table, 5), (dy @ table.T).gather(1, which))


def test_decoder_rows_keep_length_one() -> None:
    learner = Learner(SMALL, D, CPU)
    for z in batches(5):
        learner.learn(z)
    torch.testing.assert_close(learner.w_dec.norm(dim=1), torch.ones(SMALL.width))


@pytest.mark.parametrize("recipe", [SMALL, replace(SMALL, activation="relu")])
@pytest.mark.parametrize("at", [0, 1, 9])
def test_going_on_from_a_kept_state_is_bit_identical(recipe: Recipe, at: int) -> None:
    given = batches(20)
    whole = Learner(recipe, D, CPU)
    for z in given:
        whole.learn(z)
    first = Learner(recipe, D, CPU)
    for z in given[:at]:
        first.learn(z)
    kept = first.state()
    first.learn(given[at])  # what was kept is no part of what goes on
    second = Learner(replace(recipe, seed=recipe.seed + 1), D, CPU)
    second.go_on_from(kept, at)
    for z in given[at:]:
        second.learn(z)
    assert all(torch.equal(value, second.state()[name]) for name, value in whole.state().items())


def test_what_is_told_of_a_batch_is_what_its_dictionary_does() -> None:
    learner = Learner(SMALL, D, CPU)
    for z in batches(8):
        dictionary = learner.dictionary(torch.zeros(D), torch.ones(D))
        told = learner.learn(z)
    f = dictionary.encode(z)
    error = float(((dictionary.reconstruct(z) - z) ** 2).mean())
    assert told.error == pytest.approx(error, rel=1e-5)
    assert told.explained == pytest.approx(1 - error / float(((z - z.mean(0)) ** 2).mean()), rel=1e-5)
    assert told.active == float((f > 0).sum(1).float().mean())


def test_learning_explains_more() -> None:
    learner = Learner(replace(SMALL, rate=3e-3), D, CPU)
    told = [learner.learn(z).explained for z in batches(60)]
    assert told[-1] > 0.5 > told[0] + 0.1


def test_a_rate_far_too_high_kills_latents_and_a_fit_one_does_not() -> None:
    def dead(rate: float) -> float:
        recipe = replace(SMALL, rate=rate, width=192, k=4, aux_weight=0.0)
        learner = Learner(recipe, D, CPU)
        for z in batches(120):
            learner.learn(z)
        return learner.silent_share(64 * 60)

    assert dead(0.1) > 0.3
    assert dead(1e-3) < 0.03


@pytest.mark.parametrize(
    ("changed", "met"),
    [
        ({"k": 97}, "k is 97, but there are only 96 latents"),
        ({"k": 0}, "k must be a number from 1"),
        ({"rate": float("nan")}, "rate must be a number"),
        ({"width": 2.5}, "width must be a number"),
        ({"steps": True}, "steps must be a number"),
        ({"activation": "gated"}, "topk or relu"),
    ],
)
def test_a_recipe_that_makes_no_training_is_refused_in_a_sentence(changed: dict[str, Any], met: str) -> None:
    with pytest.raises(InputRefused, match=met):
        require_recipe(replace(SMALL, **changed))


@pytest.mark.parametrize("harm", ["missing", "shape", "nan"])
def test_a_damaged_state_is_not_gone_on_with(harm: str) -> None:
    learner = Learner(SMALL, D, CPU)
    learner.learn(batches(1)[0])
    state = learner.state()
    if harm == "missing":
        del state["exp_avg.w_dec"]
    elif harm == "shape":
        state["w_enc"] = state["w_enc"][:-1]
    else:
        state["b_enc"][0] = float("nan")
    with pytest.raises(ValueError, match=r"exp_avg\.w_dec|w_enc|b_enc"):
        Learner(SMALL, D, CPU).go_on_from(state, 1)
