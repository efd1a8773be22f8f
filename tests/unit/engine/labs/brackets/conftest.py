"""A tiny bracket net with random weights, and the shipped ones opened once."""

from __future__ import annotations

import pytest
import torch

from engine.labs.brackets.net import Net, build
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.shipped import ONE_BLOCK, TWO_BLOCKS, open_net

SMALL = Recipe(max_pairs=6, examples=64, batch=8, groups=2, width=16, heads=2, mlp=32, context=24, warmup=2)


def tiny(recipe: Recipe = SMALL) -> Net:
    """A net with larger weights than fresh ones, so that its answers differ from even ones."""
    model = build(recipe).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(4.0)
    return Net(model, recipe)


@pytest.fixture(scope="session")
def small_net() -> Net:
    return tiny()


@pytest.fixture(scope="session")
def two_blocks() -> Net:
    return open_net(TWO_BLOCKS)


@pytest.fixture(scope="session")
def one_block() -> Net:
    return open_net(ONE_BLOCK)
