"""Nodes switched off, against plain forwards with a hook that takes the node's part off by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.dictionaries import shelf
from engine.generation.session import Session
from engine.labs.feature_attribution import answers
from engine.labs.feature_attribution.records import AskAttribution, AskOff, Attribution, Node
from tests.helpers.sessions import PROMPT, begun, exact_session, hooks_on, tiny_session
from tests.helpers.workbench import bench
from tests.unit.engine.labs.feature_attribution.test_linear import LAST, read_by_hand

Edit = Callable[[Tensor], Tensor]  # of a block's states [T, D]


def log2_p(session: Session, edits: dict[int, Edit]) -> Tensor:
    """[V] after the text, with edits of what blocks give."""
    handles = []
    for layer, edit in edits.items():

        def hook(_m: Any, _args: Any, out: Any, edit: Edit = edit) -> Any:
            states = out[0] if isinstance(out, tuple) else out
            changed = edit(states[0].double())[None].to(states)
            return (changed, *out[1:]) if isinstance(out, tuple) else changed

        handles.append(session.anatomy.blocks[layer].module.register_forward_hook(hook))
    with torch.inference_mode():
        logits = session.model(torch.from_numpy(PROMPT.astype(np.int64))[None], use_cache=False).logits[0, -1].double()
    for handle in handles:
        handle.remove()
    bits: Tensor = logits.log_softmax(-1) / np.log(2)
    return bits


def without(name: str, at: int, feature: int) -> Edit:
    """Takes one feature's part off."""

    def edit(states: Tensor) -> Tensor:
        read = read_by_hand(name, states)
        left = states.clone()
        left[at] -= read["f"][at, feature] * read["directions"][feature]
        return left

    return edit


def states_after(session: Session, layer: int) -> Tensor:
    kept: list[Tensor] = []

    def edit(states: Tensor) -> Tensor:
        kept.append(states.clone())
        return states

    log2_p(session, {layer: edit})
    return kept[0]


@pytest.fixture(scope="module")
def found(two: tuple[str, str]) -> tuple[Session, AskAttribution, Attribution]:
    session = exact_session()
    begun(session)
    asked = AskAttribution(LAST, two, "#7", most=8, checked=6, seed=3)
    return session, asked, answers.attribute(asked, bench(session))


def test_each_feature_that_is_checked_is_switched_off_alone(
    found: tuple[Session, AskAttribution, Attribution], two: tuple[str, str]
) -> None:
    session, _, it = found
    before = float(log2_p(session, {})[7])
    for check in (it.strongest, it.random):
        assert len(check.nodes) == 6
        for node, measured in zip(check.nodes, check.measured, strict=True):
            layer = (0, 2)[node.dictionary]
            after = float(log2_p(session, {layer: without(two[node.dictionary], node.position, node.feature)})[7])
            assert measured == pytest.approx(after - before, rel=1e-3, abs=2e-5)


def test_the_strongest_are_the_strongest_and_the_random_ones_are_others(
    found: tuple[Session, AskAttribution, Attribution], two: tuple[str, str]
) -> None:
    session, asked, it = found
    every = answers.attribute(AskAttribution(LAST, two, "#7", most=10_000, checked=0), bench(session))
    sizes = np.sort(np.abs(every.effects[every.kinds == 0]))[::-1]
    np.testing.assert_allclose(np.abs(it.strongest.predicted), sizes[:6], rtol=1e-5)
    assert not {*it.strongest.nodes} & {*it.random.nodes}
    assert np.abs(it.random.predicted).max() <= sizes[5]
    again = answers.attribute(asked, bench(session))
    assert again.random.nodes == it.random.nodes


def test_the_correlation_is_pearsons(found: tuple[Session, AskAttribution, Attribution]) -> None:
    check = found[2].strongest
    a, b = (values.astype(np.float64) - values.mean() for values in (check.predicted, check.measured))
    due = float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))
    assert check.correlation == pytest.approx(due, rel=1e-5)
    low, high = check.interval
    assert low < due < high
    assert np.arctanh(high) - np.arctanh(due) == pytest.approx(1.959964 / np.sqrt(3), rel=1e-4)


def test_nodes_together_are_switched_off_in_one_run(
    found: tuple[Session, AskAttribution, Attribution], two: tuple[str, str]
) -> None:
    """Features of both dictionaries, an error and a constant; a later feature goes whatever it has become."""
    session, asked, _ = found
    low, high = (read_by_hand(name, states_after(session, at)) for name, at in zip(two, (0, 2), strict=True))
    one, other = (int(read["f"][3].argmax()) for read in (low, high))
    nodes = (Node(0, "feature", 3, one), Node(1, "feature", 3, other), Node(0, "error", 2), Node(0, "constant", 5))
    off = answers.switch_off(AskOff(asked, nodes, -0.5), bench(session))

    def lower(states: Tensor) -> Tensor:
        left = without(two[0], 3, one)(states)
        read = read_by_hand(two[0], states)
        left[2] -= read["error"][2]
        left[5] -= read["constant"][5]
        return left

    changed = log2_p(session, {0: lower, 2: without(two[1], 3, other)})
    intact = log2_p(session, {})
    assert off.value == pytest.approx([float(intact[7]), float(changed[7])], rel=1e-4)
    assert off.probability == pytest.approx([2 ** float(intact[7]), 2 ** float(changed[7])], rel=1e-4)
    assert off.kl == pytest.approx(float((2**intact * (intact - changed)).sum()), rel=1e-3)
    assert off.expected == -0.5
    assert off.ids[1, 0] == int(changed.argmax())
    assert hooks_on(session.model) == 0


def test_an_embedding_is_switched_off_where_it_enters(found: tuple[Session, AskAttribution, Attribution]) -> None:
    session, asked, _ = found
    off = answers.switch_off(AskOff(asked, (Node(-1, "embedding", 4),), 0.0), bench(session))

    def hook(_m: Any, args: Any, kwargs: Any) -> Any:
        states = (args[0] if args else kwargs["hidden_states"]).clone()
        states[0, 4] = 0.0
        return ((states, *args[1:]), kwargs) if args else (args, {**kwargs, "hidden_states": states})

    handle = session.anatomy.blocks[0].module.register_forward_pre_hook(hook, with_kwargs=True)
    changed = log2_p(session, {})
    handle.remove()
    assert off.value[1] == pytest.approx(float(changed[7]), rel=1e-4)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2"])
def test_all_of_a_state_off_is_a_state_of_nothing(family: str, two: tuple[str, str]) -> None:
    """Every part of one position together is the whole state there."""
    session = tiny_session(family)
    begun(session)
    states = states_after(session, 0)
    dictionary = shelf.load(two[0])[0]
    active = torch.nonzero(dictionary.encode(states.float())[4])[:, 0].tolist()
    nodes = (*(Node(0, "feature", 4, it) for it in active), Node(0, "error", 4), Node(0, "constant", 4))
    asked = AskAttribution(LAST, (two[0],), "#7")
    off = answers.switch_off(AskOff(asked, nodes, 0.0), bench(session))

    def nothing(states: Tensor) -> Tensor:
        left = states.clone()
        left[4] = 0.0
        return left

    assert off.value[1] == pytest.approx(float(log2_p(session, {0: nothing})[7]), rel=1e-3)
