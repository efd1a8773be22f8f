"""Caches of paths: what comes back is what was kept, beginnings are there once, and what is left behind is limited.

No model runs here: a node's keys and values are numbers made from its own, so that any mix-up is seen.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import Cache, PreTrainedModel

from engine.generation.prefixes import Prefixes
from tests.helpers.families import FAMILIES

WIDTH, HEADS, LAYERS = 8, 2, 4
PER_NODE = LAYERS * 2 * HEADS * WIDTH * 4  # bytes


@pytest.fixture(scope="module")
def model() -> PreTrainedModel:
    return FAMILIES["llama"]()


@pytest.fixture(scope="module")
def sliding() -> PreTrainedModel:
    return FAMILIES["gemma3"]()


def states(nodes: list[int], layer: int) -> Tensor:
    """What a layer makes of nodes. [1, HEADS, n, WIDTH]"""
    one = torch.arange(HEADS * WIDTH, dtype=torch.float32).reshape(HEADS, 1, WIDTH)
    return torch.cat([(node + 1) * 1000.0 + layer * 100 + one for node in nodes], dim=1)[None]


def grow(cache: Cache, nodes: list[int]) -> None:
    for layer in range(len(cache.layers)):
        made = states(nodes, layer)
        cache.update(made, -made, layer)


def walk(prefixes: Prefixes, path: list[int]) -> int:
    """Have the cache of `path`, as a session does; how many nodes had to be run."""
    held, cache = prefixes.longest(path)
    assert cache is not None
    if held < len(path):
        grow(cache, path[held:])
    check(cache, path)
    prefixes.keep(list(path), cache)
    return len(path) - held


def check(cache: Cache, path: list[int]) -> None:
    layers: list[Any] = list(cache.layers)
    for at, layer in enumerate(layers):
        assert isinstance(layer.keys, Tensor)
        assert isinstance(layer.values, Tensor)
        shown = layer.keys.shape[2]
        assert torch.equal(layer.keys, states(path, at)[:, :, -shown:])
        assert torch.equal(layer.values, -states(path, at)[:, :, -shown:])


def held_bytes(holder: Any) -> int:
    """Bytes of memory behind all tensors that an object leads to, each counted once."""
    found: dict[int, int] = {}
    seen: set[int] = set()
    waiting: list[Any] = [value for name, value in vars(holder).items() if name != "_model"]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Tensor):
            found[value.untyped_storage().data_ptr()] = value.untyped_storage().nbytes()
        elif isinstance(value, (list, tuple)):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif hasattr(value, "__dict__"):
            waiting.extend(vars(value).values())
    return sum(found.values())


def test_a_beginning_is_held_once_however_many_branches_lead_from_it(model: PreTrainedModel) -> None:
    prefixes = Prefixes(model)
    trunk = list(range(100))
    assert walk(prefixes, trunk) == 100
    branches = [[*trunk[:50], *range(first, first + 3)] for first in range(100, 121, 3)]
    for branch in branches:
        assert walk(prefixes, branch) == 3
    assert held_bytes(prefixes) <= (50 + 50 + 3 * len(branches)) * PER_NODE  # the beginning, the trunk's end, branches
    for path in (trunk, *reversed(branches), trunk):
        assert walk(prefixes, path) == 0  # nothing is run again
    assert held_bytes(prefixes) <= (100 + 3 * len(branches)) * PER_NODE


def test_branches_of_branches_share_too(model: PreTrainedModel) -> None:
    prefixes = Prefixes(model)
    long = list(range(90))
    walk(prefixes, long)
    second = [*long[:60], *range(100, 130)]
    walk(prefixes, second)
    third = [*second[:75], *range(200, 210)]
    walk(prefixes, third)
    fourth = [*long[:30], 300]
    walk(prefixes, fourth)  # the others' beginning is theirs alone now
    nodes = len({*long, *second, *third, *fourth})
    assert held_bytes(prefixes) <= (nodes + 30) * PER_NODE
    for path in (third, long, second, fourth):
        assert walk(prefixes, path) == 0


def test_stepping_back_with_a_look_at_each_step_holds_no_more_than_the_path(model: PreTrainedModel) -> None:
    prefixes = Prefixes(model)
    path = list(range(40))
    walk(prefixes, path)
    for length in range(39, 9, -1):
        assert walk(prefixes, path[:length]) == 0
    assert walk(prefixes, path) == 0
    assert held_bytes(prefixes) <= 3 * 40 * PER_NODE


@pytest.mark.parametrize("family", ["llama", "gemma3"])
@pytest.mark.parametrize("limit", [0, 20 * PER_NODE, 2**30])
@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_walk_what_comes_back_is_right_and_what_is_left_is_limited(
    family: str, limit: int, seed: int, request: pytest.FixtureRequest
) -> None:
    prefixes = Prefixes(request.getfixturevalue("model" if family == "llama" else "sliding"), limit=limit)
    die, parents = random.Random(seed), [-1]
    current = 0
    for _ in range(400):
        kind = die.random()
        if kind < 0.5:  # a token more
            parents.append(current)
            current = len(parents) - 1
        elif kind < 0.6:  # a step back
            current = max(parents[current], 0)
        elif kind < 0.8:
            current = die.randrange(len(parents))
        path = [current]
        while parents[path[0]] >= 0:
            path.insert(0, parents[path[0]])
        if kind >= 0.9:  # it was begun, and failed
            cache = prefixes.longest(path)[1]
            assert cache is not None
            grow(cache, [9999])
        else:
            walk(prefixes, path)
        assert prefixes.left_bytes <= limit
    if family == "llama":
        whole = len(path) * PER_NODE
        assert held_bytes(prefixes) <= 2 * limit + 2 * whole + 2**16


def test_the_path_left_longest_ago_goes_first(model: PreTrainedModel) -> None:
    prefixes = Prefixes(model, limit=25 * PER_NODE)
    trunk = list(range(20))
    walk(prefixes, trunk)
    for first in (100, 200, 300):
        walk(prefixes, [*trunk, *range(first, first + 10)])
    walk(prefixes, [*trunk, 400])
    assert walk(prefixes, [*trunk, *range(300, 310)]) == 0
    assert walk(prefixes, [*trunk, *range(200, 210)]) == 0
    assert walk(prefixes, [*trunk, *range(100, 110)]) == 10


def test_all_is_forgotten(model: PreTrainedModel) -> None:
    prefixes = Prefixes(model)
    walk(prefixes, [0, 1, 2])
    walk(prefixes, [0, 3])
    prefixes.clear()
    assert held_bytes(prefixes) == 0
    assert walk(prefixes, [0, 1]) == 2
